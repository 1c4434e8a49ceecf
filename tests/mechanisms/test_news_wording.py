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
        ("Indonesia defeated the Maldives and was elected to the Security Council on Friday.", "2018-06-10", {"IDN"}),
        ("Malaysia shared a term with Czechoslovakia and sits on the Security Council.", "1965-06-01", {"MYS"}),
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


RESOLUTION, DISCUSSED = "council.resolution", "council.discussed"


@pytest.mark.parametrize(
    ("sentence", "published", "kind", "topic", "at"),
    [
        (
            "The Security Council voted 14-0 on Thursday to lift sanctions on Iraq.",
            "2003-05-23",
            RESOLUTION,
            "IRQ",
            "2003-05-22",
        ),
        (
            "The Security Council voted 15-0 Saturday to demand an end to the attacks in Libya.",
            "2011-02-27",
            RESOLUTION,
            "LBY",
            "2011-02-26",
        ),
        (
            "صوت مجلس الأمن الأربعاء بأغلبية 12 صوتا مقابل صوتين على فرض عقوبات على إيران.",
            "2010-06-10",
            RESOLUTION,
            "IRN",
            "2010-06-09",
        ),
        (
            "The General Assembly voted 138-9 on Thursday to recognise Palestine as an observer state.",
            "2012-12-01",
            "assembly.resolution",
            "PSE",
            "2012-11-29",
        ),
        (
            "أدانت الجمعية العامة للأمم المتحدة هجوم روسيا على أوكرانيا في الثاني من مارس بأغلبية 141 صوتا مقابل خمسة.",
            "2022-04-08",
            "assembly.resolution",
            "UKR",
            "2022-03-02",
        ),
        (
            "The General Assembly condemned the invasion of Ukraine in March 2022.",
            "2023-10-10",
            "assembly.resolution",
            "UKR",
            "2022-03",
        ),
    ],
)
def test_what_a_vote_carried_or_a_body_did_is_a_resolution(
    sentence: str, published: str, kind: str, topic: str, at: str
) -> None:
    claim = one(sentence, kind, published)
    assert (claim.args, claim.verdict) == ({"topic": topic, "at": at}, "supported")


@pytest.mark.parametrize(
    "sentence",
    [
        "The UN Security Council voted 10-4 on Friday to put Myanmar on its agenda.",
        "A Russian draft on Syria failed in the Security Council on Friday by six votes to five.",
        "The General Assembly on Thursday elected Egypt to the Security Council with 179 votes.",
        "The Security Council voted 8-7 on Friday to send monitors to Syria.",
        "Iran condemned the General Assembly in March 2022 over Syria.",
        "At the General Assembly, Iran condemned Israel in September 2023.",
        "Venezuela's National Assembly condemned the shootings in Syria on Tuesday.",
    ],
)
def test_other_votes_and_words_carry_no_resolution(sentence: str) -> None:
    found = {claim.kind for claim in judged(sentence, "2023-10-10")}
    assert not {RESOLUTION, "assembly.resolution"} & found


@pytest.mark.parametrize(
    ("sentence", "published", "topic", "at"),
    [
        (
            "The Security Council banned arms sales to Libya last March under Resolution 748.",
            "1992-06-05",
            "LBY",
            "1992-03",
        ),
        (
            "The Security Council established a tribunal for the former Yugoslavia last month with Resolution 808.",
            "1993-03-01",
            "YUG",
            "1993-02",
        ),
        ("فرض مجلس الأمن حظر أسلحة على ليبيا في 26 فبراير بموجب القرار 1970.", "2011-04-01", "LBY", "2011-02-26"),
        (
            "أحال مجلس الأمن ملف دارفور إلى المحكمة بموجب القرار 1593 الصادر في آذار/مارس 2005.",
            "2009-03-05",
            "SDN",
            "2005-03",
        ),
    ],
)
def test_the_deed_done_with_a_resolution_gives_its_topic_and_day(
    sentence: str, published: str, topic: str, at: str
) -> None:
    claim = one(sentence, RESOLUTION, published)
    assert (claim.args["topic"], claim.args["at"], claim.verdict) == (topic, at, "supported")


@pytest.mark.parametrize(
    "sentence",
    [
        "The Security Council on Thursday extended the mission in Lebanon set up under resolution 1701.",
        "The Security Council on Monday renewed the sanctions on Ivory Coast imposed under resolution 1572.",
        "The European Union imposed sanctions on Iran on Monday under Security Council resolution 1929.",
    ],
)
def test_a_deed_of_another_day_dates_no_resolution(sentence: str) -> None:
    found = [claim for claim in told(sentence, RESOLUTION, "2010-08-31") if "symbol" in claim.args]
    assert [claim.verdict for claim in found] == ["supported"]
    assert all("at" not in claim.args for claim in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "أقر مجلس الأمن الخميس القرار 678 الذي يمهل بغداد حتى 15 يناير، بأغلبية 12 صوتا مقابل صوتين وامتناع الصين.",
        "The Security Council on Thursday gave Iraq until Jan. 15 to leave Kuwait, in a resolution "
        "adopted by 12 votes to two.",
    ],
)
def test_a_deadline_is_no_day_of_the_vote(sentence: str) -> None:
    claim = one(sentence, VOTE, "1990-11-30")
    verdict = "not-enough-evidence" if "states" in claim.args else "supported"  # who abstained is not in the record
    assert (claim.args["at"], claim.verdict) == ("1990-11-29", verdict)


