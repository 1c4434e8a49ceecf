"""Whether a report asserts something, denies it, announces it, or leaves it open."""

from __future__ import annotations

from itertools import pairwise

from mahdar.checking.cues import Cue
from mahdar.checking.protocol import Tense
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.times.verbs import past_verb
from mahdar.language.tokens import tokens_of
from mahdar.reading.passage import Passage

_CONJUNCTIONS = ("", "و", "ف")
_AUXILIARIES = ("had", "has", "have", "was", "were", "been", "be")  # between "almost" and the verb that it holds back
_INVERSION = 6  # tokens from "were" to its "to"
_BEFORE_INVERSION = ("and", ",", "that", "“", '"', "\n")
_NEAR_DENIAL = 4
_LONG_DENIAL = 4  # tokens of a negation that names what was denied, too
_FAIL_REACH = 14  # tokens from a verb of failing to the noun of the deed
NOT_PAST = ("لم", "ولم", "فلم")  # which make an Arabic present a past
_GERUND = "ing"
_NOR = "لا"
_THAT = frozenset(("ان", "انها", "انه", "انهما", "انهم", "بان", "بانها", "بانه"))
_NEITHER = ("neither", "nor")
_CLEFT_REACH = 8  # tokens from a relative word back over the states that it is about
_FROM = "عن"
_INFINITIVE = ("be", "get", "have")  # behind which a form in -ed is no past


def asserted(scene: Scene, i: int, *, open_future: bool = False) -> bool:
    """Whether the clause of token i states a fact or an announcement: no doubt, condition, wish or question before it.

    ``open_future`` lets plans pass even where they stand behind a word of wish or purpose.
    """
    clause = scene.clause(i)
    if scene.asks(i):
        return False
    if any(_doubts(scene, c) for c in scene.within("doubt", clause.i, i)):
        return False
    if any(_may(scene, c) for c in scene.within("may", clause.i, i)):
        return False
    if _short_of(scene, clause.i, i) or _inverted(scene, clause.i) or weighed(scene, i) or _foreseen(scene, i):
        return False
    if _of_denied_verb(scene, clause.i, i):
        return False
    if scene.within("schedule", clause.i, i):
        return True
    return open_future or not any(c.j <= i for c in scene.within("wish", clause.i, i))


def _short_of(scene: Scene, low: int, i: int) -> bool:
    """Whether the deed at token i only nearly came about: "almost vetoed", "came close to vetoing", كادت تستخدم."""
    near = scene.within("verge", low, i)
    return any(
        c.form != "adverb" or all(form in _AUXILIARIES for form in scene.forms[c.j : i])
        for c in near
        if c.proclitics in _CONJUNCTIONS
    )


def _of_denied_verb(scene: Scene, low: int, i: int) -> bool:
    """Whether the deed at token i is only what another verb that is denied is about, so that nothing is told of it
    here: did not regret vetoing, لم تبرر استخدامها الفيتو, لم تقل إنها; not where it is a verb of doing: لم تلجأ إلى.
    """
    denials = scene.within("not", max(low, i - _NEAR_DENIAL), i)
    denials = [c for c in denials if c.proclitics in _CONJUNCTIONS and c.form != "fail"]
    between = scene.forms[denials[-1].j : i] if denials else []
    if scene.passage.language == "en":
        return bool(between) and scene.forms[i].endswith(_GERUND) and between[-1] not in _AUXILIARIES
    verb = next((form for form in between if form not in _manner("before_presupposing")), "")
    if not verb or verb in _manner("doing") or verb in _manner("presupposing") or between[-1] in _manner("without"):
        return False
    if scene.within("relative", i + 1, i + 2):
        return False  # the veto that it cast
    said = not _THAT.isdisjoint(between)
    return said or any(c.i == i and c.form == "noun" for c in scene.any_of(("veto", "veto_use"), i, i + 1))


