//! The words of a command line.

use std::num::NonZeroUsize;

use crate::extract::Extract;
use crate::output::Format;
use crate::pack::{Pack, SHARD_SIZE};
use crate::record::{Columns, Kind};

/// How the command is used.
pub const USAGE: &str = "\
usage: silang extract [OPTIONS] FILE...           facts of each article, one JSON object a line
       silang extract --jsonl [OPTIONS] [FILE...] the same; every FILE, or standard input, is JSON Lines
       silang compare [--format json] FILE...     the articles laid side by side, one JSON object
       silang pack --out DIR [OPTIONS] FILE...    the articles of files and folders, analysed beforehand for a site's page
       silang eval [--check] [GOLD_DIR...]        quality on hand-marked articles; without GOLD_DIR on all of gold/,
                                                  which also writes gold/scores.tsv (--check: compares with it)
FILE is a text file; - is standard input. extract takes files of many articles too: FILE.jsonl and FILE.jsonl.gz with
one object a line, FILE.parquet with one article a row. So does pack, and folders of such files (of text: *.txt).
Options of extract, all but the first those of pack too:
  --format jsonl|json   one object a line (the default), or one array of them
  --out FILE            writes there instead of standard output; as Parquet when it is called FILE.parquet
                        (pack: the folder that the texts, their index.json and the packed files go into)
  --text-column NAME    the member or column that holds the text (text)
  --id-column NAME      the one that holds the article's name (id; a record without is called FILE:NUMBER)
  --jobs N              threads that read articles (one a core); the output is the same whatever their number
  --shard-size BYTES    pack alone: bytes, before compression, after which a file of articles ends (65536)
Exit status: 0 done; 1 some input could not be read, or scores differ; 2 wrong usage.";

/// What one call was asked to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Call {
    /// Print how the command is used.
    Help,
    /// Print the command's version.
    Version,
    /// Write the facts of each article.
    Extract(Extract),
    /// Pack articles for a site.
    Pack(Pack),
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
        "pack" => options.pack(),
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
    lines: bool,
    columns: Columns,
    out: Option<String>,
    jobs: Option<NonZeroUsize>,
    shard_size: Option<NonZeroUsize>,
    operands: Vec<String>,
}

impl Options {
    fn read(mut words: impl Iterator<Item = String>) -> Option<Self> {
        let mut options = Self::default();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--format" => options.format = Some(Format::named(&words.next()?)?),
                "--check" => options.check = true,
                "--jsonl" => options.lines = true,
                "--out" => options.out = Some(words.next()?),
                "--text-column" => options.columns.text = words.next()?,
                "--id-column" => options.columns.id = Some(words.next()?),
                "--jobs" => options.jobs = Some(words.next()?.parse().ok()?),
                "--shard-size" => options.shard_size = Some(words.next()?.parse().ok()?),
                "--" => options.operands.extend(words.by_ref()),
                option if option.len() > 1 && option.starts_with('-') => return None,
                _ => options.operands.push(word),
            }
        }
        Some(options)
    }

    /// Whether no option was given that only `extract` or `pack` has.
    fn is_plain(&self) -> bool {
        !self.lines
            && self.shard_size.is_none()
            && self.out.is_none()
            && self.jobs.is_none()
            && self.columns == Columns::default()
    }

    fn extract(mut self) -> Option<Call> {
        if self.lines && self.operands.is_empty() {
            self.operands.push("-".to_owned());
        }
        if self.check || self.shard_size.is_some() || self.operands.is_empty() {
            return None;
        }
        let Self { lines, columns, out, jobs, operands: files, .. } = self;
        let format = written_as(self.format, out.as_deref())?;
        Some(Call::Extract(Extract { files, lines, columns, format, out, jobs }))
    }

    fn pack(self) -> Option<Call> {
        let Self { check, lines, format, columns, out, jobs, shard_size, operands: from } = self;
        if check || lines || format.is_some() || from.is_empty() {
            return None;
        }
        let shard_size = shard_size.or(NonZeroUsize::new(SHARD_SIZE))?;
        Some(Call::Pack(Pack { from, out: out?, columns, jobs, shard_size }))
    }

    fn compare(self) -> Option<Call> {
        let lines = self.format == Some(Format::JsonLines);
        (self.is_plain() && !self.check && !lines && !self.operands.is_empty())
            .then_some(Call::Compare { files: self.operands })
    }

    fn eval(self) -> Option<Call> {
        let contradicts = self.check && !self.operands.is_empty();
        (self.is_plain() && self.format.is_none() && !contradicts)
            .then_some(Call::Eval { check: self.check, folders: self.operands })
    }
}

