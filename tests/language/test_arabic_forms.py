"""Regular forms of Arabic verbs and nouns."""

from __future__ import annotations

import pytest

from mahdar.language.arabic_forms import (
    imperfect_forms,
    imperfect_with_objects,
    jussive_forms,
    noun_forms,
    participle_forms,
    perfect_forms,
    perfect_with_objects,
)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("أكد", {"3ms": "أكد", "3fs": "أكدت", "3mp": "أكدوا", "3md": "أكدا", "3fd": "أكدتا"}),
        ("نفى", {"3ms": "نفى", "3fs": "نفت", "3mp": "نفوا", "3md": "نفيا", "3fd": "نفتا"}),
        ("دعا", {"3ms": "دعا", "3fs": "دعت", "3mp": "دعوا", "3md": "دعوا", "3fd": "دعتا"}),
    ],
)
def test_perfects(verb: str, expected: dict[str, str]) -> None:
    assert perfect_forms(verb) == expected


@pytest.mark.parametrize(
    ("verb", "feminine", "plural", "dual"),
    [
        ("يؤكد", "تؤكد", "يؤكدون", "يؤكدان"),
        ("ينفي", "تنفي", "ينفون", "ينفيان"),
        ("يرى", "ترى", "يرون", "يريان"),
        ("يدعو", "تدعو", "يدعون", "يدعوان"),
    ],
)
def test_imperfects(verb: str, feminine: str, plural: str, dual: str) -> None:
    forms = imperfect_forms(verb)
    assert (forms["3fs"], forms["3mp"], forms["3md"]) == (feminine, plural, dual)


def test_participles() -> None:
    assert participle_forms("مؤكدا")["3fs"] == "مؤكدة"
    assert participle_forms("داعيا")["3mp"] == "داعيين"


@pytest.mark.parametrize(
    ("verb", "some"),
    [("قتل", ["قتلهم", "قتلتها", "قتلوهم"]), ("دعا", ["دعاهم"]), ("أجرى", ["أجراها"]), ("فجّر", ["فجرهم"])],
)
def test_perfects_with_objects(verb: str, some: list[str]) -> None:
    assert set(some) <= set(perfect_with_objects(verb))


def test_a_doubled_letter_is_written_once() -> None:
    assert perfect_forms("فجّر")["3fs"] == "فجرت"
    assert perfect_forms("لقي")["3mp"] == "لقوا"


@pytest.mark.parametrize("verb", ["طلب", "ضرب", "صادر", "قطع"])
def test_short_verbs_leave_the_spelling_of_a_feminine_noun_alone(verb: str) -> None:
    assert verb + "ه" not in perfect_with_objects(verb)


def test_imperfects_with_objects_and_jussives() -> None:
    assert "يقتلهم" in imperfect_with_objects("يقتل")
    assert jussive_forms("يدعو") == ["يدع", "تدع"]
    assert jussive_forms("يقتل") == []


@pytest.mark.parametrize(
    ("noun", "some"),
    [("هجوم", ["هجوما", "هجومين", "هجومان", "هجومه"]), ("غارة", ["غارتين", "غارتان", "غارتهم"])],
)
def test_nouns(noun: str, some: list[str]) -> None:
    forms = noun_forms(noun)
    assert set(some) <= set(forms)
    assert "غارةا" not in forms


def test_a_phrase_keeps_its_form() -> None:
    assert noun_forms("أعمال عنف") == ["أعمال عنف"]
