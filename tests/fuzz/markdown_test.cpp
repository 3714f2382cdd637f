// Prose under hostile and damaged texts: bindings are cut out, Markdown is read, every run knows its place.
#include "bind/text/markdown.h"

#include "base/utf8.h"
#include "bind/values/footnote_texts.h"
#include "catch.h"
#include "hostile.h"
#include "soak.h"

using namespace precis;
using namespace precis::fuzz;

namespace {

constexpr int kDamages = 1500;

void check_runs(const std::vector<bind::Run>& runs, const bind::Cut& cut, std::size_t size) {
    for (const auto& run : runs) {
        if (base::first_invalid_utf8(run.text)) FAIL_CHECK("a run is not UTF-8");
        if (run.span && (run.span.begin > run.span.end || run.span.end > size)) FAIL_CHECK("a run is outside its file");
        if (run.kind == bind::Run::Kind::hole && static_cast<std::size_t>(run.hole) >= cut.holes.size())
            FAIL_CHECK("a hole that was not cut");
    }
}

void check_drafts(const std::vector<bind::Draft>& drafts, const bind::Cut& cut, std::size_t size) {
    for (const auto& draft : drafts) {
        check_runs(draft.runs, cut, size);
        check_drafts(draft.children, cut, size);
        for (const auto& item : draft.items) check_drafts(item, cut, size);
    }
}

void read(const std::string& words) {
    if (base::first_invalid_utf8(words)) return;  // the YAML reader lets none through
    const diag::Text text{words, {std::make_shared<diag::SourceText>("t.yaml", words), 0, words.size()}, {}};
    diag::Diagnostics found;
    const auto [body, notes] = bind::take_footnotes(text);
    const auto cut = bind::cut(body, found);
    check_drafts(bind::read_blocks(body, cut, found), cut, words.size());
    check_runs(bind::read_line(body, cut, found), cut, words.size());
    for (const auto& note : notes) (void)bind::cut(note.text, found);
    check_diagnostics(found);
}

constexpr const char* kProse =
    "More than {{ paris.people | unit }} met in *Paris* [@paris-post; @note], **twice** as many as in Bengaluru.\n"
    "See @fig:attendance, @tab:x and @page:fig:attendance -- or [the post](https://example.org/a_(b)).[^why]\n"
    "\n"
    "# A heading with `code {{ x }}`\n"
    "\n"
    "1. First {{ a | 0dp compact }}\n"
    "2. Second\n"
    "   - inner \\{{ braces }}\n"
    "\n"
    "> Quoted “words”.\n"
    "\n"
    "```sql\nSELECT '{{ x }}'\n```\n"
    "\n"
    "Many [models](index:) are [open](index:Models/open (all) of them), @full:sec:risks.\n"
    "\n"
    "[^why]: Because {{ b }} said so.\n\n    A second paragraph.\n\n    - a point\n";

}  // namespace

TEST_CASE("no hostile text breaks the reading of prose", "[fuzz][bind]") {
    for (const auto& text : hostile_texts()) {
        if (text.size() > 500'000) continue;  // a paragraph of that length is refused when it is set
        INFO(text.substr(0, 60));
        read(text);
    }
}

TEST_CASE("no damage to prose breaks its reading", "[fuzz][bind]") {
    const unsigned seed = GENERATE(from_range(precis::test::seeds(4)));
    INFO("seed " << seed);
    std::mt19937 random(seed);
    for (int i = 0; i < kDamages; ++i) {
        INFO(i);
        read(damaged(kProse, random));
    }
}
