//! Reading articles from files.

use std::io::{self, Read};
use std::path::Path;

use silang_core::Article;

/// The article in a file; `-` is standard input.
///
/// # Errors
/// When the file can't be read.
pub fn read(file: &str) -> io::Result<Article> {
    let bytes = if file == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        bytes
    } else {
        std::fs::read(file)?
    };
    let name = Path::new(file).file_name().map_or_else(|| file.to_owned(), |name| name.to_string_lossy().into_owned());
    let text = String::from_utf8(bytes).map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "not UTF-8 text"))?;
    Ok(Article::new(name, text))
}
