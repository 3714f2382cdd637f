#include "members.h"

#include <algorithm>
#include <stdexcept>

namespace precis::test {
namespace fs = std::filesystem;

std::string regions(std::size_t count) {
    std::string rows;
    for (std::size_t i = 1; i <= count; ++i)
        rows += "region-" + std::to_string(i) + "," + std::to_string(100 + 7 * i) + "\n";
    return rows;
}

Members::Members(const std::string& rows, const std::string& query, const std::string& more) {
    folder_.write("precis.yaml", "precis: 1\nbriefings: note.yaml\nmodel: data/model.yaml\n");
    folder_.write("data/model.yaml",
                  "model: 1\nsources: {books: {title: Order books, publisher: The shop, date: 2026-08-31}}\n"
                  "tables:\n  regions: {file: regions.csv, source: books}\n");
    folder_.write("data/regions.csv", "region,orders\n" + rows);
    folder_.write("note.yaml",
                  "briefing: 1\ntitle: \"Orders of {{ region }}\"\ndocument-type: Orders by region\n"
                  "date: 2026-08-31\nfor-each: \"" +
                      query + "\"\n" + more +
                      "values:\n  rank: \"SELECT 1 + count(*) FROM regions WHERE orders > :orders\"\n"
                      "sections:\n  - id: orders\n    title: Orders\n    body:\n"
                      "      - \"{{ orders }} orders came from {{ region }}, which makes it number "
                      "{{ rank }}.\"\n      - text: \"These are many.\"\n        when: \":orders > 500\"\n");
}

Ran Members::precis(const std::vector<std::string>& words,
                    const std::map<std::string, std::string>& environment) const {
    std::vector<std::string> all{precis_program()};
    all.insert(all.end(), words.begin(), words.end());
    std::map<std::string, std::string> variables{
        {"PRECIS_DATA", PRECIS_SOURCE_DIR}, {"LC_ALL", "C"}, {"SOURCE_DATE_EPOCH", ""}};
    for (const auto& [name, value] : environment) variables[name] = value;
    return run(all, path(), variables);
}

Ran Members::good(const std::vector<std::string>& words, const std::map<std::string, std::string>& environment) const {
    auto ran = precis(words, environment);
    if (ran.exit_code != 0) throw std::runtime_error(ran.out + ran.err);
    return ran;
}

std::map<std::string, std::string> Members::files(const std::string& folder) const {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(path() / folder))
        if (entry.is_regular_file())
            files[entry.path().lexically_relative(path() / folder).generic_string()] = read_file(entry.path());
    return files;
}

std::vector<std::string> differences(const std::map<std::string, std::string>& a,
                                     const std::map<std::string, std::string>& b) {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : a)
        if (!b.contains(name) || b.at(name) != bytes) names.push_back(name);
    for (const auto& [name, bytes] : b)
        if (!a.contains(name)) names.push_back(name);
    return names;
}

std::string text_of_pdf(const fs::path& file) {
    const auto ran = run({"pdftotext", "-layout", file.string(), "-"}, file.parent_path());
    if (ran.exit_code != 0) throw std::runtime_error(ran.err);
    return ran.out;
}

}  // namespace precis::test
