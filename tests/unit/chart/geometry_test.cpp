// Places and lengths of every form's marks against their numbers: lengths against the longest one, places against a
// scale that the least and the largest number fix.
#include <cmath>
#include <map>

#include "chart/scales/ticks.h"
#include "forms.h"
#include "marks.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

constexpr double kNear = 0.06;  // points

base::Rect bounds_of(const scene::Path& path) {
    scene::Path bare;  // the outline alone: a stroke would add its width
    bare.steps = path.steps;
    bare.fill = base::Color{};
    return scene::bounds(std::vector<scene::Item>{bare});
}

base::Point middle_of(const base::Rect& at) {
    return {at.x + at.width / 2, at.y + at.height / 2};
}

bool is_disc(const scene::Path& path) {
    return path.steps.size() == 6 && std::holds_alternative<scene::CurveTo>(path.steps[1]);
}

std::vector<scene::Path> paths_of(const Drawing& drawing) {
    std::vector<scene::Path> paths;
    for (const auto& item : drawing.items)
        if (const auto* path = std::get_if<scene::Path>(&item)) paths.push_back(*path);
    return paths;
}

/// Middles of all discs and rings, in the order in which they are drawn.
std::vector<base::Point> discs(const Drawing& drawing) {
    std::vector<base::Point> middles;
    for (const auto& path : paths_of(drawing))
        if (is_disc(path)) middles.push_back(middle_of(bounds_of(path)));
    return middles;
}

/// Whether the places are the values on one linear scale, which the least and the largest value fix.
void check_scale(const std::vector<double>& places, const std::vector<double>& values) {
    REQUIRE(places.size() == values.size());
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    const double from = places[static_cast<std::size_t>(low - values.begin())],
                 to = places[static_cast<std::size_t>(high - values.begin())];
    REQUIRE(std::abs(to - from) > 5);
    for (std::size_t i = 0; i < values.size(); ++i) {
        INFO("value " << values[i]);
        CHECK(places[i] == Approx(from + (to - from) * (values[i] - *low) / (*high - *low)).margin(kNear));
    }
}

/// Whether the lengths are the values, from zero.
void check_lengths(const std::vector<double>& lengths, const std::vector<double>& values, double margin = kNear) {
    REQUIRE(lengths.size() == values.size());
    const auto most = static_cast<std::size_t>(std::max_element(values.begin(), values.end()) - values.begin());
    REQUIRE(lengths[most] > 5);
    for (std::size_t i = 0; i < values.size(); ++i) {
        INFO("value " << values[i]);
        CHECK(lengths[i] == Approx(lengths[most] * values[i] / values[most]).margin(margin));
    }
}

template <class Get>
std::vector<double> each(const std::vector<base::Rect>& boxes, Get get) {
    std::vector<double> all;
    for (const auto& box : boxes) all.push_back(get(box));
    return all;
}

const auto width = [](const base::Rect& box) { return box.width; };
const auto height = [](const base::Rect& box) { return box.height; };

std::vector<double> xs_of(const std::vector<base::Point>& points) {
    std::vector<double> all;
    for (const auto& point : points) all.push_back(point.x);
    return all;
}
std::vector<double> ys_of(const std::vector<base::Point>& points) {
    std::vector<double> all;
    for (const auto& point : points) all.push_back(point.y);
    return all;
}

const std::vector<double> kNumbers{12, 30, 22, 41};

doc::Chart plain(const std::string& type) {
    return chart_of(type, {{"a", 12}, {"b", 30}, {"c", 22}, {"d", 41}});
}

/// The stroke that has most points: a series' line.
scene::Path longest_line(const Drawing& drawing) {
    scene::Path best;
    for (const auto& path : paths_of(drawing))
        if (path.stroke && !path.fill && path.steps.size() > best.steps.size()) best = path;
    return best;
}

}  // namespace

