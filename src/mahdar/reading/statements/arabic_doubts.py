"""Whether an Arabic word that looks like a verb of saying reports: negated, wished for, a noun, a description."""

from __future__ import annotations

from mahdar.language.folding import fold_word
from mahdar.language.tokens import COMMAS, NEWLINE
from mahdar.model import Act
from mahdar.reading.names.words import office_words
from mahdar.reading.statements.arabic_clauses import Content
from mahdar.reading.statements.arabic_cues import CueHit, attitudes, speaker_nouns, words
from mahdar.reading.statements.arabic_dateline import behind_dateline
from mahdar.reading.statements.arabic_turns import behind_while
from mahdar.reading.statements.arabic_voices import skip_fillers
from mahdar.reading.statements.arabic_words import bare, document_at, is_complementizer
from mahdar.reading.statements.scene import Scene, Voice

Subject = tuple[Voice, int]
_NAME = 3  # tokens of a name between commas
_SEVERAL = ("ون", "ان")
_DASHES = frozenset("-|:")
_LONGEST_ADVERBIAL = 6
_VOTING = frozenset({"body:un-security-council", "body:un-general-assembly", "body:un-human-rights-council"})


def unreported(scene: Scene, hit: CueHit, start: int) -> bool:
    """Negated, modal and subjunctive speech was not said."""
    if hit.i == start:
        return False
    before = scene.forms[hit.i - 1]
    if bare(before) in words("negations") or before.lstrip("وف") in words("negations"):
        return True
    if is_complementizer(scene, hit.i - 1) and _never_before(scene, hit.i - 1):
        return True
    if _of_neither(scene, hit.i) or _of_the_matter(scene, hit):
        return True
    if hit.value.form == "imperfect" and _of_what_happened(scene, hit.i):
        return True
    if hit.value.form in ("imperfect", "object") and not _goes_on_to_say(scene, hit):
        return before.lstrip("وف") in words("modals") or bare(before) in words("subjunctives")
    return before in words("conditionals") or (before[:1] in ("و", "ف") and before[1:] in words("conditionals"))


def _of_what_happened(scene: Scene, i: int) -> bool:
    """Whether a clause with ما is the subject of the verb at token i: that what happened refutes the claim."""
    return i > 2 and scene.forms[i - 2] == "ما" and is_complementizer(scene, i - 3)


def _of_neither(scene: Scene, i: int) -> bool:
    """Whether the subject before the verb at token i is the last of those who did not: لا القاهرة ولا دمشق أعلنت."""
    named = scene.named_to.get(i)
    return named is not None and named.i > 0 and scene.forms[named.i - 1] == "ولا"


def _of_the_matter(scene: Scene, hit: CueHit) -> bool:
    """Whether هذا opens the clause as the subject of the verb: a matter that confirms something, no one who speaks."""
    before = scene.forms[hit.i - 1]
    if hit.proclitics or before.removeprefix("و").removeprefix("ف") not in words("voted_pronouns"):
        return False
    return hit.i < 2 or not scene.passage.tokens.is_word(hit.i - 2)


def _never_before(scene: Scene, that: int) -> bool:
    """Whether لم يسبق لفلان stands before أن: what never was said."""
    named = scene.named_to.get(that)
    k = (named.i if named is not None else that) - 1
    return k > 0 and scene.forms[k] in words("never_before") and scene.forms[k - 1].lstrip("وف") in words("negations")


def _goes_on_to_say(scene: Scene, hit: CueHit) -> bool:
    """قبل أن يضيف: "...": before an imperfect that brings a colon or a quotation the speaker did go on to speak."""
    before = scene.forms[max(0, hit.i - 2) : hit.i]
    brings = hit.j < len(scene.forms) and (scene.forms[hit.j] == ":" or hit.j in scene.quote_at)
    adds = fold_word(hit.value.lemma) in words("going_on") and hit.j < len(scene.forms)
    brings = brings or (adds and is_complementizer(scene, hit.j))
    return len(before) > 1 and before[0] in words("before_speaking") and is_complementizer(scene, hit.i - 1) and brings


def placed_as_verb(scene: Scene, hit: CueHit, before: Voice | None, start: int) -> bool:
    """Whether a form that could also be a noun stands where a verb stands."""
    if hit.i > start and hit.value.form == "perfect" and scene.forms[hit.i - 1] in words("noun_governors"):
        return False
    if _is_preposition(scene, hit, start) or only_answers(scene, hit) or _is_governed(scene, hit):
        return False
    homograph = fold_word(hit.value.lemma) in words("homographs")
    if not homograph or hit.value.form == "imperfect" or hit.value.feminine:
        return True
    if before is not None or hit.i == start or hit.proclitics or scene.forms[hit.j : hit.j + 1] == [":"]:
        return True
    previous = scene.forms[hit.i - 1]
    if previous in COMMAS or previous == NEWLINE or previous in _DASHES or _behind_adverbial(scene, hit, start):
        return True
    return previous in words("boundaries") | words("verb_openers") or behind_while(scene, hit.i)


