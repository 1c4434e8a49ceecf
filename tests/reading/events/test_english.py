"""Which English sentences report an event, and which only speak of one."""

from __future__ import annotations

import pytest

from mahdar.reading.events import events
from tests.reading.events.passages import passage


def types(text: str) -> list[str]:
    return [event.type for event in events(passage(text, "en"))]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Gunmen killed four guards at the port.", "ASSAULT"),
        ("Two guards were killed by gunmen at the port.", "ASSAULT"),
        ("The army carried out an attack on the camp.", "ASSAULT"),
        ("Thousands of teachers marched in the capital against the law.", "PROTEST"),
        ("Dockers staged a protest over pay.", "PROTEST"),
        ("The two sides signed an agreement on fishing.", "SUPPORT"),
        ("The ministers held talks in Geneva.", "CONSULT"),
        ("Norway donated tents to the camp.", "AID"),
        ("The navies began joint exercises in the gulf.", "COOPERATE"),
        ("The junta lifted the curfew.", "CONCEDE"),
        ("The rebels declared a ceasefire.", "RETREAT"),
        ("The envoy demanded access to the prison.", "REQUEST"),
        ("The envoy accused the army of looting.", "ACCUSE"),
        ("Two members vetoed the draft.", "REJECT"),
        ("The general threatened to shell the town.", "THREATEN"),
        ("The union imposed sanctions on three banks.", "SANCTION"),
        ("The army massed troops along the border.", "MOBILIZE"),
        ("Police detained six reporters.", "COERCE"),
        ("The minister agreed to receive the inspectors.", "AGREE"),
    ],
)
def test_asserted_happenings_are_events(text: str, type_: str) -> None:
    assert types(text) == [type_]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels did not attack the town.",
        "Did the rebels attack the town?",
        "If the rebels attacked the town, nobody saw it.",
        "The rebels may attack the town.",
        "The rebels want to attack the town.",
        "The minister spoke about attacks on schools.",
        "The spokesman denied that soldiers killed civilians.",
        "Nobody was killed.",
        "Areas attacked by the army lie in ruins.",
        "Police spoke to guards who had attacked the reporters.",
        "The striker attacked from the left and scored two goals.",
        "The quake killed hundreds in the valley.",
        "Higher prices hit and attacked profits, investors found.",
    ],
)
def test_denied_possible_and_other_senses_are_no_assault(text: str) -> None:
    assert "ASSAULT" not in types(text)


def test_what_a_demand_or_threat_is_about_has_not_happened() -> None:
    assert types("The general threatened to arrest reporters who attacked the army.") == ["THREATEN"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The ministry said it will donate tents.", "AGREE"),
        ("The ministry said it would not donate tents.", "REJECT"),
        ("The general announced he would expel the envoys.", "THREATEN"),
        ("The envoy said the junta must step aside.", "REQUEST"),
    ],
)
def test_a_declared_intention_is_an_act_of_its_own(text: str, type_: str) -> None:
    assert types(text) == [type_]


def test_an_intention_that_nobody_declares_is_no_event() -> None:
    assert types("The ministry will donate tents.") == []
