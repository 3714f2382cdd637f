// chart/forms/map.cpp: regions in the colours of their classes, or as a quiet ground with points and bubbles; insets in
// the corners, names and numbers by the same rules as at points. Stage: doc::Chart with a map -> FORM map -> canvas.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/phrases.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/codes.h"
#include "chart/forms/forms.h"
#include "chart/forms/map_key.h"
#include "chart/forms/map_shapes.h"
#include "chart/labels/point_labels.h"
#include "chart/labels/series_key.h"
#include "chart/marks/stack.h"
#include "chart/scales/color_scale.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {

// Looks, by eye; lengths in units of the canvas where not said otherwise.
constexpr double kBorder = 0.45, kLoudBorder = 1.1;             // points, widths of lines between regions
constexpr double kLand = 0.8, kContext = 0.5;                   // of the grid's colour on the ground: land, land around
constexpr double kRadius = 2.6, kLoudRadius = 3.2, kRim = 0.7;  // of points
constexpr double kBubbles = 24, kLeastLargest = 6, kMostLargest = 20, kLeastBubble = 1.1;  // as of the form bubble
constexpr double kTinyArea = 2.4;                  // square points; regions below it with data are dots
constexpr double kTiny = 1.6, kTinyAt = 420;       // points: radius of these dots on a map of that width
constexpr std::size_t kManyPoints = 40;            // of more points only the highlighted ones are named
constexpr double kPrinted = 0.5;                   // of the regions with data: numbers are printed if so many have room
constexpr double kFlat = 0.8, kTall = 1.75;        // of the layout's height: the least and most that a map takes
constexpr double kAround = 1.5;                    // times what it shows: the most of its surroundings beside it
constexpr double kInset = 0.19, kInsetTall = 0.3;  // of the map's width and height
constexpr double kLeastInset = 44, kMostInset = 92;
constexpr double kKey = 24;       // the usual height of a key
constexpr double kCovered = 0.1;  // of the map: the most that all bubbles cover together
constexpr double kInsetAir = 4;
constexpr double kEnlarged = 1.5;  // times the map's scale: from there on names are in the inset
constexpr std::size_t kNamed = 4;  // rows outside, in the warning

struct Spot {
    std::size_t category = 0, series = 0;
    data::EarthPoint place;
    base::Point at;  // on the page
    double size = 0, radius = 0;
    Tone tone;
    bool open = false;
};

class Map {
  public:
    Map(Canvas& canvas, const doc::Chart& chart)
        : canvas_(canvas), chart_(chart), map_(*chart.map), row_of_(map_.outline->regions.size()) {
        for (std::size_t c = 0; c < map_.regions.size() && c < chart.categories.size(); ++c)
            row_of_[map_.regions[c]] = c;
        sizes_ = channel_of(chart, vocabulary::Channel::size);
        colored_ = !map_.points && channel_of(chart, vocabulary::Channel::color) != nullptr;
        std::vector<double> numbers;
        for (const auto& value : chart.series.front().values)
            if (value.number && colored_) numbers.push_back(*value.number);
        if (numbers.empty()) return;
        // The palest class would look like land without data.
        auto theme = canvas.tones().theme();
        constexpr std::size_t kLeastColors = 4;
        if (theme.sequential.size() >= kLeastColors) theme.sequential.erase(theme.sequential.begin());
        scale_ = color_scale(std::move(numbers), theme);
        diverges_ = scale_.colors == theme.diverging;
    }

    double draw(const Frame& frame) {
        const auto view = earth_view(chart_);
        find_spots();
        set_radii(canvas_.width() *
                  std::min(canvas_.width() * view.extent.height / view.extent.width, frame.wish.value_or(frame.usual)));
        const double top = draw_key(framed(view, frame, kKey * u()));
        const MapFrame main = framed(view, frame, top);
        const double height = main.room.bottom();
        shapes_ = shapes_of(main);
        const ShapeCells cells(main.room, shapes_);
        for (auto& item : land(main, shapes_)) canvas_.add(Layer::marks, std::move(item));
        place_spots(main);
        for (const auto& spot : spots_)
            if (main.shows(spot.at)) {
                canvas_.add(Layer::rims, mark_of(spot));
                canvas_.spot(spot.at, chart_, spot.series, spot.category);
            }
        spot_regions(main);
        draw_insets(main, cells);
        draw_labels(main, cells);
        report_outside(main);
        return height;
    }

