//! The compact tables: whole numbers written by a binary range coder whose chances adapt to what was written.
//!
//! The coder is that of [LZMA](https://www.7-zip.org/sdk.html) (Martin 1979 made the first); a chance
//! moves by the inverse of how often it was asked, so that it is near right from the first few on. A table tells
//! its form once, to a [`Coder`]: given a [`Writer`] that function writes, given a [`Reader`] it reads.

/// How likely a yes is, learnt on the way.
#[derive(Clone, Copy, Debug)]
pub struct Chance {
    /// In parts of `1 << 16`.
    yes: u16,
    asked: u8,
}

/// Bits of a chance that the coder uses.
const PRECISION: u32 = 12;

/// From here on every question moves a chance by the same part.
const STEADY: u8 = 126;

impl Chance {
    /// As likely as not.
    pub const EVEN: Self = Self { yes: 1 << 15, asked: 0 };

    /// The part of `range` that means yes; neither nothing nor all.
    fn part(self, range: u32) -> u32 {
        (range >> PRECISION) * u32::from(self.yes >> (16 - PRECISION)).max(1)
    }

    /// Moves to what was told by one part in `asked + 1.5`.
    fn learn(&mut self, yes: bool) {
        let inverse = INVERSES[usize::from(self.asked.min(STEADY))];
        let flip = if yes { u16::MAX } else { 0 };
        let way = self.yes ^ flip;
        self.yes = (way - ((u64::from(way) * 2 * inverse) >> INVERSE_BITS) as u16) ^ flip;
        self.asked = (self.asked + 1).min(STEADY);
    }
}

/// What a number below `1 << 17` is multiplied by, and then shifted by `INVERSE_BITS`, in place of dividing it by `2 * asked + 3`
/// (Granlund & Montgomery 1994): a division for each bit was most of the time that the tables take to be read.
const INVERSES: [u64; STEADY as usize + 1] = {
    let mut inverses = [0; STEADY as usize + 1];
    let mut asked = 0;
    while asked < inverses.len() {
        inverses[asked] = (1 << INVERSE_BITS) / (2 * asked as u64 + 3) + 1;
        asked += 1;
    }
    inverses
};

/// Enough for numbers below `1 << 17` by divisors below `1 << 8`.
const INVERSE_BITS: u32 = 26;

/// What is learnt of numbers of one meaning: how long they are, and their second digit.
#[derive(Clone, Debug)]
pub struct Numbers {
    lengths: [Chance; 1 << LENGTH_BITS],
    seconds: [Chance; 1 << LENGTH_BITS],
}

/// Bits of the length of a number; numbers are below `1 << 31`.
const LENGTH_BITS: u32 = 5;

impl Default for Numbers {
    fn default() -> Self {
        Self { lengths: [Chance::EVEN; 1 << LENGTH_BITS], seconds: [Chance::EVEN; 1 << LENGTH_BITS] }
    }
}

/// Bits that nothing is known about are coded together, up to that many.
const AT_ONCE: u32 = 12;

/// How often each of some values comes, told before they are: a value then takes one step of the coder, not one for each of
/// its bits.
#[derive(Clone, Debug)]
pub struct Shares {
    /// Where the parts of each value begin among `1 << SHARE_BITS`, and the end.
    firsts: Vec<u32>,
    /// The value of each part.
    values: Vec<u16>,
}

/// Bits of the number of a part of what comes.
const SHARE_BITS: u32 = 14;

impl Shares {
    /// From the number of parts of each value; should there be too few or too many, the last value takes or gives them.
    fn new(parts: &[u32]) -> Self {
        let all = 1 << SHARE_BITS;
        let (mut firsts, mut values) = (vec![0], Vec::with_capacity(all));
        for (value, &parts) in parts.iter().enumerate() {
            values.resize((values.len() + parts as usize).min(all), value as u16);
            firsts.push(values.len() as u32);
        }
        values.resize(all, parts.len().saturating_sub(1) as u16);
        if let Some(end) = firsts.last_mut() {
            *end = all as u32;
        }
        Self { firsts, values }
    }

    /// The parts of a value: the first, and how many.
    fn of(&self, value: u32) -> (u32, u32) {
        let parts = self.firsts.get(value as usize..).and_then(|firsts| firsts.first_chunk());
        parts.map_or((0, 1 << SHARE_BITS), |&[first, end]| (first, end - first))
    }

