"""Sentences on crises of many years, held against the record by hand first."""

from __future__ import annotations

import pytest

from tests.held import judged, kinds, one

_VOTES = [
    (
        "The UN Security Council voted on Thursday to authorise a no-fly zone over Libya; ten members voted in favour "
        "and five abstained: Russia, China, Germany, Brazil and India.",
        "2011-03-18",
        {"yes": 10, "abstain": 5, "topic": "LBY", "at": "2011-03-17"},
    ),
    (
        "أقر مجلس الأمن القرار 1973 بشأن ليبيا بأغلبية عشرة أصوات وامتناع خمس دول هي روسيا والصين وألمانيا والهند "
        "والبرازيل.",
        "2011-03-18",
        {"yes": 10, "abstain": 5, "symbol": "S/RES/1973"},
    ),
    (
        "The Security Council unanimously approved resolution 2100 on Thursday creating a force in Mali.",
        "2013-04-26",
        {"no": 0, "abstain": 0, "symbol": "S/RES/2100"},
    ),
    (
        "أقر مجلس الأمن الدولي بالإجماع يوم الخميس القرار 2149 القاضي بنشر قوة في جمهورية أفريقيا الوسطى.",
        "2014-04-11",
        {"no": 0, "abstain": 0, "symbol": "S/RES/2149"},
    ),
    (
        "وافق مجلس الأمن يوم الاثنين على إرسال بعثة أمنية إلى هايتي بأغلبية 13 صوتا وامتناع روسيا والصين عن التصويت.",
        "2023-10-03",
        {"yes": 13, "states": {"RUS": "abstain", "CHN": "abstain"}},
    ),
    (
        "اعتمد مجلس الأمن القرار 1244 بشأن كوسوفو أمس الخميس بأغلبية 14 صوتا وامتناع الصين.",
        "1999-06-11",
        {"yes": 14, "states": {"CHN": "abstain"}, "symbol": "S/RES/1244"},
    ),
    (
        "Resolution 678, adopted on 29 November 1990 by 12 votes to 2, authorised force against Iraq.",
        "1990-11-30",
        {"yes": 12, "no": 2, "symbol": "S/RES/678"},
    ),
    (
        "The Security Council unanimously adopted resolution 912 on Rwanda on 21 April 1994.",
        "1994-04-22",
        {"no": 0, "abstain": 0, "at": "1994-04-21"},
    ),
    (
        "Russia vetoed a draft resolution deploring its invasion of Ukraine; China, India and the United Arab Emirates "
        "abstained.",
        "2022-02-26",
        {"topic": "UKR", "states": {"CHN": "abstain", "IND": "abstain", "ARE": "abstain"}},
    ),
    (
        "اعتمد مجلس الأمن يوم الاثنين قرارا يطالب بوقف إطلاق النار في غزة بأغلبية 14 صوتا وامتناع الولايات المتحدة.",
        "2024-03-26",
        {"yes": 14, "topic": "PSE", "states": {"USA": "abstain"}},
    ),
    (
        "The UN Security Council adopted its first resolution on Myanmar in decades on Wednesday, with 12 in favour "
        "and China, Russia and India abstaining.",
        "2022-12-22",
        {"yes": 12, "topic": "MMR"},
    ),
    (
        "نقضت روسيا مشروع قرار بشأن السودان وصوت باقي أعضاء مجلس الأمن الـ14 لصالحه.",
        "2024-11-19",
        {"yes": 14, "topic": "SDN"},
    ),
    (
        "The Security Council on Wednesday adopted resolution 1929 on Iran by 12 votes to 2, with Lebanon abstaining "
        "and Brazil and Turkey voting against.",
        "2010-06-10",
        {"symbol": "S/RES/1929", "states": {"LBN": "abstain", "BRA": "no", "TUR": "no"}},
    ),
]


@pytest.mark.parametrize(("text", "published", "args"), _VOTES)
def test_votes_of_many_crises(text: str, published: str, args: dict[str, object]) -> None:
    claim = one(text, "council.vote", published)
    assert {name: claim.args.get(name) for name in args} == args
    assert claim.verdict == "supported"


def test_the_tally_behind_a_veto_belongs_to_the_draft_vetoed() -> None:
    text = (
        "استخدمت روسيا يوم الخميس 28 آذار/مارس 2024 حق النقض في مجلس الأمن ضد مشروع قرار بشأن كوريا الشمالية. "
        "وأيد المشروع 14 عضوا، وعارضته روسيا وحدها، فيما امتنعت الصين عن التصويت."
    )
    vote = one(text, "council.vote", "2024-03-29")
    assert vote.args["topic"] == "PRK"
    assert vote.args["states"] == {"RUS": "no", "CHN": "abstain"}
    assert vote.verdict == "conflicting"


def test_those_who_vote_are_not_what_the_resolution_is_about() -> None:
    text = "The Security Council adopted resolution 678 with Cuba and Yemen voting against and China abstaining."
    assert "topic" not in one(text, "council.resolution", "1990-11-30").args