  private:
    double u() const { return canvas_.unit(); }
    const doc::Value& value_of(std::size_t category) const { return chart_.series.front().values[category]; }
    bool has_number(std::size_t region) const {
        return row_of_[region] && value_of(*row_of_[region]).number.has_value();
    }
    bool is_subject(std::size_t region) const {
        return map_.subject.empty() ||
               std::find(map_.subject.begin(), map_.subject.end(), region) != map_.subject.end();
    }
    base::Color land_color() const { return base::mixed(canvas_.inks().grid, canvas_.inks().ground, kLand); }
    /// Land without a number; beside diverging colours, whose middle is as pale, with lines.
    scene::Path land_look() const {
        if (!diverges_) return filled({}, land_color());
        scene::Path look;
        look.hatch =
            scene::Hatch{canvas_.inks().quiet_mark, canvas_.inks().ground, 2.6, 0.4, scene::Hatch::Kind::falling};
        return look;
    }
    base::Color context_color() const { return base::mixed(canvas_.inks().grid, canvas_.inks().ground, kContext); }

    /// Points, or the bubbles of regions, without their places on the page.
    void find_spots() {
        const auto *xs = channel_of(chart_, vocabulary::Channel::x), *ys = channel_of(chart_, vocabulary::Channel::y);
        for (std::size_t s = 0; s < chart_.series.size(); ++s) {
            for (std::size_t c = 0; c < chart_.categories.size(); ++c) {
                const auto& value = chart_.series[s].values[c];
                if (colored_ || !value.number) continue;
                Spot spot;
                spot.category = c;
                spot.series = s;
                if (map_.points) {
                    const auto lon = number_at(xs, c), lat = number_at(ys, c);
                    if (!lon || !lat) continue;
                    spot.place = {*lon, *lat};
                }
                spot.size = sizes_ != nullptr ? number_at(sizes_, c).value_or(0) : 1;
                spot.tone = canvas_.tones().category_loud(c) ? canvas_.tones().accent() : canvas_.tones().mark(s, c);
                spot.open = is_ahead(value.status);
                spots_.push_back(spot);
            }
        }
        for (const auto& spot : spots_) largest_ = std::max(largest_, spot.size);
    }

    /// Many bubbles are smaller, so that they leave something of a map of that area.
    void set_radii(double area) {
        double sum = 0;
        for (const auto& spot : spots_) sum += largest_ > 0 ? spot.size / largest_ : 0;
        most_radius_ = std::clamp(canvas_.width() / kBubbles, kLeastLargest, kMostLargest) * u();
        if (sum > 0)
            most_radius_ = std::clamp(std::sqrt(area * kCovered / (std::numbers::pi * sum)), 3 * u(), most_radius_);
        for (auto& spot : spots_) {
            spot.radius = (is_loud(spot) ? kLoudRadius : kRadius) * u();
            if (sizes_ != nullptr && largest_ > 0)
                spot.radius = std::max(std::sqrt(spot.size / largest_) * most_radius_, kLeastBubble);
        }
        // Small spots are painted over large ones, loud ones over all.
        std::stable_sort(spots_.begin(), spots_.end(), [&](const Spot& a, const Spot& b) {
            return is_loud(a) != is_loud(b) ? is_loud(b) : a.radius > b.radius;
        });
    }
    static bool is_loud(const Spot& spot) { return spot.tone.voice == Tone::Voice::loud; }

