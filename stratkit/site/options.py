"""How a website is built."""

from __future__ import annotations

from stratkit.diagnostics.language import LANGUAGES
from stratkit.immutable import immutable


@immutable
class SiteOptions:
    """How to build.

    Args:
        documents: formats of the official document that are offered for download.
        languages: of the interface; the first stands at the top, others in their folders.
    """

    documents: tuple[str, ...] = ("html",)
    languages: tuple[str, ...] = LANGUAGES

    @property
    def prefixes(self) -> dict[str, str]:
        """The folder of each language."""
        return {language: f"{language}/" if number else "" for number, language in enumerate(self.languages)}
