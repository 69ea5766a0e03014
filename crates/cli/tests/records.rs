//! The real command on files of many articles: JSON Lines and Parquet, on one thread and on several.
#![expect(clippy::unwrap_used, reason = "what fails in a test's helper fails the test")]

mod folder;

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use folder::{Folder, lines, silang};
use serde_json::{Value, json};

fn fire(number: usize) -> String {
    format!(
        "Pasar Nomor {number} Terbakar\n\nKebakaran melanda pasar itu pada Senin (3/3/2025). \
         \"Ada {number} kios habis,\" kata Siti Rahma.\n"
    )
}

/// So many articles, one object a line.
fn records(count: usize) -> String {
    let record = |number| json!({"id": format!("a{number}.txt"), "text": fire(number)}).to_string() + "\n";
    (0..count).map(record).collect()
}

fn told(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_stream_of_records_gives_what_the_files_give() {
    let texts: Vec<String> = (0..3).map(fire).collect();
    let files = [("a0.txt", texts[0].as_bytes()), ("a1.txt", texts[1].as_bytes()), ("a2.txt", texts[2].as_bytes())];
    let folder = Folder::new("records-stream", &files);
    let one_by_one = silang(&folder, "extract a0.txt a1.txt a2.txt", b"");
    let stream = silang(&folder, "extract --jsonl", records(3).as_bytes());
    assert_eq!(stream.status.code(), Some(0));
    assert_eq!(told(&stream.stdout), told(&one_by_one.stdout));
    assert_eq!(lines(&stream).len(), 3);
}

#[test]
fn files_of_records_are_known_by_their_names() {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(records(3).as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    let plain = records(3);
    let folder = Folder::new("records-names", &[("a.jsonl", plain.as_bytes()), ("b.jsonl.gz", &packed)]);
    let both = silang(&folder, "extract a.jsonl b.jsonl.gz", b"");
    assert_eq!(both.status.code(), Some(0), "{}", told(&both.stderr));
    let once = told(&silang(&folder, "extract --jsonl -", plain.as_bytes()).stdout);
    assert_eq!(told(&both.stdout), once.repeat(2));
}

#[test]
fn the_number_of_threads_does_not_show() {
    let folder = Folder::new("records-jobs", &[]);
    let one = silang(&folder, "extract --jsonl --jobs 1", records(300).as_bytes());
    let docs: Vec<Value> = lines(&one).into_iter().map(|line| line["doc"].clone()).collect();
    assert_eq!(docs, (0..300).map(|number| json!(format!("a{number}.txt"))).collect::<Vec<_>>());
    for jobs in [2, 5] {
        let many = silang(&folder, &format!("extract --jsonl --jobs {jobs}"), records(300).as_bytes());
        assert_eq!(one.stdout, many.stdout, "{jobs} threads");
    }
}

#[test]
fn bad_records_are_told_by_number_and_counted_and_the_rest_is_written() {
    let input = [&records(1), "{\"id\": 1}\n", "oops\n", "{\"text\": \"\"}\n", "\n", &records(1)].concat();
    let folder = Folder::new("records-bad", &[("a.jsonl", input.as_bytes())]);
    let output = silang(&folder, "extract a.jsonl", b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output).len(), 2);
    let wanted = [
        "silang: a.jsonl: record 2: it has no text (\"text\")",
        "silang: a.jsonl: record 3: it is no JSON: expected value at character 1",
        "silang: a.jsonl: record 4: its text is empty",
        "silang: 2 articles written, 3 not read",
    ];
    assert_eq!(told(&output.stderr).lines().collect::<Vec<_>>(), wanted);
}

#[test]
fn members_may_have_other_names_and_tell_more() {
    let record = json!({"nomor": 7, "isi": "Hujan turun kemarin.", "title": "Hujan", "outlet": "Kabar", "published": "2025-06-10"});
    let folder = Folder::new("records-members", &[("a.jsonl", record.to_string().as_bytes())]);
    let found = lines(&silang(&folder, "extract --text-column isi --id-column nomor a.jsonl", b"")).remove(0);
    assert_eq!((&found["doc"], &found["title"], &found["outlet"]), (&json!("7"), &json!("Hujan"), &json!("Kabar")));
    assert_eq!((&found["published_from"], &found["times"][0]["value"]), (&json!("manifest"), &json!("2025-06-09")));
}

#[test]
fn an_archive_cut_short_gives_what_is_whole_in_it() {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(records(400).as_bytes()).unwrap();
    let mut packed = packed.finish().unwrap();
    packed.truncate(packed.len() / 2);
    let folder = Folder::new("records-cut", &[("a.jsonl.gz", &packed)]);
    let output = silang(&folder, "extract a.jsonl.gz", b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(lines(&output).len() > 10);
    let why = told(&output.stderr);
    assert!(why.starts_with("silang: a.jsonl.gz: nothing can be read after record "), "{why}");
}

#[test]
fn out_is_a_file() {
    let folder = Folder::new("records-out", &[]);
    let output = silang(&folder, "extract --jsonl --out found.jsonl", records(2).as_bytes());
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
    let direct = silang(&folder, "extract --jsonl", records(2).as_bytes());
    assert_eq!(std::fs::read(folder.0.join("found.jsonl")).unwrap(), direct.stdout);
    let nowhere = silang(&folder, "extract --jsonl --out no/where.jsonl", records(2).as_bytes());
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(told(&nowhere.stderr).starts_with("silang: no/where.jsonl: "), "{}", told(&nowhere.stderr));
}

#[cfg(feature = "parquet")]
mod parquet {
    use std::sync::Arc;

    use parquet::data_type::{ByteArrayType, Int64Type};
    use parquet::file::properties::WriterProperties;
    use parquet::file::reader::SerializedFileReader;
    use parquet::file::writer::SerializedFileWriter;
    use parquet::record::{Field, Row};
    use parquet::schema::parser::parse_message_type;
    use serde_json::{Map, Value, json};

    use super::{Folder, fire, lines, records, silang, told};

    /// A value as JSON, without members that are not there.
    fn value(field: &Field) -> Value {
        match field {
            Field::Null => Value::Null,
            Field::Bool(truth) => json!(truth),
            Field::Long(number) => json!(number),
            Field::Double(number) => json!(number),
            Field::Str(text) => json!(text),
            Field::Group(row) => object(row),
            Field::ListInternal(list) => list.elements().iter().map(value).collect(),
            other => panic!("{other:?}"),
        }
    }

    fn object(row: &Row) -> Value {
        Value::Object(row.get_column_iter().map(|(name, field)| (name.clone(), value(field))).collect())
    }

    /// The same object without members that say that nothing is there.
    fn without_gaps(value: Value) -> Value {
        let is_gap = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        match value {
            Value::Array(items) => items.into_iter().map(without_gaps).collect(),
            Value::Object(members) => {
                let kept = members.into_iter().filter(|(_, value)| !is_gap(value));
                Value::Object(kept.map(|(name, value)| (name, without_gaps(value))).collect::<Map<_, _>>())
            }
            other => other,
        }
    }

    /// What is in the articles of the gold set, once as JSON Lines and once as rows.
    fn both(folder: &Folder) -> (Vec<Value>, Vec<Value>) {
        let raw = concat!(env!("CARGO_MANIFEST_DIR"), "/../../gold/indosum/raw");
        let mut files: Vec<_> = std::fs::read_dir(raw).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let record = |file: &std::path::PathBuf| {
            json!({"id": file.file_name().unwrap().to_str(), "text": std::fs::read_to_string(file).unwrap()})
                .to_string()
        };
        let input = files.iter().map(record).collect::<Vec<_>>().join("\n");
        let rows = silang(folder, "extract --jsonl --out found.parquet", input.as_bytes());
        assert_eq!(rows.status.code(), Some(0), "{}", told(&rows.stderr));
        let reader = SerializedFileReader::try_from(folder.0.join("found.parquet").as_path()).unwrap();
        // By way of JSON, as the lines: its reader does not give every fraction back to the last bit.
        let again = |row: Row| serde_json::from_str(&object(&row).to_string()).unwrap();
        let rows = reader.into_iter().map(|row| again(row.unwrap())).collect();
        (lines(&silang(folder, "extract --jsonl", input.as_bytes())), rows)
    }

    #[test]
    fn rows_hold_what_json_lines_hold() {
        let (lines, rows) = both(&Folder::new("parquet-rows", &[]));
        assert!(lines.len() > 100);
        for (line, row) in lines.into_iter().zip(rows) {
            assert_eq!(without_gaps(row), without_gaps(line), "does output/schema.txt have every member of Facts?");
        }
    }

    /// Writes articles in two row groups; those without a text have a gap there.
    fn write(folder: &Folder, file: &str, texts: &[Option<String>]) {
        let schema = "message articles { required int64 id; required double score; optional binary text (STRING); }";
        let schema = Arc::new(parse_message_type(schema).unwrap());
        let out = std::fs::File::create(folder.0.join(file)).unwrap();
        let mut writer = SerializedFileWriter::new(out, schema, Arc::new(WriterProperties::default())).unwrap();
        let mut id = 0;
        for texts in texts.chunks(texts.len().div_ceil(2)) {
            let ids: Vec<i64> = texts
                .iter()
                .map(|_| {
                    id += 1;
                    id - 1
                })
                .collect();
            let mut group = writer.next_row_group().unwrap();
            let mut column = group.next_column().unwrap().unwrap();
            column.typed::<Int64Type>().write_batch(&ids, None, None).unwrap();
            column.close().unwrap();
            let mut column = group.next_column().unwrap().unwrap();
            let scores = vec![0.5; texts.len()];
            column.typed::<parquet::data_type::DoubleType>().write_batch(&scores, None, None).unwrap();
            column.close().unwrap();
            let mut column = group.next_column().unwrap().unwrap();
            let levels: Vec<i16> = texts.iter().map(|text| i16::from(text.is_some())).collect();
            let values: Vec<_> = texts.iter().flatten().map(|text| text.as_str().into()).collect();
            column.typed::<ByteArrayType>().write_batch(&values, Some(&levels), None).unwrap();
            column.close().unwrap();
            group.close().unwrap();
        }
        writer.close().unwrap();
    }

    #[test]
    fn rows_are_read_in_order_and_gaps_are_told() {
        let folder = Folder::new("parquet-read", &[]);
        let texts: Vec<_> = (0..100).map(|number| (number != 60).then(|| fire(number))).collect();
        write(&folder, "a.parquet", &texts);
        let output = silang(&folder, "extract a.parquet", b"");
        assert_eq!(output.status.code(), Some(1));
        let wanted =
            "silang: a.parquet: record 61: it has no text (\"text\")\nsilang: 99 articles written, 1 not read\n";
        assert_eq!(told(&output.stderr), wanted);
        let wanted = records(100).replace(".txt\"", "\"").replace("{\"id\":\"a", "{\"id\":\"");
        let wanted = wanted.lines().enumerate().filter(|(number, _)| *number != 60).map(|(_, line)| line);
        let wanted = silang(&folder, "extract --jsonl", wanted.collect::<Vec<_>>().join("\n").as_bytes());
        assert_eq!(told(&output.stdout), told(&wanted.stdout));
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let folder = Folder::new("parquet-bad", &[("no.parquet", b"Hujan reda."), ("b.jsonl", records(1).as_bytes())]);
        write(&folder, "a.parquet", &[Some(fire(0)), Some(fire(1))]);
        let bytes = std::fs::read(folder.0.join("a.parquet")).unwrap();
        std::fs::write(folder.0.join("cut.parquet"), &bytes[..bytes.len() - 9]).unwrap();
        let mut broken = bytes;
        broken[8..300].fill(0xff);
        std::fs::write(folder.0.join("broken.parquet"), broken).unwrap();
        for (line, why) in [
            ("extract no.parquet b.jsonl", "silang: no.parquet: "),
            ("extract cut.parquet b.jsonl", "silang: cut.parquet: "),
            ("extract broken.parquet b.jsonl", "silang: broken.parquet: nothing can be read after record 0: "),
            ("extract missing.parquet b.jsonl", "silang: missing.parquet: "),
        ] {
            let output = silang(&folder, line, b"");
            assert_eq!((output.status.code(), lines(&output).len()), (Some(1), 1), "{line}");
            assert!(told(&output.stderr).starts_with(why), "{}", told(&output.stderr));
        }
        let output = silang(&folder, "extract --text-column isi a.parquet", b"");
        let wanted = "silang: a.parquet: it has no column \"isi\", only id, score, text\n";
        assert!(
            told(&output.stderr).contains("no column \"isi\", only id, score, text"),
            "{wanted}{}",
            told(&output.stderr)
        );
    }
}
