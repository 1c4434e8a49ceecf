"""Statements without an active verb: passives, unanswered requests, nouns ("Syria's claim that"), "according to"."""

from __future__ import annotations

from collections.abc import Container

from mahdar.model import Act
from mahdar.reading.statements.english_bare import is_opened
from mahdar.reading.statements.english_before import fragment_before, is_outlet, pass_through
from mahdar.reading.statements.english_clauses import Start
from mahdar.reading.statements.english_contents import find_start
from mahdar.reading.statements.english_cues import Building, Cue
from mahdar.reading.statements.english_deeds import is_counted_vote
from mahdar.reading.statements.english_ends import clause_end, content_end
from mahdar.reading.statements.english_extent import before_main, taken_back
from mahdar.reading.statements.english_phrases import Phrase, phrase_after, phrase_before
from mahdar.reading.statements.english_places import Found
from mahdar.reading.statements.english_scene import Scene
from mahdar.reading.statements.english_subjects import subject_before
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import NOBODY, Speaker

_AGENT_REACH = 8
_HOLDER_REACH = 4
_COMING = frozenset({"came", "comes"})
_RELATIVE = 25  # tokens of a relative clause between commas
_BRINGING = frozenset({"for", "to", "on", "about", "against", "that"})


def passive(scene: Scene, found: Found, stops: Container[int]) -> None:
    """ "was condemned by the Council": the agent speaks of the subject."""
    view, verb = scene.view, found.group
    if all(b.kind == "negated" for b in found.cue.buildings):
        unanswered(scene, found, stops)
        return
    building = found.cue.takes("np")
    agent = next((k for k in range(verb.j, min(verb.j + _AGENT_REACH, len(view.forms))) if view.forms[k] == "by"), None)
    if agent is not None and not view.words.agent_stops.isdisjoint(view.forms[verb.j : agent]):
        return  # was rejected because too few votes were cast by
    act = building.act if building is not None else "say"
    owned = found.cue.lemma == "claim" and found.subject is not None and _is_attack(view, found.subject)
    if (act == "say" and not owned) or agent is None or found.subject is None:
        return
    if view.forms[found.subject[1] - 1] == "it":
        return
    if found.cue.lemma == "request" and view.forms[found.subject[1] - 1] in view.words.sittings:
        return
    phrase = phrase_after(view, agent + 1)
    if phrase is not None and is_counted_vote(view, found.subject, phrase):
        return
    if phrase is not None and scene.speakers.known(phrase) and not view.forms[phrase[0]].endswith("ing"):
        scene.emit(*found.subject, act, scene.speakers.of(phrase), (verb.cue, verb.j))


def _is_attack(view: View, subject: Phrase) -> bool:
    """Whether a subject is an attack, which those who "claim" it own up to."""
    i, j = subject
    head = next((k for k in range(i + 1, j) if view.forms[k] in view.words.inside), j)
    return view.forms[head - 1] in view.words.attacks


def passive_again(scene: Scene, found: Found) -> None:
    """ "was welcomed by Mali but | criticised by Chad": the same subject once more."""
    view, verb = scene.view, found.group
    building = found.cue.takes("np")
    led = view.form(verb.i - 1) in {"and", "but"} and view.form(verb.j) == "by"
    if building is None or building.act == "say" or not led:
        return
    first = view.sentence(verb.cue)[0]
    near = (v for v in scene.verbs if first <= v.group.cue < verb.cue and v.group.mood == "passive")
    before = next((v.subject for v in near if v.subject is not None), None)
    phrase = phrase_after(view, verb.j + 1)
    if before is not None and phrase is not None and scene.speakers.known(phrase):
        scene.take_up(*before, building.act, scene.speakers.of(phrase), (verb.cue, verb.j))


def unanswered(scene: Scene, found: Found, stops: Container[int]) -> None:
    """ "did not respond to a request for comment"."""
    building = next(b for b in found.cue.buildings if b.kind == "negated")
    hit = find_start(scene.view, found.group.j, building)
    if hit is not None:
        end = content_end(scene.view, hit[0].i, stops, True)
        scene.emit(hit[0].i, end, building.act, scene.speaker_of(found), (found.group.i, found.group.j))


def by_name(scene: Scene, i: int, j: int, cue: Cue, ends: frozenset[int]) -> None:
    """Read the content of a noun or preposition at tokens i to j."""
    if cue.lemma == "refusal" and scene.is_within_speech(i):
        return  # a deed of which somebody else speaks
    for building in cue.buildings:
        if building.kind in {"prep", "silence"}:
            (_according if building.kind == "prep" else _silent)(scene, i, j, building.act)
            return
        told = _told_by(scene, i, j, cue, building) if building.kind == "noun" else None
        if told is not None:
            start, way, holder = told
            scene.emit(start.i, _end_of(scene.view, i, start, way, ends), building.act, holder, (i, j))
            return


