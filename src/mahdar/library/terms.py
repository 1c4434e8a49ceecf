"""The words by which reports are found: folded as readers take them for one, and light stems.

A word of the text stands in the index as it is folded (hamza, teh marbuta, vowel signs, digits, case) and under the
stem of every way to read it as proclitics and a word (وبالمجلس: بالمجلس, مجلس). A word that somebody looks for stands
for its own stem and that behind its article alone, so that وعد (a promise) does not find بعد (after). Between quotation
marks words are looked for as they are folded, side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from mahdar.language.folding import fold_word
from mahdar.language.lexicon import proclitic_splits
from mahdar.language.tokens import Tokens, tokenize

_MOST_WORDS = 30  # of a question
_QUOTED = re.compile(r"""["“”«»„]([^"“”«»„]*)["“”«»„]|(\S+)""")
_SEPARATORS = re.compile(r"[.,'_]")


@dataclass(frozen=True, slots=True)
class Term:
    """One condition of a question: stems of which one must stand there, or words side by side (`exact`)."""

    words: tuple[str, ...]
    stems: frozenset[str] = frozenset()

    @property
    def exact(self) -> bool:
        return not self.stems


def words(tokens: Tokens) -> Iterator[tuple[int, str]]:
    """The words and numbers of a text: index of the token and its form, without marks inside (`u.s.`, `1,592`)."""
    for i, form in enumerate(tokens.forms):
        bare = plain(form)
        if bare:
            yield i, bare


def plain(form: str) -> str:
    """A folded token without marks; empty where it is no word or number."""
    return form if form.isalnum() else bare if (bare := _SEPARATORS.sub("", form)).isalnum() else ""


def indexed(text: str) -> tuple[str, str]:
    """What the index holds of a text: its words in order, and the stems of each, once."""
    forms = [form for _, form in words(tokenize(text))]
    return " ".join(forms), " ".join(sorted({stem for form in set(forms) for stem in stems(form)}))


@lru_cache(maxsize=50_000)
def stems(form: str) -> frozenset[str]:
    """The stems under which a folded word of a text is found."""
    if not _is_arabic(form):
        return frozenset({_stem(form)})
    return frozenset(_stem(rest) for _, rest in proclitic_splits(form))


@lru_cache(maxsize=1_000)
def asked(form: str) -> frozenset[str]:
    """The stems that a folded word of a question stands for: its own, and that behind its article."""
    if not _is_arabic(form):
        return frozenset({_stem(form)})
    heads = ((head, rest) for head, rest in proclitic_splits(form))
    return frozenset(_stem(rest) for head, rest in heads if not head or head.endswith(("ال", "لل")))


def question(text: str) -> list[Term]:
    """The conditions of a question. Raises ValueError where it has no word, or too many."""
    found = list(_terms(text))
    if not found:
        raise ValueError("there is no word to look for")
    if sum(len(term.words) for term in found) > _MOST_WORDS:
        raise ValueError(f"more than {_MOST_WORDS} words to look for at once")
    return found


def _terms(text: str) -> Iterator[Term]:
    for match in _QUOTED.finditer(text):
        forms = tuple(form for _, form in words(tokenize(match[1] or match[2] or "")))
        if match[2] is not None and len(forms) == 1:
            yield Term(forms, asked(forms[0]))
        elif forms:
            yield Term(forms)  # S/RES/2397 (2017), and all between quotation marks


def marked(text: str, terms: list[Term]) -> list[tuple[int, int]]:
    """Where in the original text the words of a question stand: offsets of code points, in order, none over another."""
    tokens = tokenize(text)
    found = list(words(tokens))
    spans: set[tuple[int, int]] = set()
    for term in terms:
        spans.update(_sequences(found, term.words) if term.exact else _alike(found, term.stems))
    return _apart(sorted((tokens.start(i), tokens.end(j)) for i, j in spans))


def _alike(found: list[tuple[int, str]], wanted: frozenset[str]) -> Iterator[tuple[int, int]]:
    return ((i, i) for i, form in found if stems(form) & wanted)


def _sequences(found: list[tuple[int, str]], wanted: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for at in range(len(found) - len(wanted) + 1):
        if all(found[at + k][1] == word for k, word in enumerate(wanted)):
            yield found[at][0], found[at + len(wanted) - 1][0]


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept


@lru_cache(maxsize=50_000)
def _stem(form: str) -> str:
    """The word without its endings; Arabic prefixes are the business of `proclitic_splits`."""
    if form.isdecimal() or len(form) < 4:
        return form
    if _is_arabic(form):
        return _without_ending(form)
    return fold_word(str(_english().stemWord(form)))


def _without_ending(form: str) -> str:
    """Light stemming: plural, dual, feminine and possessive endings, where enough of the word stays."""
    for ending, least in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= least:
            return form[: -len(ending)]
    return form


# Longest first, with the letters that must stay. Folded: teh marbuta is ه, alef maqsura ي.
_ENDINGS = (
    ("اتها", 3), ("اتهم", 3), ("يهما", 3), ("يتها", 3), ("يته", 3),
    ("هما", 3), ("كما", 3), ("تها", 3), ("تهم", 3), ("يات", 3), ("يين", 3), ("يون", 3),
    ("ات", 3), ("ان", 3), ("ين", 3), ("ون", 3), ("ها", 3), ("هم", 3), ("نا", 3), ("يه", 3), ("وا", 3),
    ("ه", 3), ("ي", 3), ("ا", 3),
)  # fmt: skip


def _is_arabic(form: str) -> bool:
    return "\u0621" <= form[0] <= "\u064a"


@cache
def _english() -> Any:
    import snowballstemmer  # type: ignore[import-untyped]

    return snowballstemmer.stemmer("english")
