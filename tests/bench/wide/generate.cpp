// Writes a table of which a project reads a tenth: 100,000 rows of 50 columns, five of them used, the same on every
// machine.
//   c++ -O2 -std=c++20 -o generate generate.cpp
//   ./generate FOLDER [ROWS]      makes FOLDER/rows.csv and FOLDER/model.yaml
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
    "    file: rows.csv\n"
    "    source: made-up\n"
    "    columns: {region: text, product: text, month: month, units: integer, price: number, \"*\": skip}\n";

constexpr int kColumns = 50;

/// A cell that no query reads: numbers, words, moments and nothing in turn.
void print_other(std::FILE* csv, int column, Chance& chance) {
    const unsigned n = chance.below(1'000'000);
    switch (column % 5) {
        case 0:
            std::fprintf(csv, "%u", n);
            return;
        case 1:
            std::fprintf(csv, "%u.%02u", n / 100, n % 100);
            return;
        case 2:
            std::fprintf(csv, n % 7 == 0 ? "\"left, unread %u\"" : "unread %u", n % 1000);
            return;
        case 3:
            std::fprintf(csv, "2026-%02u-%02uT%02u:30:00Z", n % 12 + 1, n % 28 + 1, n % 24);
            return;
        default:
            return;
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return std::fputs("usage: generate FOLDER [ROWS]\n", stderr), 2;
    const std::string folder = argv[1];
    const long rows = argc > 2 ? std::atol(argv[2]) : 100'000;
    std::FILE* model = std::fopen((folder + "/model.yaml").c_str(), "wb");
    std::FILE* csv = std::fopen((folder + "/rows.csv").c_str(), "wb");
    if (!model || !csv) return std::perror(folder.c_str()), 1;
    std::fputs(kModel, model);
    for (int c = 0; c < kColumns; ++c) {
        const char* names[] = {"region", "product", "month", "units", "price"};
        c % 10 == 5 ? std::fputs(names[c / 10], csv) : std::fprintf(csv, "other_%d", c);
        std::fputc(c + 1 < kColumns ? ',' : '\n', csv);
    }
    Chance chance;
    for (long i = 1; i <= rows; ++i) {
        const unsigned region = chance.below(12), product = chance.below(400), month = chance.below(60);
        const unsigned units = chance.below(500), cents = chance.below(100000);
        for (int c = 0; c < kColumns; ++c) {
            if (c == 5) std::fprintf(csv, "region-%02u", region);
            if (c == 15) std::fprintf(csv, "product-%03u", product);
            if (c == 25) std::fprintf(csv, "%u-%02u", 2020 + month / 12, month % 12 + 1);
            if (c == 35) std::fprintf(csv, "%u", units);
            if (c == 45) std::fprintf(csv, "%u.%02u", cents / 100, cents % 100);
            if (c % 10 != 5) print_other(csv, c, chance);
            std::fputc(c + 1 < kColumns ? ',' : '\n', csv);
        }
    }
    return std::fclose(csv) == 0 && std::fclose(model) == 0 ? 0 : 1;
}
