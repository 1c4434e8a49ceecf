"""Whom an Arabic verb calls on, blames, warns or reminds, where one name stands behind it: not who speaks."""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.folding import fold_word
from mahdar.language.tokens import COMMAS
from mahdar.reading.statements.arabic_clauses import Content
from mahdar.reading.statements.arabic_cues import CueHit, words
from mahdar.reading.statements.arabic_voices import skip_fillers
from mahdar.reading.statements.arabic_words import document_at
from mahdar.reading.statements.scene import PLACES, Scene, Voice

Subject = tuple[Voice, int]
_OPENING = 3  # words with which a demand begins
_PRONOUNS = ("ه", "ها", "هم", "هما")


def in_which(scene: Scene, hit: CueHit, after: Subject, content: Content) -> bool:
    """Whether a paper described by a clause accuses or asks the lone name in it: a suit in which X accuses Y of."""
    taken_up = hit.value.addressee and hit.value.form == "imperfect" and scene.forms[hit.j] in words("resumptions")
    lone = not another_noun(scene, after[1], content.addressed)
    return taken_up and lone and not scene.forms[hit.i - 1].startswith("ال")


def is_blamed(scene: Scene, hit: CueHit, after: Subject, content: Content) -> bool:
    """Whether a lone name behind وحمّل is the one who is blamed: and held Damascus responsible for."""
    last = scene.last
    if not hit.proclitics or not hit.value.needs or last is None or last.feminine not in (None, hit.value.feminine):
        return False
    behind = after[1] + (scene.forms[after[1]] in words("wholes"))
    lone = scene.forms[behind].startswith(hit.value.needs)
    reach = scene.forms[after[1] : content.j]
    laid_on = any(form.startswith("ل") and scene.named_from.get(after[1] + k) for k, form in enumerate(reach))
    blamed = lone and last.ids != after[0].ids and ("عن" in reach or not laid_on)
    return blamed and scene.last_place >= near_place(scene, hit.i)


def with_blamed(scene: Scene, hit: CueHit, after: Subject | None, content: Content) -> Content:
    """What a verb of blaming says, with the lone name behind it that is blamed."""
    if after is None or not is_blamed(scene, hit, after, content):
        return content
    return replace(content, i=skip_fillers(scene, hit.j, content.i))


def is_warned(scene: Scene, hit: CueHit) -> bool:
    """Whether those behind a verb of warning are such as are warned and never warn: the international community."""
    if hit.value.act != "warn" or scene.last is None:
        return False
    k = skip_fillers(scene, hit.j, len(scene.forms) - 1)
    return scene.forms[k] in words("warned") and scene.last.feminine in (None, hit.value.feminine)


def is_reminded(scene: Scene, hit: CueHit, content: Content) -> bool:
    """Whether the name behind the verb is reminded of its own: and reminded France of its duties (بواجباتها)."""
    if fold_word(hit.value.lemma) not in words("reminding") or content.frame != "ب" or scene.last is None:
        return False
    own = scene.forms[content.i].endswith(_PRONOUNS) and content.i < content.addressed + 1
    return own and bool(hit.proclitics) and scene.last.feminine in (None, hit.value.feminine)


def near_place(scene: Scene, i: int) -> int:
    """The sentence before that of token i: who spoke there may still be meant."""
    return scene.passage.sentence_of(i) - 1


def is_addressee(scene: Scene, hit: CueHit, after: Subject, content: Content) -> bool:
    """With verbs such as دعا a lone noun may be the one called upon; gender tells, then who spoke before."""
    voice, end = after
    if hit.value.act == "demand" and _only_called_upon(scene, hit) and content.frame != "that":
        return True
    accused = hit.value.act == "accuse" and stands_alone(scene, hit, after, content)
    if carries_on(scene, hit) and (accused or _is_place_of_other_gender(scene, hit, voice)):
        return True
    if scene.last is None or another_noun(scene, end, content.addressed) or _is_nominative(scene, hit):
        return False
    if _puts_out(scene, end) or _is_organisation(scene, hit) or _speaks_for_others(scene, hit, voice):
        return False
    if _is_other_organ(scene, hit, voice) or _of_its_own(scene, hit, voice, content):
        return True
    if content.frame == "np" and _opens_with_asked(scene, content.i):
        return False
    if scene.last.feminine in (None, hit.value.feminine) and _only_called_upon(scene, hit):
        return True
    if voice.feminine is not None and voice.feminine != hit.value.feminine and not voice.person:
        return True
    agrees = scene.last.person and scene.last.feminine == hit.value.feminine
    return agrees and not voice.person and (is_unknown(scene, voice) or hit.proclitics != "")


def _is_place_of_other_gender(scene: Scene, hit: CueHit, voice: Voice) -> bool:
    """Whether a state or capital stands behind a verb of the other gender, which then calls on it: ودعا دمشق."""
    heads = scene.heads_from(skip_fillers(scene, hit.j, len(scene.forms) - 1))
    return bool(heads) and heads[0].kind in PLACES and voice.feminine != hit.value.feminine


