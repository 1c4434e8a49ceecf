"""Entries of the Council's consolidated list: who was listed when, who still is, who was taken off, who never was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random

from mahdar.record.access import Record
from mahdar.record.rows import Listing
from tests.generated.made import Made, moved, sample
from tests.generated.words import AR, EN, day, month, table_rows

KIND = "sanctions.listing"
_ROWS = 28
_LISTED = {
    AR: (
        "أدرجت لجنة الجزاءات التابعة لمجلس الأمن {name} على قائمة العقوبات في {month}.",
        "أُدرج {name} على قائمة عقوبات الأمم المتحدة في {month}.",
        "أضاف مجلس الأمن الدولي {name} إلى قائمته السوداء في {day}.",
        "{name} مدرج على لائحة العقوبات الأممية منذ عام {year}.",
        "قال المندوب إن {name} أدرج في قائمة جزاءات مجلس الأمن عام {year}.",
        "ويخضع {name} لعقوبات الأمم المتحدة منذ عام {year}.",
    ),
    EN: (
        "{name} was added to the UN sanctions list in {month}.",
        "The UN Security Council blacklisted {name} in {month}.",
        "The Security Council's sanctions committee listed {name} on {day}.",
        "{name} has been on the UN sanctions list since {year}.",
        "The spokesman said {name} had been placed on the UN Security Council sanctions list in {year}.",
        "{name}, blacklisted by the United Nations in {year}, denied the accusations.",
    ),
}
_NOW = {
    AR: ("{name} مدرج على قائمة عقوبات الأمم المتحدة.", "اسم {name} وارد في قائمة العقوبات الدولية لمجلس الأمن."),
    EN: ("{name} is on the UN sanctions list.", "{name} remains on the UN Security Council's sanctions list."),
}
_NOT = {
    AR: ("لم يدرج {name} على قائمة عقوبات مجلس الأمن.", "{name} غير مدرج على قائمة عقوبات الأمم المتحدة."),
    EN: (
        "{name} is not on the UN sanctions list.",
        "{name} was never placed on the UN Security Council sanctions list.",
    ),
}
_OFF = {
    AR: (
        "شطبت الأمم المتحدة {name} من قائمة العقوبات في {year}.",
        "رفع مجلس الأمن اسم {name} من قائمة الجزاءات في {year}.",
    ),
    EN: (
        "{name} was removed from the UN sanctions list in {year}.",
        "The UN Security Council took {name} off its sanctions list in {year}.",
    ),
}


def make(record: Record, random: Random) -> Iterator[Made]:
    """Names as the press writes them, and names as the list has them, in both languages."""
    for n, (reference, english, arabic) in enumerate(_known()):
        row = record.listing(reference)
        if row is not None:
            yield from _row(random, row, {EN: english, AR: arabic}, n)
    rows = [row for row in record.listings() if row.kind == "entity" and _sayable(row)]
    for n, row in enumerate(sample(random, rows, _ROWS)):
        name = row.name.title()
        yield from _row(random, row, {EN: name, AR: name}, n)


def _known() -> Iterator[tuple[str, str, str]]:
    for row in table_rows(Path(__file__).parent / "listed.csv"):
        yield row["reference"], row["en"], row["ar"]


def _sayable(row: Listing) -> bool:
    plain = row.name.replace("-", " ").replace(" ", "").isalpha() and row.name.isascii()
    return plain and 2 <= len(row.name.split()) <= 5 and row.removed is None


def _row(random: Random, row: Listing, names: dict[str, str], n: int) -> Iterator[Made]:
    until = row.removed.first if row.removed and row.removed.first else row.seen_last
    wrong = moved(random, row.listed_on, 800, 1600)
    later = max(row.listed_on, wrong)
    yield from _said(_LISTED, names, row.listed_on, n, min(row.listed_on + timedelta(45), until))
    yield from _said(_LISTED, names, wrong, n + 1, later + timedelta(400), "at")
    if row.removed is None:
        yield from _said(_NOW, names, row.listed_on, n, until)
        yield from _said(_NOT, names, row.listed_on, n, until, "name")
    elif row.removed.last:
        between = row.removed.first or date.min, row.removed.last
        yield from _said(_OFF, names, between[0] + (between[1] - between[0]) / 2, n, date(2025, 3, 1))
        yield from _said(_OFF, names, row.listed_on + timedelta(200), n, date(2025, 3, 1), "at")


def _said(
    templates: Mapping[str, tuple[str, ...]],
    names: dict[str, str],
    when: date,
    n: int,
    published: date,
    changed: str = "",
) -> Iterator[Made]:
    for language, sentences in templates.items():
        text = sentences[n % len(sentences)].format(
            name=names[language],
            year=when.year,
            month=month(when, language, n),
            day=day(when, language, n),
        )
        yield Made(text[:1].upper() + text[1:], KIND, published.isoformat(), changed)
