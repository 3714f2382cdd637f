// The index: what texts mark for it, with the pages of the round of composition before.
#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>

#include "layout/blocks/runs.h"
#include "layout/parts/bands.h"

namespace precis::layout {
namespace {

// Points, chosen by eye in the columns of the research note.
constexpr double kAboveLetter = 10.5, kBelowLetter = 1.5;
constexpr double kHang = 8;  // of the lines behind an entry's first, and of entries below a heading

int number_of(std::string_view digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

void add_words(doc::Inlines& to, std::string text, const std::string& anchor = {}) {
    auto words = plain_words(std::move(text));
    if (!anchor.empty()) std::get<doc::Words>(words.front()).link = "#" + anchor;
    to.push_back(std::move(words.front()));
}

class Index {
  public:
    Index(Setting& s, const style::PartRule& part, Band& band)
        : s_(s),
          band_(band),
          style_(part_style(s, part, "", "source")),
          letter_(part_style(s, part, "letter", "side-label")) {}

    void run(const style::PartRule& part) {
        const auto& entries = s_.document.index;
        std::vector<std::string> mains;
        for (const auto& entry : entries) mains.push_back(entry.main);
        const auto letters = s_.locale.letters(mains);
        std::string letter, main;
        bool heads = false;  // the entry before is a main heading
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const auto& entry = entries[i];
            auto pages = pages_of(s_, entry.anchor + "/");
            if (pages.empty()) continue;  // in a piece that this layout does not show
            if (band_.flow.empty()) root_ = open_flow(s_, part, word_key(part.part), band_);
            if (const bool fresh = !list_; fresh || letters[i] != letter) {
                letter = letters[i];
                begin_letter(letter);
                main.clear();
            }
            if (!entry.sub.empty() && entry.main != main) {
                add(entry.main, {}, 0);
                heads = true;
            }
            if (!entry.sub.empty() && heads) band_.flow.back().keep_next = true;  // no heading ends a column
            heads = entry.sub.empty();
            main = entry.main;
            add(entry.sub.empty() ? entry.main : entry.sub, std::move(pages), entry.sub.empty() ? 0 : kHang);
        }
    }

  private:
    void begin_letter(const std::string& letter) {
        const bool first = !list_;
        list_ = mark(s_, scene::Role::list);
        if (letter.empty()) return;
        Piece piece;
        auto set = set_text(s_, letter, letter_, band_.strip.column_width);
        piece.height = set.height + kBelowLetter;
        piece.before = first ? 0 : kAboveLetter;
        piece.keep_next = true;
        piece.path = {root_, mark(s_, scene::Role::paragraph)};  // no heading: those are moved to level columns
        piece.items = std::move(set.items);
        band_.flow.push_back(std::move(piece));
    }

    // An entry's lines; those behind the first are indented.
    void add(const std::string& words, doc::Inlines pages, double indent) {
        doc::Inlines line = plain_words(words);
        if (!pages.empty()) add_words(line, ", ");
        std::move(pages.begin(), pages.end(), std::back_inserter(line));
        const Path path =
            Path{root_, *list_}.with(mark(s_, scene::Role::list_item)).with(mark(s_, scene::Role::list_body));
        auto paragraph = paragraph_of(s_, runs_of(s_, line, style_), style_);
        paragraph.first_indent = -kHang;
        const auto begin = band_.flow.size();
        add_lines(s_, set_lines(s_, paragraph, band_.strip.column_width - indent - kHang), style_, indent + kHang, path,
                  band_.flow);
        for (auto i = begin; i + 1 < band_.flow.size(); ++i) band_.flow[i].keep_next = true;
    }

    Setting& s_;
    Band& band_;
    const style::TextStyle& style_;
    const style::TextStyle& letter_;
    scene::Mark root_;
    std::optional<scene::Mark> list_;  // of the letter at hand
};

}  // namespace

doc::Inlines pages_of(Setting& s, const std::string& family) {
    if (s.page_labels.empty()) {  // the first round: as long as an entry is at least
        (void)s.pages.family(family);
        return plain_words("0");
    }
    std::map<int, std::string> first;  // page -> the anchor there that was given first
    for (const auto& [anchor, label] : s.pages.family(family)) {
        auto& known = first[number_of(label)];
        const auto place = [&](const std::string& name) {
            return number_of(std::string_view(name).substr(family.size()));
        };
        if (known.empty() || place(anchor) < place(known)) known = anchor;
    }
    doc::Inlines out;
    for (auto at = first.begin(); at != first.end();) {
        auto last = at;
        for (auto next = std::next(at); next != first.end() && next->first == last->first + 1; ++next) last = next;
        if (!out.empty()) add_words(out, ", ");
        add_words(out, std::to_string(at->first), at->second);
        if (last != at) {
            add_words(out, "–");
            add_words(out, std::to_string(last->first), last->second);
        }
        at = std::next(last);
    }
    return out;
}

void index_band(Setting& s, const style::PartRule& part, Band& band) {
    Index(s, part, band).run(part);
}

}  // namespace precis::layout
