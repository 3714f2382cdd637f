// Texts, findings, recommendations and things to watch.
#include <iterator>

#include "bind/parts/parts.h"
#include "bind/text/prose.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

/// The text to print: `otherwise` if the claim is false, `short` if wording is short; nullptr if the item is not shown.
const diag::Text* chosen_text(Context& context, const spec::TextItem& item) {
    if (!sees(context, item.conditions) || !stays(context, item.conditions, item.text.span)) return nullptr;
    if (!holds(context, item.claim) && item.claim.otherwise) return &*item.claim.otherwise;
    if (context.inputs.short_wording && item.short_text) return &*item.short_text;
    return &item.text;
}

}  // namespace

std::vector<doc::Block> bind_texts(Context& context, const std::vector<spec::TextItem>& texts) {
    struct Chosen {
        diag::Text text;
        const spec::TextItem* item;
    };
    // A footnote may be defined in a later item than its mark.
    Notes notes;
    std::vector<Chosen> chosen;
    for (const auto& item : texts) {
        if (const auto* text = chosen_text(context, item)) chosen.push_back({take_notes(*text, notes), &item});
    }
    std::vector<doc::Block> blocks;
    for (const auto& [text, item] : chosen) {
        const Because because(context, item->conditions.because);
        auto bound = bind_body(context, text, notes);
        std::move(bound.begin(), bound.end(), std::back_inserter(blocks));
    }
    return blocks;
}

std::vector<doc::Item> bind_items(Context& context, const std::vector<spec::TextItem>& items) {
    std::vector<doc::Item> out;
    for (const auto& item : items) {
        const auto* text = chosen_text(context, item);
        if (text == nullptr) continue;
        const Because because(context, item.conditions.because);
        const auto before = context.diagnostics.size();
        doc::Item bound;
        const UnderClaim under_claim(context, item.claim);
        bound.text = bind_line(context, *text, kProse);
        if (prints_nothing(bound.text)) {  // nothing is left of it; a faulty text is reported already
            if (!text->empty() && context.diagnostics.size() == before)
                report(context, diag::error(diag::code::empty_value, text->span, "this text prints nothing",
                                            "write its words, or bind a value that has some"));
            continue;
        }
        if (item.key_figure) bound.figure = bind_large_figure(context, *item.key_figure, bound.text);
        if (item.to) bound.to = bind_plain(context, *item.to);
        if (item.by) bound.by = context.inputs.locale.date(item.by->text);
        bound.span = text->span;
        out.push_back(std::move(bound));
    }
    return out;
}

}  // namespace precis::bind
