// build/fit_pages.h: a document bound and composed, again on each rung of the ladder until its pages are as few as the
// output allows.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bind/ledger.h"
#include "build/stages.h"
#include "doc/document.h"
#include "locale/locale.h"

namespace precis::build {

struct Wanted {
    const Prepared& prepared;
    const style::Layout& layout;
    const bind::Target& target;
    bind::Ledger* ledger = nullptr;  // of the document that stands in the end
};

/// A document composed, and what was found on the way.
struct Composed {
    std::optional<doc::Document> document;
    std::optional<scene::Document> pages;
    diag::Diagnostics found;
    std::vector<std::string> steps;
    std::size_t count() const { return pages ? pages->pages.size() : 0; }
};

/// Without locale or fonts the document is bound and not composed. `before`: found so far; after an error, pages say
/// nothing of how the whole document fits.
[[nodiscard]] Composed set_in_pages(const Wanted& wanted, const locale::Locale* locale,
                                    const std::shared_ptr<text::Fonts>& fonts, const spec::Output* output,
                                    const diag::Diagnostics& before);

}  // namespace precis::build
