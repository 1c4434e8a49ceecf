"""One request as pages see it: who asks, in which language, with which parameters, of which record and library."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from mahdar.web.problems import Invalid, NotFound
from mahdar.web.showing import Show
from mahdar.web.wording import N_, Language, translations

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection
    from starlette.datastructures import UploadFile

    from mahdar.library.opened import Library
    from mahdar.record.access import Record
    from mahdar.record.opened import Store
    from mahdar.web.people.model import Person
    from mahdar.web.state import State

_CURRENT: ContextVar[Ask] = ContextVar("ask")
_KEPT = "/:()'!*,;~"  # of a path, as it is


@dataclass
class Ask:
    """Everything that a page's function may ask. `path` holds the names in the path, `values` the parameters."""

    state: State
    show: Show
    person: Person
    at: str  # the path without the language
    path: Mapping[str, str] = field(default_factory=dict)
    query: Sequence[tuple[str, str]] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    form: Mapping[str, Sequence[str]] = field(default_factory=dict)
    files: Sequence[UploadFile] = ()
    session: str = ""  # the secret of the session's cookie, "" without one
    client: str = ""

    @property
    def language(self) -> Language:
        return self.show.language

    @property
    def record(self) -> Record:
        """The record, opened once; look-ups are kept in memory."""
        return self.state.record

    @property
    def store(self) -> Store:
        """The record's store, for SQL; each thread has its own connection."""
        return self.state.store

    @property
    def library(self) -> Library:
        return self.state.library

    def reading(self) -> AbstractContextManager[Connection]:
        """A reading transaction of the library: `with ask.reading() as connection:`."""
        return self.state.library.reading()

    def __getitem__(self, name: str) -> Any:
        """The value of a declared parameter."""
        return self.values[name]

    def field(self, name: str, most: int = 1_000, *, whole: bool = False) -> str:
        """A field of the form, stripped unless the `whole` is asked for; "" where it was left empty.

        Raises Invalid where it is too long.
        """
        text = next(iter(self.form.get(name, ())), "")
        text = text if whole and text.strip() else text.strip()
        if len(text) > most or "\0" in text:
            raise Invalid(self.say(N_("%(name)s: too long, or with characters that no name has"), name=name))
        return text

    def say(self, message: str, **values: Any) -> str:
        """A message (marked with `N_`) in the language of the page."""
        told = translations(self.language).gettext(message)
        return told % values if values else told

    def count(self, one: str, many: str, number: int) -> str:
        """A message with a number, in the plural form that the language has for it; `%(num)s` is the number."""
        told = translations(self.language).ngettext(one, many, number)
        return told % {"num": self.show.number(number)}

    def missing(self, what: str = "") -> NotFound:
        """To be raised where there is no such thing."""
        return NotFound(what or self.say(N_("There is nothing at this address.")))

    def url(self, path: str, language: str | None = None, **query: Any) -> str:
        """An address of the application in the language of the page; None and "" in the query are left out."""
        told = [
            (key, str(each))
            for key, value in query.items()
            for each in (value if isinstance(value, tuple | list) else [value])
            if each not in (None, "")
        ]
        return f"/{language or self.language}{quote(path, safe=_KEPT)}" + (f"?{urlencode(told)}" if told else "")

    def here(self, *, language: str | None = None, suffix: str = "", **changed: Any) -> str:
        """This page with some parameters changed (None takes one away), in another language, or its twin."""
        kept = [(key, value) for key, value in self.query if key not in changed]
        added = [
            (key, str(each))
            for key, value in changed.items()
            for each in (value if isinstance(value, tuple | list) else [value])
            if each not in (None, "")
        ]
        told = urlencode([*kept, *added])
        at = "/home" if suffix and self.at == "/" else self.at
        return f"/{language or self.language}{quote(at, safe=_KEPT)}{suffix}" + (f"?{told}" if told else "")

    def cursor(self) -> dict[str, Any]:
        """Where a list goes on: what `to_cursor` put into the parameter `cursor`; empty at the beginning."""
        text = next((value for key, value in self.query if key == "cursor"), "")
        if not text:
            return {}
        try:
            found = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        except (ValueError, UnicodeError):
            found = None
        if not isinstance(found, dict):
            raise Invalid(self.say(N_("cursor: take it from the answer before")))
        return found


def to_cursor(**told: Any) -> str:
    """Where a list goes on, as a word for an address. Put it under `next` of the data."""
    return base64.urlsafe_b64encode(json.dumps(told, separators=(",", ":")).encode()).decode().rstrip("=")


def current() -> Ask:
    """The request that this thread answers."""
    return _CURRENT.get()


def set_current(ask: Ask) -> None:
    """Tell templates and parameters whose request this thread answers now."""
    _CURRENT.set(ask)
