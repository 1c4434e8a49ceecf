"""Who may come in: the names by which the application is called, where requests come from, who somebody is.

A request that changes something needs the role, the token of its form and, where the browser says where it comes from,
that it comes from here. On loopback there is one person and no sign-in; there the name in `Host` keeps out pages of
other places whose names were made to point here (DNS rebinding), and the token keeps out their forms.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mahdar.web.people.model import NOBODY, Person, local
from mahdar.web.problems import Forbidden, SignIn
from mahdar.web.wording import N_

if TYPE_CHECKING:
    from mahdar.web.asking import Ask
    from mahdar.web.people.model import Role
    from mahdar.web.settings import Settings
    from mahdar.web.state import State

_PROXIED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")


def cookie_name(settings: Settings) -> str:
    """The cookie of a session; with https its name holds it to this host."""
    return "__Host-mahdar" if settings.secure else "mahdar"


def refusal(settings: Settings, headers: Mapping[str, str]) -> str:
    """Why a request is turned away before anything is asked of it; "" where it is not."""
    named = urlsplit(f"//{headers.get('host', '')}").hostname or ""
    if settings.hosts is not None and named not in settings.hosts:
        return "This application is not called by that name."
    if not settings.accounts and any(name in headers for name in _PROXIED):
        return "This application serves one person on this machine; start it with --origin to serve it through a proxy."
    return ""


def who(state: State, headers: Mapping[str, str], cookie: str) -> Person:
    """Who asks: the one person on loopback, else by token or session, else nobody."""
    if not state.settings.accounts:
        return local()
    from mahdar.web.people.sessions import by_session, by_token

    kind, _, secret = headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer" and secret:
        with state.library.reading() as connection:
            return by_token(connection, secret.strip())
    if cookie:
        with state.library.reading() as connection:
            return by_session(connection, cookie)
    return NOBODY


def need(ask: Ask, role: Role) -> None:
    """Raises SignIn or Forbidden where the person who asks has not this role."""
    if ask.person.may(role):
        return
    if ask.person.way:
        raise Forbidden(ask.say(N_("Your account may not do this; it takes the role “%(role)s”."), role=role))
    raise SignIn(ask.say(N_("Sign in first.")), headers={"WWW-Authenticate": "Bearer"})


def csrf_token(ask: Ask) -> str:
    """The token of forms: of this library and this session, of no use to anybody else."""
    whose = f"csrf:{ask.person.way}:{ask.session}".encode()
    return hmac.new(ask.state.secret, whose, sha256).hexdigest()


def check_form(ask: Ask, headers: Mapping[str, str], given: str) -> None:
    """Raises Forbidden for what was not sent by a form of these pages."""
    check_origin(ask, headers)
    if not hmac.compare_digest(given.encode(), csrf_token(ask).encode()):
        raise Forbidden(ask.say(N_("This form is no longer valid; go back, load the page again and send it anew.")))


def check_origin(ask: Ask, headers: Mapping[str, str]) -> None:
    """Raises Forbidden where the browser says that another site asks."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site", "none")
    if site not in {"same-origin", "none"} or (origin is not None and not _own(ask.state.settings, origin, headers)):
        raise Forbidden(ask.say(N_("This was asked by another site, which is not allowed.")))


def _own(settings: Settings, origin: str, headers: Mapping[str, str]) -> bool:
    if settings.origin:
        return origin.rstrip("/") == settings.origin.rstrip("/")
    return urlsplit(origin).netloc == headers.get("host", "") != ""
