"""Put regions side by side: by a common indicator, a federal project, an industry."""

from stratkit.compare.comparison import Comparison, compare_regions
from stratkit.compare.facts import RegionFacts, facts_of

__all__ = ["Comparison", "RegionFacts", "compare_regions", "facts_of"]
