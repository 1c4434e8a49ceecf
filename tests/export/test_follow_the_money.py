"""FollowTheMoney: entities of the published model, each id once, each drawn one with its proof and address.

`MODEL` is what was looked up in the model (followthemoney 4.11): of each schema the properties that we use, with the
schema to which a reference may point, and which are required. The whole export was run through that package once.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from mahdar.export.countries import country
from mahdar.export.follow_the_money import follow_the_money
from tests.kept import every, kept

THING = {"name", "alias", "country", "summary", "description", "sourceUrl", "publisher", "keywords", "topics", "proof"}
INTERVAL = {"startDate", "date", "summary", "description", "recordId", "sourceUrl", "proof", "publisher"}
DOCUMENT = {"fileName", "title", "language", "publishedAt", "date", "retrievedAt", "processedAt", "processingAgent"}
MODEL: dict[str, tuple[set[str], set[str]]] = {
    "Article": (THING | DOCUMENT, {"fileName"}),
    "Person": (THING | {"position"}, {"name"}),
    "PublicBody": (THING, {"name"}),
    "Organization": (THING | {"sector"}, {"name"}),
    "LegalEntity": (THING, {"name"}),
    "Mention": ({"document", "resolved", "name", "contextCountry"}, {"document", "name"}),
    "Documentation": (INTERVAL | {"document", "entity", "role", "status"}, {"document", "entity"}),
    "Note": (THING | {"entity"}, {"name"}),
    "Sanction": (INTERVAL | {"entity", "authority", "program", "country"}, {"entity"}),
}
REFERENCES = {"document": {"Article"}, "proof": {"Article"}}
ID = re.compile(r"[0-9a-zA-Z][0-9a-zA-Z.\-]*[0-9a-zA-Z]")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2})?)?)?")

Entity = dict[str, Any]


@pytest.fixture
def entities(tmp_path: Path) -> list[Entity]:
    with follow_the_money(tmp_path / "all.jsonl") as sink:
        for one in [*every(), kept("korea")]:
            sink.take(one)
    lines = (tmp_path / "all.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def of(entities: list[Entity], schema: str) -> list[dict[str, list[str]]]:
    return [each["properties"] for each in entities if each["schema"] == schema]


def test_schemata_and_properties_are_those_of_the_model(entities: list[Entity]) -> None:
    for each in entities:
        known, required = MODEL[each["schema"]]
        assert required <= set(each["properties"]) <= known, each
        assert all(isinstance(value, str) and value for values in each["properties"].values() for value in values)


def test_ids_are_valid_and_every_reference_leads_somewhere(entities: list[Entity]) -> None:
    schemata = {each["id"]: each["schema"] for each in entities}
    assert all(ID.fullmatch(each) for each in schemata)
    for each in entities:
        for name in ("document", "entity", "resolved", "proof"):
            for other in each["properties"].get(name, ()):
                assert schemata[other] in REFERENCES.get(name, set(MODEL)), (each["schema"], name)


def test_dates_have_the_precision_of_their_source(entities: list[Entity]) -> None:
    names = ("publishedAt", "date", "startDate", "retrievedAt", "processedAt")
    dates = [day for each in entities for name in names for day in each["properties"].get(name, ())]
    assert all(DATE.fullmatch(day) for day in dates)
    published = {one["fileName"][0]: (one.get("publishedAt"), one.get("date")) for one in of(entities, "Article")}
    assert published["sudan-2"] == (["2023-05"], None)
    assert published["formula"] == (None, ["2024-01-01", "2024-02-03"])


def test_an_entity_is_told_once(entities: list[Entity]) -> None:
    people = [one["name"] for one in of(entities, "Person")]
    assert people.count(["Kim Yo Jong"]) == 1
    (kim,) = (one for one in of(entities, "Person") if one["name"] == ["Kim Yo Jong"])
    assert (kim["alias"], kim["country"]) == (["كيم يو جونغ"], ["kp"])


def test_statements_have_their_words_proof_and_address(entities: list[Entity]) -> None:
    (said, *_) = (one for one in of(entities, "Documentation") if one["role"] == ["threaten"])
    assert said["summary"] == ["the United States would pay"]
    assert said["proof"] == said["document"]
    assert said["sourceUrl"] == ["https://wire.example/korea?a=1"]
    assert said["recordId"][0].startswith("korea#")


def test_claims_are_notes_with_verdict_and_symbol(entities: list[Entity]) -> None:
    (note, *_) = (one for one in of(entities, "Note") if "S/RES/2397 (2017)" in one.get("keywords", ()))
    assert note["summary"] == ["council.resolution: supported"]
    assert "https://docs.un.org/S/RES/2397(2017)" in note["sourceUrl"]


def test_sanctions_that_the_record_bears_out(entities: list[Entity]) -> None:
    sanction = of(entities, "Sanction")[0]
    assert sanction["program"] == ["S/RES/1718 (2006)"]
    assert (sanction["startDate"], sanction["country"]) == (["2006-10-14"], ["kp"])


def test_countries() -> None:
    assert country("state:PRK") == "kp"
    assert country("state:SUN") == "suhh"
    assert country("body:un") is None
    assert country(None) is None
    assert country("state:nowhere") is None
