// From a text to blocks: what is ours is cut out, Markdown is read, typography and citations are set.
#include "bind/text/codes.h"
#include "bind/text/markdown.h"
#include "bind/text/settle.h"
#include "bind/text/typography.h"
#include "bind/values/codes.h"
#include "bind/values/cut.h"
#include "bind/values/footnote_texts.h"
#include "bind/values/format.h"
#include "catch.h"
#include "diag/codes.h"

using namespace precis;
using namespace precis::bind;

namespace {

diag::Text as_text(std::string words) {
    auto source = std::make_shared<diag::SourceText>("t.yaml", words);
    const auto size = words.size();
    diag::Text text;
    text.text = std::move(words);
    text.span = {source, 0, size};
    return text;
}

Token author(std::string text) {
    Token token;
    token.words.text = std::move(text);
    return token;
}
Token bound(std::string text, std::vector<int> sources) {
    auto token = author(std::move(text));
    token.words.bound = true;
    token.sources = std::move(sources);
    return token;
}
Token cited(std::vector<int> sources) {
    Token token;
    token.kind = Token::Kind::citation;
    token.sources = std::move(sources);
    return token;
}

/// Citations as [1,2], bound words in braces.
std::string shown(const doc::Inlines& inlines) {
    std::string text;
    for (const auto& part : inlines) {
        if (const auto* words = std::get_if<doc::Words>(&part)) {
            text += words->bound ? "{" + words->text + "}" : words->text;
        } else if (const auto* citation = std::get_if<doc::Citation>(&part)) {
            text += "[";
            for (const int n : citation->numbers) text += (text.back() == '[' ? "" : ",") + std::to_string(n);
            text += "]";
        } else if (const auto* mark = std::get_if<doc::FootnoteMark>(&part)) {
            text += "^" + std::to_string(mark->index);
        }
    }
    return text;
}

const auto kEnglish = *locale::Locale::find("en-GB");

}  // namespace

TEST_CASE("bindings, citations, references and footnote marks are cut out with their places", "[bind]") {
    diag::Diagnostics diagnostics;
    const auto text = as_text("In {{ a.b | 0dp unit }} [@x; @y] see @fig:one-two, @page:sec:z. Mail a@fig:x.[^n]");
    const auto with_holes = cut(text, diagnostics);
    CHECK(diagnostics.empty());
    REQUIRE(with_holes.holes.size() == 5);
    CHECK(with_holes.holes[0].words.size() == 3);
    CHECK(with_holes.holes[0].words[0].text == "a.b");
    CHECK(with_holes.holes[0].words[2].span == text.at(16, 20));
    CHECK(with_holes.holes[1].words[1].text == "y");
    CHECK(with_holes.holes[2].words[0].text == "fig:one-two");
    CHECK(with_holes.holes[3].prints == Hole::Prints::page);
    CHECK(with_holes.holes[4].kind == Hole::Kind::footnote);
    CHECK_THAT(with_holes.text, !ContainsSubstring("{{"));
    CHECK_THAT(with_holes.text, ContainsSubstring("a@fig:x"));
    CHECK(with_holes.original(with_holes.text.find("Mail")) == text.text.find("Mail"));
}

TEST_CASE("a reference may follow a letter of a script without spaces, and a bracket", "[bind]") {
    diag::Diagnostics diagnostics;
    const auto with_holes = cut(as_text("增长见@fig:years（@tab:all），ดู@fig:years, но не a@fig:x"), diagnostics);
    CHECK(diagnostics.empty());
    REQUIRE(with_holes.holes.size() == 3);
    CHECK(with_holes.holes[1].words[0].text == "tab:all");
    CHECK_THAT(with_holes.text, ContainsSubstring("a@fig:x"));
}

TEST_CASE("code binds nothing, and a backslash gives the braces", "[bind]") {
    diag::Diagnostics diagnostics;
    const auto with_holes = cut(as_text("`{{ a }}` and ``x ` {{ b }}`` and \\{{ c }}"), diagnostics);
    REQUIRE(with_holes.holes.size() == 1);
    CHECK(with_holes.holes[0].kind == Hole::Kind::literal);
    CHECK(with_holes.holes[0].literal == "{{");
    CHECK(diagnostics.empty());
}

TEST_CASE("a binding that does not end, or holds no name, is reported at its place", "[bind][diag]") {
    diag::Diagnostics diagnostics;
    const auto text = as_text("one {{ a b }} two {{ three");
    (void)cut(text, diagnostics);
    REQUIRE(diagnostics.size() == 2);
    CHECK(diagnostics[0].code == diag::code::binding_syntax);
    CHECK(diagnostics[0].span == text.at(4, 13));
    CHECK(diagnostics[1].span == text.at(18, 20));
}

