"""*Method*: how verdicts are made, and what is not covered."""

from __future__ import annotations

from mahdar.web.asking import Ask
from mahdar.web.pages import Data, page
from mahdar.web.wording import N_

# Label, when it is given; the rules of docs/verdicts.md and what is not covered, for people who do not read code.
LABELS = {
    "supported": N_("A row of the record bears out everything that the sentence says."),
    "refuted": N_(
        "A row of certain identity contradicts it, or a table that is complete for that time has no such row."
    ),
    "conflicting": N_("Part of the sentence holds and part does not, or official sources disagree; both are named."),
    "not-enough-evidence": N_("Everything else. What the record has nearby may be cited."),
}
RULES = (
    N_("Absence proves nothing outside the times for which a table declares that it is complete."),
    N_("A refutation needs certain identity: the same symbol, or the only vote on that topic on that day."),
    N_("A row that rests on general knowledge may support a sentence; it never refutes one."),
    N_("What holds in part is shown as holding in part, with both halves named."),
    N_("“About” and “more than” are bounds: a vague sentence is not refuted by a precise row."),
    N_("Where official sources disagree, both are cited and the verdict says that they disagree."),
    N_(
        "A day before or after the one named counts as the same day: a vote in New York is next "
        "morning’s news elsewhere."
    ),
    N_("What bears out a deed refutes its denial, and the other way round."),
    N_("What a report puts as possible, conditional, wished for, threatened or asked is not checked."),
    N_("A person known by the sound of the name alone refutes nothing: spellings differ between scripts."),
    N_(
        "Sanctions that are not said to be the Council’s or the United Nations’ may be anybody’s; "
        "their absence proves nothing."
    ),
)
LIMITS = (
    N_(
        "Only what official bodies publish of their own acts is checked. Events on the ground, "
        "casualty figures and motives are not."
    ),
    N_(
        "Arabic and English are read; reports in other languages are kept and searched, but "
        "nothing is read out of them."
    ),
    N_(
        "Reading is by rules and tables. It misses statements and sentences; what was not marked "
        "was not necessarily right."
    ),
    N_("Each table of the record ends on some day. What came later is not decided."),
    N_("Pictures, video and what a page loads by scripts are not read."),
    N_("Whether a page is genuine is not a question that is asked here."),
)


@page(
    "/method",
    title=N_("How verdicts are made, and what is not covered"),
    template="reports/method.html",
    section="about",
    nav=10,
    role="anybody",
    keeps=True,
    about="The four verdicts, the rules by which they are given, and what is not covered.",
)
def method(ask: Ask) -> Data:
    """The same words for everybody."""
    return {
        "labels": [{"label": label, "when": ask.say(words)} for label, words in LABELS.items()],
        "rules": [ask.say(words) for words in RULES],
        "not_covered": [ask.say(words) for words in LIMITS],
    }


PAGES = [method]
