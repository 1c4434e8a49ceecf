"""A full disk, a read-only folder, a read-only file: said in a sentence that names what to do, and nothing is lost.

The disks are file systems in memory where the system lets one be mounted; where not, a limit on the size of files and
the permissions of folders stand for them.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from mahdar.library.asking import count
from mahdar.library.opened import LibraryError, open_library
from mahdar.library.verifying import verify
from tests.library.conftest import ENGLISH

_SIZE = 3  # megabytes of the small disk
WATCH = '[atom]\npath = "n.atom"\n[[folder]]\npath = "in"\n[[rule]]\nname = "all"\non = "report"\n'


class Disk:
    """A small file system in memory at `path`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def mount(self, options: str) -> None:
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(self.path)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("no file system can be mounted here")

    def remount(self, options: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{options}", str(self.path)], check=True, capture_output=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    if not shutil.which("mount"):
        pytest.skip("no file system can be mounted here")
    path = tmp_path / "disk"
    path.mkdir()
    found = Disk(path)
    found.mount(f"size={_SIZE}m")
    try:
        yield found
    finally:
        subprocess.run(["umount", str(path)], check=True, capture_output=True)


def mahdar(*words: str, most: int | None = None) -> tuple[int, str, str]:
    """Run the command; `most` bounds the bytes of any file that it writes. Status, output, complaints."""

    def limit() -> None:
        if most is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    command = [sys.executable, "-m", "mahdar", *words]
    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=limit, check=False, timeout=120)
    return done.returncode, done.stdout, done.stderr


