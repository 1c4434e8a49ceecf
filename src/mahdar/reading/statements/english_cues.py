"""The cues of ``cues_en.csv``, inflected, and where they stand in a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from mahdar.kept import kept
from mahdar.language.lexicon import Hit, Lexicon
from mahdar.language.tokens import Tokens
from mahdar.model import Act
from mahdar.tables import Row, read_rows, values

_VOWELS = frozenset("aeiou")
_BE = (
    ("be", "base"),
    ("am", "base"),
    ("are", "base"),
    ("is", "s"),
    ("was", "past"),
    ("were", "past"),
    ("been", "participle"),
    ("being", "ing"),
)


@dataclass(frozen=True, slots=True)
class Building:
    """One way to build with a cue: what follows it and the act that it then names."""

    act: Act
    takes: tuple[str, ...]
    kind: str
    sure: bool
    written: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """A form: ``base``, ``s``, ``past``, ``participle``, ``both`` (past and participle), ``ing`` or ``fixed``."""

    lemma: str
    form: str
    buildings: tuple[Building, ...]

    @property
    def verbal(self) -> bool:
        return self.form != "fixed"

    def takes(self, what: str) -> Building | None:
        """The first building that allows this."""
        return next((b for b in self.buildings if what in b.takes), None)


@kept
def cues() -> Lexicon[Cue]:
    """All cues by their forms; forms of several rows of one lemma are one entry."""
    entries: dict[tuple[str, str], list[tuple[str, Building]]] = {}
    for row in read_rows("mahdar.reading", "cues_en.csv"):
        for phrase, form in _forms(row):
            entries.setdefault((phrase, form), []).append((row["lemma"], _building(row)))
    return Lexicon((p, Cue(found[0][0], form, tuple(b for _, b in found))) for (p, form), found in entries.items())


@kept
def reporting_participles() -> frozenset[str]:
    """The -ing forms of verbs that surely report: behind a comma the reporter speaks again, "…, appealing to"."""
    rows = (
        row for row in read_rows("mahdar.reading", "cues_en.csv") if row["class"] == "verb" and row["sure"] == "yes"
    )
    speech = (row for row in rows if {"that", "quote"} & set(values(row["takes"])) and " " not in row["lemma"])
    return frozenset(phrase for row in speech for phrase, form in _forms(row) if form == "ing")


def find_cues(tokens: Tokens) -> list[tuple[int, int, tuple[Cue, ...]]]:
    """Each place where a cue stands: tokens i to j and the readings of its form."""
    lexicon, found = cues(), []
    for hit in lexicon.find(tokens):
        found.append((hit.i, hit.j, _readings(lexicon, tokens, hit)))
        noun = _nouns().get(tokens.forms[hit.i]) if hit.j > hit.i + 1 else None
        if noun is not None:
            found.append((hit.i, hit.i + 1, (noun,)))  # "the call for" holds the noun "call" too
    return found


@kept
def _nouns() -> dict[str, Cue]:
    """The noun that each form is, for forms that begin longer cues."""
    forms = {phrase for row in read_rows("mahdar.reading", "cues_en.csv") for phrase, _ in _forms(row)}
    single = ((form, [cue for cue in cues().get(form) if not cue.verbal]) for form in forms if " " not in form)
    return {form: nouns[0] for form, nouns in single if nouns}


def is_noun(form: str) -> bool:
    """Whether a form of a cue is a noun too: "a stern warning that"."""
    return form in _nouns()


def _readings(lexicon: Lexicon[Cue], tokens: Tokens, hit: Hit[Cue]) -> tuple[Cue, ...]:
    return tuple(h.value for h in lexicon.all_at(tokens, hit.i) if h.j == hit.j)


def _building(row: Row) -> Building:
    return Building(
        cast(Act, row["act"]), values(row["takes"]), row["class"], row["sure"] == "yes", row["sure"] == "document"
    )


def _forms(row: Row) -> Iterator[tuple[str, str]]:
    lemma = row["lemma"]
    if row["class"] in {"prep", "silence"}:
        yield lemma, "fixed"
    elif row["class"] == "noun":
        yield lemma, "fixed"
        yield _with_s(lemma), "fixed"
    else:
        yield from inflect(lemma, values(row["irregular"]))


def inflect(lemma: str, irregular: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """The forms of a verb (its first word inflects): base, s, past, participle, ing.

    >>> dict(inflect("deny"))["denied"]
    'both'
    """
    head, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    if head == "be":
        yield from ((form + tail, tense) for form, tense in _BE)
        return
    past = irregular[0] if irregular else _past(head) + tail
    participle = irregular[1] if len(irregular) > 1 else past
    yield lemma, "base"
    yield _with_s(head) + tail, "s"
    if past == participle:
        yield past, "both"
    else:
        yield past, "past"
        yield participle, "participle"
    yield (irregular[2] if len(irregular) > 2 else _ing(head) + tail), "ing"


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    return word[:-1] + "ied" if word.endswith("y") and word[-2] not in _VOWELS else word + "ed"


def _ing(word: str) -> str:
    return word[:-1] + "ing" if word.endswith("e") and not word.endswith("ee") else word + "ing"