def _is_governed(scene: Scene, hit: CueHit) -> bool:
    """Whether what looks like an imperfect is a noun behind a preposition: في تحمل المسؤولية, على الدولة تحملها."""
    if scene.forms[hit.i] not in words("governed_masdars") or hit.i < 2:
        return False
    named = scene.named_to.get(hit.i)
    k = (named.i if named is not None else hit.i - 1) - 1
    return scene.forms[hit.i - 1] in words("prepositions") or scene.forms[k] in ("علي", "ب", "ل")


def _behind_adverbial(scene: Scene, hit: CueHit, start: int) -> bool:
    """Whether a short adverbial opens the sentence and one who speaks follows: in return the president thanked."""
    opening = scene.forms[start].removeprefix("و") if hit.i - start <= _LONGEST_ADVERBIAL else ""
    if opening not in words("prepositions") or hit.i - start < 2:
        return False
    ends = hit.i in scene.time_to or scene.forms[hit.i - 1] in words("adverbial_ends")
    k = skip_fillers(scene, hit.j, len(scene.forms) - 1)
    return ends and any(named.kind in ("person", "office", "body") for named in scene.heads_from(k))


def only_answers(scene: Scene, hit: CueHit) -> bool:
    """ردا على سؤال: to what somebody answers, before the verb that tells the answer."""
    if not scene.forms[hit.i].endswith("ا") or scene.forms[hit.j : hit.j + 1] != ["علي"]:
        return False
    answering = fold_word(hit.value.lemma) in words("answering")
    return answering and not (hit.j + 1 < len(scene.forms) and is_complementizer(scene, hit.j + 1))


def _is_preposition(scene: Scene, hit: CueHit, start: int) -> bool:
    """عبر, عقب, بين: a verb only where its own preposition follows or where it opens a clause with one who speaks."""
    stem = scene.forms[hit.i].removeprefix(hit.proclitics) if hit.proclitics else scene.forms[hit.i]
    if stem not in words("preposition_homographs") or hit.j >= len(scene.forms):
        return False
    if scene.forms[hit.j] in ("عن", ":") or is_complementizer(scene, hit.j) or hit.j in scene.quote_at:
        return False
    opens = (
        skip_fillers(scene, start, hit.i) == hit.i
        or behind_dateline(scene, start, hit.j) == hit.i
        or scene.forms[hit.i - 1] == NEWLINE
        or (bool(hit.proclitics) and _behind_mark(scene, hit.i))
        or (behind_while(scene, hit.i) and "عن" in scene.forms[hit.j : hit.j + _LONGEST_ADVERBIAL])
    )
    k = skip_fillers(scene, hit.j, len(scene.forms) - 1)
    speaks = bool(scene.heads_from(k)) or scene.forms[k] in speaker_nouns() or k > hit.j
    return not (opens and speaks)


def _behind_mark(scene: Scene, i: int) -> bool:
    return i == 0 or not scene.passage.tokens.is_word(i - 1)


def clause_start(scene: Scene, i: int, start: int) -> int:
    """Back to the word behind the one that opens the clause in which token i stands."""
    for k in range(i - 1, start - 1, -1):
        if is_complementizer(scene, k) or scene.forms[k] in words("boundaries") or scene.forms[k] in "؛:;":
            return k + 1
    return start


def means_otherwise(
    scene: Scene, hit: CueHit, before: Voice | None, after: Subject | None, content: Content, tail: int
) -> bool:
    """Whether the verb names nobody, describes or shows something, or is the "as X said" of another rule."""
    if content.frame == "bare" and scene.forms[hit.i - 1] in words("as_said"):
        return True
    if _names(scene, hit) or _is_informed(scene, hit, before, content) or _watches(scene, hit, before, content):
        return True
    if _tightens(scene, hit, content) or _invites(scene, hit, content):
        return True
    if _impersonal(scene, hit, before, after, content) or _describes(scene, hit, before, after, content):
        return True
    return _merely_shows(scene, hit, after, tail)


def _names(scene: Scene, hit: CueHit) -> bool:
    """Whether the verb only gives somebody's name between commas: وروى أحدهم، ويدعى إبراهيم، أنه."""
    closed = not COMMAS.isdisjoint(scene.forms[hit.j + 1 : hit.j + 1 + _NAME])
    called = scene.forms[hit.i].removeprefix(hit.proclitics) in office_words("called_ar")
    return called and scene.forms[hit.i - 1] in COMMAS and closed


def _tightens(scene: Scene, hit: CueHit, content: Content) -> bool:
    """Whether something is tightened rather than stressed: شدد الجيش الحصار على البلدة."""
    if fold_word(hit.value.lemma) not in words("tightening") or content.frame != "على":
        return False
    return not words("tightened").isdisjoint(scene.forms[hit.j : content.addressed])