TEST_CASE("a value is never markup", "[bind]") {
    diag::Diagnostics diagnostics;
    const auto text = as_text("**Bold {{ a }}** and *{{ b }}*");
    const auto drafts = read_blocks(text, cut(text, diagnostics), diagnostics);
    REQUIRE(drafts.size() == 1);
    REQUIRE(drafts[0].runs.size() == 4);
    CHECK(drafts[0].runs[1].kind == Run::Kind::hole);
    CHECK(drafts[0].runs[1].strong);
    CHECK(drafts[0].runs[3].emphasis);
    CHECK(drafts[0].runs[0].span == text.at(2, 7));
}

TEST_CASE("blocks: nested lists, quotes, headings, code", "[bind]") {
    diag::Diagnostics diagnostics;
    const auto text = as_text("# Head\n\n- one\n  1. two\n\n> said\n\n```sql\nSELECT 1\n```\n\n---\n");
    const auto drafts = read_blocks(text, cut(text, diagnostics), diagnostics);
    REQUIRE(drafts.size() == 5);
    CHECK(drafts[0].kind == Draft::Kind::heading);
    REQUIRE(drafts[1].items.size() == 1);
    REQUIRE(drafts[1].items[0].size() == 2);
    CHECK(drafts[1].items[0][1].ordered);
    CHECK(drafts[2].children.size() == 1);
    CHECK(drafts[3].language == "sql");
    CHECK(drafts[4].kind == Draft::Kind::rule);
}

TEST_CASE("struck-out words and products by stars are refused, code and lone signs are not", "[bind][diag]") {
    const auto refused = [](const char* words) {
        diag::Diagnostics diagnostics;
        const auto text = as_text(words);
        (void)read_blocks(text, cut(text, diagnostics), diagnostics);
        return diagnostics.empty() ? std::string() : diagnostics[0].message.substr(0, 9);
    };
    CHECK(refused("It ~~fell~~ rose.") == "struck-ou");
    CHECK(refused("H~2~O") == "struck-ou");
    CHECK(refused("about ~5 and ~6, `~~x~~`, \\~\\~y\\~\\~").empty());
    CHECK(refused("It is 2*3*4.") == "the stars");
    CHECK(refused("It is 2\\*3\\*4, `2*3*4`, *3*4 and 2 *3* 4.").empty());
}

TEST_CASE("items of a task list begin with a box, in tight and in loose lists", "[bind]") {
    for (const auto* words : {"- [ ] Ask\n- [x] Answer\n- Plain", "1. [ ] Ask\n\n2. [X] Answer\n\n3. Plain"}) {
        diag::Diagnostics diagnostics;
        const auto text = as_text(words);
        const auto drafts = read_blocks(text, cut(text, diagnostics), diagnostics);
        CHECK(diagnostics.empty());
        REQUIRE(drafts.size() == 1);
        std::vector<std::string> items;
        for (const auto& item : drafts[0].items) {
            REQUIRE(item.size() == 1);
            auto& words_of_item = items.emplace_back();
            for (const auto& run : item[0].runs) words_of_item += run.text;
        }
        CHECK(items == std::vector<std::string>{"☐ Ask", "☑ Answer", "Plain"});
    }
}

TEST_CASE("formulas in TeX's notation are refused where they stand, amounts and code are not", "[bind][diag]") {
    const auto refused = [](const char* words) {
        diag::Diagnostics diagnostics;
        const auto text = as_text(words);
        (void)read_blocks(text, cut(text, diagnostics), diagnostics);
        std::vector<std::string> found;
        for (const auto& one : diagnostics) {
            CHECK(one.code == bind::code::markdown_refused);
            found.push_back(text.text.substr(one.span.begin, one.span.end - one.span.begin));
        }
        return found;
    };
    using Found = std::vector<std::string>;
    CHECK(refused("The law is $$E = mc^2$$, or $a_1$.") == Found{"$$E = mc^2$$", "$a_1$"});
    CHECK(refused("$$\n\\sum x\n$$") == Found{"$$\n\\sum x\n$$"});
    CHECK(refused("It is \\(x^2\\) and \\[\\frac12\\].") == Found{"\\(x^2\\)", "\\[\\frac12\\]"});
    CHECK(refused("$5 and $7, US$ 5, $$ to $$, \\(see below\\), $HOME_DIR and $PATH_X.").empty());
    CHECK(refused("`$$x^2$$`, \\$\\$x^2\\$\\$\n\n```\n$$x^2$$\n```").empty());
    CHECK(refused("Prices in $$ rose.\n\nx^2 and $$ fell.").empty());
    diag::Diagnostics in_line;
    const auto line = as_text("It is $x^2$.");
    (void)read_line(line, cut(line, in_line), in_line, Line::sentence);
    CHECK(in_line.size() == 1);
}

