//! The append-only log: a Merkle tree as in RFC 6962 over the bodies of its entries.
