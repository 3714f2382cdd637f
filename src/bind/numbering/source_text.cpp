// Publisher or authors, title, date, and the source that cites it.
#include "bind/numbering/source_text.h"

#include "bind/text/prose.h"
#include "bind/text/source_line.h"
#include "bind/text/typography.h"

namespace precis::bind {

bool prints_numbers(const Context& context) {
    return context.inputs.layout.citations == style::Citations::numbers ||
           (context.inputs.layout.citations == style::Citations::footnotes && on_slides(context));
}

doc::Inlines source_text(Context& context, const data::SourceRecord& source, int cited_in) {
    const auto& locale = context.inputs.locale;
    doc::Inlines out;
    std::string publisher = locale.of_data(source.publisher);
    if (publisher.empty()) {
        for (const auto& author : source.authors) publisher += (publisher.empty() ? "" : ", ") + author;
    }
    if (!publisher.empty()) out.emplace_back(plain(locale.raised(typographic(publisher, locale)) + ", "));
    auto title = plain(typographic(locale.of_data(source.title), locale));
    title.emphasis = true;
    title.link = source.url;
    out.emplace_back(std::move(title));
    const auto age = age_note(context, source);
    out.emplace_back(plain(", "));
    auto date = plain(source.date.empty() ? locale.word("undated") : age.empty() ? locale.date(source.date) : age);
    date.bound = locale.right_to_left();  // it keeps its own direction behind a title of another script
    out.emplace_back(std::move(date));
    std::string rest;
    const auto* via = context.values.model().source(source.via);
    if (via != nullptr) {
        const bool numbered = cited_in > 0 && prints_numbers(context);
        rest += ", " + locale.word("as-cited-in") + "\u00a0" +
                (numbered ? std::to_string(cited_in) : short_name(context, *via));
    }
    out.emplace_back(plain(rest + "."));
    return out;
}

}  // namespace precis::bind
