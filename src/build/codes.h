// build/codes.h: the codes that only this room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::build::code {

inline constexpr diag::Code print_profile{"print_profile"};
inline constexpr diag::Code font_distant{"font_distant"};
inline constexpr diag::Code pages_exceeded{"pages_exceeded"};
inline constexpr diag::Code source_not_cited{"source_not_cited"};
inline constexpr diag::Code pages_too_few{"pages_too_few"};
inline constexpr diag::Code front_too_long{"front_too_long"};
inline constexpr diag::Code password_in_reach{"password_in_reach"};
inline constexpr diag::Code page_not_there{"page_not_there"};
inline constexpr diag::Code unknown_exhibit{"unknown_exhibit"};
inline constexpr diag::Code unknown_sample{"unknown_sample"};
inline constexpr diag::Code layout_not_used{"layout_not_used"};
inline constexpr diag::Code translation_missing{"translation_missing"};
inline constexpr diag::Code deck_of_another{"deck_of_another"};
inline constexpr diag::Code template_broken{"template_broken"};
inline constexpr diag::Code template_lacks{"template_lacks"};
inline constexpr diag::Code template_font{"template_font"};
inline constexpr diag::Code patterns_missing{"patterns_missing"};
inline constexpr diag::Code no_edition{"no_edition"};
inline constexpr diag::Code edition_name{"edition_name"};
inline constexpr diag::Code edition_missing{"edition_missing"};
inline constexpr diag::Code edition_double{"edition_double"};
inline constexpr diag::Code changes_unknown{"changes_unknown"};
inline constexpr diag::Code shards_differ{"shards_differ"};

}  // namespace precis::build::code
