// The structure tree of the finished PDF alone contains the whole briefing. Each block of the bound document is
// searched in the tree by its kind and its text: headings and paragraphs in order, lists by their items, tables by
// their cells, figures by their alternative text.
#include <algorithm>
#include <map>
#include <set>

#include "build/stages.h"
#include "catch.h"
#include "doc/document.h"
#include "program.h"
#include "reading.h"
#include "samples.h"
#include "style/load.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

bool numbers_printed = true;  // whether the layout of the sample at hand prints citations as numbers

const fs::path kRoot = PRECIS_SOURCE_DIR;

struct Sample {
    std::string briefing, output, audience, layout;
};

struct Made {
    doc::Document document;
    Reading reading;
    std::set<std::string> parts;  // that the layout shows
    bool asides = true;
};

Made made_of(const Sample& sample) {
    build::Setting setting;
    setting.installed = kRoot;
    build::Databases databases;
    const auto briefing = kRoot / "samples" / sample.briefing / "briefing.yaml";
    const auto project = spec::find_project(briefing.parent_path(), kRoot);
    REQUIRE(project.has_value());
    auto prepared = build::prepare(briefing, project.value(), setting, databases);
    REQUIRE(prepared.has_value());
    auto& ready = prepared.value();
    const auto target = std::find_if(ready.targets.begin(), ready.targets.end(), [&](const auto& t) {
        return t.output == sample.output && t.audience == sample.audience;
    });
    REQUIRE(target != ready.targets.end());
    const auto layout = style::load(sample.layout, build::layout_search(ready.project, setting), {});
    REQUIRE(layout.has_value());
    numbers_printed = layout.value().citations == style::Citations::numbers;
    auto document = bind::bind(ready.briefing, ready.project, *ready.database, layout.value(), *target);
    REQUIRE(document.has_value());
    auto rendered = build::render(ready, *target, setting);
    REQUIRE(rendered.has_value());
    const auto& files = rendered.value().files;
    const auto pdf =
        std::find_if(files.begin(), files.end(), [](const auto& f) { return f.path.extension() == ".pdf"; });
    REQUIRE(pdf != files.end());
    Made made{std::move(document.value()), read_aloud(pdf->bytes), {}, true};
    for (const auto& part : layout.value().parts) made.parts.insert(std::string(vocabulary::name_of(part.part)));
    const auto& pieces = layout.value().section;
    made.asides =
        pieces.empty() || std::find(pieces.begin(), pieces.end(), style::SectionPiece::asides) != pieces.end();
    return made;
}

// ---- what was told -------------------------------------------------------------------------------------------------

