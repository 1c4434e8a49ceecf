"""Whether a row of the record is on what a claim says it is on.

A row bears a subject out only if it names the state or the theme. An agenda item that names none, or only may concern
the state, leaves it open; a row on another state alone is on something else.
"""

from __future__ import annotations

from collections.abc import Collection

from mahdar.checking.themes import is_theme, on_theme
from mahdar.checking.topics import near
from mahdar.checking.wording import Pair

OPEN = Pair(
    " Its agenda item does not say that it was on that.",
    " ولا يدل بند جدول أعماله على أنه في هذا الموضوع.",
)


def on_subject(about: str | None, title: str, named: Collection[str], maybe: Collection[str]) -> bool | None:
    """Whether a row of that title, which names these states and may concern those, is on the subject; None where that
    stays open.
    """
    if about is None:
        return True
    if is_theme(about):
        return on_theme(about, title) or None
    meant = {about, near(about) or about}
    if meant & {*named}:
        return True
    return None if not named or meant & {*maybe} or "*" in maybe else False
