// Looks through every text of a briefing for names: in a binding, in quotes as in SQL's value('…'), or as the whole
// text.
#include "bind/checks/unused.h"

#include <set>

#include "bind/values/cut.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

/// The names that texts use. A quoted word in prose counts too: a missing warning is better than a wrong one.
class UsedNames {
  public:
    explicit UsedNames(const spec::Briefing& b) : own_(nullptr) {
        add_all(b.subtitle, b.document_type, b.short_title, b.edition, b.classification, b.leads);
        add_all(b.title, b.authors, b.keywords, b.claim, b.for_each);
        add_all(b.summary, b.findings, b.recommendations, b.watch, b.foreword, b.method, b.disclosure, b.related,
                b.about);
        add_all(b.key_figures, b.sections, b.appendix, b.glossary, b.audiences, b.watermark);
        for (const auto* by_part : {&b.headlines, &b.takeaways})
            for (const auto& [part, words] : *by_part) add(words);
        for (const auto& output : b.outputs) add(output.watermark);
        for (const auto& alert : b.alerts) add_all(alert.when, alert.say);
        for (const auto& value : b.values) {
            own_ = &value.name.text;  // a value that asks for itself is a cycle, not a use
            add_all(value.query, value.label, value.source);
        }
    }
    bool has(const std::string& name) const { return names_.count(name) != 0; }

  private:
    template <class... Parts>
    void add_all(const Parts&... parts) {
        (add(parts), ...);
    }
    template <class T>
    void add(const std::optional<T>& part) {
        if (part) add(*part);
    }
    template <class T>
    void add(const std::vector<T>& list) {
        for (const auto& part : list) add(part);
    }

    void use(const std::string& name) {
        if (own_ == nullptr || name != *own_) names_.insert(name);
    }

    void add(const diag::Text& text) {
        use(text.text);
        for (auto at = text.text.find('\''); at != std::string::npos;) {
            const auto end = text.text.find('\'', at + 1);
            if (end == std::string::npos) break;
            use(text.text.substr(at + 1, end - at - 1));
            at = end;  // an apostrophe before a quoted name must not hide it
        }
        if (text.text.find("{{") == std::string::npos) return;
        diag::Diagnostics reported_when_bound;
        for (const auto& hole : cut(text, reported_when_bound).holes) {
            if (hole.kind == Hole::Kind::binding && !hole.words.empty()) use(hole.words.front().text);
        }
    }
    void add(const spec::Claim& claim) { add_all(claim.conditions, claim.otherwise); }
    void add(const spec::Conditions& conditions) { add_all(conditions.when); }
    void add(const spec::TextItem& item) {
        add_all(item.text, item.short_text, item.to, item.by, item.claim, item.conditions);
        if (item.key_figure) add(item.key_figure->value);
    }
    void add(const spec::KeyFigure& figure) {
        add_all(figure.value, figure.label, figure.detail, figure.change_from, figure.trend, figure.conditions);
    }
    void add(const spec::Channel& channel) { add_all(channel.label, channel.title, channel.domain, channel.break_at); }
    void add(const spec::TableColumn& column) { add_all(column.label, column.over, column.note); }
    void add(const spec::FactRef& fact) { add_all(fact.name, fact.label); }
    void add(const spec::Annotation& note) { add_all(note.ends, note.x, note.y, note.series, note.text); }
    void add(const spec::InlineRow& row) {
        for (const auto& [column, text] : row.cells) add(text);
    }
    void add(const spec::Exhibit& exhibit) {
        add_all(exhibit.title, exhibit.subtitle, exhibit.base, exhibit.note, exhibit.source, exhibit.alt,
                exhibit.sticker, exhibit.label);
        add_all(exhibit.query, exhibit.facts, exhibit.rows, exhibit.highlight, exhibit.totals, exhibit.annotations);
        add_all(exhibit.columns, exhibit.claim, exhibit.conditions);
        for (const auto& [name, channels] : exhibit.channels) add(channels);
        if (exhibit.pivot) add(exhibit.pivot->value);
        for (const auto& inset : exhibit.map.insets) add_all(inset.title);
    }
    void add(const spec::GlossaryEntry& entry) { add_all(entry.term, entry.definition, entry.also, entry.conditions); }
    void add(const spec::Author& author) { add_all(author.name, author.role); }
    void add(const spec::Aside& aside) { add_all(aside.title, aside.body, aside.conditions); }
    void add(const spec::SlideColumn& column) { add_all(column.title, column.lead, column.points); }
    void add(const spec::SlideChoice& slide) {
        add_all(slide.headline, slide.points, slide.key_figures, slide.columns, slide.takeaway, slide.speaker_notes,
                slide.sticker, slide.conditions);
    }
    void add(const spec::Section& section) {
        add_all(section.title, section.short_title, section.headline, section.takeaway, section.sticker,
                section.speaker_notes, section.short_body);
        add_all(section.body, section.points, section.exhibits, section.asides, section.sections, section.slides);
        add_all(section.claim, section.conditions);
    }
    void add(const spec::Audience& audience) {
        add_all(audience.title, audience.classification);
        for (const auto& [name, words] : audience.terms) add(words);
    }

    const std::string* own_;  // the value whose query is being looked through; nullptr: none
    std::set<std::string> names_;
};

}  // namespace

diag::Diagnostics unused_values(const spec::Briefing& briefing) {
    diag::Diagnostics warnings;
    if (briefing.values.empty()) return warnings;
    const UsedNames used(briefing);
    for (const auto& value : briefing.values) {
        if (used.has(value.name.text) || value.because.count("unused_value") != 0) continue;
        warnings.push_back(diag::warning(diag::code::unused_value, value.name.span,
                                         "nothing shows or uses the value “" + value.name.text + "”",
                                         "show it with {{ " + value.name.text + " }}, or remove it"));
    }
    return warnings;
}

}  // namespace precis::bind
