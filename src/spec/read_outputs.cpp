// Audiences and outputs (docs/design/language.md#audiences-and-outputs).
#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "diag/codes.h"
#include "spec/read.h"
#include "spec/slug.h"
#include "vocabulary/briefing_keys.h"

namespace precis::spec {
namespace {

const std::vector<std::string> kFormats = {"pdf", "pptx", "presenter", "handout", "png", "svg"};

/// Reports words that are no formats, and leaves them out.
void check_formats(std::vector<Text>& formats, diag::Diagnostics& diagnostics) {
    const auto is_format = [](const Text& format) {
        return std::find(kFormats.begin(), kFormats.end(), format.text) != kFormats.end();
    };
    for (const auto& format : formats) {
        if (is_format(format)) continue;
        const auto near = base::nearest(format.text, kFormats);
        diagnostics.push_back(diag::error(
            diag::code::bad_value, format.span,
            fmt::format("“{}” is not a format; expected pdf, pptx, presenter, handout, png or svg", format.text),
            near ? fmt::format("did you mean “{}”?", *near) : "write one of these"));
    }
    std::erase_if(formats, [&](const Text& format) { return !is_format(format); });
}

void read_pages(Fields& fields, Output& output, diag::Diagnostics& diagnostics) {
    const auto* node = fields.node("pages");
    if (!node) return;
    output.pages_span = node->span;
    if (node->kind == Node::Kind::map) {
        Fields range(*node, vocabulary::keys::page_range, diagnostics);
        output.pages_min = range.integer("min");
        output.pages_max = range.integer("max");
        range.finish();
    } else {
        output.pages_min = output.pages_max = fields.integer("pages");
    }
    const bool low = output.pages_min.value_or(1) < 1 || output.pages_max.value_or(1) < 1;
    if (low || output.pages_min.value_or(1) > output.pages_max.value_or(output.pages_min.value_or(1))) {
        diagnostics.push_back(diag::error(diag::code::bad_value, node->span, "these page numbers are not a range",
                                          "write “pages: 1” or “pages: {min: 4, max: 6}”, 1 or more"));
        output.pages_min.reset();
        output.pages_max.reset();
    }
}

Output output(const yaml::Entry& entry, diag::Diagnostics& diagnostics) {
    Output output;
    output.name = entry.key;
    output.span = entry.key.span;
    check_slug(output.name, "an output's name", diagnostics);
    Fields fields(entry.value, vocabulary::keys::output, diagnostics, fmt::format("the output “{}”", entry.key.text));
    output.layout = fields.text("layout");
    output.brand = fields.text("brand");
    output.formats = fields.texts("formats");
    check_formats(output.formats, diagnostics);
    output.audiences = fields.texts("for");
    read_pages(fields, output, diagnostics);
    output.encrypt = fields.text("encrypt");
    output.linearize = fields.boolean("linearize").value_or(false);
    fields.finish();
    return output;
}

/// Parts by their names; unknown_part for any other.
std::vector<vocabulary::Part> parts(Fields& fields, std::string_view key, diag::Diagnostics& diagnostics) {
    std::vector<vocabulary::Part> found;
    for (const auto& name : fields.texts(key)) {
        if (const auto part = vocabulary::named<vocabulary::Part>(name.text)) {
            found.push_back(*part);
            continue;
        }
        const auto known = vocabulary::closed_set<vocabulary::Part>.names();
        const auto near = base::nearest(name.text, known);
        diagnostics.push_back(diag::error(
            diag::code::unknown_part, name.span, fmt::format("there is no part “{}”", name.text),
            near ? fmt::format("did you mean “{}”?", *near) : fmt::format("write one of: {}", fmt::join(known, ", "))));
    }
    return found;
}

Audience audience(const yaml::Entry& entry, diag::Diagnostics& diagnostics) {
    Audience audience;
    audience.name = entry.key;
    check_slug(audience.name, "an audience's name", diagnostics);
    Fields fields(entry.value, vocabulary::keys::audience, diagnostics,
                  fmt::format("the audience “{}”", entry.key.text));
    audience.title = fields.text("title");
    audience.wording = word(fields, "wording", {"full", "short"});
    audience.reach = word(fields, "reach", {"public", "clients", "internal"});
    audience.language = fields.text("language");
    audience.classification = fields.text("classification");
    audience.terms = pairs(fields, "terms", diagnostics);
    audience.exclude = parts(fields, "exclude", diagnostics);
    fields.finish();
    return audience;
}

}  // namespace

std::vector<Audience> audience_definitions(const Node& map, diag::Diagnostics& diagnostics) {
    std::vector<Audience> list;
    if (names_of(&map, "audiences", "{title: …}", diagnostics) == nullptr) return list;
    for (const auto& entry : map.entries) list.push_back(audience(entry, diagnostics));
    return list;
}

std::vector<Output> outputs(Fields& fields, diag::Diagnostics& diagnostics) {
    std::vector<Output> list;
    const auto* node = names_of(fields.node("outputs"), "outputs", "{layout: research-note}", diagnostics);
    if (!node) return list;
    for (const auto& entry : node->entries) list.push_back(output(entry, diagnostics));
    return list;
}

}  // namespace precis::spec
