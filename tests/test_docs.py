"""Documentation is tested: what it names exists, and what exists for users is named."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from rich.console import Console

import mahdar
from mahdar.cli import app
from mahdar.export.terminal import show

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.md")])
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z]+):.*##", MAKEFILE, re.MULTILINE))
# Options of other tools, which the pages name too.
FOREIGN = {
    "--universal",
    "--no-emit-index-url",
    "--raise-floors",
    "--misses",
    "--runs",
    "--times",
    "--sizes",
    "--rows",
    "--joined",
}


def command_line() -> dict[str, set[str]]:
    """Every command of `mahdar` (`read`, `record load`…) with its options; the empty name is the command itself."""
    return dict(_below("", typer.main.get_command(app)))


def _below(name: str, command: Any) -> Iterator[tuple[str, set[str]]]:
    named = (option for parameter in command.params for option in parameter.opts)
    yield name, {option for option in named if option.startswith("--")} | {"--help"}
    for sub, each in getattr(command, "commands", {}).items():
        yield from _below(f"{name} {sub}".strip(), each)


COMMANDS = command_line()
GROUPS = {name.rsplit(" ", 1)[0] for name in COMMANDS if " " in name}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_command_and_option_that_a_page_names_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    named = re.findall(r"(?<!\S)`?(?:\$ )?mahdar ([a-z]+)(?: ([a-z][a-z-]+))?(?![\w.])", "\n".join(code(text)))
    for group, sub in named:
        assert group in COMMANDS, group
        assert group not in GROUPS or not sub or f"{group} {sub}" in COMMANDS, f"{group} {sub}"
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))
    assert options <= set().union(*COMMANDS.values()) | FOREIGN


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_make_target_that_a_page_names_exists(page: Path) -> None:
    named = set(re.findall(r"\bmake ([a-z]+)\b", "\n".join(code(page.read_text("utf-8")))))
    assert named <= TARGETS


def test_every_command_stands_in_the_readme() -> None:
    assert {name for name in COMMANDS if f"mahdar {name}".strip() not in README} == set()


def test_every_option_is_explained_on_a_page_that_names_its_command() -> None:
    pages = [page.read_text("utf-8") for page in PAGES]
    for name, options in COMMANDS.items():
        told = "\n".join(page for page in pages if f"mahdar {name}".strip() in page)
        assert {option for option in options if option not in told} <= {"--help"}, name


def test_an_example_in_a_help_can_be_copied_whole() -> None:
    for name, epilog in _epilogs("", typer.main.get_command(app)):
        for line in re.findall(r"^  (?:mahdar|pbpaste|echo)\b.*$", epilog, re.MULTILINE):
            assert re.search(r"\S {2,}(?!#)\S", line) is None, f"{name}: {line}"


def _epilogs(name: str, command: Any) -> Iterator[tuple[str, str]]:
    yield name, command.epilog or ""
    for sub, each in getattr(command, "commands", {}).items():
        yield from _epilogs(f"{name} {sub}".strip(), each)


def test_reading_stands_first_in_the_help() -> None:
    assert list(typer.main.get_command(app).commands)[:2] == ["read", "check"]  # type: ignore[attr-defined]


def test_every_make_target_has_its_line() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert phony is not None
    assert set(phony[1].split()) == TARGETS


def test_every_decision_is_dated_and_says_what_follows() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [path.name[:4] for path in decisions] == [f"{n:04}" for n in range(1, len(decisions) + 1)]
    for path in decisions:
        text = path.read_text("utf-8")
        assert re.search(r"^\d{4}-\d{2}-\d{2}$", text, re.MULTILINE), path.name
        assert {"## Decision", "## Why", "## What follows"} <= set(re.findall(r"^## .*$", text, re.MULTILINE)), (
            path.name
        )


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_output_in_the_readme_is_what_the_command_prints() -> None:
    block = re.search(r"```text\n\$ mahdar read (\S+)\n(.*?)```", README, re.DOTALL)
    assert block is not None
    out = io.StringIO()
    text = (ROOT / block[1]).read_text("utf-8")
    show(mahdar.read(text), text, Console(file=out, width=80))
    printed = {line.rstrip() for line in out.getvalue().splitlines()}
    assert {line for line in block[2].splitlines() if line != "…"} - printed == set()


def code(text: str) -> list[str]:
    """What stands in code blocks and between back ticks."""
    return re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL)
