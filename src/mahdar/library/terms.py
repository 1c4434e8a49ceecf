"""The words by which reports are found: folded as readers take them for one, and light stems.

A word of the text stands in the index as it is folded (hamza, teh marbuta, vowel signs, digits, case) and under the
stem of every way to read it as proclitics and a word (وبالمجلس: بالمجلس, مجلس). A word that somebody looks for stands
for its own stem and that behind its article alone, so that وعد (a promise) does not find بعد (after). Between quotation
marks words are looked for as they are folded, side by side.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from mahdar.language.folding import fold_word
from mahdar.language.lexicon import proclitic_splits
from mahdar.language.tokens import Tokens, tokenize
from mahdar.tables import read_toml

_MOST_WORDS = 30  # of a question
_QUOTED = re.compile(r"""["“”«»„]([^"“”«»„]*)["“”«»„]|(\S+)""")
_ENDED = 4  # letters of a word that may have an ending,
_LEAST = 3  # and those that stay without it
_FEMININE = "ه"  # as folded
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
        return _stems(form)
    return frozenset(stem for _, rest in proclitic_splits(form) for stem in _stems(rest))


@lru_cache(maxsize=1_000)
def asked(form: str) -> frozenset[str]:
    """The stems that a folded word of a question stands for: its own, and that behind its article."""
    if not _is_arabic(form):
        return _stems(form)
    whole = (rest for head, rest in proclitic_splits(form) if not head or head.endswith(("ال", "لل")))
    return frozenset(stem for rest in whole for stem in _stems(rest))


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
    if not terms:
        return []
    tokens = tokenize(text)
    found = list(words(tokens))
    spans: set[tuple[int, int]] = set()
    for term in terms:
        spans.update(_sequences(found, term.words) if term.exact else _alike(found, term.stems))
    return _apart(sorted((tokens.start(i), tokens.end(j)) for i, j in spans))


def _alike(found: list[tuple[int, str]], wanted: frozenset[str]) -> Iterator[tuple[int, int]]:
    alike = {form for form in {form for _, form in found} if not wanted.isdisjoint(stems(form))}
    return ((i, i) for i, form in found if form in alike) if alike else iter(())


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
def _stems(form: str) -> frozenset[str]:
    """The word without its endings, as it may be read; Arabic prefixes are the business of `proclitic_splits`."""
    if form.isdecimal() or len(form) < _ENDED:
        return frozenset({form})
    if _is_arabic(form):
        return frozenset(_without_endings(form))
    return frozenset({fold_word(str(_english().stemWord(form)))})


def _without_endings(form: str) -> Iterator[str]:
    """Light stemming: endings of plural, dual, feminine, adjective and possessor, where enough of the word stays."""
    table = _endings()
    ending = next((e for e in table.all if form.endswith(e) and len(form) - len(e) >= _LEAST), "")
    short = next((e for e in table.short if form.endswith(e) and len(form) - len(e) == _LEAST - 1), "")
    if short:
        yield f"{form[: -len(short)]}{_FEMININE}"
    yield form[: -len(ending)] if ending else form
    if ending in table.doubtful:
        yield form


@dataclass(frozen=True, slots=True)
class _Endings:
    """Endings, the longest first."""

    all: tuple[str, ...]
    short: tuple[str, ...]
    doubtful: frozenset[str]


@cache
def _endings() -> _Endings:
    table = read_toml("mahdar.library", "endings.toml")
    bound = [f"{e}{pronoun}" for e in table["before_pronoun"] for pronoun in table["pronouns"]]
    bound += [f"{e}{pronoun}" for e in table["before_pronoun"][:2] for pronoun in table["feminine_pronouns"]]
    after = (*table["number"], *table["construct"], *bound)
    made = {f"{relative}{ending}" for relative in table["relative"] for ending in after} | set(table["alone"])
    ordered = sorted(made - {""}, key=lambda ending: (-len(ending), ending))
    return _Endings(tuple(ordered), tuple(table["short"]), frozenset(table["doubtful"]))


def _is_arabic(form: str) -> bool:
    return "\u0621" <= form[0] <= "\u064a"


_OWN = threading.local()


def _english() -> Any:
    """The stemmer of this thread: it holds the word that it is at, so two threads must not share one."""
    if not hasattr(_OWN, "english"):
        import snowballstemmer  # type: ignore[import-untyped]

        _OWN.english = snowballstemmer.stemmer("english")
    return _OWN.english
