"""Compiled templates are kept from one process to the next, outside of every workspace."""

import sys

import jinja2
import pytest

from stratkit.site.drawing.compiled import CompiledTemplates


@pytest.fixture(autouse=True)
def prefix(tmp_path, monkeypatch):
    """Where Python keeps what it compiled."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "compiled"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "compiled"


@pytest.fixture
def templates(tmp_path):
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "page.html").write_text("Hello {{ name }}")
    return folder


def draw(templates, monkeypatch):
    """The page as a new process draws it, and how many templates it compiled."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates), autoescape=True, bytecode_cache=CompiledTemplates()
    )
    compiled = []
    compile_ = environment.compile
    monkeypatch.setattr(environment, "compile", lambda *args, **kwargs: compiled.append(1) or compile_(*args, **kwargs))
    return environment.get_template("page.html").render(name="<you>"), len(compiled)


def files(folder):
    return [path for path in folder.rglob("template-*") if path.is_file()]


def test_a_template_is_compiled_once(templates, prefix, monkeypatch):
    assert draw(templates, monkeypatch) == ("Hello &lt;you&gt;", 1)
    assert draw(templates, monkeypatch) == ("Hello &lt;you&gt;", 0)
    assert len(files(prefix)) == 1


def test_a_template_that_changed_is_compiled_anew(templates, monkeypatch):
    draw(templates, monkeypatch)
    (templates / "page.html").write_text("Bye {{ name }}")
    assert draw(templates, monkeypatch) == ("Bye &lt;you&gt;", 1)


@pytest.mark.parametrize("damage", [b"", b"\x00" * 100, "half", "another version"])
def test_what_is_damaged_is_compiled_anew(templates, prefix, monkeypatch, damage):
    draw(templates, monkeypatch)
    (kept,) = files(prefix)
    whole = kept.read_bytes()
    if damage == "another version":
        monkeypatch.setattr("stratkit.site.drawing.compiled.toolkit_digest", lambda: "another")
    else:
        kept.write_bytes(whole[: len(whole) // 2] if damage == "half" else damage)
    assert draw(templates, monkeypatch) == ("Hello &lt;you&gt;", 1)
    assert draw(templates, monkeypatch) == ("Hello &lt;you&gt;", 0)


def test_nothing_is_written_where_nothing_may_be(templates, prefix, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    draw(templates, monkeypatch)
    assert not prefix.exists()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    prefix.write_text("in the way of a folder")
    assert draw(templates, monkeypatch) == ("Hello &lt;you&gt;", 1)
