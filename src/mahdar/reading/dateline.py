"""The day that a report itself gives at its head: ``نيويورك، 29 آذار/مارس 2024 –``, a date on a line of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from mahdar.edtf import Interval
from mahdar.language.folding import fold_word
from mahdar.language.lexicon import Hit, Lexicon
from mahdar.language.times import TimePhrase, told_as_past
from mahdar.language.times.verbs import past_verb
from mahdar.language.times.vocabulary import context
from mahdar.language.tokens import COMMAS, NEWLINE
from mahdar.reading.passage import Passage
from mahdar.tables import read_toml

_LINES = 3
_HEADING, _LONG = 16, 14  # lines before the text, and tokens of one of them
_BEFORE = 8
_BEHIND = 5
_MARKS = frozenset("-:|")
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_SLASH = "/"
_BULLETS = frozenset("-*·–")
_ON = frozenset(("in", "on", "since", "في", "وفي", "منذ", "ومنذ", "يوم"))
_AGENCY = 2  # tokens that may close a line of place and date: واس


def dateline(passage: Passage) -> Interval | None:
    """The day of the dateline, or None; a date without a year says too little to date a report.

    A title or timeline begins with a date too: what the text tells of a later day shows that it is no dateline.
    """
    first = _dateline(passage)
    found = None if first is None else _stamp_below(passage, first) or first
    return None if found is None or _is_outlived(passage, found) else found.absolute


def _stamp_below(passage: Passage, first: TimePhrase) -> TimePhrase | None:
    """An earlier date above the text, with its hour or label: the story's own, where the first date is today's."""
    for i, j in _heading(passage):
        at = bisect_left(passage.times, i, key=lambda time: time.i)
        phrase = passage.times[at] if at < len(passage.times) and first.j <= passage.times[at].i < j else None
        if phrase is None or not (_is_later(first, phrase) and _whole(phrase)):
            continue
        if _labelled(passage, i, phrase) or (phrase.i == i and _with_hour(passage, phrase)):
            return phrase
    return None


def _heading(passage: Passage) -> Iterator[tuple[int, int]]:
    """The first and last token of the short lines before the first long one."""
    for start, line in enumerate(passage.tokens.lines()):
        if start >= _HEADING or line.j - line.i > _LONG:
            return
        yield line.i, line.j


def _with_hour(passage: Passage, phrase: TimePhrase) -> bool:
    """Whether an hour follows a date: 13 May 2021 13:23, - 10:20."""
    forms = passage.tokens.forms
    k = phrase.j + (forms[phrase.j : phrase.j + 1] == ["-"])
    return forms[k : k + 1] != [] and forms[k].isdigit() and forms[k + 1 : k + 2] == [":"]


def _whole(phrase: TimePhrase) -> bool:
    return phrase.absolute is not None and phrase.absolute.days() == 1


def _is_outlived(passage: Passage, found: TimePhrase) -> bool:
    """Whether a line below opens with a later date, or something is told to have happened on a later one."""
    return any(
        _is_later(phrase, found)
        and ((phrase.i > found.i and _opens_line(passage, phrase)) or _told_behind(passage, phrase))
        for phrase in passage.times
    )


def _opens_line(passage: Passage, phrase: TimePhrase) -> bool:
    """Whether a whole date begins its line and a mark or the line's end follows it."""
    forms = passage.tokens.forms
    k = phrase.i - 1 - (phrase.i > 0 and forms[phrase.i - 1] in _BULLETS)
    opens = k < 0 or forms[k] == NEWLINE
    apart = phrase.j == len(forms) or forms[phrase.j] in _MARKS or forms[phrase.j] == NEWLINE
    return opens and apart and _whole(phrase)


def _told_behind(passage: Passage, phrase: TimePhrase) -> bool:
    tokens, leading = passage.tokens, phrase.i - 1
    on = leading >= 0 and tokens.forms[leading] in _ON
    return on and told_as_past(tokens, passage.language, phrase)


