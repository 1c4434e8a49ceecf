"""Contents behind their cue: "X said that …", "X called on Y to …", "X said:" with paragraphs of speech."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container

from mahdar.model import Act
from mahdar.reading.statements.english_clauses import Start
from mahdar.reading.statements.english_contents import find_start
from mahdar.reading.statements.english_cues import Building, cues
from mahdar.reading.statements.english_ends import content_end
from mahdar.reading.statements.english_phrases import phrase_after
from mahdar.reading.statements.english_places import Found
from mahdar.reading.statements.english_runs import block_end
from mahdar.reading.statements.english_scene import Scene
from mahdar.reading.statements.english_speakers import NOBODY, Speaker, outlets
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import CLOSING_MARKS, STOPS

_CLAUSE_REACH = 9
_VOICED_REACH = 5
_QUOTED_REACH = 20


def content_after(scene: Scene, found: Found, stops: Container[int]) -> int:
    """Read the content behind a cue; behind a block of speech the token where it ends, else 0."""
    view, verb = scene.view, found.group
    if verb.mood == "participle" and not _participle_speaks(scene, found):
        return 0
    for building in found.cue.buildings:
        if building.kind != "verb" or not _may(scene, building, found):
            continue
        hit = find_start(view, verb.j, building)
        if hit is None or _keeps_silent(scene, building, hit):
            continue
        if building.sure or hit[1] != "clause" or _is_clause(scene, hit[0].i):
            return _say(scene, found, building, hit, stops)
    return 0


def _keeps_silent(scene: Scene, building: Building, hit: tuple[Start, str]) -> bool:
    """Who refuses to say something takes no position: "refused to say who had won"."""
    start, way = hit
    readings = cues().get(scene.view.form(start.i)) if way == "to" and building.act == "oppose" else ()
    return any(cue.takes("that") for cue in readings)


def _is_clause(scene: Scene, i: int) -> bool:
    """Whether a finite verb stands near token i, so that a clause and no noun phrase begins there."""
    return any(form in scene.view.words.finite for form in scene.view.forms[i + 1 : i + _CLAUSE_REACH])


def _may(scene: Scene, building: Building, found: Found) -> bool:
    """Cues that are often no speech need a subject that can speak."""
    if building.sure:
        return True
    if found.subject is None:
        return found.group.mood != "participle" and bool(scene.spoken)
    return scene.speakers.known(found.subject)


def _participle_speaks(scene: Scene, found: Found) -> bool:
    """An -ing form reports after a comma, "by" or "while", and behind its own subject."""
    before = scene.view.form(found.group.i - 1)
    if before in {",", "by", "while", "when", "before", "after", "in", "-", "and"} | CLOSING_MARKS:
        return found.group.i > 1
    if before == "as":
        return _quoted_as(scene, found) is not None
    following = scene.view.form(found.group.j)
    named = scene.view.capital(found.group.j) or following in scene.view.words.determiners | {"that", ":", ","}
    return found.subject is not None and before not in scene.view.words.prepositions and named


def _say(scene: Scene, found: Found, building: Building, hit: tuple[Start, str], stops: Container[int]) -> int:
    start, way = hit
    speaker = _quoted_as(scene, found) or scene.speaker_of(found)
    if found.subject is None and found.group.mood == "said" and speaker == NOBODY:
        return 0
    if way.startswith("whom"):
        speaker = speaker.through(outlets(scene.view, found.group.j, start.i))
    cue = (found.group.cue, found.group.j)
    if start.kind == "block":
        end = block_end(scene.view, start.i, scene.narrators)
        scene.emit(start.i, end, building.act, speaker, cue)
        return end
    scene.emit(*_extent(scene.view, start, stops), _voiced(scene.view, found, start.i) or building.act, speaker, cue)
    return 0


def _voiced(view: View, found: Found, i: int) -> Act | None:
    """The act that a noun names behind a verb that only voices it: "expressed support for"."""
    if found.cue.lemma not in view.words.voicing:
        return None
    return next((view.words.voiced[f] for f in view.forms[i : i + _VOICED_REACH] if f in view.words.voiced), None)


def _extent(view: View, start: Start, stops: Container[int]) -> tuple[int, int]:
    if start.kind == "quote":
        quote = view.opens(start.i)
        if quote is not None and _closes_clause(view, quote.j):
            return quote.i, quote.j
    return start.i, content_end(view, start.i, stops, start.kind == "noun")


def _closes_clause(view: View, closing: int) -> bool:
    """Whether a clause ends with the quotation that ends at this mark."""
    if view.form(closing - 1) in STOPS | {","}:
        return True
    following = view.form(closing + 1)
    return not (view.word(closing + 1) and following not in view.words.coordinators | view.words.subordinators)


def _quoted_as(scene: Scene, found: Found) -> Speaker | None:
    """ "TASS quoted the minister as saying", "was quoted by TASS as saying": the minister, through the agency."""
    view, at = scene.view, found.group.i
    if view.form(at - 1) != "as":
        return None
    before = bisect_left(scene.verbs, at, key=lambda v: v.group.cue)
    near = (v for v in reversed(scene.verbs[max(0, before - 3) : before]) if at - v.group.cue < _QUOTED_REACH)
    quoted = next((v for v in near if v.cue.lemma == "quote"), None)
    if quoted is None or quoted.subject is None:
        return None
    subject = scene.speakers.of(quoted.subject)
    if quoted.group.mood == "passive":
        via = outlets(view, quoted.group.j, at + 6)
        return Speaker(subject.ids, subject.text, via)
    phrase = phrase_after(view, quoted.group.j)
    said = scene.speakers.of(phrase) if phrase else NOBODY
    return Speaker(said.ids, said.text, subject.ids)
