"""Why targets were weakened: the reasons that stand beside the data."""

from typing import Annotated, Literal

from stratkit.diagnostics.message import mark as _
from stratkit.model.base import Text
from stratkit.model.frozen import Field
from stratkit.model.node import Node


class Reason(Node):
    """Why something was changed: named by the fingerprint of the change, or by entity and field."""

    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")] | None = Field(
        default=None, description=_("The fingerprint of the change, as 'stratkit diff' shows it.")
    )
    id: Text | None = Field(default=None, description=_("The id of the entity that was changed."))
    field: Text | None = Field(
        default=None,
        description=_("The field that was changed, e.g. plan.2024. Without it the reason holds for the whole entity."),
    )
    reason: Text = Field(description=_("Why it was changed."))

    def speaks_of(self, identifier: str, field: str) -> bool:
        """Whether it names this entity, and no field or this one; a fingerprint is not looked at."""
        if self.fingerprint is not None or self.id != identifier:
            return False
        return self.field is None or field == self.field or field.startswith(f"{self.field}.")


class Reasons(Node):
    """Reasons for changes of the strategy."""

    stratkit: Literal["reasons/1"] = Field(description=_("Kind of file and version of its format."))
    reasons: tuple[Reason, ...] = Field(default=(), description=_("The reasons."))
