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
