// Lines are counted by their baselines; names come from the page's anchors and the outline.
#include "build/surplus_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/phrases.h"
#include "scene/marks.h"

namespace precis::build {
namespace {

constexpr std::size_t kMostPages = 4, kMostNames = 8;

/// The baselines of text that is in no figure and no table. Columns side by side count for themselves.
class Lines : public scene::Visitor {
  public:
    void open_mark(const scene::Mark& mark) override {
        if (inside_exhibit_ > 0 || mark.role == scene::Role::figure || mark.role == scene::Role::table)
            ++inside_exhibit_;
    }
    void close_mark(const scene::Mark&) override {
        if (inside_exhibit_ > 0) --inside_exhibit_;
    }
    void open_leaf(const scene::Mark* owner) override { is_text_ = owner != nullptr && inside_exhibit_ == 0; }
    void draw(const scene::GlyphRun& run) override {
        if (!is_text_ || run.glyphs.empty()) return;
        // Runs of one line follow each other: a new line begins where the baseline moves by more than a raised sign.
        const double y = run.origin.y;
        if (count_ == 0 || std::abs(y - last_) > run.size * 0.7) {
            ++count_;
            last_ = y;
        }
    }
    // Nothing else is a line of text.
    void open_group(const scene::Group&) override {}
    void close_group(const scene::Group&) override {}
    void draw(const scene::Path&) override {}
    void draw(const scene::Image&) override {}
    void draw_as_one(const scene::Group&) override {}
    void link(const scene::Link&, const scene::Mark*) override {}
    std::size_t count() const { return count_; }

  private:
    int inside_exhibit_ = 0;
    bool is_text_ = false;
    double last_ = 0;
    std::size_t count_ = 0;
};

/// Titles of sections and parts, ids of exhibits, and the list of sources.
std::vector<std::string> names_on(const scene::Page& page, const scene::Document& document) {
    std::vector<std::string> names;
    bool sources = false;
    for (const auto& anchor : page.anchors) {
        const auto entry = std::find_if(document.outline.begin(), document.outline.end(),
                                        [&](const auto& candidate) { return candidate.anchor == anchor.name; });
        if (anchor.name.starts_with("fig:") || anchor.name.starts_with("tab:")) {
            names.push_back(anchor.name);
        } else if (anchor.name.starts_with("source-")) {
            sources = true;
        } else if (entry != document.outline.end()) {
            names.push_back(base::quoted(entry->title));
        }
    }
    if (names.size() > kMostNames) {
        const auto more = names.size() - kMostNames;
        names.resize(kMostNames);
        names.push_back(fmt::format("{} more", more));
    }
    if (sources) names.emplace_back("the sources");
    return names;
}

}  // namespace

Surplus surplus_of(const scene::Document& document, std::size_t most) {
    Surplus surplus;
    for (auto i = most; i < document.pages.size(); ++i) {
        const auto& page = document.pages[i];
        if (page.slide) {
            if (surplus.pages.size() < kMostPages)
                surplus.pages.push_back(fmt::format("slide {}: {}", i + 1, base::quoted(page.slide->title)));
            continue;
        }
        Lines lines;
        scene::walk(page.items, lines);
        surplus.lines += lines.count();
        if (surplus.pages.size() == kMostPages) continue;
        auto words = fmt::format("page {}: {}", i + 1, base::counted(lines.count(), "line"));
        if (const auto names = names_on(page, document); !names.empty()) words += ", with " + base::enumerated(names);
        surplus.pages.push_back(std::move(words));
    }
    return surplus;
}

}  // namespace precis::build
