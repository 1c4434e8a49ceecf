"""Votes as reports retell them: who is counted among whom, whose list a state stands in, and votes that elect."""

from __future__ import annotations

import pytest

from tests.held import judged, kinds, one

ASSEMBLY, COUNCIL = "assembly.vote", "council.vote"


@pytest.mark.parametrize(
    ("text", "published", "kind", "states"),
    [
        (
            "أيدت 141 دولة قرار الجمعية العامة بشأن أوكرانيا أمس الأربعاء، ورفضته خمس دول منها روسيا وسوريا، فيما "
            "امتنعت 35 دولة بينها الصين والهند.",
            "2022-03-03",
            ASSEMBLY,
            {"RUS": "no", "SYR": "no", "CHN": "abstain", "IND": "abstain"},
        ),
        (
            "نال قرار الجمعية العامة بشأن ميانمار أمس الجمعة 119 صوتا، وامتنعت 36 دولة منها مصر والجزائر عن التصويت.",
            "2021-06-19",
            ASSEMBLY,
            {"EGY": "abstain", "DZA": "abstain"},
        ),
        (
            "Russia vetoed a Security Council draft on Syria on Wednesday. Ten members backed it, Bolivia sided with "
            "Russia, and China, Ethiopia and Kazakhstan abstained.",
            "2017-04-13",
            COUNCIL,
            {"CHN": "abstain", "ETH": "abstain", "KAZ": "abstain"},
        ),
        (
            "The Security Council renewed the sanctions on Mali on Thursday: 13 members voted in favour, and France, "
            "Gabon and China abstained.",
            "2022-09-02",
            COUNCIL,
            {"FRA": "abstain", "GAB": "abstain", "CHN": "abstain"},
        ),
    ],
)
def test_whose_list_a_state_stands_in(text: str, published: str, kind: str, states: dict[str, str]) -> None:
    assert one(text, kind, published).args["states"] == states


def test_who_sides_with_another_is_no_topic() -> None:
    said = (
        "Russia on Wednesday vetoed a Security Council draft on Syria. Ten members voted for it, Bolivia sided with "
        "Russia, and China abstained."
    )
    assert one(said, COUNCIL, "2017-04-13").args["topic"] == "SYR"


def test_a_number_behind_from_voting_is_that_of_those_who_abstained() -> None:
    said = "أيدت 141 دولة قرار الجمعية العامة بشأن أوكرانيا أمس الأربعاء، بينما امتنعت عن التصويت 35 دولة."
    vote = one(said, ASSEMBLY, "2022-03-03")
    assert (vote.args["yes"], vote.args["abstain"], vote.verdict) == (141, 35, "supported")


@pytest.mark.parametrize(
    "text",
    [
        "All 15 members of the Security Council voted on Friday for resolution 2653.",
        "All 15 members of the Security Council voted Friday in favour of resolution 2653.",
        "صوت جميع أعضاء مجلس الأمن الخمسة عشر يوم الجمعة لصالح القرار 2653.",
    ],
)
def test_a_day_may_stand_between_a_vote_and_its_side(text: str) -> None:
    vote = one(text, COUNCIL, "2022-10-22")
    assert (vote.args["yes"], vote.args["symbol"], vote.verdict) == (15, "S/RES/2653", "supported")


def test_all_members_who_voted_against_did_not_vote_for() -> None:
    said = "All 15 members of the Security Council voted on Friday on a draft about Haiti."
    assert all("yes" not in c.args for c in judged(said, "2022-10-22") if c.kind == COUNCIL)


def test_the_assembly_votes_on_who_leaves_the_rights_council() -> None:
    said = (
        "The General Assembly suspended Russia from the Human Rights Council on Thursday. 93 countries voted for, "
        "24 voted against and 58 abstained."
    )
    assert {"yes": 93, "no": 24, "abstain": 58}.items() <= dict(one(said, ASSEMBLY, "2022-04-08").args).items()


def test_states_that_vote_for_a_text_are_not_its_topic() -> None:
    said = (
        "علقت الجمعية العامة للأمم المتحدة الخميس عضوية روسيا في مجلس حقوق الإنسان، بتأييد 93 دولة ومعارضة 24 "
        "وامتناع 58. وصوتت ليبيا لصالح القرار. وامتنعت مصر والعراق."
    )
    votes = [c for c in judged(said, "2022-04-08") if c.kind == ASSEMBLY]
    assert [c.args.get("topic") for c in votes] == ["RUS", None, None]
    assert [c.args.get("at") for c in votes] == ["2022-04-07"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "انتخبت قطر أمس الخميس عضوا في مجلس حقوق الإنسان بعد حصولها على 182 صوتا في الجمعية العامة.",
        "حصلت قطر على 182 صوتا في الانتخابات التي جرت في الجمعية العامة أمس لعضوية مجلس حقوق الإنسان.",
        "Qatar won 182 votes in the General Assembly on Thursday and will sit on the Human Rights Council.",
    ],
)
def test_votes_that_elect_are_on_no_text(text: str) -> None:
    assert ASSEMBLY not in kinds(text, "2021-10-15")


def test_who_explains_an_abstention_told_before_casts_no_second_one() -> None:
    said = (
        "مدد مجلس الأمن الخميس ولاية اليونيفيل في لبنان بأغلبية 13 صوتا، وامتنعت روسيا والصين عن التصويت. وعلل مندوب "
        "روسيا امتناع بلاده بأسباب سياسية."
    )
    votes = [c.args["states"] for c in judged(said, "2023-09-01") if c.kind == COUNCIL]
    assert votes == [{"RUS": "abstain", "CHN": "abstain"}]


def test_all_the_others_voted_for_it() -> None:
    said = (
        "أسقطت الولايات المتحدة الإثنين بالفيتو مشروعا في مجلس الأمن بشأن القدس. وأيدت الدول الأربع عشرة الأخرى النص."
    )
    vote = one(said, COUNCIL, "2017-12-19")
    assert (vote.args["yes"], vote.verdict) == (14, "supported")


def test_who_is_cut_off_is_what_the_assembly_voted_on() -> None:
    said = "The General Assembly suspended Russia from the Human Rights Council on Thursday by 93 votes to {}."
    votes = [one(said.format(against), ASSEMBLY, "2022-04-08") for against in (24, 14)]
    assert [(vote.args["topic"], vote.verdict) for vote in votes] == [("RUS", "supported"), ("RUS", "conflicting")]


def test_who_opposed_it_beside_who_voted_for_it() -> None:
    said = "صوتت ليبيا لصالح قرار الجمعية العامة بشأن أوكرانيا أمس الأربعاء، فيما عارضته سوريا وبيلاروسيا."
    assert one(said, ASSEMBLY, "2022-03-03").args["states"] == {"LBY": "yes", "SYR": "no", "BLR": "no"}


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly adopted a resolution on Wednesday demanding that Russia return Ukrainian children. A "
        "court issued a warrant on 2 March 2022. There was no comment from Cuba, which voted against the resolution.",
        "اعتمدت الجمعية العامة الأربعاء قرارا يطالب روسيا بإعادة الأطفال الأوكرانيين. وأصدرت محكمة في 2 مارس 2022 "
        "مذكرة توقيف. ولم يصدر تعليق من كوبا التي صوتت ضد القرار.",
    ],
)
def test_what_a_court_issues_is_not_the_text_voted_on(text: str) -> None:
    vote = one(text, "assembly.vote", "2025-12-04")
    assert (vote.args["states"], vote.args.get("at")) == ({"CUB": "no"}, None)
