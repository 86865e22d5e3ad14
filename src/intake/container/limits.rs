//! What a container may unfold to. A few kilobytes can be made to unpack into terabytes, and archives into archives
//! without end; both are refused before they cost more than what an honest archive of their size does.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

/// How deep containers may lie in each other.
pub const DEEPEST: usize = 4;
/// How many members and records one file may hold in all.
pub const MOST_MEMBERS: u64 = 10_000_000;
/// How many times its compressed size something may unpack to …
const RATIO: u64 = 200;
/// … beyond this many bytes, since what is small may well consist of one letter.
const FREE: u64 = 10_000_000;

/// What was read so far; clones share the count.
#[derive(Clone, Debug, Default)]
pub struct Count(Rc<Cell<u64>>);

impl Count {
    /// So many.
    pub fn of(count: u64) -> Self {
        Self(Rc::new(Cell::new(count)))
    }

    /// How many.
    pub fn get(&self) -> u64 {
        self.0.get()
    }

    /// Adds some.
    pub fn add(&self, more: u64) {
        self.0.set(self.0.get().saturating_add(more));
    }
}

/// Counts the bytes that are taken from a reader.
pub struct Counted<R> {
    inner: R,
    count: Count,
}

impl<R> Counted<R> {
    /// Adds to `count`.
    pub fn new(inner: R, count: Count) -> Self {
        Self { inner, count }
    }

    /// What is counted.
    pub fn inner(&self) -> &R {
        &self.inner
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.add(read as u64);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.count.add(amount as u64);
        self.inner.consume(amount);
    }
}

/// Refuses to unpack more than an honest file of this compressed size holds.
pub struct Unpacked<R> {
    inner: R,
    compressed: Count,
    given: u64,
    /// Everything that is unpacked from the outermost file, and how much that may be.
    total: Count,
    most: u64,
}

impl<R> Unpacked<R> {
    /// `compressed` tells how many bytes were unpacked so far, or will be in all.
    pub fn new(inner: R, compressed: Count, total: Count, file_length: u64) -> Self {
        let most = file_length.saturating_mul(RATIO * 4).max(FREE * 100);
        Self { inner, compressed, given: 0, total, most }
    }

    /// Whether more was unpacked than may be.
    pub fn is_exceeded(&self) -> bool {
        self.given > self.compressed.get().saturating_mul(RATIO).max(FREE) || self.total.get() > self.most
    }
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.given += read as u64;
        self.total.add(read as u64);
        if self.is_exceeded() {
            let told =
                format!("it unpacks to more than {} MB, which no honest file of its size does", self.given / 1_000_000);
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, told));
        }
        Ok(read)
    }
}

/// Whether a reader failed because something unpacks to too much.
pub fn is_bomb(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::FileTooLarge
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_unpacks_to_too_much_is_an_error() {
        let unpack = |compressed: u64, length: u64| {
            let mut reader =
                Unpacked::new(io::repeat(7).take(length), Count::of(compressed), Count::default(), compressed);
            io::copy(&mut reader, &mut io::sink()).map_err(|error| is_bomb(&error))
        };
        assert_eq!(unpack(10, 9_000_000), Ok(9_000_000));
        assert_eq!(unpack(10, 11_000_000), Err(true));
        assert_eq!(unpack(1_000_000, 100_000_000), Ok(100_000_000));
    }
}
