//! Verb groups: auxiliaries, negation and main verb, and whether a word is a verb where it stands.

use crate::vocabulary::counting::Nature;
use crate::vocabulary::grammar::WordClass;

use super::chunker::{Before, Chunker};
use super::gerund::{ATTRIBUTES, has_own_object};
use super::headline;
use super::verb_place::{begins_after_noun, follows_several, follows_singular, object_follows};
use super::{ChunkKind, VerbGroup, VerbShape, Voice};

/// The verb group that begins at `at`, its end and its main verb. `before` is the chunk before it.
pub(super) fn group(chunker: &Chunker<'_>, at: usize, before: Before) -> Option<Read> {
    let mut reader = Reader { chunker, at, group: plain_group(), head: at, before };
    match chunker.class(at) {
        Some(WordClass::Be) => Some(reader.be()),
        Some(WordClass::Have) => Some(reader.have()),
        Some(WordClass::Get) => Some(reader.get()),
        Some(WordClass::Do | WordClass::Modal) => reader.modal(),
        Some(WordClass::Preposition) if chunker.text.lower(at) == "to" => reader.infinitive(),
        // "Ahmed Sarr was shot": no verb, whatever its ending.
        None if chunker.opens_with_given_name(at) => None,
        None => reader.lexical(),
        _ => None,
    }
}

fn plain_group() -> VerbGroup {
    VerbGroup {
        voice: Voice::Active,
        shape: VerbShape::Finite,
        negated: false,
        modal: None,
        future: false,
        perfect: false,
        copula: false,
        reports: false,
    }
}

/// Verbs behind which a clause stands without "that".
const REPORTING: [&str; 18] = [
    "said",
    "says",
    "say",
    "reported",
    "reports",
    "claimed",
    "claims",
    "claim",
    "announced",
    "confirmed",
    "confirms",
    "told",
    "added",
    "believed",
    "believes",
    "fears",
    "feared",
    "estimates",
];

struct Reader<'a, 'b> {
    chunker: &'a Chunker<'b>,
    at: usize,
    group: VerbGroup,
    head: usize,
    before: Before,
}

/// A verb group, the token behind it, and its head.
type Read = (VerbGroup, usize, usize);

impl Reader<'_, '_> {
    fn finish(&self) -> Read {
        let reports = REPORTING.contains(&self.chunker.text.lower(self.head));
        (VerbGroup { reports, ..self.group }, self.head + 1, self.head)
    }

    /// Steps over the auxiliary at hand, then over negation and adverbs, as long as a verb may follow.
    fn step(&mut self) {
        self.group.negated |= self.chunker.text.word(self.at).is_negated;
        self.head = self.at;
        self.at += 1;
        while matches!(self.chunker.class(self.at), Some(WordClass::Negation | WordClass::Adverb))
            || self.at < self.chunker.end && self.is_inner_adverb()
        {
            self.group.negated |= self.chunker.class(self.at) == Some(WordClass::Negation);
            self.at += 1;
        }
    }

    /// "has since died", "had first asked", "should promptly and independently inquire": between auxiliary and verb.
    fn is_inner_adverb(&self) -> bool {
        let next = self.at + 1;
        match self.chunker.text.lower(self.at) {
            "since" => true,
            "first" | "long" => {
                let forms = self.chunker.text.word(next).verb;
                next < self.chunker.end && (forms.past || forms.participle) && self.chunker.is_open(next)
            }
            "and" => {
                let adverb = |token: usize| self.chunker.class(token) == Some(WordClass::Adverb);
                adverb(self.at - 1) && next < self.chunker.end && adverb(next)
            }
            _ => false,
        }
    }

    fn be(&mut self) -> Read {
        if self.chunker.text.lower(self.at) == "being" && self.before_is_noun_or_break() {
            self.group.shape = VerbShape::Gerund;
        }
        self.step();
        if self.chunker.class(self.at) == Some(WordClass::Be) {
            return self.be();
        }
        let forms = self.open_forms();
        if forms.participle {
            (self.group.voice, self.head) = (Voice::Passive, self.at);
        } else if forms.gerund {
            self.head = self.at;
        } else {
            self.group.copula = true;
        }
        self.finish()
    }

    fn have(&mut self) -> Read {
        if self.chunker.text.lower(self.at) == "having" {
            self.group.shape = VerbShape::Gerund;
        }
        self.step();
        if self.chunker.class(self.at) == Some(WordClass::Be) {
            self.group.perfect = true;
            return self.be();
        }
        if self.open_forms().participle {
            self.group.perfect = true;
            self.head = self.at;
        }
        self.finish()
    }

