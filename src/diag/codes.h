// diag/codes.h: every diagnostic's code, declared once. A code is a word that authors see in brackets and use in
// `because:`; each has a sample in tests/diag/ that provokes it.
#pragma once
#include <optional>
#include <string_view>

namespace precis::diag {

// clang-format off
#define PRECIS_DIAGNOSTIC_CODES(X) \
    /* files and YAML */ \
    X(file_not_found) X(file_unreadable) X(file_too_large) X(file_outside_root) X(not_utf8) X(control_character) \
    X(yaml_syntax) X(text_needs_quotes) X(text_cut_by_comment) X(duplicate_key) X(alias_refused) X(tag_refused) \
    X(second_document) X(too_deep) X(empty_file) X(empty_value) X(json_syntax) \
    /* shape of specs */ \
    X(unknown_key) X(missing_key) X(wrong_type) X(wrong_version) X(bad_slug) X(bad_value) X(name_clash) X(key_conflict) \
    /* names */ \
    X(unknown_name) X(unknown_source) X(unknown_reference) X(unknown_audience) X(unknown_layout) \
    X(unknown_column) X(unknown_format) X(unknown_part) X(unknown_style) X(layout_cycle) \
    /* data */ \
    X(csv_syntax) X(cell_type) X(duplicate_row) X(undeclared_column) X(missing_column) \
    X(sql_error) X(sql_not_allowed) X(sql_too_long) X(not_one_value) X(value_is_null) X(value_cycle) \
    X(fact_without_value) X(query_without_rows) X(source_missing) X(qualifier_lost) \
    /* text and claims */ \
    X(markdown_refused) X(binding_syntax) X(claim_false) X(hidden_reference) X(restricted) X(not_licensed) X(seen_by_nobody) X(missing_term) \
    X(footnote_missing) X(format_mismatch) X(heading_skips) \
    /* exhibits */ \
    X(channel_missing) X(text_on_number_scale) X(negative_part) X(log_of_zero) X(highlight_not_found) X(bad_axis_domain) \
    X(chart_not_available) X(alt_missing) X(head_missing) X(picture_broken) X(picture_too_large) \
    /* layout and output */ \
    X(pages_exceeded) X(headline_too_long) X(font_missing) X(face_missing) X(glyph_missing) X(contrast_low) \
    X(text_overflows) X(exhibit_too_tall) X(paragraph_too_long) X(not_painted) X(format_not_available) X(write_failed) \
    X(internal_error) X(pdf_nonconforming) X(label_collides) X(label_clipped) X(label_too_small) X(unknown_exhibit) \
    /* warnings */ \
    X(bare_number) X(source_stale) X(newer_than_briefing) X(mixed_units) X(mixed_bases) X(mixed_qualifiers) \
    X(small_base) X(parts_do_not_sum) X(partial_period) X(facts_disagree) X(too_many_series) X(unused_value) \
    X(source_not_cited) X(label_dropped) X(last_page_nearly_empty) X(title_too_long) X(block_dropped) X(pages_too_few) X(line_overfull) \
    X(out_of_date) X(axis_cut) X(two_axes) X(uneven_steps) X(area_exaggerates) X(trend_of_few) \
    X(section_without_slide)
// clang-format on

enum class Code {
#define PRECIS_CODE(name) name,
    PRECIS_DIAGNOSTIC_CODES(PRECIS_CODE)
#undef PRECIS_CODE
};

[[nodiscard]] std::string_view to_string(Code code);
[[nodiscard]] std::optional<Code> parse_code(std::string_view word);

}  // namespace precis::diag
