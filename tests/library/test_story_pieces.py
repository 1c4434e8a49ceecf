"""Grouping in pieces: the same where nothing strong is cut, and what people bound together is never cut."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mahdar.accounts.linkage import group
from mahdar.accounts.settings import settings
from mahdar.library.story_pieces import Links, grouped

LINKED = settings("stories")["linked"]
THRESHOLD = settings("stories")["threshold"]


def links(*told: tuple[int, int, float]) -> Links:
    return Links(
        np.array([one for one, _, _ in told], dtype=np.int32),
        np.array([other for _, other, _ in told], dtype=np.int32),
        np.array([score for *_, score in told], dtype=np.float64),
        np.zeros(len(told), dtype=np.bool_),
    )


def names(many: int) -> list[str]:
    return [f"r{n:03}" for n in range(many)]


_TOLD = st.lists(
    st.tuples(st.integers(0, 11), st.integers(0, 11), st.floats(0.01, 1)).filter(lambda link: link[0] < link[1]),
    unique_by=lambda link: link[:2],
    max_size=40,
)


@given(_TOLD)
def test_one_piece_is_what_the_accounts_room_makes(told: list[tuple[int, int, float]]) -> None:
    ids = names(12)
    rows = [(ids[one], ids[other], score) for one, other, score in told]
    whole = group(dict.fromkeys(ids, "ar"), rows, THRESHOLD, LINKED)
    assert sorted(grouped(ids, ["ar"] * 12, links(*told))) == whole


@given(_TOLD, st.integers(2, 6))
def test_pieces_hold_every_report_once(told: list[tuple[int, int, float]], most: int) -> None:
    found = list(grouped(names(12), ["ar"] * 12, links(*told), most=most))
    assert sorted(id_ for each in found for id_ in each) == names(12)


def test_groups_that_only_weak_links_join_are_the_same_in_pieces() -> None:
    told = [(a, b, 0.6) for first in range(0, 30, 3) for a, b in ((first, first + 1), (first + 1, first + 2))]
    told += [(a, a + 3, 0.05) for a in range(27)]
    ids = names(30)
    whole = sorted(grouped(ids, ["ar"] * 30, links(*told)))
    assert sorted(grouped(ids, ["ar"] * 30, links(*told), most=5)) == whole
    assert len(whole) == 10


def test_what_people_said_holds_across_pieces() -> None:
    ids = names(20)
    bound, barred = frozenset(("r000", "r019")), frozenset(("r004", "r005"))
    told = links((4, 5, 0.9), (6, 7, 0.9))
    found = list(grouped(ids, ["ar"] * 20, told, [bound, frozenset(("r000", "none"))], [barred], most=3))
    assert ["r000", "r019"] in found
    assert ["r004"] in found
    assert ["r006", "r007"] in found


def test_no_links_and_no_reports() -> None:
    assert list(grouped([], [], links())) == []
    assert sorted(grouped(names(4), [None] * 4, links(), most=2)) == [[name] for name in names(4)]
