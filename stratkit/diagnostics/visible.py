"""Text of others, shown so that it cannot deceive."""

from __future__ import annotations

import unicodedata


def visible(text: str) -> str:
    """*text* with control and direction characters made visible, so that no line can lie about itself."""
    if text.replace("\u00a0", " ").isprintable():  # looking at each character takes a hundred times as long
        return text
    return "".join(
        f"<U+{ord(char):04X}>" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co") and char != "\t" else char
        for char in text
    ).replace("\t", "→   ")
