"""Claims on the Council and the Assembly as reports spread them over sentences: deeds without the word resolution,
delegates who preside or sit, tallies told apart from their day.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.held import judged, kinds, one


def _has(text: str, kind: str, published: str, args: Mapping[str, object]) -> str:
    """The verdict of the claim of a kind with these arguments."""
    found = [c for c in judged(text, published) if c.kind == kind and args.items() <= dict(c.args).items()]
    assert found, [(c.kind, dict(c.args)) for c in judged(text, published)]
    return found[0].verdict


@pytest.mark.parametrize(
    ("text", "published", "args"),
    [
        (
            "The Security Council on Thursday authorized the use of force against Iraq.",
            "1990-11-30",
            {"topic": "IRQ", "at": "1990-11-29"},
        ),
        (
            "The U.N. Security Council imposed an arms embargo on Libya on Saturday.",
            "2011-02-28",
            {"topic": "LBY", "at": "2011-02-26"},
        ),
        (
            "A divided Security Council set up a tribunal on Wednesday to try the killers of former Lebanese Prime"
            " Minister Rafik al-Hariri.",
            "2007-05-31",
            {"topic": "LBN", "at": "2007-05-30"},
        ),
        (
            "The Security Council met. In March 2005 it referred the situation in Darfur to the court.",
            "2011-02-28",
            {"topic": "SDN", "at": "2005-03"},
        ),
        (
            "The Security Council demanded an immediate ceasefire in Gaza on Monday. It was adopted with 14 votes.",
            "2024-03-26",
            {"topic": "PSE", "at": "2024-03-25"},
        ),
        (
            "أحال مجلس الأمن مساء الخميس ملف دارفور إلى المحكمة الدولية.",
            "2005-04-02",
            {"topic": "SDN", "at": "2005-03-31"},
        ),
        (
            "مدد مجلس الأمن، الخميس، ولاية البعثة في الصحراء الغربية.",
            "2024-11-01",
            {"topic": "ESH", "at": "2024-10-31"},
        ),
        (
            "وكان مجلس الأمن قد وافق في ديسمبر على تمديد إيصال المساعدات إلى سوريا.",
            "2017-04-13",
            {"topic": "SYR", "at": "2016-12"},
        ),
        ("تبنى مجلس الأمن أمس الاثنين الاتفاق النووي مع إيران.", "2015-07-21", {"topic": "IRN", "at": "2015-07-20"}),
    ],
)
def test_a_deed_of_the_council_is_a_resolution(text: str, published: str, args: dict[str, str]) -> None:
    assert _has(text, "council.resolution", published, args) == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council's committee imposed sanctions on Libya on Saturday.",
        "The European Union imposed sanctions on Libya, a member of the Security Council said.",
        "France asked the Security Council to extend the mandate in Mali.",
        "The Security Council failed to impose an arms embargo on South Sudan.",
        "The Security Council demanded an immediate ceasefire in Sudan on Monday.",
        "طالب مجلس الأمن بوقف إطلاق النار في السودان.",
        "لم يفرض مجلس الأمن عقوبات على إسرائيل.",
        "رفع مجلس الأمن الجلسة بعد نقاش حول العقوبات على السودان.",
    ],
)
def test_what_the_council_did_not_decide_is_no_resolution(text: str) -> None:
    assert "council.resolution" not in kinds(text, "2024-05-01")


def test_a_deed_on_a_day_without_resolutions_is_not_refuted() -> None:
    """A committee of the Council may have done it."""
    text = "The Security Council imposed sanctions on Haiti on Sunday."
    assert one(text, "council.resolution", "2023-05-08").verdict == "not-enough-evidence"


@pytest.mark.parametrize(
    ("text", "published", "state", "at"),
    [
        (
            "said Barbara Woodward of Britain, president of the Security Council for July.",
            "2023-07-12",
            "GBR",
            "2023-07",
        ),
        (
            "The Security Council met, said U.S. envoy Nikki Haley, the council president for April.",
            "2017-04-12",
            "USA",
            "2017-04",
        ),
        (
            "وقال السفير الصيني وانغ غوانغيا، رئيس مجلس الأمن لشهر أبريل، إن المجلس سيجتمع.",
            "2005-04-02",
            "CHN",
            "2005-04",
        ),
        ("ورأست نيوزيلندا جلسة مجلس الأمن بوصفها رئيسة المجلس لشهر يوليو.", "2015-07-21", "NZL", "2015-07"),
        ("ويرأس مجلس الأمن هذا الشهر الولايات المتحدة.", "2017-04-13", "USA", "2017-04"),
        (
            "Brazil holds the Security Council presidency this month. China takes over the presidency in March.",
            "2011-02-28",
            "CHN",
            "2011-03",
        ),
    ],
)
def test_who_presides_by_apposition_and_handover(text: str, published: str, state: str, at: str) -> None:
    assert _has(text, "council.presidency", published, {"state": state, "at": at}) == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "Russia's attack was condemned by Jane Doe, president of the Security Council for April.",
        "وقالت جين دو، رئيسة مجلس الأمن لشهر أبريل، إن روسيا تعزل نفسها.",
        "Russia denied it, and the Security Council president for April asked for calm.",
    ],
)
def test_a_state_that_is_only_spoken_of_does_not_preside(text: str) -> None:
    assert "council.presidency" not in kinds(text, "2017-04-13")


@pytest.mark.parametrize(
    ("text", "published", "args"),
    [
        (
            "Hwang Joon-kook, ambassador of South Korea, whose country will sit on the Security Council as an elected"
            " member from next year, spoke.",
            "2023-08-18",
            {"state": "KOR", "seat": "elected", "at": "2024"},
        ),
        ("Lebanon, the only Arab country on the Security Council, agreed.", "2011-02-28", {"state": "LBN"}),
        ("وقالت سفيرة الأردن، العضو العربي الوحيد في مجلس الأمن، إنها تأمل ذلك.", "2015-07-21", {"state": "JOR"}),
    ],
)
def test_seats_told_of_delegates(text: str, published: str, args: dict[str, str]) -> None:
    assert _has(text, "council.member", published, args) == "supported"


def test_two_votes_in_one_sentence_stay_apart() -> None:
    text = (
        "واعتمد مجلس الأمن القرار 1970 بالإجماع في 26 فبراير 2011،"
        " ثم أجاز القوة بالقرار 1973 الذي امتنعت روسيا والصين عن التصويت عليه."
    )
    assert _has(text, "council.vote", "2012-02-05", {"symbol": "S/RES/1970", "no": 0, "abstain": 0}) == "supported"
    states = {"RUS": "abstain", "CHN": "abstain"}
    assert _has(text, "council.vote", "2012-02-05", {"symbol": "S/RES/1973", "states": states}) == "supported"


@pytest.mark.parametrize(
    ("text", "published", "args", "verdict"),
    [
        (
            "Russia vetoed a Security Council draft on Syria. Thirteen members supported the draft, China abstained.",
            "2023-07-12",
            {"yes": 13},
            "supported",
        ),
        (
            "The Security Council set up a court for Lebanon on Wednesday. The vote was 10 in favour with five"
            " abstentions.",
            "2007-05-31",
            {"yes": 10, "abstain": 5, "at": "2007-05-30"},
            "supported",
        ),
        (
            "The Security Council demanded a ceasefire in Gaza. It was adopted with 14 votes in favour and one"
            " abstention, that of the United States.",
            "2024-03-26",
            {"yes": 14, "abstain": 1, "states": {"USA": "abstain"}, "topic": "PSE"},
            "supported",
        ),
        (
            "اعتمد مجلس الأمن القرار 1929 في يونيو 2010 بتأييد 12 دولة مقابل معارضة البرازيل وتركيا وامتناع لبنان.",
            "2015-07-21",
            {"yes": 12, "states": {"BRA": "no", "TUR": "no", "LBN": "abstain"}},
            "supported",
        ),
    ],
)
def test_tallies_over_sentences(text: str, published: str, args: dict[str, object], verdict: str) -> None:
    assert _has(text, "council.vote", published, args) == verdict


@pytest.mark.parametrize(
    ("text", "published", "verdict"),
    [
        ("voted 141-5 with 35 abstentions on March 2 to condemn the invasion of Ukraine.", "2022-03-03", "supported"),
        ("voted 145-5 with 35 abstentions on March 2 to condemn the invasion of Ukraine.", "2022-03-03", "conflicting"),
        (
            "suspended Russia from the Human Rights Council on April 7 in a 93-24 vote with 58 abstentions.",
            "2022-10-13",
            "supported",
        ),
        ("adopted a text on Gaza by 153 votes to 10 with 23 abstentions on December 12.", "2024-01-03", "supported"),
    ],
)
def test_votes_of_emergency_sessions(text: str, published: str, verdict: str) -> None:
    assert one(f"The UN General Assembly {text}", "assembly.vote", published).verdict == verdict


def test_the_day_of_an_adoption_is_that_of_the_tally_behind_what_it_demands() -> None:
    text = (
        "وكانت الجمعية العامة للأمم المتحدة قد اعتمدت في 12 ديسمبر قرارا يطالب بوقف إطلاق النار في غزة بأغلبية 153 صوتا"
        " مقابل 10 وامتناع 23."
    )
    assert _has(text, "assembly.vote", "2024-01-03", {"yes": 153, "no": 10, "at": "2023-12-12"}) == "supported"


def test_a_refusal_of_amendments_is_no_vote_against() -> None:
    assert "council.vote" not in kinds("وقبل ذلك رفض مجلس الأمن ثلاثة تعديلات روسية.", "2024-01-11")


@pytest.mark.parametrize(
    ("text", "published", "args"),
    [
        ("أحبطت روسيا والصين أمس السبت مشروع قرار في مجلس الأمن بشأن سوريا.", "2012-02-05", {"by": ["RUS", "CHN"]}),
        (
            "China and Russia have blocked any step in the Security Council since they vetoed a draft on North Korea"
            " in May 2022.",
            "2023-08-18",
            {"by": ["CHN", "RUS"], "topic": "PRK", "at": "2022-05"},
        ),
    ],
)
def test_vetoes_without_their_usual_words(text: str, published: str, args: dict[str, object]) -> None:
    assert _has(text, "council.veto", published, args) == "supported"


def test_a_draft_brought_down_without_a_veto_is_not_refuted() -> None:
    text = "أحبطت روسيا أمس السبت مشروع قرار في مجلس الأمن بشأن مالي."
    assert {c.verdict for c in judged(text, "2012-02-05") if c.kind == "council.veto"} <= {"not-enough-evidence"}


def test_who_asked_for_the_meeting() -> None:
    text = (
        "The Security Council held its first open meeting on North Korea since 2017 on Thursday. The meeting was"
        " requested by the United States, Albania and Japan."
    )
    assert _has(text, "council.meeting", "2023-08-18", {"at": "2023-08-17", "topic": "PRK"}) == "supported"
    assert _has(text, "council.meeting", "2023-08-18", {"convened_by": ["USA", "ALB", "JPN"]}) != "refuted"
