// Each number that a sample prints is in the attached facts.json with where it comes from. Bound numbers and tiles are
// taken from the ledger, chart and table values from the bound document; sums and shares of charts are computed here
// once more. Left out: ticks, pages, dates and words, which are no such numbers, and the counts of histograms.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/numbers.h"
#include "bind/ledger.h"
#include "build/stages.h"
#include "catch.h"
#include "doc/exhibits.h"
#include "facts_json.h"
#include "json/node.h"
#include "samples.h"

using namespace precis;
using test::list;
namespace fs = std::filesystem;

namespace {

struct Entry {
    std::set<std::string> printed;
    bool grounded = false;  // has a source, or says that it was set for the build
};

struct Record {
    std::map<std::string, Entry> numbers;              // by name: facts and values
    std::map<std::string, std::set<double>> exhibits;  // by id
    std::map<std::string, std::set<double>> computed;  // by id of exhibits: sums and shares
    std::map<std::string, bool> grounded;              // exhibits by id
};

bool filled(const json::Node& node, std::string_view key) {
    const auto* found = node.find(key);
    return found != nullptr && (!found->items.empty() || !found->text.text.empty());
}

Record record_of(const std::string& bytes) {
    const auto root = json::parse(std::make_shared<const diag::SourceText>("facts.json", bytes));
    REQUIRE(root.has_value());
    Record out;
    for (const auto& fact : list(root.value(), "facts"))
        out.numbers[fact.find("id")->text.text].grounded = filled(fact, "source");
    for (const auto& value : list(root.value(), "values")) {
        auto& entry = out.numbers[value.find("name")->text.text];
        entry.grounded = filled(value, "sources") || filled(value, "set-for-build");
        for (const auto& text : list(value, "printed")) entry.printed.insert(text.text.text);
    }
    for (const auto& exhibit : list(root.value(), "exhibits")) {
        const auto id = exhibit.find("id")->text.text;
        for (const auto& number : list(exhibit, "numbers"))
            out.exhibits[id].insert(base::parse_number(number.text.text).value());
        for (const auto& number : list(exhibit, "computed"))
            out.computed[id].insert(base::parse_number(number.text.text).value());
        out.grounded[id] = filled(exhibit, "sources");
    }
    return out;
}

std::vector<double> numbers_of(const doc::Exhibit& exhibit) {
    std::vector<double> out;
    const auto add = [&](const std::vector<doc::Value>& values) {
        for (const auto& value : values)
            if (value.number) out.push_back(*value.number);
    };
    if (const auto* chart = std::get_if<doc::Chart>(&exhibit.content)) {
        for (const auto& series : chart->series) add(series.values);
        for (const auto& channel : chart->extra) add(channel.values);
    } else if (const auto* table = std::get_if<doc::Table>(&exhibit.content)) {
        for (const auto& row : table->rows) add(row.cells);
    }
    return out;
}

/// Sums over stacks and in rings, and shares of rings and percent stacks.
std::vector<double> sums_and_shares_of(const doc::Chart& chart) {
    using vocabulary::Form;
    std::vector<double> out;
    const bool ring = chart.form == Form::donut || chart.form == Form::pie || chart.form == Form::waffle;
    const bool bars = chart.form == Form::bar || chart.form == Form::column;
    const bool percent = bars && chart.stack == vocabulary::Stack::percent;
    const bool total = bars && chart.stack == vocabulary::Stack::total && chart.totals.value_or(true);
    if (chart.facets || chart.format.unit == "percent" || chart.series.empty()) return out;
    const auto whole = [&](const std::vector<double>& parts) {
        double sum = 0;
        for (const double part : parts) sum += part;
        if (total || chart.form == Form::donut) out.push_back(sum);
        for (const double part : parts)
            if ((ring || percent) && sum > 0) out.push_back(100 * part / sum);
    };
    if (ring)
        for (const auto& series : chart.series) {
            std::vector<double> parts;
            for (const auto& value : series.values)
                if (value.number) parts.push_back(*value.number);
            whole(parts);
        }
    else if ((total || percent) && chart.series.size() > 1)
        for (std::size_t c = 0; c < chart.categories.size(); ++c) {
            std::vector<double> parts;
            for (const auto& series : chart.series)
                if (series.values[c].number) parts.push_back(*series.values[c].number);
            whole(parts);
        }
    return out;
}

}  // namespace

