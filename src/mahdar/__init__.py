"""Mahdar reads news reports about human rights at the United Nations and holds them against the official record.

>>> import mahdar
>>> reading = mahdar.read(text, published="2024-03-29")
>>> reading.to_dict()["claims"]
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mahdar.model import Reading
    from mahdar.record.access import Record

__all__ = ["read"]


def read(
    text: str,
    *,
    id: str = "",
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    as_of: date | None = None,
    record: Record | None = None,
    checks: bool = True,
) -> Reading:
    """Read one report, as `mahdar read` does. Offsets in the result count code points of ``text``.

    ``published`` is EDTF, ``as_of`` the day by whose record to judge, ``record`` the built-in one where it is None.
    Without ``checks`` no claims are sought. Raises ValueError where ``published`` is no EDTF date or interval.
    """
    from mahdar import pipeline  # the tables and the record are loaded when first needed, not with the package

    return pipeline.read(
        text,
        id=id,
        published=published,
        outlet=outlet,
        title=title,
        url=url,
        as_of=as_of,
        record=record,
        checks=checks,
    )
