"""`mahdar library review …`: what people decide on what was read, added to the library and never in its place."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from mahdar.characters import harmless
from mahdar.commands.library_options import LibraryPlace, opened_library, opened_record
from mahdar.commands.options import FAILED, RecordPath, group
from mahdar.commands.output import Csv, Json, complain, emit, form_of, json_text, write

if TYPE_CHECKING:
    from mahdar.library.reviews import Decision, Kept
    from mahdar.record.access import Record

LIST_EXAMPLES = """Examples:

\b
  mahdar library review list                          # what waits, the most pressing first
  mahdar library review list --reason refuted
  mahdar library review list --report report.txt --subject statement
  mahdar library review list --kind council.veto --json

A claim waits until its verdict is decided on, a statement until somebody decided on it. The last column is the place
that the other commands take."""

CONFIRM_EXAMPLES = """Examples:

\b
  mahdar library review confirm report.txt verdict:120-180:council.size --by "R. Haddad"
  mahdar library review confirm report.txt statement:16-43 --by "R. Haddad" --why "seen on video"
  mahdar library review confirm a.txt story:b.txt --by "R. Haddad"          # a.txt and b.txt tell one story

A place is as `list` and `show` print it: statement:START-END, claim:START-END:KIND, verdict:START-END:KIND."""

CORRECT_EXAMPLES = """Examples:

\b
  mahdar library review correct report.txt statement:16-43 --set speakers=state:RUS --set act=demand \\
      --by "R. Haddad" --why "the delegate spoke for Russia"
  mahdar library review correct report.txt claim:49-80:council.size --set args.members=15 --by … --why …
  mahdar library review correct report.txt verdict:49-80:council.size --set verdict=supported \\
      --cite S/RES/2397 --by … --why …
  mahdar library review correct a.txt story:b.txt --by … --why …            # a.txt moves into the story of b.txt

What can be set: of a statement act, quoted, speakers, speaker_text, via, cue, start, end; of a claim kind, negated and
args.NAME; of a verdict verdict. Several values are separated by |, a value left empty takes an argument away. A claim
with other arguments is judged anew by the record."""

REJECT_EXAMPLES = """Examples:

\b
  mahdar library review reject report.txt statement:16-43 --by "R. Haddad" --why "the reporter's own words"
  mahdar library review reject report.txt verdict:49-80:council.size --by … --why …
  mahdar library review reject a.txt story:b.txt --by … --why …             # a.txt and b.txt tell different stories
  mahdar library review reject a.txt story --by … --why …                   # a.txt tells another story than all"""

WITHDRAW_EXAMPLES = """Examples:

\b
  mahdar library review withdraw report.txt statement:16-43 --by "R. Haddad" --why "decided on the wrong one"

What was decided there counts no more; the history keeps it."""

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
ReportId = Annotated[str, typer.Argument(metavar="REPORT", help="The id of a report.")]
Place = Annotated[str, typer.Argument(metavar="PLACE", help="The place, as `mahdar library review list` prints it.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", envvar="MAHDAR_REVIEWER", help="Who decides.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="Why; only a confirmation needs none.")]

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


@app.command("confirm", epilog=CONFIRM_EXAMPLES)
def confirm(
    report: ReportId, place: Place, by: By, why: Why = "", library: LibraryPlace = None, json: Json = False
) -> None:
    """Confirm what was read at a place, or that two reports tell one story."""
    _decide("confirm", report, place, by, why, library, json)


@app.command("correct", epilog=CORRECT_EXAMPLES)
def correct(
    report: ReportId,
    place: Place,
    by: By,
    why: Why,
    fields: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="What it is to be; may be given again.")
    ] = None,
    cite: Annotated[
        list[str] | None,
        typer.Option(metavar="SYMBOL", help="A document that bears out a verdict; may be given again."),
    ] = None,
    library: LibraryPlace = None,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """Put something else in place of what was read, or move a report into the story of another."""
    correction = _correction(place, fields or [], cite or [])
    asked = opened_record(record) if place.startswith("claim:") else None  # what the record shows of a corrected claim
    _decide("correct", report, place, by, why, library, json, correction, asked)


@app.command("reject", epilog=REJECT_EXAMPLES)
def reject(report: ReportId, place: Place, by: By, why: Why, library: LibraryPlace = None, json: Json = False) -> None:
    """Reject what was read at a place, or that two reports tell one story."""
    _decide("reject", report, place, by, why, library, json)


@app.command("withdraw", epilog=WITHDRAW_EXAMPLES)
def withdraw(
    report: ReportId, place: Place, by: By, why: Why, library: LibraryPlace = None, json: Json = False
) -> None:
    """Take back what was decided at a place, by whomever."""
    _decide("withdraw", report, place, by, why, library, json)


def _decide(
    decision: Decision,
    report: str,
    where: str,
    by: str,
    why: str,
    library: str | None,
    json: bool,
    correction: dict[str, Any] | None = None,
    record: Record | None = None,
) -> None:
    from mahdar.library.reviewing import review
    from mahdar.library.reviews import Review, ReviewError, place

    try:
        at = place(where)
    except ReviewError as error:
        raise typer.BadParameter(str(error), param_hint="PLACE") from None
    asked = Review(report, decision=decision, by=by, why=why, correction=correction or {}, **at)
    with opened_library(library) as store:
        try:
            kept = review(store, asked, record)
        except ReviewError as error:
            complain(str(error))
            raise typer.Exit(FAILED) from None
    _tell(kept, json)


def _tell(kept: Kept, json: bool) -> None:
    if json:
        write(json_text(kept.to_dict()) + "\n")
        return
    done = {"confirm": "confirmed", "correct": "corrected", "reject": "rejected", "withdraw": "withdrawn"}
    typer.echo(
        f"{done[kept.review.decision]} {harmless(kept.review.report)} {harmless(kept.place)} (review {kept.key})"
    )


def _correction(where: str, fields: list[str], cite: list[str]) -> dict[str, Any]:
    """The fields of `--set` and `--cite`. Raises typer.BadParameter where one is no NAME=VALUE."""
    found: dict[str, Any] = {}
    for each in fields:
        name, is_set, value = each.partition("=")
        if not is_set or not name:
            raise typer.BadParameter(f"write NAME=VALUE, not {each!r}", param_hint="--set")
        if name.startswith("args."):
            found.setdefault("args", {})[name.removeprefix("args.")] = _argument(value)
        elif name.startswith("entities."):
            called, _, principal = value.partition("|")
            told = {"name": called, "principal": principal or None}
            found.setdefault("entities", {})[name.removeprefix("entities.")] = told
        else:
            found[name] = _field(name, value)
    if cite:
        found["citations"] = [{"symbol": symbol} for symbol in cite]
    return found


def _field(name: str, value: str) -> object:
    if name in ("speakers", "via"):
        return [each for each in value.split("|") if each]
    if name in ("quoted", "negated") and value in ("true", "false"):
        return value == "true"
    return int(value) if name in ("start", "end") and value.isdecimal() else value


def _argument(value: str) -> object:
    """A whole number, several values, votes by state (PRK=no|USA=yes), or a text; nothing takes it away."""
    if not value:
        return None
    if value.isascii() and value.isdecimal():
        return int(value)
    parts = value.split("|")
    if all("=" in part for part in parts):
        return dict(part.split("=", 1) for part in parts)
    return parts if len(parts) > 1 else value


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