TEST_CASE("HTML, pictures and pipe tables are refused, each once", "[bind][diag]") {
    for (const auto* words :
         {"a <b>bold</b> word", "see ![x](y.png)", "| a | b |\n| --- | --- |\n| 1 | 2 |", "<div>\nx\n</div>"}) {
        diag::Diagnostics diagnostics;
        const auto text = as_text(words);
        (void)read_blocks(text, cut(text, diagnostics), diagnostics);
        INFO(words);
        REQUIRE_FALSE(diagnostics.empty());
        CHECK(diagnostics[0].code == bind::code::markdown_refused);
    }
}

TEST_CASE("words of another language name it by a tag", "[bind][diag]") {
    const auto read = [](const char* words) {
        diag::Diagnostics diagnostics;
        const auto text = as_text(words);
        const auto drafts = read_blocks(text, cut(text, diagnostics), diagnostics);
        return std::pair(drafts.at(0).runs.at(1).link, diagnostics);
    };
    for (const auto* tag : {"fr", "en-GB", "zh-Hant-TW", "de-1996", "fil"}) {
        const auto [link, diagnostics] = read(("a [mot](lang:" + std::string(tag) + ")").c_str());
        CHECK(link == "lang:" + std::string(tag));
        CHECK(diagnostics.empty());
    }
    for (const auto* tag : {"", "q", "fr-", "-fr", "fr_FR", "french", "12", "fr-x"}) {
        INFO(tag);
        const auto [link, diagnostics] = read(("a [mot](lang:" + std::string(tag) + ")").c_str());
        CHECK(link.empty());
        REQUIRE(diagnostics.size() == 1);
        CHECK(diagnostics[0].code == diag::code::bad_value);
    }
}

TEST_CASE("a line begins no block", "[bind]") {
    diag::Diagnostics diagnostics;
    for (const auto* words : {"1. First", "# no heading", "- no list", "_so_ it is"}) {
        const auto text = as_text(words);
        const auto runs = read_line(text, cut(text, diagnostics), diagnostics);
        REQUIRE_FALSE(runs.empty());
        INFO(words);
        CHECK(runs.front().text == (words[0] == '_' ? "so" : words));
    }
}

TEST_CASE("quotes, dashes and spaces are the language's", "[bind]") {
    CHECK(typographic("\"It's 'so'\" -- he said...", kEnglish) == "“It’s ‘so’” – he said…");
    CHECK(typographic("pages 3--4, the '90s --- long", kEnglish) == "pages\u00a03–4, the ’90s — long");
    CHECK(typographic("about 3 million people", kEnglish) == "about 3\u00a0million people");
    CHECK(typographic("It has 12 pages, 5 MW, 3 more and 7 pagesets", kEnglish) ==
          "It has 12\u00a0pages, 5\u00a0MW, 3 more and 7 pagesets");
    CHECK(typographic("see Exhibit 3 for € 5 and EUR 7; MyExhibit 3", kEnglish) ==
          "see Exhibit\u00a03 for €\u00a05 and EUR\u00a07; MyExhibit 3");
    CHECK(typographic("S. 4 zeigt 12 Mio. Euro", *locale::Locale::find("de")) == "S.\u00a04 zeigt 12\u00a0Mio. Euro");
    CHECK(typographic("68 % et 5 pour cent", *locale::Locale::find("fr")) == "68\u00a0% et 5\u00a0pour cent");
    CHECK(typographic("\"Oui\" !", *locale::Locale::find("fr")) == "«\u00a0Oui\u00a0»\u00a0!");
    CHECK(typographic("\"Ja\"", *locale::Locale::find("de")) == "„Ja“");
}

TEST_CASE("bound numbers are cited at their sentence's end, a source once", "[bind]") {
    CHECK(shown(settle({bound("more than 600", {1}), author(" came; "), bound("460", {2}), author(" too, said "),
                        bound("600", {1}), author(" twice. Then "), bound("7", {1}), author(" more.")},
                       kEnglish, Cite::at_sentence_end)) ==
          "{More than 600} came; {460} too, said {600} twice.[1,2] Then {7} more.[1]");
    CHECK(shown(settle({bound("68%", {1}), author(" at stage 3")}, kEnglish, Cite::never)) == "{68%} at stage 3");
    CHECK(shown(settle({author("Up "), bound("2%", {3}), author(", i.e. little")}, kEnglish, Cite::at_sentence_end)) ==
          "Up {2%}, i.e. little[3]");
}

