"""What stands around numbers: percent signs, multiplicatives, ranges and bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mahdar.language.lexicon import proclitic_splits
from mahdar.language.numbers.around_words import Around, around
from mahdar.language.numbers.bounds import bounded, phrase_before
from mahdar.language.numbers.notation import past_bracket
from mahdar.language.numbers.values import Number, tidy
from mahdar.language.numbers.words import word_set
from mahdar.language.tokens import Tokens

_CHANGE_REACH = 6
_WIDEST = 3  # tokens between the ends of a range: a unit, the joint, a currency
_HUNDRED = 100
_NEAR = 2  # how many times the one may be the other in "two or three"
_FAR_APART = 3  # times: no range, but by how much and to what
_SHARES = 10
_YEARS = range(1900, 2100)


def with_surroundings(tokens: Tokens, found: list[Number], language: str) -> list[Number]:
    """The numbers with percent signs, occasions, ranges and bounds taken in."""
    table = around("en" if language.startswith("en") else "ar")
    behind = _without_overlap(_with_suffix(tokens, number, table) for number in found)
    ranged = _ranges(tokens, behind, table)
    return _without_overlap(bounded(tokens, number, table) for number in ranged)


def _without_overlap(found: Iterator[Number]) -> list[Number]:
    kept: list[Number] = []
    for number in found:
        if kept and number.i < kept[-1].j:
            continue
        kept.append(number)
    return kept


# -- percent and occasions


def _with_suffix(tokens: Tokens, number: Number, table: Around) -> Number:
    if number.kind in ("ordinal", "times") or number.j > len(tokens):
        return number
    j = past_bracket(tokens, number.core[0], number.j) if number.j < len(tokens) else number.j
    hit = table.percent.at(tokens, j) if j < len(tokens) else None
    if hit is not None and not hit.proclitics:
        return replace(number, j=hit.j, kind="percent", weak=False)
    times = table.times.at(tokens, number.j) if number.j < len(tokens) else None
    if times is not None and not times.proclitics and not number.weak:
        return replace(number, j=times.j, kind="times")
    if _percent_before(tokens, number, table):
        return replace(number, i=number.i - 1, kind="percent", weak=False)
    return number


def _percent_before(tokens: Tokens, number: Number, table: Around) -> bool:
    i = number.i
    if i == 0 or tokens.forms[i - 1] not in table.words["percent_before"] or number.kind != "cardinal":
        return False
    return (tokens.touches(i) or tokens.forms[i - 1] != "%") and (i < 2 or not tokens.is_number(i - 2))


# -- ranges


def _ranges(tokens: Tokens, found: list[Number], table: Around) -> list[Number]:
    out: list[Number] = []
    k = 0
    while k < len(found):
        pair = _pair(tokens, found, k, table) if k + 1 < len(found) else None
        out.append(pair or _changed(tokens, found, k, table))
        k += 2 if pair else 1
    return out


def _pair(tokens: Tokens, found: list[Number], k: int, table: Around) -> Number | None:
    a, b = found[k], found[k + 1]
    if b.i - a.j > 3:
        return None
    return _repeated(tokens, a, b) or _one_in(tokens, a, b, table) or _range(tokens, found, k, table)


def _repeated(tokens: Tokens, a: Number, b: Number) -> Number | None:
    """forty-five (45): the same number twice."""
    forms = tokens.forms
    wrapped = b.i == a.j + 1 and forms[a.j] == "(" and b.j < len(forms) and forms[b.j] == ")"
    return replace(a, j=b.j + 1) if wrapped and (a.low, a.high) == (b.low, b.high) else None


def _one_in(tokens: Tokens, a: Number, b: Number, table: Around) -> Number | None:
    """One in N; in Arabic N على M too, but not what counts something: حصل القرار 2803 على 13 صوتا."""
    hit = table.per.at(tokens, a.j) if a.j < len(tokens) else None
    if hit is None or hit.j != b.i or hit.proclitics or a.low is None or not b.low or b.kind != "cardinal":
        return None
    counts = b.j < len(tokens) and tokens.is_word(b.j)
    bare = not counts and not any(map(tokens.is_number, (a.core[0], b.core[0])))
    over = tokens.forms[a.j] in word_set("ar", "over") or (bare and tokens.forms[a.j] in word_set("ar", "of"))
    over = over and (a.low < b.low or not counts)
    if a.definite or a.kind != "cardinal" or not (a.low == 1 < b.low or over or _share(tokens, a, b)):
        return None
    value = tidy(a.low / b.low)
    return Number(a.i, b.j, value, value, "fraction", (a.i, b.j), a.skip)


def _share(tokens: Tokens, a: Number, b: Number) -> bool:
    """Four in ten, 9 out of 10, 3 in 4: small numbers in words, of ten or at the head of a clause.

    Not behind a verb that counts (killed two in ten).
    """
    if not (a.low and b.low and a.low < b.low <= _SHARES and b.low > 2):
        return False
    verb = a.i > 0 and tokens.forms[a.i - 1].endswith(("ed", "ing"))
    if b.low == _SHARES and not verb:
        return tokens.forms[a.j : b.i] in (["in"], ["out", "of"], ["in", "every"], ["out", "of", "every"])
    digits = any(map(tokens.is_number, (a.core[0], b.core[0])))
    opens = a.i == 0 or tokens.forms[a.i - 1] in word_set(
        "en", "before_shares"
    )  # 3 in 4 households; not: scored 2 in 3 matches
    return tokens.forms[a.j] == "in" and b.i == a.j + 1 and (opens if digits else not verb)


def _range(tokens: Tokens, found: list[Number], k: int, table: Around) -> Number | None:
    a, b = found[k], found[k + 1]
    if b.i - a.j > _WIDEST or a.kind not in ("cardinal", "percent") or b.kind not in ("cardinal", "percent", "times"):
        return None
    if _is_year(tokens, a) and not _is_year(tokens, b) and ((b.scale > 1 and a.scale == 1) or _dated(tokens, a)):
        return None  # from 1.2m in 2017 to 0.9m
    start = _between(tokens, a, b, table)
    if start is None:
        start = _either(tokens, a, b, table) or _from_to(tokens, found, k, table)
    low = _shared(tokens, a, b)
    if start is None or low is None or b.high is None or low >= b.high:
        return None
    return replace(b, i=start[0], low=low, core=(a.core[0], b.core[1]), skip=start[1], weak=False)


def _is_year(tokens: Tokens, number: Number) -> bool:
    return tokens.forms[number.core[0]].isdigit() and number.low in _YEARS


def _dated(tokens: Tokens, number: Number) -> bool:
    before = tokens.forms[number.i - 1] if number.i > 0 else ""
    return any(before in word_set(language, "dating") for language in ("ar", "en"))


def _shared(tokens: Tokens, a: Number, b: Number) -> int | float | None:
    """The lower end, with the magnitude that only the upper end names."""
    if a.low is None or b.low is None:
        return None
    hundreds = tokens.forms[b.core[1] - 1] == "hundred" and not tokens.is_number(a.core[0])
    scale = _HUNDRED if hundreds and b.scale == 1 else b.scale
    if a.scale == 1 and scale > 1 and a.low < b.low / scale:
        return tidy(a.low * scale)
    return a.low


def _edges(tokens: Tokens, a: Number, b: Number) -> tuple[int, int]:
    """Where the joint of a range begins and ends: behind a unit, before a currency that stand beside both numbers."""
    forms, i, j = tokens.forms, a.j, b.core[0]
    signs = word_set("digits", "currencies")
    if forms[j - 1] in signs and a.core[0] > 0 and forms[a.core[0] - 1] == forms[j - 1]:
        j -= 1
    if b.j < len(forms) and tokens.is_word(i) and forms[i].rstrip("ا") == forms[b.j].rstrip("ا"):
        i += 1
    return i, j


def _between(tokens: Tokens, a: Number, b: Number, table: Around) -> tuple[int, int] | None:
    i, j = _edges(tokens, a, b)
    gap = tokens.forms[i:j]
    joined = not gap and j == b.core[0] and tokens.forms[b.core[0]].startswith("و") and b.skip > 0
    if not joined and not (len(gap) == 1 and gap[0] in table.words["and"]):
        return None
    start = a.core[0] - 1 if j < b.core[0] else a.i
    hit = phrase_before(tokens, start, table.between)
    return (hit.i, len(hit.proclitics)) if hit else None


def _either(tokens: Tokens, a: Number, b: Number, table: Around) -> tuple[int, int] | None:
    """Two or three, 50 أو 60: two near numbers of which one is meant."""
    i, j = _edges(tokens, a, b)
    if tokens.forms[i:j] != tokens.forms[i : i + 1] or tokens.forms[i] not in table.words["or"] or b.skip:
        return None
    low = _shared(tokens, a, b)
    near = low is not None and b.low is not None and low < b.low <= _NEAR * low
    return (a.i, a.skip) if near and a.kind == b.kind and not (a.weak and tokens.is_number(b.core[0])) else None


def _from_to(tokens: Tokens, found: list[Number], k: int, table: Around) -> tuple[int, int] | None:
    a, b = found[k], found[k + 1]
    joint, end = _edges(tokens, a, b)
    hit = table.to.at(tokens, joint) if joint < end else None
    if hit is None or hit.j != end or hit.proclitics:
        return None
    if tokens.forms[joint] == "-":
        return (a.i, a.skip) if joint == a.j and _hyphen_range(tokens, a, b) else None
    i = a.i if end == b.core[0] else a.core[0] - 1
    if i > 0 and tokens.forms[i - 1] in table.words["from"]:
        changes = tokens.forms[max(0, i - _CHANGE_REACH) : i]
        return None if any(_is_change(form, table.words["change"]) for form in changes) else (i - 1, 0)
    own_units = end < b.core[0] or joint > a.j or a.kind == b.kind == "percent"
    return None if own_units and _changes(tokens, a, b, table) else (a.i, a.skip)


def _changes(tokens: Tokens, a: Number, b: Number, table: Around) -> bool:
    """Fell $1.20 to $71.35: behind a word of change, and with its subject between where the second is far larger."""
    far = a.high is not None and b.low is not None and b.low > _FAR_APART * a.high
    before = tokens.forms[max(0, a.i - (_CHANGE_REACH if far else 1)) : a.i]
    return any(_is_change(form, table.words["change"]) for form in before)


def _changed(tokens: Tokens, found: list[Number], k: int, table: Around) -> Number:
    """The number from which another rises or falls, with the magnitude and percent sign that only that one has."""
    a = found[k]
    if k + 1 == len(found) or a.kind != "cardinal" or tokens.forms[a.i - 1] not in table.words["from"]:
        return a
    b = found[k + 1]
    joint = table.to.at(tokens, a.j) if a.j < len(tokens) else None
    changes = tokens.forms[max(0, a.i - 1 - _CHANGE_REACH) : a.i - 1]
    if joint is None or joint.j != b.core[0] or not any(_is_change(form, table.words["change"]) for form in changes):
        return a
    low = _shared(tokens, a, b)
    scale = b.scale if low != a.low else a.scale
    return replace(a, low=low, high=low, scale=scale, kind="percent" if b.kind == "percent" else a.kind)


def _is_change(form: str, listed: frozenset[str]) -> bool:
    return form in listed or any(stem in listed for _, stem in proclitic_splits(form))


def _hyphen_range(tokens: Tokens, a: Number, b: Number) -> bool:
    """3-5, or 20 - 100; not a link of a longer chain (10-2-3), which is a date or a tally."""
    forms = tokens.forms
    tight = tokens.touches(a.j) and tokens.touches(a.j + 1)
    loose = not tokens.touches(a.j) and not tokens.touches(a.j + 1)
    before = a.i > 1 and forms[a.i - 1] in "-/" and tokens.touches(a.i) and tokens.is_number(a.i - 2)
    after = b.j + 1 < len(forms) and forms[b.j] in "-/" and tokens.touches(b.j) and tokens.is_number(b.j + 1)
    if before or after:
        return False
    near = a.low is not None and b.low is not None and 0 <= b.low <= 10 * max(a.low, 1)
    return tight or (loose and near and tokens.is_number(a.core[0]) and tokens.is_number(b.core[0]))
