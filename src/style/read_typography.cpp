// Reads `typography` of a brand file: families and their files, and the look of text by role.
#include <fmt/format.h>

#include <array>

#include "base/nearest.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "diag/codes.h"
#include "style/brand.h"
#include "vocabulary/project_keys.h"
#include "yaml/fields.h"

namespace precis::style {
namespace {

namespace keys = vocabulary::keys;

constexpr double kPixel = 0.75;  // points
constexpr std::array<std::pair<std::string_view, int>, 15> kWeights = {{{"thin", 100},
                                                                        {"extra-light", 200},
                                                                        {"ultra-light", 200},
                                                                        {"light", 300},
                                                                        {"normal", 400},
                                                                        {"regular", 400},
                                                                        {"medium", 500},
                                                                        {"semi-bold", 600},
                                                                        {"demi-bold", 600},
                                                                        {"semibold", 600},
                                                                        {"bold", 700},
                                                                        {"extra-bold", 800},
                                                                        {"ultra-bold", 800},
                                                                        {"black", 900},
                                                                        {"heavy", 900}}};

std::optional<int> weight_of(const diag::Text& written, diag::Diagnostics& out) {
    for (const auto& [word, weight] : kWeights)
        if (written.text == word) return weight;
    const auto number = base::parse_integer(written.text);
    if (number && *number >= 100 && *number <= 900) return static_cast<int>(*number);
    out.push_back(diag::error(diag::code::bad_value, written.span, base::quoted(written.text) + " is not a weight",
                              "write a number from 100 to 900, or a word such as “bold” or “semi-bold”"));
    return std::nullopt;
}

std::optional<bool> italic_of(const diag::Text& written, diag::Diagnostics& out) {
    if (written.text == "normal") return false;
    if (written.text == "italic") return true;
    out.push_back(diag::error(diag::code::bad_value, written.span, base::quoted(written.text) + " is not a style",
                              "write “normal” or “italic”"));
    return std::nullopt;
}

/// A number and what stands behind it.
std::optional<std::pair<double, std::string>> measured(const std::string& text) {
    const auto end = text.find_first_not_of("0123456789.");
    const auto number = base::parse_number(text.substr(0, end));
    if (!number) return std::nullopt;
    auto unit = end == std::string::npos ? std::string() : text.substr(end);
    while (unit.starts_with(' ')) unit.erase(0, 1);
    return std::pair{*number, unit};
}

/// In points, or as a share.
struct Size {
    double value = 0;
    bool is_share = false;
};
std::optional<Size> size_of(const std::string& text, bool plain_is_share) {
    const auto read = measured(text);
    if (!read || read->first <= 0) return std::nullopt;
    const auto& [number, unit] = *read;
    if (unit == "pt") return Size{number, false};
    if (unit == "px") return Size{number * kPixel, false};
    if (unit == "mm") return Size{number * 72 / 25.4, false};
    if (unit == "cm") return Size{number * 72 / 2.54, false};
    if (unit == "in") return Size{number * 72, false};
    if (unit == "%") return Size{number / 100, true};
    if (unit == "em" || unit == "rem" || (unit.empty() && plain_is_share)) return Size{number, true};
    return std::nullopt;
}

BrandType type_of(const yaml::Node& node, const vocabulary::Mapping& mapping, diag::Diagnostics& out) {
    BrandType type;
    const bool is_link = &mapping == &keys::brand_link;
    if (node.kind != yaml::Node::Kind::map) {
        (is_link ? type.color : type.family) = yaml::as_text(node, mapping.what, out);
        return type;
    }
    yaml::Fields f(node, mapping, out);
    const auto text = [&](const char* key) { return mapping.find(key) ? f.text(key) : std::nullopt; };
    type.family = text("family");
    type.color = text("color");
    if (&mapping == &keys::brand_block) type.ground = text("background-color");
    if (const auto weight = text("weight")) type.weight = weight_of(*weight, out);
    if (const auto style = text("style")) type.italic = italic_of(*style, out);
    if (const auto size = text("size")) {
        if (const auto read = size_of(size->text, false)) {
            type.size = read->value, type.size_is_share = read->is_share, type.size_span = size->span;
        } else {
            out.push_back(diag::error(diag::code::bad_value, size->span, base::quoted(size->text) + " is not a size",
                                      "write it like 10pt, 14px, 0.9rem or 110%"));
        }
    }
    if (const auto height = text("line-height")) {
        const auto read = size_of(height->text, true);
        if (read && read->is_share && read->value >= 0.8 && read->value <= 3) {
            type.line_height = read->value;
        } else {
            out.push_back(diag::error(diag::code::bad_value, height->span,
                                      base::quoted(height->text) + " is not a height of lines",
                                      "write how many times the size it is, as in line-height: 1.4"));
        }
    }
    if (const auto decoration = text("decoration"); decoration && decoration->text != "none")
        out.push_back(diag::error(diag::code::bad_value, decoration->span,
                                  fmt::format("links have no decoration “{}”", decoration->text),
                                  "write “none”: links are told by their colour and weight"));
    f.finish();
    return type;
}

void read_typeface(const yaml::Node& node, const LayoutSearch& search, BrandFile& file, diag::Diagnostics& out) {
    yaml::Fields f(node, keys::brand_typeface, out);
    BrandFont font;
    (void)f.required("family");
    if (const auto family = f.text("family")) font.family = family->text, font.span = family->span;
    using Source = BrandFont::Source;
    constexpr std::array<std::pair<std::string_view, Source>, 4> kSources = {
        {{"file", Source::file}, {"system", Source::system}, {"google", Source::google}, {"bunny", Source::bunny}}};
    if (const auto source = f.text("source")) {
        const auto* known =
            std::find_if(kSources.begin(), kSources.end(), [&](const auto& row) { return row.first == source->text; });
        if (known == kSources.end()) {
            out.push_back(diag::error(diag::code::bad_value, source->span,
                                      base::quoted(source->text) + " is not a source of families",
                                      "write one of: file, system, google, bunny"));
        } else {
            font.source = known->second;
        }
    }
    for (const auto* item : f.list("files")) {
        BrandFont::Face face;
        std::optional<diag::Text> path;
        if (item->kind == yaml::Node::Kind::map) {
            yaml::Fields own(*item, keys::brand_face, out);
            (void)own.required("path");
            path = own.text("path");
            if (const auto weight = own.text("weight")) face.weight = weight_of(*weight, out).value_or(400);
            if (const auto style = own.text("style")) face.italic = italic_of(*style, out).value_or(false);
            own.finish();
        } else {
            path = yaml::as_text(*item, "a file of a family", out);
        }
        const auto at = path ? brand_file(*path, search, "a family's file", out) : std::nullopt;
        if (!at) continue;
        face.file = *at;
        font.faces.push_back(std::move(face));
    }
    if (font.source == Source::file && f.node("files") == nullptr && !font.family.empty())
        out.push_back(
            diag::error(diag::code::missing_key, font.span,
                        fmt::format("the family “{}” is said to come from files, and names none", font.family),
                        "add “files:”, with a path and a weight for each"));
    for (const auto* other : {"weight", "style", "display"}) f.known(other);
    f.finish();
    if (!font.family.empty()) file.brand.fonts.push_back(std::move(font));
}

}  // namespace

void read_typography(const yaml::Node& node, const LayoutSearch& search, BrandFile& file, diag::Diagnostics& out) {
    yaml::Fields fields(node, keys::brand_typography, out);
    for (const auto* font : fields.list("fonts")) read_typeface(*font, search, file, out);
    for (const auto& [role, mapping] :
         {std::pair{"base", &keys::brand_base}, std::pair{"headings", &keys::brand_headings},
          std::pair{"monospace", &keys::brand_monospace}, std::pair{"monospace-inline", &keys::brand_inline},
          std::pair{"monospace-block", &keys::brand_block}, std::pair{"link", &keys::brand_link}}) {
        if (const auto* written = fields.node(role)) file.types.emplace(role, type_of(*written, *mapping, out));
    }
    fields.finish();
}

}  // namespace precis::style
