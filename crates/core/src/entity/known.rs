//! Long lists of known words and names, kept as the gaps between sorted keys: a third of their bytes as text.
//!
//! A key is a hash cut to `KEY_BITS` bits, so one in some two thousand strangers is taken for known.

use silang_fast::packed::{Coder, Reader, Writer};

use crate::entity::hash::{Hash, key};

/// The key of a known word or name, as a hash for a `Lookup`.
pub fn short(hash: Hash) -> Hash {
    Hash(key(hash))
}

/// Packs groups of hashes.
pub fn pack(groups: &[Vec<Hash>]) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.count(groups.len());
    for group in groups {
        let mut keys: Vec<u32> = group.iter().map(|&hash| short(hash).0).collect();
        keys.sort_unstable();
        keys.dedup();
        writer.keys(&keys);
    }
    writer.finish()
}

/// The keys that [`pack`] wrote, each with the number of its group.
pub fn unpack(bytes: &[u8]) -> Vec<(Hash, usize)> {
    let mut reader = Reader::new(bytes);
    let mut keys = Vec::new();
    for group in 0..reader.count(0) {
        keys.extend(reader.keys(&[]).into_iter().map(|key| (Hash(key), group)));
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
