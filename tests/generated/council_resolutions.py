"""Resolutions of the Security Council: number, subject, day; and how many there were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random

from mahdar.record.access import Record
from mahdar.record.rows import Decision
from tests.generated.made import Made, moved, sample
from tests.generated.words import AR, EN, counted, day, month, named, state, word

KIND = "council.resolution"
_ROWS = 60
_TEMPLATES: dict[str, tuple[str, ...]] = {
    AR: (
        "اعتمد مجلس الأمن القرار {number} بشأن {topic} في {day}.",
        "صدر القرار {number} عن مجلس الأمن الدولي في {month}، وهو يتعلق بالوضع في {topic}.",
        "خلفية: قرار مجلس الأمن رقم {number} لعام {year} الخاص بالأوضاع في {topic}",
        "ذكّر الوزير بأن مجلس الأمن تبنى القرار {number} بشأن {topic} في {month}.",
        "وينص القرار {number} حول {topic}، الذي أصدره مجلس الأمن في {day}، على تقديم تقارير دورية.",
        "القرار {number} ({year}) الصادر عن مجلس الأمن بشأن {topic} لم ينفذ بعد.",
    ),
    EN: (
        "The Security Council adopted resolution {number} on {topic} on {day}.",
        "Security Council resolution {number} of {month} concerns the situation in {topic}.",
        "Background: UN Security Council Resolution {number} ({year}) on {topic}",
        "The minister recalled that the Security Council had adopted resolution {number} on {topic} in {month}.",
        "Resolution {number} on {topic}, which the Security Council passed on {day}, asks for regular reports.",
        "Resolution {number}, adopted by the Security Council in {year}, deals with {topic}.",
    ),
}
_NEXT_DAY: dict[str, tuple[str, ...]] = {
    AR: (
        "تبنى مجلس الأمن الدولي أمس القرار {number} بشأن {topic}.",
        "مجلس الأمن يتبنى القرار {number} بشأن {topic}",
    ),
    EN: (
        "The UN Security Council yesterday adopted resolution {number} on {topic}.",
        "UN Security Council adopts resolution {number} on {topic}",
    ),
}
_COUNTED: dict[str, tuple[str, ...]] = {
    AR: (
        "أصدر مجلس الأمن {count} بشأن {topic} منذ عام {since}.",
        "منذ عام {since} تبنى مجلس الأمن الدولي {count} حول {topic}.",
    ),
    EN: (
        "The Security Council has adopted {count} resolutions on {topic} since {since}.",
        "Since {since} the Security Council has passed {count} resolutions on {topic}.",
    ),
}


def make(record: Record, random: Random) -> Iterator[Made]:
    """Each row as it stands and with its day, its number or its subject changed; numbers of resolutions."""
    rows = [row for row in record.decisions(outcome="adopted") if _sayable(record, row)]
    for n, row in enumerate(sample(random, rows, _ROWS)):
        yield from _said(row, _TEMPLATES, n, 20)
        yield from _false(record, random, row, n)
    for n, row in enumerate(sample(random, rows, _ROWS // 4)):
        yield from _said(row, _NEXT_DAY, n, 1)
    yield from _counts(record, random)


def _sayable(record: Record, row: Decision) -> bool:
    one = len(row.topic_states) == 1 and named(row.topic_states) and "*" not in row.maybe_states
    return one and row.firm and row.symbol.startswith("S/RES/") and not record.rivals(row) and row.date.year >= 1960


def _said(
    row: Decision, templates: dict[str, tuple[str, ...]], n: int, later: int, changed: str = ""
) -> Iterator[Made]:
    for language, sentences in templates.items():
        text = sentences[n % len(sentences)].format(
            number=row.symbol.removeprefix("S/RES/").partition(" ")[0],
            topic=state(row.topic_states[0], language),
            day=day(row.date, language, n),
            month=month(row.date, language, n),
            year=row.date.year,
        )
        yield Made(text[:1].upper() + text[1:], KIND, (row.date + timedelta(later)).isoformat(), changed)


def _false(record: Record, random: Random, row: Decision, n: int) -> Iterator[Made]:
    """Another year for every template; another number for those that give the subject; another subject."""
    changed = ("at", "symbol", "topic")[n // 2 % 3]
    if changed == "at":
        yield from _said(replace(row, date=moved(random, row.date, 400, 900)), _TEMPLATES, n, 950, "at")
    elif changed == "symbol":
        number = _misread(record, row)
        if number:
            yield from _said(replace(row, symbol=f"S/RES/{number} ({row.date.year})"), _TEMPLATES, n, 20, "symbol")
    else:
        strange = random.choice([c for c in ("NLD", "KEN", "PER", "NOR", "THA") if not row.may_concern(c)])
        yield from _said(replace(row, topic_states=(strange,)), _TEMPLATES, n, 20, "topic")


def _misread(record: Record, row: Decision) -> str:
    """The number with two digits in each other's place, if the resolution of that number was another year's on
    something else.
    """
    number = row.symbol.removeprefix("S/RES/").partition(" ")[0]
    for k in range(len(number) - 1, 0, -1):
        wrong = number[: k - 1] + number[k] + number[k - 1] + number[k + 1 :]
        found = record.decision(f"S/RES/{wrong}")
        known = found is not None and found.firm and bool(found.topic_states) and wrong[0] != "0"
        if known and found and found.date.year != row.date.year and not found.may_concern(row.topic_states[0]):
            return wrong
    return ""


def _counts(record: Record, random: Random) -> Iterator[Made]:
    for n, (code, since) in enumerate((("PRK", 2006), ("SYR", 2012), ("LBY", 2011), ("YEM", 2014), ("HTI", 2004))):
        rows = [r for r in record.decisions(code, outcome="adopted") if since <= r.date.year < 2024]
        for count, changed in ((len(rows), ""), (3 * len(rows) + 20, "count")):
            yield from _tally(code, since, count, n, changed)


def _tally(code: str, since: int, count: int, n: int, changed: str) -> Iterator[Made]:
    for language, sentences in _COUNTED.items():
        said = counted(count, "resolutions") if language == AR else word(count)
        text = sentences[n % len(sentences)].format(count=said, topic=state(code, language), since=since)
        yield Made(text[:1].upper() + text[1:], KIND, "2024-01-01", changed)
