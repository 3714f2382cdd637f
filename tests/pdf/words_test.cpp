// Every word of the bound document is in the text that pdftotext takes from the PDF, paragraph by paragraph in the
// order of reading. The end of a column or page may cut a paragraph, with other text between its parts.
#include <algorithm>
#include <set>
#include <sstream>
#include <type_traits>

#include "build/stages.h"
#include "catch.h"
#include "doc/document.h"
#include "program.h"
#include "style/load.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;
using Tokens = std::vector<std::string>;

enum class Kind { none, letter, digit };

Kind kind_of(unsigned char c) {
    if (c >= '0' && c <= '9') return Kind::digit;
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? Kind::letter : Kind::none;
}

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
    std::string out;
    for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what)) {
        out.append(text.substr(0, at)).append(with);
        text.remove_prefix(at + what.size());
    }
    return out.append(text);
}

/// Runs of letters and runs of digits; everything else separates them, so that citations, quotes and dashes next to a
/// word do not matter. A hyphen at a line's end joins two parts of a word.
Tokens tokens_of(std::string_view raw) {
    std::string text = replaced(raw, "\xEF\xAC\x81", "fi");
    for (const auto* hyphen : {"-\n", "\xE2\x80\x90\n", "\xC2\xAD\n", "\xC2\xAD"}) text = replaced(text, hyphen, "");
    Tokens out;
    Kind before = Kind::none;
    for (const char c : text) {
        const auto kind = kind_of(static_cast<unsigned char>(c));
        if (kind != Kind::none) {
            if (kind != before) out.emplace_back();
            out.back() += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        }
        before = kind;
    }
    return out;
}

/// The texts of a structure tree as `pdfinfo -struct-text` prints it, a line for each block, so that a word divided by
/// the end of a page is whole.
std::string quoted_lines(const std::string& tree) {
    std::string out;
    std::istringstream lines(tree);
    for (std::string line; std::getline(lines, line);) {
        const auto open = line.find_first_not_of(' ');
        if (open == std::string::npos) continue;
        const bool within = line.find("(inline)") != std::string::npos || line.compare(open, 7, "Object ") == 0;
        if (line[open] == '"') {
            out += line.substr(open + 1, line.size() - open - 2);
        } else if (!within) {
            out += '\n';
        }
    }
    return out;
}

// ---- the document's texts, in reading order ------------------------------------------------------------------------

std::string text_of(const doc::Inlines& inlines) {
    std::string text;
    for (const auto& item : inlines) {
        if (const auto* words = std::get_if<doc::Words>(&item)) text += words->text;
        if (const auto* reference = std::get_if<doc::Reference>(&item)) text += reference->text;
        if (const auto* citation = std::get_if<doc::Citation>(&item)) {
            for (const int number : citation->numbers) text.append(" ").append(std::to_string(number)).append(" ");
        }
        if (std::holds_alternative<doc::LineBreak>(item)) text += " ";
    }
    return text;
}

void add_blocks(const std::vector<doc::Block>& blocks, std::vector<std::string>& out) {
    for (const auto& block : blocks) {
        if (const auto* paragraph = std::get_if<doc::Paragraph>(&block.content))
            out.push_back(text_of(paragraph->inlines));
        if (const auto* heading = std::get_if<doc::Heading>(&block.content)) out.push_back(text_of(heading->inlines));
        if (const auto* quote = std::get_if<doc::Quote>(&block.content)) add_blocks(quote->blocks, out);
        if (const auto* list = std::get_if<doc::List>(&block.content)) {
            for (const auto& term : list->terms) out.push_back(text_of(term));
            for (const auto& item : list->items) add_blocks(item, out);
        }
    }
}

void add_sections(const std::vector<doc::Section>& sections, std::vector<std::string>& flow,
                  std::vector<std::string>& exhibits) {
    for (const auto& section : sections) {
        flow.push_back(text_of(section.title));
        add_blocks(section.body, flow);
        for (const auto& exhibit : section.exhibits) {
            for (const auto* part : {&exhibit.title, &exhibit.subtitle, &exhibit.note})
                exhibits.push_back(text_of(*part));
        }
        add_sections(section.sections, flow, exhibits);
    }
}

// ---- finding them in the page's text -------------------------------------------------------------------------------

constexpr int kCuts = 4;          // cuts of a paragraph at most: by columns, pages, footnotes
constexpr std::size_t kGrip = 3;  // tokens in a row that must agree after a cut

