//! The pages of one table or index: each is a tree of pages with cells, and long cells go on in chains of overflow pages.

use std::io;
use std::ops::Range;

use super::{Kind, Pages, Walk, header, number, short};

/// Deeper trees than any file can need.
const DEEPEST: usize = 64;

/// Walks over the tree whose first page is `root`.
pub fn walk(pages: &mut Pages, name: &str, root: u32, walk: &mut Walk) -> io::Result<()> {
    let mut waiting = vec![(root, 0)];
    while let Some((page, depth)) = waiting.pop() {
        if depth > DEEPEST {
            walk.problem(page, format!("{name} is nested too deeply"));
            return Ok(());
        }
        if !walk.take(page, Kind::Tree, name) {
            continue;
        }
        let bytes = pages.read(page)?;
        let mut tree_page = TreePage::new(&bytes, page, pages.header.usable());
        match tree_page.read() {
            Ok(()) => {}
            Err(what) => {
                walk.problem(page, format!("{what} (a page of {name})"));
                continue;
            }
        }
        let TreePage { children, overflows, used, .. } = tree_page;
        waiting.extend(children.into_iter().map(|child| (child, depth + 1)));
        for (first, length) in overflows {
            walk_overflow(pages, name, first, length, walk)?;
        }
        walk.used += used.iter().map(|range| range.len() as u64).sum::<u64>();
    }
    Ok(())
}

fn walk_overflow(pages: &mut Pages, name: &str, first: u32, length: usize, walk: &mut Walk) -> io::Result<()> {
    let room = pages.header.usable() - 4;
    let (mut page, mut left) = (first, length);
    while left > 0 {
        if !walk.take(page, Kind::Overflow, name) {
            return Ok(());
        }
        let bytes = pages.read(page)?;
        let here = left.min(room);
        left -= here;
        walk.used += 4 + here as u64;
        page = number(&bytes, 0);
    }
    if page != 0 {
        walk.problem(page, format!("a row of {name} ends before this page, but goes on to it"));
    }
    Ok(())
}

/// One page, taken apart.
struct TreePage<'a> {
    bytes: &'a [u8],
    /// Where its own header begins.
    start: usize,
    usable: usize,
    used: Vec<Range<usize>>,
    children: Vec<u32>,
    /// First page and length of what goes on elsewhere.
    overflows: Vec<(u32, usize)>,
}

impl<'a> TreePage<'a> {
    fn new(bytes: &'a [u8], page: u32, usable: usize) -> Self {
        let start = if page == 1 { header::LENGTH } else { 0 };
        Self { bytes, start, usable, used: Vec::new(), children: Vec::new(), overflows: Vec::new() }
    }

    fn read(&mut self) -> Result<(), String> {
        let flag = self.bytes.get(self.start).copied().unwrap_or_default();
        let (is_table, is_leaf) = match flag {
            2 => (false, false),
            5 => (true, false),
            10 => (false, true),
            13 => (true, true),
            _ => return Err(format!("its kind is {flag}, which is none")),
        };
        let cells = short(self.bytes, self.start + 3);
        let pointers = self.start + if is_leaf { 8 } else { 12 };
        let pointers_end = pointers + 2 * cells;
        if pointers_end > self.usable {
            return Err(format!("it counts {cells} cells and has no room for them"));
        }
        self.used.push(0..pointers_end);
        if !is_leaf {
            self.children.push(number(self.bytes, self.start + 8));
        }
        for index in 0..cells {
            let at = short(self.bytes, pointers + 2 * index);
            if at < pointers_end {
                return Err(format!("cell {index} begins among the pointers"));
            }
            self.read_cell(at, is_table, is_leaf).ok_or_else(|| {
                format!("cell {index} reaches beyond the page or is not written as SQLite writes cells")
            })?;
        }
        self.check_room(pointers_end)
    }

