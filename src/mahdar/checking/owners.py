"""Whose resolution it is, and which words of adoption stand around it."""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.scene import Scene
from mahdar.checking.subjects import body_meant
from mahdar.checking.symbols import HEAD_REACH
from mahdar.checking.wordlists import words

_TO = "الي"
HEAD_VERBS = 40  # tokens between a resolution and words of its adoption


def owner(scene: Scene, cue: Cue, *, bare: bool) -> str:
    """The body whose resolution it is: named right behind or before it, the subject of its adoption, else the one
    in question.

    ``bare``: a number without any body is taken for the Council's if the report speaks of the Council or the United
    Nations.
    """
    if _of_state(scene, cue):
        return ""
    clause = scene.clause(cue.i)
    beside = [
        c
        for c in scene.within("body", cue.j, min(clause.j, cue.j + HEAD_REACH))
        if c.i - cue.j <= 1 or linked(scene, cue, c)
    ]
    before = [c for c in scene.within("body", max(clause.i, cue.i - 4), cue.i) if c.j >= cue.i - 1]
    english = scene.passage.language == "en"
    for near in (*(before if english else ()), *beside):
        named = scene.which(near)
        if named:
            return of_un(scene, named)
    verbs = verbs_of(scene, cue)
    subject = _possessor(scene, cue)
    subject = subject or (scene.nearest("body", verbs[0].i, clause) if verbs else _voter(scene, cue))
    subject = subject or _giver(scene, cue)
    body = scene.which(subject) if subject is not None else (body_meant(scene, cue.i) or scene.body(cue.i))
    return of_un(scene, body) if body or not bare else ("council" if scene.speaks_of("council") else "")


def _of_state(scene: Scene, cue: Cue) -> bool:
    """Whether an Arabic possessive may make it the decision of a state told before: عللت الخارجية السعودية قرارها."""
    if words("mahdar.checking", "numbers.toml", "possessed").isdisjoint(scene.forms[cue.i : cue.j]):
        return False
    low = scene.sentence(cue.i).i
    before = scene.within("body", low, cue.i)
    named = scene.named_in(before[-1].j if before else low, cue.i)
    return any(scene.passage.principal(n.entity).startswith("state:") for n in named)


def _possessor(scene: Scene, cue: Cue) -> Cue | None:
    """The body before an Arabic resolution that its possessive can mean, a council or the Assembly: أنشأت الجمعية
    العامة مجلس حقوق الإنسان بموجب قرارها.
    """
    if words("mahdar.checking", "numbers.toml", "possessed").isdisjoint(scene.forms[cue.i : cue.j]):
        return None
    hers = scene.forms[cue.j - 1].endswith("ها")
    bodies = scene.within("body", scene.clause(cue.i).i, cue.i)
    return next((c for c in reversed(bodies) if (scene.which(c) == "assembly") == hers), None)


def _giver(scene: Scene, cue: Cue) -> Cue | None:
    """The body before the one to which an Arabic resolution hands something: أحال المجلس الملف إلى الجمعية العامة
    بالقرار.
    """
    if scene.passage.language == "en":
        return None
    bodies = scene.within("body", scene.clause(cue.i).i, cue.i)
    handed = len(bodies) > 1 and scene.forms[bodies[-1].i - 1] == _TO
    return bodies[-2] if handed else None


def _voter(scene: Scene, cue: Cue) -> Cue | None:
    """The body that votes for a resolution: "the Council voted 12 to 2 for resolution 462, which called the
    Assembly".
    """
    clause = scene.clause(cue.i)
    votes = [c for c in scene.within("vote", clause.i, cue.i) if c.form == "past"]
    bodies = scene.within("body", clause.i, votes[-1].i) if votes else []
    return bodies[-1] if bodies else None


def of_un(scene: Scene, body: str) -> str:
    """The United Nations by name mean the Council where the report speaks of it and not of the Assembly."""
    if body != "un":
        return body
    return "assembly" if scene.speaks_of("assembly") and not scene.speaks_of("council") else "council"


def linked(scene: Scene, cue: Cue, body: Cue) -> bool:
    """Whether words of adoption or of belonging join a resolution to a body behind it: القرار الصادر عن, adopted
    by, of.
    """
    between = scene.any_of(("adopt",), cue.j, body.i)
    return any(c.form in ("passive", "participle") for c in between) or scene.forms[body.i - 1] in ("of", "by", "from")


def verbs_of(scene: Scene, cue: Cue) -> list[Cue]:
    """Words of adoption in the clause of a resolution, the nearest first."""
    clause = scene.clause(cue.i)
    found = [c for c in scene.any_of(("adopt", "approve"), clause.i, clause.j) if abs(c.i - cue.i) <= HEAD_VERBS]
    return sorted(found, key=lambda c: abs(c.i - cue.i))


def actors(scene: Scene, verb: Cue, reach: int | None) -> list[Cue]:
    """The bodies whose deed a verb may tell: the one before it in its clause, at most ``reach`` tokens off with times
    left out, and in Arabic one right behind it.
    """
    before = scene.within("body", scene.clause(verb.i).i, verb.i)[-1:]
    timed = sum(t.j - t.i for c in before for t in scene.times_in(c.j, verb.i))
    near = [c for c in before if reach is None or verb.i - c.j - timed <= reach]
    return near if scene.passage.language == "en" else [*near, *scene.within("body", verb.j, verb.j + 1)]
