"""The whole website of a workspace that is in memory, as files: what ``stratkit serve`` shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stratkit.diagnostics import Diagnostic
from stratkit.model.linked import Workspace
from stratkit.site.context import RegionContext, around
from stratkit.site.editions import edition_views
from stratkit.site.file import SiteFile
from stratkit.site.pages.shared import Shared
from stratkit.site.options import SiteOptions
from stratkit.site.parts import brief, region_part, renderer_of, shared_part, top_files
from stratkit.source import Tree


def site_files(
    workspace: Workspace, findings: Sequence[Diagnostic], options: SiteOptions, tree: Tree | None = None
) -> Iterator[SiteFile]:
    """Every file of the website; the same workspace gives the same bytes.

    What stands on each page is settled here; its bytes are made when :attr:`SiteFile.make` is called.

    Args:
        workspace: what is shown.
        findings: what is wrong with it.
        options: how to build.
        tree: where the workspace comes from; without it former editions are not shown.

    Raises:
        RenderError: a document cannot be laid out by its profile.
    """
    settings, catalog = workspace.settings, workspace.catalog
    renderer = renderer_of(settings, workspace.title, catalog, options)
    chains = {name: edition_views(one, catalog, tree) for name, one in workspace.strategies.items()}
    briefs = {name: brief(one, settings, options, chains[name]) for name, one in workspace.strategies.items()}
    regions = [one.facts for one in briefs.values()]
    found = {name: [one for one in findings if one.span.path.startswith(f"{name}/")] for name in briefs}
    pages: list[str] = []
    for name, strategy in workspace.strategies.items():
        others = around(regions, name)
        context = RegionContext(catalog, settings.site, options.documents, found[name], others, chains[name])
        part = region_part(strategy, context, renderer)
        pages += part.pages
        yield from part.files
    shared = Shared(
        title=workspace.title,
        catalog=catalog,
        regions=regions,
        found={name: len(own) for name, own in found.items()},
        files={name: one.files for name, one in briefs.items()},
        news={name: one.news for name, one in briefs.items()},
    )
    above = shared_part(shared, renderer)
    yield from above.files
    yield from top_files([*above.pages, *pages], briefs.values(), renderer)
