// Every key of a channel acts or is refused, in every form of chart: a chart of each form is built with each of its
// channels as a mapping, without and with each key. forms.yaml has the charts.
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "catch.h"
#include "project.h"
#include "vocabulary/exhibit_keys.h"
#include "vocabulary/form.h"

using namespace precis;
using namespace precis::test;

namespace {

const std::string kExhibit = "sections/0/exhibits/0/";

/// Values of a key, one of which must act or be refused: a value may be what the chart does by itself.
std::vector<std::string> values_of(const std::string& key) {
    static const std::map<std::string, std::vector<std::string>> known{
        {"label", {"Other words"}},
        {"format", {"2dp", "compact"}},
        {"unit", {"USD", "percent"}},
        {"scale", {"log", "sqrt"}},
        {"domain", {"[1, 2000]", "[0, 5000]"}},
        {"break", {"[470, 600]", "[160, 200]"}},
        {"title", {"Other words"}},
        {"step", {"\"40\"", "2 years"}},
        {"side", {"right", "top"}},
        {"year-begins", {"4"}},
        {"across", {"1", "2"}},
        {"scales", {"free"}},
    };
    return known.at(key);
}

const vocabulary::Mapping& mapping_of(const std::string& channel) {
    namespace keys = vocabulary::keys;
    if (channel == "x") return keys::x_channel;
    if (channel == "y") return keys::y_channel;
    return channel == "facet" ? keys::facet_channel : keys::channel;
}

struct Chart {
    std::string form, query;
    std::vector<std::pair<std::string, std::string>> with, also;
};

std::vector<Chart> charts() {
    std::ifstream in(std::string(PRECIS_SOURCE_DIR) + "/tests/effect/forms.yaml", std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    const auto pairs = [](Tree* tree) {
        std::vector<std::pair<std::string, std::string>> list;
        if (tree != nullptr)
            for (const auto& [key, value] : tree->entries) list.emplace_back(key, value.text);
        return list;
    };
    std::vector<Chart> all;
    for (auto& item : tree_of(text.str()).items)
        for (const auto& form : item.find("forms")->items)
            all.push_back({form.text, item.find("query")->text, pairs(item.find("with")), pairs(item.find("also"))});
    return all;
}

Project with_chart(const Chart& chart) {
    auto project = Project::of("forms");
    for (const auto* key : {"x", "y"}) project.put("briefing.yaml", kExhibit + key, "~");
    project.put("briefing.yaml", kExhibit + "chart", chart.form);
    project.put("briefing.yaml", kExhibit + "query", "\"" + chart.query + "\"");
    for (const auto& [channel, column] : chart.with)
        project.put("briefing.yaml", kExhibit + channel, "{column: " + column + "}");
    return project;
}

/// Whether one of the key's values changes the page or the data attached to it, or is refused.
bool acts(const Project& project, const Shown& before, const std::string& channel, const std::string& key) {
    for (const auto& value : values_of(key)) {
        auto changed = project;
        changed.put("briefing.yaml", kExhibit + channel + "/" + key, value);
        const auto after = shown_by(changed, false, false);
        if (!(after == before)) return true;
    }
    return false;
}

/// The keys of the channel that are read and do nothing.
std::string dead_keys(const Project& project, const std::string& channel) {
    const auto before = shown_by(project, false, false);
    if (before.faulty) return "the chart is not built:\n" + before.findings;
    std::string dead;
    for (const auto& group : mapping_of(channel).groups)
        for (const auto& key : group) {
            const std::string name(key.name);
            if (name != "column" && !acts(project, before, channel, name)) dead += " " + name;
        }
    return dead;
}

}  // namespace

TEST_CASE("a key of a channel acts or is refused, in every form", "[effect][channels]") {
    const char* chosen = std::getenv("PRECIS_EFFECT");  // a form
    std::set<std::string> tried;
    for (const auto& chart : charts()) {
        tried.insert(chart.form);
        if (chosen != nullptr && chart.form != chosen) continue;
        const auto base = with_chart(chart);
        const auto judge = [&](const Project& project, const std::string& channel) {
            const auto dead = dead_keys(project, channel);
            INFO(chart.form << "." << channel << ": " << dead);
            CHECK(dead.empty());
        };
        for (const auto& [channel, column] : chart.with) judge(base, channel);
        for (const auto& [channel, column] : chart.also) {
            if (!row_of(*vocabulary::named<vocabulary::Form>(chart.form))
                     .has(*vocabulary::named<vocabulary::Channel>(channel)))
                continue;
            auto project = base;
            project.put("briefing.yaml", kExhibit + channel, "{column: " + column + "}");
            // An interval has two ends.
            for (const auto& [other, ends] : chart.also)
                if ((channel == "low" && other == "high") || (channel == "high" && other == "low"))
                    project.put("briefing.yaml", kExhibit + other, "{column: " + ends + "}");
            judge(project, channel);
        }
    }
    for (const auto& form : vocabulary::closed_set<vocabulary::Form>.names()) {
        INFO(form);
        CHECK(tried.contains(form));
    }
}
