//! `silang extract`: the facts of each article, on all cores, in the order given.

use std::io;
use std::num::NonZeroUsize;

use silang_core::facts::Facts;
use silang_core::{Language, Memory, analyze_with};

use crate::input::Input;
use crate::output::{Format, Piece, Sink};
use crate::parallel;
use crate::record::{self, Columns, Pending, Problem};

/// What is to be extracted, and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extract {
    /// The files, `-` for standard input.
    pub files: Vec<String>,
    /// Whether every file that is not Parquet is JSON Lines, whatever its name.
    pub lines: bool,
    /// What the members or columns of a record are called.
    pub columns: Columns,
    /// How the articles are written.
    pub format: Format,
    /// The file that they are written to; none for standard output.
    pub out: Option<String>,
    /// How many threads read articles; none for one a core.
    pub jobs: Option<NonZeroUsize>,
}

/// What has come out so far.
#[derive(Default)]
struct Count {
    articles: usize,
    problems: usize,
}

/// Extracts; whether every article could be read. The others are told on standard error.
///
/// # Errors
/// When no more can be written.
pub fn run(call: Extract) -> io::Result<bool> {
    let language = Language::indonesian();
    let mut sink = Sink::new(call.format, call.out.as_deref())?;
    let mut count = Count::default();
    let counted = call.lines || call.files.iter().any(|file| record::Kind::of(file) != record::Kind::Text);
    let reader = || {
        let mut memory = Memory::default();
        let (language, format) = (&language, call.format);
        move |pending: Pending| pending().map(|input| piece(language, &mut memory, &input, format))
    };
    let take = |made: Result<io::Result<Piece>, Problem>| match made {
        Ok(piece) => {
            count.articles += 1;
            sink.write(piece?)
        }
        Err(problem) => {
            count.problems += 1;
            eprintln!("silang: {}: {}", problem.place, problem.why);
            Ok(())
        }
    };
    let articles = record::articles(call.files, call.lines, &call.columns);
    parallel::in_order(call.jobs.unwrap_or_else(parallel::cores), articles, reader, take)?;
    sink.finish()?;
    if counted && count.problems > 0 {
        eprintln!("silang: {} articles written, {} not read", count.articles, count.problems);
    }
    Ok(count.problems == 0)
}

fn piece(language: &Language, memory: &mut Memory, input: &Input, format: Format) -> io::Result<Piece> {
    let decoded_from = input.decoded_from.unwrap_or_default().to_owned();
    let facts = Facts { decoded_from, ..Facts::from(&analyze_with(language, &input.article, memory)) };
    Piece::new(&facts, format)
}
