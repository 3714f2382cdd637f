#include "shop.h"

#include <algorithm>
#include <stdexcept>

namespace precis::test {
namespace fs = std::filesystem;

std::string driver(const std::string& name) {
    for (const auto& folder : fs::directory_iterator("/usr/lib")) {
        const auto file = folder.path() / "odbc" / name;
        std::error_code none;
        if (fs::exists(file, none)) return file.string();
    }
    throw std::runtime_error("there is no ODBC driver " + name + "; ./dev test installs it");
}

Shop::Shop() {
    write_file(path() / "precis.yaml", "precis: 1\nbriefings: note.yaml\n");
    write_file(path() / "note.yaml",
               "briefing: 1\ntitle: A note on orders\ndate: 2026-08-31\noutputs: {note: {layout: research-note}}\n"
               "sections:\n  - id: orders\n    title: Orders\n    body: \"The shop has orders.\"\n");
}

void Shop::declare(const std::string& query, const std::string& keys, int time_limit) {
    write_file(path() / "data" / "model.yaml",
               "model: 1\nsources: {shop: {title: The shop, publisher: The shop, date: 2026}}\nconnections:\n"
               "  lake: {odbc-env: LAKE_DSN, time-limit: " +
                   std::to_string(time_limit) + "}\ntables:\n  orders:\n    connection: lake\n    query: |\n      " +
                   query + "\n    file: orders.csv\n    source: shop\n" + keys);
}

Ran Shop::precis(const std::vector<std::string>& words, const std::string& connection) {
    std::vector<std::string> all{precis_program()};
    all.insert(all.end(), words.begin(), words.end());
    return run(all, path(), {{"LAKE_DSN", connection}, {"PRECIS_DATA", PRECIS_SOURCE_DIR}, {"LC_ALL", "C"}});
}

std::vector<std::string> Shop::files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(path() / "data")) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace precis::test