    /// The map's place under its key, which ends at `top`.
    MapFrame framed(const EarthView& view, const Frame& frame, double top) const {
        const double height = height_for(view, frame, top);
        double width = canvas_.width();
        if (!view.projection.is_world())
            width = std::min(width, (height - top) * std::max(view.extent.width / view.extent.height, 0.6) * kAround);
        return MapFrame(view, {(canvas_.width() - width) / 2, top, width, height - top});
    }
    std::vector<RegionShape> shapes_of(const MapFrame& frame) const {
        const bool antarctica = std::any_of(map_.regions.begin(), map_.regions.end(),
                                            [&](std::size_t r) { return is_antarctic(map_.outline->regions[r]); });
        return shapes_in(frame, *map_.outline, antarctica || !frame.view.projection.is_world());
    }

    /// Keys over the map, which is about as large as `main`; returns where the map begins.
    double draw_key(const MapFrame& main) {
        if (chart_.legend == vocabulary::Legend::none) return 0;
        double top = 0;
        if (chart_.series.size() > 1) top += draw_series_key(canvas_, chart_, 0, 0);
        if (!scale_.colors.empty()) {
            bool lacks = false;  // whether a region of the map's subject that can be seen has no number
            for (const auto& shape : shapes_of(main))
                lacks = lacks || (is_subject(shape.region) && !has_number(shape.region) && shape.area >= kTinyArea);
            top += draw_class_key(
                canvas_, {scale_, chart_.value_label, chart_.format, lacks ? land_look() : scene::Path{}}, top);
        }
        if (sizes_ != nullptr && !colored_ && largest_ > 0)
            top += draw_size_key(canvas_, {sizes_->label, sizes_->format, largest_, most_radius_}, top);
        return top;
    }

    /// The whole height. A map has a shape of its own: the layout's height bounds it, the author's is kept, but for the
    /// world, which has nothing around it that could fill more.
    double height_for(const EarthView& view, const Frame& frame, double top) const {
        const double own = canvas_.width() * view.extent.height / view.extent.width;
        if (const auto asked = frame.asked())
            return top + std::max(40.0, view.projection.is_world() ? std::min(*asked - top, own) : *asked - top);
        const double flat = view.projection.is_world() ? 0 : frame.usual * kFlat - top;
        return top + std::max(40.0, std::clamp(own, flat, std::max(frame.usual * kTall - top, flat)));
    }

    std::vector<scene::PathStep> outline(const RegionShape& shape) const {
        std::vector<scene::PathStep> steps;
        for (const auto& piece : shape.pieces)
            for (const auto& ring : piece) {
                auto one = polygon(ring);
                std::move(one.begin(), one.end(), std::back_inserter(steps));
            }
        return steps;
    }

    /// The regions: land around the subject first, then regions without and with numbers, then the highlighted borders.
    std::vector<scene::Item> land(const MapFrame& frame, const std::vector<RegionShape>& shapes) const {
        std::vector<scene::Item> around, plain, colored, rims;
        const auto& ground = canvas_.inks().ground;
        std::vector<bool> drawn(row_of_.size(), false);
        for (const auto& shape : shapes) {
            const bool counts = colored_ && has_number(shape.region);
            drawn[shape.region] = shape.area >= kTinyArea;
            const auto fill = counts ? scale_(*value_of(*row_of_[shape.region]).number) : context_color();
            scene::Path path = !counts && is_subject(shape.region) ? land_look() : filled({}, fill);
            path.steps = outline(shape);
            path.stroke = scene::Stroke{ground, kBorder, {}, false};
            (counts ? colored : is_subject(shape.region) ? plain : around).emplace_back(path);
            if (!counts) continue;
            const auto row = *row_of_[shape.region];
            if (is_open(value_of(row).status)) {
                path.fill.reset();
                path.hatch = scene::Hatch{base::mixed(ground, fill, 0.35), fill, 3.2, 0.8};
                colored.emplace_back(path);
            }
            if (!canvas_.tones().category_loud(row)) continue;
            scene::Path rim;
            rim.steps = std::move(path.steps);
            rim.stroke = scene::Stroke{canvas_.inks().ink, kLoudBorder, {}, false};
            rims.emplace_back(std::move(rim));
        }
        // Regions that are too small to be seen are dots.
        for (std::size_t r = 0; colored_ && r < row_of_.size(); ++r) {
            if (drawn[r] || !has_number(r)) continue;
            const auto at = frame(middle_of(r));
            if (!frame.shows(at)) continue;
            scene::Path dot = filled(disc(at, kTiny * std::clamp(canvas_.width() / kTinyAt, 0.6, 1.25)),
                                     scale_(*value_of(*row_of_[r]).number));
            dot.stroke = scene::Stroke{ground, kBorder, {}, false};
            rims.emplace_back(std::move(dot));
        }
        auto items = std::move(around);
        for (auto* more : {&plain, &colored, &rims}) std::move(more->begin(), more->end(), std::back_inserter(items));
        return items;
    }

