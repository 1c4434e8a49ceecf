"""Stories that the library keeps: the same as from scratch, with ids that stay, and people's word above all."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from mahdar.accounts import Stories
from mahdar.library import kept_stories, settling, story_pieces
from mahdar.library.adding import add
from mahdar.library.asking import shown
from mahdar.library.items import Dated, Item
from mahdar.library.kept_stories import Settled, described, settle, stories, story, story_of
from mahdar.library.opened import Library, open_library
from mahdar.library.rereading import reread
from mahdar.library.restored import restored
from mahdar.library.reviewed import notes_of, reviews_of
from mahdar.library.reviewing import note, review
from mahdar.library.reviews import Kept, Review
from mahdar.library.schema import reports, story_features, story_links
from mahdar.library.schema import story_of as rows_of
from mahdar.library.transfer import exported, imported
from mahdar.library.verifying import verify
from mahdar.pipeline import built_in_record
from tests.accounts.samples import SAMPLES, telling, wanted
from tests.library.conftest import made

NAMES = list(SAMPLES)
Grouping = set[frozenset[str]]


def items(names: Iterable[str]) -> list[Item]:
    """The written reports as they come into a library."""
    return [
        made(SAMPLES[name]["text"], name, title=SAMPLES[name]["title"], outlet=f"outlet-{name}",
             dated=Dated(str(SAMPLES[name]["published"]), "given", "x"))
        for name in names
    ]  # fmt: skip


def put(library: Library, names: Iterable[str]) -> None:
    list(add(library, items(names), built_in_record()))


def grouping(library: Library) -> Grouping:
    with library.reading() as connection:
        return {frozenset(each.reports) for each in stories(connection)}


def ids(library: Library) -> dict[str, str]:
    """The id of the story of each report."""
    with library.reading() as connection:
        return {report: each.id for each in stories(connection) for report in each.reports}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A library of all written reports, settled once."""
    path = Path(tmp_path_factory.mktemp("stories")) / "a.db"
    with open_library(path) as library:
        put(library, NAMES)
        settle(library)
    return path.read_bytes()


@pytest.fixture
def settled(filled: bytes, tmp_path: Path) -> Iterator[Library]:
    path = tmp_path / "a.db"
    path.write_bytes(filled)
    with open_library(path) as library:
        yield library


@pytest.fixture
def decide(settled: Library) -> Callable[..., Kept]:
    def decided(decision: str, report: str, other: str | None = None) -> Kept:
        asked = Review(report, "story", "confirm", "R. Haddad", "two desks looked", other=other)
        return review(settled, replace(asked, decision=decision))  # type: ignore[arg-type]

    return decided


def test_from_scratch_they_are_those_of_the_accounts_room(library: Library) -> None:
    put(library, NAMES)
    assert settle(library) == Settled(len(NAMES), True)
    assert grouping(library) == wanted()
    collection = Stories(map(telling, NAMES))
    with library.reading() as connection:
        kept = list(described(connection, [each.id for each in stories(connection)]))
    assert [each.members for each in kept] == [each.members for each in collection.stories()]


def test_a_call_puts_in_what_came_since_and_nothing_else(settled: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "whole", lambda *_: pytest.fail("all was grouped anew"))
    assert settle(settled) == Settled(0, False)
    put(settled, [])
    with settled.writing() as connection:
        for table in (rows_of, story_features):
            connection.execute(sa.delete(table).where(table.c.report == 1))
    assert settle(settled) == Settled(1, False)
    assert grouping(settled) == wanted()


@pytest.mark.parametrize("seed", [1, 2])
def test_piece_by_piece_in_any_order_ends_as_from_scratch(tmp_path: Path, seed: int) -> None:
    mixed = random.Random(seed).sample(NAMES, len(NAMES))
    cuts = [0, *sorted(random.Random(seed).sample(range(1, len(NAMES)), 3)), len(NAMES)]
    with open_library(tmp_path / "a.db") as library:
        for first, last in pairwise(cuts):
            put(library, mixed[first:last])
            settle(library)
        assert settle(library, anew=True).anew
        assert grouping(library) == wanted()


