"""Rules against readings: what each filter lets through."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

import mahdar
from mahdar.watch.rules import Came, Rule, hits
from mahdar.watch.settings import settings_of

REPORT = """NEW YORK - France vetoed a Security Council draft on North Korea on 26 May 2022.
The Russian Foreign Ministry said that the sanctions on North Korea must be lifted.
The Security Council adopted resolution 2397 by 14 votes to 1.
The ambassador of Japan accused the Houthis of attacks on ships.
"""
ARABIC = """نيويورك – قالت وزارة الخارجية الروسية إن العقوبات على كوريا الشمالية يجب أن ترفع.
واستخدمت فرنسا حق النقض (الفيتو) في 28 مارس 2024 ضد مشروع قرار بشأن كوريا الشمالية.
"""


@cache
def came(text: str = REPORT, published: str | None = None) -> Came:
    reading = mahdar.read(text, published=published)
    at = datetime(2024, 4, 1, 12, tzinfo=UTC)
    return Came(1, 1, "a", "A title on Sudan", "Example Wire", None, text, at, reading.to_dict())


def rule(text: str) -> Rule:
    whole = f'[atom]\npath = "x.atom"\n[[folder]]\npath = "in"\n[[rule]]\nname = "r"\n{text}\n'
    return settings_of(whole, Path("/tmp")).rules[0]


def found(text: str, report: Came | None = None) -> list[str]:
    """The beginnings of what a rule finds."""
    return [str((hit.part or {"text": ""})["text"])[:24] for hit in hits(rule(text), report or came())]


def test_the_reading_holds_what_the_rules_below_are_about() -> None:
    verdicts = {claim["kind"]: claim["verdict"] for claim in came().told["claims"]}
    assert verdicts == {
        "council.veto": "refuted",
        "council.resolution": "supported",
        "council.vote": "refuted",
    }
    assert {said["act"] for said in came().told["statements"]} == {"demand", "accuse"}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ('on = "claim"', {"council.veto", "council.vote"}),
        ('on = "claim"\nverdicts = ["supported"]', {"council.resolution"}),
        ('on = "claim"\nkinds = ["council.ve*"]', {"council.veto"}),
        ('on = "claim"\nkinds = ["treaty.party"]', set()),
        ('on = "claim"\nstates = ["France"]', {"council.veto"}),
        ('on = "claim"\nstates = ["PRK"]\nverdicts = ["refuted", "supported"]', {"council.veto"}),
        ('on = "claim"\nstates = ["SYR"]', set()),
        ('on = "claim"\nwords = ["vetoed"]', {"council.veto"}),
        ('on = "vote"', {"council.veto", "council.vote", "council.resolution"}),
        ('on = "vote"\nverdicts = ["refuted"]', {"council.veto", "council.vote"}),
        ('on = "vote"\nagenda = ["PRK"]', {"council.veto", "council.vote", "council.resolution"}),
        ('on = "vote"\nagenda = ["Non-proliferation"]', {"council.veto", "council.vote", "council.resolution"}),
        ('on = "vote"\nagenda = ["Middle East"]', set()),
        ('on = "vote"\nsymbols = ["S/RES/2397"]', {"council.vote", "council.resolution"}),
        ('on = "vote"\nsymbols = ["S/RES/1718"]', set()),
        ('on = "vote"\nstates = ["FRA"]', {"council.veto"}),
    ],
)
def test_claims_and_votes(text: str, kinds: set[str]) -> None:
    seen = {(hit.part or {})["kind"] for hit in hits(rule(text), came())}
    assert seen == kinds


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ('on = "statement"', 2),
        ('on = "statement"\nprincipals = ["Russia"]', 1),
        ('on = "statement"\nprincipals = ["روسيا"]\nwords = ["sanctions"]', 1),
        ('on = "statement"\nprincipals = ["Russia"]\nwords = ["ships"]', 0),
        ('on = "statement"\nprincipals = ["CHN"]', 0),
        ('on = "statement"\nacts = ["accuse"]', 1),
        ('on = "statement"\ntopics = ["PRK"]', 1),
        ('on = "statement"\ntopics = ["Yemen"]', 1),
        ('on = "statement"\ntopics = ["SYR"]', 0),
        ('on = "statement"\nspeakers = ["Nobody Known"]', 0),
        ('on = "report"', 1),
        ('on = "report"\nstates = ["PRK"]', 1),
        ('on = "report"\nstates = ["SYR"]', 0),
        ('on = "report"\nwords = ["Sudan"]', 1),
        ('on = "report"\ntopics = ["Sudan"]\nwords = ["ships"]', 1),
        ('on = "report"\ntopics = ["Libya"]', 0),
        ('on = "report"\noutlets = ["EXAMPLE wire"]', 1),
        ('on = "report"\noutlets = ["Other"]', 0),
    ],
)
def test_statements_and_reports(text: str, many: int) -> None:
    assert len(found(text)) == many


def test_arabic_is_watched_by_the_same_rules() -> None:
    report = came(ARABIC)
    assert len(found('on = "statement"\nprincipals = ["RUS"]\nwords = ["عقوبات"]', report)) == 1
    assert len(found('on = "claim"\nstates = ["فرنسا"]', report)) == 1
    assert len(found('on = "vote"\nagenda = ["كوريا الشمالية"]', report)) == 1


def test_a_speaker_is_known_by_the_name_of_the_entity() -> None:
    entities = came().told["entities"]
    names = [entities[each]["name"] for said in came().told["statements"] for each in said["speakers"]]
    assert len(found(f'on = "statement"\nspeakers = ["{names[0].upper()}"]')) >= 1


@pytest.mark.parametrize(("published", "many"), [("2024-03-31", 1), ("2024-03", 1), ("2024-03-20", 0), ("2024", 1)])
def test_reports_that_come_late_may_be_left_out(published: str, many: int) -> None:
    assert len(found('on = "report"\nwithin = "3d"', came(REPORT, published))) == many
    assert len(found('on = "report"', came(REPORT, published))) == 1