def weighed(scene: Scene, i: int) -> bool:
    """Whether the verb at token i is only thought or spoken of: "considered withdrawing from", "opposed leaving"."""
    if not (i and scene.forms[i].endswith(_GERUND)):
        return False
    return scene.forms[i - 1] in words("mahdar.checking", "manner.toml", "weighing")


def _foreseen(scene: Scene, i: int) -> bool:
    """Whether the verb at token i is the infinitive of what somebody expects or makes a state do: "had expected China
    to abstain"; not that of a headline, "Russia to veto draft".
    """
    if not i or scene.forms[i - 1] != "to":
        return False
    clause = scene.clause(i)
    group = next((g for g in scene.groups(clause.i, i - 1) if g[-1].j == i - 1), [])
    return bool(group) and group[0].i - (scene.forms[group[0].i - 1] == "the") > clause.i


def _inverted(scene: Scene, i: int) -> bool:
    """Whether a clause opens with an inverted condition: "Had Russia vetoed the draft", "Were Russia to veto it"."""
    while i < len(scene.forms) - 1 and scene.forms[i] in _BEFORE_INVERSION:
        i += 1
    opens = scene.forms[i : i + 1]
    if opens == ["were"]:
        return "to" in scene.forms[i : i + _INVERSION]
    return opens == ["had"]


def negated(scene: Scene, cue: Cue) -> bool:
    """Whether a negation governs the cue: a particle close before it, or a verb of failing in its clause."""
    if cue.form == "noun" and _unhindered(scene, cue):
        return False
    clause, near = scene.clause(cue.i), cue.i - _NEAR_DENIAL
    particles = [c for c in scene.within("not", clause.i, cue.i) if _close(c, near) and c.proclitics in _CONJUNCTIONS]
    particles = [
        c for c in particles if c.form != "fail" or "," not in scene.forms[c.j : cue.i]
    ]  # "X, where it failed,"
    particles = [c for c in particles if not _contrasts(scene, c, cue) and not scene.within("relative", c.j, cue.i)]
    particles = [] if _goes_on(scene, cue) else particles
    particles = [c for c in particles if c.form == "fail" or not _spends(scene, c.j, cue.i)]
    told = any(c.form == "fail" or not scene.times_in(c.j, cue.i) for c in particles)
    denied = told and (particles[-1].form == "fail" or not excepted(scene, cue))
    return denied or failed(scene, cue) or _refrained(scene, cue) or _cleft(scene, cue) or _neither(scene, cue)


def _close(particle: Cue, near: int) -> bool:
    """Whether a negation reaches past token ``near``: a long one, "failed in its bid to", is measured from its end."""
    return particle.i >= near or (particle.j - particle.i >= _LONG_DENIAL and particle.j > near)


def _goes_on(scene: Scene, cue: Cue) -> bool:
    """Whether an Arabic past with its own و goes on with what was done, which no لا or لم before it denies."""
    arabic = scene.passage.language != "en" and cue.proclitics == "و"
    return arabic and (cue.form == "past" or (cue.form == "" and past_verb(scene.forms[cue.i])))


def _spends(scene: Scene, j: int, i: int) -> bool:
    """Whether the particle before token j denies another word than the deed at token i: not surprisingly, ليس غريبا
    أن, لم تتردد في; or only that it was the only one: ليست العضو الوحيد; or what was done instead: لم تمتنع بل.
    """
    denied, rather = _manner("presupposing"), _manner("rather")
    k = j
    while k < i and scene.forms[k] in _manner("before_presupposing"):
        k += 1
    alone = not _manner("not_the_only").isdisjoint(scene.forms[i : i + _NEAR_DENIAL])
    return (k < i and scene.forms[k] in denied) or alone or not rather.isdisjoint(scene.forms[j:i])


def _manner(name: str) -> frozenset[str]:
    return words("mahdar.checking", "manner.toml", name)


