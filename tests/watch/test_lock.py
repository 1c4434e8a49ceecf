"""One watch at a time for one library, on each database."""

from __future__ import annotations

import pytest

from mahdar.library.opened import Library, LibraryError, open_library
from mahdar.watch.lock import alone


def test_a_second_watch_is_refused_and_may_follow(library: Library, place: str) -> None:
    with open_library(place) as other:
        with alone(library), pytest.raises(LibraryError, match="another `mahdar watch`"), alone(other):
            pass
        with alone(other):
            pass


def test_it_does_not_stand_in_the_way_of_readers_and_writers(library: Library, place: str) -> None:
    with alone(library), open_library(place) as other, other.writing(), library.reading():
        pass
