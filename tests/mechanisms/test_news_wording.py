"""Wordings of the news that once made a true sentence look false: each with the claim that it tells."""

from __future__ import annotations

import pytest

from mahdar.model import Claim
from tests.held import judged, one

VOTE, VETO, REGIME = "council.vote", "council.veto", "sanctions.regime"
MEMBER, PRESIDENCY, LISTING = "council.member", "council.presidency", "sanctions.listing"


def told(sentence: str, kind: str, published: str) -> list[Claim]:
    """The claims of a kind in a sentence."""
    return [claim for claim in judged(sentence, published) if claim.kind == kind]


@pytest.mark.parametrize(
    ("sentence", "published", "yes", "no"),
    [
        ("A Russian draft on Aleppo was rejected by the Security Council on Saturday by nine votes to four.",
         "2016-10-10", 4, 9),
        ("The Security Council voted down a Russian draft on the strikes on Syria on Saturday by eight votes to three.",
         "2018-04-16", 8, 3),
        ("رفض مجلس الأمن السبت مشروع قرار روسيا بشأن حلب بتسعة أصوات مقابل أربعة.", "2016-10-10", 4, 9),
        ("The Security Council rejected a Jordanian draft on Palestine on 30 December by eight votes to two.",
         "2014-12-31", 8, 2),
    ],
)  # fmt: skip
def test_what_is_rejected_by_so_many_to_so_many_may_stand_either_way(
    sentence: str, published: str, yes: int, no: int
) -> None:
    claim = one(sentence, VOTE, published)
    assert (claim.args["yes"], claim.args["no"], claim.verdict) == (yes, no, "supported")


def test_counts_that_fit_neither_way_are_not_borne_out() -> None:
    claim = one("The Security Council rejected a Russian draft on Aleppo on 8 October 2016 by 12 votes to three.", VOTE)
    assert claim.verdict != "supported"


def test_a_failed_text_is_not_held_against_what_was_adopted_that_day() -> None:
    sentence = "A Yugoslav draft failed in the Security Council on 29 September 1950 by nine votes to one."
    assert "refuted" not in [claim.verdict for claim in told(sentence, VOTE, "1950-10-01")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The United States declined to veto the Security Council resolution on settlements on Friday.",
        "The United States stopped short of vetoing the Security Council resolution on settlements on Friday.",
        "أحجمت الولايات المتحدة الجمعة عن استخدام حق النقض في مجلس الأمن ضد قرار الاستيطان.",
    ],
)
def test_a_veto_forgone_is_none(sentence: str) -> None:
    found = told(sentence, VETO, "2016-12-28")
    assert not {"refuted", "conflicting"} & {claim.verdict for claim in found}
    assert all(claim.negated for claim in found)


def test_the_presidency_passes_to_the_second_state_on_the_day_that_lies_behind() -> None:
    claim = one("انتقلت رئاسة مجلس الأمن الخميس من سويسرا إلى الإمارات.", PRESIDENCY, "2023-06-04")
    assert (claim.args["state"], claim.args["at"], claim.verdict) == ("ARE", "2023-06-01", "supported")


def test_a_weekday_of_a_presidency_to_come_lies_ahead() -> None:
    claim = one("Japan takes over the presidency of the Security Council on Friday.", PRESIDENCY, "2024-02-28")
    assert (claim.args["at"], claim.verdict) == ("2024-03-01", "supported")


def test_an_adoption_behind_a_plan_is_past() -> None:
    sentence = "Iran will remain bound by Security Council resolution 2231, adopted unanimously on Monday."
    verdicts = [claim.verdict for claim in told(sentence, VOTE, "2015-07-22")]
    assert verdicts == ["supported"]


def test_votes_that_the_record_leaves_open_are_no_conflict() -> None:
    sentence = (
        "Belarus sided with Russia in voting against the General Assembly's resolution on Ukraine on 12 October 2022; "
        "China, India and South Africa abstained."
    )
    assert "conflicting" not in [claim.verdict for claim in told(sentence, "assembly.vote", "2022-10-14")]