def reports(folder: Path, many: int, size: int = 400_000) -> Path:
    """Pages that fill a small disk when they are added, and are read quickly."""
    folder.mkdir(exist_ok=True)
    for number in range(many):
        noise = os.urandom(size // 2).hex()  # does not pack
        text = f"<article><p>{ENGLISH}</p><p>Page {number}.</p></article>"
        page = f"<!doctype html><html><body>{text}<!-- {noise} --></body></html>"
        path = folder / f"{number:03}.html"
        path.write_text(page)
        os.utime(path, (1_700_000_000,) * 2)
    return folder


def is_a_sentence(err: str, *said: str) -> None:
    """One line for a person and no traceback."""
    assert "Traceback" not in err
    assert err.startswith("mahdar: ")
    for each in said:
        assert each in err, err


def test_a_full_disk_is_said_and_what_was_accepted_stays(disk: Disk, tmp_path: Path) -> None:
    place, folder = str(disk.path / "library.db"), reports(tmp_path / "in", 12)
    status, out, err = mahdar("library", "add", "--library", place, str(folder))
    assert status == 1
    is_a_sentence(err, "everything accepted before is kept", "full")
    accepted = [line.split(maxsplit=1)[1] for line in out.splitlines() if line.startswith("added ")]
    disk.remount("size=64m")
    with open_library(place) as library:
        found = verify(library)
        assert (found.intact, found.faults) == (True, ())
        with library.reading() as connection:
            assert count(connection) == len(accepted)
    status, out, _ = mahdar("library", "add", "--library", place, str(folder))
    assert (status, f"{12 - len(accepted)} added" in out) == (0, True)


def test_watching_on_a_full_disk_ends_with_a_sentence_and_goes_on_where_there_is_room(
    disk: Disk, tmp_path: Path
) -> None:
    reports(tmp_path / "in", 12)
    settings = tmp_path / "feeds.toml"
    settings.write_text(WATCH)
    words = ("watch", "--once", "--library", str(disk.path / "library.db"), str(settings))
    status, _, err = mahdar(*words)
    assert status == 1
    is_a_sentence(err, "everything accepted before is kept")
    disk.remount("size=64m")
    assert mahdar(*words)[0] == 0
    with open_library(disk.path / "library.db") as library:
        assert verify(library).intact
        with library.reading() as connection:
            assert count(connection) == 12
    assert (tmp_path / "n.atom").read_text().count("<entry>") == 12


def test_a_feed_that_has_no_room_is_said_and_the_former_one_stays(disk: Disk, tmp_path: Path) -> None:
    reports(tmp_path / "in", 2, 100)
    settings = disk.path / "feeds.toml"
    settings.write_text(WATCH.replace('"in"', f'"{tmp_path}/in"'))
    with pytest.raises(OSError, match="No space"):
        (disk.path / "filler").write_bytes(b"x" * (_SIZE + 1) * 1_000_000)
    status, _, err = mahdar("watch", "--once", "--library", str(tmp_path / "library.db"), str(settings))
    assert status == 1
    is_a_sentence(err, "n.atom: cannot be written: No space left on device")
    assert not [each for each in disk.path.iterdir() if each.name.startswith(".n.atom")]


def test_a_limit_on_files_is_like_a_full_disk(tmp_path: Path) -> None:
    place, folder = str(tmp_path / "library.db"), reports(tmp_path / "in", 4)
    status, _, err = mahdar("library", "add", "--library", place, str(folder), most=1_000_000)
    assert status == 1
    is_a_sentence(err, "everything accepted before is kept")
    with open_library(place) as library:
        assert verify(library).intact


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_output_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    place = str(tmp_path / "library.db")
    mahdar("library", "add", "--library", place, str(reports(tmp_path / "in", 1, 100)))
    status, _, err = mahdar("library", "export", "--jsonl", "--library", place, "--to", "/dev/full/x")
    assert status == 1
    is_a_sentence(err, "cannot be written")


def test_a_read_only_disk_is_said(disk: Disk, tmp_path: Path) -> None:
    place, folder = str(disk.path / "library.db"), reports(tmp_path / "in", 1, 100)
    with open_library(place):
        pass
    disk.remount("ro")
    status, _, err = mahdar("library", "add", "--library", place, str(folder))
    assert status == 1
    is_a_sentence(err, "read-only")
    with pytest.raises(LibraryError, match="read-only"), open_library(place, make=False):
        pass
    disk.remount("rw")
    with open_library(place) as library:
        assert verify(library).intact


def test_no_library_can_be_made_on_a_read_only_disk(disk: Disk, tmp_path: Path) -> None:
    disk.remount("ro")
    for place in (disk.path / "library.db", disk.path / "sub" / "library.db"):
        with pytest.raises(LibraryError, match="ead-only"), open_library(place):
            pass
    settings = tmp_path / "feeds.toml"
    settings.write_text(WATCH)
    status, _, err = mahdar("watch", "--once", "--library", str(disk.path / "library.db"), str(settings))
    assert status == 1
    is_a_sentence(err, "read-only")


def test_a_read_only_file_is_said(disk: Disk, tmp_path: Path) -> None:
    """The file alone: one disk inside another, mounted over it, since permissions do not bind whoever runs as root."""
    place = disk.path / "library.db"
    with open_library(place):
        pass
    subprocess.run(["mount", "--bind", str(place), str(place)], check=True, capture_output=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(place)], check=True, capture_output=True)
        with (
            pytest.raises(LibraryError, match="read-only"),
            open_library(place) as library,
            library.writing() as connection,
        ):
            connection.execute(sa.text("INSERT INTO entities (entity, name, folded) VALUES ('a', 'a', 'a')"))
    finally:
        subprocess.run(["umount", str(place)], check=True, capture_output=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not bind whoever runs as root; the disks above do")
def test_permissions_are_said(tmp_path: Path) -> None:
    place = tmp_path / "shut" / "library.db"
    with open_library(place):
        pass
    place.chmod(0o400)
    place.parent.chmod(0o500)
    try:
        with pytest.raises(LibraryError, match="read-only"), open_library(place) as library, library.writing():
            pass
    finally:
        place.parent.chmod(0o700)
