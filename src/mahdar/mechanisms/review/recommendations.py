"""Finding how many recommendations a state received, accepted and noted: "accepted 132 of 262 recommendations"."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.assertion import asserted
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.numerals import Count
from mahdar.checking.protocol import Found
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span
from mahdar.model import Arg

_VERB_REACH = 12  # tokens from a verb to the number, the review and its round between
_BEHIND = 7  # tokens behind "132 of" in which the recommendations are named
_ACCEPTED = "accepted"  # also of "did not accept" with an exception behind it: لم تقبل سوى 132


def _words(kind: str) -> frozenset[str]:
    return words("mahdar.mechanisms.review", "words.toml", kind)


def recommended(scene: Scene, sentence: Span, code: str) -> Iterator[Found]:
    """ "accepted 132 of 262 recommendations": numbers beside a word for recommendations and a verb of accepting."""
    if not scene.within("review.recommendation", sentence.i, sentence.j):
        return
    args: dict[str, Arg] = {"state": code}
    spans: list[Span] = []
    for number in _numbers(scene, sentence):
        role = _role(scene, sentence, number, args)
        if role and role not in args and number.value is not None:
            args[role] = number.value
            spans.append(Span(number.i, number.j))
    if spans and asserted(scene, spans[0].i):
        ordinal = scene.nearest("review.ordinal", spans[-1].i, sentence)
        if ordinal is not None:
            args["round"] = int(ordinal.value)
        verb = _verb(scene, sentence, spans[0].i)
        first = min(spans[0].i, verb.i if verb else spans[0].i)
        yield make(scene, "review.recommendations", first, min(spans[-1].j + 1, sentence.j), args, tense="past")


def _numbers(scene: Scene, sentence: Span) -> list[Count]:
    dates = [(t.i, t.j) for t in scene.times_in(sentence.i, sentence.j)]
    found = [n for n in scene.numbers_in(sentence.i, sentence.j) if n.kind == "cardinal" and n.low == n.high and n.low]
    return [
        Count(n.i, n.j, int(n.low or 0), int(n.high or 0)) for n in found if not any(a <= n.i < b for a, b in dates)
    ]


def _verb(scene: Scene, sentence: Span, i: int) -> Cue | None:
    before = scene.within("review.accept", max(sentence.i, i - _VERB_REACH), i)
    return before[-1] if before else None


def _passive(scene: Scene, i: int) -> str:
    """What an English passive right behind a number says of so many: "284 were accepted"."""
    told = scene.within("review.accept", i + 1, i + 2) if scene.forms[i : i + 1] in (["were"], ["was"]) else []
    told = told or [c for c in scene.within("review.accept", i, i + 1) if scene.forms[i] in ("were", "was")]
    return told[0].value if told else ""


def _role(scene: Scene, sentence: Span, number: Count, args: dict[str, Arg]) -> str:
    """What a number counts: the verb before it decides; behind "of" or من أصل it is what was received."""
    before = {" ".join(scene.forms[max(0, number.i - size) : number.i]) for size in (1, 2)}
    if before & _words("whole") or (_ACCEPTED in args and before & _words("whole_behind_part")):
        return "received"
    if value := _passive(scene, number.j):
        return value
    verb = _verb(scene, sentence, number.i)
    near = scene.within("review.recommendation", number.j, number.j + 3)
    if scene.forms[number.j : number.j + 1] and scene.forms[number.j] in _words("out_of"):
        near = near or scene.within("review.recommendation", number.j, number.j + _BEHIND)
    return (
        (_ACCEPTED if scene.within("except", verb.i, number.i) else verb.value)
        if verb is not None and (near or number.i - verb.j <= 2)
        else ("received" if near and not args.get("received") and verb is None and len(args) > 1 else "")
    )
