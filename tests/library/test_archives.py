"""Web archives: pages with address, time and headers; broken and swollen ones refused."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from mahdar.library import archives, incoming
from mahdar.library.items import Item, Refused
from tests.library.conftest import ENGLISH
from tests.library.test_pages import page


def record(
    address: str, body: bytes, media: str = "text/html; charset=utf-8", status: str = "200 OK", packing: str = ""
) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\nServer: s\r\n"
    head += f"Content-Encoding: {packing}\r\n" if packing else ""
    block = head.encode() + b"\r\n" + body
    lines = (
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Target-URI: {address}",
        "WARC-Date: 2024-03-29T10:00:00Z",
        f"WARC-Record-ID: <urn:uuid:{abs(hash(address)):032x}>",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(block)}",
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


RECORDS = (
    record("https://a.example/1", page("<meta property='og:site_name' content='Site'>")),
    record("https://a.example/style.css", b"p{}", "text/css"),
    record("https://a.example/gone", page(), status="404 Not Found"),
    record("https://a.example/2", gzip.compress(ENGLISH.encode()), "text/plain", packing="gzip"),
    record("https://a.example/odd", b"x", "text/plain", packing="zz"),
    record("https://a.example/empty", page(body="")),
)


def of(path: Path) -> list[Item | Refused]:
    return list(incoming.items(str(path)))


@pytest.mark.parametrize("packed", [False, True])
def test_a_record_in_which_the_archive_breaks_off_is_refused(tmp_path: Path, packed: bool) -> None:
    whole = record("https://a.example/1", ENGLISH.encode(), "text/plain")
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(gzip.compress(whole)[:-40] if packed else whole[:-20])
    refused = [each for each in of(path) if isinstance(each, Refused)]
    assert len(refused) == len(of(path)) == 1
    assert "breaks off" in refused[0].problem


@pytest.mark.parametrize("called", ["a.warc", "a.warc.gz", "a.wacz"])
def test_the_pages_of_an_archive(tmp_path: Path, called: str) -> None:
    path = tmp_path / called
    if called.endswith(".gz"):
        path.write_bytes(b"".join(map(gzip.compress, RECORDS)))
    elif called.endswith(".wacz"):
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("archive/data.warc.gz", b"".join(map(gzip.compress, RECORDS)))
            package.writestr("pages/pages.jsonl", "{}")
    else:
        path.write_bytes(b"".join(RECORDS))
    found = of(path)
    items = [each for each in found if isinstance(each, Item)]
    assert [each.id for each in items] == ["https://a.example/1", "https://a.example/2"]
    assert (items[0].outlet, items[0].url, items[1].text) == ("Site", "https://a.example/1", ENGLISH)
    assert (items[0].met.how, items[0].met.taken_at) == ("web archive", "2024-03-29T10:00:00Z")
    assert ("Server", "s") in items[0].met.headers
    assert [each.name for each in found if isinstance(each, Refused)] == [
        "https://a.example/odd",
        "https://a.example/empty",
    ]


def test_a_bomb_in_a_record_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = gzip.compress(b"a" * 60_000_000, 9)
    path = tmp_path / "a.warc"
    path.write_bytes(record("https://a.example/bomb", bomb, packing="gzip") + RECORDS[0])
    found = of(path)
    assert isinstance(found[0], Refused)
    assert "larger than 50 MB" in found[0].problem
    assert isinstance(found[1], Item)


def test_an_archive_that_swells_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_UNPACKED", len(RECORDS[0]))
    path = tmp_path / "a.warc"
    path.write_bytes(RECORDS[0] * 2)
    first, second = of(path)
    assert isinstance(first, Item)
    assert isinstance(second, Refused)


@pytest.mark.parametrize(
    ("called", "raw"),
    [("a.warc", b""), ("a.warc", b"not an archive\r\n" * 9), ("a.wacz", b"PK"), ("a.warc.gz", b"\x1f\x8b\x08broken")],
)
def test_what_is_no_archive(tmp_path: Path, called: str, raw: bytes) -> None:
    path = tmp_path / called
    path.write_bytes(raw)
    (found,) = of(path)
    assert isinstance(found, Refused)


def test_an_archive_that_breaks_off_keeps_what_came(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes((gzip.compress(RECORDS[0]) + gzip.compress(RECORDS[3]))[:-40])
    assert isinstance(of(path)[0], Item)
