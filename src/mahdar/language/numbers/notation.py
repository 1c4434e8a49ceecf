"""Numbers in the notation of science: 1.2e9, 10^6."""

from __future__ import annotations

from mahdar.language.numbers.digits import Digits, digits_at, numeral
from mahdar.language.numbers.values import tidy
from mahdar.language.tokens import Tokens

_GREATEST_EXPONENT = 30


def written(tokens: Tokens, i: int) -> Digits | None:
    """The number in digits that begins at token i, exponents included."""
    base = digits_at(tokens, i)
    if base is None or base.j + 1 >= len(tokens) or not tokens.touches(base.j):
        return base
    mark = tokens.forms[base.j]
    if mark not in ("e", "^") or not tokens.touches(base.j + 1):
        return base
    exponent = _exponent(tokens, base.j + 1)
    if exponent is None:
        return base
    value = _power(base.value, exponent.value) if mark == "^" else _shifted(base.value, exponent.value)
    return Digits(base.i, exponent.j, value) if value is not None else base


def past_bracket(tokens: Tokens, i: int, j: int) -> int:
    """Behind the bracket that closes around digits at tokens i to j, as some Arab agencies write them: (276) مليون."""
    closed = 0 < i < j < len(tokens) and tokens.is_number(i) and tokens.forms[i - 1] == "(" and tokens.forms[j] == ")"
    return j + 1 if closed else j


def _exponent(tokens: Tokens, j: int) -> Digits | None:
    """Digits with any signs before them, all touching."""
    sign, k = 1, j
    while k < min(j + 3, len(tokens)) and tokens.forms[k] in "+-" and tokens.touches(k):
        sign, k = (-1 if tokens.forms[k] == "-" else sign), k + 1
    if k >= len(tokens) or not tokens.is_number(k) or not tokens.touches(k):
        return None
    value = numeral(tokens.forms[k])
    if not isinstance(value, int) or value > _GREATEST_EXPONENT:
        return None
    return Digits(j, k + 1, sign * value)


def _power(base: int | float, exponent: int | float) -> int | float | None:
    """The sign stays outside the power, as it is read aloud."""
    if not base or abs(base) > 10_000:
        return None
    power = abs(base) ** int(exponent)
    return tidy(-power if base < 0 else power)


def _shifted(base: int | float, exponent: int | float) -> int | float:
    return tidy(float(f"{base}e{int(exponent)}"))
