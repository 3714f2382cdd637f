// The bands at a document's end that readers look things up in: the glossary, and who wrote it.
#include <algorithm>
#include <iterator>
#include <string_view>

#include "layout/blocks/runs.h"
#include "layout/parts/bands.h"
#include "layout/parts/portrait.h"

namespace precis::layout {
namespace {

// Points, chosen by eye on the samples; steps of the grid where text runs in columns.
constexpr double kBetweenEntries = 3.5;
constexpr double kLeastCard = 150;                // width of an author's card
constexpr double kPhoto = 52, kBesidePhoto = 12;  // side of the photo; from it to the words
constexpr double kAboveCards = 10.5, kBetweenRows = 14;

class Card {
  public:
    Card(Setting& s, base::Rect at, style::Photos shape) : s_(s), at_(at), shape_(shape) {}

    scene::Mark run(const doc::Author& author) {
        auto body = mark(s_, scene::Role::list_body);
        if (auto photo = portrait(s_, author, shape_, s_.layout.color("light"), {at_.x, at_.y, kPhoto, kPhoto}))
            body.items.push_back(std::move(*photo));
        auto email = plain_words(author.email);
        if (!author.email.empty()) std::get<doc::Words>(email.front()).link = "mailto:" + author.email;
        std::vector<scene::Item> words;
        double height = 0;
        const auto add = [&](const doc::Inlines& text, const char* style) {
            if (doc::plain_text(text).empty()) return;
            auto set = set_text(s_, text, s_.style(style), at_.width - kPhoto - kBesidePhoto);
            shift(set.items, at_.x + kPhoto + kBesidePhoto, height);
            auto paragraph = mark(s_, scene::Role::paragraph);
            paragraph.items = std::move(set.items);
            words.emplace_back(std::move(paragraph));
            height += set.height;
        };
        add(plain_words(author.name), "finding-heading");
        add(plain_words(author.role), "finding");
        add(email, "finding");
        // Few words stand at the middle of the photo, many begin at its top.
        shift(words, 0, at_.y + std::max(0.0, (kPhoto - height) / 2));
        std::move(words.begin(), words.end(), std::back_inserter(body.items));
        height_ = at_.y + std::max(kPhoto, height);
        auto item = mark(s_, scene::Role::list_item);
        item.span = author.span;
        item.items.emplace_back(std::move(body));
        return item;
    }

    double height() const { return height_; }

  private:
    Setting& s_;
    base::Rect at_;
    style::Photos shape_;
    double height_ = 0;
};

// The pages that use a term, behind its definition: "page 4", "pp. 4–6, 9".
void add_pages(Setting& s, const doc::GlossaryEntry& entry, doc::Inlines& definition) {
    auto pages = pages_of(s, entry.anchor + "/");
    if (pages.empty()) return;
    auto word = s.locale.word(pages.size() == 1 ? "page" : "pages");
    std::string behind;
    if (const auto at = word.find("{page}"); at != std::string::npos) {
        behind = word.substr(at + std::string_view("{page}").size());
        word.erase(at);
    } else {
        word += "\u00a0";
    }
    definition.push_back(plain_words("\u2002" + word).front());
    std::move(pages.begin(), pages.end(), std::back_inserter(definition));
    if (!behind.empty()) definition.push_back(plain_words(behind).front());
}

}  // namespace

void glossary_band(Setting& s, const style::PartRule& part, Band& band) {
    const auto& entries = s.document.glossary;
    if (entries.empty()) return;
    const auto root = open_flow(s, part, word_key(part.part), band);
    doc::List list;
    for (const auto& entry : entries) {
        list.terms.push_back(plain_words(entry.term));
        auto definition = entry.definition;
        if (part.pages) add_pages(s, entry, definition);
        list.items.push_back({{doc::Paragraph{std::move(definition), entry.span}}});
    }
    const auto style = part.style.empty() ? std::string("list") : part.style;
    add_blocks(s, {{std::move(list)}}, nullptr, {root}, {band.strip.column_width, band.strip.width, 0, style, style},
               band.flow);
    // An entry begins with the first piece of its label.
    std::uint32_t label = 0;
    auto entry = entries.begin();
    for (auto& piece : band.flow) {
        if (piece.path.empty() || piece.path.back().role != scene::Role::label || piece.path.back().element == label)
            continue;
        label = piece.path.back().element;
        if (entry != entries.begin()) piece.before = std::max(piece.before, kBetweenEntries);
        piece.anchors.push_back({(entry++)->anchor, {0, 0}});
    }
}

bool follows_about(const Setting& s, const style::PartRule& part) {
    const auto& rules = s.layout.parts;
    const auto at = std::find_if(rules.begin(), rules.end(), [&](const auto& rule) { return rule.part == part.part; });
    return at != rules.end() && at != rules.begin() && std::prev(at)->part == style::Part::about &&
           !s.document.about.empty();
}

void authors_band(Setting& s, const style::PartRule& part, Band& band) {
    const auto& authors = s.document.authors;
    if (std::none_of(authors.begin(), authors.end(), [](const auto& author) { return author.has_card(); })) return;
    // Directly behind the part `about`, the cards go on under its label.
    const bool labelled = !part.label.empty() || !follows_about(s, part);
    auto section = mark(s, scene::Role::section);
    if (labelled) {
        auto label = label_piece(s, part, word_key(part.part), !band.ground);
        section = label.path.front();
        band.rows.push_back(std::move(label));
    }
    const auto list = mark(s, scene::Role::list);
    const double gutter = s.layout.grid.gutter;
    const auto across =
        static_cast<std::size_t>(std::clamp((band.strip.width + gutter) / (kLeastCard + gutter), 1.0, 3.0));
    const double width = (band.strip.width - static_cast<double>(across - 1) * gutter) / static_cast<double>(across);
    for (std::size_t i = 0; i < authors.size(); i += across) {
        Piece row;
        row.path = {section, list};
        row.before = i == 0 ? 0 : kBetweenRows;
        const double top = i == 0 && labelled && !band.ground ? kAboveCards : 0;
        for (std::size_t c = 0; c < across && i + c < authors.size(); ++c) {
            Card card(s, {band.strip.x + static_cast<double>(c) * (width + gutter), top, width, 0}, part.photos);
            row.items.emplace_back(card.run(authors[i + c]));
            row.height = std::max(row.height, card.height());
        }
        row.keep_next = i == 0 && across < authors.size();
        band.rows.push_back(std::move(row));
    }
}

}  // namespace precis::layout
