//! Lines for a crontab. What the command prints goes into a log beside the archive; only where the exit code is not 0
//! does the line print something, and what a line prints cron sends by mail.

use super::{File, Job, PATIENCE, Plan};

/// The file, ready for `crontab FILE` where there are no other lines.
pub fn file(plan: &Plan) -> File {
    let mut content = format!(
        "# {}: read every origin again, then verify 1/{} of the archive a day. Add these lines with `crontab -e`.\n\
         # Everything is written to the log; where the exit code is not 0 (3: something changed, is gone or was altered),\n\
         # {}.\n",
        plan.name(),
        plan.shares,
        match &plan.alert {
            Some(_) => "the end of the log goes to the command at the end of the line",
            None => "cron sends the end of the log by mail to MAILTO",
        }
    );
    for job in plan.jobs() {
        content.push_str(&line(plan, &job));
    }
    File { name: format!("{}.cron", plan.name()), content }
}

fn line(plan: &Plan, job: &Job) -> String {
    let log = quoted(&format!("{}.log", plan.archive.display()));
    let lock = quoted(&plan.lock());
    let command: Vec<String> = job.arguments.iter().map(|argument| quoted(argument)).collect();
    let alert = plan.alert.as_ref().map_or_else(String::new, |alert| format!(" | {alert}"));
    let shell = format!(
        "{{ date -u; flock --timeout {PATIENCE} {lock} {command}; }} >>{log} 2>&1; code=$?; \
         [ $code -eq 0 ] || {{ echo {said} $code; tail -n 40 {log}; }}{alert}",
        command = command.join(" "),
        said = quoted(&format!("dossier {} of {} ended with exit code", job.name, plan.archive.display())),
    );
    // To cron an unescaped percent sign is the end of the command.
    format!("{} {} * * * {}\n", plan.minute, job.hour, shell.replace('%', "\\%"))
}

/// One word for the shell.
fn quoted(text: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "/._-=:,@+".contains(letter);
    if !text.is_empty() && text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "'\\''"))
    }
}
