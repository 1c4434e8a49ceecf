"""Through whom a statement reached an Arabic report: told to an outlet, as the agency reported behind it, and so on."""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.folding import fold_word
from mahdar.language.tokens import COMMAS, NEWLINE
from mahdar.reading.passage import Named
from mahdar.reading.statements.arabic_according import according_at
from mahdar.reading.statements.arabic_cues import words
from mahdar.reading.statements.arabic_sources import past_saying, source_voice
from mahdar.reading.statements.arabic_words import document_at, is_complementizer
from mahdar.reading.statements.scene import Scene
from mahdar.reading.statements.values import Spoken

_REACH = 24
_NEAR = 6
_VERB_NEAR = 4  # tokens before an outlet in which the verb stands that carried something: أجرتها معها قناة
_REMARK_NEAR = 9
_SHARED = 6  # statements of a sentence that its closing source may stand for
_CLOSING = frozenset("\"'“”»)")
_DATELINE = 30
_THE_PRESS = frozenset({"outlet:media", "outlet:newspapers"})


def with_outlets(scene: Scene, spoken: Spoken, before: list[Spoken]) -> Spoken:
    """The statement with the outlets that it was told to, that are its source, or through which the speaker went on."""
    outlets = all(one.startswith("outlet:") for one in spoken.speakers)
    if spoken.via or (outlets and (spoken.speakers or not spoken.speaker_text)):
        return spoken
    via = scene.passed_on.get(spoken.cue[0]) or (
        _told_to(scene, spoken)
        or _source_behind(scene, spoken)
        or _source_before(scene, spoken)
        or _going_on(scene, spoken, before)
    )
    return replace(spoken, via=via) if via else spoken


def share_source(scene: Scene, told: list[Spoken]) -> None:
    """Give the outlet that closes a sentence to what the same speaker said before in it: accused X, adding that, Y."""
    last = told[-1]
    if not last.via or _source_behind(scene, last) != last.via:
        return
    for n in range(len(told) - 2, max(-1, len(told) - 2 - _SHARED), -1):
        same = told[n].speakers == last.speakers and scene.sentence(told[n].cue[0]) == scene.sentence(last.cue[0])
        if not same or told[n].via:
            return
        told[n] = replace(told[n], via=last.via)


def _told_to(scene: Scene, spoken: Spoken) -> tuple[str, ...]:
    """An outlet between the verb and what is said, or in the aside that opens the sentence: قال لوكالة, في حديث مع."""
    sentence = scene.sentence(spoken.cue[0])
    after = spoken.i if spoken.i >= spoken.cue[1] else min(sentence.j, spoken.cue[1] + _REACH)
    opening = sentence.i + (scene.forms[sentence.i] == NEWLINE)
    comma = next((k for k in range(opening, min(spoken.cue[0], opening + _REACH)) if scene.forms[k] in COMMAS), opening)
    opens = opening < comma < spoken.i and scene.forms[opening].removeprefix("و") in words("circumstances")
    reach = [*range(spoken.cue[1], min(after, spoken.cue[1] + _REACH)), *(range(opening, comma) if opens else ())]
    if scene.forms[spoken.cue[0]] == ":":
        reach += range(opening, spoken.cue[0])  # فلان لرويترز: ...
    document = document_at(fold_word((spoken.speaker_text or "").partition(" ")[0])) is not None
    named = (n for k in reach for n in scene.named_from.get(k, ()))
    told = (n.entity for n in named if _is_told(scene, n) or _carried(scene, n, document=document))
    return tuple(dict.fromkeys(told))


def _carried(scene: Scene, named: Named, *, document: bool) -> bool:
    """Whether an outlet put out what was said: in remarks that it carried; a document that it carried or has seen."""
    if named.kind != "outlet" or _is_own(scene, named):
        return False
    verb = next((k for k in range(named.i - 1, max(0, named.i - _VERB_NEAR), -1) if _carries(scene.forms[k])), None)
    if document and (verb is not None or scene.forms[named.i - 1] in words("read_by")):
        return True
    if document and named.i > 1 and scene.forms[named.i - 2] in words("read_by"):
        return scene.forms[named.i - 1] in words("copies")
    return verb is not None and any(_is_remark(scene, k) for k in range(verb - 1, max(0, verb - _REMARK_NEAR), -1))


def _carries(form: str) -> bool:
    return form in words("carriers") or form.removeprefix("و") in words("carriers")


