"""Reads the exports in a folder with other people's tools and compares them with the archive. Run by scripts/export-trial."""

import json
import sqlite3
import sys
from pathlib import Path

import duckdb
import frictionless
import pandas
import pyarrow.parquet
import rdflib
from followthemoney import model
from followthemoney.types import registry

archive = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro&immutable=1", uri=True)
folder = Path(sys.argv[2])
failed = False


def check(what, found, expected):
    global failed
    right = found == expected
    failed |= not right
    print(f"{what:<72} {str(found):>12}  {'right' if right else f'WRONG, expected {expected}'}")


def value(sql):
    return archive.execute(sql).fetchone()[0]


LATEST = """capture_id NOT IN (SELECT one.capture_id FROM captures AS one JOIN captures AS later
    ON later.article_id = one.article_id AND later.sequence > one.sequence)"""
COUNTS = {
    "articles": "SELECT count(*) FROM captures",
    "texts": f"SELECT count(*) FROM documents WHERE {LATEST}",
    "claims": f"SELECT count(*) FROM claims WHERE {LATEST}",
    "mentions": f"SELECT count(*) FROM mentions WHERE {LATEST}",
    "names": "SELECT count(*) FROM name_variants",
    "conflicts": "SELECT count(*) FROM conflicts",
    "copies": "SELECT count(*) FROM copies",
    "reviews": "SELECT count(*) FROM reviews",
    "proposals": "SELECT count(*) FROM proposals",
}

# The data package.
report = frictionless.validate(str(folder / "csv" / "datapackage.json"))
for error in report.flatten(["type", "message"])[:5]:
    print("   ", error)
check("frictionless: the data package is valid", report.valid, True)
check("frictionless: files that were checked", len(report.tasks), 12)
hashed = all("hash-count" not in str(task.errors) for task in report.tasks)
check("frictionless: hashes and lengths of the files fit", hashed, True)
with open(folder / "csv" / "articles.csv", "a") as file:
    file.write("1,1,1,true,a,,,,,,,o,2020-01-01T00:00:00Z,text/plain,1," + "0" * 64 + ",,,,0,,,,t,\n")
altered = frictionless.validate(str(folder / "csv" / "datapackage.json"))
kinds = {row[0] for row in altered.flatten(["type"])}
check("frictionless: an added row is found, by hash and by key", {"hash-count", "primary-key"} <= kinds, True)
lines = (folder / "csv" / "articles.csv").read_text().splitlines(keepends=True)
(folder / "csv" / "articles.csv").write_text("".join(lines[:-1]))

# CSV and Parquet, row by row.
for table, sql in COUNTS.items():
    check(f"pandas: rows of {table}.csv", len(pandas.read_csv(folder / "csv" / f"{table}.csv")), value(sql))
for table in [Path(resource["path"]).stem for resource in json.load(open(folder / "csv" / "datapackage.json"))["resources"]]:
    text = pandas.read_csv(folder / "csv" / f"{table}.csv", dtype=str, keep_default_na=False)
    columns = pandas.read_parquet(folder / "parquet" / f"{table}.parquet")
    alike = list(text.columns) == list(columns.columns) and len(text) == len(columns)
    for name in text.columns if alike else []:
        for written, typed in zip(text[name], columns[name]):
            if typed is None or typed is pandas.NaT or typed != typed:
                typed = ""
            elif isinstance(typed, bool) or str(typed) in ("True", "False"):
                typed = str(typed).lower()
            elif isinstance(typed, float):
                typed = str(int(typed))
            elif isinstance(typed, pandas.Timestamp):
                typed = typed.strftime("%Y-%m-%dT%H:%M:%SZ")
            if written != str(typed):
                print("   ", table, name, repr(written), repr(typed))
                alike = False
    check(f"pandas: {table}.parquet is {table}.csv, value by value", alike, True)
about = pyarrow.parquet.read_metadata(folder / "parquet" / "claims.parquet").metadata
check("pyarrow: entries of the log, in the metadata", int(about[b"dossier:log_size"]), value("SELECT count(*) FROM log_entries"))

