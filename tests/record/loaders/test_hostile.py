"""Damaged files of every kind: a clear word or a load, never a crash, and the record unchanged where it failed.

The samples are the smallest real file of each kind, damaged in ways that files really are.
"""

from __future__ import annotations

import gzip
import os
import random
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from mahdar.record.loading.load import Done, File, files_under, load
from mahdar.record.loading.publication import Head, LoadError
from mahdar.record.loading.registry import all_loaders, loader_for

ROOT = Path(__file__).resolve().parents[3]
MATERIAL = Path(os.environ.get("MAHDAR_SHARED", ROOT.parent / "shared")) / "record"
PATIENCE = 60  # seconds that a hang would exceed; this is no benchmark
# Formats whose end can be seen, so that half a file must fail.
ENDED = {".xml", ".html", ".xlsx", ".rda"}


@cache
def samples() -> dict[str, Path]:
    """Kind -> the smallest file of it in the material."""
    found: dict[str, Path] = {}
    if not MATERIAL.is_dir():
        return found
    for path in sorted(files_under(MATERIAL), key=lambda p: p.stat().st_size):
        try:
            loader = loader_for(Head.of(path))
        except LoadError:
            continue
        if loader:
            found.setdefault(loader.kind, path)
    return found


def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def most(data: bytes) -> bytes:
    return data[: len(data) - max(1, len(data) // 50)]


def holed(data: bytes) -> bytes:
    """A block of zeros in the middle, as a broken disk leaves it."""
    middle = len(data) // 2
    return data[:middle] + bytes(min(4096, len(data) // 4)) + data[middle + min(4096, len(data) // 4) :]


def flipped(data: bytes) -> bytes:
    """One byte in two hundred is another one."""
    dice = random.Random(len(data))
    changed = bytearray(data)
    for _ in range(max(3, len(data) // 200)):
        changed[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(changed)


def packed(data: bytes) -> bytes:
    return gzip.compress(data)


def foreign(data: bytes) -> bytes:
    """Minutes of another meeting, under the name of a publication."""
    return "محضر اجتماع آخر\n".encode() * max(1, len(data) // 30)


def attempt(path: Path, record: Path, kind: str) -> Done:
    start = time.monotonic()
    (done,) = load([File(path)], record=record, kind=kind)
    assert time.monotonic() - start < PATIENCE
    return done


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a record into which nothing was loaded."""
    place: Path = tmp_path_factory.mktemp("before") / "record.duckdb"
    load([], record=place)
    return place.read_bytes()


@pytest.mark.skipif(not MATERIAL.is_dir(), reason="the official publications' copies are not here (MAHDAR_SHARED)")
@pytest.mark.parametrize("damage", [half, most, holed, flipped, packed, foreign])
@pytest.mark.parametrize("kind", sorted(all_loaders()))
def test_a_damaged_file_fails_with_a_word_or_loads(
    tmp_path: Path, before: bytes, kind: str, damage: Callable[[bytes], bytes]
) -> None:
    if kind not in samples():
        pytest.skip("no file of this kind is at hand")
    sample, record = samples()[kind], tmp_path / "record.duckdb"
    path = tmp_path / sample.name
    path.write_bytes(damage(sample.read_bytes()))
    record.write_bytes(before)
    done = attempt(path, record, kind)
    assert done.state in {"loaded", "failed"}
    if damage is foreign or (damage is packed and path.suffix != ".rda") or (damage is half and path.suffix in ENDED):
        assert done.state == "failed", done
    if done.state == "failed":
        assert done.problem
        assert "\n" not in done.problem
        assert record.read_bytes() == before
    assert [p.name for p in tmp_path.glob(".record-load-*")] == []
