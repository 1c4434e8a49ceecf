"""Vetoes: who cast one, on what, on which day; and who did not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from mahdar.record.access import Record
from mahdar.record.rows import Decision
from tests.generated.made import Made, moved, other, sample
from tests.generated.words import AR, EN, day, month, named, state, states

KIND = "council.veto"
_FIVE = ("CHN", "FRA", "GBR", "RUS", "USA")
_ROWS = 60
_FIRST, _LAST = date(1997, 1, 10), date(2025, 5, 25)  # the table of vetoes is complete in between
_TEMPLATES: dict[str, tuple[str, ...]] = {
    AR: (
        "استخدمت {by} حق النقض في مجلس الأمن ضد مشروع قرار بشأن {topic} في {day}.",
        "مشروع القرار الخاص بالأوضاع في {topic} سقط في مجلس الأمن يوم {day} بعد أن نقضته {by}.",
        "أحبطت {by} في {day} مشروع قرار حول {topic} في مجلس الأمن باستخدامها حق النقض (الفيتو).",
        "قال دبلوماسي إن {by} لجأت إلى الفيتو في مجلس الأمن في {day} لمنع صدور قرار بشأن {topic}.",
        "اصطدم مشروع قرار بشأن {topic} بفيتو {by} في مجلس الأمن في {day}.",
        "وكانت {by} قد عطلت بالفيتو مشروع قرار حول {topic} في مجلس الأمن بتاريخ {day}.",
        "لم يتمكن مجلس الأمن في {day} من تبني مشروع قرار بشأن {topic} بسبب فيتو {by}.",
    ),
    EN: (
        "{by} vetoed a draft resolution on {topic} in the Security Council on {day}.",
        "On {day} a Security Council text concerning {topic} was blocked by a veto from {by}.",
        "A Security Council draft on {topic} was vetoed by {by} on {day}.",
        "The envoy said {by} had used the veto to block a Security Council resolution on {topic} on {day}.",
        "{by} cast a veto in the Security Council on {day} against a draft resolution on {topic}.",
        "The Security Council failed to adopt a resolution on {topic} on {day} because of a veto by {by}.",
        "A draft resolution on {topic} fell in the Security Council on {day} to a veto cast by {by}.",
    ),
}
_NEXT_DAY: dict[str, tuple[str, ...]] = {
    AR: (
        "فيتو من {by} يسقط مشروع قرار بشأن {topic} في مجلس الأمن",
        "{by} تستخدم الفيتو في مجلس الأمن ضد مشروع قرار بشأن {topic}",
        "نقضت {by} أمس مشروع قرار في مجلس الأمن بشأن {topic}.",
    ),
    EN: (
        "{by} veto Security Council draft on {topic}",
        "Veto by {by} sinks Security Council draft resolution on {topic}",
        "{by} yesterday vetoed a Security Council draft resolution on {topic}.",
    ),
}
_DENIED: dict[str, tuple[str, ...]] = {
    AR: (
        "لم تستخدم {by} حق النقض في مجلس الأمن ضد مشروع القرار بشأن {topic} في {day}.",
        "قال السفير إن {by} لم تنقض مشروع القرار بشأن {topic} الذي صوت عليه مجلس الأمن في {day}.",
    ),
    EN: (
        "{by} did not veto the Security Council draft on {topic} on {day}.",
        "The ambassador said {by} had not used the veto against the Security Council draft on {topic} on {day}.",
    ),
}
_NO_PLACE: dict[str, tuple[str, ...]] = {
    AR: ("استخدمت {by} حق النقض في {day}.", "لجأت {by} إلى الفيتو ضد مشروع قرار بشأن {topic} في {day}."),
    EN: ("{by} used the veto on {day} against a draft on {topic}.", "{by} vetoed a draft resolution on {day}."),
}


def make(record: Record, random: Random) -> Iterator[Made]:
    """Each row once as it stands and once with its day, or who cast it, changed; headlines; denials."""
    rows = [row for row in record.vetoes() if row.firm and _sayable(row)]
    for n, row in enumerate(sample(random, rows, _ROWS)):
        yield from _made(row, _TEMPLATES, n, 9)
        yield from _false(record, random, row, n)
    for n, row in enumerate(sample(random, rows, _ROWS // 3)):
        yield from _made(row, _NEXT_DAY, n, 1)
        yield from _made(row, _NO_PLACE, n, 9)
        yield from _made(_cast_by_another(random, row), _NO_PLACE, n, 9, "by")
    for n, row in enumerate(sample(random, rows, _ROWS // 3)):
        yield from _made(row, _DENIED, n, 9, "by")
        yield from _made(_cast_by_another(random, row), _DENIED, n, 9)


def _sayable(row: Decision) -> bool:
    return len(row.topic_states) == 1 and named((*row.topic_states, *row.vetoed_by)) and row.date.year >= 1997


def _made(
    row: Decision, templates: dict[str, tuple[str, ...]], n: int, later: int, changed: str = ""
) -> Iterator[Made]:
    for language, sentences in templates.items():
        text = sentences[n % len(sentences)].format(
            by=states(row.vetoed_by, language),
            topic=state(row.topic_states[0], language),
            day=day(row.date, language, n),
            month=month(row.date, language, n),
        )
        yield Made(text[:1].upper() + text[1:], KIND, (row.date + timedelta(later)).isoformat(), changed)


def _false(record: Record, random: Random, row: Decision, n: int) -> Iterator[Made]:
    if n % 2:
        yield from _made(_cast_by_another(random, row), _TEMPLATES, n, 9, "by")
        return
    when = moved(random, row.date)
    while any(abs((veto.date - when).days) < 5 for veto in record.vetoes()) or not _FIRST <= when <= _LAST:
        when = moved(random, row.date)
    later = max(row.date, when) - when + timedelta(9)
    yield from _made(replace(row, date=when), _TEMPLATES, n, later.days, "at")


def _cast_by_another(random: Random, row: Decision) -> Decision:
    return replace(row, vetoed_by=(other(random, _FIVE, *row.vetoed_by),))