def _dateline(passage: Passage) -> TimePhrase | None:
    lines = _line_starts(passage)
    for phrase in passage.times:
        start = next((i for i in reversed(lines) if i <= phrase.i), None)
        if start is None or phrase.i - start > _BEFORE:
            continue
        if _whole(phrase) and _stands_apart(passage, start, phrase):
            return phrase
    return None


def _line_starts(passage: Passage) -> list[int]:
    """The first tokens of the first lines that hold anything."""
    forms = passage.tokens.forms
    starts = [0, *(i + 1 for i, form in enumerate(forms[:200]) if form == NEWLINE)]
    return [i for i in starts if i < len(forms) and forms[i] != NEWLINE][:_LINES]


def _stands_apart(passage: Passage, start: int, phrase: TimePhrase) -> bool:
    """Whether a dash or colon parts the date from the story, or the line ends with it; no other mark comes between."""
    forms = passage.tokens.forms
    if _labelled(passage, start, phrase) or _behind_byline(passage, start, phrase):
        return True
    if _in_clause(passage, start, phrase):
        return False
    if any(form in _MARKS for form in forms[start : phrase.i]):
        return _behind_place(passage, start, phrase)
    behind = _past_agency(forms, phrase.j)
    for k in range(behind, min(len(forms), behind + _BEHIND)):
        if forms[k] in _MARKS or (forms[k] == _SLASH and not passage.tokens.is_number(k - 1)):
            return not _opens_entry(passage, start, k, phrase)
        if forms[k] == NEWLINE:
            return k <= behind + _AGENCY and _is_alone(passage, start, phrase)
        if forms[k] in ".،," and phrase.i > start:
            return False
    return phrase.j == len(forms) and _is_alone(passage, start, phrase)


def _opens_entry(passage: Passage, start: int, mark: int, phrase: TimePhrase) -> bool:
    """Whether nothing but the date and a colon stands before what happened, as in a timeline: 3 May 2019: the army …"""
    told = mark + 1 < len(passage.tokens) and passage.tokens.is_word(mark + 1)
    return phrase.i == start and mark == phrase.j and passage.tokens.forms[mark] == ":" and told


def _in_clause(passage: Passage, start: int, phrase: TimePhrase) -> bool:
    """Whether the date belongs to a clause: a verb before it on its line, or a preposition that no dateline has."""
    tokens, language = passage.tokens, _language(passage)
    if phrase.i > start and tokens.forms[phrase.i - 1] in _binding():
        return True
    before = range(start, phrase.i)
    return any(context(language).at(tokens, k) is not None or past_verb(tokens.forms[k]) for k in before)


def _past_agency(forms: list[str], j: int) -> int:
    """Behind the agency in brackets at token j: (أ ف ب), (Agency)."""
    if j >= len(forms) or forms[j] not in _OPENING:
        return j
    return next((k + 1 for k in range(j + 1, min(len(forms), j + _BEHIND + _AGENCY)) if forms[k] in _CLOSING), j)


def _behind_place(passage: Passage, start: int, phrase: TimePhrase) -> bool:
    """A city, perhaps its state or the outlet, a mark and the date, then the line's end or a dash; else a title."""
    forms, j = passage.tokens.forms, phrase.i - 1
    if forms[j] not in _MARKS or not (phrase.j == len(forms) or forms[phrase.j] in (NEWLINE, *_MARKS)):
        return False
    capital = next((n.j for n in passage.named if n.kind == "capital" and n.i == start), start)
    city = _listed("cities", passage.language).at(passage.tokens, start)
    end = max(capital, city.j if city else start)
    behind = [n.kind for n in passage.named if n.i == end + 1 and n.j in (j, j - 1)]
    wanted = "state" if forms[end] in COMMAS else "outlet"
    return end > start and (end == j or (wanted in behind and forms[end] in (*COMMAS, *_MARKS)))


@cache
def _binding() -> frozenset[str]:
    """Words of both languages that bind a date behind them into a sentence."""
    table = read_toml("mahdar.reading", "dateline.toml")
    return frozenset(fold_word(word) for section in ("ar", "en") for word in table[section]["binding"])


