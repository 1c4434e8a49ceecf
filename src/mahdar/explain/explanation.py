"""`explain`: everything that a reading has at one place of a report, with the rules and the table rows behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields, is_dataclass
from typing import Any

from mahdar.checking.cues import Cue
from mahdar.explain.layers import LAYERS, WATCHED, Item, Layer
from mahdar.explain.table_rows import TableRow, find
from mahdar.explain.watch import Made, Step, Watch
from mahdar.language.lexicon import Hit, proclitic_splits
from mahdar.language.tokens import Tokens, tokenize
from mahdar.pipeline import read
from mahdar.record.access import Record


@dataclass(frozen=True, slots=True)
class Explanation:
    """A part of the reading: its layer, span (code points) and values, the functions that made it (outermost first),
    and the table rows that its words come from.
    """

    layer: str
    start: int
    end: int
    text: str
    values: dict[str, Any]
    steps: tuple[Step, ...]
    rows: tuple[TableRow, ...]

    def to_dict(self) -> dict[str, Any]:
        """The explanation as JSON values."""
        return asdict(self)


def explain(
    text: str, at: int, *, published: str | None = None, outlet: str | None = None, record: Record | None = None
) -> list[Explanation]:
    """What is read at code point ``at`` of a report, from numbers to claims.

    Reads the report twice: once to load what a reading loads, once watched. Raises IndexError if the report has no
    such place, ValueError if ``published`` is not EDTF.
    """
    if not 0 <= at < len(text):
        raise IndexError(f"the report has {len(text)} characters, none at {at}")
    read(text, published=published, outlet=outlet, record=record)
    with Watch(WATCHED) as watch:
        reading = read(text, published=published, outlet=outlet, record=record)
    tokens = tokenize(text)
    return [
        _explanation(text, tokens, layer, item, watch.made)
        for layer in LAYERS
        for item in layer.items(reading, tokens, watch.made, at)
    ]


def _explanation(text: str, tokens: Tokens, layer: Layer, item: Item, made: list[Made]) -> Explanation:
    behind = (row for i, j in item.tokens for row in _rows(tokens, i, j, layer, made))
    rows = dict.fromkeys(row for row in behind if not item.cell or item.cell in row.text.split(","))
    steps = item.made.steps if item.made is not None else ()
    return Explanation(item.layer, item.start, item.end, text[item.start : item.end], item.values, steps, tuple(rows))


def _rows(tokens: Tokens, i: int, j: int, layer: Layer, made: list[Made]) -> Iterator[TableRow]:
    """The rows of the words that the lexicon found there; of every other word that the layer's tables hold."""
    seen: set[int] = set()
    for hit in _hits(made, i, j, layer):
        rows = find(_phrase(tokens, hit), _strings(hit.value), layer.tables)
        if rows:
            seen |= set(range(hit.i, hit.j))
            yield from rows
    for k in range(i, j):
        if k not in seen and layer.others:
            yield from _of_word(tokens.forms[k], layer.others)


def _hits(made: list[Made], i: int, j: int, layer: Layer) -> list[Hit[Any]]:
    """The hits of the layer's lexicons within tokens i to j, the longest ones alone."""
    hits = {}
    for one in made:
        hit = _as_hit(one.value)
        if hit is not None and i <= hit.i and hit.j <= j and _home(hit.value).startswith(layer.words):
            hits[hit.i, hit.j, repr(hit.value)] = hit
    return [
        hit
        for hit in hits.values()
        if not any(o.i <= hit.i and hit.j <= o.j and o.j - o.i > hit.j - hit.i for o in hits.values())
    ]


def _as_hit(value: Any) -> Hit[Any] | None:
    """What a lexicon found; a cue that is made of a single word is found without one."""
    if type(value) is Cue:
        return Hit(value.i, value.j, value.sense, value.proclitics)
    return value if type(value) is Hit else None


def _home(value: Any) -> str:
    """The module of what a lexicon handed over; of several senses, of the first."""
    first = next(iter(value), None) if isinstance(value, tuple | list | frozenset) else value
    return type(first).__module__


def _phrase(tokens: Tokens, hit: Hit[Any]) -> str:
    """The words of a hit as a table has them: proclitics taken off the first."""
    first, *more = tokens.forms[hit.i : hit.j]
    stems = [stem for proclitics, stem in proclitic_splits(first) if proclitics == hit.proclitics]
    return " ".join([*(stems[:1] or [first]), *more])


def _of_word(form: str, tables: tuple[str, ...]) -> list[TableRow]:
    return next((rows for _, stem in proclitic_splits(form) if (rows := find(stem, (), tables))), [])


def _strings(value: Any) -> Iterator[str]:
    """The strings inside a value: an entity's id without its kind, a lemma, a concept."""
    if isinstance(value, str):
        yield from {value, value.rpartition(":")[2]} - {""}
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))
    elif isinstance(value, Iterable):
        for one in value:
            yield from _strings(one)
