"""Numbers in Arabic and English, in words and digits."""

from mahdar.language.numbers.reading import numbers, plain_numbers
from mahdar.language.numbers.values import Number

__all__ = ["Number", "numbers", "plain_numbers"]
