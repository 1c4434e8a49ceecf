"""Adding: one report for one content, a capture each time, ids kept, refusals passed on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
import sqlalchemy as sa

from mahdar import pipeline
from mahdar.library import adding
from mahdar.library.adding import Added, add
from mahdar.library.asking import count, find, listed, shown
from mahdar.library.items import Dated, Item, Met, Refused
from mahdar.library.opened import Library
from mahdar.library.reader import Asked, Read, read
from mahdar.library.schema import captures, readings, statements
from mahdar.library.verifying import verify
from mahdar.pipeline import built_in_record
from mahdar.record.access import Record
from tests.library.conftest import ARABIC, ENGLISH, TAKEN, Put, made


def test_a_report_is_kept_with_its_reading(library: Library, put: Put) -> None:
    dated = Dated("2024-03-29", "metadata", "the page says so")
    item = made(
        ARABIC, "r1", title="جلسة علنية", outlet="الوكالة", url="https://a.example/1", dated=dated, notes=("n",)
    )
    assert put(item) == [Added("r1", "r1", True, ("n",))]
    with library.reading() as connection:
        told = shown(connection, find(connection, "r1") or 0)
    assert (told["text"], told["title"], told["outlet"], told["notes"]) == (ARABIC, "جلسة علنية", "الوكالة", ["n"])
    assert (told["published"], told["published_basis"], told["published_reason"]) == (
        "2024-03-29",
        "metadata",
        "the page says so",
    )
    assert told["language"] == "ar"
    assert told["reading"]["report"] == {
        **told["reading"]["report"],
        "id": "r1",
        "sha256": item.sha256,
        "published_basis": "metadata",
        "notes": ["n"],
    }
    capture = told["captures"][0]
    assert (capture["address"], capture["how"], capture["taken_at"]) == ("r1", "file", TAKEN)
    assert capture["program"].startswith("mahdar 0.")


def test_the_reading_is_what_mahdar_reads(library: Library, put: Put) -> None:
    put(made(ENGLISH, "r"))
    expected = pipeline.read(ENGLISH, id="r", raw=ENGLISH.encode(), record=built_in_record()).to_dict()
    with library.reading() as connection:
        assert shown(connection, find(connection, "r") or 0)["reading"] == json.loads(json.dumps(expected))
        assert connection.scalar(sa.select(sa.func.count()).select_from(statements)) == len(expected["statements"]) > 0


def test_the_same_bytes_twice_are_one_report_with_two_captures(library: Library, put: Put) -> None:
    told = put(made(ARABIC, "a"), made(ARABIC, "b"))
    told += put(made(ARABIC, "c"))
    assert [(each.id, each.new) for each in told if isinstance(each, Added)] == [
        ("a", True),
        ("a", False),
        ("a", False),
    ]
    with library.reading() as connection:
        assert count(connection) == 1
        assert connection.scalar(sa.select(sa.func.count()).select_from(captures)) == 3
        assert connection.scalar(sa.select(sa.func.count()).select_from(readings)) == 1
    assert verify(library).intact


def test_another_content_under_the_same_id_gets_an_id_of_its_own(library: Library, put: Put) -> None:
    put(made(ARABIC, "1"))
    other = made(ENGLISH, "1")
    assert put(other) == [Added(f"1@{other.sha256[:12]}", "1", True)]
    with library.reading() as connection:
        assert [row["id"] for row in listed(connection)] == ["1", f"1@{other.sha256[:12]}"]
        assert find(connection, "1") == 1
        assert find(connection, other.sha256[:8]) == 2
        assert find(connection, "f" * 8) is find(connection, "nothing") is None


def test_refusals_pass_and_cost_the_others_nothing(library: Library, put: Put) -> None:
    told = put(Refused("x", "broken"), made(ARABIC, "a"), made("with\0nul and words\n", "n"))
    assert told[0] == Refused("x", "broken")
    assert isinstance(told[1], Refused)
    assert "NUL" in told[1].problem
    assert told[2] == Added("a", "a", True)


def test_a_fault_of_the_reader_costs_one_report(library: Library, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(asked: Asked, record: Record) -> Read:
        if asked.id == "bad":
            raise RuntimeError("oh")
        return read(asked, record)

    monkeypatch.setattr(adding, "read", faulty)
    told = put(made(ARABIC, "good"), made(ENGLISH, "bad"))
    assert [type(each).__name__ for each in told] == ["Refused", "Added"]
    assert verify(library).counts["reports"] == 1


@pytest.mark.parametrize("error", [KeyboardInterrupt, None])
def test_an_interruption_keeps_what_was_read(library: Library, error: type[BaseException] | None) -> None:
    def source() -> Iterator[Item]:
        yield made(ARABIC, "a")
        yield made(ENGLISH, "b")
        if error:
            raise error

    found = add(library, source(), built_in_record())
    if error:
        with pytest.raises(error):
            list(found)
    else:
        assert next(found)
        found.close()
    with library.reading() as connection:
        assert count(connection) == 2
    assert verify(library).intact


def test_batches_are_bounded(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "_BATCH", 2)
    seen: list[int] = []

    def source() -> Iterator[Item]:
        for number in range(5):
            with library.reading() as connection:
                seen.append(count(connection))
            yield made(f"{ENGLISH}Number {number}.\n", str(number))

    assert len(list(add(library, source(), built_in_record()))) == 5
    assert seen == [0, 0, 2, 2, 4]


def test_headers_and_redirects_are_kept(library: Library, put: Put) -> None:
    met = Met("https://a.example/x?y=1", "address", TAKEN, "text/plain", (("Server", "s"),), "https://a.example/z")
    put(replace(made(ENGLISH, "u"), met=met))
    with library.reading() as connection:
        capture = shown(connection, 1)["captures"][0]
    assert (capture["headers"], capture["final"], capture["media"]) == (
        [["Server", "s"]],
        "https://a.example/z",
        "text/plain",
    )
