"""The commands of `mahdar`, a module for each group; what a command needs is imported when it runs."""
