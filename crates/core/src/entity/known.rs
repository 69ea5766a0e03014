//! Long lists of known words and names, kept as the gaps between sorted keys: a third of their bytes as text.
//!
//! A key is a hash cut to `KEY_BITS` bits, so one in some two thousand strangers is taken for known.

use crate::entity::hash::{Hash, KEY_BITS, key};
use crate::entity::packed::{Reader, write_number};

/// The key of a known word or name, as a hash for a `Lookup`.
pub fn short(hash: Hash) -> Hash {
    Hash(key(hash))
}

/// Packs groups of hashes.
pub fn pack(groups: &[Vec<Hash>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_number(&mut bytes, groups.len() as u32);
    for group in groups {
        let mut keys: Vec<u32> = group.iter().map(|&hash| short(hash).0).collect();
        keys.sort_unstable();
        keys.dedup();
        write_number(&mut bytes, keys.len() as u32);
        let mut last = 0;
        for key in keys {
            write_number(&mut bytes, key - last);
            last = key;
        }
    }
    bytes
}

/// The keys that [`pack`] wrote, each with the number of its group.
pub fn unpack(bytes: &[u8]) -> Vec<(Hash, usize)> {
    let mut reader = Reader::new(bytes);
    let mut keys = Vec::new();
    for group in 0..(reader.number() as usize).min(bytes.len()) {
        let mut last = 0u32;
        for _ in 0..(reader.number() as usize).min(bytes.len()) {
            last = last.wrapping_add(reader.number()) & ((1 << KEY_BITS) - 1);
            keys.push((Hash(last), group));
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::{pack, short, unpack};
    use crate::entity::hash::Hash;

    #[test]
    fn keys_come_back_with_their_groups() {
        let hash = |word| Hash::default().text(word);
        let keys = unpack(&pack(&[vec![hash("budi"), hash("ani"), hash("budi")], vec![], vec![hash("solo")]]));
        assert_eq!(keys.len(), 3);
        assert!(keys.contains(&(short(hash("ani")), 0)) && keys.contains(&(short(hash("solo")), 2)));
    }

    #[test]
    fn broken_bytes_do_no_harm() {
        assert!(unpack(&[]).is_empty());
        assert!(unpack(&[255; 9]).len() < 100);
    }
}
