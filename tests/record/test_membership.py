"""Spans of membership against a plain walk through the events."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mahdar.record.membership import JOINS, LEAVES, spans, throughout

START = date(1990, 1, 1)
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["AAA", "BBB"]),
        st.sampled_from([*sorted(JOINS | LEAVES), "name-change"]),
        st.integers(0, 40).map(lambda n: START + timedelta(n)),
    ),
    max_size=8,
)


def walked(events: list[tuple[str, str, date]], on: date) -> set[str]:
    members: set[str] = set()
    for state, event, day in sorted(events, key=lambda e: (e[2], e[1] in JOINS)):
        if day <= on:
            (members.add if event in JOINS else members.discard if event in LEAVES else lambda _: None)(state)
    return members


@given(EVENTS, st.integers(-1, 42))
def test_members_of_a_day_are_those_of_a_walk(events: list[tuple[str, str, date]], offset: int) -> None:
    on = START + timedelta(offset)
    assert throughout(spans(events), on, on) == walked(events, on)


@given(EVENTS, st.integers(0, 40), st.integers(0, 40))
def test_members_throughout_are_members_on_every_day(events: list[tuple[str, str, date]], a: int, b: int) -> None:
    first, last = START + timedelta(min(a, b)), START + timedelta(max(a, b))
    found = throughout(spans(events), first, last)
    for n in range((last - first).days + 1):
        assert found <= walked(events, first + timedelta(n))


def test_who_leaves_is_no_member_that_day_and_may_return() -> None:
    events = [
        ("IDN", "admission", date(1950, 9, 28)),
        ("IDN", "withdrawal", date(1965, 1, 20)),
        ("IDN", "resumed-membership", date(1966, 9, 28)),
    ]
    assert spans(events) == (
        ("IDN", date(1950, 9, 28), date(1965, 1, 19)),
        ("IDN", date(1966, 9, 28), date.max),
    )
    assert throughout(spans(events), date(1965, 1, 1), date(1965, 1, 20)) == frozenset()
