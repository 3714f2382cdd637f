// The order of a bind: anchors, masthead, each part, then the numbers of exhibits, footnotes and sources.
#include "bind/bind.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "base/phrases.h"
#include "bind/checks/heading_levels.h"
#include "bind/checks/name_clashes.h"
#include "bind/checks/permission.h"
#include "bind/codes.h"
#include "bind/exhibits/chart_colors.h"
#include "bind/exhibits/two_prints.h"
#include "bind/ledger.h"
#include "bind/numbering/link_terms.h"
#include "bind/numbering/mentions.h"
#include "bind/numbering/numbering.h"
#include "bind/parts/depth.h"
#include "bind/parts/parts.h"
#include "bind/parts/shown.h"
#include "bind/text/index_marks.h"
#include "bind/text/prose.h"
#include "bind/values/audience.h"
#include "bind/values/codes.h"
#include "bind/values/id_list.h"
#include "bind/values/truth.h"
#include "diag/codes.h"
#include "doc/exhibits.h"
#include "doc/parts.h"

namespace precis::bind {
using vocabulary::Part;
namespace {

/// Faults are reported in this order.
constexpr Part kOrder[] = {Part::summary,    Part::foreword, Part::key_figures, Part::findings, Part::recommendations,
                           Part::sections,   Part::watch,    Part::appendix,    Part::glossary, Part::method,
                           Part::disclosure, Part::related,  Part::about};

/// The first block of a part that the author wrote.
struct FirstBlock {
    diag::Span span;
    const spec::Conditions* conditions = nullptr;
};

std::optional<FirstBlock> first_block(const spec::Briefing& b, Part part) {
    const auto of_texts = [](const std::vector<spec::TextItem>& list) -> std::optional<FirstBlock> {
        if (list.empty()) return std::nullopt;
        return FirstBlock{list.front().text.span, &list.front().conditions};
    };
    const auto of_sections = [](const std::vector<spec::Section>& list) -> std::optional<FirstBlock> {
        if (list.empty()) return std::nullopt;
        return FirstBlock{list.front().id.span, &list.front().conditions};
    };
    switch (part) {
        case Part::foreword:
            return of_texts(b.foreword);
        case Part::summary:
            return of_texts(b.summary);
        case Part::key_figures:
            if (b.key_figures.empty()) return std::nullopt;
            return FirstBlock{b.key_figures.front().span, &b.key_figures.front().conditions};
        case Part::findings:
            return of_texts(b.findings);
        case Part::recommendations:
            return of_texts(b.recommendations);
        case Part::sections:
            return of_sections(b.sections);
        case Part::watch:
            return of_texts(b.watch);
        case Part::appendix:
            return of_sections(b.appendix);
        case Part::glossary:
            if (b.glossary.empty()) return std::nullopt;
            return FirstBlock{b.glossary.front().span, &b.glossary.front().conditions};
        case Part::method:
            return of_texts(b.method);
        case Part::disclosure:
            return of_texts(b.disclosure);
        case Part::related:
            return of_texts(b.related);
        case Part::about:
            return of_texts(b.about);
        case Part::authors: {
            static const spec::Conditions none;
            if (b.authors.empty()) return std::nullopt;
            return FirstBlock{b.authors.front().name.span, &none};
        }
        case Part::masthead:
        case Part::title:
        case Part::cover:
        case Part::contents:
        case Part::list_of_exhibits:
        case Part::exhibits:
        case Part::notes:
        case Part::sources:
        case Part::index:
        case Part::changes:
            return std::nullopt;
    }
    return std::nullopt;
}

class Binder {
  public:
    explicit Binder(Context& context) : context_(context), parts_(shown_parts(context.inputs)) {}

    doc::Document run() {
        check_name_clashes(context_);
        hide_deeper(context_);
        context_.anchors = collect_anchors(context_);
        masthead();
        const auto& b = context_.inputs.briefing;
        auto& d = document_;
        for (const auto next : kOrder) {
            part(next);
            warn_if_left_out(next);
        }
        warn_if_left_out(Part::authors);
        lead();
        for (const auto* words : {&b.headlines, &b.takeaways}) warn_of_lost_words(*words);
        for (const auto& [part, title] : b.headlines) d.headlines[part] = bind_title(context_, title);
        for (const auto& [part, takeaway] : b.takeaways) d.takeaways[part] = bind_line(context_, takeaway, kProse);
        if (std::find(parts_.begin(), parts_.end(), Part::exhibits) != parts_.end()) exhibits();
        color_by_name(context_, d);
        number_document(context_, d, parts_);
        warn_of_unmentioned(context_, d, parts_);
        index();
        link_terms(d, parts_, shown_pieces(context_.inputs.layout),
                   prints_term_pages() ? &context_.collected.used_words : nullptr);
        check_named(context_, d);
        for (const auto& use : context_.collected.uses) {
            if (!contains(d.facts, use.fact)) d.facts.push_back(use.fact);
        }
        alerts();
        compare_prints();
        d.numbers = std::move(context_.collected.numbers);
        d.accepted = std::move(context_.collected.accepted);
        check_heading_levels(d, context_.diagnostics);
        return std::move(document_);
    }

