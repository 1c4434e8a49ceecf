"""The figures of SOURCE.md of facts_assembly on members, sessions and offices that the other tests do not recompute.

What rests on pages of which no copy is in the folder cannot be recomputed: the recount of the votes of 2025, and what
pages are said to contradict.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from mahdar.edtf import Interval
from mahdar.record.access import Record
from tests.record.figures import Rows, count, here, rows

pytestmark = here
MEMBERSHIP = {
    *("name_change", "observer_state", "observer_entity", "observer_rights", "merger", "membership_ended"),
    *("withdrawal", "resumed_membership", "hrc_membership_suspended"),
}
# Times between two holders of an office that the folder calls complete, beyond a month: office -> who came after it.
# Each is a vacancy that is known: a death, a resignation before the end of a term, a successor who came later.
VACANT = {
    "secretary_general": ["U Thant"],
    "high_commissioner_human_rights": ["Mary Robinson", "Navanethem Pillay"],
    "high_commissioner_refugees": ["Auguste R. Lindt", "Thorvald Stoltenberg", "Sadako Ogata", "António Guterres"],
    "director_general_who": ["Margaret Chan"],
}
COMPLETE = (
    *("secretary_general", "high_commissioner_human_rights", "high_commissioner_refugees", "director_general_who"),
    *("director_general_unesco", "director_general_iaea", "prosecutor_icc", "emergency_relief_coordinator"),
    "president_human_rights_council",
)


def facts(name: str) -> Rows:
    return rows("facts_assembly", f"{name}.csv")


def days(told: str) -> tuple[int, int]:
    """The first and the last day that an imprecise date can be."""
    first, last = (Interval.parse(told).first, Interval.parse(told).last)
    assert first
    assert last
    return first.toordinal(), last.toordinal()


def held(office: str) -> list[dict[str, str]]:
    """Who held an office, and who acted in it, in order of time."""
    return sorted((r for r in facts("un_offices") if r["office"].removesuffix("_acting") == office), key=_start)


def _start(row: dict[str, str]) -> str:
    return row["start"]


def test_members_stated_and_known() -> None:
    table = facts("un_members")
    assert count(table, "confidence") == {"stated": 220, "known": 56}
    joined = [r for r in table if r["event"] in {"admission", "founding_member"}]
    assert count(tuple(joined), "confidence") == {"stated": 195, "known": 3}
    # "A Wikisource page confirms 26 days": 31 rows cite it (28 on joining), on 23 different days.
    cited = [r for r in table if "wikisource" in r["source"].casefold()]
    assert (len(cited), len({r["date"] for r in cited})) == (31, 23)
    assert sum(r["event"] in {"admission", "founding_member"} for r in cited) == 28


def test_members_events_beside_admissions() -> None:
    found = defaultdict(list)
    for row in facts("un_members"):
        found[row["event"]].append(row["state"])
    assert set(found) >= MEMBERSHIP
    assert found["merger"] == ["DEU", "EGY", "SYR", "TZA", "YEM"]
    assert found["withdrawal"] == ["IDN"]
    assert found["resumed_membership"] == ["IDN", "SYR"]
    assert (found["participation_suspended"], found["participation_barred"]) == (["ZAF"], ["YUG"])
    assert found["hrc_membership_suspended"] == ["LBY", "RUS"]
    assert sorted(found["observer_state"]) == ["CHE", "PSE", "VAT"]
    assert (found["membership_application"], found["membership_vetoed"]) == (["PSE"], ["PSE"])


def test_members_states_that_came_out_of_others(record: Record) -> None:
    joined = {r["state"]: r["date"] for r in facts("un_members") if r["event"] in {"admission", "founding_member"}}
    assert {"BIH", "HRV", "MKD", "SVN", "SRB", "CZE", "SVK"} <= joined.keys()
    assert [r["state"] for r in facts("un_members") if r["event"] == "continued_by"] == ["SUN"]
    # "RUS holds the seat of SUN": founders by their rows, one seat.
    assert joined["RUS"] == joined["SUN"] == "1945-10-24"
    assert "SUN" in record.un_members(date(1991, 12, 1))
    assert {"RUS", "SUN"} & record.un_members(date(1992, 1, 1)) == {"RUS"}
    assert joined["SRB"] == "2000-11-01"


@pytest.mark.parametrize(
    ("state", "event", "day", "other"),
    [
        ("BLR", "name_change", "1991-09-18", "19 September"),
        ("SWZ", "name_change", "2018-05-30", "19 April"),
        ("TUR", "name_change", "2022-06-01", "2 and 3 June"),
        ("EGY", "merger", "1958-02-21", "22 February"),
    ],
)
def test_members_one_of_two_days_is_in_the_row_the_other_in_the_note(
    state: str, event: str, day: str, other: str
) -> None:
    told = [r for r in facts("un_members") if (r["state"], r["event"], r["date"]) == (state, event, day)]
    assert [other in r["note"] for r in told] == [True]


def test_key_votes_sessions_fit_symbols_and_days() -> None:
    """A regular session n opens in September of the year n + 1945 and lasts to the next one."""
    unnamed = []
    for row in facts("key_assembly_votes"):
        named = re.match(r"A/(?:RES|DEC)/((?:ES-)?\d+)/\d+$", row["symbol"])
        if named is None:
            unnamed.append(row["date"])
            continue
        assert named[1] == row["session"], row["symbol"]
        if row["session"].isdigit():
            year = int(row["session"]) + 1945
            assert f"{year}-09" <= row["date"] < f"{year + 1}-09-16", row["symbol"]
    assert unnamed == ["2026-02-24"]
    assert [r["symbol"] for r in facts("key_assembly_votes") if "/DEC/" in r["symbol"]] == ["A/DEC/80/506"]


@pytest.mark.parametrize(
    ("state", "with_tally"),
    [("IRN", ["2021", "2022", "2023", "2024", "2025"]), ("SYR", ["2023", "2025"])],
)
def test_key_votes_on_human_rights_every_year(state: str, with_tally: list[str]) -> None:
    series = [
        r for r in facts("key_assembly_votes") if r["topic_state"] == state and r["topic"] == "human_rights_situation"
    ]
    assert [r["date"][:4] for r in series] == ["2021", "2022", "2023", "2024", "2025"]
    assert [r["date"][:4] for r in series if r["yes"]] == with_tally


def test_key_votes_what_is_missing() -> None:
    table = {r["symbol"]: r for r in facts("key_assembly_votes")}
    assert {s for s, r in table.items() if "not found" in r["how"]} == {
        *("A/RES/76/228", "A/RES/77/230", "A/RES/79/185")
    }
    emergency = [*(f"A/RES/ES-11/{n}" for n in range(2, 6)), "A/RES/ES-10/25", "A/RES/ES-10/26"]
    assert [s for s in emergency if table[s]["abstained"]] == []
    assert "A/RES/80/221" not in table
    assert (table["A/RES/81/1"]["voted_no"], table["A/RES/81/1"]["abstained"]) == ("", "")
    es21 = [(r["yes"], r["no"], r["abstain"]) for r in facts("key_assembly_votes") if r["symbol"] == "A/RES/ES-10/21"]
    assert sorted(es21) == [("120", "14", "45"), ("121", "14", "44")]


def test_dprk_third_committee_known_but_for_some_years() -> None:
    """Where the note says that the Third Committee's part is only known, it is none of the years named as stated."""
    table = facts("dprk_assembly")
    known = {r["date"][:4] for r in table if "Third Committee known" in r["source"] or r["confidence"] == "known"}
    assert not known & {"2012", "2014", "2019", "2020", "2023", "2024", "2025"}


