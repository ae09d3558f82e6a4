"""The changes of an act as data, for other programs."""

from __future__ import annotations

from collections.abc import Sequence

from stratkit import __version__
from stratkit.amend.build import Amendment
from stratkit.amend.grammar import Grammar
from stratkit.amend.models import SCHEMA, ActChangeData, ActData, ActToolData
from stratkit.amend.operation import Operation, unit
from stratkit.amend.reasons import reasons_of
from stratkit.diff import Change
from stratkit.model.amendments import Amendments
from stratkit.model.written import as_json


def report(made: Amendment, data: Amendments, changes: Sequence[Change]) -> bytes:
    """A proven act as JSON: its title, and of each change the unit, the formula, both wordings, the reasons."""
    grammar = Grammar(data)
    found = ActData(
        schema_=SCHEMA,
        tool=ActToolData(version=__version__),
        title=made.act.title,
        changes=[
            ActChangeData(
                unit=unit(one, grammar), formula=one.action.form, words=_words(one, grammar), old=list(one.old),
                new=list(one.new), reasons=list(reasons_of(one, changes)),
            )
            for one in made.operations
        ],
    )  # fmt: skip
    return as_json(found)


def _words(one: Operation, grammar: Grammar) -> str:
    action = grammar.write(one.action)
    return f"{grammar.write(one.scope)} {action}" if one.scope else action