/// Without differences of capitals and spaces: capitals may be a style, and a line's end may drop a space at a dash.
std::string key(const std::string& text) {
    std::string out;
    for (const char c : plain(text)) {
        if (c == ' ') continue;
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

struct Told {
    std::string role, words;
    const Node* node = nullptr;
};

bool block(const std::string& role) {
    return role != "Span" && role != "Link" && role != "Reference";
}

void flatten(const Node& node, std::vector<Told>& out) {
    if (!block(node.role)) return;
    out.push_back({node.role, key(node.text), &node});
    for (const auto& kid : node.kids) flatten(kid, out);
}

std::string all_words(const Node& node) {
    auto words = node.text;
    for (const auto& kid : node.kids)
        if (block(kid.role)) words += " " + all_words(kid);
    return words;
}

// ---- what is to be told --------------------------------------------------------------------------------------------

std::string words_of(const doc::Inlines& inlines) {
    std::string text;
    for (const auto& item : inlines) {
        if (const auto* words = std::get_if<doc::Words>(&item)) text += words->text;
        if (const auto* reference = std::get_if<doc::Reference>(&item)) text += reference->text;
        if (const auto* citation = std::get_if<doc::Citation>(&item); citation && numbers_printed)
            for (std::size_t i = 0; i < citation->numbers.size(); ++i)
                text += (i ? "," : "") + std::to_string(citation->numbers[i]);
        if (const auto* mark = std::get_if<doc::FootnoteMark>(&item)) text += static_cast<char>('a' + mark->index % 26);
    }
    return text;
}

class Listener {
  public:
    explicit Listener(const Node& document) { flatten(document, told_); }

    /// The next block of this kind with these words, after the one before.
    void next(const std::string& role, const std::string& words) {
        INFO(role << ": " << words);
        const auto found = find(role, words, at_);
        CHECK(found < told_.size());
        if (found < told_.size()) at_ = found + 1;
        ++asked;
    }
    /// Somewhere in the document.
    const Node* anywhere(const std::string& role, const std::string& words) {
        INFO(role << ": " << words);
        const auto found = find(role, words, 0);
        CHECK(found < told_.size());
        ++asked;
        return found < told_.size() ? told_[found].node : nullptr;
    }
    const Node* with_id(const std::string& id) const {
        for (const auto& one : told_)
            if (one.node->id == id) return one.node;
        return nullptr;
    }
    std::size_t place(const Node* node) const {
        const auto at = std::find_if(told_.begin(), told_.end(), [&](const Told& t) { return t.node == node; });
        return static_cast<std::size_t>(at - told_.begin());
    }
    std::size_t find(const std::string& role, const std::string& words, std::size_t from) const {
        const auto wanted = key(words);
        for (auto i = from; i < told_.size(); ++i)
            if ((told_[i].role == role || (role == "H" && told_[i].role[0] == 'H')) && told_[i].words == wanted)
                return i;
        return told_.size();
    }
    const std::vector<Told>& told() const { return told_; }
    std::size_t asked = 0;

  private:
    std::vector<Told> told_;
    std::size_t at_ = 0;
};

const std::string& printed(const doc::Value& value) {
    return value.text.empty() ? value.category : value.text;
}

void hear_table(const doc::Table& table, const Node& node) {
    std::vector<const Node*> rows;
    for (const auto& kid : node.kids)
        if (kid.role == "TR") rows.push_back(&kid);
    const bool two_heads =
        std::any_of(table.columns.begin(), table.columns.end(), [](const auto& c) { return !c.over.empty(); });
    const std::size_t heads = two_heads ? 2 : 1;
    REQUIRE(rows.size() == table.rows.size() + heads);
    const auto& head = rows[heads - 1]->kids;
    REQUIRE(head.size() == table.columns.size());
    for (std::size_t c = 0; c < head.size(); ++c) {
        CHECK(head[c].role == "TH");
        CHECK(key(head[c].text).rfind(key(table.columns[c].label), 0) == 0);
    }
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const auto& row = table.rows[r];
        const auto& cells = rows[r + heads]->kids;
        INFO("row " << r);
        if (row.kind == doc::Table::Row::Kind::group) {
            REQUIRE_FALSE(cells.empty());
            CHECK(cells[0].role == "TH");
            CHECK(key(cells[0].text) == key(printed(row.cells[0])));
            continue;
        }
        REQUIRE(cells.size() == row.cells.size());
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const auto& series = row.cells[c].series;
            const bool drawn = table.columns[c].show == doc::TableColumn::Show::sparkline && !series.empty();
            if (drawn) {
                // A year without values is not drawn.
                if (std::none_of(series.begin(), series.end(), [](const auto& n) { return n.value_or(0) > 0; }))
                    continue;
                REQUIRE(cells[c].kids.size() == 1);
                CHECK(cells[c].kids[0].role == "Figure");
                CHECK_FALSE(cells[c].kids[0].alternative.empty());
            } else if (table.columns[c].show != doc::TableColumn::Show::dot) {
                CHECK(key(cells[c].text) == key(printed(row.cells[c])));
            }
        }
    }
}

void hear_exhibit(const doc::Exhibit& exhibit, Listener& listener) {
    INFO(exhibit.id);
    listener.anywhere("P", words_of(exhibit.title));
    if (!exhibit.subtitle.empty()) listener.anywhere("P", words_of(exhibit.subtitle));
    const auto* node = listener.with_id(exhibit.id);
    REQUIRE(node != nullptr);
    if (const auto* table = std::get_if<doc::Table>(&exhibit.content)) {
        CHECK(node->role == "Table");
        hear_table(*table, *node);
    } else {
        CHECK(node->role == "Figure");
        CHECK(node->alternative.size() > 20);
    }
    if (!std::holds_alternative<doc::Picture>(exhibit.content)) CHECK(node->files == 1);
    for (const auto* line : {&exhibit.note, &exhibit.source}) {
        if (line->empty()) continue;
        const auto wanted = key(words_of(*line));
        const bool there = std::any_of(listener.told().begin(), listener.told().end(), [&](const Told& t) {
            return t.role == "P" && t.words.size() > wanted.size() &&
                   t.words.compare(t.words.size() - wanted.size(), wanted.size(), wanted) == 0;
        });
        INFO(words_of(*line));
        CHECK(there);
    }
}

void hear_blocks(const std::vector<doc::Block>& blocks, bool in_order, Listener& listener) {
    const auto hear = [&](const char* role, const std::string& words) {
        if (in_order)
            listener.next(role, words);
        else
            listener.anywhere(role, words);
    };
    for (const auto& one : blocks) {
        if (const auto* p = std::get_if<doc::Paragraph>(&one.content)) hear("P", words_of(p->inlines));
        if (const auto* h = std::get_if<doc::Heading>(&one.content)) hear("H", words_of(h->inlines));
        if (const auto* quote = std::get_if<doc::Quote>(&one.content)) hear_blocks(quote->blocks, in_order, listener);
        if (const auto* list = std::get_if<doc::List>(&one.content))
            for (const auto& item : list->items) hear_blocks(item, in_order, listener);
    }
}

