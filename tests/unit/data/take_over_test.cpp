// A database after a fork: the child reads it as its parent does, and neither disturbs the other.
#include <sys/wait.h>
#include <unistd.h>

#include "catch.h"
#include "data/database.h"
#include "folder.h"

using namespace precis;
using precis::test::Folder;

namespace {

std::string cell(const data::Database& database, const std::string& sql) {
    const auto rows = database.query({sql, {}, {}}, {});
    return rows.ok() ? data::as_text(rows.value().rows.front().front()) : "failed";
}

}  // namespace

TEST_CASE("a forked process reads on in memory, and opens a database in a file for itself", "[data]") {
    const Folder folder("fork");
    folder.write("model.yaml",
                 "model: 1\nsources: {own: {title: Own count, date: 2026}}\ntables:\n"
                 "  small: {file: small.csv, source: own}\n  large: {file: large.csv, source: own}\n");
    std::string large = "n\n";
    for (int i = 1; i <= 20000; ++i) large += std::to_string(i) + "\n";
    folder.write("small.csv", "n\n3\n4\n");
    folder.write("large.csv", large);
    const auto model = data::load(folder / "model.yaml", folder.path());
    REQUIRE(model.ok());
    for (const std::int64_t in_memory : {data::Database::kRowsInMemory, std::int64_t{1}}) {
        auto opened = data::Database::open(model.value(), folder.path(), in_memory);
        REQUIRE(opened.ok());
        auto& database = opened.value();
        CHECK(cell(database, "SELECT sum(n) FROM small") == "7");
        const auto child = ::fork();
        if (child == 0) {
            database.take_over();
            const bool right = cell(database, "SELECT sum(n) FROM large") == "200010000" &&
                               cell(database, "SELECT sum(n) FROM small") == "7";
            ::_exit(right ? 0 : 1);
        }
        CHECK(cell(database, "SELECT max(n) FROM large") == "20000");
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == 0);
        CHECK(cell(database, "SELECT sum(n) FROM large") == "200010000");
    }
}
