"""The lines of a printed page as text: right-to-left words in the order of reading, wrapped lines put together.

A PDF keeps glyphs where they stand on the page: Arabic from left to right, in the forms of letters at the beginning,
middle and end of words. The order of reading is that of the Unicode Bidirectional Algorithm, rules L2 and L4, taken
back: https://www.unicode.org/reports/tr9/
"""

from __future__ import annotations

import re
import unicodedata

_TURNED = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_RIGHT_TO_LEFT = re.compile(f"[{_TURNED}]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_ONWARD = re.compile(  # as it stands in a line turned round: Latin words with what lies between them, a number
    rf"[\dA-Za-z\u00c0-\u024f][^{_TURNED}()\[\]{{}}«»]*[A-Za-z\u00c0-\u024f]|[A-Za-z\u00c0-\u024f]|%?\d(?:[.,:/-]?\d)*%?"
)
_MIRRORED = str.maketrans("()[]{}«»<>", ")(][}{»«><")
_ENDED = tuple('.!?؟:…"”»)')
_BROKEN = re.compile(r"[A-Za-z.\u00c0-\u024f][-\u2010]\Z")
_WRAPPED = 0.7  # of the longest line: one as long as that, and not ended, goes on in the next


def turned(text: str) -> bool:
    """Whether more letters are written from right to left than in Latin script."""
    return len(_RIGHT_TO_LEFT.findall(text)) > len(_LATIN.findall(text))


def logical(line: str) -> str:
    """A line of a page written from right to left as it stands there, in the order of reading, with plain letters."""
    if not _RIGHT_TO_LEFT.search(line):
        return " ".join(line.split())
    ordered = _ONWARD.sub(lambda run: run[0][::-1], line[::-1].translate(_MIRRORED))
    plain = _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), ordered)
    return re.sub(r" +([،؛؟:.,!])", r"\1", " ".join(plain.split()))


def unwrapped(lines: list[str]) -> str:
    """The lines as paragraphs. A line goes on in the next where it is long and ends no sentence; an empty one ends.

    A word broken at its hyphen keeps it: nobody can tell `resolu-tion` from `U.S.-led`.
    """
    longest = max(map(len, lines), default=0)
    found: list[str] = []
    open_ = False
    for line in map(str.strip, lines):
        if line and open_:
            found[-1] += line if _BROKEN.search(found[-1]) and line[0].islower() else f" {line}"
        elif line:
            found.append(line)
        open_ = bool(line) and len(line) >= _WRAPPED * longest and not line.endswith(_ENDED)
    return "\n".join(found)
