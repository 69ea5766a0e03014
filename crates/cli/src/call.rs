//! The words of a command line.

use crate::output::Format;

/// How the command is used.
pub const USAGE: &str = "\
usage: silang extract [--format jsonl|json] FILE...   facts of each article, one JSON object a line
       silang compare [--format json] FILE...         the articles laid side by side, one JSON object
       silang eval [--check] [GOLD_DIR...]            quality on hand-marked articles; without GOLD_DIR on all of gold/,
                                                      which also writes gold/scores.tsv (--check: compares with it)
FILE is a text file; - is standard input.
Exit status: 0 done; 1 some input could not be read, or scores differ; 2 wrong usage.";

/// What one call was asked to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Call {
    /// Print how the command is used.
    Help,
    /// Print the command's version.
    Version,
    /// Print the facts of each file.
    Extract {
        /// How they are printed.
        format: Format,
        /// The files, `-` for standard input.
        files: Vec<String>,
    },
    /// Print what comparing the files finds.
    Compare {
        /// The files, `-` for standard input.
        files: Vec<String>,
    },
    /// Measure.
    Eval {
        /// Compare with the committed scores instead of writing them.
        check: bool,
        /// Folders of hand-marked articles; none for the repository's own.
        folders: Vec<String>,
    },
}

/// What a command line without the program's name asks for; `None` when it is not well-formed.
pub fn parse(words: impl IntoIterator<Item = String>) -> Option<Call> {
    let mut words = words.into_iter();
    let command = words.next()?;
    let options = Options::read(words)?;
    match command.as_str() {
        "extract" => options.extract(),
        "compare" => options.compare(),
        "eval" => options.eval(),
        "--help" | "-h" | "help" => Some(Call::Help),
        "--version" | "-V" => Some(Call::Version),
        _ => None,
    }
}

/// Everything that may follow a command's name.
#[derive(Default)]
struct Options {
    format: Option<Format>,
    check: bool,
    operands: Vec<String>,
}

impl Options {
    fn read(mut words: impl Iterator<Item = String>) -> Option<Self> {
        let mut options = Self::default();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--format" => options.format = Some(Format::named(&words.next()?)?),
                "--check" => options.check = true,
                "--" => options.operands.extend(words.by_ref()),
                option if option.len() > 1 && option.starts_with('-') => return None,
                _ => options.operands.push(word),
            }
        }
        Some(options)
    }

    fn extract(self) -> Option<Call> {
        let format = self.format.unwrap_or(Format::JsonLines);
        (!self.check && !self.operands.is_empty()).then_some(Call::Extract { format, files: self.operands })
    }

    fn compare(self) -> Option<Call> {
        let lines = self.format == Some(Format::JsonLines);
        (!self.check && !lines && !self.operands.is_empty()).then_some(Call::Compare { files: self.operands })
    }

    fn eval(self) -> Option<Call> {
        let contradicts = self.check && !self.operands.is_empty();
        (self.format.is_none() && !contradicts).then_some(Call::Eval { check: self.check, folders: self.operands })
    }
}

#[cfg(test)]
mod tests {
    use super::{Call, Format, parse};

    fn call(line: &str) -> Option<Call> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn formats_and_files_come_in_any_order() {
        let wanted = Some(Call::Extract { format: Format::Json, files: vec!["a.txt".into(), "-".into()] });
        assert_eq!(call("extract --format json a.txt -"), wanted);
        assert_eq!(call("extract a.txt --format json -"), wanted);
        assert_eq!(call("compare -- --odd.txt"), Some(Call::Compare { files: vec!["--odd.txt".into()] }));
        assert_eq!(call("eval"), Some(Call::Eval { check: false, folders: Vec::new() }));
    }

    #[test]
    fn what_is_not_well_formed_is_refused() {
        for line in [
            "",
            "extract",
            "compare --format jsonl a",
            "extract --format xml a",
            "extract -x a",
            "eval --check gold/seeds",
        ] {
            assert_eq!(call(line), None, "{line}");
        }
    }
}
