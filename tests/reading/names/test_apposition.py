"""Titles behind a name, clauses that say whom somebody leads, and posts with a possessive."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mahdar.reading.passage import Passage

Read = Callable[[str], Passage]
Names = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "end", "principal"),
    [
        ("Karl Berger, who heads the Austrian foreign ministry, said", " ministry", "state:AUT"),
        ("Ann Lee, who chairs the U.N. inquiry, said", " inquiry", "body:un"),
        ("قال “كارل برغر” وهو متحدث باسم وزارة الدفاع النمساوية", " النمساوية", "state:AUT"),
        ("قال كارل برغر، الذي يرأس وفد النمسا، إن", " النمسا", "state:AUT"),
        ("قال كارل برغر الذي يشغل منصب وزير الدفاع النمساوي", " النمساوي", "state:AUT"),
    ],
)
def test_a_clause_behind_a_name_tells_whom_it_speaks_for(name: Names, text: str, end: str, principal: str) -> None:
    [(words, found)] = name(text)
    assert found == principal
    assert words.endswith(end)


@pytest.mark.parametrize(
    ("text", "principal"),
    [
        ("أدانت حماس الغارة على غزة. وقال المتحدث باسمها سالم بن عودة إن", "body:hamas"),
        ("انسحبت بولندا من الاتفاق مع المجر. وقال وزير خارجيتها ماريوش كوفال إن", "state:POL"),
        ("Norway left the talks with Chad. Its foreign minister, Lars Dahl, said", "state:NOR"),
        ("Macron met Merkel. His spokesman, Luc Petit, said", "state:FRA"),
    ],
)
def test_a_post_with_a_possessive_speaks_for_whoever_its_sentence_or_the_one_before_begins_with(
    read: Read, text: str, principal: str
) -> None:
    passage = read(text)
    person = [n for n in passage.named if n.kind == "person"][-1]
    assert passage.principal(person.entity) == principal


def test_a_post_without_its_state_takes_that_of_the_state_in_focus(read: Read) -> None:
    passage = read("Kenya closed its border. Kenya said so again. Peter Otieno, the foreign minister, agreed.")
    assert passage.principal("person:peter-otieno") == "state:KEN"


@pytest.mark.parametrize(
    "text", ["Guterres, a former Portuguese prime minister, said", "قال غوتيريش، رئيس وزراء البرتغال السابق، إن"]
)
def test_a_past_post_does_not_change_whom_somebody_speaks_for(read: Read, text: str) -> None:
    assert read(text).principal("person:antonio-guterres") == "body:un-secretary-general"


def test_a_known_person_in_another_post_speaks_for_that_post(read: Read) -> None:
    assert read("قالت رئيسة تشيلي ميشيل باشليه إن").principal("person:michelle-bachelet") == "state:CHL"
    assert read("قالت ميشيل باشليه إن").principal("person:michelle-bachelet") == "body:ohchr"


def test_two_ministers_named_behind_two_adjectives_keep_their_own_states(read: Read) -> None:
    passage = read("Russian and U.S. foreign ministers Sergei Lavrov and John Kerry met")
    assert passage.principal("person:sergei-lavrov") == "state:RUS"
    assert passage.principal("person:john-kerry") == "state:USA"


def test_a_possessive_before_a_speaker_is_his_state_but_no_place_becomes_a_person(read: Read) -> None:
    assert read("Kenya's Otieno Marwa said no").principal("person:otieno-marwa") == "state:KEN"
    assert all(not n.entity.startswith("person:") for n in read("Syria's Eastern Ghouta was shelled").named)


def test_a_portfolio_may_stand_between_post_and_name(read: Read) -> None:
    passage = read("قالت مديرة منظمة أوكسفام في شؤون القرن الأفريقي كارين هولم إن")
    assert [passage.principal(n.entity) for n in passage.named if n.kind == "person"] == ["body:oxfam"]
