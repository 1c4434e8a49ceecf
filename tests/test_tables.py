"""Every table in the package says what belongs in it, and what it lists is read by somebody."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import mahdar
from mahdar.tables import header

PACKAGE = Path(mahdar.__file__).parent
TABLES = sorted(path for path in PACKAGE.glob("**/tables/*") if path.suffix in (".csv", ".toml"))
# What the program says itself, and how it is set: nobody else is the source of that.
OWN = {
    "audit.toml", "columns.toml", "compare_labels.toml", "compare_subjects.csv", "kinds.toml", "labels.toml",
    "look_ups.toml", "notes.csv", "page_metadata.csv", "settings.toml", "words.toml", "wording.toml",
}  # fmt: skip
# Tables of words whose lists are asked for by name.
ASKED = [
    f"{room}/tables/{name}"
    for room, names in {
        "checking": "lists manner meant numbers rosters seats subjects times votes",
        "dossier": "labels",
        "language": "numbers_rules sentences times_context times_durations",
        "mechanisms/council": "words",
        "mechanisms/mandates": "words",
        "mechanisms/membership": "words",
        "mechanisms/offices": "words",
        "mechanisms/review": "words",
        "mechanisms/rights_council": "words",
        "mechanisms/sanctions": "spelling",
        "reading": "dateline figures offices_words persons_words statements_ar",
    }.items()
    for name in names.split()
]


def test_every_table_says_what_belongs_in_it_and_whence() -> None:
    for path in TABLES:
        package = ".".join(path.parent.parent.relative_to(PACKAGE.parent).parts)
        told = " ".join(header(package, path.name)).lower()
        assert "policy" in told, path
        assert path.name in OWN or "source" in told or "published" in told, path


@pytest.mark.parametrize("table", ASKED)
def test_every_list_of_a_table_is_asked_for(table: str) -> None:
    """By its name, or by its name without the language at its end; those of the language by the reader too."""
    room = (PACKAGE / table).parent.parent
    rooms = [room, PACKAGE / "reading"] if room.name == "language" else [room]
    code = "\n".join(path.read_text("utf-8") for one in rooms for path in (*one.rglob("*.py"), *one.rglob("*.html")))
    asked = set(re.findall(r"""["']([a-z_]+?)_?(?:["']|\{)""", code))
    for name in _names(tomllib.loads(Path(f"{PACKAGE / table}.toml").read_text("utf-8"))):
        assert name in asked or re.sub("_(?:ar|en)$", "", name) in asked, name


def _names(table: dict[str, object]) -> set[str]:
    """The lists and single values of a table, and of its sections where they have one for each language."""
    found: set[str] = set()
    for name, value in table.items():
        sections = name in ("ar", "en", "digits") and isinstance(value, dict)
        found |= set(value) if sections and isinstance(value, dict) else {name}
    return found
