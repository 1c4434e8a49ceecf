"""What `mahdar watch` shows without watching: what it would do, and what it has done."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer

from mahdar.characters import harmless
from mahdar.commands.output import json_text, write

if TYPE_CHECKING:
    from mahdar.library.opened import Library
    from mahdar.watch.settings import Settings

_NOTICES = 10  # shown on a terminal
_MOST = 1_000  # in JSON


def show_plan(wanted: Settings, *, whole: bool, json: bool) -> None:
    """What the settings say; secrets never."""
    from mahdar.watch.moments import span

    if json:
        write(json_text(_plan(wanted)) + "\n")
        return
    counts = (len(wanted.sources), len(wanted.rules), len(wanted.receivers))
    typer.echo("the settings can be used: sources {}, rules {}, receivers {}".format(*counts))
    if not whole:
        return
    for source in wanted.sources:
        outlet = f" ({source.outlet})" if source.outlet else ""
        typer.echo(harmless(f"would poll {source.kind:6} {source.address}{outlet} every {span(source.every)}"))
    for rule in wanted.rules:
        told = ", ".join(rule.receivers or [each.name for each in wanted.receivers]) or "nobody but the feed"
        typer.echo(harmless(f"would tell {rule.about} by the rule “{rule.name}”: {told}"))
    if wanted.atom:
        typer.echo(harmless(f"would write {wanted.atom.path}"))


def _plan(wanted: Settings) -> dict[str, Any]:
    return {
        "sources": [asdict(each) for each in wanted.sources],
        "rules": [{"name": each.name, "on": each.about, "tell": each.receivers} for each in wanted.rules],
        "receivers": [{"name": each.name, "language": each.language} for each in wanted.receivers],
        "atom": str(wanted.atom.path) if wanted.atom else None,
    }


def show_status(library: Library, json: bool) -> None:
    """Sources, rules, receivers and the newest notices."""
    from mahdar.watch import state

    with library.reading() as connection:
        told = {
            "sources": [asdict(each) for each in state.sources(connection)],
            "rules": [asdict(each) for each in state.rules(connection)],
            "receivers": [asdict(each) for each in state.receivers(connection)],
            "notices": [asdict(each) for each in state.notices(connection, limit=_MOST if json else _NOTICES)],
        }
    if json:
        write(json_text(told) + "\n")
    else:
        _show(told)


def _show(told: dict[str, list[dict[str, Any]]]) -> None:
    from mahdar.commands.output import emit

    sources = [{**each, "errors": each["errors"] or ""} for each in told["sources"] if each["active"]]
    emit(
        sources,
        ("kind", "address", "polled_at", "next_at", "taken", "waiting", "refused", "errors", "problem"),
        "table",
    )
    for name, columns in (
        ("rules", ("name", "since", "notices")),
        ("receivers", ("name", "waiting", "sent", "failed")),
    ):
        if told[name]:
            emit(told[name], columns, "table")
    for notice in told["notices"]:
        typer.echo(harmless(f"{notice['at']}  [{notice['rule']}] {notice['title_en']}"))
