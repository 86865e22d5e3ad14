//! The README of a package: what it holds, how a person without dossier checks each part with tools that are everywhere,
//! and what all this proves and what not.

use std::fmt::Write as _;

use serde_json::Value;

use super::gather::{Evidence, Witness};
use super::index::{CheckpointFiles, Index};
use crate::log::Entry;
use crate::log::entry::CaptureEntry;

const LIMITS: &str = include_str!("readme/limits.txt");
const UNPACK: &str = include_str!("readme/unpack.txt");

/// The whole text.
pub fn text(evidence: &Evidence, index: &Index) -> String {
    let mut out = String::new();
    head(evidence, &mut out);
    out.push_str(LIMITS);
    out.push_str(UNPACK);
    bytes(evidence, index, &mut out);
    words(evidence, index, &mut out);
    log(evidence, index, &mut out);
    let mut before = None;
    for (witness, files) in evidence.checkpoints.iter().zip(&index.checkpoints) {
        signatures(witness, files, &mut out);
        if let (Some(before), Some(extends)) = (before, &files.extends) {
            extension(before, files, extends, &mut out);
        }
        timestamps(witness, files, &mut out);
        before = Some(files);
    }
    let _ = write!(
        out,
        "\nALL OF IT AT ONCE, WITH DOSSIER\n\n    dossier prove --check {}.zip\n\ndoes all of the above without a network, except what needs a root \
         certificate,\nand says so.\n\nMade by {} on {}.\n",
        super::package::name(evidence),
        index.tool,
        index.made_at
    );
    out
}

fn head(evidence: &Evidence, out: &mut String) {
    let CaptureEntry { article, sequence, sha256, byte_length, origin, retrieved_at, tool, .. } = &evidence.capture;
    let about = |column: &str| Some(one_line(&evidence.about[column])).filter(|known| !known.is_empty());
    let about = |column: &str| about(column).unwrap_or_else(|| "not known".to_owned());
    let what = if evidence.is_one_claim { "ONE CLAIM OF A NEWS REPORT" } else { "A NEWS REPORT" };
    let (article, origin) = (one_line_of(article), one_line_of(origin));
    let _ = write!(
        out,
        "EVIDENCE FOR {what}\n\nKept by dossier, an archive that can show that nothing in it was altered.\n\n\
         \x20   article      {article}\n\
         \x20   title        {}\n\
         \x20   publisher    {} (as the page says or as given by who archived it)\n\
         \x20   published    {}\n\
         \x20   version      {sequence} of {}\n\
         \x20   found at     {origin}\n\
         \x20   stored       {retrieved_at} by {tool}, as its computer's clock had it\n\
         \x20   bytes        {byte_length}\n\
         \x20   SHA-256      {sha256}\n",
        about("title"),
        about("publisher"),
        about("published_on"),
        evidence.versions.len(),
    );
    for claim in evidence.claims.iter().filter(|_| evidence.is_one_claim) {
        describe(claim, out);
    }
    decisions(evidence, out);
    if !evidence.is_one_claim {
        let _ = writeln!(out, "    claims       {}, see data/claims.json", evidence.claims.len());
    }
}

/// What people decided: it changes nothing of what the program read, and stands beside it.
fn decisions(evidence: &Evidence, out: &mut String) {
    if evidence.decisions.is_empty() {
        return;
    }
    out.push_str(
        "\nWhat people decided about it, each a signed statement and no proof of who signed (data/decisions.json):\n\n",
    );
    for decision in &evidence.decisions {
        let part = |column: &str| one_line(&decision[column]);
        let _ = write!(out, "    {}  {}: {} ", part("reviewed_at"), part("reviewer"), part("decision"));
        let _ = write!(out, "{}", part("claim_key").get(..12).unwrap_or_default());
        let note = part("note");
        let _ = writeln!(out, "{}{note}", if note.is_empty() { "" } else { ", because " });
    }
}

fn describe(claim: &Value, out: &mut String) {
    let _ = writeln!(out, "\nThe claim, in the article's own words:\n\n    \"{}\"\n", one_line(&claim["quote"]));
    let lines = [
        ("sentence", "sentence"),
        ("what", "what"),
        ("figure", "figure"),
        ("who or what", "counted_group"),
        ("to whom", "target"),
        ("by whom", "actor"),
        ("when", "date"),
        ("where", "place"),
        ("on whose word", "source"),
        ("through", "via"),
        ("asserted", "polarity"),
        ("how firmly", "modality"),
        ("key", "claim_key"),
    ];
    for (label, column) in lines {
        let value = one_line(&claim[column]);
        if !value.is_empty() {
            let _ = writeln!(out, "    {label:<14} {value}");
        }
    }
    let _ = writeln!(
        out,
        "    {:<14} code points {} to {} of data/text.txt",
        "place in text", claim["start_offset"], claim["end_offset"]
    );
}

