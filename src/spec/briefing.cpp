// A briefing's top level: hands every key of docs/design/language.md#briefing to its reader.
#include "spec/briefing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "base/nearest.h"
#include "diag/codes.h"
#include "spec/codes.h"
#include "spec/paths.h"
#include "spec/read.h"
#include "spec/slug.h"
#include "spec/translate.h"
#include "spec/version.h"
#include "vocabulary/briefing_keys.h"
#include "yaml/fixed_words.h"

namespace precis::spec {
using vocabulary::Part;
namespace fs = std::filesystem;
namespace {

/// A deck's agenda has rows for the outermost sections only.
void refuse_figures(const std::vector<Section>& sections, diag::Diagnostics& diagnostics) {
    for (const auto& section : sections) {
        if (section.key_figure)
            diagnostics.push_back(diag::error(diag::code::key_conflict, section.key_figure->span,
                                              "the agenda has no row for a section of the appendix or within another",
                                              "write `key-figure` at an outermost section, or remove it"));
        refuse_figures(section.sections, diagnostics);
    }
}

std::string default_slug(const fs::path& path) {
    const auto name = path.filename() == "briefing.yaml" ? path.parent_path().filename() : path.stem();
    return slug_of(name.string(), "briefing");
}

void read_masthead(Fields& fields, Briefing& briefing, diag::Diagnostics& diagnostics) {
    briefing.title = required_text(fields, "title", diagnostics);
    if (const auto* words = fields.node("words")) briefing.words = yaml::fixed_words(*words, diagnostics);
    // An unparsable date is already reported; keep it, so that it is not also reported missing.
    briefing.date = date(fields, "date", diagnostics);
    if (!briefing.date) briefing.date = fields.text("date");
    briefing.slug = default_slug(briefing.path);
    if (const auto slug = fields.text("slug")) {
        briefing.slug_span = slug->span;
        check_slug(*slug, "a slug", diagnostics);
        if (is_slug(slug->text)) briefing.slug = slug->text;
    }
    briefing.document_type = fields.text("document-type");
    briefing.subtitle = fields.text("subtitle");
    briefing.short_title = fields.text("short-title");
    briefing.edition = fields.text("edition");
    briefing.authors = authors(fields, diagnostics);
    briefing.keywords = fields.texts("keywords");
    briefing.classification = fields.text("classification");
    briefing.watermark = watermark(fields, diagnostics);
    briefing.language = fields.text("language");
}

void read_setting(Fields& fields, Briefing& briefing, const Project& project, diag::Diagnostics& diagnostics) {
    const auto folder = briefing.path.parent_path();
    briefing.model = fields.text("model");
    briefing.brand = fields.text("brand");
    for (const auto& path : {briefing.model, briefing.brand}) {
        if (path) resolved(*path, folder, project.root, diagnostics);
    }
    briefing.names = fields.texts("names");
    const auto* audiences = fields.node("audiences");
    const bool defined = audiences && (audiences->kind == Node::Kind::map ||
                                       std::any_of(audiences->items.begin(), audiences->items.end(),
                                                   [](const auto& item) { return item.kind == Node::Kind::map; }));
    if (defined) {
        briefing.audiences = audience_definitions(*audiences, Home::briefing, diagnostics);
        for (auto& own : briefing.audiences)
            for (const auto& known : project.audiences)
                if (known.name.text == own.name.text) own = extended(std::move(own), known);
    } else {
        briefing.audience_names = fields.texts("audiences");
    }
    briefing.outputs = outputs(fields, diagnostics);
    for (const auto& output : briefing.outputs)
        if (output.deck_template) resolved(*output.deck_template, folder, project.root, diagnostics);
    briefing.values = values(fields, diagnostics);
    briefing.colors = pairs(fields, "colors", diagnostics);
    briefing.for_each = fields.text("for-each");
    briefing.previous = fields.text("previous");
    if (briefing.previous) resolved(*briefing.previous, folder, project.root, diagnostics);
    briefing.alerts = alerts(fields, diagnostics);
    briefing.leads = fields.texts("lead");
    briefing.claim = claim(fields);
}

/// Words by the name of a part that has a slide of its own.
std::vector<std::pair<Part, Text>> words_of_slides(Fields& fields, std::string_view key,
                                                   diag::Diagnostics& diagnostics) {
    std::vector<std::string> known;
    for (const auto part : vocabulary::all_of<Part>()) {
        if (vocabulary::row_of(part).own_slide) known.emplace_back(vocabulary::name_of(part));
    }
    std::vector<std::pair<Part, Text>> found;
    for (auto& [name, words] : pairs(fields, key, diagnostics)) {
        const auto part = vocabulary::named<Part>(name.text);
        if (part && vocabulary::row_of(*part).own_slide) {
            found.emplace_back(*part, std::move(words));
            continue;
        }
        const auto near = base::nearest(name.text, known);
        diagnostics.push_back(diag::error(
            diag::code::unknown_part, name.span, fmt::format("no part “{}” has a slide of its own", name.text),
            near ? fmt::format("did you mean “{}”?", *near) : fmt::format("write one of: {}", fmt::join(known, ", "))));
    }
    return found;
}

/// `on-slides`: which parts that the author wrote decks show; the default is all.
void read_on_slides(const Node& node, Briefing& briefing, diag::Diagnostics& diagnostics) {
    Fields fields(node, "“on-slides”", diagnostics);
    for (const auto part : vocabulary::all_of<Part>()) {
        const auto& row = vocabulary::row_of(part);
        if (!row.written) continue;
        if (const auto shown = fields.boolean(row.name); shown && !*shown) briefing.not_on_slides.push_back(part);
    }
    fields.finish();
}

void read_parts(Fields& fields, Briefing& briefing, diag::Diagnostics& diagnostics) {
    briefing.summary = text_items(fields, "summary", diagnostics);
    briefing.key_figures = key_figures(fields, diagnostics);
    briefing.findings = text_items(fields, "findings", diagnostics);
    briefing.recommendations = text_items(fields, "recommendations", diagnostics);
    briefing.sections = sections(fields, "sections", diagnostics);
    briefing.watch = text_items(fields, "watch", diagnostics);
    briefing.glossary = glossary(fields, diagnostics);
    briefing.appendix = sections(fields, "appendix", diagnostics);
    for (const auto& section : briefing.sections) refuse_figures(section.sections, diagnostics);
    refuse_figures(briefing.appendix, diagnostics);
    briefing.foreword = text_items(fields, "foreword", diagnostics);
    briefing.method = text_items(fields, "method", diagnostics);
    briefing.disclosure = text_items(fields, "disclosure", diagnostics);
    briefing.related = text_items(fields, "related", diagnostics);
    briefing.about = text_items(fields, "about", diagnostics);
    briefing.headlines = words_of_slides(fields, "headlines", diagnostics);
    briefing.takeaways = words_of_slides(fields, "takeaways", diagnostics);
    if (const auto* shown = fields.node("on-slides")) read_on_slides(*shown, briefing, diagnostics);
}

/// `briefing` comes first: it tells readers, and the project's patterns, what the file is.
/// A project's other files say by their first keys what they are; read as a briefing, each of their keys would be a
/// fault.
std::optional<diag::Diagnostic> other_file(const Node& root) {
    struct Other {
        std::string_view key, what;
    };
    constexpr std::array kOthers{Other{"precis", "the project's file"}, Other{"model", "a data model"},
                                 Other{"layout", "a layout"}, Other{"audiences", "a file of audiences"}};
    if (root.kind != Node::Kind::map || root.entries.empty() || root.find("briefing") != nullptr) return std::nullopt;
    const auto& first = root.entries.front().key;
    const auto other =
        std::find_if(kOthers.begin(), kOthers.end(), [&](const Other& file) { return file.key == first.text; });
    if (other == kOthers.end()) return std::nullopt;
    // A briefing that lacks its first line has a title, as `model:` may stand in one.
    if (root.find("title") != nullptr) return std::nullopt;
    return diag::error(code::not_a_briefing, first.span,
                       fmt::format("this is {}, not a briefing: its first key is “{}”", other->what, first.text),
                       "name a briefing, whose first line is “briefing: 1”");
}

void check_first_key(const Node& root, diag::Diagnostics& diagnostics) {
    if (root.entries.empty() || root.entries.front().key.text == "briefing") return;
    if (root.find("briefing") == nullptr) return;  // reported as missing
    const auto& first = root.entries.front().key;
    diagnostics.push_back(diag::error(code::not_a_briefing, first.span,
                                      fmt::format("the first key is “{}”; a briefing's is “briefing”", first.text),
                                      "move “briefing: 1” to the first line"));
}

void check_pictures(const std::vector<Section>& sections, const fs::path& folder, const fs::path& root,
                    diag::Diagnostics& diagnostics) {
    for (const auto& section : sections) {
        for (const auto& exhibit : section.exhibits) {
            if (exhibit.kind == Exhibit::Kind::image && !exhibit.form.empty())
                resolved(exhibit.form, folder, root, diagnostics);
            if (exhibit.map.outline) resolved(*exhibit.map.outline, folder, root, diagnostics);
        }
        check_pictures(section.sections, folder, root, diagnostics);
    }
}

/// Photos are looked for here, so that a missing one is reported whatever the layout shows.
void check_photos(std::vector<Author>& authors, const fs::path& folder, const fs::path& root,
                  diag::Diagnostics& diagnostics) {
    for (auto& author : authors) {
        if (!author.photo) continue;
        const auto before = diagnostics.size();
        const auto path = resolved(*author.photo, folder, root, diagnostics);
        std::error_code failed;
        if (diagnostics.size() == before && fs::is_regular_file(path, failed)) continue;
        const auto wanted = *std::exchange(author.photo, std::nullopt);  // reported once
        if (diagnostics.size() != before) continue;
        diagnostics.push_back(diag::error(
            diag::code::file_not_found, wanted.span, fmt::format("there is no file “{}”", shown(path, root)),
            "write the path of a PNG, JPEG, WebP, AVIF or SVG file, relative to this file"));
    }
}

/// What a tree of the original's keys has no place for.
void add_translated(Briefing& briefing, ReadTranslation& read) {
    briefing.language = read.language;
    briefing.words_of_data = std::move(read.translated.words_of_data);
    for (auto& value : briefing.values) {
        const auto texts = read.translated.of_values.find(value.name.text);
        if (texts != read.translated.of_values.end()) value.translated = std::move(texts->second);
    }
    for (auto& audience : briefing.audiences) audience.language.reset();
    for (auto& audience : read.translated.audiences) briefing.audiences.push_back(std::move(audience));
}

}  // namespace

diag::Result<Briefing> read(const fs::path& file, const Project& project) {
    diag::Diagnostics diagnostics;
    const auto path = fs::absolute(file).lexically_normal();
    if (!is_inside(path, project.root)) {
        return diag::error(diag::code::file_outside_root, {},
                           fmt::format("“{}” lies outside the project's folder", path.generic_string()),
                           "build with --root, or put a precis.yaml into a folder above the briefing");
    }
    auto root = tree_of(path, project, {}, diagnostics);
    if (!root) return diagnostics;
    Briefing briefing;
    briefing.path = path;
    briefing.source = root->span.source;
    std::optional<ReadTranslation> translation;
    if (root->find("translation-of") != nullptr) {
        translation = read_both(*root, path, project, diagnostics);
        if (!translation) return diagnostics;
        briefing.path = translation->about.original;
        briefing.translation = path;
        root = std::move(translation->translated.root);
    }
    if (auto fault = other_file(*root)) {
        diagnostics.push_back(std::move(*fault));
        return diagnostics;
    }
    Fields fields(*root, vocabulary::keys::briefing, diagnostics);
    if (root->kind != Node::Kind::map) return diagnostics;
    check_version(fields, "briefing", diagnostics);
    check_first_key(*root, diagnostics);
    read_masthead(fields, briefing, diagnostics);
    read_setting(fields, briefing, project, diagnostics);
    read_parts(fields, briefing, diagnostics);
    fields.finish();
    report_clashes(briefing, diagnostics);
    check_orders(briefing, diagnostics);
    if (translation) add_translated(briefing, *translation);
    check_photos(briefing.authors, path.parent_path(), project.root, diagnostics);
    check_pictures(briefing.sections, path.parent_path(), project.root, diagnostics);
    check_pictures(briefing.appendix, path.parent_path(), project.root, diagnostics);
    return {std::move(briefing), std::move(diagnostics)};
}

}  // namespace precis::spec
