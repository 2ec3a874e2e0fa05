//! A hash map with a fast hasher, for keys that are ids of the data files.
//!
//! Building a ledger looks up an id three times per result. The standard hasher, which protects against
//! keys chosen to collide, would take a fifth of that time; nobody chooses these ids to collide.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A `HashMap` with [`QuickHasher`]. Never iterate over it where the order matters.
pub(super) type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<QuickHasher>>;

/// Mixes eight bytes at a time into the hash by multiplication.
#[derive(Debug, Default)]
pub(super) struct QuickHasher(u64);

impl QuickHasher {
    fn mix(&mut self, word: u64) {
        // The factor is 2^64 divided by the golden ratio: an odd number without a regular bit pattern.
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.mix(u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            let mut last = [0; 8];
            last[..rest.len()].copy_from_slice(rest);
            self.mix(u64::from_le_bytes(last));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        // The map uses the low bits, which multiplication mixes worst: fold the high bits into them.
        self.0 ^ (self.0 >> 32)
    }
}
