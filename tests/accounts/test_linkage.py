"""Average linkage over links, with what people say about couples."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mahdar.accounts.linkage import Couple, Link, group

NAMES = "abcdefg"
COUPLES = st.sets(st.sets(st.sampled_from(NAMES), min_size=2, max_size=2).map(frozenset), max_size=4)
LINKS = st.dictionaries(
    st.sets(st.sampled_from(NAMES), min_size=2, max_size=2).map(lambda pair: tuple(sorted(pair))),
    st.floats(0.01, 1),
    max_size=20,
).map(lambda links: [(a, b, score) for (a, b), score in links.items()])


def grouped(links: list[Link], *, together: set[Couple] | None = None, apart: set[Couple] | None = None) -> list[str]:
    languages = dict.fromkeys(NAMES, "ar")
    return ["".join(members) for members in group(languages, links, 0.3, 32, together or set(), apart or set())]


def test_the_likest_are_joined_and_weak_links_are_not() -> None:
    assert grouped([("a", "b", 0.9), ("b", "c", 0.1)]) == ["ab", "c", "d", "e", "f", "g"]


def test_a_chain_is_no_group() -> None:
    assert grouped([("a", "b", 0.8), ("b", "c", 0.5), ("c", "d", 0.8)])[:2] == ["ab", "cd"]


def test_a_missing_link_across_languages_says_little() -> None:
    languages = {"a": "ar", "b": "ar", "x": "en"}
    assert group(languages, [("a", "b", 0.35), ("a", "x", 0.5)], 0.3, 32) == [["a", "b", "x"]]


def test_one_link_across_languages_does_not_join_large_groups() -> None:
    languages = {"a": "ar", "b": "ar", "c": "ar", "x": "en", "y": "en", "z": "en"}
    inside = [(p, q, 0.9) for p, q in ("ab", "ac", "bc", "xy", "xz", "yz")]
    assert group(languages, [*inside, ("a", "x", 0.5)], 0.3, 32) == [["a", "b", "c"], ["x", "y", "z"]]


def test_people_decide_before_links() -> None:
    links = [("a", "b", 0.9), ("b", "c", 0.9), ("a", "c", 0.9)]
    assert grouped(links, apart={frozenset("ac")})[:2] == ["ab", "c"]
    assert grouped([], together={frozenset("ag"), frozenset("gb")})[0] == "abg"


def test_apart_holds_for_groups_that_were_joined_since() -> None:
    links = [("a", "b", 0.9), ("c", "d", 0.9), ("b", "c", 0.8), ("b", "d", 0.8), ("a", "c", 0.8)]
    assert grouped(links, apart={frozenset("ad")})[:2] == ["ab", "cd"]


def test_couples_of_strangers_are_left_out() -> None:
    assert group({"a": "ar"}, [("a", "z", 0.9)], 0.3, 32, {frozenset("az")}, {frozenset("ay")}) == [["a"]]


def test_people_may_join_what_they_keep_apart() -> None:
    """Reports that are said to belong together by a chain, and apart at its ends, end in one group."""
    together = {frozenset(couple) for couple in ("bd", "ce", "cd", "ae")}
    assert grouped([], together=together, apart={frozenset("bc")})[0] == "abcde"


@given(LINKS, st.randoms(use_true_random=False))
def test_the_order_of_links_makes_no_difference(links: list[Link], rnd: object) -> None:
    turned = [(b, a, score) for a, b, score in reversed(links)]
    assert grouped(links) == grouped(turned)


@given(LINKS, COUPLES, COUPLES)
def test_all_are_grouped_once_and_people_are_heard(
    links: list[Link], together: set[Couple], apart: set[Couple]
) -> None:
    found = grouped(links, together=together, apart=apart - together)
    assert sorted("".join(found)) == list(NAMES)
    for couple in together:
        assert any(couple <= set(members) for members in found)
    if not together:
        assert not any(couple <= set(members) for couple in apart for members in found)


@given(LINKS)
def test_what_was_grouped_is_grouped_again(links: list[Link]) -> None:
    found = grouped(links)
    couples = {frozenset((members[0], other)) for members in found for other in members[1:]}
    assert grouped([], together=couples) == found
