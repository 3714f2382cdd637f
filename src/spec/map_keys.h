// spec/map_keys.h: what a map's exhibit says of its outlines and of the part of the world that it shows.
// Stage: part of spec::Exhibit.
#pragma once
#include <optional>
#include <vector>

#include "diag/source.h"

namespace precis::spec {

/// Of charts of the form `map`; empty in others.
struct MapKeys {
    struct Inset {
        std::vector<diag::Text> focus;  // one name, or four numbers
        std::optional<diag::Text> title;
        diag::Span span;
        bool operator==(const Inset&) const = default;
    };
    std::optional<diag::Text> outline, key;  // a path from the briefing's folder; the property that names the regions
    std::vector<diag::Text> focus;           // names, or four numbers
    std::vector<Inset> insets;
    bool operator==(const MapKeys&) const = default;
};

}  // namespace precis::spec