@pytest.mark.parametrize("office", COMPLETE)
def test_offices_no_gap_that_is_not_known(office: str) -> None:
    """No time without a holder beyond a month, but for the vacancies above; who acted counts as a holder."""
    found = []
    for before, after in pairwise(held(office)):
        assert before["end"], before["person"]
        if days(after["start"])[0] - days(before["end"])[1] > 31:
            found.append(after["person"])
    assert found == VACANT.get(office, [])


def test_offices_overlaps() -> None:
    """Three, as SOURCE.md names them, and one of an acting head who went on a month beside the new one."""
    found = []
    for office in {r["office"].removesuffix("_acting") for r in facts("un_offices")} - {"president_general_assembly"}:
        for before, after in pairwise(held(office)):
            if before["end"] and days(after["start"])[1] < days(before["end"])[0]:
                found.append((before["person"], after["person"]))
    assert sorted(found) == [
        ("Derek Plumbly", "Sigrid Kaag"),
        ("Ian Martin", "Tarek Mitri"),
        ("Kofi Annan", "Lakhdar Brahimi"),
        ("Stephanie Koury", "Hanna Tetteh"),
    ]


def test_offices_what_is_partial() -> None:
    minurso = held("srsg_western_sahara_minurso")
    assert ("1995-08", "1998-02") in [(a["end"], b["start"]) for a, b in pairwise(minurso)]
    assert len(held("srsg_or_envoy_sudan")) == 6
    assert held("usg_political_affairs")[0]["start"] == "1993"
    assert held("spokesperson_secretary_general")[0]["start"] == "1997"
    assert held("high_commissioner_human_rights")[-1]["start"] == "2022-10-17"
    assert held("special_coordinator_mepp")[-1]["office"].endswith("acting")
    assert (held("secretary_general")[-1]["person"], held("secretary_general")[-1]["end"]) == ("António Guterres", "")
    assert held("commissioner_general_unrwa")[-1]["end"] == "2026-03"


def test_offices_before_2000_are_mostly_known() -> None:
    early = tuple(r for r in facts("un_offices") if r["start"] < "2000")
    sure = count(early, "confidence")
    assert sure["known"] > 3 * sure["stated"]


def test_offices_one_of_the_days_that_sources_give() -> None:
    starts = {r["person"]: (r["start"], r["end"]) for r in facts("un_offices") if r["start"] >= "2008"}
    assert starts["Khaled El-Enany"][0] in {"2025-11-14", "2025-11-15"}
    assert starts["Nazhat Shameem Khan"][0][:4] == "2021"
    assert [r["end"] for r in held("special_envoy_syria") if "Mistura" in r["person"]] == ["2018-12"]
    assert [r["end"] for r in held("special_coordinator_lebanon") if "Williams" in r["person"]] == ["2011"]
