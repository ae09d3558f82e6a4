"""Files -> typed documents: YAML, kind, place, schema, model."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from stratkit.diagnostics import Finding, Message, Origin, Severity, say
from stratkit.diagnostics.suggest import closest
from stratkit.immutable import immutable
from stratkit.load.form import form_findings
from stratkit.load.placeholder import placeholder_findings
from stratkit.load.schemas import schema_findings
from stratkit.model.base import IMPOSSIBLE_DATE
from stratkit.model.kinds import KINDS, Kind, kind_of
from stratkit.model.node import Node, Unfit
from stratkit.model.workspace import SWITCHES, Settings
from stratkit.source.parsed import Parsed, Positions
from stratkit.source.reader import parse
from stratkit.source.tree import Tree

Model = TypeVar("Model", bound=Node)


@immutable
class Document:
    """One file that passed every check of its form."""

    path: str
    kind: Kind
    model: Any

    @property
    def origin(self) -> Origin:
        """The top of the file."""
        return Origin(self.path)


Known = dict[tuple[str, bytes], tuple[Document | None, list[Finding]]]
"""What files were found to be, by path and bytes: two states of a tree share most of their files."""


def load_documents(
    tree: Tree,
    paths: Iterable[str] | None = None,
    known: Known | None = None,
    places: dict[str, Positions] | None = None,
    *,
    form: bool = True,
) -> tuple[list[Document], list[Finding]]:
    """Read the files of *tree* (or only *paths*); a bad file costs its findings and nothing else.

    Args:
        tree: where the files come from.
        paths: only these.
        known: is looked into before a file is read, and filled.
        places: is filled with the places of the keys and values of each file that is read.
        form: also look at what does not keep a file from being used: the order of its keys, its name.
    """
    documents: list[Document] = []
    findings: list[Finding] = list(tree.findings) if paths is None else []
    for path in tree.paths if paths is None else paths:
        data = tree.read(path)
        seen = known.get((path, data)) if known is not None else None
        document, found = seen or _load_document(data, path, places, form=form)
        if known is not None:
            known[path, data] = document, found
        findings += found
        if document is not None:
            documents.append(document)
    return documents, findings


def _load_document(
    data: bytes, path: str, places: dict[str, Positions] | None = None, *, form: bool = True
) -> tuple[Document | None, list[Finding]]:
    parsed = parse(data, path)
    if places is not None:
        places[path] = parsed.places
    findings = parsed.findings
    value = parsed.value
    if value is None:
        return None, findings
    if not isinstance(value, dict):
        findings.append(_no_mapping(path))
        return None, findings
    kind, found = kind_of_file(value, path)
    findings += found
    if kind is None:
        return None, findings
    if kind.model is Settings:
        _excuse_switches(parsed)
    errors = schema_findings(kind.schema, value, path, parsed.trapped)
    findings += errors
    if errors or parsed.trapped:
        return None, findings
    model, failed = typed(kind.model, value, path)
    if form:
        findings += [*form_findings(kind, value, model, data, path), *placeholder_findings(value, data, path)]
    return (Document(path, kind, model) if model is not None else None), findings + failed


def _excuse_switches(parsed: Parsed) -> None:
    """Let ``off`` and ``on`` pass where the settings know them as words; elsewhere they stay ambiguous.

    Who comes from other linters writes them without quotes, and nobody can mean anything else there.
    """
    for pointer, found in list(parsed.trapped.items()):
        value: Any = parsed.value
        for step in pointer:
            value = value.get(step) if isinstance(value, dict) else None
        if pointer[:2] in SWITCHES and value in ("off", "on"):
            del parsed.trapped[pointer]
            parsed.findings.remove(found)


def typed(model: type[Model], value: dict[str, Any], path: str) -> tuple[Model | None, list[Finding]]:
    """What *value*, which the schema allows, writes of *model*; None, with findings in *path*, if it does not fit."""
    try:
        return model.read(value), []
    except Unfit as unfit:
        # What the JSON Schema cannot express and the model does.
        return None, [_refused(Origin(path, pointer), fault, found) for pointer, fault, found in unfit.faults]


def _refused(place: Origin, fault: str, value: Any) -> Finding:
    if fault == IMPOSSIBLE_DATE:
        return Finding(
            place, say("there is no such date: {value}", value=value), say("check day and month"), code="SCH007"
        )
    return Finding(place, say("this is empty"), say("fill it in, or remove the key"), code="SCH001")


def _no_mapping(path: str) -> Finding:
    return Finding(
        Origin(path), say("the file does not hold keys and values"), say("start it with 'stratkit: …'"), code="SCH001"
    )


def kind_of_file(value: dict[str, Any], path: str) -> tuple[Kind | None, list[Finding]]:
    """The kind that the file *path* says it is; None, with a finding, if it cannot be used as that."""
    header = value.get("stratkit")
    if header is None:
        expected = next((kind for kind in KINDS.values() if kind.stands_at(path)), None)
        hint: Message | None = say(
            "write 'stratkit: {header}' at the top", header=f"{expected.name}/1" if expected else "project/1"
        )
        return None, [
            Finding(Origin(path), say("the file does not say what it is: no key 'stratkit'"), hint, code="SCH002")
        ]
    kind, version = kind_of(header)
    if kind is not None and version == kind.version and kind.stands_at(path):
        return kind, []
    place = Origin(path, ("stratkit",))
    if kind is None:
        near = closest(str(header).partition("/")[0], KINDS)
        hint = say("did you mean '{name}'?", name=f"{near}/1") if near else None
        return None, [Finding(place, say("unknown kind of file '{header}'", header=header), hint, code="SCH002")]
    if version != kind.version:
        return None, [_wrong_version(place, str(header), kind, version)]
    hint = say("files of this kind stand at {place}", place=kind.place)
    message = say("a file of kind '{kind}' does not belong here", kind=kind.name)
    return None, [Finding(place, message, hint, code="SCH003", severity=Severity.ERROR)]


def _wrong_version(place: Origin, header: str, kind: Kind, version: int | None) -> Finding:
    if version is not None and version > kind.version:
        return Finding(
            place,
            say("the file is of format '{header}', newer than this stratkit reads", header=header),
            say("install a newer stratkit"),
            code="SCH004",
        )
    return Finding(
        place,
        say("unknown version of the format: '{header}'", header=header),
        say("write 'stratkit: {header}'", header=f"{kind.name}/{kind.version}"),
        code="SCH004",
    )
