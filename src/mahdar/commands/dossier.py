"""`mahdar dossier …`: what the record and the library have on a state, a person or a story, as one page to print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mahdar.commands.library_options import LibraryPlace, opened_library
from mahdar.commands.options import FAILED, RecordPath, group, opened
from mahdar.commands.options import state as state_code
from mahdar.commands.output import complain, json_text, write

if TYPE_CHECKING:
    from mahdar.checking.wording import Pair
    from mahdar.dossier.document import Document
    from mahdar.dossier.printed import Asked
    from mahdar.library.opened import Library
    from mahdar.record.opened import Store

STATE_EXAMPLES = """Examples:

\b
  mahdar dossier state PRK --to prk.html
  mahdar dossier state السودان --lang ar --to sudan.html
  mahdar dossier state Syria --reports 0 --to syria.html    # all reports that name it
  mahdar dossier state PRK --json > prk.json                # the same as data"""

PERSON_EXAMPLES = """Examples:

\b
  mahdar dossier person "Kim Yo Jong" --to kim-yo-jong.html
  mahdar dossier person "أنطونيو غوتيريش" --lang ar --to guterres.html
  mahdar dossier person person:kim-yo-jong --json"""

STORY_EXAMPLES = """Examples:

\b
  mahdar dossier story STORY --lang ar --to story.html    # STORY as `mahdar library stories` names it
  mahdar dossier story report.txt --to story.html         # the story that this report tells"""

app = group("Dossiers: what the record and the library have on a state, a person or a story, as one page to print.")

_NAMED = 8  # people who may be meant

To = Annotated[Path | None, typer.Option("--to", metavar="FILE", dir_okay=False, help="Write the page (HTML) there.")]
Lang = Annotated[Literal["en", "ar"], typer.Option("--lang", help="The language of the page.")]
Most = Annotated[
    int, typer.Option("--reports", min=0, metavar="N", help="Look into so many reports, the newest first; 0 is all.")
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of the page.")]


@app.command("state", epilog=STATE_EXAMPLES)
def state(
    name: Annotated[str, typer.Argument(metavar="STATE", help="A state: code (PRK), or name in English or Arabic.")],
    to: To = None,
    lang: Lang = "en",
    most: Most = 200,
    library: LibraryPlace = None,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """A state across mechanisms, with statements by and about it, figures, and claims held against the record."""
    from mahdar.dossier.printed import printed_state
    from mahdar.dossier.state import state_dossier
    from mahdar.record.access import Record

    code = state_code(name)
    with opened(record) as store, _library(library) as kept:
        found = state_dossier(code, Record(store), kept, most=most or None)
        asked = _asked(store, kept)
    _give(found.to_dict() if json else printed_state(found, asked, lang), to)


@app.command("person", epilog=PERSON_EXAMPLES)
def person(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name or surname, in English or Arabic, or an id.")],
    to: To = None,
    lang: Lang = "en",
    most: Most = 200,
    library: LibraryPlace = None,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """A person: offices in the United Nations, statements by and about that person, figures, claims."""
    from mahdar.dossier.person import by_surname, people_called, people_like, person_dossier
    from mahdar.dossier.printed import printed_person
    from mahdar.record.access import Record

    with opened(record) as store, _library(library) as kept:
        judged = Record(store)
        people = people_called(name, judged, kept)
        like = {} if people else people_like(name, judged, kept)
        people = people or by_surname(name, like)
        if len(people) != 1:
            _say_who(name, people or like)
        ((id_, called),) = people.items()
        found = person_dossier(id_, called, judged, kept, most=most or None)
        asked = _asked(store, kept)
    _give(found.to_dict() if json else printed_person(found, asked, lang), to)


@app.command("story", epilog=STORY_EXAMPLES)
def story(
    id: Annotated[str, typer.Argument(metavar="ID", help="A story, or a report that tells it.")],
    to: To = None,
    lang: Lang = "en",
    library: LibraryPlace = None,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """A story: its reports, the accounts side by side, what each says, and claims held against the record."""
    from mahdar.dossier.printed import printed_story
    from mahdar.dossier.story import story_dossier

    with opened(record) as store, opened_library(library) as kept:
        found = story_dossier(id, kept)
        asked = _asked(store, kept)
    if found is None:
        complain(f"the library has no story {id!r}; `mahdar library stories` lists them")
        raise typer.Exit(FAILED)
    _give(found.to_dict() if json else printed_story(found, asked, lang), to)


@contextmanager
def _library(place: str | None) -> Iterator[Library | None]:
    """The library; none where it was not named and there is none at the usual place."""
    from mahdar.library.opened import default_place

    usual = default_place()
    if place is None and "://" not in usual and not Path(usual).exists():
        yield None
        return
    with opened_library(place) as found:
        yield found


def _asked(store: Store, library: Library | None) -> Asked:
    """Of what the dossier was made."""
    from mahdar.dossier.printed import Asked
    from mahdar.dossier.retrieved import retrieved_until
    from mahdar.library import chain

    at, until = datetime.now(UTC), retrieved_until(store)
    if library is None:
        return Asked(at, store.hash, until)
    with library.reading() as connection:
        entries, head = chain.head(connection)
    return Asked(at, store.hash, until, entries, head)


def _say_who(name: str, people: Mapping[str, Pair]) -> None:
    """Who may be meant, by name and id."""
    if people:
        told = [f"{pair.en} ({id_})" for id_, pair in sorted(people.items())]
        more = f" and {len(told) - _NAMED:,} more" if len(told) > _NAMED else ""
        complain(f"{name!r} is not the whole name of one person; name one of {', '.join(told[:_NAMED])}{more}")
    else:
        complain(f"neither the record nor the library knows a person called {name!r}")
    raise typer.Exit(FAILED)


def _give(found: Document | dict[str, object], to: Path | None) -> None:
    """Write the page, whole or not at all, or print it; JSON is printed."""
    from mahdar.dossier.page import dossier_page
    from mahdar.export.whole import whole_file

    text = json_text(found) + "\n" if isinstance(found, dict) else dossier_page(found)
    if to is None:
        write(text)
        return
    try:
        with whole_file(to) as place:
            place.write_text(text, "utf-8", "replace")
    except OSError as error:
        complain(f"{to} cannot be written: {error.strerror or error}")
        raise typer.Exit(FAILED) from None
    typer.echo(f"written to {to}", err=True)
