"""`mahdar library review …`: what people decide on what was read, added to the library and never in its place."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal

import typer

from mahdar.commands import library_decide
from mahdar.commands.library_decide import ReportId
from mahdar.commands.library_options import LibraryPlace, opened_library
from mahdar.commands.options import FAILED, group
from mahdar.commands.output import Csv, Json, complain, emit, form_of, json_text, write

LIST_EXAMPLES = """Examples:

\b
  mahdar library review list                          # what waits, the most pressing first
  mahdar library review list --reason refuted
  mahdar library review list --report report.txt --subject statement
  mahdar library review list --kind council.veto --json

A claim waits until its verdict is decided on, a statement until somebody decided on it. The last column is the place
that the other commands take."""

HISTORY_EXAMPLES = """Examples:

\b
  mahdar library review history                 # of all reports, the newest first
  mahdar library review history report.txt      # of one report, the oldest first
  mahdar library review history --lost          # what stands no more: its place is not in the present reading
  mahdar library review history --csv > reviews.csv"""

SHOW_EXAMPLES = """Examples:

\b
  mahdar library review show report.txt
  mahdar library review show report.txt --json

With --json: the reading as corrected, what was rejected, all reviews with their state, and the notes."""

NOTE_EXAMPLES = """Examples:

\b
  mahdar library review note report.txt "Ask the mission for the text" --by "R. Haddad"
  mahdar library review note report.txt "Three agencies, one source" --story --by "R. Haddad"
  mahdar library review note report.txt                                     # the notes that there are"""

Reason = Literal["refuted", "conflicting", "no-speaker", "not-enough-evidence", "supported", "said"]
_WAITING = ("reason", "report", "kind", "text", "where")
_ALL_WAITING = ("reason", "report", "title", "outlet", "published", "subject", "kind", "start", "end", "text", "where")
_HISTORY = ("at", "by", "decision", "report", "place", "state", "why")
_ALL_HISTORY = ("key", "at", "by", "decision", "report", "subject", "place", "state", "why", "quoted", "was",
                "correction")  # fmt: skip

app = group("Review by people: confirm, correct or reject what was read; nothing that was there is changed.")


