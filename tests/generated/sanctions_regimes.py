"""Sanctions regimes of the Security Council: on whom, since when, for how long, and on whom not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random

from mahdar.record.access import Record
from mahdar.record.rows import Regime
from tests.generated.made import Made, other
from tests.generated.words import AR, EN, day, month, named, plural, state

KIND = "sanctions.regime"
_FREE = ("BRA", "CHL", "JPN", "NOR", "GHA", "MAR", "PER", "THA", "KEN", "MEX")  # the Council never had a regime on them
_SINCE = {
    AR: (
        "تخضع {target} منذ عام {year} لعقوبات فرضها مجلس الأمن الدولي.",
        "ترزح {target} تحت عقوبات أممية منذ عام {year}.",
        "قال المتحدث إن {target} خاضعة لعقوبات أممية منذ {year}.",
        "العقوبات الأممية المفروضة على {target} منذ عام {year} ما زالت سارية.",
        "وتواجه {target} عقوبات من الأمم المتحدة منذ عام {year}.",
    ),
    EN: (
        "{target} has been under UN sanctions since {year}.",
        "UN sanctions on {target}, in place since {year}, remain in force.",
        "The minister said {target} had been subject to United Nations sanctions since {year}.",
        "{target}, under Security Council sanctions since {year}, rejected the report.",
        "{target} has faced United Nations sanctions since {year}.",
    ),
}
_IMPOSED = {
    AR: (
        "فرض مجلس الأمن الدولي في {month} عقوبات على {target}.",
        "فُرضت على {target} عقوبات أممية في {month}.",
        "وكان مجلس الأمن قد فرض عقوبات على {target} في {day}.",
        "أشار الخبراء إلى العقوبات التي فرضها مجلس الأمن على {target} عام {year}.",
    ),
    EN: (
        "The UN Security Council imposed sanctions on {target} in {month}.",
        "Sanctions were first imposed on {target} by the Security Council in {month}.",
        "Experts recalled the sanctions that the UN Security Council imposed on {target} in {year}.",
        "The United Nations slapped sanctions on {target} on {day}.",
    ),
}
_LONG = {
    AR: ("تخضع {target} لعقوبات مجلس الأمن منذ {years}.", "ترزح {target} منذ {years} تحت عقوبات الأمم المتحدة."),
    EN: (
        "{target} has been under UN sanctions for {years}.",
        "For {years} {target} has been subject to UN Security Council sanctions.",
    ),
}
_NOW = {
    AR: ("{target} خاضعة لعقوبات الأمم المتحدة.", "ذكر الوزير أن {target} تخضع لعقوبات من مجلس الأمن الدولي."),
    EN: ("{target} is under UN sanctions.", "The minister said {target} is subject to Security Council sanctions."),
}
_NOT = {
    AR: ("لا تخضع {target} لعقوبات من مجلس الأمن.", "قال السفير إن {target} ليست خاضعة لعقوبات الأمم المتحدة."),
    EN: ("{target} is not under UN sanctions.", "The envoy said {target} was not subject to UN sanctions."),
}


def make(record: Record, random: Random) -> Iterator[Made]:
    """Each regime told by its year and its resolution's day, with another target, another year, denied."""
    rows = [row for row in record.regimes() if _sayable(record, row)]
    for n, row in enumerate(rows):
        free = other(random, _FREE)
        yield from _said(_SINCE, row.target, row.first, n)
        yield from _said(_SINCE, free, row.first, n, "target")
        yield from _said(_IMPOSED, row.target, row.first, n)
        yield from _said(_IMPOSED, row.target, row.first - timedelta(random.randint(900, 1500)), n + 1, "at")
        for templates, denied in ((_NOW, False), (_NOT, True)):
            yield from _said(templates, row.target, row.first, n, "target" if denied else "")
            yield from _said(templates, free, row.first, n, "" if denied else "target")
        yield from _lasted(row, n, 0)
        yield from _lasted(row, n, random.choice((-6, 7)), "at")


def _sayable(record: Record, row: Regime) -> bool:
    """Regimes on one state by that name that ran on for a while and had none before them."""
    if not row.firm or not named((row.target,)) or row.status == "disputed" or row.first.year > 2018:
        return False
    return (row.last is None or row.last.year - row.first.year > 6) and record.regimes(row.target)[0] == row


def _published(row_first: date) -> date:
    return date(row_first.year + 5, 6, 20)


def _said(
    templates: Mapping[str, tuple[str, ...]], target: str, first: date, n: int, changed: str = ""
) -> Iterator[Made]:
    for language, sentences in templates.items():
        text = sentences[n % len(sentences)].format(
            target=state(target, language),
            year=first.year,
            month=month(first, language, n),
            day=day(first, language, n),
        )
        yield _made(text, _published(first), changed)


def _lasted(row: Regime, n: int, wrong: int, changed: str = "") -> Iterator[Made]:
    published = date((row.last or date(2024, 1, 1)).year - 1, row.first.month, 28)
    years = published.year - row.first.year + wrong
    if years < 3:
        return
    words = {AR: f"{years} {'سنوات' if years <= 10 else 'عاما'}", EN: plural(years, "year")}
    for language, sentences in _LONG.items():
        text = sentences[n % 2].format(target=state(row.target, language), years=words[language])
        yield _made(text, published, changed)


def _made(text: str, published: date, changed: str) -> Made:
    return Made(text[:1].upper() + text[1:], KIND, published.isoformat(), changed)
