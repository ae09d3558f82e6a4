"""The same website for other generators: our pages taken apart into content, and one layout with our frame.

Content files hold what stands in ``<main>`` of each page; head, navigation and footer are a layout made of one of our
pages. So every generator makes as many HTML pages as we do, of the same size. For those that take Markdown alone, the
content is turned into Markdown.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import islice
from pathlib import Path

from bench.markdown import markdown

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_ABOUT = re.compile(r'<meta name="description" content="(.*?)">')
_CRUMBS = re.compile(r'<nav class="crumbs".*?</nav>', re.DOTALL)
_TOP = re.compile(r'data-top="([^"]*)"')
_MAIN = re.compile(r"(<main\b[^>]*>)(.*)(</main>)", re.DOTALL)

_HUGO = """baseURL = "https://example.org/"
title = "bench"
[security]
allowContent = [".*"]
"""

SAMPLE = 300
"""Pages for the generators that take Markdown; with more of them they take minutes."""
LARGEST = 100_000
"""Bytes of the largest page in the sample: their Markdown is read in more than linear time."""

Variable = Callable[[str], str]
"""How a template names a variable."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of our website, taken apart."""

    path: str
    title: str
    about: str
    crumbs: str
    top: str
    region: str
    language: str
    body: str
    html: str


def pages(site: Path) -> Iterator[Page]:
    """The pages of the website *site*; documents for download are no pages."""
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        html = file.read_text("utf-8")
        main = _MAIN.search(html)
        if main is None or "/files/" in path or (top := _TOP.search(html)) is None:
            continue
        steps = path.split("/")
        language = steps.pop(0) if len(steps[0]) == 2 and len(steps) > 1 else ""
        title, about, crumbs = _TITLE.search(html), _ABOUT.search(html), _CRUMBS.search(html)
        yield Page(
            path=path,
            title=unescape(title[1]) if title else "",
            about=unescape(about[1]) if about else "",
            crumbs=crumbs[0] if crumbs else "",
            top=top[1],
            region=steps[0] if len(steps) > 1 else "",
            language=language or "main",
            body=main[2],
            html=html,
        )


def size(folder: Path) -> tuple[int, int]:
    """How many HTML pages stand in *folder*, and how many bytes they have; documents for download left out."""
    found = [path.stat().st_size for path in folder.rglob("*.html") if "files" not in path.parts]
    return len(found), sum(found)


def layout(page: Page, variable: Variable, content: str) -> str:
    """The frame of *page* as a template in which *content* stands for the text."""
    html = _MAIN.sub(lambda main: f"{main[1]}{content}{main[3]}", page.html)
    title = _TITLE.search(page.html)
    found = [(page.crumbs, "crumbs"), (title[1] if title else "", "title"), (_about(page), "about")]
    # A title in the middle of the head (OpenGraph) is the same without the name of the website.
    found += [(title[1].rpartition(" – ")[0], "title")] if title else []
    found += [(page.path.removeprefix(f"{page.language}/"), "path"), (f"/{page.region}/", ""), (page.top, "top")]
    for text, name in found:
        if text:
            html = html.replace(text, variable(name) if name else f"/{variable('region')}/")
    return html


def _about(page: Page) -> str:
    found = _ABOUT.search(page.html)
    return found[1] if found else ""


def write_content(site: Path, folder: Path) -> int:
    """Content and layouts of *site* for Hugo and Eleventy in *folder*; how many pages there are."""
    count = 0
    models: dict[str, Page] = {}
    for count, page in enumerate(pages(site), 1):
        if page.language not in models and page.path.split("/")[-2:-1] == ["projects"] and "index" not in page.path:
            models[page.language] = page
        facts = {
            "title": page.title,
            "about": page.about,
            "crumbs": page.crumbs,
            "top": page.top,
            "region": page.region,
            "path": page.path.removeprefix(f"{page.language}/"),
            "url": f"/{page.path}",
            "permalink": f"/{page.path}",
            "layout": page.language,
        }
        head = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items())
        target = folder / "content" / f"part{count // 1000}" / f"page{count}.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"---\n{head}\n---\n{page.body}", "utf-8")
    for language, page in models.items():
        hugo = layout(page, lambda name: f"{{{{ .Params.{name} }}}}", "{{ .Content }}")
        hugo = hugo.replace("{{ .Params.crumbs }}", "{{ .Params.crumbs | safeHTML }}")
        hugo = hugo.replace("{{ .Params.title }}", "{{ .Title }}")
        _write(folder / f"layouts/_default/{language}.html", hugo)
        _write(folder / f"frames/{language}.liquid", layout(page, lambda name: f"{{{{ {name} }}}}", "{{ content }}"))
    kinds = '["home", "section", "taxonomy", "term", "rss", "sitemap", "robotstxt", "404"]'
    _write(folder / "hugo.toml", f"disableKinds = {kinds}\n{_HUGO}")
    _write(
        folder / "eleventy.config.cjs",
        "module.exports = () => ({ dir: { input: 'content', includes: '../frames', output: 'eleventy' },\n"
        "  htmlTemplateEngine: false, markdownTemplateEngine: false });\n",
    )
    return count


def write_markdown(site: Path, folder: Path, of: int) -> int:
    """An even sample of the *of* pages as Markdown for MkDocs and Zensical in *folder*; how many there are."""
    nav: dict[str, None] = {}
    fit = (page for page in pages(site) if len(page.body) < LARGEST)
    count = 0
    for page in islice(fit, 0, None, max(1, of // SAMPLE)):  # never all of them at once
        count += 1
        path = f"{page.path.removesuffix('.html')}.md"
        _write(
            folder / "docs" / path,
            f"---\ntitle: {json.dumps(page.title, ensure_ascii=False)}\n---\n{markdown(page.body)}",
        )
        if path.endswith("index.md"):
            nav[path] = None
    listed = "".join(f"  - {path}\n" for path in list(nav)[:20])
    _write(
        folder / "mkdocs.yml",
        "site_name: bench\nsite_url: https://example.org/\nuse_directory_urls: false\n"
        f"theme:\n  name: material\n  language: ru\nplugins:\n  - search:\n      lang: ru\nnav:\n{listed}",
    )
    return count


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@dataclass(frozen=True, slots=True)
class Environment:
    """The folder into which the peers are installed (``make bench`` does it)."""

    folder: Path

    def tool(self, name: str) -> list[str]:
        """The command of a Python package; empty if it is not installed."""
        path = self.folder / "bin" / name
        return [str(path)] if path.exists() else []

    def script(self, name: str) -> list[str]:
        """The command of a package for Node; empty if it is not installed."""
        path = self.folder / "node_modules" / ".bin" / name
        return [str(path)] if path.exists() and shutil.which("node") else []

    def packages(self) -> list[Path]:
        """The folders in which Python packages are installed."""
        return sorted(self.folder.glob("lib/python*/site-packages"))

    def hugo(self) -> list[str]:
        """Hugo itself, without the Python script that starts it."""
        found = sorted(self.folder.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
        return [str(found[0])] if found else self.tool("hugo")

    def pagefind(self) -> list[str]:
        """The indexer of Pagefind itself."""
        found = sorted(self.folder.glob("lib/python*/site-packages/pagefind_bin*/pagefind*"))
        return [str(one) for one in found if one.is_file() and one.suffix == ""][:1] or self.script("pagefind")
