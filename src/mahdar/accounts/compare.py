"""Accounts side by side: the tellings of one story, compared by who speaks, what is counted, claimed, put forward."""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.accounts.compare_claims import claims
from mahdar.accounts.compare_figures import figures
from mahdar.accounts.compare_mechanisms import mechanisms
from mahdar.accounts.compare_model import Comparison
from mahdar.accounts.compare_scene import Scene
from mahdar.accounts.compare_terms import terms
from mahdar.accounts.compare_times import times
from mahdar.accounts.compare_voices import voices
from mahdar.accounts.telling import Telling


def compare(tellings: Sequence[Telling]) -> Comparison:
    """Lay two or more accounts side by side, in the order given. Raises ValueError for fewer."""
    if len(tellings) < 2:
        raise ValueError("two accounts at least are needed to compare")
    scenes = [Scene(index, telling) for index, telling in enumerate(tellings)]
    return Comparison(
        accounts=tuple(scene.account for scene in scenes),
        voices=tuple(voices(scenes)),
        mechanisms=tuple(mechanisms(scenes)),
        times=tuple(times(scenes)),
        figures=tuple(figures(scenes)),
        claims=tuple(claims(scenes)),
        terms=tuple(terms(scenes)),
    )