TEST_CASE("bars and columns are as long as their numbers and begin at zero", "[chart][geometry]") {
    const auto bars = filled_boxes(drawn(plain("bar"), 300, 150).value());
    check_lengths(each(bars, width), kNumbers);
    for (const auto& bar : bars) CHECK(bar.x == Approx(bars[0].x));
    for (std::size_t i = 1; i < bars.size(); ++i) CHECK(bars[i].y - bars[i - 1].y == Approx(bars[1].y - bars[0].y));
    const auto columns = filled_boxes(drawn(plain("column"), 300, 150).value());
    check_lengths(each(columns, height), kNumbers);
    for (const auto& column : columns) CHECK(column.bottom() == Approx(columns[0].bottom()));
    for (std::size_t i = 1; i < columns.size(); ++i)
        CHECK(columns[i].x - columns[i - 1].x == Approx(columns[1].x - columns[0].x));
}

TEST_CASE("bars and columns below zero go the other way, on the same scale", "[chart][geometry]") {
    for (const std::string type : {"bar", "column"}) {
        const auto boxes = filled_boxes(drawn(chart_of(type, {{"a", 20}, {"b", -10}}), 300, 150).value());
        REQUIRE(boxes.size() == 2);
        const bool lying = type == "bar";
        CHECK((lying ? boxes[0].width / boxes[1].width : boxes[0].height / boxes[1].height) == Approx(2).margin(0.01));
        CHECK((lying ? boxes[0].x - boxes[1].right() : boxes[1].y - boxes[0].bottom()) == Approx(0).margin(kNear));
    }
}

TEST_CASE("columns of years are placed by year: a missing year leaves a gap", "[chart][geometry]") {
    const auto boxes =
        filled_boxes(drawn(timed(chart_of("column", {{"2021", 5}, {"2022", 6}, {"2025", 7}})), 300, 150).value());
    REQUIRE(boxes.size() == 3);
    CHECK(boxes[2].x - boxes[1].x == Approx(3 * (boxes[1].x - boxes[0].x)));
}

TEST_CASE("grouped bars lie beside each other in the order of the series", "[chart][geometry]") {
    for (const std::string type : {"bar", "column"}) {
        auto chart = table_of(type, {"a", "b"}, {{"one", {10, 40}}, {"two", {20, 30}}, {"three", {5, 25}}});
        chart.legend = vocabulary::Legend::none;
        const auto boxes = filled_boxes(drawn(chart, 300, 150).value());
        REQUIRE(boxes.size() == 6);
        const bool lying = type == "bar";
        // Drawn by category in rows, by series in columns.
        std::vector<double> lengths, wanted, starts;
        for (const auto& box : boxes) {
            lengths.push_back(lying ? box.width : box.height);
            starts.push_back(lying ? box.y : box.x);
        }
        wanted = lying ? std::vector<double>{10, 20, 5, 40, 30, 25} : std::vector<double>{10, 40, 20, 30, 5, 25};
        INFO(type);
        check_lengths(lengths, wanted);
        std::map<double, double> by_place;  // the value of each bar, by its place
        for (std::size_t i = 0; i < boxes.size(); ++i) by_place[starts[i]] = wanted[i];
        std::vector<double> read;
        for (const auto& [place, value] : by_place) read.push_back(value);
        CHECK(read == std::vector<double>{10, 20, 5, 40, 30, 25});
    }
}

