//! Which attribution covers a stretch of the text most narrowly, found without looking at all of them.

use super::Attribution;
use crate::span::Span;

/// Attributions sorted by the length of what they cover: class n holds lengths from 2^n to 2^(n+1) bytes,
/// so that a single long one does not make the search among the short ones long.
pub struct Coverage<'a> {
    classes: Vec<Vec<&'a Attribution>>,
    /// Whether any of them passes on what an outlet told; most articles have none.
    pub has_outlets: bool,
}

impl<'a> Coverage<'a> {
    /// Those that attribute a clause, of `attributions`, which are ordered by their contents.
    pub fn of_clauses(attributions: &'a [Attribution]) -> Self {
        Self::new(attributions.iter().filter(|attribution| attribution.clause))
    }

    /// Sorts `attributions`, which are ordered by their contents.
    pub fn new(attributions: impl Iterator<Item = &'a Attribution>) -> Self {
        let mut classes: Vec<Vec<&Attribution>> = Vec::new();
        let mut has_outlets = false;
        for attribution in attributions {
            has_outlets |= attribution.outlet;
            let class = attribution.content.len().max(1).ilog2() as usize;
            if classes.len() <= class {
                classes.resize(class + 1, Vec::new());
            }
            if let Some(class) = classes.get_mut(class) {
                class.push(attribution);
            }
        }
        Self { classes, has_outlets }
    }

    /// The narrowest of those that cover `span` and fit; of several, the first.
    pub fn narrowest(&self, span: Span, fits: impl Fn(&Attribution) -> bool) -> Option<&'a Attribution> {
        self.classes.iter().enumerate().find_map(|(class, attributions)| {
            let longest = 2 << class;
            let first = attributions.partition_point(|attribution| attribution.content.start + longest < span.start);
            attributions
                .iter()
                .skip(first)
                .take_while(|attribution| attribution.content.start <= span.start)
                .filter(|attribution| attribution.content.contains(&span) && fits(attribution))
                .min_by_key(|attribution| attribution.content.len())
                .copied()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_narrowest_is_found_among_all_lengths() {
        let attribution = |start, end, outlet| Attribution {
            content: Span::new(start, end),
            clause: true,
            outlet,
            ..Attribution::default()
        };
        let attributions = [
            attribution(0, 5000, false),
            attribution(0, 100, true),
            attribution(10, 60, false),
            attribution(20, 31, false),
            attribution(70, 90, false),
        ];
        let coverage = Coverage::of_clauses(&attributions);
        let found =
            |start, end| coverage.narrowest(Span::new(start, end), |found| !found.outlet).map(|found| found.content);
        for ((start, end), content) in
            [((25, 30), Some((20, 31))), ((25, 40), Some((10, 60))), ((62, 65), Some((0, 5000))), ((4999, 5001), None)]
        {
            assert_eq!(found(start, end), content.map(|(start, end)| Span::new(start, end)));
        }
    }
}
