"""Facts of Indonesian news articles on a Spark cluster: `silang extract` behind RDD.pipe or mapInPandas."""

import argparse
import json
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator

import pandas
from pyspark.sql import DataFrame, SparkSession

READ_ALL, SOME_BAD = 0, 1


def command(options: argparse.Namespace) -> list[str]:
    """One process for each partition, one thread for each process: Spark itself keeps the cores busy."""
    words = [options.silang, "extract", "--jsonl", "--jobs", "1", "--text-column", options.text_column]
    return words + (["--id-column", options.id_column] if options.id_column else [])


def pipe(spark: SparkSession, options: argparse.Namespace) -> None:
    """JSON Lines in, JSON Lines out; Spark never looks inside."""
    # A shell tells "some records were bad" (1), which is no failure, from a program that broke or is not there.
    words = ["sh", "-c", f"{shlex.join(command(options))} || [ $? -eq {SOME_BAD} ]"]
    lines = spark.sparkContext.textFile(options.input)
    lines.pipe(shlex.join(words), checkCode=True).saveAsTextFile(options.output)


def facts_of(batches: Iterable[pandas.DataFrame], words: list[str]) -> Iterator[pandas.DataFrame]:
    """The facts of each batch of records, by one run of the program."""
    for batch in batches:
        told = batch.to_json(orient="records", lines=True, force_ascii=False, date_format="iso")
        run = subprocess.run(words, input=told.encode(), stdout=subprocess.PIPE, check=False)
        if run.returncode not in (READ_ALL, SOME_BAD):
            raise RuntimeError(f"{shlex.join(words)} ended with {run.returncode}")
        # Not splitlines: a text may hold what Unicode calls a line separator.
        lines = run.stdout.decode().split("\n")[:-1]
        yield pandas.DataFrame({"doc": [json.loads(line)["doc"] for line in lines], "facts": lines})


def extract(articles: DataFrame, options: argparse.Namespace) -> DataFrame:
    """The facts of a frame of articles; other columns than an article's stay where they are."""
    own = [options.text_column, options.id_column or "id", "title", "outlet", "published"]
    articles = articles.select([column for column in own if column in articles.columns])
    words = command(options)
    return articles.mapInPandas(lambda batches: facts_of(batches, words), "doc string, facts string")


def frame(spark: SparkSession, options: argparse.Namespace) -> None:
    """Rows in, rows out."""
    read = spark.read.parquet if options.input.endswith(".parquet") else spark.read.json
    extract(read(options.input), options).write.parquet(options.output)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--silang", default="silang", help="the program, on every machine")
    parser.add_argument("--text-column", default="text")
    parser.add_argument("--id-column")
    parser.add_argument("way", choices=["pipe", "frame"])
    parser.add_argument("input")
    parser.add_argument("output", help="a folder that is not there yet")
    options = parser.parse_args()
    spark = SparkSession.builder.appName("silang").getOrCreate()
    try:
        {"pipe": pipe, "frame": frame}[options.way](spark, options)
    finally:
        spark.stop()


if __name__ == "__main__":
    sys.exit(main())
