"""What each file showed when it was made, so that after an edit it is known without making whether it would change.

A page is made of its view, which is settled anew each time and compared as a whole, and of the entities whose
fields its template looked at, which are noted while it is drawn. If the view is the same, and so is each of these
entities, then the template would look at the same things again and draw the same page. Of what a region brings to
comparisons each field counts alone: the home page needs its name and not all that it promises.
"""

from __future__ import annotations

import hashlib
import inspect
import io
import pickle
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any

from stratkit.compare import RegionFacts
from stratkit.immutable import immutable
from stratkit.model import catalog, linked
from stratkit.model.frozen import Frozen
from stratkit.model.node import Node
from stratkit.model.profile import FullProfile
from stratkit.site.file import SiteFile

_SHARED = frozenset(
    {linked.Catalog, FullProfile}
    | {cls for _name, cls in inspect.getmembers(catalog, inspect.isclass) if issubclass(cls, Node) and "id" in cls.keys}
)
"""What comes from the catalogue: a page that shows another catalogue is drawn anew anyway."""
_UNSEEN = frozenset({"references", "files", "unread"})
"""Fields of a strategy that no page shows."""


def _kinds(of: type[linked.Entity]) -> set[type]:
    return {of}.union(*(_kinds(kind) for kind in of.__subclasses__()))


ENTITIES = frozenset(_kinds(linked.Entity) | {linked.Strategy})
"""The classes whose objects are compared by name, and whose fields count only where a template looks at them."""
Look = object | tuple[RegionFacts, str]
"""What a template looked at: an entity, or a field of what a region brings to comparisons."""


@immutable
class Traces:
    """What the files of a part showed.

    Args:
        things: name and digest of each entity, and of each field that was looked at.
        shown: for each file that is traced, by its name, the digest of its view and what it looked at, by number.
    """

    things: tuple[tuple[str, str], ...] = ()
    shown: Mapping[str, tuple[str, tuple[int, ...]]] | None = None


class Tracer:
    """Compares the files of a part with what they showed before.

    Args:
        former: what they showed.
        strategy: the region, if they are of one.
        regions: what the regions that the files show beside it bring to comparisons.
    """

    def __init__(
        self, former: Traces, strategy: linked.Strategy | None = None, regions: Iterable[RegionFacts] = ()
    ) -> None:
        self._names: dict[int, str] = {}
        self._objects: dict[str, Any] = {}
        self._regions = {one.id: one for one in regions}
        self._digests: dict[str, str] = {}
        self._views: dict[str, str] = {}
        self._looked: dict[str, tuple[str, ...]] = {}
        self._former = dict(former.things)
        names = [name for name, _digest in former.things]
        self._before = {
            name: (view, tuple(names[number] for number in numbers))
            for name, (view, numbers) in (former.shown or {}).items()
        }
        if strategy is not None:
            self._name(strategy)
        for name in _growing(self._objects):
            self._digests[name] = self._digest(_seen(self._objects[name]))

    def unchanged(self, file: SiteFile) -> bool:
        """Whether *file* would be made as it was; what it looked at then is remembered on."""
        name, view = _traced(file)
        if view is None:
            return False
        before, looked = self._before.get(name, ("", ()))
        if self._view(name, view) != before or any(self._former.get(one) != self._digest_of(one) for one in looked):
            return False
        self._looked[name] = looked
        return True

    def made(self, file: SiteFile, looked: Iterable[Look]) -> None:
        """Take note that *file*, if it is a page in one of the languages, looked at these things."""
        name, view = _traced(file)
        if view is None:
            return
        self._view(name, view)
        names = {known for one in looked if (known := self._known(one)) is not None}
        self._looked[name] = tuple(sorted(names.union(self._looked.get(name, ()))))

    def forget(self, file: SiteFile) -> None:
        """Take no longer for granted what *file* showed: it will show something else."""
        name, _view = _traced(file)
        self._views.pop(name, None)
        self._looked.pop(name, None)

    def traces(self) -> Traces:
        """What the files show now."""
        number = {name: index for index, name in enumerate(self._digests)}
        shown = {
            name: (self._views[name], tuple(number[one] for one in looked)) for name, looked in self._looked.items()
        }
        return Traces(tuple(self._digests.items()), shown)

    def _known(self, one: Look) -> str | None:
        """The name of something that was looked at; None for what belongs to no part."""
        if not isinstance(one, tuple):
            return self._names.get(id(one))
        region, field = one
        name = f"{_REGION}{region.id} {field}"
        return name if self._digest_of(name) is not None else None

    def _digest_of(self, name: str) -> str | None:
        """The digest of what has this name; None if there is no such thing any more."""
        if name not in self._digests and name.startswith(_REGION):
            identifier, _space, field = name.removeprefix(_REGION).partition(" ")
            region = self._regions.get(identifier)
            if region is not None:
                value = getattr(region, field, None)
                # A method may look at everything.
                self._digests[name] = self._digest(_fields(RegionFacts)(region) if callable(value) else value)
        return self._digests.get(name)

    def _view(self, name: str, view: object) -> str:
        if name not in self._views:
            self._views[name] = self._digest(view)
        return self._views[name]

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