  private:
    /// A part that the layout does not show is bound too, so that its faults are reported; one that the audience
    /// excludes is not.
    void part(Part part) {
        if (is_excluded(context_.inputs, part)) return;
        const InPart in_part(context_, part_shown(context_, part));
        const auto& b = context_.inputs.briefing;
        auto& d = document_;
        switch (part) {
            case Part::foreword:
                d.foreword = bind_texts(context_, b.foreword);
                return;
            case Part::summary:
                d.summary = bind_texts(context_, b.summary);
                return;
            case Part::key_figures:
                d.key_figures = limited(part, bind_key_figures(context_, b.key_figures));
                return;
            case Part::findings:
                d.findings = limited(part, bind_items(context_, b.findings));
                return;
            case Part::recommendations:
                d.recommendations = limited(part, bind_items(context_, b.recommendations));
                return;
            case Part::sections:
                d.sections = bind_sections(context_, b.sections, 1);
                return;
            case Part::watch:
                d.watch = limited(part, bind_items(context_, b.watch));
                return;
            case Part::appendix:
                d.appendix = bind_sections(context_, b.appendix, 1);
                return;
            case Part::glossary:
                d.glossary = limited(part, bind_glossary(context_, b.glossary));
                return;
            case Part::method:
                d.method = bind_texts(context_, b.method);
                return;
            case Part::disclosure:
                return disclosure();
            case Part::related:
                d.related = limited(part, bind_items(context_, b.related));
                return;
            case Part::about:
                d.about = bind_texts(context_, b.about);
                return;
            case Part::masthead:
            case Part::title:
            case Part::cover:
            case Part::contents:
            case Part::list_of_exhibits:
            case Part::exhibits:
            case Part::notes:
            case Part::sources:
            case Part::authors:  // with the masthead
            case Part::index:
            case Part::changes:
                return;  // they write themselves
        }
    }

    /// Warns of a part that the briefing has and the layout leaves out, unless its first block's `because:` answers it,
    /// or the layout says that it leaves the part out.
    void warn_if_left_out(Part part) {
        const auto& layout = context_.inputs.layout;
        const auto has = [&](const std::vector<Part>& list) {
            return std::find(list.begin(), list.end(), part) != list.end();
        };
        if (layout.parts.empty() || has(parts_) || has(layout.leaves_out)) return;
        if (part == Part::sections && std::find(parts_.begin(), parts_.end(), Part::exhibits) != parts_.end()) return;
        const auto first = first_block(context_.inputs.briefing, part);
        if (!first || !doc::has(document_, part)) return;
        const std::string name(vocabulary::name_of(part));
        const Because because(context_, first->conditions->because);
        warn(context_, diag::warning(code::part_not_shown, first->span,
                                     "the layout “" + layout.name + "” does not show the part “" + name + "”",
                                     "add it to the layout's `parts`, or to its `leaves-out`; or write `because: "
                                     "{part_not_shown: …}` here"));
    }

    /// The entries of the index; a warning if texts have marks that a layout of pages has no index for.
    void index() {
        if (context_.collected.index.empty()) return;
        const auto& layout = context_.inputs.layout;
        if (std::find(parts_.begin(), parts_.end(), Part::index) != parts_.end()) {
            document_.index = sorted_index(context_);
            return;
        }
        if (std::find(layout.leaves_out.begin(), layout.leaves_out.end(), Part::index) != layout.leaves_out.end())
            return;
        report(context_, diag::warning(code::part_not_shown, context_.collected.index.front().span,
                                       "the layout “" + layout.name +
                                           "” has no part “index”, so the words marked for it are in none",
                                       "add “index” to the layout's `parts`, or to its `leaves-out`"));
    }

    /// Reports the alerts whose condition holds. They are for the maker of the edition, not for its readers; but they
    /// are of an output, whose record and findings have nothing that its audience may not see.
    void alerts() {
        const InPart unseen(context_, {false, false});  // readers do not see them
        for (const auto& alert : context_.inputs.briefing.alerts) {
            const auto& audience = context_.inputs.target.audience;
            const auto names_it = [&](const diag::Text& name) { return name.text == audience; };
            const auto& wanted = alert.audiences;
            if (!wanted.empty() && !audience.empty() && std::none_of(wanted.begin(), wanted.end(), names_it)) continue;
            const auto before = context_.diagnostics.size();
            auto words = words_of(alert);
            if (const auto why = take_withheld(before); !why.empty()) {
                report(context_,
                       diag::warning(code::alert_left_out, alert.say.span,
                                     (audience.empty() ? std::string("the alert is left out: ")
                                                       : "the alert is left out for “" + audience + "”: ") +
                                         why,
                                     "write `for:` on it, with the audiences that may see all that it rests on"));
            } else if (words) {
                report(context_, diag::warning(diag::code::alert, alert.say.span, std::move(*words),
                                               "it ends when its `when` is no longer true"));
            }
        }
    }

