// audit/rules.h: the closed list of rules. rules.cpp has the demand of each and the clause that it comes from, in the
// same order. Codes of findings, the ledger publish/CONFORMANCE.md and the tests all use these words.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace precis::audit {

// clang-format off
#define PRECIS_AUDIT_RULES(X) \
    /* the file's bytes */ \
    X(unreadable) X(header) X(header_comment) X(file_id) X(encrypted) X(encryption_permissions) \
    X(encryption_bars_access) X(data_after_end) X(xref_table) X(object_spacing) X(hex_string) X(stream_length) \
    X(stream_spacing) \
    /* objects */ \
    X(external_stream) X(filter) X(name_not_utf8) X(name_length) X(string_length) X(integer_range) X(real_range) \
    X(page_size) X(rendering_intent) \
    /* catalog */ \
    X(permissions) X(requirements) X(alternate_presentations) X(presentation_steps) X(mark_info) X(suspects) \
    X(display_title_missing) X(display_title_off) X(additional_actions) X(action) X(named_action) \
    X(destination) X(outline) \
    /* metadata */ \
    X(xmp_missing) X(xmp_malformed) X(xmp_packet) X(xmp_title) X(xmp_pdfua) X(xmp_pdfua_prefix) X(xmp_pdfa) \
    X(xmp_pdfa_part) X(xmp_pdfa_level) X(xmp_pdfa_prefix) X(xmp_property_unknown) X(xmp_value_type) X(xmp_extension) \
    X(info_differs) \
    /* language */ \
    X(language_tag) X(language_text) X(language_alternative) X(language_outline) X(language_annotation) \
    X(language_field) X(language_metadata) \
    /* colour and graphics */ \
    X(output_intents_differ) X(output_profile) X(output_profile_reference) X(device_colour) X(icc_profile) \
    X(colorant_count) X(colorants_undefined) X(operator_unknown) X(resource_missing) X(state_depth) \
    X(state_unbalanced) X(transfer_function) X(halftone) X(blend_mode) X(transparency_space) X(image_alternates) \
    X(opi) X(image_interpolated) X(image_bits) X(mask_bits) X(postscript_xobject) X(reference_xobject) \
    X(shared_form_marks) \
    /* fonts */ \
    X(font_dictionary) X(font_widths) X(font_file_type) X(font_program) X(font_not_embedded) X(cmap_registry) \
    X(cmap_ordering) X(cmap_supplement) X(cid_map_missing) X(cid_map) X(cmap_not_embedded) X(cmap_writing_mode) \
    X(cmap_reference) X(cid_range) X(glyph_missing) X(charset_incomplete) X(charset_excess) X(cidset_incomplete) \
    X(cidset_excess) X(width_differs) X(truetype_no_cmap) X(truetype_not_in_cmap) X(truetype_encoding_missing) \
    X(truetype_base_missing) X(truetype_encoding) X(differences_name) X(differences_no_unicode_cmap) \
    X(symbolic_encoding) X(symbolic_no_cmap) X(symbolic_cmaps) X(to_unicode_missing) X(to_unicode_zero) \
    X(to_unicode_mark) X(character_unmapped) X(formula_unmapped) X(private_use) X(notdef) \
    /* marked content */ \
    X(marks_unbalanced) X(artifact_in_tagged) X(tagged_in_artifact) X(content_unmarked) X(mcid_repeated) \
    X(mcid_unclaimed) X(mcid_absent) X(mcid_claimed_twice) X(parent_tree) X(struct_parents) X(annotation_parent) \
    /* structure tree */ \
    X(structure_missing) X(role_unmapped) X(role_circular) X(role_standard_remapped) X(element_parent) \
    X(element_kid) X(element_empty) X(id_tree) X(id_repeated) X(table_syntax) X(table_grid) X(header_scope) \
    X(cell_without_header) X(list_syntax) X(list_numbering) X(contents_syntax) X(ruby_syntax) X(warichu_syntax) \
    X(figure_alternative) X(figure_box) X(formula_alternative) X(heading_first) X(heading_skipped) \
    X(heading_several) X(heading_mixed) X(note_id) X(note_id_repeated) \
    /* annotations and forms */ \
    X(annotation_type) X(annotation_type_unknown) X(annotation_trapnet) X(annotation_element) \
    X(annotation_description) X(annotation_flags_missing) X(annotation_flags) X(appearance_missing) X(appearance) \
    X(tab_order_missing) X(tab_order) X(link_element) X(link_description) X(widget_element) X(widget_action) \
    X(field_description) X(field_actions) X(need_appearances) X(xfa) X(dynamic_xfa) X(needs_rendering) \
    X(media_type) X(media_alternative) X(file_annotation) X(printer_mark_tagged) X(printer_mark_appearance) \
    /* attachments and layers */ \
    X(file_names) X(file_mime) X(file_relationship) X(file_unassociated) X(file_description) X(layer_name) \
    X(layer_default_name) X(layer_name_repeated) X(layer_order) X(layer_automatic)
// clang-format on

enum class Rule {
#define PRECIS_RULE(name) name,
    PRECIS_AUDIT_RULES(PRECIS_RULE)
#undef PRECIS_RULE
};

#define PRECIS_RULE(name) +1  // NOLINT(bugprone-macro-parentheses): a sum of them
inline constexpr std::size_t kRuleCount = PRECIS_AUDIT_RULES(PRECIS_RULE);
#undef PRECIS_RULE

[[nodiscard]] std::string_view to_string(Rule rule);
[[nodiscard]] std::optional<Rule> parse_rule(std::string_view word);
/// Where the rule comes from: MH is the Matterhorn Protocol 1.1, UA ISO 14289-1, A ISO 19005-3, PDF ISO 32000-1.
[[nodiscard]] std::string_view clause(Rule rule);
/// The demand on a file, as a sentence without its final dot.
[[nodiscard]] std::string_view demand(Rule rule);

}  // namespace precis::audit
