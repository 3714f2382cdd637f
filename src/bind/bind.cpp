// The order of a bind: anchors, masthead, each part, then the numbers of exhibits, footnotes and sources.
#include "bind/bind.h"

#include <algorithm>

#include "base/nearest.h"
#include "bind/checks/heading_levels.h"
#include "bind/checks/permission.h"
#include "bind/ledger.h"
#include "bind/numbering/numbering.h"
#include "bind/parts/parts.h"
#include "bind/parts/shown.h"
#include "bind/text/prose.h"
#include "bind/values/audience.h"
#include "bind/values/id_list.h"
#include "diag/codes.h"
#include "doc/exhibits.h"

namespace precis::bind {
namespace {

class Binder {
  public:
    explicit Binder(Context& context)
        : context_(context), parts_(shown_parts(context.inputs.layout, context.inputs.audience)) {}

    doc::Document run() {
        context_.anchors = collect_anchors(context_);
        masthead();
        const auto& b = context_.inputs.briefing;
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
        for (const auto& [name, takeaway] : b.takeaways) d.takeaways[name.text] = bind_line(context_, takeaway, kProse);
        if (contains(parts_, "exhibits")) exhibits();
        number_document(context_, d, parts_);
        check_named(context_, d);
        for (const auto& use : context_.collected.uses) {
            if (!contains(d.facts, use.fact)) d.facts.push_back(use.fact);
        }
        d.accepted = std::move(context_.collected.accepted);
        check_heading_levels(d, context_.diagnostics);
        return std::move(document_);
    }

  private:
    /// A part that the layout does not show is bound too, so that its faults are reported; one that the audience
    /// excludes is not.
    template <class Bind>
    void part(const std::string& name, Bind bind) {
        if (context_.inputs.audience != nullptr) {
            const auto& excluded = context_.inputs.audience->exclude;
            const auto is_this = [&](const diag::Text& part) { return part.text == name; };
            if (std::any_of(excluded.begin(), excluded.end(), is_this)) return;
        }
        const InPart in_part(context_, part_shown(context_, name));
        bind();
    }

    /// The list cut to the layout's `max`, so that sources of the rest are not listed.
    template <class T>
    std::vector<T> limited(const std::string& name, std::vector<T> list) const {
        for (const auto& rule : context_.inputs.layout.parts) {
            if (rule.part == name && rule.max > 0 && list.size() > static_cast<std::size_t>(rule.max)) {
                list.erase(list.begin() + rule.max, list.end());
            }
        }
        return list;
    }

    std::string plain_words(const std::optional<diag::Text>& text) {
        return text ? bind_plain(context_, *text) : std::string();
    }

    void masthead() {
        const auto& b = context_.inputs.briefing;
        auto& d = document_;
        const bool claimed = holds(context_, b.claim);
        d.title = bind_line(context_, claimed || !b.claim.otherwise ? b.title : *b.claim.otherwise, kTitle);
        if (b.subtitle) d.subtitle = bind_line(context_, *b.subtitle, kTitle);
        d.short_title = b.short_title ? plain_words(b.short_title) : doc::plain_text(d.title);
        d.document_type = plain_words(b.document_type);
        d.edition = plain_words(b.edition);
        d.classification = plain_words(b.classification);
        d.publisher = context_.inputs.layout.brand.publisher;
        d.date_iso = context_.inputs.target.date;
        d.date = context_.inputs.locale.date(context_.inputs.target.date);
        d.output = context_.inputs.target.output;
        d.language = context_.inputs.locale.tag();
        d.audience = context_.inputs.target.audience;
        if (context_.inputs.audience != nullptr) {
            d.audience_title = plain_words(context_.inputs.audience->title);
            if (d.classification.empty()) d.classification = plain_words(context_.inputs.audience->classification);
        }
        for (const auto& author : b.authors) d.authors.push_back(plain_words(author));
        for (const auto& keyword : b.keywords) d.keywords.push_back(plain_words(keyword));
        d.span = b.title.span;
    }

    void disclosure() {
        document_.disclosure = bind_texts(context_, context_.inputs.briefing.disclosure);
        const auto& house = context_.inputs.layout.brand.disclosure;
        if (!document_.disclosure.empty() || house.empty()) return;
        diag::Text text;
        text.text = house;
        Notes no_footnotes;
        document_.disclosure = bind_body(context_, text, no_footnotes);
    }

    /// The lead is the first exhibit under `lead:` that this output shows; each unknown name is an error.
    void lead() {
        std::vector<std::string> ids;
        for (const auto& anchor : context_.anchors) ids.push_back(anchor.id);
        for (const auto& wanted : context_.inputs.briefing.leads) {
            const auto at = std::find(ids.begin(), ids.end(), wanted.text);
            if (at == ids.end()) {
                const auto nearest = base::nearest(wanted.text, ids);
                report(context_, diag::error(diag::code::unknown_reference, wanted.span,
                                             "no exhibit is called “" + wanted.text + "”",
                                             nearest ? "did you mean “" + *nearest + "”?" : "name an exhibit's id"));
                continue;
            }
            const auto& anchor = context_.anchors[static_cast<std::size_t>(at - ids.begin())];
            if (document_.lead.empty() && anchor.visible && !anchor.dropped) document_.lead = wanted.text;
        }
    }

    /// The part `exhibits`: copies of all that this audience sees, the lead first.
    void exhibits() {
        std::vector<doc::Exhibit> copies;
        for (const auto* exhibit : doc::every_exhibit(document_)) copies.push_back(*exhibit);
        std::stable_partition(copies.begin(), copies.end(),
                              [&](const doc::Exhibit& exhibit) { return exhibit.id == document_.lead; });
        document_.exhibits = limited("exhibits", std::move(copies));
    }

    Context& context_;
    std::vector<std::string> parts_;
    doc::Document document_;
};

}  // namespace

diag::Result<doc::Document> bind(const spec::Briefing& briefing, const spec::Project& project, data::Database& database,
                                 const style::Layout& layout, const Target& target, Ledger* ledger) {
    diag::Diagnostics diagnostics;
    const auto* audience = find_audience(briefing, project, target.audience);
    auto locale = locale::Locale::find(target.language);
    if (!locale) {
        diagnostics.push_back(diag::error(
            diag::code::bad_value, briefing.language ? briefing.language->span : diag::Span{},
            "“" + target.language + "” is not a language that precis knows", "write en-GB, en-US, fr, de, hi or zh"));
        locale = locale::Locale::find("en-GB");
    }
    const bool short_audience = audience != nullptr && audience->wording && audience->wording->text == "short";
    Context context({.briefing = briefing,
                     .project = project,
                     .database = database,
                     .layout = layout,
                     .target = target,
                     .locale = *locale,
                     .audience = audience,
                     .short_wording = target.short_wording || layout.short_wording || short_audience,
                     .ledger = ledger},
                    diagnostics);
    auto document = Binder(context).run();
    if (ledger != nullptr) {
        ledger->document = document;
        find_sentences(*ledger, shown_parts(layout, audience), shown_pieces(layout));
    }
    return {std::move(document), std::move(diagnostics)};
}

}  // namespace precis::bind
