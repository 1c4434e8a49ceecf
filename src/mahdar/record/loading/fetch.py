"""The one way in which Mahdar fetches anything: politely, within limits, from public addresses, whole or not at all.

What arrives is written beside its place, hashed on the way, and renamed when all of it is there. Redirects are followed
by hand and each is checked like the first address. `hosts` says what may be connected to, `bodies` how it is read.
"""

from __future__ import annotations

import http.client
import math
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from mahdar.record.loading.bodies import Clock, decoded, pieces
from mahdar.record.loading.hosts import FetchError, PassingError, Place, connected, next_place, place_of, resolved

__all__ = ["STAGED", "FetchError", "Fetched", "Known", "Limits", "agent", "fetch"]

Advance = Callable[[int, int | None], None]
Before = Callable[[str], None]
STAGED = ".fetch-"  # how the names of files begin that are still arriving

_REDIRECTS = {301, 302, 303, 307, 308}
_PASSING = {408, 425, 429, 500, 502, 503, 504}
_SAYS = {
    401: "wants a login",
    403: "does not let programs in",
    404: "has nothing at this address",
    410: "has nothing at this address any more",
}
_BROWSER_TESTS = ("x-amzn-waf-action", "cf-mitigated")  # headers of a test that only a browser passes


@dataclass(frozen=True)
class Limits:
    """What a fetch may cost: bytes of content, seconds without a word and in all, redirects, tries, seconds between."""

    bytes: int = 1 << 30
    silence: float = 30.0
    total: float = 1_800.0
    redirects: int = 5
    tries: int = 4
    longest_wait: float = 90.0


@dataclass(frozen=True)
class Known:
    """What the last answer said of its version, so that the other side need not send it again."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True)
class Fetched:
    """What came. `path` is None where nothing is newer than what was known; `final` is where redirects led."""

    address: str
    final: str
    path: Path | None
    media: str
    etag: str
    last_modified: str
    retrieved: datetime
    sha256: str = ""
    bytes: int = 0
    headers: tuple[tuple[str, str], ...] = ()  # of the last answer, as they came


@dataclass(frozen=True)
class _Errand:
    """What was asked of `fetch`."""

    address: str
    target: Path
    known: Known
    allow_private: bool
    limits: Limits
    advance: Advance
    purpose: str
    before: Before


@cache
def agent(purpose: str = "record update") -> str:
    """How Mahdar introduces itself, and what it comes for."""
    from importlib.metadata import version

    return f"mahdar/{version('mahdar')} (+{purpose})"


def _silent(done: int, total: int | None) -> None:
    """Progress that nobody watches."""


def _always(address: str) -> None:
    """Any address may be asked."""


def fetch(
    address: str,
    target: Path,
    *,
    known: Known | None = None,
    allow_private: bool = False,
    limits: Limits | None = None,
    advance: Advance = _silent,
    sleep: Callable[[float], None] = time.sleep,
    purpose: str = "record update",
    before: Before = _always,
) -> Fetched:
    """Fetch what lies at an http or https address into the file `target`, which is replaced in one step.

    `known` asks for it only if it is newer. `advance` hears bytes of content so far and bytes announced. What may be
    over in a moment (no connection, a broken one, 429, 5xx) is tried again after growing waits, or after what the other
    side asks for. `before` hears each address before it is asked, those of redirects too, and may raise FetchError.
    Raises FetchError, nothing written, when it cannot be had; OSError where `target` cannot be written.
    """
    errand = _Errand(address, target, known or Known(), allow_private, limits or Limits(), advance, purpose, before)
    place = place_of(address)
    attempt = 1
    while True:
        try:
            return _once(place, errand)
        except PassingError as passing:
            wait = passing.wait if passing.wait is not None else _wait(attempt)
            if attempt >= errand.limits.tries or wait > errand.limits.longest_wait:
                raise _given_up(passing, attempt, wait, errand.limits) from None
            sleep(wait)
            attempt += 1


def _wait(attempt: int) -> float:
    """Seconds before the next try: 1, 2, 4 … more or less, so that not all who were turned away come back at once."""
    return 2.0 ** (attempt - 1) * random.uniform(0.75, 1.5)


def _given_up(passing: PassingError, attempt: int, wait: float, limits: Limits) -> FetchError:
    problem, said = passing.problem, str(passing.problem)
    if passing.wait is not None and wait > limits.longest_wait:
        said += f"; it asks to come back in {math.ceil(wait):,} seconds"
    elif attempt > 1:
        said += f"; tried {attempt} times"
    return FetchError(
        said, host=problem.host, status=problem.status, unreachable=problem.unreachable, wait=passing.wait
    )


def _once(place: Place, errand: _Errand) -> Fetched:
    """One try, through all redirects."""
    for _ in range(errand.limits.redirects + 1):
        errand.before(place.address)
        with _asked(place, errand) as (answer, clock):
            if answer.status not in _REDIRECTS:
                return _taken(place, answer, clock, errand)
            place = next_place(place, answer.headers.get("Location"))
    said = f"{place.host} is where more than {errand.limits.redirects} redirects lead; that is too many"
    raise FetchError(said, host=place.host)


@contextmanager
def _asked(place: Place, errand: _Errand) -> Iterator[tuple[http.client.HTTPResponse, Clock]]:
    """One host's answer, to be read while the clock runs."""
    silence = errand.limits.silence
    connection = connected(place, resolved(place, allow_private=errand.allow_private, seconds=silence), silence)
    clock = Clock(place.host, connection, errand.limits.total)
    try:
        with clock.watching():
            connection.request("GET", place.target, headers=_headers(place, errand))
            answer = connection.getresponse()
        with answer:
            yield answer, clock
    finally:
        clock.stop()
        connection.close()


