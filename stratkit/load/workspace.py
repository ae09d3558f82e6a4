"""The whole workspace from a tree, or one region of it alone.

A region needs nothing of the others: :func:`load_frame` reads what all of them stand on, :func:`load_region`
one of them, and :func:`assemble` puts the parts together. Every part can be pickled.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from stratkit.diagnostics import Finding, Origin, Severity, say
from stratkit.diagnostics.errors import SourceError
from stratkit.immutable import immutable
from stratkit.load.catalog import NEEDED, CatalogBuilder, missing_file
from stratkit.load.documents import Known, load_documents
from stratkit.load.link import StrategyLinker
from stratkit.model.kinds import KINDS, path_pattern
from stratkit.model.linked import Catalog, Strategy, Workspace
from stratkit.model.workspace import Settings
from stratkit.source.home import CATALOG, SETTINGS, common_paths, paths_of, regions
from stratkit.source.parsed import Positions
from stratkit.source.tree import Tree

_WAIVERS = tuple(f"#{blank}{name}".encode() for blank in ("", " ") for name in ("stratkit", "Stratkit"))
"""How every comment that lets a finding pass begins; files without one are not searched for such comments."""


@immutable
class Frame:
    """What all regions of a workspace stand on.

    Args:
        settings: of the workspace.
        catalog: what regions share.
        regions: the names of their folders, sorted.
        absent: lists of the catalogue that references need and for which there is no file at all.
        passed_over: what the tree did not read, in all regions.
        reading: what is wrong with the form of files of the catalogue and at the top.
        linking: what is wrong between files of the catalogue.
        strays: files at the top that are not read.
        unread: files of the catalogue and at the top of which nothing could be used.
        waived: files of the catalogue and at the top that may hold suppressions of findings.
    """

    settings: Settings
    catalog: Catalog
    regions: tuple[str, ...]
    absent: tuple[str, ...]
    passed_over: tuple[Finding, ...]
    reading: tuple[Finding, ...]
    linking: tuple[Finding, ...]
    strays: tuple[Finding, ...]
    unread: tuple[str, ...]
    waived: tuple[str, ...]

    __eq__, __hash__ = object.__eq__, object.__hash__

    def missing(self, wanting: Mapping[str, Origin]) -> Iterator[Finding]:
        """A finding for each absent list; *wanting* holds the first reference that needs it, where there is one."""
        return (missing_file(name, wanting.get(name)) for name in self.absent)


@immutable
class RegionLoad:
    """One region, read, checked and linked.

    Args:
        region: the name of its folder.
        strategy: None if it has no readable ``strategy.yaml``.
        reading: what is wrong with the form of its files.
        linking: what is wrong between them.
        wanting: the first reference into each absent list of the catalogue.
        unread: files of which nothing could be used.
        waived: files that may hold suppressions of findings.
    """

    region: str
    strategy: Strategy | None
    reading: tuple[Finding, ...]
    linking: tuple[Finding, ...]
    wanting: Mapping[str, Origin]
    unread: tuple[str, ...]
    waived: tuple[str, ...]

    __eq__, __hash__ = object.__eq__, object.__hash__

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is wrong with reading the region."""
        return (*self.reading, *self.linking)


def load_workspace(tree: Tree, known: Known | None = None, *, form: bool = True) -> Workspace:
    """Read, check and link everything in *tree*.

    Args:
        tree: where the files come from.
        known: what files were found to be in another state of the tree; is filled.
        form: also look at what does not keep a file from being used: the order of its keys, its name.

    Raises:
        SourceError: the tree is no workspace at all (it has no ``stratkit.yaml``).
    """
    frame = load_frame(tree, known, form=form)
    loads = [load_region(tree, frame, region, known, form=form) for region in frame.regions]
    return assemble(frame, loads, idle_patterns(frame.settings, tree.paths))


def load_frame(tree: Tree, known: Known | None = None, *, form: bool = True) -> Frame:
    """Read and check the settings and the catalogue of *tree*, and nothing of the regions.

    Args:
        tree: where the files come from.
        known: what files were found to be in another state of the tree; is filled.
        form: as for :func:`load_workspace`.

    Raises:
        SourceError: the tree is no workspace at all (it has no ``stratkit.yaml``).
    """
    own = common_paths(tree)
    top = [path for path in own if "/" not in path]
    if SETTINGS not in top:
        raise SourceError(
            say("this is no workspace of strategies: there is no file '{name}'", name=SETTINGS),
            say("go to the folder that holds it, or name it: stratkit -C FOLDER …"),
        )
    documents, reading = load_documents(tree, own, known, form=form)
    read = {document.path for document in documents}
    unread = tuple(path for path in own if path not in read)
    lists = [document for document in documents if document.path.startswith(f"{CATALOG}/")]
    builder = CatalogBuilder(lists, _kinds(unread))
    catalog = builder.build()
    settings = next((one.model for one in documents if one.path == SETTINGS), None)
    return Frame(
        settings=settings or Settings(stratkit="workspace/1", title="?"),
        catalog=catalog,
        regions=tuple(regions(tree)),
        absent=tuple(name for name in NEEDED if name in catalog.missing and KINDS[name].place not in own),
        passed_over=tuple(tree.findings),
        reading=tuple(reading),
        linking=tuple(builder.findings),
        strays=tuple(_stray(path) for path in top if path != SETTINGS),
        unread=unread,
        waived=_waived(tree, own),
    )


