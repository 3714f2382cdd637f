// Two walks in the order of appearance: the first counts, the second writes the numbers.
#include "bind/numbering/numbering.h"

#include <algorithm>
#include <map>
#include <optional>

#include "bind/checks/doubt.h"
#include "bind/numbering/citation_marks.h"
#include "bind/numbering/cite_in_notes.h"
#include "bind/numbering/source_text.h"
#include "bind/numbering/styled_entry.h"
#include "bind/numbering/walk.h"
#include "bind/parts/shown.h"
#include "bind/text/prose.h"
#include "bind/text/source_line.h"
#include "bind/text/token.h"
#include "bind/text/typography.h"
#include "bind/values/id_list.h"

namespace precis::bind {
namespace {

class Numberer {
  public:
    Numberer(Context& context, doc::Document& document) : context_(context), document_(document) {}

    void run(const std::vector<vocabulary::Part>& parts) {
        const Visitor count{[this](doc::Inlines& inlines) { count_in(inlines); },
                            [this](doc::Exhibit& exhibit) { number(exhibit); }};
        counter_ = &count;
        walk(document_, parts, shown_pieces(context_.inputs.layout), count);
        shown_sources_ = order_.size();
        // Exhibits that this layout does not show get numbers too: texts may refer to them.
        const Visitor rest{[](doc::Inlines&) {}, [this](doc::Exhibit& exhibit) { number(exhibit); }};
        walk(document_, rest);
        list_sources();
        const Visitor settle{[this](doc::Inlines& inlines) { settle_in(inlines); }, [](doc::Exhibit&) {}};
        walk(document_, settle);
        order_footnotes(settle);
    }

  private:
    void number(doc::Exhibit& exhibit) {
        if (!exhibit.number.empty()) return;
        if (const auto twin = exhibit_numbers_.find(exhibit.id); twin != exhibit_numbers_.end()) {
            exhibit.number = twin->second;
            return;
        }
        const bool table = exhibit.id.substr(0, 4) == "tab:";
        const bool together = context_.inputs.layout.exhibits_numbered_together;
        const std::string key = together ? "exhibit" : table ? "table" : "figure";
        const auto word = context_.inputs.locale.word(key);
        exhibit.number = word + (context_.inputs.locale.spaced() ? "\u00a0" : "") + std::to_string(++numbers_[key]);
        exhibit_numbers_[exhibit.id] = exhibit.number;
        exhibit_titles_[exhibit.id] = doc::plain_text(exhibit.title);
    }

    void count_in(doc::Inlines& inlines) {
        for (auto& part : inlines) {
            if (const auto* citation = std::get_if<doc::Citation>(&part)) {
                for (const int source : citation->numbers) cite(source);
            }
            if (const auto* mark = std::get_if<doc::FootnoteMark>(&part)) count_footnote(mark->index);
        }
    }

    /// Counts a source, or a number of our own (analysis_index()) with the sources that it is computed from.
    void cite(int source) {
        const auto* computed_from = analysis(source);
        auto& row = computed_from != nullptr ? analyses_ : order_;
        if (std::find(row.begin(), row.end(), source) != row.end()) return;
        row.push_back(source);
        if (computed_from == nullptr) return;
        for (const auto& id : computed_from->sources) cite(source_index(context_, id));
    }

    /// What a number of our own is made of; nullptr for a source.
    const OwnNumber* analysis(int source) const {
        const auto sources = static_cast<int>(context_.values.model().sources.size());
        return source > sources ? &context_.collected.analyses[static_cast<std::size_t>(source - sources - 1)]
                                : nullptr;
    }

    void count_footnote(int index) {
        if (new_footnote_.count(index) > 0) return;
        const int next = static_cast<int>(new_footnote_.size());
        new_footnote_[index] = next;
        walk(context_.collected.footnotes[static_cast<std::size_t>(index)], *counter_);
    }

