"""What `mahdar serve` was asked for, and what follows from it: who may come in, and from where."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields
from ipaddress import ip_address
from urllib.parse import urlsplit

ENVIRONMENT = "MAHDAR_SERVE"  # settings for worker processes, as JSON
LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Settings:
    """`library` is a path or URL, `record` a path; None is the one of the data folder.

    `origin` is the address by which people reach the application where something stands before it
    (`https://mahdar.example`). `upload` is in bytes, `rate` in requests a minute of one client, `reads` in texts a
    minute, `session` in hours. With `warm` a worker makes at its start what depends on the record alone.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    library: str | None = None
    record: str | None = None
    origin: str | None = None
    workers: int = 1
    upload: int = 20_000_000
    rate: int = 6_000
    reads: int = 120
    session: int = 12
    log: bool = True
    warm: bool = True

    @property
    def accounts(self) -> bool:
        """Whether people have to sign in: everywhere but on loopback with nothing before it."""
        return self.origin is not None or not is_loopback(self.host)

    @property
    def secure(self) -> bool:
        """Whether cookies travel over https alone."""
        return (self.origin or "").startswith("https://")

    @property
    def hosts(self) -> frozenset[str] | None:
        """The names by which the application may be called; None where any will do."""
        if self.origin:
            return frozenset({urlsplit(self.origin).hostname or ""})
        return None if self.accounts else LOOPBACK_NAMES

    def to_environment(self) -> None:
        """Leave the settings for the processes that this one starts."""
        os.environ[ENVIRONMENT] = json.dumps(asdict(self))

    @classmethod
    def from_environment(cls) -> Settings:
        """The settings that the calling process left."""
        told = json.loads(os.environ.get(ENVIRONMENT, "{}"))
        return cls(**{field.name: told[field.name] for field in fields(cls) if field.name in told})


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that listens there."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