def _told_by(scene: Scene, i: int, j: int, cue: Cue, building: Building) -> tuple[Start, str, Speaker] | None:
    """Where the content of a noun begins, in which way, and whose it is; None where the noun tells of none."""
    view, agent = scene.view, _agent(scene, j)
    hit = (find_start(view, agent[1], building) if agent is not None else None) or find_start(view, j, building)
    if hit is None:
        return None
    start, way = hit
    if way == "that" and (_is_relative(view, start.i) or "," in view.forms[j : start.i]):
        return None
    holder = _holder(scene, i)
    if way == "that" and not scene.verbal.isdisjoint(range(j, start.i)):
        return None  # a statement in which they said that
    holder = scene.speakers.of(agent) if agent is not None and holder is None else holder
    if holder is None and way == "that":
        source = _source(scene, start.i)
        holder = scene.speakers.of(source) if source is not None else None
    if holder is None and way == "that" and building.sure and _is_free(view, i):
        holder = NOBODY
    if cue.lemma in view.words.mottoes:  # its motto is no speech of his
        holder = scene.subject_of(i) if holder is None else Speaker((), holder.text)
    return (start, way, holder) if holder is not None else None


def _end_of(view: View, i: int, start: Start, way: str, ends: frozenset[int]) -> int:
    """Where the content of the noun at token i ends."""
    quote = view.opens(start.i) if way == "quote" else None
    if quote is not None:
        return quote.j
    end = content_end(view, start.i, ends, True, way != "that")
    return before_main(view, i, start.i, clause_end(view, start.i, end)) if way == "that" else end


def _agent(scene: Scene, j: int) -> Phrase | None:
    """Who is named behind "by" or "from" right after a noun of saying: "the appeal by the envoy for a truce"."""
    phrase = phrase_after(scene.view, j + 1) if scene.view.form(j) in {"by", "from"} else None
    if phrase is not None and scene.view.form(j) == "from" and not _is_voice(scene.view, phrase):
        return None  # reports from Gaza that
    if phrase is not None:
        ends = (k for k in range(phrase[0] + 1, phrase[1]) if scene.view.forms[k] in _BRINGING)
        phrase = phrase[0], next(ends, phrase[1])
    return phrase if phrase is not None and scene.speakers.known(phrase) else None


def _source(scene: Scene, i: int) -> Phrase | None:
    """Whom a clause that begins at token i comes from: "The claim that Mali armed them came on Monday from X"."""
    view, (_, last) = scene.view, scene.view.sentence(i)
    came = next((k for k in range(i + 1, min(last, i + _RELATIVE)) if view.forms[k] in _COMING), None)
    near = range(came + 1, min(last, came + _AGENT_REACH)) if came is not None else ()
    k = next((k for k in near if view.forms[k] == "from"), None)
    phrase = phrase_after(view, k + 1) if k is not None else None
    return phrase if phrase is not None and _is_voice(view, phrase) else None


def _is_voice(view: View, phrase: Phrase) -> bool:
    """Whether a noun phrase names somebody, and no place from which news comes."""
    i, j = phrase
    named = (n for k in range(i, j) if (n := view.named(k)) is not None)
    return any(n.kind in {"person", "office", "body"} for n in named) or not view.words.spokes.isdisjoint(
        view.forms[i:j]
    )


def _is_relative(view: View, i: int) -> bool:
    """Whether a verb stands behind "that", which then is a relative: "a report that accused it of crimes"."""
    form, w = view.forms[i], view.words
    if form in w.finite | {"that"}:
        return True
    past = (form.endswith("ed") or form in w.pasts) and not view.capital(i)
    behind = view.form(i + 1)
    return past and (behind in w.determiners | w.objects | w.prepositions | w.personal | {"to"} or view.capital(i + 1))


def _is_free(view: View, i: int) -> bool:
    """Whether nothing before a noun says whose it is, so that nobody is known to hold it: "amid claims that"."""
    form, w = view.form(i - 1), view.words
    return view.forms[i].endswith("s") and (form in w.prepositions or view.word(i - 1)) and form not in w.possessives


