"""UN document symbols as the record writes them, and the public address of a document."""

from __future__ import annotations

import re
from urllib.parse import quote

DOCUMENTS = "https://docs.un.org/"
_RESOLUTION = re.compile(r"S/RES/(\d+)")
_DRAFT = re.compile(r"S/(?:\d{4}/)?\d+(?!\d)(?:/\d+)?")
# Until the 30th session resolutions were numbered through: first and last number and the session's own numeral.
_NUMBERED_THROUGH = {
    21: (2134, 2239, "XXI"),
    22: (2240, 2372, "XXII"),
    23: (2373, 2486, "XXIII"),
    24: (2487, 2604, "XXIV"),
    25: (2605, 2748, "XXV"),
    26: (2749, 2901, "XXVI"),
    27: (2902, 3048, "XXVII"),
    28: (3049, 3200, "XXVIII"),
    29: (3201, 3357, "XXIX"),
    30: (3358, 3541, "XXX"),
}


def normal(symbol: str) -> str:
    """The symbol without blanks and without the year in brackets: `S/RES/2397 (2017)` → `S/RES/2397`."""
    bare = "".join(symbol.split()).upper()
    head, bracket, rest = bare.partition("(")
    return head if bracket and rest[:4].isdigit() else bare


def document_url(symbol: str) -> str:
    """The address under which the UN publishes the document `symbol` (`S/RES/2397 (2017)`)."""
    return DOCUMENTS + quote("".join(symbol.split()), safe="/()-.,[]")


def resolution_number(symbol: str | None) -> int:
    """`S/RES/2397 (2017)` → 2397; 0 for what is no resolution of the Council."""
    hit = _RESOLUTION.match(symbol or "")
    return int(hit.group(1)) if hit else 0


def draft_base(draft: str | None) -> str:
    """A draft's symbol without revision: `S/2011/612/Rev.1` → `S/2011/612`."""
    hit = _DRAFT.match(draft or "")
    return hit.group() if hit else draft or ""


def resolution_symbol(text: str, session: int) -> str | None:
    """`R/60/173`, in session 60 → `A/RES/60/173`; `None` where the number is another document's or names a part of one.

    Before the 21st session all numbers are those of meetings and documents.
    """
    hit = re.fullmatch(r"(R|A/RES|ESS|A/RES/ES-)[/-]?(\d+)/(\d+)([A-Z]?)", text)
    if hit is None:
        return None
    kind, of, number, letter = hit.group(1), int(hit.group(2)), int(hit.group(3)), hit.group(4)
    part = f" {letter}" if letter else ""
    if "ES" in kind.removeprefix("A/RES"):
        return f"A/RES/ES-{of}/{number}{part}" if of >= 6 and number <= 30 else None
    if session in _NUMBERED_THROUGH:
        first, last, roman = _NUMBERED_THROUGH[session]
        return f"A/RES/{number}{part} ({roman})" if first <= number <= last else None
    return f"A/RES/{of}/{number}{part}" if session >= 31 and of == session else None
