"""What the words around a claim make of it: false, ahead, nearly done, denied by "no"; the first, the last, alone."""

from __future__ import annotations

from datetime import date

import pytest

from mahdar.checking.caution import other_reading
from mahdar.edtf import Interval
from tests.held import judged, kinds, one

VETO = "council.veto"
_DAY_2017 = "on 12 April 2017"


def verdicts(text: str, kind: str, published: str | None = None) -> set[str]:
    """The verdicts on all claims of a kind in a text."""
    return {claim.verdict for claim in judged(text, published) if claim.kind == kind}


# -- told as false
@pytest.mark.parametrize(
    ("text", "kind", "verdict"),
    [
        (f"It is false that Russia vetoed a draft on Syria {_DAY_2017}.", VETO, "refuted"),
        (f"It is not true that Russia vetoed a draft on Syria {_DAY_2017}.", VETO, "refuted"),
        (f"The claim that Russia vetoed a draft on Syria {_DAY_2017} is false.", VETO, "refuted"),
        (f"Reports that Russia vetoed a draft on Syria {_DAY_2017} are untrue.", VETO, "refuted"),
        (f"It is false that Russia did not veto a draft on Syria {_DAY_2017}.", VETO, "supported"),
        ("It is untrue that Egypt is a party to the ICCPR.", "treaty.party", "refuted"),
        ("It is not true that South Sudan is a member of the United Nations.", "un.member", "refuted"),
        ("It is untrue that the Security Council has 20 members.", "council.size", "supported"),
        ("It is false that Security Council resolution 1973 was adopted in 2012.", "council.resolution", "supported"),
        ("It is false that Security Council resolution 1973 was adopted in 2011.", "council.resolution", "refuted"),
        ("من الخطأ القول إن روسيا استخدمت الفيتو ضد مشروع قرار بشأن سوريا في 12 نيسان 2017.", VETO, "refuted"),
        ("ليس صحيحا أن روسيا استخدمت الفيتو ضد مشروع قرار بشأن سوريا في 12 نيسان 2017.", VETO, "refuted"),
        ("القول إن روسيا استخدمت الفيتو ضد مشروع قرار بشأن سوريا في 12 نيسان 2017 غير صحيح.", VETO, "refuted"),
        ("غير صحيح أن مصر طرف في العهد الدولي الخاص بالحقوق المدنية والسياسية.", "treaty.party", "refuted"),
        ("لا صحة للقول إن مجلس الأمن اعتمد القرار 1973 عام 2011.", "council.resolution", "refuted"),
    ],
)
def test_what_is_called_false_is_denied(text: str, kind: str, verdict: str) -> None:
    assert one(text, kind, None).verdict == verdict


def test_what_only_stands_in_a_frame_of_falsehood_is_not_denied() -> None:
    text = "It is false that Russia vetoed resolution 1973."
    assert one(text, VETO, None).verdict == "supported"
    assert "refuted" not in verdicts(text, "council.resolution")
    assert not kinds("It is false that Secretary-General Antonio Guterres resigned.", None)


def test_a_frame_of_falsehood_ends_with_its_clause() -> None:
    text = "It is false that Japan is a member of the Security Council, but Malta is a member of the Security Council."
    told = {c.args["state"]: c.verdict for c in judged(text, "2024-01-15") if c.kind == "council.member"}
    assert told == {"JPN": "refuted", "MLT": "supported"}


@pytest.mark.parametrize(
    ("text", "kind", "verdict"),
    [
        ("The Security Council held no meeting on Syria in 2016.", "council.meeting", "refuted"),
        ("Russia cast no veto on Syria in 2017.", VETO, "refuted"),
        ("Russia cast no vetoes in 2013.", VETO, "supported"),
        ("The Security Council held no fewer than two meetings on Syria in 2016.", "council.meeting", "supported"),
        ("The Security Council held a meeting on Syria in 2016, and no one left.", "council.meeting", "supported"),
        ("The Security Council met on Syria in 2016 with no end in sight.", "council.meeting", "supported"),
        ("The Security Council met on Syria in 2016 with no meeting planned.", "council.meeting", "supported"),
        (f"Russia vetoed a draft on Syria {_DAY_2017}, with no resolution in sight.", VETO, "supported"),
    ],
)
def test_no_before_the_noun_denies_the_deed(text: str, kind: str, verdict: str) -> None:
    assert one(text, kind, None).verdict == verdict


