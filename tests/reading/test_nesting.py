"""Which of several spans is the innermost at an offset."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mahdar.reading.nesting import Nesting

_SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=12
)


def test_the_innermost_begins_last() -> None:
    nesting = Nesting([(0, 20), (5, 9), (12, 15)])
    assert [nesting.at(k) for k in (0, 5, 8, 9, 13, 15, 20)] == [0, 1, 1, 0, 2, 0, None]
    assert Nesting([]).at(3) is None


@given(_SPANS, st.integers(-1, 50))
def test_it_is_what_a_look_at_every_span_gives(spans: list[tuple[int, int]], offset: int) -> None:
    holding = [start for start, end in spans if start <= offset < end]
    found = Nesting(spans).at(offset)
    assert (None if found is None else spans[found][0]) == max(holding, default=None)
    assert found is None or spans[found][0] <= offset < spans[found][1]
