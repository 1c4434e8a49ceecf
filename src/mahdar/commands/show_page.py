"""What stands under a symbol as a page on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console

from mahdar.checking.states import named
from mahdar.checking.wording import day, tally
from mahdar.commands.cells import words
from mahdar.commands.grid import laid_out, line
from mahdar.commands.show_rows import about_of, row, summary
from mahdar.record.asking.entries import Entry
from mahdar.record.asking.shown import AnyDecision, Decided, Shown
from mahdar.record.rows import Decision

_SIDE_BY_SIDE = (
    *("standing", "outcome", "tally", "vetoed_by", "voted_no", "voted_abstain"),
    *("source", "known_since", "confidence", "link"),
)
_OTHERS = ("role", "symbol", "when", "what", "outcome", "tally", "publisher")
_MOST_OTHERS = 40
_WAYS = {"yes": "in favour", "no": "against", "abstain": "abstained", "absent": "did not vote", "unknown": "not known"}


def page(found: Shown, out: Console) -> None:
    """Print what the record has under a symbol."""
    about = about_of(found)
    out.print(line(f"{found.symbol}  {about['address']}", "bold"))
    for text in _head(found):
        out.print(line(text))
    if found.own:
        out.print(line("\nWhat each source says", "bold"))
        rows = [_short(entry) for entry in found.own]
        links = {str(r["link"]) for r in rows}
        columns = [name for name in _given(rows, _SIDE_BY_SIDE) if name != "link" or links != {about["address"]}]
        out.print(laid_out(rows, columns, out.width))
    if found.others:
        out.print(line("Also in the record", "bold"))
        others = [_short(entry) for entry in found.others[:_MOST_OTHERS]]
        out.print(laid_out(others, _given(others, _OTHERS), out.width))
    if len(found.others) > _MOST_OTHERS:
        out.print(line(f"… and {len(found.others) - _MOST_OTHERS} more rows; --json and --csv give all"))


def _head(found: Shown) -> Iterator[str]:
    if found.remark:
        yield f"({found.remark})"
    first = found.own[0] if found.own else None
    if first is not None and not (found.decided and first.cells.get("outcome")):
        yield f"{row(first)['when']}  {summary(first.cells)}"
    for decided in found.decided:
        yield from _lines(decided)


def _lines(decided: Decided) -> Iterator[str]:
    """A decision in lines: when, where and how, on whom, who voted how."""
    row = decided.row
    when = row.date if isinstance(row, Decision) else row.when
    yield ", ".join(part for part in (row.outcome.replace("-", " "), day(when).en, _counts(row)) if part)
    if row.title:
        yield row.title
    if isinstance(row, Decision) and row.vetoed_by:
        yield f"vetoed by: {', '.join(named(row.vetoed_by))}"
    if row.topic_states:
        yield f"on: {', '.join(named(row.topic_states))}"
    for way, states in decided.votes.items():
        if states:
            yield f"{_WAYS[way]} ({len(states)}): {', '.join(named(states))}"
    if not decided.votes and row.yes is not None:
        yield "who voted how is not known to the record"


def _given(rows: list[dict[str, object]], columns: tuple[str, ...]) -> list[str]:
    """The columns in which some row has something."""
    return [name for name in columns if any(row.get(name) not in (None, "") for row in rows)]


def _counts(row: AnyDecision) -> str:
    if row.yes is None or row.no is None or row.abstain is None:
        return row.mode.replace("-", " ")
    return tally((row.yes, row.no, row.abstain)).en


def _short(entry: Entry) -> dict[str, object]:
    """The row as the page shows it."""
    full = row(entry)
    counts = [full["yes"], full["no"], full["abstain"]]
    tally = "-".join(map(words, counts)) if counts[0] is not None else ""
    retrieved = f", retrieved {full['retrieved']}" if full["retrieved"] else ""
    source = f"{full['publisher']}: {full['publication']}{retrieved}"
    return {**full, "tally": tally, "source": f"{source} ({full['file']})" if full["file"] else source}