# DuckDB.
claims = f"read_parquet('{folder}/parquet/claims.parquet')"
articles = f"read_parquet('{folder}/parquet/articles.parquet')"
found = duckdb.sql(f"SELECT sum(low) FROM {claims} WHERE measure = 'killed'").fetchall()[0][0]
check("DuckDB: sum of the killed, Parquet", found, value(f"SELECT sum(low) FROM claims WHERE measure = 'killed' AND {LATEST}"))
found = duckdb.sql(f"SELECT typeof(published_on) || typeof(retrieved_at) || typeof(is_latest) FROM {articles} LIMIT 1").fetchall()[0][0]
check("DuckDB: types of a day, a time and a truth", found, "DATETIMESTAMP WITH TIME ZONEBOOLEAN")
found = duckdb.sql(f"SELECT count(*) FROM {claims} AS claims JOIN {articles} AS articles USING (capture_id, sha256)").fetchall()[0][0]
check("DuckDB: claims with an article of the same hash", found, value(COUNTS["claims"]))
found = duckdb.sql(f"SELECT count(DISTINCT article.sha256) FROM read_json_auto('{folder}/jsonl', format = 'newline_delimited')").fetchall()[0][0]
check("DuckDB: hashes in the JSON Lines", found, value(f"SELECT count(DISTINCT sha256) FROM captures JOIN claims USING (capture_id) WHERE {LATEST}"))

# FollowTheMoney.
counts, unknown, unclean, ids, references = {}, set(), set(), set(), set()
for line in open(folder / "ftm"):
    data = json.loads(line)
    proxy = model.get_proxy(data)
    proxy.schema.validate(data)
    counts[proxy.schema.name] = counts.get(proxy.schema.name, 0) + 1
    ids.add(proxy.id)
    for name, values in data["properties"].items():
        prop = proxy.schema.get(name)
        if prop is None:
            unknown.add(f"{proxy.schema.name}.{name}")
            continue
        for one in values:
            if prop.type != registry.entity and prop.type.clean(one, proxy=proxy) is None:
                unclean.add(f"{name}: {one}")
            if prop.type == registry.entity:
                references.add(one)
check("followthemoney: properties that the model does not have", sorted(unknown), [])
check("followthemoney: values that it would not take", sorted(unclean)[:3], [])
check("followthemoney: references that lead nowhere", len(references - ids), 0)
check("followthemoney: articles", counts["Article"], value(COUNTS["texts"]))
check("followthemoney: notes, one for each claim", counts["Note"], value(COUNTS["claims"]))
proxies = {json.loads(line)["id"]: model.get_proxy(json.loads(line)) for line in open(folder / "ftm")}
misplaced = [
    (proxy.schema.name, prop.name)
    for proxy in proxies.values()
    for prop, one in proxy.itervalues()
    if prop.type == registry.entity and not proxies[one].schema.is_a(prop.range)
]
check("followthemoney: references to entities of another kind", misplaced[:3], [])

# JSON-LD.
graph = rdflib.Graph().parse(folder / "jsonld", format="json-ld")
SCHEMA = "PREFIX schema: <https://schema.org/> "


def ask(sparql):
    return int(next(iter(graph.query(SCHEMA + sparql)))[0])


check("rdflib: claims and quotations that stand in an article with a hash",
      ask("""SELECT (count(DISTINCT ?claim) AS ?n) WHERE { ?claim schema:appearance|schema:isPartOf ?article .
             ?article a schema:NewsArticle ; schema:encoding/schema:sha256 ?hash }"""), value(COUNTS["claims"]))
check("rdflib: sum of the killed",
      ask("""SELECT (sum(?low) AS ?n) WHERE { ?claim schema:about ?seen .
             ?seen schema:variableMeasured "killed" ; schema:minValue ?low }"""),
      value(f"SELECT sum(low) FROM claims WHERE measure = 'killed' AND {LATEST}"))
sys.exit(failed)
