"""``stratkit document``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from stratkit.cli.app import App, pass_app
from stratkit.cli.commands import command, option, revision_option
from stratkit.cli.output import OutputPath, write_output
from stratkit.diagnostics.errors import ConfigError
from stratkit.diagnostics.message import Message, say
from stratkit.diagnostics.message import mark as _
from stratkit.document.registry import FORMATS

if TYPE_CHECKING:
    from stratkit.document.format import Format
    from stratkit.document.view import DocumentView
    from stratkit.model.linked import Strategy

EPOCH = "SOURCE_DATE_EPOCH"
_UNMARKED = ("project", "indicator")
"""Parts that are no sections of the document."""


@command(
    "document",
    examples=(
        "stratkit document tomsk --format html -o tomsk.html",
        "stratkit document tver --format docx -o tver.docx",
        "stratkit document tver --section projects --format pdf -o projects.pdf",
        "stratkit document tomsk --consolidated --format docx -o consolidated.docx",
        "stratkit document --all -o documents/",
    ),
)
@click.argument("regions", nargs=-1, metavar="[REGION]...")
@option(
    "--format", "forms", type=click.Choice(list(FORMATS)), multiple=True, help=_("Format; may be given several times.")
)
@option("--all", "everything", is_flag=True, help=_("All regions; without --format all formats."))
@option("--section", metavar="SECTION", help=_("Only this section: its id in the profile, or its number as printed."))
@option("--industry", metavar="ID", help=_("Only what concerns this industry."))
@option("--part", type=click.Choice(["card"]), help=_("Only this part: the card of the strategy."))
@option("--project", metavar="ID", help=_("The passport of one project."))
@option("--indicator", metavar="ID", help=_("The sheet of one indicator."))
@option(
    "--consolidated", is_flag=True, help=_("The last edition, marked with the acts that changed it since the first.")
)
@option("-o", "--output", type=OutputPath(), help=_("File to write; a folder for several documents."))
@option("--keep-going", is_flag=True, help=_("Write even if the data has errors."))
@revision_option
@pass_app
def main(
    app: App, /, regions: tuple[str, ...], forms: tuple[str, ...], everything: bool, output: Path | None,
    consolidated: bool, keep_going: bool, **parts: str | None,
) -> None:  # fmt: skip
    """Write the official document of a region, or a part of it, laid out by its profile."""
    moment = created()
    app.only = () if everything else regions
    if everything:
        regions = tuple(app.workspace.strategies)
    if not regions:
        raise ConfigError(say("name a region"), say("there are: {names}", names=", ".join(app.workspace.strategies)))
    chosen = [FORMATS[name] for name in forms or (FORMATS if everything else ("html",))]
    several = len(regions) > 1 or len(chosen) > 1
    if several and output is None:
        raise ConfigError(say("several documents need a folder"), say("name it: -o FOLDER"))
    views = _views(app, regions, Asked(moment, parts, consolidated=consolidated, keep_going=keep_going))
    with app.progress(say("Documents"), len(regions) * len(chosen)) as step:
        for view in views:
            _warn(app, view.warnings)
            for form in chosen:
                path = output / f"{view.id}{form.suffix}" if several and output is not None else output
                write_output(app, _rendered(app, form, view), path)
                if several:
                    app.say(say("{path}", path=str(path)))
                step(1)


@dataclass(frozen=True)
class Asked:
    """What of a document is asked for.

    Args:
        moment: for the properties of files.
        parts: the one part of it, by its kind; all None: the whole.
        consolidated: with marks of the acts that changed it.
        keep_going: even if the data has errors.
    """

    moment: datetime | None
    parts: Mapping[str, str | None]
    consolidated: bool
    keep_going: bool

    @property
    def plain(self) -> bool:
        """Whether it is the whole document of data without errors, which may be kept."""
        return not (self.consolidated or self.keep_going or any(name is not None for name in self.parts.values()))


def _views(app: App, regions: Sequence[str], asked: Asked) -> Iterator[DocumentView]:
    """The documents of *regions*; they are looked for all, and checked, before the first one is given."""
    kept = None
    if asked.plain and len(regions) == 1:
        from stratkit.cli.document_kept import kept_document

        kept = kept_document(app, regions[0], asked.moment)
        view = kept.read() if kept is not None else None
        if view is not None:
            yield view
            return
    strategies = [app.strategy(region) for region in regions]
    if asked.keep_going:
        _warn(
            app,
            (say("nothing of '{path}' could be used: the document lacks it", path=one) for one in app.workspace.unread),
        )
    else:
        app.refuse_broken()
    for strategy in strategies:
        view = view_of(strategy, _whole(app, strategy, asked), asked.parts)
        if kept is not None:
            kept.write(view)
        yield view


def created() -> datetime | None:
    """The moment that ``SOURCE_DATE_EPOCH`` gives for the properties of files; None without it.

    Raises:
        ConfigError: it is no number of seconds, or no date has it.
    """
    value = os.environ.get(EPOCH)
    if not value:
        return None
    try:
        return datetime.fromtimestamp(int(value), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigError(
            say("{name} is no moment: '{value}'", name=EPOCH, value=value),
            say("give it whole seconds since the start of 1970, or take it out of the environment"),
        ) from error


def _whole(app: App, strategy: Strategy, asked: Asked) -> DocumentView:
    """The whole document of *strategy*."""
    if not asked.consolidated:
        from stratkit.document.build import build_document

        return build_document(strategy, asked.moment)
    for kind in _UNMARKED:
        if asked.parts.get(kind) is not None:
            raise ConfigError(
                say("--consolidated and --{kind} exclude each other", kind=kind),
                say("acts change the sections of the document; it has no such sheet"),
            )
    from stratkit.cli.consolidated import consolidated_view

    return consolidated_view(app, strategy, asked.moment)


def view_of(strategy: Strategy, view: DocumentView, parts: Mapping[str, str | None]) -> DocumentView:
    """The whole document *view* of *strategy*, or the one part of it that is asked for.

    Raises:
        ConfigError: more than one part is asked for, or the document has none such.
        RenderError: the profile does not allow it.
    """
    asked = {kind: name for kind, name in parts.items() if name is not None}
    if not asked:
        return view
    if len(asked) > 1:
        names = ", ".join(f"--{kind}" for kind in asked)
        raise ConfigError(say("only one part at a time can be written: {names}", names=names))
    from stratkit.document.parts import card_part, industry_part, section_part
    from stratkit.document.sheets import indicator_sheet, project_passport

    for kind, name in asked.items():
        match kind:
            case "section":
                return section_part(view, name)
            case "industry":
                return industry_part(view, strategy, name)
            case "project":
                return project_passport(view, strategy, name)
            case "indicator":
                return indicator_sheet(view, strategy, name)
            case _:
                return card_part(view)
    return view


def _rendered(app: App, form: Format, view: DocumentView) -> bytes:
    """The file, after saying what a person should know of it."""
    _warn(app, form.warnings(view))
    return form.render(view)


def _warn(app: App, warnings: Iterable[Message]) -> None:
    for message in warnings:
        app.say(say("warning: {message}", message=message), fg="yellow")