    /// What an alert says; nothing if its condition does not hold.
    std::optional<std::string> words_of(const spec::Alert& alert) {
        constexpr Voice kAlert{Cite::never, false, Setting::prose, true, true};
        const auto rows = context_.values.query_value(alert.when);
        if (!rows || !truth(*rows)) return std::nullopt;
        return bind_plain(context_, alert.say, kAlert);
    }

    /// Takes back the findings from the `begin`-th on that something is withheld from the reader; the first one's
    /// words.
    std::string take_withheld(std::size_t begin) {
        auto& found = context_.diagnostics;
        const auto first = found.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto is_withheld = [](const diag::Diagnostic& d) {
            return d.code == code::restricted || d.code == code::not_licensed;
        };
        const auto at = std::find_if(first, found.end(), is_withheld);
        if (at == found.end()) return {};
        auto why = at->message;
        found.erase(std::remove_if(first, found.end(), is_withheld), found.end());
        return why;
    }

    bool prints_term_pages() const {
        const auto& rules = context_.inputs.layout.parts;
        return std::any_of(rules.begin(), rules.end(), [](const auto& rule) { return rule.pages; });
    }

    /// Warns of headlines and takeaways of parts that this deck has no slide for.
    void warn_of_lost_words(const std::vector<std::pair<Part, diag::Text>>& words) {
        if (!on_slides(context_)) return;
        for (const auto& [part, text] : words) {
            const auto& off = context_.inputs.briefing.not_on_slides;
            const bool shown = std::find(parts_.begin(), parts_.end(), part) != parts_.end();
            const bool meant = std::find(off.begin(), off.end(), part) != off.end();
            if (shown || meant || is_excluded(context_.inputs, part)) continue;
            const std::string name(vocabulary::name_of(part));
            warn(context_, diag::warning(code::part_not_shown, text.span,
                                         "the layout “" + context_.inputs.layout.name +
                                             "” has no slide for the part “" + name + "”, so these words are not shown",
                                         "add the part to the layout's `parts`, or remove the words"));
        }
    }

    /// The list cut to the layout's `max`, so that sources of the rest are not listed.
    template <class T>
    std::vector<T> limited(Part part, std::vector<T> list) {
        for (const auto& rule : context_.inputs.layout.parts) {
            if (rule.part == part && rule.max > 0 && list.size() > static_cast<std::size_t>(rule.max)) {
                warn_of_rest(part, static_cast<std::size_t>(rule.max), list.size());
                list.erase(list.begin() + rule.max, list.end());
            }
        }
        return list;
    }

    /// Warns of the items that `max` leaves out, unless an output in another layout may show them, the first item's
    /// `because:` answers it, or the layout chooses an exhibit itself.
    void warn_of_rest(Part part, std::size_t shown, std::size_t all) {
        const auto first = first_block(context_.inputs.briefing, part);
        if (!first || has_other_layouts(context_)) return;
        const std::string name(vocabulary::name_of(part));
        const Because because(context_, first->conditions->because);
        warn(context_, diag::warning(code::part_not_shown, first->span,
                                     fmt::format("the layout “{}” shows {} of {} items of “{}”",
                                                 context_.inputs.layout.name, shown, all, name),
                                     "leave out as many, raise `max` in a layout of your own, or write `because: "
                                     "{part_not_shown: …}` here"));
    }

    std::string plain_words(const std::optional<diag::Text>& text, const Voice& voice = kPlain) {
        return text ? bind_plain(context_, *text, voice) : std::string();
    }

