"""Files and folders that are there whole, or as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from mahdar.export.whole import whole_file, whole_folder


def test_a_file_takes_its_name_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    with whole_file(target) as place:
        place.write_text("new")
        assert not target.exists()
    assert target.read_text() == "new"
    with pytest.raises(ZeroDivisionError), whole_file(target) as place:
        place.write_text(f"half {1 / 0}")
    assert (target.read_text(), len(list(tmp_path.iterdir()))) == ("new", 1)


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.mkdir()
    with whole_folder(target) as place:
        (place / "x").write_text("1")
    assert (target / "x").read_text() == "1"
    with pytest.raises(FileExistsError), whole_folder(target):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_file_of_that_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine")
    with pytest.raises(FileExistsError), whole_folder(tmp_path / "a"):
        pass
    assert (tmp_path / "a").read_text() == "mine"


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), whole_file(tmp_path / "none" / "a"):
        pass


def test_where_there_is_no_folder_the_place_asked_for_is_named(tmp_path: Path) -> None:
    target = tmp_path / "none" / "a"
    for opened in (whole_file, whole_folder):
        with pytest.raises(FileNotFoundError) as told, opened(target):
            pass
        assert told.value.filename == str(target)
