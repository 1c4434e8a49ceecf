"""Whom an Arabic verb of saying leaves unnamed: who acts in its sentence, who spoke before, who was spoken of."""

from __future__ import annotations

from functools import cache

from mahdar.language.arabic_forms import imperfect_forms, perfect_forms
from mahdar.language.folding import fold_word
from mahdar.language.tokens import COMMAS, NEWLINE, Span
from mahdar.reading.names.generic import generic_group
from mahdar.reading.passage import Named
from mahdar.reading.statements.arabic_cues import CueHit, lexicon, speaker_nouns, words
from mahdar.reading.statements.arabic_dateline import behind_dateline
from mahdar.reading.statements.arabic_extent import phrase_end
from mahdar.reading.statements.arabic_unknown import unknown
from mahdar.reading.statements.arabic_voices import subject_after
from mahdar.reading.statements.arabic_words import document_at, feminine, voice_of, with_proclitic
from mahdar.reading.statements.scene import Scene, Voice
from mahdar.tables import read_rows, read_toml

_OPENING = 4
_SENTENCES_BACK = 2
_LONGEST = 60
_TWO = 2
_MEETING = frozenset({"person", "office"})
_SPEAKING_KINDS = frozenset({"person", "office", "body", "anaphor"})


def absent_speaker(scene: Scene, i: int, start: int, gender: bool, *, spoken: bool) -> Voice | None:
    """The speaker of a verb at token i that names nobody, in a sentence that begins at ``start``.

    ``spoken`` says that somebody spoke earlier in the sentence. None where nobody fits.
    """
    start = behind_dateline(scene, start, i)
    if scene.forms[i - 1] in words("whereupon") and (there := _alone_before(scene, i - 1, start, gender)) is not None:
        return there
    topic = None if spoken else acting(scene, start, i, gender) or _acted_before(scene, start, gender)
    if topic is not None:
        return topic
    if scene.last is not None and scene.last.feminine in (None, gender):
        return scene.last
    here = scene.last_of.get(gender) if scene.place_of.get(gender) == scene.passage.sentence_of(i) else None
    near = here or _named_near(scene, i, start, gender) or scene.last_of.get(gender)
    man = _man_before(scene, start) if near is None and not gender else None
    return near or man or scene.last or _told_of(scene, start)


def _alone_before(scene: Scene, k: int, start: int, gender: bool) -> Voice | None:
    """The one person or officer of the clause before حيث at token k, whom its verb then means: زار فلان المخيم، حيث."""
    if k <= start or scene.forms[k - 1] not in COMMAS:
        return None
    low = next((m + 1 for m in range(k - 2, max(start, k - _LONGEST), -1) if scene.forms[m] in COMMAS), start)
    heads = [named for m in range(low, k - 1) for named in scene.heads_from(m) if named.kind in _MEETING]
    if len(heads) != 1 or not _free(scene, heads[0]) or not _may_say(scene, heads[0], gender):
        return None
    return voice_of(scene, heads, heads[0].i, heads[0].j)


def people_described(scene: Scene, hit: CueHit, start: int) -> Voice | None:
    """People without a name, right before a verb in the plural that tells of them: met survivors who said (قالوا)."""
    if hit.proclitics or hit.value.form != "perfect" or not scene.forms[hit.i].endswith("وا"):
        return None
    for k in range(hit.i - 1, max(start, hit.i - _OPENING), -1):
        form = scene.forms[k]
        if not scene.passage.tokens.is_word(k) or form.startswith(("ال", "بال", "لل")) or scene.named_from.get(k):
            return None
        if generic_group([form]) is not None:
            return Voice((unknown(scene, k, hit.i),), scene.text(k, hit.i), False)
    return None


def two_together(scene: Scene, hit: CueHit, start: int, *, spoken: bool) -> Voice | None:
    """The two who met or called one another, behind a verb in the dual: met his counterpart, and both affirmed."""
    form = scene.forms[hit.i].removeprefix(hit.proclitics)
    dual = form in _duals(hit.value.lemma) if hit.value.form == "perfect" and form.endswith("ا") else False
    if not dual or (spoken and scene.last is not None and len(scene.last.ids) > 1):
        return None
    place = scene.passage.sentence_of(start)
    met = (_those_who_met(scene, scene.passage.sentences[n], hit.i) for n in (place, place - 1) if n >= 0)
    pair = next((named for named in met if named), [])
    if len(pair) != _TWO:
        return None
    one, other = pair
    text = f"{scene.text(one.i, one.j)} و{scene.text(other.i, other.j)}"
    return Voice((one.entity, other.entity), text, False)


