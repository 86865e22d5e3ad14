"""How long the pages of `dossier serve --review` take: every kind of page, and of each kind many, as a reader meets them by following
links. Each page is asked for anew after the archive's file was touched, so that it is made and not taken from those that are kept."""

import collections
import html
import http.client
import os
import random
import re
import statistics
import subprocess
import time
import urllib.parse

GOAL = 0.05
EACH = 20  # pages of a kind
TIMES = 3
FIRST = ["/", "/articles", "/timeline", "/names", "/sources", "/integrity", "/search", "/search?q=workers", "/review", "/undated"]


def kind(address):
    """`/article/<hash>` and every other article are one kind, and so are all pages with the same parameters."""
    parts = urllib.parse.urlsplit(address)
    path = parts.path.strip("/").split("/")
    shown = "/" + "/".join([path[0], *("…" for _ in path[1:])]) if path[0] not in ("review",) else parts.path
    shown = re.sub(r"^(/review/[a-z]+)/.*", r"\1/…", shown)
    names = sorted({name for name, _ in urllib.parse.parse_qsl(parts.query)})
    return shown + ("?" + "&".join(names) if names else "")


class Reader:
    """Asks one server for pages."""

    def __init__(self, dossier, archive):
        self.archive = archive
        command = [dossier, "--archive", archive, "serve", "--port", "0", "--review"]
        self.server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.host = urllib.parse.urlsplit(self.server.stdout.readline().strip()).netloc

    def get(self, address):
        connection = http.client.HTTPConnection(self.host)
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.status, answer.read()

    def processor(self):
        """Seconds of the processor that the server took so far: what does not grow when the machine does other things too."""
        with open(f"/proc/{self.server.pid}/stat", encoding="utf-8") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def seconds(self, address):
        """Of a page that is made, and of one that is kept."""
        made, kept = [], []
        for times in (made, kept):
            for _ in range(TIMES):
                if times is made:
                    os.utime(self.archive)
                begun = time.perf_counter()
                status, _ = self.get(address)
                times.append(time.perf_counter() - begun)
                if status != 200:
                    raise SystemExit(f"{address} is answered with {status}")
        return statistics.median(made), statistics.median(kept)

    def addresses(self):
        """Of every kind of page some, by kind."""
        chance, found, seen, waiting = random.Random(7), collections.defaultdict(list), set(FIRST), collections.deque(FIRST)
        kinds = collections.Counter(kind(address) for address in FIRST)
        while waiting:
            address = waiting.popleft()
            status, page = self.get(address)
            if status != 200:
                raise SystemExit(f"{address} is answered with {status}")
            found[kind(address)].append(address)
            links = [html.unescape(link).split("#")[0] for link in re.findall(r' href="(/[^"]*)"', page.decode())]
            chance.shuffle(links)
            for link in links:
                if link not in seen and "." not in link.rsplit("/", 1)[-1] and not link.endswith("/original"):
                    seen.add(link)
                    kinds[kind(link)] += 1
                    if kinds[kind(link)] <= EACH:
                        waiting.append(link)
        return found


def measure(dossier, archive):
    """Prints a line for each kind of page, and says whether all of them hold."""
    reader = Reader(dossier, archive)
    try:
        found, slow = reader.addresses(), []
        print(f"\n{'pages, ms':42} {'pages':>6} {'median':>8} {'slowest':>8} {'processor':>9} {'kept':>8}")
        everything = []
        for name, addresses in sorted(found.items()):
            before = reader.processor()
            times = [reader.seconds(address) for address in addresses]
            processor = (reader.processor() - before) / (TIMES * len(addresses))
            made, kept = [one for one, _ in times], [other for _, other in times]
            median, slowest = statistics.median(made), max(made)
            everything += made
            slow += [name] * (median > GOAL)
            cells = [f"{1000 * seconds:8.1f}" for seconds in (median, slowest, processor, statistics.median(kept))]
            print(f"{name:42} {len(addresses):6} {' '.join(cells)}  {'holds' if median <= GOAL else 'MISSED'} (at most {1000 * GOAL:.0f})", flush=True)
        print(f"{'all':42} {len(everything):6} {1000 * statistics.median(everything):8.1f} {1000 * max(everything):8.1f}")
        return not slow
    finally:
        reader.server.kill()
        reader.server.wait()
