// The file: head, colours and fonts, contents, parts, data for programs.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/moment.h"
#include "base/oklab.h"
#include "doc/exhibits.h"
#include "json/writer.h"
#include "web/assets.h"
#include "web/parts.h"
#include "web/slides.h"

namespace precis::web {
namespace {

/// The page's own colours, by the names of the layout's roles; on the dark ground some are others.
std::string scheme(const Writing& w, bool dark) {
    struct Role {
        const char *variable, *light, *dark;
    };
    constexpr Role kRoles[] = {{"ground", "background", "background"},
                               {"text", "foreground", "foreground"},
                               {"body", "foreground", "soft"},
                               {"soft", "soft", "soft"},
                               {"quiet", "quiet", "quiet"},
                               {"rule", "rule", "rule"},
                               {"grid", "grid", "grid"},
                               {"track", "track", "track"},
                               {"band", "light", "light"},
                               {"data", "primary-text", "primary-text"},
                               {"hi", "accent", "accent"},
                               {"hit", "accent-text", "accent-text"},
                               {"q4", "quiet-mark", "quiet-mark"},
                               {"card", "background", "light"},
                               {"strong", "foreground", "quiet"},
                               {"pos", "positive", "positive"},
                               {"neg", "negative", "negative"}};
    std::string out;
    const auto value = [&](const char* name) { return dark ? w.palette.dark(name) : w.palette.light(name); };
    for (const auto& role : kRoles)
        out += fmt::format("--{}:{};", role.variable, css_color(value(dark ? role.dark : role.light)));
    out += dark ? "--edge:rgba(0,0,0,.55);" : "--edge:rgba(20,32,43,.2);";  // where a region goes on sideways
    // The foot is dark in both schemes.
    constexpr double kDeeper = 0.6;
    const auto foot = w.palette.light("dark");
    out += fmt::format("--foot:{};", css_color(dark ? base::mixed(foot, {0, 0, 0, 1}, kDeeper) : foot));
    if (!dark)
        for (const auto& [variable, name] : {std::pair("foottext", "foreground"),
                                             {"footsoft", "soft"},
                                             {"foothi", "accent"},
                                             {"footlink", "primary-text"}})
            out += fmt::format("--{}:{};", variable, css_color(w.palette.dark(name)));
    return out + w.palette.variables(dark);
}

/// How wide the words of an exhibit's tools are, which stand side by side at its upper edge: CSS variables.
std::string widths_of_tools(const Writing& w) {
    constexpr double kSize = 13;  // of .data>summary and .link
    std::string out;
    for (const auto& [variable, key] : {std::pair("dw", "web-data"), {"lw", "web-link"}}) {
        text::Run run;
        run.text = w.word(key);
        run.face = {w.layout.style("chart-label").family, 700, false};
        run.size = kSize;
        diag::Diagnostics ignored;  // of the words' letters: text elsewhere has the same
        const auto set = w.in.setter.set({{run}}, text::Measure{}).take(ignored);
        const double width = set && !set->lines.empty() ? set->lines.front().width : kSize * 3;
        out += fmt::format("--{}:{:.0f}px;", variable, std::ceil(width));
    }
    return out;
}

/// The characters of markup beyond ASCII, each once: what the fonts must have. ASCII is always whole.
std::string letters_of(const std::string& markup) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < markup.size();) {
        const auto lead = static_cast<unsigned char>(markup[i]);
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        if (length > 1) seen.insert(markup.substr(i, length));
        i += length;
    }
    std::string out;
    for (char c = ' '; c <= '~'; ++c) out += c;
    for (const auto& one : seen) out += one;
    return out;
}

struct Families {
    std::string serif, head, sans, mono;
    int head_weight = 700;
};

/// The families of the layout's roles, and their faces in use.
Families families_of(Writing& w, const std::string& body, const std::string& letters) {
    Families out;
    const auto& serif = w.layout.style("body").family;
    const auto& head = w.layout.style("title").family;
    const auto& sans = w.layout.style("chart-label").family;
    const auto& mono = w.layout.style("code").family;
    const auto has = [&](const char* tag) { return body.find(tag) != std::string::npos; };
    w.typefaces.use({serif, 400, false}, letters);
    w.typefaces.use({serif, 700, false}, letters);
    w.typefaces.use({head, 700, false}, letters);
    for (const int weight : {400, 700, 800}) w.typefaces.use({sans, weight, false}, letters);
    // Letters of wordmarks and pull statements are few: they make do with faces that are there.
    if (!w.italics.empty()) {
        w.typefaces.use({sans, 400, true}, w.italics);
        if (serif != sans) w.typefaces.use({serif, 400, true}, w.italics);
    }
    if (!w.pulled.empty()) w.typefaces.use({head, 600, true}, w.pulled);
    if (has("class=\"wm\"")) w.typefaces.use({head, 900, false}, w.layout.brand.name + w.document.publisher);
    // Queries and rows are in the reader's own monospaced font.
    if (!w.typed.empty()) w.typefaces.use({mono, 400, false}, w.typed);
    out.serif = w.typefaces.family_list(serif, "serif");
    out.head = w.typefaces.family_list(head, "serif");
    out.sans = w.typefaces.family_list(sans, "sans-serif");
    out.mono = w.typefaces.family_list(mono, "monospace");
    return out;
}

