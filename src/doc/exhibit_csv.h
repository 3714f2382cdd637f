// doc/exhibit_csv.h: the numbers behind an exhibit as a table that any program reads.
// Stage: doc::Exhibit -> CSV. Pure.
#pragma once
#include <string>

#include "doc/document.h"

namespace precis::doc {

/// RFC 4180, UTF-8, the first line names the columns; empty for a picture.
///
/// A chart gives a line for each category of each series, in the order of the data; scatter charts and others drawn by
/// rows a line a row. A table gives its own columns, with a first one for the group where it has groups. Numbers are
/// bare, their unit stands in the column's name; a qualifier (more than, about …), a status (forecast …) and what was
/// not published are told in columns of their own, where there are any.
[[nodiscard]] std::string exhibit_csv(const Exhibit& exhibit);

}  // namespace precis::doc
