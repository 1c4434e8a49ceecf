"""The status page of a treaty at treaties.un.org (HTML), as lines of cells for the loader of the Treaty Collection.

The page (`ViewDetails.aspx?src=TREATY&mtdsg_no=IV-4&chapter=4&clang=_en`) holds one table of participants, whose `id`
ends in `tblgrid`; tables of territories may stand before it and notes behind it. Marks of footnotes are `<sup>`. Its
shape is taken from public programs that read it, of 2014 to 2026, which agree. The texts around the table (its day,
declarations, objections, notes) have no place in the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mahdar.record.loading.html_tables import table_rows
from mahdar.record.loading.publication import Head
from mahdar.record.loading.sink import Sink

_TABLE = "tblgrid"
_NOTES = ("sup",)
_HTML = re.compile(r"<html\b", re.IGNORECASE)
# The address is in the name of a page that was saved by a program, and the page sends its form to its own address.
_ADDRESS = re.compile(r"ViewDetails\w{0,9}\.aspx.{0,200}?mtdsg_no[=_]([IVX]{1,6}-\d{1,2}(?:-[a-z])?)(?![a-z\d-])", re.I)
_FORM = re.compile(r"<form\b[^<>]{0,1000}>", re.IGNORECASE)


def is_status_page(head: Head) -> bool:
    """Whether a file is the page of one treaty, and no other page of the Treaty Collection."""
    return bool(_HTML.search(head.text[:4_096])) and (f'_{_TABLE}"' in head.text or bool(told_chapters(head)))


def told_chapters(head: Head) -> list[str]:
    """`IV-4` of the address in the file's name, and of that in the page's form; either may be missing."""
    form = _FORM.search(head.text)
    return [hit[1] for text in (head.path.name, form[0] if form else "") if (hit := _ADDRESS.search(text))]


def page_lines(path: Path, sink: Sink) -> Iterator[tuple[str, list[str]]]:
    """The heading of the table of participants, then each row: its place and cells without marks of footnotes."""
    sink.remark("ignored", "marks of footnotes behind names and days")
    for row in table_rows(path, named=_TABLE, without=_NOTES):
        cells = [_unmarked(cell.line) for cell in row.cells]
        if any(cells):
            yield row.place, cells


def _unmarked(cell: str) -> str:
    """A cell without what remains of its marks: the commas between them."""
    return cell.rstrip(" ,")
