"""All rules, one file each; this tuple is the only list of them."""

from stratkit.lint.rule import Rule
from stratkit.lint.rules.abbreviation_only_in_glossary import abbreviation_only_in_glossary
from stratkit.lint.rules.act_after_approval import act_after_approval
from stratkit.lint.rules.act_cited_twice import act_cited_twice
from stratkit.lint.rules.act_not_in_basis import act_not_in_basis
from stratkit.lint.rules.act_without_details import act_without_details
from stratkit.lint.rules.action_as_title import action_as_title
from stratkit.lint.rules.acts_out_of_order import acts_out_of_order
from stratkit.lint.rules.adjective_in_two_forms import adjective_in_two_forms
from stratkit.lint.rules.against_direction import against_direction
from stratkit.lint.rules.ambiguous_abbreviation import ambiguous_abbreviation
from stratkit.lint.rules.ambiguous_scalar import ambiguous_scalar
from stratkit.lint.rules.anchor_or_alias import anchor_or_alias
from stratkit.lint.rules.application_without_technology import application_without_technology
from stratkit.lint.rules.beneficiary_not_in_card import beneficiary_not_in_card
from stratkit.lint.rules.beneficiary_only_in_goal import beneficiary_only_in_goal
from stratkit.lint.rules.benefit_of_another_project import benefit_of_another_project
from stratkit.lint.rules.body_named_in_two_ways import body_named_in_two_ways
from stratkit.lint.rules.borrowed_indicators import borrowed_indicators
from stratkit.lint.rules.breakable_space import breakable_space
from stratkit.lint.rules.broken_profile import broken_profile
from stratkit.lint.rules.broken_rule import broken_rule
from stratkit.lint.rules.broken_succession import broken_succession
from stratkit.lint.rules.broken_yaml import broken_yaml
from stratkit.lint.rules.byte_order_mark import byte_order_mark
from stratkit.lint.rules.challenge_as_task import challenge_as_task
from stratkit.lint.rules.challenge_unlike_projects import challenge_unlike_projects
from stratkit.lint.rules.challenge_without_project import challenge_without_project
from stratkit.lint.rules.common_indicator_retitled import common_indicator_retitled
from stratkit.lint.rules.common_indicator_twice import common_indicator_twice
from stratkit.lint.rules.complex_key import complex_key
from stratkit.lint.rules.compound_in_two_forms import compound_in_two_forms
from stratkit.lint.rules.control_character import control_character
from stratkit.lint.rules.copied_values import copied_values
from stratkit.lint.rules.deep_nesting import deep_nesting
from stratkit.lint.rules.direction_control import direction_control
from stratkit.lint.rules.disagreeing_words import disagreeing_words
from stratkit.lint.rules.discouraged_term import discouraged_term
from stratkit.lint.rules.disputed_act import disputed_act
from stratkit.lint.rules.double_space import double_space
from stratkit.lint.rules.doubled_word import doubled_word
from stratkit.lint.rules.doubtful_value import doubtful_value
from stratkit.lint.rules.duplicate_id import duplicate_id
from stratkit.lint.rules.duplicate_key import duplicate_key
from stratkit.lint.rules.duplicate_number import duplicate_number
from stratkit.lint.rules.emphasis_in_paragraph import emphasis_in_paragraph
from stratkit.lint.rules.empty_file import empty_file
from stratkit.lint.rules.empty_section import empty_section
from stratkit.lint.rules.expired_suppression import expired_suppression
from stratkit.lint.rules.explicit_tag import explicit_tag
from stratkit.lint.rules.federal_project_retitled import federal_project_retitled
from stratkit.lint.rules.federal_wording import federal_wording
from stratkit.lint.rules.figure_contradicts_plan import figure_contradicts_plan
from stratkit.lint.rules.flat_series import flat_series
from stratkit.lint.rules.foreign_passage import foreign_passage
from stratkit.lint.rules.fractional_count import fractional_count
from stratkit.lint.rules.goal_as_description import goal_as_description
from stratkit.lint.rules.goal_as_title import goal_as_title
from stratkit.lint.rules.half_served_industry import half_served_industry
from stratkit.lint.rules.huge_file import huge_file
from stratkit.lint.rules.hyphen_for_dash import hyphen_for_dash
from stratkit.lint.rules.hyphenated_word import hyphenated_word
from stratkit.lint.rules.id_unlike_file_name import id_unlike_file_name
from stratkit.lint.rules.id_unlike_folder import id_unlike_folder
from stratkit.lint.rules.idle_participant import idle_participant
from stratkit.lint.rules.idle_year import idle_year
from stratkit.lint.rules.impossible_date import impossible_date
from stratkit.lint.rules.indicator_of_another_federal_project import indicator_of_another_federal_project
from stratkit.lint.rules.indicator_unlike_project import indicator_unlike_project
from stratkit.lint.rules.indicator_without_project import indicator_without_project
from stratkit.lint.rules.indicator_without_unit import indicator_without_unit
from stratkit.lint.rules.indicator_written_twice import indicator_written_twice
from stratkit.lint.rules.industry_absent_from_results import industry_absent_from_results
from stratkit.lint.rules.industry_without_file import industry_without_file
from stratkit.lint.rules.industry_without_programme import industry_without_programme
from stratkit.lint.rules.industry_without_task import industry_without_task
from stratkit.lint.rules.industry_without_technology import industry_without_technology
from stratkit.lint.rules.institution_as_responsible import institution_as_responsible
from stratkit.lint.rules.invisible_character import invisible_character
from stratkit.lint.rules.keys_out_of_order import keys_out_of_order
from stratkit.lint.rules.late_approval import late_approval
from stratkit.lint.rules.line_break_in_paragraph import line_break_in_paragraph
from stratkit.lint.rules.lost_act_details import lost_act_details
from stratkit.lint.rules.lost_decimal_comma import lost_decimal_comma
from stratkit.lint.rules.lowered_target import lowered_target
from stratkit.lint.rules.merge_key import merge_key
from stratkit.lint.rules.milestone_after_term import milestone_after_term
from stratkit.lint.rules.milestone_before_start import milestone_before_start
from stratkit.lint.rules.milestone_below_plan import milestone_below_plan
from stratkit.lint.rules.milestones_out_of_order import milestones_out_of_order
from stratkit.lint.rules.miscounted_in_card import miscounted_in_card
from stratkit.lint.rules.misplaced_file import misplaced_file
from stratkit.lint.rules.missing_file import missing_file
from stratkit.lint.rules.missing_key import missing_key
from stratkit.lint.rules.missing_plan_year import missing_plan_year
from stratkit.lint.rules.missing_space import missing_space
from stratkit.lint.rules.misspelt_word import misspelt_word
from stratkit.lint.rules.mixed_alphabets import mixed_alphabets
from stratkit.lint.rules.mixed_enumeration import mixed_enumeration
from stratkit.lint.rules.name_spelt_in_two_ways import name_spelt_in_two_ways
from stratkit.lint.rules.national_goal_without_indicator import national_goal_without_indicator
from stratkit.lint.rules.no_known_value import no_known_value
from stratkit.lint.rules.not_filled_in import not_filled_in
from stratkit.lint.rules.not_utf_8 import not_utf_8
from stratkit.lint.rules.number_gap import number_gap
from stratkit.lint.rules.odd_act_number import odd_act_number
from stratkit.lint.rules.order_of_magnitude_jump import order_of_magnitude_jump
from stratkit.lint.rules.overcounted_indicator import overcounted_indicator
from stratkit.lint.rules.overlapping_beneficiaries import overlapping_beneficiaries
from stratkit.lint.rules.page_beyond_source import page_beyond_source
from stratkit.lint.rules.page_out_of_order import page_out_of_order
from stratkit.lint.rules.part_exceeds_whole import part_exceeds_whole
from stratkit.lint.rules.past_deadline_in_text import past_deadline_in_text
from stratkit.lint.rules.period_unlike_title import period_unlike_title
from stratkit.lint.rules.placeholder_series import placeholder_series
from stratkit.lint.rules.placeholder_text import placeholder_text
from stratkit.lint.rules.plan_outside_period import plan_outside_period
from stratkit.lint.rules.postponed_deadline import postponed_deadline
from stratkit.lint.rules.problem_without_challenge import problem_without_challenge
from stratkit.lint.rules.programme_ends_before_project import programme_ends_before_project
from stratkit.lint.rules.programme_of_another_issuer import programme_of_another_issuer
from stratkit.lint.rules.programme_outside_period import programme_outside_period
from stratkit.lint.rules.programme_without_period import programme_without_period
from stratkit.lint.rules.project_without_challenge import project_without_challenge
from stratkit.lint.rules.project_without_indicator import project_without_indicator
from stratkit.lint.rules.project_without_responsible import project_without_responsible
from stratkit.lint.rules.project_without_source_of_funds import project_without_source_of_funds
from stratkit.lint.rules.redundant_words import redundant_words
from stratkit.lint.rules.region_called_otherwise import region_called_otherwise
from stratkit.lint.rules.region_claimed_twice import region_claimed_twice
from stratkit.lint.rules.renumbered_entity import renumbered_entity
from stratkit.lint.rules.repeated_reference import repeated_reference
from stratkit.lint.rules.repeated_text import repeated_text
from stratkit.lint.rules.responsible_not_in_card import responsible_not_in_card
from stratkit.lint.rules.responsible_not_participant import responsible_not_participant
from stratkit.lint.rules.results_without_figure import results_without_figure
from stratkit.lint.rules.retired_reference import retired_reference
from stratkit.lint.rules.reused_id import reused_id
from stratkit.lint.rules.reused_number import reused_number
from stratkit.lint.rules.reversed_period import reversed_period
from stratkit.lint.rules.reversed_term import reversed_term
from stratkit.lint.rules.risk_without_danger import risk_without_danger
from stratkit.lint.rules.same_link_text import same_link_text
from stratkit.lint.rules.self_contradiction import self_contradiction
from stratkit.lint.rules.several_documents import several_documents
from stratkit.lint.rules.shared_responsibility import shared_responsibility
from stratkit.lint.rules.similar_indicator_titles import similar_indicator_titles
from stratkit.lint.rules.source_of_funds_not_in_card import source_of_funds_not_in_card
from stratkit.lint.rules.space_before_sign import space_before_sign
from stratkit.lint.rules.straight_quotes import straight_quotes
from stratkit.lint.rules.suppression_of_unknown_rule import suppression_of_unknown_rule
from stratkit.lint.rules.suppression_without_reason import suppression_without_reason
from stratkit.lint.rules.suspect_link import suspect_link
from stratkit.lint.rules.table_in_text import table_in_text
from stratkit.lint.rules.table_without_caption import table_without_caption
from stratkit.lint.rules.table_without_heads import table_without_heads
from stratkit.lint.rules.target_after_term import target_after_term
from stratkit.lint.rules.target_left_to_others import target_left_to_others
from stratkit.lint.rules.target_reached_at_start import target_reached_at_start
from stratkit.lint.rules.targets_after_term import targets_after_term
from stratkit.lint.rules.task_of_missing_industry import task_of_missing_industry
from stratkit.lint.rules.task_without_project import task_without_project
from stratkit.lint.rules.technology_absent_from_industry import technology_absent_from_industry
from stratkit.lint.rules.technology_not_listed_for_industry import technology_not_listed_for_industry
from stratkit.lint.rules.technology_without_application import technology_without_application
from stratkit.lint.rules.term_outside_period import term_outside_period
from stratkit.lint.rules.term_unlike_wording import term_unlike_wording
from stratkit.lint.rules.term_without_end import term_without_end
from stratkit.lint.rules.terms_worded_differently import terms_worded_differently
from stratkit.lint.rules.title_figure_unlike_plan import title_figure_unlike_plan
from stratkit.lint.rules.trailing_blanks import trailing_blanks
from stratkit.lint.rules.two_editions_in_a_year import two_editions_in_a_year
from stratkit.lint.rules.two_letters_for_one import two_letters_for_one
from stratkit.lint.rules.unclear_link import unclear_link
from stratkit.lint.rules.unexplained_abbreviation import unexplained_abbreviation
from stratkit.lint.rules.unit_unlike_title import unit_unlike_title
from stratkit.lint.rules.unkept_promise import unkept_promise
from stratkit.lint.rules.unknown_format_version import unknown_format_version
from stratkit.lint.rules.unknown_key import unknown_key
from stratkit.lint.rules.unknown_kind_of_file import unknown_kind_of_file
from stratkit.lint.rules.unknown_reference import unknown_reference
from stratkit.lint.rules.unknown_value import unknown_value
from stratkit.lint.rules.unlike_the_catalogue import unlike_the_catalogue
from stratkit.lint.rules.unmarked_federal_project import unmarked_federal_project
from stratkit.lint.rules.unmarked_running_total import unmarked_running_total
from stratkit.lint.rules.unmeasured_result import unmeasured_result
from stratkit.lint.rules.unnumbered_paragraphs import unnumbered_paragraphs
from stratkit.lint.rules.unpaired_quote import unpaired_quote
from stratkit.lint.rules.unplanned_milestone_figure import unplanned_milestone_figure
from stratkit.lint.rules.unreadable_file import unreadable_file
from stratkit.lint.rules.unserved_beneficiary import unserved_beneficiary
from stratkit.lint.rules.unused_act import unused_act
from stratkit.lint.rules.unused_body import unused_body
from stratkit.lint.rules.unused_catalogue_beneficiary import unused_catalogue_beneficiary
from stratkit.lint.rules.unused_common_indicator import unused_common_indicator
from stratkit.lint.rules.unused_federal_project import unused_federal_project
from stratkit.lint.rules.unused_programme import unused_programme
from stratkit.lint.rules.unused_resource import unused_resource
from stratkit.lint.rules.unused_suppression import unused_suppression
from stratkit.lint.rules.unused_technology import unused_technology
from stratkit.lint.rules.value_out_of_bounds import value_out_of_bounds
from stratkit.lint.rules.vanished_entity import vanished_entity
from stratkit.lint.rules.windows_line_ends import windows_line_ends
from stratkit.lint.rules.wrong_case import wrong_case
from stratkit.lint.rules.wrong_value import wrong_value

