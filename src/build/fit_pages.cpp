#include "build/fit_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/phrases.h"
#include "build/codes.h"
#include "build/kept.h"
#include "build/ladder.h"
#include "build/surplus_pages.h"
#include "layout/compose.h"
#include "text/setter.h"

namespace precis::build {
namespace {

std::optional<doc::Document> bound(const Wanted& wanted, const Ladder& ladder, diag::Diagnostics& diagnostics) {
    const auto& p = wanted.prepared;
    if (wanted.ledger != nullptr) *wanted.ledger = {};
    auto document = bind::bind(p.briefing, p.project, *p.database, ladder.layout(), ladder.target(), wanted.ledger)
                        .take(diagnostics);
    if (document && wanted.complete) wanted.complete(*document);
    return document;
}

void compose(Composed& composed, const style::Layout& layout, const locale::Locale& locale,
             const std::shared_ptr<text::Fonts>& fonts, Kept* kept, bool sound) {
    text::Setter setter(fonts, kept != nullptr ? &kept->lines : nullptr);
    sound = sound && !diag::has_errors(composed.diagnostics);
    diag::Diagnostics composing;
    composed.pages = layout::compose(*composed.document, layout, locale, setter).take(composing);
    // Blocks with faults are missing from these pages, so warnings about the pages would be wrong.
    if (!sound) std::erase_if(composing, [](const auto& d) { return d.severity == diag::Severity::warning; });
    diag::append(composed.diagnostics, std::move(composing));
}

std::string page_words(std::size_t pages) {
    return fmt::format("{} page{}", pages, pages == 1 ? "" : "s");
}

diag::Diagnostic pages_exceeded(const Composed& composed, const spec::Output& output, std::size_t most,
                                const diag::Span& span) {
    const auto surplus = surplus_of(*composed.pages, most);
    auto fault = diag::error(
        code::pages_exceeded, span,
        fmt::format("“{}” takes {}, at most {} allowed{}", output.name.text, page_words(composed.count()),
                    most == 1 ? "1 is" : fmt::format("{} are", most),
                    surplus.lines > 0 ? fmt::format("; {} too many", base::counted(surplus.lines, "line")) : ""),
        "cut text, give blocks an `optional:` level or a `short:` wording, or allow more pages; `precis build --draft` "
        "writes the pages as they are");
    for (const auto& page : surplus.pages) fault.notes.push_back({page, {}});
    if (!composed.steps.empty())
        fault.notes.push_back({fmt::format("tried in vain: {}", fmt::join(composed.steps, ", ")), {}});
    return fault;
}

void check_pages(Composed& composed, const spec::Output& output, bool draft) {
    const auto span = output.pages_span ? output.pages_span : output.span;
    const auto most = static_cast<std::size_t>(output.pages_max.value_or(0));
    const auto least = static_cast<std::size_t>(output.pages_min.value_or(0));
    if (most > 0 && composed.count() > most) {
        auto fault = pages_exceeded(composed, output, most, span);
        if (draft) fault.severity = diag::Severity::warning;
        composed.diagnostics.push_back(std::move(fault));
    } else if (composed.count() < least) {
        composed.diagnostics.push_back(
            diag::warning(code::pages_too_few, span,
                          fmt::format("“{}” takes {}, at least {} wanted", output.name.text,
                                      page_words(composed.count()), least == 1 ? "1 is" : fmt::format("{} are", least)),
                          "add what the reader still needs, or ask for fewer pages"));
    }
}

/// The pages before the first part that begins a page of its own; 0 if no such part is shown.
std::size_t front_of(const Composed& composed, const style::Layout& layout) {
    if (!composed.pages || !composed.document) return 0;
    const auto& pages = composed.pages->pages;
    const auto& sections = composed.document->sections;
    for (const auto& rule : layout.parts) {
        if (!rule.break_before) continue;
        const bool by_section = rule.part == style::Part::sections && !sections.empty();
        const auto name = "part-" + std::string(vocabulary::name_of(rule.part));
        const auto at = std::find_if(pages.begin(), pages.end(), [&](const scene::Page& page) {
            return std::any_of(page.anchors.begin(), page.anchors.end(), [&](const scene::Anchor& anchor) {
                return anchor.name == name || (by_section && anchor.name == sections.front().id);
            });
        });
        if (at != pages.end() && at != pages.begin()) return static_cast<std::size_t>(at - pages.begin());
    }
    return 0;
}

bool is_front_too_long(const Composed& composed, const style::Layout& layout) {
    const auto most = static_cast<std::size_t>(layout.limits.front_pages);
    return most > 0 && front_of(composed, layout) > most;
}

void report_front(Composed& composed, const style::Layout& layout, const std::vector<std::string>& tried) {
    auto fault = diag::warning(
        code::front_too_long, composed.document->span,
        fmt::format("the parts before the first page break take {}; the layout allows {}",
                    page_words(front_of(composed, layout)), layout.limits.front_pages),
        "shorten the title, the summary or the first items, or raise “limits: {front-pages: …}” in the layout");
    if (!tried.empty()) fault.notes.push_back({fmt::format("tried in vain: {}", fmt::join(tried, ", ")), {}});
    composed.diagnostics.push_back(std::move(fault));
}

}  // namespace

Composed set_in_pages(const Wanted& wanted, const locale::Locale* locale, const std::shared_ptr<text::Fonts>& fonts,
                      const spec::Output* output, const diag::Diagnostics& before) {
    Ladder ladder(wanted.layout, wanted.target);
    const bool sound = !diag::has_errors(before);
    Composed composed;
    composed.document = bound(wanted, ladder, composed.diagnostics);
    if (!composed.document || !fonts || !locale || !wanted.paged) return composed;
    compose(composed, ladder.layout(), *locale, fonts, wanted.kept, sound);
    if (!output || !sound || diag::has_errors(composed.diagnostics)) return composed;
    const auto most = static_cast<std::size_t>(output->pages_max.value_or(0));
    const auto exceeds = [&] { return most > 0 && composed.count() > most; };
    const auto& l = wanted.layout;
    std::optional<Composed> loose;  // before the ladder was climbed for the front alone
    while (exceeds() || is_front_too_long(composed, l)) {
        if (!ladder.climb()) break;
        Composed next;
        next.document = bound(wanted, ladder, next.diagnostics);
        if (!next.document) break;
        const bool same_words = *next.document == *composed.document;
        if (same_words && !ladder.changes_look()) continue;  // no text has a short wording, no block this level
        compose(next, ladder.layout(), *locale, fonts, wanted.kept, sound);
        ladder.keep();
        if (!loose && !exceeds()) loose = std::move(composed);
        composed = std::move(next);
        if (diag::has_errors(composed.diagnostics)) break;
    }
    composed.steps = ladder.steps();
    if (is_front_too_long(composed, l)) {
        // What was in vain is undone.
        const auto tried = ladder.steps();
        if (loose) composed = std::move(*loose);
        report_front(composed, l, tried);
    }
    if (!diag::has_errors(composed.diagnostics)) check_pages(composed, *output, wanted.draft);
    return composed;
}

}  // namespace precis::build
