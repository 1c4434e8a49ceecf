"""The Human Rights Council: seats, losses of seats, size, resolutions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import HrcDecision, HrcTerm
from tests.generated.made import Made, moved, other, sample
from tests.generated.words import AR, EN, day, month, named, state

SEAT, SIZE, RESOLUTION = "rights_council.member", "rights_council.size", "rights_council.resolution"
_ROWS, _DECISIONS = 36, 24
_DATED = {
    AR: (
        "انتُخبت {state} عضوا في مجلس حقوق الإنسان في {elected}.",
        "شغلت {state} مقعدا في مجلس حقوق الإنسان عام {year}.",
        "فازت {state} بمقعد في مجلس حقوق الإنسان التابع للأمم المتحدة في {elected}.",
        "قالت الوزيرة إن {state} كانت عضوا في مجلس حقوق الإنسان عام {year}.",
        "تشغل {state} مقعدا في مجلس حقوق الإنسان الأممي منذ {first}.",
        "انتخبت الجمعية العامة {state} لعضوية مجلس حقوق الإنسان في {elected}.",
    ),
    EN: (
        "{state} was elected to the Human Rights Council in {elected}.",
        "{state} sat on the Human Rights Council in {year}.",
        "{state} won a seat on the UN Human Rights Council in {elected}.",
        "The minister said {state} had been a member of the Human Rights Council in {year}.",
        "{state} has held a seat on the UN Human Rights Council since {first}.",
        "The General Assembly elected {state} to the Human Rights Council in {elected}.",
    ),
}
_NOW = {
    AR: (
        "{state} عضو في مجلس حقوق الإنسان.",
        "تشغل {state} حاليا مقعدا في مجلس حقوق الإنسان التابع للأمم المتحدة.",
        "وأعربت {state}، العضو في مجلس حقوق الإنسان، عن قلقها.",
    ),
    EN: (
        "{state} is a member of the UN Human Rights Council.",
        "{state} currently sits on the Human Rights Council.",
        "{state}, a member of the Human Rights Council, voiced concern.",
    ),
}
_NOT = {
    AR: ("{state} ليست عضوا في مجلس حقوق الإنسان.", "لا تشغل {state} مقعدا في مجلس حقوق الإنسان حاليا."),
    EN: (
        "{state} is not a member of the Human Rights Council.",
        "{state} does not currently sit on the Human Rights Council.",
    ),
}
_LOST = {
    AR: (
        "علقت الجمعية العامة عضوية {state} في مجلس حقوق الإنسان في {month}.",
        "فقدت {state} مقعدها في مجلس حقوق الإنسان في {month}.",
        "عُلقت عضوية {state} في مجلس حقوق الإنسان عام {year}.",
        "خسرت {state} عضويتها في مجلس حقوق الإنسان الدولي في {month}.",
    ),
    EN: (
        "The General Assembly suspended {state} from the Human Rights Council in {month}.",
        "{state} lost its seat on the Human Rights Council in {month}.",
        "{state} was suspended from the UN Human Rights Council in {year}.",
        "The envoy recalled that {state} had been suspended from the Human Rights Council in {month}.",
    ),
}
_LEFT = {
    AR: ("انسحبت {state} من مجلس حقوق الإنسان في {month}.", "أعلنت {state} انسحابها من مجلس حقوق الإنسان في {month}."),
    EN: (
        "{state} withdrew from the Human Rights Council in {month}.",
        "{state} quit the UN Human Rights Council in {month}.",
    ),
}
_SIZES = {
    AR: (
        "مجلس حقوق الإنسان المؤلف من {size} عضوا يصوت اليوم.",
        "يضم مجلس حقوق الإنسان {size} دولة.",
        "أعضاء مجلس حقوق الإنسان الـ{size} مدعوون إلى دورة استثنائية.",
        "يتكون مجلس حقوق الإنسان من {size} عضوا.",
    ),
    EN: (
        "The {size}-member Human Rights Council was divided.",
        "The UN Human Rights Council has {size} members.",
        "The {size}-nation Human Rights Council met in Geneva.",
        "All {size} members of the Human Rights Council received the letter.",
    ),
}
_BY_NUMBER = {
    AR: (
        "اعتمد مجلس حقوق الإنسان القرار {number} في {day}.",
        "أشار البيان إلى قرار مجلس حقوق الإنسان {number} الصادر في {month}.",
        "تبنى مجلس حقوق الإنسان في {month} القرار {number}.",
    ),
    EN: (
        "The Human Rights Council adopted resolution {number} on {day}.",
        "The statement recalled Human Rights Council resolution {number} of {month}.",
        "In {month} the Human Rights Council passed resolution {number}.",
    ),
}
_BY_SUBJECT = {
    AR: (
        "اعتمد مجلس حقوق الإنسان قرارا بشأن {topic} في {month}.",
        "تبنى مجلس حقوق الإنسان التابع للأمم المتحدة في {month} قرارا حول الوضع في {topic}.",
    ),
    EN: (
        "The Human Rights Council adopted a resolution on {topic} in {month}.",
        "In {month} the UN Human Rights Council passed a resolution on the situation in {topic}.",
    ),
}


def make(record: Record, random: Random) -> Iterator[Made]:
    """Terms by year and election and "now"; suspensions and withdrawals; sizes; resolutions by number and subject."""
    codes = sorted({t.state for year in range(2007, 2026) for t in record.hrc_members(date(year, 9, 1))})
    terms = [t for code in codes if named((code,)) for t in record.hrc_terms(code) if t.firm and not t.end_reason]
    for n, term in enumerate(sample(random, [t for t in terms if _elected(t)], _ROWS)):
        yield from _dated(record, random, term, n)
        yield from _now(record, random, term, n)
    yield from _lost(random)
    yield from _sizes(random)
    yield from _resolutions(record, random)


def _elected(term: HrcTerm) -> bool:
    return term.elected_on is not None and term.elected_on.first is not None and term.first.year < 2024


def _absent(record: Record, years: range, random: Random) -> str:
    """A state that sat on the Council in none of these years."""
    there = {t.state for year in years for month in (3, 9) for t in record.hrc_members(date(min(year, 2026), month, 1))}
    away = ("NOR", "KEN", "PER", "THA", "IRN", "SYR", "CAN", "NZL", "BLR", "GRC", "IRL", "ISR", "YEM", "HTI", "TUR")
    return random.choice([code for code in away if code not in there])


def _dated(record: Record, random: Random, term: HrcTerm, n: int) -> Iterator[Made]:
    year = term.first.year + 1
    elected = term.elected_on.first if term.elected_on and term.elected_on.first else term.first
    near = range(elected.year - 1, year + 3)
    for code, changed in ((term.state, ""), (_absent(record, near, random), "state")):
        for language, sentences in _DATED.items():
            text = sentences[n % len(sentences)].format(
                state=state(code, language),
                year=year,
                elected=month(elected, language, n),
                first=month(term.first, language, n),
            )
            yield _made(text, SEAT, date(year, 5, 20), changed)


def _now(record: Record, random: Random, term: HrcTerm, n: int) -> Iterator[Made]:
    published = date(term.first.year + 1, 3, 15)
    away = _absent(record, range(published.year - 1, published.year + 2), random)
    for templates, cases in (
        (_NOW, ((term.state, ""), (away, "state"))),
        (_NOT, ((away, ""), (term.state, "state")) if n % 3 == 0 else ()),
    ):
        for code, changed in cases:
            for language, sentences in templates.items():
                text = sentences[n % len(sentences)].format(state=state(code, language))
                yield _made(text, SEAT, published, changed)


def _lost(random: Random) -> Iterator[Made]:
    for n, (code, when) in enumerate((("RUS", date(2022, 4, 7)), ("LBY", date(2011, 3, 1))) * 4):
        wrong = other(random, ("BRA", "JPN", "ARG", "IND", "MEX"))
        for said, changed in ((code, ""), (wrong, "state")):
            yield from _parted(_LOST, said, when, n // 2, changed)
    for n in range(2):
        yield from _parted(_LEFT, "USA", date(2018, 6, 19), n, "")
        yield from _parted(_LEFT, "BRA", date(2018, 6, 19), n, "state")


def _parted(templates: Mapping[str, tuple[str, ...]], code: str, when: date, n: int, changed: str) -> Iterator[Made]:
    for language, sentences in templates.items():
        text = sentences[n % len(sentences)].format(
            state=state(code, language), month=month(when, language, n), year=when.year
        )
        yield _made(text, SEAT, when + timedelta(300), changed)


def _sizes(random: Random) -> Iterator[Made]:
    for n, published in enumerate((date(2008, 3, 10), date(2016, 9, 15), date(2023, 6, 20))):
        for size, changed in ((47, ""), (other(random, (43, 45, 48, 53, 57), 47), "members")):
            for sentences in _SIZES.values():
                for sentence in sentences[n % 2 :: 2]:
                    yield _made(sentence.format(size=size), SIZE, published, changed)


def _resolutions(record: Record, random: Random) -> Iterator[Made]:
    rows = [r for r in record.hrc_decisions() if _sayable(r)]
    for n, row in enumerate(sample(random, rows, _DECISIONS)):
        yield from _resolved(_BY_NUMBER, row, n)
        wrong = moved(random, row.when.first if row.when and row.when.first else date.min, 90)
        yield from _resolved(_BY_NUMBER, replace(row, when=Interval.day(wrong)), n, "at")
        if len(row.topic_states) == 1 and named(row.topic_states):
            yield from _resolved(_BY_SUBJECT, row, n)


def _sayable(row: HrcDecision) -> bool:
    exact = row.when is not None and row.when.first == row.when.last
    regular = row.symbol.startswith("A/HRC/RES/") and "S-" not in row.symbol
    return exact and row.firm and row.outcome == "adopted" and regular


def _resolved(templates: Mapping[str, tuple[str, ...]], row: HrcDecision, n: int, changed: str = "") -> Iterator[Made]:
    when = row.when.first if row.when and row.when.first else date.min
    topic = row.topic_states[0] if row.topic_states and named(row.topic_states[:1]) else "SYR"
    for language, sentences in templates.items():
        text = sentences[n % len(sentences)].format(
            number=row.symbol.removeprefix("A/HRC/RES/"),
            topic=state(topic, language),
            day=day(when, language, n),
            month=month(when, language, n),
        )
        yield _made(text, RESOLUTION, when + timedelta(100), changed)


def _made(text: str, kind: str, published: date, changed: str) -> Made:
    return Made(text[:1].upper() + text[1:], kind, published.isoformat(), changed)
