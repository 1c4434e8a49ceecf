"""Reviews, the Human Rights Council and mandates: rules that the tables must keep, and single facts."""

from __future__ import annotations

from datetime import date

import pytest

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import HrcDecision


def test_reviews_of_the_dprk(record: Record) -> None:
    held = [r for r in record.reviews("PRK") if r.held]
    assert [r.when.edtf() for r in held[:3]] == ["2009-12-07", "2014-05-01", "2019-05-09"]
    assert [r.cycle for r in held] == [1, 2, 3, 4]


@pytest.mark.parametrize(("cycle", "states"), [(1, 192), (2, 193), (3, 193)])
def test_every_member_was_reviewed_once_in_each_finished_cycle(record: Record, cycle: int, states: int) -> None:
    members = record.un_members(date(2021, 12, 31))
    reviews = [r for s in members for r in record.reviews(s) if r.held and r.cycle == cycle]
    assert len(reviews) == len({r.state for r in reviews}) == states


def test_a_review_lasts_no_longer_than_its_session(record: Record) -> None:
    for state in record.un_members(date(2021, 12, 31)):
        for review in record.reviews(state):
            days = review.when.days()
            assert days is not None
            assert days == 1 if review.day_known else days <= 16, review


def test_recommendations_are_not_fewer_than_those_supported_and_noted(record: Record) -> None:
    rows = [r for s in record.un_members(date(2021, 12, 31)) for r in record.recommendations(s)]
    assert len(rows) > 300
    for row in rows:
        if row.received is not None:
            assert (row.supported or 0) + (row.noted or 0) <= row.received + (row.partly or 0), row


@pytest.mark.parametrize("year", range(2007, 2027))
def test_the_human_rights_council_has_47_members(record: Record, year: int) -> None:
    assert len(record.hrc_members(date(year, 7, 15))) in ((46, 47) if year in (2011, 2018) else (47,))


def test_russia_left_the_human_rights_council_in_april_2022(record: Record) -> None:
    (term,) = [t for t in record.hrc_terms("RUS") if t.first <= date(2022, 3, 1) <= t.last]
    assert date(2022, 4, 6) <= term.last <= date(2022, 4, 7)
    assert term.end_reason


def test_resolutions_of_the_human_rights_council(record: Record) -> None:
    assert len(record.hrc_decisions("PRK")) > 12
    rejected = [d for d in record.hrc_decisions("CHN", Interval.parse("2022-10-06")) if d.outcome == "not-adopted"]
    assert [(d.yes, d.no, d.abstain) for d in rejected] == [(17, 19, 11)]


def test_tallies_of_the_human_rights_council_fit_47_members(record: Record) -> None:
    def cast(row: HrcDecision) -> int:
        return sum(n or 0 for n in (row.yes, row.no, row.abstain))

    rows = record.hrc_decisions()
    assert all(cast(row) <= 47 for row in rows)
    assert all(
        row.yes > row.no for row in rows if row.outcome == "adopted" and row.yes is not None and row.no is not None
    )


def test_commission_of_inquiry_on_the_dprk(record: Record) -> None:
    mandates = record.mandates("PRK", "commission-of-inquiry")
    assert "Michael Kirby" in {m.holder for m in mandates}
    assert all(m.symbol for m in mandates)


@pytest.mark.parametrize("number", range(1, 53))
def test_sessions_of_the_working_group_hold_their_reviews(record: Record, number: int) -> None:
    session = record.review_session(number)
    assert session is not None
    assert session.first <= session.last
    members = record.un_members(date(2021, 12, 31))
    reviews = [r for s in members for r in record.reviews(s) if r.session == number and r.held]
    assert len(reviews) >= 10
    for review in reviews:
        assert review.cycle == session.cycle
        assert review.when.within(Interval(session.first, session.last)), review


def test_there_is_no_session_beyond_the_last(record: Record) -> None:
    assert record.review_session(53) is None
