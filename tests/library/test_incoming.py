"""Files of every kind, folders, standard input: each a report or a reason."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.library import incoming, lines
from mahdar.library.items import Item, Refused, day_of, name
from tests.library.conftest import ARABIC, ENGLISH
from tests.library.test_pages import page


def one(path: Path) -> Item | Refused:
    found = list(incoming.items(str(path)))
    assert len(found) == 1
    return found[0]


def pdf(text: str) -> bytes:
    """A PDF of one page with a text layer, as small as it can be."""
    stream = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 200] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    return assembled(parts)


def assembled(parts: list[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalog."""
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    return (
        out
        + head
        + table
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            len(parts) + 1,
            len(out),
        )
    )


def test_each_kind_by_what_it_is(tmp_path: Path) -> None:
    kinds = {
        "a.txt": ARABIC.encode(),
        "b.dat": page(),
        "c": pdf("The text layer of a page."),
        "d.htm": ENGLISH.encode(),
    }
    for called, raw in kinds.items():
        Path(tmp_path, called).write_bytes(raw)
    found = {called: one(tmp_path / called) for called in kinds}
    texts = {called: each.text for called, each in found.items() if isinstance(each, Item)}
    assert texts["a.txt"] == ARABIC
    assert "تقرير اللجنة" in texts["b.dat"]
    assert texts["c"] == "The text layer of a page.\n"
    assert texts["d.htm"] == ENGLISH


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b"%PDF-1.4 broken", "cannot be read"),
        (pdf(""), "no text layer"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b'<?xml version="1.0"?>\n<!-- daily -->\n<rss version="2.0"><channel/></rss>', "as --feed"),
        (b"\xef\xbb\xbf<feed xmlns='http://www.w3.org/2005/Atom'/>", "this is a feed"),
        (b"x" * 2_000_001, "larger than 2 MB"),
        (b"x" * 50_000_001, "larger than 50 MB"),
    ],
)
def test_what_holds_no_report_is_refused(tmp_path: Path, raw: bytes, said: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(raw)
    found = one(path)
    assert isinstance(found, Refused)
    assert said in found.problem


def test_what_is_not_there_or_not_to_be_read(tmp_path: Path) -> None:
    assert one(tmp_path / "none.txt") == Refused(str(tmp_path / "none.txt"), "there is no such file")
    assert "cannot be read" in getattr(one(tmp_path), "problem", "")
    [other] = incoming.items("ftp://news.example/a")
    assert "only addresses that begin with http:// or https://" in getattr(other, "problem", "")
    assert isinstance(next(incoming.items("nul\0byte")), Refused)


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    for called in ("b/2.txt", "b/1.txt", "a.txt", ".hidden/x.txt", "b/.x"):
        path = tmp_path / called
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    (tmp_path / "link.txt").symlink_to("/etc/hostname")
    os.mkfifo(tmp_path / "pipe")
    found = [str(Path(each).relative_to(tmp_path)) for each in incoming.files([str(tmp_path)])]
    assert found == ["a.txt", "b/1.txt", "b/2.txt"]
    assert list(incoming.files(["-", "none"])) == ["-", "none"]


def test_json_lines(tmp_path: Path) -> None:
    told = [
        {"id": "r1", "text": ARABIC, "title": "عنوان", "outlet": "و", "url": "https://a", "published": "2024-03"},
        {"id": 7, "text": ENGLISH, "date": "2015-07-21 02:18:06", "source": "herald"},
        {"text": ENGLISH, "published": "yesterday"},
        {"id": "x\u202ey", "text": "lone \ud800 surrogate"},
    ]
    broken = ["[]", "{", '{"id": 1}', '{"text": 5}', '{"text": "  "}', "\xff"]
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        b"\n".join([*(json.dumps(each).encode() for each in told), b"", *(b.encode("latin-1") for b in broken)])
    )
    found = list(incoming.items(str(path)))
    items = [each for each in found if isinstance(each, Item)]
    assert [each.id for each in items] == ["r1", "7", f"{path}:3", "x⟨RLO⟩y"]
    assert [(each.dated.published, each.dated.basis) if each.dated else None for each in items] == [
        ("2024-03", "given"),
        ("2015-07-21", "given"),
        None,
        None,
    ]
    assert (items[0].title, items[0].outlet, items[0].url, items[1].outlet) == ("عنوان", "و", "https://a", "herald")
    assert "yesterday" in items[2].notes[0]
    assert (items[3].text, items[3].notes) == ("lone \ufffd surrogate", ("lone surrogates replaced by U+FFFD",))
    assert items[0].raw == json.dumps(told[0]).encode()
    assert [each.name for each in found if isinstance(each, Refused)] == [f"{path}:{n}" for n in range(6, 12)]


def test_a_line_without_end_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_MOST", 100)
    stream = io.BytesIO(b'{"text": "' + b"x" * 1_000 + b'"}\n{"text": "short"}\n')
    found = list(lines.items(stream, "s"))
    assert isinstance(found[0], Refused)
    assert isinstance(found[1], Item)
    assert found[1].id == "s:2"


def test_json_objects_are_reports_too(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"id": "j", "text": ENGLISH}, indent=2))
    assert getattr(one(path), "id", "") == "j"
    path.write_text('{"no": "report"}')
    assert "no JSON object" in getattr(one(path), "problem", "")


def test_standard_input() -> None:
    def read(raw: bytes) -> Iterator[Item | Refused]:
        return incoming.standard_input(io.BytesIO(raw))

    (text,) = read(ARABIC.encode())
    assert getattr(text, "id", "").startswith("stdin-")
    found = list(read(b'{"id": "a", "text": "One report."}\n{"id": "b", "text": "Another."}\n'))
    assert [getattr(each, "id", "") for each in found] == ["a", "b"]
    assert isinstance(next(read(b"")), Refused)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-03-29", "2024-03-29"),
        ("2024-03-29T23:59:00+03:00", "2024-03-29"),
        ("2024-03", "2024-03"),
        ("2024-02-30", None),
        ("2024-02-30T10:00", None),
        ("soon", None),
    ],
)
def test_days(text: str, day: str | None) -> None:
    assert day_of(text) == day


@given(st.text(max_size=60))
def test_names_hold_nothing_that_steers(text: str) -> None:
    found = name(text) or ""
    assert not any(ord(char) < 32 or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069" for char in found)
