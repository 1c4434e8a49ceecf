"""The layers of a reading as they are explained: what stands at a place, what made it, which words decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mahdar.checking.cues import Cue
from mahdar.checking.protocol import Found as FoundClaim
from mahdar.explain.watch import Made
from mahdar.language.lexicon import Hit
from mahdar.language.numbers import Number
from mahdar.language.times.scan import Part
from mahdar.language.times.values import TimePhrase
from mahdar.language.tokens import Tokens
from mahdar.model import Claim, Event, Figure, Reading, Statement
from mahdar.reading.events.found import Found as FoundEvent
from mahdar.reading.passage import Named
from mahdar.reading.statements.values import Spoken

WATCHED = frozenset(
    (Hit, Cue, Number, Part, TimePhrase, Named, Figure, Spoken, Statement, FoundEvent, Event, FoundClaim)
)
Made_ = Sequence[Made]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing at the place: its span, its values, what made it, and the tokens whose words decided.

    ``cell`` is what a row has to hold to speak for it, or empty.
    """

    layer: str
    start: int
    end: int
    values: dict[str, Any]
    made: Made | None
    tokens: tuple[tuple[int, int], ...] = ()
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """``items`` finds what stands at an offset; ``tables`` and ``words`` say whose rows and hits speak for it.

    ``tables`` are beginnings of names of tables, ``words`` of modules whose values the lexicon handed over; ``others``
    are the tables of which single words are read without a lexicon.
    """

    name: str
    items: Callable[[Reading, Tokens, Made_, int], Iterable[Item]]
    tables: tuple[str, ...]
    words: tuple[str, ...]
    others: tuple[str, ...] = ()


def _here(thing: Any, at: int) -> bool:
    return bool(thing.start <= at < thing.end)


def _of(made: Made_, kind: type) -> list[Made]:
    return [one for one in made if type(one.value) is kind]


def _numbers(_: Reading, tokens: Tokens, made: Made_, at: int) -> Iterator[Item]:
    last: dict[tuple[int, int], Made] = {(one.value.i, one.value.j): one for one in _of(made, Number)}
    for (i, j), one in last.items():
        start, end = tokens.start(i, one.value.skip), tokens.end(j - 1)
        if start <= at < end:
            told = {"low": one.value.low, "high": one.value.high, "kind": one.value.kind}
            yield Item("number", start, end, told, one, ((i, j),))


def _times(reading: Reading, _: Tokens, made: Made_, at: int) -> Iterator[Item]:
    phrases = {(one.value.start, one.value.end): one.value for one in _of(made, TimePhrase)}
    for time in reading.times:
        phrase = phrases.get((time.start, time.end))
        if _here(time, at) and phrase is not None:
            inside = [one for one in _of(made, Part) if phrase.i <= one.value.i and one.value.j <= phrase.j]
            part = max(inside, key=lambda one: (one.value.j - one.value.i, one.number), default=None)
            yield Item("time", time.start, time.end, {"edtf": time.edtf}, part, ((phrase.i, phrase.j),))


def _mentions(reading: Reading, _: Tokens, made: Made_, at: int) -> Iterator[Item]:
    for mention in reading.mentions:
        if _here(mention, at):
            named = [
                one for one in _of(made, Named) if _same(one.value, mention) and one.value.entity == mention.entity
            ]
            entity = reading.entities[mention.entity]
            told = {"entity": mention.entity, "name": entity.name, "principal": entity.principal}
            spans = tuple((one.value.i, one.value.j) for one in named[-1:])
            yield Item("mention", mention.start, mention.end, told, named[-1] if named else None, spans)


def _same(one: Any, other: Any) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _figures(reading: Reading, tokens: Tokens, made: Made_, at: int) -> Iterator[Item]:
    for figure in reading.figures:
        if _here(figure, at):
            found = [one for one in _of(made, Figure) if _same(one.value, figure)]
            told = {"low": figure.low, "high": figure.high, "unit": figure.unit}
            span = (tokens.token_at(figure.start), tokens.token_at(figure.end - 1) + 1)
            yield Item("figure", figure.start, figure.end, told, found[-1] if found else None, (span,))