std::string numbers_json(const Numbers& numbers) {
    json::Writer out(json::Writer::Form::compact);
    out.begin_array();
    for (const auto& number : numbers.all) {
        out.begin_object();
        const auto member = [&](std::string_view name, const std::string& text) {
            if (!text.empty()) out.member(name, text);
        };
        out.member("anchor", id_of(number.id));
        member("sign", number.sign);
        out.member("value", number.value);
        member("unit", number.unit);
        member("what", number.what);
        member("qualifier", number.qualifier);
        member("period", number.period);
        member("status", number.status);
        member("base", number.base);
        member("publisher", number.publisher);
        if (!number.sources.empty()) {
            out.key("sources").begin_array();
            for (const int source : number.sources) out.integer(source);
            out.end_array();
        }
        member("row", number.row);
        member("query", number.query);
        out.end_object();
    }
    out.end_array();
    return out.take();
}

std::string words_json(const Writing& w) {
    constexpr std::pair<const char*, const char*> kWords[] = {{"also", "web-also-in"},
                                                              {"base", "base"},
                                                              {"cite", "web-copy-citation"},
                                                              {"close", "web-close"},
                                                              {"copied", "web-copied"},
                                                              {"copy", "web-copy"},
                                                              {"period", "web-period"},
                                                              {"publisher", "web-publisher"},
                                                              {"qualifier", "web-qualifier"},
                                                              {"query", "web-query"},
                                                              {"row", "web-row"},
                                                              {"sort", "web-sort"},
                                                              {"source", "source"},
                                                              {"status", "web-status"},
                                                              {"summary", "summary"}};
    json::Writer out(json::Writer::Form::compact);
    out.begin_object();
    for (const auto& [name, key] : kWords) out.member(name, w.word(key));
    out.end_object();
    return out.take();
}

/// schema.org: a Report whose parts are Datasets.
std::string linked_data(const Writing& w) {
    const auto& d = w.document;
    json::Writer out(json::Writer::Form::compact);
    out.begin_object();
    out.member("@context", "https://schema.org").member("@type", "Report");
    out.member("headline", doc::plain_text(d.title));
    const auto member = [&](std::string_view name, const std::string& text) {
        if (!text.empty()) out.member(name, text);
    };
    member("alternativeHeadline", doc::plain_text(d.subtitle));
    member("datePublished", d.date_iso);
    out.member("inLanguage", d.language);
    member("url", w.in.url);
    if (!d.publisher.empty())
        out.key("publisher").begin_object().member("@type", "Organization").member("name", d.publisher).end_object();
    if (!d.authors.empty()) {
        out.key("author").begin_array();
        for (const auto& author : d.authors)
            out.begin_object().member("@type", "Person").member("name", author.name).end_object();
        out.end_array();
    }
    if (!d.keywords.empty()) {
        out.key("keywords").begin_array();
        for (const auto& word : d.keywords) out.string(word);
        out.end_array();
    }
    out.key("hasPart").begin_array();
    const auto dataset = [&](const doc::Exhibit& exhibit) {
        if (std::holds_alternative<doc::Picture>(exhibit.content) || !w.has_id(id_of(exhibit.id))) return;
        out.begin_object().member("@type", "Dataset").member("name", doc::plain_text(exhibit.title));
        auto description = exhibit.number;
        if (!exhibit.subtitle.empty()) description += ". " + doc::plain_text(exhibit.subtitle);
        out.member("description", description);
        out.member("url", w.in.url + "#" + id_of(exhibit.id));
        out.end_object();
    };
    for (const auto* exhibit : doc::every_exhibit(d)) dataset(*exhibit);
    out.end_array().end_object();
    return out.take();
}

std::string description_of(const doc::Document& d) {
    for (const auto& block : d.summary)
        if (const auto* paragraph = std::get_if<doc::Paragraph>(&block.content))
            return doc::plain_text(paragraph->inlines);
    return doc::plain_text(d.subtitle);
}

