// Every limit of docs/reference/limits.md: an input that exceeds it is refused with the limit's name, the remedy's
// number suffices, and where the input is counted, not timed, the very number that it takes is enough and one less is
// not.
#include "base/limits.h"

#include <memory>
#include <optional>

#include "../unit/data/book_bytes.h"
#include "base/numbers.h"
#include "pdf_bytes.h"
#include "project.h"

using namespace precis;
using namespace precis::test;

namespace {

/// What exceeds a limit.
struct Plant {
    explicit Plant(const std::string& query = "SELECT * FROM t", const std::string& extension = "csv")
        : project(std::make_shared<Project>(query, extension)) {}
    std::shared_ptr<Project> project;
    std::vector<std::string> command{"check", "b.yaml"};
    std::int64_t over = 1;              // a number at which it is refused
    std::optional<std::int64_t> takes;  // what it takes, to the unit
    bool counted = true;                // a smallest number that suffices is sought
    int exit_code = 1;
};

void put_big_endian(std::string& out, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(number >> shift & 0xFFU);
}

std::string png_chunk(const std::string& name, const std::string& data) {
    std::string out;
    put_big_endian(out, static_cast<std::uint32_t>(data.size()));
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char letter : name + data) {
        crc ^= static_cast<unsigned char>(letter);
        for (int i = 0; i < 8; ++i) crc = crc >> 1 ^ (crc % 2 == 1 ? 0xEDB88320U : 0U);
    }
    out += name + data;
    put_big_endian(out, ~crc);
    return out;
}

/// A black picture of width × 1 grey pixels; not packed.
std::string png_of(std::uint32_t width) {
    std::string head, row(width + 1, '\0'), data("\x78\x01\x01", 3);
    put_big_endian(head, width);
    put_big_endian(head, 1);
    head += std::string("\x08\x00\x00\x00\x00", 5);
    const auto size = row.size();
    for (const auto length : {size, ~size}) {
        data += static_cast<char>(length & 0xFFU);
        data += static_cast<char>(length >> 8 & 0xFFU);
    }
    data += row;
    put_big_endian(data, static_cast<std::uint32_t>(size % 65521) << 16 | 1U);
    return "\x89PNG\r\n\x1a\n" + png_chunk("IHDR", head) + png_chunk("IDAT", data) + png_chunk("IEND", {});
}

std::string briefing_with(const std::string& exhibit) {
    return "briefing: 1\ntitle: Mini\ndate: 2026-08-31\noutputs: {report: {layout: research-note}}\n"
           "sections:\n  - id: x\n    title: X\n    body: Text.\n    exhibits:\n      - {" +
           exhibit + "}\n";
}

Plant with_table(const std::string& extension, const std::string& bytes, const std::string& query = "SELECT * FROM t") {
    Plant plant(query, extension);
    plant.project->write("data/t." + extension, bytes);
    return plant;
}

Plant with_query(const std::string& query) {
    return Plant(query);
}

Plant with_picture(const std::string& name, const std::string& bytes) {
    Plant plant;
    plant.project->write(name, bytes);
    plant.project->write("b.yaml", briefing_with("id: \"fig:p\", image: " + name + ", title: T, alt: A picture"));
    plant.command = {"build", "b.yaml", "-o", "out"};
    return plant;
}

Plant with_chart(const std::string& keys, const std::string& rows) {
    Plant plant;
    plant.project->write("data/t.csv", "k,v,s\n" + rows);
    plant.project->write(
        "b.yaml", briefing_with("id: \"fig:t\", chart: " + keys + ", title: T, query: \"SELECT k, v, s FROM t\""));
    return plant;
}

std::string svg_of(const std::string& inside) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"400\">" + inside + "</svg>";
}

/// A turbulence that takes seconds.
std::string slow_svg() {
    return svg_of(
        "<filter id=\"f\"><feTurbulence numOctaves=\"100\" baseFrequency=\"0.05\"/></filter>"
        "<rect width=\"400\" height=\"400\" filter=\"url(#f)\"/>");
}

/// Steps without number.
const std::string kEndless = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c";

