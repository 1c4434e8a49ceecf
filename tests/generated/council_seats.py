"""Seats on the Security Council, its presidency and its size."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from mahdar.record.access import Record
from mahdar.record.rows import Term
from tests.generated.made import Made, other, sample
from tests.generated.words import AR, EN, month, named, state

KIND = "council.member"
PRESIDENCY, SIZE = "council.presidency", "council.size"
_ROWS, _MONTHS = 30, 30
_DATED: dict[str, tuple[str, ...]] = {
    AR: (
        "انتُخبت {state} عضوا غير دائم في مجلس الأمن لعامي {first} و{last}.",
        "شغلت {state} مقعدا غير دائم في مجلس الأمن عام {last}.",
        "قالت الوزيرة إن {state} كانت عضوا في مجلس الأمن عام {first}.",
        "فازت {state} بعضوية مجلس الأمن للفترة {first}-{last}.",
        "كانت {state} عضوا غير دائم في مجلس الأمن في عام {last}.",
        "تشغل {state} مقعدا في مجلس الأمن منذ مطلع عام {first}.",
    ),
    EN: (
        "{state} was elected to the Security Council for the {first}-{last} term.",
        "{state} sat on the Security Council in {last}.",
        "The minister said {state} had been a member of the Security Council in {first}.",
        "{state} held a non-permanent seat on the Security Council in {first} and {last}.",
        "{state} was a non-permanent member of the Security Council in {last}.",
        "{state} joined the Security Council on 1 January {first}.",
    ),
}
_NOW: dict[str, tuple[str, ...]] = {
    AR: (
        "{state} عضو غير دائم في مجلس الأمن.",
        "تشغل {state} حاليا مقعدا غير دائم في مجلس الأمن الدولي.",
        "وأعربت {state}، العضو غير الدائم في مجلس الأمن، عن قلقها.",
        "وقال المندوب إن {state} عضو منتخب في مجلس الأمن حاليا.",
    ),
    EN: (
        "{state} is an elected member of the Security Council.",
        "{state} currently holds a non-permanent seat on the Security Council.",
        "{state}, a non-permanent member of the Security Council, voiced concern.",
        "The envoy said {state} was now serving on the Security Council.",
    ),
}
_NOT: dict[str, tuple[str, ...]] = {
    AR: ("{state} ليست عضوا في مجلس الأمن حاليا.", "لا تشغل {state} مقعدا في مجلس الأمن في الوقت الراهن."),
    EN: ("{state} is not a member of the Security Council.", "{state} does not currently sit on the Security Council."),
}
_PRESIDES: dict[str, tuple[str, ...]] = {
    AR: (
        "ترأست {state} مجلس الأمن خلال شهر {month}.",
        "تتولى {state} الرئاسة الدورية لمجلس الأمن في {month}.",
        "تسلمت {state} رئاسة مجلس الأمن الدولي في {month}.",
        "قال المتحدث إن {state} تولت رئاسة مجلس الأمن في {month}.",
        "انتقلت رئاسة مجلس الأمن إلى {state} في {month}.",
    ),
    EN: (
        "{state} held the presidency of the Security Council in {month}.",
        "{state} presided over the Security Council in {month}.",
        "The Security Council, chaired by {state} in {month}, met behind closed doors.",
        "The spokesman said {state} had taken over the rotating presidency of the Security Council in {month}.",
        "{state} was president of the Security Council for {month}.",
    ),
}
_SIZES: dict[str, tuple[str, ...]] = {
    AR: (
        "قدم الوفد نصه إلى مجلس الأمن المؤلف من {size} عضوا.",
        "يضم مجلس الأمن {size} عضوا.",
        "وزعت المسودة على أعضاء مجلس الأمن الـ{size}.",
        "يتكون مجلس الأمن الدولي من {size} دولة.",
    ),
    EN: (
        "The {size}-member Security Council was divided.",
        "The Security Council has {size} members.",
        "The text went to the {size}-nation UN Security Council.",
        "All {size} members of the Security Council received the letter.",
    ),
}


def make(record: Record, random: Random) -> Iterator[Made]:
    """Terms by year and "now", denials, presidencies, sizes of eleven and of fifteen."""
    codes = sorted({t.state for year in range(1968, 2026) for t in record.council_members(date(year, 6, 1))})
    every = [t for code in codes for t in record.terms(code)]
    terms = [t for t in every if t.seat == "elected" and t.firm and named((t.state,)) and t.first.year >= 1966]
    for n, term in enumerate(sample(random, terms, _ROWS)):
        yield from _dated(record, random, term, n)
        yield from _now(record, random, term, n)
    yield from _presidencies(record, random)
    yield from _sizes(random)


def _dated(record: Record, random: Random, term: Term, n: int) -> Iterator[Made]:
    years = term.first.year, term.last.year
    away = other(random, _absent(record, years, random), term.state)
    for code, changed in ((term.state, ""), (away, "state")):
        for language, sentences in _DATED.items():
            text = sentences[n % len(sentences)].format(state=state(code, language), first=years[0], last=years[1])
            yield _made(text, KIND, f"{years[1]}-11-20", changed)


def _absent(record: Record, years: tuple[int, ...], random: Random) -> list[str]:
    """States that sat on the Council at some time, but not within two years of these."""
    near = range(min(years) - 2, max(years) + 3)
    there = {t.state for year in near for t in record.council_members(date(min(year, 2027), 6, 1))}
    known = [c for c in ("NOR", "KEN", "PER", "THA", "QAT", "SEN", "NZL", "URY", "GAB", "GRC") if c not in there]
    return random.sample(known, len(known))


def _now(record: Record, random: Random, term: Term, n: int) -> Iterator[Made]:
    published = f"{term.last.year}-03-15"
    away = _absent(record, (term.last.year,), random)[0]
    for templates, cases in (
        (_NOW, ((term.state, ""), (away, "state"))),
        (_NOT, ((away, ""), (term.state, "state")) if n % 3 == 0 else ()),
    ):
        for code, changed in cases:
            for language, sentences in templates.items():
                text = sentences[n % len(sentences)].format(state=state(code, language))
                yield _made(text, KIND, published, changed)


def _presidencies(record: Record, random: Random) -> Iterator[Made]:
    months = [f"{year}-{number:02}" for year in range(1970, 2026) for number in range(1, 13)]
    rows = [row for m in months if (row := record.presidency(m)) and row.firm and named((row.state,))]
    for n, row in enumerate(sample(random, rows, _MONTHS)):
        when = date.fromisoformat(f"{row.month}-01")
        members = [t.state for t in record.council_members(when) if named((t.state,))]
        for code, changed in ((row.state, ""), (other(random, members, row.state), "state")):
            for language, sentences in _PRESIDES.items():
                said = month(when, language, n)
                text = sentences[n % len(sentences)].format(state=state(code, language), month=said)
                yield _made(text, PRESIDENCY, f"{row.month}-27", changed)


def _sizes(random: Random) -> Iterator[Made]:
    for n, (published, right) in enumerate((("1956-11-01", 11), ("2003-03-10", 15), ("1988-05-05", 15)) * 2):
        for size, changed in ((right, ""), (other(random, (11, 15), right), "members")):
            for sentences in _SIZES.values():
                for sentence in sentences[n % 2 :: 2]:
                    yield _made(sentence.format(size=size), SIZE, published, changed)


def _made(text: str, kind: str, published: str, changed: str) -> Made:
    return Made(text[:1].upper() + text[1:], kind, published, changed)
