"""The interface for programs against its own description: whatever is asked, no fault, and an answer as described.

schemathesis makes the requests from `/api/openapi.json`, good ones and bad ones; the same in every run.
"""

from __future__ import annotations

from typing import Any

import hypothesis
import pytest
import schemathesis
from schemathesis import Case, GenerationMode
from schemathesis.checks import (
    content_type_conformance,
    not_a_server_error,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation
from starlette.testclient import TestClient

from mahdar.web.catalogue import all_pages

Operation = APIOperation[Any, Any, Any, Any]
_EACH = 3  # requests of an operation
_CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
_SETTINGS = hypothesis.settings(
    max_examples=_EACH,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(hypothesis.HealthCheck),
    phases=[hypothesis.Phase.generate],
)


@pytest.fixture(scope="module")
def operations(client: TestClient) -> list[Operation]:
    """Everything that the description describes."""
    schema = schemathesis.openapi.from_dict(client.get("/api/openapi.json").json())
    return [each.ok() for each in schema.get_all_operations() if isinstance(each, Ok)]


def test_everything_is_described(operations: list[Operation]) -> None:
    pages = all_pages()
    assert len(operations) == 4 + len(pages) + sum(bool(page.columns) for page in pages)


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
def test_whatever_is_asked_the_answer_is_as_described(
    client: TestClient, operations: list[Operation], mode: GenerationMode
) -> None:
    faults: list[str] = []

    def ask(case: Case[Any]) -> None:
        sent = case.as_transport_kwargs(base_url=str(client.base_url))
        sent.pop("cookies", None)
        if isinstance(sent.get("data"), bytes):
            sent["content"] = sent.pop("data")
        answer = client.request(**sent)
        try:
            case.validate_response(answer, checks=_CHECKS)
        except FailureGroup as error:
            faults.append(f"{case.operation.label} {sent.get('params')}: {error.exceptions}")

    asked = 0
    for operation in operations:
        try:
            _SETTINGS(hypothesis.given(operation.as_strategy(mode))(lambda case: ask(case)))()
        except hypothesis.errors.Unsatisfiable:  # nothing of this operation can be asked wrongly
            continue
        asked += 1
    assert faults == []
    assert asked >= len(operations) // 2


def test_a_page_of_something_missing_is_a_problem_for_programs(client: TestClient) -> None:
    answer = client.get("/en/decisions/S/RES/9999 (2017).json")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    told = answer.json()
    assert (told["status"], told["instance"]) == (404, "/decisions/S/RES/9999 (2017)")
    assert "S/RES/9999" in told["detail"]
    assert "coverage" in told
