"""What the first sentence of a report does: tell of what is to come, of a decision, or of what somebody says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from typing import Literal

from mahdar.accounts.settings import settings
from mahdar.edtf import Interval
from mahdar.language.folding import fold_word
from mahdar.language.sentences import sentences
from mahdar.language.tokens import Span, Tokens, tokenize
from mahdar.model import Reading
from mahdar.tables import read_toml

Turn = Literal["ahead", "decided", "react"]
_TURNS: tuple[Turn, ...] = ("ahead", "decided", "react")
_FUTURE = ("س", "وس", "فس")
_LONGEST_CUE = 4
_DAY = len("2023-03-17")
_WORDS = 60
_DECIDING = (".resolution", ".vote", ".veto", ".veto_count")
_STOPS = frozenset('.!?؟…"”»')
_SENTENCES = 4
_FEWEST = 6  # words of a sentence; fewer are a headline or a dateline


@dataclass(frozen=True, slots=True)
class Lead:
    """``turn`` is None where no word tells; ``speakers`` are the principals of those whose words it gives.

    ``decisions`` are the symbols of fresh acts of the record that its report tells of where it opens with a decision;
    ``days`` those that it names, as EDTF.
    """

    turn: Turn | None = None
    speakers: frozenset[str] = frozenset()
    decisions: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()


def lead(text: str, reading: Reading, published: Interval | None) -> Lead:
    """The lead of a report's text; a report in a language without a table has none."""
    language = reading.report.language or ""
    tokens = tokenize(text)
    first = _first_sentence(tokens)
    if first is None or language not in _cues():
        return Lead()
    turn = _turn(tokens, first.i, min(first.j, first.i + _WORDS), language)
    start, end = tokens.start(first.i), tokens.end(first.j - 1)
    decisions = _decisions(reading, published) if turn == "decided" else ()
    days = (time.edtf for time in reading.times if start <= time.start < end and time.edtf)
    return Lead(
        turn,
        _speakers(reading, start, end),
        frozenset(decisions),
        frozenset(day for day in days if len(day) == _DAY),
    )


def _first_sentence(tokens: Tokens) -> Span | None:
    """The first that ends with a stop, behind headline and dateline; the first long one where none has a stop."""
    long = [s for s in islice(sentences(tokens), _SENTENCES) if s.j - s.i >= _FEWEST]
    return next((s for s in long if tokens.forms[s.j - 1] in _STOPS), long[0] if long else None)


def likeness(one: Lead, other: Lead) -> float:
    """What two leads leave of the likeness of their reports, from 0 to 1; symmetrical."""
    if one.turn is None or other.turn is None:
        return 1.0
    weights = settings("lead")
    apart = bool(one.speakers and other.speakers and not one.speakers & other.speakers)
    if one.decisions and other.decisions and one.decisions.isdisjoint(other.decisions):
        return float(weights["other_decision"])
    if one.turn == other.turn:
        return float(weights["other_speakers"]) if one.turn == "react" and apart else 1.0
    turns = {one.turn, other.turn}
    if turns == {"ahead", "decided"}:
        return float(weights["ahead_decided"])
    if turns == {"ahead", "react"}:
        return float(weights["ahead_react"])
    return float(weights["decided_react"]) if apart or not (one.speakers and other.speakers) else 1.0


def day_likeness(one: Lead, other: Lead) -> float:
    """What the days of two leads leave of the likeness of their reports; 1 where one names none."""
    if one.days and other.days and one.days.isdisjoint(other.days):
        return float(settings("lead")["other_days"])
    return 1.0


def one_decision(one: Lead, other: Lead) -> bool:
    """Whether two leads tell of the same fresh act of the record, and of the same who decided."""
    return not (one.decisions.isdisjoint(other.decisions) or one.speakers.isdisjoint(other.speakers))


def _turn(tokens: Tokens, i: int, j: int, language: str) -> Turn | None:
    """The first cue decides."""
    cues = _cues()[language]
    turns = (_cue_at(tokens, k, j, cues) or _coming(tokens.forms[k], language) for k in range(i, j))
    return next((turn for turn in turns if turn is not None), None)


def _cue_at(tokens: Tokens, k: int, j: int, cues: dict[tuple[str, ...], Turn]) -> Turn | None:
    for length in range(min(_LONGEST_CUE, j - k), 0, -1):
        if turn := cues.get(tuple(tokens.forms[k : k + length])):
            return turn
    return None


def _coming(form: str, language: str) -> Turn | None:
    """An Arabic imperfect with the prefix of the future."""
    verbs = _coming_verbs(language)
    return "ahead" if any(form.startswith(p) and form[len(p) :] in verbs for p in _FUTURE) else None


def _decisions(reading: Reading, published: Interval | None) -> Iterator[str]:
    """What the record knows of the claims and dates to the days before publication, wherever they stand."""
    if published is None or published.last is None:
        return
    for claim in reading.claims:
        if claim.verdict == "supported" and claim.kind.endswith(_DECIDING):
            for citation in claim.citations:
                if citation.symbol and citation.date and _fresh(citation.date, published.last):
                    yield citation.symbol


def _fresh(cited: str, published: date) -> bool:
    day = Interval.parse(cited).last
    return day is not None and 0 <= (published - day).days <= settings("lead")["fresh"]


def _speakers(reading: Reading, start: int, end: int) -> frozenset[str]:
    """The principals of those whose words the sentence gives first, or of the first that it names."""
    said = (s.speakers for s in reading.statements if start <= s.start < end and s.speakers)
    named = ((m.entity,) for m in reading.mentions if start <= m.start < end and not m.entity.startswith("outlet:"))
    entities = next(said, None) or next(named, ())
    return frozenset(_principal(reading, entity) for entity in islice(entities, 3))


def _principal(reading: Reading, entity: str) -> str:
    known = reading.entities.get(entity)
    return known.principal or entity if known else entity


@cache
def _cues() -> dict[str, dict[tuple[str, ...], Turn]]:
    table = read_toml("mahdar.accounts", "lead.toml")
    return {
        language: {tuple(fold_word(cue).split()): turn for turn in _TURNS for cue in rows[turn]}
        for language, rows in table.items()
    }


@cache
def _coming_verbs(language: str) -> frozenset[str]:
    return frozenset(map(fold_word, read_toml("mahdar.accounts", "lead.toml")[language]["coming"]))