    /// The parts of values that come so often: one at least for each that does; the most frequent one makes up for what is left
    /// over or lacks.
    fn parts(counts: &[u32]) -> Vec<u32> {
        let (all, sum) = (1 << SHARE_BITS, counts.iter().map(|&count| u64::from(count)).sum::<u64>().max(1));
        let part = |&count: &u32| ((u64::from(count) * all / sum) as u32).max(count.min(1));
        let mut parts: Vec<u32> = counts.iter().map(part).collect();
        let told: i64 = parts.iter().map(|&part| i64::from(part)).sum();
        if let Some(largest) = parts.iter_mut().max() {
            *largest = u32::try_from(i64::from(*largest) + (1 << SHARE_BITS) - told).unwrap_or(0).max(1);
        }
        parts
    }
}

/// Writes what it is given, or reads and gives back what was written.
pub trait Coder {
    /// A yes or no.
    fn bit(&mut self, chance: &mut Chance, yes: bool) -> bool;

    /// The last bits, at most `AT_ONCE`, of a number that nothing is known about.
    fn even(&mut self, bits: u32, number: u32) -> u32;

    /// The last bits, however many, of a number that nothing is known about.
    fn plain(&mut self, bits: u32, number: u32) -> u32 {
        let rest = bits.saturating_sub(AT_ONCE);
        let first = self.even(bits - rest, number >> rest);
        if rest == 0 { first } else { first << rest | self.plain(rest, number) }
    }

    /// A number below `1 << bits`, with `1 << bits` chances.
    fn choice(&mut self, chances: &mut [Chance], bits: u32, number: u32) -> u32 {
        let mut node = 1;
        for place in (0..bits).rev() {
            let bit = self.bit(&mut chances[node as usize], number >> place & 1 == 1);
            node = node << 1 | u32::from(bit);
        }
        node - (1 << bits)
    }

    /// A number below `1 << 31`: its length, its second digit by chance, the others plainly.
    fn number(&mut self, numbers: &mut Numbers, number: u32) -> u32 {
        let length = self.choice(&mut numbers.lengths, LENGTH_BITS, u32::BITS - number.leading_zeros());
        if length < 2 {
            return length;
        }
        let rest = length - 2;
        let second = self.bit(&mut numbers.seconds[length as usize], number >> rest & 1 == 1);
        (2 | u32::from(second)) << rest | self.plain(rest, number)
    }

    /// One of the values of which it is known how often they come.
    fn value(&mut self, shares: &Shares, value: u32) -> u32;

    /// How often values below `values` come, by how often each does, which is asked for only where that is written.
    fn shares(&mut self, values: usize, counts: impl FnOnce() -> Vec<u32>) -> Shares;

    /// The same, by the number of parts of each value.
    fn parts(&mut self, values: usize, parts: &[u32]) -> Shares {
        let mut numbers = Numbers::default();
        let part = |value: usize| self.number(&mut numbers, parts.get(value).copied().unwrap_or(0));
        Shares::new(&(0..values).map(part).collect::<Vec<_>>())
    }

    /// How many there are of something; never more than could be read.
    fn count(&mut self, count: usize) -> usize;

    /// Keys in rising order, as the gaps between them.
    fn keys(&mut self, keys: &[u32]) -> Vec<u32> {
        let count = self.count(keys.len());
        let tops = || {
            let mut counts = vec![0; TOPS];
            let before = std::iter::once(&0).chain(keys);
            keys.iter().zip(before).for_each(|(&key, &before)| counts[top(gap(before, key)) as usize] += 1);
            counts
        };
        let shares = self.shares(TOPS, tops);
        let mut last = 0_u32;
        let key = |at: usize| {
            let gap = gap(last, keys.get(at).copied().unwrap_or_default());
            let (lowest, rest) = bottom(self.value(&shares, top(gap)));
            last = last.wrapping_add(lowest | if rest > 0 { self.plain(rest, gap) } else { 0 });
            last
        };
        (0..count).map(key).collect()
    }
}

/// The largest number that is coded.
const MOST: u32 = u32::MAX >> 1;

/// How far it is from one key to the next.
fn gap(before: u32, key: u32) -> u32 {
    key.wrapping_sub(before) & MOST
}

/// How many lengths with a second digit numbers have.
const TOPS: usize = 1 << (LENGTH_BITS + 1);

