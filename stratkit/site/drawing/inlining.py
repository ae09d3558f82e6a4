"""Components without their price: a macro that is printed where it is called is compiled into that place.

To call a macro costs more than most of them do, and a page calls fifty. So a template is compiled as if what it
prints of ``macros/NAME.html`` by ``NAME.macro(…)`` stood in it; words of the interface become their marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from stratkit.site.drawing.spoken import word_mark

FOLDER = "macros/"
_WORD = "_"
"""What templates call words of the interface by."""


@dataclass(eq=False, repr=False)
class Macros:
    """The macros that any template may call, by the names of their files.

    Args:
        names: of all templates.
        parsed: gives a template as it was read.
    """

    names: Callable[[], list[str]]
    parsed: Callable[[str], nodes.Template]

    @cached_property
    def known(self) -> Mapping[str, Mapping[str, nodes.Macro]]:
        """All of them."""
        files = {library_of(name): name for name in self.names() if name.startswith(FOLDER)}
        return {
            library: {one.name: one for one in self.parsed(name).find_all(nodes.Macro)}
            for library, name in files.items()
        }


def library_of(name: str | None) -> str:
    """The name under which the macros of the template *name* are called elsewhere."""
    return name.removeprefix(FOLDER).removesuffix(".html") if name and name.startswith(FOLDER) else ""


def inlined(template: nodes.Template, name: str | None, macros: Macros) -> nodes.Template:
    """*template*, called *name*, with what it prints of *macros* in their place."""
    own = library_of(name)
    for found in template.find_all(nodes.Macro):
        found.body = list(_Place(macros, own, own, frozenset({found.name}), _parameters(found)).body(found.body))
    place = _Place(macros, own, own, frozenset(), frozenset())
    changed = place.visit(template)
    assert isinstance(changed, nodes.Template)
    return changed


def _parameters(macro: nodes.Macro) -> frozenset[str]:
    return frozenset(one.name for one in macro.args)


class _Place(NodeTransformer):
    """Rewrites what stands in one place: a template, or a macro that is put into one.

    Args:
        macros: all there are.
        template: the library that the template being compiled is; empty if it is a page.
        library: the library whose macros are called by their bare names here.
        within: the macros that this place is part of; none of them is put into itself.
        hidden: names that mean something else here.
    """

    def __init__(
        self, macros: Macros, template: str, library: str, within: frozenset[str], hidden: frozenset[str]
    ) -> None:
        self._macros, self._template, self._library = macros, template, library
        self._within, self._hidden = within, hidden

    def body(self, statements: list[nodes.Node]) -> Iterator[nodes.Node]:
        """What stands in *statements*, rewritten."""
        for one in statements:
            yield from self.visit_list(one)

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802 - named by the visitor
        """Macros of the template itself are rewritten one by one."""
        return node

    def visit_Output(self, node: nodes.Output) -> list[nodes.Node]:  # noqa: N802 - named by the visitor
        """What is printed: text, words and values in one node after another, macros between them."""
        found: list[nodes.Node] = []
        printed: list[nodes.Expr] = []
        for one in node.nodes:
            put = self._put(one)
            if put is None:
                word = _word(one)
                printed.append(word or self.visit(one))
                continue
            if printed:
                found.append(nodes.Output(printed, lineno=node.lineno, environment=node.environment))
                printed = []
            found.append(put)
        if printed:
            found.append(nodes.Output(printed, lineno=node.lineno, environment=node.environment))
        return found

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - named by the visitor
        """A macro that is not printed at once is called; from elsewhere by its full name."""
        self.generic_visit(node)
        library, name = self._called(node)
        if library and isinstance(node.node, nodes.Name) and library != self._template:
            whose = nodes.Name(library, "load", lineno=node.lineno, environment=node.environment)
            node.node = nodes.Getattr(whose, name, "load", lineno=node.lineno, environment=node.environment)
        return node

    def _called(self, node: nodes.Call) -> tuple[str, str]:
        """The library and the name of the macro that is called; empty if it is none."""
        called = node.node
        if isinstance(called, nodes.Name) and called.name not in self._hidden:
            return (
                (self._library, called.name) if called.name in self._macros.known.get(self._library, {}) else ("", "")
            )
        if isinstance(called, nodes.Getattr) and isinstance(called.node, nodes.Name):
            library = called.node.name
            return (library, called.attr) if called.attr in self._macros.known.get(library, {}) else ("", "")
        return "", ""

    def _put(self, node: nodes.Expr) -> nodes.Node | None:
        """The macro that *node* calls, in its place; None if it calls none, or not in a way that can be known."""
        if not isinstance(node, nodes.Call):
            return None
        library, name = self._called(node)
        full = f"{library}.{name}"
        if not library or full in self._within or node.dyn_args is not None or node.dyn_kwargs is not None:
            return None
        macro = self._macros.known[library][name]
        given = _given(macro, node)
        if given is None:
            return None
        values = [self.visit(given[one.name]) for one in macro.args]
        inside = _Place(self._macros, self._template, library, self._within | {full}, _parameters(macro))
        body = list(inside.body([_copy(one, node.lineno) for one in macro.body]))
        targets = [
            nodes.Name(one.name, "store", lineno=node.lineno, environment=node.environment) for one in macro.args
        ]
        return nodes.With(targets, values, body, lineno=node.lineno, environment=node.environment)


def _word(node: nodes.Expr) -> nodes.Expr | None:
    """The mark of a word of the interface that is known before anything is drawn."""
    if not isinstance(node, nodes.Call) or len(node.args) != 1 or node.kwargs:
        return None
    called, text = node.node, node.args[0]
    if not isinstance(called, nodes.Name) or called.name != _WORD or not isinstance(text, nodes.Const):
        return None
    return nodes.TemplateData(word_mark(text.value), lineno=node.lineno, environment=node.environment)


def _given(macro: nodes.Macro, call: nodes.Call) -> dict[str, nodes.Expr] | None:
    """What *call* gives for each parameter; None where the call must fail, which it does when it is drawn."""
    names = [one.name for one in macro.args]
    if len(call.args) > len(names):
        return None
    defaults = dict(zip(reversed(names), reversed(macro.defaults), strict=False))
    given = {
        **{name: _copy(one, call.lineno) for name, one in defaults.items()},
        **dict(zip(names, call.args, strict=False)),
        **{one.key: one.value for one in call.kwargs},
    }
    return given if given.keys() == set(names) else None


def _copy(value: Any, line: int) -> Any:
    """A copy of a part of a template that stands in *line*: what is put into a template is changed there."""
    if isinstance(value, nodes.Node):
        parts = (_copy(getattr(value, name), line) for name in value.fields)
        return type(value)(*parts, lineno=line, environment=value.environment)
    if isinstance(value, list):
        return [_copy(one, line) for one in value]
    return tuple(_copy(one, line) for one in value) if isinstance(value, tuple) else value
