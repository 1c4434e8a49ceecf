"""Claims whose body, day, subject or text stands in another sentence of the report, or in another clause."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.held import judged

_GAZA = "The Security Council met on Gaza."
_HELD = [
    # who tabled a text is not what it is about
    (
        "2020-07-12",
        "The Security Council met on Syria. Russia and China vetoed the first German and Belgian draft on Tuesday.",
        "council.veto",
        {"by": ["RUS", "CHN"], "topic": "SYR", "at": "2020-07-07"},
    ),
    (
        "2023-10-28",
        "اجتمع مجلس الأمن بشأن غزة. وفي 18 أكتوبر استخدمت الولايات المتحدة الفيتو ضد نص برازيلي أيده 12 عضوا.",
        "council.veto",
        {"by": ["USA"], "topic": "PSE", "at": "2023-10-18"},
    ),
    (
        "2023-10-28",
        "دعت الجمعية العامة للأمم المتحدة مساء الجمعة إلى هدنة في غزة. وقدم الأردن القرار. وأيدته 120 دولة وعارضته 14.",
        "assembly.vote",
        {"yes": 120, "no": 14, "topic": "PSE"},
    ),
    # a text brought down
    (
        "2023-12-24",
        "وفي الثامن من ديسمبر عطلت واشنطن في مجلس الأمن نصا إماراتيا يطالب بوقف إطلاق النار في غزة.",
        "council.veto",
        {"by": ["USA"], "topic": "PSE", "at": "2023-12-08"},
    ),
    (
        "2012-02-06",
        "أحبطت روسيا والصين السبت مشروع قرار بشأن سوريا في مجلس الأمن. وكانت روسيا والصين قد استخدمتا حق النقض في"
        " مجلس الأمن بشأن سوريا في 4 تشرين الأول/أكتوبر 2011.",
        "council.veto",
        {"by": ["RUS", "CHN"], "topic": "SYR", "at": "2012-02-04"},
    ),
    # whose vote it is
    (
        "2024-05-12",
        "أيدت الجمعية العامة الجمعة أهلية فلسطين للعضوية الكاملة في الأمم المتحدة. وصوت لصالح القرار 143 بلدا"
        " مقابل تسعة وامتناع 25. وكان مجلس الأمن قد رفضها.",
        "assembly.vote",
        {"yes": 143, "no": 9, "abstain": 25},
    ),
    (
        "2022-02-28",
        "دعا مجلس الأمن الأحد إلى جلسة طارئة للجمعية العامة بشأن أوكرانيا. وصوت 11 عضوا لصالح القرار وعارضته روسيا.",
        "council.vote",
        {"yes": 11, "states": {"RUS": "no"}},
    ),
    # the day of the deed before
    (
        "2017-12-23",
        "رفضت الجمعية العامة للأمم المتحدة الخميس الاعتراف بالقدس عاصمة. وأيدت القرار 128 دولة وعارضته تسع دول.",
        "assembly.vote",
        {"yes": 128, "no": 9, "at": "2017-12-21"},
    ),
    (
        "2024-06-11",
        "Of the texts of the Security Council on Gaza, resolution 2712 was adopted in November with 12 votes and"
        " resolution 2728 in March with 14.",
        "council.resolution",
        {"symbol": "S/RES/2728", "at": "2024-03"},
    ),
    # counts and those who did otherwise
    (
        "2023-12-23",
        f"{_GAZA} An amendment failed; ten members supported it, the United States vetoed it and four abstained.",
        "council.vote",
        {"yes": 10, "abstain": 4},
    ),
    (
        "2023-12-23",
        f"{_GAZA} On 8 December the United States vetoed a draft. It had 13 votes and Britain abstained.",
        "council.vote",
        {"yes": 13, "states": {"GBR": "abstain"}, "at": "2023-12-08"},
    ),
    # seats and chairs
    (
        "1974-08-20",
        "The Security Council met on Cyprus. Peru, Australia and Indonesia sit on the Council this year.",
        "council.member",
        {"state": "AUS", "at": "1974"},
    ),
    (
        "2023-07-12",
        "The Security Council met on Syria. The Council's president for July, Britain, closed the meeting.",
        "council.presidency",
        {"state": "GBR", "at": "2023-07"},
    ),
    (
        "2023-07-12",
        "وقالت رئيسة مجلس الأمن لشهر تموز/يوليو، السفيرة البريطانية باربرا وودوارد، إن المجلس سيجتمع.",
        "council.presidency",
        {"state": "GBR", "at": "2023-07"},
    ),
    # who tabled it, told behind "by"
    (
        "2019-09-20",
        "Two texts on Idlib failed in the Security Council. Russia and China vetoed the first, submitted by Belgium,"
        " Germany and Kuwait.",
        "council.veto",
        {"by": ["RUS", "CHN"], "topic": "SYR"},
    ),
    # a number behind the number of the text
    (
        "2009-01-10",
        "وأيد القرار 1860 أربعة عشر عضوا في مجلس الأمن وامتنعت الولايات المتحدة.",
        "council.vote",
        {"yes": 14, "states": {"USA": "abstain"}, "symbol": "S/RES/1860"},
    ),
    (
        "2007-06-02",
        "وصوتت لصالح القرار 1757 في مجلس الأمن عشر دول وامتنعت خمس.",
        "council.vote",
        {"yes": 10, "abstain": 5, "symbol": "S/RES/1757"},
    ),
    (
        "2007-07-02",
        "China and Russia vetoed a draft on Myanmar in the Security Council in January. Nine members backed that text"
        " and South Africa joined the two in voting no.",
        "council.vote",
        {"yes": 9, "states": {"ZAF": "no"}},
    ),
    # an alliance is nobody's council
    (
        "1995-12-16",
        "The Security Council handed Bosnia to the NATO-led force. Resolution 1031 was adopted unanimously. Russia is"
        " presiding over the Council in December.",
        "council.presidency",
        {"state": "RUS", "at": "1995-12"},
    ),
    # a month alone tells whose presidency it is
    (
        "2010-06-10",
        "The Security Council voted on Iran. Mexico holds the rotating presidency this month.",
        "council.presidency",
        {"state": "MEX", "at": "2010-06"},
    ),
    (
        "2024-07-02",
        "Russia holds the presidency of the Security Council this month. It passes to others: the presidency passes to"
        " Sierra Leone in August.",
        "council.presidency",
        {"state": "SLE", "at": "2024-08"},
    ),
    # the Council told of before it is named
    (
        "2017-11-18",
        "Russia on Thursday vetoed an American draft on Syria. Eleven countries voted in favour; China and Egypt"
        " abstained. A Russian text was put to the vote on Thursday too. It failed. The Security Council meets again.",
        "council.vote",
        {"yes": 11, "states": {"CHN": "abstain", "EGY": "abstain"}, "at": "2017-11-16"},
    ),
    # votes against, told by a verb with a pronoun
    (
        "2008-07-13",
        "نقضت الصين وروسيا الجمعة مشروع قرار بشأن زيمبابوي في مجلس الأمن. وعارضته أيضا ليبيا وجنوب أفريقيا وفيتنام"
        " وامتنعت إندونيسيا.",
        "council.vote",
        {"states": {"LBY": "no", "ZAF": "no", "VNM": "no", "IDN": "abstain"}},
    ),
    (
        "2025-09-19",
        "عطلت الولايات المتحدة مشروع قرار بشأن غزة. وصوت لصالحه الخميس الأعضاء الأربعة عشر الآخرون في مجلس الأمن.",
        "council.vote",
        {"yes": 14, "topic": "PSE", "at": "2025-09-18"},
    ),
    (
        "2025-11-18",
        "اجتمع مجلس الأمن. وحصل القرار 2803 على 13 صوتا وامتنعت روسيا والصين.",
        "council.vote",
        {"yes": 13, "symbol": "S/RES/2803"},
    ),
    # a treaty told of over several sentences
    (
        "2023-03-05",
        "France ratified the Rome Statute in 2000. China never signed it. Russia signed it in 2000.",
        "treaty.party",
        {"state": "RUS", "status": "signatory", "treaty": "rome-statute", "at": "2000"},
    ),
    # the day of a deed in other words
    (
        "2005-04-01",
        "The Security Council late on Thursday sent the situation in Darfur to the International Criminal Court. Eleven"
        " members voted in favour.",
        "council.vote",
        {"yes": 11, "topic": "SDN", "at": "2005-03-31"},
    ),
]
_NOT_CONTRADICTED = [
    # the presidency of something else
    ("2024-07-02", "The Security Council met on Gaza. Hungary holds the presidency of the EU this month."),
    (
        "2024-07-02",
        "Russia holds the presidency of the Security Council this month. South Africa takes over the G20 presidency in"
        " December.",
    ),
    # the last of several texts
    (
        "2010-06-10",
        "The Security Council met on Iran. It had adopted resolution 1737 in December 2006 and resolution 1803 in March"
        " 2008. Indonesia abstained on the last.",
    ),
    # a council that is named much later explains no "the Council"
    (
        "2011-03-19",
        "The Council acted on Thursday night. Resolution 1973 allows force. Ten countries supported it and five"
        " abstained, among them Germany, which joined the Council in January. Lebanon asked for more. Weeks passed."
        " Then, on 1 March, the General Assembly suspended Libya from the Human Rights Council.",
    ),
    # days later is another day
    (
        "2022-04-08",
        "In the Security Council, Russia vetoed a draft on Ukraine on 25 February. China and India abstained. Two days"
        " later members met anew; that vote was 12 to one.",
    ),
]
_WITHOUT = [
    # another day, another subject, another body
    (
        "2015-07-30",
        "استخدمت روسيا الأربعاء الفيتو في مجلس الأمن ضد مشروع بشأن أوكرانيا. وقبل ثلاثة أسابيع نقضت موسكو مشروعا بشأن"
        " البوسنة. ونال ذلك المشروع عشرة أصوات.",
        {"topic": "BIH", "at": "2015-07-29"},
    ),
    (
        "2022-03-05",
        "The General Assembly demanded a withdrawal by 141 votes to five; Belarus and Eritrea sided with Russia.",
        {"topic": "BLR"},
    ),
    (
        "2006-07-02",
        "وأنشأته الجمعية العامة في 15 آذار/مارس بأغلبية 170 صوتا مقابل أربعة. وفازت السعودية وكوبا والهند بمقاعد.",
        {"topic": "SAU"},
    ),
    (
        "2013-12-20",
        "اعتمدت الجمعية العامة الأربعاء قرارا بشأن إيران بأغلبية 86 صوتا مقابل 36. وكانت لجنتها الثالثة قد أقرت المشروع"
        " بـ83 صوتا مقابل 36.",
        {"yes": 83},
    ),
    (
        "2022-03-05",
        "The Security Council met on Ukraine. Brazil, which abstained, presides over the Security Council in March.",
        {"states": {"BRA": "abstain"}, "at": "2022-03"},
    ),
]
_FREE = [
    ("كانت سوريا قد انسحبت في مايو من السباق على مقعد في مجلس حقوق الإنسان.", "rights_council.member"),
    ("وعللت الخارجية السعودية قرارها بعجز مجلس الأمن إزاء سوريا.", "council.resolution"),
    ("قال السفير إن مجلس الأمن سيجتمع.", "council.meeting"),
]


@pytest.mark.parametrize(("published", "text", "kind", "args"), _HELD)
def test_claims_of_reports(published: str, text: str, kind: str, args: Mapping[str, object]) -> None:
    found = [c for c in judged(text, published) if c.kind == kind]
    assert any(args.items() <= dict(c.args).items() for c in found), [dict(c.args) for c in found]
    assert not [dict(c.args) for c in found if c.verdict == "refuted"]


@pytest.mark.parametrize(("published", "text"), _NOT_CONTRADICTED)
def test_nothing_in_them_is_contradicted(published: str, text: str) -> None:
    assert not [dict(c.args) for c in judged(text, published) if c.verdict in ("refuted", "conflicting")]


@pytest.mark.parametrize(("text", "kind"), _FREE)
def test_what_makes_no_claim(text: str, kind: str) -> None:
    assert kind not in {c.kind for c in judged(text, "2013-10-20")}


@pytest.mark.parametrize(("published", "text", "args"), _WITHOUT)
def test_what_stands_elsewhere_is_no_argument(published: str, text: str, args: Mapping[str, object]) -> None:
    assert not [dict(c.args) for c in judged(text, published) if args.items() <= dict(c.args).items()]


def test_the_rank_of_a_new_member_may_stand_behind_its_day() -> None:
    text = "The General Assembly admitted South Sudan on Thursday as the 194th member of the United Nations."
    assert [c.verdict for c in judged(text, "2011-07-15") if c.kind == "un.member"] == ["conflicting"]
    assert [c.verdict for c in judged(text.replace("194th", "193rd"), "2011-07-15")] == ["supported"]
