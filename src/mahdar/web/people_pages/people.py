"""*People*: who may come in, invitations, and the log of who did what; for admins."""

from __future__ import annotations

from typing import cast

from mahdar.web.asking import Ask, to_cursor
from mahdar.web.pages import Data, Outcome, form, page
from mahdar.web.parameters import Param
from mahdar.web.people import accounts
from mahdar.web.people.accounts import AccountError
from mahdar.web.people.log import doings_of
from mahdar.web.people.model import Role
from mahdar.web.people_pages.sign_in import said
from mahdar.web.problems import Invalid
from mahdar.web.wording import N_

_ON_A_PAGE = 50
_GIVEN = ("reader", "editor", "admin")
_PEOPLE = "people/people.html"


@page(
    "/people",
    title=N_("People"),
    template=_PEOPLE,
    section="work",
    nav=40,
    role="admin",
    rows="people",
    columns=("name", "role", "added_at", "closed_at"),
    about="Everybody who has or had an account.",
    example={"people": [{"name": "salma", "role": "admin", "added_at": "2024-03-28T10:00:00.000Z", "closed_at": None}]},
)
def people_page(ask: Ask) -> Data:
    """Accounts and their roles."""
    return _data(ask)


def _data(ask: Ask, made: str = "") -> Data:
    with ask.reading() as connection:
        found = accounts.listed(connection)
    return {"people": [{key: value for key, value in each.items() if key != "key"} for each in found],
            "_made": made, "_roles": _GIVEN}  # fmt: skip


@form("/people/invite", role="admin")
def invite(ask: Ask) -> Outcome:
    """Make an invitation and show its address, this once."""
    with ask.state.writing() as connection:
        secret = accounts.invited(connection, _role(ask), by=ask.person.name)
    origin = ask.state.settings.origin or f"http://{ask.state.settings.host}:{ask.state.settings.port}"
    made = origin + ask.url("/invitation", code=secret)
    return Outcome(template=_PEOPLE, title=ask.say(N_("People")), data=_data(ask, made))


@form("/people/role", role="admin")
def change(ask: Ask) -> Outcome:
    """Give somebody another role."""
    try:
        with ask.state.writing() as connection:
            accounts.change_role(connection, ask.field("name", 64), _role(ask), by=ask.person.name)
    except AccountError as error:
        raise Invalid(said(ask, error)) from None
    return Outcome(to=ask.url("/people"))


@form("/people/close", role="admin")
def close(ask: Ask) -> Outcome:
    """Close an account."""
    try:
        with ask.state.writing() as connection:
            accounts.close(connection, ask.field("name", 64), by=ask.person.name)
    except AccountError as error:
        raise Invalid(said(ask, error)) from None
    return Outcome(to=ask.url("/people"))


def _role(ask: Ask) -> Role:
    role = ask.field("role", 16)
    if role not in _GIVEN:
        raise Invalid(ask.say(N_("Choose a role: reader, editor or admin.")))
    return cast("Role", role)


@page(
    "/log",
    title=N_("Who did what"),
    template="people/log.html",
    section="work",
    nav=50,
    role="admin",
    params=(Param("cursor", about="Where the list goes on: `next` of the answer before."),),
    rows="doings",
    columns=("seq", "at", "who", "action", "about"),
    about="Every change that somebody made through the application or the command line, the newest first.",
    example={"doings": [{"seq": 1, "at": "2024-03-28T10:00:00.000Z", "who": "salma", "action": "note"}]},
)  # fmt: skip
def log_page(ask: Ask) -> Data:
    """A page of the log."""
    before = ask.cursor().get("before")
    if before is not None and not isinstance(before, int):
        raise Invalid(ask.say(N_("cursor: take it from the answer before")))
    with ask.reading() as connection:
        found = doings_of(connection, limit=_ON_A_PAGE + 1, before=before)
    more = len(found) > _ON_A_PAGE
    return {
        "doings": found[:_ON_A_PAGE],
        "next": to_cursor(before=found[_ON_A_PAGE - 1]["seq"]) if more else None,
        "_began": before is not None,
    }


PAGES = [people_page, log_page]
FORMS = [invite, change, close]
