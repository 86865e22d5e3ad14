//! The timers that read origins again and verify: systemd units, or lines for a crontab, as text. Pure; nothing is installed.
//!
//! Both wait for one lock, so that no run meets another; both keep a log; and an exit code other than 0, above all 3
//! (something changed, is gone or was altered), raises an alert.

mod cron;
mod systemd;

use std::path::PathBuf;

/// How long a run waits for another to end, in seconds.
const PATIENCE: u32 = 6 * 60 * 60;

/// What is to run, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The program, as an absolute path.
    pub program: PathBuf,
    /// The archive, as an absolute path.
    pub archive: PathBuf,
    /// The hour at which origins are read again.
    pub hour: u32,
    /// The minute; verification follows an hour later.
    pub minute: u32,
    /// The archive is verified in so many shares, one a day.
    pub shares: u32,
    /// Whether pages of the inner network are read too.
    pub allow_private: bool,
    /// A shell command that gets the words of an alert on its standard input.
    pub alert: Option<String>,
    /// The user that runs it; systemd alone needs to know.
    pub user: Option<String>,
}

/// One file to be installed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// All of it.
    pub content: String,
}

/// One of the two things that run.
struct Job {
    /// `reingest` or `verify`.
    name: &'static str,
    /// What it does, in words.
    purpose: String,
    /// The program's arguments.
    arguments: Vec<String>,
    hour: u32,
    /// Whether it asks the network.
    asks_network: bool,
}

impl Plan {
    /// A service and a timer for each of the two, and the service that raises the alert.
    pub fn systemd(&self) -> Vec<File> {
        systemd::files(self)
    }

    /// One file with a line for each of the two.
    pub fn cron(&self) -> File {
        cron::file(self)
    }

    /// What the files are named after: the archive's name.
    pub fn name(&self) -> String {
        let stem = self.archive.file_stem().unwrap_or_default().to_string_lossy();
        let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' };
        format!("dossier-{}", stem.chars().map(plain).collect::<String>())
    }

    fn jobs(&self) -> [Job; 2] {
        let archive = self.archive.display().to_string();
        let arguments = |rest: &[&str]| {
            let program = self.program.display().to_string();
            let first = [program.as_str(), "--archive", archive.as_str()];
            first.iter().chain(rest).map(|argument| (*argument).to_owned()).collect::<Vec<_>>()
        };
        let mut reingest = arguments(&["reingest", "--no-verify"]);
        reingest.extend(self.allow_private.then(|| "--allow-private".to_owned()));
        let mut verify = arguments(&["verify"]);
        if self.shares > 1 {
            verify.extend(["--share".to_owned(), format!("1/{}", self.shares)]);
        }
        [
            Job {
                name: "reingest",
                purpose: format!("read every origin of {archive} again"),
                arguments: reingest,
                hour: self.hour,
                asks_network: true,
            },
            Job {
                name: "verify",
                purpose: format!("verify {archive}"),
                arguments: verify,
                hour: (self.hour + 1) % 24,
                asks_network: false,
            },
        ]
    }

    fn lock(&self) -> String {
        format!("{}.lock", self.archive.display())
    }

    fn folder(&self) -> String {
        self.archive.parent().map(|folder| folder.display().to_string()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan() -> Plan {
        Plan {
            program: "/usr/local/bin/dossier".into(),
            archive: "/srv/press room/Floods 2019.db".into(),
            hour: 23,
            minute: 7,
            shares: 30,
            allow_private: false,
            alert: None,
            user: Some("archivist".to_owned()),
        }
    }

    #[test]
    fn verification_follows_an_hour_later() {
        let cron = plan().cron().content;
        assert!(cron.contains("\n7 23 * * * ") && cron.contains("\n7 0 * * * "), "{cron}");
    }

    #[test]
    fn a_path_with_blanks_stays_one_word() {
        let cron = plan().cron().content;
        assert!(cron.contains("--archive '/srv/press room/Floods 2019.db' verify --share 1/30"), "{cron}");
        let files = plan().systemd();
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "dossier-floods-2019-reingest.service",
                "dossier-floods-2019-reingest.timer",
                "dossier-floods-2019-verify.service",
                "dossier-floods-2019-verify.timer",
                "dossier-floods-2019-alert@.service",
            ]
        );
        assert!(files.iter().any(|file| file.content.contains("\"/srv/press room/Floods 2019.db\" verify")));
    }

    #[test]
    fn signs_with_a_meaning_are_escaped() {
        let plan = Plan { alert: Some("mail -s '100% $HOME' a@b.example".to_owned()), ..plan() };
        assert!(plan.cron().content.contains("| mail -s '100\\% $HOME' a@b.example"));
        assert!(plan.systemd().iter().any(|file| file.content.contains("mail -s '100%% $$HOME' a@b.example")));
        let plan = Plan { archive: "/srv/it's/50%.db".into(), ..plan };
        assert!(plan.cron().content.contains("'/srv/it'\\''s/50\\%.db'"), "{}", plan.cron().content);
    }

    #[test]
    fn every_line_of_a_crontab_is_short_enough() {
        assert!(plan().cron().content.lines().all(|line| line.len() < 998));
    }
}
