from __future__ import annotations

import pytest

from mahdar.record.symbols import document_url, normal


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("S/RES/2397 (2017)", "S/RES/2397"),
        ("s/res/2397(2017)", "S/RES/2397"),
        ("S/2022/431", "S/2022/431"),
        ("A/RES/41/86 F", "A/RES/41/86F"),
        ("A/RES/2758 (XXVI)", "A/RES/2758(XXVI)"),
    ],
)
def test_normal(symbol: str, expected: str) -> None:
    assert normal(symbol) == expected


def test_addresses_are_those_of_the_document_service() -> None:
    assert document_url("S/RES/2397 (2017)") == "https://docs.un.org/S/RES/2397(2017)"
    assert document_url("A/78/L.1?x=1") == "https://docs.un.org/A/78/L.1%3Fx%3D1"
