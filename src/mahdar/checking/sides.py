"""Verbs of voting parted from their side by a time or a body: "voted on Friday for the draft", صوتت أمس لصالح."""

from __future__ import annotations

from mahdar.checking.cues import Cue, Sense
from mahdar.checking.mentions import StateMention
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.tokens import Span

_SIDES = {"favour": "voted_for", "oppose": "voted_against"}
_TEXT_REACH = 6  # tokens from "for" or "against" to the text
_TEXTS = ("resolution", "draft", "text")
_PARTING = frozenset({"and", "but", ",", "و", "،"})
_OPEN = frozenset({"for", "against"})  # which may be of something else: "voted on Monday for two hours"
_DID_NOT = ("لم", "ولم", "فلم")
_NOUN_REACH = 24  # tokens from "negative vote" to "was cast by"
_BALLOTS = {
    f"{kind} {noun}": choice
    for kind, choice in (("negative", "no"), ("dissenting", "no"), ("no", "no"), ("affirmative", "yes"))
    for noun in ("vote", "votes")
} | {"vote against": "no", "votes against": "no", "votes for": "yes"}
_SOLE_REACH = 12  # tokens from "only" to the infinitive
_CHOICES = {"against": "no", "no": "no", "for": "yes", "yes": "yes"}
_IN_FAVOUR = (["in", "favour"], ["in", "favor"])
_MOST = 2  # times and bodies between a verb and its side


def _word_list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "votes.toml", name)


def side_behind(scene: Scene, k: int, stop: int) -> Cue | None:
    """The word for a side behind token k, times and bodies between left out."""
    at = past_asides(scene, k, stop)
    found = [c for c in scene.any_of(tuple(_SIDES), at, min(stop, at + 1)) if c.form == "post"]
    cue = max(found, key=lambda c: c.j, default=None)
    return cue if cue is not None and (at == k or _of_text(scene, cue, stop)) else None


def past_asides(scene: Scene, k: int, stop: int) -> int:
    """The token behind the times and bodies that stand at token k with their prepositions."""
    for _ in range(_MOST):
        m = k
        while m < stop and scene.forms[m] in _word_list("leading_aside"):
            m += 1
        time = next(iter(scene.times_in(m, m + 1)), None)
        body = scene.at("body", m)
        end = time.j if time is not None else body.j if body is not None else k
        if end <= k or end >= stop:
            break
        k = end
    return k


def _of_text(scene: Scene, side: Cue, stop: int) -> bool:
    """Whether a text stands behind a side that may otherwise be of something else."""
    if scene.forms[side.j - 1] not in _OPEN:
        return True
    text = next(iter(scene.any_of(_TEXTS, side.j, min(stop, side.j + _TEXT_REACH))), None)
    return text is not None and _PARTING.isdisjoint(scene.forms[side.j : text.i])


def parted(scene: Scene, sentence: Span) -> list[Cue]:
    """The verbs of voting with their side behind a time or a body, each as one word of voting for or against."""
    found = []
    for verb in scene.within("vote", sentence.i, sentence.j):
        at = past_asides(scene, verb.j, sentence.j) if verb.form == "past" else verb.j
        side = side_behind(scene, verb.j, sentence.j) if at > verb.j or _plural(scene, verb) else None
        if side is not None:
            sense = Sense(_SIDES[side.sense.concept], "past", "")
            found.append(Cue(verb.i, side.j, sense, verb.proclitics))
    return found


def only_those(scene: Scene, span: Span) -> list[tuple[Cue, list[StateMention]]]:
    """The Arabic verbs of voting denied of all but those named: لم يعارض القرار سوى كوبا واليمن, with these states."""
    if scene.passage.language == "en" or not scene.has_any(("except",)):
        return []
    found = []
    for verb in scene.within("vote_bare", span.i, span.j):
        if not verb.value or scene.forms[verb.i - 1] not in _DID_NOT:
            continue
        stop = scene.clause(verb.i).j
        behind = next(iter(scene.within("except", verb.j, stop)), None)
        group = next(iter(scene.groups(behind.j, stop)), []) if behind is not None else []
        if behind is not None and group and group[0].i == behind.j:
            found.append((verb, group))
    return found


