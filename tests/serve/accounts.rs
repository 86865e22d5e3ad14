//! Invented accounts of an invented flood, which contradict each other.

use crate::test::Test;

const ACCOUNTS: [(&str, &str, &str, &str); 5] = [
    (
        "beacon.txt",
        "Morning Beacon",
        "2019-05-04",
        "Dam bursts in Orlava\n\nAt least 12 people were killed in Orlava on 3 May 2019, officials said. In Orlava more than 40 people \
         were killed on 3 May 2019, residents said. \"Nobody opened the sluices,\" said Mayor Petra Lindqvist.",
    ),
    (
        "courier.txt",
        "Valley Courier",
        "2019-05-05",
        "Toll rises in Orlava\n\nIn Orlava 19 people were killed on 3 May 2019, police said. Some 300 people were evacuated. \
         Officials told Radio Estuary that 25 people were injured.",
    ),
    (
        "copy.txt",
        "Hill Gazette",
        "2019-05-05",
        "Orlava counts its dead\n\nIn Orlava 19 people were killed on 3 May 2019, police said. The bridge at Tessin was destroyed.",
    ),
    (
        "union.txt",
        "Harbour Watch",
        "2019-05-06",
        "Union disputes figures\n\nThe rail union said 50 people had been killed in Orlava on 3 May 2019. It accused the government of \
         hiding bodies. Twelve workers were detained on 5 May 2019 in Tessin, the union said.",
    ),
    ("undated.txt", "", "", "A short note\n\nThe river was high. Three people were injured, according to a doctor."),
];

/// The folder with the articles.
pub fn articles() -> Test {
    ACCOUNTS.iter().fold(Test::new(), |test, (name, publisher, day, text)| {
        let mut known = vec![format!(r#""headline": "{}""#, text.lines().next().unwrap())];
        if !publisher.is_empty() {
            known.push(format!(r#""publisher": "{publisher}", "datePublished": "{day}""#));
        }
        let sidecar = format!("{{{}}}", known.join(", "));
        test.file(&format!("articles/{name}"), text).file(&format!("articles/{name}.meta.json"), sidecar)
    })
}

/// An archive of them, with a second version of one and a verification on record.
pub fn archive() -> Test {
    articles()
        .ingest(["articles"])
        .file("articles/beacon.txt", ACCOUNTS[0].3.replace("At least 12", "At least 15"))
        .ingest(["articles"])
        .verify()
}
