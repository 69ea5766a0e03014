//! Where articles come from: text files of one article each, and files that hold one article a record.

pub mod jsonl;
#[cfg(feature = "parquet")]
pub mod parquet;

use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind};
use std::path::Path;

use chrono::NaiveDate;
use flate2::bufread::MultiGzDecoder;
use silang_core::Article;

use crate::input::{self, Input};

/// What could not be read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, and the record's number in it (from 1; in JSON Lines, the line's).
    pub place: String,
    /// What is wrong with it.
    pub why: String,
}

/// An article, or why there is none.
pub type Read = Result<Input, Problem>;

/// An article that is still to be read, on whatever thread has time for it.
pub type Pending = Box<dyn FnOnce() -> Read + Send>;

/// A stream of articles.
pub type Articles = Box<dyn Iterator<Item = Pending> + Send>;

/// The names of the members or columns that hold an article's text and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The text.
    pub text: String,
    /// The name; when nobody chose it, a record may be without.
    pub id: Option<String>,
}

impl Default for Columns {
    fn default() -> Self {
        Self { text: "text".to_owned(), id: None }
    }
}

impl Columns {
    /// The name's member or column.
    pub fn id(&self) -> &str {
        self.id.as_deref().unwrap_or("id")
    }
}

/// What a record told; members that it lacks are `None`.
#[derive(Debug, Default, PartialEq, Eq)]
struct Fields {
    text: Option<String>,
    id: Option<String>,
    title: Option<String>,
    outlet: Option<String>,
    published: Option<String>,
}

impl Fields {
    /// The article of the record `number` of `file`; one that has no name is called by both.
    fn article(self, file: &str, number: usize, columns: &Columns) -> Read {
        let wrong = |why| Err(Problem::of_record(file, number, why));
        let Some(text) = self.text else { return wrong(format!("it has no text ({:?})", columns.text)) };
        if text.trim().is_empty() {
            return wrong("its text is empty".to_owned());
        }
        let name = match self.id {
            Some(id) => id,
            None if columns.id.is_some() => return wrong(format!("it has no {:?}", columns.id())),
            None => format!("{}:{number}", base_name(file)),
        };
        let published = self.published.as_deref().and_then(day);
        let article = Article { name, text, title: told(self.title), outlet: told(self.outlet), published };
        Ok(Input { article, decoded_from: None })
    }
}

fn told(value: Option<String>) -> Option<String> {
    value.filter(|value| !value.trim().is_empty())
}

/// The day that an ISO 8601 date or moment begins with.
fn day(value: &str) -> Option<NaiveDate> {
    value.get(..10)?.parse().ok()
}

impl Problem {
    fn of_file(file: &str, why: &dyn std::fmt::Display) -> Self {
        Self { place: file.to_owned(), why: why.to_string() }
    }

    fn of_record(file: &str, number: usize, why: String) -> Self {
        Self { place: format!("{file}: record {number}"), why }
    }
}

/// The file's name without its folders.
pub fn base_name(file: &str) -> String {
    Path::new(file).file_name().map_or_else(|| file.to_owned(), |name| name.to_string_lossy().into_owned())
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One article.
    Text,
    /// One JSON object a line.
    JsonLines,
    /// The same, compressed.
    JsonLinesGz,
    /// Apache Parquet.
    Parquet,
}

impl Kind {
    /// The kind that a file's name tells; whatever else is text.
    pub fn of(file: &str) -> Self {
        let lower = file.to_ascii_lowercase();
        let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
        if ends(&[".jsonl", ".ndjson"]) {
            Self::JsonLines
        } else if ends(&[".jsonl.gz", ".ndjson.gz"]) {
            Self::JsonLinesGz
        } else if ends(&[".parquet"]) {
            Self::Parquet
        } else {
            Self::Text
        }
    }

    /// The kind of a file of which it was said that it is JSON Lines, whatever its name.
    fn of_lines(file: &str) -> Self {
        match Self::of(file) {
            Self::Text if file.to_ascii_lowercase().ends_with(".gz") => Self::JsonLinesGz,
            Self::Text => Self::JsonLines,
            told => told,
        }
    }
}

