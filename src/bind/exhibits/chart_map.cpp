// Maps: which rows are regions and which are points, the outlines, the region of each row, and what is shown.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/numbers.h"
#include "base/phrases.h"
#include "bind/exhibits/chart.h"
#include "bind/exhibits/codes.h"
#include "bind/exhibits/region_names.h"
#include "bind/text/prose.h"
#include "diag/codes.h"
#include "doc/channels.h"
#include "spec/paths.h"

namespace precis::bind {
namespace {

using vocabulary::Channel;

constexpr std::size_t kMostReported = 10;  // rows with one fault; more have one cause

/// The four numbers of a box; empty if the texts are names.
std::vector<double> numbers_of(const std::vector<diag::Text>& texts) {
    std::vector<double> numbers;
    for (const auto& text : texts) {
        const auto number = base::parse_number(text.text);
        if (!number) return {};
        numbers.push_back(*number);
    }
    return numbers;
}

}  // namespace

vocabulary::FormRow map_form(vocabulary::FormRow form, const spec::Exhibit& exhibit) {
    if (!form.geographic) return form;
    const auto has = [&](Channel name) { return exhibit.channels.contains(name); };
    if (!has(Channel::region) && (has(Channel::x) || has(Channel::y))) {
        form.category = Channel::text;
        form.value = Channel::y;
    } else {
        form.series = std::nullopt;
        if (!has(Channel::color) && has(Channel::size)) form.value = Channel::size;
    }
    return form;
}

bool ChartBinder::check_map_channels() {
    const bool points = form_.category == Channel::text;
    const auto* regions = channel(Channel::region);
    if (!points && regions == nullptr) {
        report(context_,
               diag::error(diag::code::channel_missing, exhibit_.form.span,
                           "a map needs `region:` with `color:` or `size:`, or `x:` and `y:`",
                           "map the column of regions and that of numbers, or those of longitude and latitude"));
        return false;
    }
    bool fine = true;
    const auto refuse_channel = [&](Channel name, const char* why, const char* remedy) {
        const auto* given = channel(name);
        if (given == nullptr) return;
        fine = false;
        refuse(given->front().column.span, std::string(name_of(name)).c_str(), why, remedy);
    };
    if (points) {
        refuse_channel(Channel::color, "its rows are points, and colours are for regions",
                       "write `size:`, or `series:` for the kinds of points");
        for (const auto name : {Channel::x, Channel::y})
            if (channel(name) == nullptr) report_missing(name), fine = false;
    } else {
        const char* why = "its rows are regions, which have their places";
        refuse_channel(Channel::x, why, "remove it, or remove `region:`");
        refuse_channel(Channel::y, why, "remove it, or remove `region:`");
        refuse_channel(Channel::series, "its rows are regions, and their numbers have the colours", "remove it");
        if (channel(Channel::color) != nullptr)
            refuse_channel(Channel::size, "a region shows one number, and this one has `color`", "keep one of the two");
    }
    return fine;
}

diag::Span ChartBinder::span_of_row(std::size_t row, const Column& column) const {
    const auto& name = grid_.columns[column.index].name;
    if (row < exhibit_.rows.size() && !exhibit_.query)
        for (const auto& [key, value] : exhibit_.rows[row].cells)
            if (key.text == name) return value.span;
    return column.channel != nullptr ? column.channel->column.span : exhibit_.span;
}

std::string ChartBinder::row_words(std::size_t row) const {
    const auto& name = row < chart_.categories.size() ? chart_.categories[row] : std::string();
    return name.empty() || name == "–" ? fmt::format("row {}", row + 1) : fmt::format("row {}, “{}”,", row + 1, name);
}

/// Every point has a longitude and a latitude within range, and a size that is not negative.
void ChartBinder::check_places() {
    std::size_t reported = 0;
    const auto fail = [&](std::size_t row, const Column& column, std::string message, std::string remedy) {
        if (++reported <= kMostReported)
            report(context_,
                   diag::error(diag::code::bad_value, span_of_row(row, column), std::move(message), std::move(remedy)));
    };
    struct Range {
        Channel channel;
        const char* what;
        double most;
    };
    for (const auto& range : {Range{Channel::x, "longitude", 180}, Range{Channel::y, "latitude", 90}}) {
        const auto at = column(range.channel, nullptr);
        for (std::size_t row = 0; at && row < grid_.rows.size(); ++row) {
            const auto& cell = grid_.rows[row][at->index];
            if (!cell.number) {
                if (range.channel == Channel::x || cell.text.empty())  // words in `y` are reported already
                    fail(row, *at,
                         row_words(row) + " has no " + range.what +
                             (cell.text.empty() ? std::string() : " but “" + cell.text + "”"),
                         "leave the row out in the query, or add its place to the data");
            } else if (!(std::abs(*cell.number) <= range.most)) {
                fail(row, *at,
                     fmt::format("the {} of {} is {}, beyond ±{}", range.what, row_words(row),
                                 base::shortest(*cell.number), base::shortest(range.most)),
                     range.channel == Channel::y && std::abs(*cell.number) <= 180
                         ? "`x` is the longitude and `y` the latitude, in degrees: are they swapped?"
                         : "write degrees of WGS 84, as 13.4 for 13° 24′ east");
            }
        }
    }
}

void ChartBinder::check_sizes() {
    const auto at = column(Channel::size, nullptr);
    std::size_t reported = 0;
    for (std::size_t row = 0; at && row < grid_.rows.size(); ++row) {
        const auto& number = grid_.rows[row][at->index].number;
        const bool missing = !number && form_.category == Channel::text;
        if ((!missing && !(number && *number < 0)) || ++reported > kMostReported) continue;
        report(context_, diag::error(diag::code::bad_value, span_of_row(row, *at),
                                     missing ? row_words(row) + " has no size"
                                             : fmt::format("the size of {} is {}, and an area can't be below zero",
                                                           row_words(row), base::shortest(*number)),
                                     "leave the row out, or map a column of sizes"));
    }
}

std::shared_ptr<const data::Outline> ChartBinder::outline_of(bool named) {
    const auto& keys = exhibit_.map;
    data::OutlineFile from;
    from.wanted_by = exhibit_.form.span;
    if (keys.outline) {
        const auto& project = context_.inputs.project;
        diag::Diagnostics faults;
        from.file = spec::resolved(*keys.outline, context_.inputs.briefing.path.parent_path(), project.root, faults);
        if (!faults.empty()) return nullptr;  // spec has reported it
        from.shown = spec::shown(from.file, project.root);
        from.wanted_by = keys.outline->span;
        from.key = keys.key;
        std::error_code failed;
        if (!std::filesystem::is_regular_file(from.file, failed)) {
            report(context_,
                   diag::error(diag::code::file_not_found, keys.outline->span, "there is no file “" + from.shown + "”",
                               "write the path of a GeoJSON file, relative to this file"));
            return nullptr;
        }
        if (named && !keys.key) {
            report(context_, diag::error(diag::code::missing_key, keys.outline->span,
                                         "this map has outlines of its own, and no `key` for their names",
                                         "add `key: NAME`, the property of the outlines that names the regions"));
            return nullptr;
        }
    } else {
        from.file = context_.inputs.target.outlines / "world.json";
        from.shown = "world";
        from.world = true;
        diag::Text name;
        name.text = "name";
        from.key = name;
    }
    const auto place = from.file.string() + '\n' + (from.key ? from.key->text : "");
    const auto [known, fresh] = context_.memo.outlines.emplace(place, nullptr);
    if (!fresh) return known->second;
    diag::Diagnostics faults;
    auto outline = data::read_outline(from).take(faults);
    for (auto& fault : faults) report(context_, std::move(fault));
    if (outline) known->second = std::make_shared<const data::Outline>(*std::move(outline));
    return known->second;
}

void ChartBinder::report_unknown(const diag::Span& at, const std::string& name, const RegionNames& names,
                                 const data::Outline& outline, std::optional<std::size_t> row) {
    const auto nearest = names.nearest(name, !row);
    auto remedy = nearest         ? "did you mean “" + *nearest + "”?"
                  : outline.world ? std::string("write a country's name or its code of ISO 3166-1, as DE, DEU or 276")
                                  : "write a name as the outlines have it in “" + exhibit_.map.key->text + "”, as “" +
                                        outline.regions.front().name + "”";
    report(context_, diag::error(code::unknown_region, at,
                                 (row ? fmt::format("row {}: ", *row + 1) : std::string()) + "no region is called “" +
                                     name + "” in " + outline.name,
                                 std::move(remedy)));
}

void ChartBinder::join_regions(const RegionNames& names, doc::Map& map) {
    std::map<std::size_t, std::size_t> rows;  // of each region
    std::size_t reported = 0;
    for (std::size_t row = 0; row < grid_.rows.size() && category_; ++row) {
        const auto& cell = grid_.rows[row][category_->index];
        const auto text = cell.number ? base::shortest(*cell.number) : cell.text;
        const auto region = names.find(text);
        const auto at = span_of_row(row, *category_);
        map.regions.push_back(region.value_or(0));
        if (!region) {
            if (++reported > kMostReported) continue;
            if (text.empty())
                report(context_, diag::error(code::unknown_region, at, fmt::format("row {} names no region", row + 1),
                                             "leave the row out in the query"));
            else
                report_unknown(at, text, names, *map.outline, row);
            continue;
        }
        const auto [known, fresh] = rows.emplace(*region, row);
        const auto& name = map.outline->regions[*region].name;
        if (!fresh && ++reported <= kMostReported)
            report(context_, diag::error(diag::code::duplicate_row, at,
                                         fmt::format("rows {} and {} are both {}, and a map has a place for one",
                                                     known->second + 1, row + 1, base::quoted(name)),
                                         "add them up in the query (`sum(…) … GROUP BY …`), or leave one out"));
        if (row < chart_.categories.size() && names.is_code(*region, text) && map.outline->world)
            chart_.categories[row] = name;
    }
}

std::optional<doc::MapView> ChartBinder::view_of(const std::vector<diag::Text>& focus, const RegionNames& names,
                                                 const data::Outline& outline, std::vector<std::size_t>* subject) {
    using Kind = doc::MapView::Kind;
    doc::MapView view;
    if (const auto ends = numbers_of(focus); !ends.empty()) {
        view.kind = Kind::box;
        const bool four = ends.size() == 4;
        if (four) view.box = {ends[0], ends[1], ends[2], ends[3]};
        const bool wide = four && std::abs(ends[0]) <= 180 && std::abs(ends[2]) <= 180 && ends[0] != ends[2];
        const bool tall = four && std::abs(ends[1]) <= 90 && std::abs(ends[3]) <= 90 && ends[1] < ends[3];
        if (wide && tall) return view;
        report(context_, diag::error(diag::code::bad_value, focus.front().span,
                                     four ? fmt::format("{}, {}, {}, {} is no part of the earth", focus[0].text,
                                                        focus[1].text, focus[2].text, focus[3].text)
                                          : fmt::format("a box has four ends, and this one has {}", ends.size()),
                                     "write `[west, south, east, north]` in degrees, as `[-11, 35, 33, 71]`"));
        return std::nullopt;
    }
    if (focus.size() == 1 && focus[0].text == "world") {
        view.kind = Kind::world;
        return view;
    }
    if (focus.size() == 1 && focus[0].text == "data") return view;
    view.kind = Kind::regions;
    bool fine = true;
    for (const auto& wanted : focus) {
        if (const auto region = names.find(wanted.text)) {
            view.regions.push_back(*region);
            continue;
        }
        const auto* named = names.view(wanted.text);
        if (named == nullptr) {
            fine = false;
            report_unknown(wanted.span, wanted.text, names, outline, std::nullopt);
            continue;
        }
        for (std::size_t r = 0; r < outline.regions.size(); ++r) {
            if (outline.regions[r].continent != named->name) continue;
            if (subject != nullptr) subject->push_back(r);
            view.regions.push_back(r);
        }
        if (focus.size() == 1) view.kind = Kind::box, view.box = named->box;
    }
    if (subject != nullptr && focus.size() > 1) subject->clear();
    return fine ? std::optional(view) : std::nullopt;
}

void ChartBinder::map() {
    if (!form_.geographic || !map_fits_) return;
    chart_.periods.clear();
    const auto& keys = exhibit_.map;
    doc::Map map;
    map.points = form_.category == Channel::text;
    const auto named = [](const std::vector<diag::Text>& focus) {
        const bool word = focus.size() == 1 && (focus[0].text == "world" || focus[0].text == "data");
        return !focus.empty() && !word && numbers_of(focus).empty();
    };
    const bool names_regions = named(keys.focus) || std::any_of(keys.insets.begin(), keys.insets.end(),
                                                                [&](const auto& one) { return named(one.focus); });
    if (map.points && keys.key && !names_regions)
        refuse(keys.key->span, "key", "its rows are points, and nothing else names a region", "remove it");
    map.outline = outline_of(!map.points || names_regions);
    if (!map.outline) return;
    const RegionNames names(*map.outline);
    if (map.points)
        check_places();
    else
        join_regions(names, map);
    check_sizes();
    if (keys.outline) {  // all of them; their parts far away do not widen the map
        map.view.kind = doc::MapView::Kind::regions;
        for (std::size_t r = 0; r < map.outline->regions.size(); ++r) map.view.regions.push_back(r);
    }
    if (!keys.focus.empty())
        if (auto view = view_of(keys.focus, names, *map.outline, &map.subject)) map.view = *std::move(view);
    for (const auto& written : keys.insets) {
        const auto view = view_of(written.focus, names, *map.outline, nullptr);
        if (!view) continue;
        if (view->kind == doc::MapView::Kind::data || view->kind == doc::MapView::Kind::world) {
            report(context_,
                   diag::error(diag::code::bad_value, written.focus.front().span,
                               "an inset shows a part of the map, and “" + written.focus.front().text + "” is none",
                               "write the name of a region, or `{focus: [west, south, east, north]}`"));
            continue;
        }
        doc::MapInset inset{*view, {}};
        if (written.title)
            inset.title = bind_label(context_, *written.title);
        else if (view->regions.size() == 1)
            inset.title = map.outline->regions[view->regions.front()].name;
        map.insets.push_back(std::move(inset));
    }
    chart_.map = std::move(map);
}

}  // namespace precis::bind
