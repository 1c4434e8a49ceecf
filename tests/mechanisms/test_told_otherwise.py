"""Bodies, states and mandates that a sentence means without their names: pronouns, bynames, numbers of sessions."""

from __future__ import annotations

import pytest

from mahdar.checking.meant import state_meant
from mahdar.checking.subjects import body_meant
from tests.held import judged, kinds, one, scene

RESOLUTION, VOTE = "assembly.resolution", "assembly.vote"


def told(text: str, kind: str, published: str) -> set[tuple[object, object, str]]:
    """State or topic, time and verdict of every claim of a kind."""
    found = [claim for claim in judged(text, published) if claim.kind == kind]
    return {(c.args.get("state") or c.args.get("topic"), c.args.get("at"), c.verdict) for c in found}


# -- numbers of resolutions
@pytest.mark.parametrize(
    ("text", "published", "symbol", "verdict"),
    [
        (
            "The Human Rights Council debated Ukraine. Resolution ES-11/1 had been adopted on 2 March.",
            "2022-04-07",
            "A/RES/ES-11/1",
            "supported",
        ),
        (
            "The General Assembly adopted a text on aid, ES-11/2, on 24 March.",
            "2022-04-07",
            "A/RES/ES-11/2",
            "supported",
        ),
        (
            "The resolution, numbered ES-10/21, was adopted in the Assembly hall.",
            "2023-11-01",
            "A/RES/ES-10/21",
            "supported",
        ),
        ("اعتمدت الجمعية العامة القرار دإط-11/4 في 12 تشرين الأول/أكتوبر.", "2022-10-20", "A/RES/ES-11/4", "supported"),
        (
            "The Security Council heard that resolution 181 (II) of 29 November 1947 had partitioned Palestine.",
            "2020-05-01",
            "A/RES/181",
            "not-enough-evidence",
        ),
        ("ذكّر مجلس الأمن بالقرار 194 (د-3) الصادر عام 1948.", "2020-05-01", "A/RES/194", "not-enough-evidence"),
    ],
)
def test_numbers_that_only_the_assembly_gives(text: str, published: str, symbol: str, verdict: str) -> None:
    claim = one(text, RESOLUTION, published)
    assert (claim.args["symbol"], claim.verdict) == (symbol, verdict)


@pytest.mark.parametrize(
    "text",
    [
        "The Human Rights Council adopted resolution S-31/1 on Afghanistan on 24 August 2021.",
        "اعتمد مجلس حقوق الإنسان القرار دإ-31/1 بشأن أفغانستان في 24 آب/أغسطس 2021.",
    ],
)
def test_a_special_session_keeps_its_letter(text: str) -> None:
    claim = one(text, "rights_council.resolution", "2021-09-07")
    assert (claim.args["symbol"], claim.verdict) == ("A/HRC/RES/S-31/1", "supported")


def test_the_council_that_votes_for_a_number_owns_it() -> None:
    said = (
        "The General Assembly met. On Thursday the Security Council voted 11-1 for resolution 2623, which convened the "
        "Assembly."
    )
    assert RESOLUTION not in kinds(said, "2022-03-02")
    assert one(said, "council.resolution", "2022-03-02").args["symbol"] == "S/RES/2623"


# -- the body of a pronoun
def test_it_is_the_body_of_the_sentence_before() -> None:
    said = (
        "The General Assembly has spoken twice since the Human Rights Council met. On 2 March "
        "it deplored the invasion of "
        "Ukraine by 141 votes to 5, with 35 abstentions (resolution ES-11/1)."
    )
    vote = one(said, VOTE, "2022-04-07")
    assert (vote.args["symbol"], vote.args["at"], vote.verdict) == ("A/RES/ES-11/1", "2022-03-02", "supported")
    assert one(said, RESOLUTION, "2022-04-07").args["topic"] == "UKR"


@pytest.mark.parametrize(
    ("text", "word", "body"),
    [
        ("The Assembly met, as did the Security Council. It voted.", "voted", "assembly"),
        ("The African Union wrote to the Security Council. It voted.", "voted", ""),
        ("The Security Council met. Kenya says it voted.", "voted", ""),
        ("The Security Council met. The weather was fine. It rained and they voted.", "voted", ""),
    ],
)
def test_whose_deed_it_is(text: str, word: str, body: str) -> None:
    read = scene("The General Assembly opened. " + text)
    assert body_meant(read, read.forms.index(word)) == body


