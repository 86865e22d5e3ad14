"""Makes the files in tests/inputs/files with the tools that people use for each kind.

    python3 -m venv env && env/bin/pip install warcio wacz "brotli<1.2" && env/bin/python tests/inputs/make.py

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


def main():
    FILES.mkdir(exist_ok=True)
    wanted = sys.argv[1:]
    for make in (packages, warc, wacz):
        if wanted and make.__name__ not in wanted:
            continue
        if make.__code__.co_argcount:
            with tempfile.TemporaryDirectory() as folder:
                make(Path(folder))
        else:
            make()


if __name__ == "__main__":
    main()
