"""A reading as rows: what stands in the tables is what stands in the reading."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

import mahdar
from mahdar.corpus.rows import Row, rows_of
from mahdar.corpus.schemas import TABLES, schema
from mahdar.model import Reading
from tests.corpus.made import reports

TEXT = reports(1)[0]["text"]


@pytest.fixture(scope="module")
def reading() -> Reading:
    return mahdar.read(TEXT, id="r0", published="2018-03")


@pytest.fixture(scope="module")
def tables(reading: Reading) -> dict[str, list[dict[str, Any]]]:
    made = {table: list(rows) for table, rows in rows_of(17, TEXT, reading)}
    return {table: [named(table, row) for row in rows] for table, rows in made.items()}


def named(table: str, row: Row) -> dict[str, Any]:
    return dict(zip(schema(table).names, row, strict=True))


def test_every_table_of_a_reading_fits_its_schema(tables: dict[str, list[dict[str, Any]]]) -> None:
    assert set(tables) == set(TABLES) - {"rejected"}
    for table, rows in tables.items():
        assert pa.Table.from_pylist(rows, schema(table)).to_pylist() == rows


def test_spans_are_those_of_the_text(tables: dict[str, list[dict[str, Any]]]) -> None:
    for table in ("statements", "times", "figures", "events", "claims"):
        assert tables[table], table
        for n, row in enumerate(tables[table]):
            assert (row["key"], row["id"], row["n"]) == (17, "r0", n)
            assert TEXT[row["start"] : row["end"]] == row["text"]


def test_a_month_has_a_first_and_a_last_day(tables: dict[str, list[dict[str, Any]]]) -> None:
    (report,) = tables["reports"]
    assert (report["published_first"], report["published_last"]) == (date(2018, 3, 1), date(2018, 3, 31))
    assert report["characters"] == len(TEXT)
    assert report["text"] == TEXT


def test_claims_have_their_verdicts_and_citations(tables: dict[str, list[dict[str, Any]]], reading: Reading) -> None:
    assert [row["verdict"] for row in tables["claims"]] == [claim.verdict for claim in reading.claims]
    vetoes = [row for row in tables["claims"] if row["kind"] == "council.veto"]
    assert vetoes[0]["verdict"] == "supported"
    assert vetoes[0]["citations"]


def test_a_statement_names_who_is_spoken_for(tables: dict[str, list[dict[str, Any]]]) -> None:
    assert ["state:FRA"] in [row["principals"] for row in tables["statements"]]


def test_a_figure_has_the_event_that_it_stands_in_for_topic(tables: dict[str, list[dict[str, Any]]]) -> None:
    for row in tables["figures"]:
        around = [e["type"] for e in tables["events"] if e["start"] <= row["start"] and row["end"] <= e["end"]]
        assert row["topic"] == (around[0] if around else None)


def test_the_whole_reading_is_there(tables: dict[str, list[dict[str, Any]]], reading: Reading) -> None:
    assert json.loads(str(tables["readings"][0]["reading"])) == json.loads(json.dumps(reading.to_dict()))
