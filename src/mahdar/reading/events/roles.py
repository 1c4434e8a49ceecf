"""Who did it and to whom: the named parties of the clause that reports an event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mahdar.language.tokens import Span
from mahdar.reading.events import subjects_arabic, subjects_english
from mahdar.reading.events.agreement_arabic import OBJECTS
from mahdar.reading.events.candidates import Names, groups, in_time, prefixed, role_words, sorted_names, word_before
from mahdar.reading.events.chains import parties_end
from mahdar.reading.events.datelines import behind_dateline
from mahdar.reading.events.found import Found
from mahdar.reading.events.nationality import attackers
from mahdar.reading.events.scene import Scene
from mahdar.reading.events.senses import DUTY
from mahdar.reading.passage import Named, Passage

_NEAR = 4  # tokens
_DONE_TO = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT"})
_GOVERNED = ("لل", "بال", "ولل", "وبال")
_ATTACHED = frozenset("بل")
_ABOUT = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "THREATEN"})  # acts of speech about others' deeds


@dataclass(frozen=True, slots=True)
class Told:
    """Where the innermost statement around an event begins (a token), the ids of those who speak in it, if quoted."""

    start: int = 0
    speakers: tuple[str, ...] = ()
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Parties:
    """Entity ids of those who act and of those who are acted upon."""

    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


def parties(passage: Passage, scene: Scene, found: Found, told: Told) -> Parties:
    """Actors and recipients of an event: named in its clause, or an attacker that only an adjective names."""
    read = _arabic if passage.language == "ar" else _english
    named = read(passage, scene, found, told)
    if found.type == "PROTEST" and named.recipients:
        aims = {name.entity for name in _names(passage, scene, found).behind if _is_aim(passage, name)}
        named = Parties(named.actors, tuple(one for one in named.recipients if one in aims))
    ours = attackers(passage, scene, found)
    if not ours or named.actors:
        return named
    return Parties(ours, _without(named.recipients, ours))


def _is_aim(passage: Passage, name: Named) -> bool:
    """Whether a few words before a name say that a protest is about it: against, احتجاجا على."""
    near = passage.tokens.forms[max(0, name.i - _NEAR) : name.i]
    return any(form in role_words()["protesting"] for form in near)


def _names(passage: Passage, scene: Scene, found: Found) -> Names:
    """The names of the event's clause, those behind it only as far as no other verb is joined to its own."""
    verb = scene.hits[found.verb].i
    start = max(scene.clause(verb).i, behind_dateline(passage, scene))
    return sorted_names(passage, Span(start, parties_end(passage, scene, max(found.verb, found.deed))), verb)


def _english(passage: Passage, scene: Scene, found: Found, told: Told) -> Parties:
    names = _names(passage, scene, found)
    if found.sense.form == DUTY:
        return Parties(_ids(names.before[:-1]), _ids(names.before[-1:]))
    before = subjects_english.subjects(passage, scene, found, names.before, told.start)
    names.behind[:] = [name for name in names.behind if not _beside(passage, found, name)]
    first, _ = groups(passage, names.behind)
    if found.passive or found.sense.kind == "undergo":
        agents = names.agents or _striking(passage, scene, found)
        return Parties(_ids(agents), _ids(before or [name for name in first if _reached_by(passage, found, name)]))
    if before:
        first, _ = groups(passage, _others(passage, names.behind, before))
    actors = _ids(before) or _speaking(scene, found, told)
    return Parties(actors, _without(_ids(subjects_english.listed_on(passage, first)), actors))


def _reached_by(passage: Passage, found: Found, name: Named) -> bool:
    """Whether a name behind a passive is acted upon: imposed on Iran, not hailed as a step of Iran."""
    return not found.passive or word_before(passage, name, 0) in role_words()["reaching"]


