//! systemd units. The services may write in the archive's folder and nowhere else, gain no rights, and see as little of the
//! system as they can do with; the one that verifies has no network.

use super::{File, Job, PATIENCE, Plan};

/// What holds for every service, whatever it does.
const HARDENING: &str = "\
NoNewPrivileges=yes
CapabilityBoundingSet=
ProtectSystem=strict
ProtectHome=read-only
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
PrivateDevices=yes
PrivateTmp=yes
LockPersonality=yes
MemoryDenyWriteExecute=yes
RemoveIPC=yes
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged
UMask=0077
";

/// All units.
pub fn files(plan: &Plan) -> Vec<File> {
    let mut files = Vec::new();
    for job in plan.jobs() {
        let unit = format!("{}-{}", plan.name(), job.name);
        files.push(File { name: format!("{unit}.service"), content: service(plan, &job) });
        files.push(File { name: format!("{unit}.timer"), content: timer(plan, &job) });
    }
    files.push(File { name: format!("{}-alert@.service", plan.name()), content: alert(plan) });
    files
}

fn service(plan: &Plan, job: &Job) -> String {
    let command: Vec<String> = job.arguments.iter().map(|argument| quoted(argument)).collect();
    let (wants, network) = if job.asks_network {
        (
            "Wants=network-online.target\nAfter=network-online.target\n",
            "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6\n",
        )
    } else {
        ("", "PrivateNetwork=yes\nRestrictAddressFamilies=AF_UNIX\nIPAddressDeny=any\n")
    };
    let user = plan.user.as_ref().map_or_else(String::new, |user| format!("User={user}\n"));
    format!(
        "[Unit]\n\
         Description=dossier: {purpose}\n\
         RequiresMountsFor={folder}\n\
         {wants}\
         OnFailure={name}-alert@%n.service\n\
         \n\
         [Service]\n\
         Type=oneshot\n\
         {user}\
         # Exit code 3: something changed, is gone or was altered. Like any code but 0 it raises the alert.\n\
         ExecStart=/usr/bin/flock --timeout {PATIENCE} {lock} {command}\n\
         Nice=10\n\
         IOSchedulingClass=idle\n\
         ReadWritePaths={folder}\n\
         {HARDENING}\
         {network}",
        purpose = job.purpose.replace('%', "%%"),
        folder = quoted(&plan.folder()),
        name = plan.name(),
        lock = quoted(&plan.lock()),
        command = command.join(" "),
    )
}

fn timer(plan: &Plan, job: &Job) -> String {
    format!(
        "[Unit]\n\
         Description=dossier: {purpose}, every day\n\
         \n\
         [Timer]\n\
         OnCalendar=*-*-* {hour:02}:{minute:02}:00\n\
         RandomizedDelaySec=10min\n\
         # What was missed while the machine was off is made up for.\n\
         Persistent=yes\n\
         \n\
         [Install]\n\
         WantedBy=timers.target\n",
        purpose = job.purpose.replace('%', "%%"),
        hour = job.hour,
        minute = plan.minute,
    )
}

/// The end of what a service said goes to the command of the alert, or as an alert into the journal.
fn alert(plan: &Plan) -> String {
    let command = match &plan.alert {
        Some(alert) => alert.replace('%', "%%").replace('$', "$$"),
        None => "logger --tag dossier --priority user.alert".to_owned(),
    };
    let shell = format!(
        "{{ echo %i ended with findings or could not run:; journalctl --no-pager --unit %i --lines 40; }} | {command}"
    );
    format!(
        "[Unit]\n\
         Description=dossier: alert for %i\n\
         \n\
         [Service]\n\
         Type=oneshot\n\
         ExecStart=/bin/sh -c \"{}\"\n",
        shell.replace('\\', "\\\\").replace('"', "\\\"")
    )
}

/// One word for systemd, with its specifiers and variables taken literally.
fn quoted(text: &str) -> String {
    let text = text.replace('%', "%%").replace('$', "$$");
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "/._-=:,@+%$".contains(letter);
    if text.chars().all(is_plain) { text } else { format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")) }
}
