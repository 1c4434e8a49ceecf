"""Names of states as the sources spell them, to ISO 3166-1 alpha-3."""

from __future__ import annotations

import re
from functools import cache

from tools.record_facts.shared import aliases, read


class UnknownStateError(KeyError):
    """A source names a state that the tables of names do not know."""


def code(name: str) -> str:
    """The alpha-3 code of a name; footnote digits and articles are passed over. Raises UnknownStateError."""
    key = fold(name)
    found = _names().get(key)
    if found is None:
        raise UnknownStateError(name)
    return found


def alpha3(alpha2: str) -> str:
    """ISO 3166-1 alpha-2 to alpha-3."""
    return _alpha3()[alpha2]


def fold(name: str) -> str:
    bare = re.sub(r"\(the\)|\*|[\d,]+$|\s\d[\d, ]*", " ", name.replace("’", "'").replace("\xa0", " "))
    return " ".join(bare.casefold().split())


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in read("country_names", "country-codes.csv"):
        for column in ("official_name_en", "UNTERM English Short", "CLDR display name"):
            if row[column]:
                names.setdefault(fold(row[column]), row["ISO3166-1-Alpha-3"])
    names.update({fold(row["name"]): row["state"] for row in aliases("state_aliases.csv")})
    return names


@cache
def _alpha3() -> dict[str, str]:
    return {r["ISO3166-1-Alpha-2"]: r["ISO3166-1-Alpha-3"] for r in read("country_names", "country-codes.csv")}
