// The blocks of a footnote as lines of one paragraph.
#include "layout/ground/note_words.h"

#include "catch.h"

using namespace precis;

namespace {

doc::Block words(const std::string& text) {
    doc::Words part;
    part.text = text;
    return {doc::Paragraph{{part}, {}}};
}

}  // namespace

TEST_CASE("each block and each item of a footnote is a line", "[layout][footnotes]") {
    doc::List inner{false, 1, {{words("deep")}}, {}};
    doc::List list{true, 3, {{words("one"), {inner}}, {words("two")}}, {}};
    doc::Quote quote{{words("quoted")}};
    CHECK(doc::plain_text(layout::note_words({words("First."), {list}, {quote}, {doc::Code{"code", ""}}})) ==
          doc::plain_text(layout::note_words({words("First."), words("3.\u00a0one"), words("•\u00a0deep"),
                                              words("4.\u00a0two"), words("quoted"), words("code")})));
    CHECK(doc::plain_text(layout::note_words({words("Alone.")})) == "Alone.");
    CHECK(layout::note_words({words("a"), words("b")}).size() == 3);
}
