"""Contents behind their cue: "X said that …", "X called on Y to …", "X said:" with paragraphs of speech."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container

from mahdar.language.tokens import NEWLINE
from mahdar.model import Act
from mahdar.reading.statements.english_asides import before_asides
from mahdar.reading.statements.english_before import fragment_before
from mahdar.reading.statements.english_clauses import Start
from mahdar.reading.statements.english_contents import find_start
from mahdar.reading.statements.english_cues import Building, is_noun
from mahdar.reading.statements.english_deeds import is_deed
from mahdar.reading.statements.english_displays import is_display
from mahdar.reading.statements.english_ends import content_end, tallied
from mahdar.reading.statements.english_phrases import Phrase, phrase_after
from mahdar.reading.statements.english_places import Found
from mahdar.reading.statements.english_runs import block_end
from mahdar.reading.statements.english_scene import Scene
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import NOBODY, Speaker, outlets
from mahdar.reading.statements.english_words import CLOSING_MARKS, STOPS

_DEMANDED = frozenset({"to", "whom-to"})  # ways of READING's demands with an infinitive
_CLAUSE_REACH = 9
_VOICED_REACH = 5
_QUOTED_REACH = 20
_ADJUNCT = 3
_ADJECTIVES = 2
_OPENING = 14
_SAID = frozenset(
    {"said", "says", "told", "added", "called", "accused", "denied", "warned", "urged", "rejected", "insisted"}
)
_CONDITIONS = frozenset({"if", "unless"})  # warns of "consequences" if talks fail


def content_after(scene: Scene, found: Found, stops: Container[int]) -> int:
    """Read the content behind a cue; behind a block of speech the token where it ends, else 0."""
    view, verb = scene.view, found.group
    if verb.mood == "participle" and not _participle_speaks(scene, found):
        return 0
    if found.cue.lemma in {"cite", "quote"} and (_is_cited(view, verb.j) or _names_source(scene, found)):
        return 0
    if is_deed(view, found):
        return 0
    for building in found.cue.buildings:
        if building.kind != "verb" or not _may(scene, building, found):
            continue
        hit = find_start(view, verb.j, building)
        if hit is None or _keeps_silent(scene, building, hit):
            continue
        if hit[0].kind == "block" and not _opens_speech(scene, found):
            continue
        if building.sure or hit[1] != "clause" or _is_clause(scene, hit[0].i):
            return _say(scene, found, building, hit, stops)
    if not taken_up(scene, found):
        _quoted_before(scene, found)
    return 0


def taken_up(scene: Scene, found: Found) -> bool:
    """Read what somebody denies of what was just said: ", which Beijing denied"; ", a claim the rebels deny"."""
    view, subject = scene.view, found.subject
    if subject is None or found.group.mood != "said" or found.cue.buildings[0].act not in {"deny", "oppose"}:
        return False
    k = subject[0] - 1 - (view.form(subject[0] - 1) == "that")
    summed = view.form(k) in view.words.allegations
    head = next((m for m in (k, k - 1, k - 2) if view.form(m - 1) == ","), None)
    behind = view.time_end(found.group.j + (view.form(found.group.j) == "on")) or found.group.j
    ended = view.form(behind) in STOPS | {NEWLINE}
    if head is None or not ended or not (summed or view.form(k) == "which"):
        return False
    first = view.sentence(found.group.cue)[0]
    last = next((s for s in reversed(scene.spoken[-3:]) if s.i >= first and s.j <= head), None)
    i, j = (last.i, last.j) if last is not None else fragment_before(scene, head - 1)
    scene.take_up(i, j, found.cue.buildings[0].act, scene.speaker_of(found), (found.group.cue, found.group.j))
    return True


def _is_cited(view: View, j: int) -> bool:
    """Whether "as saying" follows, which reports what was said."""
    return any(
        view.form(k) == "as" and view.form(k + 1).endswith("ing")
        for k in range(j, min(j + _QUOTED_REACH, len(view.forms)))
    )


def _names_source(scene: Scene, found: Found) -> bool:
    """Whether ", citing" is followed by those who told it."""
    phrase = phrase_after(scene.view, found.group.j) if found.group.mood == "participle" else None
    if phrase is None:
        return False
    inside = (k for k in range(phrase[0] + 1, phrase[1]) if scene.view.forms[k] in scene.view.words.inside - {"and"})
    return scene.speakers.known((phrase[0], next(inside, phrase[1])))


def _quoted_before(scene: Scene, found: Found) -> None:
    """ "…," the minister was quoted as saying: a content before what reports it."""
    quoted, speaker = _quoting(scene, found), _quoted_as(scene, found)
    if quoted is None or quoted.subject is None or speaker is None:
        return
    start = quoted.subject[0]
    if scene.view.form(start - 1) in CLOSING_MARKS | {","}:
        scene.emit(*fragment_before(scene, start), "say", speaker, (found.group.cue, found.group.j))


def _opens_speech(scene: Scene, found: Found) -> bool:
    """Whether paragraphs of speech may follow: a verb of saying and somebody who speaks."""
    speaks = found.subject is None or scene.speakers.known(found.subject)
    return speaks and found.cue.lemma in scene.view.words.opening


def _keeps_silent(scene: Scene, building: Building, hit: tuple[Start, str]) -> bool:
    """Who refuses to say something takes no position: "refused to say who had won"."""
    start, way = hit
    return way == "to" and building.act == "oppose" and scene.view.form(start.i) in scene.view.words.telling


def _is_clause(scene: Scene, i: int) -> bool:
    """Whether a finite verb stands near token i, so that a clause and no noun phrase begins there."""
    w, view = scene.view.words, scene.view
    return any(
        view.forms[k] in w.finite
        or view.forms[k] in w.pasts
        or (view.forms[k].endswith("ed") and view.form(k + 1) != "by" and view.named(k) is None)
        for k in range(i + 1, min(i + _CLAUSE_REACH, view.sentence(i)[1]))
    )


def _may(scene: Scene, building: Building, found: Found) -> bool:
    """Cues that are often no speech need a subject that can speak."""
    if building.sure:
        return True
    if building.written:
        return found.subject is not None and _is_document(scene.view, found.subject)
    if found.subject is None:
        first = scene.view.sentence(found.group.cue)[0]
        trails = scene.view.form(found.group.i - 1) == "," and bool(scene.spoken) and scene.spoken[-1].cue[0] >= first
        return trails if found.group.mood == "participle" else bool(scene.spoken)
    return scene.speakers.known(found.subject)


def _is_document(view: View, phrase: Phrase) -> bool:
    """Whether the head of a noun phrase is something written or recorded."""
    i, j = phrase
    head = next((k for k in range(i + 1, j) if view.forms[k] in view.words.inside), j)
    return view.forms[head - 1] in view.words.documents | view.words.recordings | view.words.displays


def _participle_speaks(scene: Scene, found: Found) -> bool:
    """An -ing form reports after a comma, "by" or "while", and behind its own subject."""
    at = found.group.i
    while at > 0 and scene.view.form(at - 1) in scene.view.words.adverbs:
        at -= 1
    before = scene.view.form(at - 1)
    if before in {",", "by", "while", "when", "before", "after", "in", "-", "and"} | CLOSING_MARKS:
        return found.group.i > 1
    if before == "as":
        return _quoted_as(scene, found) is not None
    if before in scene.view.words.relatives:
        return False
    if found.subject is not None and _is_bare_noun(scene.view, found):
        return False
    following = scene.view.form(found.group.j)
    named = scene.view.capital(found.group.j) or following in scene.view.words.determiners | {"that", ":", ","}
    named = named or (found.subject is not None and is_display(scene.view, found.subject))
    return found.subject is not None and before not in scene.view.words.prepositions and named


def _is_bare_noun(view: View, found: Found) -> bool:
    """Whether an -ing form is the noun of an adjective before it: "a stern warning that"."""
    i = found.subject[0] if found.subject is not None else found.group.i
    led = view.form(i) in {"a", "an"} and found.group.i - i <= _ADJECTIVES
    return led and is_noun(view.forms[found.group.cue]) and not any(view.capital(k) for k in range(i, found.group.i))


def _say(scene: Scene, found: Found, building: Building, hit: tuple[Start, str], stops: Container[int]) -> int:
    start, way = hit
    speaker = _quoted_as(scene, found) or scene.speaker_of(found)
    if found.subject is None and speaker == NOBODY:
        return 0
    if way.startswith("whom") or (way in {"that", "quote"} and start.i - found.group.j > _ADJUNCT):
        speaker = speaker.through(outlets(scene.view, found.group.j, start.i))
    speaker = speaker.through(_interviewed_by(scene.view, found)) if speaker.ids and not speaker.via else speaker
    cue = (found.group.cue, found.group.j)
    if start.kind == "block":
        end = block_end(scene.view, start.i, scene.narrators)
        scene.emit(start.i, end, building.act, speaker, cue)
        return end
    if way == "clause" and (_is_gerund(scene.view, building, start.i) or _is_object(scene, building, start.i)):
        start = Start(start.i, "noun")
    i, j = _extent(scene.view, start, stops)
    j = _without_relative(scene.view, i, j) if building.act == "demand" and way in _DEMANDED else j
    j = _before_main_clause(scene.view, found, i, _relative_end(scene.view, found, i, j))
    j = before_asides(scene, i, j, start.kind == "noun")
    speaker = scene.speakers.cited(speaker, j) if speaker.ids else speaker
    scene.emit(i, j, _voiced(scene.view, found, start.i) or building.act, speaker, cue)
    return 0


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
    if comma is None or view.form(first) not in {"in", "speaking", "talking", "during", "asked"}:
        return ()
    opening = view.forms[first:comma]
    spoke = opening[0] in {"speaking", "talking"} and opening[1:2] in (["to"], ["with"])
    return outlets(view, first, comma) if spoke or {"interview", "interviewed"} & set(opening) else ()


def _without_relative(view: View, i: int, j: int) -> int:
    """Where what is demanded ends before the reporter's words on a place or text: ", where all have a vote"."""
    for k in range(i + 1, j):
        if view.forms[k] == "," and (view.form(k + 1) == "where" or _is_led_relative(view, k + 1)):
            return k
        if view.forms[k] == "in" and view.form(k + 1) == "resolution" and view.tokens.is_number(k + 2):
            return k
    return j


