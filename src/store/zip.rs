//! The files of a ZIP archive, by its central directory (APPNOTE 4.3.12).

/// How a file lies in the archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// As it is.
    Stored,
    /// Made small (raw DEFLATE).
    Deflated,
    /// In a way that browsers cannot undo, or under a password.
    Unknown,
}

/// A file of the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name, without folders.
    pub name: String,
    /// How it lies there.
    pub method: Method,
    /// Its length once unpacked, as the archive tells.
    pub length: usize,
    /// Where its bytes begin and end in the archive.
    pub range: std::ops::Range<usize>,
}

const END: [u8; 4] = *b"PK\x05\x06";
const ENTRY: [u8; 4] = *b"PK\x01\x02";
/// The end record has 22 bytes and a comment of at most 65,535.
const END_MOST: usize = 22 + 0xffff;

/// The archive's files, folders and hidden files left out; none when it is no archive.
pub fn entries(archive: &[u8]) -> Option<Vec<Entry>> {
    let from = archive.len().saturating_sub(END_MOST);
    let end = from + archive.get(from..)?.windows(4).rposition(|sign| sign == END)?;
    let count = short(archive, end + 10)?;
    let mut at = long(archive, end + 16)?;
    let mut found = Vec::new();
    for _ in 0..count {
        if archive.get(at..at + 4)? != ENTRY {
            return None;
        }
        found.extend(entry(archive, at));
        at += 46 + short(archive, at + 28)? + short(archive, at + 30)? + short(archive, at + 32)?;
    }
    Some(found)
}

fn entry(archive: &[u8], at: usize) -> Option<Entry> {
    let path = archive.get(at + 46..at + 46 + short(archive, at + 28)?)?;
    let path = String::from_utf8_lossy(path);
    let name = path.rsplit(['/', '\\']).next().filter(|name| !name.is_empty() && !name.starts_with('.'))?;
    let local = long(archive, at + 42)?;
    let start = local + 30 + short(archive, local + 26)? + short(archive, local + 28)?;
    let method = match (short(archive, at + 8)? & 1, short(archive, at + 10)?) {
        (0, 0) => Method::Stored,
        (0, 8) => Method::Deflated,
        _ => Method::Unknown,
    };
    let range = start..start.checked_add(long(archive, at + 20)?)?;
    let entry = Entry { name: name.to_owned(), method, length: long(archive, at + 24)?, range };
    (!path.contains("__MACOSX/")).then_some(entry)
}

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    let pair = bytes.get(at..at + 2)?;
    Some(usize::from(pair[0]) | usize::from(pair[1]) << 8)
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    Some(short(bytes, at)? | short(bytes, at + 2)? << 16)
}

#[cfg(test)]
mod tests {
    use super::{Method, entries};

    fn number(value: usize, width: usize) -> Vec<u8> {
        value.to_le_bytes()[..width].to_vec()
    }

    /// An archive of stored files.
    fn archive(files: &[(&str, &str)]) -> Vec<u8> {
        let (mut out, mut directory) = (Vec::new(), Vec::new());
        for (name, text) in files {
            let sizes = [number(text.len(), 4), number(text.len(), 4), number(name.len(), 2), number(0, 2)].concat();
            let start = out.len();
            out.extend([b"PK\x03\x04".to_vec(), vec![0; 14], sizes.clone(), name.as_bytes().to_vec()].concat());
            out.extend(text.as_bytes());
            let rest = [vec![0; 10], number(start, 4), name.as_bytes().to_vec()].concat();
            directory.extend([b"PK\x01\x02".to_vec(), vec![0; 16], sizes, rest].concat());
        }
        let counts = [number(0, 4), number(files.len(), 2), number(files.len(), 2)].concat();
        let end = [number(directory.len(), 4), number(out.len(), 4), number(0, 2)].concat();
        [out, directory, b"PK\x05\x06".to_vec(), counts, end].concat()
    }

    #[test]
    fn finds_the_files_of_all_folders() {
        let bytes = archive(&[("berita/", ""), ("berita/a.txt", "Satu"), ("é.txt", "Dua"), ("x/.DS_Store", "?")]);
        let found = entries(&bytes).unwrap();
        let texts = found.iter().map(|entry| (entry.name.as_str(), &bytes[entry.range.clone()]));
        assert_eq!(texts.collect::<Vec<_>>(), [("a.txt", &b"Satu"[..]), ("é.txt", &b"Dua"[..])]);
        assert!(found.iter().all(|entry| entry.method == Method::Stored));
    }

    #[test]
    fn what_is_no_archive_has_none() {
        assert_eq!(entries(b""), None);
        assert_eq!(entries(b"Bukan arsip"), None);
        let whole = archive(&[("a.txt", "Satu")]);
        for cut in 0..whole.len() {
            assert!(entries(&whole[cut..]).is_none_or(|found| found.is_empty() || cut == 0), "{cut}");
        }
    }
}
