"""The UN Library's yearly tables of Council meetings: told as printed, misprints too, and every figure of the pages."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from mahdar.record.loading.publication import Head, LoadError
from mahdar.record.loading.registry import loader_for
from tests.record.loaders.told import Told, folder, here

COLUMNS = ("Meeting<br />\nRecord", "Date", "Topic", "Security Council<br> Outcome / Vote")
LINK = '<a target="_top" href="https://undocs.org/en/{0}">{0}</a>'


def page(folder: Path, year: int, *rows: str, columns: tuple[str, ...] = COLUMNS, name: str = "table.html") -> Path:
    title = f"<tr><th colspan='5'>Meetings conducted  by the Security Council in {year}<br>(in reverse order)</th></tr>"
    heading = "".join(f"<th>{column}</th>" for column in columns)
    path = folder / name
    body = "\n".join((title, f"<tr>{heading}</tr>", *rows))
    path.write_text(f'<html><link href="table.css" />\n<table class="tablefont">{body}</table>\n</html>', "utf-8")
    return path


def row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def told(tmp_path: Path, year: int, *rows: str, columns: tuple[str, ...] = COLUMNS) -> Told:
    return Told().load(page(tmp_path, year, *rows, columns=columns))


def test_a_meeting_and_its_resolution(tmp_path: Path) -> None:
    resolution = LINK.format("S/RES/14 (1946)") + " <br> 9-0-2"
    made = told(tmp_path, 1946, row(LINK.format("S/PV.84"), "16 December ", "The Greek question", resolution))
    assert made.rows("SELECT symbol, date, date_told, topic, outcome_told, place, public FROM told.meetings") == [
        (
            *("S/PV.84", date(1946, 12, 16), "16 December", "The Greek question", "S/RES/14 (1946) 9-0-2"),
            *("row 3", date(1946, 12, 16)),
        )
    ]
    columns = "series, call, body, symbol, draft, date, meeting, agenda, outcome, mode, yes, no, abstain"
    assert made.one(f"SELECT {columns} FROM told.calls") == (
        *("library-meetings", "S/PV.84 S/RES/14 (1946)", "council", "S/RES/14 (1946)", None, date(1946, 12, 16)),
        *("S/PV.84", "The Greek question", "adopted", "vote", 9, 0, 2),
    )
    assert made.remarks("odd") == made.remarks("lost") == {}


def test_misprints_stay_as_they_are(tmp_path: Path) -> None:
    made = told(
        tmp_path,
        2022,
        row(
            "S/PV.9048",
            "26 May",
            "DPRK",
            "Draft resolution S/2022/431 vetoed by<br>China, Russian Federation<br>13-0-2",
        ),
        row("S/PV.2939", "13 September", "Iraq", LINK.format("S/RES/663 (1990)") + " 13-2-0"),
    )
    first, second = made.rows(
        "SELECT coalesce(symbol, draft), yes, no, abstain, vetoed_by FROM told.calls ORDER BY 2, 1"
    )
    assert first == ("S/2022/431", 13, 0, 2, "CHN|RUS")
    assert second == ("S/RES/663 (1990)", 13, 2, 0, None)
    assert made.remarks("odd") == {"a resolution of another year than its meeting": 1}


def test_rows_that_belong_to_the_meeting_above(tmp_path: Path) -> None:
    spanning = "<tr><th rowspan=2>S/PV.224</th><th rowspan=2>19 December</th><td>one</td><td>--</td></tr>"
    made = told(
        tmp_path,
        1947,
        spanning,
        row("two", "S/RES/37 (1947) 11-0-0"),
        row("S/PV.223 <br>(closed)", "18 December", "three", "Communiqu&eacute;"),
        row("", "", "four", "S/RES/36 (1947)<br>8-0-3"),
    )
    query = "SELECT symbol, symbol_told, date, date_told, topic, form FROM told.meetings"
    assert made.rows(query) == [
        ("S/PV.224", "S/PV.224", date(1947, 12, 19), "19 December", "one", None),
        ("S/PV.224", "S/PV.224", date(1947, 12, 19), "19 December", "two", None),
        ("S/PV.223", "S/PV.223 (closed)", date(1947, 12, 18), "18 December", "three", "closed"),
        ("S/PV.223", None, date(1947, 12, 18), None, "four", "closed"),
    ]
    assert [call for (call,) in made.rows("SELECT meeting FROM told.calls")] == ["S/PV.224", "S/PV.223"]
    assert made.remarks("odd") == {"a row without meeting and date belongs to the meeting of the row above": 1}


def test_a_table_under_the_heading_of_another_year(tmp_path: Path) -> None:
    columns = (
        *("Meeting Record", "Date", "Recording", "Topic", "Letter with Vote Procedure / <br> Briefings"),
        *("Letter with Vote Outcome", "Security Council Outcome / Vote"),
    )
    made = told(
        tmp_path,
        2021,
        *(
            row("--", "29 December", "Webcast", "Terrorism", "S/2020/1311", "S/2020/1305", f"S/RES/{n} (2020) 15-0-0")
            for n in range(2556, 2561)
        ),
        row("--", "21 December", "--", "Rule of law", "--", "--", "S/PRST/2020/13"),
        columns=columns,
    )
    assert made.rows("SELECT DISTINCT symbol, date, form, letters FROM told.meetings ORDER BY date DESC") == [
        (None, date(2020, 12, 29), "written", "procedure: S/2020/1311; outcome: S/2020/1305"),
        (None, date(2020, 12, 21), None, None),
    ]
    assert made.one("SELECT call, meeting FROM told.calls WHERE symbol LIKE '%2560%'") == (
        "2020-12-29 S/RES/2560 (2020)",
        None,
    )
    assert made.remarks("odd") == {"the heading names another year than the resolutions in the table": 1}


def test_a_vote_within_several_days_has_none(tmp_path: Path) -> None:
    made = told(tmp_path, 2002, row("S/PV.4503", "29 + 30 March", "Middle East", "S/RES/1402 (2002) 14-0-0"))
    assert made.one("SELECT date, date_told FROM told.meetings") == (date(2002, 3, 29), "29 + 30 March")
    assert made.one("SELECT date, date_told, public FROM told.calls") == (None, "29 + 30 March", date(2002, 3, 30))


def test_the_same_draft_twice_in_a_meeting_is_two_calls(tmp_path: Path) -> None:
    outcome = "Draft resolution S/PV.49 vetoed by USSR<br>Draft resolution S/PV.49 vetoed by USSR"
    made = told(tmp_path, 1946, row("S/PV.49", "26 June", "Spain", outcome))
    assert made.rows("SELECT call, vetoed_by FROM told.calls") == [
        ("S/PV.49 S/PV.49", "SUN"),
        ("S/PV.49 S/PV.49 #2", "SUN"),
    ]
    assert made.remarks("odd") == {"a draft that failed without tally": 2}


def test_what_is_odd_or_lost_is_said(tmp_path: Path) -> None:
    notice = "<tr><td colspan='4'><strong>Links</strong> will work.</td></tr>"
    made = told(
        tmp_path,
        2022,
        notice,
        row("S/PV.1152", "17 September", "Malaysia", "S/5973 not adopted 9-2-0", "--"),
        row("S/PV.969", "26 September", "Admission"),
        row("S/PV.8823", "41 July", "Bosnia", "2-0-13"),
        row("Emergency", "1 July", "DPR K\u00c3\u00b3rea", "S/RES/1 (2022) by show of hands"),
        row(LINK.format("S/PV.1").replace("en/S/PV.1", "en/S/PV.12"), "2 July", "x", "S/9 vetoed by Peru 9-1-5"),
    )
    assert made.remarks("ignored")["a notice to the reader of the page"] == 1
    assert made.remarks("lost") == {
        "a cell beyond the columns of the table": 1,
        "a vote without the symbol of what was voted on": 1,
        "the date is none of the year": 1,
        "the meeting's record has no symbol": 1,
        "who vetoed is none of the permanent members": 1,
        "words of an outcome that are not understood": 2,
    }
    assert made.remarks("odd") == {
        "a resolution without tally or manner of adoption": 1,
        "a row with less cells than columns: the last ones are missing": 1,
        "characters that were encoded twice": 1,
        "the link of a symbol leads to another document": 1,
    }
    assert made.one("SELECT count(*), count(date) FROM told.meetings") == (5, 4)


def test_other_pages_are_not_taken_or_refused(tmp_path: Path) -> None:
    path = page(tmp_path, 2022, columns=("Meeting Record", "Date", "Subject"))
    with pytest.raises(LoadError, match="topic, outcome"):
        Told().load(path)
    path.write_text(path.read_text("utf-8").replace("Meetings conducted", "Meetings held"), "utf-8")
    assert loader_for(Head.of(path)) is None


def test_an_unknown_column_is_said_to_be_lost(tmp_path: Path) -> None:
    made = told(tmp_path, 2022, row("S/PV.1", "1 July", "x", "--", "new"), columns=(*COLUMNS, "Broadcast"))
    assert made.remarks("lost") == {"a column that the tables of meetings did not have so far": 1}


@cache
def library() -> Told:
    return folder("sc_meetings_scact_html")


@here
def test_every_table_is_read_and_nothing_else() -> None:
    kinds = library().kinds
    assert (kinds.count("council-meetings-html"), kinds.count("council-veto-list"), len(kinds)) == (78, 1, 79)


@here
def test_rows_and_symbols() -> None:
    """9,546 rows, 9,374 symbols, and 18 more in rows that begin without `<tr>`, lack a cell or have one too many."""
    made = library()
    ragged = made.remarks("odd")["the page lacks the beginning of a row before its cells"]
    ragged += made.remarks("odd")["a row with less cells than columns: the last ones are missing"]
    ragged += made.remarks("lost")["a cell beyond the columns of the table"]
    assert (ragged, made.one("SELECT count(*) FROM told.meetings")) == (18, 9_546 + 18)
    assert made.one("SELECT count(DISTINCT symbol) FROM told.meetings") == 9_374 + 18
    assert made.one("SELECT count(DISTINCT symbol_told) FROM told.meetings WHERE symbol_told <> '--'") == 9_374 + 18
    assert made.one("SELECT count(*) FROM told.meetings WHERE symbol_told = '--'") == 74
    assert made.one("SELECT min(date), max(date), count(*) - count(date) FROM told.meetings") == (
        *(date(1946, 1, 17), date(2022, 6, 30)),
        0,
    )


@here
def test_resolutions_and_tallies() -> None:
    made = library()
    resolutions = "told.calls WHERE series = 'library-meetings' AND symbol IS NOT NULL"
    number = r"CAST(regexp_extract(symbol, 'S/RES/(\d+)', 1) AS INTEGER)"
    assert made.one(f"SELECT count(DISTINCT {number}), min({number}), max({number}) FROM {resolutions}") == (
        2638,
        1,
        2640,
    )
    manners = made.rows(f"SELECT mode, count(*) FROM {resolutions} AND yes IS NULL GROUP BY mode")
    assert dict(manners) == {"unanimous": 61, "without-vote": 54, "consensus": 1, None: 6}
    twice = f"SELECT {number} FROM {resolutions} GROUP BY ALL HAVING count(*) > 1 ORDER BY ALL"
    assert made.rows(twice) == [(663,), (701,), (1996,)]
    assert made.one(f"SELECT count(*) FROM {resolutions} AND {number} IN (666, 695)") == 0


@here
@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("S/PV.2939 S/RES/663 (1990)", (date(1990, 9, 13), 13, 2, 0, None)),
        ("S/PV.2990 S/RES/701 (1991)", (date(1991, 5, 30), 15, 0, 0, None)),
        ("S/PV.9048 S/2022/431", (date(2022, 5, 26), 13, 0, 2, "CHN|RUS")),
        ("S/PV.1236 S/RES/207 (1964)", (date(1965, 8, 10), 11, 0, 0, None)),
        ("S/PV.3106 S/RES/770 (1991)", (date(1992, 8, 13), 12, 0, 3, None)),
        ("S/PV.3106 S/RES/771 (1991)", (date(1992, 8, 13), 15, 0, 0, None)),
        ("S/PV.5028 S/RES/1559 (2004)", (date(2004, 9, 2), 9, 0, 6, None)),
        ("S/PV.1152 S/5973", (date(1964, 9, 17), 9, 2, 0, "SUN")),
    ],
)
def test_misprints_of_the_pages(call: str, expected: tuple[object, ...]) -> None:
    query = "SELECT date, yes, no, abstain, vetoed_by FROM told.calls WHERE series = 'library-meetings'"
    assert library().one(f"{query} AND call = '{call}'") == expected


@here
def test_what_was_odd_or_lost() -> None:
    made = library()
    blank = "SELECT count(*) FROM told.meetings WHERE date_told IS NULL"
    assert made.one(f"{blank} AND year(date) = 1948") == made.one(blank) == 20
    assert made.remarks("lost") == {
        "a cell beyond the columns of the table": 1,
        "a vote without the symbol of what was voted on": 1,  # S/PV.8823, where only 2-0-13 is printed
    }
    twice = "SELECT value FROM told.remarks WHERE why = 'characters that were encoded twice'"
    assert sorted("Korea" in value for (value,) in made.rows(twice)) == [False, True]  # 2022, and one name in 1947
    year = "SELECT value FROM told.remarks WHERE why LIKE 'the heading names another year%'"
    assert made.one(year) == "2021, 2020"
