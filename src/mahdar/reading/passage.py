"""What every step of reading shares: a report's text with its tokens and what was found in it so far."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from mahdar.edtf import Interval
from mahdar.language.numbers import Number
from mahdar.language.quotes import Quote
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import Span, Tokens
from mahdar.model import Entity, Event, Figure, Statement

UNNAMED = "body:unnamed-sources"  # the id of sources and people whom a report does not name


@dataclass(frozen=True, slots=True)
class Named:
    """Tokens ``i`` to ``j`` name ``entity``; ``start`` and ``end`` are offsets without proclitics.

    ``kind`` is ``state``, ``capital``, ``demonym``, ``body``, ``outlet``, ``person``, ``office`` or ``anaphor``;
    ``head`` is true where it can speak or act by itself (not a demonym before or behind another noun).
    """

    i: int
    j: int
    start: int
    end: int
    entity: str
    kind: str
    head: bool = True


@dataclass(slots=True)
class Passage:
    """A report on its way through the reader; later steps fill in what earlier ones leave empty.

    ``statement_tokens[k]`` are the content tokens of ``statements[k]``.
    """

    text: str
    language: str
    tokens: Tokens
    sentences: list[Span]
    quotes: list[Quote]
    published: Interval | None = None
    outlet: str | None = None
    numbers: list[Number] = field(default_factory=list)
    times: list[TimePhrase] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._starts = [sentence.i for sentence in self.sentences[1:]]

    def sentence_of(self, i: int) -> int:
        """The index of the sentence that holds token i, or of the last one before it."""
        return bisect_right(self._starts, i)

    def principal(self, entity: str) -> str:
        """The state or body that an entity speaks for, or itself."""
        known = self.entities.get(entity)
        return (known.principal if known else None) or entity
