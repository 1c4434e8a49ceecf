"""Finding claims on vetoes: who cast one, on what and when, and how many there were."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.assertion import asserted, negated, tense, when
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.implied import vetoed
from mahdar.checking.mentions import StateMention
from mahdar.checking.numerals import counts
from mahdar.checking.protocol import Found
from mahdar.checking.scene import Scene, codes
from mahdar.checking.topics import topic
from mahdar.mechanisms.council import rules
from mahdar.model import Arg

_USE_REACH = 12


def find(scene: Scene) -> Iterator[Found]:
    """Vetoes that the text says were cast, will be cast, or were not."""
    for cue in scene.any_of(("veto", "veto_verb"), 0, len(scene.forms)):
        if _in_council(scene, cue):
            found = _veto(scene, cue)
            if found is not None:
                yield found


def _in_council(scene: Scene, cue: Cue) -> bool:
    """Whether it is a veto in the Council: no other body or law beside it, and the Council in the report."""
    sentence = scene.sentence(cue.i)
    beside = scene.bodies(sentence.i, sentence.j)
    foreign = "other" in beside or scene.within("council.no_veto", sentence.i, sentence.j)
    if "council" in beside:
        return True
    if scene.unnamed:
        return vetoed(scene, cue)
    return not foreign and (
        scene.speaks_of("council")
        or ("un" in beside and bool(scene.any_of(("draft", "resolution"), sentence.i, sentence.j)))
    )


def _veto(scene: Scene, cue: Cue) -> Found | None:
    act = cue if cue.sense.concept == "veto_verb" or _denied_verb(scene, cue) else _use(scene, cue)
    casters = _casters(scene, cue, act)
    if not casters or not asserted(scene, min(cue.i, act.i if act else cue.i)):
        return None
    by = codes(casters)
    head = act or cue
    if any(not rules.may_veto(code) for code in by) and "council" not in scene.bodies(
        scene.sentence(cue.i).i, scene.sentence(cue.i).j
    ):
        return None
    form = tense(scene, head)
    form = "past" if form == "present" else form
    i, j = min(cue.i, head.i, casters[0].i), max(cue.j, head.j)
    about = topic(scene, i, j, by)
    args: dict[str, Arg] = {"by": by}
    if about is not None:
        args["topic"] = about.code
    number = _number(scene, cue, i)
    denied = negated(scene, head)
    time = when(scene, head, form)
    weak = {"topic"} if about is not None and about.weak else set()
    if number is not None and not denied:
        args["count"] = number[0]
        low, high = number[1:]
        return make(scene, "council.veto_count", i, j, args, when=time, tense=form, weak=weak, low=low, high=high)
    stop = scene.clause(cue.i).j
    return make(scene, "council.veto", i, min(stop, j + 30), args, when=time, tense=form, negated=denied, weak=weak)


def _denied_verb(scene: Scene, cue: Cue) -> bool:
    """ "did not veto": the bare word as a verb."""
    return any(c.j == cue.i for c in scene.within("not", max(0, cue.i - 2), cue.i)) and scene.passage.language == "en"


def _use(scene: Scene, cue: Cue) -> Cue | None:
    """The verb that makes a veto of the word: used, cast, استخدم."""
    clause = scene.clause(cue.i)
    before = scene.within("veto_use", max(clause.i, cue.i - _USE_REACH), cue.i)
    after = scene.within("veto_use", cue.j, min(clause.j, cue.j + 4))
    return before[-1] if before else (after[0] if after else None)


def _casters(scene: Scene, cue: Cue, act: Cue | None) -> list[StateMention]:
    if act is None:
        return _adjectives(scene, cue)
    clause = scene.clause(act.i)
    if act.form == "passive":
        return next(iter(scene.groups(act.j, min(clause.j, act.j + 4))), [])
    between = scene.groups(act.j, cue.i) if act is not cue else scene.groups(act.j, min(clause.j, act.j + 2))
    arabic = scene.passage.language != "en"
    if between and (arabic or act.form == "noun"):
        return between[0]
    before = [g for g in scene.groups(clause.i, act.i) if act.i - g[-1].j <= 8 and not _behind_about(scene, g[0].i)]
    if before and (not arabic or act.i - before[-1][-1].j <= 3):
        return before[-1]
    by_adjective = (
        scene.groups(act.j, cue.i, demonyms=True)
        if arabic
        else scene.groups(max(clause.i, act.i - 6), act.i, demonyms=True)
    )
    return by_adjective[0] if by_adjective else _adjectives(scene, cue)


def _behind_about(scene: Scene, i: int) -> bool:
    return any(c.j == i and scene.forms[c.i] not in ("for", "to") for c in scene.within("about", max(0, i - 1), i))


def _adjectives(scene: Scene, cue: Cue) -> list[StateMention]:
    """فيتو روسي, "a Russian veto", "Russia's veto", فيتو روسيا."""
    if scene.passage.language == "en":
        low = cue.i - 2 if cue.i > 1 and scene.forms[cue.i - 1] in ("'s", "'") else cue.i - 1
        before = [g for g in scene.groups(max(0, low - 5), cue.i, demonyms=True) if g[-1].j >= low]
        return before[-1] if before else []
    after = [g for g in scene.groups(cue.j, cue.j + 4, demonyms=True) if g[0].i == cue.j]
    return after[0] if after else []


def _number(scene: Scene, cue: Cue, i: int) -> tuple[int, int | None, int | None] | None:
    """How many times: "17 times", 17 مرة, "cast 17 vetoes"."""
    clause = scene.clause(cue.i)
    for n in counts(scene, i, min(clause.j, cue.j + 10)):
        times = scene.forms[n.j : n.j + 1] and scene.forms[n.j] in ("مره", "مرات", "times", "vetoes")
        said = n.low if n.low is not None else n.high
        spelled = any(p.kind == "times" for p in scene.numbers_in(n.i, n.i + 1))
        if said is not None and (times or spelled):
            return said, n.low, n.high
    return None
