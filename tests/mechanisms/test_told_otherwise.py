"""Bodies, states and mandates that a sentence means without their names: pronouns, bynames, numbers of sessions."""

from __future__ import annotations

import pytest

from mahdar.checking.subjects import body_meant, state_meant
from tests.held import judged, kinds, one, scene

RESOLUTION, VOTE, SEAT, MANDATE = "assembly.resolution", "assembly.vote", "rights_council.member", "mandate.exists"


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
    (cue,) = said.cues["un.joins"]
    meant = state_meant(said, cue)
    assert meant is not None
    assert (meant.states[0].codes, meant.sure) == (("RWA",), False)


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


# -- seats on the Human Rights Council
@pytest.mark.parametrize(
    ("text", "published", "found"),
    [
        (
            "It is the second such case at the Human Rights Council: Libya lost its place in "
            "the 47-member Council on 1 March 2011.",
            "2022-04-07",
            {("LBY", "2011-03-01", "supported")},
        ),
        (
            "The Human Rights Council met. Russia had been elected to the Geneva body in October 2018.",
            "2022-04-07",
            {("RUS", "2018-10", "refuted")},
        ),
        (
            "تحدث سفراء في مجلس حقوق الإنسان. والصين عضو في المجلس حاليا، وقد انتخبت إليه في أكتوبر/تشرين الأول 2020.",
            "2022-10-07",
            {("CHN", "2022-10-07", "supported"), ("CHN", "2020-10", "supported")},
        ),
        (
            "صوت أعضاء مجلس حقوق الإنسان أمس. ولا تزال كوبا بدورها تشغل مقعدا فيه.",
            "2022-10-07",
            {("CUB", "2022-10-07", "supported")},
        ),
        ("Russia still holds a seat on the Human Rights Council.", "2022-10-07", {("RUS", "2022-10-07", "refuted")}),
        (
            "علقت الجمعية العامة في الأول من مارس عضوية ليبيا التي كانت قد انتخبت لمجلس حقوق الإنسان في مايو 2010.",
            "2011-03-18",
            {("LBY", "2011-03-01", "supported"), ("LBY", "2010-05", "supported")},
        ),
        (
            "Eritrea has no free press. Last month, on 12 October, the country was elected to "
            "the Human Rights Council.",
            "2018-11-15",
            {("ERI", "2018-10-12", "supported")},
        ),
        (
            "كانت إريتريا نفسها عضوا في مجلس حقوق الإنسان من 2019 إلى 2024.",
            "2025-07-10",
            {("ERI", "2019/2024", "supported")},
        ),
        (
            "Moscow's seat on the Human Rights Council was suspended on Thursday.",
            "2022-04-08",
            {("RUS", "2022-04-07", "supported")},
        ),
        ("China's seat on the Human Rights Council was not suspended on Thursday.", "2022-04-08", set()),
        ("Calls grew for China's seat on the Human Rights Council to be suspended.", "2022-04-08", set()),
        (
            "Libya is the only other country ever suspended from the Human Rights Council, in March 2011.",
            "2022-04-08",
            {("LBY", "2011-03", "supported")},
        ),
        (
            "أعلنت نيكي هيلي الثلاثاء انسحاب الولايات المتحدة من مجلس حقوق الإنسان.",
            "2018-06-20",
            {("USA", None, "supported")},
        ),
        ("أعلنت السعودية انسحاب قواتها من اليمن في تقرير إلى مجلس حقوق الإنسان.", "2018-06-20", set()),
        ("حصلت الكويت على مقعد في مجلس حقوق الإنسان أمس الثلاثاء.", "2023-10-11", {("KWT", "2023-10-10", "supported")}),
        (
            "انتخبت الجمعية العامة يوم الجمعة أيسلندا لشغل المقعد الذي تركته الولايات المتحدة في مجلس حقوق الإنسان.",
            "2018-07-15",
            {("ISL", "2018-07-13", "supported")},
        ),
        (
            "باشرت قطر في الأول من كانون الثاني عضويتها في مجلس حقوق الإنسان.",
            "2022-01-02",
            {("QAT", "2022-01-01", "supported")},
        ),
        (
            "Cuba and China won places on the UN Human Rights Council on Tuesday.",
            "2006-05-10",
            {
                ("CUB", "2006-05-09", "supported"),
                ("CHN", "2006-05-09", "supported"),
            },
        ),
    ],
)
def test_seats_told_otherwise(text: str, published: str, found: set[tuple[object, object, str]]) -> None:
    assert told(text, SEAT, published) == found


def test_a_headline_of_an_election() -> None:
    said = "Venezuela wins seat on U.N. Human Rights Council\n\nThe vote was held on Thursday."
    assert told(said, SEAT, "2019-10-18") == {("VEN", None, "supported")}
    assert told("The opposition wins in Venezuela as the Human Rights Council meets.", SEAT, "2019-10-18") == set()