def carries_on(scene: Scene, hit: CueHit) -> bool:
    """Whether the verb agrees with whoever spoke last."""
    return scene.last is not None and scene.last.feminine in (None, hit.value.feminine)


def stands_alone(scene: Scene, hit: CueHit, after: Subject, content: Content) -> bool:
    """Whether one name alone stands between a verb and what it says of somebody: the one of whom it is said."""
    named = scene.heads_from(skip_fillers(scene, hit.j, len(scene.forms) - 1))
    return bool(named) and not another_noun(scene, after[1], content.addressed)


def _puts_out(scene: Scene, i: int) -> bool:
    """Whether in a statement, in a letter follows: whoever stands before it speaks."""
    return i + 1 < len(scene.forms) and scene.forms[i] == "في" and document_at(scene.forms[i + 1]) is not None


def _is_organisation(scene: Scene, hit: CueHit) -> bool:
    """Whether an organisation opens the sentence behind its verb: it calls on others more than it is called on."""
    k = skip_fillers(scene, hit.j, len(scene.forms) - 1)
    return hit.i <= scene.sentence(hit.i).i + 1 and scene.forms[k] in words("organisations")


def _speaks_for_others(scene: Scene, hit: CueHit, voice: Voice) -> bool:
    """Whether a mission, a spokesman or a paper stands behind a verb that agrees: such are hardly called upon."""
    k = skip_fillers(scene, hit.j, len(scene.forms) - 1)
    if document_at(scene.forms[k]) is not None and scene.forms[k].startswith("ال"):
        return scene.forms[k].endswith("ه") == hit.value.feminine
    return scene.forms[k].removeprefix("ال") in words("mouthpieces") and voice.feminine == hit.value.feminine


def _is_other_organ(scene: Scene, hit: CueHit, voice: Voice) -> bool:
    """Whether an organ of a state stands behind a verb that goes on with what another said: and called on the army."""
    last = scene.last
    if last is None or not hit.proclitics or last.feminine not in (None, hit.value.feminine):
        return False
    if scene.last_place != scene.passage.sentence_of(hit.i) or len(voice.ids) != 1:
        return False
    state = scene.passage.principal(voice.ids[0])
    organ = voice.ids[0].startswith("body:") and state.startswith("state:")
    return organ and all(scene.passage.principal(one) != state for one in last.ids)


def _of_its_own(scene: Scene, hit: CueHit, voice: Voice, content: Content) -> bool:
    """Whether a state behind a verb that goes on is told to do something of its own: and called on Russia to withdraw
    its troops.
    """
    last = scene.last
    if last is None or hit.proclitics != "و" or scene.last_place != scene.passage.sentence_of(hit.i):
        return False
    if not carries_on(scene, hit) or last.ids == voice.ids or scene.forms[hit.i - 1] not in COMMAS:
        return False
    heads = scene.heads_from(skip_fillers(scene, hit.j, len(scene.forms) - 1))
    opening = scene.forms[content.i : min(content.j, content.i + _OPENING)]
    own = any(form.endswith("ها") for form in opening[1:])
    return bool(heads) and heads[0].kind in PLACES and bool(voice.feminine) and own


def _opens_with_asked(scene: Scene, i: int) -> bool:
    """Whether the one called upon opens what follows the subject: X urged the court the suspension of."""
    deeds = words("asked_deeds") | words("deed_nouns")
    return i + 1 < len(scene.forms) and scene.forms[i] not in deeds and scene.forms[i + 1] in deeds


def _is_nominative(scene: Scene, hit: CueHit) -> bool:
    """Whether the noun behind the verb shows by its plural in ون that it is the subject."""
    return scene.forms[skip_fillers(scene, hit.j, len(scene.forms) - 1)].endswith("ون")


def _only_called_upon(scene: Scene, hit: CueHit) -> bool:
    """Whether those behind the verb are such as are called upon and seldom speak: the world, all states."""
    k = skip_fillers(scene, hit.j, len(scene.forms) - 1)
    return scene.forms[k] in words("called_upon")


def is_unknown(scene: Scene, voice: Voice) -> bool:
    """Whether the phrase names nobody in the tables: the people, all states, the parties."""
    return not any(scene.passage.entities.get(i) and scene.passage.entities[i].principal for i in voice.ids)


def another_noun(scene: Scene, i: int, j: int) -> bool:
    """Whether a second noun phrase stands between the subject and the content."""
    k = skip_fillers(scene, i, j)
    while k < j and scene.forms[k] in words("of_power"):
        k += 1
    if k >= j:
        return False
    own = scene.forms[k].startswith("و") and scene.forms[k].endswith(_PRONOUNS) and not scene.named_from.get(k)
    return scene.passage.tokens.is_word(k) and scene.forms[k] not in words("prepositions") and not own
