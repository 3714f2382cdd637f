// The conversions; each refusal shows the form that was expected.
#include "yaml/convert.h"

#include <array>
#include <limits>
#include <string>

#include "base/ascii.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "diag/codes.h"
#include "yaml/fields.h"

namespace precis::yaml {
namespace {

diag::Diagnostic bad_value(const Node& node, const std::string& expected, std::string remedy) {
    return diag::error(diag::code::bad_value, node.span, base::quoted(node.scalar.text) + " is not " + expected,
                       std::move(remedy));
}

struct Unit {
    std::string_view name;
    double points;
};
constexpr std::array kUnits = {Unit{"pt", 1.0}, Unit{"mm", 72 / 25.4}, Unit{"cm", 72 / 2.54}, Unit{"in", 72.0}};

std::string_view kind_word(const Node& node) {
    switch (node.kind) {
        case Node::Kind::scalar:
            return "text";
        case Node::Kind::sequence:
            return "a list";
        case Node::Kind::map:
            return "a mapping";
    }
    return "";
}

}  // namespace

diag::Diagnostic wrong_type(const Node& node, std::string_view expected) {
    auto span = node.span;
    if (span) {  // mark only the first line of a long node
        const auto line = span.source->text().find('\n', span.begin);
        if (line < span.end) span.end = line;
    }
    return diag::error(diag::code::wrong_type, span,
                       "expected " + std::string(expected) + ", found " + std::string(kind_word(node)));
}

std::optional<diag::Text> as_text(const Node& node, std::string_view what, diag::Diagnostics& out) {
    if (node.kind == Node::Kind::scalar) return node.scalar;
    auto fault = wrong_type(node, "text for " + std::string(what));
    const auto& bytes = node.span.source ? node.span.source->text() : std::string();
    const char first = node.span.begin < bytes.size() ? bytes[node.span.begin] : '\0';
    fault.remedy = first == '{' || first == '[' ? "if it is meant as text, put it in double quotes"
                                                : "write the text after the key, or under a |";
    out.push_back(std::move(fault));
    return std::nullopt;
}

std::optional<bool> as_boolean(const Node& node, std::string_view what, diag::Diagnostics& out) {
    const auto text = as_text(node, what, out);
    if (!text) return std::nullopt;
    if (text->text == "true" || text->text == "false") return text->text == "true";
    out.push_back(bad_value(node, "true or false", "write true or false"));
    return std::nullopt;
}

std::optional<double> as_number(const Node& node, diag::Diagnostics& out) {
    const auto text = as_text(node, "a number", out);
    if (!text) return std::nullopt;
    if (const auto number = base::parse_number(text->text)) return number;
    out.push_back(
        bad_value(node, "a number", "write it like 12 or -0.5, without thousands separators or leading zeros"));
    return std::nullopt;
}

std::optional<int> as_integer(const Node& node, diag::Diagnostics& out) {
    const auto text = as_text(node, "a whole number", out);
    if (!text) return std::nullopt;
    const auto number = base::parse_integer(text->text);
    if (number && *number >= std::numeric_limits<int>::min() && *number <= std::numeric_limits<int>::max()) {
        return static_cast<int>(*number);
    }
    out.push_back(bad_value(node, "a whole number", "write it like 12, without thousands separators or leading zeros"));
    return std::nullopt;
}

std::optional<double> as_length_pt(const Node& node, diag::Diagnostics& out) {
    const auto text = as_text(node, "a length", out);
    if (!text) return std::nullopt;
    const std::string_view words = text->text;
    for (const auto& unit : kUnits) {
        if (words.size() <= unit.name.size() || words.substr(words.size() - unit.name.size()) != unit.name) continue;
        const auto digits = base::trimmed_right(words.substr(0, words.size() - unit.name.size()));
        if (const auto number = base::parse_number(digits)) return *number * unit.points;
    }
    const bool bare = base::parse_number(words).has_value();
    out.push_back(bad_value(node, "a length",
                            bare ? "add its unit: " + base::quoted(std::string(words) + " mm") + " or pt, cm, in"
                                 : "write it like 12 mm, 1 cm, 9.5 pt or 1 in"));
    return std::nullopt;
}

std::optional<base::Color> as_color(const Node& node, std::string_view what, diag::Diagnostics& out) {
    const auto text = as_text(node, what, out);
    if (!text) return std::nullopt;
    if (const auto color = base::parse_color(text->text)) return color;
    out.push_back(bad_value(node, "a colour", "write it like \"#0B5FA5\", in double quotes"));
    return std::nullopt;
}

}  // namespace precis::yaml
