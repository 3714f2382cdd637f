// Writes the long report that ./dev bench builds: 20 chapters make about 300 A4 pages of 113,000 words, 100 charts and
// 60 tables in the data report's layout; 5 or 10 chapters a quarter or a half of it. The same on every machine.
//   long_report PROJECT FOLDER CHAPTERS     writes FOLDER/{precis,briefing,model}.yaml and the CSV files beside them
// Words come from the sample briefings of PROJECT (sentences, values bound by name), charts and tables from its data/.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

constexpr int kSections = 5;          // of a chapter, each with a chart; the first three with a table too
constexpr int kSectionWords = 1030;   // of running text
constexpr int kParagraphWords = 110;  // and a sentence's rest

// The data report with one column of larger text: about as many words a page as a book has.
constexpr const char* kLayout =
    "layout: 1\n"
    "extends: data-report\n"
    "title: Long report, 300 pages, A4\n"
    "masters:\n"
    "  page:\n"
    "    frames:\n"
    "      wide: {columns: 3-10, text-columns: 1}\n"
    "styles:\n"
    "  body: {size: 12 pt, leading: 17.5 pt}\n";

struct Chance {  // a linear congruential generator, Knuth's MMIX constants
    std::uint64_t state = 1;
    std::size_t below(std::size_t n) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::size_t>(state >> 33) % n;
    }
};

std::vector<std::string> lines_of(const fs::path& file) {
    std::ifstream in(file);
    if (!in) std::fprintf(stderr, "long_report: %s cannot be read\n", file.c_str()), std::exit(1);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::size_t indent_of(const std::string& line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

int words_in(const std::string& text) {
    std::istringstream in(text);
    int count = 0;
    for (std::string word; in >> word;) ++count;
    return count;
}

/// The sentences below every `body: |`; `bound` says whether those that name a value are wanted.
void add_sentences(const std::vector<std::string>& lines, bool bound, std::vector<std::string>& to) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto at = indent_of(lines[i]);
        if (lines[i].substr(at) != "body: |") continue;
        for (++i; i < lines.size() && (lines[i].empty() || indent_of(lines[i]) > at); ++i) {
            auto text = lines[i].substr(indent_of(lines[i]));
            if (const auto reference = text.find(" (@"); reference != std::string::npos)
                text.erase(reference, text.find(')', reference) + 1 - reference);
            if (text.rfind("- ", 0) == 0 || text.find('@') != std::string::npos || text.find("](") != std::string::npos)
                continue;
            if (!bound && text.find("{{") != std::string::npos) continue;
            if (!text.empty() && text.back() == '.') to.push_back(text);
        }
        --i;
    }
}

/// The briefing's `values:`, as they stand there.
std::string values_of(const std::vector<std::string>& lines) {
    std::string out;
    bool inside = false;
    for (const auto& line : lines) {
        if (inside && !line.empty() && line[0] != ' ') break;
        if (line == "values:") inside = true;
        if (inside) out += line + "\n";
    }
    return out;
}

const std::vector<std::string> kProjects = {"DeepSpeed",   "Feast",          "Kubeflow Trainer", "verl",     "Helion",
                                            "DeepInverse", "NeuralOperator", "Safetensors",      "FlagGems", "PINA"};
struct Measure {
    const char *column, *words;
};
const std::vector<Measure> kMeasures = {{"commits", "Commits"},
                                        {"active_authors", "Active authors"},
                                        {"new_authors", "First-time authors"},
                                        {"bot_commits", "Commits by bots"}};

