//! What `export` writes as a table is read back by `import`.

use std::collections::HashSet;
use std::fs;

use serde_json::{Value, json};

use crate::program::{out, program, ran};
use crate::small::SMALL;

/// What stands in no table of answers: of it an item has many, or it may name what has no line there.
const LISTS: [&str; 4] = ["parts", "targets", "measure", "related"];

/// What is said of an item stands in the table, in whatever signs; beside answers its note does not, for theirs
/// stands there.
#[test]
fn what_is_said_of_items_comes_back_from_a_table() {
    let mut plan: Value = serde_json::from_str(SMALL).expect("JSON");
    let items = plan["items"].as_array_mut().expect("items");
    let full = json!({
        "id": "M9", "kind": "measure", "number": 9,
        "category": { "en": "Light, and sound", "zh": "灯光、音响" },
        "name": { "en": "=A lamp", "zh": "“灯”" },
        "short": { "en": "Lamp", "zh": "灯" },
        "seed_name": { "en": "a lamp; perhaps", "zh": "灯；或许" },
        "parent": "PR1",
        "related": ["M1", "works", "LAW"],
        "summary": { "en": "Two lines:\nthis is one.", "zh": "两行：\n第二行。" },
        "aliases": ["lamp, old", "灯具"],
        "note": { "en": "-1, or more", "zh": "至少一盏" },
        "confidence": "medium",
        "sources": ["LETTER", "https://harbour.example/lamp?a=1,2"]
    });
    // One that has no more than one of these fields.
    for (at, (key, field)) in (10..).zip(full.as_object().expect("a record")) {
        let mut item = json!({ "id": format!("M{at}"), "kind": "measure", "name": { "en": "x" } });
        if !["id", "kind"].contains(&key.as_str()) {
            item[key] = field.clone();
            items.push(item);
        }
    }
    items.push(full);
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (file, table, again) = (at("plan.json"), at("plan.csv"), at("again.json"));
    fs::write(&file, plan.to_string()).expect("a file");
    let items_of = |file: &str| -> Vec<Value> {
        let json = out(&["--data", file, "export", "-f", "json"]);
        let mut plan: Value = serde_json::from_str(&json).expect("JSON");
        serde_json::from_value(plan["items"].take()).expect("items")
    };
    let answered = ["M1", "M3"];
    for format in ["csv", "xlsx"] {
        let table = table.replace("csv", format);
        out(&["--data", &file, "export", "-f", format, "-o", &table]);
        let imported = ran(&mut program(&[
            "import", "--as", "plan", &table, "-o", &again,
        ]));
        assert_eq!(imported.status, 0, "{}", imported.err);
        let read = items_of(&again);
        for mut item in items_of(&file) {
            let id = item["id"].as_str().expect("an id").to_owned();
            let found = read.iter().find(|one| one["id"] == item["id"]);
            let mut found = found.cloned().unwrap_or_else(|| panic!("{id}"));
            if format == "csv" {
                let note = ["note", "confidence", "sources"];
                let left_out = note.iter().filter(|_| answered.contains(&&*id));
                let left_out: HashSet<&str> = LISTS.iter().chain(left_out).copied().collect();
                for item in [&mut item, &mut found] {
                    let fields = item.as_object_mut().expect("a record");
                    fields.retain(|key, _| !left_out.contains(&**key));
                    // A document has no line: it is added by the name that it is called by.
                    let sources = fields.get_mut("sources").and_then(Value::as_array_mut);
                    for source in sources.into_iter().flatten() {
                        *source = source.as_str().unwrap_or_default().to_lowercase().into();
                    }
                }
            }
            assert_eq!(found, item, "{format}: {id}");
        }
        fs::remove_file(&again).expect("it is there");
    }
}
