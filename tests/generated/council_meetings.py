"""Meetings of the Security Council, formal, closed and informal, and what it has discussed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import ArriaMeeting, Meeting
from tests.generated.made import Made, moved, sample
from tests.generated.words import AR, EN, day, month, named, state, states

KIND = "council.meeting"
DISCUSSED = "council.discussed"
_ROWS, _CLOSED, _INFORMAL = 40, 12, 20
_APART = timedelta(6)
_HELD: dict[str, tuple[str, ...]] = {
    AR: (
        "عقد مجلس الأمن جلسة بشأن {topic} في {day}.",
        "اجتمع مجلس الأمن الدولي في {day} لبحث الوضع في {topic}.",
        "قال المتحدث إن مجلس الأمن عقد اجتماعا في {day} حول {topic}.",
        "انعقدت في {day} جلسة لمجلس الأمن حول الأوضاع في {topic}.",
        "التأم مجلس الأمن في {day} في جلسة علنية لمناقشة التطورات في {topic}.",
    ),
    EN: (
        "The Security Council held a meeting on {topic} on {day}.",
        "The UN Security Council met on {day} to discuss the situation in {topic}.",
        "The spokesman said the Security Council had convened a meeting on {topic} on {day}.",
        "A Security Council meeting on {topic} was held on {day}.",
        "The Security Council gathered on {day} for an open meeting on {topic}.",
    ),
}
_AHEAD: dict[str, tuple[str, ...]] = {
    AR: (
        "يعقد مجلس الأمن جلسة بشأن {topic} في {day}.",
        "من المقرر أن يجتمع مجلس الأمن في {day} لبحث الوضع في {topic}.",
    ),
    EN: (
        "The Security Council will meet on {topic} on {day}.",
        "The Security Council is due to hold a meeting on {topic} on {day}.",
    ),
}
_BEHIND_DOORS: dict[str, tuple[str, ...]] = {
    AR: (
        "عقد مجلس الأمن جلسة مغلقة بشأن {topic} في {day}.",
        "اجتمع مجلس الأمن خلف أبواب مغلقة في {day} لبحث الوضع في {topic}.",
    ),
    EN: (
        "The Security Council held a closed meeting on {topic} on {day}.",
        "The Security Council met behind closed doors on {topic} on {day}.",
    ),
}
_ARRIA: dict[str, tuple[str, ...]] = {
    AR: (
        "عقدت {by} اجتماعا غير رسمي لأعضاء مجلس الأمن بصيغة آريا بشأن {topic} في {day}.",
        "استضافت {by} في {day} اجتماعا بصيغة آريا لأعضاء مجلس الأمن حول {topic}.",
    ),
    EN: (
        "{by} held an Arria-formula meeting of Security Council members on {topic} on {day}.",
        "On {day} {by} convened an informal Arria-formula meeting of the Security Council on {topic}.",
    ),
}
_DISCUSSED: dict[str, tuple[str, ...]] = {
    AR: (
        "ناقش مجلس الأمن الوضع في {topic} في {month}.",
        "بحث مجلس الأمن الدولي الأوضاع في {topic} في {month}.",
        "ذكر البيان أن مجلس الأمن ناقش التطورات في {topic} في {month}.",
        "تناول مجلس الأمن في {month} الأزمة في {topic}.",
    ),
    EN: (
        "The Security Council discussed the situation in {topic} in {month}.",
        "The Security Council debated developments in {topic} in {month}.",
        "The statement said the Security Council had considered the situation in {topic} in {month}.",
        "In {month} the Security Council took up the crisis in {topic}.",
    ),
}


def make(record: Record, random: Random) -> Iterator[Made]:
    """Meetings told and announced, on their day and on another; informal ones by other conveners; discussions."""
    rows = [row for row in record.meetings() if _sayable(row)]
    for n, row in enumerate(sample(random, rows, _ROWS)):
        wrong = replace(row, date=_other_day(record, random, row))
        yield from _told(row, _HELD, n, 9)
        yield from _told(wrong, _HELD, n, 9, "at")
        if n % 4 == 0:
            yield from _told(row, _AHEAD, n // 4, -4)
            yield from _told(wrong, _AHEAD, n // 4, -4, "at")
    closed = [row for row in rows if row.form == "closed"]
    for n, row in enumerate(sample(random, closed, _CLOSED)):
        yield from _told(row, _BEHIND_DOORS, n, 9)
    yield from _informal(record, random)
    yield from _discussions(record, random, rows)


def _sayable(row: Meeting) -> bool:
    return len(row.topic_states) == 1 and named(row.topic_states) and row.firm and 1990 <= row.date.year <= 2021


def _other_day(record: Record, random: Random, row: Meeting) -> date:
    """A day with no meeting anywhere near that may have been on it."""
    while True:
        when = moved(random, row.date, 20)
        around = Interval(when - _APART, when + _APART)
        if when.year >= 1990 and not record.meetings(row.topic_states[0], around, certain=False):
            return when


def _told(row: Meeting, templates: dict[str, tuple[str, ...]], n: int, later: int, changed: str = "") -> Iterator[Made]:
    for language, sentences in templates.items():
        text = sentences[n % len(sentences)].format(
            topic=state(row.topic_states[0], language), day=day(row.date, language, n)
        )
        yield _made(text, KIND, row.date + timedelta(later), changed)


def _informal(record: Record, random: Random) -> Iterator[Made]:
    rows = [
        row for row in record.arria() if row.firm and len(row.topic_states) == 1 and row.when.first == row.when.last
    ]
    rows = [r for r in rows if r.conveners and len(r.conveners) < 4 and named((*r.conveners, *r.topic_states))]
    for n, row in enumerate(sample(random, rows, _INFORMAL)):
        yield from _convened(row, n)
        strangers = [c for c in ("BRA", "IND", "JPN", "GHA", "NOR") if c not in (*row.conveners, *row.co_hosts)]
        yield from _convened(replace(row, conveners=(random.choice(strangers),)), n, "convened_by")


def _convened(row: ArriaMeeting, n: int, changed: str = "") -> Iterator[Made]:
    when = row.when.first or date.min
    for language, sentences in _ARRIA.items():
        text = sentences[n % len(sentences)].format(
            by=states(row.conveners, language),
            topic=state(row.topic_states[0], language),
            day=day(when, language, n),
        )
        yield _made(text, KIND, when + timedelta(9), changed)


def _discussions(record: Record, random: Random, rows: list[Meeting]) -> Iterator[Made]:
    for n, row in enumerate(sample(random, rows, _ROWS)):
        quiet = replace(row, date=_quiet_month(record, random, row)) if n % 2 else row
        for case, changed in ((row, ""), (quiet, "at")):
            if case is row and changed:
                continue
            for language, sentences in _DISCUSSED.items():
                text = sentences[n % len(sentences)].format(
                    topic=state(row.topic_states[0], language), month=month(case.date, language, n)
                )
                yield _made(text, DISCUSSED, case.date + timedelta(40), changed)


def _quiet_month(record: Record, random: Random, row: Meeting) -> date:
    """A day in whose month, and around it, no meeting may have been on the matter."""
    while True:
        when = moved(random, row.date, 60, 9000)
        around = Interval(when - timedelta(45), when + timedelta(45))
        if 1960 <= when.year <= 2021 and not record.meetings(row.topic_states[0], around, certain=False):
            return when


def _made(text: str, kind: str, published: date, changed: str) -> Made:
    return Made(text[:1].upper() + text[1:], kind, published.isoformat(), changed)
