"""UPR Info's export of recommendations and pledges."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

from mahdar.record.loaders.upr_info import LOADER
from mahdar.record.loading.publication import LoadError
from tests.told import MATERIAL, Told, recognised, told

FOLDER = MATERIAL / "upr_uprinfo"
needs_material = pytest.mark.skipif(not FOLDER.is_dir(), reason="the export is not here (MAHDAR_SHARED)")

HEADER = "To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session"
FIRST = (
    'Algeria,Africa,"AU, OIC",Ratify the Rome Statute ,Slovakia,EEG,EU,Noted,5,"International instruments,Justice",13'
)
SECOND = "Côte d'Ivoire,Africa,AU,Coopérer,France,WEOG,EU,Accepted,4,Other,6"
PLEDGE = "Zambia,Africa,AU,It will report,Zambia,Africa,AU,Voluntary Pledge,4,Other,14"


def lines(*rows: str, end: str = "\r") -> str:
    return end.join((HEADER, *rows))


def read(folder: Path, text: str, encoding: str = "mac_roman") -> Told:
    path = folder / "export.csv"
    path.write_bytes(text.encode(encoding))
    return told(path, LOADER)


@pytest.mark.parametrize(
    ("encoding", "end"), [("mac_roman", "\r"), ("utf-8", "\n"), ("utf-8-sig", "\r\n"), ("mac_roman", "\n")]
)
def test_exports_are_read_in_each_encoding(tmp_path: Path, encoding: str, end: str) -> None:
    found = read(tmp_path, lines(FIRST, SECOND, end=end), encoding)
    assert recognised(tmp_path / "export.csv", LOADER)
    rest = [(themes, None, "recommendation", None) for themes in ("International instruments|Justice", "Other")]
    assert found.rows("SELECT * EXCLUDE (load, number) FROM told.recommendations") == [
        ("line 2", "DZA", "SVK", "Slovakia", 2, 13, "Ratify the Rome Statute", "noted", "Noted", 5, *rest[0]),
        ("line 3", "CIV", "FRA", "France", 1, 6, "Coopérer", "supported", "Accepted", 4, *rest[1]),
    ]
    assert len(found.remarks("ignored")) == 4
    assert found.remarks("odd") == found.remarks("lost") == {}


def test_pledges_have_no_response(tmp_path: Path) -> None:
    found = read(tmp_path, lines(PLEDGE))
    assert found.rows("SELECT kind, response, response_told FROM told.recommendations") == [
        ("pledge", None, "Voluntary Pledge")
    ]


def test_a_row_that_stands_twice_is_odd_and_kept(tmp_path: Path) -> None:
    found = read(tmp_path, lines(FIRST, FIRST, SECOND))
    assert found.sink.rows == 3
    assert found.remarks("odd") == {"the same row stands twice; both are taken": 1}


def test_what_is_not_known_is_named(tmp_path: Path) -> None:
    unknown = SECOND.replace("France", "&#40;Unknown&#41;").replace("Accepted", "Perhaps").replace(",4,", ",9,")
    found = read(tmp_path, lines(unknown, FIRST.replace("Algeria", "Ruritania"), SECOND + "\r"))
    assert found.rows("SELECT recommender, recommender_told, response, action FROM told.recommendations LIMIT 1") == [
        (None, "(Unknown)", None, None)
    ]
    assert found.sink.rows == 2
    assert found.remarks("lost") == {
        "a category of action that is none of 1 to 5": 1,
        "no such State under review, no session or no text": 1,
    }
    assert set(found.remarks("odd")) == {
        "a recommending State that is not known; the row stands without one",
        "a response that is none of those known; the row stands without one",
        "characters written as HTML entities are read as what they stand for",
    }


def test_a_column_that_exports_do_not_have_is_named(tmp_path: Path) -> None:
    text = lines(FIRST + ",x").replace(HEADER, HEADER + ",Comment")
    assert read(tmp_path, text).remarks("lost") == {"a column that UPR Info's exports do not have": 1}


HOSTILE = {
    "cut in a line": lines(FIRST, SECOND[:40]),
    "cut in a quoted cell": lines(SECOND, FIRST[:24]),
    "long line": lines(FIRST + ",,,,"),
    "NUL bytes": lines(FIRST.replace("Statute", "Sta\0ute")),
    "endless line": lines(FIRST, "x" * 3_000_000),
    "endless cell": lines(FIRST, '"' + "x\r" * 1_500_000),
    "something else": "a,b\r1,2\r",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_broken_and_hostile_files_are_refused(tmp_path: Path, name: str) -> None:
    start = time.monotonic()
    with pytest.raises(LoadError):
        read(tmp_path, HOSTILE[name])
    assert time.monotonic() - start < 5


def test_text_in_an_encoding_that_cannot_be_told_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="neither UTF-8 nor Mac Roman"):
        read(tmp_path, lines(SECOND, end="\n"), "cp1252")


@needs_material
def test_figures_of_the_published_export() -> None:
    """The figures of SOURCE.md, and the duplicate rows that it counts."""
    counts = {"1-5": 6094, "6-9": 8343, "10-13": 9047, "14-17": 9598, "17-20": 7984}
    responses: Counter[str] = Counter()
    twice = 0
    for name, count in counts.items():
        path = FOLDER / f"{name}.csv"
        assert recognised(path, LOADER)
        found = told(path, LOADER)
        assert found.sink.rows == count
        assert found.remarks("lost") == {}
        assert found.one("SELECT count(*) FROM told.recommendations WHERE kind <> 'recommendation'") == 0
        assert found.one("SELECT count(*) FROM told.recommendations WHERE action NOT BETWEEN 1 AND 5") == 0
        responses.update(dict(found.rows("SELECT response, count(*) FROM told.recommendations GROUP BY 1")))
        twice += found.remarks("odd").get("the same row stands twice; both are taken", 0)
        unknown = found.rows("SELECT DISTINCT recommender_told FROM told.recommendations WHERE recommender IS NULL")
        assert unknown in ([], [("(Unknown)",)])
        if name == "17-20":
            assert found.rows("SELECT DISTINCT session FROM told.recommendations ORDER BY 1") == [(18,), (19,), (20,)]
    assert responses == {"supported": 30_472, "noted": 10_594}
    assert responses.total() == 41_066
    assert twice == 2


@needs_material
def test_figures_of_the_published_pledges() -> None:
    found = told(FOLDER / "voluntary.csv", LOADER)
    assert found.rows("SELECT kind, count(*) FROM told.recommendations GROUP BY 1") == [("pledge", 947)]


@needs_material
def test_accents_survive() -> None:
    found = told(FOLDER / "10-13.csv", LOADER)
    texts = [text for (text,) in found.rows("SELECT text FROM told.recommendations")]
    assert not any("\x8e" in text or "Ž" in text for text in texts)
    assert any("é" in text for text in texts)


@needs_material
def test_the_tables_beside_the_export_are_not_taken_for_it() -> None:
    assert not recognised(FOLDER / "sessions.csv", LOADER)
    assert not recognised(FOLDER / "derived_regional_groups.csv", LOADER)
