//! JSON Lines: one object a line.

use std::io::{self, BufRead, Read as _};
use std::mem;

use serde_json::{Map, Value};

use super::{Articles, Columns, Fields, Pending, Problem, Read, ready};

/// The longest line that is read, in bytes: an article of a quarter of a gigabyte is none.
const LONGEST: usize = 1 << 28;

/// What went wrong with one line.
enum Trouble {
    /// Only this one.
    TooLong,
    /// Nothing more can be read.
    Ended(io::Error),
}

struct Lines<R> {
    input: R,
    file: String,
    columns: Columns,
    /// The longest line, in bytes.
    longest: usize,
    /// The number of the line read last.
    number: usize,
    ended: bool,
}

/// The articles of JSON Lines.
pub fn articles(file: &str, input: Box<dyn BufRead + Send>, columns: &Columns) -> Articles {
    Box::new(Lines::new(file, input, columns, LONGEST))
}

impl<R: BufRead> Lines<R> {
    fn new(file: &str, input: R, columns: &Columns, longest: usize) -> Self {
        Self { input, file: file.to_owned(), columns: columns.clone(), longest, number: 0, ended: false }
    }

    /// The next line, with its end; an empty one when there are no more.
    fn line(&mut self) -> Result<Vec<u8>, Trouble> {
        let mut line = Vec::new();
        let limit = self.longest as u64;
        self.input.by_ref().take(limit).read_until(b'\n', &mut line).map_err(Trouble::Ended)?;
        self.number += usize::from(!line.is_empty());
        if line.len() < self.longest || line.ends_with(b"\n") {
            return Ok(line);
        }
        self.input.skip_until(b'\n').map_err(Trouble::Ended)?;
        Err(Trouble::TooLong)
    }

    fn pending(&self, line: Vec<u8>) -> Pending {
        let (file, number, columns) = (self.file.clone(), self.number, self.columns.clone());
        Box::new(move || article(&line, &file, number, &columns))
    }

    fn problem(&mut self, trouble: Trouble) -> Pending {
        ready(Err(match trouble {
            Trouble::TooLong => {
                Problem::of_record(&self.file, self.number, format!("it is longer than {} bytes", self.longest))
            }
            Trouble::Ended(why) => {
                self.ended = true;
                Problem::of_file(&self.file, &format!("nothing can be read after record {}: {why}", self.number))
            }
        }))
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Pending;

    fn next(&mut self) -> Option<Pending> {
        while !self.ended {
            match self.line() {
                Ok(line) if line.is_empty() => self.ended = true,
                Ok(line) if line.iter().all(u8::is_ascii_whitespace) => {}
                Ok(line) => return Some(self.pending(line)),
                Err(trouble) => return Some(self.problem(trouble)),
            }
        }
        None
    }
}

fn article(line: &[u8], file: &str, number: usize, columns: &Columns) -> Read {
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
    let fields = fields(line, columns).map_err(|why| Problem::of_record(file, number, why))?;
    fields.article(file, number, columns)
}

fn fields(line: &[u8], columns: &Columns) -> Result<Fields, String> {
    let line = str::from_utf8(line).map_err(|_| "it is not UTF-8".to_owned())?;
    let mut object = match serde_json::from_str(line) {
        Ok(Value::Object(object)) => object,
        Ok(_) => return Err("it is no JSON object".to_owned()),
        Err(why) => return Err(format!("it is no JSON: {}", in_line(&why))),
    };
    let mut text = |name: &str| text(&mut object, name);
    let (title, outlet, published) = (text("title")?, text("outlet")?, text("published")?);
    Ok(Fields { id: text(columns.id())?, text: text(&columns.text)?, title, outlet, published })
}

/// What serde says without "at line 1", which would be taken for the file's.
fn in_line(why: &serde_json::Error) -> String {
    why.to_string().replace(" at line 1 column ", " at character ")
}

/// Takes a member that is to be text; a number will do.
fn text(object: &mut Map<String, Value>, name: &str) -> Result<Option<String>, String> {
    match object.get_mut(name).map(mem::take) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(Value::Number(number)) => Ok(Some(number.to_string())),
        Some(_) => Err(format!("its {name:?} is no text")),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, BufReader, Cursor, Read};

    use super::{Columns, LONGEST, Lines};

    fn read(input: impl Read, longest: usize) -> Vec<Result<String, String>> {
        let lines = Lines::new("a.jsonl", BufReader::new(input), &Columns::default(), longest);
        let told = |read: super::Read| {
            read.map(|input| format!("{}={}", input.article.name, input.article.text))
                .map_err(|problem| format!("{}: {}", problem.place, problem.why))
        };
        lines.map(|pending| told(pending())).collect()
    }

    #[test]
    fn each_line_is_an_article_and_empty_ones_are_none() {
        let input = "\u{feff}{\"id\": \"x\", \"text\": \"Hujan.\"}\r\n\n{\"text\": \"Reda.\\n\"}\n{\"id\": 7, \"text\": \"Angin.\"}";
        let wanted = ["x=Hujan.", "a.jsonl:3=Reda.\n", "7=Angin."].map(|told| Ok(told.to_owned()));
        assert_eq!(read(input.as_bytes(), LONGEST), wanted);
    }

    #[test]
    fn a_bad_line_harms_no_other() {
        let input = b"{\"text\": \n[1]\n{\"text\": [1]}\n{\"text\": \"\\ud800\"}\n{\"text\": \"\xff\"}\n{\"text\": \"Reda.\"}\n";
        let told = read(&input[..], LONGEST);
        assert_eq!(
            told[0],
            Err("a.jsonl: record 1: it is no JSON: EOF while parsing a value at line 2 column 0".to_owned())
        );
        assert_eq!(told[1], Err("a.jsonl: record 2: it is no JSON object".to_owned()));
        assert_eq!(told[2], Err("a.jsonl: record 3: its \"text\" is no text".to_owned()));
        assert!(told[3].as_ref().is_err_and(|why| why.starts_with("a.jsonl: record 4: it is no JSON: ")));
        assert_eq!(told[4], Err("a.jsonl: record 5: it is not UTF-8".to_owned()));
        assert_eq!(told[5..], [Ok("a.jsonl:6=Reda.".to_owned())]);
    }

    #[test]
    fn a_line_too_long_is_skipped_without_holding_it() {
        let input = format!("{{\"text\": \"{}\"}}\n{{\"text\": \"Reda.\"}}\n", "a".repeat(5000));
        let told = read(Cursor::new(input), 100);
        assert_eq!(told[0], Err("a.jsonl: record 1: it is longer than 100 bytes".to_owned()));
        assert_eq!(told[1..], [Ok("a.jsonl:2=Reda.".to_owned())]);
    }

    struct Broken;

    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }

    #[test]
    fn a_stream_that_breaks_says_after_which_record() {
        let told = read(b"{\"text\": \"Reda.\"}\n".chain(Broken), LONGEST);
        let wrong = "a.jsonl: nothing can be read after record 1: the disk is gone".to_owned();
        assert_eq!(told, [Ok("a.jsonl:1=Reda.".to_owned()), Err(wrong)]);
    }
}
