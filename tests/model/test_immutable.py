"""Values that do not change: what everybody who makes, compares, copies or prints one relies on."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from functools import cached_property

import pytest

from stratkit.immutable import immutable, numerous


@immutable
class Named:
    """Something with a name."""

    name: str


@immutable
class Region(Named):
    """Something with more than that."""

    years: tuple[int, ...] = ()
    notes: list[str] = field(default_factory=list)


@numerous(order=True)
class Common:
    """The same, of which there are many."""

    name: str
    years: tuple[int, ...] = ()
    notes: list[str] = field(default_factory=list)

    def __post_init__(self):
        if not isinstance(self.years, tuple):
            raise ValueError(self.years)


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


both = pytest.mark.parametrize("kind", [Region, Common])


@both
@pytest.mark.parametrize(("given", "named"), MADE)
def test_is_made_as_a_dataclass_is(kind, given, named):
    one, twin = kind(*given, **named), Twin(*given, **named)
    assert [getattr(one, each.name) for each in fields(one)] == [getattr(twin, each.name) for each in fields(twin)]
    assert repr(one) == repr(twin).replace("Twin", kind.__name__)


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), (("a", (), [], 1), {}), (("a",), {"name": "b"}), (("a",), {"other": 1}), ((), {"years": ()})],
)
def test_refuses_what_a_dataclass_refuses(given, named):
    for kind in (Region, Common, Twin):
        with pytest.raises(TypeError):
            kind(*given, **named)


@both
def test_is_compared_by_its_values_with_its_own_kind(kind):
    assert kind("a", (1,)) == kind("a", (1,))
    assert kind("a", (1,)) != kind("a", (2,))
    assert Named("a") != kind("a")
    assert len({Named("a"), Named("a"), Named("b")}) == 2
    assert Nothing() == Nothing()


@both
def test_what_is_left_out_is_made_for_each(kind):
    assert kind("a").notes is not kind("a").notes


def test_is_sorted_by_its_values_if_that_was_asked_for():
    first, second, third = Common("a", (1,)), Common("a", (2,)), Common("b")
    assert sorted([third, second, first]) == [first, second, third]


def test_looks_at_its_values_once_they_are_there():
    with pytest.raises(ValueError, match="1"):
        Common("a", 1)


@pytest.mark.parametrize("kind", [Named, Common])
def test_stays_as_it_is(kind):
    one = kind("a")
    with pytest.raises(FrozenInstanceError):
        one.name = "b"
    with pytest.raises(FrozenInstanceError):
        del one.name
    assert one == kind("a")


def test_takes_nothing_in_that_it_has_no_name_for():
    with pytest.raises(FrozenInstanceError):
        Named("a").other = "b"


@both
def test_is_copied_whole(kind):
    one = kind("a", (1,), ["n"])
    assert pickle.loads(pickle.dumps(one)) == one
    assert copy.deepcopy(one) == one
    assert copy.deepcopy(one).notes is not one.notes
    assert replace(one, name="b") == kind("b", (1,), ["n"])


@both
def test_is_matched_by_place(kind):
    match kind("a", (1,)):
        case kind(name, years):
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
