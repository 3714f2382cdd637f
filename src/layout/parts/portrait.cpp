// Pixels are cut, made as small as print needs, and masked here, so that every format shows the same photo.
#include "layout/parts/portrait.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>

#include "base/utf8.h"
#include "layout/blocks/runs.h"
#include "layout/ground/pictures.h"
#include "scene/shapes.h"

namespace precis::layout {
namespace {

constexpr double kDotsPerPoint = 300.0 / 72;  // of the photo in print
constexpr double kFromTop = 0.25;             // of what a tall picture has too much: cut off above
constexpr double kInitials = 0.36;            // size of initials, of the photo's side

struct Cut {
    int left = 0, top = 0, side = 0;  // pixels
};

Cut square_of(const scene::Pixels& pixels) {
    const int side = std::min(pixels.width, pixels.height);
    return {(pixels.width - side) / 2, static_cast<int>((pixels.height - side) * kFromTop), side};
}

/// The mean colour of the pixels from (x0, y0) up to (x1, y1), weighted by their alpha.
void put_mean(const scene::Pixels& from, int x0, int y0, int x1, int y1, std::uint8_t* out) {
    std::array<double, 4> sum{};
    for (int y = y0; y < y1; ++y) {
        for (int x = x0; x < x1; ++x) {
            const auto* pixel = &from.rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(from.width) +
                                                static_cast<std::size_t>(x))];
            for (std::size_t c = 0; c < 3; ++c) sum[c] += pixel[c] * pixel[3];
            sum[3] += pixel[3];
        }
    }
    const double count = static_cast<double>(x1 - x0) * (y1 - y0);
    for (std::size_t c = 0; c < 3; ++c)
        out[c] = sum[3] > 0 ? static_cast<std::uint8_t>(std::lround(sum[c] / sum[3])) : std::uint8_t{0};
    out[3] = static_cast<std::uint8_t>(std::lround(sum[3] / count));
}

/// The share of a pixel that lies inside the disc that fills a square of `side` pixels: 1 inside, 0 outside, and what
/// the distance to its edge says between.
double inside_disc(int x, int y, int side) {
    const double middle = side / 2.0;
    const double distance = std::hypot(x + 0.5 - middle, y + 0.5 - middle);
    return std::clamp(middle - distance + 0.5, 0.0, 1.0);
}

std::shared_ptr<const scene::Pixels> cut_out(const scene::Pixels& from, style::Photos shape, double width) {
    const auto cut = square_of(from);
    const int side = std::clamp(static_cast<int>(std::ceil(width * kDotsPerPoint)), 1, std::max(1, cut.side));
    auto out = std::make_shared<scene::Pixels>();
    out->width = out->height = side;
    out->rgba.resize(4 * static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    const auto edge = [&](int i) { return static_cast<int>(static_cast<long long>(i) * cut.side / side); };
    auto* pixel = out->rgba.data();
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x, pixel += 4) {
            put_mean(from, cut.left + edge(x), cut.top + edge(y), cut.left + edge(x + 1), cut.top + edge(y + 1), pixel);
            if (shape == style::Photos::round)
                pixel[3] = static_cast<std::uint8_t>(std::lround(pixel[3] * inside_disc(x, y, side)));
        }
    }
    return out;
}

/// The first letters of the first and the last word of a name.
std::string initials_of(const std::string& name) {
    const auto letter = [&](std::size_t at) { return name.substr(at, base::code_point_at(name, at).length); };
    if (name.empty()) return {};
    const auto last = name.rfind(' ');
    return last == std::string::npos || last + 1 >= name.size() ? letter(0) : letter(0) + letter(last + 1);
}

scene::Item monogram(Setting& s, const std::string& name, style::Photos shape, const base::Color& color,
                     const base::Rect& at) {
    scene::Path ground;
    ground.steps = shape == style::Photos::round
                       ? scene::disc({at.x + at.width / 2, at.y + at.height / 2}, at.width / 2)
                       : scene::rectangle(at);
    ground.fill = color;
    auto look = s.style("body");
    look.size = at.width * kInitials;
    look.leading = look.size;
    look.align = style::Align::center;
    look.color = s.layout.color("quiet");
    look.hyphens = false;
    look.indent = 0;
    auto set = set_text(s, s.locale.raised(initials_of(name)), look, at.width);
    shift(set.items, at.x, at.y + (at.height - set.height) / 2);
    std::vector<scene::Item> items;
    items.emplace_back(std::move(ground));
    std::move(set.items.begin(), set.items.end(), std::back_inserter(items));
    return artifact(std::move(items));
}

}  // namespace

std::optional<scene::Item> portrait(Setting& s, const doc::Author& author, style::Photos shape,
                                    const base::Color& ground, const base::Rect& at) {
    if (author.photo.empty()) return monogram(s, author.name, shape, ground, at);
    const auto pixels = picture_pixels(s, author.photo, {at.width, at.height}, author.span, s.out);
    if (!pixels || pixels->width < 1 || pixels->height < 1) return std::nullopt;
    auto figure = mark(s, scene::Role::figure);
    figure.alternative = author.name;
    figure.span = author.span;
    figure.items.emplace_back(scene::Image{cut_out(*pixels, shape, at.width), at});
    return figure;
}

}  // namespace precis::layout
