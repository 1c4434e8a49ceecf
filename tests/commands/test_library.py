"""`mahdar library …` as a person or a program calls it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from mahdar.commands.library import app

ARABIC = "قالت روسيا إن العقوبات لا تخدم السلام في كوريا الشمالية. وأضافت أنها ستطلب جلسة لمجلس الأمن.\n"
ENGLISH = "China said that the sanctions must be eased. The Security Council has 14 members.\n"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def command(*words: str, input: bytes | None = None) -> Result:
        return CliRunner().invoke(app, [*words, "--library", str(tmp_path / "library.db")], input=input)

    return command


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ar.txt").write_text(ARABIC)
    lines = [{"id": "en-1", "text": ENGLISH, "outlet": "Herald", "title": "Sanctions", "published": "2024-03-29"}]
    (tmp_path / "in" / "b.jsonl").write_text("\n".join(map(json.dumps, lines)))
    result = run("add", str(tmp_path / "in"))
    assert result.exit_code == 0, result.output
    return run


def told(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_add_says_what_became_of_each(run: Run, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(ENGLISH)
    bad.write_bytes(b"\x89PNG\r\n\x1a\n")
    first = run("add", str(good), str(bad), str(tmp_path / "none"))
    assert first.exit_code == 1
    assert f"added  {good}" in first.stdout
    assert "1 added, 0 known already, 2 refused" in first.stdout
    assert "a PNG picture" in first.stderr
    assert "there is no such file" in first.stderr
    again = run("add", str(good), "--json")
    assert told(again) == {"added": 0, "known": 1, "refused": [], "ids": [str(good)]}


def test_add_standard_input(run: Run) -> None:
    assert told(run("add", "-", "--json", input=ARABIC.encode()))["added"] == 1


def test_the_caller_may_say_outlet_and_day(run: Run) -> None:
    words = ["add", "-", "--published", "2024-03", "--outlet", "الوكالة"]
    assert run(*words, input=ARABIC.encode()).exit_code == 0
    (row,) = told(run("list", "--json"))["rows"]
    assert (row["published"], row["published_basis"], row["outlet"]) == ("2024-03", "given", "الوكالة")
    assert run("add", "-", "--published", "soon", input=b"x").exit_code == 2


def test_add_wants_something(run: Run) -> None:
    assert run("add").exit_code == 2


def test_addresses_of_private_networks_are_refused(run: Run) -> None:
    result = run("add", "http://127.0.0.1:9/", "--feed", "http://localhost:9/feed")
    assert result.exit_code == 1
    assert result.stderr.count("private or local network") == 2


def test_names_that_steer_are_made_harmless(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a\u202e\x1b[31mb.txt"
    path.write_text(ENGLISH)
    result = run("add", str(path))
    assert result.exit_code == 0
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output + run("list").output + run("list", "--json").output


def test_list_and_show(filled: Run, tmp_path: Path) -> None:
    listed = told(filled("list", "--json"))
    assert (listed["reports"], [row["id"] for row in listed["rows"]]) == (2, [str(tmp_path / "in" / "ar.txt"), "en-1"])
    assert "Herald" in filled("list").stdout
    assert filled("list", "--csv", "--limit", "1").stdout.count("\n") == 2
    shown = told(filled("show", "en-1", "--json"))
    assert (shown["text"], shown["published"], shown["published_basis"]) == (ENGLISH, "2024-03-29", "given")
    assert shown["reading"]["schema"] == "mahdar/reading/1"
    assert told(filled("show", shown["sha256"][:10], "--json"))["id"] == "en-1"
    page = filled("show", "en-1").stdout
    assert "Captures: 1" in page
    assert "14 members" in page
    assert json.loads(filled("show", "en-1", "--bytes").stdout)["text"] == ENGLISH
    assert filled("show", "none").exit_code == 1


def test_search(filled: Run) -> None:
    found = told(filled("search", "العقوبة", "--json"))
    assert (found["total"], found["page"]) == (1, 1)
    row = found["rows"][0]
    assert [row["text"][start:end] for start, end in row["marks"]] == ["العقوبات"]
    assert {"value": "state:PRK", "count": 1} in found["facets"]["state"]
    assert "[sanctions]" in filled("search", "sanction").stdout
    said = told(filled("search", "--statements", "--state", "CHN", "--from", "2024", "--json"))
    assert [each["text"] for each in said["rows"]] == ["the sanctions must be eased"]
    assert "the [sanctions] must be eased" in filled("search", "sanctions", "--statements").stdout
    assert told(filled("search", "--verdict", "refuted", "--outlet", "Herald", "--json"))["total"] == 1
    assert "0 found" in filled("search", "nowhere").stdout


@pytest.mark.parametrize(
    "words",
    [["--act", "shout"], ["--verdict", "false"], ["--state", "Atlantis"], ["!!"], ["--from", "2024", "--to", "2023"]],
)
def test_questions_that_make_no_sense(filled: Run, words: list[str]) -> None:
    assert filled("search", *words).exit_code == 2


def test_read_again(filled: Run) -> None:
    assert told(filled("read", "--json")) == {"read": [], "refused": []}
    assert told(filled("read", "en-1", "--json"))["read"] == ["en-1"]
    assert filled("read", "none").exit_code == 1
    assert "2 read again" in filled("read", "--all").stdout
    assert len(told(filled("show", "en-1", "--json"))["readings"]) == 3


def test_verify_and_its_head(filled: Run) -> None:
    found = told(filled("verify", "--json"))
    assert (found["intact"], found["reports"], found["entries"], found["faults"]) == (True, 2, 6, [])
    assert filled("verify", "--head", found["head"]).stdout.startswith("intact: 2 reports")
    assert filled("verify", "--head", "0" * 63 + "1").exit_code == 1


def test_out_and_in_again(filled: Run, tmp_path: Path) -> None:
    out = filled("export", "--jsonl")
    assert out.exit_code == 0
    kept = tmp_path / "out.jsonl"
    assert filled("export", "--jsonl", "--to", str(kept)).exit_code == 0
    assert kept.read_text() == out.stdout
    new = ["--library", str(tmp_path / "new.db")]
    assert CliRunner().invoke(app, ["import", str(kept), *new]).exit_code == 0
    assert CliRunner().invoke(app, ["export", "--jsonl", *new]).stdout == out.stdout
    assert CliRunner().invoke(app, ["import", str(kept), *new]).exit_code == 1
    assert filled("export").exit_code == 2


def test_stories_have_the_ids_that_came_in(filled: Run, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in filled("stories", "--json").stdout.splitlines()]
    assert all(set(line) == {"story", "reports"} for line in lines)
    assert sorted(id_ for line in lines for id_ in line["reports"]) == sorted([str(tmp_path / "in" / "ar.txt"), "en-1"])
    assert "members" in json.loads(filled("stories", "--json", "--ties").stdout.splitlines()[0])
    listed = filled("stories").stdout.splitlines()
    assert "  en-1" in [line.rstrip() for line in listed]
    below = listed[[line.rstrip() for line in listed].index("  en-1") + 1]
    assert below.startswith("    ")
    assert below.strip()
    told = [line.rstrip() for line in filled("stories", "--ties").stdout.splitlines()]
    assert any(line.startswith("  en-1") for line in told)


@pytest.mark.parametrize("words", [["list"], ["show", "x"], ["search", "x"], ["stories"], ["verify"], ["read"]])
def test_a_library_that_is_not_there(run: Run, words: list[str]) -> None:
    result = run(*words)
    assert result.exit_code == 1
    assert "there is no library at" in result.stderr


@pytest.mark.parametrize("command", ["add", "list", "show", "search", "stories", "read", "verify", "export", "import"])
def test_help_has_examples(command: str) -> None:
    shown = CliRunner().invoke(app, [command, "--help"])
    assert shown.exit_code == 0
    assert f"mahdar library {command}" in shown.stdout
    assert "--library" in shown.stdout
