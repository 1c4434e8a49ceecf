"""Status tables of the Treaty Collection, as CSV and as the XML of treaties.un.org."""

from __future__ import annotations

import csv
import gzip
import time
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.record.loaders.treaty_collection import LOADER
from mahdar.record.loading.publication import LoadError
from tests.told import MATERIAL, Told, recognised, told

FOLDER = MATERIAL / "treaties_untc_zmjones"
needs_material = pytest.mark.skipif(not FOLDER.is_dir(), reason="the status tables are not here (MAHDAR_SHARED)")

TABLE = """Participant,Signature,"Accession(a), Succession(d), Ratification"
Afghanistan,,6 Jul 1983 a
Algeria 2,9 Dec 1966,14 Feb 1972
"""
COLUMNS = ("Participant", "Signature, Succession to signature(d)", "Ratification, Acceptance(A), Accession(a)")


def xml(*rows: tuple[str, str, str], encoding: str = "UTF-8", columns: tuple[str, ...] = COLUMNS) -> bytes:
    """The status page as treaties.un.org gives it: markup within cells is escaped."""

    def row(cells: tuple[str, ...]) -> str:
        escaped = (cell.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for cell in cells)
        return "<Row>" + "".join(f"<Entry>{cell}</Entry>" for cell in escaped) + "</Row>"

    def table(heading: str, body: str) -> str:
        parts = f"<Thead>{heading}</Thead><Tbody><Rows>{body}</Rows></Tbody>"
        return f"<Table><TGroup>{parts}</TGroup></Table>"

    participants = f"<Participants>{table(row(columns), ''.join(map(row, rows)))}</Participants>"
    other = f"<Declarations>{table('', row(('x',)))}</Declarations>"
    text = f"<ExternalData><Titlesect>4. Covenant</Titlesect></ExternalData>{participants}{other}"
    return f'<?xml version="1.0" encoding="{encoding}"?><Document><Treaty>{text}</Treaty></Document>'.encode(encoding)


def file(folder: Path, data: str | bytes, name: str = "4-2.csv") -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def read(folder: Path, data: str | bytes, name: str = "4-2.csv") -> Told:
    return told(file(folder, data, name), LOADER)


def actions(found: Told) -> list[tuple[object, ...]]:
    return found.rows("SELECT state, action, date FROM told.treaty_actions ORDER BY date")


def test_each_day_is_an_action(tmp_path: Path) -> None:
    found = read(tmp_path, TABLE)
    assert found.rows("SELECT * EXCLUDE load FROM told.treaty_actions") == [
        ("line 2", "icerd", "IV-2", "AFG", "Afghanistan", "accession", "1983-07-06", "6 Jul 1983 a", date(1983, 7, 6)),
        ("line 3", "icerd", "IV-2", "DZA", "Algeria 2", "signature", "1966-12-09", "9 Dec 1966", date(1966, 12, 9)),
        ("line 3", "icerd", "IV-2", "DZA", "Algeria 2", "ratification", "1972-02-14", "14 Feb 1972", date(1972, 2, 14)),
    ]
    assert found.sink.remarks() == {}


def test_letters_mean_what_the_heading_says(tmp_path: Path) -> None:
    text = 'Participant,"Signature, Succession to signature(d)","Formal confirmation(c), Approval(AA)"\n'
    text += "Serbia,12 Mar 2001 d,\nEuropean Union,30 Mar 2007,23 Dec 2010 c\nJapan,,1 Jan 2001 AA 3\n"
    text += "Peru,,2 Feb 2002\nMali,,3 Mar 2003 a\n"
    found = read(tmp_path, text)
    assert [action for _, action, _ in actions(found)] == [
        "approval",
        "succession-to-signature",
        "signature",
        "formal-confirmation",
    ]
    assert found.remarks("lost") == {
        "a letter that the column's heading does not explain": 2,  # Peru's day has none, and the heading names none
        "a participant of whom no action is taken": 2,
    }