def _holder(scene: Scene, i: int) -> Speaker | None:
    """Whose claim it is: a possessor or an adjective of a state before the noun."""
    view = scene.view
    k = i - 1
    while k > i - _HOLDER_REACH and _is_adjective(view, k):
        k -= 1
    if view.form(k) == "'s":
        owner = view.named(k - 1)
        phrase = (owner.i, k) if owner is not None else phrase_before(view, k, view.sentence(i)[0], scene.verbal)
        return scene.speakers.of(phrase) if phrase else None
    if view.form(k) in view.words.possessives:
        return scene.owner({"his": "he", "her": "she"}.get(view.form(k), ""), k)
    if view.form(k) in {"a", "an"}:
        return _giver(scene, k)
    named = view.named(k)
    if named is None or k != i - 1:
        return None
    return Speaker((named.entity,), view.tokens.original(named.i, named.j))


def _giver(scene: Scene, article: int) -> Speaker | None:
    """Who gives voice to a noun behind an article: "Sweden issued | a joint call for", "made an urgent appeal"."""
    view, verb = scene.view, article - 1
    if view.form(verb) not in view.words.giving:
        return None
    while view.form(verb - 1) in view.words.auxiliaries:
        verb -= 1
    subject = subject_before(view, verb, scene.verbal)
    return scene.speakers.of(subject) if subject is not None and scene.speakers.known(subject) else None


def _is_adjective(view: View, k: int) -> bool:
    return (
        view.word(k)
        and not view.capital(k)
        and view.named(k) is None
        and view.forms[k] not in view.words.possessives | {"a", "an"}
    )


def _silent(scene: Scene, i: int, j: int, act: Act) -> None:
    """ "There was no immediate comment from X"."""
    phrase = phrase_after(scene.view, j)
    if phrase is not None and scene.speakers.known(phrase):
        scene.emit(i + 1, j - 1, act, scene.speakers.of(phrase), (i, j))


def _reports_speech(scene: Scene, start: int, end: int) -> bool:
    """Whether the words before "according to" say who said what: "Kim said …, according to the transcript"."""
    if not scene.spoken or not start < scene.spoken[-1].cue[0] < scene.spoken[-1].i < end:
        return False
    return scene.view.forms[start : scene.spoken[-1].cue[0]].count(",") in {0, 2}


def _only_told(scene: Scene, start: int) -> bool:
    """Whether nothing but who was told stands between a verb of saying and "according to": told | the council, …"."""
    return bool(scene.spoken) and scene.spoken[-1].j <= scene.spoken[-1].cue[0] and scene.spoken[-1].cue[1] == start


def _recounts(scene: Scene, phrase: Phrase) -> bool:
    """Whether the source is a record of that speech, through which it came, and nobody who tells of it."""
    w, forms = scene.view.words, scene.view.forms[slice(*phrase)]
    tells = not (w.spokes | w.unnamed | w.private).isdisjoint(forms)
    return not tells or not (w.documents | w.recordings).isdisjoint(forms)


def _past_name(view: View, speaker: Speaker, comma: int) -> int:
    """Past the speaker's name behind his post and a comma: "according to the premier of Peru, | Ana Ruiz, prices"."""
    named = view.named(comma + 1)
    own = named is not None and named.kind == "person" and speaker.ids == (named.entity,)
    return named.j if named is not None and own and view.form(named.j) == "," else comma


def _according(scene: Scene, i: int, j: int, act: Act) -> None:
    """ "According to X, …" and "…, according to X"."""
    view = scene.view
    phrase = phrase_after(view, j)
    if phrase is None:
        return
    first, last = view.sentence(i)
    speaker = scene.speakers.source(phrase)
    if i - first <= 1 or view.form(i - 1) in {";", "and", "but"}:
        comma = next((k for k in range(phrase[1], min(last, phrase[1] + _AGENT_REACH)) if view.forms[k] == ","), None)
        if comma is not None and view.form(comma + 1) in view.words.relatives | view.words.citing:
            comma = next((k for k in range(comma + 1, min(last, comma + _RELATIVE)) if view.forms[k] == ","), comma)
        comma = _past_name(view, speaker, comma) if comma is not None else None
        if comma is not None:
            scene.emit(comma + 1, content_end(view, comma + 1, frozenset()), act, speaker, (i, j))
        return
    if i - 2 in scene.verbal and view.form(phrase[1]) == "," and view.form(phrase[1] + 1) == "that":
        return  # claimed, according to the agency, that
    start, end = fragment_before(scene, i)
    if is_opened(view, end) and view.form(phrase[1]) == ",":  # which, according to Kyiv, had failed
        more = phrase[1] + 1
        scene.emit(more, taken_back(view, more, content_end(view, more, frozenset())), act, speaker, (i, j))
        return
    if is_outlet(speaker) and pass_through(scene, end, speaker):
        return
    if not ((_reports_speech(scene, start, end) or _only_told(scene, start)) and _recounts(scene, phrase)):
        scene.emit(start, end, act, speaker, (i, j))
