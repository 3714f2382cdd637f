// Citations in running text become footnotes, in the order in which the layout shows its parts. Exhibits have none,
// because they may be moved to another page than their footnotes: their source line names titles and dates instead.
#include "bind/numbering/cite_in_notes.h"

#include <map>

#include "bind/numbering/source_text.h"
#include "bind/numbering/styled_entry.h"
#include "bind/numbering/walk.h"
#include "bind/parts/shown.h"
#include "bind/text/prose.h"
#include "bind/text/source_line.h"

namespace precis::bind {
namespace {

class NoteCiter {
  public:
    NoteCiter(Context& context, doc::Document& document) : context_(context), document_(document) {}

    void run(const std::vector<vocabulary::Part>& parts) {
        before_ = std::move(document_.footnotes);
        document_.footnotes.clear();
        const Visitor in_words{[](doc::Inlines&) {}, [this](doc::Exhibit& exhibit) { name_sources(exhibit); }};
        walk(document_, in_words);
        const Visitor in_notes{[this](doc::Inlines& inlines) { settle(inlines); }, [](doc::Exhibit&) {}};
        walk(document_, parts, shown_pieces(context_.inputs.layout), in_notes);
        const Visitor unseen{[](doc::Inlines& inlines) {
                                 std::erase_if(inlines, [](const doc::Inline& part) {
                                     return std::holds_alternative<doc::Citation>(part);
                                 });
                             },
                             [](doc::Exhibit&) {}};
        walk(document_, unseen);
        // Own analyses are explained in the notes; the list keeps real sources only.
        std::erase_if(document_.sources, [](const doc::SourceEntry& entry) { return entry.id.empty(); });
    }

  private:
    const doc::SourceEntry& source_entry(int number) const {
        return document_.sources[static_cast<std::size_t>(number - 1)];
    }
    /// The text of an entry; that of an own analysis names its sources in words. In a citation style, that of its
    /// notes.
    doc::Inlines entry(int number) const {
        const auto& style = context_.inputs.layout.citation_style;
        const auto* source = context_.values.model().source(source_entry(number).id);
        if (style && source != nullptr) {
            const auto* via = context_.values.model().source(source->via);
            return styled_entry(context_, *source, style->note, style->note_authors,
                                {via != nullptr ? short_name(context_, *via) : std::string(), {}});
        }
        auto text = source_entry(number).text;
        if (source_entry(number).id.empty()) name_sources_in(text);
        return text;
    }

    // ---- in words: "Futurum Group, *Decision makers*, March 2026; *A note*, 2026"

    /// The text of an entry without its full stop, and without its publisher if that is `printed` already.
    doc::Inlines rest_of(int number, const std::string& printed) const {
        // A line of sources has publisher, title and date in every citation style.
        const auto* source = context_.values.model().source(source_entry(number).id);
        auto rest = source != nullptr ? source_text(context_, *source, 0) : entry(number);
        if (rest.size() > 2) rest.erase(rest.begin());  // the publisher, before the title
        if (const auto* title = std::get_if<doc::Words>(&rest.front()); title != nullptr && title->text == printed)
            rest.erase(rest.begin());
        if (auto* last = rest.empty() ? nullptr : std::get_if<doc::Words>(&rest.back())) {
            if (!last->text.empty() && last->text.back() == '.') last->text.pop_back();
        }
        return rest;
    }

    /// The citation in words, behind the publisher that is `printed` already.
    doc::Inlines in_words(const doc::Citation& citation, const std::string& printed) const {
        doc::Inlines out;
        for (const int number : citation.numbers) {
            auto rest = rest_of(number, printed);
            const auto* first = rest.empty() ? nullptr : std::get_if<doc::Words>(&rest.front());
            const bool comma = first != nullptr && first->text.starts_with(',');
            if (!comma) out.emplace_back(plain(out.empty() ? ", " : "; "));
            out.insert(out.end(), rest.begin(), rest.end());
        }
        return out;
    }

