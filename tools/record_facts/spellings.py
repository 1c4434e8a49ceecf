"""The table by which loaders read states' names: the UN's names, those of CLDR, and spellings kept by hand."""

from __future__ import annotations

from tools.record_facts.shared import Cells, Table, aliases, read
from tools.record_facts.states import fold

_COLUMNS = ("official_name_en", "UNTERM English Short", "UNTERM English Formal", "CLDR display name")


def spellings() -> Table:
    found: dict[tuple[str, str, str], Cells] = {}
    for row in read("country_names", "country-codes.csv"):
        for column in _COLUMNS:
            _add(found, row[column].removeprefix("the "), row["ISO3166-1-Alpha-3"])
    for row in read("country_names", "countrycode_un_names.csv"):
        _add(found, row["un.name.en"], row["iso3c"])
    for row in aliases("state_aliases.csv"):
        _add(found, row["name"], row["state"])
    for row in aliases("state_spellings_dated.csv"):
        _add(found, row["name"], row["state"], row["first"], row["last"])
    return Table(
        "state_spellings",
        (
            "Names of states as official publications in English spell them, to ISO 3166-1 alpha-3 (former",
            "  states 3166-3).",
            "policy: folded (lower case, no articles, no footnote marks); one row for one spelling. `first` and `last`",
            "  are the days between which the name stands for this code; a row with days goes before one without.",
            "source: UN Statistics Division and UNTERM names; CLDR; names as they stand in the publications loaded.",
        ),
        (),
        ("name", "state", "first", "last"),
        sorted(found.values(), key=lambda r: (r["name"], r["first"])),
    )


def _add(found: dict[tuple[str, str, str], Cells], name: str, state: str, first: str = "", last: str = "") -> None:
    key = fold(name)
    if key and state:
        found[key, first, last] = {"name": key, "state": state, "first": first, "last": last}
