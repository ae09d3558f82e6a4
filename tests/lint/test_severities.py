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


PROGRAMME = """
# demo/programmes.yaml
programmes:
  - id: health-development
    number: 1
    title: Развитие здравоохранения
    period: {from: 2021, to: 2026}
    act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-01, act_number: "501-п"}
    industries: [health]
    variants:
      - {field: period.to, section: programmes, value: 2025}
  - id: school-development
    number: 2
    title: Развитие школ
    period: {from: 2021, to: 2026}
    act: {kind: resolution, issuer: Правительства Вымышленной области, date: 2020-12-02, act_number: "502-п"}
    industries: [education]
    variants:
      - {field: title, section: programmes, value: Развитие школы}
"""


def test_two_periods_of_a_programme_weigh_more_than_two_names(changed):
    folder, _ = changed(PROGRAMME)
    found = {one.subject: one.severity for one in findings(folder, "ACT005")}
    assert found == {"health-development": Severity.WARNING, "school-development": Severity.INFO}


def test_a_name_told_otherwise_is_no_contradiction(changed):
    folder, _ = changed(VARIANTS)
    said = {one.subject: str(one.message) for one in findings(folder, "TXT001")}
    assert "contradicts" not in said["booking"]
    assert "contradicts" in said["online-booking"]
