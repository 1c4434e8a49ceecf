"""Runs of the other direction of writing within a line, and how they are kept together on terminals and pages."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from mahdar.characters import FIRST_STRONG_ISOLATE, POP_ISOLATE

# A run in one direction: words that begin with a letter of its own or a digit, bracketed ones too if they are closed,
# and what joins the parts of a title. A number that no word follows is a run of its own: what comes after it goes on in
# the direction of the line.
_LATIN, _OTHER_THAN_LATIN = r"A-Za-z\u00c0-\u024f", r"\u0590-\u08ff"
_ARABIC, _OTHER_THAN_ARABIC = r"\u0600-\u06ff", r"A-Za-z\u00c0-\u024f"
_JOINED, _OPENING = r" [-–—/&+] ", r"[\[<{⟨“\"]"


def _run(letters: str, others: str, digits: str) -> str:
    word = rf"(?:[{letters}{digits}][^\s(){others}]*|\([{letters}{digits}][^(){others}]*\))"
    return rf"{word}(?: ?{_OPENING}?{word}|{_JOINED}(?=[{letters}]){word})*"


def _number(letters: str, others: str) -> str:
    thousand = " [0-9]{3}(?![0-9])"
    return rf"[0-9][^\s(){others}{letters}]*+(?:{thousand})*(?! ?[{letters}]|{thousand})"


_FOREIGN_RUN = {
    "rtl": re.compile(rf"{_number(_LATIN, _OTHER_THAN_LATIN)}|{_run(_LATIN, _OTHER_THAN_LATIN, '0-9')}"),
    "ltr": re.compile(_run(_ARABIC, _OTHER_THAN_ARABIC, "")),
}
_TRAILING = ".,:;!?،؛؟»"
_CLOSING = {'"': '"', "`": "`", "”": "“", "]": "[", "}": "{", ">": "<", "⟩": "⟨"}
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
        end = match.start() + len(_without_end(match[0]))
        done += [keep(text[at : match.start()]), wrap(text[match.start() : end])]
        at = end
    return "".join([*done, keep(text[at:])])


def _without_end(run: str) -> str:
    """The run without the punctuation of the line behind it, and without what closes something opened before it."""
    kept = run.rstrip(_TRAILING)
    while (opening := _CLOSING.get(kept[-1:])) and _unopened(kept, opening):
        kept = kept[:-1].rstrip(_TRAILING)
    return kept


def _unopened(run: str, opening: str) -> bool:
    """Whether the sign at the end of a run closes something that began before the run."""
    closing = run[-1]
    return run.count(closing) % 2 == 1 if opening == closing else run.count(closing) > run.count(opening)
