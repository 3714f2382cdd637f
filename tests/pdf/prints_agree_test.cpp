// A reader's audit of the finished pages: a number of a sentence or tile that a chart or table shows under the same
// name has the same value, decimals and qualifier there. Texts are read off the pages as a reader reads them; names
// come from facts.json, and the ledger says which words of a sentence are the number. Short forms (1.5 million, 1.5M),
// words, powers of ten, units and signs are no difference.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/ascii.h"
#include "base/numbers.h"
#include "bind/ledger.h"
#include "build/stages.h"
#include "catch.h"
#include "doc/exhibits.h"
#include "facts_json.h"
#include "folder.h"
#include "json/node.h"

using namespace precis;
using test::list;
namespace fs = std::filesystem;

namespace {

/// A number in a text, in English notation.
struct Figure {
    double number = 0;
    int decimals = 0;
    std::string qualifier;  // as charts print it: ">", "≈" …
    bool is_short = false;  // 1.5M: its decimals are of another scale
};

std::string sign_before(std::string_view text) {
    const std::pair<std::string_view, const char*> kSigns[] = {
        {">", ">"},         {"≥", "≥"},        {"<", "<"},         {"≤", "≤"},       {"≈", "≈"},
        {"more than", ">"}, {"at least", "≥"}, {"less than", "<"}, {"at most", "≤"}, {"about", "≈"}};
    // Between a qualifier and its figures are blanks, a currency sign and the sign of the number.
    for (bool cut = true; cut;) {
        cut = false;
        for (const std::string_view mark : {" ", "\u00a0", "$", "€", "£", "+", "−"})
            if (text.ends_with(mark)) text.remove_suffix(mark.size()), cut = true;
    }
    const auto lowered = base::lowered(text);
    for (const auto& [words, sign] : kSigns)
        if (lowered.ends_with(words)) return sign;
    return {};
}

bool is_short_form(std::string_view rest) {
    for (const std::string_view blank : {"\u00a0", " "})
        if (rest.starts_with(blank)) rest.remove_prefix(blank.size());
    for (const std::string_view word :
         {"thousand", "million", "billion", "trillion", "k", "K", "M", "B", "bn", "T", "×"})
        if (rest.starts_with(word) && (rest.size() == word.size() || !base::is_letter(rest[word.size()]))) return true;
    return false;
}

std::vector<Figure> figures_in(std::string_view text) {
    std::vector<Figure> out;
    for (std::size_t at = 0; at < text.size();) {
        if (!base::is_digit(text[at])) {
            ++at;
            continue;
        }
        std::string digits;
        std::size_t end = at;
        const auto digit_follows = [&] { return end + 1 < text.size() && base::is_digit(text[end + 1]); };
        bool fraction = false;
        Figure figure;
        for (; end < text.size(); ++end) {
            if (base::is_digit(text[end])) {
                digits += text[end];
                if (fraction) ++figure.decimals;
            } else if (text[end] == '.' && !fraction && digit_follows()) {
                digits += '.';
                fraction = true;
            } else if (!(text[end] == ',' && !fraction && digit_follows())) {
                break;
            }
        }
        figure.number = base::parse_number(digits).value_or(0);
        figure.qualifier = sign_before(text.substr(0, at));
        figure.is_short = is_short_form(text.substr(end));
        out.push_back(figure);
        at = end;
    }
    return out;
}

/// Whether the figure is that number, rounded to the figure's decimals.
bool prints(const Figure& figure, double number) {
    return !figure.is_short && base::rounded(std::abs(number), figure.decimals) == figure.number;
}

/// The first figure of the text that is that number.
const Figure* print_of(const std::vector<Figure>& figures, double number) {
    const auto at =
        std::find_if(figures.begin(), figures.end(), [&](const auto& figure) { return prints(figure, number); });
    return at == figures.end() ? nullptr : &*at;
}

// ---- texts of pages

void add_runs(const std::vector<scene::Item>& items, const std::string& between, std::string& out) {
    for (const auto& item : items) {
        if (const auto* run = std::get_if<scene::GlyphRun>(&item)) out += run->text + between;
        if (const auto* group = std::get_if<scene::Group>(&item)) add_runs(group->items, between, out);
        if (const auto* mark = std::get_if<scene::Mark>(&item)) add_runs(mark->items, between, out);
    }
}

/// The labels of the drawing and the cells of the table of that exhibit, one a line; not its title, notes and source.
void add_labels(const std::vector<scene::Item>& items, const std::string& id, bool inside, std::string& out) {
    for (const auto& item : items) {
        if (const auto* group = std::get_if<scene::Group>(&item)) add_labels(group->items, id, inside, out);
        const auto* mark = std::get_if<scene::Mark>(&item);
        if (mark == nullptr || mark->role == scene::Role::caption || mark->role == scene::Role::note) continue;
        const bool own = inside || mark->id == id;
        if (own && mark->role == scene::Role::figure) {
            add_runs(mark->items, "\n", out);
        } else if (own && mark->role == scene::Role::cell) {
            add_runs(mark->items, "", out);
            out += '\n';
        } else {
            add_labels(mark->items, id, own, out);
        }
    }
}

std::string labels_of(const scene::Document& pages, const std::string& id) {
    std::string out;
    for (const auto& page : pages.pages) add_labels(page.items, id, false, out);
    return out;
}

/// Without blanks, which line breaks change, and in small letters, because a sentence begins with a capital.
std::string dense(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "\u00a0" || text.substr(i, 2) == "\u00ad")
            ++i;
        else if (text.substr(i, 3) == "\u202f" || text.substr(i, 3) == "\u2009")
            i += 2;
        else if (text[i] != ' ' && text[i] != '\n')
            out += base::lowered(text[i]);
    }
    return out;
}

