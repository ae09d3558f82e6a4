"""Put regions side by side: by a common indicator, a federal project, an industry."""

from stratkit.compare.comparison import Comparison, compare_regions

__all__ = ["Comparison", "compare_regions"]