def test_what_cannot_be_taken_is_named(tmp_path: Path) -> None:
    text = 'Participant,Signature,Provisional application,"Ratification, Accession(a)"\n'
    text += "Ruritania,,,1 Jan 2001\nPeru,,1 Feb 2002,31 Feb 2002 a\nMali,,,[3 Mar 2003 a]\n"
    found = read(tmp_path, text, "IV-4.csv")
    assert found.rows("SELECT state, name_told FROM told.treaty_actions") == [(None, "Ruritania")]
    assert found.remarks("odd") == {"a participant whose name is not known stands without a state": 1}
    why = "an action in brackets: the participant has withdrawn since, on a day that the table does not have"
    assert found.remarks("lost") == {
        "a column that tells of no action that is known": 1,
        "a cell that is no day": 1,
        why: 1,
        "a participant of whom no action is taken": 2,
    }


@pytest.mark.parametrize(
    ("name", "chapter", "treaty"),
    [
        ("4-2-a.csv", "IV-2-a", None),
        ("4-11-b.csv", "IV-11-b", "crc-opac"),
        ("IV-3-a.csv", "IV-3-a", "icescr-op"),
        ("18-10.csv", "XVIII-10", "rome-statute"),
        ("18-10.a.csv", "XVIII-10-a", None),
        ("xxvii-7-d.en.csv", "XXVII-7-d", None),
    ],
)
def test_the_name_says_which_treaty(tmp_path: Path, name: str, chapter: str, treaty: str | None) -> None:
    found = read(tmp_path, TABLE, name)
    assert found.rows("SELECT DISTINCT chapter, treaty FROM told.treaty_actions") == [(chapter, treaty)]
    assert LOADER.name_of(tmp_path / name) == chapter
    assert bool(found.remarks("odd")) is (treaty is None)


@pytest.mark.parametrize("name", ["treaties.csv", "iccpr.csv", "4.csv", "4-2-ab.csv", "IV-2.en.fr.xml"])
def test_a_name_that_says_nothing_is_refused(tmp_path: Path, name: str) -> None:
    path = file(tmp_path, TABLE, name)
    assert recognised(path, LOADER)
    with pytest.raises(LoadError, match=r"as IV-2\.en\.xml or 4-2-a\.csv"):
        told(path, LOADER)


@pytest.mark.parametrize("encoding", ["UTF-8", "ISO-8859-1", "utf-16"])
def test_the_xml_of_the_treaty_collection(tmp_path: Path, encoding: str) -> None:
    rows = [
        ("Afghanistan", "", "24 Jan\t 1983 a"),
        ("Côte d'Ivoire<superscript>1,2</superscript>", "8 Oct 1968", "26 Mar 1992 "),
        ("Türkiye", "15 Aug 2000", "23 Sep 2003<superscript>3</superscript>"),
        ("Serbia", "12 Mar 2001 d", ""),
    ]
    path = file(tmp_path, xml(*rows, encoding=encoding), "IV-4.en.xml")
    assert recognised(path, LOADER)
    found = told(path, LOADER)
    assert actions(found) == [
        ("CIV", "signature", "1968-10-08"),
        ("AFG", "accession", "1983-01-24"),
        ("CIV", "ratification", "1992-03-26"),
        ("TUR", "signature", "2000-08-15"),
        ("SRB", "succession-to-signature", "2001-03-12"),
        ("TUR", "ratification", "2003-09-23"),
    ]
    assert found.rows("SELECT DISTINCT treaty, chapter FROM told.treaty_actions") == [("iccpr", "IV-4")]
    assert found.rows("SELECT DISTINCT place, name_told FROM told.treaty_actions WHERE state = 'CIV'") == [
        ("row 2", "Côte d'Ivoire")
    ]
    assert list(found.remarks("ignored")) == [
        "the texts beside the table of participants: declarations, objections, notes"
    ]