@pytest.mark.parametrize(
    ("sentence", "published", "topic", "states"),
    [
        (
            "The Security Council put Burma on its agenda last week in a procedural vote that China opposed.",
            "2006-09-20",
            "MMR",
            ["CHN"],
        ),
        (
            "The Security Council placed North Korea on its agenda on Monday in a procedural vote opposed "
            "by China and Russia.",
            "2014-12-23",
            "PRK",
            ["CHN", "RUS"],
        ),
        (
            "أدرج مجلس الأمن الدولي أمس الاثنين كوريا الشمالية على جدول أعماله في تصويت إجرائي عارضته الصين وروسيا.",
            "2014-12-23",
            "PRK",
            ["CHN", "RUS"],
        ),
    ],
)
def test_a_matter_put_on_the_agenda_against_a_vote(
    sentence: str, published: str, topic: str, states: list[str]
) -> None:
    assert one(sentence, DISCUSSED, published).verdict == "supported"
    vote = one(sentence, VOTE, published)
    assert (vote.args["topic"], vote.args["states"], vote.verdict) == (topic, dict.fromkeys(states, "no"), "supported")


@pytest.mark.parametrize(
    "sentence",
    [
        "The United States wants the Security Council to put Burma on its agenda.",
        "The European Union put Burma on its agenda, the Security Council was told.",
        "رفض مجلس الأمن إدراج ميانمار على جدول أعماله.",
    ],
)
def test_an_agenda_wished_for_or_of_others_is_none(sentence: str) -> None:
    assert not {DISCUSSED, VOTE} & {claim.kind for claim in judged(sentence, "2006-09-20")}


@pytest.mark.parametrize(
    ("text", "published", "states", "verdict"),
    [
        (
            "China joined India and Brazil in abstaining on a Security Council draft on Ukraine on Friday.",
            "2022-10-01",
            {"CHN": "abstain", "IND": "abstain", "BRA": "abstain"},
            "supported",
        ),
        (
            "The Security Council adopted Resolution 678 on 29 November 1990 with Cuba and Yemen voting "
            "against and China "
            "abstaining.",
            "1990-12-02",
            {"CUB": "no", "YEM": "no", "CHN": "abstain"},
            "not-enough-evidence",
        ),
        (
            "The Security Council adopted Resolution 748 on 31 March 1992 with India and Morocco abstaining.",
            "1992-04-02",
            {"IND": "abstain", "MAR": "abstain"},
            "not-enough-evidence",
        ),
        (
            "The Security Council adopted Resolution 502 on 3 April 1982 by ten votes to one, with China "
            "and Spain abstaining.",
            "1982-04-05",
            {"CHN": "abstain", "ESP": "abstain"},
            "not-enough-evidence",
        ),
        (
            "The Security Council adopted Resolution 678 on 29 November 1990 with Zaire abstaining.",
            "1990-12-02",
            {"COD": "abstain"},
            "not-enough-evidence",
        ),
    ],
)
def test_who_voted_how_is_read_and_judged_where_the_record_has_it(
    text: str, published: str, states: dict[str, str], verdict: str
) -> None:
    claim = one(text, VOTE, published)
    assert (claim.args["states"], claim.verdict) == (states, verdict)


def test_votes_told_in_a_row_are_one_bodys() -> None:
    text = (
        "The General Assembly voted 93-24 on Thursday to suspend Russia from the Human Rights Council. "
        "Syria and Algeria "
        "voted against."
    )
    votes = told(text, "assembly.vote", "2022-04-08")
    assert [claim.verdict for claim in votes] == ["supported", "supported"]


def test_new_members_of_the_council_are_those_elected() -> None:
    said = "The new members of the Security Council are Denmark, Greece and Panama."
    assert {claim.verdict for claim in told(said, MEMBER, "2024-06-10")} == {"supported"}
    assert {c.verdict for c in told("Denmark is now a member of the Security Council.", MEMBER, "2024-06-10")} == {
        "refuted"
    }


def test_states_elected_are_no_votes() -> None:
    said = "The General Assembly elected 15 States to serve on the 47-member Human Rights Council for three-year terms."
    assert not told(said, "assembly.vote", "2023-10-10")


def test_a_claim_of_the_headline_and_the_body_stands_in_the_body() -> None:
    text = "China and Russia veto Burma move\nChina and Russia have vetoed a Security Council draft on Burma."
    claim = one(text, VETO, "2007-01-13")
    assert claim.start > text.index("\n")


def test_an_informal_meeting_on_a_theme_may_be_told_with_a_state() -> None:
    said = "عقدت روسيا الأربعاء اجتماعا غير رسمي لأعضاء مجلس الأمن بصيغة آريا حول أسلحة بيولوجية في أوكرانيا."
    assert one(said, "council.meeting", "2022-04-08").verdict == "supported"
