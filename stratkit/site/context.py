"""What the pages of one region know beside its strategy: settings, catalogue, the other regions."""

from __future__ import annotations

from collections.abc import Sequence

from stratkit.compare import RegionFacts
from stratkit.compare.facts import ActFacts, IndicatorFacts, ProjectFacts
from stratkit.immutable import immutable
from stratkit.model.linked import Catalog
from stratkit.model.workspace import Site
from stratkit.site.editions.views import RegionEditions

FEW = 6
"""Up to this many regions stand beside each other; of more, the pages of the comparison tell."""


@immutable
class Around:
    """The other regions, where they are few.

    With many regions this is empty: a page that listed them all would make the website grow with the
    square of their number, and an edit in one region would change the pages of every other.
    """

    regions: tuple[RegionFacts, ...] = ()

    def promising(self, common: str) -> list[tuple[RegionFacts, IndicatorFacts]]:
        """Who else promises this common indicator."""
        return [(region, one) for region in self.regions for one in region.common if one.common == common]

    def carrying(self, federal: str) -> list[tuple[RegionFacts, ProjectFacts]]:
        """Who else carries out this federal project."""
        return [(region, one) for region in self.regions for one in region.federal if one.federal == federal]

    def serving(self, beneficiary: str) -> list[RegionFacts]:
        """Who else does something for this group."""
        return [region for region in self.regions if beneficiary in region.beneficiaries]

    def based_on(self, act: str) -> list[tuple[RegionFacts, ActFacts]]:
        """Whose strategy is based on this act too."""
        return [(region, one) for region in self.regions for one in region.acts if one.id == act]


def around(regions: Sequence[RegionFacts], region: str) -> Around:
    """What *region* shows of the others, where they are few."""
    return Around(tuple(one for one in regions if one.id != region))


@immutable
class RegionContext:
    """What the pages of a region know beside its strategy.

    Args:
        catalog: what regions share.
        settings: of the website.
        documents: formats of the official document that are offered for download.
        others: the other regions, where they are few.
        editions: the chain of editions.
    """

    catalog: Catalog
    settings: Site
    documents: tuple[str, ...]
    others: Around
    editions: RegionEditions
