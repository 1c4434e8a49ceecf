"""ClaimReview: a review for what the record decides, neutral, with who said it and where it stands."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mahdar.export.claim_review import claim_reviews, reviews
from mahdar.export.kept import Kept
from tests.kept import every, kept


@pytest.fixture
def graph(tmp_path: Path) -> dict[str, Any]:
    """The reviews by their words."""
    with claim_reviews(tmp_path / "reviews.json", "https://desk.example/en/reports/") as sink:
        for one in every():
            sink.take(one)
    told = json.loads((tmp_path / "reviews.json").read_text("utf-8"))
    assert told["@context"] == "https://schema.org"
    assert sink.count == len(told["@graph"])
    return {each["claimReviewed"]: each for each in told["@graph"]}


def test_only_what_the_record_decides_is_a_review(graph: dict[str, Any]) -> None:
    decided = [claim for one in every() for claim in one.reading.claims if claim.verdict in ("supported", "refuted")]
    assert set(graph) == {claim.text for claim in decided}
    assert len(decided) == 4


def test_a_rating_is_the_verdict_in_words_and_no_number(graph: dict[str, Any]) -> None:
    (refuted,) = (each for each in graph.values() if each["reviewRating"]["name"] == "refuted")
    rating = refuted["reviewRating"]
    assert rating["alternateName"] == "يخالفه السجل"
    assert rating["ratingExplanation"].startswith("يتألف المجلس من 15 عضوا")
    assert "ratingValue" not in rating
    assert refuted["inLanguage"] == "ar"


def test_where_it_was_said_and_what_bears_the_verdict(graph: dict[str, Any]) -> None:
    (one,) = (each for words, each in graph.items() if "2397" in words)
    claim = one["itemReviewed"]
    assert claim["text"] == "The Security Council adopted resolution 2397 (2017)."
    assert claim["appearance"]["url"] == "https://wire.example/korea?a=1"
    assert "author" not in claim  # the report names no outlet, and nobody else says so
    assert one["citation"][0]["identifier"] == "S/RES/2397 (2017)"
    assert one["url"] == "https://desk.example/en/reports/korea"


def test_who_says_it_is_named_with_the_state(graph: dict[str, Any]) -> None:
    one = kept("korea")
    said, claim = one.reading.statements[0], one.reading.claims[0]
    within = replace(said, start=claim.start, end=claim.end, text=claim.text)
    (first, *_) = reviews(Kept(one.report, one.text, replace(one.reading, statements=(within,))))
    (author,) = first["itemReviewed"]["author"]
    assert (author["@type"], author["name"], author["alternateName"]) == ("Person", "Kim Yo Jong", "كيم يو جونغ")
    assert author["affiliation"]["name"] == "Democratic People's Republic of Korea"
    assert "url" not in first


def test_the_outlet_speaks_where_nobody_else_does(graph: dict[str, Any]) -> None:
    (one,) = (each for words, each in graph.items() if "15 members" in words)
    assert one["itemReviewed"]["author"] == {"@type": "Organization", "name": "Herald"}
    assert one["itemReviewed"]["datePublished"] == "2023-05-02"


def test_people_who_decided_are_authors_too() -> None:
    one = kept("korea")
    claim = one.reading.claims[0]
    place = (claim.start, claim.end, claim.kind)
    told = next(reviews(Kept(one.report, one.text, one.reading, {place: ("Amal",)})))
    assert told["author"] == [{"@type": "Organization", "name": "Mahdar"}, {"@type": "Person", "name": "Amal"}]


def test_no_review_at_all_is_a_document_too(tmp_path: Path) -> None:
    with claim_reviews(tmp_path / "none.json") as sink:
        sink.take(kept("formula"))
    assert json.loads((tmp_path / "none.json").read_text("utf-8"))["@graph"] == []
