"""Notices: each thing once under each rule, whatever is read again, copied, or stopped in between."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from mahdar.library.rereading import reread
from mahdar.library.schema import readings
from mahdar.pipeline import built_in_record
from mahdar.watch import book, judging, state
from mahdar.watch.judging import judge
from mahdar.watch.schema import rules as kept_rules
from mahdar.watch.settings import Settings
from tests.library.conftest import Put, made
from tests.watch.conftest import PLAIN, REFUTED, REFUTED_AR, SAID, Desk

RULES = """
[[folder]]
path = "in"
[[receiver]]
name = "desk"
url = "json://localhost"
[[receiver]]
name = "archive"
url = "json://localhost"
[[rule]]
name = "refuted"
on = "claim"
tell = ["desk"]
[[rule]]
name = "russia"
on = "statement"
principals = ["Russia"]
"""


@pytest.fixture
def settings(desk: Desk) -> Settings:
    found = desk.settings(RULES)
    register(desk, found)
    return found


def register(desk: Desk, settings: Settings) -> None:
    with desk.library.writing() as connection:
        book.register(connection, settings, desk.clock.now())


def judged(desk: Desk, settings: Settings) -> list[str]:
    return [noticed.rule for noticed in judge(desk.library, settings, desk.clock.now())]


def kept(desk: Desk) -> list[state.Notice]:
    with desk.library.reading() as connection:
        return state.notices(connection)


def test_what_rules_find_is_kept_with_a_message_for_each_receiver(desk: Desk, put: Put, settings: Settings) -> None:
    put(made(REFUTED, "a", outlet="Wire", url="https://wire.example/1"), made(SAID, "b"), made(PLAIN, "c"))
    assert sorted(judged(desk, settings)) == ["refuted", "russia"]
    by_rule = {each.rule: each for each in kept(desk)}
    refuted, russia = by_rule["refuted"], by_rule["russia"]
    assert (refuted.report, refuted.outlet, refuted.url, refuted.verdict) == (
        "a",
        "Wire",
        "https://wire.example/1",
        "refuted",
    )
    assert refuted.sentence == REFUTED[refuted.start : refuted.end]
    assert refuted.title_en.startswith("Contradicted by the record: “France vetoed")
    assert refuted.title_ar.startswith("يخالفه السجل")
    assert {each["symbol"] for each in refuted.citations} != {None}
    assert (refuted.sent, russia.sent) == ({"desk": "waiting"}, {"desk": "waiting", "archive": "waiting"})
    assert "Russian" in russia.title_en
    assert "outlet not known" in russia.title_en


def test_nothing_is_told_twice(desk: Desk, put: Put, settings: Settings) -> None:
    put(made(REFUTED, "a"))
    assert judged(desk, settings) == ["refuted"]
    assert judged(desk, settings) == []
    put(made(f"{REFUTED}It was copied by another outlet.\n", "copy"))
    list(reread(desk.library, built_in_record(), every=True))
    assert judged(desk, settings) == []
    put(made(REFUTED.replace("26 May 2022", "24 February 2022"), "other"))
    assert len(judged(desk, settings)) == len(kept(desk)) - 1


def test_a_rule_begins_with_what_comes_after_it(desk: Desk, put: Put) -> None:
    put(made(REFUTED, "old"))
    settings = desk.settings(RULES)
    register(desk, settings)
    assert judged(desk, settings) == []
    past = desk.settings(f'{RULES}[[rule]]\nname = "also the past"\non = "claim"\npast = true\n')
    register(desk, past)
    assert judged(desk, past) == ["also the past"]
    register(desk, past)
    assert judged(desk, past) == []


def test_what_came_while_nobody_watched_is_told(desk: Desk, put: Put, settings: Settings) -> None:
    put(*(made(f"{PLAIN}{number}", f"r{number}") for number in range(120)), made(REFUTED, "last"))
    register(desk, settings)
    assert judged(desk, settings) == ["refuted"]
    with desk.library.reading() as connection:
        last = connection.scalar(sa.select(sa.func.max(readings.c.key)))
        assert set(connection.scalars(sa.select(kept_rules.c.reading))) == {last}


def test_a_crash_in_the_middle_of_judging_leaves_nothing_of_it(
    desk: Desk, put: Put, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(made(REFUTED, "a"), made(SAID, "b"))
    with monkeypatch.context() as broken:
        calls: list[Any] = []

        def failing(hit: Any) -> dict[str, Any]:
            calls.append(hit)
            if len(calls) == 2:
                raise RuntimeError("stopped here")
            return {"title_en": "x"}

        broken.setattr(judging, "told", failing)
        with pytest.raises(RuntimeError):
            judged(desk, settings)
    assert kept(desk) == []
    assert sorted(judged(desk, settings)) == ["refuted", "russia"]


def test_arabic_notices_are_worded_in_both_languages(desk: Desk, put: Put, settings: Settings) -> None:
    put(made(REFUTED_AR, "ar", outlet="وكالة"))
    assert judged(desk, settings) == ["russia"]
    (notice,) = kept(desk)
    assert notice.title_ar == "مندوب الاتحاد الروسي: «العقوبات على كوريا الشمالية يجب أن ترفع» (وكالة)"
    assert notice.text_ar == "مندوب الاتحاد الروسي (الاتحاد الروسي)، بحسب التقرير."
    assert notice.text_en.endswith("(Russian Federation), as reported.")
