#include "project.h"

#include "catch.h"

namespace precis::test {

const std::set<std::string> kAll{"claim", "figure", "query", "rows", "text", "when"};

namespace {

constexpr const char* kModel =
    "model: 1\n"
    "sources:\n"
    "  count: {title: Count of boats, publisher: The harbour, date: 2026-06, max-age: 12 months}\n"
    "  gauge: {title: Rain gauge, publisher: The harbour, date: 2026-06}\n"
    "facts: facts.csv\n"
    "tables:\n"
    "  days: {file: days.csv, source: gauge, columns: {day: date, mm: number}}\n"
    "  unread: {file: unread.csv, source: gauge, columns: {day: date, mm: number}}\n";

constexpr const char* kFacts =
    "id,subject,measure,value,unit,period,source\n"
    "in.text,Harbour,boats,62,boats,2026,count\n"
    "in.query,Harbour,berths,80,berths,2026,count\n"
    "in.claim,Harbour,guests,820,guests,2026,count\n"
    "in.when,Harbour,crews,41,crews,2026,count\n"
    "like.figure,Harbour,masts,137,masts,2026,count\n"
    "of.nothing,Harbour,anchors,99,anchors,2026,count\n";

/// An output for each way; a section for each, shown in that output alone.
constexpr const char* kBriefing =
    "briefing: 1\n"
    "title: A note on boats\n"
    "slug: note\n"
    "date: 2026-08-31\n"
    "outputs:\n"
    "  claim: {layout: own}\n"
    "  figure: {layout: research-note}\n"
    "  query: {layout: research-note}\n"
    "  rows: {layout: research-note}\n"
    "  text: {layout: research-note}\n"
    "  when: {layout: research-note}\n"
    "values:\n"
    "  double: {query: \"SELECT 2 * value('in.query')\", unit: berths}\n"
    "sections:\n"
    "  - {id: a, title: Boats, only-in: text, body: \"In the harbour are {{ in.text | unit }}.\"}\n"
    "  - {id: b, title: Berths, only-in: query, body: \"Twice as many would be {{ double | unit }}.\"}\n"
    "  - id: c\n"
    "    title: Guests\n"
    "    only-in: claim\n"
    "    body: Guests came.\n"
    "    claim: \"value('in.claim') > 500\"\n"
    "  - {id: d0, title: Sails, only-in: when, body: Most sails are red.}\n"
    "  - {id: d, title: Crews, only-in: when, when: \"value('in.when') > 40\", body: There were many crews.}\n"
    "  - {id: e, title: Masts, only-in: figure, body: Of the 137 masts most are of wood.}\n"
    "  - id: f\n"
    "    title: Rain\n"
    "    only-in: rows\n"
    "    body: It rained.\n"
    "    exhibits:\n"
    "      - {id: \"fig:rain\", chart: column, title: Rain, query: \"SELECT day, mm FROM days\", x: day, y: mm}\n";

}  // namespace

Project::Project() {
    folder.write("precis.yaml", "precis: 1\nbriefings: note.yaml\n");
    folder.write("note.yaml", kBriefing);
    folder.write("data/model.yaml", kModel);
    folder.write("data/facts.csv", kFacts);
    folder.write("data/days.csv", "day,mm\n2026-05-01,4\n2026-05-02,6\n2026-05-03,5\n");
    folder.write("data/unread.csv", "day,mm\n2026-05-01,4\n");
    folder.write("layouts/own.yaml", "layout: 1\nextends: research-note\ntitle: Own\n");
}

Ran Project::precis(std::vector<std::string> words, std::map<std::string, std::string> environment) const {
    words.insert(words.begin(), precis_program());
    environment.emplace("PRECIS_DATA", PRECIS_SOURCE_DIR);
    return run(words, folder.path(), environment);
}

Ran Project::built(std::vector<std::string> words) const {
    words.insert(words.begin(), "build");
    auto ran = precis(words);
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    return ran;
}

json::Node Project::status(int exit_code) const {
    const auto ran = precis({"status", "--format", "json"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == exit_code);
    return parsed(ran.out).items.at(0);
}

std::set<std::string> Project::stale() const {
    const auto ran = precis({"status", "--format", "json"});
    INFO(ran.err);
    std::set<std::string> names;
    const auto all = parsed(ran.out);
    for (const auto& target : all.items.at(0).find("targets")->items)
        if (!target.find("fresh")->boolean) names.insert(text_of(target, "name"));
    REQUIRE(ran.exit_code == (names.empty() ? 0 : 3));
    return names;
}

std::vector<std::string> Project::why(const std::string& target) const {
    const auto all = parsed(precis({"status", "--format", "json"}).out);
    for (const auto& one : all.items.at(0).find("targets")->items)
        if (text_of(one, "name") == target) return texts(one.find("why"));
    return {};
}

json::Node Project::record() const {
    return parsed(read_file(out() / "edition.json"));
}

void Project::change(const std::string& file, const std::string& what, const std::string& with) const {
    auto text = read_file(folder / file);
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    folder.write(file, text.replace(at, what.size(), with));
}

std::string Project::sums() const {
    return run({"/bin/sh", "-c", "cd out/note && sha256sum *"}, folder.path()).out;
}

json::Node parsed(const std::string& text) {
    auto node = json::parse(std::make_shared<diag::SourceText>("record", text));
    INFO(text);
    REQUIRE(node.ok());
    return node.value();
}

std::vector<std::string> texts(const json::Node* list) {
    std::vector<std::string> all;
    if (list == nullptr) return all;
    for (const auto& item : list->items) all.push_back(item.text.text);
    return all;
}

}  // namespace precis::test