TEST_CASE("an explicit citation stands behind the mark that follows it", "[bind]") {
    CHECK(shown(settle({author("any cloud "), cited({7}), author(". Next "), cited({8}), author(", then")}, kEnglish,
                       Cite::at_sentence_end)) == "any cloud.[7] Next,[8] then");
    CHECK(shown(settle({bound("5", {7}), author(" held "), cited({7}), author(" here.")}, kEnglish,
                       Cite::at_sentence_end)) == "{5} held[7] here.");
}

TEST_CASE("a footnote's mark follows the citation", "[bind]") {
    Token mark;
    mark.kind = Token::Kind::footnote;
    mark.footnote = 0;
    CHECK(shown(settle({author("Fell by "), bound("10%", {4}), author(" (x)."), mark, author(" Next.")}, kEnglish,
                       Cite::at_sentence_end)) == "Fell by {10%} (x).[4]^0 Next.");
}

TEST_CASE("footnotes are taken out of a body", "[bind]") {
    const auto body = as_text("One.[^a]\n\n[^a]: The note\nruns on.\n\nTwo.");
    const auto [rest, notes] = take_footnotes(body);
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].name.text == "a");
    CHECK(notes[0].text.text == "The note\nruns on.\n");
    CHECK(rest.text.size() == body.text.size());
    CHECK_THAT(rest.text, !ContainsSubstring("note"));
    CHECK(notes[0].text.at(0, 3) == body.at(body.text.find("The"), body.text.find("The") + 3));
}

TEST_CASE("format words, and an unknown one", "[bind][diag]") {
    diag::Diagnostics diagnostics;
    const auto format = read_format(as_text("signed 0dp unit"), diagnostics);
    CHECK(diagnostics.empty());
    CHECK(format.decimals == 0);
    CHECK(format.signed_always);
    CHECK(format.unit);
    (void)read_format(as_text("0dp singed"), diagnostics);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].code == bind::code::unknown_format);
    CHECK(diagnostics[0].remedy == "did you mean “signed”?");
    CHECK(diagnostics[0].span.begin == 4);
}

TEST_CASE("a text that is set as one line refuses blocks", "[bind][diag]") {
    const auto refused = [](const std::string& words, Line line) {
        diag::Diagnostics diagnostics;
        const auto text = as_text(words);
        const auto holes = cut(text, diagnostics);
        (void)read_line(text, holes, diagnostics, line);
        if (diagnostics.empty()) return std::string();
        CHECK(diagnostics.size() == 1);
        CHECK(diagnostics.front().code == code::markdown_refused);
        return diagnostics.front().message.substr(0, diagnostics.front().message.find(" cannot"));
    };
    CHECK(refused("Text.\n\n- one\n- two\n\n> quoted\n", Line::sentence) == "a list");
    CHECK(refused("Text.\n- one\n- two\n", Line::title) == "a list");
    CHECK(refused("- one\n", Line::sentence) == "a list");
    CHECK(refused("1. one\n2. two\n", Line::sentence) == "a list");
    CHECK(refused("> quoted", Line::sentence) == "a quotation");
    CHECK(refused("Text.\n\n```\ncode\n```\n", Line::sentence) == "a block of code");
    CHECK(refused("One.\n\nTwo.\n", Line::sentence) == "a second paragraph");
    CHECK(refused("Term\n: meaning\n", Line::sentence) == "a definition list");
    CHECK(refused("# Head\n\nText.", Line::sentence) == "a heading");
    CHECK(refused("Text.\n\n***\n", Line::sentence) == "a rule");
    CHECK(refused("One line\nand the next\n", Line::sentence).empty());
    CHECK(refused("2026. A good year", Line::sentence).empty());
    CHECK(refused("**Strong.** *And* so on - with `code` > 3", Line::sentence).empty());
    for (const auto* title : {"# of guests", "1. Introduction", "- 4 degrees", "> 600 guests"}) {
        INFO(title);
        CHECK(refused(title, Line::title).empty());
    }
    CHECK(refused("Say this.\n\n- then that\n", Line::plain).empty());
}

TEST_CASE("a heading and a list item have words", "[bind][diag]") {
    const auto faults = [](const std::string& words) {
        diag::Diagnostics diagnostics;
        const auto text = as_text(words);
        (void)read_blocks(text, cut(text, diagnostics), diagnostics);
        std::string out;
        for (const auto& d : diagnostics) out += d.message + " at " + std::to_string(d.span.begin) + "; ";
        return out;
    };
    CHECK(faults("Words.\n\n## \n\nText.") == "a heading has no words at 8; ");
    CHECK(faults("# &nbsp;\n\nText.").starts_with("a heading has no words"));
    CHECK(faults("- one\n-\n- three\n") == "a list item has no words at 6; ");
    CHECK(faults("# {{ x }}\n\n- `code`\n").empty());
}