    /// The values of coloured regions stand in the middle of each.
    void spot_regions(const MapFrame& main) {
        for (std::size_t r = 0; colored_ && r < row_of_.size(); ++r) {
            if (!has_number(r)) continue;
            const auto at = middle_on(main, shapes_, r);
            if (main.shows(at)) canvas_.spot(at, chart_, 0, *row_of_[r]);
        }
    }

    /// The middle of a region's largest part.
    data::EarthPoint middle_of(std::size_t region) const {
        const auto parts = main_parts(map_.outline->regions[region]);
        double lon = 0, lat = 0;
        const auto& ring = parts.front()->front();
        for (const auto& point : ring) lon += wrapped(point.lon - ring.front().lon), lat += point.lat;
        const auto count = static_cast<double>(ring.size());
        return {wrapped(ring.front().lon + lon / count), lat / count};
    }
    base::Point middle_on(const MapFrame& frame, const std::vector<RegionShape>& shapes, std::size_t region) const {
        for (const auto& shape : shapes)
            if (shape.region == region) return shape.middle;
        return frame(middle_of(region));
    }

    void place_spots(const MapFrame& frame) {
        for (auto& spot : spots_) {
            spot.at = map_.points ? frame(spot.place) : middle_on(frame, shapes_, map_.regions[spot.category]);
            if (!frame.shows(spot.at)) continue;
            spot.at.x = std::clamp(spot.at.x, spot.radius, canvas_.width() - spot.radius);
            canvas_.take({spot.at.x - spot.radius, spot.at.y - spot.radius, 2 * spot.radius, 2 * spot.radius});
        }
    }
    scene::Path mark_of(const Spot& spot) const {
        scene::Path path = stroked(disc(spot.at, spot.radius), canvas_.inks().ground, kRim);
        path.fill = sizes_ != nullptr ? base::mixed(spot.tone.mark, canvas_.inks().ground, 0.82) : spot.tone.mark;
        if (spot.open) {
            path.fill = canvas_.inks().ground;
            path.stroke = scene::Stroke{spot.tone.mark, 1.3, {}, false};
        }
        return path;
    }

    struct Inset {
        MapFrame frame;
        base::Rect box;  // with its title and rim
        std::vector<RegionShape> shapes;
    };

