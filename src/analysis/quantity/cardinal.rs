//! Cardinals: units add to tens, hundreds and scales multiply what stands before them.

use crate::vocabulary::number_words::NumberClass;

use super::atom::{Atom, Placed};

/// A value, and what it was multiplied by at last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sum {
    /// The value.
    pub value: f64,
    /// The multiplier; 1 where there is none.
    pub scale: f64,
}

/// What was read last.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Last {
    Nothing,
    Article,
    Digits,
    Unit,
    Ten,
    Hundred,
    Scale,
    End,
}

/// A cardinal that is being read.
#[derive(Clone, Copy)]
struct Cardinal {
    /// What the scales have closed.
    total: f64,
    /// What the next scale multiplies.
    group: Option<f64>,
    /// The part of the group after "and", which alone "dozen" multiplies.
    tail: f64,
    last: Last,
    after_and: bool,
    last_scale: f64,
    hundreds: bool,
    /// How many scales and hundreds were met.
    multipliers: usize,
    scale: f64,
}

/// Reads the cardinal that begins at `start`: its value and the atom after it.
pub fn read(atoms: &[Placed], start: usize) -> Option<(Sum, usize)> {
    let mut state = Cardinal {
        total: 0.0,
        group: None,
        tail: 0.0,
        last: Last::Nothing,
        after_and: false,
        last_scale: f64::INFINITY,
        hundreds: false,
        multipliers: 0,
        scale: 1.0,
    };
    let mut at = start;
    // Where the number ends if what "and" began turns out to be another number.
    let mut before_and: Option<(Cardinal, usize)> = None;
    while let Some(placed) = atoms.get(at) {
        let step = state.take(atoms, at, placed);
        match step {
            Step::On => {}
            Step::Stop => break,
            Step::OtherNumber => {
                (state, at) = before_and?;
                break;
            }
        }
        if placed.atom == Atom::And {
            before_and = Some((Cardinal { after_and: false, ..state }, at));
        }
        at += 1;
        if placed.atom == Atom::Point {
            let (decimals, next) = decimals(atoms, at)?;
            state.group = Some(state.group.unwrap_or(0.0) + decimals);
            state.last = Last::End;
            at = next;
            if let Some((NumberClass::Scale, scale)) = word(atoms, at) {
                return Some((Sum { value: (state.total + state.group?) * scale, scale }, at + 1));
            }
            break;
        }
    }
    if state.after_and {
        (state, at) = before_and?;
    }
    if matches!(state.last, Last::Nothing | Last::Article) {
        return None;
    }
    let value = state.total + state.group.unwrap_or(0.0);
    let scale = if state.multipliers == 1 && state.last_is_multiplier() { state.scale } else { 1.0 };
    Some((Sum { value, scale }, at))
}

enum Step {
    On,
    Stop,
    /// What stands here cannot belong to the number that "and" joined.
    OtherNumber,
}

impl Cardinal {
    fn last_is_multiplier(&self) -> bool {
        matches!(self.last, Last::Hundred | Last::Scale)
    }

    /// Whether "and" joins a smaller number here, and not a share ("two million and three fifths").
    fn joins(&self, atoms: &[Placed], at: usize) -> bool {
        let share = match atoms.get(at + 1).map(|placed| placed.atom) {
            Some(Atom::Plural(part)) => part.class == NumberClass::Half || self.last == Last::Scale,
            Some(Atom::Word(part)) => matches!(part.class, NumberClass::Half | NumberClass::Part),
            _ => false,
        };
        match atoms.get(at).map(|placed| placed.atom) {
            Some(Atom::Digits(value)) => value >= 1.0,
            Some(Atom::Word(word)) => {
                matches!(word.class, NumberClass::Unit | NumberClass::Teen | NumberClass::Ten)
                    && word.value > 0.0
                    && !share
            }
            _ => false,
        }
    }

    fn take(&mut self, atoms: &[Placed], at: usize, placed: &Placed) -> Step {
        match placed.atom {
            Atom::A if self.last == Last::Nothing && multiplies(atoms, at + 1) => self.last = Last::Article,
            Atom::And if self.last_is_multiplier() && self.joins(atoms, at + 1) => self.after_and = true,
            Atom::Point
                if matches!(self.last, Last::Unit | Last::Ten | Last::Hundred) && decimals(atoms, at + 1).is_some() => {
            }
            Atom::Digits(value) => return self.add(value, Last::Digits, value < 1.0),
            Atom::Word(word) => match word.class {
                NumberClass::Unit if self.last == Last::Ten && word.value > 0.0 => {
                    self.group = Some(self.group.unwrap_or(0.0) + word.value);
                    self.tail += word.value;
                    self.last = Last::Unit;
                }
                NumberClass::Unit | NumberClass::Teen => return self.add(word.value, Last::Unit, word.value < 1.0),
                // "one hundred thirty-fifths": the ten belongs to the divisor.
                NumberClass::Ten if self.begins_divisor(atoms, at) => return Step::Stop,
                NumberClass::Ten => return self.add(word.value, Last::Ten, false),
                NumberClass::Hundred => return self.hundred(atoms, at),
                NumberClass::Scale | NumberClass::ShortScale => return self.multiply(word.value),
                NumberClass::Dozen => return self.dozen(),
                _ => return Step::Stop,
            },
            _ => return Step::Stop,
        }
        Step::On
    }

