"""Questions that every step of reading asks of every word, answered together: one look-up a token for all of them.

A grammar, a lexicon, a table of numbers each want to know where in a text something of theirs can begin. What they
ask depends on the folded form alone, so that the answers for a form are kept, one bit for each question.
"""

from __future__ import annotations

from collections.abc import Callable

from mahdar.language.tokens import Tokens

Question = Callable[[str], bool]
_MOST_FORMS = 100_000


class _Answers(dict[str, int]):
    """Folded form to the questions that hold of it, filled as forms are met."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        super().__init__()
        self.questions = questions

    def __missing__(self, form: str) -> int:
        if len(self) > _MOST_FORMS:
            self.clear()
        self[form] = answer = sum(1 << bit for bit, holds in enumerate(self.questions) if holds(form))
        return answer


class Mark:
    """One question, asked of every report: make few of them, and keep them. It may not itself ask where marks stand."""

    # Replaced, never changed, when a question comes in, so that no thread keeps answers that lack it.
    _answers = _Answers(())

    def __init__(self, holds: Question) -> None:
        self._holds = holds
        self._bit = 0

    def at(self, tokens: Tokens) -> list[int]:
        """The tokens for which the question holds, in order."""
        bit = self._bit or self._join()
        answers = Mark._answers
        if tokens.marked is not answers:
            tokens.marks, tokens.marked = [answers[form] for form in tokens.forms], answers
        return [i for i, mark in enumerate(tokens.marks) if mark & bit]

    def _join(self) -> int:
        questions = (*Mark._answers.questions, self._holds)
        Mark._answers = _Answers(questions)
        self._bit = 1 << len(questions) - 1
        return self._bit