def cast_by(scene: Scene, span: Span) -> list[tuple[Cue, list[StateMention], str]]:
    """Who cast votes told as a noun: "the two negative votes were cast by Cuba and Yemen", "both abstentions came
    from": the words, the states and their choice.
    """
    found = _owned(scene, span)
    for cue in scene.within("cast_by", span.i, span.j):
        low = max(scene.clause(cue.i).i, cue.i - _NOUN_REACH)
        nouns = [(k, _BALLOTS.get(" ".join(scene.forms[k : k + 2]))) for k in range(low, cue.i - 1)]
        nouns += [(c.i, "abstain") for c in scene.within("abstain", low, cue.i) if c.form == "noun"]
        told = [choice for k, choice in nouns if choice and _opens(scene, k)]
        group = next(iter(scene.groups(cue.j, min(span.j, cue.j + 2))), [])
        if told and group:
            whole = next(g for g in scene.groups(cue.j, span.j) if g[0].i == group[0].i)
            found.append((cue, whole, told[-1]))
    return found


def _opens(scene: Scene, k: int) -> bool:
    """Whether the votes at token k are the subject of their clause: not "criticism of the abstentions came from"."""
    low = scene.clause(k).i
    covered = {m for t in scene.times_in(low, k) for m in range(t.i, t.j)}
    covered |= {m for n in scene.numbers_in(low, k) for m in range(n.i, n.j)}
    covered |= {m for c in scene.within("body", low, k) for m in range(c.i, c.j)}
    return all(m in covered or scene.forms[m] in _word_list("before_votes") for m in range(low, k))


def _owned(scene: Scene, span: Span) -> list[tuple[Cue, list[StateMention], str]]:
    """Whose votes a noun tells: "the negative votes of China and Russia"."""
    found: list[tuple[Cue, list[StateMention], str]] = []
    if not _word_list("side_of_vote") & {*scene.forms[span.i : span.j]}:
        return found
    for k in range(span.i, span.j - 3):
        choice = (
            _BALLOTS.get(" ".join(scene.forms[k : k + 2])) if scene.forms[k] in _word_list("side_of_vote") else None
        )
        if choice and scene.forms[k + 2] in _word_list("owners"):
            group = next(iter(scene.groups(k + 3, span.j)), [])
            near = bool(group) and group[0].i - k - 3 <= (scene.forms[k + 3] == "the")
            found += [(Cue(k, k + 2, Sense("cast_by", "", ""), ""), group, choice)] if near else []
    return found


def preferred(scene: Scene, span: Span) -> list[tuple[Cue, list[StateMention]]]:
    """The Arabic verbs of choosing with their states, where the abstention stands behind: اكتفت الصين بالامتناع."""
    found = []
    for cue in scene.within("prefers", span.i, span.j):
        group = next(iter(scene.groups(cue.j, span.j)), [])
        end = group[-1].j if group and group[0].i == cue.j else span.j
        behind = scene.forms[end : end + 3]
        other = behind[1:2] == ["عن"] and not (behind[2:] and behind[2].endswith(tuple(_word_list("voting"))))
        if behind and behind[0] in _word_list("abstaining") and not other:
            found.append((cue, group))
    return found


def _plural(scene: Scene, verb: Cue) -> bool:
    """Whether it is an Arabic plural, which the tables have without its side: الذين صوتوا لصالح."""
    return verb.form == "past" and scene.passage.language != "en" and scene.forms[verb.i].endswith("وا")


def sole(scene: Scene, span: Span) -> list[Cue]:
    """The English infinitives that tell how the only one voted: "the only member to vote against", each as a word of
    voting with its choice.
    """
    found = []
    for verb in scene.within("vote", span.i, span.j):
        before = scene.forms[max(span.i, verb.i - _SOLE_REACH) : verb.i]
        if verb.form != "infinitive" or scene.forms[verb.i] != "to" or _word_list("sole").isdisjoint(before):
            continue
        side = scene.forms[verb.j : verb.j + 2]
        choice = "yes" if side in _IN_FAVOUR else _CHOICES.get(side[0], "") if side else ""
        if choice:
            found.append(Cue(verb.i, verb.j + 1, Sense("vote_bare", "bare", choice), ""))
    return found
