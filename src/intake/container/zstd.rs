//! Zstandard: one file, compressed (`dump.jsonl.zst`), and what web archives are compressed with record by record
//! (`crawl.warc.zst`), perhaps with a dictionary of their own before the first record.

use std::io::{self, BufRead, Read};

use ruzstd::decoding::{BlockDecodingStrategy, Dictionary, FrameDecoder};

use super::limits::{Count, Counted, Unpacked};
use super::{Place, Source, Stop, Walk};

/// How a frame begins.
pub const FRAME: [u8; 4] = [0x28, 0xB5, 0x2F, 0xFD];
/// How what is no data begins, beside its first byte; a dictionary for web archives is one of these.
const SKIPPED: [u8; 3] = [0x2A, 0x4D, 0x18];
/// The first byte of such a dictionary.
pub const DICTIONARY: [u8; 4] = [0x5D, 0x2A, 0x4D, 0x18];
/// A dictionary is no longer, in bytes.
const LONGEST_DICTIONARY: u64 = 16 << 20;

/// Reads what is inside of one file.
pub fn read(reader: &mut dyn BufRead, place: &Place, walk: &mut Walk<'_>) -> Result<(), Stop> {
    let name = place.name.strip_suffix(".zst").unwrap_or(&place.name).to_owned();
    let inside = Place { name, depth: place.depth + 1, ..place.clone() };
    let mut frames = unpacked(reader, Count::default(), walk);
    walk.open(Source::Stream(&mut frames), &inside)
}

/// What is inside, within the limits of the file; `compressed` counts what was taken in.
pub fn unpacked<R: BufRead>(reader: R, compressed: Count, walk: &Walk<'_>) -> Unpacked<Frames<Counted<R>>> {
    let frames = Frames::new(Counted::new(reader, compressed.clone()));
    Unpacked::new(frames, compressed, walk.unpacked.clone(), walk.container.byte_length)
}

/// The content of all frames, one after the other. A damaged one is an error once; reading on goes to the next.
pub struct Frames<R> {
    source: R,
    decoder: FrameDecoder,
    state: State,
}

#[derive(PartialEq)]
enum State {
    Between,
    Within,
    Lost,
}

impl<R: BufRead> Frames<R> {
    /// Of a source that begins with a frame.
    pub fn new(source: R) -> Self {
        Self { source, decoder: FrameDecoder::new(), state: State::Between }
    }

    /// Goes into the next frame; `false` at the end.
    fn enter(&mut self) -> io::Result<bool> {
        let mut mark = [0; 4];
        loop {
            if self.source.fill_buf()?.is_empty() {
                return Ok(false);
            }
            self.source.read_exact(&mut mark)?;
            if mark == FRAME {
                self.decoder.reset(FRAME.as_slice().chain(&mut self.source)).map_err(damaged)?;
                return Ok(true);
            }
            if mark.get(1..) != Some(SKIPPED.as_slice()) || mark.first().is_none_or(|first| first >> 4 != 5) {
                return Err(damaged("no frame begins where one should"));
            }
            let mut length = [0; 4];
            self.source.read_exact(&mut length)?;
            let length = u64::from(u32::from_le_bytes(length));
            if mark == DICTIONARY && length <= LONGEST_DICTIONARY {
                self.learn(length)?;
            } else {
                io::copy(&mut self.source.by_ref().take(length), &mut io::sink())?;
            }
        }
    }

    /// A dictionary may itself be compressed.
    fn learn(&mut self, length: u64) -> io::Result<()> {
        let mut dictionary = Vec::new();
        self.source.by_ref().take(length).read_to_end(&mut dictionary)?;
        if dictionary.starts_with(&FRAME) {
            let mut unpacked = Vec::new();
            Frames::new(dictionary.as_slice()).take(LONGEST_DICTIONARY).read_to_end(&mut unpacked)?;
            dictionary = unpacked;
        }
        let dictionary = Dictionary::decode_dict(&dictionary).map_err(damaged)?;
        self.decoder.add_dict(dictionary).map_err(damaged)
    }

    /// Goes to where a frame might begin and into it; `false` at the end.
    fn find(&mut self) -> io::Result<bool> {
        let mut matched = 0;
        loop {
            let Some(byte) = self.source.fill_buf()?.first().copied() else { return Ok(false) };
            self.source.consume(1);
            matched = match FRAME.get(matched) {
                Some(wanted) if *wanted == byte => matched + 1,
                _ => usize::from(byte == FRAME[0]),
            };
            if matched == FRAME.len() {
                matched = 0;
                // What begins like this may still be anything.
                if self.decoder.reset(FRAME.as_slice().chain(&mut self.source)).is_ok() {
                    return Ok(true);
                }
            }
        }
    }

    fn go_on(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let is_there = match self.state {
                State::Within => true,
                State::Between => self.enter()?,
                State::Lost => self.find()?,
            };
            if !is_there {
                return Ok(0);
            }
            self.state = State::Within;
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let one = BlockDecodingStrategy::UptoBlocks(1);
                self.decoder.decode_blocks(&mut self.source, one).map_err(damaged)?;
            }
            let read = self.decoder.read(buffer)?;
            if read > 0 || buffer.is_empty() {
                return Ok(read);
            }
            let given = self.decoder.get_checksum_from_data();
            if given.is_some() && given != self.decoder.get_calculated_checksum() {
                return Err(damaged("a frame does not fit its checksum"));
            }
            self.state = State::Between;
        }
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let done = self.go_on(buffer);
        if done.is_err() {
            self.state = State::Lost;
        }
        done
    }
}

fn damaged(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, cause)
}
