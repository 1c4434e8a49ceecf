"""How many vetoes a state has cast, on a matter or in all, with and without words of rounding."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from mahdar.record.access import Record
from tests.generated.made import Made
from tests.generated.words import AR, EN, counted, ordinal, state, word

KIND = "council.veto_count"
# Each series lies where the table is complete; the numbers are those of the rows.
_SERIES = (
    ("RUS", "SYR", 2011, "2017-12-31"), ("RUS", "SYR", 2011, "2022-12-31"), ("CHN", "SYR", 2011, "2020-12-31"),
    ("USA", "PSE", 2001, "2024-12-31"), ("RUS", "SYR", 2011, "2014-08-01"), ("RUS", "UKR", 2014, "2023-12-31"),
    ("USA", "PSE", 2023, "2024-12-01"), ("RUS", "", 2011, "2024-06-01"), ("USA", "", 2000, "2024-06-01"),
    ("CHN", "", 2007, "2024-06-01"),
)  # fmt: skip
_TEMPLATES: dict[str, tuple[str, ...]] = {
    AR: (
        "استخدمت {by} حق النقض في مجلس الأمن {times}{on} منذ عام {since}.",
        "لجأت {by} إلى الفيتو {times} في مجلس الأمن{on} منذ عام {since}.",
        "منذ عام {since} نقضت {by} {drafts} في مجلس الأمن{on}.",
        "قال المندوب إن {by} استخدمت الفيتو{on} {times} في مجلس الأمن منذ عام {since}.",
        "استخدمت {by} حق النقض في مجلس الأمن أكثر من {fewer}{on} منذ عام {since}.",
        "استخدمت {by} الفيتو نحو {times}{on} في مجلس الأمن منذ عام {since}.",
    ),
    EN: (
        "{by} has used its veto in the Security Council {times}{on} since {since}.",
        "{by} has cast {count} vetoes{on} since {since}, Security Council records show.",
        "{by} has vetoed {count} Security Council draft resolutions{on} since {since}.",
        "The envoy said {by} had used its veto power {times} in the Security Council{on} since {since}.",
        "{by} has used its veto in the Security Council more than {fewer} times{on} since {since}.",
        "{by} has cast about {count} vetoes in the Security Council{on} since {since}.",
    ),
}
_NUMBERED: dict[str, tuple[str, ...]] = {
    AR: (
        "هذا هو الفيتو {ordinal} الذي تستخدمه {by} في مجلس الأمن{on} منذ عام {since}.",
        "وهذه هي المرة {feminine} التي تستخدم فيها {by} حق النقض في مجلس الأمن{on} منذ عام {since}.",
    ),
    EN: (
        "It was the {ordinal} veto cast by {by} in the Security Council{on} since {since}.",
        "It was the {ordinal} time since {since} that {by} had used its veto in the Security Council{on}.",
    ),
}


def make(record: Record, random: Random) -> Iterator[Made]:
    """Each series in every way of saying it, true and far off."""
    for n, (by, topic, since, published) in enumerate(_SERIES):
        rows = record.vetoes(by=by, topic=topic or None)
        count = sum(since <= row.date.year and row.date.isoformat() <= published for row in rows)
        if count < 3:
            continue
        for said, changed in ((count, ""), (2 * count + 6 + random.randint(0, 5), "count")):
            yield from _said((by, topic, since, published), said, n, changed)


def _said(series: tuple[str, str, int, str], count: int, n: int, changed: str) -> Iterator[Made]:
    by, topic, since, published = series
    for language in (AR, EN):
        sentences = list(_TEMPLATES[language])
        if count < 20:
            sentences.append(_NUMBERED[language][n % 2])
        for sentence in sentences:
            text = sentence.format(**_blanks(by, topic, count, language), since=since)
            yield Made(text[:1].upper() + text[1:], KIND, published, changed)


def _blanks(by: str, topic: str, count: int, language: str) -> dict[str, object]:
    about = state(topic, language) if topic else ""
    blanks: dict[str, object] = {"by": state(by, language), "ordinal": ordinal(count, language)}
    if language == EN:
        on = f" on {about}" if about else ""
        return blanks | {
            "on": on, "count": word(count), "times": f"{word(count)} times", "fewer": word(count - 1)
        }  # fmt: skip
    return blanks | {
        "on": f" بشأن {about}" if about else "",
        "times": counted(count, "times"),
        "drafts": counted(count, "drafts"),
        "fewer": counted(count - 1, "times"),
        "feminine": _feminine(count),
    }


def _feminine(count: int) -> str:
    unit, _, ten = ordinal(count, AR).partition(" ")
    return f"{unit}ة عشرة" if ten else ("الأولى" if count == 1 else f"{unit}ة")
