// Every text of a briefing is asked which values it takes, in braces, in quotes inside SQL, or by being the name.
#include "bind/checks/unused.h"

#include <set>

#include "bind/values/cut.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

/// Gathers the names that texts take. A quoted word in prose counts too: better no warning than a wrong one.
class Taken {
  public:
    explicit Taken(const spec::Briefing& b) : own_(nullptr) {
        all(b.subtitle, b.document_type, b.short_title, b.edition, b.classification, b.for_each, b.leads);
        all(b.title, b.authors, b.keywords, b.claim);
        all(b.summary, b.findings, b.recommendations, b.watch, b.foreword, b.method, b.disclosure, b.related, b.about);
        all(b.key_figures, b.sections, b.appendix, b.audiences);
        for (const auto& value : b.values) {
            own_ = &value.name.text;  // a value that only takes itself is a circle, not a use
            all(value.query, value.label, value.source);
        }
    }
    bool has(const std::string& name) const { return names_.count(name) != 0; }

  private:
    template <class... Parts>
    void all(const Parts&... parts) {
        (add(parts), ...);
    }
    template <class T>
    void add(const std::optional<T>& one) {
        if (one) add(*one);
    }
    template <class T>
    void add(const std::vector<T>& list) {
        for (const auto& one : list) add(one);
    }

    void take(const std::string& name) {
        if (own_ == nullptr || name != *own_) names_.insert(name);
    }

    void add(const diag::Text& text) {
        take(text.text);
        for (auto at = text.text.find('\''); at != std::string::npos;) {
            const auto end = text.text.find('\'', at + 1);
            if (end == std::string::npos) break;
            take(text.text.substr(at + 1, end - at - 1));
            at = end;  // an apostrophe before a quoted name must not hide it
        }
        if (text.text.find("{{") == std::string::npos) return;
        diag::Diagnostics told_when_bound;
        for (const auto& hole : cut(text, told_when_bound).holes) {
            if (hole.kind == Hole::Kind::binding && !hole.words.empty()) take(hole.words.front().text);
        }
    }
    void add(const spec::Claim& claim) { all(claim.conditions, claim.otherwise); }
    void add(const spec::Conditions& conditions) { all(conditions.when); }
    void add(const spec::TextItem& item) {
        all(item.text, item.short_text, item.to, item.by, item.claim, item.conditions);
    }
    void add(const spec::KeyFigure& figure) {
        all(figure.value, figure.label, figure.detail, figure.change_from, figure.trend, figure.conditions);
    }
    void add(const spec::Channel& channel) { all(channel.label, channel.domain, channel.break_at); }
    void add(const spec::TableColumn& column) { all(column.label, column.over, column.note); }
    void add(const spec::FactRef& fact) { all(fact.name, fact.label); }
    void add(const spec::Annotation& one) { all(one.ends, one.x, one.y, one.series, one.text); }
    void add(const spec::InlineRow& row) {
        for (const auto& [column, text] : row.cells) add(text);
    }
    void add(const spec::Exhibit& exhibit) {
        all(exhibit.title, exhibit.subtitle, exhibit.note, exhibit.source, exhibit.alt, exhibit.sticker, exhibit.label);
        all(exhibit.query, exhibit.facts, exhibit.rows, exhibit.highlight, exhibit.totals, exhibit.annotations);
        all(exhibit.columns, exhibit.claim, exhibit.conditions);
        for (const auto& [name, channels] : exhibit.channels) add(channels);
    }
    void add(const spec::Aside& aside) { all(aside.title, aside.body, aside.conditions); }
    void add(const spec::SlideChoice& slide) { all(slide.headline, slide.points); }
    void add(const spec::Section& section) {
        all(section.title, section.short_title, section.headline, section.takeaway, section.sticker,
            section.speaker_notes, section.short_body);
        all(section.body, section.points, section.exhibits, section.asides, section.sections, section.slides);
        all(section.claim, section.conditions);
    }
    void add(const spec::Audience& audience) {
        all(audience.title, audience.classification);
        for (const auto& [name, words] : audience.terms) add(words);
    }

    const std::string* own_;
    std::set<std::string> names_;
};

}  // namespace

diag::Diagnostics unused_values(const spec::Briefing& briefing) {
    diag::Diagnostics found;
    if (briefing.values.empty()) return found;
    const Taken taken(briefing);
    for (const auto& value : briefing.values) {
        if (taken.has(value.name.text) || value.because.count("unused_value") != 0) continue;
        found.push_back(diag::warning(diag::code::unused_value, value.name.span,
                                      "nothing shows or uses the value “" + value.name.text + "”",
                                      "show it with {{ " + value.name.text + " }}, or take it out"));
    }
    return found;
}

}  // namespace precis::bind