def _neither(scene: Scene, cue: Cue) -> bool:
    """Whether "neither" or "nor" stands before the subject of an English verb: "nor Israel has ever been put under"."""
    if scene.passage.language != "en":
        return False
    group = next(iter(scene.groups(max(scene.clause(cue.i).i, cue.i - _CLEFT_REACH), cue.i)[-1:]), [])
    between = scene.forms[group[-1].j : cue.i] if group else []
    if not group or not words("mahdar.checking", "manner.toml", "auxiliaries").issuperset(between):
        return False
    i = group[0].i - (scene.forms[group[0].i - 1] == "the")
    return scene.forms[i - 1] in _NEITHER


def _cleft(scene: Scene, cue: Cue) -> bool:
    """Whether the deed is said to be another's: "it was not China that vetoed it", لم تكن الصين هي التي استخدمته."""
    relative = cue.i > 0 and scene.forms[cue.i - 1] in words("mahdar.checking", "manner.toml", "cleft")
    if not relative:
        return False
    k = cue.i - 1 - (cue.i > 1 and scene.forms[cue.i - 2] in words("mahdar.checking", "manner.toml", "cleft_fill"))
    while scene.forms[k - 1] in words("mahdar.checking", "manner.toml", "cleft_among") and k > 1:
        k -= 1  # لم تكن الصين بين الدول التي صوتت
    group = next((g for g in scene.groups(max(0, k - _CLEFT_REACH), k) if g[-1].j == k), [])
    if not group:
        return False
    i = group[0].i - (scene.forms[group[0].i - 1] == "the")
    return any(c.j >= i - 1 for c in scene.within("not", max(scene.sentence(cue.i).i, i - 2), i))


def _contrasts(scene: Scene, denial: Cue, cue: Cue) -> bool:
    """Whether a word of denial only says of somebody that another did it: "Russia, not China, vetoed", كانت روسيا لا
    الصين هي التي.
    """
    between, lead = scene.forms[denial.j : cue.i], scene.forms[max(0, denial.i - 1)]
    phrase = lead == "and" and scene.forms[denial.i : denial.j] == ["not"]  # "a friend of A and not of B, vetoed"
    if ((lead in ("but", ",") or phrase) and "," in between) or (scene.forms[denial.i] == _NOR and "التي" in between):
        return True
    k = denial.j + (scene.forms[denial.j : denial.j + 1] == ["the"])
    return k in scene.asides


def _refrained(scene: Scene, cue: Cue) -> bool:
    """Whether somebody abstained from the deed itself, whoever stands between: امتنعت واشنطن عن استخدام الفيتو."""
    before = scene.within("abstain", max(scene.clause(cue.i).i, cue.i - _FAIL_REACH), cue.i)
    using = words("mahdar.checking", "manner.toml", "using")
    behind = scene.forms[before[-1].j : cue.j] if before else []
    return any(one == _FROM and other in using for one, other in pairwise(behind))


def failed(scene: Scene, cue: Cue) -> bool:
    """Whether the noun of a deed tells what did not come about: دون اعتماد قرار, or with its subject and time behind a
    verb of failing: أخفق مجلس الأمن، أمس، في اعتماد قرار.
    """
    if cue.form != "noun" and scene.forms[cue.i - 1] not in words("mahdar.checking", "manner.toml", "before_noun"):
        return False
    if cue.i and scene.forms[cue.i - 1] in words("mahdar.checking", "manner.toml", "without"):
        return True
    low = max(scene.clause(cue.i).i, cue.i - _FAIL_REACH)
    fails = [c for c in scene.within("not", low, cue.i) if c.form == "fail"]
    return bool(fails) and _only_who_and_when(scene, fails[-1].j, cue.i)


