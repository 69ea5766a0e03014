//! A text inside a link: made small, then written in letters that an address can hold (RFC 4648 §5).

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The longest text that goes into a link, in bytes; longer links get lost in mails and chats.
pub const LIMIT: usize = 20_000;

/// Bytes in letters.
pub fn to_letters(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 4 / 3 + 3);
    for group in bytes.chunks(3) {
        let sum = group.iter().chain([&0; 2]).take(3).fold(0_usize, |sum, &byte| sum << 8 | usize::from(byte));
        let letters = [18, 12, 6, 0].map(|shift| char::from(LETTERS[sum >> shift & 63]));
        out.extend(&letters[..=group.len()]);
    }
    out
}

/// Letters back in bytes; none when there are others among them.
pub fn from_letters(letters: &str) -> Option<Vec<u8>> {
    let value = |letter: u8| LETTERS.iter().position(|&own| own == letter);
    let mut out = Vec::with_capacity(letters.len() * 3 / 4);
    for group in letters.as_bytes().chunks(4) {
        let mut sum = 0;
        for letter in group {
            sum = sum << 6 | value(*letter)?;
        }
        sum <<= 6 * (4 - group.len());
        out.extend([16, 8, 0].iter().take(group.len() - 1).map(|shift| (sum >> shift & 255) as u8));
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::{from_letters, to_letters};

    #[test]
    fn bytes_come_back_from_letters() {
        for bytes in [&b""[..], b"f", b"fo", b"foo", &[0xff, 0xfe, 0, 1], "Berita “é”".as_bytes()] {
            assert_eq!(from_letters(&to_letters(bytes)).as_deref(), Some(bytes));
        }
        assert_eq!(to_letters(b"foobar?>"), "Zm9vYmFyPz4");
        assert_eq!(from_letters("a b"), None);
    }
}
