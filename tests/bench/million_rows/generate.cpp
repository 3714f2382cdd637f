// Writes the table that the other two programs here load: 1,000,000 rows of 7 columns, the same on every machine.
//   c++ -O2 -std=c++20 -o generate generate.cpp
//   ./generate FOLDER [ROWS]      makes FOLDER/rows.csv and FOLDER/model.yaml
#include <cstdio>
#include <cstdlib>
#include <string>

#include "../chance.h"

namespace {

constexpr const char* kModel =
    "model: 1\n"
    "sources:\n"
    "  made-up: {title: Rows made for measuring}\n"
    "tables:\n"
    "  rows:\n"
    "    file: rows.csv\n"
    "    source: made-up\n"
    "    columns:\n"
    "      id: integer\n"
    "      region: text\n"
    "      product: text\n"
    "      month: month\n"
    "      units: integer\n"
    "      price: number\n"
    "      note: text\n";

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return std::fputs("usage: generate FOLDER [ROWS]\n", stderr), 2;
    const std::string folder = argv[1];
    const long rows = argc > 2 ? std::atol(argv[2]) : 1'000'000;
    std::FILE* model = std::fopen((folder + "/model.yaml").c_str(), "wb");
    std::FILE* csv = std::fopen((folder + "/rows.csv").c_str(), "wb");
    if (!model || !csv) return std::perror(folder.c_str()), 1;
    std::fputs(kModel, model);
    std::fputs("id,region,product,month,units,price,note\n", csv);
    Chance chance;
    for (long i = 1; i <= rows; ++i) {
        const unsigned region = chance.below(12), product = chance.below(400), month = chance.below(60);
        const unsigned units = chance.below(500), cents = chance.below(100000), note = chance.below(8);
        std::fprintf(csv, "%ld,region-%02u,product-%03u,%u-%02u,%u,%u.%02u,%s\n", i, region, product, 2020 + month / 12,
                     month % 12 + 1, units, cents / 100, cents % 100,
                     note == 0  ? "\"shipped late, in two parts\""
                     : note < 4 ? "shipped"
                                : "");
    }
    return std::fclose(csv) == 0 && std::fclose(model) == 0 ? 0 : 1;
}
