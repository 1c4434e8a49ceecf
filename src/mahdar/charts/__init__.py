"""Charts as SVG out of plain data: made on the server, mirrored for Arabic, each with its table and its limits.

This room knows nothing of the United Nations and holds no words: titles, names and labels come from the caller, in the
language of the page.
"""