/// An exhibit as YAML below `exhibits:`; the number makes its name, its kind and what it shows.
std::string chart(int number) {
    const auto& project = kProjects[static_cast<std::size_t>(number) % kProjects.size()];
    const auto& measure = kMeasures[static_cast<std::size_t>(number / 10) % kMeasures.size()];
    const std::string column = measure.column, words = measure.words;
    const std::string of = "project = '" + project + "'";
    std::string y = "        - id: fig:c" + std::to_string(number) + "\n";
    const auto add = [&](const std::string& line) { y += "          " + line + "\n"; };
    const auto head = [&](const std::string& kind, const std::string& title, const std::string& sql) {
        add("chart: " + kind);
        add("title: \"" + title + "\"");
        add("query: |");
        add("  " + sql);
    };
    switch (number % 10) {
        case 0:
            head("column", project + ": " + words + " by year",
                 "SELECT year(month) AS year, sum(" + column + ") AS n FROM activity WHERE " + of +
                     " GROUP BY year(month) ORDER BY year(month)");
            add("x: year"), add("y: n");
            break;
        case 1:
            head("line", words + " of all projects by month",
                 "SELECT month, sum(" + column + ") AS n FROM activity WHERE month BETWEEN '2018-01' AND '2025-12' " +
                     "GROUP BY month ORDER BY month");
            add("x: month"), add("y: n"), add("width: full");
            break;
        case 2:
            head("bar", words + " since the first commit",
                 "SELECT project, sum(" + column + ") AS n FROM activity GROUP BY project ORDER BY n DESC");
            add("x: n"), add("y: project"), add("highlight: " + kProjects[static_cast<std::size_t>(number / 10) % 10]);
            break;
        case 3:
            head("area", project + ": " + words + " by month",
                 "SELECT month, " + column + " AS n FROM activity WHERE " + of + " AND complete ORDER BY month");
            add("x: month"), add("y: n");
            break;
        case 4:
            head("scatter", "Authors and " + words + ", by project",
                 "SELECT s.project AS project, s.authors AS authors, sum(a." + column + ") AS n FROM snapshots AS s " +
                     "JOIN activity AS a USING (project) GROUP BY s.project ORDER BY s.authors DESC");
            add("x: {column: authors, scale: log}"), add("y: n"), add("text: project"), add("height: 290 pt");
            break;
        case 5:
            head("column", words + ": two projects by year",
                 "SELECT year(month) AS year, sum(" + column + ") FILTER (WHERE project = 'Feast') AS feast, sum(" +
                     column + ") FILTER (WHERE project = 'DeepSpeed') AS deepspeed FROM activity " +
                     "WHERE month BETWEEN '2019-01' AND '2025-12' GROUP BY year(month) ORDER BY year(month)");
            add("x: year"), add("y: [{column: feast, label: Feast}, {column: deepspeed, label: DeepSpeed}]");
            add("stack: total"), add("width: full");
            break;
        case 6:
            head("heatmap", words + " by quarter",
                 "SELECT project, quarter(month) AS quarter, sum(" + column + ") AS n FROM activity WHERE month " +
                     "BETWEEN '2022-01' AND '2025-12' GROUP BY project, quarter(month) ORDER BY project, quarter");
            add("x: quarter"), add("y: project"), add("color: n"), add("width: full"), add("height: 240 pt");
            break;
        case 7:
            head("dumbbell", words + ": 2024 and 2025",
                 "SELECT project, sum(" + column + ") FILTER (WHERE year(month) = '2024') AS before, sum(" + column +
                     ") FILTER (WHERE year(month) = '2025') AS after FROM current_activity GROUP BY project " +
                     "ORDER BY after DESC");
            add("x: [{column: before, label: \"2024\"}, {column: after, label: \"2025\"}]"), add("y: project");
            break;
        case 8:
            head("line", words + " by quarter, three projects",
                 "SELECT quarter(month) AS quarter, project, sum(" + column + ") AS n FROM activity WHERE project IN " +
                     "('Feast', 'DeepSpeed', 'Kubeflow Trainer') AND month BETWEEN '2021-01' AND '2025-12' " +
                     "GROUP BY quarter(month), project ORDER BY quarter, project");
            add("x: quarter"), add("y: n"), add("series: project"), add("width: full");
            break;
        default:
            head("lollipop", words + " in the best month",
                 "SELECT project, max(" + column + ") AS n FROM activity GROUP BY project ORDER BY n DESC");
            add("x: n"), add("y: project");
    }
    return y;
}

