"""Matters that the Council put on its agenda, and who opposed that: "in a procedural vote that China opposed"."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.owners import actors
from mahdar.checking.protocol import Found
from mahdar.checking.scene import Scene, codes
from mahdar.checking.topics import Topic, named_topic
from mahdar.checking.votes import ballots
from mahdar.checking.when import When, nearest_time, opened, when
from mahdar.mechanisms.council.words import words as listed
from mahdar.model import Arg

_REACH = 14  # tokens from the verb to the agenda
_SUBJECT = 5  # tokens between the Council and its verb, times left out
_OPPOSED = 3  # tokens between a vote and who opposed it
_NAMED = 5  # the farthest rank of a topic


def find(scene: Scene) -> Iterator[Found]:
    """What the Council put on its agenda, as a matter discussed, and the vote on procedure that decided it."""
    for cue in scene.all("council.agenda"):
        verb = _verb(scene, cue)
        if verb is None:
            yield from _standing(scene, cue)
            continue
        about = _about(scene, verb, cue) if verb is not None else None
        if about is None:
            continue
        time = when(scene, verb, "past")
        weak = {"topic"} if about.weak else set()
        args: dict[str, Arg] = {"topic": about.code}
        yield make(scene, "council.discussed", verb.i, cue.j, args, when=time, weak=weak)
        states, end = _opponents(scene, cue)
        if states and not _told(scene, cue):
            voted: dict[str, Arg] = {**args, "states": dict.fromkeys(states, "no")}
            yield make(scene, "council.vote", verb.i, end, voted, when=time, weak={*weak, "at"})


def _standing(scene: Scene, cue: Cue) -> Iterator[Found]:
    """A matter that stands on the agenda of the Council: القضية مدرجة على جدول أعمال مجلس الأمن منذ 1948."""
    clause = scene.clause(cue.i)
    stands = scene.within("council.stands", max(clause.i, cue.i - _REACH), cue.i)
    ours = any(scene.which(c) == "council" for c in scene.within("body", cue.i, cue.j + 1))
    if not stands or not ours or negated(scene, stands[0]) or not asserted(scene, stands[0].i):
        return
    about = named_topic(scene, clause.i, cue.i)
    if about is None or about.rank > _NAMED:
        return
    near = nearest_time(scene, stands[-1], clause.i, clause.j)
    time = When(opened(scene, near)) if near is not None else When()
    yield make(scene, "council.discussed", min(about.i, stands[0].i), cue.j, {"topic": about.code}, when=time)


def _verb(scene: Scene, cue: Cue) -> Cue | None:
    """The verb of putting whose subject is the Council."""
    clause = scene.clause(cue.i)
    verbs = scene.within("council.puts", max(clause.i, cue.i - _REACH), cue.i)
    ours = (c for c in reversed(verbs) if not negated(scene, c) and asserted(scene, c.i) and _council(scene, c))
    return next((c for c in ours if c.form != "infinitive" or _voted(scene, clause.i, c)), None)


def _voted(scene: Scene, low: int, verb: Cue) -> bool:
    return any(c.form == "past" for c in scene.any_of(("vote", "approve"), low, verb.i))


def _council(scene: Scene, verb: Cue) -> bool:
    near = actors(scene, verb, None if verb.form == "infinitive" else _SUBJECT)
    return any(scene.which(c) == "council" or _short(scene, c) for c in near)


def _short(scene: Scene, body: Cue) -> bool:
    """Whether "the council" can be this one though another was named in passing: its agenda is voted on."""
    return body.form == "short" and "council" in body.value.split("/") and scene.speaks_of("council")


def _about(scene: Scene, verb: Cue, cue: Cue) -> Topic | None:
    found = named_topic(scene, verb.j, cue.i)
    return (
        Topic(found.code, False, found.i, found.rank, found.j) if found is not None and found.rank <= _NAMED else None
    )


def _opponents(scene: Scene, cue: Cue) -> tuple[list[str], int]:
    """The states that are said to have voted against it, and the token behind the words that say so."""
    sentence = scene.sentence(cue.i)
    votes = [c for c in scene.within("vote", cue.j, sentence.j) if c.form == "noun"]
    for opposed in scene.within("council.opposed", votes[0].j, sentence.j) if votes else ():
        behind = next(iter(scene.groups(opposed.j, min(sentence.j, opposed.j + _OPPOSED))), [])
        by = opposed.form == "passive" or scene.passage.language != "en"
        before = [g for g in scene.groups(votes[0].j, opposed.i) if opposed.i - g[-1].j <= 1 + _also(scene, opposed)]
        group = (behind if behind and behind[0].i - opposed.j <= 1 else []) if by else (before[-1] if before else [])
        if group:
            return codes(group), max(opposed.j, group[-1].j)
    return [], cue.j


def _also(scene: Scene, opposed: Cue) -> int:
    return int(scene.forms[opposed.i - 1] in listed("adverbs"))


def _told(scene: Scene, cue: Cue) -> bool:
    """Whether the sentence tells its vote in the words of votes."""
    k = scene.passage.sentence_of(cue.i)
    return any(b.body == "council" and scene.passage.sentence_of(b.i) == k and b.states for b in ballots(scene))
