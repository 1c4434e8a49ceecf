"""Treaties: who is a party since when, who only signed, who stayed out, who left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random

from mahdar.record.access import Record
from mahdar.record.rows import TreatyAction
from tests.generated.made import Made, moved, sample
from tests.generated.words import AR, EN, day, month, named, state

KIND = "treaty.party"
_ROWS, _OUT = 50, 26
# treaty -> ways in which newspapers write it, full and short
_NAMES = {
    "iccpr": {
        EN: ("the International Covenant on Civil and Political Rights", "the ICCPR"),
        AR: ("العهد الدولي الخاص بالحقوق المدنية والسياسية", "العهد الدولي للحقوق المدنية والسياسية"),
    },
    "icescr": {
        EN: ("the International Covenant on Economic, Social and Cultural Rights", "the ICESCR"),
        AR: ("العهد الدولي الخاص بالحقوق الاقتصادية والاجتماعية والثقافية",) * 2,
    },
    "crc": {
        EN: ("the Convention on the Rights of the Child", "the UN child rights convention"),
        AR: ("اتفاقية حقوق الطفل", "اتفاقية الأمم المتحدة لحقوق الطفل"),
    },
    "cedaw": {
        EN: ("the Convention on the Elimination of All Forms of Discrimination against Women", "CEDAW"),
        AR: ("اتفاقية القضاء على جميع أشكال التمييز ضد المرأة", "اتفاقية سيداو"),
    },
    "cat": {
        EN: ("the Convention against Torture", "the UN Convention Against Torture"),
        AR: ("اتفاقية مناهضة التعذيب", "اتفاقية الأمم المتحدة لمناهضة التعذيب"),
    },
    "icerd": {
        EN: ("the International Convention on the Elimination of All Forms of Racial Discrimination", "the ICERD"),
        AR: ("الاتفاقية الدولية للقضاء على جميع أشكال التمييز العنصري", "اتفاقية القضاء على التمييز العنصري"),
    },
    "crpd": {
        EN: ("the Convention on the Rights of Persons with Disabilities", "the UN disability rights convention"),
        AR: ("اتفاقية حقوق الأشخاص ذوي الإعاقة", "الاتفاقية الدولية لحقوق الأشخاص ذوي الإعاقة"),
    },
    "cped": {
        EN: (
            "the International Convention for the Protection of All Persons from Enforced Disappearance",
            "the convention on enforced disappearance",
        ),
        AR: ("الاتفاقية الدولية لحماية جميع الأشخاص من الاختفاء القسري", "اتفاقية الاختفاء القسري"),
    },
}
_BOUND = {
    AR: (
        "صادقت {state} على {treaty} في {month}.",
        "انضمت {state} إلى {treaty} عام {year}.",
        "{state} طرف في {treaty} منذ عام {year}.",
        "قالت المنظمة إن {state} صدّقت على {treaty} في {day}.",
        "وأصبحت {state} دولة طرفا في {treaty} في {month}.",
        "تصديق {state} على {treaty} عام {year} أثار ترحيبا.",
    ),
    EN: (
        "{state} ratified {treaty} in {month}.",
        "{state} acceded to {treaty} in {year}.",
        "{state} has been a party to {treaty} since {year}.",
        "The group said {state} had ratified {treaty} on {day}.",
        "{state} became a state party to {treaty} in {month}.",
        "{state}, which ratified {treaty} in {year}, denied the charge.",
    ),
}
_NOW = {
    AR: ("{state} طرف في {treaty}.", "وتعد {state} من الدول الأطراف في {treaty}."),
    EN: ("{state} is a party to {treaty}.", "{state} is a state party to {treaty}."),
}
_NOT = {
    AR: (
        "لم تصادق {state} على {treaty}.",
        "{state} ليست طرفا في {treaty}.",
        "قال الخبراء إن {state} لم تنضم إلى {treaty}.",
    ),
    EN: (
        "{state} has not ratified {treaty}.",
        "{state} is not a party to {treaty}.",
        "The experts said {state} never acceded to {treaty}.",
    ),
}
_SIGNED = {
    AR: (
        "وقعت {state} على {treaty} في {month}.",
        "وقّعت {state} عام {year} {treaty}.",
        "وكان وفد {state} قد وقع {treaty} في {day}.",
    ),
    EN: (
        "{state} signed {treaty} in {month}.",
        "In {year} {state} signed {treaty}.",
        "{state} became a signatory to {treaty} on {day}.",
    ),
}
_ONLY_SIGNED = {
    AR: ("وقعت {state} {treaty} لكنها لم تصادق عليها.", "وقعت {state} على {treaty} دون أن تصادق عليها."),
    EN: ("{state} has signed but not ratified {treaty}.", "{state} signed {treaty} but never ratified it."),
}


def make(record: Record, random: Random) -> Iterator[Made]:
    """Each action on its day and on another; parties and strangers of today; signatures without ratification."""
    # مالي is "financial" as well: a state only where more of the sentence says so
    codes = sorted(code for code in record.un_members(date(2015, 1, 1)) if named((code,)) and code != "MLI")
    actions = [a for code in codes for a in record.treaty_actions(code) if a.treaty in _NAMES and _dated(a)]
    bound = [a for a in actions if a.action in ("ratification", "accession") and len(_all(record, a)) <= 2]
    for n, row in enumerate(sample(random, [a for a in bound if _only(record, a)], _ROWS)):
        when = row.when.first or date.min
        yield from _said(_BOUND, row, when, n)
        yield from _said(_BOUND, row, moved(random, when, 900, 2500), n, "at")
        if n % 3 == 0:
            yield from _said(_NOW, row, when, n // 3)
            yield from _said(_NOT, row, when, n // 3, "status")
    yield from _signatures(record, random, actions)
    yield from _strangers(record, random, codes)


def _dated(row: TreatyAction) -> bool:
    return row.firm and row.when.first == row.when.last and (row.when.first or date.max).year < 2014


def _all(record: Record, row: TreatyAction) -> tuple[TreatyAction, ...]:
    return record.treaty_actions(row.state, row.treaty)


def _only(record: Record, row: TreatyAction) -> bool:
    """The state bound itself once, in a year in which it did nothing else about the treaty."""
    others = [a for a in _all(record, row) if a != row]
    first = row.when.first or date.min
    return all(a.action == "signature" and abs((a.when.first or date.min).year - first.year) < 40 for a in others)


def _signatures(record: Record, random: Random, actions: list[TreatyAction]) -> Iterator[Made]:
    signed = [a for a in actions if a.action == "signature"]
    for n, row in enumerate(sample(random, signed, _OUT)):
        when = row.when.first or date.min
        yield from _said(_SIGNED, row, when, n)
        yield from _said(_SIGNED, row, moved(random, when, 900, 2000), n, "at")
    alone = [a for a in signed if len(_all(record, a)) == 1]
    for n, row in enumerate(sample(random, alone, _OUT // 2)):
        yield from _said(_ONLY_SIGNED, row, row.when.first or date.min, n)
    both = [a for a in signed if any(_early(b) for b in _all(record, a))]
    for n, row in enumerate(sample(random, both, _OUT // 2)):
        yield from _said(_ONLY_SIGNED, row, row.when.first or date.min, n, "status")


def _early(row: TreatyAction) -> bool:
    return row.binds and row.firm and row.when.last is not None and row.when.last.year < 2012


def _strangers(record: Record, random: Random, codes: list[str]) -> Iterator[Made]:
    pairs = [(code, slug) for code in codes for slug in _NAMES if not record.treaty_actions(code, slug)]
    for n, (code, slug) in enumerate(sample(random, pairs, _OUT)):
        yield from _about(_NOT, code, slug, date(2013, 3, 3), n, "")
        yield from _about(_NOW, code, slug, date(2013, 3, 3), n, "status")


def _said(
    templates: Mapping[str, tuple[str, ...]], row: TreatyAction, when: date, n: int, changed: str = ""
) -> Iterator[Made]:
    yield from _about(templates, row.state, row.treaty, when, n, changed)


def _about(
    templates: Mapping[str, tuple[str, ...]], code: str, slug: str, when: date, n: int, changed: str
) -> Iterator[Made]:
    for language, sentences in templates.items():
        text = sentences[n % len(sentences)].format(
            state=state(code, language),
            treaty=_NAMES[slug][language][n // 3 % 2],
            year=when.year,
            month=month(when, language, n),
            day=day(when, language, n),
        )
        published = max(when + timedelta(200), date(2015, 6, 1))
        yield Made(text[:1].upper() + text[1:], KIND, published.isoformat(), changed)
