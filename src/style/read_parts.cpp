// Reads `parts`, `section` and `exhibit`: the parts and pieces that a layout shows, their order and place.
#include <fmt/format.h>

#include <algorithm>

#include "diag/codes.h"
#include "style/check_parts.h"
#include "style/codes.h"
#include "style/read.h"
#include "vocabulary/layout_keys.h"

namespace precis::style {
namespace {

using Names = std::vector<std::string>;

bool holds(const Names& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

Names frame_names(const Layout& layout) {
    Names names;
    for (const auto& master : layout.masters) {
        for (const auto& frame : master.frames) {
            if (!holds(names, frame.name)) names.push_back(frame.name);
        }
    }
    return names;
}

Names slide_names(const Layout& layout) {
    Names names;
    for (const auto& kind : layout.slides) names.push_back(kind.name);
    return names;
}

/// The name under `key`; unknown_name if it is not among `known`.
std::string read_name(yaml::Fields& fields, std::string_view key, const Names& known, std::string_view what,
                      diag::Diagnostics& out) {
    const auto written = fields.text(key);
    if (!written) return {};
    if (!holds(known, written->text)) {
        out.push_back(diag::error(diag::code::unknown_name, written->span,
                                  fmt::format("there is no {} “{}”", key, written->text),
                                  suggestion(written->text, known, what)));
    }
    return written->text;
}

/// The name of a text style; unknown_style if the layout has none of that name.
std::string read_style(yaml::Fields& fields, std::string_view key, LayoutReading& r) {
    const auto written = fields.text(key);
    if (!written) return {};
    if (!r.layout.styles.contains(written->text)) {
        Names styles;
        for (const auto& [name, look] : r.layout.styles) styles.push_back(name);
        r.out.push_back(diag::error(code::unknown_style, written->span,
                                    fmt::format("there is no text style “{}”", written->text),
                                    suggestion(written->text, styles, "text styles")));
    }
    return written->text;
}

/// The part of that name; unknown_part if there is none.
std::optional<Part> read_part(const diag::Text& written, LayoutReading& r) {
    const auto& set = vocabulary::closed_set<Part>;
    if (const auto part = vocabulary::named<Part>(written.text)) return part;
    const bool later = set.find(written.text).has_value();
    r.out.push_back(later ? diag::error(diag::code::unknown_part, written.span,
                                        fmt::format("the part “{}” is not in this version", written.text), "remove it")
                          : diag::error(diag::code::unknown_part, written.span,
                                        fmt::format("there is no part “{}”", written.text),
                                        suggestion(written.text, set.names(), "parts")));
    return std::nullopt;
}

/// One rule of `parts`; nullopt if it names no part.
std::optional<PartRule> read_rule(const yaml::Node& node, LayoutReading& r) {
    PartRule rule;
    rule.span = node.span;
    yaml::Fields fields(node, vocabulary::keys::part_rule, r.out);
    (void)fields.required("part");
    const auto written = fields.text("part");
    const auto part = written ? read_part(*written, r) : std::nullopt;
    if (part) rule.part = *part;
    rule.frame = read_name(fields, "frame", frame_names(r.layout), "frames", r.out);
    if (r.layout.medium == Medium::slides) {
        rule.slide = read_name(fields, "slide", slide_names(r.layout), "kinds of slides", r.out);
    } else if (const auto slide = fields.text("slide")) {
        rule.slide = slide->text;  // refused as a whole (check_parts)
    }
    rule.arrange = fields.word<Arrange>("arrange");
    rule.style = read_style(fields, "style", r);
    rule.heading = read_style(fields, "heading", r);
    if (const auto label = fields.text("label")) {
        check_words(*label, WordsOf::document, r.out);
        rule.label = label->text.empty() ? std::string(kNoLabel) : label->text;
    }
    rule.band = r.colors.read(fields, "band", r.out);
    if (bounded_number(fields, "max", {0, 999}, r.out)) rule.max = fields.integer("max").value_or(0);
    rule.numbered = fields.boolean("numbered").value_or(false);
    rule.rules = fields.boolean("rules").value_or(false);
    rule.break_before = fields.word<BreakBefore>("break-before");
    if (rule.part == Part::authors) rule.photos = fields.word<Photos>("photos").value_or(Photos::round);
    rule.pages = fields.boolean("pages").value_or(false);
    fields.finish();
    return part ? std::optional(std::move(rule)) : std::nullopt;
}

/// The parts under `leaves-out`; bad_value for one that `parts` shows.
void read_leaves_out(LayoutReading& r) {
    for (const auto& written : r.top.texts("leaves-out")) {
        const auto part = read_part(written, r);
        if (!part) continue;
        const auto& rules = r.layout.parts;
        if (std::any_of(rules.begin(), rules.end(), [&](const auto& rule) { return rule.part == *part; })) {
            r.out.push_back(diag::error(diag::code::bad_value, written.span,
                                        fmt::format("the layout shows the part “{}”", written.text),
                                        "remove it from one of the two lists"));
            continue;
        }
        r.layout.leaves_out.push_back(*part);
    }
}

/// The list under `key`; bad_value for a piece that `E` lacks or that is listed twice.
template <class E>
std::vector<E> read_pieces(LayoutReading& r, std::string_view key) {
    std::vector<E> pieces;
    for (const auto& written : r.top.texts(key)) {
        const auto piece = vocabulary::named<E>(written.text);
        if (!piece) {
            r.out.push_back(diag::error(diag::code::bad_value, written.span,
                                        fmt::format("“{}” is not a piece that “{}” can show", written.text, key),
                                        suggestion(written.text, vocabulary::closed_set<E>.names(), "pieces")));
        } else if (std::find(pieces.begin(), pieces.end(), *piece) != pieces.end()) {
            r.out.push_back(diag::error(diag::code::bad_value, written.span,
                                        fmt::format("“{}” is listed twice", written.text), "keep one of the two"));
        } else {
            pieces.push_back(*piece);
        }
    }
    return pieces;
}

}  // namespace

void read_parts(LayoutReading& r) {
    for (const auto* part : r.top.list("parts")) {
        auto rule = read_rule(*part, r);
        if (!rule) continue;
        check_rule(*part, *rule, r);
        r.layout.parts.push_back(std::move(*rule));
    }
    read_leaves_out(r);
    r.layout.section = read_pieces<SectionPiece>(r, "section");
    r.layout.exhibit = read_pieces<ExhibitPiece>(r, "exhibit");
    check_pieces(r);
    check_notes(r);
    check_pairs(r);
    check_medium(r);
}

}  // namespace precis::style
