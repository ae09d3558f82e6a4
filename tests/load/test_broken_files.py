"""A broken file costs its own finding and nothing else."""

import shutil

import pytest

from stratkit.diagnostics import Severity
from stratkit.lint import lint_workspace
from stratkit.load import load_workspace
from stratkit.source import FolderTree, Locator

FILES = (
    "stratkit.yaml", "catalog/acts.yaml", "catalog/units.yaml", "catalog/indicators/health.yaml",
    "catalog/federal-projects/health.yaml", "catalog/profiles/federal.yaml", "catalog/beneficiaries.yaml",
    "demo/strategy.yaml", "demo/bodies.yaml", "demo/card.yaml", "demo/priorities.yaml", "demo/programmes.yaml",
    "demo/technologies.yaml", "demo/basis.yaml", "demo/industries/health.yaml", "demo/indicators/health.yaml",
    "demo/projects/health/booking.yaml",
)  # fmt: skip


def problems(root):
    tree = FolderTree(root)
    found = lint_workspace(load_workspace(tree), Locator(tree.read))
    return [one for one in found if one.severity >= Severity.WARNING]


@pytest.mark.parametrize("path", FILES)
def test_broken_yaml_gives_one_finding(corpus, path):
    (corpus / path).write_text((corpus / path).read_text() + "\t- broken\n")
    found = problems(corpus)
    assert [(one.code, one.span.path) for one in found] == [("YML001", path)]


@pytest.mark.parametrize("path", FILES)
def test_an_unknown_key_gives_one_finding(corpus, path):
    (corpus / path).write_text((corpus / path).read_text() + "nobody_knows_this: 1\n")
    found = problems(corpus)
    assert [(one.code, one.span.path) for one in found] == [("SCH005", path)]


@pytest.mark.parametrize(
    "name", ["units", "beneficiaries", "industries", "roles", "financing", "act-kinds", "document-kinds"]
)
def test_a_missing_list_of_the_catalogue_names_the_file_and_a_place_that_needs_it(corpus, name):
    (corpus / f"catalog/{name}.yaml").unlink()
    errors = [one for one in problems(corpus) if one.severity is Severity.ERROR]
    assert [(one.code, one.span.path) for one in errors] == [("REF004", f"catalog/{name}.yaml")]
    assert [place.span.path.split("/")[0] for place in errors[0].related] in (["demo"], ["sample"], ["catalog"])


def test_an_unknown_federal_project_names_both_places(corpus):
    project = next(path for path in corpus.glob("demo/projects/*/*.yaml") if "\nfederal:" in path.read_text())
    known = next(line for line in project.read_text().splitlines() if line.startswith("federal:")).split()[1]
    project.write_text(project.read_text().replace(f"federal: {known}", f"federal: {known}x"))
    found = [one for one in problems(corpus) if one.severity is Severity.ERROR]
    assert [one.code for one in found] == ["REF001"]
    assert found[0].span.path == project.relative_to(corpus).as_posix()
    assert [place.span.path for place in found[0].related] == [f"catalog/federal-projects/{project.parent.name}.yaml"]


def test_one_region_s_broken_file_leaves_the_other_untouched(corpus):
    shutil.copy(corpus / "demo/bodies.yaml", corpus / "keep.txt")
    (corpus / "demo/bodies.yaml").write_text("bodies: [")
    assert {one.span.path for one in problems(corpus)} == {"demo/bodies.yaml"}
