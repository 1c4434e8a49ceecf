"""Yearly status tables: marks as they stand, contradictions among them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from mahdar.record.loaders import treaty_collection
from mahdar.record.loaders.treaty_status import LOADER
from mahdar.record.loading.publication import LoadError
from tests.told import MATERIAL, Told, recognised, told

FOLDER = MATERIAL / "treaties_wpdl_2022"
needs_material = pytest.mark.skipif(not FOLDER.is_dir(), reason="the status tables are not here (MAHDAR_SHARED)")

HEADER = "iso2,member,state party,year ratification or accession,signatory,no action,status,note\r\n"
TABLE = HEADER + "NA,Namibia,1,1994,0,0,state party,\r\nTP,East Timor,0,,1,0,signatory state,Found as Timor-Leste"


def read(folder: Path, text: str | bytes, name: str = "hr_status_cat.csv") -> Told:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return told(path, LOADER)


def test_marks_are_taken_as_they_stand(tmp_path: Path) -> None:
    found = read(tmp_path, TABLE)
    assert found.rows("SELECT * EXCLUDE load FROM told.treaty_status") == [
        ("line 2", "cat", "NAM", "Namibia", True, False, False, 1994, "state party", None, None),
        (
            "line 3",
            "cat",
            "TLS",
            "East Timor",
            False,
            True,
            False,
            None,
            "signatory state",
            "Found as Timor-Leste",
            None,
        ),
    ]
    assert found.rows("SELECT why, value FROM told.remarks WHERE what = 'odd'") == [
        ("iso2 is no code of ISO 3166-1", "TP")
    ]
    assert found.remarks("ignored") == {"iso2 repeats the member as a code": 1}


def test_contradictions_stay(tmp_path: Path) -> None:
    found = read(tmp_path, HEADER + "KP,North Korea,1,1990,0,1,state party,\r\nMD,Moldova,,1993,,,state party,\r\n")
    assert found.rows("SELECT state, party, no_action, year FROM told.treaty_status") == [
        ("PRK", True, True, 1990),
        ("MDA", None, None, 1993),
    ]
    assert found.remarks("odd") == found.remarks("lost") == {}


def test_what_is_no_mark_or_year_is_named(tmp_path: Path) -> None:
    found = read(tmp_path, HEADER + "RR,Ruritania,x,19,0,0,state party,\n")
    assert found.rows("SELECT state, party, year FROM told.treaty_status") == [(None, None, None)]
    assert found.remarks("lost") == {"a mark that is neither 1 nor 0": 1, "a year that is none": 1}
    assert found.remarks("odd") == {"a member whose name is not known stands without a state": 1}


def test_a_column_of_notes_may_be_missing(tmp_path: Path) -> None:
    found = read(
        tmp_path, "".join(line.rpartition(",")[0] + "\n" for line in TABLE.splitlines()), "hr_status_opcat.csv"
    )
    assert found.rows("SELECT DISTINCT treaty, note FROM told.treaty_status") == [("opcat", None)]


@pytest.mark.parametrize("name", ["hr_status_xyz.csv", "cat.csv", "hr_status.csv"])
def test_a_name_that_says_nothing_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(LoadError, match=r"hr_status_cedaw\.csv"):
        read(tmp_path, TABLE, name)


HOSTILE: dict[str, str | bytes] = {
    "cut in a line": TABLE[: TABLE.index(",signatory state")],
    "cut in a name": TABLE[: TABLE.index("Timor,0")],
    "long line": TABLE + ",,,,\n",
    "NUL bytes": TABLE.replace("Namibia", "Nam\0bia"),
    "Windows-1252": TABLE.replace("Namibia", "Namibi\xe9").encode("cp1252"),
    "endless line": TABLE + "x" * 3_000_000,
    "something else": "a,b\n1,2\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_broken_and_hostile_files_are_refused(tmp_path: Path, name: str) -> None:
    start = time.monotonic()
    with pytest.raises(LoadError):
        read(tmp_path, HOSTILE[name])
    assert time.monotonic() - start < 5


# "Flag contradictions" in SOURCE.md: treaty and codes in iso2 -> who that is.
CONTRADICTED = {
    "cat": ["TZA"],
    "crc": ["PRK"],
    "iccpr-op1": ["JAM", "KAZ"],
    "icerd": ["BRN"],
    "icescr": ["MDA"],
    "cedaw-op": ["ZWE"],
    "crc-opic": ["BEL", "BRA", "ECU"],
}


@needs_material
def test_figures_of_the_published_tables() -> None:
    paths = sorted(FOLDER.glob("hr_status_*.csv"))
    assert len(paths) == 18
    found = [told(path, LOADER) for path in paths]
    assert [one.sink.rows for one in found] == [193] * 18
    assert all(recognised(path, LOADER) for path in paths)
    treaties = {one.one("SELECT any_value(treaty) FROM told.treaty_status") for one in found}
    assert len(treaties) == 18
    for one in found:
        assert one.remarks("lost") == {}
        assert one.one("SELECT count(DISTINCT state) FROM told.treaty_status") == 193
        assert one.one("SELECT count(*) FROM told.treaty_status WHERE state = 'NAM'") == 1
        assert (
            one.one("SELECT count(*) FROM told.treaty_status WHERE state IN ('VAT', 'PSE', 'COK', 'NIU', 'EUE')") == 0
        )
        assert one.one(
            "SELECT count(*) FROM told.treaty_status WHERE status_told = 'state party' AND year IS NULL"
        ) == (
            1 if one.one("SELECT any_value(treaty) FROM told.treaty_status") == "cedaw-op" else 0
        )  # Zimbabwe: a state party by its status, with neither mark nor year


@needs_material
def test_contradictions_that_the_source_note_names() -> None:
    """Blank marks, as Gabon's in ICERD, contradict nothing."""
    marks = " + ".join(f"coalesce({mark}, false)::INT" for mark in ("party", "signatory", "no_action"))
    query = f"SELECT treaty, state FROM told.treaty_status WHERE {marks} <> 1 ORDER BY state"
    odd: dict[str, list[str]] = {}
    for path in FOLDER.glob("hr_status_*.csv"):
        for treaty, state in told(path, LOADER).rows(query):
            odd.setdefault(treaty, []).append(state)
    assert odd == CONTRADICTED


# "Year errors" in SOURCE.md; the tables disagree on more states, each of which a test must not lose.
WRONG_YEARS = {
    "cedaw": {"GMB", "PHL", "SGP", "CPV"},
    "crc": {"PAK", "PLW", "PAN", "SRB"},
    "iccpr": {"GNQ", "ZAF"},
    "icerd": {"BRA", "ETH", "DEU", "JAM", "MEX", "ATG", "GBR", "USA"},
}
DATED = {"cedaw": "4-8", "crc": "4-11", "iccpr": "4-4", "icerd": "4-2"}


@needs_material
@pytest.mark.skipif(not (MATERIAL / "treaties_untc_zmjones").is_dir(), reason="the dated tables are not here")
def test_years_that_the_dated_tables_contradict() -> None:
    found = {}
    for treaty, name in DATED.items():
        dated = told(MATERIAL / "treaties_untc_zmjones" / f"{name}.csv", treaty_collection.LOADER)
        bound = "SELECT state, year(public) FROM told.treaty_actions WHERE action NOT LIKE '%signature'"
        years = dict(dated.rows(bound))
        told_years = told(FOLDER / f"hr_status_{treaty}.csv", LOADER).rows("SELECT state, year FROM told.treaty_status")
        found[treaty] = {state for state, year in told_years if year and years.get(state, year) != year}
    assert found == WRONG_YEARS
