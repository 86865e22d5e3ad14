#![allow(missing_docs)]
use dossier::analysis::*;
fn main() {
    let mut s = String::new();
    std::io::Read::read_to_string(&mut std::io::stdin(), &mut s).unwrap();
    for line in s.lines() {
    let text = Text::new(line);
    let dates = date::find(&text, None);
    let q = quantity::find(&text, &dates);
    let n = name::find(&text);
    let p = phrase::Phrases::new(&text, &q, &dates, &n);
    let out: Vec<String> = p.chunks.iter().map(|c| { let k = match c.kind { phrase::ChunkKind::Noun(g) => format!("N{}", if g.quantity.is_some() {"q"} else {""}), phrase::ChunkKind::Verb(v) => format!("V{:?}", v.voice).chars().take(3).collect(), k => format!("{k:?}").chars().take(2).collect() }; format!("[{k} {}]", text.span(c.tokens.clone()).of(line)) }).collect();
    println!("{}", out.join(" "));
    }
}