TEST_CASE("stacked parts follow each other, as long as their numbers", "[chart][geometry]") {
    const std::vector<std::vector<double>> numbers{{30, 36, 52}, {20, 18, 25}, {10, 16, 8}};
    for (const std::string stack : {"total", "percent"}) {
        for (const std::string type : {"bar", "column"}) {
            auto chart = table_of(type, {"a", "b", "c"}, {{"x", numbers[0]}, {"y", numbers[1]}, {"z", numbers[2]}});
            chart.stack = stack_of(stack);
            chart.legend = vocabulary::Legend::none;
            const auto boxes = filled_boxes(drawn(chart, 300, 150).value());
            INFO(type << " " << stack);
            REQUIRE(boxes.size() == 9);
            const bool lying = type == "bar";
            std::vector<double> ends, wanted;  // of each part, from the first one's begin
            for (std::size_t c = 0; c < 3; ++c) {
                const double zero = lying ? boxes[c * 3].x : boxes[c * 3].bottom();
                const double whole = numbers[0][c] + numbers[1][c] + numbers[2][c];
                double sum = 0;
                for (std::size_t s = 0; s < 3; ++s) {
                    const auto& box = boxes[c * 3 + s];
                    sum += numbers[s][c];
                    ends.push_back(lying ? box.right() - zero : zero - box.y);
                    wanted.push_back(stack == "percent" ? 100 * sum / whole : sum);
                }
            }
            check_lengths(ends, wanted, 0.8);  // 0.7 points of white part them
        }
    }
}

TEST_CASE("answers diverge from one line in all rows", "[chart][geometry]") {
    auto chart = answers("bar");
    chart.legend = vocabulary::Legend::none;
    const auto boxes = filled_boxes(drawn(chart, 400, 120).value());
    REQUIRE(boxes.size() == 8);
    const double middle = boxes[1].right();
    CHECK(boxes[5].right() == Approx(middle).margin(0.8));
    CHECK(boxes[2].x == Approx(middle).margin(0.8));
    const double unit = boxes[3].width / 40;
    CHECK(boxes[4].x == Approx(middle - 40 * unit).margin(1.5));
    CHECK(boxes[0].x == Approx(middle - 30 * unit).margin(1.5));
    auto upright = answers("column");
    upright.legend = vocabulary::Legend::none;
    const auto drawing = drawn(upright, 300, 150).value();
    const auto columns = filled_boxes(drawing);
    REQUIRE(columns.size() == 8);
    for (const auto& column : columns) {
        CHECK(column.y >= 0);
        CHECK(column.bottom() <= drawing.size.height);
    }
    CHECK(columns[1].y == Approx(columns[5].y).margin(0.8));
}

TEST_CASE("dots lie at their numbers, stems of lollipops reach from zero to them", "[chart][geometry]") {
    for (const std::string type : {"dot", "lollipop"}) {
        const auto drawing = drawn(plain(type), 300, 150).value();
        check_scale(xs_of(discs(drawing)), kNumbers);
        if (type == "dot") continue;
        std::vector<double> stems;
        for (const auto& path : paths_of(drawing)) {
            const auto points = points_of(path);
            if (path.stroke && path.stroke->width == 1.5 && points.size() == 2)
                stems.push_back(points[1].x - points[0].x);
        }
        check_lengths(stems, kNumbers);
    }
}

TEST_CASE("both ends of a dumbbell are on one scale", "[chart][geometry]") {
    const auto at = discs(drawn(sample_of("dumbbell"), 300, 150).value());
    // Rings first, as marks; then the dots over them.
    check_scale(xs_of(at), {10, 20, 15, 18, 12, 15});
    for (std::size_t row = 0; row < 3; ++row) CHECK(at[row].y == Approx(at[row + 3].y));
}

TEST_CASE("a line's points lie at their days and numbers, and a gap interrupts it", "[chart][geometry]") {
    auto chart =
        timed(chart_of("line", {{"2025-01-01", 10}, {"2025-01-03", 14}, {"2025-01-04", 40}, {"2025-01-11", 25}}));
    const auto points = points_of(longest_line(drawn(chart, 300, 150).value()));
    check_scale(xs_of(points), {1, 3, 4, 11});
    check_scale(ys_of(points), {10, 14, 40, 25});
    CHECK(points[2].y < points[0].y);
    chart.series[0].values[1] = unknown();
    CHECK(points_of(longest_line(drawn(chart, 300, 150).value())).size() == 2);
}

