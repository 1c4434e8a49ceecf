"""Years that stand alone, without a word for year: times only where they date something."""

from __future__ import annotations

from mahdar.edtf import Interval
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import fixed
from mahdar.language.times.verbs import future_verb
from mahdar.language.times.vocabulary import beside_years, word_set

_FIRST, _LAST = 1800, 2100
_EARLY = 1100
_VERBS_IN_S = frozenset(("was", "has", "is", "does"))  # the raid of 2000 was small
_SINCE = frozenset(("in", "since", "until", "before", "after", "by", "في", "وفي", "منذ", "حتي", "قبل", "بعد"))
_GOES_ON = frozenset(("and", "when", "by", "at", "as", "with", "to", "in", "on", "في", "علي", "بين", "عندما", "الي"))
_PERHAPS_HIJRI = range(1300, 1500)
_QUOTES = frozenset("\"“‘'«")
_ROUND = 100
_BOTH, _SIDES = "both", frozenset(("pre", "post"))
_LONGEST_ROW, _LONGEST_MOD = 6, 4
_SHORT, _TWO_DIGITS = 3, 2
_VERBS = "يتن"  # letters with which an Arabic verb of the present begins
_FIELDS = frozenset(("-", "/", ":", "%"))  # 2014-05-12
_JOINTS = frozenset(("و", "ثم", "and", "-", "or", "او", ",", "،", "الي", "to"))


def number_of_year(scan: Scan, i: int) -> tuple[int, int] | None:
    """A number of four digits (or as many in words) that can be a year at token i."""
    number = scan.integer(i)
    if number is None or not _FIRST <= number[1] <= _LAST:
        return None
    return number


def bare_year_sense(scan: Scan, i: int) -> Part | None:
    number = number_of_year(scan, i) or _early_year(scan, i)
    if number is None or not _dates(scan, i, number[0], number[1]):
        return None
    return Part(i, number[0], fixed(Interval.year(number[1]), "year"), "year")


def _early_year(scan: Scan, i: int) -> tuple[int, int] | None:
    """In 1648, في 1789 و...: a year before those that stand everywhere, in digits with nothing behind to be counted."""
    number = scan.integer(i) if scan.form(i).isdecimal() and scan.form(i - 1) in _SINCE else None
    if number is None or not _EARLY <= number[1] < _FIRST:
        return None
    if scan.language == "ar" and number[1] in _PERHAPS_HIJRI:
        return None
    behind = scan.form(number[0])
    return number if _closed(scan, number[0]) or behind in _GOES_ON or behind[:1] == "و" else None


def _dates(scan: Scan, i: int, j: int, value: int) -> bool:
    """Whether the number dates something: behind a preposition of time, in brackets, beside a dated noun."""
    if not scan.form(i).isdecimal() and scan.news and not scan.word(i - 1, "in"):
        return False
    if past_mod(scan, i) < i:
        return not _counts(scan, j, value)
    if (
        is_document(scan, i)
        or _counts(scan, j, value)
        or _bounded(scan, i)
        or (scan.form(j) in ("%", "$", ":", "/") and scan.tokens.touches(j) and not _colon(scan, j))
    ):
        return False
    era = scan.word(j, "era")
    if era and era.value.value == "ce":
        return True
    if scan.form(i - 1) == "(" and scan.form(j) == ")":
        return scan.form(i - 2)[:1].isalpha()
    if scan.word(i - 1 - (scan.form(i - 1) == _BOTH), "in", "unit") or _in_row(scan, i) or _as_early_as(scan, i):
        return True
    if _behind(scan, i) or _compared(scan, i, j):
        return True
    if scan.language == "ar":
        return _behind_two(scan, i, j)
    return _determined(scan, i, j) or _before_or_after(scan, i) or (not scan.news and len(scan) == j - i)


def _colon(scan: Scan, j: int) -> bool:
    """He left in 1976: nobody knew why; no field of a clock or reference follows."""
    return scan.form(j) == ":" and (j + 1 >= len(scan) or not scan.tokens.touches(j + 1))


def _as_early_as(scan: Scan, i: int) -> bool:
    """As early as, as late as, as far back as 2011."""
    return scan.form(i - 1) == "as" and scan.word(i - 2, "part", "part-of-day", "ago") is not None


def _before_or_after(scan: Scan, i: int) -> bool:
    """the pre-1967 lines, a post-2003 order."""
    return scan.form(i - 1) == "-" and scan.tokens.touches(i) and scan.form(i - 2) in _SIDES


def is_period(scan: Scan, i: int) -> bool:
    """Whether a word for a period stands before two years: للفترة 2024 - 2026."""
    return scan.form(i - 1) in word_set("ar", "periods")


