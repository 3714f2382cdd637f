// diag/codes.h: the codes that several rooms report; a code of one room alone is declared in that room's codes.h.
// Their meanings are the rows of diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::diag::code {

inline constexpr Code alert{"alert"};
inline constexpr Code file_not_found{"file_not_found"};
inline constexpr Code file_unreadable{"file_unreadable"};
inline constexpr Code file_too_large{"file_too_large"};
inline constexpr Code file_outside_root{"file_outside_root"};
inline constexpr Code not_utf8{"not_utf8"};
inline constexpr Code control_character{"control_character"};
inline constexpr Code duplicate_key{"duplicate_key"};
inline constexpr Code too_deep{"too_deep"};
inline constexpr Code empty_file{"empty_file"};
inline constexpr Code empty_value{"empty_value"};
inline constexpr Code missing_key{"missing_key"};
inline constexpr Code wrong_type{"wrong_type"};
inline constexpr Code not_in_this_version{"not_in_this_version"};
inline constexpr Code wrong_version{"wrong_version"};
inline constexpr Code bad_slug{"bad_slug"};
inline constexpr Code bad_value{"bad_value"};
inline constexpr Code name_clash{"name_clash"};
inline constexpr Code key_conflict{"key_conflict"};
inline constexpr Code unknown_name{"unknown_name"};
inline constexpr Code unknown_source{"unknown_source"};
inline constexpr Code unknown_reference{"unknown_reference"};
inline constexpr Code unknown_column{"unknown_column"};
inline constexpr Code unknown_part{"unknown_part"};
inline constexpr Code piece_not_shown{"piece_not_shown"};
inline constexpr Code duplicate_row{"duplicate_row"};
inline constexpr Code not_one_value{"not_one_value"};
inline constexpr Code value_cycle{"value_cycle"};
inline constexpr Code binding_syntax{"binding_syntax"};
inline constexpr Code channel_missing{"channel_missing"};
inline constexpr Code text_on_number_scale{"text_on_number_scale"};
inline constexpr Code highlight_not_found{"highlight_not_found"};
inline constexpr Code bad_axis_domain{"bad_axis_domain"};
inline constexpr Code chart_not_available{"chart_not_available"};
inline constexpr Code contrast_low{"contrast_low"};
inline constexpr Code format_not_available{"format_not_available"};
inline constexpr Code write_failed{"write_failed"};
inline constexpr Code no_process{"no_process"};
inline constexpr Code internal_error{"internal_error"};
inline constexpr Code source_stale{"source_stale"};
inline constexpr Code mixed_qualifiers{"mixed_qualifiers"};
inline constexpr Code parts_do_not_sum{"parts_do_not_sum"};
inline constexpr Code too_many_series{"too_many_series"};
inline constexpr Code unused_value{"unused_value"};
inline constexpr Code unused_word{"unused_word"};
inline constexpr Code comes_from_original{"comes_from_original"};
inline constexpr Code untranslated{"untranslated"};
inline constexpr Code label_dropped{"label_dropped"};

}  // namespace precis::diag::code
