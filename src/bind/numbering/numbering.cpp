// Last of all, so that what is hidden leaves no gap: exhibits, footnotes and sources are numbered as they appear.
#include "bind/numbering/numbering.h"

#include <algorithm>
#include <map>

#include "bind/checks/doubts.h"
#include "bind/numbering/walk.h"
#include "bind/parts/parts.h"
#include "bind/text/source_line.h"

namespace precis::bind {
namespace {

class Numberer {
  public:
    Numberer(Context& context, doc::Document& document) : context_(context), document_(document) {}

    void run(const std::vector<std::string>& parts) {
        const Visitor count{[this](doc::Inlines& inlines) { count_in(inlines); },
                            [this](doc::Exhibit& exhibit) { number(exhibit); }};
        counter_ = &count;
        walk(document_, parts, shown_pieces(context_.layout), count);
        shown_sources_ = order_.size();
        // What this layout does not show still has exhibits that texts may name.
        const Visitor rest{[](doc::Inlines&) {}, [this](doc::Exhibit& exhibit) { number(exhibit); }};
        walk(document_, every_part(), every_piece(), rest);
        sources();
        const Visitor settle{[this](doc::Inlines& inlines) { settle_in(inlines); }, [](doc::Exhibit&) {}};
        walk(document_, every_part(), every_piece(), settle);
        footnotes(settle);
    }

  private:
    void number(doc::Exhibit& exhibit) {
        if (!exhibit.number.empty()) return;
        if (const auto twin = exhibit_numbers_.find(exhibit.id); twin != exhibit_numbers_.end()) {
            exhibit.number = twin->second;
            return;
        }
        const bool table = exhibit.id.substr(0, 4) == "tab:";
        const bool together = context_.layout.exhibits_numbered_together;
        const std::string key = together ? "exhibit" : table ? "table" : "figure";
        const auto own = context_.layout.words.find(key);
        const auto word = own != context_.layout.words.end() ? own->second : context_.locale.word(key);
        const bool chinese = context_.locale.tag().substr(0, 2) == "zh";
        exhibit.number = word + (chinese ? "" : "\u00a0") + std::to_string(++numbers_[key]);
        exhibit_numbers_[exhibit.id] = exhibit.number;
    }

    void count_in(doc::Inlines& inlines) {
        for (auto& one : inlines) {
            if (const auto* citation = std::get_if<doc::Citation>(&one)) {
                for (const int source : citation->numbers) cite(source);
            }
            if (const auto* mark = std::get_if<doc::FootnoteMark>(&one)) meet_footnote(mark->index);
        }
    }

    /// A source, or numbers of our own made of some (bind/context.h), which stand in a row behind the sources.
    void cite(int source) {
        const auto* made_of = analysis(source);
        auto& row = made_of != nullptr ? analyses_ : order_;
        if (std::find(row.begin(), row.end(), source) != row.end()) return;
        row.push_back(source);
        if (made_of == nullptr) return;
        for (const auto& id : *made_of) cite(source_index(context_, id));
    }

    const std::vector<std::string>* analysis(int source) const {
        const auto sources = static_cast<int>(context_.values.model().sources.size());
        return source > sources ? &context_.analyses[static_cast<std::size_t>(source - sources - 1)] : nullptr;
    }

    void meet_footnote(int index) {
        if (new_footnote_.count(index) > 0) return;
        const int next = static_cast<int>(new_footnote_.size());
        new_footnote_[index] = next;
        walk(context_.footnotes[static_cast<std::size_t>(index)], *counter_);
    }

    void settle_in(doc::Inlines& inlines) {
        for (auto& one : inlines) {
            if (auto* citation = std::get_if<doc::Citation>(&one)) renumber(*citation);
            if (auto* mark = std::get_if<doc::FootnoteMark>(&one)) {
                const auto found = new_footnote_.find(mark->index);
                if (found != new_footnote_.end()) mark->index = found->second;
            }
            if (auto* reference = std::get_if<doc::Reference>(&one)) {
                const auto number = exhibit_numbers_.find(reference->target);
                if (reference->text.empty() && number != exhibit_numbers_.end()) reference->text = number->second;
            }
        }
        // A citation in a part that this layout does not show has no number.
        std::erase_if(inlines, [](const doc::Inline& one) {
            const auto* citation = std::get_if<doc::Citation>(&one);
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

    /// Sources in order of appearance, then those through which they are known.
    void sources() {
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
            entry.caveat = typographic(source.caveat, context_.locale);
            for (const auto& use : context_.uses) {
                if (use.source == source.id && !contains(entry.facts, use.fact)) entry.facts.push_back(use.fact);
            }
            if (i < shown_sources_) doubt_source(context_, source);
            document_.sources.push_back(std::move(entry));
        }
        if (context_.layout.citations == style::Layout::Citations::none) return;  // no words lead to those
        for (const int one : analyses_) {
            doc::SourceEntry entry;
            entry.number = static_cast<int>(document_.sources.size()) + 1;
            entry.text = source_line(context_, {{}, *analysis(one), true}, std::nullopt);
            entry.text.emplace_back(plain("."));
            settle_in(entry.text);
            document_.sources.push_back(std::move(entry));
        }
    }

    void footnotes(const Visitor& settle) {
        document_.footnotes.resize(new_footnote_.size());
        for (const auto& [before, now] : new_footnote_) {
            auto& blocks = context_.footnotes[static_cast<std::size_t>(before)];
            walk(blocks, settle);
            document_.footnotes[static_cast<std::size_t>(now)] = std::move(blocks);
        }
    }

    Context& context_;
    doc::Document& document_;
    const Visitor* counter_ = nullptr;
    std::vector<int> order_;     // model positions (from 1) of sources, as they appear
    std::vector<int> analyses_;  // likewise, of our own numbers
    std::size_t shown_sources_ = 0;
    std::map<int, int> new_footnote_;
    std::map<std::string, int> numbers_;
    std::map<std::string, std::string> exhibit_numbers_;
};

}  // namespace

const std::vector<std::string>& every_part() {
    static const std::vector<std::string> parts = {"title",           "foreword", "summary", "key-figures", "findings",
                                                   "recommendations", "sections", "watch",   "method",      "appendix",
                                                   "disclosure",      "related",  "about",   "exhibits"};
    return parts;
}

const std::vector<std::string>& every_piece() {
    static const std::vector<std::string> pieces = {"title",  "headline", "body",    "asides",
                                                    "points", "takeaway", "exhibits"};
    return pieces;
}

void number_document(Context& context, doc::Document& document, const std::vector<std::string>& parts) {
    Numberer(context, document).run(parts);
    // A slide's foot names the sources that its words cite by number: there is nothing to move.
    if (context.layout.citations == style::Layout::Citations::footnotes && !on_slides(context))
        cite_in_notes(context, document, parts);
}

}  // namespace precis::bind
