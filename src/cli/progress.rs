//! How far a check is, on a terminal: the step, how much of it is done, and how fast. Nothing is shown in the first second,
//! nor where standard error is no terminal.

use std::io::{self, IsTerminal as _};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::verify::{Amount, Progress};

/// The bar on standard error.
pub struct Screen {
    bar: ProgressBar,
    begun: Instant,
    step: &'static str,
}

impl Screen {
    /// Shows nothing yet.
    pub fn hidden() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        Self { bar, begun: Instant::now(), step: "" }
    }

    /// Shows how far it is.
    pub fn show(&mut self, progress: Progress) {
        if !io::stderr().is_terminal() {
            return;
        }
        if self.bar.is_hidden() && self.begun.elapsed() > Duration::from_secs(1) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        if self.step != progress.step {
            self.step = progress.step;
            let template = match progress.amount {
                Amount::Bytes => "{msg} {bar:30} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left",
                Amount::Pieces => "{msg} {bar:30} {pos} of {len}",
            };
            // The templates are constants: that they can be read is seen at the first run.
            let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
            self.bar.reset();
            self.bar.set_style(style);
            self.bar.set_message(progress.step);
        }
        self.bar.set_length(progress.total);
        self.bar.set_position(progress.done);
    }

    /// Takes the bar away.
    pub fn finish(self) {
        self.bar.finish_and_clear();
    }
}
