"""Writes the tables of the record, src/mahdar/record/tables/*.csv, from copies of the official publications.

    python -m tools.compile_record [--check] [TABLE…]

Reads MAHDAR_SHARED/record, else ../shared/record. `--check` writes nothing and fails if a table would change.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from tools.record_facts import (
    assembly,
    council,
    council_meetings,
    decisions,
    listings,
    organisation,
    presidencies,
    rights,
    roll_calls,
    sanctions,
    spellings,
    treaties,
)
from tools.record_facts.shared import TABLES, Table, material

BUILDERS: dict[str, Callable[[], Table]] = {
    "council_terms": council.terms,
    "presidencies": presidencies.presidencies,
    "arria_meetings": council.arria,
    "procedural_votes": council.procedural,
    "agenda_items": council_meetings.agenda_items,
    "council_meetings": council_meetings.meetings,
    "council_decisions": decisions.decisions,
    "sanctions_regimes": sanctions.regimes,
    "sanctions_bodies": sanctions.bodies,
    "sanctions_listings": listings.listings,
    "assembly_decisions": assembly.decisions,
    "assembly_roll_calls": roll_calls.roll_calls,
    "upr_sessions": rights.sessions,
    "upr_reviews": rights.reviews,
    "upr_recommendations": rights.recommendations,
    "hrc_terms": rights.members,
    "hrc_decisions": rights.resolutions,
    "country_mandates": rights.mandates,
    "treaties": treaties.treaties,
    "treaty_actions": treaties.actions,
    "un_members": organisation.members,
    "un_offices": organisation.offices,
    "state_spellings": spellings.spellings,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tables", nargs="*", help="only these (default all)")
    parser.add_argument("--check", action="store_true", help="write nothing, fail on drift")
    options = parser.parse_args()
    if not material().is_dir():
        print(f"compile_record: there is no {material()}", file=sys.stderr)
        return 2
    drifted = [name for name in options.tables or BUILDERS if not settle(name, write=not options.check)]
    for name in drifted:
        print(f"{'differs from its sources' if options.check else 'written'}: {name}")
    return 1 if options.check and drifted else 0


def settle(name: str, *, write: bool) -> bool:
    """Whether the table in the package is what its sources give; writes it if asked to."""
    text = BUILDERS[name]().text()
    path = TABLES / f"{name}.csv"
    same = path.is_file() and path.read_text("utf-8") == text
    if write and not same:
        path.write_text(text, "utf-8")
    return same


if __name__ == "__main__":
    sys.exit(main())
