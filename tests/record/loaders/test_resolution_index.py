"""Indexes of resolutions: addresses of their records, topics, and the drafts that they were."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from mahdar.record.loading.publication import LoadError
from tests.record.loaders.told import Told, folder, here

RECORD = "https://digitallibrary.un.org/record/111946"
TOPICS = '"";"Resolution";"Number";"Year";"Date";"Topic";"URL"\n'
FIELDS = (1, "191__a", "239__a", "245__a", "245__c", "610__a", 650, "650__a", "856__u", "993__a")


def told(tmp_path: Path, text: str) -> Told:
    path = tmp_path / "index.csv"
    path.write_text(text, "utf-8")
    return Told().load(path)


def test_addresses_of_records(tmp_path: Path) -> None:
    made = told(tmp_path, f"res_no,url_record\n1,{RECORD}\n2,https://example.org\nx,{RECORD}\n")
    assert made.rows("SELECT symbol, url, place FROM told.resolutions") == [("S/RES/1", RECORD, "line 2")]
    assert made.remarks("lost") == {"no number or no record of the Library": 2}


def test_topics(tmp_path: Path) -> None:
    lines = '"15";"S/RES/1";1;"1946";NA;"Military Staff";"http://un.org/1"\n'
    lines += '"1";"S/RES/2220";2;"2015";"22 May 2015";"Arms";""\n'
    made = told(
        tmp_path, TOPICS + lines + '"2";"S/RES";3;"2015";"soon";"Arms";""\n"3";"S/RES/3";3;"2015";"soon";"Arms";""\n'
    )
    assert made.rows("SELECT symbol, date, title, url, public FROM told.resolutions") == [
        ("S/RES/1 (1946)", None, "Military Staff", "http://un.org/1", None),
        ("S/RES/2220 (2015)", "2015-05-22", "Arms", None, date(2015, 5, 22)),
        ("S/RES/3 (2015)", None, "Arms", None, None),
    ]
    assert made.remarks("lost") == {"no symbol of a resolution or no year": 1, "the date is no day": 1}
    assert made.remarks("odd") == {"Number is not the number in Resolution": 1}
    with pytest.raises(LoadError, match="line 2 has 2 cells"):
        told(tmp_path, TOPICS + '"15";"S/RES/1"\n')


def test_drafts_tied_to_resolutions(tmp_path: Path) -> None:
    made_book = openpyxl.Workbook()
    sheet = made_book.active
    assert sheet is not None
    for row in (
        FIELDS,
        (749732, "S/2013/318", "Draft [on Abyei]", "Draft /", *[None] * 5, "S/RES/2104(2013)"),
        (None, "S/11806", None, None, *[None] * 5, "S/RES/372(1975); S/RES/373 (1975)"),
        (1540, "S/12991", "S-G. Note", "Note /", *[None] * 5, None),
    ):
        sheet.append(list(row))
    made_book.save(tmp_path / "drafts.xlsx")
    made = Told().load(tmp_path / "drafts.xlsx")
    assert made.rows("SELECT symbol, draft, title, url FROM told.resolutions") == [
        ("S/RES/2104 (2013)", "S/2013/318", "Draft [on Abyei]", "https://digitallibrary.un.org/record/749732"),
        ("S/RES/372 (1975)", "S/11806", None, None),
        ("S/RES/373 (1975)", "S/11806", None, None),
    ]
    assert made.remarks("odd") == {"a document tied to several resolutions": 1}
    assert made.remarks("ignored")["a document that is not tied to a resolution"] == 1


@cache
def index() -> Told:
    return folder("sc_resolution_index")


@here
def test_what_is_a_publication() -> None:
    """The codebook of variables lists no resolutions and is passed over."""
    assert index().kinds == ["resolution-records", "resolution-records", "resolution-drafts", "resolution-topics"]
    assert index().remarks("lost") == {}


@here
def test_every_resolution_has_its_records() -> None:
    made = index()
    for load, kind in ((1, "record/%"), (2, "record/%ln=en")):
        query = (
            f"SELECT count(*), count(DISTINCT symbol) FROM told.resolutions WHERE load = {load} AND url LIKE '%{kind}'"
        )
        assert made.one(query) == (2_722, 2_722)
    assert made.one("SELECT count(*) FROM told.resolutions WHERE load = 1 AND symbol = 'S/RES/2722'") == 1


@here
def test_topics_to_2015() -> None:
    query = "SELECT count(*), count(DISTINCT symbol), count(date), max(date) FROM told.resolutions WHERE load = 4"
    assert index().one(query) == (2_215, 2_215, 83, "2015-04-02")


@here
def test_records_of_drafts() -> None:
    """3,724 records: 1,167 are tied to no resolution, one to three."""
    made = index()
    alone = made.remarks("ignored")["a document that is not tied to a resolution"]
    assert alone + made.one("SELECT count(DISTINCT place) FROM told.resolutions WHERE load = 3") == 3_724
    assert (alone, made.one("SELECT count(*) FROM told.resolutions WHERE load = 3")) == (1_167, 2_557 + 2)
    assert (
        made.one("SELECT draft FROM told.resolutions WHERE load = 3 AND symbol = 'S/RES/2104 (2013)'") == "S/2013/318"
    )
