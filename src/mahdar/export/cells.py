"""Text in cells of tables that a spreadsheet may open: nothing of it may be taken for a formula.

A text that begins with `=`, `+`, `-`, `@`, one of their full-width forms, a tab or a line end gets an apostrophe in
front; so does one that begins with apostrophes before such a sign, so that taking one away gives back the text.
"""

from __future__ import annotations

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
SEPARATOR = "|"  # between several values of a cell


def is_formula(text: str) -> bool:
    """Whether a spreadsheet might take the text for a formula."""
    return _FORMULA.match(text) is not None


def neutral(text: str) -> str:
    """The text, marked as text where a spreadsheet might take it for a formula."""
    return f"'{text}" if is_formula(text) else text


def joined(values: list[str]) -> str:
    """Several values in one cell."""
    return SEPARATOR.join(values)
