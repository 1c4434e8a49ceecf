"""`mahdar state`: what the record has on one state across all mechanisms, in order of time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mahdar.commands.options import FAILED, AsOf, From, RecordPath, To, between, opened, parsed
from mahdar.commands.options import state as state_code
from mahdar.commands.output import Csv, Json, complain, console, emit, form_of

if TYPE_CHECKING:
    from mahdar.checking.dossier import Filed
    from mahdar.record.asking.extent import Extent

EXAMPLES = """Examples:

\b
  mahdar state PRK                                     # everything, in order of time
  mahdar state السودان --language ar                   # in Arabic
  mahdar state Syria --mechanism council --from 2011   # one mechanism, from a year on
  mahdar state MMR --as-of 2017-12-31 --csv > mmr.csv  # what was public on that day

Mechanisms: assembly, council, mandates, membership, review, rights_council, sanctions, treaties. Times are EDTF:
2016 is some day of that year, 2004-07-13/2010 from that day to some day of 2010."""

COLUMNS = (
    "when",
    "mechanism",
    "what",
    "symbol",
    "confidence",
    "known_since",
    "publisher",
    "publication",
    "retrieved",
    "link",
)
_GLANCE = ("when", "mechanism", "what", "symbol", "source", "confidence")
Language = Literal["en", "ar"]


def state(
    name: Annotated[str, typer.Argument(metavar="STATE", help="A state: code (PRK), or name in English or Arabic.")],
    mechanism: Annotated[str | None, typer.Option(metavar="NAME", help="Lines of one mechanism alone.")] = None,
    first: From = None,
    last: To = None,
    language: Annotated[Language, typer.Option(help="The language of the sentences.")] = "en",
    as_of: AsOf = None,
    json: Json = False,
    csv: Csv = False,
    record: RecordPath = None,
) -> None:
    """Print a state's dossier: seats, votes, decisions on it, sanctions, reviews, mandates and treaties over time."""
    from mahdar.checking import states
    from mahdar.checking.dossier import dossier
    from mahdar.record.access import Record
    from mahdar.record.asking.extent import extents

    form = form_of(json, csv)
    code, when = state_code(name), between(first, last)
    tables = _tables(mechanism)
    with opened(record) as store:
        filed = dossier(code, Record(store), mechanism=mechanism, when=when, as_of=parsed(as_of))
        covered = coverage_notes([extent for table in tables for extent in extents(store, table)], code)
    rows = [row(one, language) for one in filed]
    about = {"state": code, "name": states.name(code, language), "lines": len(rows), "as_of": as_of}
    if form == "table":
        emit(rows, _GLANCE, form, about=about)
        _print_coverage(covered)
    else:
        emit(rows, COLUMNS, form, about={**about, "coverage": covered})
    if not rows:
        complain(f"the record has nothing on {code} that was asked for")
        raise typer.Exit(FAILED)


def row(filed: Filed, language: str) -> dict[str, object]:
    """A line of the dossier as a flat row."""
    line = filed.line
    source, cited = line.row.source, line.row.citation()
    retrieved = f" ({source.retrieved})" if source.retrieved else ""
    return {
        "when": line.when,
        "mechanism": filed.mechanism,
        "what": line.what.ar if language == "ar" else line.what.en,
        "symbol": line.symbol,
        "confidence": line.row.confidence,
        "known_since": line.since,
        "publisher": source.name,
        "publication": source.title,
        "retrieved": source.retrieved,
        "source": f"{source.name}{retrieved}",
        "link": cited.url or source.url,
    }


def _tables(mechanism: str | None) -> list[str]:
    """The tables from which the lines come. Raises typer.BadParameter where there is no such mechanism."""
    from mahdar.checking.dossier import dossiers

    known = dossiers()
    if mechanism is not None and mechanism not in known:
        raise typer.BadParameter(
            f"there is no mechanism {mechanism!r}; mechanisms are: {', '.join(known)}", param_hint="--mechanism"
        )
    return [table for name, part in known.items() if mechanism in (None, name) for table in part.tables]


def coverage_notes(extents: Iterable[Extent], code: str) -> list[dict[str, object]]:
    """What each table declares, of the state or of all: parts that declare the same stand together.

    Only where a table is complete does absence from the dossier prove anything.
    """
    found: dict[tuple[str, str, bool, str], list[str]] = {}
    for extent in extents:
        for line in extent.declared:
            if line.part in ("", code) or not (len(line.part) == 3 and line.part.isupper()):
                key = (extent.table, line.span, line.complete, line.note)
                found.setdefault(key, []).append(line.part)
    names = ("table", "span", "complete", "note")
    return [
        {**dict(zip(names, key, strict=True)), "part": ", ".join(filter(None, parts))} for key, parts in found.items()
    ]


def _print_coverage(covered: list[dict[str, object]]) -> None:
    from mahdar.commands.grid import grid, line

    out = console()
    out.print(line("\nWhat these tables claim to have: outside a complete time, absence proves nothing", "bold"))
    out.print(grid(covered, ("table", "part", "span", "complete", "note")))
