"""Likeness of two reports, nearness in time, and copies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mahdar.accounts import Telling, tell
from mahdar.accounts.candidates import Index, rarest
from mahdar.accounts.features import Features, features
from mahdar.accounts.pairs import Comparison, Pair, copies, gap, nearness, taken_over
from mahdar.accounts.rarity import Rarity
from tests.accounts.samples import all_tellings, telling

TAIL = (
    " وكان المجلس قد أنشأ اللجنة قبل عشرة أعوام للنظر في شكاوى الأهالي من مصادرة الأراضي الزراعية على ضفتي النهر،"
    " ثم مددت الجمعية عملها مرتين بعد تقارير عن تهجير سكان ثلاث قرى في الشمال."
)


def numbered(*tellings: Telling) -> tuple[Rarity, list[Features]]:
    rarity = Rarity()
    found = [features(one, rarity) for one in tellings]
    for report in found:
        rarity.count(report.numbers)
    rarity.weigh()
    return rarity, found


def pair(one: str, other: str) -> Pair:
    rarity, (first, second) = numbered(telling(one), telling(other))
    return Comparison(first, rarity).pair(second)


@pytest.mark.parametrize(("one", "other"), [("camp-1", "camp-2"), ("yemen-1", "yemen-2"), ("toll-may-1", "toll-april")])
def test_likeness_is_symmetrical_and_lies_between_0_and_1(one: str, other: str) -> None:
    assert pair(one, other).score == pytest.approx(pair(other, one).score)
    assert 0 <= pair(one, other).score <= 1


def test_accounts_of_one_happening_are_liker_than_reports_of_one_subject() -> None:
    assert pair("grain-1", "grain-2").score > pair("grain-1", "odesa-strike").score
    assert pair("grain-1", "grain-3").score > pair("grain-3", "odesa-strike").score
    assert pair("vote-held-1", "vote-held-2").score > pair("vote-held-1", "vote-ahead-1").score


def test_common_names_do_not_tie_reports_across_languages() -> None:
    one = tell(
        "a", "اجتمع مجلس الأمن الدولي التابع للأمم المتحدة بحضور روسيا والولايات المتحدة.", published="2020-01-01"
    )
    other = tell("b", "The UN Security Council heard Russia and the United States on Friday.", published="2020-01-01")
    rarity, (first, second) = numbered(one, other)
    assert Comparison(first, rarity).pair(second).score == 0


def test_copies_share_text_and_opening() -> None:
    assert pair("toll-may-1", "toll-may-2") == Pair("toll-may-1", "toll-may-2", 1.0, True)
    assert not pair("camp-1", "camp-2").copy


def test_common_background_below_different_openings_makes_no_copy() -> None:
    mission = (
        "قالت سلوى منصور رئيسة اللجنة إن المحققين عادوا من الميدان بأدلة على حرق المحاصيل وتسميم الآبار"
        " وقتل المواشي في وديان بعيدة لم يصل إليها أحد من قبل."
    )
    court = (
        "استقال نائب المدعي العام فجأة من منصبه لأسباب صحية وغادر المدينة أمس مع أسرته بعد خلاف طويل"
        " بينه وبين القضاة حول ميزانية المحكمة ورواتب موظفيها."
    )
    _, (first, second) = numbered(tell("a", mission + TAIL), tell("b", court + TAIL))
    assert taken_over(first, second) > 0.4
    assert not copies(first, second)


def test_a_shortened_copy_is_a_copy() -> None:
    whole = telling("grain-1")
    short = replace(whole, id="short", text=". ".join(whole.text.split(". ")[:2]) + ".")
    _, (first, second) = numbered(whole, short)
    assert copies(first, second)
    assert copies(second, first)


def test_likeness_falls_with_the_days_between_and_ends_with_the_window() -> None:
    reports = [replace(telling("camp-1"), id=f"d{d}", published=f"2020-02-{d}") for d in (10, 12, 17, 24, 26)]
    _, (first, *later) = numbered(*reports)
    near = [nearness(first, other) for other in later]
    assert near == sorted(near, reverse=True)
    assert near[0] == 1
    assert near[-1] == 0
    assert [gap(first, other) for other in later] == [2, 7, 14, 16]


def test_an_unknown_day_and_a_month_have_their_own_nearness() -> None:
    days = ("2020-02-18", "2020-02", None)
    reports = [replace(telling("camp-1"), id=str(day), published=day) for day in days[:2]]
    _, (day, month, undated) = numbered(*reports, tell("undated", "حريق في مخيم للنازحين."))
    assert gap(day, month) == 0
    assert gap(day, undated) is None
    assert 0 < nearness(day, undated) < 1


def test_candidates_are_bounded_and_found_across_languages() -> None:
    rarity, reports = numbered(*all_tellings())
    index = Index()
    for report in reports:
        index.add(report)
    by_id = {report.id: report for report in reports}
    near = [other.id for other in index.near(by_id["grain-1"], rarity)]
    assert {"grain-2", "grain-3"} <= set(near)
    assert "grain-1" not in near
    assert "camp-1" not in near
    assert len(rarest(by_id["grain-1"], rarity)) <= 36
