// Two walks in the order of appearance: the first counts, the second writes the numbers.
#include "bind/numbering/numbering.h"

#include <algorithm>
#include <map>

#include "bind/checks/doubt.h"
#include "bind/numbering/cite_in_notes.h"
#include "bind/numbering/source_text.h"
#include "bind/numbering/walk.h"
#include "bind/parts/shown.h"
#include "bind/text/prose.h"
#include "bind/text/source_line.h"
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
        const bool chinese = context_.inputs.locale.tag().substr(0, 2) == "zh";
        exhibit.number = word + (chinese ? "" : "\u00a0") + std::to_string(++numbers_[key]);
        exhibit_numbers_[exhibit.id] = exhibit.number;
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
        for (auto& part : inlines) {
            if (auto* citation = std::get_if<doc::Citation>(&part)) renumber(*citation);
            if (auto* mark = std::get_if<doc::FootnoteMark>(&part)) {
                const auto moved = new_footnote_.find(mark->index);
                if (moved != new_footnote_.end()) mark->index = moved->second;
            }
            if (auto* reference = std::get_if<doc::Reference>(&part)) {
                const auto number = exhibit_numbers_.find(reference->target);
                if (reference->text.empty() && number != exhibit_numbers_.end()) reference->text = number->second;
            }
        }
        // A citation in a part that this layout does not show has no number and is removed.
        std::erase_if(inlines, [](const doc::Inline& part) {
            const auto* citation = std::get_if<doc::Citation>(&part);
            return citation != nullptr && citation->numbers.empty();
        });
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

    /// The list of sources: in order of appearance, then those through which they are known, then own analyses.
    void list_sources() {
        const auto& model = context_.values.model();
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const auto& source = model.sources[static_cast<std::size_t>(order_[i] - 1)];
            if (const int via = source_index(context_, source.via)) cite(via);
        }
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const auto& source = model.sources[static_cast<std::size_t>(order_[i] - 1)];
            doc::SourceEntry entry;
            entry.number = static_cast<int>(i) + 1;
            entry.id = source.id;
            const int via = source_index(context_, source.via);
            const auto at = std::find(order_.begin(), order_.end(), via);
            entry.text = source_text(context_, source,
                                     via != 0 && at != order_.end() ? static_cast<int>(at - order_.begin()) + 1 : 0);
            entry.caveat = typographic(source.caveat, context_.inputs.locale);
            for (const auto& use : context_.collected.uses) {
                if (use.source == source.id && !contains(entry.facts, use.fact)) entry.facts.push_back(use.fact);
            }
            if (i < shown_sources_) doubt_source(context_, source);
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
            document_.sources.push_back(std::move(entry));
        }
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
    std::map<int, int> new_footnote_;                     // index in Collected::footnotes -> in the document
    std::map<std::string, int> numbers_;                  // "figure" -> the last number given
    std::map<std::string, std::string> exhibit_numbers_;  // id -> "Figure 2"
};

}  // namespace

void number_document(Context& context, doc::Document& document, const std::vector<vocabulary::Part>& parts) {
    Numberer(context, document).run(parts);
    // The foot of each slide lists the sources that it cites by number, so slides keep the numbers.
    if (context.inputs.layout.citations == style::Citations::footnotes && !on_slides(context))
        cite_in_notes(context, document, parts);
}

}  // namespace precis::bind
