#include "layout/ground/brand_mark.h"

#include <algorithm>
#include <array>

#include "base/script.h"
#include "layout/ground/pictures.h"

namespace precis::layout {
namespace {

bool is_dark(const base::Color& ground) {
    return base::contrast(ground, {255, 255, 255, 1}) > base::contrast(ground, {0, 0, 0, 1});
}

/// The brand's logo for a place: the size made for it, else the nearest other one.
const style::Logo* logo_for(const style::Brand& brand, LogoPlace place, bool dark) {
    const auto& [small, medium, large] = brand.logos;
    std::array<const style::LogoForms*, 3> order{&medium, &large, &small};
    switch (place) {
        case LogoPlace::foot:
            order = {&small, &medium, &large};
            break;
        case LogoPlace::masthead:
            break;
        case LogoPlace::cover:
            order = {&large, &medium, &small};
            break;
    }
    for (const auto* forms : order) {
        const auto& logo = dark ? forms->dark : forms->light;
        if (!logo.file.empty()) return &logo;
    }
    return nullptr;
}

/// Reports faults that the setting's diagnostics lack: a logo is shown on many slides, and bands are made anew.
void report_once(Setting& s, const diag::Diagnostics& faults) {
    for (const auto& fault : faults) {
        const bool known = std::any_of(s.out.begin(), s.out.end(), [&](const auto& other) {
            return other.code == fault.code && other.span == fault.span && other.message == fault.message;
        });
        if (!known) s.out.push_back(fault);
    }
}

/// The size of the picture in `room`, with its own proportions; nullopt if it cannot be read.
std::optional<base::Size> size_in(Setting& s, const style::Logo& logo, const base::Rect& room) {
    auto& known = s.shared.logos[logo.file.string()];
    if (!known.read) {
        known.read = true;
        if (const auto info = picture_info(s, logo.file, logo.span, known.faults))
            known.size = {static_cast<double>(info->width), static_cast<double>(info->height)};
    }
    if (!(known.size.width > 0 && known.size.height > 0)) {
        report_once(s, known.faults);
        return std::nullopt;
    }
    const double scale = std::min(room.width / known.size.width, room.height / known.size.height);
    return base::Size{known.size.width * scale, known.size.height * scale};
}

}  // namespace

std::optional<scene::Mark> logo_mark(Setting& s, LogoPlace place, const base::Color& ground, const base::Rect& room) {
    const auto* logo = logo_for(s.layout.brand, place, is_dark(ground));
    if (logo == nullptr) return std::nullopt;
    const auto size = size_in(s, *logo, room);
    if (!size) return std::nullopt;
    auto& known = s.shared.logos[logo->file.string()];
    if (!known.pixels || known.drawn != *size) {
        auto pixels = picture_pixels(s, logo->file, *size, logo->span, known.faults);
        if (!pixels) {
            known.size = {};
            report_once(s, known.faults);
            return std::nullopt;
        }
        known.pixels = std::move(pixels);
        known.drawn = *size;
        report_once(s, known.faults);
    }
    auto m = mark(s, scene::Role::figure);
    m.alternative = logo->alt.empty() ? brand_name(s) : logo->alt;
    m.items.emplace_back(
        scene::Image{known.pixels, {room.x, room.y + (room.height - size->height) / 2, size->width, size->height}});
    return m;
}

const std::string& brand_name(const Setting& s) {
    return s.layout.brand.name.empty() ? s.document.publisher : s.layout.brand.name;
}

WordmarkPlaces wordmark_places(const Setting& s, double words, double size) {
    WordmarkPlaces places;
    places.side = size * kWordmarkSquare;
    places.width = words + kBeforeSquare + places.side;
    if (s.locale.right_to_left() && !base::has_right_to_left(brand_name(s)))
        places.words = places.width - words;
    else
        places.square = words + kBeforeSquare;
    return places;
}

}  // namespace precis::layout