    void settle_in(doc::Inlines& inlines) {
        if (marks_ && marks_->in_words()) CitationMarks::merge(inlines);
        for (std::size_t i = 0; i < inlines.size(); ++i) {
            auto& part = inlines[i];
            if (auto* citation = std::get_if<doc::Citation>(&part)) {
                renumber(*citation);
                if (marks_ && marks_->in_words()) mark(*citation, words_before(inlines, i));
            }
            if (auto* mark = std::get_if<doc::FootnoteMark>(&part)) {
                const auto moved = new_footnote_.find(mark->index);
                if (moved != new_footnote_.end()) mark->index = moved->second;
            }
            if (auto* reference = std::get_if<doc::Reference>(&part)) {
                const auto number = exhibit_numbers_.find(reference->target);
                if (number != exhibit_numbers_.end()) name_exhibit(*reference, number->second);
            }
        }
        // A citation in a part that this layout does not show has no number and is removed.
        std::erase_if(inlines, [](const doc::Inline& part) {
            const auto* citation = std::get_if<doc::Citation>(&part);
            return citation != nullptr && citation->numbers.empty();
        });
        if (marks_ && marks_->in_words()) CitationMarks::close_up(inlines);
    }

    /// Puts an exhibit's number and title where a reference prints them.
    void name_exhibit(doc::Reference& reference, const std::string& number) const {
        auto& text = reference.text;
        if (text.empty()) text = number;
        if (text.starts_with(kExhibitNumber)) text.replace(0, kExhibitNumber.size(), number);
        if (const auto at = text.find(kExhibitTitle); at != std::string::npos)
            text.replace(at, kExhibitTitle.size(), exhibit_titles_.at(reference.target));
    }

    /// The words before an inline; those before a note in parentheses, as in "Futurum Group (as of March 2025)".
    static std::string words_before(const doc::Inlines& inlines, std::size_t at) {
        for (; at > 0; --at) {
            const auto* words = std::get_if<doc::Words>(&inlines[at - 1]);
            if (words == nullptr) return {};
            if (!words->text.starts_with(" (") || !words->text.ends_with(')')) return words->text;
        }
        return {};
    }

    /// Gives a citation, which has its numbers already, the marks of its sources in words.
    void mark(doc::Citation& citation, std::string before) const {
        std::vector<CitationMarks::Label> labels;
        for (const int number : citation.numbers) {
            const auto at = static_cast<std::size_t>(number - 1);
            if (at < order_.size()) {
                const auto& source = record(order_[at]);
                labels.push_back(marks_->label_behind(source, before));
                before = marks_->label(source).empty() ? std::string() : marks_->author(source);
            } else {
                labels.push_back({marks_->label(*analysis(analyses_[at - order_.size()])), false});
                before.clear();
            }
        }
        marks_->write(citation, labels);
    }

    const data::SourceRecord& record(int source) const {
        return context_.values.model().sources[static_cast<std::size_t>(source - 1)];
    }

    void renumber(doc::Citation& citation) const {
        std::vector<int> numbers;
        for (const int source : citation.numbers) {
            const bool ours = analysis(source) != nullptr;
            const auto& row = ours ? analyses_ : order_;
            const auto at = std::find(row.begin(), row.end(), source);
            if (at == row.end()) continue;
            numbers.push_back(
                static_cast<int>((ours ? order_.size() : 0) + static_cast<std::size_t>(at - row.begin())) + 1);
        }
        std::sort(numbers.begin(), numbers.end());
        citation.numbers = std::move(numbers);
    }

