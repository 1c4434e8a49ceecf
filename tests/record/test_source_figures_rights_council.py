"""The figures in SOURCE.md of facts_review on the Human Rights Council, its resolutions and its mandates."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest

from mahdar.record.access import Record
from tests.record.figures import Rows, codes, count, groups, here, rows, tally

pytestmark = here
SEATS = {"Africa": 13, "Asia": 13, "EEG": 6, "GRULAC": 8, "WEOG": 7}


def facts(name: str) -> Rows:
    return rows("facts_review", f"{name}.csv")


@cache
def members_on(day: date) -> list[str]:
    return [r["state"] for r in facts("hrc_members") if r["start"] <= day.isoformat() <= r["end"]]


def test_council_47_members_by_regional_group_each_mid_year(record: Record) -> None:
    for year in range(2006, 2027):
        day = date(year, 7, 1)
        seats = Counter(groups()[s] for s in members_on(day))
        # "47 at every mid-year" but for the two years in which the text itself says 46 at that time.
        absent = {2011: {"Africa": 1}, 2018: {"WEOG": 1}}.get(year, {})
        assert seats + Counter(absent) == SEATS, year
        assert sorted(t.state for t in record.hrc_members(day)) == sorted(members_on(day)), year


def test_council_46_members_only_during_three_absences() -> None:
    first, last = date(2006, 6, 19), date(2026, 12, 31)
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    short = [day for day in days if len(members_on(day)) != 47]
    assert {len(members_on(day)) for day in short} == {46}
    spans = [(days[0], days[-1]) for year in (2011, 2018, 2022) if (days := [d for d in short if d.year == year])]
    assert {day.year for day in short} == {2011, 2018, 2022}
    # Libya: suspended and restored on the first and last day that the text gives. The United States and the Russian
    # Federation: to the day before Iceland and Czechia began.
    assert spans == [
        (date(2011, 3, 2), date(2011, 11, 17)),
        (date(2018, 6, 20), date(2018, 7, 12)),
        (date(2022, 4, 8), date(2022, 5, 9)),
    ]


def test_council_no_state_beyond_two_terms_in_a_row() -> None:
    terms = defaultdict(list)
    for row in facts("hrc_members"):
        terms[row["state"]].append((date.fromisoformat(row["start"]), date.fromisoformat(row["end"])))
    for state, spans in terms.items():
        since, until = sorted(spans)[0]
        for first, last in [*sorted(spans)[1:], (date.max, date.max)]:
            if first - until > timedelta(1):
                # Two terms are six years; the change to calendar years in 2012 made some half a year longer.
                assert (until - since).days < 6.6 * 366, state
                since = first
            until = last


def test_council_members_ever_and_those_of_2027() -> None:
    table = facts("hrc_members")
    assert len({r["state"] for r in table if r["start"] <= "2022-12-31"}) == 123
    assert (min(r["start"] for r in table), max(r["end"] for r in table)) == ("2006-06-19", "2028-12-31")
    assert len(members_on(date(2027, 1, 1))) == 32 == 47 - 15


def test_mandates_no_overlap_of_single_holders() -> None:
    holders = defaultdict(list)
    for row in facts("country_mandates"):
        if row["role"] == "holder":
            holders[row["mandate"]].append((row["holder_start"], row["holder_end"]))
    assert sum(map(len, holders.values())) == 69
    for mandate, spans in holders.items():
        for (_, end), (start, _) in pairwise(sorted(spans)):
            assert end, mandate
            assert end <= start or end.startswith(start), mandate


def test_resolutions_adoption_and_tallies(record: Record) -> None:
    table = facts("hrc_country_resolutions")
    assert count(table, "adoption") == {"recorded_vote": 225, "without_vote": 200, "": 56}
    whole = [r for r in table if r["yes"] and r["no"] and r["abstain"]]
    few = {r["symbol"] for r in whole if not 43 <= sum(tally(r)) <= 47}
    assert few == {"A/HRC/RES/S-12/1", "A/HRC/RES/S-16/1"}
    assert {sum(tally(r)) for r in whole if r["symbol"] in few} == {42}
    assert len(record.hrc_decisions()) == len(table)


def test_resolutions_rejected(record: Record) -> None:
    rejected = {(r["date"], tally(r)) for r in facts("hrc_country_resolutions") if r["status"] == "rejected"}
    assert rejected == {("2021-10-07", (18, 21, 7)), ("2022-10-06", (17, 19, 11))}
    assert sum(d.outcome == "not-adopted" for d in record.hrc_decisions()) == 2


@pytest.mark.parametrize(("state", "first"), [("PRK", 2008), ("IRN", 2011)])
def test_resolutions_one_text_every_year(state: str, first: int) -> None:
    assert regular(state) == dict.fromkeys(range(first, 2026), 1)  # the last session with rows is of 2025


def regular(state: str) -> Counter[int]:
    """Year -> resolutions of regular sessions that name a state, drafts that were rejected left out."""
    table = [r for r in facts("hrc_country_resolutions") if r["date"] and r["status"] == "adopted"]
    named = [r for r in table if state in codes(r["states"]) and "/S-" not in r["symbol"]]
    return Counter(int(r["date"][:4]) for r in named)


@pytest.mark.parametrize(
    ("state", "first", "without", "more"),
    [
        ("SYR", 2010, "", "2010-2022 2025"),
        ("MMR", 2007, "", "2008 2015 2018 2019 2021-2025"),
        ("BLR", 2011, "", "2020-2022"),
        ("RUS", 2022, "", ""),
        ("SDN", 2007, "2021", "2007"),
        ("LKA", 2012, "2016 2018 2020 2023", ""),
        ("UKR", 2014, "2018 2020 2024", "2025"),
    ],
)
def test_resolutions_on_the_other_subjects_year_by_year(state: str, first: int, without: str, more: str) -> None:
    """That "one text every year" holds of the DPRK and Iran alone: of the others there are years without, or more."""
    found = regular(state)
    assert min(found) == first
    assert {year for year in range(first, 2026) if not found[year]} == span(without)
    assert {year for year, number in found.items() if number > 1} == span(more)


def span(told: str) -> set[int]:
    """`2008 2021-2025` as years."""
    pairs = [part.partition("-") for part in told.split()]
    return {year for a, _, b in pairs for year in range(int(a), int(b or a) + 1)}


def test_resolutions_on_china_were_none() -> None:
    assert regular("CHN") == {}  # one draft, of 2022, which was rejected
    assert [r["date"] for r in facts("hrc_country_resolutions") if "CHN" in codes(r["states"])] == ["2022-10-06"]


def test_resolutions_that_agree_with_a_second_page_have_their_votes() -> None:
    """The second pages are not in the folder: that there is something to compare is all that can be recomputed."""
    named = {f"A/HRC/RES/{n}" for n in ("13/14", "25/24", "34/23", "46/18", "49/24", "51/25")}
    named |= {f"A/HRC/RES/37/{n}" for n in range(28, 33)}
    table = {r["symbol"]: r for r in facts("hrc_country_resolutions") if r["symbol"] in named}
    assert table.keys() == named
    without = {symbol for symbol, r in table.items() if r["adoption"] == "without_vote"}
    assert without == {"A/HRC/RES/37/28", "A/HRC/RES/37/31"}
    assert all(r["yes"] and r["confidence"] == "stated" for s, r in table.items() if s not in without)


def test_resolutions_of_sessions_whose_votes_the_file_lacks() -> None:
    """Sessions 1 to 11 and 19 have no vote in the DW file: tallies there are `known`, or name another page."""
    early = [r for r in facts("hrc_country_resolutions") if re.match(r"A/HRC/RES/(\d|10|11|19)/", r["symbol"])]
    with_votes = {r["symbol"]: r for r in early if r["yes"]}
    assert len(with_votes) == 8
    assert all("vote and date:" in r["source"] for r in with_votes.values())
    assert {s for s, r in with_votes.items() if r["confidence"] == "stated"} == {"A/HRC/RES/7/15"}
    special = [
        r for r in facts("hrc_country_resolutions") if re.match(r"A/HRC/(RES|DEC)/S-(1[4-9]|2|3[0-4])", r["symbol"])
    ]
    assert {r["confidence"] for r in special if "/S-2/" not in r["symbol"]} == {"known"}


def test_council_russia_left_on_the_day_of_its_suspension() -> None:
    (row,) = [r for r in facts("hrc_members") if (r["state"], r["end"]) == ("RUS", "2022-04-07")]
    assert ("A/RES/ES-11/3" in row["end_reason"], "resigned" in row["end_reason"]) == (True, True)
