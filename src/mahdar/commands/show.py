"""`mahdar record show`: everything that the record has under one symbol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.commands.options import FAILED, AsOf, RecordPath, opened, parsed
from mahdar.commands.output import Csv, Form, Json, complain, console, emit, form_of, json_text, write
from mahdar.commands.show_rows import about_of, row

if TYPE_CHECKING:
    from mahdar.record.asking.shown import Missing
    from mahdar.record.rows import Coverage

EXAMPLES = """Examples:

\b
  mahdar record show S/RES/2397                # resolution, votes, sources, meeting
  mahdar record show 2397                      # the best-known document with that number
  mahdar record show S/2022/431                # a draft that was vetoed
  mahdar record show S/PV.9048                 # a meeting, its agenda, its decisions
  mahdar record show --as-of 2005-01-01 iccpr  # a treaty as it stood on that day

Exit status: 0 found, 1 not found (what may have been meant is named), 2 wrong usage."""

_SHOWN = (
    "what can be shown: a symbol (S/RES/2397, A/RES/77/226, A/HRC/RES/52/1, S/2022/431, S/PV.9048), its number "
    "(2397, 77/226), or a treaty by its slug (iccpr, cedaw; `mahdar record list treaties` has all)"
)

COLUMNS = (
    *("role", "table", "symbol", "when", "what", "outcome", "mode", "yes", "no", "abstain", "vetoed_by"),
    *("voted_no", "voted_abstain", "absent", "standing", "confidence", "known_since"),
    *("publisher", "publication", "retrieved", "link", "file"),
)


def show(
    symbol: Annotated[str, typer.Argument(metavar="SYMBOL", help="A document symbol, its number, or a treaty's slug.")],
    as_of: AsOf = None,
    json: Json = False,
    csv: Csv = False,
    record: RecordPath = None,
) -> None:
    """Show what the record has under a symbol: the decision, who voted how, all sources side by side."""
    from mahdar.record.asking import shown

    form = form_of(json, csv)
    with opened(record) as store:
        found = shown.show(store, symbol, parsed(as_of))
        if isinstance(found, shown.Missing):
            _say_missing(symbol, found, form)
            raise typer.Exit(FAILED)
        if form == "table":
            from mahdar.commands.show_page import page

            page(found, console())
        else:
            rows = [row(entry) for entry in (*found.own, *found.others)]
            emit(rows, COLUMNS, form, about=about_of(found))


# -- nothing found
def _say_missing(symbol: str, found: Missing, form: Form) -> None:
    """What may have been meant, and what absence from the record proves; as JSON on standard output."""
    covered = [_line(c) for c in found.coverage]
    if form == "json":
        about = {"asked": found.asked, "found": False, "did_you_mean": found.near, "later": found.later}
        write(json_text({**about, "table": found.table, "coverage": covered, "rows": []}) + "\n")
        return
    later = "; rows under it were not public on that day" if found.later else ""
    complain(f"the record has nothing under {symbol.strip()}, {found.what}{later}")
    if found.near:
        complain(f"did you mean {', '.join(found.near)}?")
    if not found.symbol:
        complain(_SHOWN)
        return
    complain(f"what the record says of its {found.table}: {'; '.join(covered) or 'it claims no completeness'}")


def _line(c: Coverage) -> str:
    """One declaration in words; absence proves something only in a complete table."""
    how = "complete" if c.complete else "not complete (absence proves nothing)"
    return f"{c.part + ': ' if c.part else ''}{c.first} to {c.last}, {how}{f' ({c.note})' if c.note else ''}"
