"""Whom pronouns, roles and documents take up."""

from __future__ import annotations

import pytest

from mahdar.reading.passage import Passage
from mahdar.reading.reader import read_passage
from mahdar.reading.statements.english_gender import genders
from mahdar.reading.statements.english_words import words


def speakers(text: str) -> list[str]:
    """The principals of the speakers, statement by statement."""
    passage: Passage = read_passage(text, "en")
    return ["+".join(passage.principal(one) for one in found.speakers) for found in passage.statements]


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Spokeswoman Hua Chunying met him.", "she"),
        ("Mr. Antonio Guterres met him.", "he"),
        ("Angela Merkel met them.", "she"),
        ("Vladimir Putin met them.", "he"),
    ],
)
def test_the_gender_that_words_tell(text: str, gender: str) -> None:
    assert set(genders(read_passage(text, "en"), words()).values()) == {gender}


def test_nothing_is_guessed_of_other_names() -> None:
    assert genders(read_passage("Xi Jinping met them.", "en"), words()) == {}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Angela Merkel said the gas would flow. Vladimir Putin said it would not. She said winter was coming.",
            ["state:DEU", "state:RUS", "state:DEU"],
        ),
        (
            "Angela Merkel said the gas would flow. Vladimir Putin said it would not. He said winter was coming.",
            ["state:DEU", "state:RUS", "state:RUS"],
        ),
        ("Vladimir Putin flew to Minsk. According to him, the front was quiet.", ["state:RUS"]),
        ("Amnesty International wrote to Doha. The organisation said nobody answered.", ["body:amnesty-international"]),
        ("Malta said the ship was safe. It added that the crew was well.", ["state:MLT", "state:MLT"]),
        (
            "A draft tabled by Malta demands a truce. It condemns the shelling of ports.",
            ["state:MLT", "state:MLT"],
        ),
        ("Malta regrets the attack. We call on both sides to show restraint.", ["state:MLT", "state:MLT"]),
        ("The note, written by Malta and shown to AFP, warns that stocks are low.", ["state:MLT"]),
    ],
)
def test_who_is_meant(text: str, wanted: list[str]) -> None:
    assert speakers(text) == wanted


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("The Institute for Strategy and Reform said the vote was free.", "body:institute-for-strategy-and-reform"),
        ("Opponents of the bridge said it was ugly.", "body:opponents"),
        ("Angry shopkeepers said it was ugly.", "body:angry-shopkeepers"),
        ("Ada Lund of the Harbour Union said it was ugly.", "person:ada-lund"),
    ],
)
def test_ids_of_speakers_that_no_table_knows(text: str, entity: str) -> None:
    (statement,) = read_passage(text, "en").statements
    assert statement.speakers == (entity,)
