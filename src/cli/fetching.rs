//! The options of the commands that read origins: `ingest` and `reingest`.

use std::time::Duration;

use clap::Args;

use crate::document::time_limit;
use crate::fetch;

/// How pages are fetched, and how large anything may be that is read.
#[derive(Clone, Debug, Args)]
pub struct Fetching {
    /// Refuse files, lines and pages larger than this many megabytes
    #[arg(long, value_name = "MB", default_value_t = 64, value_parser = clap::value_parser!(u64).range(..=250))]
    max_size: u64,
    /// Refuse documents that take longer than this to read
    #[arg(long, value_name = "SECONDS", default_value_t = time_limit::USUAL, value_parser = clap::value_parser!(u64).range(1..))]
    max_time: u64,
    /// How long one request may take
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    timeout: u64,
    /// How often a request that failed is made again, after a pause that doubles
    #[arg(long, value_name = "TIMES", default_value_t = 3)]
    retries: u32,
    /// The least time between two requests to one host; its robots.txt may ask for more
    #[arg(long, value_name = "SECONDS", default_value_t = 2.0, value_parser = seconds)]
    pause: f64,
    /// Also ask addresses of the inner network: 127.0.0.1, 192.168.0.0/16 and the like
    #[arg(long)]
    allow_private: bool,
}

impl Fetching {
    /// Limits what is read from now on.
    pub fn limit_time(&self) {
        time_limit::set(self.max_time);
    }

    /// What was asked for.
    pub fn settings(&self) -> fetch::Settings {
        fetch::Settings {
            largest: self.max_size.saturating_mul(1_000_000),
            timeout: Duration::from_secs(self.timeout.max(1)),
            retries: self.retries,
            pause: Duration::from_secs_f64(self.pause),
            allow_private: self.allow_private,
        }
    }
}

fn seconds(text: &str) -> Result<f64, String> {
    let seconds = text.parse::<f64>().ok().filter(|seconds| (0.0..=3600.0).contains(seconds));
    seconds.ok_or_else(|| "a pause is a number of seconds from 0 to 3600".to_owned())
}
