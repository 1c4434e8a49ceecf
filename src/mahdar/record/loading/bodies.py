"""The content of an HTTP answer, piece by piece: within the time and size allowed, unpacked, whole."""

from __future__ import annotations

import http.client
import socket
import threading
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from mahdar.record.loading.hosts import FetchError, PassingError

_PIECE = 1 << 16
_GZIP = 16 + zlib.MAX_WBITS


class Clock:
    """Cuts a connection when its time is up, however slowly the other side goes on sending."""

    def __init__(self, host: str, connection: http.client.HTTPConnection, seconds: float) -> None:
        self._host, self._seconds, self._late = host, seconds, False
        self._socket: socket.socket = connection.sock
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        self._timer.cancel()

    def _cut(self) -> None:
        self._late = True
        try:
            socket.socket.shutdown(self._socket, socket.SHUT_RDWR)  # below TLS, whose state another thread is using
        except OSError:
            self._late = True  # it was over already

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Raises PassingError for whatever breaks on the way, FetchError where the time was up."""
        try:
            yield
        except (OSError, http.client.HTTPException, ValueError) as error:
            if self._late:
                raise self._too_slow() from None
            reason = "fell silent" if isinstance(error, TimeoutError) else "broke off"
            raise PassingError(FetchError(f"{self._host} {reason} in the middle", host=self._host)) from None
        if self._late:
            raise self._too_slow()

    def _too_slow(self) -> FetchError:
        return FetchError(f"{self._host} was not through after {self._seconds:,.0f} seconds", host=self._host)


def pieces(answer: http.client.HTTPResponse, clock: Clock, host: str, most: int) -> Iterator[bytes]:
    """The content as it was sent. Raises PassingError where less came than was announced, FetchError on too much."""
    total = 0
    while True:
        _allow(max(total, answer.length or 0), most, host)
        with clock.watching():
            piece = answer.read(_PIECE)
        if not piece:
            break
        total += len(piece)
        yield piece
    if answer.length:  # what is still missing of the announced length
        raise PassingError(FetchError(f"{host} broke off {answer.length:,} bytes before the end", host=host))


def decoded(sent: Iterable[bytes], packing: str, host: str, most: int) -> Iterator[bytes]:
    """Content unpacked, a piece at a time. Raises FetchError on a foreign or broken packing, and on too much."""
    if packing not in {"", "identity", "gzip", "x-gzip"}:
        raise FetchError(f"{host} sends it packed in a way that was not asked for", host=host)
    total = 0
    for piece in _unpacked(sent, host) if packing.endswith("gzip") else sent:
        total += len(piece)
        _allow(total, most, host)
        yield piece


def _allow(total: int, most: int, host: str) -> None:
    if total > most:
        raise FetchError(f"{host} sends more than {most:,} bytes, which is too much", host=host)


def _unpacked(sent: Iterable[bytes], host: str) -> Iterator[bytes]:
    """Gzip, of one member or several as they follow one another, never more than a piece at a time."""
    packed, rest, full = zlib.decompressobj(_GZIP), b"", False
    for piece in sent:
        rest = piece
        while rest or full:
            if packed.eof and rest:
                packed = zlib.decompressobj(_GZIP)
            try:
                out = packed.decompress(rest, _PIECE)
            except zlib.error:
                raise FetchError(f"{host} sends it packed, and the packing is broken", host=host) from None
            yield out
            full = len(out) == _PIECE  # more may wait inside
            rest = packed.unused_data if packed.eof else packed.unconsumed_tail
    if not packed.eof:
        raise PassingError(FetchError(f"{host} broke off before the end of what it packed", host=host))
