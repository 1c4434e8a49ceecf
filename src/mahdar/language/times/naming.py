"""Times that only name something: ساحة 25 يناير, سوق الخميس, the September 11 attacks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mahdar.language.lexicon import proclitic_splits
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import guarded
from mahdar.language.times.vocabulary import known_days, word_set

_ANY_DAY = date(2000, 1, 1)
_WHICH = frozenset(("التي", "الذي"))
_TURNS = frozenset(("last", "next", "that"))  # the Sunday before last


def is_name(scan: Scan, part: Part) -> bool:
    """A day of the year, a month or a weekday in a name: ساحة 25 يناير, حرب تموز, سوق الخميس, the June 4 Movement."""
    if not scan.news or part.sense.fixed:
        return False
    if part.kind == "weekday" and not part.choice and _is_of_deed(scan, part):
        return True
    if scan.language == "en":
        if part.kind == "month":
            return part.j == part.i + 1 and _is_first_name(scan, part.i)
        return part.kind == "day" and part.j < len(scan) and _names_in_english(scan, part)
    if part.kind == "weekday" and not part.choice and part.j == part.i + 1:
        return any(stem in word_set("ar", "named_places") for stem in _before(scan, part.i))
    stems = _before(scan, part.i)
    if part.kind == "month":
        return part.j == part.i + 1 and any(stem in word_set("ar", "named_by_month") for stem in stems)
    if part.kind != "day":
        return False
    return any(stem in word_set("ar", "named") for stem in stems) or _is_known(scan, part, stems)


def _is_of_deed(scan: Scan, part: Part) -> bool:
    """Whether a weekday is told by a deed, not by publication: the Friday after the attack."""
    told = scan.form(part.j + (scan.language == "ar")) in word_set(scan.language, "beside_deed")
    if scan.language == "ar":
        return told and scan.form(part.j) in _WHICH
    return told and "the" in (scan.form(part.i), scan.form(part.i - 1)) and scan.form(part.j + 1) not in _TURNS


def _is_first_name(scan: Scan, i: int) -> bool:
    """Whether a month is somebody's first name, with a surname behind it: June Smith, a nurse, said."""
    if scan.form(i) not in word_set("en", "first_names") or scan.form(i - 1) not in word_set(
        "en", "before_first_names"
    ):
        return False
    surname = i + 1 < len(scan) and scan.tokens.is_word(i + 1) and scan.tokens.is_capital(i + 1)
    return surname and scan.form(i + 2) in word_set("en", "behind_surnames")


def _names_in_english(scan: Scan, part: Part) -> bool:
    behind = scan.form(part.j)
    if behind in word_set("en", "named_small") or (
        behind in word_set("en", "named") and scan.tokens.is_capital(part.j)
    ):
        return True
    return _is_known(scan, part, (behind,))


def _before(scan: Scan, i: int) -> list[str]:
    """The noun before token i without its proclitics, if it has no article and so may own a name."""
    splits = proclitic_splits(scan.form(i - 1)) if i > 0 else ()
    return [stem for before, stem in splits if "ال" not in before and "لل" not in before]


def _is_known(scan: Scan, part: Part, words: Iterable[str]) -> bool:
    """A day of history without its year: هجمات 11 سبتمبر, the September 11 attacks."""
    known = known_days(scan.language)
    if not any(word in some for word in words for some in known.values()):
        return False
    day = guarded(part.sense.on)(_ANY_DAY)
    return (
        day is not None
        and day.first is not None
        and any(word in known.get((day.first.month, day.first.day), ()) for word in words)
    )
