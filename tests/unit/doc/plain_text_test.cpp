// Plain text of inlines.
#include "catch.h"
#include "doc/document.h"

using namespace precis::doc;

TEST_CASE("plain text is the words and references, without marks", "[doc]") {
    Words before, strong;
    before.text = "More than ";
    strong.text = "600";
    strong.strong = true;
    const Reference figure{"Figure\u00a02", "fig:a"};
    const Inlines inlines{before, strong, Citation{{1, 2}}, LineBreak{}, figure, FootnoteMark{0}};
    CHECK(plain_text(inlines) == "More than 600 Figure\u00a02");
    CHECK(plain_text({}).empty());
}
