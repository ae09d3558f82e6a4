"""Words for XML and HTML: nothing in a text becomes markup."""

from __future__ import annotations

from stratkit.document.typography import clean


def words(text: str) -> str:
    """*text* for XML, between tags or in a value in double quotes."""
    text = clean(text)
    if "&" in text or "<" in text or ">" in text or '"' in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text
