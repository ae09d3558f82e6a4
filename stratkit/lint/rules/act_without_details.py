"""An act has no date or no number.

## Why this is bad
It cannot be found, and the document prints a gap.

## Example
    # demo/programmes.yaml
    programmes:
      - id: health-development
        number: 1
        title: Развитие здравоохранения
        act: {kind: resolution, issuer: Правительства Вымышленной области}   # error: ACT003
        industries: [health, education]

## Use instead
    # demo/programmes.yaml
    programmes:
      - id: health-development
        number: 1
        title: Развитие здравоохранения
        act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-01, act_number: "501-п"}
        industries: [health, education]
"""

from __future__ import annotations

from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.model.catalog import ActKind
from stratkit.model.linked import Act, Catalog, Strategy, Workspace
from stratkit.model.parts import parts_named


@rule("ACT003", "act-without-details", Severity.INFO, packs=("acts",))
def act_without_details(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    acts = [entry.act for entry in strategy.basis if not entry.uncertain]
    grounds = set(acts)
    for act in (strategy.approval_act, *acts, *(programme.act for programme in strategy.programmes)):
        if act.kind is None:
            continue
        # Kinds with a pattern of their own, such as codes, need only what the pattern cites; a kind that has the title of
        # another is the same kind without what the other cites.
        cited = _cited(act.kind, workspace.catalog)
        missing = [key for key, value in (("date", act.date), ("act_number", act.act_number)) if value is None]
        wanted = [key for key in missing if "{" + key.removeprefix("act_") + "}" in cited]
        # A number alone says nothing to those who do not know the act; one that approves the strategy needs no more.
        if act in grounds and not act.title:
            wanted.append("title")
        if wanted:
            yield Finding(
                act.origin,
                say(
                    "the act '{title}' lacks: {keys}",
                    title=act.short or _by_number(act.kind, act),
                    keys=parts_named(wanted),
                ),
                say("look it up on the official portal of legal information"),
                subject=act.id,
            )


def _cited(kind: ActKind, catalog: Catalog) -> str:
    """What is cited of acts of *kind*, and of others that have its title."""
    alike = (one for one in catalog.act_kinds.values() if one.title == kind.title)
    return " ".join({one.id: one.pattern or "{date} {number}" for one in (kind, *alike)}.values())


def _by_number(kind: ActKind, act: Act) -> str:
    """How an act without a title is called."""
    return f"{kind.title} № {act.act_number}" if act.act_number is not None else kind.title
