// The order of a bind: what is seen, then every part, then the numbers of exhibits, footnotes and sources.
#include "bind/bind.h"

#include <algorithm>

#include "base/nearest.h"
#include "bind/checks/heading_levels.h"
#include "bind/checks/permission.h"
#include "bind/ledger.h"
#include "bind/numbering/numbering.h"
#include "bind/parts/parts.h"
#include "bind/values/audience.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

class Binder {
  public:
    Binder(Context& context) : context_(context), parts_(shown_parts(context.layout, context.audience)) {}

    doc::Document run() {
        context_.anchors = collect_anchors(context_);
        masthead();
        const auto& b = context_.briefing;
        auto& d = document_;
        part("summary", [&] { d.summary = bind_texts(context_, b.summary); });
        part("foreword", [&] { d.foreword = bind_texts(context_, b.foreword); });
        part("key-figures", [&] { d.key_figures = limited("key-figures", bind_key_figures(context_, b.key_figures)); });
        part("findings", [&] { d.findings = limited("findings", bind_items(context_, b.findings)); });
        part("recommendations",
             [&] { d.recommendations = limited("recommendations", bind_items(context_, b.recommendations)); });
        part("sections", [&] { d.sections = bind_sections(context_, b.sections, 1); });
        part("watch", [&] { d.watch = limited("watch", bind_items(context_, b.watch)); });
        part("appendix", [&] { d.appendix = bind_sections(context_, b.appendix, 1); });
        part("method", [&] { d.method = bind_texts(context_, b.method); });
        part("disclosure", [&] { disclosure(); });
        part("related", [&] { d.related = bind_items(context_, b.related); });
        part("about", [&] { d.about = bind_texts(context_, b.about); });
        lead();
        for (const auto& [name, title] : b.headlines) d.headlines[name.text] = bind_line(context_, title, kTitle);
        for (const auto& [name, said] : b.takeaways) d.takeaways[name.text] = bind_line(context_, said, kProse);
        if (contains(parts_, "exhibits")) exhibits();
        number_document(context_, d, parts_);
        check_named(context_, d);
        for (const auto& use : context_.uses) {
            if (!contains(d.facts, use.fact)) d.facts.push_back(use.fact);
        }
        d.accepted = std::move(context_.accepted);
        check_heading_levels(d, context_.found);
        return std::move(document_);
    }

  private:
    /// A part that the layout does not show is bound for its faults all the same.
    template <class Bind>
    void part(const std::string& name, Bind bind) {
        if (context_.audience != nullptr) {
            const auto& out = context_.audience->exclude;
            if (std::any_of(out.begin(), out.end(), [&](const auto& one) { return one.text == name; })) return;
        }
        context_.dropping = contains(parts_, name);
        context_.counting = context_.dropping || (name == "sections" && contains(parts_, "exhibits"));
        bind();
        context_.counting = context_.dropping = true;
    }

    /// No more than the layout shows, so that sources of the rest are not listed.
    template <class T>
    std::vector<T> limited(const std::string& name, std::vector<T> list) const {
        for (const auto& rule : context_.layout.parts) {
            if (rule.part == name && rule.max > 0 && list.size() > static_cast<std::size_t>(rule.max)) {
                list.erase(list.begin() + rule.max, list.end());
            }
        }
        return list;
    }

    std::string words(const std::optional<diag::Text>& text) {
        return text ? bind_plain(context_, *text) : std::string();
    }

    void masthead() {
        const auto& b = context_.briefing;
        auto& d = document_;
        const bool claimed = holds(context_, b.claim);
        d.title = bind_line(context_, claimed || !b.claim.otherwise ? b.title : *b.claim.otherwise, kTitle);
        if (b.subtitle) d.subtitle = bind_line(context_, *b.subtitle, kTitle);
        d.short_title = b.short_title ? words(b.short_title) : doc::plain_text(d.title);
        d.document_type = words(b.document_type);
        d.edition = words(b.edition);
        d.classification = words(b.classification);
        d.publisher = context_.layout.brand.publisher;
        d.date_iso = context_.target.date;
        d.date = context_.locale.date(context_.target.date);
        d.output = context_.target.output;
        d.language = context_.locale.tag();
        d.audience = context_.target.audience;
        if (context_.audience != nullptr) {
            d.audience_title = words(context_.audience->title);
            if (d.classification.empty()) d.classification = words(context_.audience->classification);
        }
        for (const auto& author : b.authors) d.authors.push_back(words(author));
        for (const auto& keyword : b.keywords) d.keywords.push_back(words(keyword));
        d.span = b.title.span;
    }

