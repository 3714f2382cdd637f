#include "web/slides.h"

#include <fmt/format.h>

#include "doc/exhibits.h"
#include "web/exhibits.h"
#include "web/lookup.h"
#include "web/slide_words.h"

namespace precis::web {
namespace {

constexpr double kSlide = 914;  // CSS pixels, the width of text and notes

std::string slide_id(std::size_t index) {
    return fmt::format("slide-{}", index + 1);
}

void notes(Writing& w, html::Writer& out, const std::string& text) {
    if (text.empty()) return;
    out.open("div", {{"class", "sn"}}).element("h3", w.word("web-speaker-notes"));
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const auto end = std::min(text.find('\n', begin), text.size());
        if (end > begin) out.element("p", text.substr(begin, end - begin));
        begin = end + 1;
    }
    out.close().line();
}

}  // namespace

Pieces slides_of(Writing& w) {
    Pieces pieces;
    html::Writer top, out;
    top.open("div", {{"class", "wrap head deck"}}).line();
    w.heading(top, 1, {}, w.document.title);
    top.close().line();
    const auto& slides = w.in.slides->pages;
    const auto name = doc::plain_text(w.document.title);
    std::string before;
    int counted = 0;
    for (std::size_t i = 0; i < slides.size(); ++i) {
        const auto& slide = slides[i];
        const auto title = slide.slide && !slide.slide->title.empty() ? slide.slide->title : slide.label;
        const auto id = w.unique(slide_id(i));
        out.open("section", {{"class", "slide"}, {"id", id}}).line();
        for (const auto& anchor : slide.anchors)
            out.open("span", {{"id", w.unique(id_of(anchor.name))}, {"class", "at"}}).close();
        // A cover's headline is the title of the page, which stands over it.
        out.open("h2", {{"class", title == name ? "vh" : "vh hd"}}).text(title).close();
        out.open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", title}});
        Svg about{id, "sl", kSlide / std::max(slide.size.width, 1.0), title, true, {}};
        out.raw(svg_of(slide.items, slide.size, about, w.look(), w.diagnostics)).close().line();
        if (before.empty() || !title.starts_with(before)) counted = 0;
        before = title;
        slide_words(w, out, slide, id, title, counted);
        if (slide.slide) notes(w, out, slide.slide->speaker_notes);
        out.close().line();
        pieces.contents.push_back({id, fmt::format("{}  {}", slide.label, title), 1});
    }
    // The data behind the charts, which slides only draw.
    html::Writer data;
    for (const auto* one : doc::every_exhibit(w.document)) exhibit_data(w, data, *one);
    if (auto text = data.take(); !text.empty()) {
        out.open("section", {{"class", "sec"}, {"id", w.unique("data")}}).element("h2", w.word("web-data"));
        out.raw(text).close().line();
        pieces.contents.push_back({"data", w.word("web-data"), 1});
    }
    pieces.top = top.take();
    pieces.article = out.take();
    pieces.masthead = masthead(w);
    pieces.footer = footer(w);
    return pieces;
}

}  // namespace precis::web
