"""Where a fetch may lead: addresses are checked, names resolved once, and the connection made to what was checked.

A name is looked up a single time and the socket opened to the very address that passed, so that a name server which
answers differently the second time (DNS rebinding) gains nothing. Certificates are checked against the name.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote, urljoin, urlsplit

_PORTS = {"http": 80, "https": 443}
_KEPT = "%/:=&?~+!$,;'@()*[]-._"  # stays as it is in a path or query; everything else is percent-encoded
_MOST_CHARACTERS = 4_000
_MOST_ANSWERS = 8  # addresses of one name that are tried
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LOCAL_NAT64 = ipaddress.ip_network("64:ff9b:1::/48")
_COMPATIBLE = ipaddress.ip_network("::/96")  # IPv4 in IPv6 as it was written before mapped addresses

Where = tuple[socket.AddressFamily, tuple[str, int] | tuple[str, int, int, int]]
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class FetchError(Exception):
    """What was asked for cannot be had; the message is a sentence for a person, without what is secret in an address.

    `host` is who was asked, `status` what it answered (None: nothing), `unreachable` that no connection came about,
    `by_hand` that it lets people through but no programs, `wait` after how many seconds it asks to come back.
    """

    def __init__(
        self,
        problem: str,
        *,
        host: str = "",
        status: int | None = None,
        unreachable: bool = False,
        by_hand: bool = False,
        wait: float | None = None,
    ) -> None:
        super().__init__(problem)
        self.host, self.status, self.unreachable, self.by_hand = host, status, unreachable, by_hand
        self.wait = wait


class PassingError(Exception):
    """What may be over at the next try: `wait` is how many seconds the other side asked for, if it did."""

    def __init__(self, problem: FetchError, wait: float | None = None) -> None:
        super().__init__(str(problem))
        self.problem, self.wait = problem, wait


@dataclass(frozen=True)
class Place:
    """An address taken apart: `target` is its path and query, percent-encoded; the fragment is left out."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def shown(self) -> str:
        """The address without its query, which may hold a signature that is nobody's business."""
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}{port}{self.target.partition('?')[0]}"

    @property
    def address(self) -> str:
        """The address as it is asked, with its query."""
        return f"{self.scheme}://{self.name}{self.target}"

    @property
    def name(self) -> str:
        """The host as the header `Host` has it."""
        return self.shown.split("/")[2]


def place_of(address: str) -> Place:
    """Raises FetchError on what is no http or https address, is malformed, or names a user or password."""
    if len(address) > _MOST_CHARACTERS or any(ord(c) < 33 or ord(c) == 127 for c in address.strip().replace(" ", "")):
        raise FetchError("this is no address: it is too long, or has control characters in it")
    try:
        parts = urlsplit(address.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        raise FetchError("this is no address: its host or port is malformed") from None
    if parts.scheme not in _PORTS or not host or port == 0:
        raise FetchError("only addresses that begin with http:// or https:// and name a host are fetched")
    if parts.username is not None or parts.password is not None:
        raise FetchError("an address with a user's name or password in it is not fetched", host=host)
    target = quote(parts.path or "/", _KEPT) + (f"?{quote(parts.query, _KEPT)}" if parts.query else "")
    return Place(parts.scheme, host, port or _PORTS[parts.scheme], target)


def next_place(place: Place, location: str | None) -> Place:
    """Where a redirect leads. Raises FetchError where it leads nowhere, or from https down to http."""
    if not location:
        raise FetchError(f"{place.host} redirects, but does not say where to", host=place.host)
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")  # headers are read as Latin-1; many hold UTF-8
    try:
        found = place_of(urljoin(place.address, location))
    except ValueError:
        raise FetchError(f"{place.host} redirects to what is no address", host=place.host) from None
    if place.scheme == "https" and found.scheme == "http":
        raise FetchError(f"{place.host} redirects from https to http, where anybody could answer", host=place.host)
    return found


def public(text: str) -> bool:
    """Whether an IP address belongs to the public Internet, whatever other address is wrapped in it."""
    return all(_public(each) for each in _unwrapped(ipaddress.ip_address(text)))


def _public(address: _Address) -> bool:
    local = isinstance(address, ipaddress.IPv6Address) and (address.is_site_local or address in _LOCAL_NAT64)
    return address.is_global and not (address.is_multicast or address.is_unspecified or local)


def _unwrapped(address: _Address) -> list[_Address]:
    """IPv4 in IPv6 (mapped, 6to4, Teredo, NAT64) counts as itself; a mapped one stands for its IPv4 address alone."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    inner: list[_Address] = [address]
    if address.sixtofour is not None:
        inner.append(address.sixtofour)
    if address.teredo is not None:
        inner.extend(address.teredo)
    if address in _NAT64 or address in _COMPATIBLE:
        inner.append(ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF))
    return inner


def resolved(place: Place, *, allow_private: bool, seconds: float) -> list[Where]:
    """The socket addresses behind a name, looked up once, those that may be connected to.

    Raises FetchError where there are none, PassingError where the name server failed for the moment.
    """
    found = [where for where in _looked_up(place, seconds) if allow_private or public(where[1][0].partition("%")[0])]
    if not found:
        problem = f"{place.host} is an address of a private or local network, from which nothing is fetched"
        raise FetchError(problem, host=place.host)
    return found[:_MOST_ANSWERS]


def _looked_up(place: Place, seconds: float) -> list[Where]:
    """`getaddrinfo` in a thread of its own, since it knows no time limit."""
    answers: list[Where] = []
    problems: list[OSError] = []

    def ask() -> None:
        try:
            for family, _, _, _, where in socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM):
                answers.append((family, where))  # type: ignore[arg-type]  # IPv4 and IPv6 alone
        except (OSError, UnicodeError) as error:
            problems.append(error if isinstance(error, OSError) else OSError(str(error)))

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    if problems or thread.is_alive():
        problem = FetchError(f"the name {place.host} cannot be looked up", host=place.host, unreachable=True)
        if problems and getattr(problems[0], "errno", None) not in (socket.EAI_AGAIN, None):
            raise problem
        raise PassingError(problem)
    return answers


def connected(place: Place, wheres: Sequence[Where], seconds: float) -> http.client.HTTPConnection:
    """A connection to the first of the checked addresses that answers.

    Raises FetchError where the certificate is not right, PassingError where none answers.
    """
    problem = "does not answer"
    for family, where in wheres:
        plain = socket.socket(family, socket.SOCK_STREAM)
        try:
            plain.settimeout(seconds)
            plain.connect(where)
            return _speaking(place, plain, seconds)
        except ssl.SSLCertVerificationError as error:
            plain.close()
            raise FetchError(
                f"{place.host} does not prove who it is: {error.verify_message}", host=place.host
            ) from None
        except OSError as error:
            plain.close()
            problem = f"cannot be reached ({error.strerror or 'no answer in time'})"
    raise PassingError(FetchError(f"{place.host} {problem}", host=place.host, unreachable=True))


def _speaking(place: Place, plain: socket.socket, seconds: float) -> http.client.HTTPConnection:
    connection = http.client.HTTPConnection(place.host, place.port, timeout=seconds)
    secure = place.scheme == "https"
    connection.sock = _tls().wrap_socket(plain, server_hostname=place.host) if secure else plain
    return connection


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()
