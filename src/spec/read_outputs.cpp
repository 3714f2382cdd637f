// Outputs (docs/design/language.md#audiences-and-outputs).
#include <fmt/format.h>

#include <algorithm>

#include "base/address.h"
#include "base/ascii.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "diag/codes.h"
#include "spec/read.h"
#include "spec/slug.h"
#include "vocabulary/briefing_keys.h"

namespace precis::spec {
namespace {

constexpr std::size_t kLongestWatermark = 40;  // letters; more would be too small to be seen across a page
constexpr int kLastPage = 99'999;

std::vector<FormatChoice> formats(Fields& fields, diag::Diagnostics& diagnostics) {
    std::vector<FormatChoice> list;
    for (const auto& word : fields.texts("formats")) {
        if (const auto format = vocabulary::named<vocabulary::Format>(word.text)) {
            list.push_back({*format, word.span});
            continue;
        }
        const auto near = base::nearest(word.text, vocabulary::closed_set<vocabulary::Format>.names());
        diagnostics.push_back(
            diag::error(diag::code::bad_value, word.span,
                        fmt::format("“{}” is not a format; expected {}", word.text, vocabulary::formats_in_words()),
                        near ? fmt::format("did you mean “{}”?", *near) : "write one of these"));
    }
    return list;
}

/// What only PDFs have is refused where an output has none, or has others beside it that would lack it.
void read_protection(Fields& fields, Output& output, diag::Diagnostics& diagnostics) {
    output.encrypt = encryption(fields, diagnostics);
    output.linearize = fields.boolean("linearize").value_or(false);
    const auto is_pdf = [](const FormatChoice& choice) { return vocabulary::row_of(choice.format).is_pdf; };
    if (output.encrypt) {
        for (const auto& choice : output.formats) {
            if (is_pdf(choice)) continue;
            diagnostics.push_back(
                diag::error(diag::code::key_conflict, choice.span,
                            fmt::format("a file of the format {} cannot be encrypted; {} can",
                                        vocabulary::row_of(choice.format).name, vocabulary::pdf_formats_in_words()),
                            "remove the format, or move it to an output without `encrypt`"));
        }
    }
    output.print = fields.boolean("print").value_or(false);
    if (output.print) output.print_span = fields.node("print")->span;
    const auto is_painted = [](const FormatChoice& choice) {
        return choice.format == vocabulary::Format::pdf || choice.format == vocabulary::Format::handout;
    };
    if (output.print && !output.formats.empty() &&
        std::none_of(output.formats.begin(), output.formats.end(), is_painted)) {
        diagnostics.push_back(diag::error(diag::code::key_conflict, output.print_span,
                                          "only pdf and handout have inks, and this output has neither",
                                          "remove `print`, or add pdf"));
    }
    if (output.linearize && !output.formats.empty() &&
        std::none_of(output.formats.begin(), output.formats.end(), is_pdf)) {
        diagnostics.push_back(
            diag::error(diag::code::key_conflict, fields.node("linearize")->span,
                        "only PDFs are linearised, and this output has none",
                        fmt::format("remove `linearize`, or add {}", vocabulary::pdf_formats_in_words())));
    }
}

/// A template gives colours, fonts and logo, as a brand does: an output has one of the two.
void read_template(const Output& output, diag::Diagnostics& diagnostics) {
    if (!output.deck_template || !output.brand) return;
    diagnostics.push_back(
        diag::error(diag::code::key_conflict, output.brand->span,
                    "the output has a `template` and a `brand`, and both give colours, fonts and logo",
                    "keep one of them; a brand of the briefing or project may stay: the template's "
                    "look comes before it"));
}

int first_page(Fields& fields, diag::Diagnostics& diagnostics) {
    const auto number = fields.integer("first-page");
    if (!number) return 1;
    if (*number >= 1 && *number <= kLastPage) return *number;
    diagnostics.push_back(diag::error(diag::code::bad_value, fields.node("first-page")->span,
                                      fmt::format("“{}” is not the number of a first page", *number),
                                      fmt::format("write a number from 1 to {}", kLastPage)));
    return 1;
}

/// The address of the web edition; refused if it is none, or if there is no web edition.
std::optional<Text> published_at(Fields& fields, const Output& output, diag::Diagnostics& diagnostics) {
    auto url = fields.text("url");
    if (!url) return url;
    const auto address = base::safe_address(url->text);
    if (!address || !(address->starts_with("https://") || address->starts_with("http://"))) {
        diagnostics.push_back(diag::error(diag::code::bad_value, url->span,
                                          fmt::format("“{}” is not the address of a page", url->text),
                                          "write it whole, as https://example.org/report.html"));
        return std::nullopt;
    }
    const auto is_html = [](const FormatChoice& choice) { return choice.format == vocabulary::Format::html; };
    if (std::none_of(output.formats.begin(), output.formats.end(), is_html)) {
        diagnostics.push_back(diag::error(diag::code::key_conflict, url->span,
                                          "only a web edition has an address, and this output has none",
                                          "add html to its formats, or remove `url`"));
        return std::nullopt;
    }
    url->text = *address;
    return url;
}

void read_pages(Fields& fields, Output& output, diag::Diagnostics& diagnostics) {
    if (fields.node("pages") == nullptr) return;
    const auto budget = page_budget(fields, "pages", diagnostics);
    output.pages_span = budget.span;
    output.pages_min = budget.least;
    output.pages_max = budget.most;
}

Output output(const yaml::Entry& entry, diag::Diagnostics& diagnostics) {
    Output output;
    output.name = entry.key;
    output.span = entry.key.span;
    check_slug(output.name, "an output's name", diagnostics);
    Fields fields(entry.value, vocabulary::keys::output, diagnostics, fmt::format("the output “{}”", entry.key.text));
    output.layout = fields.text("layout");
    output.brand = fields.text("brand");
    output.deck_template = fields.text("template");
    read_template(output, diagnostics);
    output.formats = formats(fields, diagnostics);
    output.audiences = fields.texts("for");
    output.languages = fields.texts("languages");
    read_pages(fields, output, diagnostics);
    read_protection(fields, output, diagnostics);
    output.watermark = watermark(fields, diagnostics);
    output.first_page = first_page(fields, diagnostics);
    output.url = published_at(fields, output, diagnostics);
    fields.finish();
    return output;
}

}  // namespace

std::optional<Text> watermark(Fields& fields, diag::Diagnostics& diagnostics) {
    auto text = fields.text("watermark");
    if (!text) return text;
    const auto letters = base::utf8_length(text->text);
    const bool bound = text->text.find("{{") != std::string::npos;  // layout measures what it becomes
    if (base::trimmed(text->text).empty()) {
        diagnostics.push_back(diag::error(diag::code::empty_value, text->span, "the watermark has no words",
                                          "write a word or two, as “Draft”, or remove the key"));
        return std::nullopt;
    }
    if (letters <= kLongestWatermark || bound) return text;
    diagnostics.push_back(diag::error(
        diag::code::bad_value, text->span,
        fmt::format("a watermark of {} letters is too long for a page; at most {} fit", letters, kLongestWatermark),
        "shorten it to a word or two, as “Draft”"));
    return std::nullopt;
}

std::vector<Output> outputs(Fields& fields, diag::Diagnostics& diagnostics) {
    std::vector<Output> list;
    const auto* node = names_of(fields.node("outputs"), "outputs", "{layout: research-note}", diagnostics);
    if (!node) return list;
    for (const auto& entry : node->entries) list.push_back(output(entry, diagnostics));
    return list;
}

}  // namespace precis::spec
