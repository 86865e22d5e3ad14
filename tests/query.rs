//! Questions to an archive, through the program.

mod fire;

#[test]
fn the_program_compares() {
    fire::archive()
        .run(["query", "compare", "killed"])
        .code(0)
        .stdout_has("conflict  3 (the government) against dozens");
}

#[test]
fn try_it() {
    let test = fire::archive();
    std::fs::copy(test.archive(), "/tmp/qa/fire.db").unwrap();
}
