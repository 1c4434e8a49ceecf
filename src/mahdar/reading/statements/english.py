"""Attributed statements of an English passage: cue, speaker and content, by rules that run only where a cue stands."""

from __future__ import annotations

from collections.abc import Container

from mahdar.reading.passage import Passage
from mahdar.reading.statements.english_after import content_after, taken_up
from mahdar.reading.statements.english_before import content_before
from mahdar.reading.statements.english_colons import behind_colons
from mahdar.reading.statements.english_cuts import cuts
from mahdar.reading.statements.english_finding import find_places
from mahdar.reading.statements.english_headlines import attitude, headline, headline_tail
from mahdar.reading.statements.english_heads import held_below, named_below
from mahdar.reading.statements.english_issued import issued
from mahdar.reading.statements.english_nouns import by_name, passive, passive_again, unanswered
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_places import Found
from mahdar.reading.statements.english_received import charged, claimed, drawn
from mahdar.reading.statements.english_relative import as_said, embedded, named_in
from mahdar.reading.statements.english_relayed import through_agencies
from mahdar.reading.statements.english_runs import continuations
from mahdar.reading.statements.english_scene import Scene
from mahdar.reading.statements.english_signed import signatures
from mahdar.reading.statements.english_speakers import Speakers
from mahdar.reading.statements.english_transcripts import transcript
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import Speaker
from mahdar.reading.statements.values import Spoken

_NEITHER = 12  # tokens
_NOBODY = frozenset({"neither", "nobody", "none"})


def find(passage: Passage) -> list[Spoken]:
    """The statements of an English passage in text order; speakers unknown until now enter ``passage.entities``.

    Source of the rules: READING.md, Statements; of the words: ``cues_en.csv`` and ``grammar_en.toml``.
    """
    view = View(passage)
    verbs, others = find_places(view)
    scene = Scene(view, Speakers(view), verbs)
    labelled = _labelled(scene) | _tail(scene)
    stops = cuts(view, verbs)
    ends = frozenset(stop.chained for stop in stops if stop.chained is not None)
    said = {v.group.cue for v in verbs if v.group.mood == "said"}  # "estimates" the verb is no noun
    nouns = [(o[0], ~n) for n, o in enumerate(others) if o[0] not in said]
    steps = sorted([(v.group.cue, n) for n, v in enumerate(verbs)] + nouns)
    blocked = 0
    for at, n in steps:
        if at < blocked or at in labelled:
            continue
        if n >= 0:
            blocked = _verb(scene, verbs[n], stops[n])
            continue
        blocked = issued(scene, *others[~n][:2])
        if not blocked and not drawn(scene, *others[~n]):
            by_name(scene, *others[~n], ends)
    behind_colons(scene)
    through_agencies(scene)
    passage.entities = {**passage.entities, **scene.speakers.unknown.new}
    found = named_below(view, [*scene.spoken, *continuations(view, scene.spoken)])
    found = held_below(view, found)
    return sorted(found, key=lambda s: (s.i, s.j, s.cue))


def _labelled(scene: Scene) -> frozenset[int]:
    """Read speech behind a name and a colon; the tokens of a transcript, where no cue is to be read."""
    spoken = transcript(scene)
    headed = not spoken or spoken[0].label.i > scene.view.paragraph_end(0)
    first = _first(scene) if headed else None
    if first is not None:
        phrase, i, j = first
        behind = range(phrase[0] - 1, j - 1, -1) if i < phrase[0] else ()  # the colon behind a quotation
        cue = next((k for k in behind if scene.view.form(k) == ":"), phrase[1])
        scene.emit(i, j, "say", scene.speakers.of(phrase), (cue, cue + 1))
    for phrase, i, j in signatures(scene.view):
        scene.emit(i, j, "say", scene.speakers.of(phrase), (phrase[0] - 1, phrase[0]))
    return frozenset(k for turn in spoken for k in range(turn.said.i, turn.said.j))


def _first(scene: Scene) -> tuple[Phrase, int, int] | None:
    """A headline that speaks without a cue of its own."""
    found = headline(scene.view, _clauses(scene), _heard(scene))
    tail = any(v.behind is not None and v.group.cue < scene.view.paragraph_end(0) for v in scene.verbs)
    if found is not None and _is_told_by_others(scene, found):
        return None
    if found is not None and not (tail and found[0][0] < found[1]) and not _is_told(scene, found[0][1]):
        return found
    told = any(v.group.cue < scene.view.paragraph_end(0) and v.group.mood == "said" for v in scene.verbs)
    return attitude(scene.view) if not told else None


def _is_told_by_others(scene: Scene, found: tuple[Phrase, int, int]) -> bool:
    """Whether a bare state is the topic of a headline that a body tells below: "Mali: …", "…, Oxfam said"."""
    view = scene.view
    (i, j), end = found[0], found[2]
    topic = view.named(i) if found[1] > i else None
    if topic is None or topic.kind not in {"state", "capital"} or topic.j != j or end + 2 >= len(view.forms):
        return False
    last = view.paragraph_end(end + 2)
    told = (v for v in scene.verbs if end < v.group.cue < last and v.group.mood == "said" and v.subject is not None)
    subject = next((v.subject for v in told if any(b.sure for b in v.cue.buildings)), None)
    teller = view.named(subject[1] - 1) if subject is not None else None
    principal = view.passage.principal(teller.entity) if teller is not None else ""
    return principal.startswith("body:") and view.quote(found[1]) is None


