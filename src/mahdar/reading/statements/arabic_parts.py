"""The parts of an Arabic verb's sentence: who stands behind it, and what is said or asked."""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.tokens import COMMAS, NEWLINE
from mahdar.reading.names.generic import is_determiner
from mahdar.reading.statements.arabic_addressees import another_noun, is_unknown
from mahdar.reading.statements.arabic_clauses import Content, Verb
from mahdar.reading.statements.arabic_cues import Cue, CueHit, speaker_nouns, words
from mahdar.reading.statements.arabic_frames import content_of
from mahdar.reading.statements.arabic_inverted import is_object_by_gender
from mahdar.reading.statements.arabic_joint import coordinated, counted_at
from mahdar.reading.statements.arabic_prepositions import glued
from mahdar.reading.statements.arabic_voices import skip_fillers, subject_after
from mahdar.reading.statements.arabic_words import document_at, is_nominative
from mahdar.reading.statements.scene import Scene, Voice

Subject = tuple[Voice, int]
_SHORTEST_QUOTE = 4
_WITH = ["مع"]


def parts(scene: Scene, hit: CueHit, verb: Verb, before: Voice | None) -> tuple[Content | None, Subject | None]:
    """What is said, behind the verb or in a quotation before it, and the subject behind the verb."""
    names_nobody = before is not None or _content_follows(scene, verb)
    names_nobody = names_nobody or (verb.tail < verb.end and is_object_by_gender(verb.cue, scene.forms[verb.tail]))
    after = None if names_nobody else subject_after(scene, verb.tail, verb.end)
    content, after = _content(scene, verb, after)
    quoted = _quoted_before(scene, hit)
    if quoted is not None and content is not None and _only_follows(scene, hit, quoted, content):
        return quoted, after or subject_after(scene, verb.tail, verb.end)
    return content or quoted, after


def _content_follows(scene: Scene, verb: Verb) -> bool:
    """Whether the verb's own preposition is glued to the word behind it, which then is no subject."""
    tail = verb.tail
    if tail >= verb.end or scene.heads_from(tail) or scene.forms[tail] in speaker_nouns():
        return False
    return glued(scene, verb, tail) is not None


def _content(scene: Scene, verb: Verb, after: Subject | None) -> tuple[Content | None, Subject | None]:
    """The content behind the subject; where there is none, the noun behind the verb was its object."""
    cue, behind = verb.cue, after[1] if after else verb.tail
    if "asked" in cue.frames:
        asked = _asked_of(scene, verb, behind)
        if asked is not None:
            return asked, after
    content = content_of(scene, verb, behind)
    if after is None:
        return content, after
    is_object = content is not None and _is_described(scene, cue, after, content)
    is_object = is_object or (content is None and _may_be_object(scene, after[0], cue))
    if is_object or _is_object(scene, after, cue, verb.tail, content):
        return content_of(scene, verb, verb.tail), None
    return content, after


def _is_described(scene: Scene, cue: Cue, after: Subject, content: Content) -> bool:
    """Whether a lone document behind the verb is what is described, not who speaks: and called its report forged."""
    lone = content.i == after[1] and scene.forms[content.i].startswith(cue.needs or ("\0",))
    k = content.i - 1
    while lone and k > 0 and scene.passage.tokens.is_word(k) and document_at(scene.forms[k]) is None:
        k -= 1
        lone = k >= content.i - 3
    return lone and cue.act == "say" and document_at(scene.forms[k]) is not None


def _quoted_before(scene: Scene, hit: CueHit) -> Content | None:
    """A quotation that stands before its verb: "We shall not yield", said the minister."""
    i = hit.i - (scene.forms[hit.i - 1] in words("so_said"))
    quote = scene.quote_to.get(i - 1 if scene.forms[i - 1] in COMMAS else i)
    if quote is None or "quote" not in hit.value.frames or quote.j - quote.i < _SHORTEST_QUOTE:
        return None
    return Content(quote.i, quote.j, "quote", hit.i)


