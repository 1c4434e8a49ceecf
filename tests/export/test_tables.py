"""Tables of readings: every row with its report, address and symbols; nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from mahdar.export.csv_tables import csv_tables
from mahdar.export.kept import Kept, Moment
from mahdar.export.parquet_tables import parquet_tables
from mahdar.export.rows import TABLES, Source
from mahdar.export.workbook import typed, workbook
from mahdar.tables import read_toml
from tests.kept import every, kept


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with csv_tables(tmp_path / "csv") as sink:
        for one in every():
            sink.take(one)
    return tmp_path / "csv"


def test_every_row_says_its_report_and_address(folder: Path) -> None:
    names = {path.stem for path in folder.iterdir()}
    assert names == {"reports", "statements", "times", "figures", "events", "claims"}
    for name in names:
        for row in read_csv(folder / f"{name}.csv"):
            one = kept(row["report"])
            assert row["address"] == one.report.address
            if row.get("start"):
                assert one.text[int(row["start"]) : int(row["end"])] == row["text"].removeprefix("'")


def test_rows_carry_the_symbols_of_the_record(folder: Path) -> None:
    claims = {(row["report"], row["kind"]): row for row in read_csv(folder / "claims.csv")}
    assert claims["korea", "council.resolution"]["symbols"] == "S/RES/2397 (2017)"
    assert claims["korea", "sanctions.regime"]["symbols"] == "S/RES/1718 (2006)"
    assert claims["sudan-2", "council.size"]["verdict"] == "refuted"
    (report,) = (row for row in read_csv(folder / "reports.csv") if row["report"] == "korea")
    assert report["symbols"] == "S/RES/1718 (2006)|S/RES/2397 (2017)"
    assert (report["claims"], report["supported"], report["refuted"]) == ("2", "2", "0")


def test_statements_say_who_speaks_and_for_whom(folder: Path) -> None:
    (said,) = (row for row in read_csv(folder / "statements.csv") if row["report"] == "korea")
    assert (said["speakers"], said["act"], said["quoted"]) == ("person:kim-yo-jong", "threaten", "false")
    assert (said["names_ar"], said["principals"]) == ("كيم يو جونغ", "state:PRK")
    figures = [row for row in read_csv(folder / "figures.csv") if row["low"] == "1592"]
    assert {row["report"] for row in figures} == {"sudan-1", "sudan-2"}
    assert all("sdn" in row["claimed_by"] for row in figures)


def test_no_cell_is_a_formula(folder: Path) -> None:
    (report,) = (row for row in read_csv(folder / "reports.csv") if row["report"] == "formula")
    assert report["outlet"] == "'=cmd|' /C calc'!A0"
    cells = [cell for path in folder.iterdir() for row in read_csv(path) for cell in row.values()]
    assert [cell for cell in cells if cell[:1] in {*"=+-@\t\r\n"}] == []


def test_days_are_as_imprecise_as_they_are(folder: Path) -> None:
    days = {row["report"]: [row[f"published{end}"] for end in ("", "_first", "_last")]
            for row in read_csv(folder / "reports.csv")}  # fmt: skip
    assert days["sudan-2"] == ["2023-05", "2023-05-01", "2023-05-31"]
    assert days["korea"] == ["", "", ""]


def test_a_folder_that_holds_something_is_left_alone(folder: Path) -> None:
    before = (folder / "reports.csv").read_bytes()
    with pytest.raises(FileExistsError), csv_tables(folder) as sink:
        sink.take(kept("korea"))
    assert (folder / "reports.csv").read_bytes() == before


class Half:
    """A report without a reading: what asks for it breaks off."""

    report, text, decided = kept("korea").report, kept("korea").text, kept("korea").decided


@pytest.mark.parametrize("make", [csv_tables, parquet_tables])
def test_a_folder_is_written_whole_or_not_at_all(tmp_path: Path, make: Any) -> None:
    with pytest.raises(AttributeError), make(tmp_path / "out") as sink:
        sink.take(Half())
    assert list(tmp_path.iterdir()) == []


def test_parquet_has_types(tmp_path: Path) -> None:
    with parquet_tables(tmp_path / "out") as sink:
        for one in every():
            sink.take(one)
    asked = "SELECT published_first, captured_at, claims, symbols FROM read_parquet(?) WHERE report = 'sudan-1'"
    (row,) = duckdb.execute(asked, [str(tmp_path / "out" / "reports.parquet")]).fetchall()
    assert row[0] == dt.date(2023, 5, 2)
    assert row[1].astimezone(dt.UTC) == dt.datetime(2024, 4, 1, 10, 0, 0, 123_000, tzinfo=dt.UTC)
    assert row[2:] == (2, [])
    low = "SELECT low, claimed_by FROM read_parquet(?) WHERE report = 'sudan-1' ORDER BY start"
    found = duckdb.execute(low, [str(tmp_path / "out" / "figures.parquet")]).fetchall()
    assert found[0] == (1592.0, ["person:ambassador-of-sdn"])


@pytest.fixture
def book(tmp_path: Path) -> Any:
    with workbook(tmp_path / "a.xlsx", "ar") as sink:
        for one in every():
            sink.take(one)
    return openpyxl.load_workbook(tmp_path / "a.xlsx")


def test_sheets_run_from_right_to_left_in_arabic(book: Any) -> None:
    assert book.sheetnames[:2] == ["التقارير", "الأقوال"]
    assert all(sheet.sheet_view.rightToLeft for sheet in book)
    assert [sheet.freeze_panes for sheet in book] == ["A2"] * len(TABLES)
    assert book["التقارير"]["A1"].value == "التقرير"


def test_cells_have_types_and_formulas_are_texts(book: Any) -> None:
    heads = read_toml("mahdar.export", "columns.toml")["ar"]["column"]
    rows = list(book["التقارير"].iter_rows())
    at = {cell.value: k for k, cell in enumerate(rows[0])}
    by_id = {row[0].value: row for row in rows[1:]}
    day = by_id["sudan-1"][at[heads["published_first"]]]
    assert (day.value, day.is_date) == (dt.datetime(2023, 5, 2), True)
    assert by_id["sudan-1"][at[heads["claims"]]].data_type == "n"
    outlet = by_id["formula"][at[heads["outlet"]]]
    assert (outlet.value, outlet.data_type, outlet.quotePrefix) == ("=cmd|' /C calc'!A0", "s", True)


def test_a_sheet_that_is_full_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mahdar.export.workbook.MOST_ROWS", 3)
    with workbook(tmp_path / "a.xlsx") as sink:
        for one in every():
            sink.take(one)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert [book[name].max_row for name in ("Reports", "Reports 2")] == [3, 3]
    assert not book["Reports"].sheet_view.rightToLeft


def test_a_workbook_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"before")
    with pytest.raises(AttributeError), workbook(target) as sink:
        sink.take(Half())  # type: ignore[arg-type]
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"before"]


def test_what_excel_lacks() -> None:
    assert typed("day", "1899-12-31") == "1899-12-31"
    assert typed("day", "1900-03-01") == dt.date(1900, 3, 1)
    long = typed("text", "x" * 40_000)
    assert isinstance(long, str)
    assert (len(long), long[-1]) == (32_767, "…")
    assert typed("text", "a\x00b\x1b") == "a\u2400b\u241b"


def test_every_column_has_a_heading_in_each_language() -> None:
    columns = {name for table in TABLES for name, _ in table.columns}
    words = read_toml("mahdar.export", "columns.toml")
    for language in ("en", "ar"):
        assert set(words[language]["column"]) == columns
        assert set(words[language]["sheet"]) == {table.name for table in TABLES}


def test_rows_are_as_long_as_their_heads() -> None:
    for table in TABLES:
        for one in every():
            assert {len(row) for row in table.rows(Source(one))} <= {len(table.columns)}


def test_people_who_decided_are_named() -> None:
    one = kept("sudan-1")
    said = one.reading.statements[0]
    decided = Kept(one.report, one.text, one.reading, {(said.start, said.end, ""): ("Amal",)})
    statements = next(table for table in TABLES if table.name == "statements")
    (row,) = statements.rows(Source(decided))
    assert dict(zip((name for name, _ in statements.columns), row, strict=True))["reviewed_by"] == ["Amal"]


@pytest.mark.parametrize(
    ("edtf", "exact"), [("2023", "2023"), ("2023-05", "2023-05"), ("2023-22", None), ("2023-05/2023-06", None)]
)
def test_a_moment_is_exact_where_it_is_one_day_month_or_year(edtf: str, exact: str | None) -> None:
    when = Moment.of(edtf)
    assert when is not None
    assert when.exact == exact
