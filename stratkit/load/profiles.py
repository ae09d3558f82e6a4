"""Document profiles: merging each with the one that it is based on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from stratkit.diagnostics import Finding, Origin, say
from stratkit.diagnostics.suggest import closest
from stratkit.load.documents import Document, typed
from stratkit.load.schemas import schema_findings
from stratkit.model.node import plain
from stratkit.model.profile import FULL_PROFILE, FullProfile, Outline

_OWN_KEYS = ("stratkit", "based_on")


def merge_profiles(documents: Iterable[Document], *, whole: bool) -> tuple[dict[str, FullProfile], list[Finding]]:
    """All complete profiles by id; a profile that cannot be completed is a finding.

    Args:
        documents: the profiles as written.
        whole: every profile could be read; else one that is missing may be a broken one, which
            has findings of its own.
    """
    by_id = {document.model.id: document for document in documents}
    complete: dict[str, FullProfile] = {}
    findings: list[Finding] = []
    for name, document in by_id.items():
        chain, problem = _chain(document, by_id)
        if problem is not None:
            findings += [problem] if whole else []
            continue
        merged: dict[str, Any] = {}
        for part in chain:
            own = plain(part.model, written=True)
            merged = _merge(merged, {key: value for key, value in own.items() if key not in _OWN_KEYS})
        problems = schema_findings(FULL_PROFILE, merged, document.path, ())
        if not problems:
            profile, problems = typed(FullProfile, merged, document.path)
            if profile is not None:
                complete[name] = profile
                if "outline" in plain(document.model, written=True):  # what it took over is told where it stands
                    findings += _absent(profile, profile.outline, Origin(document.path, ("outline",)))
        for one in problems:
            message = say("the profile '{id}' does not hold together: {problem}", id=name, problem=one.message)
            findings.append(
                Finding(one.place, message, say("compare with catalog/profiles/federal.yaml"), code="PRF001")
            )
    return complete, findings


def _absent(profile: FullProfile, outline: Iterable[Outline], place: Origin) -> Iterator[Finding]:
    """A finding for each section of an outline that is not there."""
    for index, one in enumerate(outline):
        if one.section not in profile.sections:
            message = say("the profile '{id}' has no section '{section}'", id=profile.id, section=one.section)
            hint = say("add it under 'sections', or take it out of 'outline'")
            yield Finding(place.at(index, "section"), message, hint, code="PRF001")
        yield from _absent(profile, one.children, place.at(index, "children"))


def _chain(document: Document, by_id: dict[str, Document]) -> tuple[list[Document], Finding | None]:
    """The profiles to merge, the most basic first."""
    chain = [document]
    while (base := chain[0].model.based_on) is not None:
        place = Origin(chain[0].path, ("based_on",))
        if base not in by_id:
            near = closest(base, by_id)
            hint = say("did you mean '{name}'?", name=near) if near else None
            return [], Finding(place, say("there is no profile '{id}'", id=base), hint, code="PRF001")
        if by_id[base] in chain:
            return [], Finding(place, say("the profile '{id}' is based on itself", id=base), None, code="PRF001")
        chain.insert(0, by_id[base])
    return chain, None


def _merge(base: Any, change: Any) -> Any:
    if isinstance(base, dict) and isinstance(change, dict):
        return {**base, **{key: _merge(base.get(key), value) for key, value in change.items()}}
    return change
