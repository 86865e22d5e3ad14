//! `export`: each form is read back and compared with the archive, with nothing but what the crate itself needs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use dossier::hash::Hash;
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::Field;
use serde_json::Value;

use crate::test::Test;

const LANTERN: &str = "A mill burned down in Castrel on 3 May 2019. At least 14 weavers were killed, the fire service said.\n\n\
    \"Nobody opened the gate,\" said the weaver Ilse Brandt, “à la fin”. Police arrested two guards in Castrel on 4 May 2019.";
const COURIER: &str = "Nine weavers were killed when a mill burned down in Castrel on 3 May 2019, the weavers' union said. \
    Ilse Brandt said that the gate had been locked, with \"commas, quotes\" and\nline ends.";

fn archive() -> Test {
    Test::new()
        .file("lantern.txt", LANTERN)
        .file("lantern.txt.meta.json", r#"{"publisher": "The Lantern, Castrel", "datePublished": "2019-05-05"}"#)
        .file("courier.txt", COURIER)
        .file(
            "courier.txt.meta.json",
            r#"{"publisher": "Courier", "datePublished": "2019-05-06", "url": "https://courier.example/mill"}"#,
        )
        .ingest(["lantern.txt", "courier.txt"])
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn lines(path: &Path) -> Vec<Value> {
    fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn list<'a>(value: &'a Value, name: &str) -> Vec<&'a str> {
    value[name].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The tables that stand for those of an export, and how to count them in the archive.
const COUNTS: [(&str, &str); 9] = [
    ("articles", "captures"),
    ("texts", "documents"),
    ("claims", "claims"),
    ("incidents", "incidents"),
    ("incident_claims", "incident_claims"),
    ("conflicts", "conflicts"),
    ("names", "name_variants"),
    ("mentions", "mentions"),
    ("copies", "copies"),
];

#[test]
fn a_data_package_holds_every_row_and_its_keys_lead_to_rows() {
    let test = archive().run(["export", "csv", "--to", "out"]).code(0).stderr_has("2 articles, 2 texts");
    let package = json(&test.path("out/datapackage.json"));
    let mut tables: BTreeMap<&str, Vec<BTreeMap<String, String>>> = BTreeMap::new();
    for resource in package["resources"].as_array().unwrap() {
        let (name, path) = (resource["name"].as_str().unwrap(), resource["path"].as_str().unwrap());
        let bytes = fs::read(test.path("out").join(path)).unwrap();
        assert_eq!(resource["hash"], format!("sha256:{}", Hash::of(&bytes).to_hex()), "{name}");
        assert_eq!(resource["bytes"], bytes.len(), "{name}");
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), names);
        let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(|row| row.unwrap()).collect();
        for row in &rows {
            for field in fields {
                let (column, value) = (field["name"].as_str().unwrap(), &row[field["name"].as_str().unwrap()]);
                let fits = match field["type"].as_str().unwrap() {
                    _ if value.is_empty() => field["constraints"]["required"] != true,
                    "integer" => value.parse::<i64>().is_ok(),
                    "boolean" => matches!(value.as_str(), "true" | "false"),
                    "date" => value.len() == 10,
                    "datetime" => value.ends_with('Z') && value.len() == 20,
                    _ => field["constraints"]["pattern"] != "[0-9a-f]{64}" || value.len() == 64,
                };
                assert!(fits, "{name}.{column}: {value:?}");
            }
        }
        tables.insert(name, rows);
    }
    for resource in package["resources"].as_array().unwrap() {
        let name = resource["name"].as_str().unwrap();
        for key in resource["schema"]["foreignKeys"].as_array().unwrap() {
            let other = &tables[key["reference"]["resource"].as_str().unwrap()];
            let tuple = |row: &BTreeMap<String, String>, columns: Vec<&str>| -> Vec<String> {
                columns.into_iter().map(|column| row[column].clone()).collect()
            };
            let named: BTreeSet<Vec<String>> =
                other.iter().map(|row| tuple(row, list(&key["reference"], "fields"))).collect();
            for row in &tables[name] {
                assert!(named.contains(&tuple(row, list(key, "fields"))), "{name} {key}");
            }
        }
    }
    for (table, counted) in COUNTS {
        assert_eq!(tables[table].len().to_string(), test.value(&format!("SELECT count(*) FROM {counted}")), "{table}");
    }
    assert!(tables["conflicts"].iter().any(|row| row["figure"] == "9" && row["other_figure"] == "≥14"));
    for claim in &tables["claims"] {
        let whole = &tables["texts"].iter().find(|row| row["capture_id"] == claim["capture_id"]).unwrap()["text"];
        let number = |column: &str| claim[column].parse::<usize>().unwrap();
        let (start, end) = (number("start_offset"), number("end_offset"));
        assert_eq!(whole.chars().skip(start).take(end - start).collect::<String>(), claim["quote"]);
    }
    test.verify();
}

