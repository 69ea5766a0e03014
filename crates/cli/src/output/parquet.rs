//! Articles as rows of Apache Parquet, written group by group.

use std::io::{self, BufWriter, Write};
use std::mem;
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::data_type::{BoolType, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};

use super::Out;
use super::columns::{Column, Row, Values, schema};

/// How many articles are held before they are written: what a reader of the file has to read at a time.
const ROWS: usize = 4096;

/// Writes a Parquet file.
pub struct Writer {
    file: SerializedFileWriter<BufWriter<Out>>,
    held: Row,
    rows: usize,
}

impl Writer {
    /// Begins a file.
    ///
    /// # Errors
    /// When nothing can be written.
    pub fn new(out: Out) -> io::Result<Self> {
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let file = SerializedFileWriter::new(BufWriter::new(out), schema()?, Arc::new(properties))?;
        Ok(Self { file, held: Row::empty()?, rows: 0 })
    }

    /// Adds an article.
    ///
    /// # Errors
    /// When no more can be written.
    pub fn write(&mut self, row: &Row) -> io::Result<()> {
        self.held.append(row);
        self.rows += 1;
        if self.rows < ROWS { Ok(()) } else { self.write_held() }
    }

    /// Writes what is held, and the end without which nobody can read the file.
    ///
    /// # Errors
    /// When no more can be written.
    pub fn finish(mut self) -> io::Result<()> {
        if self.rows > 0 {
            self.write_held()?;
        }
        self.file.into_inner()?.flush()
    }

    fn write_held(&mut self) -> io::Result<()> {
        let held = mem::replace(&mut self.held, Row::empty()?);
        self.rows = 0;
        let mut group = self.file.next_row_group()?;
        for column in &held.columns {
            if let Some(mut writer) = group.next_column()? {
                write(&mut writer, column)?;
                writer.close()?;
            }
        }
        group.close()?;
        Ok(())
    }
}

fn write(writer: &mut SerializedColumnWriter<'_>, column: &Column) -> Result<usize> {
    let (definition, repetition) = (Some(column.definition.as_slice()), Some(column.repetition.as_slice()));
    match &column.values {
        Values::Text(texts) => writer.typed::<ByteArrayType>().write_batch(texts, definition, repetition),
        Values::Whole(numbers) => writer.typed::<Int64Type>().write_batch(numbers, definition, repetition),
        Values::Real(numbers) => writer.typed::<DoubleType>().write_batch(numbers, definition, repetition),
        Values::Truth(truths) => writer.typed::<BoolType>().write_batch(truths, definition, repetition),
    }
}