// ---- facts.json

struct Record {
    std::map<std::string, double> numbers;  // facts and values by name
    struct Exhibit {
        std::string id;
        std::set<std::string> names;  // of the facts and values that it rests on
        std::set<double> numbers;
    };
    std::vector<Exhibit> exhibits;
};

Record record_of(const std::string& bytes) {
    const auto root = json::parse(std::make_shared<const diag::SourceText>("facts.json", bytes));
    REQUIRE(root.has_value());
    Record out;
    const auto add = [&](std::string_view entries, std::string_view name) {
        for (const auto& entry : list(root.value(), entries))
            if (const auto number = base::parse_number(entry.find("value")->text.text))
                out.numbers[entry.find(name)->text.text] = *number;
    };
    add("facts", "id");
    add("values", "name");
    for (const auto& entry : list(root.value(), "exhibits")) {
        auto& exhibit = out.exhibits.emplace_back();
        exhibit.id = entry.find("id")->text.text;
        for (const auto* kind : {"facts", "values"})
            for (const auto& name : list(entry, kind)) exhibit.names.insert(name.text.text);
        for (const auto& number : list(entry, "numbers"))
            exhibit.numbers.insert(base::parse_number(number.text.text).value());
    }
    return out;
}

// ---- the audit

struct Audit {
    std::size_t compared = 0;
    std::vector<std::string> contradictions;

    /// Compares a sentence's number with all labels that may print it. A label that prints another number of the
    /// exhibit exactly prints that one.
    void compare(const std::string& name, double number, const std::string& sentence, const Record::Exhibit& exhibit,
                 const std::string& labels) {
        const auto figures = figures_in(sentence);
        const auto* here = print_of(figures, number);
        if (here == nullptr) return;  // in words, or short
        bool found = false;
        std::string other;
        for (const auto& there : figures_in(labels)) {
            if (!prints(there, number)) continue;
            const bool exact = there.number == std::abs(number);
            if (!exact && exhibit.numbers.count(there.number) > 0) continue;
            if (there.decimals == here->decimals && there.qualifier == here->qualifier) {
                found = true;
                break;
            }
            other = there.qualifier + std::to_string(there.number) + " with " + std::to_string(there.decimals) +
                    " decimals";
        }
        ++compared;
        if (!found && !other.empty())
            contradictions.push_back(name + ": “" + sentence + "” in a sentence, " + other + " in " + exhibit.id);
    }
};

