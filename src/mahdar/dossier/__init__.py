"""What the record and the library have on a state, a person or a story, gathered; and a page of it to print."""
