// The same load and the same five queries as bare.c, as a briefing would have them: through the room `data`, with
// typed and checked cells, the guard, and provenance. Prints the same lines.
//   ./through_data FOLDER
#include "../queries.h"
#include "data/database.h"
#include "diag/print.h"

using namespace precis;

namespace {

bool complain(const diag::Diagnostics& found) {
    std::fputs(diag::print(found, diag::Format::text).c_str(), stderr);
    return diag::has_errors(found);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const std::filesystem::path folder = argv[1];
    const auto model = data::load(folder / "model.yaml", folder);
    if (complain(model.diagnostics()) || !model.has_value()) return 1;
    const auto database = data::Database::open(model.value(), folder);
    if (complain(database.diagnostics()) || !database.has_value()) return 1;
    for (const auto* query : kQueries) {
        diag::Text sql;
        sql.text = query;
        const auto rows = database.value().query(sql, {});
        if (complain(rows.diagnostics()) || !rows.has_value() || rows.value().rows.empty()) return 1;
        const auto& last = rows.value().rows.back().back();
        print_result(static_cast<int>(rows.value().rows.size()), data::as_number(last).value_or(0));
    }
}
