"""Makes the files in tests/inputs/files with the tools that people use for each kind.

    python3 -m venv env && env/bin/pip install warcio wacz "brotli<1.2" websocket-client && env/bin/python tests/inputs/make.py

What is not installed (zip, tar, chromium, soffice) is said and skipped; the files that are there stay. The texts are invented.
"""

import gzip
import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FILES = Path(__file__).parent / "files"
FIRE = "At least nine people were killed when a fire broke out in a textile mill in Karsava on 3 May 2019, police said."
STRIKE = "Police shot dead three dock workers in Port Vell on 6 May 2019, officials said."


def page(title, text, head=""):
    more = "Residents of the quarter told the paper that they had heard nothing before, and that nobody had warned them."
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1><p>{text}</p><p>{more}</p></article></body></html>"
    )


def run(*arguments, **options):
    if shutil.which(arguments[0]) is None:
        print("skipped, not installed:", arguments[0], file=sys.stderr)
        return False
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    return True


def packages(folder):
    (folder / "reports").mkdir()
    (folder / "reports/fire.html").write_text(page("Fire in a mill", FIRE))
    (folder / "reports/strike.txt").write_text(STRIKE)
    (folder / "reports/strike.txt.meta.json").write_text('{"publisher": "The Lantern", "datePublished": "2019-05-07"}')
    (folder / "reports/logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    for name in ["reports.zip", "reports.tar", "reports.tar.gz"]:
        (FILES / name).unlink(missing_ok=True)
    run("zip", "-r", "-X", str(FILES / "reports.zip"), "reports", cwd=folder)
    run("tar", "-cf", str(FILES / "reports.tar"), "--sort=name", "--owner=0", "--group=0", "reports", cwd=folder)
    run("tar", "-czf", str(FILES / "reports.tar.gz"), "--sort=name", "--owner=0", "--group=0", "reports", cwd=folder)
    with gzip.GzipFile(FILES / "fire.html.gz", "wb", mtime=0) as file:
        file.write(page("Fire in a mill", FIRE).encode())


def warc():
    import brotli
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    def write(path, compressed):
        with open(path, "wb") as file:
            writer = WARCWriter(file, gzip=compressed)

            def add(url, body, kind="response", status="200 OK", headers=(), content="text/html; charset=utf-8", **more):
                http = None
                if kind in ("response", "revisit"):
                    http = StatusAndHeaders(status, [("Content-Type", content), *headers], protocol="HTTP/1.1")
                fields = {"WARC-Date": "2019-05-08T10:11:12Z"}
                record = writer.create_warc_record(
                    url, kind, payload=io.BytesIO(body), http_headers=http, warc_headers_dict=fields, **more
                )
                writer.write_record(record)

            writer.write_record(writer.create_warcinfo_record("example.warc", {"software": "warcio"}))
            add("https://lantern.example/fire", page("Fire in a mill", FIRE).encode())
            add("https://lantern.example/gone", b"<p>Not here", status="404 Not Found")
            packed = gzip.compress(page("Strike in the port", STRIKE).encode(), mtime=0)
            chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
            both = [("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")]
            add("https://lantern.example/strike", chunks, headers=both)
            cyrillic = page("Пожар", "Во вторник при пожаре погибли три человека, сообщила полиция.").replace("utf-8", "")
            add("https://lantern.example/ru", cyrillic.encode("windows-1251"), content="text/html; charset=windows-1251")
            flood = page("Flood in Elmas", "Two children drowned in Elmas on 4 May 2019, the mayor said.")
            add("https://lantern.example/flood", brotli.compress(flood.encode()), headers=[("Content-Encoding", "br")])
            add("https://lantern.example/logo.png", b"\x89PNG", content="image/png")
            add("https://lantern.example/note", b"Four men were hurt in Elmas.", kind="resource", warc_content_type="text/plain")
            writer.write_record(
                writer.create_revisit_record(
                    "https://lantern.example/fire", "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ",
                    "https://lantern.example/fire", "2019-05-08T10:11:12Z",
                )
            )

    write(FILES / "crawl.warc", False)
    write(FILES / "crawl.warc.gz", True)


def wacz(folder):
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    (FILES / "crawl.wacz").unlink(missing_ok=True)
    with open(folder / "data.warc.gz", "wb") as file:
        writer = WARCWriter(file, gzip=True)
        http = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        body = io.BytesIO(page("Fire in a mill", FIRE).encode())
        fields = {"WARC-Date": "2019-05-08T10:11:12Z"}
        url = "https://lantern.example/fire"
        writer.write_record(writer.create_warc_record(url, "response", body, http_headers=http, warc_headers_dict=fields))
    tool = Path(sys.executable).parent / "wacz"
    run(str(tool), "create", "-o", str(FILES / "crawl.wacz"), str(folder / "data.warc.gz"))


def signed():
    """crawl.wacz, signed as ArchiveWeb.page does (a key of its own) and as authsign does (a certificate; here one that it made
    for itself), by the library that authsign uses."""
    import base64
    import datetime
    import hashlib
    import json
    import zipfile

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec, utils

    package = zipfile.ZipFile(FILES / "crawl.wacz").read("datapackage.json")
    digest = "sha256:" + hashlib.sha256(package).hexdigest()

    def write(name, **data):
        data = {"hash": digest, "created": "2019-05-08T10:11:12Z", "software": "make.py"} | data
        with zipfile.ZipFile(FILES / "crawl.wacz") as old, zipfile.ZipFile(FILES / name, "w") as new:
            for member in old.infolist():
                content = old.read(member)
                if member.filename == "datapackage-digest.json":
                    content = json.dumps({"path": "datapackage.json", "hash": digest, "signedData": data})
                new.writestr(member.filename, content)

    key = ec.generate_private_key(ec.SECP384R1())
    pair = utils.decode_dss_signature(key.sign(digest.encode(), ec.ECDSA(hashes.SHA256())))
    signature = b"".join(number.to_bytes(48, "big") for number in pair)
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    public = key.public_key().public_bytes(serialization.Encoding.DER, form)
    write("signed.wacz", signature=base64.b64encode(signature).decode(), publicKey=base64.b64encode(public).decode())

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "lantern.example")])
    day = datetime.datetime(2019, 5, 1)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(day).not_valid_after(day + datetime.timedelta(90))
    certificate = builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM).decode()
    signature = base64.b64encode(key.sign(digest.encode(), ec.ECDSA(hashes.SHA256()))).decode()
    write("certified.wacz", signature=signature, domain="lantern.example", domainCert=certificate)


