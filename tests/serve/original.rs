//! The bytes as they were found, and only they.

use super::accounts;
use super::browser::Server;

#[test]
fn originals_are_downloads_byte_for_byte() {
    let test = accounts::archive();
    let hash = test.value("SELECT sha256 FROM captures WHERE origin LIKE '%union.txt'");
    let server = Server::over(&test);
    let answer = server.get(&format!("/article/{hash}/original"));
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body, std::fs::read(test.path("articles/union.txt")).unwrap());
    assert_eq!(answer.header("Content-Type"), Some("application/octet-stream"));
    let expected = format!("attachment; filename=\"{}.txt\"", &hash[..12]);
    assert_eq!(answer.header("Content-Disposition"), Some(expected.as_str()));
    // The beginning of a hash leads to the whole.
    let answer = server.get(&format!("/article/{}", &hash[..8]));
    assert_eq!((answer.status, answer.header("Location")), (303, Some(format!("/article/{hash}").as_str())));
}

#[test]
fn altered_bytes_are_not_handed_out() {
    let test = accounts::archive()
        .sql("UPDATE blobs SET bytes = CAST(replace(CAST(bytes AS TEXT), '50 people', '05 people') AS BLOB)");
    let hash = test.value("SELECT sha256 FROM captures WHERE origin LIKE '%union.txt'");
    let answer = Server::over(&test).get(&format!("/article/{hash}/original"));
    assert_eq!(answer.status, 500);
    assert!(answer.text().contains("dossier verify") && !answer.text().contains("05 people"), "{}", answer.text());
}

#[test]
fn what_was_taken_down_is_gone() {
    let test = accounts::archive();
    let hash = test.value("SELECT sha256 FROM captures WHERE origin LIKE '%union.txt'");
    let test = test
        .run([
            "takedown",
            "articles/union.txt",
            "--reason",
            "by order 7 of the district court",
            "--ordered-by",
            "the court",
        ])
        .code(0);
    let server = Server::over(&test);
    for target in [format!("/article/{hash}"), format!("/article/{hash}/original")] {
        let answer = server.get(&target);
        assert_eq!(answer.status, 410, "{target}");
        assert!(answer.text().contains("order 7") && !answer.text().contains("hiding"), "{target}");
    }
    assert!(server.page("/integrity").contains("order 7"));
    test.verify();
}
