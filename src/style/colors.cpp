// Names are followed to their values once; a name that leads back to itself is faulty.
#include "style/colors.h"

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/phrases.h"
#include "diag/codes.h"
#include "style/codes.h"

namespace precis::style {
namespace {

diag::Diagnostic bad_hex(const diag::Text& written) {
    return diag::error(diag::code::bad_value, written.span, fmt::format("“{}” is not a colour", written.text),
                       "write six hexadecimal digits in quotes, as in \"#065874\"");
}

diag::Diagnostic unknown(const diag::Text& written, const std::vector<std::string>& names) {
    const auto near = base::nearest(written.text, names);
    return diag::error(
        code::unknown_style, written.span, fmt::format("there is no colour “{}”", written.text),
        near ? base::did_you_mean(*near) : "add it under “colors”, or write its value as in \"#065874\"");
}

}  // namespace

void Colors::define(const std::string& name, diag::Text value, bool own) {
    written_[name] = std::move(value);
    if (own) own_.insert(name);
}

void Colors::resolve(diag::Diagnostics& out) {
    for (const auto& [name, value] : written_) {
        std::set<std::string> passed;
        if (!colors_.contains(name) && !faulty_.contains(name)) follow(name, passed, out);
    }
}

std::optional<base::Color> Colors::follow(const std::string& name, std::set<std::string>& passed,
                                          diag::Diagnostics& out) {
    if (const auto known = colors_.find(name); known != colors_.end()) return known->second;
    if (faulty_.contains(name)) return std::nullopt;
    const auto& value = written_.at(name);
    std::optional<base::Color> color;
    if (!passed.insert(name).second) {
        out.push_back(diag::error(diag::code::bad_value, value.span,
                                  fmt::format("colour “{}” leads back to itself by way of “{}”", name, value.text),
                                  "give one of them a value, as in \"#065874\""));
    } else if (value.text.starts_with('#')) {
        color = base::parse_color(value.text);
        if (!color) out.push_back(bad_hex(value));
    } else if (written_.contains(value.text)) {
        color = follow(value.text, passed, out);
    } else {
        out.push_back(unknown(value, names()));
    }
    if (color) {
        colors_.emplace(name, *color);
    } else {
        faulty_.insert(name);
    }
    return color;
}

std::optional<base::Color> Colors::read(const diag::Text& written, diag::Diagnostics& out) const {
    if (written.text.starts_with('#')) {
        const auto color = base::parse_color(written.text);
        if (!color) out.push_back(bad_hex(written));
        return color;
    }
    if (const auto known = colors_.find(written.text); known != colors_.end()) return known->second;
    if (!faulty_.contains(written.text)) out.push_back(unknown(written, names()));
    return std::nullopt;
}

std::optional<base::Color> Colors::read(yaml::Fields& fields, std::string_view key, diag::Diagnostics& out) const {
    const auto written = fields.text(key);
    return written ? read(*written, out) : std::nullopt;
}

diag::Span Colors::place(const std::string& name) const {
    const auto at = written_.find(name);
    return at == written_.end() ? diag::Span{} : at->second.span;
}

std::vector<std::string> Colors::names() const {
    std::vector<std::string> names;
    for (const auto& [name, value] : written_) names.push_back(name);
    return names;
}

}  // namespace precis::style