@pytest.mark.parametrize(
    ("sentence", "published", "verdict"),
    [
        ("Eritrea has not been under UN sanctions since 2018.", "2024-11-30", "supported"),
        ("Eritrea has not been under UN sanctions since 2015.", "2024-11-30", "refuted"),
        ("Liberia is no longer under the UN sanctions imposed in 2003.", "2019-02-01", "supported"),
    ],
)
def test_no_sanctions_since_a_year_speaks_of_the_years_behind_it(sentence: str, published: str, verdict: str) -> None:
    claim = one(sentence, REGIME, published)
    assert (claim.negated, claim.verdict) == (True, verdict)


def test_what_will_last_is_not_what_has_lasted() -> None:
    sentence = "Iran will remain subject to UN sanctions for five years."
    assert "conflicting" not in [claim.verdict for claim in told(sentence, REGIME, "2015-07-22")]


def test_the_sanctions_on_a_part_of_yugoslavia_are_not_denied() -> None:
    sentence = "The Security Council imposed sanctions on Serbia and Montenegro on 30 May 1992."
    assert "refuted" not in [claim.verdict for claim in told(sentence, REGIME, "1992-06-01")]


def test_a_name_listed_first_as_an_alias_is_not_contradicted() -> None:
    template = "The Security Council added the Nusra Front to the UN sanctions list in {}."
    assert one(template.format("May 2013"), LISTING, "2013-06-01").verdict == "not-enough-evidence"
    assert one(template.format("May 2009"), LISTING, "2013-06-01").verdict == "conflicting"


@pytest.mark.parametrize(
    "sentence",
    [
        "The United States vetoed Angola's admission to the United Nations on 23 June 1976.",
        "استخدم الاتحاد السوفياتي الفيتو في 30 تشرين الثاني/نوفمبر 1961 ضد قبول الكويت عضوا في الأمم المتحدة.",
    ],
)
def test_whom_a_veto_kept_out_is_not_said_to_be_a_member(sentence: str) -> None:
    assert not told(sentence, "un.member", "1976-06-25")


@pytest.mark.parametrize(
    ("sentence", "published", "verdict"),
    [
        ("Canada failed to win a seat on the Security Council on Tuesday.", "2010-10-15", "supported"),
        ("Italy failed to win a seat on the Security Council on Tuesday.", "2016-06-29", "not-enough-evidence"),
        ("Germany failed to win a seat on the Security Council on Tuesday.", "2010-10-15", "not-enough-evidence"),
    ],
)
def test_a_failure_in_one_ballot_leaves_the_next_open(sentence: str, published: str, verdict: str) -> None:
    claim = one(sentence, MEMBER, published)
    assert (claim.negated, claim.verdict) == (True, verdict)


def test_the_votes_of_the_economic_and_social_council_are_its_own() -> None:
    sentence = "The Economic and Social Council removed Iran by 29 votes to eight on 14 December 2022."
    assert not told(sentence, VOTE, "2022-12-15")


@pytest.mark.parametrize(
    ("sentence", "published", "states"),
    [
        ("Indonesia defeated the Maldives and was elected to the Security Council on Friday.", "2018-06-10", set()),
        ("Malaysia shared a term with Czechoslovakia and sits on the Security Council.", "1965-06-01", set()),
        ("Indonesia and Belgium were elected to the Security Council on Friday.", "2018-06-10", {"IDN", "BEL"}),
    ],
)
def test_the_object_of_another_verb_has_no_seat(sentence: str, published: str, states: set[str]) -> None:
    assert {claim.args["state"] for claim in told(sentence, MEMBER, published)} == states


@pytest.mark.parametrize("published", ["2025-03-02", "2025-03-05"])
def test_a_day_of_a_month_is_not_moved_by_a_week(published: str) -> None:
    sentence = "لم تصوت أي دولة ضد القرار 2774 الذي اعتمده مجلس الأمن في 24 شباط/فبراير، وامتنعت خمس دول."
    claim = one(sentence, VOTE, published)
    assert (claim.args["at"], claim.verdict) == ("2025-02-24", "supported")
