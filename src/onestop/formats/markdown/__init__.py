"""Markdown as lines, and what one line says: blocks, list items, fields, ids."""
