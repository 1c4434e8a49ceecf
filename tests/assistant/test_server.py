"""The server as a client of the protocol sees it: tools with schemas, answers that keep to them, refusals in words."""

from __future__ import annotations

import json
import logging
import re
from pathlib import Path
from typing import Any

import anyio
import jsonschema
import pytest
from mcp import Client

from mahdar.assistant import council, given
from mahdar.assistant.desk import Desk
from mahdar.assistant.server import INSTRUCTIONS, make_server
from tests.assistant.conftest import Call, asked
from tests.assistant.texts import ARABIC, ENGLISH

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "assistants.md").read_text("utf-8")
# One question for each tool.
QUESTIONS: dict[str, dict[str, Any]] = {
    "read_report": {"text": ENGLISH},
    "check_sentence": {"sentence": "مصر طرف في العهد الدولي الخاص بالحقوق المدنية والسياسية", "certificate": True},
    "compare_reports": {"reports": [{"text": ENGLISH}, {"text": ARABIC, "outlet": "الوكالة"}]},
    "look_up_document": {"symbol": "S/2022/431"},
    "council_on": {"day": "2022-05-26"},
    "find_vetoes": {"by": "RUS", "limit": 3},
    "look_up_state": {"state": "PRK", "sections": ["sanctions", "reviews"]},
    "state_timeline": {"state": "PRK", "limit": 3},
    "search_library": {"words": "Sudan"},
    "read_kept_report": {"report": "sudan-2"},
}


def listed(desk: Desk) -> list[Any]:
    async def session() -> list[Any]:
        async with Client(make_server(desk)) as client:
            return list((await client.list_tools()).tools)

    return anyio.run(session)


@pytest.fixture(scope="module")
def offered(shelved: Desk) -> dict[str, Any]:
    """Every tool by its name."""
    return {tool.name: tool for tool in listed(shelved)}


def test_the_library_is_searched_only_where_there_is_one(desk: Desk, offered: dict[str, Any]) -> None:
    assert set(offered) == set(QUESTIONS)
    assert {tool.name for tool in listed(desk)} == set(QUESTIONS) - {"search_library", "read_kept_report"}


def test_every_tool_says_what_it_does_and_only_reads(offered: dict[str, Any]) -> None:
    for tool in offered.values():
        assert len(tool.description) > 80
        assert "  " not in tool.description
        assert tool.annotations.read_only_hint
        assert not tool.annotations.open_world_hint
        assert tool.output_schema["description"]
        assert tool.input_schema["additionalProperties"] is False


def test_arguments_are_described_and_texts_bounded(offered: dict[str, Any]) -> None:
    for tool in offered.values():
        nested = [each["properties"] for each in tool.input_schema.get("$defs", {}).values()]
        for properties in (tool.input_schema["properties"], *nested):
            assert {name for name, schema in properties.items() if "description" not in schema} == set()
    assert offered["read_report"].input_schema["properties"]["text"]["maxLength"] == given.REPORT
    assert offered["check_sentence"].input_schema["properties"]["sentence"]["maxLength"] == given.SENTENCE
    compared = offered["compare_reports"].input_schema
    assert compared["properties"]["reports"]["maxItems"] == given.ACCOUNTS
    assert compared["$defs"]["Account"]["properties"]["text"]["maxLength"] == given.ACCOUNT


@pytest.mark.parametrize("name", QUESTIONS)
def test_answers_keep_to_their_schema(shelved: Desk, offered: dict[str, Any], name: str) -> None:
    jsonschema.validate(QUESTIONS[name], offered[name].input_schema)
    result = asked(shelved, name, **QUESTIONS[name])
    assert not result.is_error, result.content
    jsonschema.validate(result.structured_content, offered[name].output_schema)
    (block,) = result.content
    assert "\n" not in block.text
    assert json.loads(block.text) == result.structured_content


@pytest.mark.parametrize(
    ("name", "arguments", "words"),
    [
        ("read_report", {"text": "a" * 40_001}, "the text has 40,001 characters; at most 40,000"),
        ("find_vetoes", {"member": "RUS"}, "member: Extra inputs are not permitted (arguments are: by, topic"),
        ("find_vetoes", {"limit": 101}, "limit: Input should be less than or equal to 100"),
        ("find_vetoes", {"by": "Atlantis"}, "by: no state is called 'Atlantis'"),
        ("council_on", {}, "day: Field required"),
        ("look_up_state", {"state": "PRK", "sections": ["gossip"]}, "sections.0: Input should be 'seats'"),
        ("state_timeline", {"state": "PRK", "mechanism": "courts"}, "mechanism: Input should be 'assembly'"),
    ],
)
def test_what_is_amiss_is_said_in_words(call: Call, name: str, arguments: dict[str, Any], words: str) -> None:
    refused = call(name, **arguments)
    assert words in refused
    assert "http" not in refused


def test_a_fault_tells_nothing_of_what_was_asked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("inside")

    monkeypatch.setattr(council, "council_on", broken)
    with caplog.at_level(logging.CRITICAL):
        result = asked(desk, "council_on", day="2022-05-26")
    assert result.is_error
    assert result.content[0].text == "Error executing tool council_on"
    assert not desk.lock.locked()


def test_coverage_is_a_resource(desk: Desk) -> None:
    async def session() -> str:
        async with Client(make_server(desk)) as client:
            found = await client.read_resource("mahdar://record/coverage")
            return str(found.contents[0].text)  # type: ignore[union-attr]

    tables = json.loads(anyio.run(session))
    terms = next(one for one in tables if one["table"] == "council_terms")
    assert terms["declared"][0]["complete"] is True
    assert terms["rows"] > 300


def test_many_questions_at_once_are_all_answered(desk: Desk) -> None:
    found: list[int] = []

    async def session() -> None:
        async with Client(make_server(desk)) as client:

            async def ask(offset: int) -> None:
                result = await client.call_tool("find_vetoes", {"limit": 1, "offset": offset})
                found.append(result.structured_content["offset"])

            async with anyio.create_task_group() as group:
                for offset in range(20):
                    group.start_soon(ask, offset)

    anyio.run(session)
    assert sorted(found) == list(range(20))


def test_the_documentation_names_every_tool_and_limit(offered: dict[str, Any]) -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", DOCS, re.MULTILINE))
    assert set(rows) == set(offered)
    assert f"{given.REPORT:,} characters" in rows["read_report"]
    assert f"{given.SENTENCE:,} characters" in rows["check_sentence"]
    assert f"2 to {given.ACCOUNTS} texts of up to {given.ACCOUNT:,}" in rows["compare_reports"]
    assert f"Lists hold {given.ROWS} rows at most" in DOCS
    assert "quotation" in INSTRUCTIONS
