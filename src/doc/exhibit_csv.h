// doc/exhibit_csv.h: the numbers behind an exhibit as a table that any program can read.
// Stage: doc::Exhibit -> CSV -> attachments of the PDF. Pure; linear in the values.
// In: a bound exhibit. Out: CSV as text. Numbers are unrounded and without a locale; columns that would be empty are
// left out, apart from those that hold the numbers.
#pragma once
#include <string>

#include "doc/exhibit.h"

namespace precis::doc {

/// CSV with a header row; empty for a picture.
///
/// A chart has a line for each category of each series, in the order of the data; charts drawn by rows (scatter,
/// bubble, map) have a line for each row. A table has its own columns, behind one for the group if it has groups. Units
/// are in the names of columns. Qualifiers (more than, about …), statuses (forecast …) and unpublished values have
/// columns of their own, if there are any.
/// Source: RFC 4180; the encoding is UTF-8 without a byte order mark.
[[nodiscard]] std::string exhibit_csv(const Exhibit& exhibit);

}  // namespace precis::doc
