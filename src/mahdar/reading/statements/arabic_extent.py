"""How far a noun phrase that names a speaker reaches in Arabic news."""

from __future__ import annotations

from functools import cache

from mahdar.language.tokens import COMMAS
from mahdar.reading.names.generic import generic_group
from mahdar.reading.names.words import name_words
from mahdar.reading.statements.arabic_cues import attitudes, phrases, speaker_nouns, words
from mahdar.reading.statements.arabic_words import MARKS, is_complementizer, owned_stem, with_proclitic
from mahdar.reading.statements.scene import PLACES, Scene

_LONGEST_SUBJECT = 14
_DEEDS = ("deed_nouns", "asked_deeds", "blamed_nouns", "needs_nouns", "said_nouns")
_REACH = 4
_PRONOUNS = ("ه", "ها", "هم", "هما")
_DEFINITE = ("ال", "لل")
_FEMININE = ("ه", "ات", "ا", "اء", "ي", "ء", "ين")
_PLURALS = ("ون", "ان")
_OWNERS = frozenset({*PLACES, "body"})


def phrase_end(scene: Scene, i: int, end: int) -> int:
    """Where the noun phrase at i ends: before a preposition, a mark, a complementizer or a time."""
    for k in range(i, min(end, i + _LONGEST_SUBJECT)):
        form = scene.forms[k]
        if k > i and any(with_proclitic(scene, n) for n in scene.named_from.get(k, ())):
            if form.startswith("ل") and scene.forms[k - 1] in words("composed"):
                continue  # the commission that belongs to the organisation
            return k + 1 if _ends_movement(scene, i, k) else k
        if k > i and scene.forms[k - 1].startswith("ال") and any(n.kind in _OWNERS for n in scene.heads_from(k)):
            return k  # nothing is in the genitive behind a definite noun: the statement called on X
        if (k > i and _begins_another(scene, i, k)) or _begins_object(scene, i, k):
            return k
        if _within_name_of(scene, i, k):
            continue
        governs = form in words("prepositions") and not scene.heads_from(k)  # not the name علي
        if k > i and (form in COMMAS or form in MARKS or governs or k in scene.time_from or _tells_how(scene, k)):
            return k
        if _ends_cause(scene, i, k) or (k > i and (opens_anonymity(scene, k) or form in _endings())):
            return k
        if is_complementizer(scene, k) or form in words("relatives") or form in words("interrogatives"):
            return max(k, i + 1)
    return min(end, i + _LONGEST_SUBJECT)


def _tells_how(scene: Scene, k: int) -> bool:
    """Whether words for how something is said stand at token k: بأشد العبارات."""
    return scene.forms[k].startswith("ب") and phrases("fillers").at(scene.passage.tokens, k) is not None


def _are_people_of(scene: Scene, i: int, k: int) -> bool:
    """Whether somebody with a post stands behind several people and their definite noun: سكان القرية | رئيس الوزراء."""
    if not scene.forms[k - 1].startswith("ال") or scene.forms[i].startswith("ال"):
        return False
    posts = any(n.kind in ("office", "person") and not with_proclitic(scene, n) for n in scene.heads_from(k))
    return posts and generic_group([scene.forms[i]]) is not None


@cache
def _endings() -> frozenset[str]:
    """Words that a noun phrase cannot reach over: his saying, who is, saying, as follows."""
    return words("sayings") | words("who_are") | words("tellers") | words("as_follows")


def _begins_another(scene: Scene, i: int, k: int) -> bool:
    """Whether what stands at token k is another noun phrase than that of token i."""
    return (
        _begins_all_of(scene, i, k)
        or _behind_institution(scene, i, k)
        or _behind_group(scene, i, k)
        or _behind_plural(scene, i, k)
        or _is_own_attitude(scene, k)
        or _begins_deed(scene, k)
        or _points_at_object(scene, k)
        or _behind_several(scene, i, k)
        or (k > i + 1 and _are_people_of(scene, i, k))
    )


def _begins_object(scene: Scene, i: int, k: int) -> bool:
    """Whether what stands at token k behind a definite noun agrees with nothing there, or names who is told."""
    if k == i + 1 and _is_no_adjective(scene, i):
        return True
    return k > i and (_disagrees(scene, i, k) or is_told(scene, k) or _is_brought(scene, i, k))


def _is_brought(scene: Scene, i: int, k: int) -> bool:
    """A definite noun or a deed with ب behind a noun is what is demanded or threatened: نقابات العمال بالإضراب."""
    form, before = scene.forms[k], scene.forms[k - 1]
    if scene.named_from.get(k) or form in words("unglued") or before in words("charged"):
        return False
    described = k > i + 1 and scene.forms[i].startswith("ال") and before.startswith("ال")
    lone = k == i + 1 and scene.forms[i].startswith("ال") and form[:1] == "ب" and form[1:] in words("deed_nouns")
    return lone or (form.startswith("بال") and len(form) > _REACH + 1 and not described)


