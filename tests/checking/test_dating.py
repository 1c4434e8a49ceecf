"""A report without a date is dated by what it says of the record."""

from __future__ import annotations

import pytest

from mahdar.checking import dating
from mahdar.checking.dating import Dating, Days, allowed_days, date_passage, told_too_early
from mahdar.checking.finding import find_all
from mahdar.checking.protocol import Found
from mahdar.edtf import Interval
from mahdar.record.access import Record
from tests.held import passage, record


def dated(text: str) -> Dating | None:
    return date_passage(find_all(passage(text)), record())


def test_a_seat_and_last_years_veto_leave_one_year() -> None:
    dating = dated(
        "ألبانيا حاليا عضو منتخب في مجلس الأمن. "
        "وكانت الصين وروسيا قد استخدمتا حق النقض ضد نص بشأن كوريا الشمالية في مايو من العام الماضي."
    )
    assert dating is not None
    assert dating.published.edtf() == "2023"
    assert {found.kind for found in dating.by} == {"council.member", "council.veto"}


def test_reviews_held_and_to_come_bound_it() -> None:
    dating = dated("North Korea has been reviewed twice under the Universal Periodic Review.")
    assert dating is not None
    assert dating.published.edtf() == "2014-05-01/2019-05-08"


def test_an_open_end_dates_nothing() -> None:
    assert dated("Security Council resolution 2397 was adopted in December 2017.") is None
    assert dated("الطقس معتدل.") is None


def test_what_contradicts_the_others_is_named_and_left_out() -> None:
    dating = dated(
        "Kenya, an elected member of the Security Council, spoke. Norway, an elected member of the Security Council, "
        "spoke too. Lithuania, an elected member of the Security Council, listened."
    )
    assert dating is not None
    assert [found.args["state"] for found in dating.against] == ["LTU"]
    assert dating.published.edtf() == "2021/2022"


def test_a_permanent_seat_and_a_denial_date_nothing() -> None:
    assert dated("Russia is a permanent member of the Security Council.") is None
    assert dated("Albania is not an elected member of the Security Council.") is None


def test_what_a_long_report_repeats_is_held_against_the_record_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(found: Found, held: Record) -> Days:
        asked.append(found.kind)
        return allowed_days(found, held)

    monkeypatch.setattr(dating, "allowed_days", counted)
    pair = "Albania is an elected member of the Security Council. Russia vetoed a draft resolution on Mali last year. "
    founds = find_all(passage(pair * 200))
    result = date_passage(founds, record())
    assert len(founds) >= 200
    assert len(asked) <= 40
    assert result is not None
    assert len(result.by) > 100


def test_days_in_both_of_two_sets() -> None:
    one = tuple(Interval.parse(text) for text in ("2001", "2003", "2005"))
    other = tuple(Interval.parse(text) for text in ("2001-06/2003-02", "2005-12/2007"))
    assert [both.edtf() for both in dating._intersect(one, other)] == [
        both.edtf() for a in one for b in other if (both := a.intersect(b)) is not None
    ]


def test_what_holds_for_ever_dates_nothing() -> None:
    """A treaty binds on: it bounds the day of publication on one side alone."""
    assert dated("مصر طرف في العهد الدولي الخاص بالحقوق المدنية والسياسية.") is None
    assert dated("Egypt is a party to the Convention on the Rights of the Child.") is None


@pytest.mark.parametrize(
    ("text", "published", "late"),
    [
        ("Russia and China vetoed a Security Council draft on North Korea on 26 May 2022.", "2019-05-01", True),
        ("Russia and China vetoed a Security Council draft on North Korea on 26 May 2022.", "2022-05-27", False),
        ("Russia and China vetoed a Security Council draft on North Korea on 26 May 2022.", "2022-05-26", False),
        ("اعتمد مجلس الأمن القرار 2397 بشأن كوريا الشمالية.", "2015-02-03", True),
        ("اعتمد مجلس الأمن القرار 2397 بشأن كوريا الشمالية.", "2018-02-03", False),
        ("North Korea is due for its fourth Universal Periodic Review in November 2024.", "2023-02-03", False),
    ],
)
def test_what_is_told_as_past_but_came_later_stands_against_the_date(text: str, published: str, late: bool) -> None:
    read = passage(text, published)
    days = Interval.parse(published)
    assert bool(told_too_early(find_all(read), days, record()).against) is late


@pytest.mark.parametrize(
    "text",
    [
        "Kofi Annan was Secretary-General of the United Nations. Russia vetoed a draft on Syria in April 2018. "
        "Egypt is a member of the Security Council.",
        "مصر عضو حاليا في مجلس الأمن. واستخدمت روسيا حق النقض ضد مشروع بشأن سوريا في نيسان/أبريل 2018.",
    ],
)
def test_no_report_is_older_than_what_it_tells_as_past(text: str) -> None:
    assert dated(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Uruguay was a member of the Security Council from 2016 to 2019.",
        "Uruguay was a member of the Security Council in 2016.",
        "كانت السنغال عضوا في مجلس الأمن من 2016 إلى 2019.",
    ],
)
def test_a_year_of_its_own_bounds_no_end(text: str) -> None:
    assert dated(text) is None


def test_a_time_told_as_past_leaves_a_later_date() -> None:
    dating = dated("Kenya is an elected member of the Security Council. Russia vetoed a draft on Mali in August 2023.")
    assert dating is None
    dating = dated("Albania is an elected member of the Council. The Security Council adopted resolution 2664 in 2022.")
    assert dating is not None
    assert dating.published.edtf() == "2022-12-09/2023-12-31"
