"""So many units from publication, where what is to come has its time by them: will meet in two days, سيجتمع بعد يومين.

News counts them from another time where its sentence names one, and says how long with the same words (will rebuild it
in two years; بعد يومين من المحادثات): those are no times.
"""

from __future__ import annotations

from bisect import bisect_right

from mahdar.language.sentences import sentences
from mahdar.language.times.counted import Count, counted
from mahdar.language.times.english_names import article
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.vocabulary import word_set

KIND = "ahead"
_MOST = {"day": 31, "week": 2, "month": 11, "year": 5}  # farther away nothing is said to the unit
_TO = frozenset(("to", "will", "shall", "would", "'ll"))
_TIME = frozenset(("time", "times", "once", "twice"))  # for the second time in two days
_REACH, _NEAR = 9, 5  # tokens back to the verb, and to what tells how often
_HUNG_EN = frozenset(("of", "since", "after", "before", "from", "to", "for", "or", "and", "more", "-"))
_HUNG_AR = frozenset(("من", "علي", "عن", "ال", "او"))
_ADJECTIVE, _PREPOSITIONS = ("ين", "ه"), ("ب", "ل", "في", "الي", "ك", "و")


def in_units(scan: Scan, i: int) -> Part | None:
    """in two days, in a week's time, behind what is held or done at a set time."""
    if not scan.news or scan.form(i - 1) != "in":
        return None
    found = counted(scan, article(scan, i))
    if found is None or not _is_near(found[1]):
        return None
    j = _past_time(scan, found[0])
    hung = scan.form(j) in _HUNG_EN or any(scan.form(k) in _TIME for k in range(max(0, i - _NEAR), i))
    if hung or not (j > found[0] or _is_set(scan, i - 1)) or scan.told_tense(i - 1, j) != "future":
        return None
    return Part(i - 1, j, found[1].on(scan.style), KIND)


def after_units(scan: Scan, i: int) -> Part | None:
    """بعد يومين behind a verb of the future."""
    hit = scan.word(i, "after") if scan.news else None
    found = counted(scan, hit.j) if hit else None
    if found is None or not _is_near(found[1]) or _is_described(scan, *found):
        return None
    return Part(i, found[0], found[1].on(scan.style), KIND) if scan.told_tense(i, found[0]) == "future" else None


def apart(scan: Scan, parts: list[Part]) -> list[Part]:
    """The parts without those counted from publication beside another time of their sentence."""
    if len(parts) < 2 or not any(p.kind == KIND for p in parts):
        return parts
    starts = [s.i for s in sentences(scan.tokens)]
    places = [bisect_right(starts, p.i) for p in parts]
    return [p for p, place in zip(parts, places, strict=True) if p.kind != KIND or places.count(place) == 1]


def _is_near(count: Count) -> bool:
    return len(count.steps) == 1 and count.steps[0][1] <= _MOST.get(count.steps[0][0], 0)


def _past_time(scan: Scan, j: int) -> int:
    """Behind the time of "in two days' time"."""
    k = j + (scan.form(j) in ("'", "'s", "’"))
    return k + 1 if k > j and scan.form(k) == "time" else j


def _is_set(scan: Scan, i: int) -> bool:
    """Whether the clause before token i tells of what is held or done at a set time: will meet, the truce ends."""
    verbs = word_set("en", "appointed")
    for k in range(i - 1, max(0, i - _REACH), -1):
        form = scan.form(k)
        if form in verbs:
            return not _TO.isdisjoint(scan.forms[max(0, k - 2) : k])
        if form.endswith("s") and form[:-1] in verbs:
            return True
    return False


def _is_described(scan: Scan, j: int, count: Count) -> bool:
    """Whether a deed or an adjective hangs on the units: بعد يومين من, بعد أيام دامية; one unit stands alone."""
    behind = scan.form(j)
    if not behind[:1].isalpha():
        return False
    if count.steps[0][1] == 1:
        return behind != "في"
    return behind in _HUNG_AR or (behind.endswith(_ADJECTIVE) and not behind.startswith(_PREPOSITIONS))
