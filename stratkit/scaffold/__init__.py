"""New files: what is left to the editor carries a mark that the linter finds."""

from stratkit.scaffold.edition import NewEdition, plan_edition
from stratkit.scaffold.indicator import NewIndicator, plan_indicator
from stratkit.scaffold.plan import Plan, write_plan
from stratkit.scaffold.project import NewProject, plan_project
from stratkit.scaffold.region import NewRegion, plan_region
from stratkit.scaffold.workspace import plan_workspace

__all__ = [
    "NewEdition",
    "NewIndicator",
    "NewProject",
    "NewRegion",
    "Plan",
    "plan_edition",
    "plan_indicator",
    "plan_project",
    "plan_region",
    "plan_workspace",
    "write_plan",
]
