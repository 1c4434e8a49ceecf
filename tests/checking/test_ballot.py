"""Tallies in the ways in which newspapers give them."""

from __future__ import annotations

import pytest

from mahdar.checking.votes import ballots
from tests.held import judged, kinds, one, scene

_13_2_0 = {"yes": 13, "no": 2, "abstain": 0}


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("The Security Council adopted the text by 13 votes to 2 with no abstentions.", _13_2_0),
        ("The Security Council passed it 13-2-0.", _13_2_0),
        ("By 11 votes in favour to 3 against, with 1 abstention, the Security Council rejected the text.", (11, 3, 1)),
        ("The Security Council rejected it by a vote of 7 against to 4 in favour, with 4 abstentions.", (4, 7, 4)),
        ("The Security Council rejected it by a vote of 7 against (Mali) to 4 in favour (Peru).", {"no": 7, "yes": 4}),
        ("The Security Council adopted it by a vote of 9 to 4 in favour of the draft.", {"yes": 9, "no": 4}),
        ("UN Security Council votes 13-2 to adopt resolution 666", {"yes": 13, "no": 2}),
        ("The draft won nine votes in the Security Council, with none against and six abstentions.", (9, 0, 6)),
        ("Thirteen members of the Security Council voted for the text.", {"yes": 13}),
        ("The Security Council renewed the mandate by 13 votes with Russia abstaining.", {"yes": 13}),
        ("اعتمد مجلس الأمن القرار بأغلبية 13 صوتا مقابل صوتين دون امتناع أي دولة.", _13_2_0),
        ("اعتمد مجلس الأمن القرار بأغلبية 10 أصوات مقابل صوت واحد وامتناع 4 دول عن التصويت.", (10, 1, 4)),
        ("حصل مشروع القرار بشأن ليبيا على 12 صوتا في مجلس الأمن ومعارضة عضوين وامتناع عضو واحد.", (12, 2, 1)),
        ("ونال القرار في مجلس الأمن 14 صوتا دون اعتراض، فيما امتنعت دولة واحدة عن التصويت.", (14, 0, 1)),
        ("تبنى مجلس الأمن القرار بإجماع أعضائه.", {"no": 0, "abstain": 0}),
        ("مدد مجلس الأمن ولاية البعثة بـ13 صوتا وامتناع روسيا وجنوب أفريقيا.", {"yes": 13}),
    ],
)
def test_counts_by_choice(sentence: str, counts: dict[str, int] | tuple[int, int, int]) -> None:
    (ballot,) = ballots(scene(sentence))
    expected = counts if isinstance(counts, dict) else dict(zip(("yes", "no", "abstain"), counts, strict=True))
    assert ballot.counts == expected


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("China did not vote against Security Council resolution 2640.", "supported"),
        ("China did not abstain when the Security Council adopted resolution 2640.", "refuted"),
        ("لم تصوت الصين ضد القرار 2640 في مجلس الأمن.", "supported"),
        ("لم تمتنع الصين عن التصويت على قرار مجلس الأمن 2640.", "refuted"),
    ],
)
def test_votes_that_states_did_not_cast(sentence: str, verdict: str) -> None:
    claim = one(sentence, "council.vote", "2022-07-10")
    assert (claim.negated, claim.verdict) == (True, verdict)


def test_all_states_behind_a_split_verb_vote() -> None:
    text = (
        "صوتت سوريا وبيلاروس وكوريا الشمالية وإريتريا وروسيا ضد قرار الجمعية العامة بشأن أوكرانيا في 2 آذار/مارس 2022."
    )
    claim = one(text, "assembly.vote", "2022-03-04")
    assert claim.args["states"] == dict.fromkeys(("SYR", "BLR", "PRK", "ERI", "RUS"), "no")
    assert claim.verdict == "supported"


@pytest.mark.parametrize(
    "sentence",
    [
        "The IAEA Board of Governors adopted a resolution by 20 votes to 2 and referred Iran to the Security Council.",
        "صوت الكونغرس على قرار يخص اليمن بأغلبية 54 صوتا مقابل 46، فيما دعا مجلس الأمن إلى التهدئة.",
        "The European Parliament passed a resolution on Iran by 500 votes to 20.",
    ],
)
def test_votes_of_others_are_no_claims(sentence: str) -> None:
    assert not {"council.vote", "assembly.vote"} & kinds(sentence)


def test_an_adoption_that_failed_is_no_resolution() -> None:
    assert kinds("The Security Council failed on Friday to adopt a resolution on Sudan.", "2024-07-06") == set()


def test_the_end_of_a_number_is_no_day() -> None:
    claim = one("General Assembly resolution 72/14 of November 2017 still stands.", "assembly.resolution", "2017-12-20")
    assert (claim.args["at"], claim.verdict) == ("2017-11", "supported")


def test_since_when_there_was_none_is_not_the_time_of_the_deed() -> None:
    text = "For the first time since 2017, the Security Council held a meeting on North Korea on 17 August 2023."
    assert one(text, "council.meeting", "2023-08-18").args["at"] == "2023-08-17"
    text = "عقد مجلس الأمن أمس أول جلسة له بشأن كوريا الشمالية منذ عام 2017."
    assert one(text, "council.meeting", "2023-08-18").args["at"] == "2023-08-17"


def test_every_explanation_has_both_languages() -> None:
    text = "The Security Council adopted resolution 2728 by 14 votes in favour; Algeria abstained."
    for claim in judged(text, "2024-03-26"):
        assert claim.why.en
        assert any("ء" <= ch <= "ي" for ch in claim.why.ar)


@pytest.mark.parametrize(
    "sentence",
    [
        "صوت 11 من أعضاء مجلس الأمن الـ15 لصالح مشروع القرار بشأن أوكرانيا الجمعة، وامتنعت الصين والهند والإمارات.",
        "Eleven of the 15 members of the Security Council voted for the draft on Ukraine on Friday; China abstained.",
    ],
)
def test_the_size_of_the_body_is_no_count_of_votes(sentence: str) -> None:
    claim = one(sentence, "council.vote", "2022-02-26")
    assert (claim.args["yes"], claim.verdict) == (11, "supported")


@pytest.mark.parametrize(
    "sentence",
    [
        "Because France won the nine votes needed, the Security Council met on Iran.",
        "The Security Council is not the place to discuss Iran.",
        "ليس مجلس الأمن المكان المناسب لبحث الوضع في إيران.",
    ],
)
def test_what_a_text_needs_and_where_it_belongs_is_no_claim(sentence: str) -> None:
    assert kinds(sentence).isdisjoint({"council.vote", "council.resolution", "council.discussed"})
