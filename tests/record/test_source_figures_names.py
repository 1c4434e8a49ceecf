"""The figures in SOURCE.md of country_names, pages_excerpts, and what no test of a loader recomputes of the rest.

One figure cannot be recomputed: that the rows of unga_unproject which were rebuilt equal unvotes on 33,101 overlapping
votes, without a conflict among the 181 files of states. Of those files only Colombia's is in the folder; what can be
had of it and of the 96 calls is in tests/record/loaders/test_roll_calls_csv.py. Likewise OHCHR's 43,229 recommendations
of the third cycle, and lists on pages of which no copy was kept, have nothing here to be counted from.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.states import find_state
from tests.record.figures import count, here, rows
from tests.told import MATERIAL

pytestmark = here


def test_names_codes_and_arabic(record: Record) -> None:
    table = rows("country_names", "country-codes.csv")
    assert (len(table), len(table[0])) == (249, 56)
    filled = {name: sum(bool(r[name]) for r in table) for name in table[0]}
    assert filled["official_name_ar"] == 249
    assert filled["UNTERM Arabic Short"] == filled["UNTERM Arabic Formal"] == 195
    members = record.un_members(date(2026, 1, 1))
    blank = {r["ISO3166-1-Alpha-3"] for r in table if not r["UNTERM English Short"]}
    assert blank & members == {"CIV", "TUR"}


def test_names_of_193_members(record: Record) -> None:
    table = rows("country_names", "countrycode_un_names.csv")
    assert {r["iso3c"] for r in table} == record.un_members(date(2026, 1, 1))
    assert all(r["un.name.ar"] for r in table)
    # "All 193 have Arabic" is true of the official names; the short one of CLDR is missing for one.
    assert [r["iso3c"] for r in table if not r["cldr.short.ar"]] == ["FSM"]


def test_names_of_the_statistics_division_in_two_languages() -> None:
    """Both files name the areas of the table of codes, each once."""
    english, arabic = (rows("country_names", f"UNSD-{language}.csv") for language in ("en", "ar"))
    codes = [r["ISO3166-1-Alpha-3"] for r in rows("country_names", "country-codes.csv")]
    assert len(english) == len(arabic) == len(codes) == 249
    named = [{r["ISO-alpha3 Code"]: r["Country or Area"] for r in table} for table in (english, arabic)]
    assert named[0].keys() == named[1].keys() == set(codes)
    assert all(re.search(r"[\u0621-\u064a]", name) for name in named[1].values())
    assert not any("*" in name or "(the)" in name.casefold() for table in named for name in table.values())


def test_names_of_the_terms_database_carry_marks() -> None:
    """`*` marks observers and others that are no members; the article stands behind a name in English alone."""
    table = rows("country_names", "country-codes.csv")
    marked = {name: {r["ISO3166-1-Alpha-3"] for r in table if "*" in r[name]} for name in table[0]}
    unterm = {name for name in table[0] if name.startswith("UNTERM")}
    assert {name for name, states in marked.items() if states} == unterm
    assert set(map(frozenset, (marked[name] for name in unterm))) == {frozenset({"COK", "NIU", "PSE", "VAT"})}
    article = {name: sum("(the)" in r[name].casefold() for r in table) for name in table[0]}
    assert {name: number for name, number in article.items() if number} == {"UNTERM English Short": 25}
    # Whoever reads them finds the state nevertheless.
    for row in table:
        if "*" in row["UNTERM English Short"] or "(the)" in row["UNTERM English Short"]:
            assert find_state(row["UNTERM English Short"]) == row["ISO3166-1-Alpha-3"]


def test_names_codes_that_are_patterns() -> None:
    table = rows("country_names", "un_member_admission_year_from_country_converter.csv")
    patterns = {r["ISO3"]: r["ISO2"] for r in table if not re.fullmatch(r"[A-Z]{2}", r["ISO2"])}
    assert patterns == {"GRC": "^GR$|^EL$", "GBR": "^GB$|^UK$"}
    # "YEAR of UN admission only": no cell is more.
    assert all(re.fullmatch(r"\d{4}", r["UNmember"]) for r in table)


def test_names_namibia_is_no_missing_value() -> None:
    (namibia,) = [r for r in rows("country_names", "country-codes.csv") if r["ISO3166-1-Alpha-3"] == "NAM"]
    assert namibia["ISO3166-1-Alpha-2"] == "NA"


def test_names_regional_groups_hold_four_states_twice() -> None:
    told = {}
    for path in (MATERIAL / "country_names" / "regional_groups").glob("*.yaml"):
        told[path.stem] = set(re.findall(r"^- id: '?([A-Z]{2})'?$", path.read_text("utf-8"), re.MULTILINE))
    assert len(told["ASIAPACIFICGROUP"]) == 58
    others = set().union(*(told[name] for name in told if name != "ASIAPACIFICGROUP"))
    assert told["ASIAPACIFICGROUP"] & others == {"AM", "AZ", "AU", "NZ"}


@pytest.fixture(scope="module")
def excerpts() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((MATERIAL / "pages_excerpts" / "arria_upr_membership.json").read_text("utf-8"))
    return found


def test_excerpts_name_meetings_and_members_of_the_record(record: Record, excerpts: dict[str, Any]) -> None:
    assert len(excerpts["arria"]) == 4
    for meeting in excerpts["arria"]:
        by = {find_state(name) for name in meeting.get("convened_by", ())}
        assert any(by <= set(m.conveners) for m in record.arria(when=Interval.parse(meeting["date"]))), meeting["date"]
    for term in ("2024-2025", "2025-2026"):
        names = {find_state(name) for name in excerpts["sc_membership_current"][term]}
        began = date(int(term[:4]), 1, 1)
        assert names == {t.state for t in record.council_members(began) if t.first == began}


def test_excerpts_session_lists_are_those_of_the_record(record: Record, excerpts: dict[str, Any]) -> None:
    lists = {s["session"]: {find_state(name) for name in s["states"]} for s in excerpts["upr_sessions"]}
    assert list(lists) == [4, 17, 36, 40, 41, 48]
    members = record.un_members(date(2025, 1, 1))
    for session, states in lists.items():
        assert states == {
            s for s in members for v in record.reviews(s) if v.session == session and v.status == "reviewed"
        }


def test_files_of_each_folder() -> None:
    def files(folder: str, pattern: str) -> int:
        return len(list((MATERIAL / folder).glob(pattern)))

    assert files("sc_meetings_scact_html", "*.html") == 79
    assert files("treaties_wpdl_2022", "*.csv") == 18
    assert files("sanctions_un", "*.xml") == 7


def test_upr_info_regional_groups_and_sessions() -> None:
    groups = {"Asia": 54, "Africa": 54, "GRULAC": 33, "WEOG": 29, "EEG": 23}
    assert count(rows("upr_uprinfo", "derived_regional_groups.csv"), "To-Rgrp") == groups
    assert len(rows("upr_uprinfo", "sessions.csv")) == 305


def test_resolution_index_variables() -> None:
    # "84 variables": the codebook has 82, each of them once.
    assert len({r["varname"] for r in rows("sc_resolution_index", "CR-UNSC_Variables.csv")}) == 82
    assert len(rows("sc_resolution_index", "CR-UNSC_Variables.csv")) == 82


def test_unattributed_vetoes_against_the_record(record: Record) -> None:
    path = MATERIAL / "vetoes_wpdl" / "vetoes_2022_2025_unattributed.json"
    listed = json.loads(path.read_text("utf-8"))["rows"]
    told = {
        (r["date"], r["draft"].split()[0], *sorted(find_state(name) or name for name in r["vetoed_by"])) for r in listed
    }
    vetoes = record.vetoes(when=Interval.parse("2022-05-26/2025-09-18"))
    found = {(v.date.isoformat(), v.draft, *sorted(v.vetoed_by)) for v in vetoes}
    assert (len(listed), len(found)) == (19, 20)
    # S/2023/1029 is the draft to which the vetoed amendment was made.
    assert told - found == {("2023-12-22", "S/2023/1029", "USA")}
    assert found - told == {("2023-12-22", "oral amendment", "USA"), ("2025-02-24", "S/2025/116", "RUS")}


def test_roll_calls_numbers(record: Record) -> None:
    numbers = [int(call.call) for call in record.roll_calls() if call.when.last and call.when.last <= date(2020, 1, 31)]
    assert (min(numbers), max(numbers), len(numbers)) == (3, 9147, 6203)


def test_vetoed_drafts_of_the_votes_by_member() -> None:
    assert len(rows("sc_votes_oliverunv", "derived_vetoed_drafts_1994_2025.csv")) == 67
