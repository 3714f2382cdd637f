// `connections` and the tables that are snapshots, as the model declares them.
#include "catch.h"
#include "data/codes.h"
#include "data/snapshot/refresh.h"
#include "diag/codes.h"
#include "diag/print.h"
#include "model_in_memory.h"

using namespace precis;
using namespace precis::data;
using namespace precis::data::testing;

namespace {

const std::string kHead =
    "model: 1\n"
    "sources: {shop: {title: The shop}}\n";
const std::string kLake = kHead + "connections: {lake: {odbc-env: LAKE_DSN}}\n";

struct Loaded {
    Folder folder;
    std::optional<Model> model;
    diag::Diagnostics diagnostics;

    explicit Loaded(const std::string& yaml, Snapshots snapshots = Snapshots::required) {
        folder.write("data/old.csv", "id,day\n1,2026-01-02\n");
        model = data::load(folder.write("data/model.yaml", yaml), folder.path(), {}, snapshots).take(diagnostics);
    }
};

void check_fault(const std::string& yaml, diag::Code code, const std::string& at, const std::string& remedy) {
    const Loaded loaded(yaml);
    INFO(yaml);
    for (const auto& d : loaded.diagnostics) UNSCOPED_INFO(d.message);
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics[0].code == code);
    CHECK(pointed_at(loaded.diagnostics[0]) == at);
    CHECK_THAT(loaded.diagnostics[0].remedy, ContainsSubstring(remedy));
}

std::string table(const std::string& keys) {
    return kLake + "tables:\n  orders: {" + keys + "}\n";
}

}  // namespace

TEST_CASE("a table of a connection is read from its snapshot", "[data][model][snapshot]") {
    const Loaded loaded(
        kHead +
        "connections: {lake: {odbc-env: LAKE_DSN, time-limit: 5}, x-old: what}\n"
        "tables: {orders: {connection: lake, query: SELECT 1, file: old.csv, source: shop, key: id}}\n");
    CHECK(loaded.diagnostics.empty());
    REQUIRE(loaded.model->connections.size() == 1);
    CHECK(loaded.model->connections[0].variable.text == "LAKE_DSN");
    CHECK(loaded.model->connections[0].time_limit == 5);
    const auto& record = loaded.model->tables.at(0);
    CHECK(record.file == loaded.folder / "data/old.csv");
    CHECK(record.query.empty());
    CHECK(record.remote_query.text == "SELECT 1");
    CHECK(record.columns_are_guessed);
    CHECK(record.columns.at(1).type == Type::date);
    CHECK(record.time == "day");
}

TEST_CASE("a missing snapshot is an error for all but the command that writes it", "[data][model][snapshot]") {
    const auto yaml = table("connection: lake, query: SELECT 1, file: orders.csv, source: shop, key: [id], time: day");
    check_fault(yaml, diag::code::file_not_found, "orders.csv", "write it with: precis data --refresh orders");
    const Loaded loaded(yaml, Snapshots::to_be_written);
    CHECK(loaded.diagnostics.empty());
    CHECK(loaded.model->tables.at(0).file == loaded.folder / "data/orders.csv");
    CHECK(loaded.model->tables.at(0).key == std::vector<std::string>{"id"});
}

TEST_CASE("a faulty snapshot does not keep its table from being refreshed", "[data][model][snapshot]") {
    const auto yaml = table("connection: lake, query: SELECT 1, file: bad.csv, source: shop");
    Folder folder;
    folder.write("data/bad.csv", "1a,\"\n");
    folder.write("data/same.csv", "a,A\n1,2\n");
    diag::Diagnostics diagnostics;
    const auto model = data::load(folder.write("data/model.yaml", yaml), folder.path(), {}, Snapshots::to_be_written)
                           .take(diagnostics);
    REQUIRE(model);
    CHECK(diagnostics.empty());
    CHECK(model->tables.at(0).columns.empty());
    CHECK(model->tables.at(0).file == folder / "data/bad.csv");
}

TEST_CASE("faults of connections and their tables are at their keys", "[data][model][snapshot][diag]") {
    namespace code = diag::code;
    check_fault(table("connection: lak, query: SELECT 1, file: old.csv, source: shop"), code::unknown_name, "lak",
                "“lake”");
    check_fault(kHead + "tables: {t: {connection: lake, query: SELECT 1, file: old.csv, source: shop}}\n",
                code::unknown_name, "lake", "declare it");
    check_fault(table("connection: lake, file: old.csv, source: shop"), code::missing_key, "lake", "query");
    check_fault(table("connection: lake, query: SELECT 1, source: shop"), code::missing_key, "lake", "orders.csv");
    check_fault(table("connection: lake, query: SELECT 1, file: old.json, source: shop"), code::bad_value, "old.json",
                "orders.csv");
    check_fault(table("connection: lake, query: SELECT 1, file: old.csv, source: shop, delimiter: \";\""),
                code::key_conflict, "\";\"", "remove");
    check_fault(table("connection: lake, query: SELECT 1, file: old.csv, source: shop, decimal: \",\""),
                code::key_conflict, "\",\"", "remove");
    check_fault(table("connection: lake, query: DROP TABLE t, file: old.csv, source: shop"),
                data::code::sql_not_allowed, "DROP", "reads");
    check_fault(table("connection: lake, query: SELECT 1, file: ../../old.csv, source: shop"), code::file_outside_root,
                "../../old.csv", "below");
    check_fault(table("connection: lake, query: SELECT 1, file: old.csv"), code::missing_key, "orders", "source");
    check_fault(kHead + "connections: {lake: {}}\n", code::missing_key, "{}", "");
    check_fault(kHead + "connections: {lake: {odbc-env: A, time-limit: 0}}\n", code::bad_value, "0", "time-limit: 60");
    check_fault(kHead + "connections: {La: {odbc-env: A}}\n", code::bad_slug, "La", "lower-case");
    check_fault(kHead + "connections: [lake]\n", code::wrong_type, "[lake]", "odbc-env");
}

TEST_CASE("a connection string in the model is not shown", "[data][model][snapshot][diag]") {
    for (const auto* yaml : {"connections: {lake: {odbc-env: \"DSN=lake;UID=me;PWD=geheim\"}}\n",
                             "connections: {lake: \"DSN=lake;UID=me;PWD=geheim\"}\n",
                             "connections:\n  lake: {odbc-env: LAKE, dsn: \"DSN=lake;PWD=geheim\"}\n"}) {
        INFO(yaml);
        const Loaded loaded(kHead + yaml);
        REQUIRE(loaded.diagnostics.size() >= 1);
        const auto said = diag::print(loaded.diagnostics, diag::Format::text);
        INFO(said);
        CHECK_THAT(said, ContainsSubstring("model.yaml:"));
        CHECK(said.find("geheim") == std::string::npos);
        CHECK(said.find("=me") == std::string::npos);
    }
}

TEST_CASE("without its variable a table is not refreshed", "[data][snapshot][diag]") {
    const Loaded loaded(table("connection: lake, query: SELECT 1, file: old.csv, source: shop"));
    REQUIRE(loaded.model);
    for (const auto& value : {std::optional<std::string>(), std::optional<std::string>("geheim")}) {
        const auto result = refresh(*loaded.model, loaded.model->tables.at(0), loaded.folder.path(),
                                    [&](const std::string&) { return value; });
        REQUIRE(result.diagnostics().size() == 1);
        CHECK(result.diagnostics()[0].code == diag::code::bad_value);
        CHECK(pointed_at(result.diagnostics()[0]) == "LAKE_DSN");
        CHECK(result.diagnostics()[0].message.find("geheim") == std::string::npos);
    }
}
