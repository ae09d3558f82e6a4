"""Texts with fields in braces: the only templating that profiles have.

Fields are looked up in a flat table of ready strings; nothing is evaluated.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from stratkit.diagnostics import say
from stratkit.diagnostics.errors import RenderError
from stratkit.diagnostics.suggest import closest

_FIELD = re.compile(r"\{([a-z_.]+)\}")


def fill(template: str, fields: Mapping[str, str]) -> str:
    """*template* with its fields filled in; runs of spaces left by empty fields are closed.

    Raises:
        RenderError: the template names a field that does not exist here.
    """

    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in fields:
            near = closest(name, fields)
            hint = say("did you mean '{name}'?", name="{" + near + "}") if near else None
            raise RenderError(
                say("the profile uses a field that does not exist here: {name}", name=match.group(0)), hint
            )
        return fields[name]

    return re.sub(r" {2,}", " ", _FIELD.sub(value, template)).strip()
