//! Reading the compact tables: sorted keys as gaps, small numbers as bytes.

/// Reads numbers from packed bytes; past the end it reads zeros.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    /// A reader at the beginning of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        match self.bytes.split_first() {
            Some((&first, rest)) => {
                self.bytes = rest;
                first
            }
            None => 0,
        }
    }

    /// The next number, written in base 128, low digits first.
    pub fn number(&mut self) -> u32 {
        let mut number = 0;
        for place in 0..5 {
            let byte = self.byte();
            number |= u32::from(byte & 127) << (7 * place);
            if byte < 128 {
                break;
            }
        }
        number
    }

    /// The next `count` bytes (fewer at the end).
    pub fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.bytes.split_at(count.min(self.bytes.len()));
        self.bytes = rest;
        taken
    }
}

/// Writes `number` so that [`Reader::number`] reads it.
pub fn write_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 128 {
        bytes.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::{Reader, write_number};

    #[test]
    fn numbers_come_back() {
        let numbers = [0, 1, 127, 128, 300, 1 << 27, u32::MAX];
        let mut bytes = Vec::new();
        numbers.iter().for_each(|&n| write_number(&mut bytes, n));
        let mut reader = Reader::new(&bytes);
        assert_eq!(numbers.map(|_| reader.number()), numbers);
        assert_eq!(reader.number(), 0);
    }
}
