"""Telling people through Apprise: messages are marked before they are sent and after.

The sending itself can be in no transaction. A process that is killed between handing a message over and noting it sends
it once more, and says in it that it may have been sent before: each message is sent at least once. Several notices for
one receiver go in one message.
"""

from __future__ import annotations

import logging
import random
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mahdar.export.directions import isolate_runs
from mahdar.library.opened import Library
from mahdar.watch import state
from mahdar.watch.moments import later, stamp
from mahdar.watch.schema import deliveries, notices
from mahdar.watch.settings import Receiver
from mahdar.watch.state import Notice
from mahdar.watch.wording import DIRECTIONS, LANGUAGES, words

if TYPE_CHECKING:
    import apprise

_MOST = 10  # notices in a message
_FIRST, _LONGEST = 30.0, 6 * 3_600.0  # seconds between tries: 30, 60, 120 … 6 hours
_GIVEN_UP = 7 * 86_400  # seconds after which a message is not tried any more
_STATUS = re.compile(r"error=(\d{3})")


class SendError(Exception):
    """A message was not taken; the text says why, without what is secret in the address."""


Send = Callable[[Receiver, str, str], None]


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of one message: how many notices were in it, and the problem where it was not taken."""

    receiver: str
    notices: int
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class _Message:
    keys: list[int]
    tries: int
    again: bool  # the process ended while it was sent


def deliver(library: Library, receivers: tuple[Receiver, ...], now: datetime, send: Send) -> Iterator[Sent]:
    """Send what is due, and say of each message what became of it."""
    for receiver in receivers:
        while (due := next_moment(library, (receiver,))) and due <= stamp(now):
            message = _next(library, receiver.name, now)
            problem = _sent(library, receiver, message, now, send)
            yield Sent(receiver.name, len(message.keys), problem)
            if problem:
                break


def next_moment(library: Library, receivers: tuple[Receiver, ...]) -> str | None:
    """When the next message is due."""
    names = [each.name for each in receivers]
    asked = sa.select(sa.func.min(deliveries.c.next_at))
    waiting = asked.where(deliveries.c.state.in_(("waiting", "sending")), deliveries.c.receiver.in_(names))
    with library.reading() as connection:
        found: str | None = connection.scalar(waiting)
    return found


def _next(library: Library, name: str, now: datetime) -> _Message:
    """Notices that are due, marked as being sent. Only one process sends, so that what was due still is."""
    same = sa.and_(deliveries.c.receiver == name, deliveries.c.next_at <= stamp(now))
    asked = sa.select(deliveries).where(same, deliveries.c.state.in_(("waiting", "sending")))
    order = (deliveries.c.state, deliveries.c.next_at, deliveries.c.notice)  # what was being sent comes first
    with library.writing() as connection:
        rows: list[Any] = list(connection.execute(asked.order_by(*order).limit(_MOST)))
        rows = [row for row in rows if row.state == rows[0].state]
        keys = [row.notice for row in rows]
        connection.execute(sa.update(deliveries).where(same, deliveries.c.notice.in_(keys)).values(state="sending"))
    return _Message(keys, max(row.tries for row in rows), rows[0].state == "sending")


def _sent(library: Library, receiver: Receiver, message: _Message, now: datetime, send: Send) -> str | None:
    """Send one message and note what became of it; the problem, if any."""
    with library.reading() as connection:
        found = state.notices_by_key(connection, message.keys)
    problem = None
    try:
        send(receiver, *composed(found, receiver.language, again=message.again))
    except SendError as error:
        problem = str(error)
    _note(library, receiver.name, message, now, problem)
    return problem


def _note(library: Library, name: str, message: _Message, now: datetime, problem: str | None) -> None:
    mine = sa.and_(deliveries.c.receiver == name, deliveries.c.notice.in_(message.keys))
    told: dict[str, object] = {"state": "sent", "sent_at": stamp(now), "problem": None, "tries": deliveries.c.tries + 1}
    if problem is not None:
        wait = min(_FIRST * 2.0 ** min(message.tries, 20), _LONGEST) * random.uniform(0.8, 1.2)
        told |= {"state": "waiting", "sent_at": None, "problem": problem, "next_at": later(now, wait)}
    old = sa.select(notices.c.key).where(notices.c.key.in_(message.keys), notices.c.at < later(now, -_GIVEN_UP))
    with library.writing() as connection:
        connection.execute(sa.update(deliveries).where(mine).values(**told))
        if problem is not None:
            connection.execute(sa.update(deliveries).where(mine, deliveries.c.notice.in_(old)).values(state="failed"))


def composed(found: list[Notice], language: str, *, again: bool = False) -> tuple[str, str]:
    """Title and text of a message, in one language or in both."""
    languages = [each for each in LANGUAGES if language in (each, "both")]
    if len(found) == 1:
        title = " · ".join(_told(found[0], "title", each) for each in languages)
    else:
        title = "Mahdar · " + " · ".join(words(each, "many", count=len(found)) for each in languages)
    parts = [words(each, "perhaps_again") for each in languages] if again else []
    parts += ["\n".join(_lines(notice, languages)) for notice in found]
    return title, "\n\n".join(parts)


def _lines(notice: Notice, languages: list[str]) -> Iterator[str]:
    for language in languages:
        yield from filter(None, (_told(notice, part, language) for part in ("title", "text")))
    yield notice.url or notice.report
    yield from dict.fromkeys(str(each["url"]) for each in notice.citations if each["url"])
    yield notice.id


def _told(notice: Notice, part: str, language: str) -> str:
    """Title or text in one language, runs of the other direction kept together."""
    return isolate_runs(getattr(notice, f"{part}_{language}"), DIRECTIONS[language])


def through_apprise(receiver: Receiver, title: str, text: str) -> None:
    """Send a message. Raises SendError where the service does not take it."""
    import apprise

    heard = _Heard()
    logger = logging.getLogger("apprise")
    logger.addHandler(heard)
    logger.propagate = False
    try:
        taken = _service(receiver).notify(body=text, title=title, body_format=apprise.NotifyFormat.TEXT)
    except (OSError, ValueError, TypeError) as error:
        raise SendError(f"{_scheme(receiver.url)} failed ({type(error).__name__})") from None
    finally:
        logger.removeHandler(heard)
    if not taken:
        said = f" (HTTP {heard.status})" if heard.status else ""
        raise SendError(f"{_scheme(receiver.url)} did not take the message{said}")


def usable(receiver: Receiver) -> bool:
    """Whether Apprise knows what to do with the address."""
    try:
        _service(receiver)
    except SendError:
        return False
    return True


def _service(receiver: Receiver) -> apprise.Apprise:
    import apprise

    service = apprise.Apprise()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # services are loaded here, with remarks for their makers
        known = service.add(receiver.url)
    if not known:
        raise SendError(f"{_scheme(receiver.url)} is no address that Apprise knows")
    return service


def _scheme(url: str) -> str:
    """How the address begins; the rest may be secret."""
    return f"{url.partition('://')[0][:20]}://…" if "://" in url else "the address"


class _Heard(logging.Handler):
    """Listens for the status that a service answered with; what else is said may hold secrets."""

    status = ""

    def emit(self, record: logging.LogRecord) -> None:
        found = _STATUS.search(record.getMessage())
        self.status = found[1] if found else self.status
