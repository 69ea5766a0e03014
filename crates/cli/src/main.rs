//! The `silang` command: the same core as the page's, without a browser.

mod input;
mod output;

use std::process::ExitCode;

use silang_core::facts::ComparisonFacts;
use silang_core::{Analysis, Language, analyze, compare};

const USAGE: &str = "\
usage: silang extract [--format jsonl|json] FILE...   facts of each article, one JSON object a line
       silang compare [--format json] FILE...         the articles laid side by side, one JSON object
FILE is a text file; - is standard input.";

/// What one call was asked to do.
struct Call {
    compare: bool,
    format: output::Format,
    files: Vec<String>,
}

fn parse(mut words: impl Iterator<Item = String>) -> Option<Call> {
    let compare = match words.next()?.as_str() {
        "extract" => false,
        "compare" => true,
        _ => return None,
    };
    let mut call = Call { compare, format: output::Format::JsonLines, files: Vec::new() };
    while let Some(word) = words.next() {
        match word.as_str() {
            "--format" => call.format = output::Format::named(&words.next()?)?,
            option if option.starts_with("--") => return None,
            _ => call.files.push(word),
        }
    }
    (!call.files.is_empty()).then_some(call)
}

/// Does what was asked; whether every input could be read.
fn run(call: &Call) -> std::io::Result<bool> {
    let language = Language::indonesian();
    let mut analyses: Vec<Analysis> = Vec::new();
    let mut all_read = true;
    let mut printer = output::Printer::new(call.format);
    for file in &call.files {
        match input::read(file) {
            Ok(article) if call.compare => analyses.push(analyze(&language, &article)),
            Ok(article) => printer.article(&analyze(&language, &article))?,
            Err(why) => {
                eprintln!("silang: {file}: {why}");
                all_read = false;
            }
        }
    }
    if call.compare {
        let articles: Vec<&Analysis> = analyses.iter().collect();
        let comparison = compare(&language.compare, &articles);
        printer.comparison(&ComparisonFacts::new(&articles, &comparison))?;
    }
    printer.finish()?;
    Ok(all_read)
}

fn main() -> ExitCode {
    let Some(call) = parse(std::env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(&call) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(why) => {
            eprintln!("silang: {why}");
            ExitCode::from(1)
        }
    }
}
