"""What agencies write: tables of sentences with the days that they mean, seen from one day of publication."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.language.times.reading import read

_TABLES = {"news": "2022-05-26", "reports": "2024-06-12", "tenses": "2026-05-14"}  # two Thursdays round a Wednesday


def _lines(language: str) -> Iterator[tuple[str, list[str], str]]:
    """The text and the wanted EDTF of every line of the tables, and the day from which it is seen; ``null`` is a time
    whose days are not known.
    """
    for table, published in _TABLES.items():
        path = Path(__file__).parent / f"{table}_{language}.txt"
        for line in path.read_text("utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                text, _, wanted = line.rpartition("|")
                yield text.strip(), [] if wanted.strip() == "-" else wanted.split(), published


@pytest.mark.parametrize(("text", "wanted", "published"), list(_lines("ar")))
def test_arabic_news(text: str, wanted: list[str], published: str) -> None:
    assert [days or "null" for _, days in read(text, "ar", published)] == wanted


@pytest.mark.parametrize(("text", "wanted", "published"), list(_lines("en")))
def test_english_news(text: str, wanted: list[str], published: str) -> None:
    assert [days or "null" for _, days in read(text, "en", published)] == wanted


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_relative_is_invented_without_a_day_of_publication(language: str) -> None:
    """Without one, a time either says its days itself or stays open; the days it gives are the same."""
    for text, wanted, _ in _lines(language):
        for _, days in read(text, language, None):
            assert days is None or days in wanted, text
