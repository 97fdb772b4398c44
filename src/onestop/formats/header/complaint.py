"""What is wrong with a YAML text, in the words of someone who never read the standard."""

_QUOTES = "Put the whole value in double quotes."

_COMPLAINTS = (
    (
        "mapping values are not allowed",
        'this ": " cannot stand here',
        "Put the value in double quotes, or look at the indentation.",
    ),
    (
        "could not find expected ':'",
        "a line that is neither `key: value` nor part of the line above",
        "Write `key: value`, or indent the line when it goes on from the one above.",
    ),
    ("escape", "a backslash that means nothing", r"Write \\ for a backslash."),
    ("quoted scalar", "a quotation mark that is never closed", "Close it with the same mark."),
    (
        "flow",
        "brackets that do not fit",
        "Look at the brackets and commas: [a, b], {a: 1, b: 2}.",
    ),
    ("alias", "a * with a meaning of its own at the beginning of a value", _QUOTES),
    ("anchor", "an & with a meaning of its own at the beginning of a value", _QUOTES),
    ("tag", "a ! with a meaning of its own at the beginning of a value", _QUOTES),
    ("cannot start any token", "a character that cannot begin a value", _QUOTES),
    (
        "parsing a block",
        "a line that does not fit the lines above",
        "Look at the indentation and the quotation marks; write `key: value`.",
    ),
)


def complaint(context: str, problem: str, char: str) -> tuple[str, str]:
    """Say what is wrong and what to do, given what the YAML library says of a text.

    `char` is the character at which the library gave up.
    """
    if char == "\t":
        return "a tab where only spaces may stand", "Use spaces instead."
    said = f"{context}: {problem}"
    for needle, what, hint in _COMPLAINTS:
        if needle in said:
            return what, hint
    return f"this is not YAML: {problem}", "Look at this line and at the one above."