def zstandard():
    """Compressed with the tool `zstd`, a web archive record by record."""
    from warcio.archiveiterator import ArchiveIterator

    if shutil.which("zstd") is None:
        print("skipped, not installed: zstd", file=sys.stderr)
        return
    with open(FILES / "crawl.warc", "rb") as file:
        records = ArchiveIterator(file)
        offsets = [records.get_record_offset() for _ in records]
    content = (FILES / "crawl.warc").read_bytes()
    ends = [*offsets[1:], len(content)]
    pieces = [content[start:end] for start, end in zip(offsets, ends)]
    compress = lambda piece: subprocess.run(["zstd", "-c"], input=piece, capture_output=True, check=True).stdout
    (FILES / "crawl.warc.zst").write_bytes(b"".join(map(compress, pieces)))
    (FILES / "reports.tar.zst").write_bytes(compress((FILES / "reports.tar").read_bytes()))


def mail():
    import mailbox
    from email.message import EmailMessage

    def message(number, subject, text):
        letter = EmailMessage()
        letter["From"] = "Józef Lis <news@lantern.example>"
        letter["To"] = "readers@lantern.example"
        letter["Subject"] = subject
        letter["Date"] = "Sat, 04 May 2019 08:00:00 +0200"
        letter["Message-ID"] = f"<{number}@lantern.example>"
        letter["List-ID"] = "The Lantern <daily.lantern.example>"
        letter.set_content("Read this in a browser.")
        letter.add_alternative(page(subject, text), subtype="html", cte="quoted-printable")
        letter.set_boundary(f"part-{number}")
        return letter

    (FILES / "letter.eml").write_bytes(message(1, "Fire in a mill", FIRE).as_bytes())
    (FILES / "letters.mbox").unlink(missing_ok=True)
    box = mailbox.mbox(FILES / "letters.mbox")
    for number, subject, text in [(1, "Fire in a mill", FIRE), (2, "Strike in the port", STRIKE)]:
        letter = mailbox.mboxMessage(message(number, subject, text))
        letter.set_from("news@lantern.example", (2019, 5, 4, 8, 0, 0, 5, 124, 0))
        box.add(letter)
    box.close()


