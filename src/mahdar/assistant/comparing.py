"""Accounts of one story side by side: who speaks, what is claimed, counted and named, in whose words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any

from mahdar.accounts.compare import compare
from mahdar.accounts.telling import Telling, told
from mahdar.assistant import given
from mahdar.assistant.answers import CompareAnswer
from mahdar.assistant.arguments import Name, Published, text
from mahdar.assistant.desk import Desk
from mahdar.assistant.plain import Json, plain
from mahdar.assistant.reading import cut, reading_of

_FEWEST = 2
_PARTS = ("voices", "claims", "figures", "times", "mechanisms", "terms")


@dataclass(frozen=True)
class Account:
    """One report of a story."""

    text: Annotated[str, text("The report, in Arabic or English.", given.ACCOUNT, "NEW YORK - Russia vetoed …")]
    outlet: Name = None
    title: Name = None
    published: Published = None


def compare_reports(
    desk: Desk, accounts: Sequence[Account], *, as_of: str | None = None, rows: int = 40
) -> CompareAnswer:
    """Lay two or more texts side by side, in the order given. Raises RefusedError."""
    if not _FEWEST <= len(accounts) <= given.ACCOUNTS:
        raise given.RefusedError(f"{len(accounts)} accounts were given; write from {_FEWEST} to {given.ACCOUNTS}")
    tellings = [_telling(desk, account, number, as_of) for number, account in enumerate(accounts, 1)]
    found = compare(tellings)
    left_out: dict[str, int] = {}
    parts = {name: cut([_row(row) for row in getattr(found, name)], rows, name, left_out) for name in _PARTS}
    return CompareAnswer(
        accounts=[plain(account) for account in found.accounts], **parts, left_out=left_out, record=desk.record.hash
    )


def _telling(desk: Desk, account: Account, number: int, as_of: str | None) -> Telling:
    """Read one account; its id is its number in the order given, from 1."""
    whole = given.text(account.text, given.ACCOUNT, f"the text of account {number}")
    reading = reading_of(desk, whole, account.title, account.outlet, account.published, as_of)
    return told(replace(reading, report=replace(reading.report, id=str(number))), whole)


def _row(row: Any) -> Json:
    found: Json = plain(row)
    return found