    /// The list of sources: in order of appearance, then those through which they are known, or all by author; then own
    /// analyses.
    void list_sources() {
        for (std::size_t i = 0; i < order_.size(); ++i) {
            if (const int via = source_index(context_, record(order_[i]).via)) cite(via);
        }
        const std::vector<int> shown(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(shown_sources_));
        const auto& style = context_.inputs.layout.citation_style;
        if (style && style->order == style::SourceOrder::author) {
            std::stable_sort(order_.begin(), order_.end(),
                             [&](int a, int b) { return before_by_author(context_, record(a), record(b)); });
        }
        std::vector<const data::SourceRecord*> listed;
        for (const int source : order_) listed.push_back(&record(source));
        marks_.emplace(context_, listed);
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const auto& source = record(order_[i]);
            doc::SourceEntry entry;
            entry.number = static_cast<int>(i) + 1;
            entry.id = source.id;
            entry.text = style ? styled_text(source, *style) : source_text(context_, source, number_of(source.via));
            entry.mark = marks_->label(source);
            entry.caveat = typographic(context_.inputs.locale.of_data(source.caveat), context_.inputs.locale);
            for (const auto& use : context_.collected.uses) {
                if (use.source == source.id && !contains(entry.facts, use.fact)) entry.facts.push_back(use.fact);
            }
            if (std::find(shown.begin(), shown.end(), order_[i]) != shown.end()) doubt_source(context_, source);
            document_.sources.push_back(std::move(entry));
        }
        if (context_.inputs.layout.citations == style::Citations::none) return;  // nothing would refer to own analyses
        for (const int position : analyses_) {
            doc::SourceEntry entry;
            entry.number = static_cast<int>(document_.sources.size()) + 1;
            const auto& own = *analysis(position);
            entry.text = source_line(context_, {{}, own.sources, !own.sources.empty(), own.set}, std::nullopt);
            entry.text.emplace_back(plain("."));
            settle_in(entry.text);
            entry.mark = marks_->label(own);
            document_.sources.push_back(std::move(entry));
        }
    }

    /// The number of a source in the list; 0: it is not there.
    int number_of(const std::string& id) const {
        const auto at = std::find(order_.begin(), order_.end(), source_index(context_, id));
        return at == order_.end() ? 0 : static_cast<int>(at - order_.begin()) + 1;
    }

    doc::Inlines styled_text(const data::SourceRecord& source, const style::CitationStyle& style) const {
        EntryPlace place;
        place.year_letter = marks_->year_letter(source);
        if (const auto* via = context_.values.model().source(source.via)) {
            place.cited_in = marks_->label(*via);
            if (place.cited_in.empty())
                place.cited_in =
                    prints_numbers(context_) ? std::to_string(number_of(source.via)) : short_name(context_, *via);
        }
        return styled_entry(context_, source, style.entry, style.authors, place);
    }

    void order_footnotes(const Visitor& settle) {
        document_.footnotes.resize(new_footnote_.size());
        for (const auto& [before, now] : new_footnote_) {
            auto& blocks = context_.collected.footnotes[static_cast<std::size_t>(before)];
            walk(blocks, settle);
            document_.footnotes[static_cast<std::size_t>(now)] = std::move(blocks);
        }
    }

    Context& context_;
    doc::Document& document_;
    const Visitor* counter_ = nullptr;
    std::vector<int> order_;                              // positions of sources in the model, as they appear
    std::vector<int> analyses_;                           // positions of our own numbers, likewise
    std::size_t shown_sources_ = 0;                       // how many of `order_` are cited in parts that are shown
    std::optional<CitationMarks> marks_;                  // once the sources are in order
    std::map<int, int> new_footnote_;                     // index in Collected::footnotes -> in the document
    std::map<std::string, int> numbers_;                  // "figure" -> the last number given
    std::map<std::string, std::string> exhibit_numbers_;  // id -> "Figure 2"
    std::map<std::string, std::string> exhibit_titles_;   // id -> its title in plain words
};

}  // namespace

void number_document(Context& context, doc::Document& document, const std::vector<vocabulary::Part>& parts) {
    Numberer(context, document).run(parts);
    // The foot of each slide lists the sources that it cites by number, so slides keep the numbers.
    if (context.inputs.layout.citations == style::Citations::footnotes && !on_slides(context))
        cite_in_notes(context, document, parts);
}

}  // namespace precis::bind
