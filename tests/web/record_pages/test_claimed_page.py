"""Figures that reports claim of a state, on its page: a chart where three reports count the same thing."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import kept

COUNTED = ("120", "145", "more than 160")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_three_counts_of_one_thing_are_drawn_and_listed(client: TestClient, language: str) -> None:
    for day, count in enumerate(COUNTED, 1):
        kept(client, f"GENEVA, {day} March 2023 – At least {count} people were killed in Eswatini, officials said.\n")
    answer = client.get(f"/{language}/states/SWZ")
    assert answer.status_code == 200
    assert 'aria-labelledby="claimed-0-title"' in answer.text
    assert all(count.rpartition(" ")[2] in answer.text for count in COUNTED)
