"""Both ways of extract.py on a real Spark, held against what one machine writes: `cargo xtask spark`."""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import pandas

HERE = Path(__file__).parent
ARTICLES = sorted((HERE / "../../gold/indosum/raw").glob("*.txt"))
SILANG = os.environ["SILANG"]
SUBMIT = os.environ["SPARK_SUBMIT"]
# Several partitions and several batches in each, though the articles are few.
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.log.level": "ERROR",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.default.parallelism": "4",
    "spark.sql.files.maxPartitionBytes": "64k",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "16",
}


def spark(*words: str) -> None:
    """Runs the example as its README tells."""
    settings = [word for name, value in SETTINGS.items() for word in ("--conf", f"{name}={value}")]
    script = [str(HERE / "extract.py"), "--silang", SILANG]
    subprocess.run([SUBMIT, "--master", "local[2]", *settings, *script, *words], check=True)


def one_machine(file: Path) -> subprocess.CompletedProcess:
    return subprocess.run([SILANG, "extract", "--jsonl", str(file)], stdout=subprocess.PIPE, check=False)


class SparkGivesWhatOneMachineGives(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        cls.records = [{"id": file.name, "text": file.read_text(encoding="utf-8")} for file in ARTICLES]
        # What Unicode calls a line end is none here.
        cls.records.append({"id": "garis", "text": "Hujan turun\u2028di Ambalu\x85 kemarin."})

    def write(self, name: str, lines: list[str]) -> Path:
        file = self.folder / name
        file.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        return file

    def test_pipe(self) -> None:
        lines = [json.dumps(record, ensure_ascii=False) for record in self.records]
        lines[50:50] = ["no record", '{"id": "empty"}']
        file, out = self.write("articles.jsonl", lines), self.folder / "piped"
        spark("pipe", str(file), str(out))
        parts = sorted(out.glob("part-*"))
        self.assertGreater(len(parts), 1)
        alone = one_machine(file)
        self.assertEqual(alone.returncode, 1)
        self.assertEqual(alone.stdout.count(b"\n"), len(self.records))
        self.assertEqual(b"".join(part.read_bytes() for part in parts), alone.stdout)

    def test_frame(self) -> None:
        records = [*self.records, {"id": "empty", "text": None}]
        table = pandas.DataFrame({**record, "score": 0.5} for record in records)
        file, out = self.folder / "articles.parquet", self.folder / "framed"
        table.to_parquet(file, row_group_size=10)
        spark("frame", str(file), str(out))
        rows = pandas.concat(pandas.read_parquet(part) for part in sorted(out.glob("part-*")))
        found = dict(zip(rows["doc"], rows["facts"], strict=True))
        alone = [line for line in one_machine(file).stdout.decode().split("\n") if line]
        self.assertEqual(len(alone), len(self.records))
        self.assertEqual(found, {json.loads(line)["doc"]: line for line in alone})
        self.assertEqual(len(rows), len(alone))

    def test_columns_of_parquet(self) -> None:
        """The columns that one machine writes are those of its JSON, read by another program."""
        file, out = self.write("few.jsonl", [json.dumps(record) for record in self.records[:5]]), self.folder / "few.parquet"
        subprocess.run([SILANG, "extract", str(file), "--out", str(out)], check=True)
        rows = pandas.read_parquet(out).to_dict("records")
        for row, line in zip(rows, one_machine(file).stdout.splitlines(), strict=True):
            wanted = json.loads(line)
            self.assertEqual(row["title"], wanted["title"])
            self.assertEqual([mark["entity"] for mark in row["mentions"]], [mark["entity"] for mark in wanted["mentions"]])
            self.assertEqual([time["interval"] for time in row["times"]], [time["interval"] for time in wanted["times"]])

    def test_a_missing_program_is_an_error(self) -> None:
        file = self.write("one.jsonl", [json.dumps(self.records[0])])
        with self.assertRaises(subprocess.CalledProcessError):
            spark("--silang", "no-such-program", "pipe", str(file), str(self.folder / "nothing"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
