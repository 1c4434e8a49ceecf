"""Runs of the other direction of writing within a line, and how they are kept together on terminals and pages."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from mahdar.characters import FIRST_STRONG_ISOLATE, POP_ISOLATE

# A run in one direction: words that begin with a letter of its own or a digit, bracketed ones too if they are closed.
_LATIN, _OTHER_THAN_LATIN = r"A-Za-z0-9\u00c0-\u024f", r"\u0590-\u08ff"
_ARABIC, _OTHER_THAN_ARABIC = r"\u0600-\u06ff", r"A-Za-z\u00c0-\u024f"


def _run(letters: str, others: str) -> re.Pattern[str]:
    word = rf"(?:[{letters}][^\s(){others}]*|\([{letters}][^(){others}]*\))"
    return re.compile(rf"{word}(?: ?{word})*")


_FOREIGN_RUN = {"rtl": _run(_LATIN, _OTHER_THAN_LATIN), "ltr": _run(_ARABIC, _OTHER_THAN_ARABIC)}
_TRAILING = ".,:;!?،؛؟»"
_WHOLE = 30  # characters: a symbol with its year should not be broken over two lines


def isolate_runs(text: str, direction: str) -> str:
    """The text with each run of the other direction between isolates; ``direction`` of the line is ltr or rtl."""
    return _replace_runs(text, direction, lambda run: f"{FIRST_STRONG_ISOLATE}{run}{POP_ISOLATE}", str)


def isolate_runs_html(text: str, direction: str) -> Markup:
    """The same as markup: each run stands in a ``bdi``, of class ``whole`` if it is short; everything is escaped.

    The ``bdi`` names its direction: one of digits and hyphens alone, as in a date, shows none by itself, and browsers
    then take that of the line.
    """
    own = "ltr" if direction == "rtl" else "rtl"
    return Markup(_replace_runs(text, direction, lambda run: _bdi(run, own), lambda rest: str(escape(rest))))


def _bdi(run: str, direction: str) -> str:
    kept = ' class="whole"' if len(run) <= _WHOLE else ""
    return f'<bdi{kept} dir="{direction}">{escape(run)}</bdi>'


def _replace_runs(text: str, direction: str, wrap: Callable[[str], str], keep: Callable[[str], str]) -> str:
    done, at = [], 0
    for match in _FOREIGN_RUN[direction].finditer(text):
        end = match.start() + len(match[0].rstrip(_TRAILING))
        done += [keep(text[at : match.start()]), wrap(text[match.start() : end])]
        at = end
    return "".join([*done, keep(text[at:])])