_REGION = "region "
"""How the names of fields begin that belong to what a region brings to comparisons."""


def _traced(file: SiteFile) -> tuple[str, object]:
    """The name of what is traced of a file, and its view; None if it cannot be traced."""
    if file.page is not None:
        return file.page.path, _fields(type(file.page))(file.page)
    return file.path, file.shows() if file.shows is not None else None


def _seen(one: Any) -> object:
    """The fields of an entity; of a strategy also which projects lead to what, and all that it lists."""
    values = [getattr(one, name) for name in one.keys if name not in _UNSEEN]
    if isinstance(one, linked.Strategy):
        values += [one.projects, one.indicators, one.challenges, one.projects_by]
    return values


class _Pickler(pickle.Pickler):
    """Writes values down to be compared, never to be read: entities by their names, all else by what it holds."""

    def __init__(self, stream: io.BytesIO, tracer: Tracer) -> None:
        super().__init__(stream, protocol=pickle.HIGHEST_PROTOCOL)
        self.fast = True  # two equal texts count as equal, whether they are one object or two
        self._tracer = tracer

    def persistent_id(self, obj: Any) -> object:
        """What stands for a value; None: the value itself."""
        way = _WAYS[type(obj)]
        return None if way is None else way(self._tracer, obj)


class _Ways(dict[type, Callable[[Tracer, Any], object] | None]):
    """How the values of each class are written down; None: as pickle does."""

    def __missing__(self, kind: type) -> Callable[[Tracer, Any], object] | None:
        self[kind] = way = _way(kind)
        return way


def _way(kind: type) -> Callable[[Tracer, Any], object] | None:
    if kind in ENTITIES:
        return lambda tracer, obj: tracer._name(obj)  # noqa: SLF001 - two halves of one thing
    if kind is RegionFacts:
        return lambda _tracer, obj: f"{_REGION}{obj.id}"
    if kind in _SHARED:
        return lambda _tracer, obj: f"{kind.__name__}/{getattr(obj, 'id', '')}"
    if kind in {set, frozenset}:
        return lambda _tracer, obj: f"set/{sorted(map(repr, obj))}"  # a set has another order in another process
    if is_dataclass(kind) or issubclass(kind, Frozen):
        # By fields: what else the models keep of values differs between processes.
        values = _fields(kind)
        return lambda _tracer, obj: (kind.__name__, values(obj))
    return None


_WAYS = _Ways()


def _fields(kind: type[Any]) -> Callable[[Any], object]:
    """Gives the values of all fields of an object of the class *kind*, without its name."""
    found = _FIELDS.get(kind)
    if found is None:
        names = list(kind.keys) if issubclass(kind, Frozen) else [one.name for one in fields(kind)]
        found = _FIELDS[kind] = attrgetter(*names) if names else lambda _obj: ()
    return found


_FIELDS: dict[type, Callable[[Any], object]] = {}


def _growing(found: Mapping[str, object]) -> Iterable[str]:
    """The keys of a mapping that grows while it is walked through."""
    done = 0
    while done < len(found):
        names = list(found)[done:]
        done += len(names)
        yield from names
