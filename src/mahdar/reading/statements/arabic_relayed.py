"""What an outlet had from somebody: an agency quoted him as saying, and as adding."""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.tokens import COMMAS, Span
from mahdar.model import Act
from mahdar.reading.statements.arabic_according import according_at
from mahdar.reading.statements.arabic_clauses import after_colon, opens_clause, that_clause
from mahdar.reading.statements.arabic_content import clause_end, trim
from mahdar.reading.statements.arabic_cues import Cues, attitudes, phrases, words
from mahdar.reading.statements.arabic_joint import coordinated
from mahdar.reading.statements.arabic_sources import past_saying, source_voice
from mahdar.reading.statements.arabic_voices import skip_fillers
from mahdar.reading.statements.arabic_words import bare, is_complementizer, with_proclitic
from mahdar.reading.statements.scene import PLACES, Scene, Voice
from mahdar.reading.statements.values import Spoken

_RELAY_REACH = 40
_SHORT_REACH = 8
_PRONOUNS = ("ه", "ها", "هم", "هما")


def relayed_by(scene: Scene, spoken: Spoken) -> Spoken:
    """A statement whose source stands between its verb and its content: the agency said, quoting an official, that."""
    for k in range(spoken.cue[1], min(spoken.i, spoken.cue[1] + _RELAY_REACH)):
        start = according_at(scene, k)
        named = source_voice(scene, past_saying(scene, start, spoken.i), spoken.i) if start is not None else None
        if named is None:
            continue
        outlets = tuple(one for one in named[0].ids if one.startswith("outlet:"))
        if outlets == named[0].ids:
            return replace(spoken, via=outlets)
        if all(one.startswith("outlet:") for one in spoken.speakers):
            return replace(spoken, speakers=named[0].ids, speaker_text=named[0].text, via=spoken.speakers)
    return spoken


