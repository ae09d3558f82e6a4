"""A beneficiary of the catalogue whom no region names.

## Why this is bad
The list grows, and editors choose among entries that mean nothing.

## Example
    # catalog/beneficiaries.yaml
    items:
      - {id: residents, title: Жители области}
      - {id: pupils, title: Ученики школ}
      - {id: farmers, title: Фермеры}
      - {id: sailors, title: Моряки}   # error: TRC021

## Use instead
    # catalog/beneficiaries.yaml
    items:
      - {id: residents, title: Жители области}
      - {id: pupils, title: Ученики школ}
      - {id: farmers, title: Фермеры}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import Gathered, workspace_rule
from stratkit.model.linked import Catalog, Strategy


def _named(strategy: Strategy) -> Gathered:
    return sorted({target for one in strategy.references if one.kind == "beneficiary" for target in one.targets})


@workspace_rule("TRC021", "unused-catalogue-beneficiary", Severity.INFO, _named, packs=("methodology",))
def unused_catalogue_beneficiary(catalog: Catalog, gathered: Mapping[str, Gathered]) -> Iterator[Finding]:
    named = {name for names in gathered.values() for name in names}
    for name, entry in catalog.beneficiaries.items():
        if name not in named:
            yield Finding(
                catalog.origins["beneficiaries", name],
                say("no region names the beneficiary '{title}'", title=entry.short_title or entry.title),
                say("remove it, or use it"),
                subject=name,
            )
