//! Writing results: as JSON, or as Apache Parquet.

#[cfg(feature = "parquet")]
mod columns;
#[cfg(feature = "parquet")]
mod parquet;

use std::fs::File;
use std::io::{self, BufWriter, Write};

use silang_core::facts::{ComparisonFacts, Facts};

/// How articles are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One object a line.
    JsonLines,
    /// One array of objects.
    Json,
    /// Rows of an Apache Parquet file.
    Parquet,
}

impl Format {
    /// The format called `name` on the command line.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "jsonl" => Some(Self::JsonLines),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

/// One article's facts as they are written; made on any thread.
pub enum Piece {
    /// As JSON.
    Json(Vec<u8>),
    /// As a row.
    #[cfg(feature = "parquet")]
    Row(columns::Row),
}

impl Piece {
    /// The piece of a format.
    ///
    /// # Errors
    /// When this build does not know the format.
    pub fn new(facts: &Facts, format: Format) -> io::Result<Self> {
        match format {
            Format::JsonLines | Format::Json => Ok(Self::Json(serde_json::to_vec(facts)?)),
            #[cfg(feature = "parquet")]
            Format::Parquet => Ok(Self::Row(columns::Row::new(facts)?)),
            #[cfg(not(feature = "parquet"))]
            Format::Parquet => Err(without_parquet()),
        }
    }
}

#[cfg(not(feature = "parquet"))]
fn without_parquet() -> io::Error {
    io::Error::new(io::ErrorKind::Unsupported, "this silang was built without Parquet")
}

type Out = Box<dyn Write + Send>;

/// Where articles go.
pub enum Sink {
    /// A stream of JSON.
    Json {
        /// The stream.
        out: BufWriter<Out>,
        /// Whether it is to be one array.
        array: bool,
        /// Articles so far.
        written: usize,
    },
    /// A Parquet file.
    #[cfg(feature = "parquet")]
    Parquet(Box<parquet::Writer>),
}

impl Sink {
    /// A sink of that format into that file, or to standard output.
    ///
    /// # Errors
    /// When the file can't be made; the message names it.
    pub fn new(format: Format, file: Option<&str>) -> io::Result<Self> {
        let out: Out = match file {
            Some(file) => {
                Box::new(File::create(file).map_err(|why| io::Error::new(why.kind(), format!("{file}: {why}")))?)
            }
            None => Box::new(io::stdout()),
        };
        match format {
            Format::JsonLines | Format::Json => {
                Ok(Self::Json { out: BufWriter::new(out), array: format == Format::Json, written: 0 })
            }
            #[cfg(feature = "parquet")]
            Format::Parquet => Ok(Self::Parquet(Box::new(parquet::Writer::new(out)?))),
            #[cfg(not(feature = "parquet"))]
            Format::Parquet => Err(without_parquet()),
        }
    }

    /// Writes one article.
    ///
    /// # Errors
    /// When no more can be written.
    pub fn write(&mut self, piece: Piece) -> io::Result<()> {
        match (self, piece) {
            (Self::Json { out, array, written }, Piece::Json(json)) => {
                let (before, after): (&[u8], &[u8]) = match (*array, *written) {
                    (false, _) => (b"", b"\n"),
                    (true, 0) => (b"[", b""),
                    (true, _) => (b",\n", b""),
                };
                *written += 1;
                [before, &json, after].into_iter().try_for_each(|part| out.write_all(part))
            }
            #[cfg(feature = "parquet")]
            (Self::Parquet(writer), Piece::Row(row)) => writer.write(&row),
            #[cfg(feature = "parquet")]
            _ => Err(io::Error::other("a piece of another format")),
        }
    }

    /// Closes what was opened and flushes.
    ///
    /// # Errors
    /// When no more can be written.
    pub fn finish(self) -> io::Result<()> {
        match self {
            Self::Json { mut out, array, written } => {
                if array {
                    out.write_all(if written == 0 { b"[]\n" } else { b"]\n" })?;
                }
                out.flush()
            }
            #[cfg(feature = "parquet")]
            Self::Parquet(writer) => writer.finish(),
        }
    }
}

/// Prints a comparison on standard output.
///
/// # Errors
/// When standard output takes no more.
pub fn print_comparison(comparison: &ComparisonFacts) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout());
    serde_json::to_writer(&mut out, comparison)?;
    out.write_all(b"\n")?;
    out.flush()
}
