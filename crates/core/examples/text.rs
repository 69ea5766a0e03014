//! Shows how texts are cut up: header, then every paragraph with its furniture and sentences.
//!
//! `cargo run -p silang-core --example text -- FILE…`

use silang_core::text::furniture::Furniture;
use silang_core::text::{furniture, header};
use silang_core::{Document, Language, Span};

fn show(document: &Document, name: &str, span: Option<Span>) {
    println!("{name}\t{}", span.map_or("", |span| document.slice(span)).replace('\n', "⏎"));
}

fn main() -> std::io::Result<()> {
    let language = Language::indonesian();
    for file in std::env::args().skip(1) {
        let mut document = Document::new(&language.text, &std::fs::read_to_string(&file)?);
        document.furniture = furniture::find(&language.furniture, &document);
        let header = header::read(&language.header, &document);
        println!("# {file}");
        show(&document, "title", header.title);
        show(&document, "outlet", header.outlet);
        show(&document, "date line", header.date_line);
        show(&document, "opening", header.opening);
        for paragraph in document.paragraphs() {
            let inside = |part: &&Furniture| part.span.overlaps(paragraph.span);
            for part in document.furniture.iter().filter(inside) {
                show(&document, &format!("  {:?}", part.kind), Some(part.span));
            }
            println!("¶");
            for sentence in document.sentences().get(paragraph.sentences.clone()).unwrap_or_default() {
                show(&document, "", Some(sentence.span));
            }
        }
    }
    Ok(())
}
