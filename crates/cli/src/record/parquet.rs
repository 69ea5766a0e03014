//! Apache Parquet: one article a row.

use std::collections::HashSet;
use std::fs::File;
use std::sync::Arc;

use parquet::basic::Repetition;
use parquet::errors::{ParquetError, Result};
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row};
use parquet::schema::types::Type;

use super::{Articles, Columns, Fields, Pending, Problem, Read, ready};

struct Rows {
    left: RowIter<'static>,
    file: String,
    columns: Columns,
    number: usize,
    ended: bool,
}

/// The articles of a Parquet file, of which only the columns that are needed are read.
///
/// # Errors
/// When the file can't be opened, is no Parquet, or has no column for the text.
pub fn articles(file: &str, columns: &Columns) -> Result<Articles> {
    let reader = SerializedFileReader::new(File::open(file)?)?;
    let schema = reader.metadata().file_metadata().schema().clone();
    let left = RowIter::from_file_into(Box::new(reader)).project(Some(projection(&schema, columns)?))?;
    Ok(Box::new(Rows { left, file: file.to_owned(), columns: columns.clone(), number: 0, ended: false }))
}

/// The schema with nothing but the columns of an article.
fn projection(schema: &Type, columns: &Columns) -> Result<Type> {
    let names: Vec<&str> = schema.get_fields().iter().map(|field| field.name()).collect();
    let needed = std::iter::once(columns.text.as_str()).chain(columns.id.as_deref());
    for name in needed {
        if !names.contains(&name) {
            return Err(ParquetError::General(format!("it has no column {name:?}, only {}", names.join(", "))));
        }
    }
    let wanted = HashSet::from([columns.text.as_str(), columns.id(), "title", "outlet", "published"]);
    let is_plain = |field: &Type| field.is_primitive() && field.get_basic_info().repetition() != Repetition::REPEATED;
    let fields = schema.get_fields().iter().filter(|field| wanted.contains(field.name()) && is_plain(field));
    Type::group_type_builder(schema.name()).with_fields(fields.map(Arc::clone).collect()).build()
}

impl Iterator for Rows {
    type Item = Pending;

    fn next(&mut self) -> Option<Pending> {
        if self.ended {
            return None;
        }
        match self.left.next()? {
            Ok(row) => {
                self.number += 1;
                Some(self.pending(row))
            }
            Err(why) => {
                self.ended = true;
                let told = format!("nothing can be read after record {}: {why}", self.number);
                Some(ready(Err(Problem::of_file(&self.file, &told))))
            }
        }
    }
}

impl Rows {
    fn pending(&self, row: Row) -> Pending {
        let (file, number, columns) = (self.file.clone(), self.number, self.columns.clone());
        Box::new(move || article(row, &file, number, &columns))
    }
}

fn article(row: Row, file: &str, number: usize, columns: &Columns) -> Read {
    let mut fields = Fields::default();
    for (name, value) in row.into_columns() {
        let text = text(value).map_err(|()| Problem::of_record(file, number, format!("its {name:?} is no text")))?;
        let places = [
            (columns.text.as_str(), &mut fields.text),
            (columns.id(), &mut fields.id),
            ("title", &mut fields.title),
            ("outlet", &mut fields.outlet),
            ("published", &mut fields.published),
        ];
        places.into_iter().filter(|(column, _)| *column == name).for_each(|(_, place)| place.clone_from(&text));
    }
    fields.article(file, number, columns)
}

/// A value as text; a number or a day will do.
fn text(value: Field) -> std::result::Result<Option<String>, ()> {
    match value {
        Field::Null => Ok(None),
        Field::Str(text) => Ok(Some(text)),
        // Written by a tool that does not say that its bytes are text.
        Field::Bytes(bytes) => bytes.as_utf8().map(|text| Some(text.to_owned())).map_err(|_| ()),
        Field::Date(_) | Field::TimestampMillis(_) | Field::TimestampMicros(_) => {
            Ok(Some(value.to_string().replacen(' ', "T", 1)))
        }
        Field::Byte(_)
        | Field::Short(_)
        | Field::Int(_)
        | Field::Long(_)
        | Field::UByte(_)
        | Field::UShort(_)
        | Field::UInt(_)
        | Field::ULong(_) => Ok(Some(value.to_string())),
        _ => Err(()),
    }
}
