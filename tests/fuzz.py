"""How many examples a property is tried on."""

import os


def examples(n: int) -> int:
    """Return ONE_FUZZ when it is set, else n."""
    return int(os.environ.get("ONE_FUZZ", n))