    fn add(&mut self, value: f64, kind: Last, zero: bool) -> Step {
        match self.last {
            Last::Nothing => {}
            Last::Hundred | Last::Scale if !zero && value < self.scale => {}
            _ => return Step::Stop,
        }
        self.group = Some(self.group.unwrap_or(0.0) + value);
        self.tail = value;
        self.last = kind;
        self.after_and = false;
        Step::On
    }

    fn begins_divisor(&self, atoms: &[Placed], at: usize) -> bool {
        let (Some(ten), Some(part)) = (atoms.get(at), atoms.get(at + 1)) else { return false };
        let is_part = match part.atom {
            Atom::Word(word) | Atom::Plural(word) => word.class == NumberClass::Part && word.value < 10.0,
            _ => false,
        };
        let one_word = ten.token == part.token;
        let plural = matches!(part.atom, Atom::Plural(_));
        is_part && plural && self.last != Last::Nothing && (one_word || self.last == Last::Hundred && !self.after_and)
    }

    fn hundred(&mut self, atoms: &[Placed], at: usize) -> Step {
        match self.last {
            Last::Unit | Last::Ten | Last::Digits if self.hundreds => return Step::OtherNumber,
            Last::Unit | Last::Ten | Last::Digits => {}
            Last::Article => self.group = Some(1.0),
            // "hundred thousand" goes without an article.
            Last::Nothing if matches!(word(atoms, at + 1), Some((NumberClass::Scale, _))) => self.group = Some(1.0),
            _ => return Step::Stop,
        }
        self.group = self.group.map(|group| group * 100.0);
        self.hundreds = true;
        self.last = Last::Hundred;
        self.scale = 100.0;
        self.multipliers += 1;
        Step::On
    }

    fn multiply(&mut self, scale: f64) -> Step {
        match (self.last, self.group) {
            (Last::Article, _) => self.total += scale,
            // "three lakh crore".
            (Last::Scale, None) => self.total *= scale,
            (Last::Unit | Last::Ten | Last::Digits | Last::Hundred, Some(group)) if scale < self.last_scale => {
                self.total += group * scale;
            }
            (Last::Unit | Last::Ten | Last::Digits, Some(_)) => return Step::OtherNumber,
            _ => return Step::Stop,
        }
        self.group = None;
        self.hundreds = false;
        self.last = Last::Scale;
        self.last_scale = scale;
        self.scale = scale;
        self.multipliers += 1;
        Step::On
    }

    fn dozen(&mut self) -> Step {
        match self.last {
            Last::Nothing | Last::Article => self.group = Some(12.0),
            Last::Unit | Last::Ten | Last::Digits => {
                self.group = self.group.map(|group| group + self.tail * 11.0);
            }
            _ => return Step::Stop,
        }
        self.last = Last::End;
        Step::On
    }
}

fn word(atoms: &[Placed], at: usize) -> Option<(NumberClass, f64)> {
    match atoms.get(at)?.atom {
        Atom::Word(word) => Some((word.class, word.value)),
        _ => None,
    }
}

fn multiplies(atoms: &[Placed], at: usize) -> bool {
    matches!(word(atoms, at), Some((NumberClass::Hundred | NumberClass::Scale | NumberClass::Dozen, _)))
}

/// The figures after "point", said one by one or as a number: "zero three", "seventy-one".
fn decimals(atoms: &[Placed], start: usize) -> Option<(f64, usize)> {
    let mut figures = String::new();
    let mut at = start;
    let mut ten = false;
    while let Some((class, value)) = word(atoms, at) {
        match class {
            NumberClass::Unit if ten => {
                figures.pop();
                figures.push_str(&value.to_string());
            }
            NumberClass::Unit | NumberClass::Teen | NumberClass::Ten => figures.push_str(&value.to_string()),
            _ => break,
        }
        ten = class == NumberClass::Ten;
        at += 1;
    }
    let value = format!("0.{figures}").parse().ok().filter(|_| at > start)?;
    Some((value, at))
}
