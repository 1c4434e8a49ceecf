"""Claims on the Council in the styles of many outlets: headlines, votes of none and of all, presidencies beside a seat,
rosters, delegates who veto.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.held import judged

Args = Mapping[str, object]


def _with(text: str, kind: str, published: str, args: Args) -> str:
    """The verdict of the claim of a kind with these arguments."""
    claims = [c for c in judged(text, published) if c.kind == kind]
    found = [c for c in claims if args.items() <= dict(c.args).items()]
    assert found, [dict(c.args) for c in claims]
    return found[0].verdict


VOTES = [
    (
        "عشرة أصوات لقرار ليبيا في مجلس الأمن وألمانيا تمتنع",
        "2011-03-18",
        {"yes": 10, "topic": "LBY", "states": {"DEU": "abstain"}},
    ),
    (
        "14 صوتا في مجلس الأمن لوقف النار في غزة وواشنطن تمتنع",
        "2024-03-26",
        {"yes": 14, "states": {"USA": "abstain"}},
    ),
    ("خمس دول تمتنع في مجلس الأمن عن التصويت على قرار ليبيا", "2011-03-18", {"abstain": 5, "topic": "LBY"}),
    (
        "روسيا تصوت ضد مشروع قرار أوكرانيا في مجلس الأمن والصين تمتنع",
        "2022-02-26",
        {"states": {"RUS": "no", "CHN": "abstain"}, "topic": "UKR"},
    ),
    ("اعتمد مجلس الأمن القرار 460 أمس بأغلبية 13 صوتا ضد لا شيء.", "1979-12-22", {"yes": 13, "no": 0}),
    ("اعتمد مجلس الأمن القرار 1929 أمس بـ12 صوتا ضد صوتين.", "2010-06-10", {"yes": 12, "no": 2}),
    ("The Security Council adopted resolution 1929 on Wednesday by 12 votes against 2.", "2010-06-10", {"no": 2}),
    ("اعتمد مجلس الأمن القرار 2216 الثلاثاء بـ14 صوتا ومن دون صوت معارض واحد.", "2015-04-15", {"yes": 14, "no": 0}),
    (
        "Resolution 2216 passed in the Security Council with 14 votes for and no dissenting votes.",
        "2015-04-15",
        {"no": 0},
    ),
    ("حظي القرار 2140 بتأييد جميع أعضاء مجلس الأمن الخمسة عشر.", "2014-02-27", {"yes": 15}),
    ("All 15 members of the Security Council voted for resolution 2140 on Wednesday.", "2014-02-27", {"yes": 15}),
    ("Resolution 2140 won the backing of all 15 members of the Security Council.", "2014-02-27", {"yes": 15}),
    (
        "The Security Council on Tuesday adopted resolution 2216. Fourteen members voted in favour.",
        "2015-04-15",
        {"yes": 14, "symbol": "S/RES/2216"},
    ),
    (
        "Sanctions were tightened by Security Council resolution 2023, when Russia and China abstained.",
        "2018-11-15",
        {"symbol": "S/RES/2023", "states": {"RUS": "abstain", "CHN": "abstain"}},
    ),
    ("لم ينل مشروع القرار الروسي بشأن سوريا في مجلس الأمن السبت سوى ثلاثة أصوات.", "2018-04-15", {"yes": 3}),
    (
        "Thirteen Council members backed the draft on Crimea in the Security Council on Saturday.",
        "2014-03-16",
        {"yes": 13},
    ),
    ("مجلس الأمن يعتمد القرار 1559 بتسعة أصوات وامتناع ست دول", "2004-09-03", {"yes": 9, "abstain": 6}),
    (
        "The US cast the lone no vote on Gaza in the Security Council on Wednesday.",
        "2024-11-21",
        {"states": {"USA": "no"}},
    ),
]


@pytest.mark.parametrize(("text", "published", "args"), VOTES)
def test_votes_in_the_words_of_many_outlets(text: str, published: str, args: Args) -> None:
    assert _with(text, "council.vote", published, args) == "supported"


def test_states_stand_in_the_order_of_the_text() -> None:
    said = "Resolution 1907 was adopted by the Security Council, Libya voting against and China abstaining."
    votes = [c.args["states"] for c in judged(said, "2009-12-24") if c.kind == "council.vote"]
    assert [list(states) for states in votes if isinstance(states, dict)] == [["LBY", "CHN"]]


@pytest.mark.parametrize(
    "text",
    [
        "10 votes for, five abstentions: Security Council approves Libya no-fly zone",
        "14 صوتا في مجلس الأمن لقرار اليمن وموسكو تمتنع",
        "The Security Council adopted resolution 2623 by 11 votes to 1 against (Russia) on Ukraine.",
    ],
)
def test_what_a_vote_is_about_does_not_vote(text: str) -> None:
    votes = [c.args.get("states") or {} for c in judged(text, "2022-03-01") if c.kind == "council.vote"]
    assert votes
    assert not any({"LBY", "YEM", "UKR"} & set(states) for states in votes if isinstance(states, dict))


@pytest.mark.parametrize(
    "text",
    [
        "هل تمتنع موسكو في مجلس الأمن عن التصويت على قرار اليمن؟",
        "لم يحصل المشروع على تسعة أصوات في مجلس الأمن الاثنين.",
        "The draft did not get the nine votes needed in the Security Council on Monday.",
        "The 15-member Security Council voted for a truce in Gaza on Monday.",
    ],
)
def test_no_tally_is_read_where_none_is_told(text: str) -> None:
    tallies = [dict(c.args) for c in judged(text, "2024-03-27") if c.kind == "council.vote"]
    assert not any({"yes", "states"} & set(args) for args in tallies)


PRESIDENCIES = [
    ("ولبنان عضو في مجلس الأمن ويترأسه هذا الشهر.", "2010-05-18", {"state": "LBN", "at": "2010-05"}),
    (
        "أعد الأردن، العضو العربي في مجلس الأمن ورئيسه للشهر الجاري، النص.",
        "2015-04-15",
        {"state": "JOR", "at": "2015-04"},
    ),
    ("قدم الأردن، الرئيس الحالي لمجلس الأمن، مشروع القرار.", "2015-04-15", {"state": "JOR"}),
    (
        "يجتمع الوزراء في مجلس الأمن الذي ترأسه الولايات المتحدة هذا الشهر.",
        "2023-08-05",
        {"state": "USA", "at": "2023-08"},
    ),
    ("The US sits on the Security Council, which it presides over this month.", "2023-08-05", {"state": "USA"}),
    ("The Security Council, which the United States chairs this month, meets.", "2023-08-05", {"state": "USA"}),
    (
        "Russia, then President of the Security Council, had vetoed a draft on Ukraine on 25 February.",
        "2022-04-07",
        {"state": "RUS", "at": "2022-02-25"},
    ),
    (
        "Security Council President Jacques Leprette of France, who has the chair for January, spoke.",
        "1980-01-15",
        {"state": "FRA", "at": "1980-01"},
    ),
    ("South Korea, which has the chair of the Security Council for June, spoke.", "2024-06-12", {"state": "KOR"}),
    (
        "South Korea, this month's president of the Security Council, spoke.",
        "2024-06-12",
        {"state": "KOR", "at": "2024-06"},
    ),
    (
        "قال سفير فرنسا التي تترأس مجلس الأمن في تموز/يوليو إن الجلسة مهمة.",
        "2021-07-02",
        {"state": "FRA", "at": "2021-07"},
    ),
    (
        "Viet Nam begins its presidency of the Security Council this month.",
        "2020-01-03",
        {"state": "VNM", "at": "2020-01"},
    ),
]


@pytest.mark.parametrize(("text", "published", "args"), PRESIDENCIES)
def test_presidencies_beside_a_seat_or_a_name(text: str, published: str, args: Args) -> None:
    assert _with(text, "council.presidency", published, args) == "supported"


def test_a_presidency_told_by_a_pronoun_can_be_refuted() -> None:
    said = "ولبنان هو العضو العربي الوحيد في مجلس الأمن ويتولى رئاسته خلال شهر مارس الجاري."
    assert _with(said, "council.presidency", "2011-03-18", {"state": "LBN"}) == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        "Malta sits on the Security Council and its president, Myriam Spiteri Debono, visits New York in April.",
        "Jordan's parliament and its president met the Security Council in March.",
        "The African Union Peace and Security Council, chaired by Namibia this month, met.",
        "Slovenia, then president of the European Union, voted in the Security Council in March.",
        "مالطا عضو في مجلس الأمن، ورئيس وزرائها زار نيويورك في مارس.",
    ],
)
def test_another_president_is_not_that_of_the_council(text: str) -> None:
    assert "council.presidency" not in {c.kind for c in judged(text, "2024-03-27")}


ROSTERS = [
    ("ويضم مجلس الأمن حاليا من الدول غير الدائمة العضوية الكويت ونيجيريا والنرويج.", "1979-12-22", "KWT NGA NOR"),
    ("يضم مجلس الأمن حاليا بين أعضائه غير الدائمين الإمارات والبرازيل والهند.", "2022-03-03", "ARE BRA IND"),
    ("The Security Council currently includes Brazil and India among its elected members.", "2022-03-03", "BRA IND"),
    (
        "The Security Council's ten elected members are at present Albania, Brazil and Gabon.",
        "2022-03-03",
        "ALB BRA GAB",
    ),
    ("The General Assembly on Tuesday elected Algeria and Slovenia to the Security Council.", "2023-06-07", "DZA SVN"),
    (
        "The General Assembly elected Algeria and Guyana as non-permanent members of the Security Council on Tuesday.",
        "2023-06-07",
        "DZA GUY",
    ),
    ("انتخبت الجمعية العامة أمس الجزائر وغيانا لعضوية مجلس الأمن.", "2023-06-07", "DZA GUY"),
    ("Mexico won its Security Council seat only on Jan. 7 after 150 ballots.", "1980-01-15", "MEX"),
]


@pytest.mark.parametrize(("text", "published", "states"), ROSTERS)
def test_members_are_told_from_the_side_of_the_body(text: str, published: str, states: str) -> None:
    claims = [c for c in judged(text, published) if c.kind == "council.member"]
    assert [c.args["state"] for c in claims] == states.split()
    assert {(c.args["seat"], c.verdict) for c in claims} == {("elected", "supported")}


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council's agenda now includes Yemen and Libya.",
        "The Security Council list includes Iran and North Korea among states under sanctions.",
        "يضم مجلس الأمن في جدول أعماله اليمن وليبيا.",
        "The draft includes Brazil and India among the sponsors in the Security Council.",
        "Portugal won Security Council support for the plan.",
    ],
)
def test_what_a_body_deals_with_is_no_member(text: str) -> None:
    assert "council.member" not in {c.kind for c in judged(text, "2010-10-13")}


@pytest.mark.parametrize(
    "text",
    [
        "يضم مجلس الأمن خمس دول دائمة العضوية هي الصين وفرنسا وروسيا وبريطانيا والولايات المتحدة.",
        "The Security Council comprises five permanent members and ten elected ones.",
        "The Security Council met. The 152-nation Assembly will meet in March.",
    ],
)
def test_a_part_of_a_body_or_another_one_is_no_size_of_the_council(text: str) -> None:
    assert "council.size" not in {c.kind for c in judged(text, "2010-10-13")}


VETOES = [
    (
        "Russia, an ally of Syria, vetoed a draft on Ukraine in the Security Council on 25 February.",
        "2022-03-10",
        "RUS",
    ),
    ("روسيا، حليفة سوريا، استخدمت الفيتو في مجلس الأمن ضد مشروع قرار عن أوكرانيا في 25 فبراير.", "2022-03-10", "RUS"),
    ("The Soviet delegate cast his veto in the Security Council on Jan. 7 on Afghanistan.", "1980-01-15", "SUN"),
    (
        "The U.S. envoy, Linda Thomas-Greenfield, vetoed a Gaza draft in the Security Council on Tuesday.",
        "2024-02-21",
        "USA",
    ),
    ("استخدمت المندوبة الأمريكية حق النقض ضد مشروع القرار بشأن غزة في مجلس الأمن أمس الثلاثاء.", "2024-02-21", "USA"),
    ("Washington's representative used the veto in the Security Council on Tuesday on Gaza.", "2024-02-21", "USA"),
    (
        "The Security Council adopted resolution 2728 on Monday. Three days before, Russia had vetoed a draft on Gaza.",
        "2024-03-27",
        "RUS",
    ),
]


@pytest.mark.parametrize(("text", "published", "state"), VETOES)
def test_who_vetoes_is_told_by_appositions_and_delegates(text: str, published: str, state: str) -> None:
    assert _with(text, "council.veto", published, {"by": [state]}) == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "وأكد المندوب الصيني أن بلاده لم تستخدم حق النقض ضد القرار 1973 في مجلس الأمن.",
        "The Security Council adopted resolution 1973 on Thursday. China did not use its veto against the resolution.",
    ],
)
def test_nobody_vetoed_a_resolution_that_was_adopted(text: str) -> None:
    assert _with(text, "council.veto", "2011-03-18", {"by": ["CHN"], "symbol": "S/RES/1973"}) == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "France, which had been critical of Israel and Iran, vetoed nothing in the Security Council this year.",
        "قال لافروف إن بلاده لم تفكر لحظة في استخدام الفيتو في مجلس الأمن.",
        "Guterres, who visited Russia, and Syria, vetoed the idea in the Security Council.",
    ],
)
def test_no_veto_is_read_where_none_is_told(text: str) -> None:
    assert "council.veto" not in {c.kind for c in judged(text, "2024-03-27")}


def test_a_veto_without_a_day_does_not_take_that_of_another_deed() -> None:
    said = "اعتمد مجلس الأمن الاثنين القرار 2728. وفي وقت سابق نقضت روسيا والصين مشروع قرار بشأن غزة."
    vetoes = [c for c in judged(said, "2024-03-27") if c.kind == "council.veto"]
    assert vetoes
    assert not any("at" in c.args for c in vetoes)


def test_a_meeting_that_was_resumed_dates_its_resolution() -> None:
    said = "On Jan. 9 the Security Council voted 12 to 2 for Resolution 462, which called the Assembly into session."
    assert _with(said, "council.resolution", "1980-01-15", {"symbol": "S/RES/462", "at": "1980-01-09"}) == "supported"


def test_the_states_of_another_council_do_not_own_the_council() -> None:
    said = (
        "أعدت دول مجلس التعاون الخليجي النص. وسبق للمجلس أن أصدر القرار 2201 بشأن اليمن، بحسب دبلوماسيين في مجلس الأمن."
    )
    assert _with(said, "council.resolution", "2015-04-16", {"symbol": "S/RES/2201"}) == "supported"


def test_no_is_an_abbreviation_only_before_a_number() -> None:
    said = (
        "Thirteen members of the Security Council voted for it; only East Germany joined the Soviet Union in voting"
        " no. On Jan. 9 the Council voted 12 to 2."
    )
    votes = [dict(c.args) for c in judged(said, "1980-01-15") if c.kind == "council.vote"]
    assert {"DDR": "no", "SUN": "no"} in [args.get("states") for args in votes]
    assert any(args.get("yes") == 12 and "states" not in args for args in votes)