def relayed(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """نقلت وكالة … عن … قوله إن: an outlet relays what somebody said."""
    form = bare_verb(scene.forms[i])
    if form not in words("relay_verbs"):
        return None
    relay = _relay_point(scene, i + 1, sentence.j, ascribes=form in words("ascribing"))
    if relay is None:
        return None
    via = _outlets(scene, i, relay)
    if bare(scene.forms[relay]) in words("relay_pronouns"):
        voice, end = scene.last, relay + 1
        via = via or scene.last_outlet
    else:
        voice, end = source_voice(scene, relay + 1, sentence.j) or (None, relay)
    if voice is None:
        return None
    attitude = relayed_attitude(scene, end, sentence.j, cues, voice, via)
    if attitude is not None:
        scene.last_outlet = via
        return attitude
    content = relayed_content(scene, end, sentence.j, cues)
    if content is None:
        return _affirmed(scene, end, sentence.j, cues, voice, via)
    scene.last_outlet = via
    i, j, cue = content
    return Spoken(i, _before_going_on(scene, i, j), "say", voice.ids, voice.text, via, cue)


def relayed_attitude(scene: Scene, i: int, end: int, cues: Cues, voice: Voice, via: tuple[str, ...]) -> Spoken | None:
    """ترحيبه بـ, رفضها, تهديده بـ behind whom an outlet quotes: what the noun with the speaker's pronoun is held of."""
    i = _past_unnamed(scene, i, end)
    hit = attitudes().at(scene.passage.tokens, i) if i < end else None
    outlets = bool(via) and all(one.startswith("outlet:") for one in via)
    if hit is None or not outlets or not scene.forms[i].endswith(_PRONOUNS) or scene.forms[i] in words("sayings"):
        return None
    k = hit.j + (hit.j + 1 < end and is_complementizer(scene, hit.j + 1))
    if k < end and is_complementizer(scene, k):
        content = that_clause(scene, k + 1, end, k, cues)
        if content is None:
            return None
        j = _before_going_on(scene, content.i, content.j)
        return Spoken(content.i, j, hit.value, voice.ids, voice.text, via, (i, hit.j))
    j = clause_end(scene, hit.j, end, cues, phrase=True)
    own = (m for m in range(hit.j + 1, j) if scene.forms[m].startswith("و") and _goes_on_as(scene, m))
    j = trim(scene, hit.j, next(own, j))
    return Spoken(hit.j, j, hit.value, voice.ids, voice.text, via, (i, hit.j)) if j > hit.j else None


def _affirmed(scene: Scene, i: int, end: int, cues: Cues, voice: Voice, via: tuple[str, ...]) -> Spoken | None:
    """تأكيده على behind whom an outlet quotes: what he stressed."""
    if i + 2 >= end or scene.forms[i] not in words("sayings") or scene.forms[i + 1] != "علي" or not via:
        return None
    j = clause_end(scene, i + 2, end, cues, phrase=True)
    act: Act = "demand" if phrases("obligations").at(scene.passage.tokens, i + 2) is not None else "say"
    return Spoken(i + 2, j, act, voice.ids, voice.text, via, (i, i + 1)) if j > i + 2 else None


def _past_unnamed(scene: Scene, i: int, end: int) -> int:
    """Past a short clause that only says that somebody is not named: لم تسمه."""
    unnamed = i + 2 < end and scene.forms[i] == "لم" and scene.forms[i + 1].endswith(_PRONOUNS)
    return i + 2 if unnamed else i


def _goes_on_as(scene: Scene, k: int) -> bool:
    """Whether one more noun of saying with its speaker's pronoun stands at token k: وقوله, ورفضه."""
    if scene.forms[k][1:] in words("sayings"):
        return True
    attitude = attitudes().at(scene.passage.tokens, k)
    return attitude is not None and scene.forms[k].endswith(_PRONOUNS)


def _before_going_on(scene: Scene, i: int, j: int) -> int:
    """The end of a clause, before one more noun of saying with أن behind a comma: ، وتأكيده أن."""
    for k in range(i + 1, j - 1):
        that = is_complementizer(scene, k + 1) or (k + 2 < j and is_complementizer(scene, k + 2))
        if scene.forms[k - 1] in COMMAS and that and scene.forms[k].startswith("و") and _goes_on_as(scene, k):
            return trim(scene, i, k)
    return j


def relayed_on(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """وقوله إن, وتأكيده أن behind what an outlet had from somebody: the same speaker through the same outlet."""
    last = next((one for one in reversed(found) if one.via), None)
    form = scene.forms[i]
    if last is None or not last.j <= i <= last.j + 1 or not form.startswith("و"):
        return None
    voice = Voice(last.speakers, last.speaker_text or "")
    if form[1:] not in words("sayings"):
        return relayed_attitude(scene, i, sentence.j, cues, voice, last.via)
    content = relayed_content(scene, i, min(sentence.j, i + _SHORT_REACH), cues)
    return Spoken(content[0], content[1], "say", voice.ids, voice.text, last.via, content[2]) if content else None


def bare_verb(form: str) -> str:
    """A verb of relaying without the و or ف before it; other words as they are."""
    return form[1:] if form[:1] in ("و", "ف") and form[1:] in words("relay_verbs") else form


def _relay_point(scene: Scene, i: int, end: int, *, ascribes: bool) -> int | None:
    """Where the one who is quoted stands: behind عن, or behind إلى where the verb ascribes."""
    for k in range(i, min(end, i + 14)):
        listed = scene.forms[k] in words("relay_prepositions") or scene.forms[k] in words("relay_pronouns")
        if listed and scene.forms[k].startswith("الي") == ascribes:
            return k
        if scene.forms[k] in words("complementizers") and not scene.in_name[k]:
            return None
    return None


def _outlets(scene: Scene, i: int, j: int) -> tuple[str, ...]:
    """The outlets named between tokens i and j, by themselves or by their reporter (مراسل الجزيرة)."""
    named = [n for k in range(i, j) for n in scene.named_from.get(k, ())]
    own = (n.entity if n.kind == "outlet" else scene.passage.principal(n.entity) for n in named)
    outlets = tuple(dict.fromkeys(one for one in own if one.startswith("outlet:")))
    return outlets or _relaying(scene, i + 1, j)


def _relaying(scene: Scene, i: int, j: int) -> tuple[str, ...]:
    """Somebody who is no outlet and passes on what another said: the envoy quoted residents as saying."""
    k = skip_fillers(scene, i, j)
    heads = scene.heads_from(k) if k < j else []
    if not heads or heads[0].kind in PLACES or with_proclitic(scene, heads[0]):
        return ()
    voice, end = coordinated(scene, k, j)
    return voice.ids if end == j else ()


def relayed_content(scene: Scene, i: int, end: int, cues: Cues) -> tuple[int, int, tuple[int, int]] | None:
    """Behind the speaker: قوله, then أن with a clause, a colon or a quotation."""
    cue = (i, i)
    for k in range(i, min(end, i + _RELAY_REACH)):
        if scene.forms[k] in words("sayings"):
            cue = (k, k + 1)
        if k in cues and k > i and cues[k].value.form == "participle" and scene.forms[k - 1] in COMMAS:
            return None  # attributed statements to him, calling it
        quote = scene.quote_at.get(k)
        content = None
        if quote is not None and quote.j - quote.i >= 4:
            return quote.i, quote.j, cue
        if scene.forms[k] == ":":
            content = after_colon(scene, k + 1, end, cues)
        elif opens_clause(scene, k, k):
            content = that_clause(scene, k + 1, end, k, cues)
        if content is not None:
            return content.i, content.j, cue
    return None


def carries_attitude(form: str) -> bool:
    """Whether a folded word is a noun of attitude with its holder's pronoun."""
    return form.endswith(_PRONOUNS) and attitudes().may_begin(form)
