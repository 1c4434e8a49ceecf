"""Where records begin: the same for cutting and for reading."""

from __future__ import annotations

import io

import pytest

from mahdar.corpus import records
from mahdar.corpus.records import csv_records, cuts, line_records


def test_a_record_of_csv_ends_where_its_quotation_marks_are_closed() -> None:
    stream = io.BytesIO(b'id,text\r\n1,"two\r\nlines ""and"" marks"\r\n2,one\r\n')
    assert list(csv_records(stream)) == [b"id,text\r\n", b'1,"two\r\nlines ""and"" marks"\r\n', b"2,one\r\n"]


def test_a_mark_that_is_never_closed_takes_the_rest() -> None:
    assert list(csv_records(io.BytesIO(b'1,"open\n2,b\n'))) == [b'1,"open\n2,b\n']


def test_a_record_that_is_too_long_is_none_and_the_next_line_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MOST", 10)
    assert list(csv_records(io.BytesIO(b'1,"aaaaaaaaaaaaaaaaaaaa\n2,b\n'))) == [None, b"2,b\n"]
    assert list(line_records(io.BytesIO(b"aaaaaaaaaaaaaaaaaaaaaaaaaaa\nbb\n"))) == [None, b"bb\n"]


def test_cuts_are_the_places_of_every_nth_record() -> None:
    data = b"".join(b"%d" % n * 3 + b"\n" for n in range(7))
    found = cuts(io.BytesIO(data), 3, line_records)
    assert found == [(0, 0), (12, 3), (24, 6)]
    assert cuts(io.BytesIO(b""), 3, line_records) == []