    void draw_insets(const MapFrame& main, const ShapeCells& cells) {
        for (const auto& wanted : map_.insets) {
            const auto view = earth_view(map_, wanted.view);
            const double aspect = view.extent.width / view.extent.height;
            const Label title = canvas_.measure(wanted.title, canvas_.label_look().in(canvas_.inks().ink));
            const double head = wanted.title.empty() ? 0 : canvas_.row_of(canvas_.label_look());
            double width = std::clamp(main.room.width * kInset, kLeastInset * u(), kMostInset * u());
            double height = width / aspect;
            if (const double most = main.room.height * kInsetTall - head; height > most) {
                height = std::max(most, 24.0);
                width = std::max(height * std::clamp(aspect, 0.7, 2.0), std::min(title.width + 2 * kInsetAir, width));
            }
            const auto box = free_box(main, cells, {width, height + head});
            Inset inset{MapFrame(view, {box.x, box.y + head, box.width, box.height - head}), box, {}};
            inset.shapes = shapes_in(inset.frame, *map_.outline, true);
            scene::Group group;
            constexpr double kHalfRim = 0.3;
            group.clip =
                base::Rect{box.x - kHalfRim, box.y - kHalfRim, box.width + 2 * kHalfRim, box.height + 2 * kHalfRim};
            scene::Path paper = filled(rectangle(box), canvas_.inks().ground);
            group.items.emplace_back(paper);
            for (auto& item : land(inset.frame, inset.shapes)) group.items.push_back(std::move(item));
            for (auto spot : spots_) {
                spot.at = map_.points ? inset.frame(spot.place)
                                      : middle_on(inset.frame, inset.shapes, map_.regions[spot.category]);
                if (inset.frame.shows(spot.at)) group.items.emplace_back(mark_of(spot));
            }
            scene::Path rim;
            rim.steps = rectangle(box);
            rim.stroke = scene::Stroke{canvas_.inks().quiet_mark, 0.5, {}, false};
            group.items.emplace_back(std::move(rim));
            canvas_.add(Layer::rims, std::move(group));
            if (head > 0) canvas_.put(title, {box.x + kInsetAir * 0.7, box.y + title.cap + 2.5}, Anchor::left);
            insets_.push_back(std::move(inset));
        }
    }
    void take_insets() {
        for (const auto& inset : insets_) canvas_.take(inset.box);
    }

    /// The place along the map's edges that covers the least of the data.
    base::Rect free_box(const MapFrame& main, const ShapeCells& cells, base::Size size) const {
        constexpr int kSteps = 10, kSamples = 9;
        base::Rect best{main.room.x, main.room.y, size.width, size.height};
        double least = 1e18;
        const double wide = std::max(main.room.width - size.width, 0.0),
                     tall = std::max(main.room.height - size.height, 0.0);
        for (int i = 0; i <= kSteps; ++i) {
            for (int k = 0; k <= kSteps; ++k) {
                if (i != 0 && i != kSteps && k != 0 && k != kSteps) continue;  // along the edges
                const base::Rect box{main.room.x + wide * i / kSteps, main.room.y + tall * k / kSteps, size.width,
                                     size.height};
                double cost = (i % kSteps != 0 || k % kSteps != 0 ? 1.5 : 0) + (k == 0 ? 0.3 : 0);  // corners are best
                for (int a = 0; a < kSamples * kSamples; ++a) {
                    const base::Point at{box.x + box.width * (a % kSamples) / (kSamples - 1),
                                         box.y + box.height * (a / kSamples) / (kSamples - 1)};
                    if (const auto shape = cells.at(at))
                        cost += colored_ && has_number(shapes_[*shape].region) ? 10
                                : is_subject(shapes_[*shape].region)           ? 1
                                                                               : 0.2;
                }
                const auto meets = [&](const base::Rect& other) {
                    return other.x < box.right() && box.x < other.right() && other.y < box.bottom() &&
                           box.y < other.bottom();
                };
                for (const auto& spot : spots_)
                    if (meets({spot.at.x - spot.radius, spot.at.y - spot.radius, 2 * spot.radius, 2 * spot.radius}))
                        cost += 12;
                for (const auto& shape : shapes_)  // however small
                    if (colored_ && has_number(shape.region) && meets({shape.middle.x, shape.middle.y, 0.1, 0.1}))
                        cost += 20;
                for (const auto& inset : insets_)
                    if (meets(inset.box)) cost += 1000;
                if (cost < least) least = cost, best = box;
            }
        }
        return best;
    }

    void draw_labels(const MapFrame& main, const ShapeCells& cells) {
        if (colored_)
            label_regions(main, cells);
        else
            label_spots(main);
    }