/// The articles of all files, in order. With `lines` every file that is not Parquet is JSON Lines.
pub fn articles(files: Vec<String>, lines: bool, columns: &Columns) -> Articles {
    let columns = columns.clone();
    let all = files.into_iter().flat_map(move |file| {
        let kind = if lines { Kind::of_lines(&file) } else { Kind::of(&file) };
        open(&file, kind, &columns).unwrap_or_else(|problem| once(Err(problem)))
    });
    Box::new(all)
}

fn open(file: &str, kind: Kind, columns: &Columns) -> Result<Articles, Problem> {
    let wrong = |why: io::Error| Problem::of_file(file, &why);
    match kind {
        Kind::Text => Ok(text_file(file.to_owned())),
        Kind::JsonLines => Ok(jsonl::articles(file, stream(file).map_err(wrong)?, columns)),
        Kind::JsonLinesGz => {
            let unpacked = BufReader::new(MultiGzDecoder::new(stream(file).map_err(wrong)?));
            Ok(jsonl::articles(file, Box::new(unpacked), columns))
        }
        #[cfg(feature = "parquet")]
        Kind::Parquet => parquet::articles(file, columns).map_err(|why| Problem::of_file(file, &why)),
        #[cfg(not(feature = "parquet"))]
        Kind::Parquet => Err(Problem::of_file(file, &"this silang was built without Parquet")),
    }
}

fn once(read: Read) -> Articles {
    Box::new(std::iter::once(ready(read)))
}

/// An article that is read already.
fn ready(read: Read) -> Pending {
    Box::new(|| read)
}

fn text_file(file: String) -> Articles {
    let pending: Pending = Box::new(move || input::read(&file).map_err(|why| Problem::of_file(&file, &why)));
    Box::new(std::iter::once(pending))
}

/// The bytes of a file; `-` is standard input.
fn stream(file: &str) -> io::Result<Box<dyn BufRead + Send>> {
    if file == "-" {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let opened = File::open(file)?;
    if opened.metadata()?.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    Ok(Box::new(BufReader::new(opened)))
}

#[cfg(test)]
mod tests {
    use super::{Columns, Fields, Kind};

    #[test]
    fn a_name_tells_what_a_file_holds() {
        for (file, kind) in [
            ("a.txt", Kind::Text),
            ("-", Kind::Text),
            ("dir.jsonl/a", Kind::Text),
            ("a.JSONL", Kind::JsonLines),
            ("a.ndjson", Kind::JsonLines),
            ("a.jsonl.gz", Kind::JsonLinesGz),
            ("a.parquet", Kind::Parquet),
        ] {
            assert_eq!(Kind::of(file), kind, "{file}");
        }
        assert_eq!(Kind::of_lines("-"), Kind::JsonLines);
        assert_eq!(Kind::of_lines("a.parquet"), Kind::Parquet);
    }

    #[test]
    fn a_record_that_lacks_something_says_what() {
        let fields = |text: &str, id: Option<&str>| Fields {
            text: Some(text.to_owned()),
            id: id.map(str::to_owned),
            ..Fields::default()
        };
        let why = |fields: Fields, columns: &Columns| fields.article("in/a.jsonl", 3, columns).map_err(|why| why.why);
        let columns = Columns::default();
        assert_eq!(why(Fields::default(), &columns), Err("it has no text (\"text\")".to_owned()));
        assert_eq!(why(fields(" \n", None), &columns), Err("its text is empty".to_owned()));
        let chosen = Columns { id: Some("nomor".to_owned()), ..Columns::default() };
        assert_eq!(why(fields("Hujan.", None), &chosen), Err("it has no \"nomor\"".to_owned()));
        let name = |id| fields("Hujan.", id).article("in/a.jsonl", 3, &columns).map(|input| input.article.name);
        assert_eq!(name(Some("x")), Ok("x".to_owned()));
        assert_eq!(name(None), Ok("a.jsonl:3".to_owned()));
    }

    #[test]
    fn what_is_told_of_an_article_goes_with_it() {
        let some = |value: &str| Some(value.to_owned());
        let fields = Fields {
            text: some("Hujan."),
            title: some(" "),
            outlet: some("Kabar"),
            published: some("2025-06-10T08:00:00+07:00"),
            ..Fields::default()
        };
        let article = fields.article("a.jsonl", 1, &Columns::default()).unwrap().article;
        assert_eq!((article.title, article.outlet.as_deref()), (None, Some("Kabar")));
        assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2025-06-10"));
    }
}
