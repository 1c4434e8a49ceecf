"""`mahdar library …`: reports kept for good, found again, and grouped by what they tell."""

from __future__ import annotations

from mahdar.commands import (
    library_add,
    library_export,
    library_keep,
    library_review,
    library_search,
    library_show,
    library_stories,
)
from mahdar.commands.options import group

app = group("The library: reports kept for good, with when and whence, read, and found again.")
app.command("add", epilog=library_add.ADD_EXAMPLES)(library_add.add)
app.command("list", epilog=library_show.LIST_EXAMPLES)(library_show.list_reports)
app.command("show", epilog=library_show.SHOW_EXAMPLES)(library_show.show)
app.command("search", epilog=library_search.EXAMPLES)(library_search.search)
app.command("stories", epilog=library_stories.EXAMPLES)(library_stories.stories)
app.command("read", epilog=library_add.READ_EXAMPLES)(library_add.read)
app.command("verify", epilog=library_keep.VERIFY_EXAMPLES)(library_keep.verify)
app.command("export", epilog=library_export.EXPORT_EXAMPLES)(library_export.export)
app.command("import", epilog=library_keep.IMPORT_EXAMPLES)(library_keep.import_)
app.add_typer(library_review.app, name="review")