fn bytes(evidence: &Evidence, index: &Index, out: &mut String) {
    let CaptureEntry { sha256, capture_id, .. } = &evidence.capture;
    let body =
        entry(evidence, index, |entry| matches!(entry, Entry::Capture(capture) if capture.capture_id == *capture_id));
    let _ = write!(
        out,
        "\n2. THE BYTES ARE THOSE THAT WERE STORED\n\n    sha256sum {}\n    sqlite3 :memory: \"select json_extract(readfile('{body}'), '$.sha256')\"\n\n\
         Both print\n\n    {sha256}\n\n{body} is the entry that the archive's log got when\nthe article was stored. Step 4 shows that it is in the log.\n",
        index.original
    );
}

fn words(evidence: &Evidence, index: &Index, out: &mut String) {
    let Index { text, derived_rows, claims, .. } = index;
    let body = entry(evidence, index, |entry| matches!(entry, Entry::Derivation(_)));
    let _ = write!(
        out,
        "\n3. THE WORDS STAND THERE\n\nOpen {} and {text} and read. The text is what dossier read\nfrom the bytes; for plain text it is the same.",
        index.original
    );
    if let Some(claim) = evidence.claims.first().filter(|_| evidence.is_one_claim) {
        let (start, end) = (claim["start_offset"].as_i64().unwrap_or(0), claim["end_offset"].as_i64().unwrap_or(0));
        let _ = write!(
            out,
            " The words of the claim:\n\n    sqlite3 :memory: \"select substr(cast(readfile('{text}') as text), {}, {})\"\n\nprints\n\n    {}\n",
            start + 1,
            end - start,
            claim["quote"].as_str().unwrap_or_default()
        );
    } else {
        out.push('\n');
    }
    let _ = write!(
        out,
        "\nWhat dossier made of it then (title, sentences, claims, names) is in\n{derived_rows}; {claims} holds claims of it in a form for reading.\n\n    \
         sha256sum {derived_rows}\n    sqlite3 :memory: \"select json_extract(readfile('{body}'), '$.digest')\"\n\nBoth print\n\n    {}\n\n\
         so that the reading, too, is as old as the log entry, and was not adapted since.\n",
        evidence.derivation.digest
    );
}

fn log(evidence: &Evidence, index: &Index, out: &mut String) {
    out.push_str(
        "\n4. THE ENTRIES ARE IN THE LOG\n\nEach log entry comes with a proof (C2SP tlog-proof): a few hashes that lead from\nit to the root in a signed checkpoint at the proof's end. The short script\nneeds openssl alone; read it first. check-inclusion.py does the same in Python.\n\n",
    );
    for files in &index.entries {
        let _ = writeln!(out, "    sh data/tools/check-inclusion.sh {} {}", files.body, files.proof);
    }
    out.push_str("\nEach prints the same root twice and that the entry IS in the log. The entries:\n\n");
    for (proved, files) in evidence.entries.iter().zip(&index.entries) {
        let what = match &proved.entry {
            Entry::Capture(capture) => {
                format!(
                    "version {} was stored on {}, SHA-256 {:.16}…",
                    capture.sequence, capture.retrieved_at, capture.sha256
                )
            }
            _ => format!("what was derived from version {}", evidence.capture.sequence),
        };
        let _ = writeln!(out, "    entry {:<6} {what}; up to checkpoint {}", files.entry, files.checkpoint_id);
    }
    out.push_str("\nThat the checkpoint at the end of a proof is the one that step 5 looks at:\n\n");
    for files in &index.entries {
        let note = index.checkpoints.iter().find(|checkpoint| checkpoint.checkpoint_id == files.checkpoint_id);
        let _ = writeln!(
            out,
            "    sed '1,/^$/d' {} | cmp - {}",
            files.proof,
            note.map_or("", |checkpoint| &checkpoint.note)
        );
    }
    out.push_str("\n(cmp prints nothing where both are the same.)\n");
}

