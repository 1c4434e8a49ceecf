"""Speech that comes with its source: according to, an agency quoting somebody, what a document says, no comment."""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.folding import fold_word
from mahdar.language.tokens import NEWLINE, Span
from mahdar.reading.statements.arabic_absent import absent_speaker
from mahdar.reading.statements.arabic_according import according_at
from mahdar.reading.statements.arabic_clauses import after_colon, opens_clause, that_clause
from mahdar.reading.statements.arabic_content import clause_end, trim
from mahdar.reading.statements.arabic_cues import CueHit, attitudes, phrases, words
from mahdar.reading.statements.arabic_documents import document_voice
from mahdar.reading.statements.arabic_voices import coordinated, past_apposition, past_issuer, subject_after
from mahdar.reading.statements.arabic_words import COMMAS, bare, document_at, is_complementizer
from mahdar.reading.statements.scene import Scene, Voice
from mahdar.reading.statements.values import Spoken

Cues = dict[int, CueHit]
_RELAY_REACH = 40
_PLURAL = "ين"
_SEEN_REACH = 8
_LONGEST_DESCRIPTION = 16
_ADJECTIVES = 4
_SOURCES = "body:unnamed-sources"
_PRONOUNS = ("ه", "ها", "هم", "هما")


def according_to(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """وفقا لـ, بحسب, كما قال: the source, and the clause before or behind it."""
    start = according_at(scene, i)
    if start is None or start >= sentence.j or any(s.cue[1] <= i < s.i for s in found[-1:]):
        return None
    start = past_saying(scene, start, sentence.j)
    opens = i <= sentence.i + (scene.forms[sentence.i] == NEWLINE)
    if opens and i + 1 in cues and fold_word(cues[i + 1].value.lemma) in words("calling"):
        return None  # كما وصف فلان: he also described
    if any(form in words("relay_verbs") for form in scene.forms[i + 1 : start]):
        return None  # according to what an agency quoted from somebody: the verb of quoting names the speaker
    named = _speaker_of_pronoun(scene, start, sentence) if not found else None
    named = named or source_voice(scene, start, sentence.j)
    if named is None:
        return None
    voice, end = named
    cue = (i, min(i + 1, end))
    quoted = _quoted_by(scene, voice, end, sentence.j)
    if quoted is not None:
        voice, end = quoted
        told = according_to_source(scene, sentence, i, voice, end, cue, cues, found)
        return replace(told, via=named[0].ids) if told is not None else None
    return according_to_source(scene, sentence, i, voice, end, cue, cues, found)


def _quoted_by(scene: Scene, voice: Voice, end: int, stop: int) -> tuple[Voice, int] | None:
    """Whom an outlet quotes, right behind it: according to what the agency had from a source at the ministry."""
    outlets = bool(voice.ids) and all(one.startswith("outlet:") for one in voice.ids)
    if not outlets or end + 1 >= stop or scene.forms[end] != "عن":
        return None
    return source_voice(scene, end + 1, stop)


def according_to_source(
    scene: Scene, sentence: Span, i: int, voice: Voice, end: int, cue: tuple[int, int], cues: Cues, found: list[Spoken]
) -> Spoken | None:
    """The clause behind a source that opens its sentence, else the one before it."""
    if i - sentence.i <= 1 or _opens_paragraph(scene, i):
        end, via = past_seen_by(scene, end, sentence.j)
        leading = _leading(scene, sentence, end, voice, cue, cues)
        return replace(leading, via=via) if leading is not None and via else leading
    return _trailing(scene, sentence, i, end, voice, cue, cues, found)


def past_seen_by(scene: Scene, k: int, end: int) -> tuple[int, tuple[str, ...]]:
    """Past who saw a document or got it, and the outlets among them: a letter that Reuters has seen, says."""
    if k >= end or scene.forms[k].removeprefix("و") not in words("seen_by"):
        return k, ()
    for m in range(k + 1, min(end, k + _SEEN_REACH)):
        seer = next((n for n in scene.heads_from(m) if n.kind == "outlet"), None)
        if seer is not None:
            return _past_copy(scene, seer.j, end), (seer.entity,)
    return k, ()


def _past_copy(scene: Scene, k: int, end: int) -> int:
    """Past what is left of such an aside behind the outlet: a copy of it, on what day."""
    while k < end and (k in scene.time_from or scene.forms[k] in words("copies") or scene.forms[k] in "\"'”»"):
        k = scene.time_from.get(k, k + 1)
    return k


def past_saying(scene: Scene, start: int, end: int) -> int:
    """Past what the source did: as was written in, according to what was said by."""
    skipped = words("according_nouns") | words("according_verbs")
    while start < end and scene.forms[start - 1] not in words("own_words"):
        form = scene.forms[start]
        written = form == "في" and scene.forms[start - 1] in words("written")
        glued = form[:1] in ("ل", "ب") and form[1:] in words("according_nouns") and not scene.named_from.get(start)
        if not (form in skipped or form in words("own_words") or written or glued):
            break
        start += 1
    return start


def _speaker_of_pronoun(scene: Scene, start: int, sentence: Span) -> tuple[Voice, int] | None:
    """على حد قوله: the one who spoke or acted before."""
    pronoun = start + 1 < sentence.j and scene.forms[start] in words("source_pronouns")
    if scene.forms[start - 1] not in words("own_words") and not pronoun:
        return None
    end = start + pronoun
    voice = absent_speaker(scene, start, sentence.i, scene.forms[end - 1].endswith("ها"), spoken=False)
    return (voice, end) if voice is not None else None


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


def _opens_paragraph(scene: Scene, i: int) -> bool:
    return i == 0 or scene.forms[i - 1] == NEWLINE


def source_voice(scene: Scene, i: int, end: int) -> tuple[Voice, int] | None:
    """The source named at token i, its preposition ل or ب perhaps glued to it."""
    i += i + 1 < end and scene.forms[i] in words("superlatives") and document_at(scene.forms[i + 1]) is not None
    heads = scene.heads_from(i)
    if heads:
        voice, j = coordinated(scene, i, end)
        return _with_adjectives(scene, voice, i, j, end)
    document = document_at(scene.forms[i]) if i < end else None
    if document is not None:
        stop = i + 1
        while stop < end and (scene.named_from.get(stop) or scene.forms[stop] == "-" or _adjective(scene.forms[stop])):
            stop = max([n.j for n in scene.named_from.get(stop, ())], default=stop + 1)
        stop = past_issuer(scene, i, past_apposition(scene, stop, end), end)
        return document_voice(scene, document, i, stop), stop
    return subject_after(scene, i, end)


def _with_adjectives(scene: Scene, voice: Voice, i: int, j: int, end: int) -> tuple[Voice, int]:
    """A group and the adjectives that agree with it: local officials."""
    k = j
    while k < end and _PLURAL == scene.forms[k][-2:] == scene.forms[j - 1][-2:] and not scene.heads_from(k):
        k += 1
    if k > j:
        return replace(voice, text=scene.text(i, k)), k
    return voice, past_apposition(scene, j, end)


def _adjective(form: str) -> bool:
    """A definite word behind a definite noun, as far as its form can tell."""
    return form.startswith("ال") and form not in words("relatives") and form not in words("prepositions")


def _leading(scene: Scene, sentence: Span, end: int, voice: Voice, cue: tuple[int, int], cues: Cues) -> Spoken | None:
    i = _past_description(scene, end, sentence.j)
    while i < sentence.j and (scene.forms[i] in COMMAS or scene.forms[i] in words("resumptives")):
        i += 1
    j = clause_end(scene, i, sentence.j, cues)
    return Spoken(i, j, "say", voice.ids, voice.text, (), cue) if j > i + 1 else None


def _past_description(scene: Scene, i: int, end: int) -> int:
    """Past what describes a source, to فإن behind a comma: according to a diplomat who spoke to Reuters, X."""
    for k in range(i, min(end, i + _LONGEST_DESCRIPTION)):
        if is_complementizer(scene, k) and scene.forms[k] not in words("resumptives"):
            return i
        resumed = scene.forms[k] in words("resumptives") and scene.forms[k].startswith("ف")
        if resumed and (scene.forms[k - 1] in COMMAS or COMMAS.isdisjoint(scene.forms[i:k])):
            return k
    return i


def _trailing(
    scene: Scene, sentence: Span, i: int, end: int, voice: Voice, cue: tuple[int, int], cues: Cues, found: list[Spoken]
) -> Spoken | None:
    """The clause before the source; in the middle of a sentence, what goes on behind it."""
    begins = max([s.j for s in found if s.j <= i and s.cue[1] > sentence.i], default=sentence.i)
    rest = trim(scene, end, sentence.j)
    if found and begins > sentence.i:
        return None
    if rest - end > 4 and scene.forms[end] in COMMAS and bare(scene.forms[end + 1]) not in words("relatives"):
        i, j = end + 1, clause_end(scene, end + 1, sentence.j, cues)
        return Spoken(i, j, "say", voice.ids, voice.text, (), cue) if j > i else None
    start = begins
    hit = phrases("openers").at(scene.passage.tokens, start)
    start = hit.j if hit is not None else start
    j = trim(scene, start, i)
    quote = scene.quote_at.get(start)
    if quote is not None and quote.j + 1 >= j:
        start, j = quote.i, quote.j
    return Spoken(start, j, "say", voice.ids, voice.text, (), cue) if j > start + 1 else None


def relayed(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """نقلت وكالة … عن … قوله إن: an outlet relays what somebody said."""
    form = bare_verb(scene.forms[i])
    if form not in words("relay_verbs"):
        return None
    relay = _relay_point(scene, i + 1, sentence.j)
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
    content = _relayed_content(scene, end, sentence.j, cues)
    if content is None:
        return None
    scene.last_outlet = via
    i, j, cue = content
    return Spoken(i, _before_going_on(scene, i, j), "say", voice.ids, voice.text, via, cue)


def relayed_attitude(scene: Scene, i: int, end: int, cues: Cues, voice: Voice, via: tuple[str, ...]) -> Spoken | None:
    """ترحيبه بـ, رفضها, تهديده بـ behind whom an outlet quotes: what the noun with the speaker's pronoun is held of."""
    i = _past_unnamed(scene, i, end)
    hit = attitudes().at(scene.passage.tokens, i) if i < end else None
    if hit is None or not via or not scene.forms[i].endswith(_PRONOUNS) or scene.forms[i] in words("sayings"):
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
    content = _relayed_content(scene, i, min(sentence.j, i + _SEEN_REACH), cues)
    return Spoken(content[0], content[1], "say", voice.ids, voice.text, last.via, content[2]) if content else None


def bare_verb(form: str) -> str:
    return form[1:] if form[:1] in ("و", "ف") and form[1:] in words("relay_verbs") else form


def _relay_point(scene: Scene, i: int, end: int) -> int | None:
    for k in range(i, min(end, i + 14)):
        if scene.forms[k] in words("relay_prepositions") or scene.forms[k] in words("relay_pronouns"):
            return k
        if scene.forms[k] in words("complementizers") and not scene.in_name[k]:
            return None
    return None


def _outlets(scene: Scene, i: int, j: int) -> tuple[str, ...]:
    """The outlets named between tokens i and j, by themselves or by their reporter (مراسل الجزيرة)."""
    named = [n for k in range(i, j) for n in scene.named_from.get(k, ())]
    own = (n.entity if n.kind == "outlet" else scene.passage.principal(n.entity) for n in named)
    return tuple(dict.fromkeys(one for one in own if one.startswith("outlet:")))


def _relayed_content(scene: Scene, i: int, end: int, cues: Cues) -> tuple[int, int, tuple[int, int]] | None:
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


def found_in(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """جاء في التقرير أن, وورد في المذكرة: — a document says."""
    hit = phrases("found_in").at(scene.passage.tokens, i)
    if hit is None or hit.proclitics not in ("", "و", "ف"):
        return None
    document = document_at(scene.forms[hit.j]) if hit.j < sentence.j else None
    named = (Voice((), ""), hit.j) if document is None else source_voice(scene, hit.j, sentence.j)
    content = _relayed_content(scene, named[1] if named else hit.j, sentence.j, cues)
    if content is None or named is None or document is None:
        return None
    voice = named[0] if named[0].ids or scene.last is None else Voice(scene.last.ids, named[0].text)
    return Spoken(content[0], content[1], "say", voice.ids, voice.text, (), (i, hit.j))


def carries_attitude(form: str) -> bool:
    """Whether a folded word is a noun of attitude with its holder's pronoun."""
    return form.endswith(_PRONOUNS) and attitudes().may_begin(form)


def learned_from(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """علمت رويترز من مصادر أن: what sources let an outlet know."""
    if scene.forms[i].removeprefix("و") not in words("learned"):
        return None
    reach = range(i + 1, min(sentence.j, i + _SEEN_REACH))
    k = next((k for k in reach if scene.forms[k] == "من"), None)
    named = source_voice(scene, k + 1, sentence.j) if k is not None else None
    if k is None or named is None or not named[0].ids:
        return None
    if not all(one == _SOURCES or one.startswith("person:source") for one in named[0].ids):
        return None
    behind = range(named[1], min(sentence.j, named[1] + _ADJECTIVES))
    k, content = next((m for m in behind if opens_clause(scene, m, m)), None), None
    if k is not None and all(scene.passage.tokens.is_word(m) for m in range(named[1], k)):
        content = that_clause(scene, k + 1, sentence.j, k, cues)
    return Spoken(content.i, content.j, "say", named[0].ids, named[0].text, (), (i, i + 1)) if content else None


def opens_source(form: str) -> bool:
    """Whether one of the rules of this module can begin with this folded word."""
    stem = form[1:] if form[:1] in ("و", "ف") else form
    classes = ("according_heads", "relay_verbs", "no_comment_refusals")
    goes_on = form[:1] == "و" and form[-1] in "هام" and (stem in words("sayings") or carries_attitude(stem))
    if goes_on or stem in words("learned"):
        return True
    return stem in ("لم", "لا") or any(word in words(name) for name in classes for word in (form, stem))
