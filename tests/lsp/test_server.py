"""The server as an editor meets it: a process of its own, spoken to over standard input and output."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from stratkit.diagnostics import Severity
from stratkit.lint import lint_workspace
from stratkit.load import load_workspace
from stratkit.source import FolderTree, Locator
from tests.conftest import CORPUS, PATIENCE
from tests.lsp.editor import Editor, covered, edited

PROJECT = "tver/projects/health/my-health.yaml"
INDICATORS = "tver/indicators/health.yaml"
OTHER = "tver/projects/health/single-digital-circuit.yaml"


def run(root: Path, act: Callable[[Editor], Awaitable[None]], **options: object) -> None:
    async def session() -> None:
        async with Editor(root, **options) as editor:
            await act(editor)

    asyncio.run(session())


def errors(root: Path) -> list[str]:
    tree = FolderTree(root)
    found = lint_workspace(load_workspace(tree), Locator(tree.read))
    return [f"{one.span} {one.code} {one.message}" for one in found if one.severity is Severity.ERROR]


def everything(root: Path) -> set[tuple[str, str, str]]:
    tree = FolderTree(root)
    return {
        (one.code, one.span.path, str(one.message)) for one in lint_workspace(load_workspace(tree), Locator(tree.read))
    }


def test_a_broken_reference_is_found_named_mended_and_gone(real: Path):
    async def act(editor: Editor) -> None:
        editor.open(PROJECT)
        await editor.until(lambda: editor.told)
        text = editor.type(PROJECT, "id: video-consultations", "id: video-consultation")
        (finding,) = await editor.told_of(PROJECT, "REF001")
        assert covered(text, finding.range) == "video-consultation"
        assert finding.severity is types.DiagnosticSeverity.Error
        assert finding.message == (
            "there is no indicator with the id 'video-consultation'\ndid you mean 'video-consultations'?"
        )
        (place,) = finding.related_information
        assert editor.path(place.location.uri) == INDICATORS
        (action,) = await editor.actions(PROJECT, finding.range, "quickfix")
        assert action.diagnostics == [finding] or list(action.diagnostics) == [finding]
        editor.apply(action.edit)
        await editor.free_of(PROJECT, "REF001")
        assert editor.texts[PROJECT] == (real / PROJECT).read_text("utf-8")

    run(real, act)


def test_a_finding_is_let_pass_by_a_comment_once_it_says_why(real: Path):
    async def act(editor: Editor) -> None:
        editor.open(PROJECT)
        await editor.until(lambda: editor.told)
        editor.type(PROJECT, "goal: ", "goal: Раз 🎉 - два. ")
        (finding,) = await editor.told_of(PROJECT, "TXT007")
        found = await editor.actions(PROJECT, finding.range, "quickfix")
        (action,) = [one for one in found if "TXT007" in one.title]
        editor.apply(action.edit)
        await editor.told_of(PROJECT, "SUP002")
        assert "# stratkit: ignore[TXT007] – \ngoal: Раз" in editor.texts[PROJECT]
        editor.type(PROJECT, "[TXT007] – ", "[TXT007] – так в акте")
        await editor.until(lambda: not {"SUP002", "TXT007"} & {one.code for one in editor.findings(PROJECT)})

    run(real, act)


def test_a_folder_that_the_editor_comes_to_show_is_looked_at(real: Path, tmp_path: Path):
    corpus = shutil.copytree(CORPUS, tmp_path / "other")

    async def act(editor: Editor) -> None:
        await editor.until(lambda: editor.told)
        (corpus / "demo/projects/health/booking.yaml").write_text("bad: [", "utf-8")
        added = [types.WorkspaceFolder(corpus.as_uri(), "other")]
        event = types.WorkspaceFoldersChangeEvent(added, [])
        editor.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))
        address = (corpus / "demo/projects/health/booking.yaml").as_uri()
        await editor.until(lambda: "YML001" in [one.code for one in editor.told.get(address, [])])

    run(real, act)


def test_a_misspelt_key_is_mended(real: Path):
    async def act(editor: Editor) -> None:
        text = editor.type(PROJECT, "challenges:", "chalenges:") if editor.open(PROJECT) else ""
        (finding,) = await editor.told_of(PROJECT, "SCH005")
        assert covered(text, finding.range) == "chalenges"
        (action,) = await editor.actions(PROJECT, finding.range, "quickfix")
        editor.apply(action.edit)
        await editor.free_of(PROJECT, "SCH005")
        assert editor.texts[PROJECT] == (real / PROJECT).read_text("utf-8")

    run(real, act)


def test_findings_of_all_files_are_shown_before_any_is_opened_and_are_those_of_lint(real: Path):
    async def act(editor: Editor) -> None:
        expected = everything(real)
        files = {path for _, path, _ in expected}
        await editor.until(lambda: len(editor.told) >= len(files))
        told = {(one.code, editor.path(uri)) for uri, found in editor.told.items() for one in found}
        assert told == {(code, path) for code, path, _ in expected}

    run(real, act)


def test_a_finding_follows_an_edit_of_another_open_file_that_is_not_saved(real: Path):
    async def act(editor: Editor) -> None:
        editor.open(INDICATORS)
        editor.type(INDICATORS, "- id: video-consultations", "- id: video-calls")
        (finding,) = await editor.told_of(PROJECT, "REF001")
        assert covered((real / PROJECT).read_text("utf-8"), finding.range) == "video-consultations"
        editor.type(INDICATORS, "- id: video-calls", "- id: video-consultations")
        await editor.free_of(PROJECT, "REF001")

    run(real, act)


def test_closing_a_text_that_was_not_saved_brings_back_the_file(real: Path):
    async def act(editor: Editor) -> None:
        editor.open(PROJECT)
        editor.type(PROJECT, "industry: health", "industry: healthy")
        await editor.told_of(PROJECT, "REF001")
        editor.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(editor.uri(PROJECT)))
        )
        await editor.free_of(PROJECT, "REF001")

    run(real, act)


def test_a_change_on_disk_is_seen(real: Path):
    async def act(editor: Editor) -> None:
        await editor.until(lambda: editor.told)
        path = real / PROJECT
        path.write_text(path.read_text("utf-8").replace("federal: my-health", "federal: my-helth"), "utf-8")
        editor.client.workspace_did_change_watched_files(
            types.DidChangeWatchedFilesParams([types.FileEvent(editor.uri(PROJECT), types.FileChangeType.Changed)])
        )
        (finding,) = await editor.told_of(PROJECT, "REF001")
        assert covered(path.read_text("utf-8"), finding.range) == "my-helth"

    run(real, act)


def test_columns_count_utf_16_units(real: Path):
    async def act(editor: Editor) -> None:
        editor.open(PROJECT)
        text = editor.type(
            PROJECT,
            "role: {kinds: [executor], text: Регион – исполнитель проекта}",
            "role: {text: 'Регион 🧑‍⚕️😋 – исполнитель', kinds: [executo]}",
        )
        (finding,) = await editor.told_of(PROJECT, "REF001")
        assert covered(text, finding.range) == "executo"
        (action,) = await editor.actions(PROJECT, finding.range, "quickfix")
        editor.apply(action.edit)
        await editor.free_of(PROJECT, "REF001")
        assert "kinds: [executor]}" in editor.texts[PROJECT]
        assert "'executor'" in await editor.hover(PROJECT, "executor]")
        offered = await editor.complete(PROJECT, "[executor]}", 1)
        item = next(one for one in offered.items if one.label != "executor")
        assert covered(editor.texts[PROJECT], item.text_edit.range) == "executor"

    run(real, act)


def test_a_word_that_is_right_is_taken_into_the_settings(real: Path):
    async def act(editor: Editor) -> None:
        settings = editor.open("stratkit.yaml")
        editor.set("stratkit.yaml", settings.rstrip() + "\n  severity: {LNG001: info}\n")
        editor.open(PROJECT)
        editor.type(PROJECT, "role: {kinds: [executor], text: ", "role: {kinds: [executor], text: Запесь и ")
        (finding,) = await editor.told_of(PROJECT, "LNG001")
        (action,) = await editor.actions(PROJECT, finding.range, "quickfix")
        assert "'Запесь' is right" in action.title
        editor.apply(action.edit)
        await editor.free_of(PROJECT, "LNG001")
        assert "words: [доезд, запесь]" in editor.texts["stratkit.yaml"]
        assert editor.texts[PROJECT].count("Запесь") == 1

    run(real, act)


def test_broken_yaml_is_a_finding_and_nothing_else_stops(real: Path):
    async def act(editor: Editor) -> None:
        whole = editor.open(INDICATORS)
        editor.open(PROJECT)
        await editor.until(lambda: editor.told)
        for text in ("indicators: [", "\t- :\n  {", "", "\x00", "a: &x [*x]", whole[: len(whole) // 2] + "\n  : ["):
            editor.set(INDICATORS, text)
            await editor.until(
                lambda: any(str(one.code).startswith(("YML", "SCH", "FRM")) for one in editor.findings(INDICATORS))
            )
        # The names that the file had are still known, and what stands elsewhere is not blamed for its state.
        assert editor.findings(PROJECT, "REF001") == []
        offered = await editor.complete(PROJECT, "id: video-consultations", 4)
        assert "video-consultations" in {one.label for one in offered.items}
        assert "video-consultations" in await editor.hover(PROJECT, "video-consultations")
        with pytest.raises(JsonRpcException, match="cannot be read now"):
            await editor.rename(PROJECT, "video-consultations", "video-calls")
        editor.set(INDICATORS, whole)
        await editor.until(lambda: not any(str(one.code).startswith("YML") for one in editor.findings(INDICATORS)))
        assert editor.messages == []

    run(real, act)


def test_completion_offers_the_ids_of_the_place_with_titles(real: Path):
    async def act(editor: Editor) -> None:
        editor.open(PROJECT)
        found = await editor.complete(PROJECT, "challenges: [digital-services", len("challenges: [dig"))
        labels = {one.label: one for one in found.items}
        assert {"digital-services", "system-efficiency"} <= set(labels)
        one = labels["digital-services"]
        assert covered(editor.texts[PROJECT], one.text_edit.range) == "digital-services"
        assert one.documentation in one.filter_text
        assert "number" in one.detail

        async def offered(typed: str) -> dict[str, str]:
            head = "stratkit: project/1\nid: new\nindustry: health\n"
            editor.set(PROJECT, f"{head}{typed}|\nterm: {{text: x}}\n".replace("|", ""))
            found = await editor.complete(PROJECT, typed, len(typed))
            return {one.label: one.text_edit.new_text for one in found.items}

        assert "federal-budget" in await offered("financing:\n  sources: [regional-budget, ")
        assert "single-digital-circuit" in await offered("federal: ")
        assert (await offered("indicators:\n  - "))["video-consultations"] == "id: video-consultations"
        assert (await offered("indicators:\n  - {id: vi"))["video-consultations"] == "video-consultations"
        assert (await offered("responsible: "))["health-ministry"] == "[health-ministry]"
        assert "citizens" in await offered('beneficiaries:\n  - who: ["')
        assert await offered("goal: Создать ") == {}
        assert await offered("# challenges: [") == {}

    run(real, act)


def test_hover_says_what_an_id_is(real: Path):
    async def act(editor: Editor) -> None:
        editor.open(PROJECT)
        text = await editor.hover(PROJECT, "health-cabinet-users")
        assert "Число граждан, воспользовавшихся услугами" in text
        assert "| 2022 | 2023 | 2024 |" in text
        assert "| 120.51 | 169.02 | 321.15 |" in text
        assert INDICATORS in text
        assert "unit: тыс. чел." in text
        assert await editor.hover(PROJECT, "Создать и развить") == ""

    run(real, act)


def test_hover_is_in_the_language_of_the_person(real: Path):
    async def act(editor: Editor) -> None:
        editor.open(PROJECT)
        assert "indicator '" not in await editor.hover(PROJECT, "health-cabinet-users")

    run(real, act, language="ru")


def test_definition_leads_from_the_project_to_the_region_and_from_there_to_the_catalogue(real: Path):
    async def act(editor: Editor) -> None:
        async def leads(path: str, needle: str, skip: int) -> list[str]:
            editor.open(path)
            return [editor.path(one.uri) for one in await editor.definition(path, needle, skip)]

        assert await leads(PROJECT, "id: health-cabinet-users", 5) == [INDICATORS]
        assert await leads(PROJECT, "federal: my-health", 10) == ["catalog/federal-projects/health.yaml"]
        assert await leads(PROJECT, "industry: health", 11) == ["tver/industries/health.yaml"]
        assert await leads("tver/industries/health.yaml", "industry: health", 11) == ["catalog/industries.yaml"]
        assert await leads(PROJECT, "who: [citizens", 7) == ["tver/card.yaml"]
        assert await leads(PROJECT, "Создать", 1) == []

    run(real, act)


def test_references_are_all_mentions_of_this_very_thing(real: Path):
    async def act(editor: Editor) -> None:
        editor.open(INDICATORS)
        found = await editor.references(INDICATORS, "- id: health-cabinet-users", 6)
        paths = sorted(editor.path(one.uri) for one in found)
        assert paths == [INDICATORS, PROJECT, "tver/projects/health/personal-medical-assistants.yaml", OTHER]
        for one in found:
            assert covered((real / editor.path(one.uri)).read_text("utf-8"), one.range) == "health-cabinet-users"
        # The common indicator has the same id and is another thing.
        common = await editor.references(INDICATORS, "common: health-cabinet-users", 9, declared=False)
        assert all(editor.path(one.uri).endswith("indicators/health.yaml") for one in common)

    run(real, act)


@pytest.mark.parametrize(
    ("path", "needle", "new"),
    [
        (PROJECT, "id: health-cabinet-users", "cabinet-users"),
        (PROJECT, "id: my-health", "health-services"),
        (PROJECT, "responsible: [health-ministry", "no"),
        (PROJECT, "challenges: [digital-services", "services-2"),
        (PROJECT, "industry: health", "medicine"),
        ("catalog/units.yaml", "{id: percent", "per-cent"),
        ("catalog/profiles/tver.yaml", "id: tver", "valdai"),
    ],
)
def test_a_new_id_holds_everywhere_and_lint_stays_as_it_was(real: Path, path: str, needle: str, new: str):
    async def act(editor: Editor) -> None:
        editor.open(path)
        skip = max(needle.rfind(" "), needle.rfind("[")) + 1
        old = needle[skip:]
        uses = len(await editor.references(path, needle, skip))
        edit = await editor.rename(path, needle, new, skip)
        assert sum(len(one.edits) for one in edit.document_changes if isinstance(one, types.TextDocumentEdit)) == uses
        text = edited(
            editor.texts[path],
            next(one.edits for one in edit.document_changes if one.text_document.uri == editor.uri(path)),
        )
        (real / path).write_text(text, "utf-8")
        editor.texts.pop(path)
        editor.apply(types.WorkspaceEdit(document_changes=[
            one for one in edit.document_changes
            if isinstance(one, types.RenameFile) or one.text_document.uri != editor.uri(path)
        ]))  # fmt: skip
        assert old != new

    count = len(everything(real))
    run(real, act)
    assert errors(real) == []
    assert len(everything(real)) == count


def test_an_editor_that_moves_no_files_gets_the_edits_alone(real: Path):
    async def act(editor: Editor) -> None:
        editor.open(PROJECT)
        edit = await editor.rename(PROJECT, "id: my-health", "health-services", 4)
        assert edit.document_changes is None
        assert list(edit.changes) == [editor.uri(PROJECT)]

    run(real, act, moving=False, renames=False)


def test_an_id_that_cannot_be_is_refused(real: Path):
    async def act(editor: Editor) -> None:
        editor.open(PROJECT)
        for new in ("Health", "health_services", "здоровье", "", "a" * 65):
            with pytest.raises(JsonRpcException, match="is no id"):
                await editor.rename(PROJECT, "id: my-health", new, 4)
        with pytest.raises(JsonRpcException, match="'single-digital-circuit' is taken"):
            await editor.rename(PROJECT, "id: my-health", "single-digital-circuit", 4)

    run(real, act)


def test_a_retired_id_is_neither_changed_nor_given_again(corpus: Path):
    async def act(editor: Editor) -> None:
        text = editor.open("demo/retired.yaml")
        retired = next(
            line.split("id: ")[1].split(",")[0].strip("} ")
            for line in text.splitlines()
            if "kind: project" in line and "id: " in line
        )
        with pytest.raises(JsonRpcException, match="is retired"):
            await editor.rename("demo/retired.yaml", f"id: {retired}", "other", 4)
        editor.open("demo/projects/health/booking.yaml")
        with pytest.raises(JsonRpcException, match="is taken"):
            await editor.rename("demo/projects/health/booking.yaml", "id: booking", retired, 4)

    run(corpus, act)


def test_the_outline_names_what_stands_in_the_file(real: Path):
    async def act(editor: Editor) -> None:
        editor.open(INDICATORS)
        params = types.DocumentSymbolParams(types.TextDocumentIdentifier(editor.uri(INDICATORS)))
        found = await editor.client.text_document_document_symbol_async(params)
        inner = next(one for one in found if one.name == "indicators").children
        one = next(one for one in inner if one.detail == "health-cabinet-users")
        assert covered(editor.texts[INDICATORS], one.selection_range) == "health-cabinet-users"
        assert "plan: {2022: 120.51" in covered(editor.texts[INDICATORS], one.range)

    run(real, act)


def test_formatting_is_that_of_fmt(real: Path):
    async def act(editor: Editor) -> None:
        whole = editor.open(PROJECT)
        editor.set(PROJECT, whole.replace("number: 3\nindustry: health\n", "industry: health\nnumber: 3\n"))
        params = types.DocumentFormattingParams(
            types.TextDocumentIdentifier(editor.uri(PROJECT)), types.FormattingOptions(2, True)
        )
        assert edited(editor.texts[PROJECT], await editor.client.text_document_formatting_async(params)) == whole

    run(real, act)


def test_files_outside_of_a_workspace_are_left_alone(real: Path):
    async def act(editor: Editor) -> None:
        outside = real.parent / "elsewhere.yaml"
        outside.write_text("a: [", "utf-8")
        document = types.TextDocumentIdentifier(outside.as_uri())
        await editor.until(lambda: editor.told)
        for uri in (outside.as_uri(), "untitled:Untitled-1", "http://example.org/a.yaml"):
            editor.client.text_document_did_open(
                types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "yaml", 1, "a: ["))
            )
        place = types.Position(0, 1)
        assert await editor.client.text_document_hover_async(types.HoverParams(document, place)) is None
        assert await editor.client.text_document_completion_async(types.CompletionParams(document, place)) is None
        assert not await editor.client.text_document_definition_async(types.DefinitionParams(document, place))
        editor.open(PROJECT)
        assert await editor.hover(PROJECT, "health-cabinet-users")
        assert outside.as_uri() not in editor.told
        assert editor.messages == []

    run(real, act)


def test_a_workspace_is_found_in_the_folder_below_and_settings_that_make_no_sense_are_said(real: Path):
    async def act(editor: Editor) -> None:
        await editor.until(lambda: editor.told)
        text = editor.open("stratkit.yaml")
        before, lint, after = text.partition("lint:\n")
        assert lint
        editor.set("stratkit.yaml", f"{before}{lint}  severity: {{NOPE99: error}}\n{after}")
        (finding,) = await editor.until(
            lambda: [one for one in editor.findings("stratkit.yaml") if "NOPE99" in one.message]
        )
        assert finding.severity is types.DiagnosticSeverity.Error
        editor.set("stratkit.yaml", text)
        await editor.until(lambda: not editor.findings("stratkit.yaml"))

    run(real, act, folder=real.parent)


def test_the_server_ends_when_the_editor_is_gone(real: Path):
    ended = subprocess.run(
        [sys.executable, "-m", "stratkit", "-C", str(real), "lsp"],
        input=b"",
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (0, b"")


def test_without_the_library_the_command_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, stratkit: Callable, real: Path
):
    for name in [
        name for name in sys.modules if name.split(".")[0] in ("pygls", "lsprotocol") or name.startswith("stratkit.lsp")
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    ran = stratkit("-C", real, "lsp")
    assert ran.code == 2
    assert "pip install 'stratkit[lsp]'" in ran.err