@cache
def _listed(kind: str, language: str) -> Lexicon[str]:
    section = "en" if language.startswith("en") else "ar"
    listed: list[str] = read_toml("mahdar.reading", "dateline.toml")[section][kind]
    return Lexicon((entry, kind) for entry in listed)


def _label(passage: Passage, i: int) -> Hit[str] | None:
    """The label at token i; pages in Arabic label in English too."""
    own = _listed("labels", passage.language).at(passage.tokens, i)
    return own or _listed("labels", "en").at(passage.tokens, i)


def _labelled(passage: Passage, start: int, phrase: TimePhrase) -> bool:
    """``Published: 26 May 2022``: a label is all that stands before the date on its line."""
    hit = _label(passage, start) if start < phrase.i else None
    if hit is None:
        return False
    between = passage.tokens.forms[hit.j : phrase.i]
    closed = phrase.j >= len(passage.tokens) or not passage.tokens.is_word(phrase.j) or _posted_by(passage, phrase.j)
    return (between in ([], [":"], ["في"], [":", "في"], ["on"]) and closed) or between[:1] == [":"]


def _posted_by(passage: Passage, j: int) -> bool:
    """``Posted on 26 May 2022 by …``: who posted it is all that stands behind the date on its line."""
    forms = passage.tokens.forms
    names = range(j + 1, min(len(forms), j + 1 + _BEHIND))
    end = next((k for k in names if forms[k] == NEWLINE), None)
    return forms[j] == "by" and end is not None and all(map(passage.tokens.is_word, range(j, end)))


def _behind_byline(passage: Passage, start: int, phrase: TimePhrase) -> bool:
    """``By Salma Haddad - 26 May 2022``, ``(Agency) - May 26, 2022 / 10:20``: who wrote, a mark, and the date."""
    tokens, mark = passage.tokens, phrase.i - 1
    forms = tokens.forms
    if mark <= start or forms[mark] not in _MARKS:
        return False
    byline = _listed("bylines", passage.language).at(tokens, start)
    opening = byline.j if byline else _past_agency(forms, start)
    if opening == start or not all(tokens.is_word(k) or forms[k] in _MARKS for k in range(opening, mark)):
        return False
    return phrase.j == len(forms) or not tokens.is_word(phrase.j)


def _is_alone(passage: Passage, start: int, phrase: TimePhrase) -> bool:
    """A line of nothing but a place, perhaps a weekday, and the date; an Arabic noun before it owns the date."""
    tokens = passage.tokens
    if phrase.i - start > _BEHIND or any(tokens.forms[k] in ".؟?" for k in range(start, phrase.i)):
        return False
    owned = phrase.i > start and tokens.is_word(phrase.i - 1) and not tokens.forms[phrase.i - 1].isascii()
    city = _listed("cities", passage.language).at(tokens, start) if owned else None
    named = any(n.j == phrase.i and n.kind in ("capital", "outlet", "city") for n in passage.named)
    if not owned:
        return phrase.i == start or _is_place(passage, start, phrase.i) or _speaks_from_its_day(passage, phrase)
    return named or (city is not None and city.j == phrase.i)


def _is_place(passage: Passage, start: int, end: int) -> bool:
    """Whether a known place, or one in capitals as agencies write it, stands on the line; else it may be a title."""
    known = _listed("cities", passage.language).at(passage.tokens, start) is not None
    named = any(n.i == start and n.kind in ("capital", "state", "outlet") for n in passage.named)
    return known or named or _label(passage, start) is not None or passage.tokens.original(start, end).isupper()


def _speaks_from_its_day(passage: Passage, phrase: TimePhrase) -> bool:
    """Whether the report speaks of days seen from its own, or of a later time as one to come."""
    others = [other for other in passage.times if other is not phrase]
    later = (other for other in others if _is_later(other, phrase))
    seen = any(other.relative is not None for other in others)
    return seen or any(not told_as_past(passage.tokens, _language(passage), other) for other in later)


def _language(passage: Passage) -> str:
    return "en" if passage.language.startswith("en") else "ar"


def _is_later(other: TimePhrase, phrase: TimePhrase) -> bool:
    there, here = other.absolute, phrase.absolute
    return bool(there and here and there.first and here.last and there.first > here.last)
