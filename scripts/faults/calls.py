"""Lets every file system call of an ingest fail once with EIO and once with ENOSPC, and looks each time whether the archive is
sound, holds everything that was reported as stored, and takes the rest when the ingest is run again. Needs strace.

usage: calls.py DOSSIER ARTICLES_FOLDER"""
import collections, os, random, re, shutil, subprocess, sys, tempfile, time
from concurrent.futures import ThreadPoolExecutor

from stored import fault

dossier, articles = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
CALLS = ["openat", "read", "pread64", "write", "pwrite64", "lseek", "fsync", "fdatasync", "ftruncate", "fallocate", "unlink",
         "link", "rename", "newfstatat", "fstat", "statx", "fcntl", "getdents64", "close", "access", "fchmod", "fchown", "readlink"]
ERRORS = ["EIO", "ENOSPC"]
LONGEST = 120  # seconds; longer is a hang


def set_up(folder, into_existing):
    shutil.copytree(articles, os.path.join(folder, "articles"))
    if into_existing and existing:
        shutil.copy(existing, os.path.join(folder, "archive.db"))
    elif into_existing:
        with open(os.path.join(folder, "first.txt"), "w") as out:
            out.write("Two men were killed in Elmas on 3 May 2019, officials said.")
        subprocess.run([dossier, "ingest", "first.txt"], cwd=folder, check=True, capture_output=True)


def traced(folder, options, log):
    # Only calls that touch the folder count: those that load the program say nothing about the archive.
    names = ["archive.db", "archive.db-journal", "articles", "."]
    names += [os.path.join("articles", name) for name in os.listdir(os.path.join(folder, "articles"))]
    paths = [option for name in names for option in ("-P", os.path.join(folder, name))]
    command = ["strace", "-f", "-qq", "-o", log, *options, *paths, dossier, "ingest", "articles"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=LONGEST)


def known_calls():
    """Those of CALLS that this machine has."""
    return [call for call in CALLS if subprocess.run(["strace", "-e", f"trace={call}", "true"], capture_output=True).returncode == 0]


def count(into_existing):
    with tempfile.TemporaryDirectory() as folder:
        set_up(folder, into_existing)
        log = os.path.join(folder, "log")
        traced(folder, ["-e", "trace=" + ",".join(calls)], log)
        return collections.Counter(re.findall(r"^\d+ +(\w+)\(", open(log).read(), re.M))


def fail(job):
    """One ingest in which one call fails; nothing where the time is over."""
    into_existing, call, which, error = job
    if time.monotonic() > end:
        return None
    with tempfile.TemporaryDirectory() as folder:
        set_up(folder, into_existing)
        log = os.path.join(folder, "log")
        archive = os.path.join(folder, "archive.db")
        options = ["-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={which}"]
        try:
            run = traced(folder, options, log)
        except subprocess.TimeoutExpired:
            return job, "hang", "it did not end"
        injected = "INJECTED" in open(log).read()
        if "panicked" in run.stderr or run.returncode not in (0, 1):
            return job, "panic", f"exit code {run.returncode}: {run.stderr}"
        wrong = fault(dossier, archive, run.stdout)
        if not wrong:
            again = subprocess.run([dossier, "ingest", "articles"], cwd=folder, capture_output=True, text=True)
            wrong = fault(dossier, archive, again.stdout) or ("" if again.returncode == 0 else f"again: {again.stderr}")
        if wrong:
            return job, "wrong", f"{wrong} (after exit code {run.returncode}: {run.stderr.strip()})"
        return job, ("not reached" if not injected else "went on" if run.returncode == 0 else "said so"), ""


calls = known_calls()
work = tempfile.TemporaryDirectory()
existing = None
set_up(work.name, True)
existing = os.path.join(work.name, "archive.db")
jobs = []
for into_existing in (False, True):
    numbers = count(into_existing)
    jobs += [(into_existing, call, which, error) for call in calls for which in range(1, numbers[call] + 1) for error in ERRORS]
total = len(jobs)
jobs = jobs[:: int(os.environ.get("EVERY", "1"))]  # EVERY=10 tries each tenth, for a quick look
random.Random(1).shuffle(jobs)  # MINUTES=10 stops then, having tried calls of all kinds
end = time.monotonic() + 60 * float(os.environ.get("MINUTES", "1000"))
with ThreadPoolExecutor(int(os.environ.get("JOBS", os.cpu_count()))) as pool:
    results = [result for result in pool.map(fail, jobs) if result]

columns = ["said so", "went on", "not reached", "wrong", "panic", "hang"]
print(f"{len(results)} ingests of {total} that are possible, in each of which one file system call failed with EIO or ENOSPC")
print(f"{'call':12}" + "".join(f"{column:>12}" for column in columns))
table = collections.Counter((job[1], answer) for job, answer, _ in results)
for call in calls:
    if any(table[call, column] for column in columns):
        print(f"{call:12}" + "".join(f"{table[call, column]:>12}" for column in columns))
print(f"{'all':12}" + "".join(f"{sum(table[call, column] for call in calls):>12}" for column in columns))
print("said so: exit code 1 and a reason; went on: the call did not matter, or was tried again. Each time the archive verified,")
print("held everything that was reported as stored, and the ingest run again finished the rest.")
bad = [(job, answer, why) for job, answer, why in results if answer in ("wrong", "panic", "hang")]
for (into_existing, call, which, error), answer, why in bad:
    print(f"{answer}: {call} {which} with {error} into {'an existing' if into_existing else 'a new'} archive: {why}", file=sys.stderr)
sys.exit(1 if bad else 0)
