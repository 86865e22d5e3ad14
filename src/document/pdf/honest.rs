//! What an honest PDF does not hold: streams that unpack to thousands of times their size, page trees that lead back to
//! themselves, drawings that draw themselves or each other without end.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read as _};

use flate2::read::ZlibDecoder;
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

/// What all streams together may unpack to, in bytes, beyond which the file must be large itself.
const FREE: u64 = 64 << 20;
/// How many times its size a file may unpack to.
const RATIO: u64 = 100;
/// A file with more pages is no report.
const MOST_PAGES: usize = 20_000;
/// How many times drawings may be drawn in all.
const MOST_DRAWINGS: u64 = 100_000;

/// Refuses a file whose streams unpack to too much, before anything else reads them.
pub fn check_streams(bytes: &[u8]) -> Result<(), String> {
    let most = FREE.max((bytes.len() as u64).saturating_mul(RATIO));
    let mut unpacked = 0;
    for at in memchr::memmem::find_iter(bytes, b"stream") {
        let rest = bytes.get(at + b"stream".len()..).unwrap_or_default();
        let content = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        // The mark of zlib: other streams are left to the limits of those who read them.
        if content.first().is_none_or(|first| first & 0x0F != 8) {
            continue;
        }
        // What breaks off is counted as far as it goes.
        let room = most.saturating_sub(unpacked) + 1;
        let mut counted = Counted(0);
        let _ = io::copy(&mut ZlibDecoder::new(content).take(room), &mut counted);
        unpacked += counted.0;
        if unpacked > most {
            return Err(format!("it unpacks to more than {} MB", most >> 20));
        }
    }
    Ok(())
}

struct Counted(u64);

impl io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Refuses a file whose pages or drawings have no end.
pub fn check_pages(document: &Document) -> Result<(), String> {
    let root = document.catalog().and_then(|catalog| catalog.get(b"Pages")).and_then(Object::as_reference);
    let Ok(root) = root else { return Err("it has no pages".to_owned()) };
    let (mut seen, mut open, mut pages) = (BTreeSet::new(), vec![root], Vec::new());
    while let Some(node) = open.pop() {
        if !seen.insert(node) {
            return Err("its pages lead back to themselves".to_owned());
        }
        let Ok(dictionary) = document.get_dictionary(node) else { continue };
        check_parents(document, dictionary)?;
        match dictionary.get(b"Kids").and_then(|kids| document.dereference(kids)).and_then(|(_, kids)| kids.as_array())
        {
            Ok(kids) => open.extend(kids.iter().filter_map(|kid| kid.as_reference().ok())),
            Err(_) => pages.push(node),
        }
        if seen.len() > MOST_PAGES {
            return Err(format!("it has more than {MOST_PAGES} pages"));
        }
    }
    let mut drawings = Drawings { document, known: BTreeMap::new(), within: Vec::new() };
    let mut all = 0_u64;
    for page in pages {
        let Ok(dictionary) = document.get_dictionary(page) else { continue };
        let content = document.get_page_content(page).unwrap_or_default();
        all = all.saturating_add(drawings.drawn_by(dictionary, &content)?);
        if all > MOST_DRAWINGS {
            return Err("it draws without end".to_owned());
        }
    }
    Ok(())
}

/// What a page inherits is looked for in its parents.
fn check_parents(document: &Document, node: &Dictionary) -> Result<(), String> {
    let mut node = node;
    for _ in 0..100 {
        let parent = node.get(b"Parent").and_then(Object::as_reference).and_then(|id| document.get_dictionary(id));
        match parent {
            Ok(parent) => node = parent,
            Err(_) => return Ok(()),
        }
    }
    Err("its pages lead back to themselves".to_owned())
}

/// Counts what is drawn when drawings within drawings are followed.
struct Drawings<'a> {
    document: &'a Document,
    known: BTreeMap<ObjectId, u64>,
    within: Vec<ObjectId>,
}

impl Drawings<'_> {
    fn drawn_by(&mut self, holder: &Dictionary, content: &[u8]) -> Result<u64, String> {
        let mut drawn = 1_u64;
        for (name, times) in names_drawn(content) {
            let Some((id, stream)) = self.drawing(holder, &name) else { continue };
            drawn = drawn.saturating_add(self.count(id, &stream)?.saturating_mul(times));
        }
        Ok(drawn)
    }

    fn count(&mut self, id: ObjectId, stream: &Stream) -> Result<u64, String> {
        if let Some(count) = self.known.get(&id) {
            return Ok(*count);
        }
        if self.within.contains(&id) || self.within.len() > 20 {
            return Err("a drawing of it contains itself".to_owned());
        }
        self.within.push(id);
        let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
        let count = self.drawn_by(&stream.dict, &content)?;
        self.within.pop();
        self.known.insert(id, count);
        Ok(count)
    }

    /// The drawing of this name; nothing where it is a picture.
    fn drawing(&self, holder: &Dictionary, name: &[u8]) -> Option<(ObjectId, Stream)> {
        let mut holder = holder;
        let mut resources = holder.get(b"Resources");
        for _ in 0..100 {
            if resources.is_ok() {
                break;
            }
            let parent = holder.get(b"Parent").and_then(Object::as_reference).ok()?;
            holder = self.document.get_dictionary(parent).ok()?;
            resources = holder.get(b"Resources");
        }
        let resources = self.document.dereference(resources.ok()?).ok()?.1.as_dict().ok()?;
        let drawings = self.document.dereference(resources.get(b"XObject").ok()?).ok()?.1.as_dict().ok()?;
        let id = drawings.get(name).and_then(Object::as_reference).ok()?;
        let stream = self.document.get_object(id).and_then(Object::as_stream).ok()?;
        let is_form = stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form");
        is_form.then(|| (id, stream.clone()))
    }
}

/// The names that stand before the operator that draws, and how often each.
fn names_drawn(content: &[u8]) -> BTreeMap<Vec<u8>, u64> {
    let mut names = BTreeMap::new();
    let mut last: &[u8] = b"";
    for word in content.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()) {
        if word == b"Do"
            && let Some(name) = last.strip_prefix(b"/")
        {
            *names.entry(name.to_vec()).or_default() += 1;
        }
        last = word;
    }
    names
}