def test_who_voted_in_the_vote_of_the_sentence_before() -> None:
    said = (
        "The General Assembly suspended Russia from the Human Rights Council on Thursday, by 93 "
        "votes to 24. Cuba and Syria "
        "were among the States voting against, while Egypt abstained."
    )
    claims = [claim for claim in judged(said, "2022-04-08") if claim.kind == VOTE and "states" in claim.args]
    assert [claim.args["states"] for claim in claims] == [{"CUB": "no", "SYR": "no", "EGY": "abstain"}]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "Cuba and Syria were among the 11 states that opposed the General Assembly resolution on Crimea.",
            {"CUB", "SYR"},
        ),
        ("وكانت روسيا وسوريا بين الدول الـ11 التي صوتت ضد قرار الجمعية العامة بشأن القرم.", {"RUS", "SYR"}),
        ("ومن بين الدول التي صوتت ضد قرار الجمعية العامة بشأن القرم كوبا وبوليفيا.", {"CUB", "BOL"}),
        ("Among those voting against in the General Assembly were Cuba and Bolivia.", {"CUB", "BOL"}),
    ],
)
def test_states_among_those_that_voted(text: str, states: set[str]) -> None:
    claim = one(text, VOTE, "2014-03-28")
    assert set(claim.args["states"].items()) == {(state, "no") for state in states}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("China abstained in the General Assembly vote on Thursday, as did India and Iran.", {"CHN", "IND", "IRN"}),
        ("China abstained in the General Assembly vote on Thursday, as India did in 2014.", {"CHN"}),
    ],
)
def test_who_voted_likewise(text: str, states: set[str]) -> None:
    claim = one(text, VOTE, "2023-02-24")
    assert claim.args["states"] == dict.fromkeys(states, "abstain")


def test_abstaining_from_something_else_is_no_vote() -> None:
    assert VOTE not in kinds("وكانت مصر بين الدول التي امتنعت عن التعليق على قرار الجمعية العامة.", "2022-05-01")


def test_a_doubt_inside_a_demand_is_not_of_its_tally() -> None:
    said = "دعت الجمعية العامة أمس الجمعة إلى منع تدفق السلاح إلى ميانمار، بتأييد 119 دولة وامتناع 36 دولة."
    assert one(said, VOTE, "2021-06-19").args["yes"] == 119


# -- the state of a pronoun
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Eritrea is small. It joined the United Nations in 1991.", {("ERI", "1991", "refuted")}),
        ("Eritrea is small. The country joined the UN in May 1993.", {("ERI", "1993-05", "supported")}),
        ("إريتريا دولة صغيرة. وقد انضمت إلى الأمم المتحدة في عام 1993.", {("ERI", "1993", "supported")}),
        ("France supports Fiji. It joined the United Nations in 1970.", set()),
        ("Amnesty has criticised Egypt. It joined the United Nations campaign in 2015.", set()),
        ("Egypt hosts the Arab League. It joined the United Nations in calling for a truce in 2015.", set()),
        ("Ghana joined the United Nations force in 1960.", set()),
        ("Sierra Leone, which borders Guinea, joined the United Nations in 1961.", {("SLE", "1961", "supported")}),
        (
            "Namibia, independent since 21 March, was admitted to the UN on Monday.",
            {("NAM", "1990-04-23", "supported")},
        ),
        (
            "Kiribati and Tonga became members of the 188-nation organization on 14 September "
            "1999. The United Nations rose.",
            {("KIR", "1999-09-14", "supported"), ("TON", "1999-09-14", "supported")},
        ),
        (
            "The UN admitted 16 countries in December 1955, among them Jordan and Spain.",
            {("JOR", "1955-12", "supported"), ("ESP", "1955-12", "supported")},
        ),
    ],
)
def test_which_state_joined(text: str, found: set[tuple[object, object, str]]) -> None:
    published = "1990-04-24" if "Namibia" in text else "2020-05-01"
    assert told(text, "un.member", published) == found


def test_a_state_among_several_is_only_inferred() -> None:
    said = scene(
        "Rwanda borders Burundi. Rwanda grew. Rwanda spoke with Burundi. It joined the United Nations in 1970."
    )
    (cue,) = said.all("un.joins")
    meant = state_meant(said, cue)
    assert meant is not None
    assert (meant.state.codes, meant.sure) == (("RWA",), False)


def test_what_is_only_inferred_contradicts_nothing() -> None:
    said = "Rwanda borders Burundi. Rwanda grew. Rwanda spoke with Burundi. It joined the United Nations in 1970."
    assert told(said, "un.member", "2020-05-01") == {("RWA", "1970", "not-enough-evidence")}


# -- the organisation
@pytest.mark.parametrize(
    ("text", "published", "verdict"),
    [
        ("قال السكرتير العام للأمم المتحدة إن المنظمة، التي تضم اليوم 152 دولة، مستعدة.", "1979-12-22", "supported"),
        ("South Sudan joined the United Nations. The organisation now has 193 members.", "2011-07-15", "supported"),
        (
            "South Sudan joined the United Nations. The organisation now has 199 members.",
            "2011-07-15",
            "not-enough-evidence",
        ),
        ("The Security Council could not act; the 152-nation Assembly was called.", "1980-01-15", "supported"),
        ("With South Sudan, the UN now counts 193 members.", "2011-07-15", "supported"),
    ],
)
def test_how_many_members_the_organisation_has(text: str, published: str, verdict: str) -> None:
    assert one(text, "un.size", published).verdict == verdict


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations praised the African Union. The organisation has 155 members.",
        "قال الأمين العام للأمم المتحدة إن منظمة الصحة العالمية هي المنظمة التي تضم 194 دولة.",
        "The United Nations backed the non-aligned states; the 120-nation organization thanked it.",
    ],
)
def test_the_size_of_another_organisation_refutes_nothing(text: str) -> None:
    assert "refuted" not in {claim.verdict for claim in judged(text, "2020-05-01")}
