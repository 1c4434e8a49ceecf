"""Whose vote a word of voting tells: the Council's, the Assembly's, the Human Rights Council's or nobody's here."""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.owners import owner
from mahdar.checking.scene import Scene
from mahdar.checking.subjects import body_meant, of_members
from mahdar.checking.symbols import numbers_after, whose
from mahdar.checking.votes_meant import vote_before
from mahdar.checking.wordlists import words

BACK = 3  # sentences back over which votes told in a row are one body's
BODIES = frozenset({"council", "assembly", "rights_council"})
_VETOED = ("veto_verb", "veto_use")


def body_of(scene: Scene, cue: Cue, back: int = BACK) -> str:
    """Whose vote it is: the first body of the clause before it, else that of the vote told in the sentence before, else
    the nearest. A vote beside no UN body is nobody's here.
    """
    clause = scene.clause(cue.i)
    if not words("mahdar.checking", "votes.toml", "other_voters").isdisjoint(
        scene.forms[max(clause.i, cue.i - 2) : cue.j + 2]
    ):
        return ""
    meant = body_meant(scene, cue.i)
    if meant in BODIES:
        return meant
    earlier = vote_before(scene, cue) if back else None
    if earlier is not None:
        return body_of(scene, earlier, back - 1)
    own = [c for c in scene.within("body", clause.i, cue.i) if not of_members(scene, c)]
    named = [c for c in own if not _left(scene, clause.i, c)]
    before = [scene.which(c) for c in named]
    if (own and not named) or (not own and _left_before(scene, cue)):
        return "assembly"
    if not own and (numbered := _numbered_body(scene, cue)):
        return numbered
    if "other" in before and not BODIES & set(before):
        return ""
    body = next((b for b in before if b in BODIES), "") or _of_veto(scene, cue) or _subject_before(scene, cue)
    body = body or scene.body(cue.i)
    if body == "un":
        return "assembly" if scene.speaks_of("assembly") and not scene.speaks_of("council") else "council"
    return body


def _of_veto(scene: Scene, cue: Cue) -> str:
    """The Council where a veto is told right before a vote in a sentence that names no body: only it knows vetoes."""
    sentence = scene.sentence(cue.i)
    k = scene.passage.sentence_of(cue.i)
    before = scene.passage.sentences[max(0, k - 1)]
    if scene.within("body", sentence.i, sentence.j) or not scene.speaks_of("council"):
        return ""
    own = scene.any_of(_VETOED, sentence.i, cue.i)
    told = own or (scene.any_of(_VETOED, before.i, before.j) if "\n" not in scene.forms[before.i : cue.i] else [])
    return "council" if told and not scene.within("body", told[-1].i, cue.i) else ""


def _subject_before(scene: Scene, cue: Cue) -> str:
    """The first of several bodies of the sentence before, where that of the cue names none: "The Council called the
    Assembly into session. Eleven members voted for it".
    """
    k, sentence = scene.passage.sentence_of(cue.i), scene.sentence(cue.i)
    if not k or scene.within("body", sentence.i, sentence.j):
        return ""
    before = scene.passage.sentences[k - 1]
    named = [scene.which(c) for c in scene.within("body", before.i, before.j)]
    return named[0] if len({*named}) > 1 and named[0] in BODIES else ""


def _numbered_body(scene: Scene, cue: Cue) -> str:
    """The body whose resolution the sentence of a vote names by its number, where that tells it; or ""."""
    sentence = scene.sentence(cue.i)
    named = [(c, numbers_after(scene, c)) for c in scene.within("resolution", sentence.i, sentence.j)]
    bodies = {whose(scene, c, owner(scene, c, bare=True), numbers) for c, numbers in named if numbers}
    return bodies.pop() if len(bodies) == 1 and bodies <= BODIES else ""


def _left(scene: Scene, i: int, body: Cue) -> bool:
    """Whether a state is cut off from this body: "suspended Russia from the Human Rights Council" is the Assembly's
    vote.
    """
    mine = scene.which(body) == "rights_council"
    return mine and any(c.value == "cut" for c in scene.within("rights_council.lost", i, body.j))


def _left_before(scene: Scene, cue: Cue) -> bool:
    """Whether the sentence before tells of a state cut off from the body named last, and the own one names none."""
    k, sentence = scene.passage.sentence_of(cue.i), scene.sentence(cue.i)
    before = scene.passage.sentences[max(0, k - 1)]
    last = scene.within("body", before.i, before.j)[-1:] if k else []
    return bool(last) and not scene.within("body", sentence.i, sentence.j) and _left(scene, before.i, last[0])