# -- nearly done, or done only if
@pytest.mark.parametrize(
    "text",
    [
        "Russia almost vetoed the draft on Sudan on 8 March 2024.",
        "Russia nearly used its veto on 8 March 2024 against the draft on Sudan.",
        "Russia came close to vetoing the draft on Sudan on 8 March 2024.",
        "Had Russia vetoed the Sudan draft on 8 March 2024, the war would have gone on.",
        "Were Russia to veto the draft on Sudan on 8 March 2024, talks would end.",
        "Egypt almost ratified the Rome Statute in 2002.",
        "كادت روسيا تستخدم الفيتو ضد مشروع القرار بشأن السودان في 8 آذار/مارس 2024.",
        "أوشكت روسيا على استخدام الفيتو ضد مشروع القرار بشأن السودان في 8 آذار/مارس 2024.",
        "كادت مصر تصادق على نظام روما الأساسي عام 2002.",
    ],
)
def test_what_nearly_came_about_is_no_claim(text: str) -> None:
    assert not kinds(text, None) & {VETO, "treaty.party"}


@pytest.mark.parametrize(
    "text",
    [
        f"Almost all members spoke before Russia vetoed a draft on Syria {_DAY_2017}.",
        f"Nearly a year after the attack, Russia vetoed a draft on Syria {_DAY_2017}.",
        "On 12 April 2017 Russia had vetoed a draft on Syria.",
    ],
)
def test_almost_and_had_elsewhere_leave_the_deed(text: str) -> None:
    assert one(text, VETO, None).verdict == "supported"


# -- ahead
@pytest.mark.parametrize(
    "text",
    [
        "Russia will veto the draft next week.",
        "Russia is going to veto the draft on Syria.",
        "Russia will be suspended from the Human Rights Council.",
        "Japan will be a member of the Security Council.",
        "South Sudan will become a member of the United Nations.",
        "The Security Council will adopt a resolution on Sudan next week.",
        "The Human Rights Council will adopt a resolution on Iran next week.",
        "The United States will rejoin the Human Rights Council.",
        "سيستخدم الفيتو الروسي غدا في مجلس الأمن.",
        "سوف تستخدم روسيا حق النقض ضد مشروع القرار بشأن سوريا.",
        "اليابان ستصبح عضوا في مجلس الأمن.",
        "سيعتمد مجلس الأمن قرارا بشأن السودان الأسبوع المقبل.",
    ],
)
def test_without_a_day_of_publication_nothing_ahead_is_decided(text: str) -> None:
    found = judged(text, None)
    assert found
    assert {claim.verdict for claim in found} == {"not-enough-evidence"}


@pytest.mark.parametrize(
    ("text", "kind", "published", "verdict"),
    [
        ("Japan will be a member of the Security Council.", "council.member", "2022-06-15", "supported"),
        ("South Sudan will become a member of the United Nations.", "un.member", "2011-07-01", "supported"),
        ("South Sudan will become a member of the United Nations.", "un.member", "2015-07-01", "not-enough-evidence"),
        ("Russia will veto the draft on Syria.", VETO, "2017-04-10", "supported"),
        ("Russia will veto the draft on Syria.", VETO, "2024-04-05", "not-enough-evidence"),
        ("Russia will veto the draft on Syria on Wednesday.", VETO, "2017-04-11", "supported"),
        ("Russia will be suspended from the Human Rights Council.", "rights_council.member", "2022-04-05", "supported"),
    ],
)
def test_what_is_ahead_is_borne_out_by_what_came_of_it(text: str, kind: str, published: str, verdict: str) -> None:
    assert verdicts(text, kind, published) == {verdict}


def test_a_fact_of_before_is_no_end_of_what_is_ahead() -> None:
    text = "Russia will be suspended from the Human Rights Council."
    assert verdicts(text, "rights_council.member", "2024-04-05") == {"not-enough-evidence"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Malta, which is a member of the Security Council, will host talks.", "council.member"),
        ("Egypt is a party to the ICCPR and will present its report.", "treaty.party"),
        ("South Sudan, a member of the United Nations since 2011, will hold elections.", "un.member"),
        ("North Korea, under UN sanctions since 2006, will launch a satellite.", "sanctions.regime"),
        ("Secretary-General Antonio Guterres will visit Sudan.", "official.holds"),
        ("The 15-member Security Council will vote on Gaza.", "council.size"),
        ("Against the will of the majority, Russia vetoed a draft on Syria on 12 April 2017.", VETO),
    ],
)
def test_what_is_so_already_stays_so_beside_what_is_ahead(text: str, kind: str) -> None:
    assert one(text, kind, "2024-02-15").verdict == "supported"


def test_a_deed_that_has_its_own_day_is_judged_by_it_though_told_ahead() -> None:
    assert one("Russia will veto a draft on Syria on 12 April 2017.", VETO, None).verdict == "supported"


