"""Inputs that break naive readers, kept beside the checkout; tests skip them where absent."""

from pathlib import Path

_SHARED = Path(__file__).parents[2] / "shared"
NASTY = _SHARED / "nasty"
CORPUS = _SHARED / "corpus"
