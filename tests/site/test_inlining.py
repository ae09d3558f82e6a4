"""Macros that are put into the place where they are printed give what calling them gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from stratkit.site.drawing import templates
from stratkit.site.drawing.compiled import CompiledTemplates
from stratkit.site.drawing.inlining import Macros, inlined

PARTS = """\
{% macro link(one, region=None) %}<a{% if region %} data-region="{{ region }}"{% endif %}>{{ one }}</a>{% endmacro %}
{% macro links(many, region=None) %}{% for one in many %}{{ loop.index }}{{ link(one, region) }}{% endfor %}{% endmacro %}
{% macro bold(one) %}<b>{{ one }}</b>{% endmacro %}
{% macro cell(words) %}<td>{{ words or '–' }}</td>{% endmacro %}
{% macro row(one) %}{{ cell(bold(one)) }}{% set seen = namespace(any=false) %}{% if one %}{% set seen.any = true %}{% endif %}{{ seen.any }}{% endmacro %}
{% macro chart(chart) %}{{ bold(chart) }}{% endmacro %}
{% macro again(number) %}{{ number }}{% if number %}{{ again(number - 1) }}{% endif %}{% endmacro %}
"""
HEAD = "{% import 'macros/parts.html' as parts %}"
CASES = {
    "value": "{{ parts.link(one) }}",
    "escaping": "{{ parts.link('<&>') }}",
    "named": "{{ parts.link(region='r', one=one) }}",
    "between": "a {{ parts.link(one) }} b {{ one }} c",
    "nested": "{{ parts.links(many, 'r') }}{{ one }}",
    "shadowed": "{% for one in many %}{{ parts.bold('own') }}{{ one }}{% endfor %}{{ one }}",
    "swapped": "{% set region = 'outer' %}{{ parts.link(region, one) }}{{ region }}",
    "not printed at once": "{{ parts.cell(parts.bold(one)) }}{{ parts.cell('') }}",
    "called by a macro": "{{ parts.row(one) }}{{ parts.row('') }}",
    "called like its parameter": "{{ parts.chart(one) }}",
    "calls itself": "{{ parts.again(3) }}",
    "filtered": "{{ parts.bold(one)|upper }}",
    "conditional": "{{ parts.bold(one) if one else '' }}{% if parts.bold(one) %}yes{% endif %}",
    "in a block": "{% block main %}{% for one in many %}{{ parts.row(one) }}{% endfor %}{% endblock %}",
}
WRONG = ("{{ parts.link() }}", "{{ parts.link(1, 2, 3) }}", "{{ parts.link(1, other=2) }}", "{{ parts.nothing(1) }}")


class Inlining(jinja2.Environment):
    """Compiles templates with their macros in place."""

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        macros = Macros(self.list_templates, lambda one: self.parse(PARTS, one))
        return super()._generate(inlined(source, name, macros), name, filename, defer_init)


def drawn(kind: type[jinja2.Environment], text: str) -> str:
    loader = jinja2.DictLoader({"macros/parts.html": PARTS, "page.html": HEAD + text})
    environment = kind(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
    return environment.get_template("page.html").render(one="<1>", many=["a", "<b>"])


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_macro_in_place_gives_what_its_call_gives(case: str) -> None:
    assert drawn(Inlining, case) == drawn(jinja2.Environment, case)


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_call_fails_as_ever(case: str) -> None:
    for kind in (Inlining, jinja2.Environment):
        with pytest.raises((TypeError, jinja2.UndefinedError)):
            drawn(kind, case)


def test_the_website_is_the_same_with_and_without(
    corpus: Path, built: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert corpus
    pages = {one: one.read_bytes() for one in built().rglob("*.html")}
    seen = []
    monkeypatch.setattr(templates, "inlined", lambda template, name, _macros: seen.append(name) or template)
    monkeypatch.setattr(CompiledTemplates, "load_bytecode", lambda _self, _bucket: None)
    monkeypatch.setattr(CompiledTemplates, "dump_bytecode", lambda _self, _bucket: None)
    assert {one: one.read_bytes() for one in built().rglob("*.html")} == pages
    assert "pages/project.html" in seen
