"""Where a row comes from, as every row of every page says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mahdar.record.rows import Row

Cells = dict[str, Any]
SOURCE = ("publisher", "publication", "retrieved", "confidence", "known_since", "link")


def sourced(row: Row) -> Cells:
    """Publisher, publication, day of the copy, how sure, since when public, and the address of the row."""
    source, since = row.source, row.known_since
    return {
        "publisher": source.name,
        "publication": source.title,
        "retrieved": source.retrieved or None,
        "confidence": row.confidence,
        "known_since": since.isoformat() if since and since.year > 1 else None,
        "link": row.citation().url or source.url,
    }


def named(codes: Iterable[str]) -> dict[str, Cells]:
    """Names of states by code, in English and in Arabic, as the United Nations write them."""
    from mahdar.checking.wording import state_name

    pairs = {code: state_name(code) for code in sorted(set(codes))}
    return {code: {"en": pair.en, "ar": pair.ar} for code, pair in pairs.items()}
