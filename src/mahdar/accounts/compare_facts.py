"""What a figure is a figure of: what it counts, what befell them, and which names and days stand beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from mahdar.accounts.compare_scene import Scene
from mahdar.accounts.words import stem
from mahdar.edtf import Interval
from mahdar.language.folding import fold_word
from mahdar.language.lexicon import Lexicon
from mahdar.language.tokens import tokenize
from mahdar.model import Figure, Span
from mahdar.tables import read_rows, read_toml, values

_PACKAGE = "mahdar.accounts"
_REACH = 6  # words between a figure and the word that says what befell those counted
_FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted; ``deed`` where the noun itself says what befell them; ``exact`` where nobody rounds it."""

    name: str
    deed: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of account ``index`` with what ties it to the figures of others."""

    index: int
    figure: Figure
    sentence: Span
    unit: Unit
    deed: str
    names: frozenset[str]
    days: tuple[Interval, ...]
    stems: frozenset[str]

    @property
    def key(self) -> tuple[str, str]:
        return self.unit.name, self.deed

    @property
    def share(self) -> bool:
        return self.unit.name == "per-cent"


def facts(scene: Scene) -> list[Fact]:
    """The figures of an account, in order; those of which the text does not say what they count are left out."""
    found = []
    for figure in sorted(scene.reading.figures, key=lambda f: (f.start, f.end)):
        unit, deed = _unit(scene, figure), _deed(scene, figure)
        if unit is None and deed:
            unit = Unit("votes" if deed in _BALLOT else "people", exact=deed in _BALLOT)
        if unit is not None:
            found.append(_fact(scene, figure, unit, unit.deed or deed))
    return found


_BALLOT = ("favour", "against", "abstained")


def _fact(scene: Scene, figure: Figure, unit: Unit, deed: str) -> Fact:
    sentence = scene.sentence(figure.start, figure.end)
    within = [m.entity for m in scene.reading.mentions if sentence.start <= m.start < sentence.end]
    times = [t.edtf for t in scene.reading.times if sentence.start <= t.start < sentence.end]
    days = tuple(Interval.parse(edtf) for edtf in times if edtf and ".." not in edtf)
    if unit.name == "people" and deed in _BALLOT:
        unit = Unit("votes", exact=True)
    return Fact(scene.index, figure, sentence, unit, deed, _names(within), days, _stems(sentence.text))


def _names(entities: Iterable[str]) -> frozenset[str]:
    common = _settings()["common"]
    return frozenset(e for e in entities if not e.startswith("outlet:") and e not in common)


def _stems(text: str) -> frozenset[str]:
    forms = (form for form in tokenize(text).forms if form[0].isalpha() and len(form) >= _FEWEST_LETTERS)
    return frozenset(map(stem, forms))


def _unit(scene: Scene, figure: Figure) -> Unit | None:
    """The unit of a figure's noun by its table, people for a nationality, else the noun's stem; None without a noun."""
    forms = tokenize(figure.unit or "").forms
    if not forms:
        return None
    known = _units()
    found = next((known[key] for key in _keys(forms) if key in known), None)
    if found is None and _nationals(scene, figure):
        return Unit("people")
    return found or Unit(stem(forms[0] if forms[0][0] > "z" else forms[-1]))


def _nationals(scene: Scene, figure: Figure) -> bool:
    """Whether the figure counts people by the name of their state: 200 Dutch, 1332 عراقيا; six powers are no people."""
    named = {m.entity for m in scene.reading.mentions if figure.start <= m.start < figure.end}
    return len([entity for entity in named if entity.startswith("state:")]) == 1


def _keys(forms: list[str]) -> Iterator[str]:
    """The whole phrase, then its words as printed and by their stems."""
    yield " ".join(forms)
    yield from forms
    yield from (stem(form) for form in forms if form[0].isalpha())


@cache
def unit_names() -> frozenset[str]:
    """The units of the table; any other is a stem."""
    return frozenset(row["unit"] for row in read_rows(_PACKAGE, "compare_units.csv"))


@cache
def _units() -> dict[str, Unit]:
    """Folded words to units; stems of words that a row does not print are added where no row claims them."""
    known: dict[str, Unit] = {}
    spoken = [(" ".join(tokenize(v).forms), row) for row in read_rows(_PACKAGE, "compare_units.csv")
              for v in values(row["words"])]  # fmt: skip
    for word, row in spoken:
        known.setdefault(word, Unit(row["unit"], row["deed"], row["exact"] == "yes"))
    for word, _ in spoken:
        if " " not in word and word[0].isalpha():
            known.setdefault(stem(word), known[word])
    return known


def _deed(scene: Scene, figure: Figure) -> str:
    """What befell those counted: the nearest word that says so, in the same clause and before any other figure."""
    tokens = scene.tokens
    i, j = tokens.token_at(figure.start), tokens.token_at(figure.end - 1) + 1
    low, high = _bounds(scene, figure)
    hits = [(float(i - hit.j), hit.value) for hit in _deeds().find(tokens, max(low, i - _REACH), i)]
    stop = _clause_end(scene, j, min(high, j + _REACH))
    hits += [(hit.i - j + _later(scene), hit.value) for hit in _deeds().find(tokens, j, stop)]
    inside = [(-1.0, hit.value) for hit in _deeds().find(tokens, i, j)]
    return min([*inside, *hits], default=(0.0, ""))[1]


def _later(scene: Scene) -> float:
    """Between equals Arabic names the deed before the number, English behind it."""
    return 0.5 if scene.reading.report.language == "ar" else -0.5


def _bounds(scene: Scene, figure: Figure) -> tuple[int, int]:
    """The tokens of the sentence around a figure up to the figures next to it."""
    sentence, tokens = scene.sentence(figure.start, figure.end), scene.tokens
    others = sorted(scene.reading.figures, key=lambda f: f.start)
    at = bisect_left([f.start for f in others], figure.start)
    before = max([f.end for f in others[:at] if f.end <= figure.start], default=0)
    behind = next((f.start for f in others[at:] if f.start >= figure.end), len(scene.text))
    low, high = max(sentence.start, before), min(sentence.end, behind)
    return tokens.token_at(low), tokens.token_at(max(high - 1, low)) + (high < len(scene.text) and high == sentence.end)


def _clause_end(scene: Scene, j: int, stop: int) -> int:
    """Where a conjunction ends the clause behind a figure."""
    forms = scene.tokens.forms
    breaks = frozenset(map(fold_word, _settings()["conjunctions"]))
    for k in range(j, min(stop, len(forms))):
        joined = forms[k][0] == "و" and len(forms[k]) > _FEWEST_LETTERS and _deeds().may_begin(forms[k][1:])
        if forms[k] in breaks or joined:
            return k
    return stop


@cache
def _deeds() -> Lexicon[str]:
    rows = read_rows(_PACKAGE, "compare_deeds.csv")
    return Lexicon((word, row["deed"]) for row in rows for word in values(row["words"]))


def _settings() -> dict[str, Any]:
    settings: dict[str, Any] = read_toml(_PACKAGE, "compare.toml")["figures"]
    return settings
