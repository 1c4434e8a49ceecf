"""Speech that comes with its source: according to whom, in which document, and who saw it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mahdar.language.folding import fold_word
from mahdar.language.tokens import COMMAS, NEWLINE, Span
from mahdar.reading.statements.arabic_absent import absent_speaker
from mahdar.reading.statements.arabic_according import according_at
from mahdar.reading.statements.arabic_again import same_source
from mahdar.reading.statements.arabic_content import clause_end, trim
from mahdar.reading.statements.arabic_cues import CueHit, Cues, phrases, words
from mahdar.reading.statements.arabic_documents import document_voice
from mahdar.reading.statements.arabic_glued import glued_source, without_li
from mahdar.reading.statements.arabic_issuers import past_issuer
from mahdar.reading.statements.arabic_joint import coordinated
from mahdar.reading.statements.arabic_voices import past_apposition, subject_after
from mahdar.reading.statements.arabic_words import bare, document_at, is_complementizer
from mahdar.reading.statements.scene import Scene, Voice
from mahdar.reading.statements.values import Spoken

_SEVERAL = ("ات", "ير")  # تصريحات, تقارير
_PLURAL = "ين"
_SEEN_REACH = 8
_ALSO = "كما"
_LONGEST_DESCRIPTION = 16
_CAME_SO = 2
_LONGEST_PARTED = 5  # words of a subject that a source parts from its verb
_SHORTEST_VERB = 3


@dataclass(frozen=True, slots=True)
class _Source:
    """A source as it is named: from token ``i`` on, up to ``end``."""

    voice: Voice
    i: int
    end: int
    cue: tuple[int, int]

    @property
    def is_outlet(self) -> bool:
        return bool(self.voice.ids) and all(one.startswith("outlet:") for one in self.voice.ids)

    def said(self, i: int, j: int) -> Spoken:
        """What it says, between two tokens."""
        return Spoken(i, j, "say", self.voice.ids, self.voice.text, (), self.cue)


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
    if named is None or (scene.forms[i] == _ALSO and _brings_that(scene, named[1], sentence.j)):
        return None
    source = _Source(without_li(scene, named[0], i, start), i, named[1], (i, min(i + 1, named[1])))
    quoted = _quoted_by(scene, source, sentence.j)
    told = _clause_of(scene, sentence, quoted or source, cues, found)
    return replace(told, via=named[0].ids) if quoted is not None and told is not None else told


def _brings_that(scene: Scene, k: int, end: int) -> bool:
    """Whether أن follows before the next comma, so that كما only says "also": كما أشار الوزير إلى أن."""
    for m in range(k, min(end, k + _SEEN_REACH)):
        if scene.forms[m] in COMMAS:
            return False
        if is_complementizer(scene, m):
            return not scene.forms[m].startswith("ف")
    return False


def _quoted_by(scene: Scene, source: _Source, stop: int) -> _Source | None:
    """Whom an outlet quotes, right behind it: according to what the agency had from a source at the ministry."""
    k = source.end
    k += k + 1 < stop and scene.forms[k : k + 2] == ["نقلا", "عن"]
    if not source.is_outlet or k + 1 >= stop or scene.forms[k] != "عن":
        return None
    named = source_voice(scene, k + 1, stop)
    return replace(source, voice=named[0], end=named[1]) if named is not None else None


def _clause_of(scene: Scene, sentence: Span, source: _Source, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """The clause behind a source that opens its sentence, else the one before it."""
    if source.i - sentence.i > 1 and not _opens_paragraph(scene, source.i):
        return _trailing(scene, sentence, source, cues, found)
    if not found and source.i > sentence.i and _parts_subject(scene, sentence.i, source):
        return source.said(sentence.i, clause_end(scene, source.end, sentence.j, cues))
    end, via = past_seen_by(scene, source.end, sentence.j)
    leading = _leading(scene, sentence, replace(source, end=end), cues)
    if leading is not None and leading.i in cues and source.is_outlet and _speaks(cues[leading.i]):
        return None  # according to the agency, the minister said: which only passes it on
    return replace(leading, via=via) if leading is not None and via else leading


def _speaks(hit: CueHit) -> bool:
    return hit.value.form in ("perfect", "imperfect") and not hit.proclitics


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
        if _became_known(scene, start, end):
            return start + 2
        if not (form in skipped or form in words("own_words") or written or glued) or _is_qualified(scene, start, end):
            break
        start += 1
    return start


def _became_known(scene: Scene, k: int, end: int) -> bool:
    """Whether it follows from whom something became known: حسب ما علم لدى المديرية."""
    return k + 2 < end and scene.forms[k] in words("learned") and scene.forms[k + 1] in words("known_at")


def _is_qualified(scene: Scene, k: int, end: int) -> bool:
    """Whether an indefinite adjective of relation stands behind a noun of telling, which then is the source itself:
    تقارير إعلامية.
    """
    adjective = scene.forms[k + 1] if k + 1 < end and not scene.named_from.get(k + 1) else ""
    return adjective.endswith("يه") and not adjective.startswith("ال") and scene.forms[k].endswith(_SEVERAL)


def _speaker_of_pronoun(scene: Scene, start: int, sentence: Span) -> tuple[Voice, int] | None:
    """على حد قوله: the one who spoke or acted before."""
    pronoun = start + 1 < sentence.j and scene.forms[start] in words("source_pronouns")
    if scene.forms[start - 1] not in words("own_words") and not pronoun:
        return None
    end = start + pronoun
    voice = absent_speaker(scene, start, sentence.i, scene.forms[end - 1].endswith("ها"), spoken=False)
    return (voice, end) if voice is not None else None


def _opens_paragraph(scene: Scene, i: int) -> bool:
    return i == 0 or scene.forms[i - 1] == NEWLINE


def source_voice(scene: Scene, i: int, end: int) -> tuple[Voice, int] | None:
    """The source named at token i, its preposition ل or ب perhaps glued to it."""
    i += i + 1 < end and scene.forms[i] in words("superlatives") and document_at(scene.forms[i + 1]) is not None
    again = same_source(scene, i) if i < end else None
    if again is not None:
        return again
    heads = scene.heads_from(i)
    if heads:
        voice, j = coordinated(scene, i, end)
        if j < end and scene.forms[j] in words("selves"):
            return voice, j + 1
        return _with_adjectives(scene, voice, i, j, end)
    document = document_at(scene.forms[i]) if i < end else None
    if document is not None:
        stop = i + 1
        while stop < end and (scene.named_from.get(stop) or scene.forms[stop] == "-" or _adjective(scene.forms[stop])):
            stop = max([n.j for n in scene.named_from.get(stop, ())], default=stop + 1)
        stop = past_issuer(scene, i, past_apposition(scene, stop, end), end)
        return document_voice(scene, document, i, stop), stop
    return glued_source(scene, i, end) or subject_after(scene, i, end)


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


def _leading(scene: Scene, sentence: Span, source: _Source, cues: Cues) -> Spoken | None:
    """The clause behind the source and what describes it."""
    i = _past_description(scene, source.end, sentence.j)
    while i < sentence.j and (scene.forms[i] in COMMAS or scene.forms[i] in words("resumptives")):
        i += 1
    j = clause_end(scene, i, sentence.j, cues)
    return source.said(i, j) if j > i + 1 else None


def _past_description(scene: Scene, i: int, end: int) -> int:
    """Past what describes a source, to فإن behind a comma: according to a diplomat who spoke to Reuters, X."""
    for k in range(i, min(end, i + _LONGEST_DESCRIPTION)):
        if is_complementizer(scene, k) and scene.forms[k] not in words("resumptives"):
            return i
        resumed = scene.forms[k] in words("resumptives") and scene.forms[k].startswith("ف")
        if resumed and (scene.forms[k - 1] in COMMAS or COMMAS.isdisjoint(scene.forms[i:k])):
            return k
    return i


def _trailing(scene: Scene, sentence: Span, source: _Source, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """The clause before the source; in the middle of a sentence, what goes on behind it."""
    i, end = source.i, source.end
    quoted = scene.quote_to.get(i - 1 if scene.forms[i - 1] in COMMAS else i)
    if quoted is not None and quoted.balanced and quoted.i < sentence.i:
        return source.said(quoted.i, quoted.j)  # which runs over several sentences
    begins = max([s.j for s in found if s.j <= i and s.cue[1] > sentence.i], default=sentence.i)
    rest = trim(scene, end, sentence.j)
    if found and begins > sentence.i:
        return None
    hit = phrases("openers").at(scene.passage.tokens, begins)
    start = hit.j if hit is not None else begins
    if end < rest and _parts_subject(scene, start, source):
        return source.said(start, clause_end(scene, end, sentence.j, cues))
    seems = end < rest and scene.forms[i - 1].removeprefix("و") in words("seeming") and is_complementizer(scene, end)
    goes_on = rest - end > 4 and (_goes_on(scene, end) or _counts(scene, end))
    if seems or goes_on:
        first = end + (seems or scene.forms[end] in COMMAS)
        if first in cues and _speaks(cues[first]) and scene.forms[i - 1] in COMMAS:
            return None  # خلال اللقاء، بحسب الوكالة، أكد الوزير
        j = clause_end(scene, first, sentence.j, cues)
        return source.said(first, j) if j > first else None
    j = trim(scene, start, i)
    if _points_back(scene, start, j):
        return None
    quote = scene.quote_at.get(start)
    if quote is not None and quote.j + 1 >= j:
        start, j = quote.i, quote.j
    return source.said(start, j) if j > start + 1 else None


def _goes_on(scene: Scene, k: int) -> bool:
    """Whether what the source says follows the comma at token k, no phrase or clause on what stands before it."""
    if scene.forms[k] not in COMMAS:
        return False
    form = bare(scene.forms[k + 1])
    if scene.forms[k + 1] in words("who_are"):
        return False
    return form not in words("relatives") and scene.forms[k + 1] not in words("circumstances")


def _parts_subject(scene: Scene, start: int, source: _Source) -> bool:
    """Whether a source stands between a definite subject, which begins at token ``start``, and its verb in the present:
    النظام، وفق المنظمات، يعتقل المئات.
    """
    k = source.end + (source.end < len(scene.forms) and scene.forms[source.end] in COMMAS)
    subject = range(start, source.i - (scene.forms[source.i - 1] in COMMAS))
    if not 0 < len(subject) <= _LONGEST_PARTED or k >= len(scene.forms) or scene.named_from.get(k):
        return False
    noun = scene.forms[start].startswith(("ال", "وال")) or bool(scene.heads_from(start))
    plain = not any(scene.forms[m] in words("prepositions") or scene.forms[m] in COMMAS for m in subject)
    verb = scene.forms[k]
    return noun and plain and len(verb) > _SHORTEST_VERB and verb[0] in "يت" and not verb.endswith(("ه", "ات", "ي"))


def _counts(scene: Scene, k: int) -> bool:
    """Whether the subject of the clause follows a source without a comma: killed, according to the agency, | 300."""
    return scene.passage.tokens.is_number(k) or scene.forms[k] in words("about")


def _points_back(scene: Scene, i: int, j: int) -> bool:
    """Whether tokens i to j only take up what was said before: جاء ذلك."""
    i += scene.forms[i] == NEWLINE
    came = scene.forms[i].removeprefix("و") in words("coming") or scene.forms[i] in words("coming")
    return came and j - i == _CAME_SO and scene.forms[i + 1] in words("pointing")
