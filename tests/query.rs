//! Questions to an archive, through the program.

mod fire;

#[test]
fn try_it() {
    let test = fire::archive();
    std::fs::copy(test.archive(), "/tmp/qa/fire.db").unwrap();
}