RULES: tuple[Rule, ...] = (
    # ACC001-005
    table_without_heads, table_without_caption, same_link_text, unclear_link, foreign_passage,
    # ACT001-014
    act_after_approval, act_cited_twice, act_without_details, programme_outside_period, disputed_act, lost_act_details,
    odd_act_number, period_unlike_title, unused_act, act_not_in_basis, programme_without_period,
    programme_ends_before_project, acts_out_of_order, programme_of_another_issuer,
    # DOC001-003
    empty_section, page_beyond_source, page_out_of_order,
    # FRM001-003
    keys_out_of_order, id_unlike_file_name, trailing_blanks,
    # HIS001-006
    lowered_target, postponed_deadline, vanished_entity, reused_number, suspect_link, renumbered_entity,
    # IND001-030
    missing_plan_year, unknown_value, doubtful_value, indicator_without_unit, unlike_the_catalogue, value_out_of_bounds,
    fractional_count, against_direction, common_indicator_twice, part_exceeds_whole, flat_series, placeholder_series,
    overcounted_indicator, target_reached_at_start, target_after_term, goal_as_title, title_figure_unlike_plan,
    order_of_magnitude_jump, lost_decimal_comma, no_known_value, indicator_written_twice, similar_indicator_titles,
    action_as_title, unit_unlike_title, plan_outside_period, idle_year, target_left_to_others,
    unplanned_milestone_figure, milestone_below_plan, unmarked_running_total,
    # INT001
    broken_rule,
    # LNG001-004
    misspelt_word, disagreeing_words, wrong_case, mixed_enumeration,
    # NEW001
    not_filled_in,
    # OFF001-005
    hyphenated_word, line_break_in_paragraph, table_in_text, emphasis_in_paragraph, unnumbered_paragraphs,
    # PRF001
    broken_profile,
    # REF001-011
    unknown_reference, retired_reference, duplicate_id, missing_file, id_unlike_folder, industry_without_file,
    duplicate_number, reused_id, number_gap, repeated_reference, broken_succession,
    # REG001-005
    common_indicator_retitled, federal_project_retitled, copied_values, region_claimed_twice,
    indicator_of_another_federal_project,
    # SCH001-007
    wrong_value, unknown_kind_of_file, misplaced_file, unknown_format_version, unknown_key, missing_key,
    impossible_date,
    # SRC001
    unreadable_file,
    # SUP001-004
    suppression_of_unknown_rule, suppression_without_reason, expired_suppression, unused_suppression,
    # TRC001-045
    challenge_without_project, project_without_challenge, project_without_indicator, indicator_without_project,
    beneficiary_not_in_card, unserved_beneficiary, project_without_responsible, task_without_project, unused_technology,
    technology_absent_from_industry, technology_not_listed_for_industry, unused_resource, source_of_funds_not_in_card,
    national_goal_without_indicator, industry_without_programme, idle_participant, responsible_not_participant,
    unused_body, unused_common_indicator, unused_federal_project, unused_catalogue_beneficiary,
    task_of_missing_industry, unused_programme, project_without_source_of_funds, responsible_not_in_card,
    industry_without_task, technology_without_application, application_without_technology, industry_without_technology,
    results_without_figure, overlapping_beneficiaries, half_served_industry, indicator_unlike_project,
    challenge_unlike_projects, benefit_of_another_project, unmarked_federal_project, institution_as_responsible,
    industry_absent_from_results, problem_without_challenge, beneficiary_only_in_goal, unkept_promise,
    borrowed_indicators, shared_responsibility, risk_without_danger, challenge_as_task, unmeasured_result,
    # TRM001-013
    reversed_period, term_outside_period, milestone_before_start, milestone_after_term, targets_after_term,
    terms_worded_differently, term_unlike_wording, two_editions_in_a_year, late_approval, reversed_term,
    milestones_out_of_order, term_without_end, past_deadline_in_text,
    # TXT001-029
    self_contradiction, figure_contradicts_plan, placeholder_text, unexplained_abbreviation, straight_quotes,
    double_space, hyphen_for_dash, space_before_sign, missing_space, repeated_text, goal_as_description,
    mixed_alphabets, invisible_character, control_character, name_spelt_in_two_ways, breakable_space,
    miscounted_in_card, federal_wording, two_letters_for_one, doubled_word, unpaired_quote, redundant_words,
    compound_in_two_forms, body_named_in_two_ways, abbreviation_only_in_glossary, adjective_in_two_forms,
    discouraged_term, ambiguous_abbreviation, region_called_otherwise,
    # YML001-015
    broken_yaml, empty_file, not_utf_8, huge_file, byte_order_mark, windows_line_ends, ambiguous_scalar, duplicate_key,
    anchor_or_alias, explicit_tag, merge_key, complex_key, several_documents, deep_nesting, direction_control,
)  # fmt: skip
"""Sorted by code."""