    void disclosure() {
        document_.disclosure = bind_texts(context_, context_.briefing.disclosure);
        const auto& house = context_.layout.brand.disclosure;
        if (!document_.disclosure.empty() || house.empty()) return;
        diag::Text text;
        text.text = house;
        Notes none;
        document_.disclosure = bind_body(context_, text, none);
    }

    /// The first of those named that this output shows.
    void lead() {
        std::vector<std::string> ids;
        for (const auto& anchor : context_.anchors) ids.push_back(anchor.id);
        for (const auto& wanted : context_.briefing.leads) {
            const auto at = std::find(ids.begin(), ids.end(), wanted.text);
            if (at == ids.end()) {
                const auto nearest = base::nearest(wanted.text, ids);
                context_.found.push_back(diag::error(
                    diag::code::unknown_reference, wanted.span, "no exhibit is called “" + wanted.text + "”",
                    nearest ? "did you mean “" + *nearest + "”?" : "name an exhibit's id"));
                continue;
            }
            const auto& anchor = context_.anchors[static_cast<std::size_t>(at - ids.begin())];
            if (document_.lead.empty() && anchor.visible && !anchor.dropped) document_.lead = wanted.text;
        }
    }

    static void gather(const std::vector<doc::Section>& sections, std::vector<doc::Exhibit>& out) {
        for (const auto& section : sections) {
            out.insert(out.end(), section.exhibits.begin(), section.exhibits.end());
            gather(section.sections, out);
        }
    }

    /// Those of any section that this audience sees; a lead that it does not see leaves its place to the first.
    void exhibits() {
        std::vector<doc::Exhibit> all;
        gather(document_.sections, all);
        gather(document_.appendix, all);
        std::stable_partition(all.begin(), all.end(), [&](const auto& one) { return one.id == document_.lead; });
        document_.exhibits = limited("exhibits", std::move(all));
    }

    Context& context_;
    std::vector<std::string> parts_;
    doc::Document document_;
};

}  // namespace

bool contains(const std::vector<std::string>& list, std::string_view one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

std::vector<std::string> shown_parts(const style::Layout& layout, const spec::Audience* audience) {
    std::vector<std::string> parts;
    for (const auto& rule : layout.parts) parts.push_back(rule.part);
    if (parts.empty()) {
        parts = {"title",    "summary", "key-figures", "findings", "recommendations",
                 "sections", "watch",   "appendix",    "method",   "disclosure"};
    }
    if (audience == nullptr) return parts;
    for (const auto& excluded : audience->exclude) std::erase(parts, excluded.text);
    return parts;
}

std::vector<std::string> shown_pieces(const style::Layout& layout) {
    if (!layout.section.empty() || !layout.parts.empty()) return layout.section;
    return {"title", "body", "asides", "exhibits"};
}

diag::Result<doc::Document> bind(const spec::Briefing& briefing, const spec::Project& project, data::Database& database,
                                 const style::Layout& layout, const Target& target, Ledger* ledger) {
    diag::Diagnostics found;
    const auto* audience = find_audience(briefing, project, target.audience);
    auto language = locale::Locale::find(target.language);
    if (!language) {
        found.push_back(diag::error(diag::code::bad_value, briefing.language ? briefing.language->span : diag::Span{},
                                    "“" + target.language + "” is no language that precis knows",
                                    "write en-GB, en-US, fr, de, hi or zh"));
        language = locale::Locale::find("en-GB");
    }
    Context context(briefing, project, database, layout, target, audience, *language, found);
    context.short_wording = target.short_wording || layout.short_wording ||
                            (audience != nullptr && audience->wording && audience->wording->text == "short");
    context.ledger = ledger;
    auto document = Binder(context).run();
    if (ledger != nullptr) {
        ledger->document = document;
        find_sentences(*ledger, shown_parts(layout, audience), shown_pieces(layout));
    }
    return {std::move(document), std::move(found)};
}

}  // namespace precis::bind
