"""Finite verbs of saying in Arabic: VSO, SVO, and verbs whose speaker stands in an earlier sentence."""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.folding import fold_word
from mahdar.language.tokens import Span
from mahdar.model import Act
from mahdar.reading.statements.arabic_absent import absent_speaker
from mahdar.reading.statements.arabic_according import according_at
from mahdar.reading.statements.arabic_acts import is_act
from mahdar.reading.statements.arabic_addressees import (
    carries_on,
    in_which,
    is_addressee,
    is_blamed,
    is_reminded,
    is_unknown,
    is_warned,
    near_place,
    stands_alone,
)
from mahdar.reading.statements.arabic_clauses import Content
from mahdar.reading.statements.arabic_cues import Cue, CueHit, phrases, speaker_nouns, words
from mahdar.reading.statements.arabic_doubts import (
    attitude_at,
    clause_start,
    means_otherwise,
    placed_as_verb,
    unreported,
)
from mahdar.reading.statements.arabic_frames import content_of, glued
from mahdar.reading.statements.arabic_memory import spoke
from mahdar.reading.statements.arabic_oblique import is_oblique
from mahdar.reading.statements.arabic_openings import was_described
from mahdar.reading.statements.arabic_topics import subject_before
from mahdar.reading.statements.arabic_voices import coordinated, counted_at, skip_fillers, subject_after
from mahdar.reading.statements.arabic_words import COMMAS, document_at, feminine, is_complementizer
from mahdar.reading.statements.scene import Scene, Voice
from mahdar.reading.statements.values import Spoken

Cues = dict[int, CueHit]
Subject = tuple[Voice, int]
_SHORTEST_QUOTE = 4
_LONGEST_OBLIGED = 5  # words of a subject before what it must do
_DUAL_OR_PLURAL = ("ا", "ن")
# what يقول or قائلا brings behind a verb that it carries on
_SAYING = frozenset({"that", "quote"})


