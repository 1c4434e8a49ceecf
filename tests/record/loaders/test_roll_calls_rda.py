"""Roll calls as R data: made files with defects, and the figures of the real folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mahdar.record.loaders.roll_calls import ISSUES
from mahdar.record.loaders.roll_calls_rda import LOADERS
from mahdar.record.loading.publication import Head, LoadError
from mahdar.record.loading.registry import loader_for
from mahdar.record.loading.sink import Sink
from tests.record.loaders.told import MATERIAL, Told, here

CALLS: dict[str, list[Any]] = {
    "rcid": [3, 4],
    "session": [1.0, 60.0],
    "importantvote": [0, 1],
    "date": [date(1946, 1, 6), date(2005, 12, 16)],
    "unres": ["R/1/66", "R/60/173"],
    "amend": [1, 0],
    "para": [1, 0],
    "short": ["RULES", ""],
    "descr": ["To", "On"],
}
VOTES: dict[str, list[Any]] = {
    "rcid": [3.0, 3.0, 4.0, 4.0],
    "country": ["Russia", "Yemen Arab Republic", "Russia", "Atlantis"],
    "country_code": ["RU", None, "RU", None],
    "vote": ["yes", "no", "abstain", "yes"],
}


def written(folder: Path, name: str, columns: dict[str, list[Any]]) -> Path:
    import pandas
    import pyreadr

    path = folder / f"{name}.rda"
    pyreadr.write_rdata(str(path), pandas.DataFrame(columns), df_name=name, compress="gzip")
    return path


def test_calls_and_votes_in_one_folder(tmp_path: Path) -> None:
    calls, votes = written(tmp_path, "un_roll_calls", CALLS), written(tmp_path, "un_votes", VOTES)
    told = Told().load(calls, votes)
    assert told.kinds == ["voeten-roll-calls-rda", "voeten-votes-rda"]
    row = "call, place, session, symbol, symbol_told, date, title, agenda, part, mode, yes"
    assert told.rows(f"SELECT {row} FROM told.calls") == [
        ("3", "row 1", "1", None, "R/1/66", date(1946, 1, 6), "RULES", "To", "amendment paragraph", "vote", None),
        ("4", "row 2", "60", "A/RES/60/173", "R/60/173", date(2005, 12, 16), "On", None, None, "vote", None),
    ]
    assert told.rows("SELECT call, state, vote, name_told FROM told.votes ORDER BY call, vote") == [
        ("3", "YEM", "no", "Yemen Arab Republic"),
        ("3", "SUN", "yes", "Russia"),
        ("4", "RUS", "abstain", "Russia"),
        ("4", None, "yes", "Atlantis"),
    ]
    assert told.remarks("odd")["no state that Mahdar knows: the vote is kept under the name alone"] == 1


def test_votes_alone_are_of_today_unless_the_record_has_the_calls(tmp_path: Path) -> None:
    votes = written(tmp_path, "un_votes", {**VOTES, "rcid": [3.0, 3.0, 3.0, 4.0]})
    told = Told().load(votes)
    assert told.rows("SELECT DISTINCT state FROM told.votes WHERE name_told = 'Russia'") == [("RUS",)]
    odd = told.remarks("odd")
    assert odd["the state depends on a day that no file tells: taken as of today"] == 2
    assert odd["a state stands in one call more than once: all its votes are kept"] == 1
    told.rows("INSERT INTO told.loads (load, kind) VALUES (7, 'voeten-roll-calls')")
    told.rows("INSERT INTO told.calls (load, series, call, date) VALUES (7, 'voeten', '3', DATE '1950-10-02')")
    told.load(votes)
    assert told.rows("SELECT DISTINCT state FROM told.votes WHERE load = 2 AND name_told = 'Russia'") == [("SUN",)]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"vote": ["yes", "no", "maybe", "yes"]}, "call 4: 'maybe' is no vote"),
        ({"rcid": [3.5, 3.0, 4.0, 4.0]}, "3.5 is no number of a roll call"),
        ({"ccode": [1, 2, 3, 4]}, "has the columns rcid, country, country_code, vote, ccode"),
    ],
)
def test_votes_that_cannot_be_read(tmp_path: Path, change: dict[str, list[Any]], says: str) -> None:
    with pytest.raises(LoadError, match=says):
        Told().load(written(tmp_path, "un_votes", {**VOTES, **change}))


def test_another_workspace_is_none_of_these(tmp_path: Path) -> None:
    other = written(tmp_path, "votes", VOTES)
    assert loader_for(Head.of(other)) is None
    with pytest.raises(LoadError, match="holds no data frame un_roll_calls"):
        LOADERS[0].load(other, Sink(Told().connection, 1))


@pytest.fixture(scope="module")
def told() -> Told:
    """Both folders of roll calls: 1946 to January 2020, and those that go on to March 2021."""
    rda = sorted((MATERIAL / "unga_unvotes_rda").glob("*.rda"))
    return Told().load(*rda, *sorted((MATERIAL / "unga_unproject").glob("*.csv")))


def kind(told: Told, name: str) -> int:
    return told.kinds.index(name) + 1


@here
def test_the_figures_of_unvotes(told: Told) -> None:
    votes, calls = kind(told, "voeten-votes-rda"), kind(told, "voeten-roll-calls-rda")
    numbers = "count(*), count(DISTINCT call), min(call::INT), max(call::INT), count(state)"
    assert told.one(f"SELECT {numbers} FROM told.votes WHERE load = {votes}") == (870_109, 6_203, 3, 9_147, 870_109)
    span = "count(*), min(session::INT), max(session::INT), min(date), max(date)"
    first, last = date(1946, 1, 1), date(2020, 1, 14)
    assert told.one(f"SELECT {span} FROM told.calls WHERE load = {calls}") == (6_203, 1, 74, first, last)
    assert told.one(f"SELECT count(*) FROM told.votes WHERE load = {votes} AND vote = 'absent'") == 0
    nameless = "'Yemen Arab Republic', 'Federal Republic of Germany', 'Zanzibar'"
    assert told.one(f"SELECT count(*) FROM told.votes WHERE load = {votes} AND name_told IN ({nameless})") == 5_444
    of_issues = f"FROM told.call_issues WHERE load = {kind(told, 'voeten-issues-rda')}"
    issues = dict(told.rows(f"SELECT issue, count(*) {of_issues} GROUP BY 1"))
    counted = {"di": 1092, "me": 1061, "hr": 1015, "co": 957, "nu": 855, "ec": 765}
    assert {short: issues.pop(words) for short, words in ISSUES.items()} == counted
    assert not issues
    assert sum(counted.values()) == 5_745


@here
def test_numbers_of_resolutions_change_their_form_in_the_71st_session(told: Told) -> None:
    """SOURCE.md puts the change at about 2019; the file has both forms in the sessions 71 to 74."""
    load = kind(told, "voeten-roll-calls-rda")
    new = f"SELECT min(session::INT), max(session::INT) FROM told.calls WHERE load = {load} AND symbol_told LIKE"
    assert told.one(f"{new} 'A/RES/%'") == (71, 74)
    assert told.one(f"SELECT count(*) FROM told.calls WHERE load = {load} AND symbol = 'A/RES/74/168'") == 1
    assert told.one(f"SELECT count(*) FROM told.calls WHERE load = {load} AND symbol = 'A/RES/60/173'") == 1


@here
def test_seats_are_those_of_the_day(told: Told) -> None:
    votes, calls = kind(told, "voeten-votes-rda"), kind(told, "voeten-roll-calls-rda")
    days = (
        "SELECT v.state, min(c.date), max(c.date) FROM told.votes v JOIN told.calls c USING (call) "
        f"WHERE v.load = {votes} AND c.load = {calls} AND v.name_told IN ('Russia', 'Yugoslavia', 'Taiwan') GROUP BY 1"
    )
    found = {state: (first.year, last.year) for state, first, last in told.rows(days)}
    assert found == {
        "SUN": (1946, 1991),
        "RUS": (1992, 2020),
        "YUG": (1946, 1992),
        "SRB": (2000, 2020),
        "CHN": (1946, 1971),
    }
    twice = f"SELECT call, state FROM told.votes WHERE load = {votes} GROUP BY ALL HAVING count(*) > 1"
    assert told.rows(twice) == []


@here
def test_before_the_58th_session_days_are_weekdays(told: Told) -> None:
    """Days 1 to 7 in 4,374 of the 4,420 calls before the 56th session; the few others are days of the month."""
    load = kind(told, "voeten-roll-calls-rda")
    counts = "count(*), count(*) FILTER (day(date) <= 7), count(*) FILTER (note IS NOT NULL)"
    assert told.one(f"SELECT {counts} FROM told.calls WHERE session::INT < 56 AND load = {load}") == (
        4_420,
        4_374,
        4_374,
    )
    assert told.one("SELECT count(*) FROM told.calls WHERE session::INT >= 58 AND note IS NOT NULL") == 0
    late = "SELECT count(*) FROM told.calls WHERE public < date OR (note IS NOT NULL AND public <> last_day(date))"
    assert told.one(late) == 0


@here
def test_un_votes_goes_on_where_unvotes_ends(told: Told) -> None:
    """96 calls that unvotes lacks; Colombia's own column says what unvotes says of Colombia."""
    older, newer = kind(told, "voeten-votes-rda"), kind(told, "voeten-votes")
    both = (
        f"SELECT call FROM told.votes WHERE load = {older} INTERSECT SELECT call FROM told.votes WHERE load = {newer}"
    )
    assert told.rows(both) == []
    cast = "SELECT call, vote FROM told.votes WHERE state = 'COL' AND vote <> 'absent' AND load "
    own = f"{cast} = {kind(told, 'un-votes-state')}"
    assert told.rows(f"({cast} IN ({older}, {newer})) EXCEPT ({own})") == []
    assert told.rows(f"({own}) EXCEPT ({cast} IN ({older}, {newer}))") == []
