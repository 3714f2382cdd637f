// An entry of the list of sources.
#include "bind/numbering/numbering.h"
#include "bind/parts/parts.h"

namespace precis::bind {

bool on_slides(const Context& context) {
    return context.layout.medium == style::Medium::slides;
}

doc::Inlines source_text(Context& context, const data::SourceRecord& source, int cited_in) {
    const auto& locale = context.locale;
    doc::Inlines out;
    std::string who = source.publisher;
    if (who.empty()) {
        for (const auto& author : source.authors) who += (who.empty() ? "" : ", ") + author;
    }
    if (!who.empty()) out.emplace_back(plain(locale.raised(typographic(who, locale)) + ", "));
    auto title = plain(typographic(source.title, locale));
    title.emphasis = true;
    title.link = source.url;
    out.emplace_back(std::move(title));
    auto rest = ", " + (source.date.empty() ? locale.word("undated") : locale.date(source.date));
    const auto* via = context.values.model().source(source.via);
    if (via != nullptr) {
        const bool numbered =
            cited_in > 0 && (context.layout.citations == style::Layout::Citations::numbers ||
                             (context.layout.citations == style::Layout::Citations::footnotes && on_slides(context)));
        rest += ", " + locale.word("as-cited-in") + "\u00a0" +
                (numbered ? std::to_string(cited_in) : short_name(context, *via));
    }
    out.emplace_back(plain(rest + "."));
    return out;
}

}  // namespace precis::bind
