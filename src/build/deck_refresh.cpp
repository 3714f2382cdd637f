// The record says what to build; the briefing says how.
#include "build/deck_refresh.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/phrases.h"
#include "bind/bind.h"
#include "build/codes.h"
#include "paint/paint.h"

namespace precis::build {
namespace {

std::string made_for(const deck::Record& record) {
    auto words = fmt::format("the output “{}”", record.output);
    if (!record.audience.empty()) words += fmt::format(" for “{}”", record.audience);
    return words + fmt::format(" in “{}”", record.language);
}

diag::Diagnostic of_another(const deck::Record& record, const diag::Span& where, std::string asked,
                            std::string remedy) {
    return diag::error(code::deck_of_another, where,
                       fmt::format("the deck was made for {}, {}", made_for(record), asked), std::move(remedy));
}

}  // namespace

diag::Result<deck::Refreshed> refresh_deck(const std::filesystem::path& deck, const BriefingRequest& request,
                                           const Setting& setting) {
    diag::Diagnostics diagnostics;
    const auto record = deck::record_of(deck).take(diagnostics);
    if (!record) return diagnostics;
    const auto other = [](const std::vector<std::string>& asked, const std::string& recorded) {
        return !asked.empty() && std::find(asked.begin(), asked.end(), recorded) == asked.end();
    };
    if (other(request.outputs, record->output))
        return of_another(*record, {}, fmt::format("not for “{}”", base::joined(request.outputs, "”, “")),
                          "leave --output out, or build a deck of that output");
    if (other(request.audiences, record->audience))
        return of_another(*record, {}, fmt::format("not for “{}”", base::joined(request.audiences, "”, “")),
                          "leave --audience out, or build a deck for that audience: an edited one may hold what it "
                          "must not see");
    auto all = request;
    all.outputs.clear(), all.audiences.clear();
    auto prepared = open_briefing(all, setting).take(diagnostics);
    if (!prepared || diag::has_errors(diagnostics)) return diagnostics;
    const auto target = std::find_if(prepared->targets.begin(), prepared->targets.end(), [&](const auto& one) {
        if (one.output != record->output || one.audience != record->audience) return false;
        const auto locale = bind::locale_of(one);
        return locale && locale->tag() == record->language;
    });
    if (target == prepared->targets.end())
        return of_another(*record, prepared->briefing.title.span, "which this briefing does not make",
                          "name the briefing that the deck was built from, or give it that output again");
    auto of_slides = setting;
    of_slides.formats = {"pptx"};
    const auto pages = set_target(*prepared, *target, of_slides).take(diagnostics);
    if (!pages || diag::has_errors(diagnostics)) return diagnostics;
    const auto fresh = paint::pptx(pages->pages, pages->deck_template.get()).take(diagnostics);
    if (!fresh || diag::has_errors(diagnostics)) return diagnostics;
    auto refreshed = deck::refreshed(deck, *fresh).take(diagnostics);
    if (!refreshed) return diagnostics;
    return {std::move(*refreshed), std::move(diagnostics)};
}

}  // namespace precis::build