def _those_who_met(scene: Scene, sentence: Span, i: int) -> list[Named]:
    """The people that a sentence names before token i, one for each whom they speak for."""
    end = min(sentence.j, i)
    heads = (named for k in range(max(sentence.i, end - _LONGEST), end) for named in scene.heads_from(k))
    met: dict[str, Named] = {}
    for named in heads:
        if named.kind in _MEETING:
            met.setdefault(scene.passage.principal(named.entity), named)
    return list(met.values())


@cache
def _duals(lemma: str) -> frozenset[str]:
    """The perfect of a verb in the dual, folded."""
    made = perfect_forms(lemma) if " " not in lemma else {}
    return frozenset(fold_word(form) for code, form in made.items() if code in ("3md", "3fd"))


def _man_before(scene: Scene, start: int) -> Voice | None:
    """The last man named in the sentence before, for a verb that no woman can be the subject of."""
    place = scene.passage.sentence_of(start) - 1
    if place < 0:
        return None
    sentence = scene.passage.sentences[place]
    reach = range(min(sentence.j, sentence.i + 2 * _LONGEST) - 1, sentence.i - 1, -1)
    spoke = scene.last.ids if scene.last is not None else ()
    people = (n for k in reach for n in scene.heads_from(k) if n.kind == "person" and n.entity not in spoke)
    last = next((named for named in people if not feminine(scene, named.i)), None)
    return voice_of(scene, [last], last.i, last.j) if last is not None else None


def _acted_before(scene: Scene, start: int, gender: bool) -> Voice | None:
    """The person who acts in the sentence before, if nobody has spoken since the one before that."""
    place = scene.passage.sentence_of(start) - 1
    if place < 0 or scene.last_place >= place:
        return None
    sentence = scene.passage.sentences[place]
    topic = acting(scene, behind_dateline(scene, sentence.i, sentence.j), sentence.j, gender)
    anew = sentence.i > 0 and scene.forms[sentence.i - 1] == NEWLINE
    return topic if topic is not None and (topic.person or scene.last is None or anew) else None


def acting(scene: Scene, start: int, i: int, gender: bool) -> Voice | None:
    """Who opens the sentence as the subject of another verb: X arrived and said."""
    first = start
    while first < i and (scene.forms[first] == NEWLINE or scene.forms[first] in words("verb_openers")):
        first += 1
    if first + 1 < i and scene.forms[first].lstrip("وف") in words("negations"):
        first += 1 + (opens_with_verb(scene.forms[first + 1]) or bool(scene.heads_from(first + 2)))
    elif opens_with_verb(scene.forms[first]):
        first += 1
    while first < min(i, start + _OPENING) and scene.forms[first] in words("auxiliaries"):
        first += 1
    heads = [] if first >= i else scene.heads_from(first)
    if first > start and not heads:
        return _noun_that_acts(scene, first, i, gender)
    if (
        not heads
        or heads[0].j > i
        or heads[0].kind == "outlet"
        or not _free(scene, heads[0])
        or not _may_say(scene, heads[0], gender)
    ):
        return None
    return voice_of(scene, heads[:1], first, heads[0].j)


def demonstrators(scene: Scene, start: int, i: int) -> Voice | None:
    """A crowd that opens the sentence as the subject of a verb of demonstrating: تظاهر المئات, احتشد عشرات الطلاب."""
    first = start + (scene.forms[start] in words("verb_openers"))
    if scene.forms[first].lstrip("و") in words("prepositions"):  # إلى ذلك، تظاهر
        first = next((k + 1 for k in range(first, min(i, first + _OPENING)) if scene.forms[k] in COMMAS), first)
    verb = scene.forms[first].lstrip("وف") if first + 1 < i else ""
    if verb not in words("demonstrating") or scene.forms[first + 1] not in words("crowds"):
        return None
    stop = phrase_end(scene, first + 1, i)
    return Voice(("body:protesters",), scene.text(first + 1, stop))


def _noun_that_acts(scene: Scene, first: int, i: int, gender: bool) -> Voice | None:
    """A definite noun for one who speaks, one that a definite noun defines, or a document, behind the verb that opens
    the sentence: رئيس المجلس; behind a verb of saying any definite noun.
    """
    if first >= i:
        return None
    form = scene.forms[first]
    if not form.startswith("ال"):
        return _officer_that_acts(scene, first, i, gender)
    ends = first + 1 < i and (scene.forms[first + 1] in words("prepositions") or scene.forms[first + 1] in COMMAS)
    said = ends and first > 0 and lexicon().at(scene.passage.tokens, first - 1) is not None
    if form not in speaker_nouns() and document_at(form) is None and not said:
        return None
    found = subject_after(scene, first, i)
    return found[0] if found is not None and found[0].feminine in (None, gender) else None


