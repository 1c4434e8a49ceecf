"""People by a part of their names."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from mahdar.dossier.person import by_surname, people_like
from mahdar.language.folding import fold_word
from mahdar.library.narrowing import ids_of
from mahdar.library.opened import Library
from mahdar.library.schema import entities
from mahdar.library.surnames import people_with
from mahdar.pipeline import built_in_record

PEOPLE = {
    "person:jane-doe": ("Jane Doe", "جين دو"),
    "person:john-doe": ("John Doe", None),
    "person:amina-tariqi": ("Amina Tariqi", "أمينة طارقي"),
    "person:tariqi-omar": ("Tariqi Omar", "طارقي عمر"),
    "person:lena-weber": ("Lena Weber", "لينا فيبر"),
    "body:weber": ("Weber", None),
}


@pytest.fixture
def known(library: Library) -> Library:
    rows = [
        {"entity": id_, "name": en, "name_ar": ar, "folded": en.lower(), "folded_ar": fold_word(ar) if ar else None}
        for id_, (en, ar) in PEOPLE.items()
    ]
    with library.writing() as connection:
        connection.execute(sa.insert(entities), rows)
    return library


@pytest.mark.parametrize(
    ("name", "like", "meant"),
    [
        ("Weber", {"person:lena-weber"}, {"person:lena-weber"}),
        ("فيبر", {"person:lena-weber"}, {"person:lena-weber"}),
        ("Doe", {"person:jane-doe", "person:john-doe"}, set()),
        ("دو", {"person:jane-doe"}, {"person:jane-doe"}),
        ("Tariqi", {"person:amina-tariqi", "person:tariqi-omar"}, set()),
        ("Lena", {"person:lena-weber"}, set()),
        ("Web", set(), set()),
        ("100%", set(), set()),
        ("", set(), set()),
    ],
)
def test_a_surname_means_the_one_person_who_has_it(known: Library, name: str, like: set[str], meant: set[str]) -> None:
    found = people_like(name, built_in_record(), known)
    assert set(found) == like
    assert set(by_surname(name, found)) == meant


def test_a_question_takes_a_surname_of_one_person(known: Library) -> None:
    with known.reading() as connection:
        assert "person:lena-weber" in ids_of(connection, "فيبر")
        assert "person:lena-weber" not in ids_of(connection, "weber"), "a body is called so"
        assert "person:amina-tariqi" in ids_of(connection, "Amina Tariqi")
        assert not {"person:jane-doe", "person:john-doe"} & {*ids_of(connection, "Doe")}
        assert [each.id for each in people_with(connection, "doe")] == ["person:jane-doe", "person:john-doe"]
