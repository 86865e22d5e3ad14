//! Pages on the web, named in a list.

use super::all;
use crate::test::Test;
use crate::web::Web;

#[test]
fn a_list_of_pages_with_what_the_server_said() {
    let web = Web::new();
    web.article("/fire", "Fire in a mill", "Nine people were killed in a fire in Karsava on 3 May 2019, police said.");
    web.raw("/old", "301 Moved Permanently\r\nLocation: /fire\r\n\r\n");
    let test = Test::new()
        .file("list.txt", format!("# what the paper had\n\n{}\n", web.url("/old")))
        .run(["ingest", "--urls", "list.txt", "--allow-private", "--pause", "0"])
        .code(0)
        .stdout_has("1 new");
    assert_eq!(all(&test, "title || ' ' || status"), "Fire in a mill 200");
    assert_eq!(all(&test, "recorded_url"), web.url("/fire"));
    assert_eq!(all(&test, "redirects"), format!("[[301,\"{}\"]]", web.url("/fire")));
    assert!(
        all(&test, "headers").contains("[\"content-type\",\"text/html; charset=utf-8\"]"),
        "{}",
        all(&test, "headers")
    );
    test.verify();
}
