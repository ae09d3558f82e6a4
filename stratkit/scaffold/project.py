"""A new project, and the file of its industry where there is none yet."""

from __future__ import annotations

from stratkit.diagnostics import say
from stratkit.immutable import immutable
from stratkit.model.linked import Catalog
from stratkit.scaffold.known import checked_id, contents, next_number, one_of, refuse_taken, retired
from stratkit.scaffold.plan import Plan, PlannedFile
from stratkit.scaffold.texts import new_file
from stratkit.source.tree import Tree


@immutable
class NewProject:
    """What is known of a new project.

    Args:
        region: id of the region, which exists.
        industry: id of the industry in the catalogue.
        id: id of the project, new in the region.
        title: its title; None with *federal*.
        federal: the federally recommended project that it carries out.
    """

    region: str
    industry: str
    id: str
    title: str | None = None
    federal: str | None = None


def plan_project(catalog: Catalog, tree: Tree, new: NewProject) -> Plan:
    """The file of the project with the next official number of its industry.

    Raises:
        ConfigError: the industry or federal project is unknown, or the id cannot be used.
    """
    project = checked_id(new.id)
    one_of(
        new.industry,
        catalog.industries,
        say("there is no industry '{id}' in catalog/industries.yaml: add it there first", id=new.industry),
    )
    if new.federal is not None:
        one_of(
            new.federal, catalog.federal_projects, say("the catalogue has no federal project '{id}'", id=new.federal)
        )
    projects = dict(contents(tree, f"{new.region}/projects"))
    gone = retired(tree, new.region, "project")
    refuse_taken(project, (str(one.get("id")) for one in projects.values()), (str(one.get("id")) for one in gone))
    numbered = [*projects.values(), *({"industry": new.industry, **one} for one in gone)]
    number = next_number(one.get("number") for one in numbered if one.get("industry") in (new.industry, None))
    path = f"{new.region}/projects/{new.industry}/{project}.yaml"
    file = new_file(
        path, "project.yaml",
        id=project, number=number, industry=new.industry, federal=new.federal, title=new.title,
    )  # fmt: skip
    files = (file, *industry_file(tree, new.region, new.industry))
    step = say("fill in {path}; 'stratkit lint {region}' says what is missing", path=path, region=new.region)
    return Plan(files, path, step)


def industry_file(tree: Tree, region: str, industry: str) -> tuple[PlannedFile, ...]:
    """The file of *industry* with the next number, if the region has none."""
    path = f"{region}/industries/{industry}.yaml"
    if path in tree.paths:
        return ()
    number = next_number(value.get("number") for _, value in contents(tree, f"{region}/industries"))
    return (new_file(path, "industry.yaml", industry=industry, number=number),)
