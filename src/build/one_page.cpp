// Sets the first target and paints one of its pages.
#include "build/one_page.h"

#include <fmt/format.h>

#include "base/phrases.h"
#include "build/codes.h"
#include "paint/paint.h"

namespace precis::build {

diag::Result<PagePicture> render_page(const Prepared& prepared, const PageRequest& request, const Setting& setting) {
    diag::Diagnostics diagnostics;
    if (prepared.targets.empty()) return diagnostics;
    const auto& target = prepared.targets.front();
    const auto set = set_target(prepared, target, setting).take(diagnostics);
    if (!set || diag::has_errors(diagnostics)) return diagnostics;
    const auto& pages = set->pages.pages;
    if (request.page < 1 || request.page > pages.size()) {
        const auto name = bind::name_of(target);
        diagnostics.push_back(diag::error(
            code::page_not_there, prepared.briefing.title.span,
            fmt::format("{} has {}, so there is no page {}", name.empty() ? "the output" : base::quoted(name),
                        base::counted(pages.size(), "page"), request.page),
            fmt::format("ask for a page from 1 to {}", pages.size())));
        return diagnostics;
    }
    const auto& page = pages[request.page - 1];
    auto png = paint::png(page, *set->fonts, request.dpi).take(diagnostics);
    if (!png) return diagnostics;
    return {PagePicture{std::move(*png), page.label, pages.size(), target.output, target.audience, target.language},
            std::move(diagnostics)};
}

}  // namespace precis::build
