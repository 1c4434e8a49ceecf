"""Who casts a veto, by the words around it: the subject of its use, those behind "by", or an adjective.

A group of states behind "on", بشأن and the like is what the vote was about and never casts.
"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention
from mahdar.checking.predicates import predicated
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.tokens import tokens_of
from mahdar.mechanisms.council.delegates import delegate_at, delegate_before
from mahdar.mechanisms.council.words import words as listed

_OPENING = frozenset('«“"')
_USE_REACH = 12
_USE_BEHIND = 6
_SUBJECT_REACH = 3
_SUBJECT_REACH_AR = 8
_BEHIND_REACH = 14
_TEXT_REACH = 5
_APPOSED = 20  # tokens of an apposition between a state and its verb
_TWO = 2  # groups of states
_VERB_REACH = 5  # tokens from an Arabic verb to its subject
_ORDINAL = 3  # tokens of an ordinal
_WERE = frozenset({"was", "were", "been", "is", "being", "are", "be"})
_ITS_OWN = ("ها", "ه", "هما", "هم")  # as printed: ممارسة is not ممارسه
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "its", "their", "every", "each", "of", "'s"})
_WITH = ("ب", "وب", "فب")


@dataclass(frozen=True, slots=True)
class Cast:
    """The states that cast a veto and the word that tells it; ``firm`` where the words leave no other reading."""

    group: list[StateMention]
    head: Cue
    firm: bool = True


def cast(scene: Scene, cue: Cue) -> Cast | None:
    """Who casts the veto of a cue (``veto`` or ``veto_verb``), or None where the text does not say it."""
    found = (
        _by_verb(scene, cue) if cue.sense.concept == "veto_verb" or denied_verb(scene, cue) else _by_noun(scene, cue)
    )
    return found if found is not None and found.group else None


def denied_verb(scene: Scene, cue: Cue) -> bool:
    """ "did not veto": the bare word as a verb."""
    english = scene.passage.language == "en"
    return english and any(c.j == cue.i for c in scene.within("not", max(0, cue.i - 2), cue.i))


# -- verbs
def _by_verb(scene: Scene, cue: Cue) -> Cast | None:
    if scene.passage.language != "en":
        return _around_verb(scene, cue)
    if cue.form == "present" and scene.forms[cue.i - 1] in _DETERMINERS:
        return None  # "called the veto a relic"
    if cue.form == "passive" or any(form in _WERE for form in scene.forms[max(0, cue.i - 2) : cue.i]):
        group = _behind(scene, cue.i, cue.j, by=cue.form == "passive")
    else:
        group = _subject(scene, cue, _SUBJECT_REACH) or _they(scene, cue)
    return Cast(group, cue)


def _they(scene: Scene, cue: Cue) -> list[StateMention]:
    """ "Since they vetoed a draft": the only states named before in the sentence."""
    groups = scene.groups(scene.sentence(cue.i).i, cue.i)
    return groups[0] if len(groups) == 1 and "they" in scene.forms[max(0, cue.i - 2) : cue.i] else []


def blocked(scene: Scene, verb: Cue) -> Cast | None:
    """Permanent members that bring down a draft in the Council without the word veto: أحبطت روسيا مشروع قرار."""
    sentence = scene.sentence(verb.i)
    if verb.form != "past" or scene.any_of(("veto", "veto_verb"), sentence.i, sentence.j):
        return None
    behind = next(iter(scene.groups(verb.j, sentence.j)), [])
    arabic = scene.passage.language != "en"
    group = behind if arabic and behind and behind[0].i == verb.j else _subject(scene, verb, _SUBJECT_REACH)
    start = behind[-1].j if group is behind and behind else verb.j
    timed = sum(t.j - t.i for t in scene.times_in(start, sentence.j))
    stop = start + _TEXT_REACH + timed
    text = bool(scene.any_of(("draft", "resolution"), start, stop)) or (arabic and _tabled(scene, start, stop))
    return Cast(group, verb, firm=False) if group and text else None


def _tabled(scene: Scene, i: int, j: int) -> bool:
    """Whether an Arabic word for a text, and who tabled it, stand between two tokens: أسقطت نصا برازيليا."""
    tabled = words("mahdar.checking", "votes.toml", "tabled")
    return any(scene.forms[s.i - 1] in tabled for s in scene.states_in(i, j, demonyms=True) if s.kind == "demonym")


def _around_verb(scene: Scene, cue: Cue) -> Cast | None:
    """نقضته روسيا, روسيا نقضت: right behind the verb, else before it."""
    clause = scene.clause(cue.i)
    after = next(iter(scene.groups(cue.j, clause.j)), [])
    if after and after[0].i == cue.j:
        return Cast(after, cue)
    if delegated := delegate_at(scene, cue.j):
        return Cast(delegated, cue)
    return Cast(_subject(scene, cue, _SUBJECT_REACH_AR), cue, firm=False)


# -- nouns
def _by_noun(scene: Scene, cue: Cue) -> Cast | None:
    """The subject of the verb that uses it; failing that those named with the noun itself, or who block by it."""
    use = _use(scene, cue)
    named = _beside(scene, cue)
    if use is None:
        if cue.form == "right":
            return _blocking(scene, cue)
        return Cast(named, cue) if named else _blocking(scene, cue)
    if use.form == "passive":
        return Cast(named or _behind(scene, use.i, use.j, by=scene.forms[use.j - 1] == "by"), cue)
    user = _user(scene, use, cue)
    if user is not None:
        return user
    return Cast(named, use) if named else (_blocking(scene, cue) or _carried(scene, cue, use) or _by_deed(scene, use))


def _use(scene: Scene, cue: Cue) -> Cue | None:
    """The verb that makes a veto of the word: used, cast, استخدم."""
    clause = scene.clause(cue.i)
    before = scene.within("veto_use", max(clause.i, cue.i - _USE_REACH), cue.i)
    before = [use for use in before if _OPENING.isdisjoint(scene.forms[use.j : cue.i - 1])]  # «... والفيتو لنا»
    after = scene.within("veto_use", cue.j, min(clause.j, cue.j + _USE_BEHIND))
    after = [use for use in after if use.proclitics != "و"]  # الفيتو ورفع متظاهرون: of something else
    return before[-1] if before else (after[0] if after else None)


def _user(scene: Scene, use: Cue, cue: Cue) -> Cast | None:
    """The subject of the verb of use."""
    clause = scene.clause(use.i)
    arabic = scene.passage.language != "en"
    between = [g for g in scene.groups(use.j, cue.i) if not _behind_about(scene, g[0].i)]
    if arabic and use.i >= cue.j:  # الفيتو الذي تستخدمه روسيا
        between = [g for g in scene.groups(use.j, min(clause.j, use.j + 3)) if g[0].i - use.j <= 1]
    if between and (arabic or use.form == "noun"):
        return Cast(between[0], use, firm=between[0][0].i == use.j)
    if arabic and (delegated := delegate_at(scene, use.j)):
        return Cast(delegated, use)
    if use.form != "noun" or arabic:
        subject = _subject(scene, use, _SUBJECT_REACH_AR if arabic else _SUBJECT_REACH)
        if subject and (use.form != "noun" or _own_use(scene, use, subject)):
            return Cast(subject, use, firm=use.i - subject[-1].j <= 1)
    adjectives = scene.groups(use.j, cue.i, demonyms=True) if arabic else []
    adjectives = [g for g in adjectives if all(s.kind == "demonym" for s in g)]
    behind = [] if adjectives or arabic else _behind(scene, clause.i, cue.j)
    return Cast(adjectives[0] if adjectives else behind, use) if adjectives or behind else None


def _own_use(scene: Scene, use: Cue, subject: list[StateMention]) -> bool:
    """Whether an Arabic noun of use is that of the state before it: its own pronoun says so, or the verb before them
    is one of doing: قررت روسيا استخدام; not انتقدت روسيا استخدام.
    """
    if scene.tokens.original(use.i, use.i + 1).endswith(_ITS_OWN):
        return True
    low = max(scene.clause(use.i).i, subject[0].i - _VERB_REACH)
    return not listed("puts_to_use").isdisjoint(scene.forms[low : subject[0].i])


def _beside(scene: Scene, cue: Cue) -> list[StateMention]:
    """فيتو روسي, فيتو من روسيا, "a Russian veto", "Russia's veto", "a veto by Russia"."""
    if scene.passage.language == "en":
        end = _before_ordinal(scene, cue.i)
        while scene.forms[cue.i : cue.j] == ["vetoes"] and end and scene.forms[end - 1] in listed("anew"):
            end -= 1  # "US again vetoes resolution"
        low = end - 2 if end > 1 and scene.forms[end - 1] in ("'s", "'") else end - 1
        before = [g for g in scene.groups(max(0, low - 5), end, demonyms=True) if g[-1].j >= low]
        before = [g for g in before if g[-1].kind == "demonym" or low < end - 1 or g[-1].j == end]
        if before and not _behind_about(scene, before[-1][0].i):
            return before[-1]
        return _behind(scene, cue.i, cue.j)
    stop = min(scene.clause(cue.i).j, cue.j + 6)
    after = next((g for g in scene.groups(cue.j, stop, demonyms=True)), [])
    return after if after and all(form in listed("fill_ar") for form in scene.forms[cue.j : after[0].i]) else []


def _before_ordinal(scene: Scene, i: int) -> int:
    """The token before which the owner of a veto stands: "Russia's 11th veto"."""
    return next((n.i for n in scene.numbers_in(max(0, i - _ORDINAL), i) if n.kind == "ordinal" and n.j == i), i)


def _behind(scene: Scene, i: int, j: int, *, by: bool = False) -> list[StateMention]:
    """The states behind "by" or "from" after token j, times and fillers between left out; ``by``: it was said."""
    stop = min(scene.clause(i).j, j + _BEHIND_REACH)
    group = next((g for g in scene.groups(j, stop, demonyms=True)), [])
    if not group:
        return []
    timed = tokens_of(scene.times_in(j, group[0].i))
    between = [scene.forms[k] for k in range(j, group[0].i) if k not in timed]
    said = by or any(word in ("by", "from") for word in between)
    return group if said and listed("cast_by").issuperset(between) else []


def _blocking(scene: Scene, cue: Cue) -> Cast | None:
    """Who blocks a text by a veto: "Russia blocked it with its veto", أسقطت روسيا بالفيتو المشروع."""
    clause = scene.clause(cue.i)
    with_it = cue.proclitics in _WITH or any(f in listed("with") for f in scene.forms[max(clause.i, cue.i - 3) : cue.i])
    with_it = with_it or bool(scene.within("veto_use", max(clause.i, cue.i - 3), cue.i))
    verbs = [c for c in scene.within("council.block", clause.i, cue.i) if c.form != "passive"]
    if not with_it or not verbs:
        return None
    verb = verbs[-1]
    if scene.passage.language == "en":
        return Cast(_subject(scene, verb, _SUBJECT_REACH), verb)
    after = next(iter(scene.groups(verb.j, min(clause.j, verb.j + 3))), [])
    if after and after[0].i == verb.j:
        return Cast(after, verb)
    return Cast(_subject(scene, verb, _SUBJECT_REACH), verb)


def _carried(scene: Scene, cue: Cue, use: Cue) -> Cast | None:
    """The first states named in the clause act in a verbal noun of use: باستخدامها حق النقض."""
    if use.form != "noun":
        return None
    groups = [g for g in scene.groups(scene.clause(cue.i).i, use.i) if not _behind_about(scene, g[0].i)]
    own = bool(groups) and (scene.passage.language == "en" or _own_use(scene, use, groups[0]))
    return Cast(groups[0], use, firm=False) if own else None


def _by_deed(scene: Scene, use: Cue) -> Cast | None:
    """Who brought the text down in the clause before, where the use itself names nobody: أحبطت روسيا المشروع بعدما
    استخدمت ضده حق النقض, "Russia blocked the draft when it used its veto".
    """
    clause, arabic = scene.clause(use.i), scene.passage.language != "en"
    verbs = [c for c in scene.within("council.block", scene.sentence(use.i).i, use.i) if c.form in ("past", "present")]
    words = scene.forms[clause.i : use.i]
    alone = arabic and not any(scene.person(k) for k in range(clause.i, use.j + 1))
    alone = alone or (not arabic and bool({*words} & {"it", "they"}))
    if not verbs or use.form == "noun" or not alone or scene.states_in(clause.i, use.i) or verbs[-1].i >= clause.i:
        return None
    behind = next(iter(scene.groups(verbs[-1].j, verbs[-1].j + 1)), []) if arabic else []
    group = behind or _subject(scene, verbs[-1], _SUBJECT_REACH)
    return Cast(group, use, firm=False) if group else None


# -- subjects
def _subject(scene: Scene, verb: Cue, reach: int) -> list[StateMention]:
    """The states before a verb, times between left out: "Russia on Tuesday vetoed"."""
    clause = scene.clause(verb.i)
    groups = scene.groups(clause.i, verb.i)
    if (together := _joined(scene, groups, verb.i)) is not None:
        return together
    aside = _apposition(scene, clause.i, verb.i)
    if aside is not None:
        return next((g for g in groups if g[-1].j == aside), []) or delegate_before(scene, aside)
    if not groups or _behind_about(scene, groups[-1][0].i):
        return delegate_before(scene, verb.i) or predicated(scene, verb)
    times = [t for t in scene.times_in(groups[-1][-1].j, verb.i) if t.j <= verb.i]
    gap = verb.i - groups[-1][-1].j - sum(t.j - t.i for t in times)
    return groups[-1] if gap <= reach else delegate_before(scene, verb.i) or predicated(scene, verb)


def _joined(scene: Scene, groups: list[list[StateMention]], i: int) -> list[StateMention] | None:
    """Who did it together: "China joined Russia in vetoing", "Russia, joined by China, vetoed"; else None."""
    if len(groups) < _TWO:
        return None
    one, other = groups[-_TWO], groups[-1]
    between, behind = scene.forms[one[-1].j : other[0].i], scene.forms[other[-1].j : i]
    joined = words("mahdar.checking", "votes.toml", "joined")
    meet = bool({*between} & joined) and {*between} <= joined | listed("beside_join")
    return [*one, *other] if meet and {*behind} <= {"in", ","} and behind else None


def _apposition(scene: Scene, low: int, i: int) -> int | None:
    """The token at which an apposition right before a verb begins: "Russia, an ally of Syria, vetoed"."""
    if i <= low or scene.forms[i - 1] not in ",،":
        return None
    commas = [k for k in range(max(low, i - _APPOSED), i - 2) if scene.forms[k] in ",،"]
    ends = {s.j for s in scene.states_in(max(low, i - _APPOSED - 1), i)}
    return next((k for k in commas if k in ends), None)


def _behind_about(scene: Scene, i: int) -> bool:
    """Whether a word such as "on" introduces the states at token i, articles left out."""
    while i and scene.forms[i - 1] in ("the", "a", "an"):
        i -= 1
    return any(c.j == i and scene.forms[c.i] not in ("for", "to", "from", "of", "من") for c in _about(scene, i))


def _about(scene: Scene, i: int) -> list[Cue]:
    return scene.within("about", max(0, i - 3), i)