TEST_CASE("a step keeps its value until the next one", "[chart][geometry]") {
    const auto points = points_of(
        longest_line(drawn(timed(chart_of("step", {{"2022", 10}, {"2023", 30}, {"2024", 20}})), 300, 150).value()));
    REQUIRE(points.size() == 5);
    for (std::size_t i = 1; i < points.size(); i += 2) {
        CHECK(points[i].y == points[i - 1].y);
        CHECK(points[i].x == points[i + 1].x);
    }
    check_scale({points[0].y, points[2].y, points[4].y}, {10, 30, 20});
}

TEST_CASE("an area begins at zero, a stacked one on the area below it", "[chart][geometry]") {
    const auto drawing = drawn(timed(chart_of("area", {{"2022", 10}, {"2023", 30}, {"2024", 20}})), 300, 150).value();
    std::vector<base::Point> outline;
    for (const auto& path : paths_of(drawing))
        if (path.fill && path.steps.size() == 6 && !is_disc(path)) outline = points_of(path);
    REQUIRE(outline.size() == 5);
    CHECK(outline[3].y == outline[4].y);
    check_lengths({outline[3].y - outline[0].y, outline[3].y - outline[1].y, outline[3].y - outline[2].y},
                  {10, 30, 20});

    auto chart = several("area", "total");
    std::vector<std::vector<base::Point>> grounds;
    for (const auto& path : paths_of(drawn(chart, 300, 150).value()))
        if (path.fill && path.steps.size() == 7 && !is_disc(path)) grounds.push_back(points_of(path));
    REQUIRE(grounds.size() == 3);
    // Each outline: its upper edge from left to right, then its lower one back.
    const double zero = grounds[0].back().y;
    std::vector<double> tops, sums;
    double sum[3] = {0, 0, 0};
    for (std::size_t s = 0; s < 3; ++s) {
        for (std::size_t c = 0; c < 3; ++c) {
            CHECK(zero - grounds[s][5 - c].y == Approx(sum[c] == 0 ? 0 : zero - grounds[s - 1][c].y).margin(kNear));
            sum[c] += *chart.series[s].values[c].number;
            tops.push_back(zero - grounds[s][c].y);
            sums.push_back(sum[c]);
        }
    }
    check_lengths(tops, sums);
}

TEST_CASE("a stream is as wide as its sum and lies around one line", "[chart][geometry]") {
    const auto chart = several("area", "stream");
    std::vector<std::vector<base::Point>> grounds;
    for (const auto& path : paths_of(drawn(chart, 300, 150).value()))
        if (path.fill && path.steps.size() == 7 && !is_disc(path)) grounds.push_back(points_of(path));
    REQUIRE(grounds.size() == 3);
    std::vector<double> widths, numbers;
    for (std::size_t s = 0; s < 3; ++s) {
        for (std::size_t c = 0; c < 3; ++c) {
            widths.push_back(grounds[s][5 - c].y - grounds[s][c].y);
            numbers.push_back(*chart.series[s].values[c].number);
        }
    }
    check_lengths(widths, numbers);
    const double line = (grounds[0][5].y + grounds[2][0].y) / 2;
    for (std::size_t c = 1; c < 3; ++c)
        CHECK((grounds[0][5 - c].y + grounds[2][c].y) / 2 == Approx(line).margin(kNear));
}

TEST_CASE("dots of a slope chart lie at their numbers, those of a bump chart at their ranks", "[chart][geometry]") {
    const auto chart = sample_of("slope");
    std::vector<double> numbers;
    for (const auto& series : chart.series)
        for (const auto& one : series.values) numbers.push_back(*one.number);
    auto slope = chart;
    slope.series[0].highlighted = false;  // the loud one is drawn last
    check_scale(ys_of(discs(drawn(slope, 300, 150).value())), numbers);
    slope.form = vocabulary::Form::bump;
    const auto ranked = discs(drawn(slope, 300, 150).value());
    REQUIRE(ranked.size() == 12);
    check_scale(ys_of(ranked), {2, 2, 2, 1, 1, 1, 1, 2, 3, 3, 3, 3});
    CHECK(ranked[4].y < ranked[0].y);  // the first on top
}

