"""What the grouping compares, as bytes: the features of a report and its likeness to others."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from mahdar.accounts.features import Features
from mahdar.accounts.lead import Lead

_HEAD = struct.Struct("<5I")
_LINK = np.dtype([("other", "<u4"), ("copy", "u1"), ("score", "<f8")])

Link = tuple[int, float, bool]  # the key of the other report, the likeness, whether one is a copy of the other


def packed(report: Features) -> bytes:
    """The features of a report without its id, language and days; prominence as 32-bit numbers."""
    lead = report.lead
    told = json.dumps([lead.turn, sorted(lead.speakers), sorted(lead.decisions), sorted(lead.days)]).encode()
    arrays = (report.words, report.facts, report.runs, report.opening)
    body = (
        _HEAD.pack(*map(len, arrays), len(told)),
        report.words.astype("<i4").tobytes(),
        report.facts.astype("<i4").tobytes(),
        report.prominence.astype("<f4").tobytes(),
        report.standing.astype("<f4").tobytes(),
        report.runs.astype("<u4").tobytes(),
        report.opening.astype("<i4").tobytes(),
        told,
    )
    return zlib.compress(b"".join(body), 1)


def unpacked(id: str, language: str | None, first: int | None, last: int | None, data: bytes) -> Features:
    """The features that `packed` packed."""
    body = zlib.decompress(data)
    words, facts, runs, opening, lead = _HEAD.unpack_from(body)
    at = _HEAD.size

    def taken(kind: str, many: int) -> NDArray[np.generic]:
        nonlocal at
        found = np.frombuffer(body, kind, many, at)
        at += 4 * many
        return found

    numbers = (taken("<i4", words).astype(np.int32), taken("<i4", facts).astype(np.int32))
    weights = (taken("<f4", words).astype(np.float64), taken("<f4", facts).astype(np.float64))
    ran, opened = taken("<u4", runs).astype(np.uint32), taken("<i4", opening).astype(np.int32)
    turn, speakers, decisions, days = json.loads(body[at : at + lead])
    return Features(
        id,
        language,
        numbers[0],
        weights[0],
        numbers[1],
        weights[1],
        ran,
        opened,
        Lead(turn, frozenset(speakers), frozenset(decisions), frozenset(days)),
        first,
        last,
    )


def numbers_of(data: bytes) -> NDArray[np.int32]:
    """The words and facts of packed features alone."""
    body = zlib.decompress(data)
    words, facts, *_ = _HEAD.unpack_from(body)
    return np.frombuffer(body, "<i4", words + facts, _HEAD.size)


def renumbered(report: Features, numbers: NDArray[np.int32]) -> Features:
    """The features of a report with other numbers: `numbers[n]` is the one that stands for n."""
    return replace(
        report,
        words=numbers[report.words],
        facts=numbers[report.facts],
        opening=np.sort(numbers[report.opening]),
    )


def packed_links(links: Iterable[Link]) -> bytes:
    """The likeness of one report to others, in the order of their keys."""
    found = np.array([(other, copy, score) for other, score, copy in sorted(links)], dtype=_LINK)
    return found.tobytes()


def unpacked_links(data: bytes) -> list[Link]:
    """What `packed_links` packed."""
    found = np.frombuffer(data, _LINK)
    return list(zip(found["other"].tolist(), found["score"].tolist(), map(bool, found["copy"].tolist()), strict=True))