/// The format that was asked for, or that the file's name tells; `None` when they contradict.
fn written_as(asked: Option<Format>, out: Option<&str>) -> Option<Format> {
    match (asked, out.map(Kind::of)) {
        (None, Some(Kind::Parquet)) => Some(Format::Parquet),
        (Some(_), Some(Kind::Parquet)) | (_, Some(Kind::JsonLinesGz)) => None,
        (asked, _) => Some(asked.unwrap_or(Format::JsonLines)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Call, Columns, Extract, Format, NonZeroUsize, Pack, parse};

    fn call(line: &str) -> Option<Call> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    /// What `extract FILES` asks for.
    fn extract(files: &[&str]) -> Extract {
        Extract {
            files: files.iter().map(|&file| file.to_owned()).collect(),
            lines: false,
            columns: Columns::default(),
            format: Format::JsonLines,
            out: None,
            jobs: None,
        }
    }

    #[test]
    fn formats_and_files_come_in_any_order() {
        let wanted = Some(Call::Extract(Extract { format: Format::Json, ..extract(&["a.txt", "-"]) }));
        assert_eq!(call("extract --format json a.txt -"), wanted);
        assert_eq!(call("extract a.txt --format json -"), wanted);
        assert_eq!(call("compare -- --odd.txt"), Some(Call::Compare { files: vec!["--odd.txt".into()] }));
        assert_eq!(call("eval"), Some(Call::Eval { check: false, folders: Vec::new() }));
    }

    #[test]
    fn many_articles_a_file() {
        assert_eq!(call("extract --jsonl"), Some(Call::Extract(Extract { lines: true, ..extract(&["-"]) })));
        let columns = Columns { text: "isi".to_owned(), id: Some("nomor".to_owned()) };
        let (out, jobs) = (Some("b.parquet".to_owned()), NonZeroUsize::new(3));
        assert_eq!(
            call("extract a.parquet --out b.parquet --text-column isi --id-column nomor --jobs 3"),
            Some(Call::Extract(Extract { columns, format: Format::Parquet, out, jobs, ..extract(&["a.parquet"]) }))
        );
    }

    #[test]
    fn packing_names_where_to() {
        let pack = |shard_size| Pack {
            from: vec!["berita".to_owned(), "a.jsonl.gz".to_owned()],
            out: "arsip".to_owned(),
            columns: Columns::default(),
            jobs: None,
            shard_size: NonZeroUsize::new(shard_size).unwrap(),
        };
        assert_eq!(call("pack berita a.jsonl.gz --out arsip"), Some(Call::Pack(pack(65536))));
        assert_eq!(call("pack --shard-size 900 --out arsip berita a.jsonl.gz"), Some(Call::Pack(pack(900))));
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
            "eval --jobs 2",
            "compare --jsonl a.jsonl",
            "extract --jobs 0 a",
            "extract --out",
            "extract --shard-size 9 a",
            "pack berita",
            "pack --out arsip",
            "pack --out arsip --shard-size 0 berita",
            "extract --format json --out b.parquet a",
            "extract --out b.jsonl.gz a",
        ] {
            assert_eq!(call(line), None, "{line}");
        }
    }
}
