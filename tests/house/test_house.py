"""What keeps the house as it is: sizes, data out of code, a whole public surface."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "stratkit"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_shipped" not in path.parts)

# Longer than the rule allows, with the day by which it is to be cut; may only shrink.
LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}

# Modules that hold Russian words as such: what a YAML trap is, and how official texts are written.
LANGUAGE_MODULES = {
    "document/typography.py", "lint/amounts.py", "lint/numerals.py", "lint/phrases.py", "lint/slips.py", "lint/words.py", "source/scalars.py", "site/search/index.py", "diagnostics/language.py",
}  # fmt: skip


# What stands at the top of the repository; a website built into a folder beside them is not kept.
TOP = {
    ".ci", ".gitignore", ".pre-commit-hooks.yaml", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md",
    "bench", "constraints.txt", "docs", "mkdocs.yml", "pyproject.toml", "schema", "scripts", "site_templates",
    "strategies", "stratkit", "tests",
}  # fmt: skip


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_no_file_is_longer_than_400_lines():
    long = {name(path) for path in MODULES if len(path.read_text().splitlines()) > 400}
    assert long == set(LONG_FILES)


def functions(path: Path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{name(path)}:{node.name}", node.end_lineno - node.lineno + 1


def test_no_function_is_longer_than_50_lines():
    long = {where for path in MODULES for where, length in functions(path) if length > 50}
    assert long == set(LONG_FUNCTIONS)


def docstrings(tree: ast.AST) -> set[int]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                found.add(id(first.value))
    return found


def constants(path: Path):
    tree = ast.parse(path.read_text())
    skip = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in skip:
            yield node.lineno, node.value


def data(path: str):
    return yaml.safe_load((ROOT / "strategies" / path).read_text())


def test_code_names_no_region_industry_or_year_of_the_period():
    regions = [path.parent.name for path in (ROOT / "strategies").glob("*/strategy.yaml")]
    assert len(regions) >= 2
    words = {*regions, *(item["id"] for item in data("catalog/industries.yaml")["items"])}
    years = {
        year
        for region in regions
        for year in range(
            data(f"{region}/strategy.yaml")["period"]["from"], data(f"{region}/strategy.yaml")["period"]["to"] + 1
        )
    }
    found = [
        f"{name(path)}:{line}: {value!r}"
        for path in MODULES
        for line, value in constants(path)
        if (isinstance(value, str) and value in words) or (type(value) is int and value in years)
    ]
    assert found == []


def test_code_holds_no_russian_text():
    # Column titles, headings and every other word of a document are data; messages are translated.
    found = [
        f"{name(path)}:{line}: {value[:60]!r}"
        for path in MODULES
        if name(path) not in LANGUAGE_MODULES
        for line, value in constants(path)
        if isinstance(value, str)
        and re.search("[а-яё]{2}", value, re.IGNORECASE)
        and not value.startswith("stratkit ")  # an example in the help of a command
    ]
    assert found == []


def test_templates_hold_no_russian_text():
    found = [
        path.name
        for path in (ROOT / "site_templates").rglob("*.html")
        if re.search("[а-яё]{2}", path.read_text(), re.IGNORECASE)
    ]
    assert found == []


@pytest.mark.parametrize("heading", ["From Python"])
def test_the_readme_example_runs(heading, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    text = (ROOT / "README.md").read_text()
    code = re.search(rf"## {heading}\n+```python\n(.*?)```", text, re.DOTALL).group(1)
    exec(compile(code, "README.md", "exec"), {})
    projects, findings = capsys.readouterr().out.split()
    assert projects == "53"
    assert int(findings) > 0


def test_every_command_is_in_the_readme_or_the_guide():
    from stratkit.cli.main import COMMANDS

    text = (ROOT / "README.md").read_text() + "".join(path.read_text() for path in (ROOT / "docs").glob("*.md"))
    assert [command for command in COMMANDS if f"stratkit {command}" not in text] == []


def test_the_index_of_the_rules_says_what_their_files_say():
    program = [sys.executable, "scripts/rules.py", "--check"]
    checked = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout + checked.stderr) == (0, "")


def test_no_machine_path_and_no_registry_host_is_written_down():
    pattern = re.compile(
        r"(^|[^\w./-])/(work|root|home|tmp)/\w|pypi\.org|files\.pythonhosted|registry\.npmjs", re.MULTILINE
    )
    suffixes = {".py", ".md", ".toml", ".yaml", ".yml", ".txt", ".json", ".html", ".js", ".css"}
    skipped = {".venv", ".git", "site", "build", "node_modules", ".hypothesis", ".mypy_cache", ".ruff_cache"}
    found = [
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*")
        if path.suffix in suffixes
        and not skipped & set(path.relative_to(ROOT).parts)
        and path.is_file()
        and path != Path(__file__)
        and pattern.search(path.read_text(errors="replace"))
    ]
    assert found == []


def test_nothing_else_stands_at_the_top_and_no_generated_website_is_kept():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    tracked = [path for path in listed.split("\0") if path]
    assert {path.partition("/")[0] for path in tracked} == TOP
    assert not [path for path in tracked if path.endswith(".stratkit-site.json")]
