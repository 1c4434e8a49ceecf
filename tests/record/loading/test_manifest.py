"""The folder of publications: what is known of it, nothing overwritten, damage noticed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.record.loading.manifest import FORMAT, Entry, Manifest, alone, keep, latest, whole

START = datetime(2026, 10, 5, 8, 15, tzinfo=UTC)
ENTRY = Entry("kind", "القائمة", "https://un.org/a.xml", "new", "2026-10-05T08:15:01Z", file="kind/2026-10-05/a.xml")


def test_what_is_put_is_known_again_and_the_last_manifest_counts(tmp_path: Path) -> None:
    first = Manifest(tmp_path, START, {})
    first.put(ENTRY)
    other = replace(ENTRY, address="https://un.org/b.xml")
    first.put(other)
    assert latest(tmp_path) == {entry.address: entry for entry in (ENTRY, other)}
    later = Manifest(tmp_path, START + timedelta(microseconds=1), latest(tmp_path))
    later.put(replace(ENTRY, status="unchanged"))
    assert [entry.status for entry in latest(tmp_path).values()] == ["unchanged", "new"]
    names = [path.name for path in sorted(tmp_path.iterdir())]
    assert names == ["manifest-20261005T081500.000000Z.json", "manifest-20261005T081500.000001Z.json"]
    told = json.loads(first.path.read_text("utf-8"))
    assert (told["format"], told["started"]) == (FORMAT, "2026-10-05T08:15:00Z")
    assert told["publications"][0]["name"] == "القائمة"


def test_a_damaged_manifest_is_passed_over_for_the_one_before_it(tmp_path: Path) -> None:
    Manifest(tmp_path, START, {}).put(ENTRY)
    good = (tmp_path / "manifest-20261005T081500.000000Z.json").read_text("utf-8")
    damaged = [
        good[:-20],
        "",
        "[]",
        "[" * 100_000,
        good.replace(FORMAT, "another format"),
        good.replace('"kind/2026-10-05/a.xml"', '"../../etc/passwd"'),
        good.replace('"kind/2026-10-05/a.xml"', '"/etc/passwd"'),
        good.replace('"new"', '"stolen"'),
        good.replace('"bytes": 0', '"bytes": "0"'),
        good.replace('"etag": ""', '"etag": null'),
        good.replace('"retrieved": ""', '"retrieved": "lately"'),
        good.replace('"etag": "",', ""),
    ]
    for text in damaged:
        (tmp_path / "manifest-20271005T081500.000000Z.json").write_text(text, "utf-8")
        assert latest(tmp_path) == {ENTRY.address: ENTRY}, text[:80]
    assert latest(tmp_path / "none") == {}


@given(st.binary(max_size=200))
def test_any_bytes_are_a_manifest_or_none(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.getbasetemp()
    path = folder / "manifest-0.json"
    path.write_bytes(content)
    assert latest(folder) == {}
    path.unlink()


def test_a_manifest_that_cannot_be_written_leaves_the_former(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    manifest = Manifest(tmp_path, START, {})
    manifest.put(ENTRY)

    def full(*args: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="no space left"):
        manifest.put(replace(ENTRY, status="failed"))
    assert latest(tmp_path)[ENTRY.address].status == "new"


def test_files_are_kept_by_kind_and_day_and_never_overwritten(tmp_path: Path) -> None:
    places = []
    for content in (b"1", b"2", b"3"):
        arrived = tmp_path / "arrived"
        arrived.write_bytes(content)
        places.append(keep(arrived, tmp_path, "kind", "2026-10-05", "a.xml"))
    assert places == ["kind/2026-10-05/a.xml", "kind/2026-10-05-2/a.xml", "kind/2026-10-05-3/a.xml"]
    assert [(tmp_path / place).read_bytes() for place in places] == [b"1", b"2", b"3"]


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "kind" / "2026-10-05").mkdir(parents=True)
    (tmp_path / "kind" / "2026-10-05" / "a.xml").symlink_to(tmp_path / "elsewhere")
    arrived = tmp_path / "arrived"
    arrived.write_bytes(b"1")
    assert keep(arrived, tmp_path, "kind", "2026-10-05", "a.xml") == "kind/2026-10-05-2/a.xml"
    assert not (tmp_path / "elsewhere").exists()


def test_damage_and_loss_are_noticed(tmp_path: Path) -> None:
    entry = replace(ENTRY, sha256=sha256(b"abc").hexdigest(), bytes=3)
    assert not whole(tmp_path, entry)
    entry.path(tmp_path).parent.mkdir(parents=True)
    entry.path(tmp_path).write_bytes(b"abc")
    assert whole(tmp_path, entry)
    entry.path(tmp_path).write_bytes(b"abd")
    assert not whole(tmp_path, entry)
    assert not whole(tmp_path, replace(entry, file=""))
    assert not whole(tmp_path, replace(entry, file="kind"))


def test_what_a_killed_run_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / ".arriving").mkdir()
    (tmp_path / ".arriving" / ".fetch-12").write_bytes(b"half")
    (tmp_path / ".fetch-manifest").write_bytes(b"half")
    Manifest(tmp_path, START, {}).put(ENTRY)
    (tmp_path / "mine.csv").write_bytes(b"kept")
    with alone(tmp_path) as arriving:
        assert list(arriving.iterdir()) == []
        (arriving / "a").write_bytes(b"half")
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [".lock", "manifest-20261005T081500.000000Z.json", "mine.csv"]
