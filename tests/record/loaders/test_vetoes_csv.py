"""The compiled table of vetoes: the names count, the columns of 0 and 1 are checked against them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from mahdar.record.loading.publication import LoadError
from tests.record.loaders.told import Told, folder, here

COLUMNS = (
    "year,date,month,draft,meeting_record,agenda_item,crisis_topic,region,member_veto1,member_veto2,member_veto3,"
    "single_veto,multiple_vetoes,China,France,Russia,USSR,USA,UK,russia_china,usa_uk,usa_france,usa_france_uk,france_uk"
)
GOOD = "2022,5/26/2022,5,S/2022/431,S/PV.9048,DPRK,North Korea,East Asia,China,Russia,,0,1,1,0,1,0,0,0,1,0,0,0,0"
DUMMIES = "columns of 0 and 1 do not say who is named as having vetoed; the names are taken"


def told(tmp_path: Path, *lines: str) -> Told:
    path = tmp_path / "vetoes.csv"
    path.write_text("\n".join((COLUMNS, *lines)) + "\n", "utf-8")
    return Told().load(path)


def test_a_veto(tmp_path: Path) -> None:
    made = told(tmp_path, GOOD)
    query = (
        "SELECT series, call, draft, date, date_told, meeting, agenda, outcome, mode, vetoed_by, public FROM told.calls"
    )
    assert made.one(query) == (
        *("wpdl-vetoes", "S/PV.9048 S/2022/431", "S/2022/431", date(2022, 5, 26), "5/26/2022", "S/PV.9048", "DPRK"),
        *("vetoed", "vote", "CHN|RUS", date(2022, 5, 26)),
    )
    assert made.one("SELECT call, issue FROM told.call_issues") == ("S/PV.9048 S/2022/431", "North Korea")
    assert made.remarks("odd") == made.remarks("lost") == {}
    assert len(made.remarks("ignored")) == 3


def test_columns_that_contradict_the_names(tmp_path: Path) -> None:
    wrong = GOOD.replace(",1,0,1,0,0,0,1,", ",0,0,1,0,0,0,1,")
    number = GOOD.replace("Russia,,0,1,1", "Russia,,1,1,1")
    made = told(tmp_path, wrong, number)
    assert made.remarks("odd")[DUMMIES] == 1
    assert sum(made.remarks("odd").values()) == 2
    assert made.rows("SELECT call, vetoed_by FROM told.calls") == [
        ("S/PV.9048 S/2022/431", "CHN|RUS"),
        ("S/PV.9048 S/2022/431 #2", "CHN|RUS"),
    ]


def test_what_cannot_be_taken(tmp_path: Path) -> None:
    made = told(tmp_path, GOOD.replace("5/26/2022", "26/5/2022"), GOOD.replace("Russia,,", "Peru,,"))
    assert made.remarks("lost") == {"the date is no day": 1, "who vetoed is none of the permanent members": 1}
    made = told(tmp_path, GOOD.replace("2022,5/26", "2021,5/26"), GOOD.replace("S/2022/431", "oral"))
    assert made.remarks("lost") == {"the draft has no symbol": 1}
    assert made.remarks("odd") == {"the date is not of the year and month beside it": 1}


def test_a_line_that_is_cut_short(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="line 3 has 4 cells"):
        told(tmp_path, GOOD, "2022,7/8/2022,7,S/2022/538")


@cache
def table() -> Told:
    return folder("vetoes_wpdl")


@here
def test_every_veto_and_who_cast_it() -> None:
    made = table()
    assert made.kinds == ["council-vetoes-csv"]  # the unattributed file beside it is no publication
    query = "SELECT count(*), count(DISTINCT call), min(date), max(date) FROM told.calls"
    assert made.one(query) == (214, 214, date(1946, 2, 16), date(2022, 7, 8))
    cast = "SELECT unnest(string_split(outcome_told, ', ')) AS name FROM told.calls"
    named = dict(made.rows(f"SELECT name, count(*) FROM ({cast}) GROUP BY name"))
    assert named == {"USSR": 90, "USA": 82, "Russia": 31, "UK": 29, "China": 17, "France": 16}
    assert sum(named.values()) == 265
    drafts = "SELECT draft FROM told.calls WHERE date = '1948-05-24' AND meeting = 'S/PV.303' ORDER BY draft"
    assert made.rows(drafts) == [("S/PV.303",), ("S/PV.3038",)]  # the misprint stays


@here
def test_the_columns_of_nothing_and_one() -> None:
    """26 rows name who is not counted there: the columns would give 71 vetoes to USA, 7 to France and 84 to USSR."""
    made = table()
    assert made.remarks("odd")[DUMMIES] == 26
    wrong: Counter[str] = Counter()
    for (value,) in made.rows(f"SELECT value FROM told.remarks WHERE why = '{DUMMIES}'"):
        wrong.update(value.split(": ")[1].split(", "))
    assert (82 - wrong["USA"], 16 - wrong["France"], 90 - wrong["USSR"]) == (71, 7, 84)
