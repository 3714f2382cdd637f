// The same rows twice: as HTML, and as a document that the layout stage sets.
#include <fmt/format.h>

#include "base/ascii.h"
#include "base/calendar.h"
#include "build/languages.h"
#include "build/looks.h"
#include "build/many/index.h"
#include "build/paint_formats.h"
#include "build/plain_cells.h"
#include "html/writer.h"
#include "layout/compose.h"
#include "text/setter.h"

namespace precis::build {
namespace {

/// A path as an address: bytes that are not letters, digits or of a few signs are percent-encoded.
/// Source: RFC 3986, 2.3 and 3.3.
std::string address_of(std::string_view path) {
    std::string out;
    for (const char c : path) {
        const bool plain = base::is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           std::string_view("-._~/").find(c) != std::string_view::npos;
        if (plain)
            out += c;
        else
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

/// The files that readers open: all but the records.
std::vector<std::string> files_of(const IndexEdition& edition) {
    std::vector<std::string> files;
    for (const auto& output : edition.outputs)
        for (const auto& file : output.files)
            if (!file.file.path.ends_with(".json")) files.push_back(file.file.path);
    return files;
}

std::string link_to(const IndexEdition& edition, const std::string& file) {
    return address_of(edition.folder + "/" + file);
}

std::string number(const locale::Locale& locale, std::size_t count) {
    return locale.number(static_cast<double>(count), {});
}

std::size_t built_in(const Index& index) {
    std::size_t built = 0;
    for (const auto& edition : index.editions) built += edition.built() ? 1 : 0;
    return built;
}

constexpr const char* kStyle = R"(
:root { color-scheme: light dark; }
body { font: 16px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
p.date { margin: 0 0 1.5rem; opacity: .75; }
table { border-collapse: collapse; width: 100%; }
caption { font-weight: 600; padding: .5rem 0; text-align: start; }
th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: .35rem .75rem .35rem 0;
  text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th[scope="row"] { font-weight: 600; }
td.number, th.number { font-variant-numeric: tabular-nums; padding-inline-end: 0; padding-inline-start: .75rem;
  text-align: end; white-space: nowrap; }
ul.files { list-style: none; margin: .15rem 0 0; padding: 0; font-size: .875rem; }
ul.files li { display: inline-block; margin-inline-end: 1rem; }
ul.faults > li { margin-bottom: .5rem; }
)";

void html_row(const IndexEdition& edition, const locale::Locale& locale, html::Writer& out) {
    const auto files = files_of(edition);
    out.open("tr").open("th", {{"scope", "row"}});
    if (files.empty())
        out.text(edition.folder);
    else
        out.element("a", {{"href", link_to(edition, files.front())}}, edition.folder);
    out.close().open("td").text(edition.title);
    if (files.size() > 1) {
        out.open("ul", {{"class", "files"}});
        for (const auto& file : files) out.open("li").element("a", {{"href", link_to(edition, file)}}, file).close();
        out.close();
    }
    out.close().element("td", {{"class", "number"}}, number(locale, edition.pages()));
    out.element("td", {{"class", "number"}}, number(locale, edition.warnings)).close().line();
}

void html_faults(const Index& index, const locale::Locale& locale, html::Writer& out) {
    out.element(
        "h2", fmt::format("{}: {}", locale.word("not-built"), number(locale, index.editions.size() - built_in(index))));
    out.open("ul", {{"class", "faults"}}).line();
    for (const auto& edition : index.editions) {
        if (edition.built()) continue;
        out.open("li").element("strong", edition.folder).open("ul");
        for (const auto& error : edition.errors) out.element("li", error);
        out.close().close().line();
    }
    out.close().line();
}

doc::Value count_cell(const locale::Locale& locale, std::size_t count) {
    auto value = plain_cell(number(locale, count));
    value.number = static_cast<double>(count);
    return value;
}

doc::Table table_of(const Index& index, const locale::Locale& locale) {
    doc::Table table;
    for (const char* key : {"edition", "edition-title", "number-of-pages", "warnings"}) {
        auto& column = table.columns.emplace_back();
        column.label = locale.word(key);
        column.numeric = table.columns.size() > 2;
    }
    for (const auto& edition : index.editions) {
        if (!edition.built()) continue;
        auto& row = table.rows.emplace_back();
        row.cells = {plain_cell(edition.folder), plain_cell(edition.title), count_cell(locale, edition.pages()),
                     count_cell(locale, edition.warnings)};
        const auto files = files_of(edition);
        if (!files.empty()) row.link = link_to(edition, files.front());
    }
    return table;
}

doc::Table faults_of(const Index& index, const locale::Locale& locale) {
    doc::Table table;
    for (const char* key : {"edition", "note"}) table.columns.emplace_back().label = locale.word(key);
    for (const auto& edition : index.editions)
        for (const auto& error : edition.errors)
            table.rows.emplace_back().cells = {plain_cell(edition.folder), plain_cell(error)};
    return table;
}

/// A section of a table alone, which its title counts.
doc::Section section_of(const std::string& id, doc::Table table, const std::string& word, std::size_t count,
                        const locale::Locale& locale) {
    doc::Exhibit exhibit;
    exhibit.id = "tab:" + id;
    exhibit.content = std::move(table);
    doc::Section section;
    section.id = id;
    section.title = plain_words(fmt::format("{}: {}", word, number(locale, count)));
    section.short_title = word;
    section.body.push_back({doc::ExhibitPlace{}});
    section.exhibits.push_back(std::move(exhibit));
    return section;
}

doc::Document document_of(const Index& index, const style::Layout& layout, const locale::Locale& locale) {
    doc::Document document;
    document.title = plain_words(index.title);
    document.short_title = index.title;
    document.document_type = locale.word("editions");
    document.date_iso = index.date;
    document.date = locale.date(index.date);
    document.language = locale.tag();
    document.publisher = layout.brand.publisher;
    document.output = "index";
    const auto built = built_in(index), not_built = index.editions.size() - built;
    if (not_built > 0)
        document.sections.push_back(
            section_of("not-built", faults_of(index, locale), locale.word("not-built"), not_built, locale));
    if (built > 0)
        document.sections.push_back(
            section_of("editions", table_of(index, locale), locale.word("editions"), built, locale));
    return document;
}

/// The PDF; its warnings are about texts that nobody wrote for it, so only its errors count.
std::optional<publish::File> index_pdf(const Index& index, const Prepared& prepared, const Setting& setting,
                                       const locale::Locale& locale, diag::Diagnostics& diagnostics) {
    diag::Diagnostics found;
    const auto painted = [&]() -> std::optional<publish::File> {
        auto layout = load_layout(prepared, nullptr, setting, found);
        if (!layout) return std::nullopt;
        TargetPages set;
        set.fonts = load_fonts(*layout, &locale, prepared, setting, found);
        if (!set.fonts || diag::has_errors(found)) return std::nullopt;
        text::Setter setter(set.fonts);
        auto pages = layout::compose(document_of(index, *layout, locale), *layout, locale, setter).take(found);
        if (!pages || diag::has_errors(found)) return std::nullopt;
        set.pages = std::move(*pages);
        set.formats.emplace_back();  // a PDF
        Rendered out;
        out.name = "index";
        paint_all(set, {}, out, found);
        return out.files.empty() ? std::nullopt : std::optional(std::move(out.files.front()));
    };
    auto file = painted();
    std::erase_if(found, [](const auto& d) { return d.severity != diag::Severity::error; });
    diag::append(diagnostics, std::move(found));
    return file;
}

}  // namespace

std::string index_html(const Index& index, const locale::Locale& locale) {
    html::Writer out;
    out.open("main").line().element("h1", index.title).line();
    out.element("p", {{"class", "date"}}, locale.date(index.date)).line();
    if (built_in(index) < index.editions.size()) html_faults(index, locale, out);
    out.open("table").line();
    out.element("caption", fmt::format("{}: {}", locale.word("editions"), number(locale, built_in(index)))).line();
    out.open("thead").open("tr");
    for (const char* key : {"edition", "edition-title"}) out.element("th", {{"scope", "col"}}, locale.word(key));
    for (const char* key : {"number-of-pages", "warnings"})
        out.element("th", {{"scope", "col"}, {"class", "number"}}, locale.word(key));
    out.close().close().line().open("tbody").line();
    for (const auto& edition : index.editions)
        if (edition.built()) html_row(edition, locale, out);
    out.close().close().close().line();
    html::Page page;
    page.language = locale.tag();
    page.right_to_left = locale.right_to_left();
    page.title = fmt::format("{} – {}", index.title, locale.word("editions"));
    page.style = kStyle;
    page.body = out.take();
    return html::page(page);
}

diag::Result<std::vector<publish::File>> index_files(const Index& index, const Prepared& prepared,
                                                     const Setting& setting) {
    std::vector<publish::File> files;
    files.push_back({name_of(index), to_json(index)});
    if (index.shard.is_part()) return files;
    diag::Diagnostics diagnostics;
    const auto words = language_of(index.language, prepared.project, setting, diagnostics);
    auto locale = locale::Locale::find(index.language, words);
    if (!locale) locale = locale::Locale::find("en-GB");  // an unknown language is reported by each edition
    files.push_back({"index.html", index_html(index, *locale)});
    if (auto pdf = index_pdf(index, prepared, setting, *locale, diagnostics)) files.push_back(std::move(*pdf));
    if (diag::has_errors(diagnostics)) return diagnostics;
    return {std::move(files), std::move(diagnostics)};
}

}  // namespace precis::build
