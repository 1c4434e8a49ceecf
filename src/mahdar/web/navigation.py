"""The links that every page has: the sections of the application, and the pages of each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from mahdar.web.catalogue import all_pages
from mahdar.web.pages import Page, Section
from mahdar.web.wording import N_

if TYPE_CHECKING:
    from mahdar.web.asking import Ask


@dataclass(frozen=True, slots=True)
class Heading:
    """A section as it is named at the head of each page."""

    section: Section
    title: str


HEADINGS = (
    Heading("read", N_("Read")),
    Heading("library", N_("Library")),
    Heading("record", N_("Record")),
    Heading("work", N_("Work")),
    Heading("about", N_("About Mahdar")),
)


@cache
def in_section(section: str) -> tuple[Page, ...]:
    """The pages of a section that are linked, in order."""
    found = [page for page in all_pages() if page.section == section and page.nav]
    return tuple(sorted(found, key=lambda page: page.nav))


def links(ask: Ask, section: str) -> list[tuple[str, str, bool]]:
    """Address, title and whether it is this page; those alone that this person may see."""
    shown = [page for page in in_section(section) if ask.person.may(page.role)]
    return [(ask.url(page.path), ask.say(page.title), page.path == ask.at) for page in shown]


def headings(ask: Ask) -> list[tuple[Section, str, str]]:
    """Section, title and address of its first page."""
    told = ((heading, links(ask, heading.section)) for heading in HEADINGS)
    return [(heading.section, ask.say(heading.title), found[0][0]) for heading, found in told if found]
