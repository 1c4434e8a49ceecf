"""The data behind the pages of the record, held against the record itself."""

from __future__ import annotations

import threading
from datetime import date

import pytest

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.web.record_pages.facts import (
    arria,
    audits,
    council_day,
    decision,
    decisions,
    extents,
    reviews,
    sanctions,
    states,
    treaties,
    vetoes,
    votes,
)
from mahdar.web.record_pages.facts.decisions import Sought
from mahdar.web.record_pages.facts.once import once
from mahdar.web.record_pages.facts.sourced import SOURCE
from mahdar.web.state import State


@pytest.fixture(scope="module")
def record(state: State) -> Record:
    return state.record


def count(record: Record, table: str, test: str) -> int:
    return int(record.relation(table).filter(test).count("*").fetchall()[0][0])


# -- once
def test_what_is_kept_is_made_once_even_by_many_threads(record: Record) -> None:
    made: list[str] = []

    @once()
    def slow(record: Record, name: str) -> str:
        made.append(name)
        return name * 2

    threads = [threading.Thread(target=slow, args=(record, "a")) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert slow(record, "a") == "aa"
    assert made == ["a"]


def test_only_so_many_are_kept_and_the_oldest_goes(record: Record) -> None:
    made: list[int] = []

    @once(2)
    def number(record: Record, n: int) -> int:
        made.append(n)
        return n

    for n in (1, 2, 3, 3, 2, 1):
        assert number(record, n) == n
    assert made == [1, 2, 3, 1]


# -- the Council on a day
def test_the_council_sits_in_english_order_from_its_president_on(record: Record) -> None:
    day = council_day.council_on(record, date(2022, 5, 26))
    sat = [member["state"] for member in day["members"]]
    assert sat == [
        *("USA", "ALB", "BRA", "CHN", "FRA", "GAB", "GHA", "IND"),
        *("IRL", "KEN", "MEX", "NOR", "RUS", "ARE", "GBR"),
    ]
    assert [member["presides"] for member in day["members"]] == [True] + [False] * 14
    assert (day["size"], day["majority"], day["president"]) == (15, 9, "USA")
    assert {row["symbol"] for row in day["decided"]} >= {"S/2022/431", "S/RES/2631 (2022)"}
    assert all(row["date"] == "2022-05-26" for row in day["met"])
    assert day["before"]["date"] < "2022-05-26" < day["after"]["date"]


def test_the_council_had_eleven_members_in_the_missile_crisis(record: Record) -> None:
    day = council_day.council_on(record, date(1962, 10, 25))
    assert (day["size"], day["majority"], len(day["members"])) == (11, 7, 11)
    assert day["president"] == "SUN"
    assert day["members"][0]["state"] == "SUN"


def test_before_the_council_there_was_nobody(record: Record) -> None:
    day = council_day.council_on(record, date(1945, 6, 26))
    assert day["members"] == []
    assert day["before"] is None
    assert day["after"] is not None


# -- decisions
def test_decisions_are_found_by_outcome_topic_vote_and_time(record: Record) -> None:
    found = decisions.decisions(record, Sought(outcome="vetoed", topic="PRK", when=Interval.parse("2022")))
    assert [row["symbol"] for row in found] == ["S/2022/431"]
    against = decisions.decisions(record, Sought(state="RUS", way="no", topic="PRK"))
    assert "S/2022/431" in {row["symbol"] for row in against}
    assert all(row["_row"].votes["RUS"] == "no" for row in against)


def test_decisions_come_newest_first_and_each_has_its_source(record: Record) -> None:
    for body in decisions.BODIES:
        rows = decisions.decisions(record, Sought(body))
        assert [row["date"] for row in rows] == sorted((row["date"] for row in rows), reverse=True)
        assert all(set(SOURCE) <= set(row) and row["publisher"] and row["link"] for row in rows)


def test_words_are_looked_for_in_symbol_and_title(record: Record) -> None:
    assert "S/RES/2397 (2017)" in {r["symbol"] for r in decisions.decisions(record, Sought(words="res/2397"))}
    assert decisions.decisions(record, Sought(words="no such words in any title")) == []


# -- vetoes
def test_vetoes_by_year_add_up_to_the_vetoes_of_the_record(record: Record) -> None:
    rows = vetoes.vetoes(record)
    assert len(rows) == len(record.vetoes())
    by_year = vetoes.by_year(record)
    assert list(by_year) == list(range(min(by_year), max(by_year) + 1))
    assert {seat: sum(year[seat] for year in by_year.values()) for seat in vetoes.SEATS} == vetoes.totals(rows)


def test_the_soviet_seat_counts_with_the_russian_one(record: Record) -> None:
    rows = vetoes.vetoes(record, by="RUS")
    assert {code for row in rows for code in row["vetoed_by"]} >= {"RUS", "SUN"}
    assert {code for row in vetoes.vetoes(record, by="SUN") for code in row["vetoed_by"]} & {"RUS"} == set()
    assert [row["symbol"] for row in vetoes.vetoes(record, topic="PRK", when=Interval.parse("2022"))] == ["S/2022/431"]


# -- informal meetings, sanctions, reviews
def test_informal_meetings_by_convener(record: Record) -> None:
    rows = arria.meetings(record, state="DEU", topic="SYR")
    assert rows
    assert all("DEU" in row["conveners"] + row["co_hosts"] for row in rows)
    assert sum(arria.by_year(record).values()) == len(arria.meetings(record))


def test_regimes_and_entries_of_the_list(record: Record) -> None:
    regime = next(row for row in sanctions.regimes(record) if "PRK" in row["target"])
    assert regime["symbol"] == "S/RES/1718 (2006)"
    entries = sanctions.listings(record, state="PRK", kind="entity")
    assert entries
    assert {row["kind"] for row in entries} == {"entity"}
    one = entries[0]
    assert one in sanctions.listings(record, words=one["reference"].lower())
    years = sanctions.listed_by_year(record)
    assert sum(sum(year.values()) for year in years.values()) == count(record, "sanctions_listings", "true")


def test_every_review_stands_once_with_its_count(record: Record) -> None:
    rows = reviews.reviews(record)
    assert len(rows) == count(record, "upr_reviews", "true")
    first = reviews.reviews(record, state="BHR", cycle=1)[0]
    assert (first["session"], first["when"], first["received"]) == (1, "2008-04-07", 12)
    assert all(row["received"] is None for row in rows if row["status"] != "reviewed")


def test_ways_of_counting_recommendations_are_not_mixed(record: Record) -> None:
    found = reviews.countings(record)
    assert sum(c["states"] for cycles in found.values() for c in cycles.values()) == count(
        record, "upr_recommendations", "true"
    )
    best = next(iter(found.values()))
    assert best[1]["received"] >= best[1]["supported"]


# -- states and treaties
def test_states_have_both_names_and_their_counts(record: Record) -> None:
    rows = {row["state"]: row for row in states.states(record)}
    assert rows["PRK"]["name_ar"] == "جمهورية كوريا الشعبية الديمقراطية"
    assert rows["USA"]["vetoes"] == len(record.vetoes(by="USA"))
    assert rows["SUN"]["member"] is False
    assert all(row["name_en"] != code for code, row in rows.items())


def test_a_treaty_counts_only_where_the_record_is_complete(record: Record) -> None:
    rows = {row["treaty"]: row for row in treaties.treaties(record)}
    standings = treaties.standings(record, "iccpr")
    assert rows["iccpr"]["parties"] == sum(row["standing"] == "party" for row in standings)
    assert rows["iccpr"]["parties"] == treaties.bound_by_year(record, "iccpr")[-1][1]
    assert rows["genocide"]["parties"] is None
    korea = next(row for row in standings if row["state"] == "PRK")
    assert korea["standing"] == "party"
    assert korea["since"] == "1981-09-14"


# -- votes
def test_the_square_of_agreement_is_that_of_the_analysis(record: Record) -> None:
    from mahdar.analysis.agreement import agreement_with
    from mahdar.analysis.matrix import read_votes
    from mahdar.record.ballots import ballots

    span = votes.Years(2015, 2016)
    plain = agreement_with(read_votes(ballots(record, "council"), "council", span.interval), "RUS", ["CHN", "USA"], 50)
    asked = votes.square(record, "council", span, ["RUS", "CHN", "USA", "PRK"])
    assert asked[0][1:3] == [row["agreement"] for row in sorted(plain.rows, key=lambda row: str(row["state"]))]
    assert asked[0][3] is None
    assert asked[1][0] == asked[0][1]


def test_states_of_one_region_stand_nearer_than_the_farthest(record: Record) -> None:
    spots, shown = votes.plane_of(record, "assembly", votes.Years(2011, 2020))
    at = {spot.state: (spot.x, spot.y) for spot in spots}
    near = sum((a - b) ** 2 for a, b in zip(at["FRA"], at["DEU"], strict=True))
    far = sum((a - b) ** 2 for a, b in zip(at["USA"], at["PRK"], strict=True))
    assert near < far / 50
    assert 0.5 < shown < 1


def test_ideal_points_are_those_of_the_analysis_with_names(record: Record) -> None:
    rows = votes.with_names(votes.ideal_points(record, 70).rows)
    america = next(row for row in rows if row["state"] == "USA")
    assert america["point"] > 1
    assert america["name_en"] == "United States"


# -- one decision
def test_a_decision_has_its_votes_its_sources_and_their_contradiction(record: Record) -> None:
    told = decision.look_up(record, "s/2022/431")
    one = told["decided"][0]
    assert (one["yes"], one["no"], one["abstain"], one["vetoed_by"]) == (13, 2, 0, ["CHN", "RUS"])
    assert len(one["votes"]["yes"]) == 13
    assert one["table"][0]["state"] == one["president"] == "USA"
    assert {row["state"] for row in one["table"] if row["veto"]} == {"CHN", "RUS"}
    assert {row["standing"] for row in told["sources"]} == {"preferred", "misprint: 2 vetoes but 0 votes against"}
    assert any(finding["severity"] == "misprint" for finding in told["contradictions"])


def test_a_resolution_leads_to_its_neighbours_and_an_unknown_one_to_what_may_be_meant(record: Record) -> None:
    told = decision.look_up(record, "S/RES/2397")
    assert (told["before"], told["after"]) == ("S/RES/2396 (2017)", "S/RES/2398 (2018)")
    missing = decision.look_up(record, "S/RES/3297")
    assert missing["found"] is False
    assert missing["coverage"]


def test_an_assembly_resolution_has_every_member(record: Record) -> None:
    one = decision.look_up(record, "A/RES/66/253")["decided"][0]
    assert sum(len(states) for states in one["votes"].values()) == 193
    assert len(one["votes"]["no"]) == one["no"] == 12


# -- audit and coverage
def test_findings_by_rule_kind_and_subject(record: Record) -> None:
    rows = audits.findings(record)
    assert {row["severity"] for row in rows} <= {"contradiction", "disagreement", "misprint"}
    assert sum(rule["findings"] for rule in audits.rules(record)) == len(rows)
    about = audits.findings(record, about="S/2022/431")
    assert about
    assert all("S/2022/431" in row["said_en"] for row in about)
    assert audits.findings(record, rule="no-such-rule") == []


def test_coverage_is_what_the_tables_declare(record: Record) -> None:
    tables = {table["table"]: table for table in extents.tables(record)}
    for table in ("council_decisions", "treaty_actions"):
        assert len(tables[table]["declared"]) == len(extents_of(record, table))
        assert tables[table]["rows"] == count(record, table, "true")
    assert {row["table"] for row in extents.rows(record)} == set(tables)


def extents_of(record: Record, table: str) -> list[object]:
    rows = record.store.connection.execute('SELECT * FROM coverage WHERE "table" = ?', [table]).fetchall()
    return list(rows)
