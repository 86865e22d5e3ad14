//! An explanation for reading: the text with its claims marked, then each claim with its grounds.

use std::io::Write;

use super::layout::{one_line, wrapped};
use super::marked_text::{self, Mark};
use super::style::{FAINT, MARK, STRONG, styled};
use crate::explain::{Explanation, Fact, Finding, Section};
use crate::{Error, Result};

/// Lines of text are no longer, however wide the terminal is.
const WIDEST_TEXT: usize = 100;
/// Columns of the facts' names, and of what stands before them.
const NAMES: usize = 12;
const INDENT: usize = 5;

/// Writes the explanation.
pub fn write(explanation: &Explanation, width: usize, out: &mut dyn Write) -> Result<()> {
    let width = width.min(WIDEST_TEXT);
    let mut heading = explanation.heading.iter().map(|part| one_line(part));
    let mut lines: Vec<String> = heading.next().map(|title| styled(STRONG, title)).into_iter().collect();
    let issue: Vec<String> = heading.collect();
    if !issue.is_empty() {
        lines.push(styled(FAINT, issue.join(" · ")));
    }
    lines.push(String::new());
    let claims = explanation.sections.first().map(|section| section.findings.as_slice()).unwrap_or_default();
    let marks: Vec<Mark> = claims
        .iter()
        .enumerate()
        .map(|(index, claim)| Mark { span: claim.span, number: index + 1, style: STRONG })
        .collect();
    lines.extend(marked_text::lines(explanation.text.trim_end(), &marks, width));
    for section in &explanation.sections {
        lines.extend(section_lines(section, &explanation.text, width));
    }
    for line in lines {
        writeln!(out, "{}", line.trim_end()).map_err(Error::Write)?;
    }
    Ok(())
}

fn section_lines(section: &Section, text: &str, width: usize) -> Vec<String> {
    let name = match section.findings.len() {
        1 => section.name_of_one,
        _ => section.name,
    };
    let mut lines = vec![String::new(), styled(STRONG, format!("{} {name}", section.findings.len()))];
    for (index, finding) in section.findings.iter().enumerate() {
        lines.extend(finding_lines(index + 1, finding, text, width));
    }
    lines
}

fn finding_lines(number: usize, finding: &Finding, text: &str, width: usize) -> Vec<String> {
    let mut lines =
        vec![String::new(), format!("{} {}", styled(MARK, format!("{number:>4}")), one_line(&finding.title))];
    let quote =
        Fact { name: "quote", value: format!("“{}”", one_line(finding.span.of(text))), basis: String::new() };
    for fact in std::iter::once(&quote).chain(&finding.facts) {
        let basis = if fact.basis.is_empty() { String::new() } else { format!(" ({})", one_line(&fact.basis)) };
        let columns = width.saturating_sub(INDENT + NAMES).max(NAMES);
        for (line, words) in
            wrapped(&format!("{}{basis}", one_line(&fact.value)), columns, usize::MAX).iter().enumerate()
        {
            let name = if line == 0 { fact.name.replace('_', " ") } else { String::new() };
            lines.push(format!("{:INDENT$}{}{words}", "", styled(FAINT, format!("{name:NAMES$}"))));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn the_text_comes_first_and_then_each_claim_with_its_grounds() {
        let date = Fact { name: "date", value: "2019-03-01".to_owned(), basis: "stated".to_owned() };
        let finding = Finding { title: "event · strike".to_owned(), span: Span::new(8, 22), facts: vec![date] };
        let explanation = Explanation {
            heading: vec!["Mill stands still".to_owned(), "The Courier".to_owned()],
            text: "Weavers went on strike.\n".to_owned(),
            sections: vec![Section { name: "claims", name_of_one: "claim", findings: vec![finding] }],
        };
        let mut out = Vec::new();
        write(&explanation, 80, &mut out).unwrap();
        let written = anstream::adapter::strip_str(std::str::from_utf8(&out).unwrap()).to_string();
        let expected = "Mill stands still\nThe Courier\n\nWeavers [went on strike]¹.\n\n1 claim\n\n   1 event · strike\n     \
                        quote       “went on strike”\n     date        2019-03-01 (stated)\n";
        assert_eq!(written, expected);
    }
}