TEST_CASE("each printed number of the samples is in facts.json with its source", "[pdf][record]") {
    build::Setting setting;
    setting.installed = PRECIS_SOURCE_DIR;
    const fs::path root = PRECIS_SOURCE_DIR;
    std::size_t bound = 0, shown = 0, computed = 0;
    for (const auto& folder : fs::directory_iterator(root / "samples")) {
        const auto briefing = folder.path() / "briefing.yaml";
        if (!fs::exists(briefing)) continue;
        build::Databases databases;
        const auto project = spec::find_project(briefing.parent_path(), root);
        REQUIRE(project.has_value());
        auto prepared = build::prepare(briefing, project.value(), setting, databases);
        REQUIRE(prepared.has_value());
        for (const auto& target : prepared.value().targets) {
            INFO(folder.path().filename().string() << ": " << target.output << " " << target.audience);
            bind::Ledger ledger;
            auto set = build::set_target(prepared.value(), target, setting, &ledger);
            REQUIRE(set.has_value());
            const auto& files = set.value().pages.attachments;
            const auto file =
                std::find_if(files.begin(), files.end(), [](const auto& f) { return f.name == "facts.json"; });
            if (file == files.end()) continue;  // no PDF, or nothing that has a source
            const auto words = scene::plain_text(set.value().pages);
            const auto record = record_of(file->bytes);
            for (const auto& printing : ledger.printings) {
                const bool in_text = printing.kind == bind::Printing::Kind::text;
                if (printing.kind == bind::Printing::Kind::claim || printing.name.empty()) continue;
                if (in_text && printing.sentence.empty()) continue;  // in a part that the layout does not show
                if (printing.text.find_first_of("0123456789") == std::string::npos) continue;
                // A tile that the layout leaves out is bound, too.
                const auto digits = printing.text.find_first_of("0123456789");
                const auto end = printing.text.find_first_not_of("0123456789.,", digits);
                const bool tile = printing.kind == bind::Printing::Kind::tile;
                if (tile && words.find(printing.text.substr(digits, end - digits)) == std::string::npos) continue;
                if (!printing.exhibit.empty() && record.exhibits.count(printing.exhibit) == 0) continue;
                INFO(printing.name << " as " << printing.text);
                const auto entry = record.numbers.find(printing.name);
                CHECK(entry != record.numbers.end());
                if (entry == record.numbers.end()) continue;
                // Which text a reader gets rests on no data.
                const bool by_reader = printing.tables.empty() && printing.facts.empty() && printing.values.empty();
                CHECK((entry->second.grounded || by_reader));
                const bool of_query = prepared.value().database->model().fact(printing.name) == nullptr;
                if (of_query && printing.kind == bind::Printing::Kind::text)
                    CHECK(entry->second.printed.count(printing.text) == 1);
                ++bound;
            }
            for (const auto* exhibit : doc::every_exhibit(ledger.document)) {
                const auto known = record.exhibits.find(exhibit->id);
                if (known == record.exhibits.end()) continue;  // not on the pages, or a picture
                INFO(exhibit->id);
                CHECK(record.grounded.at(exhibit->id));
                if (const auto* chart = std::get_if<doc::Chart>(&exhibit->content))
                    for (const double number : sums_and_shares_of(*chart)) {
                        ++computed;
                        const auto& known_ones = record.computed.at(exhibit->id);
                        CHECK(std::any_of(known_ones.begin(), known_ones.end(), [&](double one) {
                            return std::abs(one - number) <= 1e-9 * std::max(1.0, std::abs(number));
                        }));
                    }
                for (const double number : numbers_of(*exhibit)) {
                    ++shown;
                    if (known->second.count(number) == 0) FAIL_CHECK(number << " is not on record");
                }
            }
        }
    }
    CHECK(bound > 100);
    CHECK(shown > 1000);
    CHECK(computed > 20);
}
