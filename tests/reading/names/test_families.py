"""Relatives are somebody else: another first name before the surname of a person of the report or of the tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mahdar.reading.passage import Passage

Read = Callable[[str], Passage]


def people(passage: Passage) -> set[str]:
    return {named.entity for named in passage.named if named.kind == "person"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The lawyer Reza Moradi was freed. Leila Moradi met him.", {"person:reza-moradi"}),
        ("The lawyer Reza Moradi was freed. Moradi went home.", {"person:reza-moradi"}),
        ("The lawyer Reza Moradi was freed. But Moradi stayed.", {"person:reza-moradi"}),
        ("President Trump spoke. Then Melania Trump spoke.", {"person:donald-trump"}),
    ],
)
def test_people_of_a_family(read: Read, text: str, wanted: set[str]) -> None:
    assert wanted <= people(read(text))


@pytest.mark.parametrize("name", ["Leila", "Omar", "Grace"])
def test_a_relative_is_not_the_person_of_the_report(read: Read, name: str) -> None:
    passage = read(f"The lawyer Reza Moradi was freed. {name} Moradi met him in May.")
    assert all(named.j <= 7 for named in passage.named if named.entity == "person:reza-moradi")


@pytest.mark.parametrize("name", ["Reza", "Mr", "Outgoing", "But", "Then"])
def test_what_is_no_other_first_name_leaves_the_surname_alone(read: Read, name: str) -> None:
    passage = read(f"The lawyer Reza Moradi was freed. {name} Moradi met him in May.")
    assert any(named.j > 7 for named in passage.named if named.entity == "person:reza-moradi")
