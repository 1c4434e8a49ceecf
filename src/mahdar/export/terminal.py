"""A reading as one readable page on a terminal.

Arabic stands on the right; wherever Latin letters or numbers stand among Arabic ones they are put between bidirectional
isolates, so that `S/RES/1718 (2006)` and its full stop come out in order on a terminal that reorders text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from mahdar.export.directions import isolate_runs
from mahdar.export.view import SIGNS, ClaimCard, Note, Source, StatementCard, View, view
from mahdar.model import Reading

WIDTH = 100  # columns at most: longer lines are hard to read
COLOURS = {"supported": "green", "refuted": "red", "conflicting": "magenta", "not-enough-evidence": "yellow"}
_QUOTATION_MARKS = frozenset('«»“”„"')


def show(reading: Reading, text: str, console: Console) -> None:
    """Print one page about the reading of a text; colours only where the console has them."""
    console.print(
        _page(view(reading, text)), width=min(console.width, WIDTH), highlight=False, markup=False, emoji=False
    )


def show_claims(reading: Reading, text: str, console: Console) -> None:
    """Print the claims alone, as `show` does: for a sentence that needs no page."""
    seen = view(reading, text)
    claims = [_claim(seen, claim) for claim in seen.claims] or [iter([_line(seen, (seen.labels["no_claims"], "dim"))])]
    page = Group(*(line for claim in claims for line in claim))
    console.print(page, width=min(console.width, WIDTH), highlight=False, markup=False, emoji=False)


def _page(seen: View) -> Group:
    return Group(*_header(seen), *_claims(seen), *_statements(seen), *_notes(seen), Text())


def _line(seen: View, *parts: tuple[str, str]) -> Text:
    """One line of styled parts, on the side where the report's language begins."""
    direction = seen.labels["direction"]
    styled = ((isolate_runs(words, direction), style) for words, style in parts)
    return Text.assemble(*styled, justify="right" if direction == "rtl" else None)


def _indented(seen: View, line: Text, columns: int = 2) -> Padding:
    return Padding(line, (0, columns, 0, 0) if seen.labels["direction"] == "rtl" else (0, 0, 0, columns))


def _header(seen: View) -> Iterator[RenderableType]:
    yield Text()
    yield _line(seen, (seen.title, "bold"))
    outlet = f"{seen.outlet} · " if seen.outlet else ""
    yield _line(seen, (outlet, "dim"), (seen.published, "dim"))
    for note in seen.notes:
        yield _line(seen, (f"! {note}", "yellow"))


def _heading(seen: View, key: str) -> Iterator[RenderableType]:
    yield Text()
    yield _line(seen, (seen.labels[key], "bold underline"))


def _claims(seen: View) -> Iterator[RenderableType]:
    yield from _heading(seen, "claims")
    if not seen.claims:
        yield _line(seen, (seen.labels["no_claims"], "dim"))
    for claim in seen.claims:
        yield from _claim(seen, claim)


def _claim(seen: View, claim: ClaimCard) -> Iterator[RenderableType]:
    colour = COLOURS[claim.verdict]
    negated = f" · {seen.labels['negated']}" if claim.negated else ""
    yield _line(
        seen,
        (f"{SIGNS[claim.verdict]} {claim.verdict_words}", f"bold {colour}"),
        (f"  {claim.kind}{negated}", "dim"),
    )
    yield _indented(seen, _line(seen, (_one_line(claim.words), "italic")))
    yield _indented(seen, _line(seen, (claim.why, "")))
    for source in claim.sources:
        yield _indented(seen, _source(seen, source), 4)


def _source(seen: View, source: Source) -> Text:
    rest = " · ".join(part for part in (source.date, source.title, source.source) if part)
    parts = [(source.symbol, "bold cyan"), (" · ", "dim")] if source.symbol else []
    return _line(seen, *parts, (rest, "dim"))


def _statements(seen: View) -> Iterator[RenderableType]:
    yield from _heading(seen, "statements")
    if not seen.statements:
        yield _line(seen, (seen.labels["no_statements"], "dim"))
    for statement in seen.statements:
        yield from _statement(seen, statement)


def _statement(seen: View, statement: StatementCard) -> Iterator[RenderableType]:
    via = f"  {seen.labels['through']} {statement.via}" if statement.via else ""
    yield _line(seen, (statement.speaker, "bold blue"), (f"  {statement.act_words}", ""), (via, "dim"))
    words = _one_line(statement.words)
    if statement.quoted and not _QUOTATION_MARKS & set(words):
        words = seen.labels["quotation"].format(words=words)
    yield _indented(seen, _line(seen, (words, "")))


def _notes(seen: View) -> Iterator[RenderableType]:
    for key, notes in (("times", seen.times), ("figures", seen.figures)):
        if notes:
            yield from _heading(seen, key)
            yield from _pairs(seen, notes)


def _pairs(seen: View, notes: Iterable[Note]) -> Iterator[RenderableType]:
    arrow = "←" if seen.labels["direction"] == "rtl" else "→"
    for note in notes:
        yield _line(seen, (_one_line(note.words), ""), (f" {arrow} {note.meaning}", "dim"))


def _one_line(words: str) -> str:
    return " ".join(words.split())
