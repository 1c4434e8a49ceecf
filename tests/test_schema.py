"""The JSON Schema in docs/ is what the model gives, and readings are what the schema says."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from mahdar.model import Reading
from tests import samples
from tools import write_schema


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(write_schema.TARGET.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_the_file_in_docs_is_current() -> None:
    assert write_schema.TARGET.read_text("utf-8") == write_schema.text(), "run `make schema`"


@pytest.mark.parametrize("make", [samples.arabic, samples.english])
def test_a_reading_is_valid(validator: Draft202012Validator, make: Callable[[], Reading]) -> None:
    validator.validate(json.loads(json.dumps(make().to_dict())))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "mahdar/reading/0"),
        (("report", "published_basis"), "guess"),
        (("claims", 0, "verdict"), "true"),
        (("claims", 0, "start"), None),
        (("statements", 0, "act"), "whisper"),
        (("times", 0, "colour"), "red"),
    ],
)
def test_what_the_contract_does_not_allow_is_invalid(
    validator: Draft202012Validator, path: tuple[str | int, ...], value: str | None
) -> None:
    reading: Any = json.loads(json.dumps(samples.arabic().to_dict()))
    node = reading
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    with pytest.raises(ValidationError):
        validator.validate(reading)


def test_every_field_of_the_contract_is_required(validator: Draft202012Validator) -> None:
    for name in samples.arabic().to_dict():
        reading = samples.arabic().to_dict()
        del reading[name]
        assert not validator.is_valid(reading), name