def dumps():
    import csv
    import xml.etree.ElementTree as tree

    with open(FILES / "dump.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "pub_date", "head", "story", "link", "outlet"])
        rows.writerow(["17", "2019-05-07", "Fire, and smoke", FIRE + '\n\n"Nobody warned us," a man said.', "https://lantern.example/fire", "The Lantern"])
        rows.writerow(["18", "7 May 2019", "Strike", STRIKE, "https://lantern.example/strike", "The Lantern"])
        rows.writerow(["19", "2019-05-07", "Nothing", "", "", ""])
    content = "http://purl.org/rss/1.0/modules/content/"
    tree.register_namespace("content", content)
    rss = tree.Element("rss", version="2.0")
    channel = tree.SubElement(rss, "channel")
    tree.SubElement(channel, "title").text = "The Lantern"
    tree.SubElement(channel, "language").text = "en"
    for number, title, text in [(1, "Fire in a mill", FIRE), (2, "Strike in the port", STRIKE)]:
        item = tree.SubElement(channel, "item")
        tree.SubElement(item, "title").text = title
        tree.SubElement(item, "link").text = f"https://lantern.example/{number}"
        tree.SubElement(item, "guid").text = f"lantern-{number}"
        tree.SubElement(item, "pubDate").text = "Tue, 07 May 2019 08:00:00 GMT"
        tree.SubElement(item, "description").text = "A short word of it."
        tree.SubElement(item, f"{{{content}}}encoded").text = f"<p>{text}</p><p>More &amp; later.</p>"
    tree.ElementTree(rss).write(FILES / "feed.rss", encoding="utf-8", xml_declaration=True)
    atom = tree.Element("feed", xmlns="http://www.w3.org/2005/Atom")
    tree.SubElement(atom, "title").text = "The Lantern"
    entry = tree.SubElement(atom, "entry")
    tree.SubElement(entry, "title").text = "Fire in a mill"
    tree.SubElement(entry, "link", href="https://lantern.example/fire")
    tree.SubElement(entry, "id").text = "tag:lantern.example,2019:fire"
    tree.SubElement(entry, "published").text = "2019-05-07T08:00:00Z"
    tree.SubElement(entry, "content", type="html").text = f"<p>{FIRE}</p>"
    tree.ElementTree(atom).write(FILES / "feed.atom", encoding="utf-8", xml_declaration=True)


def browser(folder):
    (folder / "fire.html").write_text(page("Fire in a mill", FIRE))
    flags = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
    run(*flags, "--no-pdf-header-footer", f"--print-to-pdf={FILES}/fire.pdf", f"file://{folder}/fire.html")
    script = folder / "save.py"
    script.write_text(SAVE)
    if shutil.which("chromium"):
        subprocess.run([sys.executable, str(script), str(folder), str(FILES / "fire.mhtml")], check=True)
    (folder / "scan.html").write_text('<svg width="300" height="300"><rect width="200" height="200" fill="grey"/></svg>')
    run(*flags, "--no-pdf-header-footer", f"--print-to-pdf={FILES}/scan.pdf", f"file://{folder}/scan.html")


# Chromium saves a page as MHTML when it is asked over its debugging port; the page is served by this script.
SAVE = """
import http.server, json, subprocess, sys, threading, time, urllib.request
import websocket
folder, target = sys.argv[1:]
handler = lambda *arguments: http.server.SimpleHTTPRequestHandler(*arguments, directory=folder)
server = http.server.ThreadingHTTPServer(("127.0.0.1", 8765), handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
browser = subprocess.Popen(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=9333",
    "--remote-allow-origins=*", f"--user-data-dir={folder}/saver", "http://127.0.0.1:8765/fire.html"],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
for _ in range(60):
    time.sleep(1)
    try:
        tabs = json.load(urllib.request.urlopen("http://127.0.0.1:9333/json"))
    except OSError:
        continue
    tabs = [tab for tab in tabs if tab["url"].endswith("fire.html")]
    if tabs:
        break
time.sleep(3)
socket = websocket.create_connection(tabs[0]["webSocketDebuggerUrl"])
socket.send(json.dumps({"id": 1, "method": "Page.captureSnapshot", "params": {"format": "mhtml"}}))
while True:
    answer = json.loads(socket.recv())
    if answer.get("id") == 1:
        break
open(target, "wb").write(answer["result"]["data"].encode())
browser.terminate()
"""


def office(folder):
    (folder / "fire.html").write_text(page("Fire in a mill", FIRE))
    for ending in ("odt", "docx"):
        source = folder / "fire.html" if ending == "odt" else folder / "fire.odt"
        filters = "odt:writer8" if ending == "odt" else "docx:MS Word 2007 XML"
        arguments = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--infilter=writer_web_HTML" if ending == "odt" else "--infilter=writer8", "--convert-to", filters, "--outdir", str(folder)]
        if run(*arguments, str(source)) and (folder / f"fire.{ending}").exists():
            shutil.copy(folder / f"fire.{ending}", FILES / f"fire.{ending}")


def archivebox(folder):
    """One snapshot by ArchiveBox (pip install archivebox), which does not run as root; what is large in it is left out."""
    import functools
    import http.server
    import threading

    if shutil.which("archivebox") is None:
        print("skipped, not installed: archivebox", file=sys.stderr)
        return
    (folder / "site").mkdir()
    (folder / "site/fire.html").write_text(page("Fire in a mill", FIRE))
    (folder / "data").mkdir()
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=folder / "site")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 8766), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    wanted = {"SAVE_DOM", "SAVE_WGET", "SAVE_WARC", "SAVE_TITLE", "SAVE_HTMLTOTEXT"}
    others = ["SINGLEFILE", "READABILITY", "MERCURY", "ARCHIVE_DOT_ORG", "MEDIA", "GIT", "PDF", "SCREENSHOT", "FAVICON"]
    settings = {name: "True" for name in wanted} | {f"SAVE_{name}": "False" for name in others}
    settings |= {"CHROME_BINARY": shutil.which("chromium") or "", "CHROME_SANDBOX": "False", "HOME": str(folder)}
    options = {"cwd": folder / "data", "env": os.environ | settings}
    run("archivebox", "init", **options)
    run("archivebox", "add", "http://127.0.0.1:8766/fire.html", **options)
    server.shutdown()
    # Only that it is there matters; what the tool writes into it is a key.
    (folder / "data/ArchiveBox.conf").write_text("[SERVER_CONFIG]\n")
    leave = ["--exclude=index.html", "--exclude=logs", "--exclude=index.sqlite3", "--owner=0", "--group=0", "--sort=name"]
    run("tar", "-czf", str(FILES / "archivebox.tar.gz"), *leave, "--transform=s/^data/box/", "data", cwd=folder)


