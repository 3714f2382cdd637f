// A page as text that a reader can compare: its blocks with their roles, boxes and words. Lengths are points with one
// decimal, so that a change of a glyph's place by a hair is no change here.
//
//   page 2, 420.0 x 260.0
//     at 56.0 40.6 fig:rain                 an anchor
//     fill 0.0 40.0 420.0 60.0 #F6F1E8      a filled shape: x, y, width, height of its box
//     section / heading 2                   marks around each other, the outermost first; an element keeps its number
//       40.6 75.2 "First chapter"           a line: x, baseline, words
//     head row 44.6 105.6 "Town | Days"     a row of a table: where its first words are, and the words of its cells
//     figure 40.6 90.0 180.0 120.0 "…"      a drawing: its box and its alternative text
#pragma once
#include <fmt/format.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "base/numbers.h"
#include "scene/scene.h"

namespace precis::layout::test {

class PageDump {
  public:
    explicit PageDump(const scene::Page& page) {
        add(0, fmt::format("page {}, {} x {}", page.label, fixed(page.size.width), fixed(page.size.height)));
        if (page.slide && !page.slide->speaker_notes.empty())
            add(1, fmt::format("speaker notes \"{}\"", page.slide->speaker_notes));
        for (const auto& anchor : page.anchors)
            add(1, fmt::format("anchor {} {} {}", fixed(anchor.at.x), fixed(anchor.at.y), anchor.name));
        add_items(page.items, 1);
    }

    const std::string& text() const { return text_; }

  private:
    static std::string fixed(double length) { return base::fixed(length, 1); }
    static std::string box(const base::Rect& r) {
        return fmt::format("{} {} {} {}", fixed(r.x), fixed(r.y), fixed(r.width), fixed(r.height));
    }

    void add(int depth, const std::string& words) {
        text_ += std::string(2 * static_cast<std::size_t>(depth), ' ') + words + "\n";
    }

    void add_items(const std::vector<scene::Item>& items, int depth) {
        Line line;
        for (const auto& item : items) {
            if (collect(item, line, depth)) continue;
            flush(line, depth);
            if (const auto* path = std::get_if<scene::Path>(&item)) add_path(*path, depth);
            if (const auto* image = std::get_if<scene::Image>(&item)) add(depth, "image " + box(image->at));
            if (const auto* group = std::get_if<scene::Group>(&item)) add(depth, "group " + box(scene::bounds(*group)));
            if (const auto* mark = std::get_if<scene::Mark>(&item)) add_mark(*mark, depth);
        }
        flush(line, depth);
    }

    struct Line {
        double x = 0, y = 0;
        double end = 0;  // of the last run
        std::string words;
    };

    void flush(Line& line, int depth) {
        while (line.words.ends_with(' ')) line.words.pop_back();
        if (!line.words.empty()) add(depth, fmt::format("{} {} \"{}\"", fixed(line.x), fixed(line.y), line.words));
        line = {};
    }

    /// Joins runs that follow each other on one baseline, those of links and raised signs too.
    bool collect(const scene::Item& item, Line& line, int depth) {
        constexpr double kNear = 6;  // points
        if (std::holds_alternative<scene::Link>(item)) return true;
        if (const auto* mark = std::get_if<scene::Mark>(&item);
            mark && (mark->role == scene::Role::link || mark->role == scene::Role::reference)) {
            for (const auto& inner : mark->items) collect(inner, line, depth);
            return true;
        }
        const auto* run = std::get_if<scene::GlyphRun>(&item);
        if (!run) return false;
        const bool joins = !line.words.empty() && std::abs(run->origin.x - line.end) < kNear &&
                           std::abs(run->origin.y - line.y) < kNear;
        if (!joins) {
            flush(line, depth);
            line = {run->origin.x, run->origin.y, 0, {}};
        }
        line.words += run->text;
        line.end = run->origin.x + run->width;
        return true;
    }

