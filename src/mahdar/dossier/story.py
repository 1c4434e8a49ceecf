"""The dossier of a story: its reports, what each of them says, and the accounts side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from mahdar.accounts.compare import compare
from mahdar.accounts.compare_model import Comparison
from mahdar.accounts.telling import Telling
from mahdar.dossier.kept import kept, of_ids
from mahdar.dossier.shapes import Counted, Held, Said
from mahdar.dossier.told import Told
from mahdar.export.kept import Kept, KeptReport
from mahdar.library import kept_stories
from mahdar.library.opened import Library

SCHEMA = "mahdar/dossier/1"
_FEWEST = 2  # accounts to compare


@dataclass(frozen=True, slots=True)
class Account:
    """A report of the story with all that it says; `copy_of` is the report whose text it repeats, None for none."""

    report: KeptReport
    copy_of: str | None
    said: tuple[Said, ...]
    counted: tuple[Counted, ...]
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class StoryDossier:
    """A story with its accounts in order of publication; `comparison` is of those that are no copies, None for one.

    `texts` are those of the compared reports, in the order of the comparison.
    """

    id: str
    accounts: tuple[Account, ...]
    comparison: Comparison | None
    texts: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """A JSON object; `schema` and `of` come first; the texts are left out."""
        told = asdict(self)
        told.pop("texts")
        return {"schema": SCHEMA, "of": "story", **told}


def story_dossier(id_: str, library: Library) -> StoryDossier | None:
    """The dossier of a story by its id, or by that of a report that tells it; None where there is no such story.

    Reports that came since the library was last grouped are put into their stories first. Raises LibraryError where
    the library cannot be read or written.
    """
    kept_stories.settle(library)
    with library.reading() as connection:
        story = kept_stories.story(connection, kept_stories.story_of(connection, id_) or id_)
        if story is None:
            return None
        copies = {member.id: member.copy_of for member in story.members}
        found = {one.report.id: one for one in kept(connection, of_ids(list(copies)))}
    ordered = [found[member] for member in copies if member in found]
    return _made(story.id, ordered, copies)


def _made(id_: str, reports: list[Kept], copies: Mapping[str, str | None]) -> StoryDossier:
    accounts = tuple(_account(one, copies[one.report.id]) for one in reports)
    own = [one for one in reports if copies[one.report.id] is None]
    tellings = [_telling(one) for one in own]
    comparison = compare(tellings) if len(tellings) >= _FEWEST else None
    return StoryDossier(id_, accounts, comparison, tuple(one.text for one in own))


def _telling(one: Kept) -> Telling:
    report = one.report
    published = report.published.edtf if report.published else None
    return Telling(report.id, one.text, one.reading, report.title, report.outlet, published)


def _account(one: Kept, copy_of: str | None) -> Account:
    told = Told(one)
    return Account(one.report, copy_of, tuple(told.said()), tuple(told.counted()), tuple(told.held()))
