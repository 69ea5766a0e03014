//! Reading articles from files, whatever their encoding.

use std::io::{self, Read};

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use silang_core::Article;

use crate::record::base_name;

/// An article as read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The article.
    pub article: Article,
    /// The encoding that its text was decoded from, when that was not UTF-8. Offsets then count in the
    /// decoded text, not in the file.
    pub decoded_from: Option<&'static str>,
}

/// The article in a file; `-` is standard input.
///
/// # Errors
/// When the file can't be read, is empty, or is no text.
pub fn read(file: &str) -> io::Result<Input> {
    let bytes = if file == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        bytes
    } else {
        std::fs::read(file)?
    };
    let (text, decoded_from) = decode(bytes).map_err(|why| io::Error::new(io::ErrorKind::InvalidData, why))?;
    Ok(Input { article: Article::new(base_name(file), text), decoded_from })
}

/// The text in `bytes`, and the encoding's name if that is not UTF-8.
fn decode(bytes: Vec<u8>) -> Result<(String, Option<&'static str>), &'static str> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err("the file is empty");
    }
    if let Some(encoding) = utf_16(&bytes) {
        return decode_as(encoding, &bytes);
    }
    if is_binary(&bytes) {
        return Err("not a text file");
    }
    String::from_utf8(bytes).map(|text| (text, None)).or_else(|error| decode_as(WINDOWS_1252, error.as_bytes()))
}

/// Decodes; a byte order mark is left out. What can't be decoded becomes "�".
fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Result<(String, Option<&'static str>), &'static str> {
    let (text, used, _) = encoding.decode(bytes);
    if text.trim().is_empty() { Err("the file is empty") } else { Ok((text.into_owned(), Some(used.name()))) }
}

/// UTF-16 by its byte order mark, or by the zero bytes that Latin letters have in it.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding == UTF_16LE || encoding == UTF_16BE).then_some(encoding);
    }
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let zeros = |parity: usize| start.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = start.len() * 2 / 5;
    match (even, odd) {
        (0, odd) if odd > most => Some(UTF_16LE),
        (even, 0) if even > most => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether these bytes are no text: they hold zeros, or control characters in number.
fn is_binary(bytes: &[u8]) -> bool {
    let control = |byte: &&u8| matches!(byte, 0x01..=0x08 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f);
    bytes.starts_with(b"%PDF") || bytes.contains(&0) || bytes.iter().filter(control).count() * 100 > bytes.len()
}

#[cfg(test)]
mod tests {
    use super::decode;

    const TEXT: &str = "“Élysée siap,” kata Macron.";

    fn utf_16(unit: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
        mark.then_some(0xfeff).into_iter().chain(TEXT.encode_utf16()).flat_map(unit).collect()
    }

    #[test]
    fn utf_8_stays_as_it_is() {
        for text in [TEXT, "\u{feff}kata", "a"] {
            assert_eq!(decode(text.into()), Ok((text.to_owned(), None)));
        }
    }

    #[test]
    fn other_encodings_are_decoded_and_named() {
        for (bytes, name) in [
            (utf_16(u16::to_le_bytes, true), "UTF-16LE"),
            (utf_16(u16::to_be_bytes, true), "UTF-16BE"),
            (utf_16(u16::to_le_bytes, false), "UTF-16LE"),
            (b"\x93\xc9lys\xe9e siap,\x94 kata Macron.".to_vec(), "windows-1252"),
        ] {
            assert_eq!(decode(bytes), Ok((TEXT.to_owned(), Some(name))));
        }
    }

    #[test]
    fn empty_and_binary_files_are_refused() {
        assert_eq!(decode(Vec::new()), Err("the file is empty"));
        assert_eq!(decode(b" \n".to_vec()), Err("the file is empty"));
        for bytes in
            [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), b"PK\x03\x04\x14\0".to_vec(), b"%PDF-1.7\n1 0 obj".to_vec()]
        {
            assert_eq!(decode(bytes), Err("not a text file"));
        }
    }
}
