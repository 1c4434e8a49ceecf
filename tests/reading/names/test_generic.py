"""Groups of people without a name."""

from __future__ import annotations

import pytest

from mahdar.language.tokens import tokenize
from mahdar.reading.names.generic import generic_group
from mahdar.tables import read_rows


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        ("بعض المحللين", "body:analysts"),
        ("عدد من السكان المحليين", "body:residents"),
        ("والناشطون", "body:activists"),
        ("شهود عيان", "body:witnesses"),
    ],
)
def test_a_group_has_one_id_whatever_its_form(phrase: str, wanted: str) -> None:
    group = generic_group(tokenize(phrase).forms)
    assert group is not None
    assert group[0] == wanted
    assert group[1].principal == wanted


@pytest.mark.parametrize("phrase", ["", "بعض", "حزب المحللين", "نتائج التصويت"])
def test_other_phrases_are_no_group(phrase: str) -> None:
    assert generic_group(tokenize(phrase).forms) is None


def test_the_table_has_one_row_an_id() -> None:
    ids = [row["id"] for row in read_rows("mahdar.reading", "groups_generic.csv")]
    assert len(ids) == len(set(ids))
