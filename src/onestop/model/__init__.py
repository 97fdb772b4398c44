"""The nouns: frozen values without input or output, and without a clock.

They are named tuples: as frozen as a dataclass and six times quicker to define
(docs/decisions/0004).
"""