def _officer_that_acts(scene: Scene, first: int, i: int, gender: bool) -> Voice | None:
    """A post or an organisation with the definite noun that tells which: رئيس المجلس, هيئة الدفاع."""
    j = first + 2
    if j > i or scene.forms[first] not in speaker_nouns() | words("post_nouns") or feminine(scene, first) != gender:
        return None
    if not scene.forms[first + 1].startswith("ال") or scene.in_name[first] or scene.in_name[first + 1]:
        return None
    while j < i and _is_adjective(scene, j):
        j += 1
    return Voice((unknown(scene, first, j),), scene.text(first, j), gender)


def _is_adjective(scene: Scene, k: int) -> bool:
    """Whether a definite adjective of relation stands at token k: الوطني, الوطنية; not إلى."""
    form = scene.forms[k]
    relation = form.startswith("ال") and form.endswith(("ي", "يه")) and form not in words("prepositions")
    return relation and not scene.in_name[k]


def _free(scene: Scene, named: Named) -> bool:
    """Whether nothing but a conjunction is glued to the name."""
    return scene.passage.text[scene.passage.tokens.start(named.i) : named.start].strip("وف") == ""


def _may_say(scene: Scene, named: Named, gender: bool) -> bool:
    """Whether the verb agrees with the name; a woman's name does not always show its gender."""
    shown = feminine(scene, named.i)
    return shown == gender or (gender and named.kind == "person")


@cache
def _opening_verbs() -> frozenset[str]:
    verbs: list[str] = read_toml("mahdar.reading", "statements_ar.toml")["acting_verbs"]
    made = (form for verb in verbs for form in perfect_forms(verb).values())
    shown: list[str] = read_toml("mahdar.reading", "statements_ar.toml")["acting_verbs_present"]
    present = (form for verb in shown for form in imperfect_forms(verb).values())
    spoken = (row["perfect"] for row in read_rows("mahdar.reading", "cues_ar.csv") if " " not in row["perfect"])
    said = (form for verb in spoken for form in perfect_forms(verb).values())
    prepositions = words("prepositions") | words("preposition_homographs")
    return frozenset(fold_word(form) for forms in (made, present, said) for form in forms) - prepositions


def opens_with_verb(form: str) -> bool:
    """Whether a folded word is a verb with which a sentence opens, و or ف before it or not."""
    return form in _opening_verbs() or (form[:1] in "وف" and form[1:] in _opening_verbs())


def _named_near(scene: Scene, i: int, start: int, gender: bool) -> Voice | None:
    """The nearest name before the verb in its sentence that agrees with it, best one that no preposition governs."""
    reach = range(i - 1, max(start, i - _LONGEST) - 1, -1)
    heads = (named for k in reach for named in scene.heads_from(k) if not _in_brackets(scene, named))
    near = [named for named in heads if feminine(scene, named.i) == gender]
    free = [named for named in near if _free(scene, named) and not governed(scene, named, start)]
    best = next(iter(free or near), None)
    return voice_of(scene, [best], best.i, best.j) if best is not None else None


def _in_brackets(scene: Scene, named: Named) -> bool:
    """An outlet that stands in brackets is the dateline's, or a gloss."""
    return named.kind == "outlet" and named.i > 0 and scene.forms[named.i - 1] == "("


def governed(scene: Scene, named: Named, start: int) -> bool:
    """Whether a preposition stands right before a name in a sentence that begins at ``start``."""
    return named.i > start and scene.forms[named.i - 1] in words("prepositions")


def _told_of(scene: Scene, start: int) -> Voice | None:
    """Where nobody has spoken yet: who acts, else who is named first in one of the sentences before."""
    here = scene.passage.sentence_of(start)
    for place in range(here, max(-1, here - _SENTENCES_BACK - 1), -1):
        sentence = scene.passage.sentences[place]
        if place == here:
            continue
        first = behind_dateline(scene, sentence.i, sentence.j)
        reach = range(first, min(sentence.j, first + _LONGEST))
        heads = [n for k in reach for n in scene.heads_from(k) if n.kind in _SPEAKING_KINDS]
        able = [n for n in heads if not with_proclitic(scene, n) or _free(scene, n)]
        if able:
            return voice_of(scene, able[:1], able[0].i, able[0].j)
    return None
