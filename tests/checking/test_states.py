"""States by code or name, and the names they have in lists."""

from __future__ import annotations

import pytest

from mahdar.checking.states import find, named, nearest


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("PRK", "PRK"),
        ("prk", "PRK"),
        ("North Korea", "PRK"),
        ("DPRK", "PRK"),
        ("كوريا الشمالية", "PRK"),
        ("جمهورية كوريا الشعبية الديمقراطية", "PRK"),
        ("السودان", "SDN"),
        ("Türkiye", "TUR"),
        ("the Sudan", "SDN"),
        ("Soviet Union", "SUN"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_state_is_found_by_code_or_name(text: str, code: str | None) -> None:
    assert find(text) == code


def test_names_that_come_near_are_offered() -> None:
    assert "north korea (PRK)" in nearest("Nort Korea")
    assert "iraq (IRQ)" in nearest("Irak")
    assert "colombia (COL)" in nearest("Columbia")
    assert nearest("zzzzzz") == []
    assert nearest("Wakanda") == []
    assert nearest("Atlantis") == []
    assert named(["RUS", "CHN"]) == ["China", "Russian Federation"]
    assert named(["RUS", "CHN"], "ar") == ["الاتحاد الروسي", "الصين"]
