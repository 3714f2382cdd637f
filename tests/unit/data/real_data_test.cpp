// The project's own data, through the queries of its sample briefings.
#include <cmath>
#include <map>

#include "catch.h"
#include "model_in_memory.h"

using namespace precis;
using namespace precis::data;
using namespace precis::data::testing;

namespace {

const std::filesystem::path kRoot = PRECIS_SOURCE_DIR;

Model real_model() {
    auto loaded = data::load(kRoot / "data/model.yaml", kRoot);
    for (const auto& d : loaded.diagnostics()) UNSCOPED_INFO(d.message + " | " + pointed_at(d));
    REQUIRE(loaded.ok());
    return std::move(loaded).value();
}

/// Values by their queries, as a briefing has them; the rest are facts.
const std::map<std::string, std::string, std::less<>> kValues{
    {"quarter", "quarter(:date, -1)"},
    {"current", "SELECT count(DISTINCT project) FROM current_activity"},
    {"commits-year", "SELECT sum(commits) FROM current_activity WHERE month BETWEEN '2025-07' AND '2026-06'"},
    {"growth",
     "SELECT growth(sum(commits) FILTER (WHERE month BETWEEN '2024-07' AND '2025-06'), "
     "sum(commits) FILTER (WHERE month BETWEEN '2025-07' AND '2026-06')) FROM current_activity"},
    {"growth-without-helion",
     "SELECT growth(sum(commits) FILTER (WHERE month BETWEEN '2024-07' AND '2025-06'), sum(commits) FILTER "
     "(WHERE month BETWEEN '2025-07' AND '2026-06')) FROM current_activity WHERE project <> 'Helion'"},
    {"helion-share",
     "SELECT percent(sum(commits) FILTER (WHERE project = 'Helion'), sum(commits)) "
     "FROM current_activity WHERE month BETWEEN '2025-07' AND '2026-06'"},
    {"newcomers",
     "SELECT growth(sum(new_authors) FILTER (WHERE month BETWEEN '2024-07' AND '2025-06'), "
     "sum(new_authors) FILTER (WHERE month BETWEEN '2025-07' AND '2026-06')) FROM current_activity"},
    {"quarter-commits", "SELECT sum(commits) FROM quarterly WHERE quarter = value('quarter') AND complete"},
    {"quarter-change",
     "SELECT growth(sum(commits) FILTER (WHERE quarter = quarter(:date, -5)), sum(commits) FILTER (WHERE quarter = "
     "value('quarter'))) FROM quarterly WHERE project IN (SELECT project FROM quarterly WHERE quarter = "
     "value('quarter') AND complete)"},
    {"releases", "SELECT sum(release_tags) FROM quarterly WHERE quarter = value('quarter') AND complete"},
    {"newcomers-now", "SELECT sum(new_authors) FROM quarterly WHERE quarter = value('quarter') AND complete"},
    {"leader",
     "SELECT project FROM quarterly WHERE quarter = value('quarter') AND complete ORDER BY commits DESC LIMIT 1"},
    {"leader-share",
     "SELECT percent(max(commits), sum(commits)) FROM quarterly WHERE quarter = value('quarter') AND complete"},
    {"bots",
     "SELECT percent(sum(bot_commits), sum(commits + bot_commits)) FROM quarterly WHERE quarter = "
     "value('quarter') AND complete"},
    {"europe", "percent(value('conf-eu-2026.attendance'), value('conf-2025.attendance'))"},
    {"hybrid", "value('hybrid-edge.2030') - value('hybrid-edge.2024')"}};

const Parameters kDate{{"date", std::string("2026-08-31")}};

struct Briefing {
    Database database;
    Briefing() : database(open()) {
        database.set_lookup([this](std::string_view name) {
            LookedUp answer;
            if (const auto known = kValues.find(name); known != kValues.end()) {
                const auto rows = ask(known->second);
                answer.cell = rows.rows.at(0).at(0);
                answer.sources = rows.sources;
                answer.facts = rows.facts;
            } else if (const auto* fact = database.model().fact(name)) {
                if (fact->number) answer.cell = *fact->number;
                answer.sources = {fact->source};
                answer.facts = {fact->id};
            } else {
                answer.failure = "unknown";
            }
            return answer;
        });
    }
    static Database open() {
        auto opened = Database::open(real_model(), kRoot);
        for (const auto& d : opened.diagnostics()) UNSCOPED_INFO(d.message);
        REQUIRE(opened.ok());
        return std::move(opened).value();
    }
    Rows ask(const std::string& sql) const {
        auto result = database.query(text(sql), kDate);
        for (const auto& d : result.diagnostics()) UNSCOPED_INFO(d.message);
        REQUIRE(result.ok());
        return std::move(result).value();
    }
    Cell value(std::string_view name) const { return ask(kValues.find(name)->second).rows.at(0).at(0); }
    double tenths(std::string_view name) const { return std::round(as_number(value(name)).value() * 10) / 10; }
};

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("the project's data is without fault", "[data][real]") {
    const auto model = real_model();
    CHECK(model.sources.size() == 10);
    CHECK(model.facts.size() == 55);
    CHECK(model.tables.size() == 5);
    CHECK(model.fact("conf-eu-2026.attendance")->qualifier == Qualifier::more_than);
    CHECK(model.fact("hybrid-edge.2030")->decimals == 1);
    CHECK_FALSE(model.fact("day-china-2025.held")->number);
    CHECK(Briefing().database.check_all().empty());
}

TEST_CASE("the briefings' values are the results of their queries", "[data][real]") {
    const Briefing briefing;
    CHECK(as_text(briefing.value("quarter")) == "2026-Q2");
    CHECK(as_text(briefing.value("current")) == "6");
    CHECK(as_text(briefing.value("commits-year")) == "3420");
    CHECK(briefing.tenths("growth") == 69.6);
    CHECK(briefing.tenths("growth-without-helion") == -9.7);
    CHECK(briefing.tenths("helion-share") == 51.9);
    CHECK(briefing.tenths("newcomers") == 46.1);
    CHECK(as_text(briefing.value("quarter-commits")) == "1174");
    CHECK(briefing.tenths("quarter-change") == 90.0);
    CHECK(as_text(briefing.value("releases")) == "11");
    CHECK(as_text(briefing.value("newcomers-now")) == "104");
    CHECK(as_text(briefing.value("leader")) == "Helion");
    CHECK(briefing.tenths("leader-share") == 58.7);
    CHECK(briefing.tenths("bots") == 7.4);
    CHECK(briefing.tenths("hybrid") == 18.5);
}

TEST_CASE("a value has the sources and facts that it was computed from", "[data][real][provenance]") {
    const Briefing briefing;
    CHECK(briefing.ask("value('growth') > 0 AND value('growth-without-helion') < 0").sources ==
          Strings{"git-histories"});
    const auto europe = briefing.ask("SELECT value('europe')");
    CHECK(europe.sources == Strings{"pytorch-conference-europe-2026", "pytorch-foundation-2025"});
    CHECK(europe.facts == Strings{"conf-eu-2026.attendance", "conf-2025.attendance"});
    const auto shares = briefing.ask("SELECT period, value FROM facts WHERE id LIKE 'hybrid-edge.%' ORDER BY period");
    CHECK(shares.sources == Strings{"futurum-sovereign-ai-2026"});
    CHECK_FALSE(shares.own_analysis);
    CHECK(briefing.ask("SELECT kind, count(*) AS facts FROM facts GROUP BY kind").sources.empty());
}

TEST_CASE("the briefings' exhibits have their rows", "[data][real]") {
    const Briefing briefing;
    const auto lines = briefing.ask(
        "SELECT project, quarter, commits, iif(complete, 'actual', 'partial') AS status FROM quarterly "
        "WHERE quarter BETWEEN '2024-Q1' AND '2026-Q2' AND project IN (SELECT project FROM current_activity) "
        "ORDER BY quarter, project");
    CHECK(lines.rows.size() == 56);
    CHECK(lines.columns[2].label == "Commits");
    CHECK(lines.own_analysis);
    const auto table = briefing.ask(
        "SELECT project, series(month, a.commits) AS trend, sum(a.commits) AS commits, sum(new_authors) AS "
        "new_authors, "
        "sum(a.release_tags) AS release_tags, as_of FROM activity AS a JOIN snapshots USING (project) "
        "WHERE month >= '2024-01' GROUP BY project ORDER BY sum(a.commits) DESC");
    CHECK(table.tables == Strings{"activity", "snapshots"});
    CHECK(table.rows.size() == 11);
    CHECK(table.columns[5].label == "Copy ends");
    for (const auto& row : table.rows) {
        double sum = 0;
        for (const auto& point : as_series(row[1])) sum += point.y.value_or(0);
        CHECK(sum == as_number(row[2]));
        CHECK(is_null(row[4]) == (as_text(row[0]) == "PINA"));
    }
    CHECK_FALSE(briefing.ask("SELECT project, authors, commits FROM snapshots").own_analysis);
}
