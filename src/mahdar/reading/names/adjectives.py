"""Forms of the adjectives of states: gender, number and article in Arabic, the people in English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

# Endings on an adjective in -ي, and whether the form can be a noun for the people.
_ENDINGS = (
    ("", False),
    ("ة", False),
    ("ون", True),
    ("ين", True),
    ("ان", False),
    ("تان", False),
    ("تين", False),
    ("ات", False),
    ("ا", False),
)
_INVARIABLE = frozenset({"جنوب"})
_PEOPLE_IN_S = "nikbt"


def arabic_forms(bases: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Each form without its first article, and whether it can name the people (الروس، الأمريكيون)."""
    for base in bases:
        first, _, second = base.partition(" ")
        if not second:
            yield from _inflected(first)
        elif first in _INVARIABLE:
            yield from ((f"{first} {form}", people) for form, people in _inflected(second))
        else:
            yield from _agreeing(first, second)


def _inflected(base: str) -> Iterator[tuple[str, bool]]:
    if base.endswith("ي"):
        yield from ((base + ending, people) for ending, people in _ENDINGS)
    else:
        yield base, True


def _agreeing(first: str, second: str) -> Iterator[tuple[str, bool]]:
    """Two words that agree, with the article on both or on none: كورية شمالية، الكورية الشمالية."""
    for ending, people in _ENDINGS:
        yield f"{first}{ending} {second}{ending}", people
        yield f"{first}{ending} ال{second}{ending}", people


def english_forms(bases: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Each word, and whether it names the people (Russians, Danes)."""
    for base in bases:
        people = base.endswith(("s", "men")) and not base.isupper() and base != "Swiss"
        yield base, people and not base.endswith("ss")
        if not people and base[-1] in _PEOPLE_IN_S and not base.endswith("Polish"):
            yield base + "s", True
