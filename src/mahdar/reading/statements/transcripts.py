"""Transcripts and interviews: paragraphs that open with who speaks and a colon, in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import takewhile

from mahdar.language.tokens import Span
from mahdar.reading.passage import Named, Passage

_QUESTIONS = 2
_DASHES = frozenset("-–—")
_LONGEST = 5  # tokens of a label
_OPENING = frozenset('"“«„')
_POSTS = frozenset({"office", "anaphor"})
_QUESTION = frozenset("?؟")
_WHOLE = frozenset(".!?؟…\"'”’»)")  # ends of a sentence and marks behind them

Test = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Labels:
    """What may stand before the colon: words for those who ask and who answer, and tests on tokens ``i`` to ``j``.

    ``sure`` ones make a transcript where two of them stand; ``names`` do where one of them stands twice beside another;
    ``loose`` ones are labels where somebody asks, by his label or by questions alone.
    """

    askers: frozenset[str]
    answerers: frozenset[str]
    sure: Test
    names: Test
    loose: Test


@dataclass(frozen=True, slots=True)
class Turn:
    """The tokens of a label and, behind its colon, those of what is said, over paragraphs; whether it is a question."""

    label: Span
    said: Span
    asks: bool


@dataclass(frozen=True, slots=True)
class Introduction:
    """The only person whom a text names before an interview, if there is one, and whom its names speak for."""

    person: str | None
    principals: frozenset[str]

    @property
    def ids(self) -> tuple[str, ...]:
        """The person as the speaker of a statement."""
        return (self.person,) if self.person is not None else ()


def turns(passage: Passage, labels: Labels) -> list[Turn]:
    """The turns of a transcript in text order.

    One such paragraph alone is a heading; two make a transcript. A turn runs on over paragraphs to the next label; the
    last one does so only behind the label of one who answers, since the reporter may follow.
    """
    forms = passage.tokens.forms
    if forms.count(":") < 2:
        return []
    paragraphs = [(p.i, p.j, _label(forms, p.i, p.j)) for p in passage.tokens.lines() if p.i < p.j]
    if _is_headline(paragraphs, labels):
        del paragraphs[0]
    headed = [(label, forms[end - 1] in _QUESTION) for _, end, label in paragraphs if label is not None]
    told = _labels_of(forms, headed, labels)
    found: list[Turn] = []
    goes_on = 0
    for i, end, label in paragraphs:
        if label is not None and label.i in told:
            if found:
                found[-1] = _until(found[-1], max(goes_on, found[-1].said.j))
            found.append(Turn(label, Span(label.j + 1, end), forms[end - 1] in _QUESTION))
        elif found and forms[end - 1] in _WHOLE and passage.tokens.is_word(i):
            goes_on = end
            if forms[found[-1].label.i] in labels.answerers:
                found[-1] = _until(found[-1], end)
    return found if len(found) > 1 else []


def _is_headline(paragraphs: list[tuple[int, int, Span | None]], labels: Labels) -> bool:
    """Whether the first paragraph names who speaks as headlines do, and a report follows."""
    first = paragraphs[0][2]
    follows = len(paragraphs) > 1 and paragraphs[1][2] is None
    return first is not None and follows and not labels.sure(first.i, first.j)


def answers(passage: Passage, interviews: frozenset[str]) -> list[Turn]:
    """The answers, with empty labels, of an interview whose questions have none: told by dashes or by their number.

    None unless what stands before the first question speaks of an interview and names one person.
    """
    forms = passage.tokens.forms
    if sum(map(forms.count, _QUESTION)) < _QUESTIONS:
        return []
    paragraphs = [(p.i, p.j) for p in passage.tokens.lines() if p.i < p.j]
    asked = [n for n, (_, end) in enumerate(paragraphs) if n and forms[end - 1] in _QUESTION]
    if not asked or introduction(passage, paragraphs[asked[0]][0]).person is None:
        return []
    if interviews.isdisjoint(forms[: paragraphs[asked[0]][0]]):
        return []
    found: list[Span] = []
    for n, after in zip(asked, [*asked[1:], asked[-1] + 2], strict=True):
        if n + 1 < min(after, len(paragraphs)):
            found.append(Span(paragraphs[n + 1][0], paragraphs[min(after, len(paragraphs)) - 1][1]))
    dashed = sum(forms[span.i] in _DASHES for span in found)
    sure = dashed >= _QUESTIONS or (len(found) == len(asked) > _QUESTIONS)
    return [_unlabelled(forms, span) for span in found] if sure else []


def _unlabelled(forms: list[str], span: Span) -> Turn:
    i = span.i + (forms[span.i] in _DASHES)
    return Turn(Span(i, i), Span(i, span.j), asks=False)


def introduction(passage: Passage, before: int) -> Introduction:
    """Whom a text names before token ``before``, where its first turn or question stands."""
    named = list(takewhile(lambda one: one.i < before, passage.named))
    people = {one.entity for one in named if one.kind == "person"}
    known = frozenset(passage.principal(one.entity) for one in named if one.kind not in _POSTS)
    return Introduction(next(iter(people)) if len(people) == 1 else None, known)


def is_post_of_later(passage: Passage, named: Named, before: Introduction) -> bool:
    """Whether a label is a post alone, given a state that only the turns name."""
    whose = passage.principal(named.entity)
    return named.kind in _POSTS and whose.startswith("state:") and whose not in before.principals


def _until(turn: Turn, end: int) -> Turn:
    return replace(turn, said=Span(turn.said.i, end))


def _label(forms: list[str], i: int, end: int) -> Span | None:
    """What stands before a colon near the head of a paragraph, with something behind it."""
    i += i < end and forms[i] in _OPENING
    colon = next((k for k in range(i, min(end, i + _LONGEST)) if forms[k] == ":"), None)
    return Span(i, colon) if colon is not None and i < colon < end - 1 else None


def _labels_of(forms: list[str], candidates: list[tuple[Span, bool]], labels: Labels) -> set[int]:
    """The first tokens of those that are labels of a transcript; with each, whether its paragraph is a question."""
    sure = {c.i for c, _ in candidates if labels.sure(c.i, c.j)}
    able = [(c, asks) for c, asks in candidates if c.i in sure or labels.loose(c.i, c.j)]
    asked = any(forms[c.i] in labels.askers for c, _ in able if c.i in sure and c.j == c.i + 1)
    if asked or _only_asks([(forms[c.j - 1], asks) for c, asks in able]):
        return {c.i for c, _ in able}
    named = [c for c, _ in able if c.i in sure or labels.names(c.i, c.j)]
    times = Counter(forms[c.j - 1] for c in named)
    again = len(times) > 1 and max(times.values()) > 1
    return {c.i for c in named} if again else sure


def _only_asks(labelled: list[tuple[str, bool]]) -> bool:
    """Whether one label stands before two questions or more and nothing else, and another one stands beside it."""
    times, asked = Counter(label for label, _ in labelled), Counter(label for label, asks in labelled if asks)
    return len(times) > 1 and any(n > 1 and times[label] == n for label, n in asked.items())