def auto_archiver(folder):
    """A report by Bellingcat's auto-archiver (pip install auto-archiver): its own formatter, storage and settings, and in place of
    its extractors, which ask the web, one that gives what it would have found."""
    if shutil.which("auto-archiver") is None:
        print("skipped, not installed: auto-archiver", file=sys.stderr)
        return
    module = folder / "modules/page_extractor"
    module.mkdir(parents=True)
    (module / "__init__.py").write_text("from .page_extractor import PageExtractor\n")
    (module / "__manifest__.py").write_text(
        '{"name": "page", "type": ["extractor"], "requires_setup": False, "configs": {}, "dependencies": {}, '
        '"entry_point": "page_extractor::PageExtractor", "version": "1.0", "description": "what was found"}'
    )
    (module / "page_extractor.py").write_text(EXTRACTOR)
    steps = ["feeders: [cli_feeder]", "extractors: [page_extractor]", "enrichers: [hash_enricher]"]
    steps += ["databases: [csv_db]", "storages: [local_storage]", "formatters: [html_formatter]"]
    (folder / "settings.yaml").write_text("steps:\n" + "".join(f"  {step}\n" for step in steps))
    arguments = ["--config", "settings.yaml", "--module_paths", "modules", "--", "https://lantern.example/fire"]
    run("auto-archiver", *arguments, cwd=folder)
    for report in folder.glob("local_archive/*.html"):
        shutil.copy(report, FILES / "report.html")


EXTRACTOR = f"""
import datetime, os
from auto_archiver.core import Extractor, Media, Metadata

class PageExtractor(Extractor):
    def download(self, item):
        found = Metadata()
        found.set_url(item.get_url())
        found.set_title("Fire in a mill")
        found.set_timestamp(datetime.datetime(2019, 5, 4, 8, tzinfo=datetime.timezone.utc))
        found.set("author", "Ann Olsen")
        found.set_content("{FIRE}\\nResidents of the quarter told the paper that nobody had warned them.")
        picture = os.path.join(self.tmp_dir, "picture.png")
        open(picture, "wb").write(b"\\x89PNG\\r\\n\\x1a\\n")
        found.add_media(Media(picture))
        return found.success("page_extractor")
"""


def main():
    FILES.mkdir(exist_ok=True)
    wanted = sys.argv[1:]
    for make in (packages, warc, wacz, signed, zstandard, mail, dumps, browser, office, archivebox, auto_archiver):
        if wanted and make.__name__ not in wanted:
            continue
        if make.__code__.co_argcount:
            with tempfile.TemporaryDirectory() as folder:
                make(Path(folder))
        else:
            make()


if __name__ == "__main__":
    main()
