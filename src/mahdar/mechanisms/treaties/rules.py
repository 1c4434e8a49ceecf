"""The rules of treaties as code: Articles 11 to 16 and 54 of the Vienna Convention on the Law of Treaties.

A signature does not bind; ratification, accession, acceptance and succession do, until a withdrawal takes effect.
The two Covenants know no withdrawal (Human Rights Committee, general comment 26).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mahdar.record.rows import TreatyAction

_LEFT = frozenset({"withdrawal", "withdrawal-in-effect", "withdrawal-of-accession"})
LEAVING = _LEFT | {"withdrawal-announced", "withdrawal-notified"}
NO_WITHDRAWAL = frozenset({"iccpr", "icescr"})


def status(actions: Sequence[TreatyAction], treaty: str, on: date | None) -> str:
    """`party`, `signatory`, `withdrawn` or `none` on a day, from a state's actions on one treaty in any order."""
    now = "none"
    for action in sorted(actions, key=lambda a: a.when.last or date.max):
        if on is not None and (action.when.first is None or action.when.first > on):
            continue
        if action.binds:
            now = "party"
        elif action.action in _LEFT and treaty not in NO_WITHDRAWAL:
            now = "withdrawn"
        elif action.action == "signature" and now == "none":
            now = "signatory"
    return now
