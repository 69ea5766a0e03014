//! From bytes to text.

/// Text and the encoding that it was read from.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The encoding's name, when it is not UTF-8.
    pub from: Option<&'static str>,
}

/// Why bytes are not an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// It is not text.
    Binary,
    /// It is longer than any article.
    TooLarge,
    /// The browser could not read it.
    Unread,
    /// It is neither an article nor a saved project.
    Project,
    /// It is an archive that cannot be unpacked.
    Archive,
}

/// The longest file taken in, in bytes.
pub const LIMIT: usize = 4_000_000;

/// What windows-1252 has at 0x80 to 0x9F, where Latin-1 has control characters.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The longest project or archive taken in, in bytes.
pub const WHOLE_LIMIT: usize = 256_000_000;

/// Reads the bytes of an article as UTF-8, or else as what they look like: UTF-16 by its byte order
/// mark, windows-1252.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, Unreadable> {
    if bytes.len() > LIMIT { Err(Unreadable::TooLarge) } else { decode_long(bytes) }
}

/// The same for what may be longer than an article.
pub fn decode_long(bytes: Vec<u8>) -> Result<Decoded, Unreadable> {
    let decoded = match utf16(&bytes) {
        Some(decoded) => decoded,
        None => single_bytes(bytes)?,
    };
    if decoded.text.trim().is_empty() { Err(Unreadable::Empty) } else { Ok(decoded) }
}

fn utf16(bytes: &[u8]) -> Option<Decoded> {
    let (unit, from): (fn([u8; 2]) -> u16, _) = match bytes {
        [0xFF, 0xFE, ..] => (u16::from_le_bytes, "UTF-16LE"),
        [0xFE, 0xFF, ..] => (u16::from_be_bytes, "UTF-16BE"),
        _ => return None,
    };
    let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    Some(Decoded { text: String::from_utf16_lossy(&units), from: Some(from) })
}

fn single_bytes(bytes: Vec<u8>) -> Result<Decoded, Unreadable> {
    if looks_binary(&bytes) {
        return Err(Unreadable::Binary);
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Decoded { text, from: None },
        Err(error) => Decoded {
            text: error.as_bytes().iter().map(|&byte| windows_1252(byte)).collect(),
            from: Some("windows-1252"),
        },
    })
}

/// Text has no NUL and hardly any other control character.
fn looks_binary(bytes: &[u8]) -> bool {
    let control = |byte: &&u8| matches!(byte, 0x01..=0x08 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F);
    bytes.contains(&0) || bytes.iter().filter(control).count() * 50 > bytes.len()
}

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::{Decoded, Unreadable, decode};

    fn read(bytes: &[u8]) -> Result<(String, Option<&'static str>), Unreadable> {
        decode(bytes.to_vec()).map(|Decoded { text, from }| (text, from))
    }

    #[test]
    fn reads_text_of_four_encodings() {
        assert_eq!(read("“é”".as_bytes()), Ok(("“é”".to_owned(), None)));
        assert_eq!(read(b"\x93Ya,\x94 kata Jos\xe9"), Ok(("“Ya,” kata José".to_owned(), Some("windows-1252"))));
        assert_eq!(read(b"\xff\xfea\0\x1d\x20"), Ok(("a”".to_owned(), Some("UTF-16LE"))));
        assert_eq!(read(b"\xfe\xff\0a\x20\x1d"), Ok(("a”".to_owned(), Some("UTF-16BE"))));
    }

    #[test]
    fn says_why_it_cannot() {
        assert_eq!(read(b""), Err(Unreadable::Empty));
        assert_eq!(read(b" \n\n"), Err(Unreadable::Empty));
        assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0\0\x0d"), Err(Unreadable::Binary));
        assert_eq!(read(&vec![b'a'; 20_000_000]), Err(Unreadable::TooLarge));
    }
}