Plant timed(Plant plant, int exit_code = 1) {
    plant.counted = false;
    plant.exit_code = exit_code;
    return plant;
}

Plant taking(std::int64_t units, Plant plant) {
    plant.takes = units;
    plant.over = units - 1;
    return plant;
}

Plant plant_for(base::Limit limit) {
    using base::Limit;
    const std::string five_rows = "k,v\na,1\nb,2\nc,3\nd,4\ne,5\n";
    switch (limit) {
        case Limit::run_seconds:
            return timed(with_query(kEndless + " LIMIT 8000000) SELECT count(*) AS n FROM c, t"), 4);
        case Limit::run_memory: {
            auto plant = timed(with_table("json", "[" + repeated("{\"k\": 1, \"v\": 2},", 60'000) + "{\"k\": 1}]",
                                          "SELECT count(*) AS n FROM t"),
                               4);
            plant.over = 12'000'000;
            return plant;
        }
        case Limit::run_steps: {
            auto plant = with_query(kEndless + " LIMIT 10000) SELECT count(*) AS n FROM c, t");
            plant.over = 10'000;
            return plant;
        }
        case Limit::query_seconds:  // few steps, each long
            return timed(with_query("SELECT sum(length(upper(hex(zeroblob(7000000 + n.n))))) AS n FROM t, (" +
                                    kEndless + " LIMIT 200) SELECT n FROM c) AS n"));
        case Limit::query_cells:
            return taking(10, with_table("csv", five_rows));
        case Limit::query_bytes:
            return taking(5, with_table("csv", five_rows));
        case Limit::query_memory: {
            auto plant = with_query("SELECT count(DISTINCT hex(zeroblob(100000)) || n) AS n FROM t, (" + kEndless +
                                    " LIMIT 40) SELECT n FROM c)");
            plant.over = 500'000;
            return plant;
        }
        case Limit::table_cells:
            return taking(3, with_table("json", "[{\"k\": 1}, {\"v\": 2}]"));
        case Limit::json_bytes:
            return taking(22, with_table("json", "[{\"k\": 1}, {\"k\": 2}]  "));
        case Limit::json_values:
            return taking(5, with_table("json", "[{\"k\": 1}, {\"k\": 2}]"));
        case Limit::yaml_bytes:
            return taking(30'000, with_table("yaml", "- {k: 1}\n" + std::string(29'990, '#') + "\n"));
        case Limit::yaml_values: {
            auto plant = with_table("yaml", repeated("- {k: 1}\n", 100));
            plant.over = 200;
            return plant;
        }
        case Limit::part_bytes: {
            auto plant = with_table("xlsx", data::testing::xlsx_of({{"k"}, {repeated("word ", 1'000)}}));
            plant.over = 5'000;
            return plant;
        }
        case Limit::part_tags: {
            std::vector<data::testing::CellRow> rows{{"k"}};
            for (int i = 0; i < 200; ++i) rows.push_back({"n:1"});
            auto plant = with_table("xlsx", data::testing::xlsx_of(rows));
            plant.over = 500;
            return plant;
        }
        case Limit::workbook_bytes: {
            std::vector<data::testing::CellRow> rows{{"k"}};
            for (int i = 0; i < 20; ++i) rows.push_back({std::string(100, 'a')});
            auto plant = with_table("xlsx", data::testing::xlsx_of(rows));
            plant.over = 1'900;
            return plant;
        }
        case Limit::picture_bytes: {
            const auto bytes = png_of(300);
            return taking(static_cast<std::int64_t>(bytes.size()), with_picture("p.png", bytes));
        }
        case Limit::picture_pixels:
            return taking(300, with_picture("p.png", png_of(300)));
        case Limit::drawing_seconds:
            return timed(with_picture("p.svg", slow_svg()));
        case Limit::drawing_memory: {
            auto plant =
                timed(with_picture("p.svg", svg_of(repeated("<g opacity=\"0.9\">", 150) +
                                                   "<rect width=\"400\" height=\"400\"/>" + repeated("</g>", 150))));
            plant.over = 100'000;
            return plant;
        }
        case Limit::chart_marks:
            return taking(4, with_chart("line, x: k, y: v, series: s", "a,1,p\nb,2,p\na,3,q\nb,4,q\n"));
        case Limit::chart_series:
            return taking(3, with_chart("line, x: k, y: v, series: s", "a,1,p\na,2,q\na,3,r\nb,1,p\nb,2,q\nb,3,r\n"));
        case Limit::outline_points: {
            auto plant = with_chart("map, region: k, color: v, outline: o.geojson, key: n", "a,1,p\n");
            plant.project->write("o.geojson",
                                 R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":"a"},)"
                                 R"("geometry":{"type":"Polygon","coordinates":[[[1,2],[3,2],[3,4],[1,4],[1,2]]]}}]})");
            return taking(5, std::move(plant));
        }
        case Limit::pdf_bytes: {
            Plant plant;
            plant.project->write("a.pdf",
                                 pdf_of({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                         "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>",
                                         stream_of("q q q Q Q Q")}));
            plant.command = {"check", "--pdf", "a.pdf"};
            return taking(11, std::move(plant));
        }
        case Limit::record_bytes: {
            const std::string facts = "id,subject,measure,value,unit,period,source\nf.n,A,count,600,people,2026-04,s\n";
            Plant plant;
            plant.project->write("data/model.yaml",
                                 "model: 1\nsources:\n  s: {title: Numbers, publisher: The author, date: 2026-08}\n"
                                 "facts: facts.csv\ntables:\n  t: {file: t.csv, source: s}\n");
            plant.project->write("data/facts.csv", facts);
            return taking(static_cast<std::int64_t>(facts.size()), std::move(plant));
        }
    }
    return Plant();
}

Ran run_with(const Plant& plant, std::string_view name, std::int64_t number) {
    auto words = plant.command;
    words.insert(words.end(), {"--limit", std::string(name) + "=" + std::to_string(number)});
    return plant.project->run(words);
}

/// The number that a refusal offers; nothing where it is not refused for this limit.
std::optional<std::int64_t> offered(const Ran& ran, std::string_view name) {
    const auto words = "--limit " + std::string(name) + "=";
    const auto at = ran.err.find(words);
    if (at == std::string::npos) return std::nullopt;
    const auto begin = at + words.size(), end = ran.err.find_first_not_of("0123456789", begin);
    return base::parse_integer(ran.err.substr(begin, end - begin));
}

/// The smallest number at which it is not refused, between `over` and one that suffices.
std::int64_t smallest(const Plant& plant, std::string_view name, std::int64_t over, std::int64_t enough) {
    while (enough - over > 1) {
        const auto middle = over + (enough - over) / 2;
        (offered(run_with(plant, name, middle), name) ? over : enough) = middle;
    }
    return enough;
}

}  // namespace

TEST_CASE("each limit refuses what exceeds it, and its remedy suffices", "[hostile][limits]") {
    for (const auto& row : base::limit_rows()) {
        INFO(row.name);
        const auto plant = plant_for(row.limit);
        const auto refused = run_with(plant, row.name, plant.over);
        INFO(refused.err.substr(0, 2000));
        CHECK(refused.exit_code == plant.exit_code);
        auto number = offered(refused, row.name);
        CHECK(number.has_value());
        if (!number) continue;
        CHECK(*number > plant.over);
        auto raised = run_with(plant, row.name, *number);
        // What is counted while it is read is offered twice as much each time.
        for (int i = 0; i < 40 && offered(raised, row.name); ++i) {
            number = offered(raised, row.name);
            raised = run_with(plant, row.name, *number);
        }
        INFO(*number << "\n" << raised.err.substr(0, 2000));
        CHECK_FALSE(offered(raised, row.name).has_value());
        if (plant.command.front() != "check" || plant.command.back() == "b.yaml") CHECK(raised.exit_code == 0);
        if (!plant.counted) continue;
        const auto enough = smallest(plant, row.name, plant.over, *number);
        INFO("it takes " << enough);
        CHECK(enough == plant.takes.value_or(enough));
        CHECK(run_with(plant, row.name, enough - 1).exit_code == plant.exit_code);
        CHECK_FALSE(offered(run_with(plant, row.name, enough + 1), row.name).has_value());
    }
}
