"""Who is on the Council's list, told by what is frozen; and what is no name and no lifting."""

from __future__ import annotations

import pytest

from tests.held import kinds, one

LISTING, REGIME = "sanctions.listing", "sanctions.regime"


@pytest.mark.parametrize(
    ("text", "published", "name"),
    [
        (
            "The Security Council voted on Friday for resolution 2653, which freezes the assets of Haitian gang leader "
            "Jimmy Cherizier.",
            "2022-10-22",
            "Jimmy Cherizier",
        ),
        (
            "The Security Council imposed an asset freeze and travel ban on Masood Azhar in May 2019.",
            "2019-06-01",
            "Masood Azhar",
        ),
        ("قرر مجلس الأمن تجميد أموال علي عبد الله صالح ومنعه من السفر.", "2014-11-10", "علي عبد الله صالح"),
    ],
)
def test_whose_assets_the_council_freezes_is_listed(text: str, published: str, name: str) -> None:
    claim = one(text, LISTING, published)
    assert (claim.args["name"], claim.verdict) == (name, "supported")


@pytest.mark.parametrize(
    "text",
    [
        "Washington froze the assets of Jimmy Cherizier, the Security Council heard.",
        "The U.S. Treasury freezes the assets of Jimmy Cherizier, the Security Council heard.",
        "The Security Council froze the assets of the former regime.",
        "أدرج مجلس الأمن 16 شخصا و12 كيانا على قائمة العقوبات المفروضة على كوريا الشمالية.",
    ],
)
def test_others_and_numbers_are_not_listed(text: str) -> None:
    assert LISTING not in kinds(text, "2022-10-22")


@pytest.mark.parametrize(
    "text",
    [
        "صوت مجلس الأمن على الاتفاق أمس، ما يمهد الطريق أمام رفع العقوبات الدولية عن إيران.",
        "The Security Council endorsed the deal on Monday, paving the way for the lifting of UN sanctions on Iran.",
    ],
)
def test_paving_the_way_for_something_is_not_doing_it(text: str) -> None:
    assert REGIME not in kinds(text, "2015-07-21")


@pytest.mark.parametrize(
    "text",
    [
        "يخضع زعيم الحوثيين لعقوبات مجلس الأمن منذ أبريل 2015.",
        "فرض مجلس الأمن عقوبات على قادة الحوثيين في أبريل 2015.",
        "The leader of the Houthis has been under Security Council sanctions since April 2015.",
        "The Houthis' military leader was put on the UN sanctions list in April 2015.",
        "The Security Council froze the assets of the leader of the Houthis in April 2015.",
    ],
)
def test_who_leads_a_group_is_not_the_group(text: str) -> None:
    assert LISTING not in kinds(text, "2025-11-02")


@pytest.mark.parametrize(
    "said",
    [
        "يخضع زعيم جماعة الحوثي عبد الملك الحوثي لعقوبات مجلس الأمن منذ أبريل 2015.",
        "أدرج مجلس الأمن القائد عبد الملك الحوثي في قائمة العقوبات في أبريل 2015.",
        "أدرج مجلس الأمن القيادي عبد الملك الحوثي في قائمة العقوبات في أبريل 2015.",
    ],
)
def test_the_name_behind_whoever_leads_a_group_and_behind_a_title_is_listed(said: str) -> None:
    claim = one(said, LISTING, "2025-11-02")
    assert (claim.args["name"], claim.verdict) == ("عبد الملك الحوثي", "supported")
