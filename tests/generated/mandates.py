"""Country mandates and bodies of experts: which exist, when they began and ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random

from mahdar.record.access import Record
from mahdar.record.rows import Mandate
from tests.generated.made import Made, other
from tests.generated.words import AR, EN, day, month, named, state

KIND = "mandate.exists"
_BODIES = {
    "commission-of-inquiry": ("the commission of inquiry on {topic}", "لجنة التحقيق بشأن {topic}"),
    "special-rapporteur": (
        "the special rapporteur on the situation of human rights in {topic}",
        "المقرر الخاص المعني بحالة حقوق الإنسان في {topic}",
    ),
    "fact-finding-mission": ("the fact-finding mission on {topic}", "بعثة تقصي الحقائق بشأن {topic}"),
    "independent-expert": (
        "the independent expert on the situation of human rights in {topic}",
        "الخبير المستقل المعني بحالة حقوق الإنسان في {topic}",
    ),
    "group-of-experts": ("the group of experts on {topic}", "فريق الخبراء المعني بحالة حقوق الإنسان في {topic}"),
}
_EXISTS = {
    AR: (
        "تقرير {body} معروض على مجلس حقوق الإنسان.",
        "ونقلت الأمم المتحدة عن {body} قلقه البالغ.",
        "قالت المنظمة إن زيارة {body} التابع للأمم المتحدة مفيدة.",
        "تتعاون الحكومة مع {body} التابع لمجلس حقوق الإنسان.",
    ),
    EN: (
        "{body} presented a report to the Human Rights Council.",
        "{body} of the United Nations voiced concern.",
        "The group said the UN's {bare} had visited the region.",
        "The UN's {bare} called for cooperation.",
    ),
}
_CREATED = {
    AR: (
        "أنشأ مجلس حقوق الإنسان {body} في {month}.",
        "أُنشئت ولاية {body} بقرار من مجلس حقوق الإنسان في {month}.",
        "وكان مجلس حقوق الإنسان قد شكل {body} عام {year}.",
        "قال الدبلوماسي إن {body} أنشئ بقرار من الأمم المتحدة في {month}.",
    ),
    EN: (
        "The Human Rights Council created {body} in {month}.",
        "The mandate of {body} was established by the Human Rights Council in {month}.",
        "The Human Rights Council set up {body} in {year}.",
        "The United Nations said {body} was established in {month}.",
    ),
}
_ENDED = {
    AR: (
        "انتهت ولاية {body} التابع للأمم المتحدة في {end}.",
        "لم يجدد مجلس حقوق الإنسان ولاية {body} في {end}.",
    ),
    EN: (
        "The mandate of the UN's {bare} ended in {end}.",
        "The Human Rights Council let the mandate of {body} lapse in {end}.",
    ),
}
_NONE = ("CHE", "NOR", "JPN", "CAN", "GHA", "URY")  # the Council gave no mandate on them


def make(record: Record, random: Random) -> Iterator[Made]:
    """Each mandate existing, created and ended; on another state, in another year."""
    for n, row in enumerate(_rows(record)):
        first, last = row.first, row.last
        if first is None or first.first is None or first.last is None:
            continue
        away = other(random, _NONE)
        running = min(first.last + timedelta(200), last.first if last and last.first else date.max)
        yield from _said(_EXISTS, row, row.state, running, n, running)
        yield from _said(_EXISTS, row, away, running, n, running, "topic")
        if first.first.year == first.last.year:
            later = first.first + timedelta(1100)
            yield from _said(_CREATED, row, row.state, first.first, n, later)
            yield from _said(_CREATED, row, row.state, first.first - timedelta(900), n + 1, later, "at")
        if last is not None and last.last is not None and last.first is not None:
            yield from _said(_ENDED, row, row.state, last.first, n, last.last + timedelta(300))
            early = first.last + timedelta(250)
            if (last.first - early).days > 500:
                yield from _said(_ENDED, row, row.state, early, n, last.last + timedelta(300), "at")


def _rows(record: Record) -> list[Mandate]:
    """One row for each mandate of a state that has one of its kind alone."""
    found = []
    for code in sorted(record.un_members(date(2020, 1, 1))):
        for kind in _BODIES:
            rows = record.mandates(code, kind)
            if rows and named((code,)) and len({row.symbol for row in rows}) == 1 and len(rows[0].state) == 3:
                found.append(rows[0])
    return found


def _said(
    templates: Mapping[str, tuple[str, ...]],
    row: Mandate,
    topic: str,
    when: date,
    n: int,
    published: date,
    changed: str = "",
) -> Iterator[Made]:
    for language, sentences in templates.items():
        body = _BODIES[row.kind][language == AR].format(topic=state(topic, language))
        text = sentences[n % len(sentences)].format(
            body=body,
            bare=body.removeprefix("the "),
            year=when.year,
            month=month(when, language, n),
            day=day(when, language, n),
            end=when.year,
        )
        covered = not changed or (row.firm and changed != "topic")  # the table of mandates is a selection
        yield Made(text[:1].upper() + text[1:], KIND, published.isoformat(), changed, covered)
