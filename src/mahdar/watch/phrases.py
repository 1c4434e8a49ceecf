"""Words and names that rules watch, found as search finds them: folded, behind clitics, whatever the ending."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from mahdar.checking.states import find
from mahdar.language.folding import fold_word
from mahdar.language.tokens import tokenize
from mahdar.library import terms
from mahdar.tables import read_rows, values

_KINDS = ("state:", "body:", "person:", "outlet:")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words side by side, each standing for the stems that a question stands for."""

    text: str
    stems: tuple[frozenset[str], ...]


def phrase(text: str) -> Phrase:
    """Raises ValueError where there is no word in it."""
    forms = [form for _, form in terms.words(tokenize(text))]
    if not forms:
        raise ValueError(f"{text!r} holds no word to look for")
    return Phrase(text, tuple(terms.asked(form) for form in forms))


@lru_cache(maxsize=2_000)
def _stems(text: str) -> tuple[frozenset[str], ...]:
    return tuple(terms.stems(form) for _, form in terms.words(tokenize(text)))


def stands_in(wanted: Phrase, text: str) -> bool:
    """Whether the words stand side by side in a text."""
    found, size = _stems(text), len(wanted.stems)
    return any(all(found[at + k] & each for k, each in enumerate(wanted.stems)) for at in range(len(found) - size + 1))


def any_in(wanted: Iterable[Phrase], text: str) -> bool:
    return any(stands_in(each, text) for each in wanted)


def state(text: str) -> str:
    """The code of a state from its code or name in English or Arabic. Raises ValueError where none is called so."""
    code = find(text)
    if code is None:
        raise ValueError(f"no state is called {text!r}; write a code such as PRK, or a name in English or Arabic")
    return code


def who(text: str) -> str:
    """Somebody whom a rule names: the id of an entity as it is, a state's name as its id, any other name folded."""
    if text.startswith(_KINDS):
        return text
    try:
        return f"state:{state(text)}"
    except ValueError:
        if not any(terms.words(tokenize(text))):
            raise ValueError(f"{text!r} names nobody") from None
        return fold_word(" ".join(text.split()))


@cache
def topics() -> dict[str, tuple[Phrase, ...]]:
    """Codes of states and slugs of themes, with the words by which reports name them (`mahdar.checking.topics.csv`)."""
    found: dict[str, list[Phrase]] = {}
    for row in read_rows("mahdar.checking", "topics.csv"):
        found.setdefault(row["topic"], []).extend(phrase(each) for each in values(row["words"]))
    for row in read_rows("mahdar.reading", "state_names.csv"):
        found.setdefault(row["code"], []).append(phrase(row["name"]))
    return {code: tuple(each) for code, each in found.items()}


def topic(text: str) -> str:
    """The code of a topic: a slug of the table, or a state. Raises ValueError where it is neither."""
    if text in topics():
        return text
    try:
        return state(text)
    except ValueError:
        slugs = ", ".join(sorted(code for code in topics() if not code.isupper()))
        raise ValueError(f"{text!r} is neither a state nor a theme ({slugs})") from None


def names_topic(text: str, codes: Sequence[str]) -> bool:
    """Whether a text names one of these topics."""
    return any(any_in(topics().get(code, ()), text) for code in codes)
