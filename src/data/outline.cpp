// Reads GeoJSON into regions. What a map would draw wrong is refused at its place: nothing is guessed or left out.
#include "data/outline.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/limits.h"
#include "base/nearest.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "base/utf8.h"
#include "data/codes.h"
#include "data/model_reading.h"
#include "diag/codes.h"
#include "json/node.h"

namespace precis::data {
namespace {

using json::Node;

constexpr std::size_t kShownProperties = 8, kShownLetters = 40;  // in messages
constexpr double kRounding = 1e-6;                               // degrees by which a file may be over the ends

const char* kConvert = "write it as GeoJSON in degrees, as `ogr2ogr -t_srs EPSG:4326 -f GeoJSON OUT IN` does";

std::string text_of(const Node* node) {
    return node != nullptr && (node->kind == Node::Kind::string || node->kind == Node::Kind::number) ? node->text.text
                                                                                                     : std::string();
}

/// A ring of the shipped file: differences of hundredths of a degree, as data/outlines/convert.mjs packs them.
EarthRing unpacked(std::string_view text) {
    constexpr int kFirst = 63, kMore = 32, kBits = 5;
    EarthRing ring;
    long at[2] = {0, 0};
    std::size_t i = 0;
    while (i < text.size()) {
        for (auto& axis : at) {
            unsigned long rest = 0;
            int shift = 0, group = kMore;
            while ((group & kMore) != 0 && i < text.size()) {
                group = text[i++] - kFirst;
                rest |= static_cast<unsigned long>(group & (kMore - 1)) << shift;
                shift += kBits;
            }
            const auto step = static_cast<long>(rest >> 1);
            axis += (rest & 1) != 0 ? -step - 1 : step;
        }
        ring.push_back({static_cast<double>(at[0]) / 100, static_cast<double>(at[1]) / 100});
    }
    return ring;
}

class OutlineReader {
  public:
    OutlineReader(const diag::Text* key, diag::Diagnostics& diagnostics) : key_(key), diagnostics_(diagnostics) {}

    bool read(const Node& root, Outline& outline) {
        const auto* features = features_of(root);
        if (features == nullptr || !check_reference_system(root)) return false;
        if (outline.world) read_views(root, outline);
        for (const auto& feature : features->items) {
            read_feature(feature, outline);
            if (failed_) return false;
        }
        if (outline.regions.empty())
            fail(features->span, "this collection has no features", "write a feature for each region");
        return !failed_;
    }

  private:
    void fail(const diag::Span& at, std::string message, std::string remedy) {
        diagnostics_.push_back(diag::error(code::bad_outline, at, std::move(message), std::move(remedy)));
        failed_ = true;
    }

    const Node* features_of(const Node& root) {
        const auto type = text_of(root.find("type"));
        const auto* at = root.find("type");
        const auto& span = at != nullptr ? at->span : root.span;
        if (type == "Topology") {
            fail(span, "this file is TopoJSON, whose regions share arcs",
                 "convert it to GeoJSON, as `topo2geo NAME=OUT.geojson < IN.json` of topojson-client does");
            return nullptr;
        }
        const auto* features = root.find("features");
        if (type == "FeatureCollection" && features != nullptr && features->kind == Node::Kind::array) return features;
        fail(span,
             type.empty() ? "this file is no GeoJSON: it has no `type`"
                          : "this is " + base::quoted(base::shortened(type, kShownLetters)) +
                                ", and a map reads a FeatureCollection",
             "write `{\"type\": \"FeatureCollection\", \"features\": […]}`");
        return nullptr;
    }

    /// Degrees of WGS 84 are the only coordinates; older files name them.
    bool check_reference_system(const Node& root) {
        const auto* system = root.find("crs");
        if (system == nullptr || system->kind == Node::Kind::null) return true;
        const auto* properties = system->find("properties");
        const auto name = text_of(properties != nullptr ? properties->find("name") : nullptr);
        if (name.find("CRS84") != std::string::npos || name.ends_with("EPSG::4326") || name == "EPSG:4326") return true;
        fail(system->span,
             "the coordinates of this file are projected" +
                 (name.empty() ? std::string() : ", by " + base::quoted(base::shortened(name, kShownLetters))),
             kConvert);
        return false;
    }

