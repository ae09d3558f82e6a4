"""What each page showed when it was drawn, so that after an edit it is known without drawing whether it would change.

A page is made of its view, which is settled anew each time and compared as a whole, and of the entities whose
fields its template looked at, which are noted while it is drawn. If the view is the same, and so is each of these
entities, then the template would look at the same things again and draw the same page.
"""

from __future__ import annotations

import hashlib
import inspect
import io
import pickle
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from stratkit.model import catalog, linked
from stratkit.model.base import Node
from stratkit.model.profile import FullProfile
from stratkit.site.page import Page

_SHARED = frozenset(
    {linked.Catalog, FullProfile}
    | {cls for _name, cls in inspect.getmembers(catalog, inspect.isclass) if "id" in getattr(cls, "model_fields", {})}
)
"""What comes from the catalogue: a page that shows another catalogue is drawn anew anyway."""
_UNSEEN = frozenset({"references", "files", "unread"})
"""Fields of a strategy that no page shows."""


def _kinds(of: type[linked.Entity]) -> set[type]:
    return {of}.union(*(_kinds(kind) for kind in of.__subclasses__()))


ENTITIES = frozenset(_kinds(linked.Entity) | {linked.Strategy})
"""The classes whose objects are compared by name, and whose fields count only where a template looks at them."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What the pages of a region showed.

    Args:
        things: name and digest of each entity.
        pages: for each page, by its path, the digest of its view and the entities that it looked at, by number.
    """

    things: tuple[tuple[str, str], ...] = ()
    pages: Mapping[str, tuple[str, tuple[int, ...]]] | None = None


class Tracer:
    """Compares the pages of a region with what they showed before.

    Args:
        strategy: the region.
        former: what its pages showed.
    """

    def __init__(self, strategy: linked.Strategy, former: Traces) -> None:
        self._names: dict[int, str] = {}
        self._objects: dict[str, Any] = {}
        self._digests: dict[str, str] = {}
        self._views: dict[str, str] = {}
        self._looked: dict[str, tuple[str, ...]] = {}
        self._former = dict(former.things)
        names = [name for name, _digest in former.things]
        self._before = {
            path: (view, tuple(names[number] for number in numbers))
            for path, (view, numbers) in (former.pages or {}).items()
        }
        self._name(strategy)
        for name in _growing(self._objects):
            self._digests[name] = self._digest(self._shown(self._objects[name]))

    def unchanged(self, page: Page) -> bool:
        """Whether *page* would be drawn as it was; what it looked at then is remembered on."""
        view, looked = self._before.get(page.path, ("", ()))
        if self._view(page) != view or any(
            name not in self._digests or self._former.get(name) != self._digests[name] for name in looked
        ):
            return False
        self._looked[page.path] = looked
        return True

    def drawn(self, page: Page, looked: Iterable[object]) -> None:
        """Take note that *page*, as it was drawn in one of the languages, looked at these entities."""
        self._view(page)
        names = {self._names[id(one)] for one in looked if id(one) in self._names}
        self._looked[page.path] = tuple(sorted(names.union(self._looked.get(page.path, ()))))

    def traces(self) -> Traces:
        """What the pages show now."""
        number = {name: index for index, name in enumerate(self._digests)}
        pages = {
            path: (self._views[path], tuple(number[name] for name in names)) for path, names in self._looked.items()
        }
        return Traces(tuple(self._digests.items()), pages)

    def _view(self, page: Page) -> str:
        if page.path not in self._views:
            whole = tuple(getattr(page, field.name) for field in fields(page))
            self._views[page.path] = self._digest(whole)
        return self._views[page.path]

    def _shown(self, one: Any) -> object:
        """The fields of an entity; of a strategy also which projects lead to what, and all that it lists."""
        values = [getattr(one, field.name) for field in fields(one) if field.name not in _UNSEEN]
        if isinstance(one, linked.Strategy):
            values += [one.projects, one.indicators, one.challenges, one.projects_by]
        return values

    def _digest(self, value: object) -> str:
        stream = io.BytesIO()
        _Pickler(stream, self).dump(value)
        return hashlib.blake2b(stream.getbuffer(), digest_size=12).hexdigest()

    def _name(self, one: Any) -> str:
        """The name of an entity: the same for the same thing in another build."""
        name = self._names.get(id(one))
        if name is None:
            within = "" if isinstance(one, linked.Strategy) else getattr(one, "industry", "")
            stem = f"{type(one).__name__}/{within}/{one.id}"
            name, count = stem, 1
            while name in self._objects:
                count += 1
                name = f"{stem}#{count}"
            self._names[id(one)] = name
            self._objects[name] = one
        return name


class _Pickler(pickle.Pickler):
    """Writes values down to be compared, never to be read: entities by their names, all else by what it holds."""

    def __init__(self, stream: io.BytesIO, tracer: Tracer) -> None:
        super().__init__(stream, protocol=pickle.HIGHEST_PROTOCOL)
        self.fast = True  # two equal texts count as equal, whether they are one object or two
        self._tracer = tracer

    def persistent_id(self, obj: Any) -> str | None:
        """The name of what is compared by its name."""
        kind = type(obj)
        if kind in ENTITIES:
            return self._tracer._name(obj)  # noqa: SLF001 - two halves of one thing
        if kind in _SHARED:
            return f"{kind.__name__}/{getattr(obj, 'id', '')}"
        if kind in {set, frozenset}:
            return f"set/{sorted(map(repr, obj))}"  # a set has another order in another process
        return None

    def reducer_override(self, obj: Any) -> Any:
        """Values of the files by their fields: what else the models keep of them differs between processes."""
        if isinstance(obj, Node):
            return _values, (type(obj).__name__, *(getattr(obj, name) for name in type(obj).model_fields))
        return NotImplemented


def _values(*values: object) -> object:
    """Stands for a value of the files in what is written down; nothing is ever read back."""
    return values


def _growing(found: Mapping[str, object]) -> Iterable[str]:
    """The keys of a mapping that grows while it is walked through."""
    done = 0
    while done < len(found):
        names = list(found)[done:]
        done += len(names)
        yield from names
