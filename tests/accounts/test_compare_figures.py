"""Figures of one fact: roundings and ranges agree, others differ, and what may be of two facts is not put together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.accounts.compare import compare
from mahdar.accounts.compare_amounts import agree, hedged, likely
from mahdar.accounts.compare_model import FigureRow
from mahdar.accounts.telling import tell
from mahdar.model import Figure


def figure(text: str, low: float | None, high: float | None) -> Figure:
    return Figure(0, len(text), text, low, high, "people")


def exactly(number: float, text: str = "") -> Figure:
    return figure(text or f"{number:,} people", number, number)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (exactly(1592), exactly(1600, "about 1,600 people"), True),
        (exactly(1592), exactly(1600, "نحو 1600 شخص"), True),
        (exactly(1592), figure("more than 1,500", 1500, None), True),
        (exactly(1592), exactly(1600), True),
        (exactly(1592), exactly(2150), False),
        (exactly(1592), figure("up to 1,500", None, 1500), False),
        (exactly(1592), figure("1,500 to 2,000", 1500, 2000), True),
        (figure("80 to 120", 80, 120), figure("100 to 200", 100, 200), True),
        (figure("80 to 120", 80, 120), figure("130 to 200", 130, 200), False),
        (exactly(19), exactly(20), False),
        (exactly(19), exactly(20, "about 20"), True),
        (exactly(12), exactly(20, "about 20"), False),
        (exactly(1_234_567), exactly(1_200_000), True),
        (exactly(1592), exactly(1591), False),
    ],
)
def test_agreement(one: Figure, other: Figure, same: bool) -> None:
    assert agree(one, other) is same
    assert agree(other, one) is same


def test_votes_are_never_rounded_and_shares_are_to_the_whole() -> None:
    assert not agree(exactly(141), exactly(140, "about 140"), exact=True)
    assert agree(exactly(12.4), exactly(12), share=True)
    assert not agree(exactly(13), exactly(12), share=True)


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_agreement_has_no_order(a: int, b: int) -> None:
    assert agree(exactly(a), exactly(b)) == agree(exactly(b), exactly(a))
    assert agree(exactly(a), exactly(a))
    assert likely(exactly(a), exactly(b)) == likely(exactly(b), exactly(a))


def test_hedges_are_read_from_the_words_of_the_figure() -> None:
    assert hedged(exactly(20, "nearly 20 people"))
    assert hedged(exactly(20, "حوالي 20 شخصا"))
    assert not hedged(exactly(20, "a total of 20 people"))
    assert not hedged(exactly(20, "exactly 20 people"))


def rows(one: str, other: str) -> list[tuple[str, str, str]]:
    tellings = [tell("a", one), tell("b", other)]
    assert all(telling.reading.figures for telling in tellings)
    found = compare(tellings).figures
    return [(row.told, row.unit, row.deed) for row in found]


def both(found: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    return [row for row in found if row[0] != "once"]


@pytest.mark.parametrize(
    ("one", "other", "row"),
    [
        (
            "At least 1,592 people were killed in Sudan.",
            "قال مسؤولون إن نحو 1600 شخص قتلوا في السودان.",
            ("alike", "people", "killed"),
        ),
        (
            "The shelling has killed 1,592 people in Sudan.",
            "أسفر القصف عن مقتل 2150 شخصا في السودان.",
            ("differently", "people", "killed"),
        ),
        (
            "The toll in the war stood at 310 dead in Yemen.",
            "Some 300 people have died in the war in Yemen.",
            ("alike", "people", "killed"),
        ),
        (
            "The floods in the north have displaced 40,000 people.",
            "نزح 40 ألف شخص بسبب الفيضانات.",
            ("alike", "people", "displaced"),
        ),
        (
            "Donors at the meeting have pledged $3 million.",
            "تعهد المانحون بتقديم 5 ملايين دولار.",
            ("differently", "dollars", "donated"),
        ),
        (
            "About 40 per cent of the homes in the town burned.",
            "احترق 40 في المئة من المنازل.",
            ("alike", "per-cent", ""),
        ),
    ],
)
def test_pairs_over_two_languages(one: str, other: str, row: tuple[str, str, str]) -> None:
    assert both(rows(one, other)) == [row]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The police have killed 20 people.", "The police have wounded 25 people."),  # another deed
        ("The shells have killed 20 people in Yemen.", "The shells have killed 45 people in Sudan."),  # another place
        ("In May 2021 the strikes killed 20 people.", "In June 2023 the strikes killed 45 people."),  # another day
        (
            "The blast in the market killed 4 people.",
            "The war has killed 14,000 people.",
        ),  # no fact is told so differently
        ("The attack has killed 20 soldiers.", "The attack has killed 25 civilians."),  # others
        ("The Security Council has 15 members.", "The Human Rights Council has 47 members."),
    ],
)
def test_figures_of_two_facts_stay_apart(one: str, other: str) -> None:
    assert both(rows(one, other)) == []


def test_killed_and_wounded_of_one_sentence_are_told_apart() -> None:
    found = rows(
        "أدى القصف إلى مقتل 12 شخصا وإصابة 30 آخرين.", "The shelling has killed 12 people and wounded 30 others."
    )
    assert sorted(both(found)) == [("alike", "people", "killed"), ("alike", "people", "wounded")]


def test_a_nationality_counts_people() -> None:
    found = rows("The bombing in the market has killed 132 Iraqis.", "قتل 132 شخصا في العراق في تفجير السوق.")
    assert both(found) == [("alike", "people", "killed")]


def test_an_account_that_repeats_itself_is_one_account() -> None:
    found: FigureRow = compare(
        [tell("a", "Some 1,592 killed.\nAt least 1,592 people were killed in Sudan."), tell("b", "No figures.")]
    ).figures[0]
    assert found.told == "once"
    assert [len(own) for own in found.cells] == [2, 0]
    assert found.absent == (1,)


def test_three_accounts_differ_where_one_does() -> None:
    texts = (
        "The shells have killed 120 people in Yemen.",
        "The shells have killed 120 people in Yemen.",
        "The shells have killed 190 people in Yemen.",
    )
    found = compare([tell(str(k), text) for k, text in enumerate(texts)]).figures
    assert [(row.told, row.absent) for row in found] == [("differently", ())]


def test_a_number_of_powers_counts_no_people() -> None:
    first = tell("a", "أبرم الاتفاق في فيينا بين إيران والقوى الست الدولية بعد شهور.")
    second = tell("b", "وفي فيينا أنهت إيران والقوى الست مفاوضات طويلة.")
    assert [(row.told, row.unit) for row in compare([first, second]).figures] == [("alike", "countries")]
    third = tell("c", "وأعيد من فيينا 1332 عراقيا.")
    assert [row.unit for row in compare([third, second]).figures if row.unit == "people"] == ["people"]
