//! Which attributions a line tells: one for each cue, with all that it covers from its first word to its last, and none
//! that stands inside the words of another source, whose claims name it as theirs.

use std::collections::HashMap;

use crate::analysis::Attribution;
use crate::span::Span;

/// The outermost of `attributions`, which are ordered by their contents, each with the whole stretch that its cue covers:
/// a quotation that its cue breaks is one.
pub fn outermost(attributions: &[Attribution]) -> Vec<(&Attribution, Span)> {
    let mut of_cue: HashMap<Span, usize> = HashMap::new();
    let mut whole: Vec<(&Attribution, Span)> = Vec::new();
    for attribution in attributions {
        let content = attribution.content;
        if let Some((_, span)) = of_cue.get(&attribution.cue).and_then(|at| whole.get_mut(*at)) {
            *span = Span::new(span.start.min(content.start), span.end.max(content.end));
        } else {
            of_cue.insert(attribution.cue, whole.len());
            whole.push((attribution, content));
        }
    }
    let inside = inside_another(&whole);
    whole.into_iter().zip(inside).filter(|(_, inside)| !inside).map(|(told, _)| told).collect()
}

/// For each of `attributions`, which are ordered by where they begin, whether its cue stands in what another one covers.
fn inside_another(attributions: &[(&Attribution, Span)]) -> Vec<bool> {
    let mut by_cue: Vec<usize> = (0..attributions.len()).collect();
    by_cue.sort_by_key(|at| attributions[*at].0.cue);
    let mut inside = vec![false; attributions.len()];
    // The two that reach furthest of all that begin before the cue: one of them may be its own.
    let mut furthest: [Option<usize>; 2] = [None, None];
    let mut next = 0;
    for at in by_cue {
        let cue = attributions[at].0.cue;
        while next < attributions.len() && attributions[next].1.start <= cue.start {
            let reaches = |other: Option<usize>| other.map_or(0, |other| attributions[other].1.end);
            if attributions[next].1.end > reaches(furthest[0]) {
                furthest = [Some(next), furthest[0]];
            } else if attributions[next].1.end > reaches(furthest[1]) {
                furthest[1] = Some(next);
            }
            next += 1;
        }
        let covers = |other: &usize| *other != at && attributions[*other].1.end >= cue.end;
        inside[at] = furthest.iter().flatten().any(covers);
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_quotation_is_one_and_what_it_quotes_is_none() {
        let attribution = |cue: (usize, usize), content: (usize, usize)| Attribution {
            cue: Span::new(cue.0, cue.1),
            content: Span::new(content.0, content.1),
            ..Attribution::default()
        };
        let attributions = [
            attribution((12, 16), (0, 10)),
            attribution((30, 34), (20, 29)),
            attribution((12, 16), (20, 60)),
            attribution((64, 68), (70, 90)),
        ];
        let found: Vec<_> = outermost(&attributions).into_iter().map(|(told, span)| (told.cue.start, span)).collect();
        assert_eq!(found, [(12, Span::new(0, 60)), (64, Span::new(70, 90))]);
    }
}
