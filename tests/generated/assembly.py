"""Resolutions and votes of the General Assembly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import AssemblyDecision
from tests.generated.made import Made, moved, other, sample
from tests.generated.words import AR, EN, counted, day, month, named, plural, state, states, subject

KIND = "assembly.vote"
RESOLUTION = "assembly.resolution"
_ROWS, _DATED, _VOTERS = 40, 36, 14
_TALLIES: dict[str, tuple[str, ...]] = {
    AR: (
        "اعتمدت الجمعية العامة للأمم المتحدة القرار {number} بأغلبية {yes_votes} مقابل {no_votes} وامتناع {none} عن "
        "التصويت.",
        "صوتت {yes_subject} لصالح القرار {number} في الجمعية العامة، وعارضته {no_subject}، وامتنعت {none_subject} عن "
        "التصويت.",
        "الجمعية العامة تتبنى القرار {number} بتأييد {yes} ومعارضة {no} وامتناع {none}",
        "قال المندوب إن القرار {number} حصل في الجمعية العامة على {yes_votes} مقابل {no_votes}.",
    ),
    EN: (
        "The General Assembly adopted resolution {number} by {yes} votes to {no}, with {none} abstentions.",
        "In the General Assembly {yes} countries voted for resolution {number}, {no} against and {none} abstained.",
        "UN General Assembly votes {yes}-{no} with {none} abstentions to adopt resolution {number}",
        "The envoy said resolution {number} had won {yes_votes} in the General Assembly, with {no} against.",
    ),
}
_VOTED: dict[str, tuple[str, ...]] = {
    AR: (
        "صوّت ضد قرار الجمعية العامة {number} كل من {against}.",
        "صوتت {against} ضد القرار {number} في الجمعية العامة للأمم المتحدة.",
    ),
    EN: (
        "{against} voted against General Assembly resolution {number}.",
        "{against} voted no when the General Assembly adopted resolution {number}.",
    ),
}
_BY_NUMBER: dict[str, tuple[str, ...]] = {
    AR: (
        "اعتمدت الجمعية العامة القرار {number} في {day}.",
        "قرار الجمعية العامة للأمم المتحدة {number} الصادر في {month} ما زال قائما.",
        "أشار البيان إلى أن الجمعية العامة تبنت القرار {number} في {month}.",
    ),
    EN: (
        "The General Assembly adopted resolution {number} on {day}.",
        "General Assembly resolution {number} of {month} still stands.",
        "The statement noted that the General Assembly had passed resolution {number} in {month}.",
    ),
}
_BY_SUBJECT: dict[str, tuple[str, ...]] = {
    AR: (
        "اعتمدت الجمعية العامة للأمم المتحدة قرارا بشأن حقوق الإنسان في {topic} في {month}.",
        "تبنت الجمعية العامة في {month} قرارا حول الوضع في {topic}.",
    ),
    EN: (
        "The UN General Assembly adopted a resolution on human rights in {topic} in {month}.",
        "In {month} the General Assembly passed a resolution on the situation in {topic}.",
    ),
}


def make(record: Record, random: Random) -> Iterator[Made]:
    """Tallies, voters, days by symbol, and resolutions on a state."""
    rows = [row for row in record.assembly() if _sayable(record, row)]
    split = [row for row in rows if (row.no or 0) > 2 and (row.abstain or 0) > 2]
    for n, row in enumerate(sample(random, split, _ROWS)):
        yield from _tallied(row, n)
        yield from _tallied(_miscounted(random, row), n, "yes")
    for n, row in enumerate(sample(random, [r for r in split if _few_against(r)], _VOTERS)):
        yield from _voted(row, _who(row, "no"), n)
        yield from _voted(row, (_who(row, "yes")[n],), n, "states")
    for n, row in enumerate(sample(random, rows, _DATED)):
        yield from _numbered(row, n)
        yield from _numbered(replace(row, when=_later(random, row)), n, "at")
    yield from _on_states(record, random)


def _sayable(record: Record, row: AssemblyDecision) -> bool:
    whole = row.firm and row.outcome == "adopted" and row.symbol.startswith("A/RES/") and row.tally is not None
    return whole and row.date is not None and not record.rivals(row)


def _few_against(row: AssemblyDecision) -> bool:
    return 1 <= len(_who(row, "no")) <= 4 and named(_who(row, "no")) and len(_who(row, "yes")) > _VOTERS


def _who(row: AssemblyDecision, how: str) -> tuple[str, ...]:
    return tuple(code for code, vote in row.votes.items() if vote == how and (how == "no" or named((code,))))


def _number(row: AssemblyDecision) -> str:
    return row.symbol.removeprefix("A/RES/")


def _tallied(row: AssemblyDecision, n: int, changed: str = "") -> Iterator[Made]:
    yes, no, none = row.tally or (0, 0, 0)
    blanks = {
        "yes": yes, "no": no, "number": _number(row),
        "yes_subject": subject(yes, "states"), "no_subject": subject(no, "states"),
        "none_subject": subject(none, "states"), "no_votes": counted(no, "votes"),
    }  # fmt: skip
    for language, sentences in _TALLIES.items():
        english = {"none": none, "yes_votes": plural(yes, "vote")}
        arabic = {"none": counted(none, "states"), "yes_votes": counted(yes, "votes")}
        text = sentences[n % len(sentences)].format(**blanks, **(english if language == EN else arabic))
        yield _made(text, KIND, row, changed)


def _miscounted(random: Random, row: AssemblyDecision) -> AssemblyDecision:
    return replace(row, yes=(row.yes or 0) + other(random, range(-9, 10), 0))


def _voted(row: AssemblyDecision, against: tuple[str, ...], n: int, changed: str = "") -> Iterator[Made]:
    for language, sentences in _VOTED.items():
        text = sentences[n % len(sentences)].format(against=states(against, language), number=_number(row))
        yield _made(text, KIND, row, changed)


def _numbered(row: AssemblyDecision, n: int, changed: str = "") -> Iterator[Made]:
    when = row.date or date.min
    for language, sentences in _BY_NUMBER.items():
        text = sentences[n % len(sentences)].format(
            number=_number(row), day=day(when, language, n), month=month(when, language, n)
        )
        yield _made(text, RESOLUTION, row, changed)


def _later(random: Random, row: AssemblyDecision) -> Interval:
    return Interval.day(moved(random, row.date or date.min, 90))


def _on_states(record: Record, random: Random) -> Iterator[Made]:
    rows = [r for r in record.assembly() if r.firm and len(r.topic_states) == 1 and named(r.topic_states) and r.date]
    rows = [r for r in rows if r.outcome == "adopted" and "uman rights" in r.title]
    for n, row in enumerate(sample(random, rows, _DATED // 2)):
        for language, sentences in _BY_SUBJECT.items():
            when = row.date or date.min
            text = sentences[n % len(sentences)].format(
                topic=state(row.topic_states[0], language), month=month(when, language, n)
            )
            yield _made(text, RESOLUTION, row, "")


def _made(text: str, kind: str, row: AssemblyDecision, changed: str) -> Made:
    published = (row.date or date.min) + timedelta(20)
    return Made(text[:1].upper() + text[1:], kind, published.isoformat(), changed)
