"""Reporting words that are no finite verbs: participles, participles with the article, pretexts."""

from __future__ import annotations

from mahdar.language.folding import fold_word
from mahdar.language.tokens import COMMAS, NEWLINE, Span
from mahdar.reading.statements.arabic_absent import acting, demonstrators, governed, opens_with_verb
from mahdar.reading.statements.arabic_clauses import Content, Verb
from mahdar.reading.statements.arabic_content import clause_end
from mahdar.reading.statements.arabic_cues import CueHit, Cues, phrases, words
from mahdar.reading.statements.arabic_documents import document_voice
from mahdar.reading.statements.arabic_doubts import only_answers
from mahdar.reading.statements.arabic_frames import content_of
from mahdar.reading.statements.arabic_joint import coordinated
from mahdar.reading.statements.arabic_tellings import cue_tail, spoken_of
from mahdar.reading.statements.arabic_topics import subject_before
from mahdar.reading.statements.arabic_turns import adverbial
from mahdar.reading.statements.arabic_words import document_at, voice_of
from mahdar.reading.statements.scene import PLACES, Scene, Voice
from mahdar.reading.statements.values import Spoken

_REACH = 8
_FAR = 40
_PLURAL = "ين"


def participle(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """A participle such as مضيفا: the speaker is that of the verb before it in the sentence."""
    hit = cues.get(i)
    if hit is None or hit.value.form != "participle" or only_answers(scene, hit):
        return None
    tail = cue_tail(scene, hit.j, sentence.j)
    content = content_of(scene, Verb(hit.value, tail, sentence.j, cues), tail)
    if content is None or (i == sentence.i and content.frame not in ("that", "quote")):
        return None
    if not _reports(scene, hit, content):
        return None
    voice = _voice(scene, sentence, i, found, hit.value.feminine)
    if voice is None or (content.frame not in ("that", "quote") and _disagrees(scene, hit, voice)):
        return None
    return spoken_of(scene, hit.value, (hit.i, tail), voice, content)


def _disagrees(scene: Scene, hit: CueHit, voice: Voice) -> bool:
    """A participle of the other gender than the speaker is said of somebody else."""
    known = scene.last if scene.last is not None and scene.last.ids == voice.ids else voice
    if known.feminine is None or known.feminine == hit.value.feminine:
        return False
    return not (hit.value.feminine and _bears_post_of_woman(voice))


def _bears_post_of_woman(voice: Voice) -> bool:
    """Whether a post in the feminine stands with a name: السيدة ليلى حداد مندوبة لبنان."""
    posts = words("posts_alone")
    return any(form.endswith("ه") and form in posts for form in map(fold_word, voice.text.split()))


def pretext(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """بحجة أن: the reason that the speaker or the actor of the sentence gives."""
    hit = phrases("pretexts").at(scene.passage.tokens, i)
    voice = _voice(scene, sentence, i, found) if hit is not None else None
    if hit is None or voice is None:
        return None
    j = clause_end(scene, hit.j, sentence.j, cues)
    return Spoken(hit.j, j, "say", voice.ids, voice.text or None, (), (hit.i, hit.j - 1)) if j > hit.j else None


def _reports(scene: Scene, hit: CueHit, content: Content) -> bool:
    """Without أن or a quotation, a participle reports behind a comma, or where it is no adjective of the word."""
    if content.frame in ("that", "quote"):
        return True
    at_once = content.i - hit.j <= 1 and hit.proclitics == ""
    return scene.forms[hit.i - 1] in COMMAS or at_once or adverbial(scene, hit)


def _voice(scene: Scene, sentence: Span, i: int, found: list[Spoken], gender: bool | None = None) -> Voice | None:
    """The name just before it, else the speaker of the sentence's own verb, else whom the sentence opens with."""
    close = scene.named_to.get(i)
    if close is not None and close.head and close.i > sentence.i:
        topic = subject_before(scene, i, sentence.i)
        if topic is not None and close.entity in topic.ids:
            return topic
    outer = [s for s in found if not any(o.i <= s.cue[0] < o.j for o in found)]
    if outer:
        return Voice(outer[-1].speakers, outer[-1].speaker_text or "")
    actor = acting(scene, sentence.i, i, gender) if gender is not None else None
    if actor is not None:
        return _all_who_act(scene, sentence, i, actor)
    before = subject_before(scene, i, sentence.i)
    before = before or demonstrators(scene, sentence.i, i)
    if before is not None:
        return before
    told = _told_where(scene, sentence, i) or _acted_unnamed(scene, sentence, gender)
    if told is not None:
        return told
    heads = [n for k in range(sentence.i, min(i, sentence.i + _REACH)) for n in scene.heads_from(k)]
    heads = [n for n in heads if not (n.kind in PLACES and governed(scene, n, sentence.i))]
    return voice_of(scene, heads[:1], heads[0].i, heads[0].j) if heads else scene.last


def _all_who_act(scene: Scene, sentence: Span, i: int, actor: Voice) -> Voice:
    """The names joined to that of the one who acts, behind which a participle in the plural agrees: X وY، مؤكدين."""
    if not scene.forms[i].endswith(_PLURAL):
        return actor
    reach = range(sentence.i, min(i, sentence.i + _REACH))
    first = next((k for k in reach if any(n.entity in actor.ids for n in scene.heads_from(k))), None)
    return coordinated(scene, first, i)[0] if first is not None else actor


def _acted_unnamed(scene: Scene, sentence: Span, gender: bool | None) -> Voice | None:
    """Who spoke last, where the sentence opens with a verb that names nobody: وتحدث في القمة، قائلا."""
    first = sentence.i + (scene.forms[sentence.i] == NEWLINE)
    silent = opens_with_verb(scene.forms[first]) and scene.forms[first + 1] in words("prepositions")
    return scene.last if silent and scene.last is not None and scene.last.feminine in (None, gender) else None


def _told_where(scene: Scene, sentence: Span, i: int) -> Voice | None:
    """Who is named first in a sentence that only tells where it was said: جاء ذلك في بيان الدولة الذي ألقاه فلان."""
    first = sentence.i + (scene.forms[sentence.i] == NEWLINE)
    if scene.forms[first] not in words("coming") or scene.forms[first + 1] not in words("pointing"):
        return None
    heads = (n for k in range(first, min(i, first + _FAR)) for n in scene.heads_from(k))
    person = next((n for n in heads if n.kind in ("person", "office")), None)
    return voice_of(scene, [person], person.i, person.j) if person is not None else None


def definite(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """A participle with the article behind a document: the resolution calling for."""
    hit = cues.get(i)
    if hit is None or hit.value.form != "definite" or hit.value.act not in ("demand", "accuse", "support", "oppose"):
        return None
    voice = _document_before(scene, i, sentence.i)
    content = content_of(scene, Verb(hit.value, hit.j, sentence.j, cues), hit.j) if voice is not None else None
    if voice is None or content is None or (hit.value.act == "demand" and content.frame == "np"):
        return None  # the proposed text
    return spoken_of(scene, hit.value, (hit.i, hit.j), voice, content)


def _document_before(scene: Scene, i: int, start: int) -> Voice | None:
    for k in range(i - 1, max(start, i - _REACH) - 1, -1):
        if scene.forms[k] in COMMAS:
            return None
        document = document_at(scene.forms[k])
        if document is not None:
            return document_voice(scene, document, k, i)
    return None
