"""Arabic: so many units from now, and turns that only assistants count."""

from __future__ import annotations

from mahdar.language.times.counted import SEVERAL, counted, span_of_turns
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.vocabulary import lasting, word_set
from mahdar.language.tokens import NEWLINE

_SINCE = "منذ"
_WHICH = frozenset(("الذي", "التالي", "السابق"))  # من اليوم الذي
_AND_THE = "وال"  # منذ عامين والحرب مستمرة
_STOPS = frozenset(".!?؟،," + NEWLINE)
_REACH, _SHORTEST = 9, 4  # tokens looked back; letters of a verb with the prefix ي
_DAYS = ("weekday", "weekday-bare", "day", "month", "hijri")  # منذ يوم الأحد is no day ago


def ago(scan: Scan, i: int) -> Part | None:
    """منذ عام، قبل ثلاثة أيام، قبل نحو شهرين: the whole unit so far back. Not قبل أكثر من عام, not قبل عام من الحرب."""
    hit = scan.word(i, "ago")
    found = counted(scan, scan.past(hit.j, "mod")) if hit else None
    if found is None or scan.word(found[0], *_DAYS):
        return None
    today = scan.word(found[0] + 1, "day") if scan.news and scan.form(found[0]) == "من" else None
    if today and today.value.number == 0 and not today.proclitics and scan.form(today.j) not in _WHICH:
        return Part(i, today.j, found[1].so_far_back("day"), "ago")
    if scan.news and scan.form(found[0]) == "من" and not scan.word(found[0], "hence"):
        if scan.form(found[0] + 1) not in word_set("ar", "of_time"):
            return None
        found = found[0] + 2, found[1]
    if scan.news and scan.form(i).endswith(_SINCE) and (scan.form(found[0]).startswith(_AND_THE) or lasts(scan, i)):
        return None
    j = found[0]
    return Part(i, scan.past(j, "hence"), found[1].back(scan.style), "ago")


def lasts(scan: Scan, i: int) -> bool:
    """Whether منذ عامين at token i tells how long: the nearest verb or adjective before it lasts (المستمرة، يعاني)."""
    for k in range(i - 1, max(-1, i - _REACH), -1):
        form = scan.form(k)
        if form in _STOPS:
            return False
        cue = lasting("ar").at(scan.tokens, k)
        if cue:
            return cue.value == "lasting"
        if form[0] == "ي" and len(form) >= _SHORTEST:
            return True
    return False


def hence(scan: Scan, i: int) -> Part | None:
    """بعد يومين من الآن; assistants say بعد يومين as well."""
    hit = scan.word(i, "after")
    found = counted(scan, hit.j) if hit else None
    if found is None:
        return None
    now = scan.word(found[0], "hence")
    if scan.news and now is None:
        return None
    return Part(i, now.j if now else found[0], found[1].on(scan.style), "ago")


def ago_from(scan: Scan, i: int) -> Part | None:
    """What only assistants hear: من أسبوع."""
    hit = scan.word(i, "from")
    found = counted(scan, hit.j) if hit and not scan.news else None
    return Part(i, found[0], found[1].back(scan.style), "ago") if found and scan.form(i) == "من" else None


def hence_in(scan: Scan, i: int) -> Part | None:
    """What only assistants mean from now: في 3 أسابيع, خلال أسبوعين."""
    hit = scan.word(i, "in")
    found = counted(scan, hit.j) if hit and not scan.news else None
    if found is None or scan.form(i) not in ("في", "خلال") or scan.word(found[0], *_DAYS):
        return None
    return Part(i, found[0], found[1].on(scan.style), "ago")


def from_now(scan: Scan, i: int) -> Part | None:
    """ثلاثة أسابيع من الآن."""
    found = counted(scan, i)
    now = scan.word(found[0], "hence") if found else None
    return Part(i, now.j, found[1].on(scan.style), "ago") if found and now else None


def counted_turns(scan: Scan, i: int) -> Part | None:
    """What only assistants ask for: الأسابيع الثلاثة القادمة, 3 أيام القادمة."""
    if scan.news:
        return None
    some = next((h for h in scan.hits(i) if h.value.kind == "unit" and h.value.count in ("n", "2")), None)
    number = (scan.integer(some.j) or _several(scan, some.j)) if some and some.value.count == "n" else None
    found = counted(scan, i)
    if some and (number or some.value.count == "2"):
        j, count, grain = (number[0], number[1], some.value.grain) if number else (some.j, 2, some.value.grain)
    elif found:
        j, count, grain = found[0], found[1].steps[0][1], found[1].steps[0][0]
    else:
        return None
    turn = scan.word(j, "direction", "plural-direction")
    return Part(i, turn.j, span_of_turns(grain, count, turn.value.value), "range") if turn else None


def _several(scan: Scan, j: int) -> tuple[int, int] | None:
    """القليلة, as assistants count it."""
    hit = scan.word(j, "several")
    return (hit.j, SEVERAL) if hit else None


def last_turns(scan: Scan, i: int) -> Part | None:
    """What only assistants ask for: آخر 3 سنوات."""
    hit = scan.word(i, "final")
    found = counted(scan, hit.j) if hit and not scan.news else None
    if found is None:
        return None
    grain, count = found[1].steps[0]
    return Part(i, found[0], span_of_turns(grain, count, "last"), "range")
