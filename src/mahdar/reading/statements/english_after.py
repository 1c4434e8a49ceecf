"""Contents behind their cue: "X said that …", "X called on Y to …", "X said:" with paragraphs of speech."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container

from mahdar.language.tokens import NEWLINE
from mahdar.model import Act
from mahdar.reading.statements.english_asides import before_asides, before_hearers
from mahdar.reading.statements.english_before import fragment_before
from mahdar.reading.statements.english_clauses import Start
from mahdar.reading.statements.english_contents import find_start
from mahdar.reading.statements.english_cues import Building
from mahdar.reading.statements.english_deeds import is_deed, is_pending
from mahdar.reading.statements.english_extent import (
    CLAUSE_REACH,
    before_clause,
    before_main_clause,
    extent,
    relative_end,
    without_relative,
)
from mahdar.reading.statements.english_fronted import led, said_first, shared
from mahdar.reading.statements.english_participles import participle_speaks, past_adverbs
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_places import Found
from mahdar.reading.statements.english_quoting import is_cited, names_source, quoted_as, quoted_before
from mahdar.reading.statements.english_runs import block_end
from mahdar.reading.statements.english_scene import Scene
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import NOBODY, Speaker, outlets
from mahdar.reading.statements.english_words import STOPS

_DEMANDED = frozenset({"to", "whom-to"})  # ways of READING's demands with an infinitive
_VOICED_REACH = 5
_ADJUNCT = 3
_ANSWERED = 3  # verbs
_ADJECTIVES = 2
_OPENING = 14


def content_after(scene: Scene, found: Found, stops: Container[int]) -> int:
    """Read the content behind a cue; behind a block of speech the token where it ends, else 0."""
    main = led(scene, found)
    if main is not None:
        found, stops = shared(scene.view, found, main, stops)
    elif said_first(scene, found) or _reports_nothing(scene, found):
        return 0
    for building in found.cue.buildings:
        if building.kind != "verb" or not _may(scene, building, found):
            continue
        hit = find_start(scene.view, found.group.j, building)
        if hit is None or _keeps_silent(scene, building, hit):
            continue
        if hit[0].kind == "block" and not _opens_speech(scene, found):
            continue
        if _gives_call(scene, found, hit):
            return 0
        if building.sure or hit[1] != "clause" or _is_clause(scene, hit[0].i):
            return _say(scene, found, building, hit, stops)
    if not taken_up(scene, found):
        quoted_before(scene, found)
    return 0


def _reports_nothing(scene: Scene, found: Found) -> bool:
    """Whether a cue only describes somebody, names a source or tells of a deed."""
    view, verb = scene.view, found.group
    if verb.mood == "participle" and (not participle_speaks(scene, found) or is_pending(view, found)):
        return True
    plain = found.cue.buildings[0].act == "say" and found.cue.lemma.startswith(("speak ", "talk "))
    if verb.mood == "participle" and plain:
        return True  # “Imagine a jury,” he wrote, speaking of the old panel
    if found.cue.lemma in {"cite", "quote"} and (is_cited(view, verb.j) or names_source(scene, found)):
        return True
    if found.cue.lemma.startswith("ask") and _was_asked(scene, found):
        return True
    if found.cue.lemma == "report" and "first" in view.forms[verb.i : verb.cue] and view.form(verb.j) != "that":
        return True  # an outlet that first reported the deal
    if found.cue.lemma == "hear":
        hears = found.subject is not None and view.forms[found.subject[1] - 1] in view.words.hearers
        return not hears or view.form(verb.j) not in {"that", "on"}
    return is_deed(view, found) or (found.cue.lemma.endswith(" as") and taken_up(scene, found))


def _was_asked(scene: Scene, found: Found) -> bool:
    """Whether who was asked answers behind the next comma: "The envoy, asked whether he would stay, replied"."""
    comma = found.group.i - 1
    if scene.view.form(comma) != ",":
        return False
    n = bisect_right(scene.verbs, found.group.cue, key=lambda v: v.group.cue)
    near = (v for v in scene.verbs[n : n + _ANSWERED] if v.group.mood == "said" and not v.inverted)
    told = (v for v in near if v.subject is not None and v.subject[1] == comma)
    return any(scene.view.form(v.group.i - 1) == "," for v in told)


def taken_up(scene: Scene, found: Found) -> bool:
    """Read what somebody denies of what was just said: ", which Beijing denied"; ", a claim the rebels deny"."""
    view, subject = scene.view, found.subject
    if subject is None or found.group.mood != "said" or found.cue.buildings[0].act not in {"deny", "oppose"}:
        return False
    k = subject[0] - 1 - (view.form(subject[0] - 1) == "that")
    summed = view.form(k) in view.words.allegations
    head = next((m for m in (k, k - 1, k - 2) if view.form(m - 1) == ","), None)
    behind = view.time_end(found.group.j + (view.form(found.group.j) == "on")) or found.group.j
    ended = view.form(behind) in STOPS | {NEWLINE} or _is_judged(view, found)
    if head is None or not ended or not (summed or view.form(k) == "which"):
        return False
    first = view.sentence(found.group.cue)[0]
    last = next((s for s in reversed(scene.spoken[-3:]) if s.i >= first and s.j <= head), None)
    i, j = (last.i, last.j) if last is not None else fragment_before(scene, head - 1)
    speaker = scene.speaker_of(found)
    told = last is not None and scene.speak_for_the_same(speaker.ids, last.speakers)
    if told and view.forms[subject[0]] in view.words.personal:
        speaker = Speaker((), view.tokens.original(*subject))  # police say he fled, which he denies
    scene.take_up(i, j, found.cue.buildings[0].act, speaker, (found.group.cue, found.group.j))
    return True


def _is_judged(view: View, found: Found) -> bool:
    """Whether one word behind "as" ends the sentence: ", a report Doha dismissed as inaccurate"."""
    j = found.group.j - found.cue.lemma.endswith(" as")
    return view.form(j) == "as" and view.word(j + 1) and view.form(j + 2) in STOPS | {NEWLINE}


def _opens_speech(scene: Scene, found: Found) -> bool:
    """Whether paragraphs of speech may follow: a verb of saying and somebody who speaks."""
    speaks = found.subject is None or scene.speakers.known(found.subject)
    return speaks and found.cue.lemma in scene.view.words.opening


def _gives_call(scene: Scene, found: Found, hit: tuple[Start, str]) -> bool:
    """Whether a demand of his own follows, which is read by its noun: "reiterated his call for a truce"."""
    i, view = hit[0].i, scene.view
    if found.cue.lemma not in view.words.voicing or view.form(i) not in view.words.possessives:
        return False
    noun = next((k for k in range(i + 1, i + _ADJUNCT) if view.form(k) in view.words.calls), None)
    if noun is None or view.form(noun + 1) != "for":
        return False
    scene.speaker_of(found)  # whose the possessive is
    return True


def _keeps_silent(scene: Scene, building: Building, hit: tuple[Start, str]) -> bool:
    """Who refuses to say something takes no position: "refused to say who had won"."""
    start, way = hit
    return way == "to" and building.act == "oppose" and scene.view.form(start.i) in scene.view.words.telling


def _is_clause(scene: Scene, i: int) -> bool:
    """Whether a finite verb stands near token i, so that a clause and no noun phrase begins there."""
    w, view = scene.view.words, scene.view
    for k in range(i + 1, min(i + CLAUSE_REACH, view.sentence(i)[1])):
        form, behind = view.forms[k], view.form(k + 1)
        if form in {"and", "but"} and (behind in w.finite or behind in w.pasts):
            return False  # denied the charges and was released
        if form in w.finite or form in w.pasts:
            return True
        if form.endswith("ed") and behind != "by" and view.named(k) is None:
            return True
    return False


def _may(scene: Scene, building: Building, found: Found) -> bool:
    """Cues that are often no speech need a subject that can speak."""
    if building.sure:
        return True
    if building.written:
        written = found.subject is not None and _is_document(scene.view, found.subject)
        return written and not (_is_recorded(scene.view, found) and scene.is_within_speech(found.group.cue))
    if found.subject is None and "whom-name" in building.takes:
        return bool(scene.speaker_of(found).ids)
    if found.subject is None:
        first = scene.view.sentence(found.group.cue)[0]
        told = bool(scene.spoken) and scene.spoken[-1].cue[0] >= first
        trails = scene.view.form(past_adverbs(scene.view, found.group.i) - 1) == ","
        trails = trails and (told or (found.cue.lemma == "cite" and bool(scene.speaker_of(found).ids)))
        return trails if found.group.mood == "participle" else bool(scene.spoken)
    return scene.speakers.known(found.subject)


def _is_document(view: View, phrase: Phrase) -> bool:
    """Whether the head of a noun phrase is something written or recorded."""
    i, j = phrase
    head = next((k for k in range(i + 1, j) if view.forms[k] in view.words.inside), j)
    head -= view.forms[head - 1] in view.words.seen  # images seen by
    return view.forms[head - 1] in view.words.documents | view.words.recordings | view.words.displays


def _is_recorded(view: View, found: Found) -> bool:
    """Whether images or figures and no authors are the subject: then whoever speaks of them tells it."""
    return found.subject is not None and view.forms[found.subject[1] - 1] in view.words.recordings


def _say(scene: Scene, found: Found, building: Building, hit: tuple[Start, str], stops: Container[int]) -> int:
    """Read the content that begins at a start; where a block of quotations ends, else 0."""
    start, way = hit
    speaker = _speaker(scene, found, start, way)
    if speaker is None:
        return 0
    cue = (found.group.cue, found.group.j)
    if start.kind == "block":
        end = block_end(scene.view, start.i, scene.narrators)
        scene.emit(start.i, end, building.act, speaker, cue)
        return end
    if way in {"np", "clause"} and building.act == "say" and _is_pronoun(scene.view, start.i):
        return 0  # echoed her
    if way == "clause" and (_is_gerund(scene.view, building, start.i) or _is_object(scene, building, start.i)):
        start = Start(start.i, "noun")
    i, j = extent(scene.view, start, stops)
    j = without_relative(scene.view, i, j) if building.act == "demand" and way in _DEMANDED else j
    j = before_clause(scene.view, i, j) if way in _DEMANDED else j
    j = before_main_clause(scene.view, found, i, relative_end(scene.view, found, i, j))
    j = before_asides(scene, i, j, start.kind == "noun")
    j = before_hearers(scene.view, i, j) if way == "raised" else j
    speaker = scene.speakers.cited(speaker, j) if speaker.ids else speaker
    scene.emit(i, j, _voiced(scene.view, found, start.i) or building.act, speaker, cue)
    return 0


def _speaker(scene: Scene, found: Found, start: Start, way: str) -> Speaker | None:
    """Who says it, and through whom; None where nobody is named and the sentence has told of no speech."""
    speaker = quoted_as(scene, found) or (NOBODY if found.cue.lemma == "hear" else scene.speaker_of(found))
    chained = scene.spoken and scene.spoken[-1].cue[0] >= scene.view.sentence(found.group.cue)[0]
    if found.subject is None and speaker == NOBODY and not chained:
        return None
    if way.startswith("whom") or (way in {"that", "quote"} and start.i - found.group.j > _ADJUNCT):
        speaker = speaker.through(outlets(scene.view, found.group.j, start.i))
    speaker = speaker.through(_interviewed_by(scene.view, found)) if speaker.ids and not speaker.via else speaker
    if speaker.ids and not speaker.via:
        speaker = scene.speakers.cited(speaker, found.group.j)  # reported, citing witnesses, that
        speaker = scene.speakers.cited_first(speaker, found.start)
    return speaker


def _is_pronoun(view: View, i: int) -> bool:
    """Whether a pronoun alone would be the content, which tells nothing of what was said."""
    form, behind = view.forms[i], view.form(i + 1)
    ends = behind in {"and", "but"} or not (view.word(i + 1) or view.opens(i + 1))
    if form == "this":  # disclosed this in a statement
        return ends or behind in view.words.prepositions | view.words.of_clause or view.time_end(i + 1) is not None
    return form in view.words.objects and ends and behind != "'s"


def _is_gerund(view: View, building: Building, i: int) -> bool:
    """Whether an -ing form with its object and no subject begins a content: "denied shelling the town"."""
    behind = view.form(i + 1)
    objects = view.words.determiners | view.words.possessives
    return "ing" in building.takes and view.form(i).endswith("ing") and (behind in objects or view.capital(i + 1))


def _is_object(scene: Scene, building: Building, i: int) -> bool:
    """Whether a noun phrase and no clause begins a content."""
    return "np" in building.takes and not _is_clause(scene, i)


def _interviewed_by(view: View, found: Found) -> tuple[str, ...]:
    """The outlet to which the sentence says by its opening that somebody spoke: "In an interview with X, Y said"."""
    first = view.sentence(found.group.cue)[0]
    comma = next((k for k in range(first, min(found.start, first + _OPENING)) if view.forms[k] == ","), None)
    if comma is None or view.form(first) not in view.words.interviewing:
        return ()
    opening = view.forms[first:comma]
    spoke = opening[0] in view.words.speaking and opening[1:2] in (["to"], ["with"])
    told, w = set(opening), view.words
    carried = bool(w.broadcast & told) and bool(w.remarks & told)
    return outlets(view, first, comma) if spoke or carried or w.interviewed & told else ()


def _voiced(view: View, found: Found, i: int) -> Act | None:
    """The act that a noun names behind a verb that only voices it: "expressed support for"."""
    if found.cue.lemma not in view.words.voicing:
        return None
    return next((view.words.voiced[f] for f in view.forms[i : i + _VOICED_REACH] if f in view.words.voiced), None)