    void masthead() {
        const auto& b = context_.inputs.briefing;
        auto& d = document_;
        const bool claimed = holds(context_, b.claim);
        {
            const UnderClaim under_claim(context_, b.claim);
            d.title = bind_title(context_, claimed || !b.claim.otherwise ? b.title : *b.claim.otherwise);
        }
        if (b.subtitle) d.subtitle = bind_line(context_, *b.subtitle, kTitle);
        d.short_title = b.short_title ? plain_words(b.short_title) : doc::plain_text(d.title);
        d.document_type = plain_words(b.document_type);
        d.edition = plain_words(b.edition, kName);
        d.classification = plain_words(b.classification, kName);
        d.publisher = context_.inputs.layout.brand.publisher;
        d.date_iso = context_.inputs.target.date;
        d.date = context_.inputs.locale.date(context_.inputs.target.date);
        d.output = context_.inputs.target.output;
        d.language = context_.inputs.locale.tag();
        d.audience = context_.inputs.target.audience;
        if (context_.inputs.audience != nullptr) {
            d.audience_title = plain_words(context_.inputs.audience->title, kName);
            if (d.classification.empty())
                d.classification = plain_words(context_.inputs.audience->classification, kName);
        }
        settle_output();
        for (const auto& written : b.authors) d.authors.push_back(author(written));
        for (const auto& keyword : b.keywords) d.keywords.push_back(plain_words(keyword, kName));
        d.span = b.title.span;
    }

    /// What the output asks of its pages.
    void settle_output() {
        const auto& b = context_.inputs.briefing;
        const auto output = std::find_if(b.outputs.begin(), b.outputs.end(), [&](const spec::Output& candidate) {
            return candidate.name.text == context_.inputs.target.output;
        });
        auto watermark = b.watermark;
        if (output != b.outputs.end()) {
            document_.first_page = output->first_page;
            if (output->watermark) watermark = output->watermark;
            if (watermark && watermark == output->watermark && watermark->text == "none") watermark.reset();
        }
        if (!watermark) return;
        document_.watermark = plain_words(watermark, kName);
        document_.watermark_span = watermark->span;
    }

    doc::Author author(const spec::Author& written) {
        doc::Author author;
        author.name = bind_plain(context_, written.name, kName);
        author.role = plain_words(written.role, kName);
        if (written.email) author.email = written.email->text;
        if (written.photo) {
            const auto folder = context_.inputs.briefing.path.parent_path();
            author.photo = (folder / written.photo->text).lexically_normal().string();
        }
        author.span = written.photo ? written.photo->span : written.name.span;
        return author;
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
            if (document_.lead.empty() && anchor.hidden == Hidden::no && !anchor.dropped) document_.lead = wanted.text;
        }
    }

    /// Compares the numbers of sentences with those of the exhibits that the document shows.
    void compare_prints() {
        const auto shows = [&](Part part) { return std::find(parts_.begin(), parts_.end(), part) != parts_.end(); };
        std::vector<const doc::Exhibit*> exhibits;
        if (shows(Part::sections) || shows(Part::exhibits)) exhibits = doc::every_exhibit(document_.sections);
        if (shows(Part::appendix))
            for (const auto* exhibit : doc::every_exhibit(document_.appendix)) exhibits.push_back(exhibit);
        warn_of_two_prints(context_, exhibits);
    }

    /// The part `exhibits`: copies of all that this audience sees, the lead first.
    void exhibits() {
        std::vector<doc::Exhibit> copies;
        for (const auto* exhibit : doc::every_exhibit(document_)) copies.push_back(*exhibit);
        std::stable_partition(copies.begin(), copies.end(),
                              [&](const doc::Exhibit& exhibit) { return exhibit.id == document_.lead; });
        document_.exhibits = limited(Part::exhibits, std::move(copies));
    }

    Context& context_;
    std::vector<Part> parts_;
    doc::Document document_;
};

}  // namespace

style::Words words_of(const spec::Briefing& briefing, const style::Layout& layout) {
    auto words = layout.words;
    for (const auto& [key, own] : briefing.words) words[key.text] = own.text;
    return words;
}

diag::Result<doc::Document> bind(const spec::Briefing& briefing, const spec::Project& project, data::Database& database,
                                 const style::Layout& layout, const Target& target, Ledger* ledger) {
    diag::Diagnostics diagnostics;
    const auto* audience = find_audience(briefing, project, target.audience);
    auto locale = locale_of(target);
    if (!locale) {
        const auto there = target.languages.empty() ? locale::built_in_tags() : target.languages;
        // One that is there has faults in its file, which are reported.
        if (std::find(there.begin(), there.end(), target.language) == there.end())
            diagnostics.push_back(
                diag::error(diag::code::bad_value, briefing.language ? briefing.language->span : diag::Span{},
                            "“" + target.language + "” is not a language that precis knows",
                            "write one of " + base::joined(there, ", ") + ", or add its words as locale/words/" +
                                target.language + ".yaml beside precis.yaml (docs/languages.md)"));
        locale = locale::Locale::find("en-GB");
    }
    locale = locale->with_words(words_of(briefing, layout)).with_words_of_data(briefing.words_of_data);
    const bool short_audience = audience != nullptr && audience->wording == vocabulary::Wording::short_;
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
        find_sentences(*ledger, shown_parts(context.inputs), shown_pieces(layout));
    }
    return {std::move(document), std::move(diagnostics)};
}

}  // namespace precis::bind
