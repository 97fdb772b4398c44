"""The command line: it asks and answers."""
