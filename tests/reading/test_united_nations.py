"""Who belongs to the United Nations."""

from __future__ import annotations

import pytest

from mahdar.reading.united_nations import is_of_un, is_organ
from mahdar.tables import read_rows, read_toml


@pytest.mark.parametrize(
    ("body", "organ", "ours"),
    [
        ("un", True, True),
        ("un-security-council", True, True),
        ("unicef", False, True),
        ("ohchr", False, True),
        ("un-watch", False, False),
        ("unita", False, False),
        ("united-russia", False, False),
        ("unasur", False, False),
    ],
)
def test_an_organ_an_agency_and_who_only_sounds_so(body: str, organ: bool, ours: bool) -> None:
    assert (is_organ(f"body:{body}"), is_of_un(f"body:{body}")) == (organ, ours)


def test_the_table_names_known_bodies() -> None:
    known = {row["id"] for row in read_rows("mahdar.reading", "bodies.csv")}
    table: dict[str, list[str]] = read_toml("mahdar.reading", "united_nations.toml")
    assert {one for ids in table.values() for one in ids} <= known
