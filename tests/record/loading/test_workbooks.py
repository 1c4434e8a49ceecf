"""Workbooks: rows of the sheet that has the columns, days as days; bombs and damage refused in time."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from mahdar.record.loading.publication import Head, LoadError
from mahdar.record.loading.workbooks import plain, workbook_rows, workbook_start

SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
ROOT = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
END = "</sheetData></worksheet>"


def book(folder: Path, *rows: tuple[object, ...], columns: tuple[str, ...] = ("ID", "Day")) -> Path:
    made = openpyxl.Workbook()
    first = made.active
    assert first is not None
    first.append(["a page of notes"])
    sheet = made.create_sheet("votes")
    for row in (columns, *rows):
        sheet.append(list(row))
    path = folder / "book.xlsx"
    made.save(path)
    return path


def rewritten(path: Path, name: str, content: bytes, *, compressed: bool = True) -> Path:
    """The workbook with another content of one part."""
    with zipfile.ZipFile(path) as old:
        parts = {part: old.read(part) for part in old.namelist()} | {name: content}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED) as new:
        for part, data in parts.items():
            new.writestr(part, data)
    return path


def read(path: Path) -> list[object]:
    return list(workbook_rows(path, "ID", "Day"))


def test_rows_of_the_sheet_with_the_columns(tmp_path: Path) -> None:
    day = datetime(2016, 2, 3)
    path = book(tmp_path, (1, day), (None, None), (" two\xa0 words", "--"))
    found = list(workbook_rows(path, "ID", "Day"))
    assert [place for place, _ in found] == ["row 2", "row 3", "row 4"]
    assert [dict(cells) for _, cells in found] == [
        {"ID": 1, "Day": day},
        {"ID": None, "Day": None},
        {"ID": " two\xa0 words", "Day": "--"},
    ]
    assert [plain(value) for value in (day, " two\xa0 words", 1, None, "")] == [
        "2016-02-03",
        "two words",
        "1",
        None,
        None,
    ]


def test_what_a_workbook_begins_with(tmp_path: Path) -> None:
    path = book(tmp_path, (1, "x"))
    assert "Day" in workbook_start(Head.of(path))
    other = tmp_path / "other.csv"
    other.write_text("ID,Day\n")
    assert workbook_start(Head.of(other)) == ""
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("readme.txt", "no workbook")
    assert workbook_start(Head.of(other)) == ""


def test_other_columns_and_cells_beyond_them_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="no sheet with the columns ID, Day"):
        read(book(tmp_path, (1, "x"), columns=("ID", "Date")))
    with pytest.raises(LoadError, match="beyond the columns"):
        read(book(tmp_path, (1, "x", "y")))


def rows_without_end() -> bytes:
    return (ROOT + '<row r="1">' + "<c/>" * 5_000_000 + "</row>" + END).encode()


def depth() -> bytes:
    return (ROOT + "<row>" * 1_000_000).encode()


def entities() -> bytes:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!DOCTYPE x [<!ENTITY a0 "lol">{lines}]>{ROOT}<row><c t="str"><v>&a11;</v></c></row>{END}'.encode()


def external() -> bytes:
    return f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>{ROOT}<row><c><v>&a;</v></c></row>{END}'.encode()


def backwards() -> bytes:
    return f'{ROOT}<row r="7"/><row r="3"/>{END}'.encode()


def far_away() -> bytes:
    return f'{ROOT}<row r="9999999999"/>{END}'.encode()


def bomb() -> bytes:
    return (ROOT + " " * (40 << 20) + END).encode()


def too_large() -> bytes:
    return bytes(65 << 20)


def no_xml() -> bytes:
    return b"\x00\x01\x02"


def cut() -> bytes:
    return (ROOT + '<row r="1"><c t="str"><v>x</v></c></row>').encode()


@pytest.mark.parametrize(
    "content", [rows_without_end, depth, entities, external, backwards, far_away, bomb, too_large, no_xml, cut]
)
@pytest.mark.parametrize("part", [SHEET, TEXTS])
def test_a_hostile_part_is_refused_in_time(tmp_path: Path, part: str, content: Callable[[], bytes]) -> None:
    path = rewritten(book(tmp_path, (1, "x")), part, content())
    start = time.monotonic()
    with pytest.raises(LoadError):
        read(path)
    assert time.monotonic() - start < 20


def test_a_bomb_in_a_part_that_is_read_whole(tmp_path: Path) -> None:
    path = rewritten(book(tmp_path, (1, "x")), "xl/styles.xml", b"<x/>" * (4 << 20), compressed=False)
    with pytest.raises(LoadError, match=r"xl/styles\.xml unpacks to 16 MB"):
        read(path)
    assert "ID" in workbook_start(Head.of(path))


def test_parts_without_number(tmp_path: Path) -> None:
    path = book(tmp_path, (1, "x"))
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(1_001):
            archive.writestr(f"{number}.txt", "")
    with pytest.raises(LoadError, match="1000 parts"):
        read(path)


@pytest.mark.parametrize("share", [0.3, 0.7, 0.99])
def test_a_workbook_cut_short_is_refused(tmp_path: Path, share: float) -> None:
    path = book(tmp_path, *((number, "x") for number in range(500)))
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(LoadError, match="damaged"):
        workbook_start(Head.of(path))
    with pytest.raises(LoadError):
        read(path)


def test_a_flipped_bit_is_noticed(tmp_path: Path) -> None:
    path = book(tmp_path, *((number, f"x{number}") for number in range(500)))
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        at = archive.getinfo("xl/worksheets/sheet2.xml").header_offset + 200
    data[at] ^= 0x55
    path.write_bytes(bytes(data))
    with pytest.raises(LoadError):
        read(path)