    /// Names at points, in the inset that shows them larger, else on the map.
    void label_spots(const MapFrame& main) {
        if (chart_.labels == vocabulary::Labels::none) return;
        const bool loud_only = spots_.size() > kManyPoints && chart_.labels == vocabulary::Labels::automatic;
        std::vector<PointLabel> labels;
        std::vector<std::vector<PointLabel>> inside(insets_.size());
        for (const auto& spot : spots_) {
            const bool loud = is_loud(spot);
            const auto& name = chart_.categories[spot.category];
            if ((loud_only && !loud) || name.empty() || name == "–") continue;
            const TextLook look =
                loud ? canvas_.strong_look().in(spot.tone.text) : canvas_.label_look().in(canvas_.inks().ink);
            PointLabel label{canvas_.measure(name, look), spot.at, spot.radius, loud ? 1e9 : spot.size};
            bool within = false;
            for (std::size_t i = 0; i < insets_.size() && !within && map_.points; ++i) {
                const auto& frame = insets_[i].frame;
                const auto at = frame(spot.place);
                within = frame.shows(at) && (!main.shows(spot.at) || frame.scale >= kEnlarged * main.scale);
                if (!within) continue;
                label.at = at;
                inside[i].push_back(label);
                canvas_.take({at.x - spot.radius, at.y - spot.radius, 2 * spot.radius, 2 * spot.radius});
            }
            if (!within && main.shows(spot.at)) labels.push_back(std::move(label));
        }
        for (std::size_t i = 0; i < insets_.size(); ++i)
            draw_point_labels(canvas_, std::move(inside[i]), insets_[i].frame.room);
        take_insets();
        draw_point_labels(canvas_, std::move(labels), {main.room.x, main.room.y, main.room.width, main.room.height});
    }

    struct Printed {
        Label label;
        base::Point at;  // its middle
    };

    /// Numbers in their regions, if most have room; highlighted ones with their names, in or beside them.
    void label_regions(const MapFrame& main, const ShapeCells& cells) {
        if (chart_.labels == vocabulary::Labels::none) return;
        take_insets();
        std::vector<Printed> printed, named;
        std::vector<PointLabel> beside;
        std::size_t counted = 0;
        const bool all = chart_.labels == vocabulary::Labels::all;
        for (std::size_t s = 0; s < shapes_.size(); ++s) {
            if (!has_number(shapes_[s].region)) continue;
            const auto row = *row_of_[shapes_[s].region];
            const bool loud = canvas_.tones().category_loud(row);
            ++counted;
            const auto words = value_words(value_of(row), chart_.format, unit_at_mark(chart_.format), canvas_.locale());
            const auto fill = scale_(*value_of(row).number);
            const TextLook look =
                (loud ? canvas_.strong_look() : canvas_.label_look()).in(word_on(fill, canvas_.inks()));
            Label label = canvas_.measure(words, look);
            const auto at = cells.box_inside(s, {label.width + 2.4, label.cap + 2.4}, shapes_[s].middle);
            if (loud) {
                const Label name = canvas_.measure(chart_.categories[row], look);
                const double step = canvas_.row_of(look);
                const auto both = cells.box_inside(s, {std::max(name.width, label.width) + 2.4, step + label.cap + 2.4},
                                                   shapes_[s].middle);
                if (both) {
                    named.push_back({name, {both->x, both->y - step / 2}});
                    named.push_back({std::move(label), {both->x, both->y + step / 2}});
                } else if (at) {
                    named.push_back({std::move(label), *at});  // the border says which region it is
                } else {
                    beside.push_back({canvas_.measure(chart_.categories[row] + " " + words,
                                                      canvas_.strong_look().in(canvas_.inks().ink)),
                                      shapes_[s].middle, 0.8, 1});
                }
            } else if (at && (all || canvas_.is_free({at->x - label.width / 2, at->y - label.cap / 2, label.width,
                                                      label.cap})))  // an inset may lie there
                printed.push_back({std::move(label), *at});
            else if (all)
                beside.push_back(
                    {canvas_.measure(words, canvas_.label_look().in(canvas_.inks().ink)), shapes_[s].middle, 0.8, 0});
        }
        const auto fits = static_cast<double>(printed.size() + named.size());
        const bool most = all || fits >= kPrinted * static_cast<double>(counted);
        for (auto* list : {&named, &printed})
            for (const auto& one : *list)
                if (most || list == &named)
                    canvas_.offer(one.label, {one.at.x, one.at.y + one.label.cap / 2}, Anchor::center,
                                  main.room.bottom() + 1);
        const base::Rect room{0, main.room.y, canvas_.width(), main.room.height};
        take_colored(main, cells);
        draw_point_labels(canvas_, std::move(beside), room);
    }