def _striking(passage: Passage, scene: Scene, found: Found) -> list[Named]:
    """The subject of the violence in which somebody suffered: killed when Israeli aircraft struck the camp."""
    end = parties_end(passage, scene, found.verb)
    if found.type != "ASSAULT" or passage.tokens.forms[end : end + 1] not in (["when"], ["after"]):
        return []
    clause = scene.within(end, scene.clause(end).j)
    verb = next((hit for hit in clause if any(sense.form == "past" for sense in hit.value.triggers)), None)
    if verb is None or all(sense.type != found.type for sense in verb.value.triggers):
        return []
    return sorted_names(passage, Span(end, verb.i), verb.i).before


def _beside(passage: Passage, found: Found, name: Named) -> bool:
    """Whether a name behind its preposition takes no part in an act of this type: talks on Libya, evacuated from it."""
    if name.kind in ("state", "capital") and found.type in role_words()["where"] and prefixed(passage, name, "ب"):
        return True
    before = word_before(passage, name, 0)
    if before in ("with", "مع") and found.type == "ASSAULT":
        at = name.i - 2 - (passage.tokens.forms[name.i - 1] == "the")
        return at >= 0 and passage.tokens.forms[at] in role_words()["border"]
    return f"{found.type} {before}" in role_words()["aside"]


def _speaking(scene: Scene, found: Found, told: Told) -> tuple[str, ...]:
    """Those who tell of themselves what they did: Iran said it had arrested six, said its jets had hit a camp."""
    words = scene.tokens.forms[told.start : scene.hits[found.verb].i]
    own = role_words()["mine" if told.quoted else "own"]
    return told.speakers if told.start and words and words[0] in own else ()


def _arabic(passage: Passage, scene: Scene, found: Found, told: Told) -> Parties:
    verb, names = scene.hits[found.verb], _names(passage, scene, found)
    before = subjects_arabic.before_verb(passage, scene, found, names.before)
    if told.quoted and (told.start < verb.i or found.sense.kind != "speech"):
        before = [name for name in before if name.i >= told.start]
    behind = [n for n in names.behind if not _beside(passage, found, n) and not in_time(passage, n, verb.i)]
    if found.type not in _ABOUT:
        behind = _outside_relatives(passage, behind, verb.j)
    first, _ = groups(passage, behind)
    if found.sense.kind == "undergo":
        near = first if first and subjects_arabic.is_subject(passage, verb, first[0]) else []
        return Parties(_ids(names.agents), _ids(before or near))
    if _undergone(scene, found):
        return Parties(_ids(names.agents), _ids(first))
    if _suffers(passage, scene, found, verb.j):
        return Parties(_ids(names.agents), _ids(before or [name for name in first if _is_person(passage, name)]))
    if _announced(scene, found):
        return Parties(_ids(names.agents), _ids(groups(passage, _others(passage, behind, before or first))[0]))
    if before:
        first, _ = groups(passage, _others(passage, behind, before))
        return Parties(_ids(before), _without(_ids(first), _ids(before)))
    if _suffered(scene, found) or (found.sense.kind == "harm" and names.agents):  # قتل صحفي برصاص الجيش
        return Parties(_ids(names.agents), _ids(first))
    return _verb_first(passage, scene, found, behind)


def _verb_first(passage: Passage, scene: Scene, found: Found, behind: list[Named]) -> Parties:
    """The parties behind a verb that no subject stands before."""
    verb, (first, second) = scene.hits[found.verb], groups(passage, behind)
    if subjects_arabic.object_first(passage, verb, first, second):
        return Parties(_ids(second), _ids(first))
    own = (
        bool(first)
        and subjects_arabic.is_verb_first(passage, scene, found)
        and subjects_arabic.is_subject(passage, verb, first[0])
    )
    shared = subjects_arabic.shared(passage, scene, found)
    if own and first[0].kind in ("person", "office") and _suffers(passage, scene, found, first[-1].j):
        return Parties((), _ids(first))
    if own and (second or not shared):
        second, _ = groups(passage, _others(passage, behind[len(first) :], first))
        return Parties(_ids(first), _without(_ids(second), _ids(first)))
    return Parties(_ids(shared), _without(_ids(_reached(passage, first, verb.j)), _ids(shared)))


