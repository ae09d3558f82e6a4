"""Rules that weigh what they find: a finding's severity depends on what it is about."""

from __future__ import annotations

from rule_examples import findings

from stratkit.diagnostics import Severity

VARIANTS = """
# demo/projects/health/booking.yaml
variants:
  - {field: title, section: indicators, value: Запись на приём}
# demo/indicators/health.yaml
indicators:
  - id: online-booking
    title: Доля записей к врачу через интернет
    unit: percent
    direction: up
    plan: {2022: 40, 2023: 50, 2024: 60}
    variants:
      - {field: plan.2024, section: projects, value: 75}
  - {id: e-records, common: e-records, plan: {2022: 20, 2023: 60, 2024: 100}}
"""


def test_two_wordings_of_a_name_weigh_less_than_two_values(changed):
    folder, _ = changed(VARIANTS)
    found = {one.subject: one.severity for one in findings(folder, "TXT001")}
    assert found == {"booking": Severity.INFO, "online-booking": Severity.WARNING}
