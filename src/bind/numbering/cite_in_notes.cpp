// The second citation style: a footnote under the page for each citation, in full the first time and short afterwards,
// in the order in which the layout shows its parts: summary, tiles, findings, running text, asides. An exhibit moves
// about the page and must stand alone: its source line names titles and dates instead.
#include <map>

#include "bind/numbering/numbering.h"
#include "bind/numbering/walk.h"
#include "bind/parts/parts.h"

namespace precis::bind {
namespace {

class NoteCiter {
  public:
    NoteCiter(Context& context, doc::Document& document) : context_(context), document_(document) {}

    void run(const std::vector<std::string>& parts) {
        before_ = std::move(document_.footnotes);
        document_.footnotes.clear();
        const Visitor in_words{[](doc::Inlines&) {}, [this](doc::Exhibit& exhibit) { tell(exhibit); }};
        walk(document_, every_part(), every_piece(), in_words);
        const Visitor in_notes{[this](doc::Inlines& inlines) { settle(inlines); }, [](doc::Exhibit&) {}};
        walk(document_, parts, shown_pieces(context_.layout), in_notes);
        const Visitor unseen{[](doc::Inlines& inlines) {
                                 std::erase_if(inlines, [](const doc::Inline& one) {
                                     return std::holds_alternative<doc::Citation>(one);
                                 });
                             },
                             [](doc::Exhibit&) {}};
        walk(document_, every_part(), every_piece(), unseen);
        // What our own numbers are made of stands in the notes; the list is of sources.
        std::erase_if(document_.sources, [](const doc::SourceEntry& one) { return one.id.empty(); });
    }

  private:
    const doc::SourceEntry& at(int number) const { return document_.sources[static_cast<std::size_t>(number - 1)]; }
    /// Of our own numbers, the sources in words.
    doc::Inlines entry(int number) const {
        auto text = at(number).text;
        if (at(number).id.empty()) tell_in(text);
        return text;
    }

    // ---- in words: "Futurum Group, *Decision makers*, March 2026; *A note*, 2026"

    /// An entry of the list of sources without its first words, the publisher, where those are `said`, and its stop.
    doc::Inlines rest_of(int number, const std::string& said) const {
        auto rest = entry(number);
        if (rest.size() > 2) rest.erase(rest.begin());  // who, before the title
        if (const auto* title = std::get_if<doc::Words>(&rest.front()); title != nullptr && title->text == said)
            rest.erase(rest.begin());
        if (auto* last = rest.empty() ? nullptr : std::get_if<doc::Words>(&rest.back())) {
            if (!last->text.empty() && last->text.back() == '.') last->text.pop_back();
        }
        return rest;
    }

    doc::Inlines told(const doc::Citation& citation, const std::string& said) const {
        doc::Inlines out;
        for (const int number : citation.numbers) {
            auto rest = rest_of(number, said);
            const auto* first = rest.empty() ? nullptr : std::get_if<doc::Words>(&rest.front());
            const bool comma = first != nullptr && first->text.starts_with(',');
            if (!comma) out.emplace_back(plain(out.empty() ? ", " : "; "));
            out.insert(out.end(), rest.begin(), rest.end());
        }
        return out;
    }

    /// Every citation of a line replaced by `words(citation, what stands before it)`.
    template <class Words>
    static void replace_in(doc::Inlines& inlines, const Words& words) {
        doc::Inlines out;
        for (auto& one : inlines) {
            const auto* citation = std::get_if<doc::Citation>(&one);
            if (citation == nullptr) {
                out.push_back(std::move(one));
                continue;
            }
            const auto* before = out.empty() ? nullptr : std::get_if<doc::Words>(&out.back());
            const auto instead = words(*citation, before != nullptr ? before->text : std::string());
            out.insert(out.end(), instead.begin(), instead.end());
        }
        inlines = std::move(out);
    }

    doc::Inlines bracketed(const doc::Citation& citation, const std::string& before) const {
        // Behind a sentence's stop the brackets hold a sentence of their own.
        const bool sentence = !before.empty() && before.back() == '.';
        doc::Inlines out;
        for (std::size_t i = 0; i < citation.numbers.size(); ++i) {
            out.emplace_back(plain(i == 0 ? " (" : "; "));
            auto all = entry(citation.numbers[i]);
            if (auto* last = std::get_if<doc::Words>(&all.back())) last->text.pop_back();
            out.insert(out.end(), all.begin(), all.end());
        }
        out.emplace_back(plain(sentence ? ".)" : ")"));
        return out;
    }

    void tell_in(doc::Inlines& inlines) const {
        replace_in(inlines, [this](const auto& citation, const auto& before) { return told(citation, before); });
    }

    /// An author's own words: sources stand in brackets behind them.
    void bracket_in(doc::Inlines& inlines) const {
        replace_in(inlines, [this](const auto& citation, const auto& before) { return bracketed(citation, before); });
    }

    void tell(doc::Exhibit& exhibit) const {
        tell_in(exhibit.source);
        for (auto* words : {&exhibit.title, &exhibit.subtitle, &exhibit.note}) bracket_in(*words);
    }

    // ---- in notes

    void settle(doc::Inlines& inlines) {
        for (auto& one : inlines) {
            if (const auto* mark = std::get_if<doc::FootnoteMark>(&one)) {
                one = moved(mark->index);
            } else if (const auto* citation = std::get_if<doc::Citation>(&one)) {
                doc::Paragraph text;
                for (const int number : citation->numbers) cite(number, text.inlines);
                std::vector<doc::Block> note;
                note.push_back({std::move(text)});
                one = add(std::move(note));
            }
        }
    }

    /// An author's own note, at its first mark.
    doc::FootnoteMark moved(int index) {
        const auto known = moved_.find(index);
        if (known != moved_.end()) return {known->second};
        auto note = std::move(before_[static_cast<std::size_t>(index)]);
        walk(note, {[this](doc::Inlines& inlines) { bracket_in(inlines); }, [](doc::Exhibit&) {}});
        auto mark = add(std::move(note));
        moved_[index] = mark.index;
        return mark;
    }

    doc::FootnoteMark add(std::vector<doc::Block> note) {
        document_.footnotes.push_back(std::move(note));
        return {static_cast<int>(document_.footnotes.size()) - 1};
    }

    void cite(int number, doc::Inlines& out) {
        if (!out.empty()) out.emplace_back(plain(" "));
        const auto [first, is_new] = notes_.emplace(number, document_.footnotes.size() + 1);
        if (is_new) {
            const auto words = entry(number);
            out.insert(out.end(), words.begin(), words.end());
            return;
        }
        const auto* source = context_.values.model().source(at(number).id);
        auto name = plain(context_.locale.raised(source != nullptr ? short_name(context_, *source)
                                                                   : context_.locale.word("own-analysis")));
        name.emphasis = source != nullptr && goes_by_title(context_, *source);
        out.emplace_back(std::move(name));
        out.emplace_back(
            plain(", " + context_.locale.word("note-number") + "\u00a0" + std::to_string(first->second) + "."));
    }

    Context& context_;
    doc::Document& document_;
    std::vector<std::vector<doc::Block>> before_;
    std::map<int, int> moved_;          // author's notes: index before -> now
    std::map<int, std::size_t> notes_;  // source number -> its first note's number
};

}  // namespace

void cite_in_notes(Context& context, doc::Document& document, const std::vector<std::string>& parts) {
    NoteCiter(context, document).run(parts);
}

}  // namespace precis::bind
