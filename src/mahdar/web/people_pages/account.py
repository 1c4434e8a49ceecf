"""*My account*: the password, and tokens for programs."""

from __future__ import annotations

from mahdar.web.asking import Ask
from mahdar.web.guarding import cookie_name
from mahdar.web.pages import Data, Outcome, form, page
from mahdar.web.people import accounts, secrets
from mahdar.web.people.accounts import AccountError
from mahdar.web.people_pages.sign_in import said
from mahdar.web.problems import Invalid, NotFound
from mahdar.web.wording import N_

_ACCOUNT = "people/account.html"


@page("/account", title=N_("My account"), template=_ACCOUNT, about="The account of whoever asks, and its tokens.")
def account_page(ask: Ask) -> Data:
    """Name, role and tokens."""
    return _data(ask)


def _data(ask: Ask, made: str = "") -> Data:
    _needs_account(ask)
    with ask.reading() as connection:
        tokens = accounts.tokens_of(connection, ask.person.key)
    return {"name": ask.person.name, "role": ask.person.role, "tokens": tokens, "_made": made,
            "_least": secrets.SHORTEST}  # fmt: skip


def _needs_account(ask: Ask) -> None:
    if not ask.person.key:
        raise NotFound(ask.say(N_("Here is one person and no account.")))


@form("/account/password", role="reader")
def password(ask: Ask) -> Outcome:
    """Change the password; every session and token ends."""
    _needs_account(ask)
    new = ask.field("new", 300)
    if new != ask.field("again", 300):
        raise Invalid(ask.say(N_("The two passwords are not the same.")))
    try:
        with ask.state.writing() as connection:
            accounts.change_password(connection, ask.person, ask.field("old", 300), new)
    except AccountError as error:
        raise Invalid(said(ask, error)) from None
    return Outcome(to=ask.url("/sign-in"), cookies={cookie_name(ask.state.settings): None})


@form("/account/token", role="reader")
def token(ask: Ask) -> Outcome:
    """Make a token and show it, this once."""
    _needs_account(ask)
    try:
        with ask.state.writing() as connection:
            made = accounts.new_token(connection, ask.person, ask.field("label", 64))
    except AccountError as error:
        raise Invalid(said(ask, error)) from None
    return Outcome(template=_ACCOUNT, title=ask.say(N_("My account")), data=_data(ask, made))


@form("/account/token/close", role="reader")
def close(ask: Ask) -> Outcome:
    """Close a token."""
    _needs_account(ask)
    with ask.state.writing() as connection:
        accounts.close_token(connection, ask.person, ask.field("id", 64))
    return Outcome(to=ask.url("/account"))


PAGES = [account_page]
FORMS = [password, token, close]
