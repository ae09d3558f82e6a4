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
from stratkit.lint.rules.ambiguous_scalar import ambiguous_scalar
from stratkit.lint.rules.anchor_or_alias import anchor_or_alias
from stratkit.lint.rules.application_without_technology import application_without_technology
from stratkit.lint.rules.beneficiary_not_in_card import beneficiary_not_in_card
from stratkit.lint.rules.benefit_of_another_project import benefit_of_another_project
from stratkit.lint.rules.body_named_in_two_ways import body_named_in_two_ways
from stratkit.lint.rules.breakable_space import breakable_space
from stratkit.lint.rules.broken_profile import broken_profile
from stratkit.lint.rules.broken_rule import broken_rule
from stratkit.lint.rules.broken_succession import broken_succession
from stratkit.lint.rules.broken_yaml import broken_yaml
from stratkit.lint.rules.byte_order_mark import byte_order_mark
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
from stratkit.lint.rules.programme_ends_before_project import programme_ends_before_project
from stratkit.lint.rules.programme_of_another_issuer import programme_of_another_issuer
from stratkit.lint.rules.programme_outside_period import programme_outside_period
from stratkit.lint.rules.programme_without_period import programme_without_period
from stratkit.lint.rules.project_without_challenge import project_without_challenge
from stratkit.lint.rules.project_without_indicator import project_without_indicator
from stratkit.lint.rules.project_without_responsible import project_without_responsible
from stratkit.lint.rules.project_without_source_of_funds import project_without_source_of_funds
from stratkit.lint.rules.redundant_words import redundant_words
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
from stratkit.lint.rules.same_link_text import same_link_text
from stratkit.lint.rules.self_contradiction import self_contradiction
from stratkit.lint.rules.several_documents import several_documents
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
from stratkit.lint.rules.unknown_format_version import unknown_format_version
from stratkit.lint.rules.unknown_key import unknown_key
from stratkit.lint.rules.unknown_kind_of_file import unknown_kind_of_file
from stratkit.lint.rules.unknown_reference import unknown_reference
from stratkit.lint.rules.unknown_value import unknown_value
from stratkit.lint.rules.unlike_the_catalogue import unlike_the_catalogue
from stratkit.lint.rules.unmarked_federal_project import unmarked_federal_project
from stratkit.lint.rules.unmarked_running_total import unmarked_running_total
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
    table_without_heads,  # ACC001
    table_without_caption,  # ACC002
    same_link_text,  # ACC003
    unclear_link,  # ACC004
    foreign_passage,  # ACC005
    act_after_approval,  # ACT001
    act_cited_twice,  # ACT002
    act_without_details,  # ACT003
    programme_outside_period,  # ACT004
    disputed_act,  # ACT005
    lost_act_details,  # ACT006
    odd_act_number,  # ACT007
    period_unlike_title,  # ACT008
    unused_act,  # ACT009
    act_not_in_basis,  # ACT010
    programme_without_period,  # ACT011
    programme_ends_before_project,  # ACT012
    acts_out_of_order,  # ACT013
    programme_of_another_issuer,  # ACT014
    empty_section,  # DOC001
    page_beyond_source,  # DOC002
    page_out_of_order,  # DOC003
    keys_out_of_order,  # FRM001
    id_unlike_file_name,  # FRM002
    trailing_blanks,  # FRM003
    lowered_target,  # HIS001
    postponed_deadline,  # HIS002
    vanished_entity,  # HIS003
    reused_number,  # HIS004
    suspect_link,  # HIS005
    renumbered_entity,  # HIS006
    missing_plan_year,  # IND001
    unknown_value,  # IND002
    doubtful_value,  # IND003
    indicator_without_unit,  # IND004
    unlike_the_catalogue,  # IND005
    value_out_of_bounds,  # IND006
    fractional_count,  # IND007
    against_direction,  # IND008
    common_indicator_twice,  # IND009
    part_exceeds_whole,  # IND010
    flat_series,  # IND011
    placeholder_series,  # IND012
    overcounted_indicator,  # IND013
    target_reached_at_start,  # IND014
    target_after_term,  # IND015
    goal_as_title,  # IND016
    title_figure_unlike_plan,  # IND017
    order_of_magnitude_jump,  # IND018
    lost_decimal_comma,  # IND019
    no_known_value,  # IND020
    indicator_written_twice,  # IND021
    similar_indicator_titles,  # IND022
    action_as_title,  # IND023
    unit_unlike_title,  # IND024
    plan_outside_period,  # IND025
    idle_year,  # IND026
    target_left_to_others,  # IND027
    unplanned_milestone_figure,  # IND028
    milestone_below_plan,  # IND029
    unmarked_running_total,  # IND030
    broken_rule,  # INT001
    misspelt_word,  # LNG001
    disagreeing_words,  # LNG002
    wrong_case,  # LNG003
    mixed_enumeration,  # LNG004
    not_filled_in,  # NEW001
    hyphenated_word,  # OFF001
    line_break_in_paragraph,  # OFF002
    table_in_text,  # OFF003
    emphasis_in_paragraph,  # OFF004
    unnumbered_paragraphs,  # OFF005
    broken_profile,  # PRF001
    unknown_reference,  # REF001
    retired_reference,  # REF002
    duplicate_id,  # REF003
    missing_file,  # REF004
    id_unlike_folder,  # REF005
    industry_without_file,  # REF006
    duplicate_number,  # REF007
    reused_id,  # REF008
    number_gap,  # REF009
    repeated_reference,  # REF010
    broken_succession,  # REF011
    common_indicator_retitled,  # REG001
    federal_project_retitled,  # REG002
    copied_values,  # REG003
    region_claimed_twice,  # REG004
    indicator_of_another_federal_project,  # REG005
    wrong_value,  # SCH001
    unknown_kind_of_file,  # SCH002
    misplaced_file,  # SCH003
    unknown_format_version,  # SCH004
    unknown_key,  # SCH005
    missing_key,  # SCH006
    impossible_date,  # SCH007
    unreadable_file,  # SRC001
    suppression_of_unknown_rule,  # SUP001
    suppression_without_reason,  # SUP002
    expired_suppression,  # SUP003
    unused_suppression,  # SUP004
    challenge_without_project,  # TRC001
    project_without_challenge,  # TRC002
    project_without_indicator,  # TRC003
    indicator_without_project,  # TRC004
    beneficiary_not_in_card,  # TRC005
    unserved_beneficiary,  # TRC006
    project_without_responsible,  # TRC007
    task_without_project,  # TRC008
    unused_technology,  # TRC009
    technology_absent_from_industry,  # TRC010
    technology_not_listed_for_industry,  # TRC011
    unused_resource,  # TRC012
    source_of_funds_not_in_card,  # TRC013
    national_goal_without_indicator,  # TRC014
    industry_without_programme,  # TRC015
    idle_participant,  # TRC016
    responsible_not_participant,  # TRC017
    unused_body,  # TRC018
    unused_common_indicator,  # TRC019
    unused_federal_project,  # TRC020
    unused_catalogue_beneficiary,  # TRC021
    task_of_missing_industry,  # TRC022
    unused_programme,  # TRC023
    project_without_source_of_funds,  # TRC024
    responsible_not_in_card,  # TRC025
    industry_without_task,  # TRC026
    technology_without_application,  # TRC027
    application_without_technology,  # TRC028
    industry_without_technology,  # TRC029
    results_without_figure,  # TRC030
    overlapping_beneficiaries,  # TRC031
    half_served_industry,  # TRC032
    indicator_unlike_project,  # TRC033
    challenge_unlike_projects,  # TRC034
    benefit_of_another_project,  # TRC035
    unmarked_federal_project,  # TRC036
    institution_as_responsible,  # TRC037
    industry_absent_from_results,  # TRC038
    reversed_period,  # TRM001
    term_outside_period,  # TRM002
    milestone_before_start,  # TRM003
    milestone_after_term,  # TRM004
    targets_after_term,  # TRM005
    terms_worded_differently,  # TRM006
    term_unlike_wording,  # TRM007
    two_editions_in_a_year,  # TRM008
    late_approval,  # TRM009
    reversed_term,  # TRM010
    milestones_out_of_order,  # TRM011
    term_without_end,  # TRM012
    past_deadline_in_text,  # TRM013
    self_contradiction,  # TXT001
    figure_contradicts_plan,  # TXT002
    placeholder_text,  # TXT003
    unexplained_abbreviation,  # TXT004
    straight_quotes,  # TXT005
    double_space,  # TXT006
    hyphen_for_dash,  # TXT007
    space_before_sign,  # TXT008
    missing_space,  # TXT009
    repeated_text,  # TXT010
    goal_as_description,  # TXT011
    mixed_alphabets,  # TXT012
    invisible_character,  # TXT013
    control_character,  # TXT014
    name_spelt_in_two_ways,  # TXT015
    breakable_space,  # TXT016
    miscounted_in_card,  # TXT017
    federal_wording,  # TXT018
    two_letters_for_one,  # TXT019
    doubled_word,  # TXT020
    unpaired_quote,  # TXT021
    redundant_words,  # TXT022
    compound_in_two_forms,  # TXT023
    body_named_in_two_ways,  # TXT024
    abbreviation_only_in_glossary,  # TXT025
    adjective_in_two_forms,  # TXT026
    broken_yaml,  # YML001
    empty_file,  # YML002
    not_utf_8,  # YML003
    huge_file,  # YML004
    byte_order_mark,  # YML005
    windows_line_ends,  # YML006
    ambiguous_scalar,  # YML007
    duplicate_key,  # YML008
    anchor_or_alias,  # YML009
    explicit_tag,  # YML010
    merge_key,  # YML011
    complex_key,  # YML012
    several_documents,  # YML013
    deep_nesting,  # YML014
    direction_control,  # YML015
)
"""Sorted by code."""