def _invites(scene: Scene, hit: CueHit, content: Content) -> bool:
    """Whether guests are called to a feast rather than anybody to a deed: دعا ضيوفه إلى العشاء."""
    return fold_word(hit.value.lemma) in words("inviting") and scene.forms[content.i] in words("feasts")


def _is_informed(scene: Scene, hit: CueHit, before: Voice | None, content: Content) -> bool:
    """Whether the verb is a passive, with what somebody was told of right behind it: أن واشنطن أُبلغت بمضمونه."""
    told = fold_word(hit.value.lemma) in words("informing") and content.frame == "ب" and before is not None
    return told and hit.value.form == "perfect" and content.i == hit.j and hit.i - 1 not in scene.quote_to


def _watches(scene: Scene, hit: CueHit, before: Voice | None, content: Content) -> bool:
    """Whether what somebody follows stands between the verb and a quotation: تتابع بقلق توقيف أعضائها."""
    if before is None or hit.value.form != "imperfect" or fold_word(hit.value.lemma) not in words("watching"):
        return False
    return (
        content.frame == "quote"
        and scene.forms[content.addressed - 1 : content.addressed] != [":"]
        and (content.i > hit.j + 2)
    )


def tables(scene: Scene, hit: CueHit, content: Content) -> bool:
    """Whether somebody tables a text: proposed two amendments."""
    return fold_word(hit.value.lemma) in words("tabling") and scene.forms[content.i] in words("tabled")


def votes_on(scene: Scene, hit: CueHit, voice: Voice, content: Content) -> bool:
    """An organ that rejects or backs a draft or a resolution votes on it, which is an act and no statement."""
    if hit.value.act not in ("oppose", "support") or hit.value.form != "perfect" or content.frame not in ("np", "على"):
        return False
    organs = bool(voice.ids) and all(one in _VOTING or one.startswith("body:parliament-of-") for one in voice.ids)
    voted = scene.forms[content.i] not in words("agreements")
    return organs and voted and document_at(scene.forms[content.i]) in words("authorless_documents")


def _impersonal(scene: Scene, hit: CueHit, before: Voice | None, after: Subject | None, content: Content) -> bool:
    """يذكر أن, يعتقد أن: a passive that names nobody, at the opening of a clause."""
    if before is not None or after is not None or hit.value.form != "imperfect" or hit.value.feminine:
        return False
    if scene.forms[hit.i].endswith(_SEVERAL):
        return False
    return content.frame == "that" and fold_word(hit.value.lemma) in words("impersonal")


def _describes(scene: Scene, hit: CueHit, before: Voice | None, after: Subject | None, content: Content) -> bool:
    """X is considered Y, X is renewed, reports that tell of X: a verb of saying that here describes a noun."""
    if (
        content.frame in ("عن", "في")
        and hit.value.act == "say"
        and attitude_at(scene, content.i) is None
        and (
            scene.forms[hit.i - 1] in words("relatives")
            or (before is None and after is None and _describes_noun(scene, hit))
        )
    ):
        return True
    if content.frame != "np":
        return False
    lemma = fold_word(hit.value.lemma)
    if lemma in words("needs_attitude"):
        return attitude_at(scene, content.i) is None
    opening = scene.forms[content.i]
    predicate = opening.endswith("ا") and not opening.endswith("ها") and opening != "ما"
    if lemma in words("copular") and after is None and predicate:
        return True
    nobody = after is None and before is None and (hit.proclitics == "" or hit.value.form == "imperfect")
    if lemma in words("calling"):
        return nobody
    passive = nobody or (before is not None and hit.value.form == "imperfect")
    return lemma in words("copular") and passive


def _describes_noun(scene: Scene, hit: CueHit) -> bool:
    """Whether a verb describes the indefinite plural before it: testimonies that tell of torture."""
    before = scene.forms[hit.i - 1]
    plural = before.endswith("ات") or (hit.value.form == "perfect" and hit.value.feminine and before.endswith("ين"))
    known = hit.i in scene.time_to or hit.i in scene.named_to
    return not hit.proclitics and plural and before[:2] != "ال" and not known


def attitude_at(scene: Scene, i: int) -> Act | None:
    """The act of the noun of attitude at token i, or behind a quotation mark there."""
    k = i + 1 if i in scene.quote_at and i + 1 < len(scene.forms) else i
    k += k + 1 < len(scene.forms) and scene.forms[k] in words("intensifiers")
    noun = attitudes().at(scene.passage.tokens, k)
    return noun.value if noun is not None and "ك" not in noun.proclitics else None  # كاملة is no hope


def _merely_shows(scene: Scene, hit: CueHit, after: Subject | None, tail: int) -> bool:
    """A verb of showing whose subject behind it is neither a document nor one who speaks."""
    if fold_word(hit.value.lemma) not in words("evidence_verbs"):
        return False
    k = skip_fillers(scene, tail, len(scene.forms) - 1)
    shows = after is not None and (document_at(scene.forms[k]) or scene.heads_from(k))
    return not shows and scene.forms[k] not in speaker_nouns()
