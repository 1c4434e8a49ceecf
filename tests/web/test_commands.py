"""`mahdar serve` and `mahdar people` on the command line."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from mahdar.cli import app
from mahdar.library.opened import open_library
from mahdar.web import serving
from mahdar.web.people.accounts import invitation, signed_in
from mahdar.web.settings import Settings

PASSWORD = "a long password\n"


def run(*words: str, given: str = "") -> Result:
    return CliRunner().invoke(app, list(words), input=given)


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "library.db")


def add(place: str, name: str, role: str) -> Result:
    return run("people", "add", name, "--role", role, "--stdin", "--library", place, given=PASSWORD)


def test_an_account_is_made_changed_and_closed(place: str) -> None:
    assert (add(place, "salma", "admin").exit_code, add(place, "omar", "reader").exit_code) == (0, 0)
    again = add(place, "omar", "reader")
    assert (again.exit_code, "already" in again.output) == (1, True)
    assert run("people", "role", "omar", "--role", "editor", "--library", place).exit_code == 0
    assert run("people", "close", "salma", "--library", place).exit_code == 1
    assert run("people", "close", "omar", "--library", place).exit_code == 0
    told = json.loads(run("people", "list", "--json", "--library", place).stdout)["rows"]
    assert [(row["name"], row["role"], row["closed_at"] is None) for row in told] == [
        ("omar", "editor", False),
        ("salma", "admin", True),
    ]
    logged = json.loads(run("people", "log", "--json", "--library", place).stdout)["rows"]
    assert [row["action"] for row in logged] == ["account-closed", "role-changed", "account-made", "account-made"]
    with open_library(place) as library, library.reading() as connection:
        assert signed_in(connection, "salma", PASSWORD.strip()).role == "admin"
        assert not signed_in(connection, "omar", PASSWORD.strip()).way


def test_a_password_that_is_too_short_is_refused(place: str) -> None:
    short = run("people", "add", "salma", "--stdin", "--library", place, given="short\n")
    assert (short.exit_code, "12 to 200 characters" in short.output) == (1, True)


def test_without_a_terminal_nobody_is_asked(place: str) -> None:
    asked = run("people", "add", "salma", "--library", place)
    assert (asked.exit_code, "--stdin" in asked.output) == (2, True)


def test_an_invitation_is_printed_once(place: str) -> None:
    made = run("people", "invite", "--role", "editor", "--origin", "https://mahdar.example", "--library", place)
    address, _, code = made.stdout.strip().partition("?code=")
    assert address == "https://mahdar.example/ar/invitation"
    with open_library(place) as library, library.reading() as connection:
        assert invitation(connection, code) == "editor"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """The settings with which a server would have been started."""
    found: list[Settings] = []
    monkeypatch.setattr(serving, "serve", lambda settings, listening: found.append(settings))
    monkeypatch.setattr(serving, "listen", lambda settings: [])
    return found


def test_loopback_starts_for_one_person(place: str, started: list[Settings]) -> None:
    told = run("serve", "--port", "8123", "--workers", "2", "--upload", "5", "--library", place)
    assert (told.exit_code, "http://127.0.0.1:8123" in told.output) == (0, True)
    assert started == [Settings(port=8123, library=place, workers=2, upload=5_000_000)]


@pytest.mark.parametrize("more", [("--host", "0.0.0.0"), ("--origin", "https://mahdar.example")])
def test_others_may_not_come_in_before_somebody_can_sign_in(
    place: str, started: list[Settings], more: tuple[str, str]
) -> None:
    refused = run("serve", *more, "--library", place)
    assert (refused.exit_code, "mahdar people add" in refused.output, started) == (1, True, [])
    add(place, "salma", "admin")
    assert (run("serve", *more, "--library", place).exit_code, len(started)) == (0, 1)


def test_what_cannot_be_served_is_said(place: str, started: list[Settings], tmp_path: Path) -> None:
    wrong = tmp_path / "record.duckdb"
    wrong.write_text("nothing of the kind")
    told = run("serve", "--record", str(wrong), "--library", place)
    assert (told.exit_code, "no record of Mahdar" in told.output) == (1, True)
    assert run("serve", "--origin", "mahdar.example", "--library", place).exit_code == 2
    assert run("serve", "--port", "0", "--library", place).exit_code == 2
    assert started == []


@pytest.mark.parametrize("workers", ["1", "2"])
def test_no_address_is_told_before_it_is_had(place: str, workers: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = str(busy.getsockname()[1])
        told = run("serve", "--port", port, "--workers", workers, "--library", place)
    assert told.exit_code == 1
    assert f"http://127.0.0.1:{port} cannot be used" in told.output
    assert "Mahdar is at" not in told.output