    fn get(&mut self) -> Read {
        self.step();
        if self.open_forms().participle {
            (self.group.voice, self.head) = (Voice::Passive, self.at);
        }
        self.finish()
    }

    fn modal(&mut self) -> Option<Read> {
        let word = self.chunker.text.lower(self.at);
        if self.chunker.class(self.at) == Some(WordClass::Modal) {
            if matches!(word, "will" | "shall" | "won't") {
                self.group.future = true;
            } else if !(word == "may" && self.chunker.text.raw(self.at) == "May" && !self.chunker.without_case) {
                self.group.modal = Some(self.at);
            } else {
                return None;
            }
        }
        self.step();
        Some(self.after_plain())
    }

    /// What may follow "to", a modal or "do": a plain verb, "be …", "have …".
    fn after_plain(&mut self) -> Read {
        match self.chunker.class(self.at) {
            Some(WordClass::Be) => self.be(),
            Some(WordClass::Have) => self.have(),
            Some(WordClass::Get) => self.get(),
            None if self.chunker.is_open(self.at) => {
                self.head = self.at;
                self.finish()
            }
            _ => self.finish(),
        }
    }

    fn infinitive(&mut self) -> Option<Read> {
        let next = self.at + 1;
        let verb = match self.chunker.class(next) {
            Some(WordClass::Be) => matches!(self.chunker.text.lower(next), "be"),
            Some(WordClass::Have) => self.chunker.text.lower(next) == "have",
            None => {
                self.chunker.is_open(next) && !self.chunker.is_name(next) && {
                    let forms = self.chunker.text.word(next).verb;
                    // "agreed to scrap the tax": only a verb stands between "to" and an object.
                    let ruled = || {
                        matches!(self.before.kind, Some(ChunkKind::Verb(_)))
                            && self.chunker.class(next + 1) == Some(WordClass::Determiner)
                            && !self.chunker.text.lower(next).ends_with('s')
                    };
                    (forms.plain || ruled()) && !(forms.noun && self.ends_after(next))
                }
            }
            _ => false,
        };
        if !verb {
            return None;
        }
        self.group.shape = VerbShape::Infinitive;
        self.head = self.at;
        self.at = next;
        Some(self.after_plain())
    }

    /// Whether a noun that is also a verb stands alone before a mark: "to fire." is rather a noun.
    fn ends_after(&self, at: usize) -> bool {
        let words = (at.saturating_sub(RANGE_REACH)..at).rev().map(|token| self.chunker.text.lower(token));
        // "charges ranging from fraud to murder"
        let ranges = words.take_while(|word| *word != ".").any(|word| matches!(word, "ranging" | "range" | "ranged"));
        at + 1 >= self.chunker.end || ranges
    }

