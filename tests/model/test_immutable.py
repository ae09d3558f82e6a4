"""Values that do not change: what everybody who makes, compares, copies or prints one relies on."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from functools import cached_property

import pytest

from stratkit.immutable import immutable


@immutable
class Named:
    """Something with a name."""

    name: str


@immutable
class Region(Named):
    """Something with more than that."""

    years: tuple[int, ...] = ()
    notes: list[str] = field(default_factory=list)


@immutable
class Nothing:
    """Something without any value."""


@dataclass(frozen=True, slots=True)
class Twin:
    """What :class:`Region` would be as a dataclass."""

    name: str
    years: tuple[int, ...] = ()
    notes: list[str] = field(default_factory=list)


MADE = (((), {"name": "a"}), (("a",), {}), (("a", (1,)), {"notes": ["n"]}), (("a", (1,), ["n"]), {}))


@pytest.mark.parametrize(("given", "named"), MADE)
def test_is_made_as_a_dataclass_is(given, named):
    one, twin = Region(*given, **named), Twin(*given, **named)
    assert [getattr(one, each.name) for each in fields(one)] == [getattr(twin, each.name) for each in fields(twin)]
    assert repr(one) == repr(twin).replace("Twin", "Region")


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), (("a", (), [], 1), {}), (("a",), {"name": "b"}), (("a",), {"other": 1}), ((), {"years": ()})],
)
def test_refuses_what_a_dataclass_refuses(given, named):
    for kind in (Region, Twin):
        with pytest.raises(TypeError):
            kind(*given, **named)


def test_is_compared_by_its_values_with_its_own_kind():
    assert Region("a", (1,)) == Region("a", (1,))
    assert Region("a", (1,)) != Region("a", (2,))
    assert Named("a") != Region("a")
    assert len({Named("a"), Named("a"), Named("b")}) == 2
    assert Nothing() == Nothing()


def test_what_is_left_out_is_made_for_each():
    assert Region("a").notes is not Region("a").notes


def test_stays_as_it_is():
    one = Named("a")
    with pytest.raises(FrozenInstanceError):
        one.name = "b"
    with pytest.raises(FrozenInstanceError):
        one.other = "b"
    with pytest.raises(FrozenInstanceError):
        del one.name
    assert one == Named("a")


def test_is_copied_whole():
    one = Region("a", (1,), ["n"])
    assert pickle.loads(pickle.dumps(one)) == one
    assert copy.deepcopy(one) == one
    assert copy.deepcopy(one).notes is not one.notes
    assert replace(one, name="b") == Region("b", (1,), ["n"])


def test_is_matched_by_place():
    match Region("a", (1,)):
        case Region(name, years):
            assert (name, years) == ("a", (1,))


def test_remembers_what_it_worked_out_beside_its_values():
    @immutable
    class Counted:
        """Counts once."""

        names: list[str]
        more: int = 0

        @cached_property
        def count(self) -> int:
            """How many there are."""
            return len(self.names) + self.more

    one = Counted(["a"])
    assert one.count == 1
    one.names.append("b")
    assert one.count == 1
    assert one == Counted(["a", "b"], 0)
    assert replace(one, more=1).count == 3
    assert copy.copy(one).count == 2
    with pytest.raises(FrozenInstanceError):
        one.more = 2


def test_a_method_of_its_own_stays():
    @immutable
    class Own:
        """Compares itself."""

        name: str

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 1

    assert Own("a") == Own("b")
    assert hash(Own("a")) == 1
