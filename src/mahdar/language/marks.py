"""Questions that every step of reading asks of every word, answered together: one look-up a token for all of them.

A grammar, a lexicon, a table of numbers each want to know where in a text something of theirs can begin. What they
ask depends on the folded form alone, so that the questions which hold of a form are kept with it.
"""

from __future__ import annotations

from collections.abc import Callable

from mahdar.language.tokens import Tokens

Question = Callable[[str], bool]
_MOST_FORMS = 50_000


class _Answers(dict[str, tuple[int, ...]]):
    """Folded form to the numbers of the questions that hold of it, filled as forms are met."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        super().__init__()
        self.questions = questions

    def __missing__(self, form: str) -> tuple[int, ...]:
        if len(self) > _MOST_FORMS:
            self.clear()
        self[form] = answer = tuple(number for number, holds in enumerate(self.questions) if holds(form))
        return answer

    def places(self, forms: list[str]) -> list[list[int]]:
        """For each question the tokens for which it holds, in order."""
        found: list[list[int]] = [[] for _ in self.questions]
        for i, form in enumerate(forms):
            for number in self[form]:
                found[number].append(i)
        return found


class Mark:
    """One question, asked of every report: make few of them, and keep them. It may not itself ask where marks stand."""

    # Replaced, never changed, when a question comes in, so that no thread keeps answers that lack it.
    _answers = _Answers(())

    def __init__(self, holds: Question) -> None:
        self._holds = holds
        self._number: int | None = None

    def at(self, tokens: Tokens) -> list[int]:
        """The tokens for which the question holds, in order; the list is kept, do not change it."""
        number = self._join() if self._number is None else self._number
        answers = Mark._answers
        if tokens.marked is not answers:
            tokens.marks, tokens.marked = answers.places(tokens.forms), answers
        return tokens.marks[number]

    def _join(self) -> int:
        questions = (*Mark._answers.questions, self._holds)
        Mark._answers = _Answers(questions)
        self._number = len(questions) - 1
        return self._number
