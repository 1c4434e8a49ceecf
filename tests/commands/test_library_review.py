"""`mahdar library review …` as a person or a program calls it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from mahdar.commands.library import app

TEXT = "China said that the sanctions must be eased. The Security Council has 14 members.\n"
SAID, SIZE = "statement:16-43", "claim:49-80:council.size"
BY = ("--by", "R. Haddad", "--why", "heard it")
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = Path(tmp_path_factory.mktemp("review"))
    for name, text in (("a", TEXT), ("b", "Nobody said a word of it.\n")):
        (folder / f"{name}.jsonl").write_text(json.dumps({"id": name, "text": text, "published": "2023-07-03"}))
    place = folder / "library.db"
    paths = [str(folder / f"{name}.jsonl") for name in "ab"]
    assert CliRunner().invoke(app, ["add", *paths, "--library", str(place)]).exit_code == 0
    return place.read_bytes()


@pytest.fixture
def run(filled: bytes, tmp_path: Path) -> Run:
    place = tmp_path / "library.db"
    place.write_bytes(filled)

    def command(*words: str) -> Result:
        first = ["review"] if words[0] not in {"search", "stories", "verify"} else []
        return CliRunner().invoke(app, [*first, *words, "--library", str(place)])

    return command


def told(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_what_waits_is_decided_on_at_the_place_that_is_printed(run: Run) -> None:
    found = told(run("list", "--json"))
    assert (found["waiting"], found["reasons"]) == (2, {"refuted": 1, "said": 1})
    for row in found["rows"]:
        kept = told(run("confirm", row["report"], row["where"], "--by", "R. Haddad", "--json"))
        assert (kept["decision"], kept["place"], kept["state"]) == ("confirm", row["where"], "stands")
    assert told(run("list", "--json"))["waiting"] == 0
    assert "waiting: 0" in run("list").stdout
    assert told(run("list", "--json", "--report", "b", "--subject", "claim", "--kind", "x"))["rows"] == []


def test_a_correction_is_shown_found_and_proved(run: Run) -> None:
    done = run("correct", "a", SAID, "--set", "speakers=Russia|state:FRA", "--set", "act=warn", *BY)
    assert (done.exit_code, done.stdout) == (0, f"corrected a {SAID} (review 1)\n")
    assert run("correct", "a", SIZE, "--set", "args.members=15", *BY).exit_code == 0
    page = run("show", "a").stdout
    assert "state:RUS, state:FRA" in page
    assert "R. Haddad" in page
    shown = told(run("show", "a", "--json"))
    assert (shown["reading"]["claims"][0]["args"], shown["reading"]["claims"][0]["verdict"]) == (
        {"members": 15},
        "supported",
    )
    assert [each["subject"] for each in shown["reviews"]] == ["statement", "claim"]
    assert told(run("search", "--statements", "--speaker", "Russia", "--json"))["total"] == 1
    assert told(run("verify", "--json"))["reviews"] == 2


def test_reject_withdraw_and_history(run: Run) -> None:
    assert run("reject", "a", SAID, *BY).exit_code == 0
    assert "rejected: 1" in run("show", "a").stdout
    assert run("withdraw", "a", SAID, *BY).exit_code == 0
    rows = told(run("history", "a", "--json"))["rows"]
    assert [(row["decision"], row["state"]) for row in rows] == [("reject", "withdrawn"), ("withdraw", "stands")]
    assert [row["key"] for row in told(run("history", "--json", "--limit", "1"))["rows"]] == [2]
    assert told(run("history", "--lost", "--json"))["reviews"] == 0
    assert run("history", "--csv").stdout.count("\n") == 3


def test_verdicts_with_their_documents(run: Run) -> None:
    at = SIZE.replace("claim", "verdict")
    assert run("correct", "a", at, "--set", "verdict=conflicting", "--cite", "A/RES/1991(XVIII)", *BY).exit_code == 0
    claim = told(run("show", "a", "--json"))["reading"]["claims"][0]
    assert (claim["verdict"], claim["citations"][0]["symbol"]) == ("conflicting", "A/RES/1991(XVIII)")
    assert claim["why"]["en"] == "R. Haddad: heard it"


def test_stories_and_notes(run: Run) -> None:
    assert run("stories").exit_code == 0
    assert run("confirm", "a", "story:b", "--by", "R. Haddad").exit_code == 0
    (line,) = run("stories", "--json").stdout.splitlines()
    assert sorted(json.loads(line)["reports"]) == ["a", "b"]
    assert "put here by a person" in run("stories", "--ties").stdout
    assert told(run("note", "a", "one desk", "--story", "--by", "L. Novak", "--json"))["rows"][0]["about"] == "story"
    assert "one desk" in run("note", "b").stdout
    assert "one desk" in run("show", "b").stdout
    unsigned = run("note", "a", "nobody")
    assert (unsigned.exit_code, "MAHDAR_REVIEWER" in unsigned.stderr) == (2, True)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["confirm", "a", "somewhere", "--by", "x"], 2, "is no place"),
        (["confirm", "a", "statement:1-2", "--by", "x"], 1, "there are: statement:16-43"),
        (["confirm", "none", SAID, "--by", "x"], 1, "no report 'none'"),
        (["confirm", "a", SAID], 2, "--by"),
        (["reject", "a", SAID, "--by", "x", "--why", ""], 1, "say why"),
        (["correct", "a", SAID, "--set", "act", *BY], 2, "NAME=VALUE"),
        (["correct", "a", SAID, "--set", "act=shout", *BY], 1, "act is one of"),
        (["show", "none"], 1, "no reading of 'none'"),
        (["history", "none"], 1, "no report 'none'"),
        (["list", "--reason", "other"], 2, "other"),
        (["list", "--json", "--csv"], 2, "choose one"),
    ],
)
def test_what_makes_no_sense_is_told(run: Run, words: list[str], code: int, said: str) -> None:
    result = run(*words)
    assert result.exit_code == code, result.output
    assert said in result.stderr


@pytest.mark.parametrize("command", ["list", "show", "confirm", "correct", "reject", "withdraw", "history", "note"])
def test_help_has_examples(command: str) -> None:
    shown = CliRunner().invoke(app, ["review", command, "--help"])
    assert shown.exit_code == 0
    assert f"mahdar library review {command}" in shown.stdout
