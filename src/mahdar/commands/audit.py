"""`mahdar record audit`: the record held against the rules of the bodies, and its sources against each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mahdar.commands.options import AsOf, RecordPath, opened, parsed, state
from mahdar.commands.output import Csv, Json, console, csv_text, form_of, json_text, write

if TYPE_CHECKING:
    from mahdar.checking.audit.run import Audit
    from mahdar.record.opened import Store

EXAMPLES = """Examples:

\b
  mahdar record audit                          # every rule, a few examples of each
  mahdar record audit --rules                  # the rules that there are
  mahdar record audit --rule council-voters    # one rule; may be given again
  mahdar record audit --about S/2022/431       # what the rules say of a symbol
  mahdar record audit --about PRK              # … or of a state, by code or name
  mahdar record audit --all --language ar      # every finding, in Arabic
  mahdar record audit --json | jq .findings    # for programs, always all of them

Exit status: 0 the rules ran, whatever they found; 1 the record cannot be opened, 2 wrong usage."""

COLUMNS = (
    *("rule", "severity", "about", "date", "states", "said_en", "said_ar", "provision", "provision_link", "under"),
    *("says", "sources", "files", "places", "links"),
)
Language = Literal["en", "ar"]


def _show_rules(wanted: bool) -> None:
    if wanted:
        from mahdar.checking.audit.run import rules

        for rule in rules().values():
            typer.echo(f"{rule.slug:26} {rule.title.en}")
        raise typer.Exit


def _known(slugs: list[str] | None) -> list[str] | None:
    """Raises typer.BadParameter on a rule that does not exist, with those whose names come near."""
    from mahdar.checking.audit.run import rules
    from mahdar.near import near

    for slug in slugs or ():
        if slug not in rules():
            meant = near(slug, rules())
            hint = f"; did you mean {', '.join(meant)}?" if meant else "; --rules lists them"
            raise typer.BadParameter(f"there is no rule {slug!r}{hint}")
    return slugs


def audit(
    rule: Annotated[
        list[str] | None, typer.Option(metavar="SLUG", callback=_known, help="Only this rule; may be given again.")
    ] = None,
    rules: Annotated[
        bool, typer.Option("--rules", callback=_show_rules, is_eager=True, help="Print the rules and leave.")
    ] = False,
    about: Annotated[
        str | None, typer.Option(metavar="SYMBOL|STATE", help="Only what is about a document, a state or a month.")
    ] = None,
    all: Annotated[bool, typer.Option("--all", help="Print every finding, not a few examples of each rule.")] = False,
    language: Annotated[
        Language, typer.Option(metavar="en|ar", help="The language of the sentences on the page.")
    ] = "en",
    as_of: AsOf = None,
    json: Json = False,
    csv: Csv = False,
    record: RecordPath = None,
) -> None:
    """Audit the record: what contradicts the rules of procedure, and where sources contradict one another."""
    from mahdar.checking.audit.material import Material
    from mahdar.checking.audit.run import audit as run

    form = form_of(json, csv)
    with opened(record) as store:
        found = run(Material(store, parsed(as_of)), rule or (), _subjects(store, about))
    if form == "json":
        write(json_text(found.to_dict()) + "\n")
    elif form == "csv":
        write(csv_text(list(_rows(found)), COLUMNS))
    else:
        from mahdar.commands.audit_page import Page

        Page(language, whole=all, narrowed=about is not None).show(found, console())


def _subjects(store: Store, about: str | None) -> list[str]:
    """What may be meant: a number is that of a resolution, or a year. Raises typer.BadParameter on an unknown state."""
    if about is None:
        return []
    bare = about.strip()
    if bare.isdigit():
        return [bare, f"S/RES/{bare}"]
    slugs = [slug for (slug,) in store.connection.execute("SELECT slug FROM main.treaties").fetchall()]
    keys = [key for (key,) in store.connection.execute("SELECT key FROM main.sources").fetchall()]
    known = bare in slugs or bare in keys or any(sign.isdigit() for sign in bare)
    return [bare] if known else [state(bare, "--about")]


def _rows(found: Audit) -> Iterator[dict[str, object]]:
    """Findings as flat rows: each with its parts, that stand `under` it."""
    for finding in found.findings:
        yield finding.to_row() | {"under": ""}
        yield from (part.to_row() | {"under": finding.about} for part in finding.parts)
