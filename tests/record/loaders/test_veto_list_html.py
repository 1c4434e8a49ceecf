"""The UN Library's list of vetoes: each as printed, names run together taken apart, days that are ranges left open."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from mahdar.record.loading.publication import LoadError
from tests.record.loaders.told import MATERIAL, Told, here

COLUMNS = ("Date", "Draft", "Written<br>\nRecord", "Agenda Item", "Permanent<br>Member Casting<br>Negative Vote")
NOTICE = '<tr>\n<td colspan="7">Prepared and maintained by the Library</td>'


def told(tmp_path: Path, *rows: tuple[str, ...], columns: tuple[str, ...] = COLUMNS) -> Told:
    path = tmp_path / "vetoes.html"
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in rows)
    heading = "".join(f"<th>{column}</th>" for column in columns)
    title = '<tr><th colspan="5"> Security Council - Veto List<br>(in reverse chronological order)</th></tr>'
    path.write_text(f"<html><table>{title}{NOTICE}<tr>{heading}</tr>{cells}</html>", "utf-8")
    return Told().load(path)


def test_a_veto(tmp_path: Path) -> None:
    made = told(tmp_path, ("26 May 2022", "S/2022/431", "S/PV.9048", "DPRK", "China</br>Russian Federation"))
    query = (
        "SELECT series, call, draft, date, meeting, agenda, outcome, mode, vetoed_by, outcome_told, yes FROM told.calls"
    )
    assert made.one(query) == (
        *("library-vetoes", "S/PV.9048 S/2022/431", "S/2022/431", date(2022, 5, 26), "S/PV.9048", "DPRK"),
        *("vetoed", "vote", "CHN|RUS", "ChinaRussian Federation", None),
    )
    assert made.remarks("odd") == made.remarks("lost") == {}
    assert made.remarks("ignored")["a notice to the reader of the page"] == 2


def test_days_that_are_not_said(tmp_path: Path) -> None:
    made = told(
        tmp_path,
        ("7-9 January 1980", "S/13729", "S/PV.2190", "Afghanistan", "USSR"),
        ("30 January 86", "S/17769/Rev.1", "S/PV.2650", "Middle East", "USA"),
        ("some day", "S/1", "S/PV.2", "x", "UK"),
    )
    assert made.rows("SELECT date, date_told, public FROM told.calls") == [
        (None, "7-9 January 1980", date(1980, 1, 9)),
        (date(1986, 1, 30), "30 January 86", date(1986, 1, 30)),
        (None, "some day", None),
    ]
    assert made.remarks("lost") == {"the date is no day": 1}
    assert set(made.remarks("odd").values()) == {1}
    assert len(made.remarks("odd")) == 2


def test_what_is_said_beside_symbols_is_kept(tmp_path: Path) -> None:
    made = told(
        tmp_path,
        ("31 August 2020", "S/2020/852", "S/2020/870<br>S/2020/865", "Terrorism", "USA"),
        ("7 December 1964", "S/6113 (as amended)", "S/PV.1182", "Congo", "USSR"),
        ("15 September 1947", "S/552, S/PV.202", "S/PV.202", "Greece", "USSR"),
        ("15 September 1947", "S/552", "S/PV.202", "Greece", "USSR"),
        ("1 May 1947", "the Australian draft", "S/PV.135", "Spain", "Peru"),
    )
    assert made.rows("SELECT call, draft, meeting, note FROM told.calls") == [
        ("31 August 2020 S/2020/852", "S/2020/852", None, "record: S/2020/870 S/2020/865"),
        ("S/PV.1182 S/6113", "S/6113", "S/PV.1182", "(as amended)"),
        ("S/PV.202 S/552", "S/552", "S/PV.202", "S/PV.202"),
        ("S/PV.202 S/552 #2", "S/552", "S/PV.202", None),
        ("S/PV.135 the Australian draft", None, "S/PV.135", "the Australian draft"),
    ]
    assert made.remarks("lost") == {"the draft has no symbol": 1, "who vetoed is none of the permanent members": 1}


def test_rows_that_do_not_fit_and_other_columns(tmp_path: Path) -> None:
    made = told(tmp_path, ("26 May 2022", "S/2022/431"))
    assert made.remarks("lost") == {"a row that does not have the columns of the list": 1}
    with pytest.raises(LoadError, match="does not have the columns"):
        told(tmp_path, columns=COLUMNS[:-1])


@cache
def library() -> Told:
    return Told().load(MATERIAL / "sc_meetings_scact_html" / "scact_veto_table_en.html")


@here
def test_every_veto_of_the_list() -> None:
    made = library()
    assert made.one("SELECT count(*), count(draft), count(DISTINCT call) FROM told.calls") == (213, 213, 213)
    assert made.one("SELECT min(date), max(date) FROM told.calls") == (date(1946, 2, 16), date(2022, 5, 26))
    assert made.one("SELECT count(*) FROM told.calls WHERE date IS NULL OR date_told NOT SIMILAR TO '.*[0-9]{4}'") == 7
    assert made.remarks("lost") == {}


@here
def test_who_vetoed() -> None:
    """France has 17 where 16 are usual: the preliminary question of 26 June 1946."""
    made = library()
    cast = "SELECT unnest(string_split(vetoed_by, '|')) AS state FROM told.calls"
    counts = dict(made.rows(f"SELECT state, count(*) FROM ({cast}) GROUP BY state"))
    assert counts == {"SUN": 90, "USA": 82, "RUS": 30, "GBR": 29, "CHN": 17, "FRA": 17}
    assert made.one("SELECT date, outcome_told FROM told.calls WHERE vetoed_by = 'FRA|SUN'") == (
        *(date(1946, 6, 26), "France, USSR"),
    )
    together = "SELECT count(*) FROM told.calls WHERE outcome_told IN ('ChinaRussian Federation', 'France UK USA')"
    assert made.one(together) == 22