def _is_remark(scene: Scene, k: int) -> bool:
    """Whether the noun at token k is one of saying in which somebody speaks: في تصريحات, not ردا على تصريحات."""
    form = scene.forms[k]
    if form in words("interviews") and form.startswith("ب"):
        return True
    remark = form in words("interviews") or form in words("carried")
    return remark and scene.forms[k - 1].removeprefix("و") in words("carried_in")


def _is_told(scene: Scene, named: Named) -> bool:
    """Whether an outlet that is not the report's own is spoken to: ل glued to it, or behind an interview with."""
    if named.kind != "outlet" or named.entity in _THE_PRESS or _is_own(scene, named):
        return False
    if scene.forms[named.i - 1].removeprefix("و") in words("learned"):
        return True
    glued = scene.passage.text[scene.passage.tokens.start(named.i) : named.start].endswith("ل")
    first = named.i - (named.i - 1 in scene.quote_at)  # لـ«الشرق الأوسط»
    lone = first > 0 and scene.forms[first - 1] == "ل"
    if glued or lone:
        return not any(form in words("belongings") for form in scene.forms[max(0, named.i - 2) : named.i])
    if scene.forms[named.i - 1] in words("through"):
        return True
    if scene.forms[named.i - 1] not in ("مع", "الي"):
        return False
    return any(form in words("interviews") for form in scene.forms[max(0, named.i - _NEAR) : named.i - 1])


def _is_own(scene: Scene, named: Named) -> bool:
    """Whether the report itself is this outlet's, as far as is known or its dateline shows."""
    own = scene.passage.outlet
    first = scene.first_named.get(named.entity, named.i)
    return named.entity == own or (first < min(_DATELINE, named.i) and _in_dateline(scene, first))


def _in_dateline(scene: Scene, first: int) -> bool:
    """Whether a name stands before the first sentence begins: a dash or a colon follows it at once."""
    return any(scene.forms[k] in "-–—:" for k in range(first, min(len(scene.forms), first + _NEAR)))


def _source_behind(scene: Scene, spoken: Spoken) -> tuple[str, ...]:
    """The outlets of a source right behind what was said: ، بحسب ما أوردته وكالة."""
    k = spoken.j
    end = scene.sentence(spoken.cue[0]).j
    while k < end and (scene.forms[k] in COMMAS or scene.forms[k] in _CLOSING):
        k += 1
    start = according_at(scene, k) if k < end else None
    named = source_voice(scene, past_saying(scene, start, end), end) if start is not None and start < end else None
    if named is None or not named[0].ids or not all(one.startswith("outlet:") for one in named[0].ids):
        return ()
    goes_on = named[1] < end and (is_complementizer(scene, named[1]) or scene.forms[named[1]] in (":", "عن"))
    return () if goes_on else named[0].ids


def _source_before(scene: Scene, spoken: Spoken) -> tuple[str, ...]:
    """The outlets of a source that opens the sentence in which somebody speaks: وبحسب وكالة كذا، قال فلان."""
    sentence = scene.sentence(spoken.cue[0])
    k = sentence.i + (scene.forms[sentence.i] == NEWLINE)
    start = according_at(scene, k) if k < spoken.cue[0] else None
    named = source_voice(scene, past_saying(scene, start, sentence.j), sentence.j) if start is not None else None
    if named is None or not named[0].ids or not all(one.startswith("outlet:") for one in named[0].ids):
        return ()
    return named[0].ids if scene.forms[named[1]] in COMMAS and named[1] + 1 == spoken.cue[0] else ()


def _going_on(scene: Scene, spoken: Spoken, before: list[Spoken]) -> tuple[str, ...]:
    """What somebody adds at once came through the same outlet, unless they say it elsewhere."""
    last = before[-1] if before else None
    if last is None or not last.via or last.speakers != spoken.speakers or spoken.cue[0] < last.cue[0]:
        return ()
    if not all(one.startswith("outlet:") for one in last.via):
        return ()
    near = scene.passage.sentence_of(spoken.cue[0]) - scene.passage.sentence_of(last.cue[0]) <= 1
    paragraph = NEWLINE not in scene.forms[max(last.cue[0], scene.sentence(spoken.cue[0]).i) + 1 : spoken.cue[0]]
    opens = scene.forms[scene.sentence(spoken.cue[0]).i] != NEWLINE
    reach = range(spoken.cue[1], spoken.i)
    elsewhere = any(scene.forms[k] in words("circumstances") and not is_complementizer(scene, k + 1) for k in reach)
    return last.via if near and paragraph and opens and not elsewhere else ()
