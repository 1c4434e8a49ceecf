"""Documentation is tested: what it names exists, and what exists for users is named."""

from __future__ import annotations

import io
import re
from pathlib import Path

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
FOREIGN = {"--universal", "--no-emit-index-url", "--raise-floors", "--misses", "--runs"}


def command_line() -> dict[str, set[str]]:
    """Every command of `mahdar` with its options; the empty name is the command itself."""
    group = typer.main.get_command(app)
    context = typer.Context(group)
    commands = {"": group} | {name: group.get_command(context, name) for name in group.list_commands(context)}  # type: ignore[attr-defined]
    return {
        name: {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
        | {"--help"}
        for name, command in commands.items()
    }


COMMANDS = command_line()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_command_and_option_that_a_page_names_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    named = set(re.findall(r"(?<!\S)`?(?:\$ )?mahdar ([a-z]+)\b", "\n".join(code(text))))
    assert named <= set(COMMANDS)
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))
    assert options <= set().union(*COMMANDS.values()) | FOREIGN


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_make_target_that_a_page_names_exists(page: Path) -> None:
    named = set(re.findall(r"\bmake ([a-z]+)\b", "\n".join(code(page.read_text("utf-8")))))
    assert named <= TARGETS


def test_every_command_and_option_stands_in_the_readme() -> None:
    for name, options in COMMANDS.items():
        assert f"mahdar {name}" in README
        assert {option for option in options if option not in README} <= {"--help"}


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
