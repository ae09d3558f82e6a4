"""Where each thing stands on the website.

Addresses are made of ids, so they stay when titles and numbers change. They are files with
their full names, so that the site works from any folder, under any address and from a disk.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from stratkit.compare import facts
from stratkit.model import linked

HOME = "index.html"
SEARCH = "search.html"
FINDINGS = "findings.html"
COMPARE = "compare/index.html"
GLOSSARY = "glossary.html"
ABOUT = "about.html"
ACCESSIBILITY = "accessibility.html"
DATA = "data.html"
NOT_FOUND = "404.html"

_FOLDERS: dict[type, str] = {
    linked.Project: "projects",
    linked.Indicator: "indicators",
    linked.Body: "bodies",
    linked.Beneficiary: "beneficiaries",
    linked.Technology: "technologies",
    linked.Programme: "programmes",
    linked.Industry: "industries",
    linked.Task: "tasks",
    linked.BasisAct: "acts",
    facts.ProjectFacts: "projects",
    facts.IndicatorFacts: "indicators",
    facts.BodyFacts: "bodies",
    facts.IndustryFacts: "industries",
    facts.ActFacts: "acts",
}


def region_path(region: str) -> str:
    """The page of a region."""
    return f"{region}/index.html"


def region_file(region: str, name: str) -> str:
    """A file of a region, such as ``document.html``."""
    return f"{region}/{name}"


def entity_path(region: str, entity: linked.Entity | facts.Named) -> str:
    """The page of an entity of a region, or of what a comparison knows of it.

    Raises:
        KeyError: entities of this kind have no page.
    """
    if isinstance(entity, linked.Challenge):
        return f"{region}/challenges/{entity.industry}.{entity.id}.html"
    return f"{region}/{_FOLDERS[type(entity)]}/{entity.id}.html"


def changes_path(region: str, edition: str | None = None) -> str:
    """The page of what an edition changed; without one, that of all editions."""
    return f"{region}/changes/{f'edition-{edition}' if edition else 'index'}.html"


def draft_path(region: str) -> str:
    """The page of what no edition holds yet."""
    return f"{region}/changes/draft.html"


def edition_path(region: str, edition: str) -> str:
    """The page of a strategy as it stood in a former edition."""
    return f"{region}/editions/{edition}.html"


def compared_path(kind: str, identifier: str) -> str:
    """The page that compares regions by an indicator, a federal project or an industry."""
    return f"compare/{kind}/{identifier}.html"


def search_path(region: str) -> str:
    """The search index of a region."""
    return f"assets/search/{region}.js"


def term_anchor(term: str) -> str:
    """The anchor of an abbreviation in the glossary: anchors hold no spaces."""
    return re.sub(r"\s+", "-", term.strip())


def base(url: str | None) -> str:
    """The address of the website with a slash at its end; empty if *url* is none or cannot be one."""
    try:
        parts = urlsplit((url or "").strip())
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            return ""
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}/"
