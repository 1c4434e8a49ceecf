"""No comment in Arabic news: did not answer a request, declined to comment, refusing to say anything."""

from __future__ import annotations

from mahdar.language.tokens import COMMAS, Span
from mahdar.reading.statements.arabic_absent import absent_speaker
from mahdar.reading.statements.arabic_content import clause_end
from mahdar.reading.statements.arabic_cues import Cues, phrases, speaker_nouns, words
from mahdar.reading.statements.arabic_doubts import clause_start
from mahdar.reading.statements.arabic_joint import coordinated
from mahdar.reading.statements.arabic_topics import subject_before
from mahdar.reading.statements.arabic_voices import subject_after
from mahdar.reading.statements.arabic_words import is_complementizer
from mahdar.reading.statements.scene import Scene, Voice
from mahdar.reading.statements.values import Spoken

_NEAR = 8
_REQUEST_REACH = 24
_REFUSAL_REACH = 14
_MARKS = frozenset(".!?؟…؛;:")


def no_comment(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """لم ترد … على طلب للتعليق, رفض التعليق, رافضا الإدلاء بأي تعليق."""
    negated = _is_negated(scene, i, sentence.j)
    if not negated and _stem(scene.forms[i]) not in words("no_comment_refusals"):
        return None
    start = i + 2 if negated else i + 1
    asked = _asked(scene, start, sentence.j) if negated else _comment(scene, start, sentence.j)
    voice = None
    if found and _stem(scene.forms[i]) in words("no_comment_participles"):
        voice = Voice(found[-1].speakers, found[-1].speaker_text or "")
    elif asked is not None:
        voice = _silent(scene, Span(sentence.i, i), start, asked, sentence.j)
    if voice is None:
        voice = absent_speaker(scene, i, sentence.i, _is_feminine(scene.forms[start - 1]), spoken=bool(found))
    if asked is None or voice is None:
        return None
    first = asked - 1 if scene.forms[asked - 1] == "اي" else asked
    j = _before_source(scene, asked, clause_end(scene, asked, sentence.j, cues, phrase=True))
    return Spoken(first, j, "no-comment", voice.ids, voice.text or None, (), (i, start)) if j > asked else None


def _before_source(scene: Scene, asked: int, j: int) -> int:
    """A comment that came from nobody ends before the one from whom it did not come."""
    reach = range(asked + 1, min(j, asked + _NEAR))
    return next((k for k in reach if scene.forms[k] in words("no_comment_from") and scene.heads_from(k + 1)), j)


def _stem(form: str) -> str:
    return form[1:] if form[:1] in ("و", "ف") and form not in words("no_comment_refusals") else form


def _is_negated(scene: Scene, i: int, end: int) -> bool:
    form = scene.forms[i].lstrip("وف")
    return form in ("لم", "لا") and i + 1 < end and scene.forms[i + 1] in words("no_comment_negated")


def _asked(scene: Scene, start: int, end: int) -> int | None:
    """Where the request or comment stands, else what stands behind على that a verb of answering was not said to."""
    reach = range(start, min(end, start + _REQUEST_REACH))
    noun = next((k for k in reach if scene.forms[k] in words("no_comment_nouns")), None)
    if noun is not None or scene.forms[start - 1] not in words("no_comment_answers"):
        return noun
    on = next((k for k in reach if scene.forms[k] == "علي" or scene.forms[k] in _MARKS), end)
    return on + 1 if on + 1 < end and scene.forms[on] == "علي" and not is_complementizer(scene, on + 1) else None


def _comment(scene: Scene, start: int, end: int) -> int | None:
    """Where the comment that is refused stands, in the same clause."""
    for k in range(start, min(end, start + _REFUSAL_REACH)):
        if phrases("comments").at(scene.passage.tokens, k) is not None:
            return k
        if scene.forms[k] in COMMAS or scene.forms[k] in _MARKS or is_complementizer(scene, k):
            return None
    return None


def _silent(scene: Scene, before: Span, start: int, asked: int, end: int) -> Voice | None:
    """Who did not comment: named behind the verb, before it, as the one from whom no comment came, or the last one."""
    after = subject_after(scene, start, asked)
    if after is not None and (scene.heads_from(start) or scene.forms[start] in speaker_nouns()):
        return after[0]
    for k in range(start, min(end - 1, asked + _NEAR)):
        if scene.forms[k] not in words("no_comment_from"):
            continue
        if scene.heads_from(k + 1):
            return coordinated(scene, k + 1, end)[0]
        if k > asked and (whom := subject_after(scene, k + 1, end)) is not None:
            return whom[0]  # from somebody of no table, never from whoever spoke last
    topic = subject_before(scene, before.j, clause_start(scene, before.j, before.i))
    return topic or (after[0] if after is not None and scene.last is None else None)


def _is_feminine(form: str) -> bool:
    return form.startswith("ت") or form.endswith(("ت", "ه"))
