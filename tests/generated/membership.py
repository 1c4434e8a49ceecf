"""Membership of the United Nations and its size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import MemberEvent
from tests.generated.made import Made, moved, other, sample
from tests.generated.words import AR, EN, day, month, named, ordinal, state

KIND, SIZE = "un.member", "un.size"
_ROWS = 45
_JOINED = {
    AR: (
        "انضمت {state} إلى الأمم المتحدة في {month}.",
        "أصبحت {state} عضوا في الأمم المتحدة عام {year}.",
        "قُبلت عضوية {state} في الأمم المتحدة في {day}.",
        "{state} عضو في الأمم المتحدة منذ عام {year}.",
        "قال الرئيس إن {state} دخلت الأمم المتحدة عام {year}.",
        "ونالت {state} عضوية الأمم المتحدة في {month}.",
    ),
    EN: (
        "{state} joined the United Nations in {month}.",
        "{state} became a member of the United Nations in {year}.",
        "{state} was admitted to the United Nations on {day}.",
        "{state} has been a member of the United Nations since {year}.",
        "The president said {state} had joined the UN in {year}.",
        "{state} gained UN membership in {month}.",
    ),
}
_NOW = {
    AR: ("{state} عضو في الأمم المتحدة.", "وأكدت الوزارة أن {state} دولة عضو في الأمم المتحدة."),
    EN: ("{state} is a member of the United Nations.", "{state} is a UN member state."),
}
_NOT = {
    AR: ("{state} ليست عضوا في الأمم المتحدة.", "لا تتمتع {state} بعضوية الأمم المتحدة."),
    EN: ("{state} is not a member of the United Nations.", "The daily noted that {state} is not a UN member."),
}
_SIZES = {
    AR: (
        "تضم الأمم المتحدة {size} دولة عضوا.",
        "أعضاء الجمعية العامة للأمم المتحدة الـ{size} مدعوون إلى الجلسة.",
        "وجه الأمين العام رسالة إلى الدول الأعضاء في الأمم المتحدة وعددها {size} دولة.",
        "يبلغ عدد الدول الأعضاء في الأمم المتحدة {size} دولة.",
        "الجمعية العامة المؤلفة من {size} عضوا تفتتح دورتها.",
    ),
    EN: (
        "The United Nations has {size} member states.",
        "The {size}-member General Assembly opened its session.",
        "The letter went to all {size} members of the United Nations.",
        "The {size}-nation United Nations marked the day.",
        "All {size} UN member states were invited.",
    ),
}
_OUTSIDE = (("Palestine", "فلسطين"),)  # an observer, never admitted


def make(record: Record, random: Random) -> Iterator[Made]:
    """Admissions by day, month and year, on other days; members now and not; sizes of many years."""
    events = [event for code in _codes(record) for event in record.member_events(code)]
    rows = [e for e in events if e.event in ("admission", "founding-member") and e.firm]
    rows = [row for row in rows if row.when.first == row.when.last]
    for n, row in enumerate(sample(random, rows, _ROWS)):
        yield from _said(_JOINED, row, n)
        wrong = moved(random, row.when.first or date.min, 800, 2500)
        yield from _said(_JOINED, replace(row, when=Interval.day(max(wrong, date(1946, 2, 1)))), n + 1, "at")
    for n, row in enumerate(sample(random, rows, _ROWS // 3)):
        yield from _said(_NOW, row, n)
        yield from _said(_NOT, row, n, "state")
    for n, (english, arabic) in enumerate(_OUTSIDE):
        for language, name in ((EN, english), (AR, arabic)):
            yield Made(_capital(_NOT[language][n].format(state=name)), KIND, "2019-05-05")
            yield Made(_capital(_NOW[language][n].format(state=name)), KIND, "2019-05-05", "state")
    yield from _sizes(record, random)


def _codes(record: Record) -> list[str]:
    return sorted(code for code in record.un_members(date(2020, 1, 1)) if named((code,)) and code != "RUS")


def _said(templates: Mapping[str, tuple[str, ...]], row: MemberEvent, n: int, changed: str = "") -> Iterator[Made]:
    when = row.when.first or date.min
    for language, sentences in templates.items():
        text = sentences[n % len(sentences)].format(
            state=state(row.state, language),
            year=when.year,
            month=month(when, language, n),
            day=day(when, language, n),
            nth=ordinal(n, language),
        )
        yield Made(_capital(text), KIND, (when + timedelta(3000)).isoformat(), changed)


def _sizes(record: Record, random: Random) -> Iterator[Made]:
    for n, published in enumerate(("2018-05-03", "1996-03-04", "2004-10-10", "1978-09-30", "2023-02-24")):
        size = len(record.un_members(date.fromisoformat(published)))
        for said, changed in ((size, ""), (other(random, range(size - 9, size + 10), size), "members")):
            for sentences in _SIZES.values():
                for sentence in sentences[n % 2 :: 2]:
                    yield Made(_capital(sentence.format(size=said)), SIZE, published, changed)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
