"""Kills an ingest (SIGKILL) at random moments, again and again, and looks whether the archive is sound and holds everything
that was reported as stored. Then the same ingest has to finish the rest.

usage: kills.py DOSSIER [HOW_MANY] [SEED]"""
import collections, os, random, shutil, signal, subprocess, sys, tempfile, time

from stored import fault, held

dossier = os.path.abspath(sys.argv[1])
count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
ARTICLES = 600


def article(number):
    towns = ["Arbon", "Veltin", "Port Essen", "Karsk", "Lower Mira"]
    town = towns[number % len(towns)]
    return (
        f"Report {number}\n\nAt least {number % 40 + 2} people were killed in {town} on {number % 28 + 1} May 2019, officials said. "
        f"Witnesses said that police opened fire on a crowd near the station.\n\n"
        f"\"Nobody warned us,\" said Ivan Orlov, a teacher. {number % 300} people were detained, according to the ministry.\n"
    )


with tempfile.TemporaryDirectory() as work:
    folder = os.path.join(work, "articles")
    os.mkdir(folder)
    for number in range(ARTICLES):
        with open(os.path.join(folder, f"{number:05}.txt"), "w") as out:
            out.write(article(number))
    archive = os.path.join(work, "archive.db")
    ingest = [dossier, "--archive", archive, "ingest", folder]
    begun = time.monotonic()
    subprocess.run(ingest, check=True, capture_output=True)
    whole_time = time.monotonic() - begun
    os.remove(archive)

    table, faults = collections.Counter(), []
    for number in range(count):
        # Every tenth begins anew; the others go on where the killed one was.
        if number % 10 == 0:
            for name in os.listdir(work):
                if name.startswith("archive.db"):
                    os.remove(os.path.join(work, name))
        output = os.path.join(work, "output")
        with open(output, "w") as out:
            process = subprocess.Popen(ingest, stdout=out, stderr=subprocess.DEVNULL)
            time.sleep(chance.random() * whole_time * (1.1 if number % 10 == 0 else 0.5))
            process.send_signal(signal.SIGKILL)
            killed = process.wait() == -signal.SIGKILL
        hot = os.path.exists(archive + "-journal")
        table["killed" if killed else "had finished"] += 1
        table["left a journal to roll back"] += killed and hot
        told = open(output).read()
        wrong = fault(dossier, archive, told)
        if wrong:
            faults.append(f"kill {number}: {wrong}")
        table["sound, and all that was reported is there"] += not wrong
    finished = subprocess.run(ingest, capture_output=True, text=True)
    wrong = fault(dossier, archive, finished.stdout)
    complete = finished.returncode == 0 and not wrong and len(held(archive)) == ARTICLES

print(f"{count} ingests of {ARTICLES} articles, each killed at a random moment of its {whole_time:.1f} s")
for what in ("killed", "had finished", "left a journal to roll back", "sound, and all that was reported is there"):
    print(f"{what:45}{table[what]:>6}")
print(f"{'finished by the next ingest':45}{'yes' if complete else 'NO':>6}")
for wrong in faults:
    print(wrong, file=sys.stderr)
sys.exit(0 if not faults and complete else 1)