def _unhindered(scene: Scene, cue: Cue) -> bool:
    """Whether دون stands behind a denied verb of hindering: لم يحل ذلك دون اعتماد القرار."""
    hinder = words("mahdar.checking", "manner.toml", "hinder")
    if scene.forms[cue.i - 1] not in words("mahdar.checking", "manner.toml", "without"):
        return False
    low = max(scene.clause(cue.i).i, cue.i - _FAIL_REACH)
    return any(scene.forms[k] in hinder and scene.forms[k - 1] in NOT_PAST for k in range(max(1, low), cue.i))


def _only_who_and_when(scene: Scene, i: int, j: int) -> bool:
    """Whether only bodies, states, times and small words stand between two tokens."""
    covered = tokens_of(scene.within("body", i, j), scene.times_in(i, j), scene.states_in(i, j))
    small = words("mahdar.checking", "manner.toml", "before_failed")
    return all(k in covered or scene.forms[k] in small for k in range(i, j))


def excepted(scene: Scene, cue: Cue) -> bool:
    """Whether an exception behind a denied verb takes the denial back: لم تنضم إلا عام 2004, لم تستخدمه سوى مرتين."""
    behind = scene.within("except", cue.i, scene.clause(cue.i).j)
    return bool(behind) and not scene.within("not", cue.j, behind[0].i)


def tense(scene: Scene, cue: Cue) -> Tense:
    """Past, present or future by the form of the cue and by words of scheduling before it."""
    clause = scene.clause(cue.i)
    if cue.form == "future" or (scene.within("schedule", clause.i, cue.i + 1) and not _done(scene, cue)):
        return "future"
    return "present" if cue.form == "present" and scene.forms[cue.i - 1] not in NOT_PAST else "past"


def _done(scene: Scene, cue: Cue) -> bool:
    """Whether a verb is a past of its own: "will remain bound by the resolution, adopted on Monday", تستعد رواندا وقد
    استخدمت روسيا.
    """
    if scene.passage.language != "en":
        return cue.form == "past"
    return cue.form in ("past", "") and scene.forms[cue.i].endswith("ed") and scene.forms[cue.i - 1] not in _INFINITIVE


def headline(scene: Scene) -> bool:
    """Whether the first sentence is a headline: a line without a stop."""
    return headline_end(scene.passage) > 0


def headline_end(passage: Passage) -> int:
    """The token behind the headline, 0 where there is none."""
    end, forms = passage.sentences[0].j if passage.sentences else 0, passage.tokens.forms
    return end if 0 < end < len(forms) and forms[end] == "\n" and forms[end - 1] not in ".!؟?…" else 0


def titled(scene: Scene, i: int) -> bool:
    """Whether token i stands where the present tells what has happened: in a headline, which is a first line without a
    stop, or in a line of a chronology.
    """
    first = scene.passage.sentences[0]
    return (i < first.j and scene.forms[first.j - 1] not in ".!؟?…") or scene.entry(i) is not None


def _doubts(scene: Scene, cue: Cue) -> bool:
    """Whether a word of doubt is one: not the month of May, nor a stem behind a preposition."""
    month = scene.forms[cue.i] == "may" and scene.tokens.is_capital(cue.i)
    return cue.proclitics in _CONJUNCTIONS and not month


def _may(scene: Scene, cue: Cue) -> bool:
    """Whether قد stands before an imperfect (it may be) rather than a perfect (it has been)."""
    if cue.j >= len(scene.forms) or cue.proclitics not in ("", "و", "ف"):
        return False
    word = scene.forms[cue.j]
    imperfect = word[0] in "ين" or (word[0] in "تا" and len(word) > 3 and word[-1] not in "تا")
    return imperfect and (word[0] == "ي" or not _perfect(scene, cue.j))


def _perfect(scene: Scene, i: int) -> bool:
    """Whether the tables have the word at token i as a past, one with ت not as a present too: تبنى, not تفرض."""
    forms = {c.form for c in scene.begins(i)}
    return not forms.isdisjoint(("past", "passive")) and not ("present" in forms and scene.forms[i][0] == "ت")