def _only_follows(scene: Scene, hit: CueHit, quoted: Content, content: Content) -> bool:
    """Whether a noun behind a verb that follows the quotation which opens its sentence is who speaks, not what is said:
    "We ran", يقول الشاب.
    """
    start = scene.sentence(hit.i).i
    opens = quoted.i - 1 <= start + (scene.forms[start] == NEWLINE)
    return opens and not hit.proclitics and content.frame in ("np", "bare")


def _may_be_object(scene: Scene, voice: Voice, cue: Cue) -> bool:
    """Whether the one named behind the verb may be its object: nobody known, or of another gender than the verb."""
    return is_unknown(scene, voice) or voice.feminine != cue.feminine


def _is_object(scene: Scene, after: Subject, cue: Cue, tail: int, content: Content | None) -> bool:
    """An unknown noun behind the verb that is nobody who could speak is the verb's object."""
    voice = after[0]
    if content is None or content.frame in ("that", "quote") or not is_unknown(scene, voice) or not voice.ids:
        return False
    k = skip_fillers(scene, tail, content.i)
    if content.frame == "np" and scene.forms[content.i] in words("relatives") and content.i == after[1]:
        return True  # شكر الدول التي: the clause describes whom it thanks
    if k in scene.quote_at or scene.forms[k] in scene.strangers:
        return False  # a name in marks, or the last name of one who spoke
    if cue.act == "say" and document_at(scene.forms[k]) is not None:
        return False
    accused = content.i < content.addressed and bool(scene.heads_from(content.i))
    titled = scene.forms[k] in words("post_nouns") and (accused or not cue.addressee)
    if scene.forms[k] in words("name_links") or titled:
        return False  # عبد فلان: a name
    if is_nominative(scene.forms[k]) or (cue.addressee and another_noun(scene, after[1], content.addressed)):
        return False  # المشاركون; the programme the donors
    if scene.forms[content.i] in words("pointing") and content.i == k + 1 and scene.forms[k].startswith("ال"):
        return False  # a definite noun, then this
    if _many_act(scene, k, content.i, cue):
        return False
    counted = scene.passage.tokens.is_number(k) and counted_at(scene, k, content.i) is not None
    if counted or (scene.forms[k].removeprefix("ال") in words("movements") and not cue.addressee):
        return False
    return not scene.heads_from(k) and scene.forms[k] not in speaker_nouns()


def _many_act(scene: Scene, k: int, end: int, cue: Cue) -> bool:
    """Whether states or people without a name, how many or which aside, agree with the verb as its subject: رفضت بعض
    الدول القرار, أيد هؤلاء الضباط; not شكر الدول.
    """
    while k < end and (scene.forms[k] in words("these") or is_determiner(scene.forms[k])):
        k += 1
    noun = scene.forms[k].removeprefix("ال") if k < end else ""
    return noun in words("acting_groups" if cue.feminine else "acting_people")


def _asked_of(scene: Scene, verb: Verb, i: int) -> Content | None:
    """طلب من somebody something: the content begins behind the one asked."""
    end, k = verb.end, skip_fillers(scene, i, verb.end)
    if k >= end or scene.forms[k] != "من":
        return None
    heads = scene.heads_from(k + 1)
    behind = coordinated(scene, k + 1, end)[1] if heads else _past_definite(scene, k + 2, end)
    while behind < end and scene.forms[behind].startswith(("و", "ب")) and scene.forms[behind + 1 : behind + 2] == _WITH:
        behind = coordinated(scene, behind + 2, end)[1] if scene.heads_from(behind + 2) else behind + 2
    return content_of(scene, replace(verb, tail=behind), behind)


def _past_definite(scene: Scene, k: int, end: int) -> int:
    """Past the adjectives of one whom no table names: of the member states, the appointment of."""
    while k < end and scene.forms[k].startswith("ال") and not scene.heads_from(k):
        if scene.forms[k] in words("asked_deeds"):
            break
        k += 1
    return k
