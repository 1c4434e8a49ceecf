"""Times in a text: the rules of its language at every token that can begin one, then what binds times together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from mahdar.language.numbers import Number
from mahdar.language.sentences import sentences
from mahdar.language.times.ahead import apart
from mahdar.language.times.anchored import hanging, resolved
from mahdar.language.times.anniversary import anniversary
from mahdar.language.times.chronicle import chronicled
from mahdar.language.times.duals import paired
from mahdar.language.times.english_names import ENDINGS
from mahdar.language.times.feast_rules import feast
from mahdar.language.times.framing import framed
from mahdar.language.times.gates import BAR, HANGS, TIME, Rules, candidates, rules
from mahdar.language.times.glossed import glossed
from mahdar.language.times.headings import headed
from mahdar.language.times.listed import listed
from mahdar.language.times.naming import is_name
from mahdar.language.times.neighbours import neighbours
from mahdar.language.times.ranges import borne_out, ends_score, grown
from mahdar.language.times.recurring import once
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import Style, guarded, shifted, weekday_of
from mahdar.language.times.values import TimePhrase
from mahdar.language.times.vocabulary import LANGUAGES, latin_months, never, word_set
from mahdar.language.tokens import Tokens, tokens_of

_IN = frozenset(("in", "since", "until", "during", "last", "next"))  # before a month, not before a march on a place
_LEAST_YEAR, _LAST_YEAR = 1000, 2200
_COMPANY = frozenset(("و", "and", "to", "through", "الي", "s", "q", *ENDINGS))


def times(tokens: Tokens, numbers: list[Number], language: str, style: Style = "news") -> list[TimePhrase]:
    """The times of a text in order, none overlapping another.

    ``style`` is ``news`` (READING.md: a weekday lies behind unless the clause looks ahead, no invented day) or
    ``calendar`` (as assistants read a request: a weekday lies ahead, the 15th is a day, early March is ten days).
    """
    scan = Scan(tokens, numbers, language if language in LANGUAGES else "en", style)
    single = once(scan, list(glossed(scan, list(listed(scan, list(_parts(scan)))))))
    read = borne_out(scan, neighbours(scan, paired(scan, framed(scan, chronicled(scan, headed(scan, list(single)))))))
    parts = _weeks(scan, grown(scan, apart(scan, resolved(scan, read))))
    if scan.news and scan.language == "ar" and not latin_months().isdisjoint(tokens.forms):
        parts = _with_foreign(parts, Scan(tokens, [], "en", style))
    return [_phrase(tokens, part) for part in parts]


def told_as_past(tokens: Tokens, language: str, phrase: TimePhrase) -> bool:
    """Whether the clause of a time that :func:`times` found says that it lies behind."""
    scan = Scan(tokens, [], language if language in LANGUAGES else "en", "news")
    return scan.told_tense(phrase.i, phrase.j) == "past"


def _with_foreign(parts: list[Part], english: Scan) -> list[Part]:
    """English dates in an Arabic text (a message quoted as it was), if they say the year themselves."""
    taken = tokens_of(parts)
    dated = (p for p in grown(english, list(_parts(english))) if p.sense.fixed and p.kind in ("day", "month", "range"))
    foreign = [p for p in dated if taken.isdisjoint(range(p.i, p.j)) and english.forms[p.i].isascii()]
    return sorted([*parts, *foreign], key=lambda part: part.i)


def _parts(scan: Scan) -> Iterator[Part]:
    """The longest time at every token where one can begin, and nothing inside a phrase that is no time."""
    known = rules(scan.language, scan.style)
    end = 0
    for i, mark in candidates(scan):
        if i < end:
            continue
        barred = _barred(scan, i) if mark & BAR else None
        part = _longest(scan, known, i) if mark & TIME else None
        if barred and part and (part.j <= barred or part.i != i):
            part = None
        elif part:
            barred = None  # March of next year, against "march of"
        hung = hanging(scan, i) if mark & HANGS and not barred else None
        if hung and (part is None or hung.j >= part.j):
            part = hung
        if part and not is_name(scan, part):
            yield anniversary(scan, part) if scan.news else part
        end = barred or (part.j if part else end)


def _barred(scan: Scan, i: int) -> int | None:
    """Where a phrase that is no time ends, if one begins at token i."""
    hit = never(scan.language).at(scan.tokens, i) if scan.news and i < len(scan) else None
    if hit is None or (hit.value and not scan.tokens.is_capital(hit.j - 1)):
        return None  # visited Russia today
    if scan.language == "en" and scan.form(i - 1) in _IN and scan.tokens.is_capital(i) and scan.word(i, "month"):
        return None  # voted in March on a draft
    return hit.j


def _longest(scan: Scan, known: Rules, i: int) -> Part | None:
    best: Part | None = None
    if scan.word(i, "article") and _barred(scan, i + 1):
        return None
    kinds = ["number"] if scan.starts_number(i) and _in_company(scan, i) and not ends_score(scan, i) else []
    for kind in dict.fromkeys([*kinds, *(h.value.rule for h in scan.hits(i))]):
        for rule in known.get(kind, ()):
            part = rule(scan, i)
            if part and part.j > i and (best is None or part.j > best.j):
                best = part
    other = None if scan.news else feast(scan, i)
    if other and (best is None or other.j >= best.j):
        best = other
    if best is None:
        return None
    return best if best.skip else _without_proclitics(scan, best)


def _in_company(scan: Scan, i: int) -> bool:
    """Whether a number may be part of a time: a year, or with a mark or a table word behind it."""
    number = scan.integer(i)
    if number is None or _LEAST_YEAR <= number[1] <= _LAST_YEAR or not scan.news:
        return True
    behind = scan.form(number[0])
    return (
        not behind[:1].isalpha()
        or behind in _COMPANY
        or behind in ENDINGS
        or behind == "s"
        or scan.starts_number(number[0])
        or bool(scan.hits(number[0]))
    )


def _without_proclitics(scan: Scan, part: Part) -> Part:
    """The article belongs to a time, conjunctions and prepositions before it do not."""
    if part.kind in ("day", "year") and part.away is None and scan.word(part.i, "article"):
        return replace(part, i=part.i + 1)
    if scan.number_skip(part.i):
        return replace(part, skip=scan.number_skip(part.i))
    hits = scan.hits(part.i)
    proclitics = hits[0].proclitics if hits else ""
    skip = len(proclitics.removesuffix("ال")) if proclitics.endswith("ال") else len(proclitics.replace("لل", "ل"))
    return replace(part, skip=skip)


def _weeks(scan: Scan, parts: list[Part]) -> list[Part]:
    """A weekday with المقبل near a week with المقبل lies in that week."""
    turns = [p for p in parts if p.turn]
    if not turns or not any(p.weekday is not None for p in parts):
        return parts
    parts = list(_beside(scan, parts))
    starts = [s.i for s in sentences(scan.tokens)]
    weeks = {(bisect_right(starts, p.i), p.turn) for p in turns}
    return [_in_week(p, bisect_right(starts, p.i), weeks) for p in parts]


def _beside(scan: Scan, parts: list[Part]) -> Iterator[Part]:
    """A weekday right behind a week lies in it: الأسبوع المقبل، وتحديدا الأربعاء; next week, on Friday."""
    before: Part | None = None
    links = word_set(scan.language, "week_links")
    for part in parts:
        near = before is not None and before.turn is not None and links.issuperset(scan.forms[before.j : part.i])
        if before and near and part.weekday is not None and not part.choice:
            sense = before.sense.then(weekday_of(part.weekday), "day")
            yield Part(part.i, part.j, sense, part.kind, part.skip)
        else:
            yield part
        before = part


def _in_week(part: Part, sentence: int, weeks: set[tuple[int, int | None]]) -> Part:
    turn = {"next": 1, "last": -1}.get(part.choice or "")
    if part.weekday is None or turn is None or not any((sentence + k, turn) in weeks for k in (-1, 0, 1)):
        return part
    sense = shifted("week", turn).then(weekday_of(part.weekday), "day")
    return Part(part.i, part.j, sense, part.kind, part.skip)


def _phrase(tokens: Tokens, part: Part) -> TimePhrase:
    start, end = tokens.start(part.i, part.skip), tokens.end(part.j - 1)
    absolute = part.sense.absolute()
    relative = None if part.sense.fixed else guarded(part.sense.on)
    return TimePhrase(part.i, part.j, start, end, absolute, relative)
