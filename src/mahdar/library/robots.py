"""What hosts ask of programs (`robots.txt`, RFC 9309), and the pause between two questions to one of them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from mahdar.record.loading.fetch import FetchError

PAUSE = 0.5  # seconds between two questions to one host that asks for no other pause
_KEPT, _KEPT_FAILURE = 86_400.0, 600.0  # seconds for which rules count, and that a host could not answer

Get = Callable[[str], str]


@dataclass(frozen=True)
class _Known:
    rules: RobotFileParser | FetchError
    until: float


@dataclass
class Manners:
    """Remembers what each host asks. `get` gives the text at an address, or raises FetchError.

    A pause that a host asks for is heeded up to `longest` seconds.
    """

    get: Get
    agent: str
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    longest: float = 30.0
    _known: dict[str, _Known] = field(default_factory=dict)
    _free: dict[str, float] = field(default_factory=dict)

    def ask(self, address: str) -> None:
        """Wait until the host may be asked again. Raises FetchError where it asks programs to stay away."""
        host = host_of(address)
        rules = self._rules(host)
        if not rules.can_fetch(self.agent, address):
            raise FetchError(f"{host} asks programs to stay away from this address (robots.txt)", host=host)
        if (wait := self.wait(address)) > 0:
            self.sleep(wait)
        self._free[host] = self.clock() + min(float(rules.crawl_delay(self.agent) or PAUSE), self.longest)

    def wait(self, address: str) -> float:
        """Seconds until the host of an address may be asked; 0 where it may be now."""
        return max(0.0, self._free.get(host_of(address), 0.0) - self.clock())

    def _rules(self, host: str) -> RobotFileParser:
        """Nothing is forbidden where a host has no such file; one that cannot answer for it is left alone."""
        known = self._known.get(host)
        if known is None or known.until <= self.clock():
            known = self._known[host] = self._asked(host)
        if isinstance(known.rules, FetchError):
            raise known.rules
        return known.rules

    def _asked(self, host: str) -> _Known:
        rules = RobotFileParser()
        try:
            text = self.get(f"{host}/robots.txt")
        except FetchError as error:
            if not _has_none(error):
                return _Known(error, self.clock() + _KEPT_FAILURE)
            text = ""
        rules.parse(text.lstrip("\ufeff").splitlines())
        return _Known(rules, self.clock() + _KEPT)


def _has_none(error: FetchError) -> bool:
    """Whether the host answered that it has no rules; an empty file says so too."""
    passing = error.status in {408, 425, 429}
    return error.status is not None and not passing and (400 <= error.status < 500 or error.status in {200, 203})


def host_of(address: str) -> str:
    """Scheme, host and port, which together answer for one `robots.txt`."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
