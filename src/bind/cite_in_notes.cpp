// The second citation style: a footnote under the page for each citation of running text, in full the first time and
// short afterwards. Tiles, findings and exhibits have no notes of their own: they name their sources or have them in
// the text beside them, and lose their numbers.
#include <map>

#include "bind/parts.h"
#include "bind/walk.h"

namespace precis::bind {
namespace {

doc::Words plain(std::string text) {
    doc::Words words;
    words.text = std::move(text);
    return words;
}

class NoteCiter {
  public:
    NoteCiter(Context& context, doc::Document& document) : context_(context), document_(document) {}

    void run(const std::vector<std::string>& parts) {
        before_ = std::move(document_.footnotes);
        document_.footnotes.clear();
        for (const auto& part : parts) {
            if (part == "summary") bodies(document_.summary);
            if (part == "foreword") bodies(document_.foreword);
            if (part == "method") bodies(document_.method);
            if (part == "disclosure") bodies(document_.disclosure);
            if (part == "about") bodies(document_.about);
            if (part == "sections") sections(document_.sections);
            if (part == "appendix") sections(document_.appendix);
        }
        const Visitor numbers_go{[](doc::Inlines& inlines) {
                                     std::erase_if(inlines, [](const doc::Inline& one) {
                                         return std::holds_alternative<doc::Citation>(one);
                                     });
                                 },
                                 [](doc::Exhibit&) {}};
        walk(document_, every_part(), every_piece(), numbers_go);
        for (auto& note : document_.footnotes) walk(note, numbers_go);
    }

  private:
    void sections(std::vector<doc::Section>& list) {
        for (auto& section : list) {
            bodies(section.body);
            for (auto& aside : section.asides) bodies(aside.body);
            sections(section.sections);
        }
    }

    void bodies(std::vector<doc::Block>& blocks) {
        const Visitor visitor{[this](doc::Inlines& inlines) { settle(inlines); }, [](doc::Exhibit&) {}};
        walk(blocks, visitor);
    }

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
        auto mark = add(std::move(before_[static_cast<std::size_t>(index)]));
        moved_[index] = mark.index;
        return mark;
    }

    doc::FootnoteMark add(std::vector<doc::Block> note) {
        document_.footnotes.push_back(std::move(note));
        return {static_cast<int>(document_.footnotes.size()) - 1};
    }

    void cite(int number, doc::Inlines& out) {
        const auto& entry = document_.sources[static_cast<std::size_t>(number - 1)];
        if (!out.empty()) out.emplace_back(plain(" "));
        const auto [first, is_new] = notes_.emplace(number, document_.footnotes.size() + 1);
        if (is_new) {
            out.insert(out.end(), entry.text.begin(), entry.text.end());
            return;
        }
        const auto* source = context_.values.model().source(entry.id);
        const auto name = source != nullptr ? short_name(context_, *source) : entry.id;
        out.emplace_back(plain(context_.locale.raised(name) + ", " + context_.locale.word("note-number") + "\u00a0" +
                               std::to_string(first->second) + "."));
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