def _is_told(scene: Scene, colon: int) -> bool:
    """Whether a verb before the colon reports what follows: "X told the council: “…”"."""
    return any(v.group.cue < colon and v.group.mood == "said" and v.behind is None for v in scene.verbs)


def _clauses(scene: Scene) -> frozenset[int]:
    """Where clauses begin that surely report something."""
    said = (v for v in scene.verbs if v.group.mood == "said" and any(b.sure for b in v.cue.buildings))
    return frozenset(v.start for v in said)


def _heard(scene: Scene) -> frozenset[str]:
    """The last words of the names of those who surely speak in the report."""
    view = scene.view
    said = (v for v in scene.verbs if v.group.mood == "said" and any(b.sure for b in v.cue.buildings))
    ends = (v.subject[1] - 1 for v in said if v.subject is not None)
    return frozenset(view.forms[k] for k in ends if view.capital(k) and view.named(k) is None)


def _tail(scene: Scene) -> frozenset[int]:
    """Read a headline that names its source behind a dash or colon, "Dozens held - police"; its tokens."""
    found = headline_tail(scene.view)
    before = (v for v in scene.verbs if found is not None and v.group.cue < found[1])
    inside = [v for v in before if any(b.sure for b in v.cue.buildings) or v.subject is None]
    if found is not None and (not inside or _is_own(scene, found[0], inside)) and _signs(scene, found[0]):
        phrase, end = found
        named = any(scene.view.named(k) for k in range(*phrase))
        unsigned = Speaker((), scene.view.tokens.original(*phrase))
        speaker = scene.speakers.of(phrase) if named or phrase[1] - phrase[0] > 1 else unsigned
        scene.emit(0, end, "say", speaker, (phrase[0] - 1, phrase[0]))
        return frozenset(range(end))
    return frozenset()


def _signs(scene: Scene, signed: Phrase) -> bool:
    """Whether a person behind a colon, whom a headline may only be about, speaks in the report below."""
    view = scene.view
    signer = view.named(signed[1] - 1)
    if view.forms[signed[0] - 1] != ":" or signer is None or signer.kind != "person":
        return True
    subjects = (v.subject for v in scene.verbs if v.group.cue > signed[1] and v.group.mood == "said")
    names = (view.named(subject[1] - 1) for subject in subjects if subject is not None)
    return any(n is not None and n.entity == signer.entity for n in names)


def _is_own(scene: Scene, signed: Phrase, verbs: list[Found]) -> bool:
    """Whether who acts in a headline is the state for which its signer speaks: "Iran rejects deal: Zarif"."""
    view = scene.view
    names = [view.named(k) for v in verbs if v.subject is not None for k in range(*v.subject)]
    signer = view.named(signed[1] - 1)
    own = view.passage.principal(signer.entity) if signer is not None else ""
    return bool(names) and all(n is not None and view.passage.principal(n.entity) == own for n in names)


def _verb(scene: Scene, found: Found, stops: Container[int]) -> int:
    """Read one verbal cue; the token before which nothing else is to be read."""
    mood = found.group.mood
    if mood == "said" and _leans(scene, found, stops):
        return 0
    if mood == "passive" and not charged(scene, found, stops):
        passive(scene, found, stops)
    elif mood == "negated" and any(b.kind == "negated" for b in found.cue.buildings):
        unanswered(scene, found, stops)
    elif mood in {"said", "participle"} and _asserted(scene.view, found):
        if found.behind is None:
            return content_after(scene, found, stops)
        content_before(scene, found, stops)
    elif mood == "said":
        taken_up(scene, found)
    elif mood == "unreal" and found.subject is None:
        passive_again(scene, found)
    return 0


def _leans(scene: Scene, found: Found, stops: Container[int]) -> bool:
    """Read a cue whose clause leans on another one."""
    taken = claimed(scene, found) or named_in(scene, found) or as_said(scene, found, stops)
    return taken or embedded(scene, found, stops)


def _is_nobody(view: View, i: int) -> bool:
    """Whether a subject that begins at token i is nobody or imagined: "no official", "neither Chad | nor Peru"."""
    form = view.forms[i]
    if form == "no":
        return view.word(i + 1)
    if form == "should" and i == view.sentence(i)[0]:
        return True  # Should Peru claim that
    return form in _NOBODY or (view.form(i - 1) == "nor" and "neither" in view.forms[max(0, i - _NEITHER) : i])


def _asserted(view: View, found: Found) -> bool:
    """Nothing is reported as said under "if", in a reporter's question, by "those who" or in "what they say"."""
    if found.subject is not None and _is_nobody(view, found.subject[0]):
        return False  # neither side confirmed it
    within = view.form(found.start - 2) in view.words.prepositions and view.form(found.start - 1) != "what"
    if view.form(found.start - 1) in {"what", "which", "whom"} and found.cue.takes("that") and not within:
        return False
    if view.form(found.start - 1) == "as" and view.form(found.start - 2) in {"long", "soon"}:
        return False  # as long as Chad backs them
    relative = view.form(found.group.i - 1) in view.words.relatives
    if relative and not view.words.habits.isdisjoint(view.forms[found.group.i : found.group.cue]):
        return False  # "a group that often criticises the army"
    nobody = view.words.generic | view.words.collectives
    if relative and found.subject is not None and view.forms[found.subject[1] - 1] in nobody:
        return False
    end = view.sentence(found.group.cue)[1]
    asked = view.form(end - 1) == "?" and found.behind is None and view.quote(end - 1) is None
    return not asked and view.form(found.start - 1) not in view.words.conditions
