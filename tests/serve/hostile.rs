//! An article that would like to be more than text is text on every page.

use dossier::web::shown::shown;

use super::browser::{Server, unescaped};
use super::crawl::crawl;
use crate::test::Test;

const MARKUP: &str = "<script>alert(1)</script><img src=x onerror=alert(2)></div></main>&lt;b&gt;&amp;amp;\"'`<!-- ]]> {{7*7}} </title><svg/onload=alert(3)>";
const ODD: &str = "a\u{202e}txt.exe\u{2066} bc\u{1b}[31m d\u{feff}e\u{200b}f \u{fdd0} Z\u{351}\u{36b}\u{343}algo \u{1f469}\u{200d}\u{1f52c} שלום مرحبا \u{10ffff}";

/// An archive of one article with claims among the markup, and one that is a single line of a megabyte.
fn archive() -> Test {
    let place = "<b>Orlava</b>";
    let text = format!(
        "{MARKUP}\n\n{ODD}\n\nIn Orlava 19 <i>people</i> were killed on 3 May 2019, police said. {MARKUP} \
         At least 40 people were killed in Orlava on 3 May 2019, said <script>Anna</script> Lindqvist. {place}\n"
    );
    let sidecar = serde_json::json!({"headline": MARKUP, "publisher": MARKUP, "author": ODD, "datePublished": "2019-05-04",
        "url": "https://news.example/\"><script>alert(4)</script>", "inLanguage": "en\" onload=\"x"});
    let line = format!("{MARKUP}{ODD}").repeat(5_000);
    assert!(line.len() > 1_000_000);
    Test::new()
        .file("bad.txt", text)
        .file("bad.txt.meta.json", sidecar.to_string())
        .file("line.txt", line)
        .file(
            "\"><script>alert(5)</script>.txt".replace('/', "∕").as_str(),
            "In Orlava 30 people were killed on 3 May 2019, police said.",
        )
        .ingest(["."])
}

#[test]
fn a_hostile_article_is_text_on_every_page() {
    let test = archive();
    let server = Server::over(&test);
    let pages = crawl(&server);
    assert!(pages.len() > 15, "{:?}", pages.keys());
    for (address, page) in pages.iter().filter(|(address, _)| {
        ![".css", ".js", ".svg"].iter().any(|ending| address.ends_with(ending)) && !address.ends_with("/original")
    }) {
        assert_eq!(page.status, 200, "{address}");
        only_known_elements(address, &page.text());
    }
    let found = server.page("/search?q=script&publisher=%3Cscript%3E");
    only_known_elements("the search", &found);
    only_known_elements("the search for markup", &server.page("/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E"));
    only_known_elements("nothing", &server.get("/%3Cscript%3Ealert(6)%3C%2Fscript%3E").text());
    only_known_elements("no incident", &server.get("/incident/%3Cscript%3Ealert(6)").text());
}

#[test]
fn every_character_of_a_long_line_arrives() {
    let test = archive();
    let hash = test.value("SELECT sha256 FROM captures WHERE origin = 'line.txt'");
    let expected = test.value("SELECT text FROM documents JOIN captures USING (capture_id) WHERE origin = 'line.txt'");
    let page = Server::over(&test).page(&format!("/article/{hash}"));
    let body = page.split("<div class=\"text\" dir=\"auto\">").nth(1).unwrap();
    let body = body.split("</section>").next().unwrap();
    // Marks and what they tell are elements; the text is all else.
    let mut plain = String::new();
    for piece in body.split('<') {
        if let Some((_, rest)) = piece.split_once('>') {
            plain.push_str(rest);
        }
    }
    let plain = if page.contains("role=\"tooltip\"") {
        String::new()
    } else {
        unescaped(&format!("{}{plain}", body.split('<').next().unwrap()))
    };
    assert_eq!(plain.trim_end(), shown(&expected).trim_end());
}

/// A page that only this program's templates wrote: no element and no attribute that they do not write.
fn only_known_elements(address: &str, page: &str) {
    const ELEMENTS: &str = "a article aside b bdi body button code dd del details div dl dt figcaption figure footer form h1 h2 h3 head header html \
        input ins label li line link main mark meta nav ol p path pre q script section span strong style sub sup summary svg table tbody td text th thead title tr ul";
    const ATTRIBUTES: &str = "action aria-current aria-describedby aria-hidden aria-label aria-labelledby charset class content d data-claims data-name defer \
        dir for height href id inputmode lang name overflow placeholder rel role scope size src start stroke-width tabindex text-anchor type value viewBox \
        width x x1 x2 y y1 y2";
    for piece in page.split('<').skip(2) {
        let (tag, _) = piece.split_once('>').unwrap_or_else(|| panic!("{address}: no end of <{piece:.60}"));
        let tag = tag.trim_start_matches('/');
        let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(ELEMENTS.split_whitespace().any(|known| known == name), "{address}: <{tag}>");
        while !rest.is_empty() {
            let attribute = rest
                .split_once("=\"")
                .and_then(|(name, rest)| rest.split_once('"').map(|(value, rest)| (name, value, rest)));
            let (name, value, behind) = match attribute {
                Some(found) if !found.0.contains(' ') => found,
                _ => {
                    let (name, behind) = rest.split_once(' ').unwrap_or((rest, ""));
                    (name, "", behind)
                }
            };
            assert!(ATTRIBUTES.split_whitespace().any(|known| known == name), "{address}: {name} in <{tag}>");
            assert!(!value.trim().to_lowercase().starts_with("javascript"), "{address}: <{tag}>");
            rest = behind.trim_start();
        }
    }
    for hidden in ['\u{202e}', '\u{2066}', '\u{0}', '\u{1b}', '\u{feff}'] {
        assert!(!page.contains(hidden), "{address} holds {hidden:?}");
    }
}
