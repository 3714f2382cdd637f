// bind/numbering/author_names.h: names of a source's authors as a citation style prints them.
#pragma once
#include <string>
#include <vector>

#include "data/model.h"
#include "locale/locale.h"
#include "style/citation_style.h"

namespace precis::bind {

/// The text of a citation style with its fixed words: "{accessed} " gives "accessed ", "{Accessed} " "Accessed ".
[[nodiscard]] std::string filled(const std::string& text, const locale::Locale& locale);

/// All names, or the first ones and "et al."; empty without authors. An author "et al." is no name.
[[nodiscard]] std::string author_names(const data::SourceRecord& source, const style::CitationNames& rule,
                                       const locale::Locale& locale);
/// Family names for a mark: "Author", "Author and Second", "Author et al."; empty without authors.
[[nodiscard]] std::string family_names(const data::SourceRecord& source, const style::CitationMark& rule,
                                       const locale::Locale& locale);

}  // namespace precis::bind