    /// Keeps words beside regions off the coloured ones, on which they would seem to belong to another region.
    void take_colored(const MapFrame& main, const ShapeCells& cells) {
        constexpr double kCell = 3;
        for (double y = main.room.y; y < main.room.bottom(); y += kCell) {
            double from = -1;
            for (double x = main.room.x; x < main.room.right() + kCell; x += kCell) {
                const auto shape = cells.at({x + kCell / 2, y + kCell / 2});
                const bool colored = shape && has_number(shapes_[*shape].region);
                if (colored && from < 0) from = x;
                if (colored || from < 0) continue;
                canvas_.take({from, y, x - from, kCell});
                from = -1;
            }
        }
    }

    /// Rows that neither the map nor an inset shows.
    void report_outside(const MapFrame& main) {
        std::vector<std::string> names;
        const auto shown_in = [&](const MapFrame& frame, const std::vector<RegionShape>& shapes, std::size_t row) {
            const auto region = map_.regions[row];
            return frame.shows(frame(middle_of(region))) ||
                   std::any_of(shapes.begin(), shapes.end(), [&](const auto& shape) { return shape.region == region; });
        };
        for (std::size_t row = 0; row < map_.regions.size(); ++row) {
            if (!has_number(map_.regions[row]) || shown_in(main, shapes_, row)) continue;
            if (std::none_of(insets_.begin(), insets_.end(),
                             [&](const auto& inset) { return shown_in(inset.frame, inset.shapes, row); }))
                names.push_back(chart_.categories[row]);
        }
        for (const auto& spot : spots_) {
            if (!map_.points || main.shows(main(spot.place))) continue;
            if (std::none_of(insets_.begin(), insets_.end(),
                             [&](const auto& inset) { return inset.frame.shows(inset.frame(spot.place)); })) {
                const auto& name = chart_.categories[spot.category];
                names.push_back(name.empty() ? fmt::format("row {}", spot.category + 1) : name);
            }
        }
        if (names.empty()) return;
        const auto count = names.size();
        const std::string who = count == 1 ? "1 row lies" : fmt::format("{} rows lie", count);
        if (names.size() > kNamed) names.resize(kNamed);
        canvas_.warn(code::outside_map,
                     fmt::format("{} outside of the map: {}{}", who,
                                 count > kNamed ? base::joined(names, ", ") : base::enumerated(names),
                                 count > kNamed ? fmt::format(" and {} more", count - kNamed) : ""),
                     "widen its `focus:`, add an inset, or leave them out in the query; or give the reason: `because: "
                     "{outside_map: …}`");
    }

    Canvas& canvas_;
    const doc::Chart& chart_;
    const doc::Map& map_;
    std::vector<std::optional<std::size_t>> row_of_;  // by region: its category
    const doc::ChannelData* sizes_ = nullptr;
    bool colored_ = false;  // regions have classes of colour
    ColorScale scale_;
    std::vector<Spot> spots_;
    double largest_ = 0, most_radius_ = 0;
    bool diverges_ = false;  // classes lie on both sides of zero, the middle one pale
    std::vector<RegionShape> shapes_;
    std::vector<Inset> insets_;
};

}  // namespace

double draw_map(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    return Map(canvas, chart).draw(frame);
}

}  // namespace precis::chart
