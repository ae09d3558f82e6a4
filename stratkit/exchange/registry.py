"""The data formats; the list exists once."""

from __future__ import annotations

from collections.abc import Callable

from stratkit.exchange import strategy_json
from stratkit.model.linked import Catalog, Strategy

EXPORTS: dict[str, Callable[[Strategy, Catalog], bytes]] = {"json": strategy_json.render}
