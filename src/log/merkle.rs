//! Hashes of a Merkle tree as RFC 6962, section 2.1 defines them.

use crate::hash::Hash;

/// The hash of one leaf: SHA-256 of a zero byte and the leaf.
pub fn leaf_hash(leaf: &[u8]) -> Hash {
    Hash::of_parts(&[&[0], leaf])
}

/// The root over the hashes of all leaves, in order; for no leaves the hash of nothing.
pub fn root(leaf_hashes: &[Hash]) -> Hash {
    let mut tree = Tree::default();
    for leaf in leaf_hashes {
        tree.push(*leaf);
    }
    tree.root()
}

/// A tree that grows by one leaf at a time and keeps only the roots of its complete subtrees.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    size: u64,
    /// Roots of complete subtrees, the largest first: one for each binary digit of `size` that is 1.
    subtrees: Vec<Hash>,
}

impl Tree {
    /// How many leaves there are.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds the leaf with this hash.
    pub fn push(&mut self, leaf_hash: Hash) {
        let mut hash = leaf_hash;
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.subtrees.pop() {
                hash = node_hash(left, hash);
            }
        }
        self.subtrees.push(hash);
        self.size += 1;
    }

    /// The root over all leaves so far.
    pub fn root(&self) -> Hash {
        let mut smallest_first = self.subtrees.iter().rev().copied();
        match smallest_first.next() {
            None => Hash::of(b""),
            Some(smallest) => smallest_first.fold(smallest, |right, left| node_hash(left, right)),
        }
    }
}

/// The hash of two subtrees: SHA-256 of a byte 1 and both.
pub fn node_hash(left: Hash, right: Hash) -> Hash {
    Hash::of_parts(&[&[1], &left.0, &right.0])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6962, 2.1, word for word: split at the largest power of two below the number of leaves.
    fn root_by_definition(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => Hash::of(b""),
            [leaf] => *leaf,
            _ => {
                let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
                node_hash(root_by_definition(left), root_by_definition(right))
            }
        }
    }

    #[test]
    fn known_roots() {
        // Test vectors shared by implementations of Certificate Transparency: the empty tree, and one leaf of no bytes.
        assert_eq!(root(&[]).to_hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(
            root(&[leaf_hash(b"")]).to_hex(),
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
        );
    }

    #[test]
    fn a_growing_tree_has_the_root_of_the_definition() {
        let leaves: Vec<Hash> = (0_u8..70).map(|number| leaf_hash(&[number])).collect();
        for size in 0..=leaves.len() {
            assert_eq!(root(&leaves[..size]), root_by_definition(&leaves[..size]), "{size} leaves");
        }
    }
}
