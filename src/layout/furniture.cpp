// Running head and foot: the layout's words with the page's own filled in. `**…**` is set in the strong style.
#include "layout/furniture.h"

#include <fmt/format.h>

#include "layout/grid.h"
#include "layout/runs.h"

namespace precis::layout {
namespace {

struct Words {
    const Setting& s;
    const Pages::Made& page;
    std::size_t number, count;

    std::string value(std::string_view name) const {
        const auto& d = s.document;
        if (name == "page") return fmt::format("{}", number);
        if (name == "pages") return fmt::format("{}", count);
        if (name == "section") return page.running;
        if (name == "title") return doc::plain_text(d.title);
        if (name == "subtitle") return doc::plain_text(d.subtitle);
        if (name == "short-title") return d.short_title;
        if (name == "document-type") return d.document_type;
        if (name == "date") return d.date;
        if (name == "edition") return d.edition;
        if (name == "audience") return d.audience_title;
        if (name == "output") return d.output;
        if (name == "publisher") return d.publisher;
        if (name == "classification") return d.classification;
        return {};
    }

    std::string filled_in(std::string_view pattern) const {
        std::string out;
        while (!pattern.empty()) {
            const auto open = pattern.find("{{");
            out += pattern.substr(0, open);
            if (open == std::string_view::npos) break;
            const auto close = pattern.find("}}", open);
            if (close == std::string_view::npos) break;
            auto name = pattern.substr(open + 2, close - open - 2);
            while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
            while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
            out += value(name);
            pattern.remove_prefix(close + 2);
        }
        // An empty word leaves no separator behind.
        for (const std::string_view dot : {" · "}) {
            while (out.size() >= dot.size() && out.compare(out.size() - dot.size(), dot.size(), dot) == 0)
                out.erase(out.size() - dot.size());
            while (out.compare(0, dot.size(), dot) == 0) out.erase(0, dot.size());
        }
        return out;
    }
};

std::vector<text::Run> runs_with_strong(const std::string& text, const style::TextStyle& plain,
                                        const style::TextStyle& strong) {
    std::vector<text::Run> runs;
    bool bold = false;
    for (std::size_t i = 0; i <= text.size();) {
        const auto end = std::min(text.find("**", i), text.size());
        if (end > i) runs.push_back(run_of(text.substr(i, end - i), bold ? strong : plain));
        bold = !bold;
        i = end + 2;
    }
    return runs;
}

void put_line(Setting& s, const std::string& text, const char* style_name, const char* strong_name, style::Align align,
              double baseline_y, std::vector<scene::Item>& items) {
    if (text.empty()) return;
    auto set = s.setter.set_line(runs_with_strong(text, s.style(style_name), s.style(strong_name)));
    auto line = std::move(set).take(s.out);
    if (!line) return;
    const auto full = strip_of(s.layout, s.layout.master("page"), "full");
    double x = full.x;
    if (align == style::Align::right) x = full.right_x() - line->width;
    if (align == style::Align::center) x = full.x + (full.width - line->width) / 2;
    place_line(std::move(*line), x, baseline_y, items);
}

}  // namespace

std::vector<text::Run> words_of_pattern(Setting& s, std::string_view pattern, const style::TextStyle& plain,
                                        const style::TextStyle& strong) {
    const Pages::Made nowhere;
    return runs_with_strong(Words{s, nowhere, 0, 0}.filled_in(pattern), plain, strong);
}

std::vector<scene::Item> furniture(Setting& s, const Pages::Made& page, std::size_t number, std::size_t count) {
    if (page.bare) return {};
    const Words words{s, page, number, count};
    std::vector<scene::Item> items;
    const auto& l = s.layout;
    const auto line = [&](const style::Furniture& f, const char* style, const char* strong, double y) {
        put_line(s, words.filled_in(f.left), style, strong, style::Align::left, y, items);
        put_line(s, words.filled_in(f.center), style, strong, style::Align::center, y, items);
        put_line(s, words.filled_in(f.right), style, strong, style::Align::right, y, items);
    };
    if (number > 1) line(l.header, "running", "running-strong", 35);
    const double foot = text_bottom(l) + 10;
    const auto full = strip_of(l, l.master("page"), "full");
    items.push_back(rule(full.x, foot, full.width, 0.5, l.color("tertiary")));
    line(l.footer, "footer", "footer-strong", foot + 14);
    return {artifact(std::move(items))};
}

}  // namespace precis::layout