/// The length and the second digit of a number, as one: 0, 1, 2 (`10`), 3 (`11`), 4 (`100` and `101`), 5 (`110` …) and so on.
fn top(number: u32) -> u32 {
    let rest = (u32::BITS - number.leading_zeros()).saturating_sub(2);
    if rest == 0 { number } else { (rest + 1) << 1 | number >> rest & 1 }
}

/// The least of the numbers with that length and second digit, and how many more digits they have.
fn bottom(top: u32) -> (u32, u32) {
    let rest = (top >> 1).saturating_sub(1).min(u32::BITS - 3);
    if rest == 0 { (top, 0) } else { ((2 | top & 1) << rest, rest) }
}

/// Reads; past the end it finds zeros.
#[derive(Debug)]
pub struct Reader<'a> {
    bytes: std::slice::Iter<'a, u8>,
    range: u32,
    code: u32,
    most: usize,
}

impl<'a> Reader<'a> {
    /// A reader at the beginning of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut reader = Self { bytes: bytes.iter(), range: u32::MAX, code: 0, most: bytes.len() };
        (0..4).for_each(|_| reader.shift());
        reader
    }

    fn fill(&mut self) {
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
    }

    fn shift(&mut self) {
        self.code = self.code << 8 | self.bytes.next().map_or(0, |&byte| u32::from(byte));
    }
}

impl Coder for Reader<'_> {
    fn even(&mut self, bits: u32, _: u32) -> u32 {
        self.range >>= bits;
        let read = (self.code / self.range).min((1 << bits) - 1);
        self.code -= read * self.range;
        self.fill();
        read
    }

    fn shares(&mut self, values: usize, _: impl FnOnce() -> Vec<u32>) -> Shares {
        self.parts(values, &[])
    }

    fn value(&mut self, shares: &Shares, _: u32) -> u32 {
        self.range >>= SHARE_BITS;
        let part = (self.code / self.range).min((1 << SHARE_BITS) - 1);
        let value = shares.values.get(part as usize).map_or(0, |&value| u32::from(value));
        let (first, parts) = shares.of(value);
        self.code -= first * self.range;
        self.range *= parts;
        self.fill();
        value
    }

    fn bit(&mut self, chance: &mut Chance, _: bool) -> bool {
        let part = chance.part(self.range);
        let yes = self.code < part;
        self.range = if yes { part } else { self.range - part };
        self.code -= if yes { 0 } else { part };
        self.fill();
        chance.learn(yes);
        yes
    }

    fn count(&mut self, _: usize) -> usize {
        (self.number(&mut Numbers::default(), 0) as usize).min(self.most)
    }
}

/// Writes.
#[derive(Debug)]
pub struct Writer {
    bytes: Vec<u8>,
    low: u32,
    range: u32,
}

impl Default for Writer {
    fn default() -> Self {
        Self { bytes: Vec::new(), low: 0, range: u32::MAX }
    }
}

impl Writer {
    /// What was written.
    pub fn finish(mut self) -> Vec<u8> {
        (0..4).for_each(|_| self.shift());
        self.bytes
    }

    fn fill(&mut self) {
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
    }

    /// Moves the lower end up, with what that adds to the bytes written.
    fn raise(&mut self, by: u32) {
        let (low, over) = self.low.overflowing_add(by);
        self.low = low;
        if over {
            self.carry();
        }
    }

    fn shift(&mut self) {
        self.bytes.push((self.low >> 24) as u8);
        self.low <<= 8;
    }

    /// Adds one to the bytes written.
    fn carry(&mut self) {
        for byte in self.bytes.iter_mut().rev() {
            *byte = byte.wrapping_add(1);
            if *byte > 0 {
                break;
            }
        }
    }
}

impl Coder for Writer {
    fn even(&mut self, bits: u32, number: u32) -> u32 {
        let number = number & ((1 << bits) - 1);
        self.range >>= bits;
        self.raise(number * self.range);
        self.fill();
        number
    }

    fn shares(&mut self, values: usize, counts: impl FnOnce() -> Vec<u32>) -> Shares {
        self.parts(values, &Shares::parts(&counts()))
    }

    fn value(&mut self, shares: &Shares, value: u32) -> u32 {
        let (first, parts) = shares.of(value);
        self.range >>= SHARE_BITS;
        self.raise(first * self.range);
        self.range *= parts;
        self.fill();
        value
    }

