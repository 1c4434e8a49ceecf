"""Claims inside what somebody denies: "Russia denied that it had vetoed the draft" denies the veto."""

from __future__ import annotations

from dataclasses import replace

from mahdar.checking.once import once
from mahdar.checking.protocol import CHOICES, Found
from mahdar.checking.scene import Scene
from mahdar.language.tokens import Span

_DENY = "deny"
_TOLD = ("past", "passive", "present")
_DEEDS = ("veto_verb", "veto_use", "vote", "abstain", "voted_for", "voted_against", "oppose", "favour")
_TURNED = frozenset({"council.veto", "council.vote", "assembly.vote"})  # what a denial of the deed itself turns round
_TELLING = frozenset({"by", "states", *CHOICES})  # without these a vote is only said to have been held
_NAMED = ("resolution", "size", "count")  # ends of kinds that a denial only presupposes


@once
def _contents(scene: Scene) -> tuple[Span, ...]:
    """The first clause of everything that is told as denied."""
    tokens = scene.tokens
    denied = [s for s in scene.passage.statements if s.act == _DENY and s.end > s.start]
    spans = [Span(tokens.token_at(s.start), tokens.token_at(s.end - 1) + 1) for s in denied]
    return tuple(Span(span.i, min(span.j, scene.clause(span.i).j)) for span in spans)


def under_denial(scene: Scene, found: Found) -> Found | None:
    """The claim, negated where its own deed is what somebody denies; None where it is another part of what is denied,
    of which nobody says whether it is so.
    """
    held = next((span for span in _contents(scene) if _within(scene, found, span)), None)
    if held is None or found.kind.endswith(_NAMED):
        return found
    if found.kind in _TURNED and not _TELLING.isdisjoint(found.args):
        return found if found.negated else replace(found, negated=True)
    return None


def _within(scene: Scene, found: Found, span: Span) -> bool:
    """Whether a claim is told in a span: its first deed stands there, or where it has none its first word or what goes
    on from a state before, and in no relative clause.
    """
    if not span.i < found.j or not found.i < span.j:
        return False
    deeds = [c.i for c in scene.any_of(_DEEDS, found.i, found.j) if c.form in _TOLD]
    at = deeds[0] if deeds else max(found.i, span.i)
    return span.i <= at < span.j and not scene.within("relative", span.i, at)