def is_document(scan: Scan, i: int) -> bool:
    """A number of a document before it, as in resolution 2728 (2024)."""
    lexicon = beside_years(scan.language, "document")
    near = [k for k in (i - 1, i - 2) if k >= 0 and (k == i - 1 or not scan.word(i - 1, "in", "unit"))]
    return any((hit := lexicon.at(scan.tokens, k)) is not None and hit.j <= i for k in near)


def past_mod(scan: Scan, i: int) -> int:
    """Where "about" or "at least" begins before token i, behind since; i where none stands."""
    starts = (k for k in range(max(1, i - _LONGEST_MOD), i) if scan.word(k - 1, "since"))
    return next((k for k in starts if any(h.j == i and h.value.kind in ("mod", "more") for h in scan.hits(k))), i)


def _bounded(scan: Scan, i: int) -> bool:
    """More than 2000 is an amount."""
    return any(h.j == i and h.value.kind == "more" for k in range(max(0, i - 4), i) for h in scan.hits(k))


def _counts(scan: Scan, j: int, value: int) -> bool:
    """A round number before a plural is an amount: 2000 people."""
    after = scan.form(j)
    if scan.language == "ar" and after in word_set("ar", "amounts"):
        return True
    unit = scan.word(j, "unit")
    if unit and "ال" not in unit.proclitics:
        return True
    if value % _ROUND or not after[:1].isalpha():
        return False
    plural = after.endswith("s") and after not in _VERBS_IN_S
    return plural or after == "people" or (scan.language == "ar" and after.endswith(("ا", "ه")))


def _in_row(scan: Scan, i: int) -> bool:
    """Behind years of which the first dates something: بين 2006 و2013, in 2014 and 2016."""
    for _ in range(_LONGEST_ROW):
        k = i - 1 - (scan.form(i - 1) in _JOINTS)
        before = number_of_year(scan, k) if scan.form(k).isdecimal() else None
        if before is None or k == i - 1:
            return False
        if scan.word(k - 1 - (scan.form(k - 1) == _BOTH), "in", "unit") or _behind(scan, k):
            return not is_document(scan, k)
        i = k
    return False


def _behind(scan: Scan, i: int) -> bool:
    """A noun that happens at a date stands right before the year."""
    return _ends_at(scan, "dated", i)


def _ends_at(scan: Scan, kind: str, i: int) -> bool:
    """Whether a phrase of this kind ends right before token i."""
    phrases = beside_years(scan.language, kind)
    return any((hit := phrases.at(scan.tokens, k)) is not None and hit.j == i for k in range(max(0, i - 3), i))


def _behind_two(scan: Scan, i: int, j: int) -> bool:
    """Such a noun and one word that says which: الانتخابات الرئاسية 2024, اتفاق ستوكهولم 2018."""
    word = scan.form(i - 1)
    if i < 2 or len(word) <= _SHORT or not scan.tokens.is_word(i - 1) or scan.word(i - 1, "mod", "more", "unit"):
        return False
    if not word.startswith("ال") and (not _closed(scan, j) or word[0] in _VERBS or future_verb(word)):
        return False
    return _ends_at(scan, "dated", i - 1)


def _compared(scan: Scan, i: int, j: int) -> bool:
    """Compared with 2023, and nothing counted behind."""
    return _closed(scan, j) and _ends_at(scan, "compared", i)


def _closed(scan: Scan, j: int) -> bool:
    """Whether no word follows that the number could count."""
    return j >= len(scan) or not scan.tokens.is_word(j)


def short_end(scan: Scan, first: int, k: int) -> tuple[int, int] | None:
    """A year in two digits that ends years at token k: 2014/15, 1980-88; not behind a number of a document."""
    form = scan.form(k)
    if not form.isdecimal() or len(form) != _TWO_DIGITS or not scan.tokens.touches(k):
        return None
    last = int(form)
    if last == first % 100 + 1:
        return k + 1, first + 1
    ends = scan.form(k - 1) == "-" and scan.form(k + 1) not in _FIELDS and not is_document(scan, k - 2)
    return (k + 1, first // 100 * 100 + last) if ends and last > first % 100 else None


def past_second_year(scan: Scan, j: int) -> int:
    """Behind the year after the one that ends before token j: the winter of 2022-23, شتاء 2022-2023."""
    first = number_of_year(scan, j - 1) if scan.form(j) in ("-", "/") else None
    last = (number_of_year(scan, j + 1) or short_end(scan, first[1], j + 1)) if first else None
    return last[0] if first and last and last[1] == first[1] + 1 else j


def _determined(scan: Scan, i: int, j: int) -> bool:
    """``the 2015 nuclear deal``: between a determiner and a word."""
    if i == 0 or j >= len(scan) or not (scan.tokens.is_word(j) or scan.form(j) in _QUOTES):
        return False
    hit = beside_years("en", "determined").at(scan.tokens, i - 1)
    return hit is not None
