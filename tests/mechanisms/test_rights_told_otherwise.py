"""Seats, texts, mandates and reviews of the Human Rights Council in other words than those of its own documents."""

from __future__ import annotations

import pytest

from tests.held import judged, one

SEAT, MANDATE = "rights_council.member", "mandate.exists"


def told(text: str, kind: str, published: str) -> set[tuple[object, object, str]]:
    """State or topic, time and verdict of every claim of a kind."""
    found = [claim for claim in judged(text, published) if claim.kind == kind]
    return {(c.args.get("state") or c.args.get("topic"), c.args.get("at"), c.verdict) for c in found}


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
        ("بدأت الأردن مفاوضات بشأن مقعد في مجلس حقوق الإنسان عام 2019.", "2020-05-01", set()),
        ("حصلت سوريا على دعم روسيا في مجلس حقوق الإنسان عام 2019.", "2020-05-01", set()),
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


def test_the_report_with_which_a_review_ends_is_that_of_its_round() -> None:
    said = "Kuwait welcomed the adoption of its third Universal Periodic Review report by the Human Rights Council."
    assert one(said, "review.round", "2020-10-02").args == {"state": "KWT", "round": 3}


def test_a_report_to_the_review_is_no_round() -> None:
    said = "Kuwait submitted its third national report to the Universal Periodic Review."
    assert "review.round" not in {claim.kind for claim in judged(said, "2020-10-02")}


def test_a_draft_adopted_in_a_committee_is_no_resolution_of_the_assembly() -> None:
    said = "A U.N. committee on Wednesday adopted a draft resolution denouncing North Korea's human rights record."
    assert "assembly.resolution" not in {claim.kind for claim in judged(said, "2022-11-17")}