bool refers(const std::vector<doc::Block>& blocks, const std::string& id, std::string& words) {
    for (const auto& one : blocks) {
        const auto* p = std::get_if<doc::Paragraph>(&one.content);
        if (!p) continue;
        for (const auto& i : p->inlines) {
            const auto* reference = std::get_if<doc::Reference>(&i);
            if (!reference || reference->target != id) continue;
            words = words_of(p->inlines);
            return true;
        }
    }
    return false;
}

void hear_sections(const std::vector<doc::Section>& sections, bool asides, Listener& listener) {
    for (const auto& section : sections) {
        listener.next("H", words_of(section.title));
        hear_blocks(section.body, true, listener);
        for (const auto& exhibit : section.exhibits) {
            hear_exhibit(exhibit, listener);
            std::string words;
            if (!refers(section.body, exhibit.id, words)) continue;
            INFO(exhibit.id << " is read after the paragraph that leads to it");
            CHECK(listener.place(listener.with_id(exhibit.id)) > listener.find("P", words, 0));
        }
        for (const auto& aside : section.asides) {
            if (!asides) break;
            listener.anywhere("P", words_of(aside.title));
            hear_blocks(aside.body, false, listener);
        }
        hear_sections(section.sections, asides, listener);
    }
}

/// A list's item that begins with (or is) these words.
void hear_item(const Listener& listener, const std::string& words) {
    INFO(words);
    const auto wanted = key(words);
    CHECK(std::any_of(listener.told().begin(), listener.told().end(), [&](const Told& t) {
        return t.role == "LBody" && key(all_words(*t.node)).find(wanted) != std::string::npos;
    }));
}

void hear_levels(const Listener& listener) {
    int before = 0, first = 0;
    for (const auto& one : listener.told()) {
        if (one.role.size() != 2 || one.role[0] != 'H') continue;
        const int level = one.role[1] - '0';
        CHECK(level <= before + 1);
        before = level;
        first += level == 1;
    }
    CHECK(first >= 1);
}

// Letters only, without spaces, hyphens and characters that programs spell in several ways.
std::map<char, int> counted(const std::string& text) {
    std::map<char, int> letters;
    for (const char c : text)
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) ++letters[c];
    return letters;
}

const std::vector<Sample> kSamples{{"conference-europe-2026", "report", "buyers", "research-note"},
                                   {"project-growth", "report", "", "data-report"}};

}  // namespace

TEST_CASE("a report read blind tells its briefing, block by block", "[pdf]") {
    for (const auto& sample : kSamples) {
        INFO(sample.briefing);
        const auto made = made_of(sample);
        const auto& d = made.document;
        for (const auto& fault : made.reading.faults) UNSCOPED_INFO(fault);
        CHECK(made.reading.faults.empty());
        Listener listener(made.reading.document);
        hear_levels(listener);
        listener.anywhere("H1", words_of(d.title));
        hear_sections(d.sections, made.asides, listener);
        const auto shown = [&](const char* part) { return made.parts.count(part) > 0; };
        const std::vector<std::pair<const char*, const std::vector<doc::Block>*>> texts{
            {"summary", &d.summary}, {"foreword", &d.foreword}, {"method", &d.method}, {"disclosure", &d.disclosure}};
        for (const auto& [part, blocks] : texts)
            if (shown(part)) hear_blocks(*blocks, false, listener);
        const std::vector<std::pair<const char*, const std::vector<doc::Item>*>> lists{
            {"findings", &d.findings}, {"recommendations", &d.recommendations}, {"watch", &d.watch}};
        for (const auto& [part, items] : lists) {
            if (!shown(part)) continue;
            for (const auto& item : *items) {
                // Leads are headings of their own, without their full stop.
                for (const auto& i : item.text)
                    if (const auto* words = std::get_if<doc::Words>(&i); words && !words->strong)
                        hear_item(listener, words->text);
                if (!item.to.empty()) hear_item(listener, item.to);
                if (!item.by.empty()) hear_item(listener, item.by);
            }
        }
        if (shown("key-figures"))
            for (const auto& figure : d.key_figures) hear_item(listener, words_of(figure.label));
        if (shown("sources"))
            for (const auto& source : d.sources) hear_item(listener, words_of(source.text));
        CHECK(listener.asked > 40);
        CHECK(std::count(made.reading.attached.begin(), made.reading.attached.end(), "facts.json") == 1);
    }
}

TEST_CASE("structure and artifacts together are the page's text, letter by letter", "[pdf]") {
    for (const auto& sample : kSamples) {
        INFO(sample.briefing);
        for (const auto& entry : fs::directory_iterator(built_samples() / sample.briefing)) {
            if (entry.path().extension() != ".pdf" || entry.path().stem().extension() == ".presenter") continue;
            INFO(entry.path());
            const auto reading = read_aloud(read_file(entry.path()));
            CHECK(reading.faults.empty());
            const auto pages = run({"mutool", "draw", "-q", "-F", "text", entry.path().string()}, kRoot);
            CHECK(counted(all_words(reading.document) + reading.artifacts) == counted(pages.out));
        }
    }
}
