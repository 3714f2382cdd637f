// text/setter.cpp: runs the steps: gather and measure, plan the breaks, place the lines.
#include "text/setter.h"

#include <algorithm>

#include "text/kept_lines.h"
#include "text/measured.h"
#include "text/place.h"
#include "text/plan.h"

namespace precis::text {
namespace {

const std::string kLabelLanguage = "en-GB";  // labels are not divided; it matters only for the shaping of some faces

}  // namespace

struct Setter::Impl {
    std::shared_ptr<Fonts> fonts;
    Shaper shaper;
    Measured measured;  // reused, so that its memory is allocated once
    Planner planner;
    bool mirrored = false;
    KeptLines* kept = nullptr;
    KeptLines::Table* table = nullptr;  // of `kept`, for these fonts

    bool measure(const std::vector<Run>& runs, const std::string& language, LineFeeds feeds, diag::Diagnostics& out) {
        measured.mirrored = mirrored;
        return text::measure(runs, language, feeds, fonts->impl(), shaper, measured, out);
    }

    const Lines* known(const Paragraph& paragraph, const Measure& widths) const {
        const auto* lines = table != nullptr ? table->find(paragraph, widths) : nullptr;
        if (lines == nullptr) return nullptr;
        // As if it were set now: the fonts know which faces a build has used.
        for (const auto& run : paragraph.runs) fonts->impl().face(run.face);
        return lines;
    }

    void keep(const Paragraph& paragraph, const Measure& widths, const Lines& lines, const diag::Diagnostics& found) {
        if (table == nullptr || !found.empty()) return;
        const auto is_fallback = [](const Look& look) { return look.own != nullptr; };
        if (std::none_of(measured.looks.begin(), measured.looks.end(), is_fallback))
            table->keep(paragraph, widths, lines);
    }
};

Setter::Setter(std::shared_ptr<Fonts> fonts, KeptLines* kept) : impl_(std::make_unique<Impl>()) {
    impl_->fonts = std::move(fonts);
    if (!impl_->fonts) return;
    impl_->shaper.use(impl_->fonts->impl().patterns);
    impl_->kept = kept;
    if (kept != nullptr) impl_->table = &kept->in(*impl_->fonts, false);
}
Setter::~Setter() = default;

void Setter::mirror() {
    impl_->mirrored = true;
    if (impl_->kept != nullptr) impl_->table = &impl_->kept->in(*impl_->fonts, true);
}

const Fonts& Setter::fonts() const {
    return *impl_->fonts;
}

diag::Result<Line> Setter::set_line(const Run& run) {
    return set_line(std::vector<Run>{run});
}

diag::Result<Line> Setter::set_line(const std::vector<Run>& runs) {
    diag::Diagnostics diagnostics;
    auto& m = impl_->measured;
    impl_->shaper.forget_if_large();
    if (!impl_->measure(runs, kLabelLanguage, LineFeeds::become_spaces, diagnostics)) return diagnostics;
    LinePlan plan;
    plan.last = static_cast<std::uint32_t>(m.clusters.size());
    plan.forced = true;
    return {place(m, plan), std::move(diagnostics)};
}

diag::Result<Lines> Setter::set(const Paragraph& paragraph, const Measure& widths) {
    if (const auto* known = impl_->known(paragraph, widths)) return Lines(*known);
    diag::Diagnostics diagnostics;
    auto& m = impl_->measured;
    impl_->shaper.forget_if_large();
    if (!impl_->measure(paragraph.runs, paragraph.language, LineFeeds::break_lines, diagnostics)) return diagnostics;
    Lines lines;
    if (m.text.empty()) return {std::move(lines), std::move(diagnostics)};
    const auto plans = impl_->planner.plan(m, paragraph, widths, impl_->shaper);
    lines.overfull = plans.overfull;
    lines.lines.reserve(plans.lines.size());
    for (const auto& plan : plans.lines) lines.lines.push_back(place(m, plan));
    impl_->keep(paragraph, widths, lines, diagnostics);
    return {std::move(lines), std::move(diagnostics)};
}

}  // namespace precis::text
