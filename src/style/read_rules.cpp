// Reads the keys that decide rather than draw: numbering, citations, wording, words, fit, tighten, limits, overflow.
#include "base/phrases.h"
#include "diag/codes.h"
#include "style/read.h"
#include "vocabulary/layout_keys.h"
#include "yaml/fixed_words.h"

namespace precis::style {
namespace {

void read_fit(LayoutReading& r) {
    for (const auto& written : r.top.texts("fit")) {
        if (const auto rung = vocabulary::named<Rung>(written.text)) {
            r.layout.fit.push_back(*rung);
        } else {
            r.out.push_back(diag::error(diag::code::bad_value, written.span,
                                        base::quoted(written.text) + " is not a way to make a document fit",
                                        suggestion(written.text, vocabulary::closed_set<Rung>.names(), "ways")));
        }
    }
}

void read_tighten(const yaml::Node& node, LayoutReading& r) {
    auto& tighten = r.layout.tighten;
    const Bounds share{0.5, 1};
    yaml::Fields f(node, vocabulary::keys::tighten, r.out);
    set(tighten.leading, bounded_number(f, "leading", share, r.out));
    set(tighten.spacing, bounded_number(f, "spacing", share, r.out));
    set(tighten.size, bounded_number(f, "size", share, r.out));
    set(tighten.chart_height, bounded_number(f, "chart-height", share, r.out));
    f.finish();
}

void read_limits(const yaml::Node& node, LayoutReading& r) {
    auto& limits = r.layout.limits;
    yaml::Fields f(node, vocabulary::keys::limits, r.out);
    set(limits.contrast_text, bounded_number(f, "contrast-text", {1, 21}, r.out));
    set(limits.contrast_marks, bounded_number(f, "contrast-marks", {1, 21}, r.out));
    if (bounded_number(f, "hyphens-in-a-row", {0, 9}, r.out)) {
        limits.hyphens_in_a_row = f.integer("hyphens-in-a-row").value_or(2);
    }
    set(limits.last_page_fill, bounded_number(f, "last-page-fill", {0, 1}, r.out));
    set(limits.min_size, bounded_length(f, "min-size", {1, 100}, r.out));
    if (bounded_number(f, "front-pages", {1, 99}, r.out)) limits.front_pages = f.integer("front-pages").value_or(0);
    if (bounded_number(f, "points", {1, 99}, r.out)) limits.points = f.integer("points").value_or(5);
    f.finish();
}

void read_show(const yaml::Node& node, LayoutReading& r) {
    yaml::Fields f(node, vocabulary::keys::slide_show, r.out);
    r.layout.show.transition = f.word<Transition>("transition").value_or(Transition::none);
    r.layout.show.seconds = bounded_number(f, "seconds", {0.1, 3600}, r.out);
    if (const auto paper = f.word<vocabulary::Paper>("paper"))
        r.layout.show.paper = *paper == vocabulary::Paper::letter ? kLetter : kA4;
    f.finish();
}

}  // namespace

void read_rules(LayoutReading& r) {
    auto& layout = r.layout;
    using vocabulary::Numbering, vocabulary::Overflow, vocabulary::Wording;
    layout.exhibits_numbered_together = r.top.word<Numbering>("numbering") == Numbering::exhibits;
    layout.citations = r.top.word<Citations>("citations").value_or(Citations::numbers);
    layout.footnotes = r.top.word<NotesPlace>("footnotes").value_or(NotesPlace::page);
    layout.short_wording = r.top.word<Wording>("wording") == Wording::short_;
    layout.overflow_continues = r.top.word<Overflow>("overflow") != Overflow::fails;
    if (const auto* words = r.top.node("words")) {
        for (const auto& [key, own] : yaml::fixed_words(*words, r.out)) layout.words[key.text] = own.text;
    }
    if (const auto* show = r.top.node("slide-show")) read_show(*show, r);
    if (const auto* layouts = r.top.node("template-layouts")) {
        yaml::Fields kinds(*layouts, "“template-layouts”", r.out);
        for (const auto& entry : layouts->entries)
            if (auto name = kinds.text(entry.key.text)) layout.template_layouts[entry.key.text] = std::move(*name);
    }
    read_fit(r);
    if (const auto* tighten = r.top.node("tighten")) read_tighten(*tighten, r);
    if (const auto* limits = r.top.node("limits")) read_limits(*limits, r);
}

}  // namespace precis::style