TEST_CASE("points of a scatter chart lie at their two numbers; the trend is a least-squares line",
          "[chart][geometry]") {
    const auto at = discs(drawn(sample_of("scatter"), 300, 180).value());
    std::vector<base::Point> four(at.end() - 4, at.end());
    std::sort(four.begin(), four.end(), [](const auto& a, const auto& b) { return a.x < b.x; });
    check_scale(xs_of(four), {3, 5, 9, 14});
    check_scale(ys_of(four), {8, 4, 11, 6});

    const auto forms = all_forms();
    const auto trend = std::find_if(forms.begin(), forms.end(), [](const auto& form) { return form.name == "trend"; });
    const auto drawing = drawn(trend->chart, 300, 180).value();
    const auto points = discs(drawing);
    std::vector<base::Point> line;
    for (const auto& path : paths_of(drawing))
        if (path.stroke && !path.stroke->dash.empty()) line = points_of(path);
    REQUIRE(points.size() == 5);
    REQUIRE(line.size() >= 2);
    // (1, 2) (2, 4) (3, 7) (4, 8) (5, 11): y = 2.2 x − 0.2
    const double unit = (points[4].y - points[0].y) / 9;
    const auto y_at = [&](double x) { return points[0].y + unit * (2.2 * x - 0.2 - 2); };
    const double step = points[1].x - points[0].x;
    for (const auto& end : {line.front(), line.back()})
        CHECK(end.y == Approx(y_at(1 + (end.x - points[0].x) / step)).margin(0.1));
}

TEST_CASE("the heights of a histogram's columns are the counts of its bins", "[chart][geometry]") {
    doc::Chart chart = chart_of("histogram", {});
    for (const double number : {1.0, 2.0, 3.0, 11.0, 12.0, 21.0, 22.0, 23.0, 24.0, 25.0, 39.0}) {
        chart.categories.emplace_back();
        chart.category_keys.emplace_back();
        chart.series[0].values.push_back(value(number));
    }
    chart.bins = 4;
    const auto boxes = filled_boxes(drawn(chart, 300, 150).value());
    check_lengths(each(boxes, height), {3, 2, 5, 1});
    for (const auto& box : boxes) CHECK(box.width == Approx(boxes[0].width));
}

TEST_CASE("a box spans the middle half, its line the median, its whiskers the rest", "[chart][geometry]") {
    doc::Chart chart = chart_of("box", {});
    for (const double number : {7.0, 15.0, 36.0, 39.0, 40.0, 41.0}) {  // quartiles 20.25, 37.5, 39.75
        chart.categories.push_back("all");
        chart.category_keys.push_back("all");
        chart.series[0].values.push_back(value(number));
    }
    const auto drawing = drawn(chart, 400, 120).value();
    const auto boxes = filled_boxes(drawing);
    REQUIRE(boxes.size() == 1);
    double median = 0, low = 1e9, high = -1e9;
    for (const auto& path : paths_of(drawing)) {
        if (!path.stroke || path.fill) continue;
        const auto points = points_of(path);
        if (path.stroke->width == 1.6) median = points[0].x;
        if (path.stroke->width == 1 && points[0].y == points[1].y)
            low = std::min({low, points[0].x, points[1].x}), high = std::max({high, points[0].x, points[1].x});
    }
    check_scale({low, boxes[0].x, median, boxes[0].right(), high}, {7, 20.25, 37.5, 39.75, 41});
}