bool grips(const Tokens& page, std::size_t at, const Tokens& text, std::size_t from) {
    const auto count = std::min(kGrip, text.size() - from);
    if (at + count > page.size()) return false;
    return std::equal(text.begin() + static_cast<std::ptrdiff_t>(from),
                      text.begin() + static_cast<std::ptrdiff_t>(from + count),
                      page.begin() + static_cast<std::ptrdiff_t>(at));
}

/// The end of the text if it begins at `at`, followed across cuts.
std::optional<std::size_t> follow(const Tokens& page, std::size_t at, const Tokens& text) {
    int cuts = 0;
    for (std::size_t i = 0; i < text.size(); ++i, ++at) {
        if (at < page.size() && page[at] == text[i]) continue;
        if (++cuts > kCuts) return std::nullopt;
        while (at < page.size() && !grips(page, at, text, i)) ++at;
        if (at >= page.size()) return std::nullopt;
    }
    return at;
}

std::optional<std::size_t> find_from(const Tokens& page, std::size_t from, const Tokens& text) {
    for (auto at = from; at < page.size(); ++at) {
        if (!grips(page, at, text, 0)) continue;
        if (const auto end = follow(page, at, text)) return at + 1;
    }
    return std::nullopt;
}

}  // namespace

TEST_CASE("pdftotext gives every word of the note in reading order", "[pdf]") {
    build::Setting setting;
    setting.installed = kRoot;
    build::Databases databases;
    const auto briefing = kRoot / "samples" / "conference-europe-2026" / "briefing.yaml";
    const auto project = spec::find_project(briefing.parent_path(), kRoot);
    REQUIRE(project.ok());
    auto prepared = build::prepare(briefing, project.value(), setting, databases);
    REQUIRE(prepared.ok());
    auto& ready = prepared.value();
    const auto target =
        std::find_if(ready.targets.begin(), ready.targets.end(), [](const auto& t) { return t.output == "report"; });
    REQUIRE(target != ready.targets.end());
    const auto layout = style::load("research-note", build::layout_search(ready.project, setting), {});
    REQUIRE(layout.has_value());
    const auto document = bind::bind(ready.briefing, ready.project, *ready.database, layout.value(), *target);
    REQUIRE(document.has_value());
    const auto rendered = build::render(ready, *target, setting);
    REQUIRE(rendered.ok());
    const auto& files = rendered.value().files;
    const auto pdf =
        std::find_if(files.begin(), files.end(), [](const auto& f) { return f.path.extension() == ".pdf"; });
    REQUIRE(pdf != files.end());

    const Folder folder("words");
    write_file(folder.path() / "note.pdf", pdf->bytes);
    // Words are taken by their positions on the page, their order from the structure tree: after the foot of a column,
    // the program would have to guess the order from positions.
    const auto extracted = run({"pdftotext", "-enc", "UTF-8", "note.pdf", "-"}, folder.path());
    const auto structure = run({"pdfinfo", "-struct-text", "-enc", "UTF-8", "note.pdf"}, folder.path());
    REQUIRE(extracted.exit_code == 0);
    REQUIRE(structure.exit_code == 0);
    const auto page = tokens_of(quoted_lines(structure.out));
    const auto placed = tokens_of(extracted.out);
    const std::set<std::string> there(placed.begin(), placed.end());
    const auto all_there = [&](const std::string& text) {
        for (const auto& word : tokens_of(text)) {
            INFO(word);
            bool found = there.count(word) == 1;
            for (std::size_t i = 2; !found && i + 2 < word.size(); ++i)  // divided by the end of a page
                found = there.count(word.substr(0, i)) == 1 && there.count(word.substr(i)) == 1;
            CHECK(found);
        }
    };

    const auto& doc = document.value();
    std::vector<std::string> flow, loose;
    add_sections(doc.sections, flow, loose);
    std::size_t from = 0;
    for (const auto& text : flow) {
        const auto words = tokens_of(text);
        if (words.empty()) continue;
        const auto at = find_from(page, from, words);
        INFO(text);
        CHECK(at);
        if (at) from = *at;
        all_there(text);
    }

    loose.push_back(text_of(doc.title));
    loose.push_back(text_of(doc.subtitle));
    for (const auto* blocks : {&doc.summary, &doc.method, &doc.disclosure}) add_blocks(*blocks, loose);
    for (const auto* items : {&doc.findings, &doc.recommendations, &doc.watch}) {
        for (const auto& item : *items) loose.push_back(text_of(item.text));
    }
    for (const auto& figure : doc.key_figures) loose.push_back(text_of(figure.label));
    for (const auto& source : doc.sources) loose.push_back(text_of(source.text));
    for (const auto& text : loose) {
        const auto words = tokens_of(text);
        if (words.empty()) continue;
        INFO(text);
        CHECK(find_from(page, 0, words));
        all_there(text);
    }
}
