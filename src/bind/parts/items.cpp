// Texts, findings, recommendations and things to watch.
#include "bind/parts/parts.h"

namespace precis::bind {

const diag::Text* chosen_text(Context& context, const spec::TextItem& item) {
    if (!sees(context, item.conditions) || !stays(context, item.conditions, item.text.span)) return nullptr;
    if (!holds(context, item.claim) && item.claim.otherwise) return &*item.claim.otherwise;
    if (context.short_wording && item.short_text) return &*item.short_text;
    return &item.text;
}

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
    for (const auto& one : chosen) {
        const Because because(context, one.item->conditions.because);
        auto more = bind_body(context, one.text, notes);
        std::move(more.begin(), more.end(), std::back_inserter(blocks));
    }
    return blocks;
}

std::vector<doc::Item> bind_items(Context& context, const std::vector<spec::TextItem>& items) {
    std::vector<doc::Item> out;
    for (const auto& item : items) {
        const auto* text = chosen_text(context, item);
        if (text == nullptr) continue;
        const Because because(context, item.conditions.because);
        doc::Item made;
        made.text = bind_line(context, *text, kProse);
        if (item.to) made.to = bind_plain(context, *item.to);
        if (item.by) made.by = context.locale.date(item.by->text);
        made.span = text->span;
        out.push_back(std::move(made));
    }
    return out;
}

}  // namespace precis::bind