fn signatures(witness: &Witness, files: &CheckpointFiles, out: &mut String) {
    let stored = &witness.stored;
    let lines = stored.note.lines().take_while(|line| !line.is_empty()).count();
    let _ = write!(
        out,
        "\n5. CHECKPOINT {} IS SIGNED\n\nA checkpoint is the log's name, its size ({} entries), the root of its Merkle\ntree in Base 64, and the signatures.\n\n    \
         head -n {lines} {} | cmp - {}\n",
        stored.checkpoint_id, stored.checkpoint.size, files.note, files.signed_text
    );
    for (key, signer) in stored.keys.iter().zip(&files.signers) {
        let _ = write!(
            out,
            "    openssl pkeyutl -verify -pubin -inkey {} -rawin \\\n        -in {} -sigfile {}\n\nprints \"Signature Verified Successfully\". Whose key it is, no package can prove.\n\
             Compare it with what its owner has published or tells you. In C2SP's form it is\n\n    {signer_key}\n\nand the same 32 bytes come out of\n\n    \
             printf '%s\\n' '{encoded}' | openssl base64 -d -A | tail -c 32 | od -An -tx1\n    openssl pkey -pubin -in {} -outform DER | tail -c 32 | od -An -tx1\n",
            signer.pem,
            files.signed_text,
            signer.signature,
            signer.pem,
            signer_key = signer.verifier_key,
            encoded = signer.verifier_key.splitn(3, '+').nth(2).unwrap_or_default(),
        );
        // Lines are told by their number: a name may hold what a shell would run.
        let line = stored.note.lines().position(|line| line.starts_with(&format!("\u{2014} {} ", key.name())));
        let _ = write!(
            out,
            "\nThe signature is the end of its line in the checkpoint:\n\n    sed -n {}p {} | cut -d' ' -f3 \\\n        | openssl base64 -d -A | tail -c 64 | cmp - {}\n",
            line.map_or(0, |line| line + 1),
            files.note,
            signer.signature
        );
    }
}

/// That two checkpoints are of one log.
fn extension(before: &CheckpointFiles, files: &CheckpointFiles, extends: &str, out: &mut String) {
    let _ = write!(
        out,
        "\nThat its log begins with the whole log of checkpoint {}, so that nothing was\ntaken out or changed in between (openssl alone; read the script first):\n\n    \
         sh data/tools/check-extension.sh {} \\\n        {} {extends}\n",
        before.checkpoint_id, before.note, files.note
    );
}

fn timestamps(witness: &Witness, files: &CheckpointFiles, out: &mut String) {
    let number = files.checkpoint_id;
    if files.timestamps.is_empty() {
        let _ = write!(
            out,
            "\n6. CHECKPOINT {number} HAS NO TIMESTAMP\n\nMISSING: no authority says when this checkpoint was there. That it was made on\n{} is only what its maker says. \
             Where the checkpoint was published (a web\nsite, a newspaper, a mail), that publication dates it.\n",
            witness.stored.made_at
        );
        return;
    }
    let _ = write!(out, "\n6. CHECKPOINT {number} WAS THERE AT A CERTAIN TIME\n");
    for (timestamp, files_of) in witness.timestamps.iter().zip(&files.timestamps) {
        let time = timestamp.attested_at.as_deref().unwrap_or_default();
        let _ = write!(out, "\nA timestamp authority (RFC 3161) says: it was there on {time} (UTC).\n\n");
        let roots = if let Some(chain) = &files_of.chain {
            let _ = write!(
                out,
                "    openssl ts -verify -data {} -in {} \\\n        -CAfile {chain}\n\nprints \"Verification: OK\". {chain} came with the\n\
                     package: the check is worth what its root certificate is worth. Compare its\nfingerprint with the one that the authority publishes, or use your own copy:\n\n    \
                     openssl storeutl -noout -text -certs {chain}\n    openssl x509 -in {chain} -noout -subject -fingerprint -sha256\n",
                files.note, files_of.response
            );
            chain.as_str()
        } else {
            let _ = write!(
                out,
                "    openssl ts -verify -data {} -in {} \\\n        -CAfile ROOT.pem\n\nprints \"Verification: OK\". MISSING: no certificates were kept. Get the root\n\
                     certificate from the authority that the next command names:\n",
                files.note, files_of.response
            );
            "ROOT.pem"
        };
        let _ = write!(
            out,
            "\nThe time itself, and who gave it:\n\n    openssl ts -reply -in {} -text\n\nWhere a certificate has expired since, add -attime with a moment at which it\nwas valid \
             (seconds since 1970) to the check against {roots}.\n",
            files_of.response
        );
    }
}

fn entry(evidence: &Evidence, index: &Index, is_meant: impl Fn(&Entry) -> bool) -> String {
    let place = evidence.entries.iter().position(|proved| is_meant(&proved.entry));
    place.and_then(|place| index.entries.get(place)).map(|files| files.body.clone()).unwrap_or_default()
}

/// Text on one line; nothing for NULL.
fn one_line(value: &Value) -> String {
    one_line_of(value.as_str().unwrap_or_default())
}

fn one_line_of(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
