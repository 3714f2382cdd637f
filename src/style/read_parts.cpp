// Reads `parts`, `section` and `exhibit`: the parts and pieces that a layout shows, their order and place.
#include <fmt/format.h>

#include <algorithm>

#include "diag/codes.h"
#include "style/codes.h"
#include "style/read.h"
#include "vocabulary/layout_keys.h"

namespace precis::style {
namespace {

using Names = std::vector<std::string>;

const Names& part_names() {
    static const Names names{"masthead",        "title",      "summary", "key-figures", "findings",
                             "recommendations", "sections",   "watch",   "appendix",    "foreword",
                             "method",          "disclosure", "related", "about",       "contents",
                             "exhibits",        "sources",    "changes", "cover"};
    return names;
}

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

PartRule read_rule(const yaml::Node& node, LayoutReading& r) {
    PartRule rule;
    rule.span = node.span;
    yaml::Fields fields(node, vocabulary::keys::part_rule, r.out);
    (void)fields.required("part");
    if (const auto part = fields.text("part")) {
        rule.part = part->text;
        if (!holds(part_names(), rule.part)) {
            r.out.push_back(diag::error(diag::code::unknown_part, part->span,
                                        fmt::format("there is no part “{}”", rule.part),
                                        suggestion(rule.part, part_names(), "parts")));
        }
    }
    rule.frame = read_name(fields, "frame", frame_names(r.layout), "frames", r.out);
    rule.slide = read_name(fields, "slide", slide_names(r.layout), "kinds of slides", r.out);
    const Names arrangements{"stack", "row", "strip", "columns", "flow", "table", "run", "fill"};
    if (const auto chosen = fields.word("arrange", arrangements)) {
        rule.arrange = arrangements[static_cast<std::size_t>(*chosen)];
    }
    rule.style = read_style(fields, "style", r);
    rule.heading = read_style(fields, "heading", r);
    if (const auto label = fields.text("label")) {
        check_words(*label, r.out);
        rule.label = label->text;
    }
    rule.band = r.colors.read(fields, "band", r.out);
    if (bounded_number(fields, "max", {0, 999}, r.out)) rule.max = fields.integer("max").value_or(0);
    rule.numbered = fields.boolean("numbered").value_or(false);
    const Names breaks{"page", "section"};
    if (const auto chosen = fields.word("break-before", breaks)) {
        rule.break_before = breaks[static_cast<std::size_t>(*chosen)];
    }
    fields.finish();
    return rule;
}

/// The list under `key`; bad_value for a piece that is not among `known` or is listed twice.
Names read_pieces(LayoutReading& r, std::string_view key, const Names& known) {
    Names pieces;
    for (const auto& piece : r.top.texts(key)) {
        if (!holds(known, piece.text)) {
            r.out.push_back(diag::error(diag::code::bad_value, piece.span,
                                        fmt::format("“{}” is not a piece that “{}” can show", piece.text, key),
                                        suggestion(piece.text, known, "pieces")));
        } else if (holds(pieces, piece.text)) {
            r.out.push_back(diag::error(diag::code::bad_value, piece.span,
                                        fmt::format("“{}” is listed twice", piece.text), "keep one of the two"));
        } else {
            pieces.push_back(piece.text);
        }
    }
    return pieces;
}

}  // namespace

void read_parts(LayoutReading& r) {
    for (const auto* part : r.top.list("parts")) r.layout.parts.push_back(read_rule(*part, r));
    r.layout.section = read_pieces(
        r, "section", {"title", "headline", "body", "asides", "exhibits", "points", "takeaway", "sections", "sticker"});
    r.layout.exhibit =
        read_pieces(r, "exhibit", {"number", "title", "subtitle", "plot", "base", "note", "source", "sticker"});
}

}  // namespace precis::style