def test_part_of_the_members_is_no_size() -> None:
    assert "council.size" not in kinds("وصوت باقي أعضاء مجلس الأمن الـ14 لصالح القرار.", "2024-11-19")
    assert "un.size" not in kinds("The attack killed 70 members of the United Nations mission.")
    assert one("رحبت الدول الـ15 الأعضاء في مجلس الأمن بذلك.", "council.size").verdict == "supported"


@pytest.mark.parametrize(
    ("text", "published", "args"),
    [
        (
            "طلبت فرنسا عقد اجتماع طارئ لمجلس الأمن بشأن ليبيا.",
            "2019-04-05",
            {"convened_by": ["FRA"], "format": "emergency", "topic": "LBY"},
        ),
        (
            "The United Arab Emirates requested an emergency meeting of the Security Council on Gaza.",
            "2023-10-08",
            {"convened_by": ["ARE"], "format": "emergency", "topic": "PSE"},
        ),
        ("انتهت جلسة مغلقة لمجلس الأمن بشأن اليمن دون نتيجة.", "2018-11-17", {"format": "closed", "topic": "YEM"}),
    ],
)
def test_meetings_named_or_asked_for(text: str, published: str, args: dict[str, object]) -> None:
    claim = one(text, "council.meeting", published)
    assert {name: claim.args.get(name) for name in args} == args
    assert claim.verdict != "refuted"


@pytest.mark.parametrize(
    ("text", "person", "verdict"),
    [
        ("قالت ماري داود، نائبة المفوض العام للأونروا، إن الوضع خطير.", "", "not-enough-evidence"),
        (
            "دعا المنسق الخاص لعملية السلام في الشرق الأوسط نيكولاي ملادينوف إلى الهدوء.",
            "nickolay-mladenov",
            "supported",
        ),
        ("قال مسؤول الشؤون الإنسانية في الأمم المتحدة، ستيفن أوبراين، إن الجوع يزداد.", "stephen-obrien", "supported"),
        (
            "UN special rapporteur Agnes Callamard said the killing was planned.",
            "agnes-callamard",
            "not-enough-evidence",
        ),
    ],
)
def test_officers_whom_no_table_names_by_office(text: str, person: str, verdict: str) -> None:
    claim = one(text, "official.holds", "2016-08-06")
    assert person in str(claim.args["person"])
    assert claim.verdict == verdict


def test_an_adviser_is_not_the_secretary_general_himself() -> None:
    found = judged("مستشار الأمين العام للأمم المتحدة جمال بن عمر زار عدن.", "2016-05-03")
    assert all(claim.verdict != "refuted" and claim.args.get("office") != "secretary-general" for claim in found)


def test_seats_of_the_human_rights_council_lost_and_won() -> None:
    lost = one("علقت الجمعية العامة عضوية روسيا في مجلس حقوق الإنسان.", "rights_council.member", "2022-04-08")
    assert (lost.args["state"], lost.verdict) == ("RUS", "supported")
    won = one(
        "Russia won a seat on the Human Rights Council on 13 October 2020.", "rights_council.member", "2020-10-14"
    )
    assert won.verdict == "supported"
    assert kinds("Amnesty said Saudi Arabia should be suspended from the UN Human Rights Council.") == set()


def test_treaties_not_joined_and_left() -> None:
    out = one("لم تصادق إيران على سيداو.", "treaty.party", "2019-05-15")
    assert (out.args["status"], out.verdict) == ("not-party", "supported")
    left = one("انسحبت الفلبين من نظام روما الأساسي في مارس 2019.", "treaty.party", "2019-05-15")
    assert (left.args["status"], left.verdict) == ("withdrawn", "supported")
    assert kinds("طالبت المنظمة بأن تصادق إيران على اتفاقية مناهضة التعذيب.") == set()


def test_a_veto_of_another_day_names_the_one_on_record() -> None:
    text = "استخدمت روسيا والصين حق النقض في مجلس الأمن ضد مشروع قرار بشأن كوريا الشمالية في 10 حزيران/يونيو 2022."
    assert "26 May 2022" in one(text, "council.veto", "2022-06-11").why.en


def test_a_state_behind_the_tally_is_not_its_count() -> None:
    text = "The US vetoed a draft resolution demanding a ceasefire in Gaza. The vote was 13-1 with Britain abstaining."
    vote = one(text, "council.vote", "2023-12-09")
    assert (vote.args["yes"], vote.args["no"], vote.args["states"]) == (13, 1, {"GBR": "abstain"})
    assert "abstain" not in vote.args


def test_the_month_of_march_uses_no_veto() -> None:
    text = (
        "فيتو روسي جديد\n\nنيويورك، 29 آذار/مارس 2024 - استخدمت روسيا أمس الخميس حق النقض في مجلس الأمن ضد مشروع قرار "
        "بشأن كوريا الشمالية. وأيد المشروع 13 عضوا وامتنعت الصين عن التصويت."
    )
    vote = one(text, "council.vote", "2024-03-29")
    assert (vote.args["at"], vote.verdict) == ("2024-03-28", "supported")