def _statements(reading: Reading, tokens: Tokens, made: Made_, at: int) -> Iterator[Item]:
    spoken = _of(made, Spoken)
    for said in reading.statements:
        makers = [one for one in spoken if _is_said(one.value, said, tokens)]
        cues = [one.value.cue for one in makers[-1:] if one.value.cue[0] < one.value.cue[1]]
        in_cue = any(tokens.start(i) <= at < tokens.end(j - 1) for i, j in cues)
        if _here(said, at) or in_cue:
            yield Item("statement", said.start, said.end, _told(said), makers[-1] if makers else None, tuple(cues))


def _told(said: Statement) -> dict[str, Any]:
    told = {"act": said.act, "speakers": list(said.speakers), "speaker": said.speaker_text}
    return {**told, "via": list(said.via), "cue": said.cue, "quoted": said.quoted}


def _is_said(spoken: Spoken, said: Statement, tokens: Tokens) -> bool:
    start, end = tokens.start(spoken.i, spoken.skip), tokens.end(spoken.j - 1)
    same = spoken.act == said.act and spoken.speakers == said.speakers and tokens.original(*spoken.cue) == said.cue
    return same and start <= said.start and said.end <= end


def _events(reading: Reading, tokens: Tokens, made: Made_, at: int) -> Iterator[Item]:
    for event in reading.events:
        if not _here(event, at):
            continue
        done = max((one.number for one in _of(made, Event) if one.value == event), default=-1)
        found = [one for one in _of(made, FoundEvent) if one.number < done]
        told: dict[str, Any] = {"type": event.type, "actors": list(event.actors)}
        told["recipients"] = list(event.recipients)
        span = (tokens.token_at(event.start), tokens.token_at(event.end - 1) + 1)
        told["edtf"] = event.edtf
        yield Item("event", event.start, event.end, told, found[-1] if found else None, (span,), event.type)


def _claims(reading: Reading, _: Tokens, made: Made_, at: int) -> Iterator[Item]:
    for claim in reading.claims:
        if _here(claim, at):
            found = [one for one in _of(made, FoundClaim) if _same(one.value, claim) and one.value.kind == claim.kind]
            spans = tuple((one.value.i, one.value.j) for one in found[-1:])
            yield Item("claim", claim.start, claim.end, _judged(claim), found[-1] if found else None, spans)


def _judged(claim: Claim) -> dict[str, Any]:
    cited = [citation.symbol or citation.title for citation in claim.citations]
    told = {"kind": claim.kind, "args": dict(claim.args), "negated": claim.negated}
    return told | {"verdict": claim.verdict, "why": claim.why.en, "cites": cited}


_NUMBERS = ("numbers_ar", "numbers_en")
_NAMES = ("state", "bodies", "outlets", "capitals", "demonyms", "groups", "persons", "offices", "anaphora")
_TRIGGERS = ("events_ar_verbs", "events_ar_nouns", "events_en_verbs", "events_en_nouns")
LAYERS = (
    Layer("number", _numbers, ("numbers_",), ("mahdar.language.numbers",), _NUMBERS),
    Layer("time", _times, ("times_",), ("mahdar.language.times",), ("times_months", *_NUMBERS)),
    Layer("mention", _mentions, _NAMES, ("mahdar.reading.names",), _NAMES),
    Layer("figure", _figures, ("figures",), ("mahdar.reading.figures",), _NUMBERS),
    Layer("statement", _statements, ("cues_", "statements_", "grammar_"), ("mahdar.reading.statements",)),
    Layer("event", _events, _TRIGGERS, ("mahdar.reading.events",)),
    Layer("claim", _claims, ("cues", "topics"), ("mahdar.checking",)),
)