    static void collect_runs(const std::vector<scene::Item>& items, std::vector<const scene::GlyphRun*>& runs) {
        for (const auto& item : items) {
            if (const auto* run = std::get_if<scene::GlyphRun>(&item)) runs.push_back(run);
            if (const auto* mark = std::get_if<scene::Mark>(&item)) collect_runs(mark->items, runs);
        }
    }

    void add_row(const scene::Mark& row, int depth) {
        const auto* first = row.items.empty() ? nullptr : std::get_if<scene::Mark>(&row.items.front());
        const bool head = first && first->scope == scene::Scope::column;
        std::string words;
        double x = 0, y = 0;
        for (const auto& item : row.items) {
            std::vector<const scene::GlyphRun*> runs;
            if (const auto* cell = std::get_if<scene::Mark>(&item)) collect_runs(cell->items, runs);
            if (runs.empty()) continue;
            if (words.empty()) x = runs.front()->origin.x, y = runs.front()->origin.y;
            words += words.empty() ? "" : " | ";
            for (const auto* run : runs) words += run->text;
        }
        add(depth, fmt::format("{}row {} {} \"{}\"", head ? "head " : "", fixed(x), fixed(y), words));
    }

    void add_path(const scene::Path& path, int depth) {
        const auto color = path.fill ? " " + base::to_string(*path.fill) : std::string();
        add(depth, fmt::format("{} {}{}", path.fill ? "fill" : "stroke", box(scene::bounds(path)), color));
    }

    void add_mark(const scene::Mark& mark, int depth) {
        if (mark.role == scene::Role::row) return add_row(mark, depth);
        const auto* inner = &mark;
        std::string chain = described(*inner);
        while (inner->items.size() == 1 && std::holds_alternative<scene::Mark>(inner->items.front()) &&
               inner->role != scene::Role::figure && inner->role != scene::Role::table) {
            inner = std::get_if<scene::Mark>(&inner->items.front());
            chain += " / " + described(*inner);
        }
        if (inner->role == scene::Role::figure) {
            add(depth, fmt::format("{} {} \"{}\"", chain, box(scene::bounds(inner->items)), inner->alternative));
            return;
        }
        if (is_plain_artifact(*inner)) return add_items(inner->items, depth);
        add(depth, chain);
        add_items(inner->items, depth + 1);
    }

    /// A shape that decorates, which needs no line of its own for its mark.
    static bool is_plain_artifact(const scene::Mark& mark) {
        return mark.role == scene::Role::artifact && mark.items.size() == 1 &&
               std::holds_alternative<scene::Path>(mark.items.front());
    }

    std::string described(const scene::Mark& mark) {
        std::string words = role_words(mark.role);
        if (mark.level > 0) words += fmt::format(" {}", mark.level);
        if (mark.role == scene::Role::paragraph && mark.element > 0) {
            const auto number = paragraphs_.emplace(mark.element, paragraphs_.size() + 1).first->second;
            words += fmt::format(" {}", number);
        }
        if (const auto* block = std::get_if<scene::TextBlock>(&mark.content)) words += " (text " + box(block->at) + ")";
        if (const auto* chart = std::get_if<scene::ChartData>(&mark.content))
            words += " (chart " + box(chart->at) + ")";
        if (const auto* table = std::get_if<scene::TableData>(&mark.content))
            words += fmt::format(" (table of {} rows {})", table->rows.size(), box(table->at));
        return words;
    }

    static std::string role_words(scene::Role role) {
        scene::Page page;
        scene::Mark mark;
        mark.role = role;
        page.items.emplace_back(mark);
        const auto dumped = scene::dump(page);  // its only words for roles that other rooms may read
        const auto begin = dumped.find("mark ") + 5;
        return dumped.substr(begin, dumped.find('\n', begin) - begin);
    }

    std::string text_;
    std::map<std::uint32_t, std::size_t> paragraphs_;  // by element, numbered as they come
};

inline std::string page_dump(const scene::Page& page) {
    return PageDump(page).text();
}

}  // namespace precis::layout::test
