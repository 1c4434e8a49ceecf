"""Filling the record from files of official publications: recognise, read strictly, write in one transaction."""