def verb(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """The statement of a finite verb at token i."""
    hit = cues.get(i)
    if hit is None or hit.value.form not in ("perfect", "imperfect") or unreported(scene, hit, sentence.i):
        return None
    start = _behind_said(clause_start(scene, hit.i, sentence.i), i, found)
    before = subject_before(scene, hit.i, start)
    if not placed_as_verb(scene, hit, before, sentence.i):
        return None
    if (before is None and _of_pronoun(scene, i, found)) or _describes_source(scene, i, found):
        return None
    if _is_its_noun(scene, hit, found):
        return None
    if scene.forms[i - 1] in words("relatives") and _takes_up(scene, hit.j):
        return None
    tail = cue_tail(scene, hit.j, sentence.j)
    carried_on = tail > hit.j
    tail = _past_own_mark(scene, i, tail)
    if carried_on:
        hit = replace(hit, value=replace(hit.value, frames=hit.value.frames | _SAYING))
    aside = before is not None and scene.forms[hit.i - 1] in COMMAS
    if aside and was_described(scene, hit.i, start) is None and _nearer(scene, hit, tail):
        before = None
    content, after = _parts(scene, hit, tail, before, sentence.j, cues)
    if content is None or means_otherwise(scene, hit, before, after, content, tail):
        return None
    voice = _named(scene, hit, before, after, content)
    voice = voice or _unnamed(scene, hit, sentence.i, content, spoken=spoke(scene, found))
    if voice is None or is_act(scene, hit, voice, content):
        return None
    voice = _same_again(scene, hit, voice)
    _introduce_documents(scene, after[1] if after else tail, content.addressed, voice)
    return spoken_of(scene, hit.value, (hit.i, tail), voice, content)


def _unnamed(scene: Scene, hit: CueHit, start: int, content: Content, *, spoken: bool) -> Voice | None:
    """Who speaks where the verb names nobody; several agree, and the singular of agreeing is a passive."""
    if fold_word(hit.value.lemma) in words("mutual"):
        return scene.last if scene.forms[hit.i].endswith(_DUAL_OR_PLURAL) else None
    return absent_speaker(scene, hit.i, start, hit.value.feminine, spoken=spoken) or _nobody(content)


def _nearer(scene: Scene, hit: CueHit, tail: int) -> bool:
    """Whether a name behind the verb is its subject rather than one before a comma: not whom it accuses or asks."""
    heads = scene.heads_from(tail)
    if hit.proclitics and (hit.value.addressee or "np" in hit.value.frames):
        return False
    asked = hit.value.addressee and heads and heads[0].kind != "person"
    return bool(heads) and not (asked and feminine(scene, tail) != hit.value.feminine)


def _past_own_mark(scene: Scene, i: int, tail: int) -> int:
    """Past the mark that closes behind a verb which stands in marks by itself: the Council "endorses" the deal."""
    quote = scene.quote_at.get(i - 1)
    return tail + 1 if quote is not None and quote.balanced and quote.j == tail else tail


def _of_pronoun(scene: Scene, i: int, found: list[Spoken]) -> bool:
    """Whether the verb opens what somebody says with a pronoun for its subject: saying that it supports."""
    said = found[-1] if found else None
    pronoun = scene.forms[i - 1] in words("pronoun_complementizers") and is_complementizer(scene, i - 1)
    return said is not None and pronoun and said.i == i


def _same_again(scene: Scene, hit: CueHit, voice: Voice) -> Voice:
    """Whoever spoke last, where a verb of going on has an organ without its state for its subject: the palace added."""
    last = scene.last
    if fold_word(hit.value.lemma) not in words("going_on") or last is None or len(voice.ids) != 1:
        return voice
    before = tuple(one for one in last.ids if scene.passage.principal(one).startswith("state:"))
    mine = scene.passage.principal(voice.ids[0])
    other = mine.startswith("state:") and mine not in {scene.passage.principal(one) for one in before}
    near = scene.last_place >= near_place(scene, hit.i)
    place = skip_fillers(scene, hit.j, len(scene.forms) - 1)
    alone = phrases("organs_alone").at(scene.passage.tokens, place)
    whole = alone is not None and all(named.j == alone.j for named in scene.heads_from(place))
    return replace(voice, ids=before) if before and other and near and whole else voice


def _takes_up(scene: Scene, k: int) -> bool:
    """Whether the noun that a relative clause describes is taken up at token k: the sanctions to which X objected."""
    return k < len(scene.forms) and scene.forms[k] in words("resumptions")


def _is_its_noun(scene: Scene, hit: CueHit, found: list[Spoken]) -> bool:
    """Whether the word opens what somebody affirms or declares, so that it is a noun: his country's adherence to."""
    affirmed = bool(found) and found[-1].i == hit.i and hit.value.form == "perfect" and not hit.value.feminine
    return affirmed and hit.i - 1 not in scene.quote_at and not is_complementizer(scene, hit.i - 1)


def _describes_source(scene: Scene, i: int, found: list[Spoken]) -> bool:
    """Whether the verb only describes a source before what it says: according to a diplomat who spoke to."""
    said = found[-1] if found else None
    return said is not None and said.cue[1] <= i < said.i and according_at(scene, said.cue[0]) is not None


def _parts(
    scene: Scene, hit: CueHit, tail: int, before: Voice | None, end: int, cues: Cues
) -> tuple[Content | None, Subject | None]:
    """What is said, behind the verb or in a quotation before it, and the subject behind the verb."""
    names_nobody = before is not None or _content_follows(scene, hit.value, tail, end, cues)
    after = None if names_nobody else subject_after(scene, tail, end)
    content, after = _content(scene, hit.value, tail, after, end, cues)
    return content or _quoted_before(scene, hit), after


def _behind_said(start: int, i: int, found: list[Spoken]) -> int:
    """The opening of a clause, behind what somebody said just before it."""
    inside = found and found[-1].i <= start < found[-1].j <= i
    return found[-1].j if inside else start


def _content_follows(scene: Scene, cue: Cue, tail: int, end: int, cues: Cues) -> bool:
    """Whether the verb's own preposition is glued to the word behind it, which then is no subject."""
    if tail >= end or scene.heads_from(tail) or scene.forms[tail] in speaker_nouns():
        return False
    return glued(scene, cue, tail, end, cues) is not None


def _content(
    scene: Scene, cue: Cue, tail: int, after: Subject | None, end: int, cues: Cues
) -> tuple[Content | None, Subject | None]:
    """The content behind the subject; where there is none, the noun behind the verb was its object."""
    if "asked" in cue.frames:
        asked = _asked_of(scene, after[1] if after else tail, end, cues, cue)
        if asked is not None:
            return asked, after
    content = content_of(scene, cue, tail, after[1] if after else tail, end, cues)
    if after is not None and content is not None and _is_described(scene, cue, after, content):
        return content_of(scene, cue, tail, tail, end, cues), None
    if after is not None and (
        (content is None and _may_be_object(scene, after[0], cue)) or _is_object(scene, after[0], cue, tail, content)
    ):
        return content_of(scene, cue, tail, tail, end, cues), None
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
    k = hit.i - 1 if scene.forms[hit.i - 1] in COMMAS else hit.i
    quote = scene.quote_to.get(k)
    if quote is None or "quote" not in hit.value.frames or quote.j - quote.i < _SHORTEST_QUOTE:
        return None
    return Content(quote.i, quote.j, "quote", hit.i)


def _may_be_object(scene: Scene, voice: Voice, cue: Cue) -> bool:
    """Whether the one named behind the verb may be its object: nobody known, or of another gender than the verb."""
    return is_unknown(scene, voice) or voice.feminine != cue.feminine


def _is_object(scene: Scene, voice: Voice, cue: Cue, tail: int, content: Content | None) -> bool:
    """An unknown noun behind the verb that is nobody who could speak is the verb's object."""
    if content is None or content.frame in ("that", "quote") or not is_unknown(scene, voice) or not voice.ids:
        return False
    k = skip_fillers(scene, tail, content.i)
    if cue.act == "say" and document_at(scene.forms[k]) is not None:
        return False
    if scene.forms[k] in words("post_nouns") and not cue.addressee:
        return False
    if scene.forms[k].startswith("ال") and scene.forms[k].endswith("ون"):
        return False  # المشاركون: a nominative
    counted = scene.passage.tokens.is_number(k) and counted_at(scene, k, content.i) is not None
    if counted or (scene.forms[k].removeprefix("ال") in words("movements") and not cue.addressee):
        return False
    return not scene.heads_from(k) and scene.forms[k] not in speaker_nouns()


def _asked_of(scene: Scene, i: int, end: int, cues: Cues, cue: Cue) -> Content | None:
    """طلب من somebody something: the content begins behind the one asked."""
    k = skip_fillers(scene, i, end)
    if k >= end or scene.forms[k] != "من":
        return None
    heads = scene.heads_from(k + 1)
    behind = coordinated(scene, k + 1, end)[1] if heads else _past_definite(scene, k + 2, end)
    while (
        behind < end and scene.forms[behind].startswith(("و", "ب")) and scene.forms[behind + 1 : behind + 2] == ["مع"]
    ):
        behind = coordinated(scene, behind + 2, end)[1] if scene.heads_from(behind + 2) else behind + 2
    return content_of(scene, cue, behind, behind, end, cues)


def _past_definite(scene: Scene, k: int, end: int) -> int:
    """Past the adjectives of one whom no table names: of the member states, the appointment of."""
    while k < end and scene.forms[k].startswith("ال") and not scene.heads_from(k):
        if scene.forms[k] in words("asked_deeds"):
            break
        k += 1
    return k


def _named(scene: Scene, hit: CueHit, before: Voice | None, after: Subject | None, content: Content) -> Voice | None:
    """Who speaks by place and agreement: the one before the verb, or the one behind it if nobody is addressed there."""
    if before is not None or after is None:
        return before
    if in_which(scene, hit, after, content):
        return None
    if is_blamed(scene, hit, after, content) or is_warned(scene, hit) or is_reminded(scene, hit, content):
        return None
    called = "ب" in hit.value.needs and scene.forms[content.i].startswith("ب")
    if called and carries_on(scene, hit) and stands_alone(scene, hit, after, content):
        return None  # called X a liar
    if is_oblique(scene, skip_fillers(scene, hit.j, content.addressed), content.addressed):
        return None
    return None if hit.value.addressee and is_addressee(scene, hit, after, content) else after[0]


def _nobody(content: Content) -> Voice | None:
    """The speaker of plain speech that the text gives to nobody it names."""
    return Voice((), "") if content.frame in ("that", "quote") else None


def _introduce_documents(scene: Scene, i: int, j: int, voice: Voice) -> None:
    """A memo in which somebody says something is that speaker's memo from here on."""
    for k in range(i, min(j, i + 8)):
        document = document_at(scene.forms[k])
        if document is not None and document not in words("authorless_documents"):
            scene.authors[document] = voice


def spoken_of(scene: Scene, cue: Cue, span: tuple[int, int], voice: Voice, content: Content) -> Spoken:
    act = _act(scene, cue, content)
    return Spoken(content.i, content.j, act, voice.ids, voice.text or None, (), span)


def _act(scene: Scene, cue: Cue, content: Content) -> Act:
    """The verb's act, save where an attitude noun or an obligation decides it (READING, Statements)."""
    if cue.act == "say" and content.frame not in ("that", "quote") and fold_word(cue.lemma) in words("attitude_verbs"):
        noun = attitude_at(scene, content.i)
        if noun is not None:
            return noun
    if fold_word(cue.lemma) in words("needs_attitude"):
        return attitude_at(scene, content.i) or cue.act
    if content.frame == "على" and fold_word(cue.lemma) in words("insisting"):
        return "demand"
    if content.frame == "ب" and fold_word(cue.lemma) in words("commending"):
        return "support"
    return "demand" if cue.act == "say" and obliges(scene, content) else cue.act


def obliges(scene: Scene, content: Content) -> bool:
    """Whether the content opens with what must be done, or is a conviction that something must."""
    if scene.forms[content.i] == "علي":  # it is for the parties to return
        reach = range(content.i + 2, min(content.j, content.i + 7))
        return any(is_complementizer(scene, k) or scene.forms[k] in words("asked_deeds") for k in reach)
    for k in range(content.i, min(content.j, content.i + 9)):
        opens = k - content.i <= 1 or is_complementizer(scene, k - 1) or _is_subject_before(scene, content.i, k)
        if opens and phrases("obligations").at(scene.passage.tokens, k) is not None:
            return True
    return False


def _is_subject_before(scene: Scene, i: int, k: int) -> bool:
    """Whether nothing but a noun phrase stands between tokens i and k: the foreign forces | must withdraw."""
    must = scene.forms[k] in words("musts") and k - i <= _LONGEST_OBLIGED
    return must and all(scene.in_name[m] or scene.forms[m].startswith("ال") for m in range(i + 1, k))


def cue_tail(scene: Scene, i: int, end: int) -> int:
    """Past يقول, بالقول, حديثه and the like, which only carry the cue on."""
    while i < end:
        hit = phrases("cue_tails").at(scene.passage.tokens, i)
        if hit is None or hit.proclitics not in ("", "ب"):
            break
        i = hit.j
    return i
