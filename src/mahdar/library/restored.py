"""A kept reading as the dataclass that it was; `Reading.to_dict` of it gives the kept JSON again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mahdar.model import Citation, Claim, Entity, Event, Figure, Mention, Reading, Report, Span, Statement, Time, Why

Json = Mapping[str, Any]


def restored(told: Json) -> Reading:
    """Raises KeyError or TypeError where the JSON lacks or has what a reading of this version has not."""
    return Reading(
        schema=told["schema"],
        report=_report(told["report"]),
        entities={entity: Entity(**each) for entity, each in told["entities"].items()},
        mentions=tuple(Mention(**each) for each in told["mentions"]),
        times=tuple(Time(**each) for each in told["times"]),
        figures=tuple(Figure(**each) for each in told["figures"]),
        statements=tuple(Statement(**_tuples(each, "speakers", "via")) for each in told["statements"]),
        events=tuple(Event(**_tuples(each, "actors", "recipients", "reported_by")) for each in told["events"]),
        claims=tuple(_claim(each) for each in told["claims"]),
    )


def _report(told: Json) -> Report:
    dated = {name: tuple(Span(**each) for each in told[name]) for name in ("dated_by", "dated_against")}
    return Report(**{**_tuples(told, "notes"), **dated})


def _claim(told: Json) -> Claim:
    citations = tuple(Citation(**each) for each in told["citations"])
    return Claim(**{**told, "why": Why(**told["why"]), "citations": citations})


def _tuples(told: Json, *names: str) -> dict[str, Any]:
    return {**told, **{name: tuple(told[name]) for name in names}}