def test_the_time_of_an_election_is_not_that_of_the_seat() -> None:
    said = "مصر عضو في مجلس الأمن، وقد انتخبت إليه في أكتوبر 2015."
    assert "refuted" not in {claim.verdict for claim in judged(said, "2016-05-01")}


# -- resolutions of the Human Rights Council
@pytest.mark.parametrize(
    ("text", "published", "found"),
    [
        (
            "Iran protested. The Human Rights Council decided on Thursday, by 22 votes to "
            "seven, to name an expert. Iran objected.",
            "2011-03-25",
            {("IRN", "2011-03-24", "supported")},
        ),
        (
            "Sri Lanka protested. The Human Rights Council is meeting on Sri Lanka. The council "
            "passed a milder text in March 2013.",
            "2014-03-28",
            {("LKA", "2013-03", "supported")},
        ),
        (
            "Sudan protested. The Human Rights Council voted on Tuesday by 24 votes to 8 to "
            "adjourn the debate. Sudan objected.",
            "2014-03-28",
            set(),
        ),
        ("Cuba, which sits on the Human Rights Council, rejected the report.", "2014-02-01", set()),
        (
            "استند المشروع إلى تقرير أصدرته المفوضية في آب. وبحث مجلس حقوق الإنسان ملف الصين. الصين.",
            "2022-10-07",
            set(),
        ),
    ],
)
def test_texts_without_a_name(text: str, published: str, found: set[tuple[object, object, str]]) -> None:
    assert told(text, "rights_council.resolution", published) == found


# -- mandates and reviews
@pytest.mark.parametrize(
    ("text", "published", "found"),
    [
        (
            "Eritrea sits on the Human Rights Council. A commission of inquiry looked into "
            "abuses there between 2014 and 2016.",
            "2018-11-15",
            {("ERI", "2014/2016", "supported")},
        ),
        (
            "Ukraine spoke. Ukraine thanked them. The Human Rights Council on 4 March "
            "established a commission of inquiry.",
            "2022-04-07",
            {("UKR", "2022-03-04", "supported")},
        ),
        (
            "بحث مجلس حقوق الإنسان وضع إريتريا. أنشأ المجلس ولاية المقرر الخاص في عام 2012، وشكّل في 2014 لجنة تحقيق.",
            "2025-07-10",
            {("ERI", "2012", "supported"), ("ERI", "2014", "supported")},
        ),
        (
            "The Human Rights Council met. Belarus has had a special rapporteur since 2012.",
            "2015-03-25",
            {("BLR", "2012/..", "supported")},
        ),
        (
            "The fact-finding mission that the Human Rights Council created on Myanmar in March 2017 reported.",
            "2018-09-28",
            {("MMR", "2017-03", "supported")},
        ),
        (
            "نشرت لجنة التحقيق الأممية بشأن كوريا الشمالية، المنشأة في مارس 2013، تقريرها.",
            "2014-02-18",
            {("PRK", "2013-03", "supported")},
        ),
        (
            "Israel said its commission of inquiry examined the raid in 2010. The Human Rights Council objected.",
            "2022-05-01",
            set(),
        ),
        (
            "Iran's parliament set up a commission of inquiry in 2020, the United Nations said. Iran grieved.",
            "2022-05-01",
            set(),
        ),
    ],
)
def test_mandates_told_by_what_they_did(text: str, published: str, found: set[tuple[object, object, str]]) -> None:
    assert told(text, MANDATE, published) == found


@pytest.mark.parametrize(
    ("text", "published", "round_", "at", "verdict"),
    [
        (
            "Yemen has been reviewed twice under the UPR, most recently in January 2014.",
            "2015-04-15",
            2,
            "2014-01",
            "supported",
        ),
        (
            "ناقش مجلس حقوق الإنسان ملف اليمن مرتين في الاستعراض الدوري الشامل، آخرهما في عام 2012.",
            "2015-04-15",
            2,
            "2012",
            "refuted",
        ),
        ("Bahrain in April 2008 became the first country to undergo the UPR.", "2008-06-20", 1, "2008-04", "supported"),
        ("كان هذا رابع استعراض دوري شامل تخضع له الصين، بعد عام 2018.", "2024-01-24", 4, None, "supported"),
        (
            "China came under scrutiny for the second time on Tuesday at the UPR.",
            "2013-10-23",
            2,
            "2013-10-22",
            "supported",
        ),
    ],
)
def test_rounds_told_otherwise(text: str, published: str, round_: int, at: str | None, verdict: str) -> None:
    claim = one(text, "review.round", published)
    assert (claim.args["round"], claim.args.get("at"), claim.verdict) == (round_, at, verdict)