@app.command("list", epilog=LIST_EXAMPLES)
def list_waiting(
    report: Annotated[str | None, typer.Option(metavar="ID", help="Of this report alone.")] = None,
    subject: Annotated[Literal["claim", "statement"] | None, typer.Option(help="Claims or statements alone.")] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="A kind of claim, or an act of statements.")] = None,
    reason: Annotated[Reason | None, typer.Option(help="Why it waits: the verdict of a claim, or no speaker.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1_000, metavar="N", help="How many.")] = 20,
    offset: Annotated[int, typer.Option(min=0, metavar="N", help="Leave out the first ones.")] = 0,
    library: LibraryPlace = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """List what waits for a person, the most pressing first."""
    from mahdar.library.waiting import Wanted, queue

    form = form_of(json, csv)
    with opened_library(library) as store, store.reading() as connection:
        found = queue(connection, Wanted(report, subject, kind, reason), limit=limit, offset=offset)
    rows = [each.to_dict() for each in found.rows]
    counts = ", ".join(f"{name} {many:,}" for name, many in found.reasons.items())
    about = {"waiting": found.total, "reasons": found.reasons if form == "json" else counts}
    emit(rows, _WAITING if form == "table" else _ALL_WAITING, form, about=about)


@app.command("show", epilog=SHOW_EXAMPLES)
def show(report: ReportId, library: LibraryPlace = None, json: Json = False) -> None:
    """Show a reading as corrected, with the place of each statement and claim."""
    from mahdar.library.reviewed import notes_of, reviewed

    with opened_library(library) as store, store.reading() as connection:
        found = reviewed(connection, report)
        if found is None:
            complain(f"the library has no reading of {report!r}")
            raise typer.Exit(FAILED)
        noted = notes_of(connection, [found.id])
    if json:
        told = {"reading": found.told, "rejected": found.rejected}
        told |= {"reviews": [each.to_dict() for each in found.reviews], "notes": [asdict(each) for each in noted]}
        write(json_text(told) + "\n")
        return
    for name in ("statements", "claims"):
        rows = [_shown(where, each) for where, each in found.places(name)]
        emit(rows, ("place", "kind", "says", "text", "decided"), "table", about={name: len(rows)})
    rejected = [_shown("", each) for each in found.rejected]
    if rejected:
        emit(rejected, ("kind", "says", "text", "decided"), "table", about={"rejected": len(rejected)})
    if noted:
        emit([asdict(each) for each in noted], ("at", "by", "about", "text"), "table", about={"notes": len(noted)})


def _shown(where: str, item: dict[str, Any]) -> dict[str, object]:
    decided = "; ".join(f"{each['decision']} ({each['subject']}) by {each['by']}" for each in item.get("reviews", ()))
    claim = "verdict" in item
    says = item["verdict"] if claim else ", ".join(item["speakers"])
    return {
        "place": where,
        "kind": item["kind"] if claim else item["act"],
        "says": says,
        "text": item["text"],
        "decided": decided,
    }


app.command("confirm", epilog=library_decide.CONFIRM_EXAMPLES)(library_decide.confirm)
app.command("correct", epilog=library_decide.CORRECT_EXAMPLES)(library_decide.correct)
app.command("reject", epilog=library_decide.REJECT_EXAMPLES)(library_decide.reject)
app.command("withdraw", epilog=library_decide.WITHDRAW_EXAMPLES)(library_decide.withdraw)


@app.command("history", epilog=HISTORY_EXAMPLES)
def history(
    report: Annotated[
        str | None, typer.Argument(metavar="REPORT", help="The id of a report; without one, all.")
    ] = None,
    lost: Annotated[
        bool, typer.Option("--lost", help="Only what lost its place when the report was read again.")
    ] = False,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="How many; 0 is all.")] = 100,
    library: LibraryPlace = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Show what was decided, by whom, when and why, and whether it stands."""
    from mahdar.library.asking import find
    from mahdar.library.reviewed import reviews_of

    form = form_of(json, csv)
    with opened_library(library) as store, store.reading() as connection:
        if report is not None and find(connection, report) is None:
            complain(f"the library has no report {report!r}")
            raise typer.Exit(FAILED)
        found = reviews_of(connection, report)
    rows = [each.to_dict() for each in found if not lost or each.state == "lost"]
    shown = rows[: limit or None]
    emit(shown, _HISTORY if form == "table" else _ALL_HISTORY, form, about={"reviews": len(rows), "shown": len(shown)})


@app.command("note", epilog=NOTE_EXAMPLES)
def note(
    report: ReportId,
    text: Annotated[
        str | None, typer.Argument(metavar="TEXT", help="The note; without it, the notes are shown.")
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME", envvar="MAHDAR_REVIEWER", help="Who notes it.")] = "",
    story: Annotated[bool, typer.Option("--story", help="On the story that the report tells.")] = False,
    library: LibraryPlace = None,
    json: Json = False,
) -> None:
    """Note something on a report or its story, or show the notes."""
    from mahdar.library.reviewed import notes_of
    from mahdar.library.reviewing import note as keep
    from mahdar.library.reviews import ReviewError

    if text is not None and not by:
        raise typer.BadParameter("say who notes it, or set MAHDAR_REVIEWER", param_hint="--by")
    with opened_library(library) as store:
        if text is None:
            with store.reading() as connection:
                found = [asdict(each) for each in notes_of(connection, [report])]
        else:
            try:
                found = [asdict(keep(store, report, text, by=by, about="story" if story else "report"))]
            except ReviewError as error:
                complain(str(error))
                raise typer.Exit(FAILED) from None
    emit(found, ("at", "by", "about", "report", "text"), "json" if json else "table", about={"notes": len(found)})
