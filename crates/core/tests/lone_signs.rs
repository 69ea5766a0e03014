//! Signs without the text that they belong to.

use silang_core::{Article, Language, analyze};

#[test]
fn signs_alone_in_pairs_and_over_lines_are_read() {
    let signs =
        ["\"", "“", "”", "‘", "’", "'", "(", ")", "[", "]", "-", "–", ",", ".", ":", "?", " ", "\n", "\u{a0}", "a"];
    let language = Language::indonesian();
    for first in signs {
        for second in signs {
            for text in [format!("{first}{second}"), format!("{first}{second}\n\n{second} {first}")] {
                let analysis = analyze(&language, &Article::new("x.txt", text.as_str()));
                assert_eq!(analysis.document.text(), text);
            }
        }
    }
}
