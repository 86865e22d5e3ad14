"""Flips random bits, one at a time, in a copy of a real archive, and lets `dossier verify` look at each copy.

usage: flips.py DOSSIER ARTICLES_FOLDER [HOW_MANY] [SEED]"""
import collections, os, random, shutil, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor

from sqlite_file import Map

dossier, articles = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
count = int(sys.argv[3]) if len(sys.argv) > 3 else 300
seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
LONGEST = 120  # seconds; longer is a hang


def look(offset, bit):
    """found, refused, missed, panic or hang."""
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "archive.db")
        data = bytearray(whole)
        data[offset] ^= 1 << bit
        with open(copy, "wb") as out:
            out.write(data)
        try:
            run = subprocess.run([dossier, "--archive", copy, "verify"], capture_output=True, text=True, timeout=LONGEST)
        except subprocess.TimeoutExpired:
            return "hang", ""
    if "panicked" in run.stderr or run.returncode not in (0, 1, 3):
        return "panic", run.stderr
    return {0: "missed", 1: "refused", 3: "found"}[run.returncode], run.stdout


with tempfile.TemporaryDirectory() as work:
    archive = os.path.join(work, "archive.db")
    subprocess.run([dossier, "--archive", archive, "ingest", articles], check=True, capture_output=True)
    subprocess.run([dossier, "--archive", archive, "verify"], check=True, capture_output=True)
    # A rebuild leaves pages that are free and rows that were removed, as there are in an archive that has been used.
    subprocess.run([dossier, "--archive", archive, "rebuild"], check=True, capture_output=True)
    whole = open(archive, "rb").read()
    used = Map(archive)

chance = random.Random(seed)
flips = [(chance.randrange(len(whole)), chance.randrange(8)) for _ in range(count)]
with ThreadPoolExecutor(int(os.environ.get("JOBS", os.cpu_count()))) as pool:
    answers = list(pool.map(lambda flip: look(*flip), flips))

table = collections.Counter()
for (offset, bit), (answer, output) in zip(flips, answers):
    kind = used.kind(offset)
    where = "unused bytes" if kind is None else "header" if kind == "header" else "used bytes"
    table[where, answer] += 1
    if answer in ("panic", "hang") or (answer == "missed" and kind is not None):
        print(f"{answer}: byte {offset} bit {bit}, page {offset // used.size + 1}, in {kind} {output[-300:]}", file=sys.stderr)

print(f"{len(whole)} bytes, {len(used.used)} of them used; {count} bits flipped, one at a time (seed {seed})")
columns = ["found", "refused", "missed", "panic", "hang"]
print(f"{'':14}" + "".join(f"{column:>9}" for column in columns))
for where in ("used bytes", "header", "unused bytes"):
    print(f"{where:14}" + "".join(f"{table[where, column]:>9}" for column in columns))
detected = sum(number for (_, answer), number in table.items() if answer in ("found", "refused"))
harmless = table["unused bytes", "missed"]
bad = sum(number for (_, answer), number in table.items() if answer in ("panic", "hang"))
print(f"{100 * (detected + harmless) / count:.2f} % found, or in bytes that SQLite does not use ({detected} found, {harmless} unused)")
sys.exit(0 if bad == 0 and (detected + harmless) / count >= 0.999 else 1)
