"""Finding claims that a mandate on a state exists: special rapporteurs, inquiries, panels of experts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.meant import state_of
from mahdar.checking.mentions import buried
from mahdar.checking.owners import actors
from mahdar.checking.protocol import Found, Tense
from mahdar.checking.scene import Scene, codes
from mahdar.checking.symbols import numbers_after
from mahdar.checking.topics import Topic, named_topic, report_topic
from mahdar.checking.when import When, nearest_time, opened, when
from mahdar.checking.wordlists import words
from mahdar.mechanisms.mandates.missing import denial
from mahdar.model import Arg

SET_UP, ENDED = "set-up", "ended"
_REACH = 14
_VERB_REACH = 9
_BEHIND = 4  # tokens behind the state in which a verb belongs to the mandate
_OFFICIAL_REACH = 4
_BACK = 3  # sentences back to the one that names a mandate that is renewed
_TIME_REACH = 3  # tokens between words for the creation of a mandate and its time
_ACTOR = 6  # tokens between a Council and its verb, times left out
_SHORT, _INFINITIVE = "short", "infinitive"
_OPENING = 12  # tokens of a participle with its body and time before the name
_CODE = 3  # letters of a state's code
_PANEL, _GROUP = "panel-of-experts", "group-of-experts"
_COUNCILS = frozenset({"rights_council", "council", "un"})
_WORDS = ("mahdar.mechanisms.mandates", "words.toml")


def find(scene: Scene) -> Iterator[Found]:
    """Mandates named together with the state that they are on."""
    named = [found for cue in scene.all("mandate.name") if (found := _named(scene, cue)) is not None]
    yield from named
    yield from _own(scene, named)
    yield from _created(scene, named)


def _named(scene: Scene, cue: Cue) -> Found | None:
    if _foreign(scene, cue) or (cue.form == "new" and not _set_up(scene, cue)):
        return None
    about = _about(scene, cue) or _holder(scene, cue) or _told_of(scene, cue)
    on_state = about is not None and len(about.code) == _CODE  # those on a theme are in no record
    if about is None or not on_state or any(_only_meant(scene, c) for c in _verbs(scene, "mandate.sets", cue, about)):
        return None  # "if the Council had not created the commission of inquiry"
    return _mandate(scene, cue, about)


def _holder(scene: Scene, cue: Cue) -> Topic | None:
    """The state that is said to have such a mandate: "Iran has had a special rapporteur since 2011"."""
    has = scene.within("mandate.has", max(scene.clause(cue.i).i, cue.i - _BEHIND), cue.i)
    group = next(iter(scene.groups(has[-1].i - _BEHIND, has[-1].i)), []) if has else []
    return Topic(group[-1].codes[0], False, cue.i, 0, cue.j) if len(codes(group)) == 1 else None


def _told_of(scene: Scene, cue: Cue) -> Topic | None:
    """The state that the report is about, where a mandate is said without one to have been set up by a Council, or to
    have looked into what happened there.
    """
    clause = scene.clause(cue.i)
    if _set_up_by(scene, cue) is not None:
        whole = report_topic(scene)
        return Topic(whole.code, True, cue.i, 0, cue.j) if whole is not None and len(whole.code) == _CODE else None
    if scene.forms[cue.i - 1] in words(*_WORDS, "theirs") or not scene.speaks_of("rights_council"):
        return None
    works = scene.within("mandate.works", cue.j, min(clause.j, cue.j + _BEHIND))
    sets = [c for c in _set_up(scene, cue) if _of_council(scene, c)]
    found = [c for c in (*works[:1], *sets) if _asserts(scene, c)]
    if not found or (not nearest_time(scene, found[0], clause.i, clause.j) and not works):
        return None
    meant = state_of(scene, cue.i) if works else None
    whole = report_topic(scene)
    code = meant.state.codes[0] if meant is not None else (whole.code if whole is not None else "")
    return Topic(code, True, cue.i, 0, cue.j) if len(code) == _CODE else None


def _set_up_by(scene: Scene, cue: Cue) -> Cue | None:
    """The verb of a relative clause that says by which resolution a mandate was set up: "the commission of inquiry,
    which had been set up under resolution 1564", التي أنشئت بموجب القرار.
    """
    stop = min(scene.clause(cue.i).j, cue.j + _VERB_REACH)
    verb = next(iter(scene.within("mandate.sets", cue.j, stop)), None)
    if verb is None or not scene.within("relative", cue.j, verb.i + 1) or not _asserts(scene, verb):
        return None
    numbered = scene.within("resolution", verb.j, verb.j + _BEHIND)
    return verb if numbered and numbers_after(scene, numbered[0]) else None


def _of_council(scene: Scene, verb: Cue) -> bool:
    """Whether a Council sets a mandate up: right before the verb, in Arabic also right behind, or last named."""
    if scene.passage.language != "en" and not actors(scene, verb, _ACTOR):
        return scene.body(verb.i) in _COUNCILS
    return any(scene.which(c) in _COUNCILS for c in actors(scene, verb, _ACTOR))


def _own(scene: Scene, named: list[Found]) -> Iterator[Found]:
    """ "His mandate was created in March 2011": the mandate of the sentence before, set up or ended at a time."""
    for cue in scene.all("mandate.own"):
        clause, k = scene.clause(cue.i), scene.passage.sentence_of(cue.i)
        before = [found for found in named if scene.passage.sentence_of(found.i) == k - 1]
        if cue.form == _SHORT:
            yield from _by_short_form(scene, cue, [found for found in named if found.args["mandate"] == cue.value])
            continue
        if _renewed(scene, cue) is not None:
            yield from _again(scene, cue, named, k)
            continue
        verb = next(iter(scene.any_of(("mandate.sets", "mandate.ends"), cue.j, min(clause.j, cue.j + _BEHIND))), None)
        near = nearest_time(scene, verb, clause.i, clause.j) if verb is not None else None
        if not before or verb is None or near is None or not _asserts(scene, verb):
            continue
        over = verb.sense.concept == "mandate.ends"
        found = make(scene, "mandate.exists", cue.i, verb.j, dict(before[-1].args), when=When(near))
        yield replace(found, theme=ENDED if over else SET_UP)


def _by_short_form(scene: Scene, cue: Cue, named: list[Found]) -> Iterator[Found]:
    """ "The commission was set up in 2014", شكل المجلس اللجنة عام 2014: the mandate of that kind named last."""
    clause = scene.clause(cue.i)
    before = [found for found in named if found.i < clause.i]
    if not before or (scene.passage.language == "en" and scene.forms[cue.i - 1] != "the"):
        return
    low, high = max(clause.i, cue.i - _BEHIND), min(clause.j, cue.j + _BEHIND)
    verb = next(iter((*scene.within("mandate.sets", cue.j, high), *scene.within("mandate.sets", low, cue.i))), None)
    near = nearest_time(scene, verb, clause.i, clause.j) if verb is not None else None
    if verb is None or near is None or not _asserts(scene, verb) or negated(scene, verb):
        return
    i, j = min(cue.i, verb.i), max(cue.j, verb.j)
    found = make(
        scene, "mandate.exists", i, j, dict(before[-1].args), tense="past", when=When(near), weak=("topic",)
    )  # fmt: skip
    yield replace(found, theme=SET_UP)


def _created(scene: Scene, named: list[Found]) -> Iterator[Found]:
    """ "For the first time since its creation in August 2011": the day of the mandate named last."""
    for cue in scene.all("mandate.created"):
        k = scene.passage.sentence_of(cue.i)
        before = [f for f in named if f.i < cue.i and 0 <= k - scene.passage.sentence_of(f.i) <= 1]
        time = next(iter(scene.times_in(cue.j, cue.j + _TIME_REACH)), None)
        if before and time is not None and asserted(scene, cue.i):
            found = make(
                scene, "mandate.exists", cue.i, time.j, dict(before[-1].args), when=When(time), weak=("topic",)
            )
            yield replace(found, theme=SET_UP)


def _renewed(scene: Scene, cue: Cue) -> Cue | None:
    """The verb of renewing right before a mandate: "the Council renewed his mandate", جدد المجلس الولاية."""
    verbs = scene.within("mandate.renews", max(scene.clause(cue.i).i, cue.i - _BEHIND), cue.i)
    return verbs[-1] if verbs and _asserts(scene, verbs[-1]) else None


def _again(scene: Scene, cue: Cue, named: list[Found], k: int) -> Iterator[Found]:
    """The mandate named last, in the same sentence or in those before, as one that goes on."""
    before = [found for found in named if 0 <= k - scene.passage.sentence_of(found.i) <= _BACK and found.i < cue.i]
    verb = _renewed(scene, cue)
    if before and verb is not None:
        args = dict(before[-1].args)
        yield make(scene, "mandate.exists", verb.i, cue.j, args, when=when(scene, verb, "past"), weak=("topic",))


def _foreign(scene: Scene, cue: Cue) -> bool:
    """Whether another body than the United Nations owns it, or the report names none of the United Nations at all."""
    clause = scene.clause(cue.i)
    if "other" in scene.bodies(max(clause.i, cue.i - 4), min(clause.j, cue.j + 6)):
        return True
    own = not words(*_WORDS, "of_un").isdisjoint(scene.forms[cue.i : cue.j])
    own = own or bool(scene.within("mandate.official", cue.j, min(clause.j, cue.j + _OFFICIAL_REACH)))
    return not own and not any(scene.speaks_of(body) for body in ("un", "council", "rights_council", "assembly"))


def _about(scene: Scene, cue: Cue) -> Topic | None:
    """The state behind the name of the mandate: on, for, المعني بـ, في."""
    clause = scene.clause(cue.i)
    stop = min(clause.j, cue.j + _REACH)
    found = named_topic(scene, cue.j, stop) or _inside(scene, cue.j, stop)
    if found is not None and scene.within("mandate.incident", cue.j, found.i):
        return None  # into the attack on a convoy in Syria
    joined = found is not None and bool(scene.any_of(("about",), cue.j, found.i + 1))
    return found if found is not None and (joined or found.i - cue.j <= 2) else None


def _inside(scene: Scene, i: int, j: int) -> Topic | None:
    """A state that the reader took into the name of the body: "the mission on Libya"."""
    state = next(iter(buried(scene.passage, i, j)), None)
    return Topic(state.codes[0], False, state.i, 0, state.j) if state is not None else None


def _mandate(scene: Scene, cue: Cue, about: Topic) -> Found | None:
    """The mandate as running now, or as ended or set up at the time that the clause gives; none where it is not said
    whether there is one.
    """
    clause = scene.clause(cue.i)
    ended = _verbs(scene, "mandate.ends", cue, about)
    sets = _verbs(scene, "mandate.sets", cue, about)
    begun = [] if ended else [c for c in sets if _sets(scene, c)]
    set_up = None if ended or begun else _set_up_by(scene, cue)
    begun = begun if set_up is None else [set_up]
    told = [*ended, *begun] or _worked(scene, cue)
    near = nearest_time(scene, _decision(scene, told[0]) or told[0], clause.i, clause.j) if told else None
    near = opened(scene, near) if near is not None and not (ended or begun) else near
    time = When(near) if near is not None else When(now=not begun)
    denied = "told" if ended else denial(scene, cue, sets)
    if denied == "open":
        return None
    args: dict[str, Arg] = {"topic": about.code, "mandate": _kind(scene, cue)}
    i, j = min([cue.i, *(c.i for c in told)]), max([about.j, *(c.j for c in told)])
    form: Tense = "past" if told else "present"
    weak = ("topic",) if about.weak else ()
    found = make(scene, "mandate.exists", i, j, args, tense=form, when=time, negated=denied == "missing", weak=weak)
    return replace(found, theme=ENDED if ended and near is not None else SET_UP if begun else "")


def _kind(scene: Scene, cue: Cue) -> str:
    """The kind of a mandate: experts of whom the clause says that the Human Rights Council decides on them are its
    group, not a panel for sanctions.
    """
    clause = scene.clause(cue.i)
    bodies = {scene.which(c) for c in scene.within("body", clause.i, cue.i)}
    return _GROUP if cue.value == _PANEL and bodies == {"rights_council"} else cue.value


def _verbs(scene: Scene, concept: str, cue: Cue, about: Topic) -> list[Cue]:
    """The verb nearest to the name of a mandate and its state, before them or behind."""
    clause = scene.clause(cue.i)
    before = scene.within(concept, max(clause.i, cue.i - _VERB_REACH), cue.i) or _opening(scene, concept, cue)
    reach = _VERB_REACH if scene.within("relative", about.j, about.j + 2) else _BEHIND
    after = scene.within(concept, about.j, min(clause.j, about.j + reach))
    inside = scene.within(concept, cue.j, about.i)
    return [*before[-1:], *inside[:1], *after[:1]][:1]


def _opening(scene: Scene, concept: str, cue: Cue) -> list[Cue]:
    """The participle with which a sentence opens before the name: "Created by the Council in 2018, the mission on"."""
    low = scene.sentence(cue.i).i
    k = cue.i - (scene.forms[cue.i - 1] == "the")
    opens = scene.passage.language == "en" and k - low <= _OPENING and scene.forms[k - 1] == ","
    return scene.within(concept, low, low + 1) if opens else []


def _sets(scene: Scene, verb: Cue) -> bool:
    """Whether a verb tells that a mandate was set up; an infinitive does behind a decision."""
    return _asserts(scene, verb) and (not _infinitive(scene, verb) or _decision(scene, verb) is not None)


def _infinitive(scene: Scene, verb: Cue) -> bool:
    return verb.form == _INFINITIVE or scene.forms[verb.i - 1] == "to"


def _only_meant(scene: Scene, verb: Cue) -> bool:
    """Whether a mandate is only asked for or planned: "wants the Council to establish", "if it had created"."""
    english = scene.passage.language == "en"
    return (english and _infinitive(scene, verb) and _decision(scene, verb) is None) or not asserted(scene, verb.i)


def _decision(scene: Scene, verb: Cue) -> Cue | None:
    """The deed by which a body decided what an infinitive says: "decided on Friday to establish", قرر المجلس إيفاد."""
    if not _infinitive(scene, verb):
        return None
    deeds = scene.any_of(("vote.decides", "vote", "approve"), scene.clause(verb.i).i, verb.i)
    return next((c for c in reversed(deeds) if c.form == "past" and _asserts(scene, c)), None)


def _worked(scene: Scene, cue: Cue) -> list[Cue]:
    """The verb that tells what a body of experts did, or who had one: "looked into", "Iran last had a rapporteur"."""
    clause = scene.clause(cue.i)
    works = scene.within("mandate.works", cue.j, min(clause.j, cue.j + _BEHIND))[:1]
    return works or scene.within("mandate.has", max(clause.i, cue.i - _BEHIND), cue.i)[-1:]


def _set_up(scene: Scene, cue: Cue) -> list[Cue]:
    """The verb by which a body set the mandate up."""
    clause = scene.clause(cue.i)
    before = scene.within("mandate.sets", max(clause.i, cue.i - _VERB_REACH), cue.i)
    return [c for c in before[-1:] if _sets(scene, c)]


def _asserts(scene: Scene, cue: Cue) -> bool:
    return asserted(scene, cue.i) and not negated(scene, cue)
