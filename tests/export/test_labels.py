"""Labels in two languages say the same things; dates and amounts are spelled as a reader writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

import pytest

from mahdar.export.labels import direction, labels_for
from mahdar.model import Act, Figure, PublishedBasis, VerdictLabel
from mahdar.tables import read_toml


def keys(table: Mapping[str, Any], above: str = "") -> Iterator[str]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from keys(value, f"{above}{name}/")
        else:
            yield above + name


def test_both_languages_have_the_same_keys() -> None:
    assert sorted(keys(labels_for("ar").words)) == sorted(keys(labels_for("en").words))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_month_is_called_as_in_the_explanations(language: str) -> None:
    explained = read_toml("mahdar.checking", "wording.toml")[f"months_{language}"]
    assert labels_for(language).words["date"]["months"] == explained


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_verdict_is_called_alike_everywhere(language: str) -> None:
    summary = read_toml("mahdar.corpus", "words.toml")[language]
    notices = read_toml("mahdar.watch", "wording.toml")[language]
    for verdict, words in labels_for(language).words["verdict"].items():
        assert summary[verdict] == words
        assert notices[verdict].casefold().startswith(words.casefold() + ": ")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_word_of_the_model_has_a_label(language: str) -> None:
    words = labels_for(language).words
    for group, nouns in (("act", Act), ("verdict", VerdictLabel), ("basis", PublishedBasis)):
        assert set(words[group]) == set(get_args(nouns))


def test_a_report_in_a_third_language_gets_english_labels_and_its_own_direction() -> None:
    assert labels_for("fa").language == "en"
    assert labels_for(None).language == "en"
    assert labels_for("ar-EG").language == "ar"
    assert [direction(code) for code in ("ar", "fa", "en", None)] == ["rtl", "rtl", "ltr", "ltr"]


def test_an_unknown_kind_of_claim_shows_its_own_name() -> None:
    assert labels_for("en").of("kind", "council.tea") == "council.tea"


@pytest.mark.parametrize(
    ("edtf", "english", "arabic"),
    [
        ("2024-03-28", "28 March 2024", "28 آذار/مارس 2024"),
        ("2019-05", "May 2019", "أيار/مايو 2019"),
        ("2006", "2006", "2006"),
        ("2023-03-06/2023-03-12", "6 to 12 March 2023", "من 6 إلى 12 آذار/مارس 2023"),
        ("2023-02-27/2023-03-05", "27 February 2023 to 5 March 2023", "من 27 شباط/فبراير 2023 إلى 5 آذار/مارس 2023"),
        ("2014/..", "since 2014", "منذ 2014"),
        ("../2019-05-09", "until 9 May 2019", "حتى 9 أيار/مايو 2019"),
        (None, "no day can be given", "لا يتعيّن له يوم"),
    ],
)
def test_times_in_words(edtf: str | None, english: str, arabic: str) -> None:
    assert labels_for("en").when(edtf) == english
    assert labels_for("ar").when(edtf) == arabic


@pytest.mark.parametrize(
    ("low", "high", "unit", "english"),
    [
        (13, 13, "votes", "13 votes"),
        (80000, 120000, None, "80,000 to 120,000"),
        (20, None, "people", "20 or more people"),
        (40, None, "%", "40% or more"),
        (1, 2.5, "%", "1% to 2.5%"),
        (None, 5, None, "5 or fewer"),
        (0, 0, None, "0"),
    ],
)
def test_amounts_in_words(low: float | None, high: float | None, unit: str | None, english: str) -> None:
    assert labels_for("en").amount(Figure(0, 1, "x", low, high, unit)) == english


def test_an_open_amount_in_arabic_does_not_run_into_its_unit() -> None:
    arabic = labels_for("ar")
    assert arabic.amount(Figure(0, 1, "x", 20, None, "الصواريخ")) == "20 أو أكثر (الصواريخ)"
    assert arabic.amount(Figure(0, 1, "x", 80_000, 120_000, "سجين")) == "من 80,000 إلى 120,000 سجين"
