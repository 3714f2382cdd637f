// instr(), replace(), trim(), LIKE and GLOB of ours against SQLite's own, and inputs on which SQLite's take minutes.
#include "data/sql/plain_texts.h"

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "catch.h"

using namespace precis;

namespace {

using Db = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

Db opened(bool ours) {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(":memory:", &db) == SQLITE_OK);
    if (ours) data::register_plain_texts(db);
    return {db, sqlite3_close};
}

/// Type and text of the one result; the error's words if it fails.
std::string said(sqlite3* db, const std::string& call, const std::vector<std::string>& texts) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db, ("SELECT " + call).c_str(), -1, &statement, nullptr) != SQLITE_OK)
        return std::string("refused: ") + sqlite3_errmsg(db);
    for (std::size_t i = 0; i < texts.size(); ++i)
        sqlite3_bind_text(statement, static_cast<int>(i) + 1, texts[i].data(), static_cast<int>(texts[i].size()),
                          SQLITE_TRANSIENT);
    std::string out;
    if (sqlite3_step(statement) == SQLITE_ROW) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
        out = std::to_string(sqlite3_column_type(statement, 0)) + ":" +
              (text ? std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, 0))) : "");
    } else {
        out = std::string("failed: ") + sqlite3_errmsg(db);
    }
    sqlite3_finalize(statement);
    return out;
}

}  // namespace

TEST_CASE("texts are searched, replaced, trimmed and matched as SQLite does", "[data][query]") {
    const auto ours = opened(true), theirs = opened(false);
    std::mt19937 random(11);
    const std::vector<std::string> letters{"a", "b", "A", "ä", "–", "%", "_", "*", "?", "[", "]", "^", "-", "x", " "};
    const auto some = [&](std::size_t most) {
        std::string out;
        for (auto count = random() % (most + 1); count > 0; --count) out += letters[random() % letters.size()];
        return out;
    };
    const std::vector<std::pair<std::string, int>> calls{
        {"instr(?,?)", 2}, {"replace(?,?,?)", 3}, {"trim(?)", 1},  {"trim(?,?)", 2},           {"ltrim(?,?)", 2},
        {"rtrim(?,?)", 2}, {"? LIKE ?", 2},       {"? GLOB ?", 2}, {"? LIKE ? ESCAPE 'x'", 2}, {"? NOT LIKE ?", 2}};
    for (int i = 0; i < 6'000; ++i) {
        for (const auto& [call, count] : calls) {
            std::vector<std::string> texts;
            for (int n = 0; n < count; ++n) texts.push_back(some(n == 0 ? 8 : 5));
            INFO(call << " of " << texts[0] << " | " << (count > 1 ? texts[1] : "") << " | "
                      << (count > 2 ? texts[2] : ""));
            REQUIRE(said(ours.get(), call, texts) == said(theirs.get(), call, texts));
        }
    }
    for (const auto* call :
         {"instr(NULL, 'a')", "instr('a', NULL)", "replace('a', NULL, 'b')", "trim(NULL)", "trim('a', NULL)",
          "NULL LIKE 'a'", "'a' GLOB NULL", "instr(x'0102', x'02')", "instr(123, 2)", "replace(5, 5, 6)", "12 LIKE 1.0",
          "'abc' LIKE 'a' ESCAPE 'xy'", "instr('abc', '')", "replace('abc', '', 'x')"}) {
        INFO(call);
        CHECK(said(ours.get(), call, {}) == said(theirs.get(), call, {}));
    }
}

TEST_CASE("no call over texts of megabytes takes the product of their lengths", "[data][query]") {
    const auto db = opened(true);
    const std::string as(4'000'000, 'a'), half(2'000'000, 'a');
    CHECK(said(db.get(), "instr(?,?)", {as, half + "b"}) == "1:0");
    CHECK(said(db.get(), "replace(?,?,'')", {as, half + "b"}).size() == as.size() + 2);
    CHECK(said(db.get(), "rtrim(?,?)", {as, "bcdefghijklmnopqrstuvwxyza"}) == "3:");
    CHECK(said(db.get(), "? LIKE ?", {as, "%" + std::string(900, 'a') + "b"}) == "failed: string or blob too big");
}
