// data/model/bibtex.h: a BibTeX library as entries with fields, and the text of a field in UTF-8.
// Stage: text of a .bib file -> ENTRIES -> records of sources. Private to the sub-room.
//
// `@string` macros and `#` are resolved; `@comment`, `@preamble` and text between entries are passed over. A field
// keeps its LaTeX, because names are split before their commands are replaced. Errors: bibtex_syntax, at its bytes; the
// first one ends the reading, as what follows it has no certain meaning. Limits: 16 MB, 64 levels of braces, 100,000
// entries.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"

namespace precis::data {

struct BibField {
    std::string name;  // in lower case
    diag::Text value;  // LaTeX, without the outer braces or quotes
};

struct BibEntry {
    std::string type;  // "article", in lower case
    diag::Text key;
    std::vector<BibField> fields;

    /// The first of these fields that the entry has and that is not empty; nullptr if it has none.
    const diag::Text* first_of(std::initializer_list<std::string_view> names) const;
};

/// The entries in file order. Of a field that stands twice in an entry, the second is an error.
[[nodiscard]] std::vector<BibEntry> read_bibtex(const diag::Source& source, diag::Diagnostics& out);

/// LaTeX as UTF-8: accents, letters, dashes and quotes; braces and commands for looks are left out, blanks are joined.
/// Errors: bibtex_syntax for a command that is not known.
[[nodiscard]] std::string latex_text(const diag::Text& latex, diag::Diagnostics& out);

/// The names between `and`, each as "Given Family"; a name in braces stays as it is, and `others` is "et al." Between
/// the parts of "Family, Given" is `between`, as the suffix's before it.
[[nodiscard]] std::vector<std::string> bibtex_names(const diag::Text& names, char between, diag::Diagnostics& out);

}  // namespace precis::data
