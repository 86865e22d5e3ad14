//! Proofs over the log's Merkle tree, made as RFC 6962 defines them and checked as RFC 9162 spells out: that a leaf is in a
//! tree, and that a tree is the beginning of a larger one. Whoever checks needs a few hashes and never the other leaves.

use super::merkle::{node_hash, root};
use crate::hash::Hash;

/// The hashes that lead from the leaf at `index` to the root over all leaves, the leaf's sibling first; `None` where there
/// is no such leaf.
pub fn inclusion(leaves: &[Hash], index: usize) -> Option<Vec<Hash>> {
    leaves.get(index)?;
    let (mut path, mut leaves, mut index) = (Vec::new(), leaves, index);
    while leaves.len() > 1 {
        let (left, right) = leaves.split_at(split(leaves.len()));
        let (own, other) = if index < left.len() { (left, right) } else { (right, left) };
        path.push(root(other));
        index -= if index < left.len() { 0 } else { left.len() };
        leaves = own;
    }
    path.reverse();
    Some(path)
}

/// The hashes that show that the first `old_size` leaves are the beginning of all of them; `None` where there are fewer
/// leaves, and for no leaves, of which everything is the continuation.
pub fn consistency(leaves: &[Hash], old_size: usize) -> Option<Vec<Hash>> {
    if old_size == 0 || old_size > leaves.len() {
        return None;
    }
    let (mut path, mut leaves, mut size, mut is_whole) = (Vec::new(), leaves, old_size, true);
    while size < leaves.len() {
        let (left, right) = leaves.split_at(split(leaves.len()));
        if size <= left.len() {
            path.push(root(right));
            leaves = left;
        } else {
            path.push(root(left));
            size -= left.len();
            leaves = right;
            is_whole = false;
        }
    }
    if !is_whole {
        path.push(root(leaves));
    }
    path.reverse();
    Some(path)
}

/// Whether `path` shows that the leaf at `index` is in the tree of this size and root (RFC 9162, 2.1.3.2).
pub fn is_included(leaf_hash: Hash, index: u64, size: u64, path: &[Hash], root: Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut place, mut last, mut hash) = (index, size - 1, leaf_hash);
    for sibling in path {
        if last == 0 {
            return false;
        }
        if place & 1 == 1 || place == last {
            hash = node_hash(*sibling, hash);
            while place & 1 == 0 && place != 0 {
                place >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(hash, *sibling);
        }
        place >>= 1;
        last >>= 1;
    }
    last == 0 && hash == root
}

/// Whether `path` shows that the tree of the old size and root is the beginning of the new one (RFC 9162, 2.1.4.2). Nothing
/// is shown about an empty tree.
pub fn is_consistent(old: (u64, Hash), new: (u64, Hash), path: &[Hash]) -> bool {
    let ((old_size, old_root), (new_size, new_root)) = (old, new);
    if old_size == 0 || old_size > new_size {
        return false;
    }
    if old_size == new_size {
        return path.is_empty() && old_root == new_root;
    }
    // A complete tree is itself the first step of the path.
    let (first, rest) = match path.split_first() {
        None => return false,
        Some(_) if old_size.is_power_of_two() => (old_root, path),
        Some((first, rest)) => (*first, rest),
    };
    let (mut place, mut last) = (old_size - 1, new_size - 1);
    let complete_levels = place.trailing_ones();
    place = place.checked_shr(complete_levels).unwrap_or(0);
    last = last.checked_shr(complete_levels).unwrap_or(0);
    let (mut old_hash, mut new_hash) = (first, first);
    for sibling in rest {
        if last == 0 {
            return false;
        }
        if place & 1 == 1 || place == last {
            old_hash = node_hash(*sibling, old_hash);
            new_hash = node_hash(*sibling, new_hash);
            while place & 1 == 0 && place != 0 {
                place >>= 1;
                last >>= 1;
            }
        } else {
            new_hash = node_hash(new_hash, *sibling);
        }
        place >>= 1;
        last >>= 1;
    }
    last == 0 && old_hash == old_root && new_hash == new_root
}

/// Where a tree of more than one leaf is divided: the largest power of two below its size.
fn split(size: usize) -> usize {
    size.next_power_of_two() / 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::merkle::leaf_hash;

    fn leaves(count: u8) -> Vec<Hash> {
        (0..count).map(|number| leaf_hash(&[number])).collect()
    }

    /// The path with one bit turned, one hash dropped at either end, or one added at either end.
    fn damaged(path: &[Hash], other: Hash) -> Vec<Vec<Hash>> {
        let mut all = vec![[path, &[other]].concat(), [&[other], path].concat()];
        if let ([_, after_first @ ..], [before_last @ .., _]) = (path, path) {
            all.extend([after_first.to_vec(), before_last.to_vec()]);
        }
        for place in 0..path.len() {
            let mut turned = path.to_vec();
            turned[place].0[place % 32] ^= 4;
            all.push(turned);
        }
        all
    }

    #[test]
    fn every_leaf_of_every_small_tree_is_proved_and_nothing_else() {
        for size in 1..=33_u8 {
            let leaves = leaves(size);
            let top = root(&leaves);
            for index in 0..usize::from(size) {
                let path = inclusion(&leaves, index).unwrap();
                let (at, of) = (index as u64, u64::from(size));
                assert!(is_included(leaves[index], at, of, &path, top), "leaf {index} of {size}");
                let other = leaf_hash(b"another");
                assert!(!is_included(other, at, of, &path, top));
                assert!(!is_included(leaves[index], at, of, &path, other));
                for wrong in [at + 1, at ^ 2, at.wrapping_sub(1), u64::MAX] {
                    assert!(!is_included(leaves[index], wrong, of, &path, top), "{wrong} for {index} of {size}");
                }
                for path in damaged(&path, other) {
                    assert!(!is_included(leaves[index], at, of, &path, top));
                }
            }
            assert_eq!(inclusion(&leaves, usize::from(size)), None);
        }
    }

    #[test]
    fn every_beginning_of_every_small_tree_is_proved_and_nothing_else() {
        for size in 1..=33_u8 {
            let leaves = leaves(size);
            let new = (u64::from(size), root(&leaves));
            for old_size in 1..=usize::from(size) {
                let path = consistency(&leaves, old_size).unwrap();
                let old = (old_size as u64, root(&leaves[..old_size]));
                assert!(is_consistent(old, new, &path), "{old_size} of {size}");
                let other = leaf_hash(b"another");
                assert!(!is_consistent((old.0, other), new, &path));
                assert!(!is_consistent(old, (new.0, other), &path));
                for wrong in [0, old.0 - 1, old.0 + 1, new.0 + 1, u64::MAX] {
                    assert!(!is_consistent((wrong, old.1), new, &path), "{wrong} for {old_size} of {size}");
                }
                for path in damaged(&path, other) {
                    assert!(!is_consistent(old, new, &path));
                }
            }
            assert_eq!(consistency(&leaves, 0), None);
            assert_eq!(consistency(&leaves, usize::from(size) + 1), None);
        }
    }

    #[test]
    fn the_largest_numbers_do_no_harm() {
        let hash = leaf_hash(b"");
        let path = [hash; 70];
        assert!(!is_included(hash, u64::MAX - 1, u64::MAX, &path, hash));
        assert!(!is_consistent((u64::MAX, hash), (u64::MAX, hash), &path));
        assert!(!is_consistent((1 << 63, hash), (u64::MAX, hash), &path));
    }
}
