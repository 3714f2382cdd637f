// Colours are sampled on a grid: pieces are asked from the back to the front.
#include "build/template_grounds.h"

#include <algorithm>
#include <cmath>

#include "base/oklab.h"
#include "picture/picture.h"

namespace precis::build {
namespace {

constexpr int kAcross = 24, kDown = 14;  // samples
constexpr int kCurve = 6;                // lines for a curve
constexpr double kAlike = 0.06;          // difference of colours that are one ground
constexpr double kWorst = 0.1;           // of the samples are left out
constexpr double kComfortable = 5.5;     // contrast of words: more than WCAG's 4.5, as brand colours have less
constexpr double kAsLight = 1.3;         // contrast of grounds that need no plate
constexpr double kWhiter = 0.85, kBlacker = 0.7, kSolid = 0.94;  // of a plate, by eye
constexpr double kAround = 7;                                    // points, by which it is larger than the contents

/// Whether a path holds a point, by winding; curves as a few lines.
class Inside {
  public:
    explicit Inside(base::Point p) : p_(p) {}
    bool operator()(const scene::Path& path) {
        for (const auto& step : path.steps) std::visit(*this, step);
        close();
        return winding_ != 0;
    }
    void operator()(const scene::MoveTo& s) {
        close();
        begin_ = last_ = s.p;
    }
    void operator()(const scene::LineTo& s) { edge(s.p); }
    void operator()(const scene::CurveTo& s) {
        const auto from = last_;
        for (int i = 1; i <= kCurve; ++i) {
            const double t = static_cast<double>(i) / kCurve, u = 1 - t;
            const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
            edge({a * from.x + b * s.c1.x + c * s.c2.x + d * s.p.x, a * from.y + b * s.c1.y + c * s.c2.y + d * s.p.y});
        }
    }
    void operator()(const scene::ClosePath&) { close(); }

