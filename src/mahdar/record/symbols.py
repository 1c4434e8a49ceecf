"""UN document symbols as the record writes them, and the public address of a document."""

from __future__ import annotations

from urllib.parse import quote

DOCUMENTS = "https://docs.un.org/"


def normal(symbol: str) -> str:
    """The symbol without blanks and without the year in brackets: `S/RES/2397 (2017)` → `S/RES/2397`."""
    bare = "".join(symbol.split()).upper()
    head, bracket, rest = bare.partition("(")
    return head if bracket and rest[:4].isdigit() else bare


def document_url(symbol: str) -> str:
    """The address under which the UN publishes the document `symbol` (`S/RES/2397 (2017)`)."""
    return DOCUMENTS + quote("".join(symbol.split()), safe="/()-.,[]")