    fn lexical(&mut self) -> Option<Read> {
        if !self.chunker.is_open(self.at) {
            return None;
        }
        let forms = self.chunker.text.word(self.at).verb;
        if !forms.any() {
            return None;
        }
        let next = self.at + 1;
        let object_follows = self.object_follows(next);
        let after_noun = matches!(self.before.kind, Some(ChunkKind::Noun(_)));
        let clause_word = matches!(self.before.kind, Some(ChunkKind::Relative | ChunkKind::Adverb | ChunkKind::Time));
        let after_verb = matches!(self.before.kind, Some(ChunkKind::Verb(_)));
        let open_next = self.chunker.is_open(next) && !self.chunker.is_name(next);
        let verb = if forms.past || forms.participle {
            if self.chunker.is_name(self.at) && self.before.kind.is_some() {
                return None;
            }
            self.group.voice = if forms.past && !forms.participle { Voice::Active } else { Voice::Participle };
            // "the release of captured fighters"
            let people = self.chunker.text.word(next).group.is_some_and(|known| known.nature == Nature::Person);
            // "On Friday masked gunmen fired": of the two the second is the verb.
            if self.before.kind == Some(ChunkKind::Time) && people && !self.chunker.text.word(self.at).is_listed_verb {
                return None;
            }
            let attribute = self.before.kind == Some(ChunkKind::Preposition);
            after_noun
                || clause_word
                || self.chunker.text.lower(self.at) == "said"
                || (!open_next && !attribute)
                || (forms.past && (self.continues_list() || self.follows_apposition()))
        } else if forms.gerund {
            self.group.shape = VerbShape::Gerund;
            after_noun
                || object_follows
                || (!open_next && self.before.kind.is_some())
                || self.before.kind == Some(ChunkKind::Comma)
                || (self.before.kind == Some(ChunkKind::Conjunction)
                    && self.before.verb
                    && !forms.noun
                    && self.chunker.text.word(self.at).is_listed_verb
                    && !ATTRIBUTES.contains(&self.chunker.text.lower(self.at)))
                || has_own_object(self.chunker, self.at, self.before)
                || (self.chunker.text.word(self.at).is_listed_verb && self.chunker.text.lower(next) == "dead")
        } else if forms.third_person {
            // "kills 14, traps seven"
            let listed = matches!(self.before.kind, Some(ChunkKind::Comma | ChunkKind::Conjunction))
                && self.before.verb
                && self.chunker.counts_at(next);
            if forms.noun {
                (after_noun || clause_word) && object_follows
                    || listed
                    || after_noun && headline::is_verb(self.chunker, self.at)
                    || (after_noun || clause_word) && follows_singular(self.chunker, self.at, self.before.verb)
            } else {
                self.before.kind.is_some()
            }
        } else if forms.plain {
            let bare_object = || headline::is_verb(self.chunker, self.at);
            let noun_subject = after_noun
                && (object_follows || !forms.noun || bare_object() || follows_several(self.chunker, self.at))
                && begins_after_noun(self.chunker, self.at, true);
            // "Mobs attack mosque, burn shops"
            let second = self.chunker.headline
                && matches!(self.before.kind, Some(ChunkKind::Comma | ChunkKind::Conjunction))
                && self.before.verb
                && headline::goes_on(self.chunker, self.at);
            // "They include …": behind such a subject nothing but its verb can stand.
            let before = self.at.checked_sub(1).map_or("", |before| self.chunker.text.lower(before));
            let behind_subject = before == "they" && self.before.kind.is_some();
            noun_subject
                || behind_subject
                || second
                || (self.before.kind == Some(ChunkKind::Relative))
                || (self.before.kind == Some(ChunkKind::Conjunction)
                    && (object_follows || self.particle_and_object(next)))
                || (after_verb && !forms.noun && !open_next)
        } else {
            false
        };
        self.head = self.at;
        verb.then(|| self.finish())
    }

    /// "stormed a stage and smashed equipment", "…, burned cars": a known verb that goes on after an earlier one, where no
    /// verb follows what would be its noun.
    fn continues_list(&self) -> bool {
        let joined = matches!(self.before.kind, Some(ChunkKind::Conjunction | ChunkKind::Comma)) && self.before.verb;
        joined
            && self.chunker.text.word(self.at).is_listed_verb
            && !(self.at + 2..self.at + 5).any(|token| {
                let class = self.chunker.class(token);
                matches!(class, Some(WordClass::Be | WordClass::Have | WordClass::Modal | WordClass::Do))
            })
    }

    /// "The skipper, Ona Brisk, lost consciousness": the first verb, behind the comma that closes an apposition.
    fn follows_apposition(&self) -> bool {
        let closed = self.before.kind == Some(ChunkKind::Comma) && !self.before.verb && self.before.commas > 1;
        let next = self.chunker.text.lower(self.at + 1);
        // "…, armed robbers", but "…, suffered burns"
        let people = self.chunker.text.word(self.at + 1).group.is_none_or(|known| known.nature == Nature::Person);
        let plural = next.ends_with('s') && !next.ends_with("ss") && people;
        closed && self.chunker.text.word(self.at).is_listed_verb && !plural
    }

    /// "gun down 14 people"
    fn particle_and_object(&self, next: usize) -> bool {
        matches!(self.chunker.text.lower(next), "down" | "up" | "off" | "out") && self.object_follows(next + 1)
    }

    fn open_forms(&self) -> crate::vocabulary::grammar::VerbForms {
        if self.chunker.is_open(self.at) {
            self.chunker.text.word(self.at).verb
        } else {
            crate::vocabulary::grammar::VerbForms::default()
        }
    }

    fn before_is_noun_or_break(&self) -> bool {
        !matches!(self.before.kind, Some(ChunkKind::Verb(_)))
    }

    fn object_follows(&self, next: usize) -> bool {
        object_follows(self.chunker, next)
    }
}

/// How many words before its second end a range may begin.
const RANGE_REACH: usize = 8;