#[test]
fn parquet_has_the_same_rows() {
    let test = archive().run(["export", "parquet", "--to", "out"]).code(0);
    for resource in json(&test.path("out/datapackage.json"))["resources"].as_array().unwrap() {
        let path = test.path("out").join(resource["path"].as_str().unwrap());
        assert_eq!(resource["hash"], format!("sha256:{}", Hash::of(&fs::read(&path).unwrap()).to_hex()));
        let reader = SerializedFileReader::new(fs::File::open(&path).unwrap()).unwrap();
        let rows: Vec<_> = reader.get_row_iter(None).unwrap().map(Result::unwrap).collect();
        assert_eq!(resource["rows"], rows.len());
        if resource["name"] == "claims" {
            let quote = |row: &parquet::record::Row| {
                let mut columns = row.get_column_iter();
                match columns.find(|(name, _)| *name == "quote").unwrap().1 {
                    Field::Str(quote) => quote.clone(),
                    other => panic!("{other:?}"),
                }
            };
            let mut quotes: Vec<String> = rows.iter().map(quote).collect();
            quotes.sort_unstable();
            let sql = "SELECT json_group_array(quote ORDER BY quote) FROM claims";
            assert_eq!(serde_json::to_string(&quotes).unwrap(), test.value(sql));
        }
    }
}

#[test]
fn a_line_for_each_claim_leads_to_the_bytes() {
    let test = archive().run(["export", "jsonl", "--to", "claims.jsonl"]).code(0);
    let claims = lines(&test.path("claims.jsonl"));
    assert_eq!(claims.len().to_string(), test.value("SELECT count(*) FROM claims"));
    for claim in &claims {
        let article = &claim["article"];
        let bytes = fs::read(test.path(article["origin"].as_str().unwrap())).unwrap();
        assert_eq!(article["sha256"], Hash::of(&bytes).to_hex());
        assert!(String::from_utf8(bytes).unwrap().contains(claim["quote"].as_str().unwrap()));
    }
    let killed: Vec<&Value> = claims.iter().filter(|claim| claim["measure"] == "killed").collect();
    assert_eq!((killed[0]["low"].as_i64(), killed[0]["direct"].as_bool()), (Some(14), Some(false)));
    let to_stdout = test.run(["export", "jsonl"]).code(0);
    assert_eq!(to_stdout.answer().stdout.lines().count(), claims.len());
}

