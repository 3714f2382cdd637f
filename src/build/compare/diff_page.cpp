#include "build/compare/diff_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/phrases.h"
#include "base/utf8.h"
#include "build/compare/diff_style.h"
#include "build/compare/diff_words.h"
#include "build/compare/page_marks.h"
#include "build/compare/step_bars.h"
#include "build/project_fonts.h"
#include "html/writer.h"
#include "locale/locale.h"
#include "text/web_font.h"

namespace precis::build {
namespace {

using html::Writer;
using Pages = std::optional<std::pair<MarkedPage, MarkedPage>>;

std::string day(const std::string& iso) {
    return locale::Locale::find("en-GB")->date(iso);
}

/// "v1, 31 January 2026".
std::string edition(const std::string& name, const std::string& date) {
    return name.empty() ? day(date) : fmt::format("{}, {}", name, day(date));
}

std::string class_of(char letter, CauseKind kind) {
    return fmt::format("{}{}", letter, static_cast<int>(kind));
}

/// How the page names the editions in the head of a column.
std::pair<std::string, std::string> short_names(const EditionDiff& diff) {
    if (!diff.name_before.empty() && !diff.name_after.empty() && diff.name_before != diff.name_after)
        return {diff.name_before, diff.name_after};
    if (diff.date_before != diff.date_after) return {day(diff.date_before), day(diff.date_after)};
    return {"Before", "After"};
}

void add_head(const EditionDiff& diff, Writer& out) {
    out.open("div", {{"class", "bar"}}).close().line().open("header");
    out.open("p", {{"class", "mark"}}).text("precis").element("span", ".").close();
    out.open("p", {{"class", "about"}}).element("strong", "What changed").text(" ");
    out.text(fmt::format("{}: from {} to {}", diff.title, edition(diff.name_before, diff.date_before),
                         edition(diff.name_after, diff.date_after)));
    out.close().close().line();
}

void add_causes(const EditionDiff& diff, Writer& out) {
    out.open("ul", {{"class", "causes"}});
    for (const auto& count : cause_counts(diff)) {
        out.open("li", {{"class", count.numbers == 0 ? std::string("none") : class_of('k', count.kind)}});
        out.element("b", std::to_string(count.numbers)).text(" ").element("strong", count.title);
        out.text(" ").element("span", count.line).close().line();
    }
    out.close().line();
}

bool is_drawn(const NumberChange& change) {
    return change.measure != NumberChange::Measure::words && change.from && change.to;
}

/// What is said in place of a bar.
void add_words(const NumberChange& change, Writer& out) {
    if (change.before.empty() || change.after.empty()) {
        out.element("div", {{"class", "say plain"}},
                    change.before.empty() ? "only the new edition prints it" : "only the old edition prints it");
        return;
    }
    const auto kind = kind_of(change.causes.front());
    out.element("div", {{"class", "say " + class_of('t', kind)}},
                fmt::format("{}: {}", words_of(change.causes), fmt::join(change.why, "; ")));
}

void add_numbers(const EditionDiff& diff, Writer& out) {
    out.open("section", {{"aria-labelledby", "numbers"}}).open("div", {{"class", "head"}});
    out.element("h2", {{"id", "numbers"}}, "Numbers");
    out.element("p", "ranked by size of the change; a number with two causes counts under both").close();
    const auto [before, after] = short_names(diff);
    out.open("table").element("caption", {{"class", "vh"}}, "Numbers that differ");
    out.open("thead").open("tr").element("th", {{"scope", "col"}}, "Number");
    for (const auto& name : {before, after, std::string("Change")})
        out.element("th", {{"scope", "col"}, {"class", "r"}}, name);
    out.element("th", {{"scope", "col"}}, "From the old value to the new, by cause");
    out.element("th", {{"scope", "col"}}, "Printed in").close().close().line().open("tbody").line();
    std::vector<const NumberChange*> points;
    for (const auto& change : diff.numbers)
        if (is_drawn(change) && change.measure == NumberChange::Measure::points) points.push_back(&change);
    const auto of_points = scale_for(points);
    const bool points_share = can_share(points, of_points);
    constexpr std::size_t kBold = 3;  // rows
    for (std::size_t i = 0; i < diff.numbers.size(); ++i) {
        const auto& change = diff.numbers[i];
        const bool is_last = i + 1 < diff.numbers.size() && diff.numbers[i + 1].measure != change.measure;
        std::string classes = i < kBold && is_drawn(change) ? "top" : "";
        if (is_last) classes += classes.empty() ? "last" : " last";
        if (change.before.empty() || change.after.empty()) classes += classes.empty() ? "lone" : " lone";
        out.open("tr", classes.empty() ? html::Attributes{} : html::Attributes{{"class", classes}});
        out.element("th", {{"scope", "row"}}, shown_name(change));
        out.element("td", {{"class", "r old"}}, change.before);
        out.element("td", {{"class", "r new"}}, change.after);
        out.element("td", {{"class", "r change"}}, change.change);
        out.open("td", {{"class", "chart"}});
        if (is_drawn(change)) {
            const bool shared = points_share && change.measure == NumberChange::Measure::points;
            out.raw(step_bars(change, shared ? of_points : scale_for({&change})));
            if (!change.not_divided.empty())
                out.element("div", {{"class", "open"}}, "not divided: " + change.not_divided);
        } else {
            add_words(change, out);
        }
        out.close().element("td", {{"class", "pages"}}, base::joined(change.printed, "; ")).close().line();
    }
    out.close().close().close().line();
}

/// Whether two sentences stand under one head.
bool same_page(const SentenceChange& a, const SentenceChange& b) {
    return a.target == b.target && page_words(a) == page_words(b) && a.also == b.also;
}

/// `with_head`: the sentence before is of another page.
void add_redline(const SentenceChange& change, bool with_head, Writer& out) {
    if (with_head) {
        out.open("h3").text(change.target);
        auto rest = page_words(change).empty() ? std::string() : ", " + page_words(change);
        for (const auto& other : change.also) rest += "; " + other;
        if (!rest.empty()) out.element("span", rest);
        out.close();
    }
    out.open("p", {{"class", "red"}});
    bool first = true;
    for (const auto& piece : redline(change.before, change.after)) {
        if (!first) out.text(" ");
        first = false;
        if (piece.kind == Redline::Kind::kept)
            out.text(piece.words);
        else
            out.element(piece.kind == Redline::Kind::removed ? "del" : "ins", piece.words);
    }
    out.close().line();
}

void add_list(std::string_view title, const std::vector<std::string>& lines, Writer& out) {
    if (lines.empty()) return;
    out.open("section").open("div", {{"class", "head"}}).element("h2", title).close();
    out.open("ul", {{"class", "plain-list"}});
    for (const auto& line : lines) out.element("li", line);
    out.close().close().line();
}

void add_texts(const EditionDiff& diff, Writer& out) {
    out.open("div");
    if (!diff.sentences.empty()) {
        out.open("section", {{"aria-labelledby", "text"}}).open("div", {{"class", "head"}});
        out.element("h2", {{"id", "text"}}, "Text");
        out.element("p", base::counted(diff.sentences.size(), "sentence")).close().line();
        const SentenceChange* last = nullptr;
        for (const auto& change : diff.sentences) {
            add_redline(change, last == nullptr || !same_page(*last, change), out);
            last = &change;
        }
        out.close();
    }
    std::vector<std::string> sources, outputs;
    for (const auto& title : diff.sources_lost) sources.push_back("no longer a source: " + title);
    for (const auto& title : diff.sources_new) sources.push_back("a new source: " + title);
    for (const auto& target : diff.targets)
        outputs.push_back(target.pages_before == 0
                              ? fmt::format("{}: added, {}", target.name, base::counted(target.pages_after, "page"))
                          : target.pages_after == 0
                              ? target.name + ": removed"
                              : fmt::format("{}: {}, was {}", target.name, base::counted(target.pages_after, "page"),
                                            target.pages_before));
    add_list("Sources", sources, out);
    add_list("Outputs", outputs, out);
    std::vector<std::string> open;
    for (const auto& name : diff.silent) open.push_back(name + ": the record of an encrypted output keeps nothing");
    for (const auto& name : diff.only_numbers)
        open.push_back(name + ": an older record has only the sentences with numbers");
    add_list("Not compared", open, out);
    if (diff.same > 0) {
        out.open("section").open("div", {{"class", "head"}}).element("h2", "Not changed").close();
        out.element("p", {{"class", "text"}}, base::counted(diff.same, "number") + ".").close();
    }
    out.close().line();
}

void add_page(const MarkedPage& page, const std::string& name, bool is_old, Writer& out) {
    out.open("figure").open("figcaption").text(name);
    const auto marks = base::counted(page.boxes.size(), "mark");
    if (!is_old) out.text(" ").element("span", marks);
    out.close();
    const auto words = fmt::format("{}, page {} of the {} edition; {} around numbers that changed", page.target,
                                   page.label, is_old ? "old" : "new", marks);
    out.open("svg", {{"class", "leaf"},
                     {"viewBox", fmt::format("0 0 {:.2f} {:.2f}", page.size.width, page.size.height)},
                     {"role", "img"},
                     {"aria-label", words}});
    out.raw(fmt::format("<image width=\"{:.2f}\" height=\"{:.2f}\" href=\"data:image/png;base64,{}\"/>",
                        page.size.width, page.size.height, html::base64(page.png)));
    constexpr double kAround = 2;
    const auto stroke = fmt::format("{:.2f}", 1.5 * page.size.width / 270);  // 1.5 pixels as it is shown
    for (const auto& box : page.boxes)
        out.raw(
            fmt::format(R"(<rect class="{}" stroke-width="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>)",
                        is_old ? std::string("was") : class_of('s', kind_of(box.cause)), stroke, box.at.x - kAround,
                        box.at.y - kAround, box.at.width + 2 * kAround, box.at.height + 2 * kAround));
    out.close().close().line();
}

void add_pages(const EditionDiff& diff, const Pages& pages, const std::string& none, Writer& out) {
    out.open("section", {{"aria-labelledby", "pages"}}).open("div", {{"class", "head"}});
    out.element("h2", {{"id", "pages"}}, "Pages");
    if (!pages) {
        out.close().element("p", {{"class", "text"}}, none).close().line();
        return;
    }
    const auto& [before, after] = *pages;
    out.element("p",
                fmt::format("{}, page {} of {}: the page with most changes", after.target, after.label, after.pages))
        .close();
    const auto [old_name, new_name] = short_names(diff);
    out.open("div", {{"class", "pair"}}).line();
    add_page(before, before.label == after.label ? old_name : old_name + ", page " + before.label, true, out);
    add_page(after, new_name, false, out);
    out.close().close().line();
}

void add_foot(const EditionDiff& diff, Writer& out) {
    out.open("footer").open("div").open("p").element("strong", "How to read.");
    out.text(
        " Each bar runs from the old value (ring) to the new one (disc), a step for each cause, in the order: "
        "source, new period, method, revised value. The thin upright line is zero; without a line, zero lies "
        "far off. Changes in points share one scale where they can be seen on it, every other number has its own. ");
    out.text(diff.not_divided.empty()
                 ? "Steps are computed by running the queries again with one input new at a time, so they add up to "
                   "the change."
                 : "Here " + diff.not_divided + ".");
    out.close().open("p").text("Made by ").element("strong", "precis").text(" from the data of two editions. ");
    out.text("Forward it: one file, nothing loaded.").close().close().close().line();
}

/// Subsets of the two families as rules of CSS; a face that is not installed is left out, and CSS names others.
std::string font_rules(const std::string& body, const Side& old, const Side& now, const Setting& setting) {
    std::set<char32_t> letters;
    for (std::size_t i = 0; i < body.size();) {
        const auto point = base::code_point_at(body, i);
        if (point.value >= 0x20) letters.insert(point.value);
        i += point.length;
    }
    letters.insert(0x2192);  // what CSS adds
    diag::Diagnostics ignored;
    const auto* prepared = now.prepared ? now.prepared.get() : old.prepared.get();
    const auto index = project_fonts(prepared != nullptr ? prepared->project : spec::Project(), setting, ignored);
    const auto fonts =
        text::Fonts::load(index.all.fonts, {{"Vollkorn", {}}, {"Lato", {}}}).take(ignored).value_or(nullptr);
    if (!fonts) return {};
    std::string rules;
    for (const auto& face :
         {scene::Face{"Vollkorn", 400, false}, scene::Face{"Vollkorn", 600, false}, scene::Face{"Vollkorn", 700, false},
          scene::Face{"Vollkorn", 800, false}, scene::Face{"Lato", 400, false}, scene::Face{"Lato", 700, false}}) {
        if (!fonts->has_face(face)) continue;
        const auto font = text::web_font(*fonts, face, letters).take(ignored);
        if (!font || !*font || (*font)->woff2.empty()) continue;
        rules += fmt::format(
            "@font-face{{font-family:{};font-weight:{};font-style:normal;font-display:block;"
            "src:url(data:font/woff2;base64,{}) format(\"woff2\")}}\n",
            face.family, face.weight, html::base64((*font)->woff2));
    }
    return rules;
}

}  // namespace

