// data/files/ods_styles.h: the number formats that cells of an .ods file have, by the names of their styles.
// Stage: within DATA, for workbook_ods.cpp. Private to the room.
// Source: OpenDocument 1.3, part 3, 16.29 (data styles).
#pragma once
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "data/cells/number_format.h"

namespace precis::data {

class OdsStyles {
  public:
    /// Adds the styles that are children of `node`.
    void add(const pugi::xml_node& node);
    /// The format of a cell's style; nullptr if it has none.
    const NumberFormat* of_style(std::string_view style) const;
    /// A format that is kept once; valid as long as this object.
    const NumberFormat* kept(const NumberFormat& format);

  private:
    std::map<std::string, NumberFormat, std::less<>> data_;     // by the name of a data style
    std::map<std::string, std::string, std::less<>> of_cells_;  // the data style of a cell's style
    std::map<std::string, NumberFormat, std::less<>> kept_;
};

}  // namespace precis::data