    /// Of shipped outlines: boxes with names.
    static void read_views(const Node& root, Outline& outline) {
        const auto* views = root.find("views");
        if (views == nullptr) return;
        for (const auto& [name, box] : views->members) {
            std::vector<double> ends;
            for (const auto& item : box.items) ends.push_back(base::parse_number(item.text.text).value_or(0));
            if (ends.size() == 4) outline.views.push_back({name.text, {ends[0], ends[1], ends[2], ends[3]}});
        }
    }

    void read_feature(const Node& feature, Outline& outline) {
        if (text_of(feature.find("type")) != "Feature")
            return fail(feature.span, "an item of `features` is no feature", "write `{\"type\": \"Feature\", …}`");
        auto name = name_of(feature);
        const auto* geometry = feature.find("geometry");
        if (failed_) return;
        auto polygons = polygons_of(geometry, feature.span);
        if (failed_) return;
        const auto [known, fresh] = places_.emplace(name, outline.regions.size());
        if (!fresh && key_ != nullptr) {
            auto& region = outline.regions[known->second];
            std::move(polygons.begin(), polygons.end(), std::back_inserter(region.polygons));
            return;
        }
        Region region;
        region.name = std::move(name);
        region.polygons = std::move(polygons);
        const auto* properties = feature.find("properties");
        const auto list = [&](const char* key) {
            std::vector<std::string> texts;
            if (const auto* node = properties != nullptr ? properties->find(key) : nullptr)
                for (const auto& item : node->items) texts.push_back(text_of(&item));
            return texts;
        };
        if (outline.world) {
            region.continent = properties != nullptr ? text_of(properties->find("continent")) : std::string();
            region.codes = list("codes");
            region.others = list("others");
            if (const auto* fine = properties != nullptr ? properties->find("fine") : nullptr)
                for (const auto& polygon : fine->items) {
                    auto& rings = region.fine.emplace_back();
                    for (const auto& ring : polygon.items) rings.push_back(unpacked(ring.text.text));
                }
        }
        outline.regions.push_back(std::move(region));
    }

    std::string name_of(const Node& feature) {
        if (key_ == nullptr) return {};
        const auto* properties = feature.find("properties");
        const auto* value = properties != nullptr ? properties->find(key_->text) : nullptr;
        auto name = text_of(value);
        if (!name.empty()) return name;
        std::vector<std::string> known;
        if (properties != nullptr)
            for (const auto& member : properties->members)
                if (!text_of(&member.value).empty()) known.push_back(member.key.text);
        const auto nearest = base::nearest(key_->text, known);
        std::string remedy = "this feature has no properties that could name it";
        if (known.size() > kShownProperties) known.resize(kShownProperties);
        for (auto& one : known) one = "`" + base::shortened(one, kShownLetters) + "`";
        if (nearest)
            remedy = "did you mean `key: " + *nearest + "`?";
        else if (!known.empty())
            remedy = "its properties are " + base::enumerated(known);
        fail(value != nullptr ? value->span : feature.span,
             "this feature has no name in its property " + base::quoted(key_->text), std::move(remedy));
        diagnostics_.back().notes.push_back({"the key is here", key_->span});
        return {};
    }

