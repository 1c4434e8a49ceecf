"""*Stories*: the reports of the library by the happening that they tell."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.library import chain
from mahdar.library.kept_stories import KeptStory, stories, story
from mahdar.library.schema import story_of, story_state
from mahdar.web.asking import Ask, to_cursor
from mahdar.web.pages import Data, page
from mahdar.web.parameters import Param
from mahdar.web.problems import Invalid
from mahdar.web.report_pages.headings import heads
from mahdar.web.report_pages.ties import tied
from mahdar.web.wording import N_

_ON_A_PAGE = 20
_SHOWN = 6  # reports of a story in the list


@page(
    "/stories",
    title=N_("Stories"),
    template="reports/stories.html",
    section="library",
    nav=20,
    params=(
        Param("least", "integer", "Stories that so many reports tell, or more.", default=2, least=1, most=1_000),
        Param("cursor", about="Where the list goes on: `next` of the answer before."),
    ),
    rows="stories",
    columns=("story", "reports"),
    about="Stories in the order of their first days, each with the ids of its reports.",
    example={"stories": [{"story": "a.txt", "reports": ["a.txt", "b.txt"]}]},
)
def stories_page(ask: Ask) -> Data:
    """A page of stories; nothing is grouped for it."""
    offset = ask.cursor().get("offset", 0)
    if not isinstance(offset, int) or offset < 0:
        raise Invalid(ask.say(N_("cursor: take it from the answer before")))
    least = ask["least"]
    with ask.reading() as connection:
        key = ("stories", least, offset, *_version(connection))
        told, goes_on = ask.state.recent.get(key, lambda: _listed(connection, least, offset))
    return {
        "stories": [{"story": each.id, "reports": list(each.reports)} for each, _ in told],
        "next": to_cursor(offset=offset + _ON_A_PAGE) if goes_on else None,
        "_stories": told,
        "_offset": offset,
    }


def _listed(connection: Connection, least: int, offset: int) -> tuple[list[tuple[KeptStory, list[Data]]], bool]:
    """The stories of a page with the heads of their reports, and whether there are more. Puts all stories in order."""
    found = list(stories(connection, least=least, limit=_ON_A_PAGE + 1, offset=offset))
    return [(each, heads(connection, each.reports[:_SHOWN])) for each in found[:_ON_A_PAGE]], len(found) > _ON_A_PAGE


def _version(connection: Connection) -> tuple[object, ...]:
    """What changes when the library or its stories do: its log, the last grouping, how many reports are in stories."""
    settled = sa.select(story_state.c.value).where(story_state.c.name == "settled")
    placed = sa.select(sa.func.count()).select_from(story_of)
    return chain.head(connection), connection.scalar(settled), connection.scalar(placed)


@page(
    "/stories/{id:path}",
    title=N_("A story"),
    template="reports/story.html",
    paths={"id": "a.txt"},
    rows="reports",
    columns=("id", "sha256", "title", "outlet", "published", "language"),
    about="The reports of a story, what ties each to the others, and which are copies.",
    example={"id": "a.txt", "reports": [{"id": "a.txt", "outlet": "Reuters"}], "members": []},
)
def story_page(ask: Ask) -> Data:
    """One story."""
    with ask.reading() as connection:
        found = story(connection, ask.path["id"])
        if found is None:
            raise ask.missing(ask.say(N_("There is no such story.")))
        told = heads(connection, found.reports)
        ties = tied(ask, connection, found.members)
    members = {each.id: each for each in found.members}
    return {
        "id": found.id,
        "reports": told,
        "members": found.to_dict().get("members", []),
        "_members": members,
        "_ties": ties,
        "title": told[0]["heading"] if told else ask.say(N_("A story")),
    }


PAGES = [stories_page, story_page]
