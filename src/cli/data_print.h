// cli/data_print.h: what data a briefing has, and the rows of a query, as people and programs read them.
#pragma once
#include <string>

#include "build/data_listing.h"

namespace precis::cli {

[[nodiscard]] std::string as_text(const build::DataListing& listing);
[[nodiscard]] std::string as_json(const build::DataListing& listing);

/// `format`: text (a table), csv or json.
[[nodiscard]] std::string as_format(const data::Rows& rows, const std::string& format);

}  // namespace precis::cli
