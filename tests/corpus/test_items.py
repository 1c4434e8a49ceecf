"""The reports of a part, whatever the form: the same as if the file were read in one piece."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mahdar.corpus.inputs import sources
from mahdar.corpus.items import items
from mahdar.corpus.plan import WHOLE, Part, cut_up, numbered
from mahdar.library.items import Item, Refused
from tests.corpus.made import reports, write_csv, write_lines, write_parquet, write_warc

ROWS = reports(11)
WRITERS: dict[str, Callable[[Path, list[dict[str, str]]], Path]] = {
    "a.jsonl": write_lines,
    "a.csv": write_csv,
    "a.parquet": write_parquet,
    "a.warc": write_warc,
    "a.warc.gz": write_warc,
}


def parts(path: str | Path, each: int) -> list[Part]:
    (source,) = sources([str(path)])
    return list(numbered([source], [cut_up(source, each)]))


def told(path: str | Path, each: int) -> list[list[str]]:
    """Texts by part."""
    return [[found.text if isinstance(found, Item) else found.problem for found in items(p)] for p in parts(path, each)]


@pytest.mark.parametrize("name", WRITERS)
def test_parts_have_so_many_reports_and_together_all_of_them(tmp_path: Path, name: str) -> None:
    path = WRITERS[name](tmp_path / name, ROWS)
    whole, cut = told(path, 100), told(path, 4)
    assert [len(part) for part in cut] == [4, 4, 3]
    assert [text for part in cut for text in part] == whole[0]
    assert len(whole[0]) == 11
    assert "استخدمت روسيا" in whole[0][0]


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.parquet"])
def test_what_columns_say_is_kept(tmp_path: Path, name: str) -> None:
    path = WRITERS[name](tmp_path / name, ROWS)
    found = next(iter(items(parts(path, 4)[1])))
    assert isinstance(found, Item)
    assert (found.id, found.title, found.outlet, found.url) == ("r4", "تقرير 4", "outlet 4", "https://news.example/4")
    assert found.dated is not None
    assert (found.dated.published, found.dated.basis) == ("2018-05-05", "given")
    assert found.text == ROWS[4]["text"]


def test_a_packed_file_is_one_part(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(write_csv(tmp_path / "a.csv", ROWS).read_bytes()))
    (part,) = parts(path, 2)
    assert part.cut.count == WHOLE
    assert [each.text for each in items(part) if isinstance(each, Item)] == [row["text"] for row in ROWS]


def test_an_archive_packed_as_one_stream_is_one_part(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(write_warc(tmp_path / "a.warc", ROWS).read_bytes()))
    assert [len(part) for part in told(path, 2)] == [11]


def test_days_and_numbers_of_parquet_have_types_of_their_own(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [{"id": 7, "text": ROWS[0]["text"], "published": date(2018, 3, 4), "more": b"x"}]
    (found,) = items(parts(write_parquet(tmp_path / "a.parquet", rows), 5)[0])
    assert isinstance(found, Item)
    assert (found.id, found.dated.published if found.dated else None) == ("7", "2018-03-04")


def test_what_is_no_report_is_refused_with_its_place(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text('{"id": "a"}\nno json\n\n{"text": " "}\n{"text": "خبر قصير من المدينة."}\n', "utf-8")
    found = [each for part in parts(lines, 2) for each in items(part)]
    assert [type(each) for each in found] == [Refused, Refused, Refused, Item]
    assert [each.name.rpartition(":")[2] for each in found if isinstance(each, Refused)] == ["1", "2", "4"]


def test_records_of_csv_without_text_or_in_another_encoding_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xef\xbb\xbfid,text\n1\n\n2,\xff\xfe\n3,A short report from the city.\n")
    found = list(items(parts(path, 10)[0]))
    assert [each.problem if isinstance(each, Refused) else each.id for each in found] == [
        "this row has no `text`",
        "this record is no CSV in UTF-8, or longer than any single report",
        "3",
    ]


def test_a_broken_file_is_refused_from_that_place_on(tmp_path: Path) -> None:
    path = write_parquet(tmp_path / "a.parquet", ROWS)
    part = parts(path, 100)[0]
    raw = bytearray(path.read_bytes())
    raw[4:400] = b"x" * 396
    path.write_bytes(raw)
    found = list(items(part))
    assert isinstance(found[-1], Refused)
    assert "cannot be read to the end" in found[-1].problem


def test_a_file_that_is_gone_can_be_tried_again(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", ROWS)
    part = parts(path, 100)[0]
    path.unlink()
    with pytest.raises(FileNotFoundError):
        list(items(part))
