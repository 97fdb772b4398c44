r"""The only way from a note's words to a screen: what could run, hide or recolour is shown instead.

Control characters appear in caret form (`^[`), bidirectional and invisible ones as `\u202e`.
Markup of any kind is plain text here, because nothing after this step interprets any.
"""

import unicodedata

# Joiners hold emoji and scripts together, the soft hyphen hyphenates; they cannot deceive.
_HARMLESS = "\u200c\u200d\u00ad"
_SHOWN = ("Cc", "Cf", "Cs", "Zl", "Zp")
# Unassigned points between the invisible tags are invisible as well.
_TAGS = range(0xE0000, 0xE0080)


def clean(text: str) -> str:
    """Return `text` with every character that is not plain print made visible."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char.isprintable() or char in _HARMLESS:
        return char
    code = ord(char)
    if char == "\t":
        return "    "
    if code < 0x20 or code == 0x7F:
        return "^" + chr(code ^ 0x40)
    if unicodedata.category(char) not in _SHOWN and code not in _TAGS:
        return char
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
