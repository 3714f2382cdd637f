#include "web/lookup.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "doc/exhibits.h"
#include "picture/picture.h"
#include "web/parts.h"

namespace precis::web {
namespace {

/// "a" to "z", then "27".
std::string letter(std::size_t index) {
    return index < 26 ? std::string(1, static_cast<char>('a' + index)) : fmt::format("{}", index + 1);
}

const Number* number_named(const Writing& w, const std::string& id) {
    for (const auto& number : w.in.numbers.all)
        if (number.id == id) return &number;
    return nullptr;
}

std::string picture_address(Writing& w, const std::filesystem::path& file, const diag::Span& span, double points,
                            double ratio) {
    diag::Diagnostics found;
    picture::Limits limits;
    limits.print_dpi = 144;
    limits.svg_dpi = 200;
    const picture::Cut cut{ratio, 0.5, 0.5};
    const auto info = picture::inspect(file, span).take(found);
    if (!info) {
        diag::append(w.diagnostics, std::move(found));
        return {};
    }
    const auto own = picture::size_of({static_cast<double>(info->width), static_cast<double>(info->height)}, cut);
    const auto pixels =
        picture::load(file, {points * own.width / std::max(own.height, 1.0), points}, span, limits, nullptr, cut)
            .take(found);
    diag::append(w.diagnostics, std::move(found));
    return pixels ? data_address(**pixels) : std::string();
}

void terms(html::Writer& out, Writing& w, const doc::GlossaryEntry& entry) {
    out.open("dt", {{"id", w.unique(id_of(entry.anchor))}}).text(entry.term).close();
    out.open("dd");
    w.inlines(out, entry.definition, true);
    out.close();
}

const std::string& brand_name(const Writing& w) {
    return w.layout.brand.name.empty() ? w.document.publisher : w.layout.brand.name;
}

/// The logo for a ground, else the name in letters.
void wordmark(Writing& w, html::Writer& out, bool foot) {
    const auto& logos = w.layout.brand.logos;
    const auto forms = {&logos.medium, &logos.large, &logos.small};
    for (const auto* one : forms) {
        const auto& logo = foot ? one->dark : one->light;
        if (logo.file.empty()) continue;
        const auto address = picture_address(w, logo.file, logo.span, 30, 0);
        if (address.empty()) break;
        const auto dark =
            foot || one->dark.file.empty() ? std::string() : picture_address(w, one->dark.file, one->dark.span, 30, 0);
        const auto alt = logo.alt.empty() ? w.layout.brand.name : logo.alt;
        out.open("p", {{"class", "wm logo"}});
        out.lone("img",
                 {{"src", address}, {"alt", alt}, {"class", dark.empty() ? "any" : "onlight"}, {"height", "36"}});
        if (!dark.empty()) out.lone("img", {{"src", dark}, {"alt", alt}, {"class", "ondark"}, {"height", "36"}});
        out.close();
        return;
    }
    if (brand_name(w).empty()) return;
    out.open("p", {{"class", "wm"}, {"dir", "auto"}}).text(brand_name(w)).raw("<i></i>").close();
}

}  // namespace

void sources(Writing& w, html::Writer& out) {
    const bool numbered = !w.layout.cites_by_author();
    out.open("ol", {{"class", numbered ? "src" : "src plain"}}).line();
    for (const auto& entry : w.document.sources) {
        out.open("li", {{"id", w.unique(fmt::format("s{}", entry.number))}});
        if (numbered) out.element("span", {{"class", "k0"}}, fmt::format("{}", entry.number));
        html::Attributes attributes, of_caveat{{"class", "k"}};
        (void)w.direct(of_caveat, entry.caveat);
        const bool directed = w.direct(attributes, doc::plain_text(entry.text));
        out.open("div");
        if (directed) out.open("span", {{"dir", "ltr"}, {"class", "own"}});
        w.inlines(out, entry.text, true);
        if (directed) out.close();
        if (!entry.caveat.empty()) out.open("p", of_caveat).text(entry.caveat).close();
        const auto& places = w.places_of(entry.number);
        std::vector<const Number*> figures;
        for (const auto& id : entry.facts)
            if (const auto* number = number_named(w, id); number != nullptr && !number->value.empty())
                figures.push_back(number);
        if (!places.empty() || !figures.empty()) {
            out.open("p", {{"class", "bk"}});
            if (!places.empty()) {
                out.element("span", {{"class", "ct"}}, w.word("web-cited"));
                for (std::size_t i = 0; i < places.size(); ++i)
                    out.raw(" ").element(
                        "a",
                        {{"href", "#" + places[i]},
                         {"aria-label", fmt::format("{} {} {}", w.word("web-cited"), entry.number, letter(i))}},
                        letter(i));
            }
            if (!figures.empty()) {
                out.raw(places.empty() ? "" : "\u00a0· ").text(w.word("web-facts") + ": ");
                std::set<std::string> printed;  // facts that print alike, as the same day, are one link
                for (const auto* number : figures) {
                    const auto text = number->sign + number->value +
                                      (number->unit.empty() || number->unit == "%" ? "" : "\u00a0") + number->unit;
                    if (!printed.insert(text).second) continue;
                    if (printed.size() > 1) out.raw("\u00a0· ");
                    out.element("a", {{"href", "#n-" + id_of(number->id)}, {"class", "fig"}}, text);
                }
            }
            out.close();
        }
        out.close().close().line();
    }
    out.close().line();
}

void footnotes(Writing& w, html::Writer& out) {
    out.open("ol", {{"class", "fn"}}).line();
    for (std::size_t i = 0; i < w.document.footnotes.size(); ++i) {
        out.open("li", {{"id", w.unique(fmt::format("fn{}", i + 1))}});
        w.blocks(out, w.document.footnotes[i], 3);
        out.element("a",
                    {{"href", fmt::format("#fr{}", i + 1)},
                     {"class", "ct"},
                     {"aria-label", fmt::format("{} {}", w.word("web-cited"), i + 1)}},
                    "");
        out.close().line();
    }
    out.close().line();
}

void glossary(Writing& w, html::Writer& out) {
    out.open("dl", {{"class", "gl"}}).line();
    for (const auto& entry : w.document.glossary) terms(out, w, entry);
    out.close().line();
}

void index(Writing& w, html::Writer& out) {
    // Places are the marks in texts, whose ids begin with the entry's.
    std::string text;
    out.open("ul", {{"class", "ix"}}).line();
    std::string main;
    for (const auto& entry : w.document.index) {
        out.open("li");
        if (entry.sub.empty() || entry.main != main) out.text(entry.main);
        main = entry.main;
        if (!entry.sub.empty()) out.text(", " + entry.sub);
        for (int i = 1; w.has_id(id_of(fmt::format("{}/{}", entry.anchor, i))); ++i)
            out.raw(" ").element("a",
                                 {{"href", "#" + id_of(fmt::format("{}/{}", entry.anchor, i))},
                                  {"aria-label", fmt::format("{} {}", entry.sub.empty() ? entry.main : entry.sub, i)}},
                                 fmt::format("{}", i));
        out.close().line();
    }
    out.close().line();
}

void list_exhibits(Writing& w, html::Writer& out) {
    out.open("ul", {{"class", "lx"}}).line();
    for (const auto* one : doc::every_exhibit(w.document)) {
        if (!w.shown_exhibits.contains(one->id)) continue;
        out.open("li").element("a", {{"href", "#" + id_of(one->id)}}, one->number).raw(" ");
        out.text(doc::plain_text(one->title)).close().line();
    }
    out.close().line();
}

void people(Writing& w, html::Writer& out) {
    out.open("ul", {{"class", "people"}}).line();
    for (const auto& author : w.document.authors) {
        if (!author.has_card()) continue;
        out.open("li");
        if (!author.photo.empty()) {
            const auto address = picture_address(w, author.photo, author.span, 60, 1);
            if (!address.empty()) out.lone("img", {{"src", address}, {"alt", ""}, {"width", "80"}, {"height", "80"}});
        }
        out.open("div").element("b", author.name);
        if (!author.role.empty()) out.element("p", author.role);
        if (!author.email.empty())
            out.open("p").element("a", {{"href", "mailto:" + author.email}}, author.email).close();
        out.close().close().line();
    }
    out.close().line();
}

std::string masthead(Writing& w) {
    const auto& d = w.document;
    html::Writer out;
    out.open("div", {{"class", "bar"}}).close().line();
    out.open("header", {{"class", "wrap"}}).open("div", {{"class", "mast"}});
    wordmark(w, out, false);
    out.open("p", {{"class", "mm"}});
    if (!d.watermark.empty()) out.element("span", {{"class", "mark"}}, d.watermark);
    if (!d.short_title.empty()) out.element("b", {{"class", "opt"}}, d.short_title);
    if (!d.audience_title.empty()) out.element("span", d.audience_title);
    if (!w.in.pdf.empty()) out.element("a", {{"href", w.in.pdf}, {"class", "opt"}}, "PDF");
    out.close().close().close().line();
    return out.take();
}

std::string footer(Writing& w) {
    const auto& d = w.document;
    html::Writer out;
    out.open("footer").open("div", {{"class", "wrap fg"}}).line();
    out.open("div");
    wordmark(w, out, true);
    out.close().line();
    if (rule_of(w, vocabulary::Part::disclosure) != nullptr) {
        out.open("div", {{"id", w.unique("disclosure")}});
        out.element("h2", label_of(w, vocabulary::Part::disclosure, "disclosure"));
        w.blocks(out, d.disclosure, 2);
        out.close().line();
    }
    out.open("div").element("h2", w.word("to-cite"));
    out.open("p", {{"id", "cite"}});
    if (!d.publisher.empty()) out.text(d.publisher + ", ");
    w.italics += d.short_title.empty() ? doc::plain_text(d.title) : d.short_title;
    out.element("em", d.short_title.empty() ? doc::plain_text(d.title) : d.short_title);
    if (!d.date.empty()) out.text(", " + d.date);
    out.text(".").close().close().line();
    out.open("div").element("h2", w.word("web-edition"));
    out.open("p");
    for (const auto* text : {&d.audience_title, &d.edition, &d.classification})
        if (!text->empty()) out.text(*text + ". ");
    out.text(w.word("web-file")).close().close().line();
    out.close().close().line();
    return out.take();
}

}  // namespace precis::web