#[test]
fn entities_point_to_entities() {
    let test = archive().run(["export", "ftm", "--to", "out.ftm.json"]).code(0);
    let entities = lines(&test.path("out.ftm.json"));
    let ids: BTreeSet<&str> = entities.iter().map(|entity| entity["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), entities.len(), "an identifier is given once");
    for entity in &entities {
        for property in ["proof", "entity", "document", "resolved"] {
            for id in list(&entity["properties"], property) {
                assert!(ids.contains(id), "{property} of {entity}");
            }
        }
    }
    let count = |schema: &str| entities.iter().filter(|entity| entity["schema"] == schema).count();
    assert_eq!(count("Article"), 2);
    assert_eq!(count("Note").to_string(), test.value("SELECT count(*) FROM claims"));
    assert_eq!(count("Event").to_string(), test.value("SELECT count(*) FROM incidents"));
    assert_eq!(count("Person"), 1);
    let article = entities.iter().find(|entity| entity["properties"]["fileName"][0] == "courier.txt").unwrap();
    // printf 'abc' | sha1sum would tell another: the digest is of the file's bytes.
    assert_eq!(article["properties"]["contentHash"][0].as_str().unwrap().len(), 40);
    assert_eq!(article["properties"]["sourceUrl"][0], "https://courier.example/mill");
    assert_eq!(article["properties"]["language"][0], "eng");
}

#[test]
fn nodes_of_schema_org_point_to_nodes() {
    let test = archive().run(["export", "jsonld", "--to", "out.jsonld"]).code(0);
    let document = json(&test.path("out.jsonld"));
    let nodes = document["@graph"].as_array().unwrap();
    let ids: BTreeSet<&str> = nodes.iter().map(|node| node["@id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), nodes.len());
    let mut references = Vec::new();
    for node in nodes {
        collect(node, &mut references);
    }
    assert!(references.len() > nodes.len());
    assert!(references.iter().all(|id| ids.contains(id)));
    let of = |kind: &str| nodes.iter().filter(|node| node["@type"] == kind).count();
    assert_eq!((of("NewsArticle"), of("Person"), of("Dataset")), (2, 1, 1));
    assert_eq!((of("Claim") + of("Quotation")).to_string(), test.value("SELECT count(*) FROM claims"));
    assert_eq!(of("Quotation").to_string(), test.value("SELECT count(*) FROM claims WHERE direct"));
}

/// Every identifier that stands in a value, its own too.
fn collect<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(entries) => {
            found.extend(entries.get("@id").and_then(Value::as_str));
            entries.values().for_each(|value| collect(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        _ => {}
    }
}

#[test]
fn two_exports_are_alike_to_the_byte_and_names_outlast_a_rebuild() {
    let mut test = archive();
    for form in ["csv", "parquet", "jsonl", "ftm", "jsonld"] {
        let (one, other) = (format!("{form}-1"), format!("{form}-2"));
        test = test.run(["export", form, "--to", &one]).code(0).run(["export", form, "--to", &other]).code(0);
        let read = |name: &str| -> Vec<Vec<u8>> {
            match fs::read_dir(test.path(name)) {
                Err(_) => vec![fs::read(test.path(name)).unwrap()],
                Ok(entries) => {
                    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
                    paths.sort();
                    paths.into_iter().map(|path| fs::read(path).unwrap()).collect()
                }
            }
        };
        assert_eq!(read(&one), read(&other), "{form}");
    }
    let test = test.run(["rebuild"]).code(0).run(["export", "ftm", "--to", "after"]).code(0);
    assert_eq!(fs::read(test.path("ftm-1")).unwrap(), fs::read(test.path("after")).unwrap());
}

#[test]
fn nothing_is_written_over_unasked_and_nothing_unfinished_stays() {
    let test = archive()
        .file("here.jsonl", "mine")
        .file("here/notes.txt", "mine")
        .run(["export", "jsonl", "--to", "here.jsonl"])
        .code(1)
        .stderr_has("here.jsonl is there already")
        .stderr_has("--force")
        .run(["export", "csv", "--to", "here"])
        .code(1)
        .stderr_has("write over the export that is in this one with --force")
        .run(["export", "csv", "--to", "here.jsonl"])
        .code(1)
        .stderr_has("it is a file")
        .run(["export", "jsonl", "--to", "here", "--force"])
        .code(1)
        .stderr_has("it is a folder")
        .run(["export", "csv"])
        .code(2)
        .stderr_has("name it with --to FOLDER")
        .run(["export", "jsonl", "--to", "nowhere/claims.jsonl"])
        .code(1)
        .stderr_has("cannot write nowhere/claims.jsonl");
    assert_eq!(fs::read(test.path("here.jsonl")).unwrap(), b"mine");
    let test = test.run(["export", "jsonl", "--to", "here.jsonl", "--force"]).code(0);
    let test = test.run(["export", "csv", "--to", "here", "--force"]).code(0);
    assert_ne!(fs::read(test.path("here.jsonl")).unwrap(), b"mine");
    assert_eq!(fs::read(test.path("here/notes.txt")).unwrap(), b"mine");
    assert!(test.path("here/datapackage.json").exists());
    let unfinished = fs::read_dir(test.path("."))
        .unwrap()
        .any(|entry| entry.unwrap().file_name().to_string_lossy().contains(".new-"));
    assert!(!unfinished);
}

#[test]
fn earlier_versions_speak_where_they_are_asked_for_and_what_was_taken_down_is_told() {
    let test = archive().file("lantern.txt", LANTERN.replace("14", "15")).ingest(["lantern.txt"]);
    let test = test.run(["export", "csv", "--to", "latest"]).code(0);
    let latest = fs::read_to_string(test.path("latest/claims.csv")).unwrap();
    assert!(latest.contains("≥15") && !latest.contains("≥14"));
    assert_eq!(fs::read_to_string(test.path("latest/articles.csv")).unwrap().lines().count(), 4);
    let test = test.run(["export", "csv", "--to", "all", "--every-version"]).code(0);
    let all = fs::read_to_string(test.path("all/claims.csv")).unwrap();
    assert!(all.contains("≥15") && all.contains("≥14"));
    let order = ["takedown", "https://courier.example/mill", "--reason", "a name", "--ordered-by", "the court"];
    let test = test.run(order).code(0);
    let test = test.run(["export", "csv", "--to", "gone", "--every-version"]).code(0);
    let articles = fs::read_to_string(test.path("gone/articles.csv")).unwrap();
    assert!(articles.lines().any(|line| line.contains("courier") && line.contains("2020-01-02T03:04:05Z,dossier")));
    assert!(!fs::read_to_string(test.path("gone/claims.csv")).unwrap().contains("Nine weavers"));
    test.run(["export", "ftm", "--to", "gone.ftm"])
        .code(0)
        .run(["export", "parquet", "--to", "gone-p"])
        .code(0)
        .verify();
}
