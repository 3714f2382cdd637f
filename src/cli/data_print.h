// cli/data_print.h: a listing of data, and the rows of a query, as text for people or JSON and CSV for programs.
#pragma once
#include <string>

#include "build/data_listing.h"

namespace precis::cli {

[[nodiscard]] std::string as_text(const build::DataListing& listing);
[[nodiscard]] std::string as_json(const build::DataListing& listing);

/// `format`: text (a table with aligned columns), csv (RFC 4180) or json (an object a row).
[[nodiscard]] std::string as_format(const data::Rows& rows, const std::string& format);

}  // namespace precis::cli