def load_region(
    tree: Tree,
    frame: Frame,
    region: str,
    known: Known | None = None,
    places: dict[str, Positions] | None = None,
    *,
    form: bool = True,
) -> RegionLoad:
    """Read, check and link one region.

    Args:
        tree: where the files come from.
        frame: of the same tree.
        region: one of its regions.
        known: what files were found to be in another state of the tree; is filled.
        places: is filled with the places of the keys and values of each file that is read.
        form: as for :func:`load_workspace`.
    """
    own = paths_of(tree, region)
    documents, reading = load_documents(tree, own, known, places, form=form)
    read = {document.path for document in documents}
    unread = tuple(path for path in own if path not in read)
    linker = StrategyLinker(region, documents, frame.catalog, _kinds(unread))
    strategy = linker.link()
    lost = [_without_frame(region)] if strategy is None and f"{region}/strategy.yaml" not in own else []
    return RegionLoad(
        region=region,
        strategy=strategy,
        reading=tuple(reading),
        linking=(*linker.findings, *lost),
        wanting=linker.references.wanting,
        unread=unread,
        waived=_waived(tree, own),
    )


def idle_patterns(settings: Settings, paths: Collection[str]) -> Iterator[Finding]:
    """A finding for each pattern of the settings that fits none of the files *paths*, or fewer than it seems to."""
    for pattern in settings.lint.paths:
        form = path_pattern(pattern)
        deep = "**" in pattern.split("/")
        if deep or not any(form.match(path) for path in paths):
            yield Finding(
                Origin(SETTINGS, ("lint", "paths", pattern)),
                say("two stars in '{pattern}' stand for one name, as one star does", pattern=pattern)
                if deep
                else say("no file fits the pattern '{pattern}'", pattern=pattern),
                say("paths start in the folder of stratkit.yaml, and a star stands for one name, as in */projects/*/*"),
                code="FRM004",
            )


def assemble(frame: Frame, loads: Iterable[RegionLoad], besides: Iterable[Finding] = ()) -> Workspace:
    """The workspace of *frame* with the regions *loads*; *besides* is found as well."""
    listed = list(loads)
    wanting: dict[str, Origin] = {}
    for one in listed:
        wanting = {**one.wanting, **wanting}
    reading = [*frame.reading, *(found for one in listed for found in one.reading)]
    return Workspace(
        title=frame.settings.title if SETTINGS not in frame.unread else "",
        settings=frame.settings,
        catalog=frame.catalog,
        strategies={one.region: one.strategy for one in listed if one.strategy is not None},
        findings=(
            *frame.passed_over,
            *sorted(reading, key=lambda found: found.place.path),
            *frame.linking,
            *(found for one in listed for found in one.linking),
            *frame.missing(wanting),
            *frame.strays,
            *besides,
        ),
        unread=tuple(sorted([*frame.unread, *(path for one in listed for path in one.unread)])),
        waived=tuple(sorted([*frame.waived, *(path for one in listed for path in one.waived)])),
    )


def _kinds(unread: Iterable[str]) -> frozenset[str]:
    """The kinds of files of which one could not be read."""
    return frozenset(kind.name for path in unread for kind in KINDS.values() if kind.stands_at(path))


def _waived(tree: Tree, paths: Iterable[str]) -> tuple[str, ...]:
    """Those of *paths* that may hold suppressions of findings."""
    return tuple(path for path in paths if _speaks(tree.read(path)))


def _speaks(data: bytes) -> bool:
    # Most files have but one number sign: of the line for editors, with which they begin.
    return (data.rfind(b"#") > 0 or data.startswith(_WAIVERS)) and any(begin in data for begin in _WAIVERS)


def _without_frame(region: str) -> Finding:
    hint = say("make it with 'stratkit new region {id}', or move the folder elsewhere", id=region)
    message = say("the folder '{id}' has no file strategy.yaml", id=region)
    return Finding(Origin(f"{region}/strategy.yaml"), message, hint, code="REF004")


def _stray(path: str) -> Finding:
    return Finding(
        Origin(path),
        say("a file at the top of the workspace is not read"),
        say("move it into the folder of a region or into catalog/"),
        code="SCH003",
        severity=Severity.WARNING,
    )
