"""The figures in SOURCE.md of facts_assembly, recomputed from their rows and from the record."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from mahdar.record.access import Record
from tests.record.figures import Rows, codes, count, groups, here, rows, tally

pytestmark = here
# Members at the end of each year, general knowledge after the UN's table of growth, of which no copy is at hand.
GROWTH = (
    "1945 51, 1946 55, 1947 57, 1948 58, 1949 59, 1950 60, 1955 76, 1956 80, 1957 82, 1958 82, 1960 99, 1961 104, "
    "1962 110, 1963 112, 1964 115, 1965 117, 1966 122, 1967 123, 1968 126, 1970 127, 1971 132, 1973 135, 1974 138, "
    "1975 144, 1976 147, 1977 149, 1978 151, 1979 152, 1980 154, 1981 157, 1983 158, 1984 159, 1990 159, 1991 166, "
    "1992 179, 1993 184, 1994 185, 1999 188, 2000 189, 2002 191, 2006 192, 2011 193"
)
# Rows of treaties_wpdl_2022 that other tables refute, treaty -> how many: SLB, TUV (ICCPR), TUV (ICESCR), BRN (ICERD),
# ZMB (OP-CEDAW), ROU, SLB (OP-CRPD).
REFUTED = {"icerd": 1, "icescr": 1, "iccpr": 2, "cedaw-op": 1, "crpd-op": 2}
STATED = {"iccpr": "174", "crc": "196", "crpd": "182", "opcat": "96", "rome-statute": "125"}
AUGUST_2022 = "2022-08-31"


def facts(name: str) -> Rows:
    return rows("facts_assembly", f"{name}.csv")


def wpdl(slug: str) -> Rows:
    """The table of a treaty in treaties_wpdl_2022; protocols are called op_ there, but for those of the Covenants."""
    base, _, protocol = slug.partition("-")
    names = {"opac": "op_crc_ac", "opsc": "op_crc_sc", "opic": "op_crc_ic"}
    name = names.get(protocol) or (f"op_{base}" if base in {"cedaw", "crpd"} and protocol else slug.replace("-", "_"))
    return rows("treaties_wpdl_2022", f"hr_status_{name}.csv")


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("un_members", 276),
        ("dprk_assembly", 23),
        ("key_assembly_votes", 82),
        ("un_offices", 292),
        ("treaties", 22),
        ("treaty_actions_recent", 270),
        ("dprk_treaties", 52),
    ],
)
def test_rows(name: str, number: int) -> None:
    assert len(facts(name)) == number


def test_members_admissions_and_founders() -> None:
    events = count(facts("un_members"), "event")
    assert events["admission"] + events["founding_member"] == 198
    assert events["founding_member"] == 52  # SUN and RUS are one seat: 51 founders
    assert (events["name_change"], events["observer_state"], events["observer_entity"]) == (40, 3, 7)
    joined = {r["state"] for r in facts("un_members") if r["event"] in {"admission", "founding_member"}}
    assert len(joined - {"CSK", "DDR", "SUN", "YMD", "YUG"}) == 193


def test_members_size_of_the_organization(record: Record) -> None:
    # "All 41 of its years": the folder keeps no copy of that table, and here 42 years are compared. 1963 is 112: the
    # record leaves out Zanzibar, a member of its own from 16 December 1963 to 26 April 1964, for want of a code.
    told = {int(year): int(size) for year, size in (pair.split() for pair in GROWTH.split(", "))}
    assert len(told) == 42
    assert {year: len(record.un_members(date(year, 12, 31))) for year in told} == told
    assert len(record.un_members(date(2026, 6, 1))) == 193


def test_members_year_of_admission_equals_another_table() -> None:
    told = {
        r["state"]: int(r["date"][:4]) for r in facts("un_members") if r["event"] in {"admission", "founding_member"}
    }
    other = rows("country_names", "un_member_admission_year_from_country_converter.csv")
    assert len(other) == 193
    assert {r["ISO3"]: int(r["UNmember"]) for r in other}.items() <= told.items()


def test_dprk_resolutions_every_session(record: Record) -> None:
    table = facts("dprk_assembly")
    assert len({r["symbol"] for r in table}) == 21
    assert {int(r["session"]) for r in table} == set(range(60, 81))
    for row in table:
        assert int(row["session"]) == int(row["date"][:4]) - 1945 == int(row["symbol"].split("/")[2])
        assert row["third_committee_date"][:4] == row["date"][:4]
        assert row["third_committee_date"] < row["date"]
        found = record.assembly_decision(row["symbol"])
        assert found, row["symbol"]
    voted = {int(r["date"][:4]) for r in table if r["how"] == "recorded vote"}
    assert voted == {*range(2005, 2012), 2014, 2015}


def test_dprk_tallies_counted_from_the_votes_of_members(record: Record) -> None:
    told: dict[str, set[tuple[int, int, int]]] = {}
    for row in (r for r in facts("dprk_assembly") if r["yes"]):
        told.setdefault(row["symbol"], set()).add(tally(row))
    for symbol, tallies in told.items():
        call = record.roll_call_of(symbol)
        assert call, symbol
        assert (call.yes, call.no, call.abstain) in tallies, symbol
    two = {symbol: tallies for symbol, tallies in told.items() if len(tallies) > 1}
    assert two == {"A/RES/62/167": {(101, 22, 59), (102, 22, 58)}, "A/RES/64/175": {(99, 20, 63), (98, 20, 63)}}


def test_key_votes_how_and_lists() -> None:
    table = facts("key_assembly_votes")
    how = {"recorded vote": 72, "without a vote": 7, "recorded vote (tally not found)": 3}
    assert count(table, "how") == how
    assert (sum(not r["yes"] for r in table), sum(bool(r["voted_no"]) for r in table)) == (10, 53)
    assert sum(bool(r["abstained"]) for r in table) == 43
    assert (min(r["date"] for r in table), max(r["date"] for r in table)) == ("2021-05-18", "2026-09-17")
    twice = [s for s, n in count(table, "symbol").items() if s and n > 1]
    assert twice == ["A/RES/ES-10/21"]


def test_key_votes_series() -> None:
    table = facts("key_assembly_votes")
    symbols = {r["symbol"] for r in table}
    assert {s for s in symbols if "/ES-11/" in s} == {f"A/RES/ES-11/{n}" for n in range(1, 10)}
    assert {s for s in symbols if "/ES-10/" in s} == {f"A/RES/ES-10/{n}" for n in range(21, 28)}
    for topic in ("cuba_embargo", "human_rights_crimea"):
        assert [r["date"][:4] for r in table if r["topic"] == topic] == ["2021", "2022", "2023", "2024", "2025"]
    assert {r["date"][:4] for r in table if r["topic"] == "death_penalty_moratorium"} == {"2022", "2024"}


def test_key_votes_lists_equal_tallies() -> None:
    for row in (r for r in facts("key_assembly_votes") if r["yes"]):
        no, abstained = codes(row["voted_no"]), codes(row["abstained"])
        assert len(no) in {0, int(row["no"])}, row["symbol"]
        assert len(abstained) in {0, int(row["abstain"])}, row["symbol"]
        assert not set(no) & set(abstained)
        assert sum(tally(row)) <= 193


def test_offices_rows_and_arabic_names() -> None:
    table = facts("un_offices")
    assert count(table, "confidence") == {"stated": 134, "known": 158}
    arabic = [r["name_ar"] for r in table if r["name_ar"]]
    assert len(arabic) == 213
    assert all(re.fullmatch(r"[\u0621-\u0652\u0670-\u06d3 ]+", name) for name in arabic)
    assert all(r["start"] <= r["end"] for r in table if r["end"])


def test_offices_presidents_of_the_assembly() -> None:
    table = [r for r in facts("un_offices") if r["office"] == "president_general_assembly"]
    sessions = [int(r["session"]) for r in table if r["session"].isdigit()]
    assert (sessions, len(table) - 81) == (list(range(1, 82)), 4)
    states = {int(r["session"]): r["state"] for r in table if r["session"].isdigit()}
    for session in range(22, 77):
        assert groups()[states[session]] == groups()[states[session + 5]], session
    days = [int(r["session"]) for r in table if r["session"].isdigit() and len(r["start"]) == 10]
    # "Days only from the 60th": the 1st has one too, and the 81st has its month only.
    assert days == [1, *range(60, 81)]


def test_offices_presidents_of_the_human_rights_council() -> None:
    table = [r for r in facts("un_offices") if r["office"] == "president_human_rights_council"]
    assert [int(r["session"]) for r in table] == list(range(1, 21))
    turn = [groups()[r["state"]] for r in table]
    assert turn[:15] == turn[5:]
    assert len(set(turn[:5])) == 5


def test_treaties_core_and_order_of_days() -> None:
    table = facts("treaties")
    assert count(table, "core") == {"1": 18, "0": 4}
    assert all(r["adopted"] <= r["opened_for_signature"] <= r["in_force"] for r in table)
    assert {r["slug"]: r["parties_stated"] for r in table if r["parties_stated"]} == STATED


def test_treaties_parties_of_2022() -> None:
    for row in (r for r in facts("treaties") if r["core"] == "1"):
        parties = sum(r["state party"] == "1" for r in wpdl(row["slug"]))
        assert parties - REFUTED.get(row["slug"], 0) == int(row["parties_un_members_2022_08"]), row["slug"]
    counted = {r["slug"]: r["parties_un_members_2022_08"] for r in facts("treaties")}
    assert (counted["opcat"], counted["crc-opic"], counted["crpd"]) == ("89", "43", "181")


def test_treaty_actions_days_and_those_after_august_2022() -> None:
    table = facts("treaty_actions_recent")
    assert Counter(len(r["date"]) for r in table) == {10: 218, 7: 1, 4: 51}
    assert {r["date"][:4] for r in table} == {str(year) for year in range(2015, 2027)}
    late = [r for r in table if r["date"] > AUGUST_2022 and r["slug"] != "rome-statute"]
    assert len(late) == 21
    left = {r["state"] for r in table if r["action"].startswith("withdrawal")}
    assert left == {"BDI", "PHL", "GMB", "ZAF", "MYS", "HUN", "BFA", "MLI", "NER"}


def test_treaty_actions_days_fall_in_the_year_of_wpdl() -> None:
    two = {r["ISO3166-1-Alpha-3"]: r["ISO3166-1-Alpha-2"] for r in rows("country_names", "country-codes.csv")}
    core = {r["slug"] for r in facts("treaties") if r["core"] == "1"}
    compared = 0
    for row in facts("treaty_actions_recent"):
        # PSE is no member of the UN, and outside that table.
        if row["slug"] in core and row["state"] != "PSE" and len(row["date"]) > 4 and row["date"] <= AUGUST_2022:
            (year,) = [r["year ratification or accession"] for r in wpdl(row["slug"]) if r["iso2"] == two[row["state"]]]
            assert year[:4] == row["date"][:4], (row["slug"], row["state"])
            compared += 1
    assert compared == 165


def test_dprk_treaties_days_equal_the_record(record: Record) -> None:
    table = facts("dprk_treaties")
    first = min(r["date"] for r in table)
    assert (first, max(r["date"] for r in table)[:7]) == ("1981-09-14", "2025-12")
    known = {(a.treaty, a.action): a.when.edtf()[:4] for a in record.treaty_actions("PRK")}
    joined = "iccpr 1981, icescr 1981, genocide 1989, crc 1990, cedaw 2001, crc-opsc 2014, crpd 2016"
    told = {r["slug"]: r["date"][:4] for r in table if r["action"] in {"accession", "ratification"}}
    assert {pair.split()[0]: pair.split()[1] for pair in joined.split(", ")}.items() <= told.items()
    for row in (r for r in table if r["action"] in {"accession", "ratification", "signature"}):
        assert known.get((row["slug"], row["action"]), row["date"][:4]) == row["date"][:4], row["slug"]


def test_notes_speak_to_readers_and_not_of_files(record: Record) -> None:
    notes = {a.note for state in ("PSE", "PRK", "KHM") for a in record.treaty_actions(state)}
    notes |= {d.note for own in record.assembly() for d in (own, *record.rivals(own))}
    assert len(notes) > 10
    assert [note for note in notes if re.search(r"\bfiles?\b|GitHub|repository|CONTRADICTION", note)] == []