std::string head_of(const Writing& w, const std::string& title, const std::string& description) {
    html::Writer out;
    const auto meta = [&](const char* key, const char* name, const std::string& content) {
        if (!content.empty()) out.lone("meta", {{key, name}, {"content", content}}).line();
    };
    meta("name", "generator", w.in.generator);
    for (const bool dark : {false, true})
        out.lone("meta", {{"name", "theme-color"},
                          {"media", fmt::format("(prefers-color-scheme:{})", dark ? "dark" : "light")},
                          {"content", css_color(dark ? w.palette.dark("background") : w.palette.light("background"))}})
            .line();
    for (const auto& author : w.document.authors) meta("name", "author", author.name);
    if (!w.in.url.empty()) {
        out.lone("link", {{"rel", "canonical"}, {"href", w.in.url}}).line();
        meta("property", "og:type", "article");
        meta("property", "og:title", title);
        meta("property", "og:description", description);
        meta("property", "og:url", w.in.url);
        meta("property", "og:locale", w.document.language);
        if (!w.in.picture.empty()) {
            // Beside the page: the address up to its last slash, then the picture's name.
            const auto slash = w.in.url.rfind('/');
            const auto folder =
                slash < 8 || slash == std::string::npos ? w.in.url + "/" : w.in.url.substr(0, slash + 1);
            meta("property", "og:image", folder + w.in.picture);
            meta("property", "og:image:width", "1200");
            meta("property", "og:image:height", "630");
            meta("name", "twitter:card", "summary_large_image");
        }
    }
    return out.take();
}

std::string contents(const Writing& w, const Pieces& pieces) {
    html::Writer out;
    const auto list = [&] {
        out.open("ol", {{"role", "list"}});
        for (const auto& entry : pieces.contents)
            out.open("li").element("a", {{"href", "#" + entry.id}}, entry.title).close();
        out.close();
    };
    out.open("nav", {{"class", "rail"}, {"aria-labelledby", "contents"}, {"tabindex", "-1"}});
    out.element("h2", {{"id", "contents"}}, w.word("contents"));
    list();
    out.close().line();
    return out.take();
}

std::string strip(const Writing& w, const Pieces& pieces) {
    if (pieces.contents.empty()) return {};
    html::Writer out;
    out.open("nav", {{"aria-label", w.word("contents")}, {"class", "pn"}}).open("details", {{"class", "strip"}});
    out.open("summary").element("span", {{"class", "now"}}, pieces.contents.front().title);
    out.element("span", {{"class", "k"}}, w.word("contents")).close();
    out.open("ol", {{"role", "list"}});
    for (const auto& entry : pieces.contents)
        out.open("li").element("a", {{"href", "#" + entry.id}}, entry.title).close();
    out.close().close().close().line();
    return out.take();
}

}  // namespace

diag::Result<std::string> html(const Inputs& inputs) {
    if (inputs.locale.right_to_left()) inputs.setter.mirror();  // for charts, which are mirrored when they are drawn
    Writing w(inputs);
    const bool slides = inputs.slides != nullptr && inputs.layout.medium == style::Medium::slides;
    const auto pieces = slides ? slides_of(w) : pieces_of(w);
    html::Writer body;
    body.element("a", {{"class", "skip"}, {"href", "#main"}}, w.word("web-skip")).line();
    body.raw(pieces.masthead).raw(strip(w, pieces));
    body.open("main", {{"id", "main"}, {"tabindex", "-1"}}).line().raw(pieces.top);
    body.open("div", {{"class", "wrap art g"}}).line();
    if (!pieces.contents.empty()) body.raw(contents(w, pieces));
    body.open("div", {{"class", "body"}}).line().raw(pieces.article).close().close().close().line();
    body.raw(pieces.footer);

    html::Page page;
    page.language = w.document.language;
    page.right_to_left = w.locale.right_to_left();
    page.title = doc::plain_text(w.document.title);
    page.description = description_of(w.document);
    page.body = body.take();
    if (slides) page.body_class = "deckpage";
    const auto numbers = numbers_json(inputs.numbers);
    page.data.push_back({"application/ld+json", "", linked_data(w)});
    if (!inputs.facts_json.empty()) page.data.push_back({"application/json", "facts", inputs.facts_json});
    page.data.push_back({"application/json", "words", words_json(w)});
    page.data.push_back({"application/json", "numbers", numbers});
    page.head = head_of(w, page.title, page.description);

    const auto families = families_of(w, page.body + numbers, letters_of(page.body + numbers + page.data[2].text));
    page.style = w.typefaces.rules(w.diagnostics);
    page.style += fmt::format(":root{{--serif:{};--head:{};--sans:{};--mono:{};{}{}}}\n", families.serif, families.head,
                              families.sans, families.mono, widths_of_tools(w), scheme(w, false));
    page.style += "@media screen and (prefers-color-scheme:dark){:root{" + scheme(w, true) + "}}\n";
    page.style += w.palette.classes() + w.typefaces.classes() + "\n";
    page.style += style_sheet();
    page.early = early_script();
    page.script = script();
    if (diag::has_errors(w.diagnostics)) return std::move(w.diagnostics);
    return {html::page(page), std::move(w.diagnostics)};
}

}  // namespace precis::web
