"""Numbers written in digits: separators, signs, simple fractions, groups parted by spaces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mahdar.language.numbers.words import word_set
from mahdar.language.tokens import Tokens

# Longer runs of digits are serial numbers, and cost time to turn into integers.
_LONGEST = 24
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?$")
_THOUSANDS_DOT = re.compile(r"[1-9]\d{0,2}(\.\d{3}){2,}(,\d+)?$")
_PLAIN = re.compile(r"\d+$")
_DECIMAL = re.compile(r"\d+[.,]\d+$")
_GROUPED = re.compile(r"[1-9]\d{0,2}(,\d{3})+$")
_HEAD = re.compile(r"[1-9]\d{0,2}$")
_THREE = re.compile(r"\d{3}(\.\d+)?$")
_THREE_OR_COMMA = re.compile(r"\d{3}([.,]\d+)?$")
_LOOK_BACK = 8
_POINT, _FEW = "ر", 3


@dataclass(frozen=True, slots=True)
class Digits:
    """Tokens ``i`` to ``j`` are digits of this value."""

    i: int
    j: int
    value: int | float
    fraction: bool = False


@lru_cache(maxsize=4096)
def numeral(form: str) -> int | float | None:
    """The value of one token of digits, or None where it is no number (an address, a serial number)."""
    if len(form) > _LONGEST:
        return None
    if _PLAIN.match(form):
        return int(form)
    if _THOUSANDS.match(form):
        return _number(form.replace(",", ""))
    if _THOUSANDS_DOT.match(form):
        return _number(form.replace(".", "").replace(",", "."))
    if _DECIMAL.match(form):
        return _number(form.replace(",", "."))
    head, _, tail = form.rpartition(",")
    if _GROUPED.match(head):
        return _number(head.replace(",", "") + "." + tail)
    return None


def digits_at(tokens: Tokens, i: int) -> Digits | None:
    """The number in digits that begins at token i, which is one of digits."""
    value = numeral(tokens.forms[i])
    if value is None or in_name(tokens, i):
        return None
    if i + 1 >= len(tokens):
        return _signed(tokens, Digits(i, i + 1, value))
    grouped = _lettered(tokens, i) or _spaced(tokens, i) or _comma_spaced(tokens, i)
    return _signed(tokens, _mixed(tokens, _quotient(tokens, i, value) or grouped or Digits(i, i + 1, value)))


def in_name(tokens: Tokens, i: int) -> bool:
    """Whether the digits at token i are part of a name or a symbol: MH17, COVID-19, S/RES/2397, A-10."""
    for k in range(i, max(i - _LOOK_BACK, 0), -1):
        if not tokens.touches(k):
            return False
        before = tokens.forms[k - 1]
        if before[0].isalpha():
            return not (k == i and _may_touch(before))
        if not (before[0].isdigit() or before in "/⁄-.#_@"):
            return False
        if before in "#_@":
            return True
    return False


def _may_touch(word: str) -> bool:
    """Clitics, letters of currencies, and an Arabic word with the space forgotten that names no model (سو27)."""
    if word in word_set("digits", "clitics") or word in word_set("digits", "currency_letters"):
        return True
    return len(word) > 1 and "ء" <= word[0] <= "ي" and word not in word_set("digits", "models")


def _quotient(tokens: Tokens, i: int, value: int | float) -> Digits | None:
    """4/5, but neither a date nor a symbol with further parts."""
    slashes = word_set("digits", "slashes")
    if tokens.forms[i + 1] not in slashes or not _tight(tokens, i + 1, i + 3):
        return None
    further = i + 3 < len(tokens) and tokens.forms[i + 3] in slashes and tokens.touches(i + 3)
    below = numeral(tokens.forms[i + 2])
    if further or not below or (i > 0 and tokens.touches(i) and tokens.forms[i - 1] in slashes):
        return None
    return Digits(i, i + 3, value / below, fraction=True)


def _lettered(tokens: Tokens, i: int) -> Digits | None:
    """5ر12: the letter ر for the decimal point, as some Gulf agencies write 12.5, the fraction first."""
    forms = tokens.forms
    if forms[i + 1] != _POINT or not _tight(tokens, i + 1, i + 3):
        return None
    if not all(_PLAIN.match(form) and len(form) <= _FEW for form in (forms[i], forms[i + 2])):
        return None
    return Digits(i, i + 3, _number(f"{forms[i + 2]}.{forms[i]}"))


def _spaced(tokens: Tokens, i: int) -> Digits | None:
    """1 414 021 100: groups of three behind one of one to three."""
    forms, j = tokens.forms, i + 1
    if not _PLAIN.match(forms[i]) or len(forms[i]) > 3 or forms[i][0] == "0":
        return None
    while j < len(forms) and j - i < 7 and tokens.at[j] == tokens.to[j - 1] + 1 and _THREE.match(forms[j]):
        j += 1
    beyond = j < len(forms) and tokens.is_number(j) and tokens.at[j] == tokens.to[j - 1] + 1
    value = None if beyond or j == i + 1 else _number("".join(forms[i:j]))
    return None if value is None else Digits(i, j, value)


def _one_space(tokens: Tokens, j: int) -> bool:
    return tokens.at[j] == tokens.to[j - 1] + 1


def _comma_spaced(tokens: Tokens, i: int) -> Digits | None:
    """1،234،567 with Arabic commas, which are tokens of their own."""
    forms, j = tokens.forms, i + 1
    if not _HEAD.match(forms[i]):
        return None
    while j + 1 < len(forms) and j - i < 12 and forms[j] == "،" and _tight(tokens, j, j + 2):
        if not _THREE_OR_COMMA.match(forms[j + 1]):
            return None
        j += 2
    if j == i + 1:
        return None
    return Digits(i, j, _number("".join(f for f in forms[i:j] if f != "،").replace(",", ".")))


def _mixed(tokens: Tokens, whole: Digits) -> Digits:
    """2 1/4: a whole number and a proper fraction behind it."""
    k = whole.j
    if whole.fraction or k + 2 >= len(tokens) or not tokens.is_number(k) or tokens.touches(k):
        return whole
    above, rest = numeral(tokens.forms[k]), None
    if isinstance(above, int) and 0 < above < 100 and _one_space(tokens, k):
        rest = _quotient(tokens, k, above)
    if rest is None or not 0 < rest.value < 1:
        return whole
    return Digits(whole.i, rest.j, whole.value + rest.value)


def _signed(tokens: Tokens, found: Digits) -> Digits:
    """A leading point (.77) and a minus that touches the digits and nothing before."""
    i, value = found.i, found.value
    if _leads(tokens, i, ".") and isinstance(value, int) and found.j == i + 1:
        i, value = i - 1, _number("0." + tokens.forms[i])
    if _leads(tokens, i, "-") or (i == 1 and tokens.forms[0] == "-" and found.j == len(tokens)):
        i, value = i - 1, -value
    return found if i == found.i else Digits(i, found.j, value, found.fraction)


def _leads(tokens: Tokens, i: int, mark: str) -> bool:
    if i == 0 or tokens.forms[i - 1] != mark or not tokens.touches(i):
        return False
    return not tokens.touches(i - 1) or tokens.forms[i - 2] in "([<>-"


def _tight(tokens: Tokens, i: int, j: int) -> bool:
    """Whether tokens i to before j each touch the one before, and the last is one of digits."""
    return j <= len(tokens) and all(tokens.touches(k) for k in range(i, j)) and tokens.is_number(j - 1)


def _number(text: str) -> int | float:
    value = float(text)
    return int(text) if "." not in text else int(value) if value.is_integer() else value
