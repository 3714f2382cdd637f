// text/shaper_words.h: the cache of shaped words of one style. Private to shaper.cpp and divide.cpp.
#pragma once
#include <hb.h>

#include "text/shaper.h"

namespace precis::text {

/// Looks words up by view, without a copy.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

struct Shaper::Words {
    ShapeStyle style;
    std::vector<hb_feature_t> features;
    hb_segment_properties_t properties{};
    std::unordered_map<std::string, std::unique_ptr<Shaped>, TextHash, std::equal_to<>> known;
};

}  // namespace precis::text
