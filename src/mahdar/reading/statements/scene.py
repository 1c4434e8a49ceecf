"""A passage as the statement grammars see it: what stands at each token, and who spoke last."""

from __future__ import annotations

from dataclasses import dataclass, field

from mahdar.language.quotes import Quote
from mahdar.language.tokens import Span
from mahdar.reading.passage import Named, Passage

_WORD_OR_TWO = 2
# Organs that adopt resolutions, for which "the resolution" speaks.
ADOPTING = frozenset({"body:un-security-council", "body:un-general-assembly", "body:un-human-rights-council"})

PLACES = frozenset({"state", "capital"})  # kinds of names that may only tell where


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: entity ids, the words that name them, and what the grammar knows of their gender."""

    ids: tuple[str, ...]
    text: str
    feminine: bool | None = None
    person: bool = False


@dataclass(slots=True)
class Scene:
    """Indices over a passage; token i opens ``quote_at[i]``; ``quote_to[i]`` was closed just before it.

    ``last_unknown`` is the organisation of no table that spoke last, and where; ``place_of`` tells in which sentence
    those of ``last_of`` spoke; ``strangers`` are people of no table who spoke, by their last names; ``passed_on`` holds
    the outlets that only pass on what the verb at a token says.
    """

    passage: Passage
    forms: list[str]
    quote_at: dict[int, Quote] = field(default_factory=dict)
    quote_to: dict[int, Quote] = field(default_factory=dict)
    inside: list[Quote | None] = field(default_factory=list)
    in_name: list[bool] = field(default_factory=list)
    named_from: dict[int, list[Named]] = field(default_factory=dict)
    first_named: dict[str, int] = field(default_factory=dict)
    bodies_by_word: dict[str, list[Named]] = field(default_factory=dict)
    organs: list[Named] = field(default_factory=list)
    named_to: dict[int, Named] = field(default_factory=dict)
    time_from: dict[int, int] = field(default_factory=dict)
    time_to: dict[int, int] = field(default_factory=dict)
    last: Voice | None = None
    last_known: Voice | None = None
    last_place: int = -1
    last_of: dict[bool, Voice] = field(default_factory=dict)
    place_of: dict[bool, int] = field(default_factory=dict)
    last_outlet: tuple[str, ...] = ()
    strangers: dict[str, Voice] = field(default_factory=dict)
    passed_on: dict[int, tuple[str, ...]] = field(default_factory=dict)
    last_unknown: tuple[Voice, int] | None = None
    authors: dict[str, Voice] = field(default_factory=dict)
    tabled: Voice | None = None

    @classmethod
    def of(cls, passage: Passage) -> Scene:
        scene = cls(passage, passage.tokens.forms)
        scene.inside = [None] * (len(passage.tokens) + 1)
        for quote in passage.quotes:
            scene.quote_at[quote.i - 1] = quote
            if quote.balanced:
                scene.quote_to[quote.j + 1] = quote
            if quote.depth == 0:
                scene.inside[quote.i : quote.j] = [quote] * (quote.j - quote.i)
        scene.in_name = [False] * (len(passage.tokens) + 1)
        for named in passage.named:
            scene.in_name[named.i : named.j] = [True] * (named.j - named.i)
            scene.named_from.setdefault(named.i, []).append(named)
            scene.named_to[named.j] = named
            scene.first_named.setdefault(named.entity, named.i)
            if named.kind == "body":
                scene.bodies_by_word.setdefault(scene.forms[named.i], []).append(named)
            if named.entity in ADOPTING:
                scene.organs.append(named)
        for time in passage.times:
            scene.time_from[time.i], scene.time_to[time.j] = time.j, time.i
        return scene

    def shut(self, i: int) -> Quote | None:
        """The quotation in which token i stands, save one of a word or two, which only marks a word."""
        quote = self.inside[i]
        return quote if quote is not None and quote.j - quote.i > _WORD_OR_TWO else None

    def text(self, i: int, j: int) -> str:
        return self.passage.tokens.original(i, j)

    def heads_from(self, i: int) -> list[Named]:
        """The names that begin at token i and can speak by themselves."""
        return [named for named in self.named_from.get(i, ()) if named.head]

    def sentence(self, i: int) -> Span:
        return self.passage.sentences[self.passage.sentence_of(i)]
