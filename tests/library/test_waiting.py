"""What waits for a person: in which order, filtered, and gone once it was decided on."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory

from mahdar.library import migrations
from mahdar.library.adding import add
from mahdar.library.opened import Library, open_library
from mahdar.library.reviewing import review
from mahdar.library.reviews import Review, place
from mahdar.library.schema import statements
from mahdar.library.waiting import Queue, Wanted, queue
from mahdar.pipeline import built_in_record
from tests.library.conftest import ARABIC, Put, made

REFUTED = "China said that the sanctions must be eased. The Security Council has 14 members.\n"
SUPPORTED = "Albania and Japan are elected members of the Security Council. It was said that nothing helps.\n"


@pytest.fixture
def filled(library: Library, put: Put) -> Library:
    from mahdar.library.items import Dated

    day = Dated("2023-07-03", "given", "x")
    put(made(SUPPORTED, "b", dated=day), made(ARABIC, "c", dated=day), made(REFUTED, "a", dated=day, outlet="Herald"))
    return library


def waiting(library: Library, wanted: Wanted | None = None, limit: int = 20, offset: int = 0) -> Queue:
    with library.reading() as connection:
        return queue(connection, wanted, limit=limit, offset=offset)


def test_the_most_pressing_comes_first_and_goes_when_it_is_decided_on(filled: Library) -> None:
    found = waiting(filled)
    order = ["refuted", "conflicting", "no-speaker", "not-enough-evidence", "supported", "said"]
    assert [each.reason for each in found.rows] == sorted((each.reason for each in found.rows), key=order.index)
    assert list(found.reasons) == sorted(found.reasons, key=order.index)
    assert (found.total, sum(found.reasons.values())) == (len(found.rows), len(found.rows))
    first = found.rows[0]
    assert (first.report, first.outlet, first.reason, first.kind) == ("a", "Herald", "refuted", "council.size")
    assert first.text == REFUTED[first.start : first.end] == first.value["text"]
    for each in found.rows:
        review(filled, Review(each.report, decision="confirm", by="R. Haddad", **place(each.where)))
    assert waiting(filled) == Queue(0, [], {})


def test_a_page_goes_on_where_the_one_before_ended(filled: Library) -> None:
    whole = waiting(filled).rows
    paged = [waiting(filled, limit=2, offset=at).rows for at in range(0, len(whole), 2)]
    assert [each for page in paged for each in page] == whole


def test_what_is_wanted(filled: Library) -> None:
    for wanted in (
        Wanted(report="a"),
        Wanted(subject="statement"),
        Wanted(kind="council.member"),
        Wanted(kind="demand"),
        Wanted(reason="supported"),
        Wanted(report="b", subject="claim", reason="supported"),
    ):
        alike = [
            each
            for each in waiting(filled).rows
            if wanted.report in (None, each.report)
            and wanted.subject in (None, each.subject)
            and wanted.kind in (None, each.kind)
            and wanted.reason in (None, each.reason)
        ]
        assert waiting(filled, wanted).rows == alike != [], wanted
    for wanted in (Wanted(report="none"), Wanted(reason="other"), Wanted(subject="statement", reason="refuted")):
        assert waiting(filled, wanted).total == 0


def test_claims_of_one_place_wait_one_by_one(filled: Library) -> None:
    seats = waiting(filled, Wanted(kind="council.member")).rows
    assert [each.value["args"]["state"] for each in seats] == ["ALB", "JPN"]
    review(filled, Review("b", decision="confirm", by="R. Haddad", **place(seats[0].where)))
    assert [each.where for each in waiting(filled, Wanted(kind="council.member")).rows] == [seats[1].where]


def test_a_corrected_claim_waits_for_its_new_verdict(filled: Library) -> None:
    at = waiting(filled, Wanted(reason="refuted")).rows[0].where.replace("verdict", "claim")
    asked = Review("a", decision="correct", by="R. Haddad", why="x", correction={"args": {"members": 15}}, **place(at))
    review(filled, asked, built_in_record())
    assert waiting(filled, Wanted(reason="refuted")).total == 0
    again = waiting(filled, Wanted(report="a", reason="supported")).rows
    assert [(each.where, each.value["args"]) for each in again] == [(at.replace("claim", "verdict"), {"members": 15})]


def test_what_an_earlier_mahdar_kept_waits_too(tmp_path: Path) -> None:
    place_of_it = tmp_path / "a.db"
    with open_library(place_of_it) as library:
        list(add(library, [made(REFUTED, "a"), made(SUPPORTED, "b")], built_in_record()))
        before = waiting(library)
        with library.reading() as connection:
            waits = list(connection.execute(sa.select(statements.c.key, statements.c.waits)))
    steps = ScriptDirectory(str(Path(migrations.__file__).parent))
    step: Any = steps.get_revision("0002").module
    hand = sqlite3.connect(place_of_it)
    hand.executescript("UPDATE claims SET waits = NULL; UPDATE statements SET waits = NULL;")
    for sql in step.WAITING:
        hand.execute(sql)
    hand.commit()
    hand.close()
    with open_library(place_of_it) as library:
        assert waiting(library) == before
        with library.reading() as connection:
            assert list(connection.execute(sa.select(statements.c.key, statements.c.waits))) == waits
