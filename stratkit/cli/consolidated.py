"""The consolidated text of a strategy: its editions, read from their revisions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from stratkit.cli.app import App
from stratkit.cli.sides import no_revision
from stratkit.diagnostics.errors import ConfigError
from stratkit.diagnostics.message import say
from stratkit.document.build import build_document
from stratkit.document.consolidated import consolidated
from stratkit.load.catalog import link_act
from stratkit.load.workspace import load_workspace
from stratkit.model.kinds import KINDS
from stratkit.source import GitRepository, GitTree
from stratkit.source.home import regions
from stratkit.source.tree import NarrowTree

if TYPE_CHECKING:
    from stratkit.document.view import DocumentView
    from stratkit.load.documents import Known
    from stratkit.model.amendments import ConsolidatedWords
    from stratkit.model.linked import Act, Strategy
    from stratkit.model.strategy import Edition


def consolidated_view(app: App, strategy: Strategy, moment: datetime | None) -> DocumentView:
    """The last edition of *strategy*, marked with what each act changed.

    A strategy of one edition has no marks: its document is the text in force.

    Raises:
        ConfigError: an edition names no act, or its files cannot be used.
        RevisionError: an edition does not say which revision holds it, or there is no such revision.
    """
    editions = strategy.frame.editions
    now = build_document(strategy, moment)
    if len(editions) < 2 or strategy.profile is None:
        return now
    data = _words(app)
    acts = _acts(app, strategy)
    views = [build_document(one, moment) for one in _states(app, strategy, editions)]
    if views[-1] != now:
        app.say(
            say("the files differ from the edition '{name}': the text is that of the edition", name=editions[-1].id),
            fg="yellow",
        )
    return consolidated(views, acts, data, strategy.profile.words)


def _words(app: App) -> ConsolidatedWords:
    found = app.workspace.catalog.amendments
    if found is None or found.consolidated is None:
        raise ConfigError(
            say("'{path}' has no words for the consolidated text", path=KINDS["amendments"].place),
            say("copy 'consolidated' from the one that 'stratkit new workspace' makes"),
        )
    return found.consolidated


def _acts(app: App, strategy: Strategy) -> list[Act]:
    """The acts that changed the strategy: of every edition but the first."""
    kinds = app.workspace.catalog.act_kinds
    found: list[Act] = []
    for index, one in enumerate(strategy.frame.editions[1:], 1):
        if one.act is None or one.act.kind not in kinds:
            raise ConfigError(
                say("the edition '{name}' names no act", name=one.id),
                say("add 'act' with its kind, issuer, date and number to the edition in strategy.yaml"),
            )
        found.append(link_act(one.act, kinds, strategy.origin.at("editions", index, "act"), one.id))
    return found


def _states(app: App, strategy: Strategy, editions: Sequence[Edition]) -> list[Strategy]:
    """The strategy in each of its editions; files that stayed the same are read once."""
    repository = GitRepository(app.folder)
    known: Known = {}
    return [_state(repository, strategy, one, known) for one in editions]


def _state(repository: GitRepository, strategy: Strategy, edition: Edition, known: Known) -> Strategy:
    if edition.revision is None:
        raise no_revision(edition.id)
    tree = GitTree(repository, edition.revision)
    names = frozenset(regions(tree))
    others = names - {strategy.id} if strategy.id in names else frozenset()
    workspace = load_workspace(NarrowTree(tree, others), known=known)
    code = strategy.frame.region.code
    found = workspace.strategies.get(strategy.id) or next(
        (one for one in workspace.strategies.values() if code and one.frame.region.code == code), None
    )
    if found is None:
        raise ConfigError(
            say("the edition '{name}' has no strategy '{id}'", name=edition.id, id=strategy.id),
            say("check 'revision' of the edition in strategy.yaml"),
        )
    unread = [path for path in workspace.unread if path.startswith((f"{found.id}/", "catalog/profiles/"))]
    if unread:
        raise ConfigError(
            say("'{path}' of the edition '{name}' cannot be used", path=unread[0], name=edition.id),
            say("run 'stratkit lint --rev {revision}' and see what is wrong with it", revision=edition.revision),
        )
    return found
