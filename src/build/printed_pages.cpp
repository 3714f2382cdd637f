// From the author's words to the marks on the pages that were made from them.
#include "build/printed_pages.h"

#include <algorithm>
#include <limits>

namespace precis::build {
namespace {

/// Without blanks and hyphens: a line break on the page leaves no blank and may add a hyphen; no-break spaces differ.
std::string dense(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ' || text[i] == '\n' || text[i] == '-') continue;
        if (text.substr(i, 2) == "\u00a0" || text.substr(i, 2) == "\u00ad") {
            ++i;
        } else if (text.substr(i, 3) == "\u202f" || text.substr(i, 3) == "\u2009" || text.substr(i, 3) == "\u2010") {
            i += 2;
        } else {
            // A word that begins a sentence has its capital on the page only.
            out += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
        }
    }
    return out;
}

void gather(const std::vector<scene::Item>& items, std::string& out) {
    for (const auto& item : items) {
        if (const auto* run = std::get_if<scene::GlyphRun>(&item)) out += run->text;
        if (const auto* group = std::get_if<scene::Group>(&item)) gather(group->items, out);
        if (const auto* mark = std::get_if<scene::Mark>(&item)) gather(mark->items, out);
    }
}

bool covers(const diag::Span& outer, const diag::Span& inner) {
    return outer && outer.source == inner.source && outer.begin <= inner.begin && inner.end <= outer.end;
}

/// The marks that were made from the words, the closest ones alone; those that show the printed text before others.
class NearestMarks {
  public:
    NearestMarks(const bind::Printing& printing) : printing_(printing), text_(dense(printing.text)) {}

    void page(const scene::Page& page) {
        label_ = page.label;
        items(page.items);
        for (const auto& anchor : page.anchors) {
            if (!printing_.exhibit.empty() && anchor.name == printing_.exhibit) add(kFarthest, true);
        }
    }
    std::vector<std::string> labels() const { return labels_; }

  private:
    static constexpr std::size_t kFarthest = std::numeric_limits<std::size_t>::max();

    void items(const std::vector<scene::Item>& list) {
        for (const auto& item : list) {
            if (const auto* group = std::get_if<scene::Group>(&item)) items(group->items);
            if (const auto* mark = std::get_if<scene::Mark>(&item)) {
                look_at(*mark);
                items(mark->items);
            }
        }
    }

    void look_at(const scene::Mark& mark) {
        const bool of_exhibit = printing_.kind == bind::Printing::Kind::exhibit;
        if (of_exhibit && mark.id == printing_.exhibit) return add(0, true);
        if (of_exhibit || !covers(mark.span, printing_.where)) return;
        std::string text;
        gather(mark.items, text);
        add(mark.span.end - mark.span.begin, dense(text).find(text_) != std::string::npos);
    }

    void add(std::size_t distance, bool shows) {
        if (!shows) return;
        if (distance < nearest_) {
            nearest_ = distance;
            labels_.clear();
        }
        if (distance == nearest_ && (labels_.empty() || labels_.back() != label_)) labels_.push_back(label_);
    }

    const bind::Printing& printing_;
    std::string text_, label_;
    std::size_t nearest_ = kFarthest;
    std::vector<std::string> labels_;
};

}  // namespace

std::vector<std::string> pages_of(const scene::Document& pages, const bind::Printing& printing) {
    NearestMarks search(printing);
    for (const auto& page : pages.pages) search.page(page);
    return search.labels();
}

}  // namespace precis::build
