"""Signing in and out, and making an account by an invitation."""

from __future__ import annotations

from mahdar.web.asking import Ask
from mahdar.web.guarding import cookie_name
from mahdar.web.pages import Data, Outcome, form, page
from mahdar.web.parameters import Param
from mahdar.web.people import accounts, secrets
from mahdar.web.people.accounts import AccountError
from mahdar.web.people.log import wrote
from mahdar.web.people.sessions import begin, end
from mahdar.web.problems import Invalid, TooMany
from mahdar.web.wording import N_

_SIGN_IN = "people/sign_in.html"


@page(
    "/sign-in",
    title=N_("Sign in"),
    template=_SIGN_IN,
    role="anybody",
    params=(Param("next", about="Where to go afterwards."),),
    about="The form by which somebody signs in.",
)
def sign_in_page(ask: Ask) -> Data:
    """The empty form."""
    return {"next": None, "problem": "", "_next": _own(ask, ask["next"] or ""), "_name": ""}


def _own(ask: Ask, address: str) -> str:
    """An address of this application, else its first page."""
    fits = address.startswith(("/ar/", "/en/")) and "\\" not in address and "//" not in address.partition("?")[0]
    return address if fits else ask.url("/")


@form("/sign-in", role="anybody")
def sign_in(ask: Ask) -> Outcome:
    """Begin a session. Ten wrong passwords for a name in a quarter of an hour hold it off."""
    name, to = ask.field("name", 64), _own(ask, ask.field("next"))
    with ask.state.library.reading() as connection:
        off = accounts.held_off(connection, name)
        person = accounts.signed_in(connection, name, ask.field("password", secrets.LONGEST)) if not off else None
    if person is None:
        told = ask.say(N_("Too many wrong passwords; wait a quarter of an hour."))
        raise TooMany(told, headers={"Retry-After": "900"})
    with ask.state.writing() as connection:
        if not person.way:
            wrote(connection, "-", "sign-in-failed", name)
        else:
            secret = begin(connection, person.key, ask.state.settings.session)
            wrote(connection, person.name, "signed-in")
    if not person.way:
        data = {"problem": ask.say(N_("The name or the password is not right.")), "_next": to, "_name": name}
        return Outcome(template=_SIGN_IN, title=ask.say(N_("Sign in")), data=data, status=401)
    return Outcome(to=to, cookies={cookie_name(ask.state.settings): secret})


@form("/sign-out", role="reader")
def sign_out(ask: Ask) -> Outcome:
    """End the session."""
    with ask.state.writing() as connection:
        end(connection, ask.session)
        wrote(connection, ask.person.name, "signed-out")
    return Outcome(to=ask.url("/sign-in"), cookies={cookie_name(ask.state.settings): None})


@page(
    "/invitation",
    title=N_("Make your account"),
    template="people/invitation.html",
    role="anybody",
    params=(Param("code", about="The code of the invitation."),),
    about="The form by which somebody who was invited makes an account.",
)
def invitation_page(ask: Ask) -> Data:
    """The form, if the invitation holds."""
    with ask.reading() as connection:
        role = accounts.invitation(connection, ask["code"] or "")
    if role is None:
        raise ask.missing(ask.say(N_("This invitation was used, or its time is over.")))
    return {"role": role, "_code": ask["code"]}


@form("/invitation", role="anybody")
def accept(ask: Ask) -> Outcome:
    """Make the account and begin a session."""
    if ask.field("password", secrets.LONGEST) != ask.field("again", secrets.LONGEST):
        raise Invalid(ask.say(N_("The two passwords are not the same.")))
    try:
        with ask.state.writing() as connection:
            key = accounts.accept(connection, ask.field("code"), ask.field("name", 64), ask.field("password", 300))
            secret = begin(connection, key, ask.state.settings.session)
    except AccountError as error:
        raise Invalid(said(ask, error)) from None
    return Outcome(to=ask.url("/"), cookies={cookie_name(ask.state.settings): secret})


def said(ask: Ask, error: AccountError) -> str:
    """What is wrong, in the language of the page where the catalogue has it."""
    return ask.say(str(error))


MESSAGES = (
    N_("a name has 2 to 64 letters, digits and . @ - _"),
    N_("a password has 12 to 200 characters"),
    N_("this invitation was used, or its time is over"),
    N_("that is not the present password"),
    N_("this is the only admin; make another first"),
    N_("an account has 20 tokens at most; close one first"),
)
PAGES = [sign_in_page, invitation_page]
FORMS = [sign_in, sign_out, accept]
