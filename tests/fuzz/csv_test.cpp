// The CSV reader: damaged tables, and that reading in pieces gives what reading at once gives.
#include "data/files/csv.h"

#include "../folder.h"
#include "base/utf8.h"
#include "catch.h"
#include "hostile.h"
#include "soak.h"

using namespace precis;
using namespace precis::fuzz;

namespace {

constexpr int kDamages = 300;

/// All cells with their places, and the fault at the end.
std::string read(data::CsvReader reader, std::size_t size) {
    std::string all;
    for (;;) {
        const auto step = reader.next();
        if (step == data::CsvReader::Step::end) return all + "end";
        if (step == data::CsvReader::Step::fault) {
            const auto& fault = reader.fault();
            if (fault.begin > fault.end || fault.end > size) FAIL_CHECK("a fault is outside its file");
            if (fault.message.empty() || fault.remedy.empty()) FAIL_CHECK("a fault without words");
            return all + fault.message + "@" + std::to_string(fault.begin);
        }
        for (const auto& cell : reader.cells()) {
            if (cell.begin > cell.end || cell.end > size) FAIL_CHECK("a cell is outside its file");
            if (base::first_invalid_utf8(cell.text)) FAIL_CHECK("a cell is not UTF-8");
            all += cell.text;
            all += "|" + std::to_string(cell.begin) + "|";
        }
        all += '\n';
    }
}

void check_both(const test::Folder& folder, const std::string& text, char delimiter) {
    const auto at_once = read(data::CsvReader(std::string_view(text), delimiter), text.size());
    const auto in_pieces = read(data::CsvReader(folder.write("t.csv", text), delimiter), text.size());
    CHECK((at_once == in_pieces));
}

}  // namespace

TEST_CASE("no hostile text breaks the CSV reader", "[fuzz][csv]") {
    const test::Folder folder;
    for (const auto& text : hostile_texts()) {
        INFO(text.substr(0, 60));
        check_both(folder, text, ',');
        check_both(folder, text, '\t');
    }
}

TEST_CASE("no damage to a real table breaks the CSV reader", "[fuzz][csv]") {
    const unsigned seed = GENERATE(from_range(precis::test::seeds(3)));
    INFO("seed " << seed);
    const test::Folder folder;
    for (const auto* path : {"data/facts.csv", "data/project-activity.csv"}) {
        const auto whole = repository_file(path);
        std::mt19937 random(seed);
        for (int i = 0; i < kDamages; ++i) {
            INFO(path << " " << i);
            check_both(folder, damaged(whole, random), ',');
        }
    }
}
