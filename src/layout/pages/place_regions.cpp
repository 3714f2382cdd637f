// The plans of choose_pages.h are carried out: pieces go onto their pages, charts in the heights that they have there.
#include "layout/pages/place_regions.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "layout/blocks/exhibits.h"
#include "layout/pages/choose_pages.h"
#include "layout/pages/lonely.h"
#include "layout/pages/place_flow.h"
#include "layout/pages/spanning.h"

namespace precis::layout {
namespace {

constexpr double kAboveFlow = 21;  // points; one and a half steps of the grid
constexpr double kBelowHead = 14;  // the same below a chapter's heading
constexpr double kLeastLines = 5;  // a flow with room for fewer begins on the next page
constexpr double kFirstLines = 4;  // of a region, its heading among them, in steps of the grid
constexpr double kRule = 1.25;     // over a pair's text, level with its exhibit's

class RegionPlacer {
  public:
    RegionPlacer(Cursor& at, SideColumn& sides, Band& band) : at_(at), sides_(sides), band_(band), flow_(band.flow) {}

    void run(bool closes) {
        at_.y += band_.rows.empty() ? at_.gap(std::max(band_.before, kAboveFlow)) : kBelowHead;
        at_.y = at_.snapped(at_.y);
        if (at_.bottom() - at_.y < kLeastLines * at_.step()) at_.next_page();
        FlowRoom room;
        room.from = at_.y - at_.top();
        room.first_bottom = at_.bottom() - at_.top();
        room.height = text_bottom(at_.s.layout) - text_top(at_.s.layout);
        room.step = std::max(at_.step(), 1.0);
        room.columns = band_.strip.column_x.size();
        room.closes = closes;
        const auto plans = plans_that_hold(room);
        if (plans.empty()) return place_flow(at_, sides_, band_);  // no way was found: nothing is lost for it
        bool labelled = false;
        for (std::size_t i = 0; i < plans.size(); ++i) {
            const auto& plan = plans[i];
            if (i > 0 && !plan.goes_on) at_.next_page();
            sides_.begin();
            if (!labelled && !plan.placed.empty() && !band_.label.items.empty()) {
                sides_.put(band_, band_.label, at_.y);
                labelled = true;
            }
            sides_.place_waiting(band_);
            place(plan);
        }
        at_.space = at_.step();
        sides_.finish(band_);
    }

  private:
    // Pages in which no chart is lower than it can be: each that is lowered is drawn, and where one fails, the pages
    // are chosen again. A chart fails once or twice at most.
    std::vector<PagePlan> plans_that_hold(const FlowRoom& room) {
        while (true) {
            auto regions = regions_of(flow_, room.columns);
            auto plans = choose_pages(flow_, regions, room,
                                      [&](const std::vector<int>& notes) { return at_.notes.more(notes); });
            regions_ = std::move(regions);
            bool hold = true;
            for (const auto& plan : plans) {
                for (const auto& placed : plan.placed) hold = holds(placed) && hold;
            }
            if (hold) return plans;
        }
    }

    bool holds(const PlacedRegion& placed) const {
        bool hold = true;
        const auto check = [&](std::size_t index, double height, bool wide) {
            const auto& piece = flow_[index];
            if (!piece.elastic || height >= piece.height) return;
            hold = can_have(at_.s, piece, height, wide ? band_.strip.width : piece.elastic->width) && hold;
        };
        for (const auto& spot : placed.filled.spots) check(spot.piece, spot.height, spot.wide);
        const auto& region = regions_[placed.region];
        if (placed.how == How::group && region.end - region.first == 1) check(region.first, placed.height, false);
        return hold;
    }

    void place(const PagePlan& plan) {
        at_.notes.add(notes_of(flow_, regions_, plan));
        const double from = at_.top();
        for (const auto& placed : plan.placed) {
            const auto& region = regions_[placed.region];
            const double y = from + placed.y;
            switch (placed.how) {
                case How::columns:
                    put_columns(region, placed, y);
                    break;
                case How::group:
                    put_group(region, placed, y);
                    break;
                case How::broken:
                    at_.y = placed.y > kSlack ? y - flow_[region.first].before : y;  // which put_broken adds
                    put_broken(at_, flow_, region.first, region.end, band_.strip.x);
                    report(region.first, region.end);
                    return;
                case How::turned:
                    put_turned(at_, flow_, region.first, region.end);
                    return;
            }
        }
        at_.y = from + plan.end;
    }

    // The faults of charts that are placed as they were drawn at first.
    void report(std::size_t first, std::size_t end) {
        for (auto i = first; i < end; ++i) {
            if (flow_[i].elastic) diag::append(at_.s.out, diag::Diagnostics(flow_[i].elastic->faults));
        }
    }

    void put_piece(std::size_t index, double height, double x, double y, bool wide = false) {
        auto& piece = flow_[index];
        if (piece.elastic) {
            const bool as_drawn = piece.items.empty() || (height == piece.height && !wide);
            const double width = wide ? band_.strip.width : piece.elastic->width;
            if (as_drawn || !draw_again(at_.s, piece, height, width)) report(index, index + 1);
        }
        at_.pages.take(piece, x, y);
    }

    void put_group(const Region& region, const PlacedRegion& placed, double y) {
        for (auto i = region.first; i < region.end; ++i) {
            if (i > region.first) y += flow_[i].before;
            const bool alone = region.end - region.first == 1;
            put_piece(i, alone ? placed.height : flow_[i].height, band_.strip.x, y);
            y += flow_[i].height;
        }
    }

    double column_x(const Region& region, std::size_t column) const {
        return region.paired ? band_.pair.column_x[column] : band_.strip.column_x[column];
    }

    void put_columns(const Region& region, const PlacedRegion& placed, double y) {
        std::vector<std::pair<const SideNote*, double>> beside;
        if (region.paired && !placed.filled.spots.empty() && !flow_[placed.filled.spots.front().piece].floats) {
            at_.pages.add_ground(
                rule(band_.pair.column_x[0], y + kRule / 2, band_.pair.width, kRule, at_.s.layout.color("foreground")));
        }
        check_columns(placed.filled);
        for (const auto& spot : placed.filled.spots) {
            const double x = column_x(region, spot.column);
            auto& piece = flow_[spot.piece];
            const double top = y + spot.y;
            if (spot.continued && piece.continued) {
                double head_y = y;
                for (const auto& head : *piece.continued) {
                    at_.pages.put(head, x, head_y);
                    head_y += head.height;
                }
            }
            put_piece(spot.piece, spot.height, spot.wide ? band_.strip.x : x, top, spot.wide);
            // What stands beside a section's first lines shares the region's top.
            const bool first = spot.column == 0 && spot.y <= kFirstLines * at_.step();
            for (const auto& note : piece.sides) beside.emplace_back(&note, first ? y : top);
        }
        for (const auto& [note, at] : beside) {
            sides_.add(*note);
            sides_.place_waiting(band_, at);
        }
    }

    void check_columns(const FilledRegion& filled) {
        std::vector<std::vector<std::size_t>> columns(filled.ends.size());
        for (const auto& spot : filled.spots) {
            if (!flow_[spot.piece].floats) columns[spot.column].push_back(spot.piece);
        }
        for (const auto& column : columns) report_lonely(at_.s, flow_, column);
    }

    Cursor& at_;
    SideColumn& sides_;
    Band& band_;
    Pieces& flow_;
    std::vector<Region> regions_;
};

}  // namespace

void place_regions(Cursor& at, SideColumn& sides, Band& band, bool closes) {
    RegionPlacer(at, sides, band).run(closes);
}

}  // namespace precis::layout
