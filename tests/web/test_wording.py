"""Every message of the interface has words in both languages, and holds the same places for values."""

from __future__ import annotations

import re

import pytest

from mahdar.web.wording import AREAS, LANGUAGES, Language, catalogue
from tools.messages import untranslated, used

_PLACE = re.compile(r"%\(\w+\)[sd]")
USED = used()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", AREAS)
def test_no_message_is_missing(area: str, language: str) -> None:
    assert untranslated(area, language, USED[area]) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", AREAS)
def test_no_message_is_left_over(area: str, language: Language) -> None:
    assert {message.id for message in catalogue(language, area) if message.id} - set(USED[area]) == set()


@pytest.mark.parametrize("area", AREAS)
def test_translations_hold_the_values_of_their_message(area: str) -> None:
    for message in catalogue("ar", area):
        if isinstance(message.id, str) and message.id:
            assert sorted(_PLACE.findall(str(message.string))) == sorted(_PLACE.findall(message.id)), message.id
        elif message.id:
            known = set(_PLACE.findall(message.id[1]))
            assert all(set(_PLACE.findall(form)) <= known for form in message.string or ()), message.id


def test_a_message_without_words_is_found_out() -> None:
    assert untranslated("core", "ar", {"a message that nobody translated": ["x.py"]}) != []