    /// Replaces every citation of a line by `words(citation, the words before it)`.
    template <class Words>
    static void replace_in(doc::Inlines& inlines, const Words& words) {
        doc::Inlines out;
        for (auto& part : inlines) {
            const auto* citation = std::get_if<doc::Citation>(&part);
            if (citation == nullptr) {
                out.push_back(std::move(part));
                continue;
            }
            const auto* before = out.empty() ? nullptr : std::get_if<doc::Words>(&out.back());
            const auto instead = words(*citation, before != nullptr ? before->text : std::string());
            out.insert(out.end(), instead.begin(), instead.end());
        }
        inlines = std::move(out);
    }

    doc::Inlines bracketed(const doc::Citation& citation, const std::string& before) const {
        // Behind a full stop, the brackets hold a sentence of their own.
        const bool sentence = !before.empty() && before.back() == '.';
        doc::Inlines out;
        for (std::size_t i = 0; i < citation.numbers.size(); ++i) {
            out.emplace_back(plain(i == 0 ? " (" : "; "));
            auto text = entry(citation.numbers[i]);
            auto* last = std::get_if<doc::Words>(&text.back());
            if (last != nullptr && last->text.ends_with('.')) last->text.pop_back();
            out.insert(out.end(), text.begin(), text.end());
        }
        out.emplace_back(plain(sentence ? ".)" : ")"));
        return out;
    }

    void name_sources_in(doc::Inlines& inlines) const {
        replace_in(inlines, [this](const auto& citation, const auto& before) { return in_words(citation, before); });
    }

    /// Puts the sources of an author's own words in brackets behind them.
    void bracket_in(doc::Inlines& inlines) const {
        replace_in(inlines, [this](const auto& citation, const auto& before) { return bracketed(citation, before); });
    }

    void name_sources(doc::Exhibit& exhibit) const {
        name_sources_in(exhibit.source);
        for (auto* words : {&exhibit.title, &exhibit.subtitle, &exhibit.note}) bracket_in(*words);
    }

    // ---- in notes

    void settle(doc::Inlines& inlines) {
        for (auto& part : inlines) {
            if (const auto* mark = std::get_if<doc::FootnoteMark>(&part)) {
                part = move_note(mark->index);
            } else if (const auto* citation = std::get_if<doc::Citation>(&part)) {
                doc::Paragraph text;
                for (const int number : citation->numbers) cite(number, text.inlines);
                std::vector<doc::Block> note;
                note.push_back({std::move(text)});
                part = add(std::move(note));
            }
        }
    }

    /// The new mark of an author's own note, which is added at its first mark.
    doc::FootnoteMark move_note(int index) {
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

    /// Adds one source to a note: in full the first time, then short, with the number of the first note.
    void cite(int number, doc::Inlines& out) {
        if (!out.empty()) out.emplace_back(plain(" "));
        const auto [first, is_new] = notes_.emplace(number, document_.footnotes.size() + 1);
        if (is_new) {
            const auto words = entry(number);
            out.insert(out.end(), words.begin(), words.end());
            return;
        }
        const auto* source = context_.values.model().source(source_entry(number).id);
        auto name = plain(context_.inputs.locale.raised(
            source != nullptr ? short_name(context_, *source) : context_.inputs.locale.word("own-analysis")));
        name.emphasis = source != nullptr && goes_by_title(context_, *source);
        out.emplace_back(std::move(name));
        out.emplace_back(
            plain(", " + context_.inputs.locale.word("note-number") + "\u00a0" + std::to_string(first->second) + "."));
    }

    Context& context_;
    doc::Document& document_;
    std::vector<std::vector<doc::Block>> before_;
    std::map<int, int> moved_;          // author's notes: former index -> new index
    std::map<int, std::size_t> notes_;  // source number -> its first note's number
};

}  // namespace

void cite_in_notes(Context& context, doc::Document& document, const std::vector<vocabulary::Part>& parts) {
    NoteCiter(context, document).run(parts);
}

}  // namespace precis::bind