TEST_CASE("dots of a strip chart lie at their numbers", "[chart][geometry]") {
    doc::Chart chart = chart_of("strip", {});
    const std::vector<double> numbers{3, 17, 40, 42, 88};
    for (const double number : numbers) {
        chart.categories.push_back("all");
        chart.category_keys.push_back("all");
        chart.series[0].values.push_back(value(number));
    }
    std::vector<double> xs;
    for (const auto& path : paths_of(drawn(chart, 400, 120).value())) {
        if (!path.fill || path.steps.size() != 6 * numbers.size()) continue;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            scene::Path one = path;
            one.steps.assign(path.steps.begin() + static_cast<std::ptrdiff_t>(6 * i),
                             path.steps.begin() + static_cast<std::ptrdiff_t>(6 * i + 6));
            xs.push_back(middle_of(bounds_of(one)).x);
        }
    }
    check_scale(xs, numbers);
}

TEST_CASE("a heatmap's cells have one size, lie in rows and columns, and are no lighter for larger numbers",
          "[chart][geometry]") {
    auto chart = sample_of("heatmap");
    chart.legend = vocabulary::Legend::none;
    const auto drawing = drawn(chart, 300, 120).value();
    const auto boxes = filled_boxes(drawing);
    REQUIRE(boxes.size() == 9);
    std::vector<std::pair<double, double>> dark;  // value, luminance
    std::size_t i = 0;
    for (const auto& path : paths_of(drawing)) {
        if (!path.fill || path.steps.size() != 5) continue;
        const std::size_t s = i / 3, c = i % 3;
        CHECK(boxes[i].width == Approx(boxes[0].width));
        CHECK(boxes[i].x == Approx(boxes[c].x));
        CHECK(boxes[i].y == Approx(boxes[s * 3].y));
        dark.emplace_back(*chart.series[s].values[c].number, base::contrast(*path.fill, {255, 255, 255, 1}));
        ++i;
    }
    std::sort(dark.begin(), dark.end());
    for (std::size_t k = 1; k < dark.size(); ++k) CHECK(dark[k].second >= dark[k - 1].second - 1e-9);
    CHECK(dark.back().second > dark.front().second + 2);
}

TEST_CASE("sectors turn clockwise from the top, as far as their shares", "[chart][geometry]") {
    for (const std::string type : {"donut", "pie"}) {
        std::vector<base::Point> starts;
        std::vector<scene::Item> all;
        for (const auto& path : paths_of(drawn(sample_of(type), 300, 150).value())) {
            const bool curved = std::any_of(path.steps.begin(), path.steps.end(), [](const auto& step) {
                return std::holds_alternative<scene::CurveTo>(step);
            });
            if (!path.fill || !curved) continue;
            starts.push_back(std::get<scene::MoveTo>(path.steps.front()).p);
            all.emplace_back(scene::Path{path.steps, path.fill, {}, {}});
        }
        REQUIRE(starts.size() == 3);
        const base::Point center = middle_of(scene::bounds(all));
        const double turns[] = {0, 0.52, 0.83};
        for (std::size_t i = 0; i < 3; ++i) {
            double turn = std::atan2(starts[i].x - center.x, center.y - starts[i].y) / (2 * 3.14159265358979);
            if (turn < -0.01) turn += 1;
            CHECK(turn == Approx(turns[i]).margin(0.005));
        }
    }
}

TEST_CASE("a waffle has a hundred cells, and each colour as many as its percentage", "[chart][geometry]") {
    std::map<std::string, int> counts;
    std::map<long, int> columns;
    for (const auto& path : paths_of(drawn(sample_of("waffle"), 300, 150).value())) {
        if (!path.fill || path.steps.size() != 5) continue;
        ++counts[base::to_string(*path.fill)];
        ++columns[std::lround(bounds_of(path).x * 10)];
    }
    std::vector<int> sizes;
    for (const auto& [color, count] : counts) sizes.push_back(count);
    std::sort(sizes.begin(), sizes.end());
    CHECK(sizes == std::vector<int>{17, 31, 52});
    REQUIRE(columns.size() == 10);
    for (const auto& [x, count] : columns) CHECK(count == 10);
}

