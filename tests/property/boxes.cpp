#include "boxes.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace precis::test {
namespace {

constexpr double kSmallest = 6.5;
// Of a face's size: what nearly every letter keeps to, so that lines set solid do not count as meeting.
constexpr double kAbove = 0.68, kBelow = 0.2;
constexpr double kTouch = 0.6;  // points that boxes may share: side bearings, rounding
constexpr double kSlack = 0.5;

struct Box {
    const scene::GlyphRun* run = nullptr;
    base::Rect at;
    double size = 0;
    bool furniture = false;
    std::optional<base::Rect> chart;
    int paragraph = -1;  // which of the page's, for running text
};

struct Around {
    base::Affine to_page;
    bool furniture = false, exhibit = false;
    std::optional<base::Rect> chart;
    int paragraph = -1;
};

base::Rect mapped(const base::Affine& to_page, const base::Rect& r) {
    const base::Point corners[] = {to_page.apply({r.x, r.y}), to_page.apply({r.right(), r.y}),
                                   to_page.apply({r.x, r.bottom()}), to_page.apply({r.right(), r.bottom()})};
    double left = corners[0].x, right = left, top = corners[0].y, bottom = top;
    for (const auto& p : corners) {
        left = std::min(left, p.x), right = std::max(right, p.x);
        top = std::min(top, p.y), bottom = std::max(bottom, p.y);
    }
    return {left, top, right - left, bottom - top};
}

bool of_exhibit(scene::Role role) {
    return role == scene::Role::figure || role == scene::Role::table || role == scene::Role::caption;
}

void collect(const std::vector<scene::Item>& items, const Around& around, std::vector<Box>& boxes, int& paragraphs) {
    for (const auto& item : items) {
        if (const auto* run = std::get_if<scene::GlyphRun>(&item)) {
            const auto& m = around.to_page;
            const double scale = std::sqrt(std::abs(m.a * m.d - m.b * m.c));
            const base::Rect own{run->origin.x, run->origin.y - kAbove * run->size, run->width,
                                 (kAbove + kBelow) * run->size};
            const bool blank = run->text.find_first_not_of(" \u00A0") == std::string::npos;
            if (!blank)
                boxes.push_back({run, mapped(m, own), run->size * scale, around.furniture, around.chart,
                                 around.exhibit ? -1 : around.paragraph});
        } else if (const auto* group = std::get_if<scene::Group>(&item)) {
            auto inside = around;
            inside.to_page = base::then(group->transform, around.to_page);
            collect(group->items, inside, boxes, paragraphs);
        } else if (const auto* mark = std::get_if<scene::Mark>(&item)) {
            auto inside = around;
            inside.furniture = around.furniture || scene::is_artifact(mark->role);
            inside.exhibit = around.exhibit || of_exhibit(mark->role);
            if (mark->role == scene::Role::paragraph) inside.paragraph = paragraphs++;
            if (const auto* chart = std::get_if<scene::ChartData>(&mark->content))
                inside.chart = mapped(around.to_page, chart->at);
            collect(mark->items, inside, boxes, paragraphs);
        }
    }
}

bool overlap(const base::Rect& a, const base::Rect& b) {
    return std::min(a.right(), b.right()) - std::max(a.x, b.x) > kTouch &&
           std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y) > kTouch;
}

/// Paragraphs that begin with a column and end in the gap behind it.
void leave_columns(const std::vector<Box>& boxes, int paragraphs, const Area& area, std::size_t page,
                   std::vector<Fault>& faults) {
    std::vector<std::optional<base::Rect>> whole(static_cast<std::size_t>(paragraphs));
    std::vector<std::string> words(whole.size());
    for (const auto& box : boxes) {
        if (box.paragraph < 0 || box.furniture) continue;
        const auto i = static_cast<std::size_t>(box.paragraph);
        whole[i] = whole[i] ? base::united(*whole[i], box.at) : box.at;
        words[i] += box.run->text + " ";
    }
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (!whole[i]) continue;
        for (const auto& column : area.columns) {
            const bool begins = std::abs(whole[i]->x - column.left) < kTouch;
            if (begins && whole[i]->right() > column.right + kSlack && whole[i]->right() < column.next)
                faults.push_back({Fault::Kind::outside, page, words[i] + "| column"});
        }
    }
}

bool inside(const base::Rect& box, const Area& area) {
    return box.x >= area.left - kSlack && box.y >= area.top - kSlack && box.right() <= area.right + kSlack &&
           box.bottom() <= area.bottom + kSlack;
}

}  // namespace

std::vector<Fault> faults_of(const scene::Document& document, const Area& area) {
    std::vector<Fault> faults;
    for (std::size_t number = 1; number <= document.pages.size(); ++number) {
        const auto& page = document.pages[number - 1];
        std::vector<Box> boxes;
        int paragraphs = 0;
        collect(page.items, {}, boxes, paragraphs);
        leave_columns(boxes, paragraphs, area, number, faults);
        const Area sheet{0, 0, page.size.width, page.size.height, 0, 0};
        auto text = area;
        if (number == 1) text.top = area.first_top, text.bottom = area.first_bottom;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            const auto& box = boxes[i];
            const auto& words = box.run->text;
            if (box.size < kSmallest - 1e-6) faults.push_back({Fault::Kind::small, number, words});
            if (!inside(box.at, sheet)) {
                faults.push_back({Fault::Kind::outside, number, words + " | page"});
            } else if (!box.furniture && !inside(box.at, text)) {
                faults.push_back({Fault::Kind::outside, number, words + " | text area"});
            } else if (box.chart &&
                       !inside(box.at, {box.chart->x, box.chart->y, box.chart->right(), box.chart->bottom(), 0, 0})) {
                faults.push_back({Fault::Kind::outside, number, words + " | chart"});
            }
            for (std::size_t j = 0; j < i; ++j) {
                if (overlap(box.at, boxes[j].at))
                    faults.push_back({Fault::Kind::overlap, number, boxes[j].run->text + " | " + words});
            }
        }
    }
    return faults;
}

}  // namespace precis::test
