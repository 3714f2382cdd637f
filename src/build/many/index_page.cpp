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

// Colours and sizes of docs/design/looks.md#web; the fonts of the reader's system, of the house's where it has them.
constexpr const char* kStyle = R"(
:root { color-scheme: light dark; --ground: #fff; --text: #14202b; --soft: #3b4954; --quiet: #5d6b76; --rule: #b9c3cb;
  --grid: #dce2e7; --band: #f6f1e8; --data: #065874; --accent: #cd4a21; }
@media (prefers-color-scheme: dark) { :root { --ground: #0a2430; --text: #f6f1e8; --soft: #d5dfe3; --quiet: #a9bbc4;
  --rule: #3a5562; --grid: #213f4c; --band: #103140; --data: #8fc1d1; --accent: #ff8a63; } }
* { box-sizing: border-box; }
body { background: var(--ground); color: var(--soft); font: 16px/24px Lato, Carlito, system-ui, sans-serif; margin: 0;
  border-top: 6px solid var(--text); }
main { margin: 0 auto; max-width: 914px; padding: 40px 20px 56px; }
h1 { color: var(--text); font: 700 40px/45px Vollkorn, Georgia, serif; letter-spacing: -.012em; margin: 0 0 8px;
  text-wrap: balance; }
h2, caption { color: var(--text); font-size: 18px; font-weight: 700; }
h2 { margin: 32px 0 8px; }
p.date { color: var(--quiet); font-size: 14px; line-height: 21px; margin: 0 0 28px; }
a { color: var(--data); text-decoration: underline 1px; text-underline-offset: .18em; }
:focus-visible { border-radius: 2px; outline: 2px solid var(--accent); outline-offset: 2px; }
.search { align-items: end; display: flex; gap: 12px; margin-bottom: 20px; max-width: 500px; }
.search label { color: var(--text); flex: 1; font-size: 14px; font-weight: 700; }
.search output { color: var(--quiet); font-size: 14px; line-height: 42px; min-width: 48px; }
.search input { background: var(--ground); border: 1px solid var(--quiet); border-radius: 2px; color: var(--text);
  display: block; font: 400 16px/24px Lato, Carlito, system-ui, sans-serif; margin-top: 4px; padding: 8px 10px; width: 100%; }
table { border-collapse: collapse; border-top: 2px solid var(--text); width: 100%; }
caption { padding: 0 0 10px; text-align: start; }
thead th { background: var(--band); border-bottom: 1.5px solid var(--text); color: var(--text); font-size: 14px; }
th, td { border-bottom: 1px solid var(--grid); overflow-wrap: break-word; padding: 7px 10px; text-align: start;
  vertical-align: top; }
tbody th { font-weight: 700; }
td.number, th.number { font-variant-numeric: tabular-nums; text-align: end; white-space: nowrap; }
ul.files { font-size: 14px; list-style: none; margin: 2px 0 0; padding: 0; }
ul.files li { display: inline-block; margin-inline-end: 16px; }
ul.faults { border-inline-start: 3px solid var(--accent); list-style: none; margin: 0; padding-inline-start: 16px; }
ul.faults > li { margin-bottom: 8px; }
@media (max-width: 700px) {
  main { padding-top: 24px; }
  h1 { font-size: 32px; line-height: 37px; }
  thead { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; width: 1px; }
  table, caption, tbody, tbody tr, tbody th, tbody td { display: block; }
  table { border: 0; }
  tbody { border-top: 2px solid var(--text); }
  tbody tr { border-bottom: 1px solid var(--grid); padding: 11px 0; }
  tbody tr[hidden] { display: none; }
  tbody th, tbody td { border: 0; padding: 0; }
  tbody th { font-size: 18px; }
  tbody th a { display: inline-block; min-height: 24px; }
  ul.files a { display: inline-block; line-height: 26px; }
  td.number { color: var(--quiet); display: inline-block; font-size: 14px; margin-inline-end: 16px; }
  td.number::before { content: attr(data-l) " "; }
}
@media print { .search { display: none; } }
)";

/// A field that leaves those rows whose words have all that is written in it. There is none without JavaScript.
constexpr const char* kScript = R"js('use strict';(()=>{
const table=document.querySelector('table'),rows=[...table.tBodies[0].rows];
if(rows.length<Number(table.dataset.searchFrom))return;
const [box,label,field,found]=['div','label','input','output'].map(e=>document.createElement(e));
box.className='search';field.type='search';label.append(table.dataset.search,field);box.append(label,found);table.before(box);
const plain=s=>s.normalize('NFD').replace(/\p{M}/gu,'').toLowerCase();
const words=rows.map(r=>plain(r.textContent));
field.addEventListener('input',()=>{const asked=plain(field.value).split(/\s+/).filter(Boolean);let n=0;
 rows.forEach((r,i)=>{r.hidden=!asked.every(w=>words[i].includes(w));if(!r.hidden)n++});
 found.textContent=asked.length?n+' / '+rows.length:''});
})();
)js";
constexpr int kSearchFrom = 8;  // editions: fewer are seen at once

void html_row(const IndexEdition& edition, const locale::Locale& locale, html::Writer& out) {
    const auto files = files_of(edition);
    // Shown as blocks on a phone, a table keeps its roles.
    out.open("tr", {{"role", "row"}}).open("th", {{"scope", "row"}, {"role", "rowheader"}});
    if (files.empty())
        out.text(edition.folder);
    else
        out.element("a", {{"href", link_to(edition, files.front())}}, edition.folder);
    out.close().open("td", {{"role", "cell"}}).text(edition.title);
    if (files.size() > 1) {
        out.open("ul", {{"class", "files"}});
        for (const auto& file : files) out.open("li").element("a", {{"href", link_to(edition, file)}}, file).close();
        out.close();
    }
    out.close();
    const auto count = [&](const char* key, std::size_t n) {
        out.element("td", {{"class", "number"}, {"role", "cell"}, {"data-l", locale.word(key)}}, number(locale, n));
    };
    count("number-of-pages", edition.pages());
    count("warnings", edition.warnings);
    out.close().line();
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
    out.open("table", {{"role", "table"},
                       {"data-search", locale.word("web-search")},
                       {"data-search-from", fmt::format("{}", kSearchFrom)}});
    out.line();
    out.element("caption", fmt::format("{}: {}", locale.word("editions"), number(locale, built_in(index)))).line();
    out.open("thead", {{"role", "rowgroup"}}).open("tr", {{"role", "row"}});
    for (const char* key : {"edition", "edition-title"})
        out.element("th", {{"scope", "col"}, {"role", "columnheader"}}, locale.word(key));
    for (const char* key : {"number-of-pages", "warnings"})
        out.element("th", {{"scope", "col"}, {"role", "columnheader"}, {"class", "number"}}, locale.word(key));
    out.close().close().line().open("tbody", {{"role", "rowgroup"}}).line();
    for (const auto& edition : index.editions)
        if (edition.built()) html_row(edition, locale, out);
    out.close().close().close().line();
    html::Page page;
    page.language = locale.tag();
    page.right_to_left = locale.right_to_left();
    page.title = fmt::format("{} – {}", index.title, locale.word("editions"));
    page.style = kStyle;
    page.script = kScript;
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