  private:
    void close() { edge(begin_); }
    void edge(base::Point to) {
        const auto from = last_;
        last_ = to;
        if ((from.y <= p_.y) == (to.y <= p_.y)) return;
        const double x = from.x + (p_.y - from.y) / (to.y - from.y) * (to.x - from.x);
        if (x > p_.x) winding_ += to.y > from.y ? 1 : -1;
    }
    base::Point p_, begin_, last_;
    int winding_ = 0;
};

bool holds(const base::Rect& r, base::Point p) {
    return p.x >= r.x && p.x <= r.right() && p.y >= r.y && p.y <= r.bottom();
}

base::Color over(const base::Color& top, double opacity, const base::Color& ground) {
    auto mixed = base::mixed(top, ground, std::clamp(top.alpha * opacity, 0.0, 1.0));
    mixed.alpha = 1;
    return mixed;
}

base::Color pixel(const scene::Pixels& pixels, double x, double y) {
    const auto column = std::clamp(static_cast<int>(x * pixels.width), 0, pixels.width - 1);
    const auto row = std::clamp(static_cast<int>(y * pixels.height), 0, pixels.height - 1);
    const auto* at = &pixels.rgba[4 * (static_cast<std::size_t>(row) * static_cast<std::size_t>(pixels.width) +
                                       static_cast<std::size_t>(column))];
    return {at[0], at[1], at[2], at[3] / 255.0};
}

}  // namespace

const ooxml::Backdrop& TemplateGrounds::read(const ooxml::TemplateLayout& layout) {
    const auto [known, is_new] = read_.try_emplace(layout.part);
    if (is_new) known->second = ooxml::backdrop_of(from_, layout);
    return known->second;
}

std::shared_ptr<const scene::Pixels> TemplateGrounds::pixels(const ooxml::BackdropPiece& piece) {
    const auto [known, is_new] = pictures_.try_emplace(piece.picture);
    if (!is_new) return known->second;
    auto loaded = picture::load_bytes(from_.package->bytes(piece.picture), piece.picture,
                                      {piece.at.width, piece.at.height}, wanted_by_);
    if (loaded.has_value())
        known->second = std::move(loaded.value());
    else
        missed_.push_back(piece.picture);
    return known->second;
}

base::Color TemplateGrounds::at_point(const ooxml::TemplateLayout& layout, base::Point p) {
    base::Color color{255, 255, 255, 1};
    for (const auto& piece : read(layout).pieces) {
        if (piece.path) {
            if (!piece.path->fill) continue;
            if (holds(piece.at, p) && Inside(p)(*piece.path)) color = over(*piece.path->fill, piece.opacity, color);
            continue;
        }
        if (!piece.words.empty()) continue;
        if (!holds(piece.clip ? *piece.clip : piece.at, p) || piece.at.empty()) continue;
        if (const auto picture = pixels(piece); picture && picture->width > 0 && picture->height > 0)
            color = over(pixel(*picture, (p.x - piece.at.x) / piece.at.width, (p.y - piece.at.y) / piece.at.height),
                         piece.opacity, color);
    }
    return color;
}

TemplateGrounds::Under TemplateGrounds::under(const ooxml::TemplateLayout& layout, const base::Rect& at) {
    Under out;
    for (int row = 0; row < kDown; ++row)
        for (int column = 0; column < kAcross; ++column)
            out.seen.push_back(
                at_point(layout, {at.x + at.width * (column + 0.5) / kAcross, at.y + at.height * (row + 0.5) / kDown}));
    // The colour that most others are like; their mean, unless they are one.
    std::vector<std::pair<base::Color, int>> counted;
    for (const auto& one : out.seen) {
        const auto known = std::find_if(counted.begin(), counted.end(), [&](const auto& c) { return c.first == one; });
        if (known == counted.end())
            counted.emplace_back(one, 1);
        else
            ++known->second;
    }
    int most = 0;
    for (const auto& [one, same] : counted) {
        int alike = 0;
        double r = 0, g = 0, b = 0;
        for (const auto& [other, count] : counted) {
            if (base::difference(one, other) > kAlike) continue;
            alike += count;
            r += other.r * count, g += other.g * count, b += other.b * count;
        }
        if (alike <= most) continue;
        most = alike;
        const auto byte = [&](double sum) { return static_cast<std::uint8_t>(std::lround(sum / alike)); };
        out.color = 2 * same > alike ? one : base::Color{byte(r), byte(g), byte(b), 1};
    }
    return out;
}

std::shared_ptr<const scene::Backdrop> TemplateGrounds::backdrop(const ooxml::TemplateLayout& layout,
                                                                 const scene::Path* plate) {
    const auto [known, is_new] = backdrops_.try_emplace(layout.part + (plate != nullptr ? "*" : ""));
    if (!is_new) return known->second;
    auto made = std::make_shared<scene::Backdrop>();
    for (const auto& piece : read(layout).pieces) {
        scene::Item item{scene::Path{}};
        if (piece.path) {
            item = *piece.path;
        } else if (!piece.words.empty()) {  // layout sets them in lines
            scene::Mark mark;
            mark.role = scene::Role::artifact;
            scene::TextBlock block{piece.words, piece.at, scene::Placeholder::none};
            for (auto& paragraph : block.paragraphs)
                for (auto& run : paragraph.runs) run.face.family = set_in_(run.face.family);
            mark.content = std::move(block);
            item = std::move(mark);
        } else {
            auto picture = pixels(piece);
            if (!picture) continue;
            item = scene::Image{std::move(picture), piece.at};
        }
        if (!piece.clip && piece.opacity >= 1) {
            made->items.push_back(std::move(item));
            continue;
        }
        scene::Group group;
        group.clip = piece.clip;
        group.opacity = piece.opacity;
        group.items.push_back(std::move(item));
        made->items.emplace_back(std::move(group));
    }
    if (plate != nullptr) {
        scene::Mark mark;
        mark.role = scene::Role::artifact;
        mark.items.emplace_back(*plate);
        made->items.emplace_back(std::move(mark));
    }
    return known->second = std::move(made);
}

namespace {

/// Whether nearly all samples are as light as the ground that colours are chosen for: words and marks in the colours of
/// the brand have little contrast to lose.
bool is_one_ground(const TemplateGrounds::Under& under) {
    const auto other = std::count_if(under.seen.begin(), under.seen.end(), [&](const base::Color& seen) {
        return base::contrast(seen, under.color) > kAsLight;
    });
    return static_cast<double>(other) <= kWorst * static_cast<double>(under.seen.size());
}

}  // namespace

bool needs_plate(const TemplateGrounds::Under& under, const base::Color& text) {
    return usual_contrast(text, under) < kComfortable || !is_one_ground(under);
}

Plate plate_for(const TemplateGrounds::Under& under, const base::Rect& room) {
    const base::Color white{255, 255, 255, 1}, black{0, 0, 0, 1};
    const bool light = base::contrast(under.color, black) >= base::contrast(under.color, white);
    auto color = base::mixed(light ? white : black, under.color, light ? kWhiter : kBlacker);
    Plate plate;
    plate.seen = base::mixed(color, under.color, kSolid);
    color.alpha = kSolid;
    const base::Rect at{room.x - kAround, room.y - kAround, room.width + 2 * kAround, room.height + 2 * kAround};
    plate.path.steps = {scene::MoveTo{{at.x, at.y}}, scene::LineTo{{at.right(), at.y}},
                        scene::LineTo{{at.right(), at.bottom()}}, scene::LineTo{{at.x, at.bottom()}},
                        scene::ClosePath{}};
    plate.path.fill = color;
    return plate;
}

double usual_contrast(const base::Color& color, const TemplateGrounds::Under& under) {
    std::vector<double> all;
    for (const auto& seen : under.seen) all.push_back(base::contrast(color, seen));
    std::sort(all.begin(), all.end());
    return all.empty() ? 21 : all[static_cast<std::size_t>(kWorst * static_cast<double>(all.size()))];
}

}  // namespace precis::build
