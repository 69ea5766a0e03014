//! Printing results as JSON.

use std::io::{self, BufWriter, Stdout, Write};

use silang_core::Analysis;
use silang_core::facts::{ComparisonFacts, Facts};

/// How articles are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One object a line.
    JsonLines,
    /// One array of objects.
    Json,
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

/// Writes articles to standard output.
pub struct Printer {
    out: BufWriter<Stdout>,
    format: Format,
    printed: usize,
}

impl Printer {
    /// A printer of that format.
    pub fn new(format: Format) -> Self {
        Self { out: BufWriter::new(io::stdout()), format, printed: 0 }
    }

    /// Prints the facts of one article, and what its text was decoded from if not UTF-8.
    ///
    /// # Errors
    /// When standard output takes no more.
    pub fn article(&mut self, analysis: &Analysis, decoded_from: Option<&str>) -> io::Result<()> {
        if self.format == Format::Json {
            self.out.write_all(if self.printed == 0 { b"[" } else { b",\n" })?;
        }
        self.printed += 1;
        let decoded_from = decoded_from.unwrap_or_default().to_owned();
        serde_json::to_writer(&mut self.out, &Facts { decoded_from, ..Facts::from(analysis) })?;
        if self.format == Format::JsonLines { self.out.write_all(b"\n") } else { Ok(()) }
    }

    /// Closes what was opened and flushes.
    ///
    /// # Errors
    /// When standard output takes no more.
    pub fn finish(&mut self) -> io::Result<()> {
        if self.format == Format::Json {
            self.out.write_all(if self.printed == 0 { b"[]\n" } else { b"]\n" })?;
        }
        self.out.flush()
    }

    /// Prints a comparison.
    ///
    /// # Errors
    /// When standard output takes no more.
    pub fn comparison(comparison: &ComparisonFacts) -> io::Result<()> {
        let mut out = BufWriter::new(io::stdout());
        serde_json::to_writer(&mut out, comparison)?;
        out.write_all(b"\n")?;
        out.flush()
    }
}
