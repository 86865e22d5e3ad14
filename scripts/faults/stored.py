"""What an ingest reported as stored, and whether the archive holds it."""
import os, sqlite3, subprocess


def reported(output):
    """The first digits of the SHA-256 of each article that a finished line of output tells of."""
    lines = output.split("\n")[:-1]
    return [line.split()[0] for line in lines if len(line) > 12 and all(digit in "0123456789abcdef" for digit in line[:12])]


def held(archive):
    connection = sqlite3.connect(f"file:{archive}?mode=ro", uri=True)
    try:
        return {sha256[:12] for (sha256,) in connection.execute("SELECT sha256 FROM captures")}
    finally:
        connection.close()


def fault(dossier, archive, output):
    """What is wrong with the archive after an ingest that told this; empty where nothing is."""
    told = reported(output)
    if not os.path.exists(archive):
        return f"{len(told)} reported, and there is no archive" if told else ""
    verified = subprocess.run([dossier, "--archive", archive, "verify"], capture_output=True, text=True, timeout=300)
    if verified.returncode != 0:
        return f"verify: exit code {verified.returncode}: {verified.stdout}{verified.stderr}"
    lost = [sha256 for sha256 in told if sha256 not in held(archive)]
    return f"{len(lost)} reported as stored and lost" if lost else ""
