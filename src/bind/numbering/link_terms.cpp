#include "bind/numbering/link_terms.h"

#include <algorithm>
#include <set>
#include <string>

#include "bind/numbering/walk.h"
#include "locale/terms.h"

namespace precis::bind {
namespace {

/// The leading strong words of a text that goes on: its heading.
std::size_t end_of_lead(const doc::Inlines& text) {
    const auto lead = std::find_if(text.begin(), text.end(), [](const doc::Inline& part) {
        const auto* words = std::get_if<doc::Words>(&part);
        return words == nullptr || !words->strong;
    });
    return lead == text.end() ? 0 : static_cast<std::size_t>(lead - text.begin());
}

class TermLinker {
  public:
    TermLinker(const doc::Document& document, int* used_words)
        : finder_(forms_of(document), document.language), used_words_(used_words) {
        for (std::size_t i = 0; i < document.glossary.size(); ++i) {
            for (std::size_t form = 0; form < document.glossary[i].forms.size(); ++form) entry_of_.push_back(i);
            anchors_.push_back(document.glossary[i].anchor);
            definitions_.push_back(&document.glossary[i].definition);
        }
    }

    void begin() { linked_.clear(); }

    void link(doc::Inlines& text) {
        // A definition is a scope of its own, in which its own term counts as linked.
        const auto definition = std::find(definitions_.begin(), definitions_.end(), &text);
        in_definition_ = definition != definitions_.end();
        if (in_definition_) {
            linked_ = {static_cast<std::size_t>(definition - definitions_.begin())};
        }
        const auto lead = end_of_lead(text);
        doc::Inlines out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto* words = std::get_if<doc::Words>(&text[i]);
            const bool open = words != nullptr && i >= lead && !words->code && !words->bound && words->link.empty();
            if (open) {
                add_linked(*words, out);
            } else {
                out.push_back(std::move(text[i]));
            }
        }
        text = std::move(out);
    }

  private:
    static std::vector<std::string> forms_of(const doc::Document& document) {
        std::vector<std::string> forms;
        for (const auto& entry : document.glossary) forms.insert(forms.end(), entry.forms.begin(), entry.forms.end());
        return forms;
    }

    /// Adds the words to `out`, divided at the terms that are linked.
    void add_linked(const doc::Words& words, doc::Inlines& out) {
        std::size_t done = 0;
        const auto add = [&](std::size_t end, const std::string& link, const std::string& use = {}) {
            if (end == done) return;
            auto piece = words;
            piece.text = words.text.substr(done, end - done);
            piece.link = link;
            if (!use.empty()) piece.use += (piece.use.empty() ? "" : " ") + use;
            out.emplace_back(std::move(piece));
            done = end;
        };
        for (const auto& match : finder_.find(words.text)) {
            const auto entry = entry_of_[match.form];
            const bool first = linked_.insert(entry).second;
            const bool counts = used_words_ != nullptr && !in_definition_;
            if (!first && !counts) continue;
            add(match.begin, {});
            add(match.end, first ? "#" + anchors_[entry] : std::string(),
                counts ? anchors_[entry] + "/" + std::to_string(++*used_words_) : std::string());
        }
        add(words.text.size(), {});
    }

    locale::TermFinder finder_;
    std::vector<std::size_t> entry_of_;             // of each form
    std::vector<std::string> anchors_;              // of each entry
    std::vector<const doc::Inlines*> definitions_;  // likewise
    std::set<std::size_t> linked_;                  // entries linked in this part or section
    int* used_words_;                               // counts the places of terms; nullptr: nobody asks for them
    bool in_definition_ = false;
};

}  // namespace

void link_terms(doc::Document& document, const std::vector<vocabulary::Part>& parts,
                const std::vector<vocabulary::SectionPiece>& pieces, int* used_words) {
    const bool shown = std::find(parts.begin(), parts.end(), vocabulary::Part::glossary) != parts.end();
    if (!shown || document.glossary.empty()) return;
    TermLinker linker(document, used_words);
    walk(document, parts, pieces,
         {[](doc::Inlines&) {}, [](doc::Exhibit&) {}, [&](doc::Inlines& text) { linker.link(text); },
          [&] { linker.begin(); }});
}

}  // namespace precis::bind