    fn bit(&mut self, chance: &mut Chance, yes: bool) -> bool {
        let part = chance.part(self.range);
        if yes {
            self.range = part;
        } else {
            self.raise(part);
            self.range -= part;
        }
        self.fill();
        chance.learn(yes);
        yes
    }

    fn count(&mut self, count: usize) -> usize {
        self.number(&mut Numbers::default(), count as u32);
        count
    }
}

#[cfg(test)]
mod tests {
    use super::{Chance, Coder, INVERSE_BITS, INVERSES, MOST, Numbers, Reader, Shares, TOPS, Writer, bottom, top};
    use proptest::prelude::*;

    const NUMBERS: [u32; 8] = [0, 1, 2, 3, 127, 300, 1 << 27, u32::MAX >> 1];

    fn code(coder: &mut impl Coder, numbers: &[u32], keys: &[u32]) -> (Vec<u32>, Vec<u32>, u32) {
        let mut chances = Numbers::default();
        let numbers = numbers.iter().map(|&number| coder.number(&mut chances, number)).collect();
        let choice = |number| coder.choice(&mut [Chance::EVEN; 8], 3, number);
        let chosen = [5, 0, 7].map(choice).into_iter().fold(0, |all, one| all * 8 + one);
        (numbers, coder.keys(keys), chosen)
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(mut keys in prop::collection::vec(0..1_u32 << 24, 0..300)) {
            keys.sort_unstable();
            let mut writer = Writer::default();
            let written = code(&mut writer, &NUMBERS, &keys);
            prop_assert_eq!(&written, &(NUMBERS.to_vec(), keys.clone(), 5 * 64 + 7));
            let bytes = writer.finish();
            prop_assert_eq!(code(&mut Reader::new(&bytes), &[9; NUMBERS.len()], &[]), written);
        }
    }

    #[test]
    fn inverses_divide() {
        for (asked, inverse) in INVERSES.iter().enumerate() {
            assert!(
                (0..1 << 17).all(|number: u64| (number * inverse) >> INVERSE_BITS == number / (2 * asked as u64 + 3))
            );
        }
    }

    #[test]
    fn what_is_likely_takes_little() {
        let (mut writer, mut chance) = (Writer::default(), Chance::EVEN);
        for at in 0..8000 {
            writer.bit(&mut chance, at % 100 == 0);
        }
        let bytes = writer.finish();
        assert!(bytes.len() < 120, "{}", bytes.len());
        let (mut reader, mut chance) = (Reader::new(&bytes), Chance::EVEN);
        assert!((0..8000).all(|at| reader.bit(&mut chance, false) == (at % 100 == 0)));
    }

    #[test]
    fn numbers_come_apart_and_together() {
        for number in (0..300).chain([1 << 27, MOST]) {
            let (lowest, rest) = bottom(top(number));
            assert!(lowest <= number && number - lowest < 1 << rest && top(number) < TOPS as u32, "{number}");
        }
    }

    #[test]
    fn frequent_values_take_little() {
        let values = |at: u32| if at.is_multiple_of(50) { at / 50 % 9 + 1 } else { 0 };
        let mut counts = vec![0; 12];
        (0..8000).for_each(|at| counts[values(at) as usize] += 1);
        let mut writer = Writer::default();
        let shares = writer.shares(12, || counts);
        for at in 0..8000 {
            writer.value(&shares, values(at));
        }
        let bytes = writer.finish();
        assert!(bytes.len() < 280, "{}", bytes.len());
        let mut reader = Reader::new(&bytes);
        let shares = reader.shares(12, Vec::new);
        assert!((0..8000).all(|at| reader.value(&shares, 0) == values(at)));
    }

    #[test]
    fn shares_that_are_none_do_no_harm() {
        for parts in [&[][..], &[0], &[1 << 20, 7], &[0, 3]] {
            let (shares, bytes) = (Shares::new(parts), [255, 7, 99, 0, 255, 255]);
            let mut reader = Reader::new(&bytes);
            assert!((0..20).all(|_| reader.value(&shares, 0) < 2), "{parts:?}");
        }
    }

    #[test]
    fn past_the_end_there_are_few_keys() {
        for bytes in [&[][..], &[0; 3], &[255; 9]] {
            assert!(Reader::new(bytes).keys(&[]).len() <= bytes.len());
        }
    }
}
