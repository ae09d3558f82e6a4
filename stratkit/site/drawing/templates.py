"""The environment of the templates: strict, escaping, compiled to be fast; it notes what templates look at."""

from __future__ import annotations

import keyword
from collections.abc import MutableMapping
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from stratkit.compare import RegionFacts
from stratkit.site.drawing.compiled import CompiledTemplates
from stratkit.site.drawing.inlining import Macros, inlined
from stratkit.site.drawing.spoken import Spoken, clean
from stratkit.site.drawing.traces import ENTITIES, Look
from stratkit.source.shipped import shipped


class _Escaped(dict[str, str]):
    """Texts as HTML: most stand on a page more than once, and on several pages."""

    def __missing__(self, text: str) -> str:
        found = self[text] = clean(escape(text))
        return found


_NOTED = ENTITIES | {RegionFacts}


class _Generator(CodeGenerator):
    """Programs in which what pages do most often is short: looking at attributes, showing values, calling functions."""

    def write_commons(self) -> None:
        """The names that every function of a template has at hand."""
        super().write_commons()
        self.writeline("seen = environment.getattr")
        self.writeline("escape = environment.shown")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - named by the visitor
        """``obj.attribute``."""
        self.write("seen(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 - as it is called
        """Functions are called as Python does; macros, which must be told where they are, as Jinja does."""
        simple = node.dyn_args is None and node.dyn_kwargs is None and not any(map(_reserved, node.kwargs))
        if forward_caller or not simple or self._may_be_macro(node.node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for one in node.args:
            self.visit(one, frame)
            self.write(", ")
        for named in node.kwargs:
            self.write(f"{named.key}=")
            self.visit(named.value, frame)
            self.write(", ")
        self.write(")")

    def _may_be_macro(self, called: nodes.Expr) -> bool:
        if isinstance(called, nodes.Name):
            return called.name not in self.environment.globals
        base = called.node if isinstance(called, nodes.Getattr) else None
        environment = self.environment
        return (
            isinstance(base, nodes.Name)
            and isinstance(environment, Templates)
            and base.name in environment.macros.known
        )


def _reserved(named: nodes.Keyword) -> bool:
    return keyword.iskeyword(named.key)


class Templates(jinja2.Environment):
    """The templates of the website."""

    code_generator_class = _Generator

    def __init__(self) -> None:
        super().__init__(
            loader=jinja2.FileSystemLoader(shipped("site_templates")),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=CompiledTemplates(),
        )
        self.looked: dict[object, Look] = {}
        self.macros = Macros(self.list_templates, self._parsed)
        self._escaped = _Escaped()

    def getattr(self, obj: Any, attribute: str) -> Any:
        """As templates write ``obj.attribute``."""
        if type(obj) in _NOTED:
            self._note(obj, attribute)
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)  # an item of a mapping, or nothing

    def getitem(self, obj: Any, argument: Any) -> Any:
        """As templates write ``obj[argument]``, and as filters look at attributes."""
        if type(obj) in _NOTED:
            self._note(obj, argument)
        return super().getitem(obj, argument)

    def _note(self, obj: Any, argument: Any) -> None:
        if isinstance(obj, RegionFacts):
            self.looked[obj.id, argument] = (obj, argument)
        else:
            self.looked[id(obj)] = obj

    def shown(self, value: object) -> str:
        """As templates write ``{{ value }}``: escaped, and without characters that HTML forbids."""
        kind = type(value)
        if isinstance(value, str):
            return value if kind is Markup else self._escaped[value]
        if kind is int or kind is float:
            return str(value)
        return value.mark if isinstance(value, Spoken) else clean(escape(value))

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What all templates know: the very mapping, which is copied for each page, and fast if it is no chain."""
        return super().make_globals(d) if d else self.globals

    def forget(self) -> None:
        """Texts that were shown are not needed any more."""
        self._escaped.clear()

    def _parsed(self, name: str) -> nodes.Template:
        assert self.loader is not None
        source, filename, _fresh = self.loader.get_source(self, name)
        return self._parse(source, name, filename)

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        """The program of a template."""
        return super()._generate(inlined(source, name, self.macros), name, filename, defer_init)
