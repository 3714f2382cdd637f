// Marks carry the span of the briefing that they come from; the search compares spans, then the text.
#include "build/printed_pages.h"

#include <algorithm>
#include <limits>

namespace precis::build {
namespace {

/// The text without spaces and hyphens, in small letters: a line break drops a space and may add a hyphen, layout turns
/// spaces into no-break spaces, and a word that begins a sentence has a capital on the page only.
std::string dense(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ' || text[i] == '\n' || text[i] == '-') continue;
        if (text.substr(i, 2) == "\u00a0" || text.substr(i, 2) == "\u00ad") {
            ++i;
        } else if (text.substr(i, 3) == "\u202f" || text.substr(i, 3) == "\u2009" || text.substr(i, 3) == "\u2010") {
            i += 2;
        } else {
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

/// Collects the pages of the marks whose spans fit most closely around the recorded place and that show its text.
class NearestMarks {
  public:
    NearestMarks(const bind::Printing& printing) : printing_(printing), text_(dense(printing.text)) {}

    void search(const scene::Page& page) {
        label_ = page.label;
        search(page.items);
        for (const auto& anchor : page.anchors) {
            if (!printing_.exhibit.empty() && anchor.name == printing_.exhibit) add(kFarthest, true);
        }
    }
    std::vector<std::string> labels() const { return labels_; }

  private:
    static constexpr std::size_t kFarthest = std::numeric_limits<std::size_t>::max();

    void search(const std::vector<scene::Item>& items) {
        for (const auto& item : items) {
            if (const auto* group = std::get_if<scene::Group>(&item)) search(group->items);
            if (const auto* mark = std::get_if<scene::Mark>(&item)) {
                look_at(*mark);
                search(mark->items);
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

/// Adds the runs below marks with that id; `inside`: such a mark is around.
void gather_runs(const std::vector<scene::Item>& items, const std::string& id, bool inside, std::vector<PageText>& out,
                 const std::string& page) {
    for (const auto& item : items) {
        if (const auto* run = std::get_if<scene::GlyphRun>(&item); run != nullptr && inside)
            out.push_back({page, run->text});
        if (const auto* group = std::get_if<scene::Group>(&item)) gather_runs(group->items, id, inside, out, page);
        if (const auto* mark = std::get_if<scene::Mark>(&item))
            gather_runs(mark->items, id, inside || mark->id == id, out, page);
    }
}

}  // namespace

std::vector<PageText> texts_of_exhibit(const scene::Document& pages, const std::string& id) {
    std::vector<PageText> out;
    for (const auto& page : pages.pages) gather_runs(page.items, id, false, out, page.label);
    return out;
}

std::vector<std::string> pages_of(const scene::Document& pages, const bind::Printing& printing) {
    NearestMarks marks(printing);
    for (const auto& page : pages.pages) marks.search(page);
    return marks.labels();
}

}  // namespace precis::build
