// Looks through the words that readers see of a briefing, whatever their audience; bindings and code are passed over.
#include <algorithm>
#include <functional>

#include "bind/bind.h"
#include "locale/terms.h"

namespace precis::bind {
namespace {

/// Hands each text with an author's words to a function.
class Words {
  public:
    Words(const spec::Briefing& b, std::function<void(std::string_view)> read) : read_(std::move(read)) {
        all(b.title, b.subtitle, b.short_title, b.document_type, b.claim.otherwise);
        all(b.summary, b.findings, b.recommendations, b.watch, b.foreword, b.method, b.disclosure, b.related, b.about);
        all(b.key_figures, b.sections, b.appendix, b.glossary);
        for (const auto* by_part : {&b.headlines, &b.takeaways})
            for (const auto& [part, text] : *by_part) add(text);
    }

  private:
    template <class... Parts>
    void all(const Parts&... parts) {
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
    void add(const diag::Text& text) { read_(text.text); }
    void add(const spec::TextItem& item) { all(item.text, item.short_text, item.to, item.claim.otherwise); }
    void add(const spec::KeyFigure& figure) { all(figure.label, figure.detail); }
    void add(const spec::Channel& channel) { all(channel.label, channel.title); }
    void add(const spec::TableColumn& column) { all(column.label, column.note, column.over); }
    void add(const spec::FactRef& fact) { add(fact.label); }
    void add(const spec::Annotation& note) { add(note.text); }
    void add(const spec::InlineRow& row) {
        for (const auto& [column, text] : row.cells) add(text);
    }
    void add(const spec::Exhibit& exhibit) {
        all(exhibit.title, exhibit.subtitle, exhibit.base, exhibit.note, exhibit.alt, exhibit.sticker, exhibit.label);
        all(exhibit.facts, exhibit.rows, exhibit.annotations, exhibit.columns, exhibit.claim.otherwise);
        for (const auto& [name, channels] : exhibit.channels) add(channels);
        if (exhibit.pivot) add(exhibit.pivot->value);
        for (const auto& inset : exhibit.map.insets) add(inset.title);
    }
    void add(const spec::GlossaryEntry& entry) { all(entry.term, entry.definition, entry.also); }
    void add(const spec::Aside& aside) { all(aside.title, aside.body); }
    void add(const spec::SlideColumn& column) { all(column.title, column.lead, column.points); }
    void add(const spec::SlideChoice& slide) {
        all(slide.headline, slide.points, slide.key_figures, slide.columns, slide.takeaway, slide.speaker_notes,
            slide.sticker);
    }
    void add(const spec::Section& section) {
        all(section.title, section.short_title, section.headline, section.takeaway, section.sticker,
            section.speaker_notes, section.short_body, section.claim.otherwise);
        all(section.body, section.points, section.exhibits, section.asides, section.sections, section.slides);
    }

    std::function<void(std::string_view)> read_;
};

/// The text with what stands between two marks cut out.
std::string without(std::string_view text, std::string_view open, std::string_view close) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = text.find(open, at);
        const auto end = begin == std::string_view::npos ? begin : text.find(close, begin + open.size());
        if (end == std::string_view::npos) return out += text.substr(at);
        out += text.substr(at, begin - at);
        at = end + close.size();
    }
    return out;
}

}  // namespace

std::vector<diag::Text> missing_words(const spec::Briefing& briefing, const spec::Audience& audience,
                                      const std::string& language) {
    std::vector<std::string> forms;
    for (const auto& [word, own] : audience.vocabulary) forms.push_back(word.text);
    std::vector<diag::Text> missing;
    if (forms.empty()) return missing;
    const locale::TermFinder finder(forms, language);
    std::vector<bool> found(forms.size(), false);
    const Words words(briefing, [&](std::string_view text) {
        const auto read = without(without(text, "{{", "}}"), "`", "`");
        for (const auto& match : finder.find(read)) found[match.form] = true;
    });
    for (std::size_t i = 0; i < forms.size(); ++i)
        if (!found[i]) missing.push_back(audience.vocabulary[i].first);
    return missing;
}

}  // namespace precis::bind
