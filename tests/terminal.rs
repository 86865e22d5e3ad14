//! The terminal's last mile: every command ends with examples that the program understands, shells complete, there is a manual,
//! and `dossier` alone says what is there and what to do next.

use clap::{CommandFactory as _, Parser as _};
use dossier::cli::Arguments;

use crate::test::Test;

/// The words of a line as a shell would hand them over, up to what is not for the program: a pipe, a redirection, a remark after
/// several spaces.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote, mut spaces) = (Vec::new(), None::<String>, None, 0);
    for character in line.chars() {
        match (quote, character) {
            (Some(open), _) if open == character => quote = None,
            (None, '\'' | '"') => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            (None, ' ') => {
                words.extend(word.take());
                spaces += 1;
                if spaces > 1 {
                    break;
                }
                continue;
            }
            (None, '|' | '>' | '<' | '&' | ')') => break,
            _ => word.get_or_insert_default().push(character),
        }
        spaces = 0;
    }
    words.extend(word);
    words
}

/// The examples at the end of a command's help, from where the program is called.
fn examples(help: &str) -> Vec<String> {
    let after = help.rsplit_once("Example").map(|(_, after)| after).unwrap_or_default();
    after
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.find("dossier").map(|begin| line[begin..].to_owned()))
        .filter(|line| line == "dossier" || line.starts_with("dossier "))
        .collect()
}

fn walk(command: &mut clap::Command, path: &str, found: &mut usize) {
    let help = command.render_help().to_string();
    let examples = examples(&help);
    assert!(!examples.is_empty(), "`{path} --help` does not end with examples:\n{help}");
    for example in examples {
        *found += 1;
        let words = words(&example);
        if let Err(error) = Arguments::try_parse_from(&words) {
            panic!("an example of `{path}` is not understood: {example}\n{error}");
        }
    }
    let mentions_itself = help.contains(&format!("  {path}")) || help.contains(&format!("| {path}"));
    assert!(mentions_itself, "no example of `{path}` shows it:\n{help}");
    // The command `help`, which clap adds, is no command of ours.
    for inner in command.get_subcommands_mut().filter(|inner| inner.get_name() != "help") {
        let path = format!("{path} {}", inner.get_name());
        walk(inner, &path, found);
    }
}

#[test]
fn every_help_ends_with_examples_that_the_program_understands() {
    let mut found = 0;
    walk(&mut Arguments::command(), "dossier", &mut found);
    assert!(found > 60, "{found}");
}

#[test]
fn words_are_those_of_a_shell() {
    for (line, expected) in [
        (
            "dossier query search 'a \"b c\" -d' --from 1997",
            vec!["dossier", "query", "search", "a \"b c\" -d", "--from", "1997"],
        ),
        ("dossier serve      then open it", vec!["dossier", "serve"]),
        ("dossier extract a.txt > b", vec!["dossier", "extract", "a.txt"]),
        ("dossier x ''", vec!["dossier", "x", ""]),
    ] {
        assert_eq!(words(line), expected);
    }
}

#[test]
fn alone_it_says_how_to_begin() {
    let test = Test::new()
        .run([])
        .code(0)
        .stdout_has("There is no archive at archive.db yet")
        .stdout_has("dossier ingest FOLDER");
    assert!(!test.archive().exists());
    Test::new().file("archive.db", "not SQLite").run([]).code(1).stderr_has("not a dossier archive");
}

#[test]
fn alone_it_says_what_is_there_and_what_to_do_next() {
    Test::new()
        .file("a.txt", "Two men were killed in Port Vell on 3 May 2019, police said.")
        .file("a.txt.meta.json", r#"{"publisher": "Lantern", "datePublished": "2019-05-04"}"#)
        .ingest(["a.txt"])
        .run([])
        .code(0)
        .stdout_has("archive.db holds 1 article from 1 publisher, published 2019-05-04:")
        .stdout_has("It was never verified.")
        .stdout_has("  dossier verify ")
        .verify()
        .run([])
        .stdout_has("found sound; nothing was added since")
        .stdout_has("dossier checkpoint --key FILE")
        .sql("UPDATE claims SET low = 3, high = 3")
        .run(["verify"])
        .code(3)
        .run([])
        .code(0)
        .stdout_has("findings.")
        .stdout_has("see whether they are still there");
}

#[test]
fn shells_complete_and_there_is_a_manual() {
    let mut test = Test::new();
    for (shell, sign) in [("bash", "complete -F"), ("zsh", "#compdef dossier"), ("fish", "complete -c dossier")] {
        test = test.run(["completions", shell]).code(0).stdout_has(sign).stdout_has("reingest");
    }
    let test = test.run(["man", "--to", "man/man1"]).code(0);
    let page = std::fs::read_to_string(test.path("man/man1/dossier-query-compare.1")).unwrap();
    assert!(page.contains(".TH dossier-query-compare 1"));
    assert!(test.path("man/man1/dossier.1").exists());
    test.run(["man"]).code(2);
}
