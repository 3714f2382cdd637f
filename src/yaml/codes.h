// yaml/codes.h: the codes that only this room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::yaml::code {

inline constexpr diag::Code yaml_syntax{"yaml_syntax"};
inline constexpr diag::Code text_needs_quotes{"text_needs_quotes"};
inline constexpr diag::Code text_cut_by_comment{"text_cut_by_comment"};
inline constexpr diag::Code alias_refused{"alias_refused"};
inline constexpr diag::Code tag_refused{"tag_refused"};
inline constexpr diag::Code second_document{"second_document"};
inline constexpr diag::Code unknown_key{"unknown_key"};

}  // namespace precis::yaml::code
