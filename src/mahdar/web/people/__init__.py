"""People of the application: accounts, sessions, invitations, tokens, and the log of who did what."""