TEST_CASE("a funnel's steps are as wide as their numbers, around one line", "[chart][geometry]") {
    const auto boxes = filled_boxes(drawn(sample_of("funnel"), 300, 120).value());
    std::vector<base::Rect> steps;
    for (const auto& box : boxes)
        if (steps.empty() || box.y > steps.back().bottom() - 1) steps.push_back(box);
    check_lengths(each(steps, width), {52, 31, 17});
    for (const auto& step : steps) CHECK(middle_of(step).x == Approx(middle_of(steps[0]).x));
}

TEST_CASE("a bullet's bar, target and ground are on one scale", "[chart][geometry]") {
    const auto boxes = filled_boxes(drawn(sample_of("bullet"), 400, 120).value());
    REQUIRE(boxes.size() == 9);  // three grounds, three bars, three targets
    const double zero = boxes[3].x;
    std::vector<double> lengths;
    for (std::size_t i = 0; i < 6; ++i) lengths.push_back(boxes[i].right() - zero);
    for (std::size_t i = 6; i < 9; ++i) lengths.push_back(middle_of(boxes[i]).x - zero);
    check_lengths(lengths, {100, 100, 100, 80, 45, 114, 90, 40, 70}, 0.1);
}

TEST_CASE("tasks span their days, in the row of their name", "[chart][geometry]") {
    doc::Chart chart;
    chart.form = vocabulary::Form::gantt;
    chart.category_keys = {"2024-01-01/2024-01-10", "2024-01-11/2024-01-30", "2024-01-05/2024-03-15"};
    chart.categories = {"Build", "Test", "Build"};
    chart = timed(chart);
    chart.category_details = {"", "", ""};
    auto& series = chart.series.emplace_back();
    for (int i = 0; i < 3; ++i) series.values.push_back(value(1));
    const auto boxes = filled_boxes(drawn(chart, 400, 120).value());
    REQUIRE(boxes.size() == 3);
    std::vector<double> places, days;
    const std::size_t tasks[] = {0, 2, 1};  // row by row
    for (std::size_t i = 0; i < 3; ++i) {
        places.push_back(boxes[i].x), days.push_back(chart.periods[tasks[i]].begin_day);
        places.push_back(boxes[i].right()), days.push_back(chart.periods[tasks[i]].end_day);
    }
    check_scale(places, days);
    CHECK(boxes[0].y == boxes[1].y);
    CHECK(boxes[2].y > boxes[0].y);
}

TEST_CASE("a calendar has its months in twelve columns and its years in rows", "[chart][geometry]") {
    auto chart = sample_of("calendar");  // November and December 2025, January and March 2026
    chart.legend = vocabulary::Legend::none;
    const auto boxes = filled_boxes(drawn(chart, 400, 100).value());
    REQUIRE(boxes.size() == 4);
    const double step = boxes[1].x - boxes[0].x;
    CHECK(boxes[0].x - boxes[2].x == Approx(10 * step));
    CHECK(boxes[3].x - boxes[2].x == Approx(2 * step));
    CHECK(boxes[0].y == boxes[1].y);
    CHECK(boxes[2].y > boxes[0].y);
}

TEST_CASE("a sparkline's points are evenly spaced and as high as their numbers", "[chart][geometry]") {
    const auto items = sparkline({3, 9, 5, 11, 7}, {10, 20, 80, 16}, house().layout.chart);
    const auto points = points_of(std::get<scene::Path>(items.front()));
    check_scale(xs_of(points), {0, 1, 2, 3, 4});
    std::vector<double> ups;
    for (const auto& point : points) ups.push_back(-point.y);
    check_scale(ups, {3, 9, 5, 11, 7});
    CHECK(middle_of(bounds_of(std::get<scene::Path>(items.back()))).y == Approx(points.back().y));
}
