"""Claims on sanctions: regimes and who is on the list."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.mechanisms.sanctions.listed_names import entries, sounds
from mahdar.mechanisms.sanctions.rules import Years
from tests.held import judged, kinds, one, record

REGIME, LISTING = "sanctions.regime", "sanctions.listing"


@pytest.mark.parametrize(
    ("sentence", "target", "negated", "verdict"),
    [
        ("Unlike Libya, Egypt is not under UN sanctions.", "EGY", True, "supported"),
        ("على عكس ليبيا، لا تخضع مصر لعقوبات الأمم المتحدة.", "EGY", True, "supported"),
        ("Somalia is not subject to UN sanctions.", "SOM", True, "refuted"),
        ("Chile has faced United Nations sanctions since 2012.", "CHL", False, "refuted"),
        ("Afghanistan has been under UN sanctions since 1999.", "AFG", False, "supported"),
        ("Sanctions were imposed on Yemen by the Security Council in February 2014.", "YEM", False, "supported"),
        ("Sanctions were imposed on Yemen by the Security Council in 2016.", "YEM", False, "not-enough-evidence"),
        ("Yemen has been under UN sanctions since 2009.", "YEM", False, "conflicting"),
        ("تخضع كوريا الشمالية لعقوبات مجلس الأمن منذ أكثر من عقد.", "PRK", False, "supported"),
        ("North Korea has been under UN sanctions for three decades.", "PRK", False, "conflicting"),
    ],
)
def test_a_regime_on_whom_and_since_when(sentence: str, target: str, negated: bool, verdict: str) -> None:
    claim = one(sentence, REGIME, "2018-05-01")
    assert (claim.args["target"], claim.negated, claim.verdict) == (target, negated, verdict)


@pytest.mark.parametrize(
    "sentence",
    [
        "Turkey is subject to sanctions threats, the UN Security Council heard.",
        "China opposed new UN sanctions on Myanmar.",
        "The United States imposed sanctions on Venezuela before the UN Security Council met.",
        "A Tunisian company is under UN sanctions.",
        "The sanctions imposed on Russia by the West were discussed at the UN Security Council.",
        "Members of the UN Security Council imposed sanctions on Qatar in June.",
        "العقوبات المفروضة على روسيا منذ 2014 نوقشت في مجلس الأمن.",
        "قال مندوب تركيا في الأمم المتحدة إن بلاده تواجه عقوبات قاسية.",
    ],
)
def test_what_is_no_regime_of_the_council_is_not_refuted(sentence: str) -> None:
    assert REGIME not in kinds(sentence, "2020-05-01")


@pytest.mark.parametrize(
    ("sentence", "name", "verdict"),
    [
        ("Masood Azhar was added to the UN sanctions list in May 2019.", "Masood Azhar", "supported"),
        ("Masood Azhar was added to the UN sanctions list in 2011.", "Masood Azhar", "conflicting"),
        ("The UN Security Council blacklisted Green Pine Associated Corporation in 2012.", None, "supported"),
        ("أدرج مجلس الأمن جوزيف كوني على قائمة العقوبات في مارس 2016.", "جوزيف كوني", "supported"),
        ("يخضع عبد الملك الحوثي لعقوبات الأمم المتحدة منذ عام 2015.", "عبد الملك الحوثي", "supported"),
        ("Hafiz Saeed is not on the UN sanctions list.", "Hafiz Saeed", "refuted"),
        ("Jane Roe Smith was added to the UN sanctions list in May 2019.", "Jane Roe Smith", "not-enough-evidence"),
        ("Ali Abdullah Saleh was removed from the UN sanctions list in 2022.", "Ali Abdullah Saleh", "supported"),
    ],
)
def test_who_is_on_the_list(sentence: str, name: str | None, verdict: str) -> None:
    claim = one(sentence, LISTING, "2025-02-01")
    assert claim.verdict == verdict
    assert name is None or claim.args["name"] == name


def test_a_list_of_another_is_not_the_councils() -> None:
    assert LISTING not in kinds("The US Treasury added Masood Azhar to its sanctions list.", "2020-01-01")
    assert LISTING not in kinds("The European Union blacklisted Musa Hilal in 2016.", "2020-01-01")


def test_a_name_is_known_by_its_sounds_in_either_script() -> None:
    for arabic, latin in (("عبد الخالق الحوثي", "Abd al-Khaliq al-Houthi"), ("موسى هلال", "Musa Hilal")):
        assert sounds(arabic) == sounds(latin)
    found = entries("قرين صالح القذافي", record())
    assert not found.sure


def test_a_group_of_the_list_is_no_regime_on_its_state() -> None:
    claims = judged("يخضع تنظيم داعش لعقوبات الأمم المتحدة.", "2020-01-01")
    assert {c.kind for c in claims} <= {LISTING}


@given(st.integers(1, 60), st.integers(0, 3))
def test_years_fit_what_they_count(years: int, slack: int) -> None:
    until = date(2024, 6, 1)
    first = date(until.year - years, 6, 1)
    assert Years(years, years).fit(first, until)
    assert Years(None, years + slack).fit(first, until)
    assert not Years(years + 4, None).fit(first, until)


@given(st.text(max_size=30))
def test_any_text_is_read_for_its_sounds(name: str) -> None:
    assert all(len(sound) > 1 for sound in sounds(name))


def test_international_sanctions_may_be_those_of_others() -> None:
    assert one("تخضع روسيا لعقوبات دولية منذ عام 2014.", REGIME, "2020-01-01").verdict == "not-enough-evidence"
    assert one("تخضع كوريا الشمالية لعقوبات دولية منذ عام 2006.", REGIME, "2020-01-01").verdict == "supported"


@pytest.mark.parametrize(
    ("sentence", "published", "target", "at"),
    [
        (
            "The U.N. Security Council voted unanimously on Wednesday to impose an oil and arms embargo on Haiti.",
            "1993-06-18",
            "HTI",
            "1993-06-16",
        ),
        ("صوت مجلس الأمن أمس الثلاثاء على فرض حظر جوي وعسكري على ليبيا.", "1992-04-01", "LBY", "1992-03-31"),
        ("The Security Council banned arms sales to Rwanda on May 17.", "1994-06-01", "RWA", "1994-05-17"),
        ("The Security Council barred oil sales to Sierra Leone on October 8.", "1997-10-12", "SLE", "1997-10-08"),
        ("The Security Council clamped a trade embargo on Yugoslavia on May 30.", "1992-06-20", "YUG", "1992-05-30"),
        ("فرض مجلس الأمن حظرا نفطيا على هايتي في 16 يونيو.", "1993-07-01", "HTI", "1993-06-16"),
    ],
)
def test_embargoes_voted_for_and_sales_banned(sentence: str, published: str, target: str, at: str) -> None:
    claim = one(sentence, REGIME, published)
    assert (claim.args, claim.verdict) == ({"target": target, "at": at}, "supported")


@pytest.mark.parametrize(
    "sentence",
    [
        "The United States urged the Security Council to impose an oil and arms embargo on Haiti.",
        "Russia and China vetoed a Security Council draft to impose an arms embargo on Zimbabwe.",
        "The European Union banned oil sales to Iran, the Security Council was told.",
        "The United States imposed a trade embargo on Cuba, diplomats told the Security Council.",
        "دعت واشنطن مجلس الأمن إلى فرض حظر جوي على ليبيا.",
        "The Security Council voted on Friday to send monitors to Haiti, which wants to impose a curfew.",
    ],
)
def test_an_embargo_wished_for_or_of_others_is_no_regime(sentence: str) -> None:
    assert REGIME not in kinds(sentence, "2008-07-12")


@pytest.mark.parametrize(
    ("sentence", "published", "target", "at"),
    [
        ("The Security Council on Friday lifted sanctions on Libya.", "2003-09-13", "LBY", "2003-09-12"),
        (
            "The Security Council voted 13-0 on Friday to lift sanctions against Libya.",
            "2003-09-13",
            "LBY",
            "2003-09-12",
        ),
        ("UN sanctions on Libya were lifted in September 2003.", "2012-03-01", "LBY", "2003-09"),
        (
            "The arms embargo on Ivory Coast was lifted by the Security Council on April 28.",
            "2016-05-05",
            "CIV",
            "2016-04-28",
        ),
        (
            "The Security Council terminated the sanctions regime on Liberia on 25 May 2016.",
            "2016-09-15",
            "LBR",
            "2016-05-25",
        ),
        ("قرر مجلس الأمن في 12 سبتمبر 2003 رفع العقوبات عن ليبيا.", "2012-03-01", "LBY", "2003-09-12"),
        ("رفعت العقوبات الأممية عن ليبيا في سبتمبر 2003.", "2012-03-01", "LBY", "2003-09"),
        ("أنهى مجلس الأمن نظام العقوبات المفروض على ليبيريا في 25 أيار/مايو 2016.", "2016-06-15", "LBR", "2016-05-25"),
        ("رفع مجلس الأمن أمس العقوبات الاقتصادية عن روديسيا الجنوبية.", "1979-12-22", "RHO", "1979-12-21"),
        ("UN lifts sanctions on Eritrea\n\nThe Security Council met.", "2018-11-14", "ERI", "2018-11-14"),
    ],
)
def test_sanctions_that_were_lifted(sentence: str, published: str, target: str, at: str) -> None:
    claim = one(sentence, REGIME, published)
    assert (claim.args, claim.verdict) == ({"target": target, "at": at}, "supported")


@pytest.mark.parametrize(
    "sentence",
    [
        "The UN Security Council has not lifted sanctions on Libya.",
        "The Security Council could lift sanctions on Libya if the fighting stops.",
        "The Security Council will lift sanctions on Libya next month.",
        "The United States lifted sanctions on Sudan on Friday, diplomats told the Security Council.",
        "France asked the Security Council to postpone a vote to lift sanctions on Libya.",
        "The Security Council lifted some sanctions on Libya on Friday.",
        "دعت ليبيا مجلس الأمن إلى رفع العقوبات عنها.",
        "رفعت واشنطن العقوبات عن السودان، بحسب مجلس الأمن.",
        "قال إن مجلس الأمن سيرفع العقوبات عن ليبيا الشهر المقبل.",
        "رفع مجلس الأمن اسم أحمد علي صالح من قائمة العقوبات.",
    ],
)
def test_what_is_not_lifted_by_the_council_or_not_yet(sentence: str) -> None:
    assert REGIME not in kinds(sentence, "2003-09-13")


def test_a_lifting_on_another_day_refutes_nothing() -> None:
    claim = one("The Security Council lifted sanctions on Libya on 3 May 1999.", REGIME, "2012-03-01")
    assert claim.verdict == "not-enough-evidence"


@pytest.mark.parametrize(
    ("text", "published", "target", "at"),
    [
        (
            "Resolution 1907 of the Security Council, which imposed an arms embargo on Eritrea, is of December 2009.",
            "2023-03-01",
            "ERI",
            None,
        ),
        (
            "كان مجلس الأمن قد اعتمد في 26 فبراير الماضي القرار 1970 الذي فرض على ليبيا حظرا للسلاح.",
            "2011-03-18",
            "LBY",
            "2011-02-26",
        ),
        (
            "يخضع معرقلو العملية السياسية في اليمن لنظام عقوبات أممي منذ 26 شباط/فبراير 2014.",
            "2015-04-15",
            "YEM",
            "2014-02-26/..",
        ),
        ("Iraq has been under a UN trade embargo since August 1990.", "1991-04-10", "IRQ", "1990-08/.."),
        ("The UN Security Council set up a sanctions regime for Mali on Tuesday.", "2017-09-06", "MLI", "2017-09-05"),
        ("فرض مجلس الأمن أمس عقوبات إلزامية شاملة على نظام إيان سميث.", "1968-05-30", "RHO", "1968-05-29"),
        ("Eritrea had been under UN sanctions since December 2009.", "2018-11-20", "ERI", "2009-12/.."),
    ],
)
def test_regimes_of_a_resolution_and_of_the_past(text: str, published: str, target: str, at: str | None) -> None:
    claims = [c for c in judged(text, published) if c.kind == REGIME]
    assert [(c.args["target"], c.verdict) for c in claims] == [(target, "supported")]
    assert at is None or claims[0].args["at"] == at


def test_sanctions_of_which_the_report_spoke_before() -> None:
    text = "رفع مجلس الأمن العقوبات عن روديسيا الجنوبية. وكانت هذه العقوبات قد فرضت في 16 ديسمبر 1966."
    told = [(c.args["target"], c.args.get("at"), c.verdict) for c in judged(text, "1979-12-21") if c.kind == REGIME]
    assert ("RHO", "1966-12-16", "supported") in told


@pytest.mark.parametrize(
    "behind",
    ["The European Union's sanctions were lifted in 2012.", "Its own sanctions were lifted by Washington in 2004."],
)
def test_sanctions_of_others_are_not_those_spoken_of_before(behind: str) -> None:
    claims = judged(f"The Security Council imposed sanctions on Libya in 2011. {behind}", "2012-12-15")
    assert [c.args["at"] for c in claims if c.kind == REGIME] == ["2011"]


def listed(text: str, published: str) -> list[tuple[object, object, str]]:
    found = [claim for claim in judged(text, published) if claim.kind == LISTING]
    return [(claim.args["name"], claim.args.get("at"), claim.verdict) for claim in found]


def test_several_names_under_the_resolution_told_before() -> None:
    text = (
        "تبنى مجلس الأمن الثلثاء القرار 2216. "
        "وأدرج المجلس بموجبه أحمد علي عبدالله صالح وعبدالملك الحوثي على لائحة العقوبات، "
        "وكان علي عبدالله صالح أدرج عليها في 7 تشرين الثاني 2014."
    )
    assert listed(text, "2015-04-15") == [
        ("أحمد علي عبدالله صالح", "2015-04-14", "supported"),
        ("عبدالملك الحوثي", "2015-04-14", "supported"),
        ("علي عبدالله صالح", "2014-11-07", "supported"),
    ]


def test_the_day_of_one_listing_is_not_that_of_the_next() -> None:
    text = (
        "أدرج مجلس الأمن عبدالملك الحوثي على قائمة العقوبات، وكان علي عبدالله صالح أدرج عليها في 7 تشرين الثاني 2014."
    )
    assert [(name, at) for name, at, _ in listed(text, "2015-06-15")] == [
        ("عبدالملك الحوثي", None),
        ("علي عبدالله صالح", "2014-11-07"),
    ]


@pytest.mark.parametrize(
    ("text", "published", "targets", "at"),
    [
        (
            "Ethiopia and Eritrea were hit by a U.N. arms embargo on Wednesday.",
            "2000-05-19",
            {"ETH", "ERI"},
            "2000-05-17",
        ),
        (
            "The Security Council ordered an arms embargo against South Africa on Friday.",
            "1977-11-05",
            {"ZAF"},
            "1977-11-04",
        ),
        (
            "South Sudan, under a UN arms embargo since July 2018, asked for relief.",
            "2021-06-01",
            {"SSD"},
            "2018-07/..",
        ),
        ("قال مندوب مصر إن كوريا الشمالية تخضع لعقوبات أممية منذ 2006.", "2018-11-07", {"PRK"}, "2006/.."),
    ],
)
def test_whom_they_hit(text: str, published: str, targets: set[str], at: str) -> None:
    claims = [c for c in judged(text, published) if c.kind == REGIME]
    assert {c.args["target"] for c in claims} == targets
    assert {(c.args["at"], c.verdict) for c in claims} == {(at, "supported")}


@pytest.mark.parametrize(
    "text",
    [
        "Egypt said its neighbour was under UN sanctions.",
        "Kenya's envoy said Charles Taylor had been under a UN travel ban since 2001.",
        "The ambassador of Kenya said that traffickers were under UN sanctions.",
        "Libya's central bank is under UN sanctions.",
    ],
)
def test_who_speaks_is_not_who_is_under_them(text: str) -> None:
    assert REGIME not in kinds(text, "2018-11-07")


def test_the_end_of_a_term_is_not_the_day_of_the_sanctions() -> None:
    text = "مدد مجلس الأمن حظر السلاح المفروض على ساحل العاج حتى أكتوبر 2009."
    assert one(text, REGIME, "2008-11-07").args["at"] == "2008-11-07"


@pytest.mark.parametrize(
    ("text", "published", "name", "at"),
    [
        (
            "A Security Council committee on Wednesday blacklisted Masood Azhar, head of Jaish-e-Mohammad.",
            "2019-05-02",
            "Masood Azhar",
            "2019-05-01",
        ),
        (
            "أدرج مجلس الأمن زعيم جيش الرب جوزيف كوني على قائمة العقوبات في مارس 2016.",
            "2016-04-02",
            "جوزيف كوني",
            "2016-03",
        ),
        (
            "أدرجت لجنة العقوبات التابعة لمجلس الأمن أمس الرئيس السابق علي عبد الله صالح.",
            "2014-11-08",
            "علي عبد الله صالح",
            "2014-11-07",
        ),
        ("U.N. adds Masood Azhar to sanctions blacklist\n\nA committee acted.", "2019-05-02", "Masood Azhar", None),
    ],
)
def test_the_head_of_a_group_and_the_committee_that_lists(text: str, published: str, name: str, at: str | None) -> None:
    assert listed(text, published) == [(name, at, "supported")]
