"""What is measured: each group of commands beside the peers that do the same work on the same content."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench import documents, peers, serving
from bench import editions as revisions
from bench.generate import REAL, ROOT, Name, generate
from bench.measure import Measured, Way, contest
from bench.mutate import EDITS, Edit

SCHEMAS = {
    "strategy": "*/strategy.yaml",
    "basis": "*/basis.yaml",
    "technologies": "*/technologies.yaml",
    "card": "*/card.yaml",
    "priorities": "*/priorities.yaml",
    "bodies": "*/bodies.yaml",
    "programmes": "*/programmes.yaml",
    "industry": "*/industries/*.yaml",
    "project": "*/projects/*/*.yaml",
    "indicators": "*/indicators/*.yaml",
}
"""Where the files of each schema stand within a workspace: those of the regions."""

SMALL = 30
"""Files of a small region: growth is measured by the number of regions, up to ten times the country."""
REAL_SIZE = 78
"""Files of the real strategy that has the most: what a region would have if it were like them in size, too."""
FEW = 9
"""Regions up to which the slower generators are measured; those that take Markdown get a sample of any website."""
COUNTRY = 89
"""Regions up to which the checkers are measured: ten times that would take them half an hour."""


@dataclass(slots=True)
class Bench:
    """One session of measuring.

    Args:
        folder: where workspaces and websites are made.
        environment: where the peers are installed.
        runs: of each command.
        limit: seconds after which a run is given up.
        budget: seconds after which a command is not run again.
        files: of one region.
        tell: is told what happens.
    """

    folder: Path
    environment: peers.Environment
    runs: int
    limit: float
    budget: float
    files: int
    tell: Callable[[str], None] = print
    _known: dict[str, Path] = field(default_factory=dict)

    def workspace(self, regions: int, files: int | None = None) -> Path:
        """A workspace of *regions* generated regions with *files* each; 0 stands for a copy of the real one."""
        name = f"workspace-{regions}" if files is None else f"workspace-{regions}-of-{files}"
        if name not in self._known:
            path = self._known[name] = self.folder / name
            if regions:
                self.tell(f"{regions} regions: {generate(path, regions, files or self.files)} files")
            else:
                ignored = shutil.ignore_patterns(".stratkit", "site")
                shutil.copytree(REAL, path, ignore=ignored)
        return self._known[name]

    def site(self, regions: int) -> Path:
        """The website of such a workspace."""
        path = self.folder / f"site-{regions}"
        if not path.exists():
            self.settle(self.workspace(regions), path)
        return path

    def settle(self, workspace: Path, whole: Path) -> None:
        """Build the website *whole*, unmeasured: what comes next starts from there."""
        command = [*stratkit(workspace), "build", "-o", str(whole)]
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def forget(self, regions: int) -> None:
        """Remove what was made for *regions* regions: the largest take gigabytes."""
        if regions:
            made = [name for name in self._known if f"{name}-".startswith(f"workspace-{regions}-")]
            for name in made:
                del self._known[name]
            made += [f"{name}-{regions}" for name in ("site", "content", "grown")]
            _remove(*(self.folder / name for name in made))()

    def contest(self, *ways: Way) -> list[Measured]:
        """All *ways* in turn."""
        return contest(ways, self.runs, self.limit, self.budget, self.tell)


def stratkit(workspace: Path) -> list[str]:
    """The beginning of a command upon *workspace*."""
    return [sys.executable, "-m", "stratkit", "-C", str(workspace)]


def _remove(*paths: Path) -> Callable[[], None]:
    def remove() -> None:
        for path in paths:
            shutil.rmtree(path, ignore_errors=True)

    return remove


def _way(name: str, workspace: Path, *arguments: str, prepare: Callable[[], object] | None = None) -> Way:
    return Way(name, [*stratkit(workspace), *arguments], prepare, cwd=ROOT)


def start(bench: Bench, regions: int) -> Iterator[Measured]:  # noqa: ARG001 - the groups are called alike
    """Help and completion."""
    asking = {"_STRATKIT_COMPLETE": "bash_complete", "COMP_WORDS": "stratkit ", "COMP_CWORD": "1"}
    program = shutil.which("stratkit", path=str(Path(sys.executable).parent))
    yield from bench.contest(
        Way("bare Python", [sys.executable, "-c", "pass"]),
        Way("--help", [sys.executable, "-m", "stratkit", "--help"], cwd=ROOT),
        Way("completion", [program] if program else [], env=asking),
    )


def lint(bench: Bench, regions: int) -> Iterator[Measured]:
    """Lint cold, warm and after one edit; the schema alone and the form of YAML alone by others."""
    workspace = bench.workspace(regions)
    patterns = {name: pattern for name, pattern in SCHEMAS.items() if any(workspace.glob(pattern))}
    checker = bench.environment.tool("check-jsonschema")
    regional = "ls -d {}/{} | grep -v /catalog/ | xargs -n 100000 {} -q --schemafile {}"
    lines = [
        regional.format(workspace, pattern, checker[0], ROOT / f"schema/{name}.json")
        for name, pattern in patterns.items()
        if checker
    ]
    yamllint = bench.environment.tool("yamllint")
    rules = "{extends: relaxed, rules: {line-length: disable}}"
    cold = _remove(workspace / ".stratkit")
    others: list[Way] = []
    if regions <= COUNTRY:
        natural = bench.workspace(regions, REAL_SIZE)
        others = [
            _way("lint, cold, regions of real size", natural, "lint", prepare=_remove(natural / ".stratkit")),
            Way("check-jsonschema", ["sh", "-e", "-c", "\n".join(lines)] if lines else []),
            Way("yamllint", [*yamllint, "-d", rules, str(workspace)] if yamllint else []),
        ]
    yield from bench.contest(
        _way("lint, cold", workspace, "lint", prepare=cold), _way("lint, warm", workspace, "lint"), *others
    )
    edits: list[Edit] = []

    def edit() -> None:
        edits.append(EDITS["one value"](workspace, None))
        edits[-1].apply()

    yield from bench.contest(_way("lint, one file changed", workspace, "lint", prepare=edit))
    for one in reversed(edits):
        one.restore()


def export(bench: Bench, regions: int) -> Iterator[Measured]:
    """One region as data."""
    workspace, region = bench.workspace(regions), Name.of(0).id if regions else "tver"
    yield from bench.contest(
        *(
            _way(
                f"export {form}", workspace, "export", region, "--format", form, "-o", str(bench.folder / f"one.{form}")
            )
            for form in ("json", "csv", "xlsx")
        )
    )


def site(bench: Bench, regions: int) -> Iterator[Measured]:
    """The whole website from nothing, and the same pages by other generators."""
    workspace = bench.workspace(regions)
    whole, content, text = (bench.folder / f"{name}-{regions}" for name in ("site", "content", "markdown"))
    _remove(workspace / ".stratkit", whole)()
    bench.site(regions)
    peers.write_content(whole, content)
    pages, bytes_ = peers.size(whole)
    hugo, pagefind = bench.environment.hugo(), bench.environment.pagefind()
    eleventy = bench.environment.script("eleventy")
    made = content / "hugo"
    ways = [
        Way(
            "build",
            [*stratkit(workspace), "build", "-o", str(whole)],
            _remove(workspace / ".stratkit", whole),
            cwd=ROOT,
            pages=pages,
        ),
        Way("Hugo", [*hugo, "--quiet", "--destination", "hugo"] if hugo else [], _remove(made), content, pages=pages),
        Way("Pagefind", [*pagefind, "--site", str(made)] if pagefind else [], _remove(made / "pagefind"), pages=pages),
    ]
    if regions <= FEW:
        command = [*eleventy, "--config=eleventy.config.cjs", "--quiet"] if eleventy else []
        ways.append(Way("Eleventy", command, _remove(content / "eleventy"), content, pages=pages))
    sample = peers.write_markdown(whole, text, pages)
    for name, program in (("MkDocs Material", "mkdocs"), ("Zensical", "zensical")):
        found = bench.environment.tool(program)
        clean = _remove(text / "site", text / ".cache")
        ways.append(Way(name, [*found, "build"] if found else [], clean, text, pages=sample))
    yield from bench.contest(*ways)
    if made.exists():
        _compare(bench, (pages, bytes_), peers.size(made))
    _remove(content, text)()


def growth(bench: Bench, regions: int) -> Iterator[Measured]:
    """The website of many small regions, and the same pages by Hugo."""
    workspace = bench.workspace(regions, SMALL)
    whole, content = bench.folder / f"grown-{regions}", bench.folder / f"content-{regions}"
    ours = Way(
        "build", [*stratkit(workspace), "build", "-o", str(whole)], _remove(workspace / ".stratkit", whole), cwd=ROOT
    )
    measured = bench.contest(ours)[0]
    measured.pages = peers.size(whole)[0]
    yield measured
    if regions < 500 and (hugo := bench.environment.hugo()):  # more than that does not fit into its memory here
        peers.write_content(whole, content)
        command = [*hugo, "--quiet", "--destination", "hugo"]
        yield from bench.contest(Way("Hugo", command, _remove(content / "hugo"), content, pages=measured.pages))
    _remove(whole, content)()


def _compare(bench: Bench, ours: tuple[int, int], theirs: tuple[int, int]) -> None:
    bench.tell(f"pages: {ours[0]} by us, {theirs[0]} by Hugo; MB: {ours[1] / 1e6:.1f} and {theirs[1] / 1e6:.1f}")
    if ours[0] != theirs[0] or abs(ours[1] / theirs[1] - 1) > 0.05:
        raise RuntimeError("Hugo made other pages: the comparison is worth nothing")


def again(bench: Bench, regions: int) -> Iterator[Measured]:
    """The website once more: nothing changed, then after each kind of edit."""
    workspace, whole = bench.workspace(regions), bench.site(regions)
    command = ("build", "-o", str(whole))
    yield from bench.contest(_way("build, no change", workspace, *command, prepare=None))
    for name, make in EDITS.items():
        edits: list[Edit] = []

        def edit(make: Callable[[Path, str | None], Edit] = make, edits: list[Edit] = edits) -> None:
            edits.append(make(workspace, None))
            edits[-1].apply()

        yield from bench.contest(_way(f"build, {name}", workspace, *command, prepare=edit))
        for one in reversed(edits):
            one.restore()
        bench.settle(workspace, whole)


def serve(bench: Bench, regions: int) -> Iterator[Measured]:
    """From writing a value to the new page."""
    workspace = bench.workspace(regions)
    page = serving.page_of_value(workspace)
    ours = serving.Server(
        "serve",
        [*stratkit(workspace), "serve", "--port", "PORT"],
        lambda: EDITS["one value"](workspace, None),
        page,
        ROOT,
    )
    yield serving.latency(ours, max(3, bench.runs), bench.limit, bench.tell)
    content = bench.folder / f"content-{regions}"
    if regions > 9 or not (hugo := bench.environment.hugo()):
        return
    peers.write_content(bench.site(regions), content)
    file = next(one for one in sorted(content.rglob("*.html")) if f'"/{page}"' in one.read_text("utf-8"))

    def edit() -> Edit:
        text = file.read_text("utf-8")
        return Edit(file, text, f"{text}<!-- {len(text)} -->\n")

    command = [*hugo, "server", "--port", "PORT", "--renderToMemory", "--disableLiveReload", "--appendPort=false"]
    theirs = serving.Server("Hugo server", command, edit, page, content)
    yield serving.latency(theirs, max(3, bench.runs), bench.limit, bench.tell)
    _remove(content)()


def everyday(bench: Bench, regions: int) -> Iterator[Measured]:  # noqa: ARG001 - the groups are called alike
    """The two real strategies, and one of them alone."""
    both = bench.workspace(0)
    one = bench.folder / "one"
    if not one.exists():
        shutil.copytree(both, one, ignore=shutil.ignore_patterns("tver", ".stratkit"))
    out, alone = bench.folder / "site-both", bench.folder / "site-one"
    yield from bench.contest(
        _way("lint, one region", one, "lint", prepare=_remove(one / ".stratkit")),
        _way("build, one region", one, "build", "-o", str(alone), prepare=_remove(one / ".stratkit", alone)),
        _way("export json, one region", one, "export", "tomsk", "-o", str(bench.folder / "tomsk.json")),
        _way("document html, one region", one, "document", "tomsk", "-o", str(bench.folder / "tomsk.html")),
        _way("lint, both", both, "lint", prepare=_remove(both / ".stratkit")),
        _way("lint, both, warm", both, "lint"),
        _way("build, both", both, "build", "-o", str(out), prepare=_remove(both / ".stratkit", out)),
    )
    edits: list[Edit] = []

    def edit() -> None:
        edits.append(EDITS["one value"](both, None))
        edits[-1].apply()

    yield from bench.contest(
        _way("build, both, no change", both, "build", "-o", str(out)),
    )
    yield from bench.contest(_way("build, both, one value", both, "build", "-o", str(out), prepare=edit))


def editions(bench: Bench, regions: int) -> Iterator[Measured]:  # noqa: ARG001 - the groups are called alike
    """Two revisions of the real strategies, and one entity over a thousand commits."""
    folder = bench.folder / "editions"
    folder.mkdir()
    yield from bench.contest(*revisions.ways(revisions.repository(folder), bench.folder))


def document(bench: Bench, regions: int) -> Iterator[Measured]:  # noqa: ARG001 - the groups are called alike
    """The official document of a real strategy beside other ways to make it."""
    folder = bench.folder / "documents"
    folder.mkdir()
    documents.prepare(folder)
    chosen = list(documents.ways(folder, bench.environment.packages()))
    limit, budget = min(bench.limit, documents.LIMIT), min(bench.budget, documents.BUDGET)
    yield from contest(chosen, bench.runs, limit, budget, bench.tell)


GROUPS: dict[str, Callable[[Bench, int], Iterator[Measured]]] = {
    "start": start,
    "everyday": everyday,
    "lint": lint,
    "export": export,
    "site": site,
    "growth": growth,
    "again": again,
    "serve": serve,
    "editions": editions,
    "document": document,
}
"""Everything that can be measured, by name."""
ONCE = frozenset({"start", "everyday", "editions", "document"})
"""Groups that have one size."""