/// A project by year, its releases, or all projects in a year.
std::string table(int number) {
    const auto& project = kProjects[static_cast<std::size_t>(number / 3) % kProjects.size()];
    const auto year = std::to_string(2019 + number / 3 % 7);
    std::string title, sql;
    switch (number % 3) {
        case 0:
            title = project + " by year";
            sql = "SELECT year(month) AS year, sum(commits) AS commits, sum(bot_commits) AS bot_commits, " +
                  std::string("max(active_authors) AS active_authors, sum(new_authors) AS new_authors FROM activity ") +
                  "WHERE project = '" + project + "' GROUP BY year(month) ORDER BY year(month)";
            break;
        case 1:
            title = project + ": the latest months of the copy";
            sql = "SELECT month, commits, bot_commits, active_authors, new_authors FROM activity WHERE project = '" +
                  project + "' AND complete ORDER BY month DESC LIMIT 24";
            break;
        default:
            title = "All projects in " + year;
            sql = "SELECT project, sum(commits) AS commits, sum(bot_commits) AS bot_commits, max(active_authors) AS " +
                  std::string("active_authors, sum(new_authors) AS new_authors FROM activity WHERE year(month) = '") +
                  year + "' GROUP BY project ORDER BY commits DESC";
    }
    const auto first = number % 3 == 0 ? "year" : number % 3 == 1 ? "month" : "project";
    std::string y = "        - id: tab:t" + std::to_string(number) + "\n";
    y += "          title: \"" + title + "\"\n          query: |\n            " + sql + "\n          table:\n";
    y += std::string("            - ") + first + "\n";
    for (const auto* column : {"commits", "bot_commits", "active_authors", "new_authors"})
        y += std::string("            - {column: ") + column + ", total: sum}\n";
    return y;
}

std::string body(const std::vector<std::string>& sentences, const std::string& exhibit, Chance& chance) {
    std::string out = "          @" + exhibit + " shows what this section is about.\n";
    int words = 8, paragraph = 8;
    while (words < kSectionWords) {
        const auto& sentence = sentences[chance.below(sentences.size())];
        const int more = words_in(sentence);
        if (paragraph >= kParagraphWords) out += "\n", paragraph = 0;
        out += "          " + sentence + "\n";
        words += more, paragraph += more;
    }
    return out;
}

void copy_data(const fs::path& from, const fs::path& to) {
    for (const auto* name :
         {"model.yaml", "facts.csv", "project-activity.csv", "project-releases.csv", "project-snapshots.csv"})
        fs::copy_file(from / name, to / name, fs::copy_options::overwrite_existing);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) return std::fputs("usage: long_report PROJECT FOLDER CHAPTERS\n", stderr), 2;
    const fs::path project = argv[1], folder = argv[2];
    const int chapters = std::atoi(argv[3]);
    const auto growth = lines_of(project / "samples/project-growth/briefing.yaml");
    std::vector<std::string> sentences;
    add_sentences(growth, true, sentences);
    add_sentences(lines_of(project / "samples/conference-europe-2026/briefing.yaml"), false, sentences);
    if (sentences.size() < 40) return std::fputs("long_report: too few sentences in the samples\n", stderr), 1;
    fs::create_directories(folder);
    copy_data(project / "data", folder);
    std::ofstream(folder / "precis.yaml") << "precis: 1\nmodel: model.yaml\nlayouts: .\n";
    std::ofstream(folder / "long-report.yaml") << kLayout;
    std::ofstream out(folder / "briefing.yaml");
    out << "briefing: 1\ndocument-type: Data report\ntitle: A long report\nshort-title: A long report\n"
        << "date: 2026-08-31\nnames: [version 1.0, twelve months, June 2026, stage 3]\n\noutputs:\n  report:\n    "
           "layout: long-report\n\n"
        << values_of(growth) << "\nsections:\n";
    Chance chance;
    int charts = 0, tables = 0;
    for (int chapter = 0; chapter < chapters; ++chapter) {
        const auto letter = std::string(1, static_cast<char>('a' + chapter % 26));
        out << "  - id: chapter-" << letter << "\n    title: Chapter " << letter << "\n    sections:\n";
        for (int section = 0; section < kSections; ++section) {
            const auto name = "fig:c" + std::to_string(charts);
            const auto& about = kProjects[static_cast<std::size_t>(chapter + section) % kProjects.size()];
            out << "      - id: section-" << charts << "\n        title: " << about << ", seen from chapter " << letter
                << "\n        body: |\n"
                << body(sentences, name, chance) << "        exhibits:\n"
                << chart(charts);
            ++charts;
            if (section < 3) out << table(tables++);
        }
    }
    out.close();
    return out ? 0 : 1;
}
