"""What a corpus adds up to, beside the same counted by hand from its rows."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from mahdar.corpus.asked import Asked
from mahdar.corpus.errors import CorpusError
from mahdar.corpus.run import read_corpus
from mahdar.corpus.summary import _months, corpus_summary, entity_name
from tests.corpus.made import Here, reports, rows, unseen, write_lines


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("summary")
    made = reports(13)
    made[3] |= {"outlet": "=cmd"}
    del made[4]["published"]
    read_corpus(Asked((str(write_lines(folder / "a.jsonl", made)),), part=5), folder / "out", Here, unseen)
    corpus_summary(folder / "out")
    return folder / "out"


def table(corpus: Path, name: str) -> list[dict[str, str]]:
    with (corpus / "summary" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_statements_by_principal_and_month(corpus: Path) -> None:
    months = {row["key"]: str(row["published_first"] or "")[:7] for row in rows(corpus, "reports")}
    expected: Counter[tuple[str, str]] = Counter()
    for row in rows(corpus, "statements"):
        expected.update((principal, months[row["key"]]) for principal in row["principals"])
    told = table(corpus, "statements_by_principal_and_month")
    assert {(row["principal"], row["month"]): int(row["statements"]) for row in told} == expected
    assert ("state:FRA", "2018-01") in expected


def test_verdicts_by_outlet(corpus: Path) -> None:
    outlets = {row["key"]: row["outlet"] for row in rows(corpus, "reports")}
    expected = Counter((outlets[row["key"]], row["verdict"]) for row in rows(corpus, "claims"))
    told = table(corpus, "verdicts_by_outlet")
    for row in told:
        outlet = row["outlet"].removeprefix("'")
        assert int(row["supported"]) == expected[outlet, "supported"]
        assert int(row["not_enough_evidence"]) == expected[outlet, "not-enough-evidence"]
    assert sum(int(row["claims"]) for row in told) == expected.total()


def test_figures_by_topic(corpus: Path) -> None:
    expected = Counter((row["topic"] or "", row["unit"] or "") for row in rows(corpus, "figures"))
    told = table(corpus, "figures_by_topic")
    assert {(row["topic"], row["unit"]): int(row["figures"]) for row in told} == expected


def test_no_cell_is_a_formula(corpus: Path) -> None:
    assert "'=cmd" in [row["outlet"] for row in table(corpus, "verdicts_by_outlet")]


def test_the_page_has_charts_and_their_tables_in_both_languages(corpus: Path) -> None:
    page = html.fromstring((corpus / "summary" / "summary.html").read_text("utf-8"))
    english, arabic = page.xpath("//section")
    assert (english.get("lang"), english.get("dir")) == ("en", "ltr")
    assert (arabic.get("lang"), arabic.get("dir")) == ("ar", "rtl")
    for section in (english, arabic):
        assert len(section.xpath(".//h2")) == len(section.xpath(".//figcaption")) == len(section.xpath(".//table")) >= 2
        assert len(section.xpath(".//*[local-name()='svg']")) == 2 * len(section.xpath(".//h2"))
    assert "فرنسا" in arabic.text_content()
    assert page.xpath("//script") == []


def test_a_time_has_all_its_months() -> None:
    assert _months("2018-11", "2019-02") == ["2018-11", "2018-12", "2019-01", "2019-02"]


def test_names_of_entities() -> None:
    assert entity_name("state:FRA", "en") == "France"
    assert entity_name("state:FRA", "ar") == "فرنسا"
    assert entity_name("body:un-security-council", "en") == "United Nations Security Council"
    assert entity_name("person:nobody-known", "ar") == "nobody known"


def test_half_a_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no corpus is here"):
        corpus_summary(tmp_path)
