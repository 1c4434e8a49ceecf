"""`mahdar corpus …`: many reports at once, into tables."""

from __future__ import annotations

from mahdar.commands import corpus_read, corpus_stories, corpus_summary
from mahdar.commands.options import group

app = group("A corpus: many reports at once, read on all cores or on a cluster, into tables.")
app.command("read", epilog=corpus_read.EXAMPLES)(corpus_read.read)
app.command("stories", epilog=corpus_stories.EXAMPLES)(corpus_stories.stories)
app.command("summary", epilog=corpus_summary.EXAMPLES)(corpus_summary.summary)