# -- the first, the last, alone
@pytest.mark.parametrize(
    ("text", "published", "verdict"),
    [
        ("The US last used its veto in 2011.", None, "not-enough-evidence"),
        ("The US last used its veto in 2011.", "2013-01-01", "supported"),
        ("The US last used its veto in 2011.", "2020-01-01", "conflicting"),
        ("France last used its veto in 1989.", "2020-01-01", "supported"),
        ("استخدمت الولايات المتحدة الفيتو آخر مرة عام 2011.", "2020-01-01", "conflicting"),
        ("Russia cast its first veto on Syria in 2017.", "2024-01-01", "conflicting"),
        ("Russia cast its first veto on Syria on 4 October 2011.", "2024-01-01", "supported"),
        ("China used its veto for the first time in 2007.", "2024-01-01", "conflicting"),
        ("استخدمت الصين الفيتو لأول مرة عام 2007.", "2024-01-01", "conflicting"),
        (f"Russia vetoed a draft on Syria {_DAY_2017} for the first time since 2016.", "2024-01-01", "supported"),
        ("Russia vetoed a draft on Syria last year.", "2024-01-01", "supported"),
        ("Russia alone vetoed the draft on Syria on 4 February 2012.", None, "conflicting"),
        ("Only Russia vetoed the draft on Syria on 4 February 2012.", None, "conflicting"),
        ("Only Russia and China vetoed the draft on Syria on 4 February 2012.", None, "supported"),
        (f"Russia alone vetoed the draft on Syria {_DAY_2017}.", None, "supported"),
        (
            "استخدمت روسيا وحدها الفيتو ضد مشروع القرار بشأن كوريا الشمالية في 26 أيار/مايو 2022.",
            None,
            "conflicting",
        ),
        ("استخدمت روسيا بمفردها الفيتو ضد مشروع القرار بشأن سوريا في 12 نيسان/أبريل 2017.", None, "supported"),
    ],
)
def test_the_first_the_last_and_the_only_veto_are_counted(text: str, published: str | None, verdict: str) -> None:
    assert one(text, VETO, published).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Only the United States abstained in the Security Council vote on resolution 2728.", "supported"),
        ("Only Russia voted against a Security Council draft on Syria on 4 February 2012.", "conflicting"),
        ("China and Russia voted against a Security Council draft on Syria on 4 February 2012.", "supported"),
    ],
)
def test_who_alone_voted_so_is_held_against_the_tally(text: str, verdict: str) -> None:
    assert one(text, "council.vote", "2024-06-01").verdict == verdict


def test_what_the_record_does_not_count_is_not_borne_out_as_the_first() -> None:
    claim = one("The Security Council held its first meeting on Syria in 2011.", "council.meeting", "2024-01-01")
    assert claim.verdict == "not-enough-evidence"
    assert claim.citations
    assert one("The Security Council held a meeting on Syria in 2011.", "council.meeting").verdict == "supported"


# -- days in digits
@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Russia vetoed a draft on Syria on 04/10/2018.", "not-enough-evidence"),
        ("Russia vetoed a draft on Syria on 4.10.2018.", "not-enough-evidence"),
        ("Russia vetoed a draft on Syria on 10/04/2018.", "supported"),
        ("Russia vetoed a draft on Syria on 13/04/2018.", "refuted"),
        ("Russia did not veto a draft on Syria on 10/04/2018.", "not-enough-evidence"),
        ("Russia did not veto a draft on Syria on 10 April 2018.", "refuted"),
        ("استخدمت روسيا الفيتو ضد مشروع قرار بشأن سوريا في 4/12/2017.", "not-enough-evidence"),
        ("استخدمت روسيا الفيتو ضد مشروع قرار بشأن سوريا في 12/4/2017.", "supported"),
        ("استخدمت روسيا الفيتو ضد مشروع قرار بشأن سوريا في 5/3/2016.", "refuted"),
    ],
)
def test_digits_that_mean_two_days_refute_nothing(text: str, verdict: str) -> None:
    assert one(text, VETO, None).verdict == verdict


def test_only_digits_of_a_day_and_a_month_change_places() -> None:
    at = Interval.day(date(2018, 10, 4))
    assert other_reading(at, "04/10/2018") == Interval.day(date(2018, 4, 10))
    assert other_reading(at, "4 October 2018") is None
    assert other_reading(at, "2018-10-04") is None
    assert other_reading(Interval.day(date(2018, 4, 13)), "13/04/2018") is None
    assert other_reading(Interval.day(date(2018, 4, 4)), "04/04/2018") is None
