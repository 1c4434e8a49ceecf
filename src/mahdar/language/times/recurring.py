"""Months, days and weekdays that come round and name no one of them: every year in April, the third Friday in a row."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.language.times.neighbours import LISTING, says_year
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.vocabulary import beside_years, word_set

_EVERY = frozenset(("every", "each", "كل"))
_PERCENT = frozenset(("%", "percent", "pct", "المئه", "المايه", "بالمئه", "بالمايه"))
_KINDS = frozenset(("month", "day", "range"))
_LONGEST, _RATE_REACH = 3, 8  # tokens
_MARKS = frozenset((",", "،", "("))


def once(scan: Scan, parts: list[Part]) -> Iterator[Part]:
    """The parts without those that come round every year, and without weekdays counted in a row."""
    before: Part | None = None  # the last one dropped
    for part in parts:
        along = before is not None and set(scan.forms[before.j : part.i]) <= LISTING and part.kind == before.kind
        if scan.news and not part.sense.fixed and (along or _comes_round(scan, part) or _in_a_row(scan, part)):
            before = part
        else:
            before = None
            yield part


def _comes_round(scan: Scan, part: Part) -> bool:
    if part.kind not in _KINDS or part.weekday is not None or says_year(scan, part):
        return False
    k = part.i - 1
    if scan.form(k) in _EVERY:
        return True
    k -= scan.word(k, "in") is not None
    k -= scan.form(k) in _MARKS
    return (_yearly_before(scan, k + 1) and not _is_rate(scan, k)) or _yearly_behind(scan, part.j)


def _yearly_before(scan: Scan, end: int) -> bool:
    """Whether "twice a year", سنويا end before a token."""
    phrases = beside_years(scan.language, "yearly")
    hits = (phrases.at(scan.tokens, k) for k in range(max(0, end - _LONGEST), end))
    return any(hit is not None and hit.j == end for hit in hits)


def _is_rate(scan: Scan, k: int) -> bool:
    """Whether "annually" rather tells a rate: inflation rose 3% annually in April."""
    return not _PERCENT.isdisjoint(scan.forms[max(0, k - _RATE_REACH) : k])


def _yearly_behind(scan: Scan, j: int) -> bool:
    hit = beside_years(scan.language, "yearly").at(scan.tokens, j) if j < len(scan) else None
    return hit is not None and scan.form(j) not in ("a", "per")


def _in_a_row(scan: Scan, part: Part) -> bool:
    """The third consecutive Friday, الجمعة الثالثة على التوالي; أيام الاثنين والخميس of what is not past."""
    if part.weekday is None or part.choice:
        return False
    if scan.language == "ar":
        habit = scan.form(part.i - 1) == "ايام" and scan.told_tense(part.i, part.j) != "past"
        return habit or (scan.ordinal(part.j) is not None and scan.form(part.j).startswith("ال"))
    row = scan.forms[part.j : part.j + _LONGEST] == ["in", "a", "row"] or scan.form(part.j) == "running"
    return row or scan.form(part.i - 1) in word_set("en", "in_a_row")
