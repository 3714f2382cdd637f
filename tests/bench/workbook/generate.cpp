// Writes the workbook that the other two programs here load: 28,572 rows of 7 columns, 200,004 cells, the same on every
// machine.
//   c++ -O2 -std=c++20 -o generate generate.cpp -lxlsxwriter
//   ./generate FOLDER [ROWS]      makes FOLDER/rows.xlsx and FOLDER/model.yaml
#include <xlsxwriter.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "../chance.h"

namespace {

constexpr const char* kModel =
    "model: 1\n"
    "sources: {made-up: {title: Rows made for measuring}}\n"
    "tables:\n"
    "  rows:\n"
    "    file: rows.xlsx\n"
    "    source: made-up\n"
    "    columns: {id: integer, region: text, product: text, month: month, units: integer, price: number, note: "
    "text}\n";

std::string numbered(const char* name, unsigned number) {
    return std::string(name) + "-" + (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return std::fputs("usage: generate FOLDER [ROWS]\n", stderr), 2;
    const std::string folder = argv[1];
    const unsigned rows = argc > 2 ? static_cast<unsigned>(std::atol(argv[2])) : 28'572;
    std::FILE* model = std::fopen((folder + "/model.yaml").c_str(), "wb");
    if (!model) return std::perror(folder.c_str()), 1;
    std::fputs(kModel, model);
    auto* book = workbook_new((folder + "/rows.xlsx").c_str());
    auto* sheet = workbook_add_worksheet(book, "Rows");
    const char* names[] = {"id", "region", "product", "month", "units", "price", "note"};
    for (lxw_col_t i = 0; i < 7; ++i) worksheet_write_string(sheet, 0, i, names[i], nullptr);
    Chance chance;
    for (lxw_row_t i = 1; i <= rows; ++i) {
        const unsigned region = chance.below(12), product = chance.below(400), month = chance.below(60);
        const unsigned units = chance.below(500), cents = chance.below(100000), note = chance.below(8);
        worksheet_write_number(sheet, i, 0, i, nullptr);
        worksheet_write_string(sheet, i, 1, numbered("region", region).c_str(), nullptr);
        worksheet_write_string(sheet, i, 2, numbered("product", product).c_str(), nullptr);
        worksheet_write_string(sheet, i, 3, numbered(std::to_string(2020 + month / 12).c_str(), month % 12 + 1).c_str(),
                               nullptr);
        worksheet_write_number(sheet, i, 4, units, nullptr);
        worksheet_write_number(sheet, i, 5, cents / 100.0, nullptr);
        worksheet_write_string(sheet, i, 6, note < 4 ? "shipped" : "shipped late, in two parts", nullptr);
    }
    return workbook_close(book) == LXW_NO_ERROR && std::fclose(model) == 0 ? 0 : 1;
}
