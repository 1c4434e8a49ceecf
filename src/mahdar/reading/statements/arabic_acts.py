"""Arabic verbs of saying and position that tell of a deed instead: votes, rulings, texts that are tabled."""

from __future__ import annotations

from mahdar.language.folding import fold_word
from mahdar.reading.statements.arabic_clauses import Content
from mahdar.reading.statements.arabic_cues import CueHit, words
from mahdar.reading.statements.arabic_doubts import tables, votes_on
from mahdar.reading.statements.arabic_voices import skip_fillers
from mahdar.reading.statements.arabic_words import document_at, owned_stem
from mahdar.reading.statements.scene import ADOPTING, Scene, Voice

_COUNTED = 4  # words in which a number may go on before the draft: (the four)teen others the text

_MEANS_REACH = 12


def is_act(scene: Scene, hit: CueHit, voice: Voice, content: Content) -> bool:
    """Whether the verb tells of a vote, of a text that is tabled, of a ruling or of what an organ goes through."""
    if _of_its_object(fold_word(hit.value.lemma), scene.forms[content.i]):
        return True
    if (
        _registers(scene, hit, content)
        or _backs_by_deed(scene, hit, content)
        or _of_its_subject(scene, hit, voice, content)
    ):
        return True
    if hit.value.act in ("support", "oppose") and _is_counted_vote(scene, content, voice):
        return True
    return tables(scene, hit, content) or votes_on(scene, hit, voice, content) or _goes_through(hit, voice)


def _of_its_object(lemma: str, opening: str) -> bool:
    """Whether the first word of the content makes it a deed: recognised the state, clung to power, adopted a plan."""
    if lemma in words("recognising") and opening in words("recognised"):
        return True
    if lemma in words("clinging") and opening in words("clung_to"):
        return True
    return lemma in words("claiming") and opening not in words("claimed_deeds")


def _of_its_subject(scene: Scene, hit: CueHit, voice: Voice, content: Content) -> bool:
    """Whether the verb's subject makes it a deed: states ratify, a court upholds, a law holds, an organ agrees."""
    lemma = fold_word(hit.value.lemma)
    if lemma in words("ratifying") and _ratifies(scene, lemma, voice, content):
        return True
    if lemma in words("mutual") and (scene.forms[hit.i - 1] == "قد" or _adopts(voice)):
        return True
    behind = scene.forms[min(skip_fillers(scene, hit.j, content.i), len(scene.forms) - 1)]
    if lemma in words("holding") and behind in words("laws"):
        return True
    court = behind in words("courts") or scene.forms[hit.i - 1] in words("courts")
    if court and lemma in words("convicting"):
        return True
    return hit.value.act == "support" and court and scene.forms[content.i] in words("rulings")


def _registers(scene: Scene, hit: CueHit, content: Content) -> bool:
    """Whether what is entered or scored follows the verb, neither a condition that is noted nor a count of cases."""
    if fold_word(hit.value.lemma) not in words("noting") or content.frame != "np":
        return False
    opening = scene.forms[content.i]
    told = opening in words("noted") or opening == "ما" or scene.passage.tokens.is_number(content.i)
    in_paper = any(form in words("prepositions") for form in scene.forms[hit.j : content.i])
    return not told and not (in_paper and opening in words("deed_nouns"))


def _backs_by_deed(scene: Scene, hit: CueHit, content: Content) -> bool:
    """Whether troops are backed, or somebody with arms or money, which is help and no position: backed its units."""
    if fold_word(hit.value.lemma) not in words("backing"):
        return False
    opening = scene.forms[content.i].removeprefix("ال")
    if opening in words("backed_forces") or (owned_stem(scene, content.i) or "") in words("backed_forces"):
        return True
    reach = scene.forms[content.i : min(content.j, content.i + _MEANS_REACH)]
    return any(form in words("means_of_backing") for form in reach)


def _is_counted_vote(scene: Scene, content: Content, voice: Voice) -> bool:
    """Whether a draft and then so many members follow the verb: أيد المشروع 11 عضوا, أيدت القرار عشر دول."""
    voted_on = document_at(scene.forms[content.i]) is not None or scene.forms[content.i] in words("voted_pronouns")
    opening = scene.forms[content.i : min(content.j, content.i + _COUNTED)]
    if _are_so_many(voice) and (voted_on or any(document_at(form) is not None for form in opening)):
        return True
    if content.i + 1 >= content.j:
        return False
    if voted_on:
        return scene.passage.tokens.is_number(content.i + 1)
    counted = scene.passage.tokens.is_number(content.i) or scene.forms[content.i] in words("numerals_of_people")
    voters = scene.forms[content.i + 1] in words("states_counted") | words("members")
    return counted and voters and document_at(scene.forms[content.i - 1]) is not None


def _are_so_many(voice: Voice) -> bool:
    """Whether states without their names speak by their number: the other fourteen states."""
    said = [fold_word(form).removeprefix("ال") for form in voice.text.split()]
    counted = any(form in words("numerals_of_people") or form.isdecimal() for form in said)
    return bool(said) and said[0] in words("states_counted") and counted


def _ratifies(scene: Scene, lemma: str, voice: Voice, content: Content) -> bool:
    """Whether what is approved is made binding or passed by it, and no position is taken."""
    approves = lemma in words("approving")
    if approves and content.frame != "np":
        return False
    return not _adopts(voice) or (approves and scene.forms[content.i] not in words("agreements"))


def _adopts(voice: Voice) -> bool:
    """Whether an organ speaks that adopts resolutions: what it endorses it declares, what states ratify they do."""
    return bool(voice.ids) and all(one in ADOPTING for one in voice.ids)


def _goes_through(hit: CueHit, voice: Voice) -> bool:
    """Whether the verb reports only of people and its subject is an organ or a state: the Council reviewed."""
    if fold_word(hit.value.lemma) not in words("personal_verbs"):
        return False
    return not any(one.startswith("person:") for one in voice.ids)
