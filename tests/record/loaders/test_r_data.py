"""R data frames: read in a child process, and refused with a reason when broken, foreign or swollen."""

from __future__ import annotations

import bz2
import gzip
import lzma
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from mahdar.record.loaders.r_data import frame, holds, unpacked
from mahdar.record.loading.publication import Head, LoadError
from tests.record.loaders.told import MATERIAL, here

ISSUES = MATERIAL / "unga_unvotes_rda" / "un_roll_call_issues.rda"
PACKINGS: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.compress, "bzip2": bz2.compress, "xz": lzma.compress}


def written(folder: Path, content: bytes) -> Path:
    path = folder / "file.rda"
    path.write_bytes(content)
    return path


def refused(path: Path, name: str = "un_roll_call_issues") -> str:
    start = time.monotonic()
    with pytest.raises(LoadError) as caught, frame(path, name):
        raise AssertionError("was read")
    assert time.monotonic() - start < 30
    return str(caught.value)


@here
def test_a_frame_comes_back_as_a_table() -> None:
    with frame(ISSUES, "un_roll_call_issues") as query, duckdb.connect() as connection:
        assert connection.execute(f"SELECT count(*), min(rcid) FROM {query}").fetchone() == (5745, 6)


@here
@pytest.mark.parametrize("pack", [*PACKINGS.values(), bytes], ids=[*PACKINGS, "plain"])
def test_the_object_is_known_by_the_beginning(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    content = bz2.decompress(ISSUES.read_bytes())
    path = written(tmp_path, pack(content))
    assert holds(Head.of(path), "un_roll_call_issues")
    assert not holds(Head.of(path), "un_roll_calls")
    assert unpacked(path) == content


@pytest.mark.parametrize(
    "content", [b"", b"RDX2\n", b"BZh9garbage", b"\x1f\x8bgarbage", b"\xfd7zXZ\x00garbage", b"text"]
)
def test_other_files_hold_nothing(tmp_path: Path, content: bytes) -> None:
    assert not holds(Head.of(written(tmp_path, content)), "un_votes")


SWOLLEN = {
    "bzip2": lambda: bz2.compress(bytes(100_000_000)),
    "xz": lambda: lzma.compress(bytes(100_000_000)),
    "gzip": lambda: (
        gzip.compress(bytes(300_000_000), 1) * 2
    ),  # deflate packs a thousandfold at best, so the size decides
}


@pytest.mark.parametrize("content", SWOLLEN.values(), ids=SWOLLEN)
def test_a_file_that_swells_is_refused(tmp_path: Path, content: Callable[[], bytes]) -> None:
    path = written(tmp_path, content())
    start = time.monotonic()
    with pytest.raises(LoadError, match="unpacks to more than"):
        unpacked(path)
    assert time.monotonic() - start < 20


@here
@pytest.mark.parametrize("pack", PACKINGS.values(), ids=PACKINGS)
def test_a_packing_that_is_cut_short_or_broken_is_refused(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    whole = pack(bz2.decompress(ISSUES.read_bytes()))
    for content in (whole[: len(whole) // 2], whole[:40] + b"\xff" * 200 + whole[240:]):
        with pytest.raises(LoadError, match="packing is broken"):
            unpacked(written(tmp_path, content))


@here
def test_broken_content_is_refused_by_the_child(tmp_path: Path) -> None:
    content = bz2.decompress(ISSUES.read_bytes())
    assert "cannot be read as R data" in refused(written(tmp_path, content[:50_000]))
    rows = content.index(b"\x00\x00\x16\x71")  # 5,745, the length of a column: two thousand million instead
    assert "cannot be read as R data" in refused(written(tmp_path, content[:rows] + b"\x7f" + content[rows + 1 :]))
    assert refused(written(tmp_path, content), "un_votes") == "holds no data frame un_votes"