def _behind_several(scene: Scene, i: int, k: int) -> bool:
    """Whether a definite noun stands behind states or people without the article and an adjective: دول عدة | القرار."""
    several = scene.forms[i] in words("acting_groups") or scene.forms[i] in words("acting_people")
    behind = several and k > i + 1 and scene.forms[k].startswith("ال")
    return behind and scene.forms[k - 1] in words("acting_adjectives")


def _points_at_object(scene: Scene, k: int) -> bool:
    """Whether a demonstrative behind a definite noun begins an object: محاموهم هذه التهمة; not سكان هذه القرية."""
    before = scene.forms[k - 1]
    return scene.forms[k] in words("pointing") and (before.startswith("ال") or before.endswith(_PRONOUNS[1:]))


def _ends_movement(scene: Scene, i: int, k: int) -> bool:
    """Whether a state with ل ends the name of a movement that no table has: الجبهة الوطنية لتشاد."""
    adjective = k == i + 2 and scene.forms[i + 1].startswith("ال") and not scene.named_from.get(i)
    state = any(n.kind in PLACES and n.j == k + 1 for n in scene.named_from.get(k, ()))
    return adjective and state and scene.forms[i].removeprefix("ال") in words("movements")


def opens_anonymity(scene: Scene, k: int) -> bool:
    """Whether the clause at token k only says that somebody is not named: طلب عدم ذكر اسمه, لم تنشر اسمه."""
    form = scene.forms[k]
    if form not in words("unnaming") and form not in words("negations"):
        return False
    reach = range(k + 1, min(len(scene.forms), k + _REACH))
    return any(phrases("anonymity").at(scene.passage.tokens, m) is not None for m in reach)


def _within_name_of(scene: Scene, i: int, k: int) -> bool:
    """A preposition inside a name or a title: the League for the defence of, the spokesman for."""
    if k > i and scene.forms[k] == "عن":
        return scene.forms[k - 1] in words("causes")
    return k > i and scene.forms[k] == "باسم" and scene.forms[k - 1] in speaker_nouns()


def _begins_all_of(scene: Scene, i: int, k: int) -> bool:
    """Whether those who are called upon begin at token k, behind a definite subject: دعا الوزير جميع."""
    if scene.forms[i].startswith("ال") and scene.forms[k] in words("all_of"):
        return True
    before = scene.named_to.get(k)
    behind = scene.forms[k - 1].startswith("ال") or (before is not None and before.kind == "person")
    world = k > i + 1 and scene.forms[k : k + 2] == ["المجتمع", "الدولي"]
    return world or (behind and scene.forms[k] in words("warned"))


def _behind_institution(scene: Scene, i: int, k: int) -> bool:
    """An indefinite word behind the court, the government: another noun, no part of their name."""
    definite = scene.forms[i].startswith("ال") and scene.forms[i][2:] in words("institutions") | words("documents")
    definite = definite or (k > i + 1 and scene.forms[k - 1].startswith("ال") and scene.forms[i] in words("bodies_of"))
    if not definite or any(scene.forms[m] in words("causes") | words("liberations") for m in range(i + 1, k)):
        return False
    return not scene.forms[k].startswith(("ال", "ل", "و")) and not scene.named_from.get(k)


def _behind_group(scene: Scene, i: int, k: int) -> bool:
    """A word with ب behind a noun for those who speak: what they demand, no part of their name."""
    form, head = scene.forms[k], scene.forms[i]
    all_of_them = head in words("called_upon")
    short = len(form) <= _REACH - all_of_them and form[1:] not in words("deed_nouns") | words("asked_deeds")
    glued = form.startswith("ب") and not short and form not in words("unglued")
    glued = glued or form in words("with_this")
    several = head.startswith("ال") and head.endswith("ون")
    several = several or (head.endswith("و") and generic_group([head[:-1]]) is not None)
    speaks = all_of_them or several or head in speaker_nouns() or head.removeprefix("ال") in words("movements")
    return glued and speaks and not scene.named_from.get(k)


def _behind_plural(scene: Scene, i: int, k: int) -> bool:
    """A definite noun right behind an indefinite plural in ون: whom activists accuse is no part of who they are."""
    if _is_plural_noun(scene, i, k) or _is_bare_behind_people(scene, i, k) or _is_object_of_post(scene, i, k):
        return True
    form = scene.forms[i]
    return k == i + 1 and form.endswith("ون") and not form.startswith("ال") and scene.forms[k].startswith("ال")


def _is_object_of_post(scene: Scene, i: int, k: int) -> bool:
    """Whether a common noun in the accusative stands right behind a post alone: held | the deputy | a conference."""
    form = scene.forms[k]
    if k == i + 1 and form in words("rulings") and (owned_stem(scene, i) or "") in words("post_nouns"):
        return True  # محاميه الحكم
    post = k == i + 1 and scene.forms[i].startswith("ال") and scene.forms[i][2:] in words("posts_alone")
    return post and form.endswith("ا") and form[:-1] in name_words("common") and not scene.named_from.get(k)