WHOLE = xml(("Mali", "", "3 Mar 2003 a"))
ENTITIES = WHOLE.replace(b"<Document>", b'<!DOCTYPE a [<!ENTITY a "b">]><Document>')
HOSTILE = {
    "xml cut short": ("4-2.xml", WHOLE[:-30]),
    "xml with entities": ("4-2.xml", ENTITIES),
    "xml without the table": ("4-2.xml", b"<Document><Treaty/></Document>"),
    "xml without a heading": ("4-2.xml", WHOLE.replace(b"Participant<", b"Name<")),
    "xml with a short row": ("4-2.xml", WHOLE.replace(b"<Entry></Entry>", b"")),
    "deep xml": ("4-2.xml", WHOLE.replace(b"<Treaty>", b"<x>" * 100 + b"<Treaty>")),
    "csv cut in a line": ("4-2.csv", TABLE[:-20].encode()),
    "csv cut in the last cell": ("4-2.csv", TABLE[:-5].encode()),
    "csv with a long line": ("4-2.csv", (TABLE + "Mali,,,,,\n").encode()),
    "csv with an open quote": ("4-2.csv", (TABLE + '"Mali,,3 Mar 2003 a\n').encode()),
    "csv with NUL bytes": ("4-2.csv", TABLE.replace("Jul", "J\0l").encode()),
    "csv in no encoding": ("4-2.csv", TABLE.replace("Algeria", "Alg\xe9rie").encode("latin-1")),
    "wide csv": ("4-2.csv", b"Participant," + b"a," * 1_000_000 + b"\n"),
    "endless line": ("4-2.csv", TABLE.encode() + b"M" * 5_000_000),
    "gzip": ("4-2.xml", gzip.compress(WHOLE)),
    "something else": ("4-2.csv", b"a,b\n1,2\n"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_broken_and_hostile_files_are_refused(tmp_path: Path, name: str) -> None:
    start = time.monotonic()
    with pytest.raises(LoadError):
        read(tmp_path, HOSTILE[name][1], HOSTILE[name][0])
    assert time.monotonic() - start < 5


@settings(max_examples=25)
@given(st.dates(date(1945, 1, 1)), st.sampled_from(["", " a", " d", " a 3, 4"]))
def test_every_day_comes_back(tmp_path_factory: pytest.TempPathFactory, when: date, letter: str) -> None:
    cell = f"{when.day} {when:%b} {when.year:04}{letter}"
    found = read(
        tmp_path_factory.mktemp("any"), f'Participant,"Ratification, Accession(a), Succession(d)"\nMali,"{cell}"\n'
    )
    assert found.rows("SELECT date, date_told FROM told.treaty_actions") == [(when.isoformat(), cell)]


@needs_material
def test_figures_of_the_published_tables() -> None:
    """SOURCE.md speaks of 25 instruments; the folder has 27 files: 23 treaties and protocols and 4 amendments."""
    paths = sorted(FOLDER.glob("4-*.csv"))
    assert len(paths) == 27
    amendments = {"4-2-a.csv", "4-8-a.csv", "4-9-a.csv", "4-11-a.csv"}
    latest = ""
    for path in paths:
        assert recognised(path, LOADER)
        found = told(path, LOADER)
        with path.open(encoding="utf-8") as stream:
            cells = Counter(bool(cell) for line in list(csv.reader(stream))[1:] for cell in line[1:])
        assert found.sink.rows == cells[True]  # every cell that is not empty is an action
        assert found.remarks("lost") == {}
        assert found.one("SELECT count(*) FROM told.treaty_actions WHERE state IS NULL") == 0
        treaty = found.one("SELECT any_value(treaty) FROM told.treaty_actions")
        assert (treaty is None) is (path.name in amendments | {f"4-{n}.csv" for n in (6, 7, 10, 14)})
        latest = max(latest, found.one("SELECT max(date) FROM told.treaty_actions"))
        if path.name == "4-3.csv":  # the latest days that SOURCE.md names
            assert found.one("SELECT max(date) FROM told.treaty_actions") == "2015-03-09"
        if path.name == "4-11.csv":
            assert found.one("SELECT max(date) FROM told.treaty_actions") == "2014-04-02"
            assert found.one("SELECT count(DISTINCT state) FROM told.treaty_actions") == 196
    assert latest <= "2015-03-14"


@needs_material
def test_the_index_of_treaties_is_passed_over() -> None:
    assert not recognised(FOLDER / "index.csv", LOADER)