def _is_led_relative(view: View, k: int) -> bool:
    """Whether "on which", "in which" stands at token k."""
    return view.form(k) in view.words.prepositions and view.form(k + 1) == "which"


def _before_main_clause(view: View, found: Found, i: int, j: int) -> int:
    """Where the main clause begins behind a clause that leads up to it: "After Russia threatened a veto, talks"."""
    first, w = view.sentence(found.group.cue)[0], view.words
    lead = view.form(found.start - 1)
    if found.start - 1 > first + 1 or lead not in w.leading or found.subject is None:
        return j
    for k in range(i + 1, j):
        if view.forms[k] == "," and view.quote(k) is None and _is_main(view, k + 1, view.sentence(k)[1]):
            return k
    return j


def _is_main(view: View, k: int, end: int) -> bool:
    """Whether a subject and then a finite verb stand behind a comma, before any further one."""
    w = view.words
    if view.form(k) in w.coordinators | w.relatives | w.prepositions | w.subordinators or not view.word(k):
        return False
    for m in range(k + 1, min(end, k + _CLAUSE_REACH)):
        form = view.forms[m]
        if form in {",", ";"} or form in w.relatives:
            return False
        if form in w.finite or form in w.pasts or (form.endswith("ed") and view.form(m + 1) != "by"):
            return True
    return False


