// Reads the keys that decide rather than draw: numbering, citations, wording, words, fit, tighten, limits, overflow.
#include <algorithm>

#include "base/phrases.h"
#include "diag/codes.h"
#include "style/read.h"
#include "vocabulary/layout_keys.h"

namespace precis::style {
namespace {

const std::vector<std::string>& rungs() {
    static const std::vector<std::string> words{"drop-optional", "tighten", "short-wording"};
    return words;
}

void read_fit(LayoutReading& r) {
    for (const auto& rung : r.top.texts("fit")) {
        if (std::find(rungs().begin(), rungs().end(), rung.text) == rungs().end()) {
            r.out.push_back(diag::error(diag::code::bad_value, rung.span,
                                        base::quoted(rung.text) + " is not a way to make a document fit",
                                        suggestion(rung.text, rungs(), "ways")));
        } else {
            r.layout.fit.push_back(rung.text);
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
    if (bounded_number(f, "points", {1, 99}, r.out)) limits.points = f.integer("points").value_or(5);
    f.finish();
}

const std::vector<std::string>& transitions() {
    static const std::vector<std::string> words{"none", "fade", "push", "wipe", "cover", "split", "dissolve"};
    return words;
}

void read_show(const yaml::Node& node, LayoutReading& r) {
    yaml::Fields f(node, vocabulary::keys::slide_show, r.out);
    const auto chosen = f.word("transition", transitions()).value_or(0);
    if (chosen > 0) r.layout.show.transition = transitions()[static_cast<std::size_t>(chosen)];
    r.layout.show.seconds = bounded_number(f, "seconds", {0.1, 3600}, r.out);
    f.finish();
}

void read_words(const yaml::Node& node, LayoutReading& r) {
    yaml::Fields f(node, "the words", r.out);
    for (const auto& entry : node.entries) {
        if (const auto text = f.text(entry.key.text)) r.layout.words[entry.key.text] = text->text;
    }
}

}  // namespace

void read_rules(LayoutReading& r) {
    auto& layout = r.layout;
    layout.exhibits_numbered_together = r.top.word("numbering", {"figures-and-tables", "exhibits"}).value_or(0) == 1;
    layout.citations =
        static_cast<Layout::Citations>(r.top.word("citations", {"numbers", "footnotes", "none"}).value_or(0));
    layout.short_wording = r.top.word("wording", {"full", "short"}).value_or(0) == 1;
    layout.overflow_continues = r.top.word("overflow", {"continue", "fail"}).value_or(0) == 0;
    if (const auto* words = r.top.node("words")) read_words(*words, r);
    if (const auto* show = r.top.node("slide-show")) read_show(*show, r);
    read_fit(r);
    if (const auto* tighten = r.top.node("tighten")) read_tighten(*tighten, r);
    if (const auto* limits = r.top.node("limits")) read_limits(*limits, r);
}

}  // namespace precis::style