def _suffers(passage: Passage, scene: Scene, found: Found, i: int) -> bool:
    """Whether no object stands at token i, so that a verb of harm is passive: الكاتب اعتقل يوم السبت."""
    if found.sense.kind != "harm" or found.verb != found.deed:
        return False
    if i >= scene.clause(scene.hits[found.verb].i).j or not passage.tokens.is_word(i):
        return not passage.tokens.is_number(i) if i < scene.span.j else True
    if passage.tokens.forms[scene.hits[found.verb].i].endswith(OBJECTS):
        return False
    dated = any(time.i == i for time in subjects_arabic.times_before(passage, i + 1))
    return dated or _governs(passage, scene, i)


def _governs(passage: Passage, scene: Scene, i: int) -> bool:
    """Whether a preposition stands at token i, or is written together with the word there: بغارة, للتحقيق."""
    form, words = passage.tokens.forms[i], role_words()
    if form in words["preposition"] | words["place"] | words["unobjected"] or form.startswith(_GOVERNED):
        return True
    return any(not _ATTACHED.isdisjoint(hit.proclitics.removesuffix("ال")) for hit in scene.within(i, i + 1))


def _is_person(passage: Passage, name: Named) -> bool:
    """Whether a name that no preposition governs is a person's, who suffers a passive far before: قتل في بيروت فلان."""
    free = word_before(passage, name, 0) not in role_words()["preposition"] and not prefixed(passage, name)
    return free and name.kind in ("person", "office")


def _reached(passage: Passage, names: list[Named], behind: int) -> list[Named]:
    """Names that may be acted upon, not those from among whom an unnamed doer comes: قتل مسلحون من سوريا جنديا."""
    forms = passage.tokens.forms
    between = forms[behind : names[0].i] if names else []
    if between and prefixed(passage, names[0], "ل") and any(map(subjects_arabic.is_object, between)):
        return []  # اعتقلوا ناقدا للرئيس
    if any(form.startswith("ي") and form.endswith("ون") for form in between):  # مسلحون يرتدون زي الشرطة
        return []
    if names and names[0].i - behind == 2 and forms[behind + 1] == "من" and subjects_arabic.is_doer(forms[behind]):
        return []
    return names


def _outside_relatives(passage: Passage, names: list[Named], behind: int) -> list[Named]:
    """The names before a relative clause, whose own parties are no victims: في الهجوم الذي شنته القوات."""
    if not names:
        return names
    forms, words = passage.tokens.forms, role_words()
    relative = next((i for i in range(behind, names[-1].i) if forms[i] in words["relative"]), names[-1].i)
    return [name for name in names if name.i <= relative]


def _others(passage: Passage, names: list[Named], subjects: list[Named]) -> list[Named]:
    """The names that are no part of the subject's own: a state does nothing to the troops that it recalls."""
    own = {passage.principal(name.entity) for name in subjects}
    return [name for name in names if passage.principal(name.entity) not in own]


def _announced(scene: Scene, found: Found) -> bool:
    """Whether the verb only tells what befell somebody: أعلنت الوزارة مقتل ثلاثة."""
    return found.sense.kind == "announce" and scene.tokens.forms[scene.hits[found.deed].i] in role_words()["befallen"]


def _undergone(scene: Scene, found: Found) -> bool:
    """Whether a verb that names no doer carries a deed done to what stands behind it: تم توقيف النائب."""
    return found.type in _DONE_TO and scene.tokens.forms[scene.hits[found.verb].i] in role_words()["passive"]


def _suffered(scene: Scene, found: Found) -> bool:
    """Whether a headline opens with a noun of harm, behind which its victim stands: اغتيال زعيم المعارضة."""
    return (
        found.sense.form == "noun"
        and found.verb == found.deed
        and scene.tokens.forms[scene.hits[found.deed].i] in role_words()["befallen"]
    )


def _ids(names: Iterable[Named]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.entity for name in names))


def _without(ids: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in ids if one not in others)