def _is_bare_behind_people(scene: Scene, i: int, k: int) -> bool:
    """An indefinite word right behind a definite plural for people is another noun: the experts the trial of."""
    if k != i + 1 or not scene.forms[i].startswith("ال") or scene.forms[k].startswith(("ال", "و", "ل", "ب")):
        return False
    return generic_group([scene.forms[i]]) is not None and not scene.named_from.get(k)


def _is_plural_noun(scene: Scene, i: int, k: int) -> bool:
    """A definite plural in ات behind a definite singular agrees with nothing there: the committee the accusations."""
    form, before = scene.forms[k], scene.forms[k - 1]
    if not form.startswith("ال") or not form.endswith("ات") or scene.named_from.get(k):
        return False
    return before.startswith("ال") and not before.endswith("ات") and not scene.forms[i].endswith("ات")


def _is_no_adjective(scene: Scene, i: int) -> bool:
    """Whether the definite word behind a definite noun is its verb's object: the resolution the violations."""
    head, form = scene.forms[i], scene.forms[i + 1]
    if not (head.startswith("ال") and form.startswith("ال")) or scene.heads_from(i):
        return False
    if head.endswith(("ه", "ات")) and not form.endswith(_FEMININE) and not scene.in_name[i + 1]:
        return True  # the court the ruling
    if head[2:] in words("institutions") and form.endswith("ين") and not scene.named_from.get(i + 1):
        return True  # the programme the donors
    document = head[2:] in words("documents")
    if document and not head.endswith(("ه", "ات")) and form.endswith(("ه", "ات")):
        return True
    noun = form[2:] in words("institutions") or form[2:] in words("documents")
    return noun and (document or head in speaker_nouns())


def _disagrees(scene: Scene, i: int, k: int) -> bool:
    """A definite masculine behind a feminine adjective is another noun: الفصائل الفلسطينية الاحتلال."""
    before, form = scene.forms[k - 1], scene.forms[k]
    if (
        k < i + 2
        or scene.in_name[k]
        or scene.heads_from(k - 1)
        or not (before.startswith("ال") and before.endswith("ه"))
    ):
        return False
    return form.startswith("ال") and not form.endswith(_FEMININE) and scene.forms[i].startswith("ال")


def is_told(scene: Scene, k: int) -> bool:
    """Whether somebody with the speaker's pronoun is told at token k: لضيفه, لنظرائه."""
    form = scene.forms[k]
    glued = form.startswith("ل") and len(form) > _REACH and owned_stem(scene, k) is not None
    return glued and not scene.named_from.get(k) and form not in words("prepositions")


def _is_own_attitude(scene: Scene, k: int) -> bool:
    """Whether an attitude of the subject or his side stands behind him: the kingdom its refusal, his country's."""
    before = scene.forms[k - 1]
    if not (before.startswith(_DEFINITE) or before.endswith(_PLURALS) or before in words("one_of_them")):
        return False
    of_his_side = k + 1 < len(scene.forms) and scene.forms[k + 1] in words("own_side")
    if not of_his_side and not scene.forms[k].endswith(_PRONOUNS):
        return False
    return attitudes().at(scene.passage.tokens, k) is not None


def _begins_deed(scene: Scene, k: int) -> bool:
    """Whether a noun of a deed stands behind a definite word: the head of the guild the summons of."""
    form = scene.forms[k]
    stem = form.removeprefix("ال")
    if not scene.forms[k - 1].startswith(_DEFINITE) or (scene.in_name[k] and not _is_told(scene, k, stem)):
        return False
    if (
        stem in words("things_of_position")
        or (stem != form and stem in words("unspeaking"))
        or (stem != form and stem in words("institutions"))
    ):
        return True
    return any(form in words(name) for name in _DEEDS)


def _is_told(scene: Scene, k: int, stem: str) -> bool:
    """Whether a definite noun that can name a source alone is what somebody speaks of: the news, the information."""
    return stem in words("things_of_position") and not any(n.i < k or n.j > k + 1 for n in scene.named_from.get(k, ()))


def _ends_cause(scene: Scene, i: int, k: int) -> bool:
    """Whether the words behind "for the defence of" ended just before token k, with their definite noun."""
    if k - 2 > i and scene.forms[k - 2] in words("liberations"):
        return True
    if not scene.forms[k - 1].startswith("ال"):
        return False
    return any(k - back > i and scene.forms[k - back] in words("causes") for back in (3, 4))


def agreeing_adjectives(scene: Scene, i: int, end: int) -> int:
    """Past the feminine adjectives of an indefinite feminine noun: an international organisation."""
    k = i + 1
    if (
        scene.forms[i].startswith("ال")
        or not scene.forms[i].endswith(("ه", "ات"))
        or scene.forms[i] not in speaker_nouns()
    ):
        return i
    while k < end and scene.forms[k].endswith("ه") and not scene.forms[k].startswith("ال") and not scene.heads_from(k):
        k += 1
    return k if k > i + 1 else i