    std::vector<EarthPolygon> polygons_of(const Node* geometry, const diag::Span& feature) {
        std::vector<EarthPolygon> polygons;
        const auto type = geometry != nullptr ? text_of(geometry->find("type")) : std::string();
        const auto* coordinates = geometry != nullptr ? geometry->find("coordinates") : nullptr;
        const bool single = type == "Polygon", several = type == "MultiPolygon";
        if ((!single && !several) || coordinates == nullptr || coordinates->items.empty()) {
            fail(geometry != nullptr && !type.empty() ? geometry->find("type")->span : feature,
                 type.empty()        ? "this feature has no geometry"
                 : single || several ? "this " + type + " has no coordinates"
                                     : "the geometry of this feature is a " + base::shortened(type, kShownLetters) +
                                           ", and regions are areas",
                 "keep features of the types Polygon and MultiPolygon; a map's points are rows of its data");
            return polygons;
        }
        if (single) {
            polygons.push_back(polygon_of(*coordinates));
        } else {
            for (const auto& item : coordinates->items) polygons.push_back(polygon_of(item));
        }
        return polygons;
    }

    EarthPolygon polygon_of(const Node& node) {
        EarthPolygon polygon;
        if (node.items.empty() && !failed_) fail(node.span, "a polygon has no ring", "write its outer ring");
        for (const auto& item : node.items) {
            if (failed_) break;
            polygon.push_back(ring_of(item));
        }
        return polygon;
    }

    EarthRing ring_of(const Node& node) {
        EarthRing ring;
        ring.reserve(node.items.size());
        for (const auto& item : node.items) {
            const auto point = point_of(item);
            if (!point) return ring;
            ring.push_back(*point);
        }
        points_ += ring.size();
        if (static_cast<std::int64_t>(points_) > base::limit(base::Limit::outline_points)) {
            diagnostics_.push_back(diag::error(
                diag::code::file_too_large, node.span,
                fmt::format("these outlines have more than {} points", base::limit(base::Limit::outline_points)),
                "simplify them, as mapshaper.org does; else " +
                    base::how_to_raise(base::Limit::outline_points, static_cast<std::int64_t>(points_))));
            failed_ = true;
            return ring;
        }
        constexpr std::size_t kLeast = 4;  // of a triangle, whose first point is repeated
        if (ring.size() < kLeast || ring.front() != ring.back()) {
            fail(node.span,
                 ring.size() < kLeast ? fmt::format("a ring has {} points", ring.size())
                                      : "a ring does not end where it begins",
                 "a ring has four points or more, and its last one repeats the first");
            return ring;
        }
        ring.pop_back();
        return ring;
    }

    std::optional<EarthPoint> point_of(const Node& node) {
        const bool is_pair = node.kind == Node::Kind::array && node.items.size() >= 2;
        const auto lon = is_pair ? base::parse_number(node.items[0].text.text) : std::nullopt;
        const auto lat = is_pair ? base::parse_number(node.items[1].text.text) : std::nullopt;
        if (!lon || !lat) {
            fail(node.span, "a point of a ring is not a pair of numbers", "write `[longitude, latitude]`");
            return std::nullopt;
        }
        if (std::abs(*lon) > 180 + kRounding || std::abs(*lat) > 90 + kRounding) {
            fail(node.span,
                 fmt::format("{}, {} is no place in degrees: the coordinates of this file are projected",
                             base::shortest(*lon), base::shortest(*lat)),
                 kConvert);
            return std::nullopt;
        }
        return EarthPoint{std::clamp(*lon, -180.0, 180.0), std::clamp(*lat, -90.0, 90.0)};
    }

    const diag::Text* key_;
    diag::Diagnostics& diagnostics_;
    std::unordered_map<std::string, std::size_t> places_;
    std::size_t points_ = 0;
    bool failed_ = false;
};

}  // namespace

diag::Result<Outline> read_outline(const OutlineFile& from) {
    diag::Diagnostics diagnostics;
    const auto source = read_source(from.file, from.shown, from.wanted_by, diagnostics);
    if (!source) return diagnostics;
    const auto root = json::parse(source).take(diagnostics);
    if (!root || diag::has_errors(diagnostics)) return diagnostics;
    Outline outline;
    outline.name = from.shown;
    outline.file = from.file;
    outline.world = from.world;
    if (!OutlineReader(from.key ? &*from.key : nullptr, diagnostics).read(*root, outline)) return diagnostics;
    return diag::Result<Outline>(std::move(outline), std::move(diagnostics));
}

}  // namespace precis::data
