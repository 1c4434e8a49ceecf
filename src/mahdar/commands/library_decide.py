"""`mahdar library review confirm`, `correct`, `reject` and `withdraw`: a person decides on what was read at a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mahdar.characters import harmless
from mahdar.commands.library_options import LibraryPlace, opened_library, opened_record
from mahdar.commands.options import FAILED, RecordPath
from mahdar.commands.output import Json, complain, json_text, write

if TYPE_CHECKING:
    from mahdar.library.reviews import Decision, Kept, Review
    from mahdar.record.access import Record

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

ReportId = Annotated[str, typer.Argument(metavar="REPORT", help="The id of a report.")]
Place = Annotated[str, typer.Argument(metavar="PLACE", help="The place, as `mahdar library review list` prints it.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", envvar="MAHDAR_REVIEWER", help="Who decides.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="Why; only a confirmation needs none.")]


def confirm(
    report: ReportId, place: Place, by: By, why: Why = "", library: LibraryPlace = None, json: Json = False
) -> None:
    """Confirm what was read at a place, or that two reports tell one story."""
    _keep(_review("confirm", report, place, by, why), library, json)


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
    correction = _correction(fields or [], cite or [])
    asked = opened_record(record) if place.startswith("claim:") else None  # what the record shows of a corrected claim
    _keep(_review("correct", report, place, by, why, correction), library, json, asked)


def reject(report: ReportId, place: Place, by: By, why: Why, library: LibraryPlace = None, json: Json = False) -> None:
    """Reject what was read at a place, or that two reports tell one story."""
    _keep(_review("reject", report, place, by, why), library, json)


def withdraw(
    report: ReportId, place: Place, by: By, why: Why, library: LibraryPlace = None, json: Json = False
) -> None:
    """Take back what was decided at a place, by whomever."""
    _keep(_review("withdraw", report, place, by, why), library, json)


def _review(
    decision: Decision, report: str, where: str, by: str, why: str, correction: dict[str, Any] | None = None
) -> Review:
    """The decision as the library takes it. Raises typer.BadParameter where the place is none."""
    from mahdar.library.reviews import Review, ReviewError, place

    try:
        at = place(where)
    except ReviewError as error:
        raise typer.BadParameter(str(error), param_hint="PLACE") from None
    return Review(report, decision=decision, by=by, why=why, correction=correction or {}, **at)


def _keep(asked: Review, library: str | None, json: bool, record: Record | None = None) -> None:
    from mahdar.library.reviewing import review
    from mahdar.library.reviews import ReviewError

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


def _correction(fields: list[str], cite: list[str]) -> dict[str, Any]:
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
