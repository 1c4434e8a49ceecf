"""What looks odd in the cells of a page on documents of the UN: links that lead elsewhere, letters encoded twice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

from mahdar.record.loading.html_tables import Cell
from mahdar.record.loading.sink import Sink

_SYMBOL = re.compile(r"S/(?:PV\.|RES/|PRST/|AC\.)?\d+(?:/(?:\d+|[A-Z][a-z]+\.\d+))*(?:\s*\(\d{4}\))?")
# UTF-8 that was taken for Latin-1 and written as UTF-8 once more.
_ENCODED_TWICE = re.compile("[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u0080.")


def remark_on_cells(cells: Mapping[str, Cell], place: str, sink: Sink) -> None:
    """Remark on what is odd in cells by the names of their columns; nothing is put right."""
    for name, cell in cells.items():
        if _ENCODED_TWICE.search(cell.line):
            sink.remark("odd", "characters that were encoded twice", place=f"{place}, {name}", value=cell.line)
        for words, address in cell.links:
            if leads_elsewhere(words, address):
                value = f"{words}: {address}"
                sink.remark("odd", "the link of a symbol leads to another document", place=place, value=value)


def leads_elsewhere(words: str, address: str) -> bool:
    """Whether words begin with a symbol and their link leads to a document that has another one."""
    hit = _SYMBOL.search(words)
    if hit is None:
        return False
    symbol, target = ("".join(text.split()) for text in (hit.group(), unquote(address)))
    return re.search(re.escape(symbol) + r"(?!\d)", target) is None
