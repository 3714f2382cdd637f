// An entry of the list of sources, and what its age says.
#include "bind/age.h"
#include "bind/parts.h"

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

void check_age(Context& context, const data::SourceRecord& source) {
    if (!source.because.empty()) return;
    const auto today = locale::parse_period(context.target.date);
    const auto dated = locale::parse_period(source.date);
    if (!today || !dated) return;
    if (is_stale(source, context.target.date)) {
        warn(context, diag::warning(diag::Code::source_stale, source.span,
                                    "the source “" + source.id + "” is of " + source.date + " and stays fresh for " +
                                        source.max_age + ", which have passed on " + context.target.date,
                                    "look for a newer one, or say why it still holds in its `because:`"));
    }
    if (dated->begin >= today->end) {
        warn(context, diag::warning(diag::Code::newer_than_briefing, source.span,
                                    "the source “" + source.id + "” is of " + source.date +
                                        ", later than the briefing (" + context.target.date + ")",
                                    "correct one of the dates"));
    }
}

}  // namespace precis::bind