    /// `None` where it does not fit into the page.
    fn read_cell(&mut self, at: usize, is_table: bool, is_leaf: bool) -> Option<()> {
        let mut end = at;
        if !is_leaf {
            self.children.push(number(self.bytes, end));
            end += 4;
        }
        if is_table && !is_leaf {
            (_, end) = self.varint(end)?;
        } else {
            let (payload, after) = self.varint(end)?;
            end = if is_table { self.varint(after)?.1 } else { after };
            let payload = usize::try_from(payload).ok()?;
            let local = self.local(payload, is_table);
            let record = end;
            end = end.checked_add(local)?;
            self.check_record(record..end)?;
            if local < payload {
                self.overflows.push((number(self.bytes, end), payload - local));
                end += 4;
            }
        }
        // SQLite gives every cell at least four bytes, so that a free block fits in its place.
        end = end.max(at + 4);
        (end <= self.usable).then(|| self.used.push(at..end))
    }

    /// A row begins with the length of its header and the type of each column. A type written in more bytes than it needs
    /// takes the place of the next one, and where both say "nothing" no column reads otherwise. `None` where one is, or
    /// where the types do not end with the header; of a header that goes on elsewhere its beginning is read.
    fn check_record(&self, local: Range<usize>) -> Option<()> {
        let (length, mut at) = self.varint(local.start)?;
        let end = local.start.checked_add(usize::try_from(length).ok()?)?;
        while at < end {
            // The longest number that may begin before the end of the page.
            if end > local.end && at + 9 > local.end {
                return Some(());
            }
            at = self.varint(at)?.1;
        }
        (at == end).then_some(())
    }

    /// How many bytes of a payload lie in the page itself.
    fn local(&self, payload: usize, is_table: bool) -> usize {
        let least = (self.usable - 12) * 32 / 255 - 23;
        let most = if is_table { self.usable - 35 } else { (self.usable - 12) * 64 / 255 - 23 };
        if payload <= most {
            return payload;
        }
        let fitting = least + (payload - least) % (self.usable - 4);
        if fitting <= most { fitting } else { least }
    }

    /// Cells and free blocks must not overlap, and what is left between them is what the page says is left.
    fn check_room(&mut self, pointers_end: usize) -> Result<(), String> {
        let content = match short(self.bytes, self.start + 5) {
            0 => 65_536,
            content => content,
        };
        let mut free = Vec::new();
        let mut block = short(self.bytes, self.start + 1);
        while block != 0 {
            let (next, length) = (short(self.bytes, block), short(self.bytes, block + 2));
            if block < pointers_end || length < 4 || block + length > self.usable || (next != 0 && next <= block) {
                return Err(format!("its list of free blocks is wrong at byte {block}"));
            }
            self.used.push(block..block + 4);
            free.push(block + 4..block + length);
            block = next;
        }
        let mut parts: Vec<Range<usize>> = self.used.iter().skip(1).cloned().chain(free).collect();
        parts.sort_by_key(|range| (range.start, range.end));
        let (mut reached, mut fragments) = (content.min(self.usable), 0);
        if content < pointers_end || content > self.usable {
            return Err(format!("its cells are said to begin at byte {content}"));
        }
        for part in parts {
            if part.start < reached {
                return Err(format!("two cells or free blocks overlap at byte {}", part.start));
            }
            fragments += part.start - reached;
            reached = part.end;
        }
        fragments += self.usable - reached;
        let said = usize::from(self.bytes.get(self.start + 7).copied().unwrap_or_default());
        if fragments == said { Ok(()) } else { Err(format!("{fragments} bytes are left over, and it says {said}")) }
    }

    /// A number of variable length and where it ends; `None` beyond the page, and for one with zeros in front, as SQLite
    /// writes none.
    fn varint(&self, at: usize) -> Option<(u64, usize)> {
        if self.bytes.get(at) == Some(&0x80) {
            return None;
        }
        let mut value = 0_u64;
        for index in 0..9 {
            let byte = *self.bytes.get(at + index)?;
            if index == 8 {
                return Some(((value << 8) | u64::from(byte), at + 9));
            }
            value = (value << 7) | u64::from(byte & 0x7F);
            if byte & 0x80 == 0 {
                return Some((value, at + index + 1));
            }
        }
        None
    }
}
