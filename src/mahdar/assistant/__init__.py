"""Mahdar for assistants: tools of the Model Context Protocol that read, check, look up, compare and search.

Every answer points at the words it is about (code points and the words themselves) and at its source (symbol, title,
address). A tool has the text that it is given, the record and the library; it opens no file and no address.
"""