def test_ids_stay_while_reports_come(library: Library) -> None:
    later = ["toll-may-1"]  # the first of its story
    put(library, [name for name in NAMES if name not in later])
    settle(library)
    before = ids(library)
    put(library, later)
    assert settle(library) == Settled(1, False)
    after = ids(library)
    assert {name: after[name] for name in before} == before
    settle(library, anew=True)
    assert ids(library) == after
    with library.reading() as connection:
        found = story(connection, after["toll-may-1"])
        assert story_of(connection, "toll-may-1") == after["toll-may-1"]
        assert (story_of(connection, "none"), story(connection, "none")) == (None, None)
        assert story(connection, "toll-may-3") == found  # that of the report, where no story has this id
    assert found is not None
    assert (found.id, found.reports[0]) == ("toll-may-2", "toll-may-1")
    assert grouping_of(after) == wanted()


def grouping_of(told: dict[str, str]) -> Grouping:
    return {frozenset(name for name, each in told.items() if each == id_) for id_ in told.values()}


def test_copies_are_told_from_independent_reports(settled: Library) -> None:
    with settled.reading() as connection:
        found = story(connection, ids(settled)["toll-may-1"])
    assert found is not None
    assert found.independent == ("toll-may-1", "toll-may-3")
    assert {tie.kind for member in found.members for tie in member.ties} >= {"name", "figure", "word"}


def test_what_people_said_holds_through_everything(settled: Library, decide: Callable[..., Kept]) -> None:
    decide("reject", "vote-held-2", "vote-held-1")
    decide("reject", "vote-held-2", "vote-held-3")
    decide("confirm", "toll-may-1", "vote-ahead-1")
    for anew in (False, True):
        settle(settled, anew=anew)
        found = ids(settled)
        assert found["vote-held-2"] not in (found["vote-held-1"], found["vote-held-3"])
        assert found["toll-may-1"] == found["vote-ahead-1"]
    assert verify(settled).intact
    with settled.reading() as connection:
        told = story(connection, found["toll-may-1"])
    assert told is not None
    assert {member.id for member in told.members if member.by_person} == {"toll-may-1", "vote-ahead-1"}


def test_a_report_moves_into_another_story_and_back(settled: Library, decide: Callable[..., Kept]) -> None:
    before = ids(settled)
    kept = decide("correct", "vote-held-3", "vote-ahead-2")
    assert set((kept.was or {})["reports"]) == {"vote-held-1", "vote-held-2", "vote-held-3"}
    assert ids(settled) == before | {"vote-held-3": before["vote-ahead-2"]}
    decide("withdraw", "vote-held-3", "vote-ahead-2")
    assert ids(settled) == before
    with settled.reading() as connection:
        assert [each.state for each in reviews_of(connection, "vote-held-3")] == ["withdrawn", "stands"]


def test_a_report_may_tell_another_story_than_all_others(settled: Library, decide: Callable[..., Kept]) -> None:
    before = ids(settled)
    decide("reject", "toll-may-2")
    assert frozenset(["toll-may-2"]) in grouping(settled)
    decide("confirm", "toll-may-2", "toll-may-1")
    assert ids(settled)["toll-may-2"] == before["toll-may-1"]
    with settled.reading() as connection:
        assert [each.state for each in reviews_of(connection)] == ["stands", "stands"]
    decide("withdraw", "toll-may-2")
    assert ids(settled) == before


def test_a_confirmation_holds_a_report_with_the_others(settled: Library, decide: Callable[..., Kept]) -> None:
    assert decide("confirm", "toll-may-2").review.other in ("toll-may-1", "toll-may-3")


def test_reading_again_keeps_ids_and_stories(settled: Library) -> None:
    before = ids(settled)
    list(reread(settled, built_in_record(), ids=["toll-may-1", "vote-ahead-1", "vote-held-2"]))
    assert settle(settled) == Settled(3, False)
    assert ids(settled) == before
    list(reread(settled, built_in_record(), every=True))
    assert settle(settled) == Settled(len(NAMES), True)
    assert ids(settled) == before