/// Audits every output of a briefing that has a record.
void audit(const fs::path& briefing, const fs::path& root, Audit& audit) {
    build::Setting setting;
    setting.installed = PRECIS_SOURCE_DIR;
    build::Databases databases;
    const auto project = spec::find_project(briefing.parent_path(), root);
    REQUIRE(project.has_value());
    auto prepared = build::prepare(briefing, project.value(), setting, databases);
    REQUIRE(prepared.has_value());
    for (const auto& target : prepared.value().targets) {
        if (target.translated) continue;  // the original's numbers, in figures and words that are not read here
        bind::Ledger ledger;
        auto set = build::set_target(prepared.value(), target, setting, &ledger);
        REQUIRE(set.has_value());
        const auto& pages = set.value().pages;
        const auto file = std::find_if(pages.attachments.begin(), pages.attachments.end(),
                                       [](const auto& attached) { return attached.name == "facts.json"; });
        if (file == pages.attachments.end()) continue;
        const auto record = record_of(file->bytes);
        const auto words = dense(scene::plain_text(pages));
        std::map<std::string, std::string> labels;
        for (const auto& exhibit : record.exhibits) labels[exhibit.id] = labels_of(pages, exhibit.id);
        for (const auto& printing : ledger.printings) {
            using Kind = bind::Printing::Kind;
            if (printing.kind != Kind::text && printing.kind != Kind::tile) continue;
            const auto known = record.numbers.find(printing.name);
            if (known == record.numbers.end() || words.find(dense(printing.text)) == std::string::npos) continue;
            for (const auto& exhibit : record.exhibits)
                if (exhibit.names.count(printing.name) > 0 && exhibit.numbers.count(known->second) > 0)
                    audit.compare(printing.name, known->second, printing.text, exhibit, labels[exhibit.id]);
        }
    }
}

}  // namespace

TEST_CASE("figures are read off a text with decimals and qualifier", "[pdf][prints]") {
    const auto figures = figures_in("More than 1,600.50 in 2026, ≈$43 and 1.5 million");
    REQUIRE(figures.size() == 4);
    CHECK(figures[0].number == 1600.5);
    CHECK(figures[0].decimals == 2);
    CHECK(figures[0].qualifier == ">");
    CHECK(figures[1].qualifier.empty());
    CHECK(figures[2].qualifier == "≈");
    CHECK(figures[3].is_short);
}

TEST_CASE("numbers of sentences and of exhibits agree on the pages of the samples", "[pdf][prints]") {
    const fs::path root = PRECIS_SOURCE_DIR;
    Audit found;
    for (const auto& folder : fs::directory_iterator(root / "samples"))
        if (fs::exists(folder.path() / "briefing.yaml")) audit(folder.path() / "briefing.yaml", root, found);
    for (const auto& contradiction : found.contradictions) FAIL_CHECK(contradiction);
    CHECK(found.compared > 20);
}

TEST_CASE("the audit finds planted contradictions", "[pdf][prints]") {
    const test::Folder folder("prints");
    folder.write("precis.yaml", "project: 1\n");
    folder.write("data/model.yaml", R"(model: 1
sources:
  survey: {title: Survey, publisher: Registry, date: 2026-02}
facts:
  rate: {value: 43.52, unit: percent, period: 2026, source: survey}
  visits: {value: 620, unit: people, qualifier: more than, period: 2026, source: survey}
)");
    const std::string facts = "facts: [rate, visits]";
    const auto briefing = [&](const std::string& sentence, const std::string& data) {
        return folder.write("briefing.yaml",
                            "briefing: 1\ntitle: A note\ndate: 2026-08-31\nsections:\n  - id: all\n    title: All\n"
                            "    body: \"" +
                                sentence +
                                "\"\n    exhibits:\n      - id: tab:all\n        title: The numbers\n"
                                "        table: [{column: value, label: Number}]\n        " +
                                data + "\n");
    };
    const auto contradictions = [&](const std::string& sentence, const std::string& data) {
        Audit found;
        audit(briefing(sentence, data), folder.path(), found);
        CHECK(found.compared > 0);
        return found.contradictions.size();
    };
    CHECK(contradictions("It is {{ rate }}.", facts) == 0);
    CHECK(contradictions("It is {{ rate | 1dp }}.", facts) == 1);
    CHECK(contradictions("There were {{ visits }}.", facts) == 0);
    CHECK(contradictions("There were {{ visits | symbol }}.", facts) == 0);
    const std::string query = "query: SELECT value, unit FROM facts WHERE id = 'visits'";
    CHECK(contradictions("There were {{ visits }}.", query) == 1);
}
