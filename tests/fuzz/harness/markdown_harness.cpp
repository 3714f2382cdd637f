// An author's text: footnotes and bindings are cut out, Markdown is read as blocks and as lines.
#include "bind/text/markdown.h"
#include "bind/values/footnote_texts.h"
#include "truths.h"

using namespace precis;
using precis::fuzz::require;

namespace {

void check(const std::vector<bind::Run>& runs, const bind::Cut& cut, std::size_t size) {
    for (const auto& run : runs) {
        require(!base::first_invalid_utf8(run.text), "a run is UTF-8");
        require(!run.span || (run.span.begin <= run.span.end && run.span.end <= size), "a run is inside its file");
        const bool hole = run.kind == bind::Run::Kind::hole;
        require(!hole || static_cast<std::size_t>(run.hole) < cut.holes.size(), "a hole was cut");
    }
}

void check(const std::vector<bind::Draft>& drafts, const bind::Cut& cut, std::size_t size) {
    for (const auto& draft : drafts) {
        check(draft.runs, cut, size);
        check(draft.children, cut, size);
        for (const auto& item : draft.items) check(item, cut, size);
        for (const auto& term : draft.terms) check(term, cut, size);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string words(fuzz::text_of(data, size));
    if (base::first_invalid_utf8(words)) return 0;  // the YAML reader lets none through
    const diag::Text text{words, {fuzz::source_of(words), 0, size}, {}};
    diag::Diagnostics found;
    const auto [body, notes] = bind::take_footnotes(text);
    require(body.text.size() == size, "a body keeps its offsets");
    const auto cut = bind::cut(body, found);
    check(bind::read_blocks(body, cut, found), cut, size);
    for (const auto line : {bind::Line::title, bind::Line::sentence, bind::Line::plain})
        check(bind::read_line(body, cut, found, line), cut, size);
    for (const auto& note : notes) {
        const auto inner = bind::cut(note.text, found);
        check(bind::read_line(note.text, inner, found), inner, size);
    }
    fuzz::check(found);
    return 0;
}
