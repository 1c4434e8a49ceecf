"""`mahdar library search`: reports or statements by words and by what was read in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from mahdar.commands.library_options import LibraryPlace, opened_library
from mahdar.commands.options import From, To, between, state
from mahdar.commands.output import Json, complain, console, json_text, write

if TYPE_CHECKING:
    from rich.text import Text
    from sqlalchemy.engine import Connection

    from mahdar.edtf import Interval
    from mahdar.library.meant import Unmet
    from mahdar.library.searching import Question, Results

EXAMPLES = """Examples:

\b
  mahdar library search "مجلس الأمن" حقوق            # reports with these words side by side, and that word
  mahdar library search sanctions --state PRK --from 2022
  mahdar library search --statements --speaker "Kim Yo Jong" --act threaten
  mahdar library search --principal Albania --act demand
  mahdar library search --mechanism council --verdict refuted --json
  mahdar library search "S/RES/2397 (2017)"

Words are looked for as readers take them for one (hamza, teh marbuta, vowel signs, digits, the article, endings), those
between quotation marks as they stand. All conditions must hold. Exit status: 0 also where nothing is found."""

_AROUND = 90  # characters of a report shown on each side of a word
_MOST_PLACES = 3


def _act(value: str | None) -> str | None:
    """Raises typer.BadParameter where this is no act of a statement."""
    from mahdar.model import Act

    return _one_of(value, get_args(Act))


def _verdict(value: str | None) -> str | None:
    from mahdar.model import VerdictLabel

    return _one_of(value, get_args(VerdictLabel))


def _mechanism(value: str | None) -> str | None:
    from mahdar.checking.homes import homes

    return _one_of(value, [home.rpartition(".")[2] for home in homes()]) if value else None


def _one_of(value: str | None, known: Sequence[str]) -> str | None:
    if value is not None and value not in known:
        raise typer.BadParameter(f"write one of {', '.join(known)}")
    return value


# The options that narrow a search, which an export takes too.
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who published it.")]
OfState = Annotated[
    str | None, typer.Option("--state", metavar="STATE", help="A state that it names, or that a speaker speaks for.")
]
Speaker = Annotated[
    str | None, typer.Option("--speaker", metavar="WHO", help="Who speaks in it: person:kim-yo-jong, or a name.")
]
Principal = Annotated[
    str | None,
    typer.Option("--principal", metavar="WHO", help="For which state or body somebody speaks: state:PRK, or a name."),
]
OfAct = Annotated[str | None, typer.Option("--act", metavar="ACT", callback=_act, help="say, accuse, deny, demand …")]
OfVerdict = Annotated[
    str | None, typer.Option("--verdict", metavar="LABEL", callback=_verdict, help="With a claim of this verdict.")
]
OfMechanism = Annotated[
    str | None,
    typer.Option("--mechanism", metavar="NAME", callback=_mechanism, help="With a claim that it checks: council …"),
]


def search(
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS", help="What the text must hold.")] = None,
    outlet: Outlet = None,
    first: From = None,
    last: To = None,
    of: OfState = None,
    speaker: Speaker = None,
    principal: Principal = None,
    act: OfAct = None,
    mechanism: OfMechanism = None,
    verdict: OfVerdict = None,
    statements: Annotated[bool, typer.Option("--statements", help="Find statements instead of reports.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=1_000, metavar="N", help="How many on a page.")] = 20,
    page: Annotated[int, typer.Option(min=1, max=100_000, metavar="N", help="Which page.")] = 1,
    library: LibraryPlace = None,
    json: Json = False,
) -> None:
    """Search the library: the best first, with the words marked, and counts of all that was found."""
    from mahdar.library.searching import search, search_statements

    when = between(first, last)
    question = asked(words, outlet, when, of, speaker, act, verdict, principal=principal, mechanism=mechanism)
    ask = search_statements if statements else search
    from mahdar.library.meant import unmet

    with opened_library(library) as store, store.reading() as connection:
        found = ask(connection, question, limit=limit, offset=(page - 1) * limit)
        missed = [] if found.total else unmet(connection, question)
        names = _names(connection, found)
    if json:
        _print_json(found, page, limit)
    else:
        _print(found, page, limit, names)
    for each in missed:
        complain(_unmet(each))


def asked(
    words: list[str] | None,
    outlet: str | None,
    when: Interval | None,
    of: str | None,
    speaker: str | None,
    act: str | None,
    verdict: str | None,
    *,
    principal: str | None = None,
    mechanism: str | None = None,
) -> Question:
    """What the options of a search ask for. Raises typer.BadParameter where there are words but none to look for."""
    from mahdar.library.searching import Question

    question = Question(
        words=_joined(words or []),
        outlet=outlet,
        first=when.first.isoformat() if when and when.first else None,
        last=when.last.isoformat() if when and when.last else None,
        state=state(of, "--state") if of else None,
        speaker=speaker,
        act=act,
        verdict=verdict,
        principal=principal,
        mechanism=mechanism,
    )
    _check(question)
    return question


def _joined(words: list[str]) -> str:
    """The words as one question; an argument of several words was between quotation marks on the command line."""
    quoted = any(mark in word for word in words for mark in '"“”«»')
    return " ".join(f'"{word}"' if " " in word.strip() and not quoted else word for word in words)


def _check(question: Question) -> None:
    try:
        question.terms()
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="WORDS") from None


def _print_json(found: Results, page: int, limit: int) -> None:
    facets = {name: [{"value": value, "count": many} for value, many in each] for name, each in found.facets.items()}
    told = {"total": found.total, "page": page, "limit": limit, "rows": found.rows, "facets": facets}
    write(json_text(told) + "\n")


def _names(connection: Connection, found: Results) -> dict[str, str]:
    """The names of states, people and bodies among the counts."""
    from mahdar.checking.wording import state_name
    from mahdar.library.meant import called

    ids = {value for name in ("state", "speaker", "principal") for value, _ in found.facets.get(name, ())}
    states = {each: state_name(each.partition(":")[2]).en for each in ids if each.startswith("state:")}
    return called(connection, ids - states.keys()) | states


def _unmet(found: Unmet) -> str:
    """What the library does not have, and what like it it has."""
    near = f"; it has {', '.join(found.near)}" if found.near else ""
    return f"the library has no {found.asked} “{found.name}”{near}"


def _print(found: Results, page: int, limit: int, names: Mapping[str, str]) -> None:
    from mahdar.commands.grid import line

    out = console()
    pages = max(1, -(-found.total // limit))
    beyond = f"page {page:,} is behind the last, which is {pages:,}" if page > pages else f"page {page:,} of {pages:,}"
    out.print(line(f"{found.total:,} found, {beyond}", "bold"))
    for row in found.rows:
        about = (row["id"], row.get("title"), row["outlet"], row["published"], row.get("act"), _who(row))
        out.print()
        out.print(line(" · ".join(str(each) for each in about if each), "bold"))
        for snippet in _snippets(row["text"], row["marks"], whole="act" in row):
            out.print(snippet)
    out.print()
    for name, counts in found.facets.items():
        if counts:
            told = (f"{_called(value, names)} {many:,}" for value, many in counts)
            out.print(line(f"{name}: {', '.join(told)}", "dim"))


def _called(value: str, names: Mapping[str, str]) -> str:
    """A value of a facet by its name, with what to write for it behind."""
    return f"{names[value]} ({value.removeprefix('state:')})" if value in names else value


def _who(row: dict[str, Any]) -> str:
    return ", ".join(row.get("speakers") or ())


def _snippets(text: str, marks: Sequence[tuple[int, int]], *, whole: bool) -> list[Text]:
    """Stretches of the text around the first words found; the whole text where it is a statement."""
    if whole:
        return [_marked(text, 0, len(text), marks)]
    found: list[Text] = []
    shown_to = 0
    for start, end in marks:
        if len(found) < _MOST_PLACES and start >= shown_to:
            first, shown_to = _edge(text, start, -_AROUND), _edge(text, end, _AROUND)
            found.append(_marked(text, max(first, 0), shown_to, marks))
    return found or [_marked(text, 0, _edge(text, 0, 2 * _AROUND), marks)]


def _edge(text: str, at: int, by: int) -> int:
    """A place about so far away, where a word ends."""
    target = min(max(at + by, 0), len(text))
    if target in (0, len(text)):
        return target
    space = text.find(" ", target) if by > 0 else text.rfind(" ", 0, target)
    return (len(text) if by > 0 else 0) if space < 0 else space if by > 0 else space + 1


def _marked(text: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> Text:
    """A stretch with its words in bold, between brackets as well, so that they show where there are no colours."""
    from rich.text import Text

    from mahdar.characters import harmless

    found = Text("  …" if start else "  ")
    at = start
    for first, last in marks:
        if start <= first and last <= end:
            found.append(_plain(harmless(text[at:first])))
            found.append(f"[{harmless(text[first:last])}]", "bold yellow")
            at = last
    found.append(_plain(harmless(text[at:end])))
    return found.append("…" if end < len(text) else "")


def _plain(text: str) -> str:
    return text.replace("\n", " ").replace("\r", "")
