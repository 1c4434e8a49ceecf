"""The work behind the pages: what is made before anybody asks, and how it ends."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from mahdar.web import standing
from mahdar.web.pages import Page
from mahdar.web.record_pages import state_pages
from mahdar.web.record_pages.facts import states
from mahdar.web.state import State


def a_page(begins: Callable[[State], Iterator[object]]) -> Page:
    return replace(state_pages.state, begins=begins)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(standing, "_COLD", 0.0)
    monkeypatch.setattr(standing, "_BREATH", 0.0)
    return monkeypatch


def test_pieces_are_made_one_by_one_until_the_server_stops(state: State, quick: pytest.MonkeyPatch) -> None:
    alone, made = state.shared(), []

    def pieces(asked: State) -> Iterator[int]:
        for piece in range(10):
            made.append(piece)
            if piece == 3:
                asked.stopping.set()
            yield piece

    quick.setattr(standing, "all_pages", lambda: [a_page(pieces)])
    standing.warm(alone)
    assert made == [0, 1, 2, 3]


def test_a_fault_in_one_page_leaves_the_others(state: State, quick: pytest.MonkeyPatch) -> None:
    made: list[bool] = []
    alone = state.shared()

    def faulty(asked: State) -> Iterator[int]:
        yield 1 // len(made)

    def sound(asked: State) -> Iterator[int]:
        made.append(asked is alone)
        yield 0

    quick.setattr(standing, "all_pages", lambda: [a_page(faulty), a_page(sound)])
    standing.warm(alone)
    assert made == [True]


def test_dossiers_are_made_for_every_state(state: State) -> None:
    pieces = state_pages._dossiers(state)
    codes = [row["state"] for row in states.states(state.record)][:3]
    assert all(next(pieces) is state_pages.official_of(state.record, code) for code in codes)


def test_whoever_makes_pages_is_waited_for(state: State, quick: pytest.MonkeyPatch) -> None:
    alone, made = replace(state.shared(), settings=replace(state.settings, warm=True)), []

    def slow(asked: State) -> Iterator[int]:
        asked.stopping.wait(0.2)
        yield 0
        made.append("never")

    quick.setattr(standing, "all_pages", lambda: [a_page(slow)])
    stop = standing.begin_work(alone)
    stop()
    assert made == []
    assert not any(each.name == "mahdar-warm" and each.is_alive() for each in threading.enumerate())
