#include "git_project.h"

#include "catch.h"
#include "harbour.h"

namespace precis::test {
namespace {

const std::string kModel = harbour_model(
    "  fixed: {file: fixed.csv, source: gauge, columns: {mm: number}}\n"
    "  landings: {file: landings.csv, columns: {pier: text, source: text, boats: integer}}\n"
    "  loads: {file: loads.csv, source: gauge, columns: {name: text, kg: number}}\n"
    "  tides: {file: tides.csv, source: gauge, columns: {cm: integer}}\n"
    "  months: {file: months.csv, source: gauge, key: [pier, month], columns: {pier: text, month: month, n: "
    "integer}}\n",
    "  east: {title: Log of the east pier, publisher: The harbour, date: 2026-04}\n"
    "  west: {title: Log of the west pier, publisher: The harbour, date: 2026-04}\n",
    "  half: {query: SELECT sum(mm) / 2.0 FROM fixed, unit: mm, definition: half of the stock}\n");

constexpr const char* kBriefing =
    "briefing: 1\ntitle: A note on boats\nslug: note\ndate: 2026-05-02\n"
    "outputs:\n  report: {layout: research-note}\n"
    "values:\n"
    "  fallen: {query: SELECT sum(mm) FROM days, unit: mm, label: rain that fell}\n"
    "  stock: {query: SELECT sum(mm) FROM fixed, unit: mm}\n"
    "  landed: {query: SELECT sum(boats) FROM landings, unit: boats}\n"
    "  load: {query: SELECT sum(kg) FROM loads, unit: kg}\n"
    "  tide: {query: SELECT max(cm) FROM tides, unit: cm}\n"
    "  year: {query: SELECT sum(n) FROM months, unit: boats}\n"
    "  thrice: {query: \"SELECT 2 * value('crews')\", unit: crews}\n"
    "sections:\n"
    "  - id: a\n    title: Boats\n    body:\n"
    "      - \"In the harbour are {{ boats | unit }}, of which {{ share }} sail.\"\n"
    "      - \"{{ fallen | unit }} of rain fell, and {{ stock | unit }} were in stock.\"\n"
    "      - \"There are {{ crews | unit }}; many more would be {{ thrice | unit }}.\"\n"
    "      - \"{{ landed | unit }} landed, with {{ load | unit }}. The tide rose by {{ tide | unit }}.\"\n"
    "      - \"{{ guests | unit }} came. There are {{ piers | unit }}. In all months came {{ year | unit }}.\"\n"
    "      - \"There are {{ masts | unit }}.\"\n";

}  // namespace

GitProject::GitProject(const std::string& below) : root(below.empty() ? repository.path() : repository / below) {
    write("precis.yaml", "precis: 1\nbriefings: note.yaml\n");
    write("data/model.yaml", kModel);
    write("data/facts.csv", kHarbourFacts);
    write("data/days.csv", "day,mm\n2026-05-01,4\n2026-05-02,6\n");
    write("data/fixed.csv", "mm\n10\n10\n");
    write("data/landings.csv", "pier,source,boats\na,east,30\nb,west,12\nc,west,8\n");
    write("data/loads.csv", "name,kg\nx,2000\ny,3000\n");
    write("data/tides.csv", "cm\n310\n290\n");
    write("data/months.csv", "pier,month,n\na,2026-03,5\na,2026-04,6\nb,2026-03,2\n");
    write("note.yaml", kBriefing);
    git({"init", "-q", "."});
    commit();
    git({"tag", "v1"});
}

void GitProject::write(const std::string& file, const std::string& text) const {
    std::filesystem::create_directories((root / file).parent_path());
    write_file(root / file, text);
}

void GitProject::change(const std::string& file, const std::string& what, const std::string& with) const {
    auto text = read_file(root / file);
    const auto at = text.find(what);
    INFO(what);
    REQUIRE(at != std::string::npos);
    write(file, text.replace(at, what.size(), with));
}

void GitProject::git(std::vector<std::string> words) const {
    words.insert(words.begin(), {"/usr/bin/git", "-c", "user.name=test", "-c", "user.email=test@localhost"});
    const auto ran = run(words, repository.path());
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
}

void GitProject::commit() const {
    git({"add", "-A"});
    git({"commit", "-q", "--allow-empty", "-m", "an edition"});
}

Ran GitProject::precis(std::vector<std::string> words) const {
    words.insert(words.begin(), precis_program());
    return run(words, root, {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
}

json::Node GitProject::diff(std::vector<std::string> words) const {
    words.insert(words.begin(), "diff");
    words.insert(words.end(), {"--format", "json"});
    const auto ran = precis(words);
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    return parsed(ran.out);
}

std::vector<std::string> lines_of(const json::Node& diff) {
    std::vector<std::string> lines;
    for (const auto& number : diff.find("numbers")->items) {
        auto line = text_of(number, "name") + " " + text_of(number, "change") + ":";
        const auto& steps = number.find("steps")->items;
        if (steps.empty())
            for (const auto& cause : texts(number.find("causes"))) line += " " + cause;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            line += (i > 0 ? ", " : " ") + text_of(steps[i], "amount");
            for (const auto& cause : texts(steps[i].find("causes"))) line += " " + cause;
        }
        lines.push_back(line);
    }
    return lines;
}

std::pair<double, double> sums_of(const json::Node& number) {
    double sum = 0;
    for (const auto& step : number.find("steps")->items) sum += std::stod(text_of(step, "amount"));
    return {sum, std::stod(text_of(number, "to")) - std::stod(text_of(number, "from"))};
}

void plant_changes(const GitProject& project) {
    project.change("data/facts.csv", "boats,60,boats", "boats,66,boats");                      // revised
    project.change("data/facts.csv", "sails,19,percent,2025", "sails,52,percent,2026");        // new period
    project.change("data/facts.csv", "piers,7,piers,2026,count", "piers,8,piers,2026,other");  // source replaced
    project.change("data/facts.csv", "guests,3400,guests,2026,count,", "guests,3400,guests,2026,count,more than");
    project.write("data/days.csv", "day,mm\n2026-05-01,5\n2026-05-02,6\n2026-05-03,9\n");  // revised and new period
    project.write("data/fixed.csv", "mm\n10\n15\n");                                       // revised
    project.write("data/landings.csv", "pier,source,boats\na,east,31\n");                  // source lost, revised
    project.change("data/model.yaml", "kg: number", "kg: {type: number, scale: 0.5}");     // method
    project.change("data/model.yaml", "tides.csv, source: gauge", "tides.csv, source: east");
    project.write("data/tides.csv", "cm\n320\n");  // with it, source replaced
    project.write("data/months.csv", "pier,month,n\na,2026-03,5\na,2026-04,7\nb,2026-03,2\nb,2026-04,4\na,2026-05,8\n");
    project.change("note.yaml", "2 * value", "3 * value");  // query
    project.change("note.yaml", "2026-05-02", "2026-05-03");
    project.change("note.yaml", "There are {{ masts | unit }}.", "Half would be {{ half | unit }}.");
}

}  // namespace precis::test
