// build/fit_pages.h: a target bound and composed, again on each rung of the layout's ladder, until it has no more
// pages than its output allows.
// Stage: (3) and (4), Prepared -> FIT PAGES -> doc::Document and scene::Document. Private to build.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bind/ledger.h"
#include "build/stages.h"
#include "doc/document.h"
#include "locale/locale.h"

namespace precis::build {

/// What to compose.
struct Wanted {
    const Prepared& prepared;
    const style::Layout& layout;
    const bind::Target& target;
    bool draft = false;              // too many pages are a warning
    bind::Ledger* ledger = nullptr;  // is told of the document that is kept in the end
    /// Adds to the bound document what depends on what it prints; empty: nothing.
    std::function<void(doc::Document&)> complete = {};
    bool paged = true;  // false: the document is bound, and that is all
    Kept* kept = nullptr;
};

/// A document in pages, with the diagnostics of the rung that was kept.
struct Composed {
    std::optional<doc::Document> document;
    std::optional<scene::Document> pages;
    diag::Diagnostics diagnostics;
    std::vector<std::string> steps;
    std::size_t count() const { return pages ? pages->pages.size() : 0; }
};

/// Without locale or fonts the document is bound but not composed, so that its faults are still reported. `before`:
/// diagnostics so far; after an error, some blocks may be missing, so warnings about the pages are dropped and no rung
/// is climbed.
/// Errors: pages_exceeded; those of bind::bind and layout::compose.
/// Warnings: pages_too_few; front_too_long, after the ladder was tried for it, too.
/// Cost: the document is bound and composed once more for each rung climbed.
[[nodiscard]] Composed set_in_pages(const Wanted& wanted, const locale::Locale* locale,
                                    const std::shared_ptr<text::Fonts>& fonts, const spec::Output* output,
                                    const diag::Diagnostics& before);

}  // namespace precis::build
