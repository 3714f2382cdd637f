// bind/exhibits/region_names.h: finds the region that a row, or a key of a map, names.
//
// In: the regions of an outline, and words as the author's data have them: names in any of the languages of the shipped
// list, codes of ISO 3166-1, values of the outline's own key. Out: an index of Outline::regions, or the nearest name.
// Letters count without case, accents, blanks and signs; “St” is “Saint”, “&” is “and”, “the” is nothing. A spelling
// that two regions share is found only as it is written.
// Cost: linear in the names once, then constant for a name that is found.
#pragma once
#include <optional>
#include <string>
#include <unordered_map>

#include "data/outline.h"

namespace precis::bind {

class RegionNames {
  public:
    explicit RegionNames(const data::Outline& outline);

    [[nodiscard]] std::optional<std::size_t> find(const std::string& text) const;
    /// The continent or other named part of the earth.
    [[nodiscard]] const data::NamedView* view(const std::string& text) const;
    /// Whether the text is a code of the region, not its name.
    [[nodiscard]] bool is_code(std::size_t region, const std::string& text) const;
    /// A name that was probably meant. `views`: also those of continents.
    [[nodiscard]] std::optional<std::string> nearest(const std::string& text, bool views) const;

  private:
    void add(const std::string& text, std::size_t region);

    const data::Outline& outline_;
    std::unordered_map<std::string, std::size_t> exact_;
    std::unordered_map<std::string, std::optional<std::size_t>> folded_;  // nullopt: of several regions
};

}  // namespace precis::bind
