//! Words are found in every script: with and without accents, and where no spaces part them.

use super::sound;
use crate::test::Test;

const ARTICLES: [(&str, &str); 8] = [
    ("chinese.txt", "周五晚间，卡尔萨瓦一家纺织厂发生火灾，至少九人死亡，警方表示。消防员在楼内搜救到深夜。"),
    ("japanese.txt", "カルサヴァの紡績工場で金曜日の夜に火災が発生し、少なくとも九人が死亡したと警察が発表した。"),
    ("korean.txt", "금요일 밤 카르사바의 방직공장에서 불이 나 아홉 명이 숨졌다고 경찰이 밝혔다."),
    ("thai.txt", "ตำรวจเปิดเผยว่าเกิดเพลิงไหม้โรงงานทอผ้าเมื่อคืนวันศุกร์ มีผู้เสียชีวิตอย่างน้อยเก้าคน"),
    ("arabic.txt", "قالت الشرطة إن تسعة أشخاص على الأقل قتلوا يوم الجمعة في حريق اندلع في مصنع للنسيج في المدينة."),
    (
        "russian.txt",
        "В пятницу при пожаре на ткацкой фабрике погибли по меньшей мере девять человек, сообщила полиция.",
    ),
    ("czech.txt", "Nejméně devět lidí zahynulo v pátek při požáru textilní továrny, uvedla policie ve městě."),
    (
        "english.txt",
        "At least nine people were killed in a fire in the Karsava (卡尔萨瓦) mill on 3 May 2019, police said.",
    ),
];

fn archive() -> Test {
    let test = ARTICLES.into_iter().fold(Test::new(), |test, (name, text)| test.file(name, text));
    test.ingest(["."]).stdout_has("8 new")
}

/// The articles that are found, in the order of their names.
fn found(test: Test, asked: &[&str]) -> (Test, Vec<String>) {
    let arguments = [&["query", "search", "--format", "jsonl", "--"], asked].concat();
    let test = test.run_all(&arguments).code(0);
    let mut names: Vec<String> = test
        .answer()
        .stdout
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["article"].as_str().unwrap().to_owned())
        .map(|article| article.trim_end_matches(".txt").to_owned())
        .collect();
    names.sort();
    (test, names)
}

#[test]
fn words_are_found_in_every_script() {
    let mut test = archive();
    for (asked, expected) in [
        (vec!["纺织厂"], vec!["chinese"]),
        (vec!["火灾"], vec!["chinese"]),
        (vec!["厂"], vec!["chinese"]),
        (vec!["火灾", "消防员"], vec!["chinese"]),
        (vec!["火灾", "纺织厂", "-消防员"], vec![]),
        (vec!["火", "-火灾"], vec!["japanese"]),
        (vec!["卡尔萨瓦"], vec!["chinese", "english"]),
        (vec!["卡尔萨瓦", "MILL"], vec!["english"]),
        (vec!["卡尔", "mill"], vec!["english"]),
        (vec!["九人死亡"], vec!["chinese"]),
        (vec!["火灾%", "_"], vec![]),
        (vec!["警察が"], vec!["japanese"]),
        (vec!["카르사바"], vec!["korean"]),
        (vec!["경찰"], vec!["korean"]),
        (vec!["โรงงาน"], vec!["thai"]),
        (vec!["الشرطة"], vec!["arabic"]),
        (vec!["пожаре"], vec!["russian"]),
        (vec!["ПОЖАРЕ"], vec!["russian"]),
        (vec!["pozaru"], vec!["czech"]),
        (vec!["požáru"], vec!["czech"]),
        (vec!["police"], vec!["english"]),
    ] {
        let names;
        (test, names) = found(test, &asked);
        assert_eq!(names, expected, "{asked:?}");
    }
    let test = test.run(["query", "search", "火灾"]).stdout_has("«火灾»，至少九人死亡");
    // Articles without such signs are not in the index of parts.
    assert_eq!(test.value("SELECT count(*) FROM article_search_parts_docsize"), "5");
    sound(test);
}

#[test]
fn what_is_taken_down_is_in_no_index() {
    let test =
        archive().run(["takedown", "chinese.txt", "--reason", "asked by a family", "--ordered-by", "the desk"]).code(0);
    assert_eq!(test.value("SELECT count(*) FROM article_search_parts WHERE article_search_parts MATCH '纺织厂'"), "0");
    let (test, names) = found(test, &["卡尔萨瓦"]);
    assert_eq!(names, ["english"]);
    let trigrams = test.value("SELECT count(*) FROM article_search_parts_data WHERE instr(block, '纺织厂') > 0");
    assert_eq!(trigrams, "0");
    test.verify();
}

#[test]
fn an_index_of_parts_that_differs_is_found_and_made_anew() {
    for sql in [
        "INSERT INTO article_search_parts (rowid, title, text) VALUES (99, NULL, '纺织厂')",
        "DELETE FROM article_search_parts_docsize",
        "DELETE FROM article_search_parts_data WHERE id > 100",
    ] {
        archive().sql(sql).run(["verify"]).code(3).stdout_has("search-index-stale").run(["rebuild"]).code(0).verify();
    }
    archive()
        .sql("UPDATE wordings SET in_parts = 0")
        .run(["verify"])
        .code(3)
        .stdout_has("copy-altered")
        .run(["rebuild"])
        .code(0)
        .verify();
}
