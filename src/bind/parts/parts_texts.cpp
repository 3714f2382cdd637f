// Texts, findings, recommendations and things to watch.
#include <algorithm>
#include <iterator>

#include "bind/parts/parts.h"
#include "bind/text/codes.h"
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

/// The name of the first value in a condition: `value('NAME') > 5`.
std::string first_value(std::string_view condition) {
    constexpr std::string_view kCall = "value(";
    auto at = condition.find(kCall);
    if (at == std::string_view::npos) return {};
    at = condition.find_first_of("'\"", at + kCall.size());
    if (at == std::string_view::npos) return {};
    const auto end = condition.find(condition[at], at + 1);
    return end == std::string_view::npos ? std::string() : std::string(condition.substr(at + 1, end - at - 1));
}

/// The names in the `{{ NAME | format }}` of a text, in their order.
std::vector<std::string> bindings_of(std::string_view text) {
    constexpr std::string_view kBlank = " \t\n";
    std::vector<std::string> names;
    for (auto open = text.find("{{"); open != std::string_view::npos; open = text.find("{{", open + 2)) {
        const auto begin = text.find_first_not_of(kBlank, open + 2);
        const auto end = text.find_first_of("|}", open + 2);
        if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) continue;
        auto name = text.substr(begin, end - begin);
        name = name.substr(0, name.find_last_not_of(kBlank) + 1);
        names.emplace_back(name);
    }
    return names;
}

/// Which of the bound words of a finding its claim is about: the first value that the claim names.
std::optional<std::size_t> subject_of(const diag::Text& text, const spec::Claim& claim, const doc::Inlines& bound) {
    if (claim.conditions.empty()) return std::nullopt;
    const auto names = bindings_of(text.text);
    const auto words = std::count_if(bound.begin(), bound.end(), [](const auto& part) {
        const auto* w = std::get_if<doc::Words>(&part);
        return w != nullptr && w->bound;
    });
    if (static_cast<std::size_t>(words) != names.size()) return std::nullopt;
    const auto at = std::find(names.begin(), names.end(), first_value(claim.conditions.front().text));
    return at == names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - names.begin()));
}

/// True if one of the wordings of these texts marks the footnote: `[^name]` without a colon.
bool is_marked(const std::vector<spec::TextItem>& texts, const std::string& name) {
    const auto mark = "[^" + name + "]";
    const auto in = [&](const diag::Text& text) {
        for (auto at = text.text.find(mark); at != std::string::npos; at = text.text.find(mark, at + 1)) {
            if (at + mark.size() >= text.text.size() || text.text[at + mark.size()] != ':') return true;
        }
        return false;
    };
    return std::any_of(texts.begin(), texts.end(), [&](const spec::TextItem& item) {
        return in(item.text) || (item.short_text && in(*item.short_text)) ||
               (item.claim.otherwise && in(*item.claim.otherwise));
    });
}

/// Warns of footnotes that no wording marks, for whatever readers.
void check_notes(Context& context, const std::vector<spec::TextItem>& texts, const Notes& notes) {
    for (const auto& note : notes.entries) {
        if (note.index >= 0 || is_marked(texts, note.name.text)) continue;
        report(context, diag::warning(code::footnote_unused, note.name.span,
                                      "nothing refers to the footnote “" + note.name.text + "”, so it is not printed",
                                      "write [^" + note.name.text + "] where it belongs, or delete the footnote"));
    }
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
    check_notes(context, texts, notes);
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
        const bool claimed = !item.claim.otherwise || text != &*item.claim.otherwise;
        if (claimed) bound.subject = subject_of(*text, item.claim, bound.text);
        if (item.to) bound.to = bind_plain(context, *item.to);
        if (item.by) bound.by = context.inputs.locale.date(item.by->text), bound.by_iso = item.by->text;
        bound.span = text->span;
        bound.progress = item.progress;
        out.push_back(std::move(bound));
    }
    return out;
}

}  // namespace precis::bind
