"""The wording of the region's role names another role than the data.

## Why this is bad
The document prints the wording, lists and filters go by the data: the region is the initiator here and the executor there.

## Example
    # catalog/roles.yaml
    items:
      - {id: executor, title: Исполнитель}
      - {id: initiator, title: Инициатор}
    # demo/projects/health/booking.yaml
    role: {kinds: [executor], text: Регион – инициатор проекта}   # error: TRC048

## Use instead
    # catalog/roles.yaml
    items:
      - {id: executor, title: Исполнитель}
      - {id: initiator, title: Инициатор}
    # demo/projects/health/booking.yaml
    role: {kinds: [initiator], text: Регион – инициатор проекта}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratkit.diagnostics import Finding, Severity, say
from stratkit.lint.rule import rule
from stratkit.lint.words import LONG_WORD
from stratkit.model.linked import Strategy, Workspace


@rule("TRC048", "role-unlike-wording", Severity.WARNING, packs=("methodology", "texts"))
def role_unlike_wording(strategy: Strategy, workspace: Workspace) -> Iterator[Finding]:
    # Roles may begin with one word: «participant» and «participant of the development».
    words = {id_: one.title.split()[0].lower() for id_, one in workspace.catalog.roles.items()}
    known = set(words.values())
    for project in strategy.projects:
        text = project.role.text.lower()
        if not any(word in text for word in known):
            continue
        stated = {words[id_] for id_ in project.role.kinds if id_ in words}
        named = set(LONG_WORD.findall(text)) & known
        others = {word for word in named - stated if not (named & stated and _is_of_another(text, word))}
        if stated and others:
            yield Finding(
                project.origin.at("role", "text"),
                say("the text calls the region '{word}', the data do not", word=min(others)),
                say("settle which of the two is right"),
                related=((project.origin.at("role", "kinds"), say("the data stand here")),),
                subject=project.id,
            )


def _is_of_another(text: str, role: str) -> bool:
    """Whether *text* gives the *role* to somebody wherever it stands: «the executor – the federations»."""
    return all(text[found.end() :].lstrip().startswith("–") for found in re.finditer(rf"\b{role}\b", text))