def _headers(place: Place, errand: _Errand) -> dict[str, str]:
    known = errand.known
    fixed = {"Host": place.name, "User-Agent": agent(errand.purpose), "Accept": "*/*", "Accept-Encoding": "gzip"}
    asked = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return fixed | {name: value for name, value in asked.items() if value and value.isascii() and value.isprintable()}


def _taken(place: Place, answer: http.client.HTTPResponse, clock: Clock, errand: _Errand) -> Fetched:
    """The content of an answer, in its place. Raises FetchError or PassingError on an answer without any."""
    refusal = _refusal(place, answer, errand.known)
    if refusal is not None:
        raise refusal
    heads, known = answer.headers, errand.known
    etag, modified = heads.get("ETag", ""), heads.get("Last-Modified", "")
    came = Fetched(errand.address, place.shown, None, heads.get("Content-Type", ""), etag, modified, datetime.now(UTC))
    if answer.status == 304:
        return replace(came, etag=etag or known.etag, last_modified=modified or known.last_modified)
    digest, size = _written(place, answer, clock, errand)
    return replace(came, path=errand.target, sha256=digest, bytes=size, headers=tuple(heads.items()))


def _refusal(place: Place, answer: http.client.HTTPResponse, known: Known) -> FetchError | PassingError | None:
    """What to say of an answer that brings nothing; None where content follows, or nothing has changed."""
    status, host = answer.status, place.host
    if status == 202 or any(answer.headers.get(name) for name in _BROWSER_TESTS):
        said = f"{host} answers programs with a test for browsers; only a person's browser gets the file"
        return FetchError(said, host=host, status=status, by_hand=True)
    if status in {200, 203} or (status == 304 and known != Known()):
        return None
    said = _SAYS.get(status, "cannot answer now" if status in _PASSING else "sends nothing that can be read")
    problem = FetchError(f"{host} {said} (HTTP {status})", host=host, status=status, by_hand=status in {401, 403})
    return PassingError(problem, _retry_after(answer.headers.get("Retry-After"))) if status in _PASSING else problem


def _retry_after(value: str | None) -> float | None:
    """Seconds, from a number of them or a moment."""
    bare = (value or "").strip()
    if bare.isascii() and bare.isdecimal():
        return float(bare[:9])
    try:
        moment = parsedate_to_datetime(bare)
    except ValueError:
        return None
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds())


def _written(place: Place, answer: http.client.HTTPResponse, clock: Clock, errand: _Errand) -> tuple[str, int]:
    """Hash and size of the content, written beside its place and renamed. Nothing stays of what did not come whole."""
    packing = answer.headers.get("Content-Encoding", "").strip().casefold()
    announced = None if packing else answer.length
    part = errand.target.with_name(f"{STAGED}{token_hex(8)}")
    digest, size = sha256(), 0
    try:
        with part.open("xb") as stream:
            sent = pieces(answer, clock, place.host, errand.limits.bytes)
            for piece in decoded(sent, packing, place.host, errand.limits.bytes):
                size += len(piece)
                digest.update(piece)
                stream.write(piece)
                errand.advance(size, announced)
        if size == 0:
            raise FetchError(f"{place.host} sends an empty file", host=place.host, status=answer.status)
        part.replace(errand.target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return digest.hexdigest(), size
