"""Facts that tie reports whatever their language: names, days, figures, symbols, claims and events of a reading.

A fact is a text whose first part is its kind: ``name:state:PRK``, ``day:2023-03-17``, ``figure:1592``,
``symbol:S/RES/2397``, ``claim:council.veto:RUS``, ``event:ASSAULT:state:RUS:state:UKR``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mahdar.edtf import Interval
from mahdar.model import Claim, Figure, Reading, Time

Placed = tuple[str, int]
_SYMBOL = re.compile(r"[A-Z]+(?:/[A-Z0-9.\-]+)+")
_ADOPTED, _VOTED = ".resolution", ".vote"
_NOT_A_SUBJECT = frozenset({"at", "yes", "no", "abstain", "members", "count", "states", "times", "received"})
_NEAR = 2
_PERCENT = ("%", "per cent", "percent", "في المئة", "بالمئة")


def facts(reading: Reading, published: Interval | None) -> Iterator[Placed]:
    """Each fact with the offset at which it stands, as often as it stands there."""
    for mention in reading.mentions:
        if not mention.entity.startswith("outlet:"):
            yield f"name:{mention.entity}", mention.start
    yield from _days(reading.times, published)
    for figure in reading.figures:
        if (value := _value(figure)) is not None:
            yield f"figure:{value}", figure.start
    yield from _claims(reading.claims)
    for event in reading.events:
        if event.actors or event.recipients:
            yield ":".join(("event", event.type, _joined(event.actors), _joined(event.recipients))), event.start


def kind(fact: str) -> str:
    """The kind of a fact: ``name``, ``day``, ``figure``, ``symbol``, ``claim``, ``event``."""
    return fact.partition(":")[0]


def nearness(fact: str, published: Interval | None) -> bool:
    """Whether a day lies so near publication that every report of that time may name it."""
    if published is None or published.first is None or published.last is None:
        return False
    day = Interval.parse(fact.partition(":")[2])
    if day.first is None or day.last is None:
        return False
    return (day.first - published.first).days >= -_NEAR and (day.last - published.last).days <= _NEAR


def _days(times: Iterable[Time], published: Interval | None) -> Iterator[Placed]:
    for time in times:
        if time.edtf is None or ".." in time.edtf:
            continue
        if "/" in time.edtf:
            yield f"span:{time.edtf}", time.start
        else:
            yield _dated(time.edtf, published), time.start


def _dated(edtf: str, published: Interval | None) -> str:
    if len(edtf) == len("2023-03-17"):
        near = "near" if nearness(f"day:{edtf}", published) else "day"
        return f"{near}:{edtf}"
    return f"{'month' if '-' in edtf else 'year'}:{edtf}"


def _value(figure: Figure) -> str | None:
    low, high = figure.low, figure.high
    if low is None and high is None:
        return None
    ends = f"{low:g}" if low is not None and low == high else f"{_end(low)}-{_end(high)}"
    percent = bool(figure.unit and figure.unit.strip().startswith(_PERCENT))
    return ends + ("%" if percent else "")


def _end(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _decided(kind: str) -> str:
    """A body's vote and what it adopted are one decision: one report tells the one, the next the other."""
    return kind.replace(_ADOPTED, _VOTED) if kind.endswith(_ADOPTED) else kind


def _claims(claims: Iterable[Claim]) -> Iterator[Placed]:
    """Claims by kind and subject; symbols that the text gives, and those that the record gives for it."""
    for claim in claims:
        subject = [_plain(value) for name, value in sorted(claim.args.items()) if name not in _NOT_A_SUBJECT]
        if subject:
            yield ":".join(("claim", _decided(claim.kind), *subject, *(["not"] if claim.negated else []))), claim.start
        cited = [citation.symbol for citation in claim.citations] if claim.verdict == "supported" else []
        for symbol in dict.fromkeys(_symbols([claim.args.get("symbol"), *cited])):
            yield f"symbol:{symbol}", claim.start


def _symbols(texts: Iterable[object]) -> Iterator[str]:
    """Bare symbols, without their year."""
    for text in texts:
        if isinstance(text, str) and (found := _SYMBOL.match(text)):
            yield found.group()


def _plain(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _joined(entities: Iterable[str]) -> str:
    return "+".join(sorted(entities))