def test_another_grouping_groups_anew(settled: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    before = ids(settled)
    monkeypatch.setattr(kept_stories, "grouper_version", lambda: "other")
    assert settle(settled).anew
    assert not settle(settled).anew
    assert ids(settled) == before


def test_in_pieces_the_written_stories_are_the_same(settled: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story_pieces, "MOST", 12)
    assert settle(settled, anew=True).anew
    assert grouping(settled) == wanted()


def test_reports_without_a_day_are_put_in_too(tmp_path: Path) -> None:
    bare = [replace(each, dated=None) for each in items(NAMES)]
    with open_library(tmp_path / "a.db") as library:
        list(add(library, bare[:20], built_in_record()))
        settle(library)
        list(add(library, bare[20:], built_in_record()))
        settle(library)
        settle(library, anew=True)
        with library.reading() as connection:
            rows = [shown(connection, key) for key in connection.scalars(sa.select(reports.c.key))]
        of_accounts = Stories(
            replace(telling(row["id"]), reading=restored(row["reading"]), published=row["published"]) for row in rows
        )
        assert grouping(library) == {frozenset(each.reports) for each in of_accounts.stories()}


def test_out_and_in_again_stories_reviews_and_notes_are_the_same(
    settled: Library, decide: Callable[..., Kept], tmp_path: Path
) -> None:
    import json

    decide("reject", "vote-held-2", "vote-held-1")
    decide("confirm", "toll-may-1", "vote-ahead-1")
    note(settled, "toll-may-3", "one desk for both", by="L. Novak", about="story")
    lines = [json.dumps(each, ensure_ascii=False).encode() for each in exported(settled)]
    with open_library(tmp_path / "other.db") as other:
        imported(other, lines)
        assert [json.dumps(each, ensure_ascii=False).encode() for each in exported(other)] == lines
        assert (ids(other), verify(other).intact) == (ids(settled), True)
        assert settle(other).anew
        assert ids(other) == ids(settled)
        for library in (settled, other):
            with library.reading() as connection:
                assert [each.text for each in notes_of(connection, ["toll-may-1"])] == ["one desk for both"]


def test_links_stand_on_both_sides(settled: Library) -> None:
    from mahdar.library.story_packing import unpacked_links

    with settled.reading() as connection:
        rows = {row.report: unpacked_links(row.data) for row in connection.execute(sa.select(story_links))}
    both = {(one, other, score, copy) for one, links in rows.items() for other, score, copy in links}
    assert {(other, one, score, copy) for one, other, score, copy in both} == both


def test_a_page_of_stories(settled: Library) -> None:
    with settled.reading() as connection:
        all_of_them = list(stories(connection))
        assert list(stories(connection, limit=2, offset=1)) == all_of_them[1:3]
        assert all(len(each.reports) >= 3 for each in stories(connection, least=3))


def test_steps_are_told(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    with open_library(tmp_path / "a.db") as library:
        put(library, NAMES[:6])
        settle(library, step=lambda done, total: seen.append((done, total)))
    assert seen == [(6, 6), *((n, 6) for n in range(1, 7))]


def test_reports_that_come_while_all_is_grouped_wait_and_are_put_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = settling.whole
    with open_library(tmp_path / "a.db") as library, open_library(tmp_path / "a.db") as other:
        put(library, NAMES[:-1])
        settle(library)

        def interrupted(*asked: Any) -> settling.Whole:
            made = whole(*asked)
            put(other, NAMES[-1:])
            assert settle(other) == Settled(1, False)
            return made

        monkeypatch.setattr(settling, "whole", interrupted)
        assert settle(library, anew=True).anew
        assert frozenset(NAMES[-1:]) not in grouping(library)
        assert settle(library) == Settled(1, False)
        assert grouping(library) == wanted()


def test_of_two_that_group_all_at_once_one_counts(settled: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = settling.whole

    def twice(*asked: Any) -> settling.Whole:
        monkeypatch.setattr(settling, "whole", whole)
        with open_library(settled.where) as other:
            settle(other, anew=True)
        return settling.Whole({}, whole(*asked).rarity, whole(*asked).links, [])

    monkeypatch.setattr(settling, "whole", twice)
    settle(settled, anew=True)
    assert grouping(settled) == wanted()


def test_an_interruption_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> settling.Whole:
        raise KeyboardInterrupt

    with open_library(tmp_path / "a.db") as library:
        put(library, NAMES)
        with monkeypatch.context() as patched:
            patched.setattr(settling, "whole", stopped)
            with pytest.raises(KeyboardInterrupt):
                settle(library)
        assert settle(library) == Settled(len(NAMES), True)
        assert grouping(library) == wanted()