def _relative_end(view: View, found: Found, i: int, j: int) -> int:
    """Where a relative clause between commas gives the sentence back: "X, which says …, is"."""
    if view.form(found.group.i - 1) not in {"which", "who"} or view.form(found.group.i - 2) != ",":
        return j
    takes_up = view.words.finite | view.words.pasts | _SAID
    return next((k for k in range(i, j) if view.forms[k] == "," and view.form(k + 1) in takes_up), j)


def _voiced(view: View, found: Found, i: int) -> Act | None:
    """The act that a noun names behind a verb that only voices it: "expressed support for"."""
    if found.cue.lemma not in view.words.voicing:
        return None
    return next((view.words.voiced[f] for f in view.forms[i : i + _VOICED_REACH] if f in view.words.voiced), None)


def _extent(view: View, start: Start, stops: Container[int]) -> tuple[int, int]:
    if start.kind == "word":
        return start.i, start.i + 1
    if start.kind == "quote":
        quote = view.opens(start.i)
        if quote is not None and _closes_clause(view, quote.j):
            return quote.i, quote.j
    return start.i, content_end(view, start.i, stops, start.kind == "noun")


def _closes_clause(view: View, closing: int) -> bool:
    """Whether a clause ends with the quotation that ends at this mark."""
    if view.form(closing - 1) in STOPS | {","}:
        return True
    following, w = view.form(closing + 1), view.words
    if following in {"by", "in"} and tallied(view, closing + 1):
        return True
    joined = following in w.coordinators | w.subordinators and following not in _CONDITIONS
    return joined or not view.word(closing + 1)


def _quoted_as(scene: Scene, found: Found) -> Speaker | None:
    """ "TASS quoted the minister as saying", "was quoted by TASS as saying": the minister, through the agency."""
    view, at, quoted = scene.view, found.group.i, _quoting(scene, found)
    if quoted is None or quoted.subject is None:
        return None
    subject = scene.speakers.of(quoted.subject)
    if quoted.group.mood == "passive":
        via = outlets(view, quoted.group.j, at + 6)
        return Speaker(subject.ids, subject.text, via)
    phrase = phrase_after(view, quoted.group.j)
    said = scene.speakers.of(phrase) if phrase else NOBODY
    return Speaker(said.ids, said.text, tuple(i for i in subject.ids if i.startswith("outlet:")))


def _quoting(scene: Scene, found: Found) -> Found | None:
    """The "quoted" or "cited" to which an "as saying" belongs."""
    at = found.group.i
    if scene.view.form(at - 1) != "as":
        return None
    before = bisect_left(scene.verbs, at, key=lambda v: v.group.cue)
    near = (v for v in reversed(scene.verbs[max(0, before - 3) : before]) if at - v.group.cue < _QUOTED_REACH)
    return next((v for v in near if v.cue.lemma in {"quote", "cite"}), None)
