// The yardstick: libzip, pugixml and SQLite, and the least code that loads the generated workbook and asks the five
// queries.
//   c++ -O2 -std=c++20 -o bare bare.cpp -lzip -lpugixml -lsqlite3
//   ./bare FOLDER
// It trusts the file: no types are checked, no places kept, no formats read; every row has every cell.
#include <sqlite3.h>
#include <zip.h>

#include <cstdlib>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "../queries.h"

namespace {

std::string part(zip_t* archive, const char* name) {
    zip_stat_t stat{};
    zip_stat(archive, name, 0, &stat);
    std::string bytes(stat.size, '\0');
    auto* file = zip_fopen(archive, name, 0);
    zip_fread(file, bytes.data(), bytes.size());
    zip_fclose(file);
    return bytes;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    auto* archive = zip_open((std::string(argv[1]) + "/rows.xlsx").c_str(), ZIP_RDONLY, nullptr);
    sqlite3* db = nullptr;
    if (!archive || sqlite3_open(":memory:", &db) != SQLITE_OK) return 1;
    auto strings = part(archive, "xl/sharedStrings.xml"), cells = part(archive, "xl/worksheets/sheet1.xml");
    zip_discard(archive);
    pugi::xml_document document;
    document.load_buffer_inplace(strings.data(), strings.size());
    std::vector<std::string> shared;
    for (const auto& item : document.child("sst").children("si")) shared.emplace_back(item.child("t").child_value());
    sqlite3_exec(db,
                 "CREATE TABLE rows(id INTEGER, region TEXT, product TEXT, month TEXT, units INTEGER, price REAL, note "
                 "TEXT); BEGIN",
                 nullptr, nullptr, nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO rows VALUES(?,?,?,?,?,?,?)", -1, &insert, nullptr);
    pugi::xml_document sheet;
    sheet.load_buffer_inplace(cells.data(), cells.size());
    bool header = true;
    for (const auto& row : sheet.child("worksheet").child("sheetData").children("row")) {
        int at = 0;
        if (!header) {
            for (const auto& cell : row.children("c")) {
                const char* value = cell.child("v").child_value();
                if (*cell.attribute("t").value() == 's') {
                    const auto& text = shared[static_cast<std::size_t>(std::atol(value))];
                    sqlite3_bind_text(insert, ++at, text.c_str(), static_cast<int>(text.size()), SQLITE_STATIC);
                } else if (++at == 6) {
                    sqlite3_bind_double(insert, at, std::atof(value));
                } else {
                    sqlite3_bind_int64(insert, at, std::atol(value));
                }
            }
            if (sqlite3_step(insert) != SQLITE_DONE) return 1;
            sqlite3_reset(insert);
        }
        header = false;
    }
    sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
    sqlite3_finalize(insert);
    return ask_queries(db) != 0 && sqlite3_close(db) == SQLITE_OK ? 0 : 1;
}