diag::Result<std::string> diff_page(const EditionDiff& diff, const Side& old, const Side& now, const Setting& setting) {
    diag::Diagnostics diagnostics;
    const auto pages = marked_pages(diff, old, now, setting).take(diagnostics);
    if (!pages) return diagnostics;
    const std::string none = old.prepared && now.prepared ? "No output of both editions prints a number that changed."
                                                          : "Pages are left out: they are drawn where the inputs of "
                                                            "both editions are there.";
    html::Page page;
    page.language = "en-GB";
    page.title = "What changed: " + diff.title;
    page.description = title_of(diff);
    Writer out;
    add_head(diff, out);
    out.open("main").raw("<hr class=\"line\">").line().element("h1", title_of(diff)).line();
    out.element("p", {{"class", "lead"}}, standfirst_of(diff)).line();
    add_causes(diff, out);
    if (!diff.numbers.empty()) add_numbers(diff, out);
    out.open("div", {{"class", "two"}}).line();
    add_texts(diff, out);
    add_pages(diff, *pages, none, out);
    out.close().close().line();
    add_foot(diff, out);
    page.body = out.take();
    page.style = font_rules(page.body, old, now, setting) + std::string(diff_style());
    return {html::page(page), std::move(diagnostics)};
}

}  // namespace precis::build
