"""The words of the interface: gettext catalogues, one for each area and language, read when the application starts."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations
from importlib.resources import files
from io import BytesIO
from typing import Literal

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

Language = Literal["ar", "en"]
LANGUAGES: tuple[Language, ...] = ("ar", "en")
AREAS = ("core", "reports", "record")


def N_(message: str) -> str:  # noqa: N802  # the name by which gettext tools know a message that is translated later
    """Mark a message for the catalogues; it is translated where it is shown."""
    return message


def catalogue(language: Language, area: str) -> Catalog:
    """One catalogue as it lies in the package; an area that has none yet is empty."""
    place = files("mahdar.web") / "locale" / language / "LC_MESSAGES" / f"{area}.po"
    if not place.is_file():
        return Catalog(locale=language)
    return read_po(BytesIO(place.read_bytes()), locale=language)


@cache
def translations(language: Language) -> GNUTranslations:
    """All areas of a language, with the plural forms of the first; a message of two areas is taken from the first."""
    merged = catalogue(language, AREAS[0])
    for area in AREAS[1:]:
        for message in catalogue(language, area):
            if message.id and message.id not in merged:
                merged[message.id] = message
    made = BytesIO()
    write_mo(made, merged)
    made.seek(0)
    return GNUTranslations(made)
