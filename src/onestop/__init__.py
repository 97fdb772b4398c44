"""onestop: a notebook for people who manage people."""

__version__ = "0.1.0"
