// Diagnostics: places, the way back from a text, and the three forms of print.
#include <algorithm>

#include "base/utf8.h"
#include "bind/text/codes.h"
#include "catch.h"
#include "cli/codes.h"
#include "diag/code_table.h"
#include "diag/codes.h"
#include "diag/print.h"
#include "yaml/codes.h"

using namespace precis;
namespace {

diag::Source source(std::string text) {
    return std::make_shared<const diag::SourceText>("a/b.yaml", std::move(text));
}

std::string text(const diag::Diagnostics& all) {
    return diag::print(all, diag::Format::text);
}

}  // namespace

TEST_CASE("places count lines and code points", "[diag]") {
    const diag::SourceText s("s", "äb\r\nc\n\nd");
    CHECK(s.place(2).column == 2);
    CHECK(s.place(5).line == 2);
    CHECK(s.place(1000).line == 4);
    CHECK(s.line(1) == "äb");
    CHECK(s.line(3).empty());
    CHECK(s.line(4) == "d");
    CHECK(s.line(5).empty());
    CHECK(s.line(0).empty());
    CHECK(s.line_begin(2) == 5);
    CHECK(s.line_begin(99) == s.text().size());
}

TEST_CASE("a text leads back to the bytes of its pieces", "[diag]") {
    diag::Text t;
    t.text = "one two";
    t.span.source = source("|\n  one\n  two\n");
    t.pieces = {{0, 4}, {3, 7}, {4, 10}};
    CHECK(t.at(4, 7) == diag::Span{t.span.source, 10, 13});
    CHECK(t.at(2, 5) == diag::Span{t.span.source, 6, 11});
    CHECK(t.at(0, 3).end == 7);
    CHECK(t.at(7, 99).begin == 13);
    CHECK(t.at(3, 1).begin == 7);
}

TEST_CASE("a diagnostic shows the line and marks the place", "[diag]") {
    const auto s = source("title: x\nköln: red\n");
    auto d = diag::error(yaml::code::unknown_key, {s, 9, 14}, "no key “köln”", "remove it");
    d.notes.push_back({"as here", {s, 0, 5}});
    CHECK(text({d}) ==
          "a/b.yaml:2:1: error: no key “köln” [unknown_key]\n  2 | köln: red\n    | ^^^^\n  help: remove it\n"
          "  note: as here (a/b.yaml:1:1)\n");
    CHECK(text({diag::warning(diag::code::source_stale, {}, "old")}) == "precis: warning: old [source_stale]\n");
}

TEST_CASE("diagnostics come in order, each once", "[diag]") {
    const auto s = source("a\nb\n");
    const auto first = diag::error(diag::code::bad_value, {s, 0, 1}, "first"),
               second = diag::error(diag::code::bad_value, {s, 2, 3}, "second");
    CHECK(text({second, first, second}) == text({first, second}));
    CHECK(diag::summary({first, second, diag::warning(bind::code::bare_number, {}, "w")}) == "2 errors and 1 warning");
    CHECK(diag::summary({}).empty());
    CHECK(text({}).empty());
}

TEST_CASE("a long line is cut around the place", "[diag]") {
    std::string line(500, 'a');
    line += "ÄHIER";
    line.append(500, 'b');
    const auto s = source(line);
    const auto out = text({diag::error(diag::code::bad_value, {s, 502, 506}, "m")});
    CHECK_THAT(out, ContainsSubstring("…"));
    CHECK_THAT(out, ContainsSubstring("HIER"));
    const auto marked = out.find('^'), shown = out.find("  1 | ");
    REQUIRE(marked != std::string::npos);
    CHECK(out.size() < 600);
    CHECK(shown != std::string::npos);
}

TEST_CASE("control characters and broken bytes do not reach the terminal", "[diag]") {
    const auto s = source("a\x1b[31mb \xFF c\n");
    const auto out = text({diag::error(diag::code::not_utf8, {s, 8, 9}, "m\x1b[31m")});
    CHECK_THAT(out, !ContainsSubstring("\x1b"));
    CHECK_THAT(out, !ContainsSubstring("\xFF"));
    CHECK_THAT(out, ContainsSubstring("\n    |         ^\n"));
}

TEST_CASE("what a message quotes of a file that is no text is printed as UTF-8", "[diag]") {
    auto found = diag::error(diag::code::wrong_type, {}, "the key \"/\xC8ype\" is unknown", "write \xFF");
    found.notes.push_back({"cut off: \xE2\x82", {}});
    for (const auto format : {diag::Format::text, diag::Format::json, diag::Format::github}) {
        const auto printed = diag::print({found}, format);
        INFO(printed);
        CHECK_FALSE(base::first_invalid_utf8(printed));
        CHECK(printed.find("/\uFFFDype") != std::string::npos);
    }
}

TEST_CASE("programs read JSON lines and GitHub's commands", "[diag]") {
    const auto s = source("title: \"x\"\n");
    const auto d = diag::error(diag::code::bad_value, {s, 7, 10}, "say \"x\"\n50 %", "do");
    CHECK(diag::print({d}, diag::Format::json) ==
          "{\"code\":\"bad_value\",\"severity\":\"error\",\"message\":\"say \\\"x\\\"\\u000a50 %\",\"remedy\":\"do\","
          "\"file\":\"a/b.yaml\",\"line\":1,\"column\":8,\"end-line\":1,\"end-column\":11,\"notes\":[]}\n");
    CHECK(diag::print({d}, diag::Format::github) ==
          "::error file=a/b.yaml,line=1,col=8,title=bad_value::say \"x\"%0A50 %25%0Ado\n");
}

TEST_CASE("every code has its word", "[diag]") {
    CHECK(diag::to_string(yaml::code::unknown_key) == "unknown_key");
    CHECK(diag::find_code("out_of_date") == cli::code::out_of_date);
    CHECK_FALSE(diag::find_code("no_such_code"));
}

TEST_CASE("a path is relative to the first folder that holds the file", "[diag]") {
    const diag::SourceText note("note.yaml", "a", "/repo/reports/note.yaml");
    CHECK(diag::shown_file(note, {"/repo/reports"}) == "note.yaml");
    CHECK(diag::shown_file(note, {"/repo"}) == "reports/note.yaml");
    CHECK(diag::shown_file(note, {"/repo", "/repo/reports"}) == "reports/note.yaml");
    CHECK(diag::shown_file(note, {"/elsewhere", "/repo/reports"}) == "note.yaml");
    CHECK(diag::shown_file(note, {"/repo/reports/data"}) == "../note.yaml");
    CHECK(diag::shown_file(note, {"/a/b/c/d/e/f/g"}) == "/repo/reports/note.yaml");
    CHECK(diag::shown_file(note, {}) == "note.yaml");
    CHECK(diag::shown_file(diag::SourceText("--sql", "SELECT"), {"/repo"}) == "--sql");
    const auto s = std::make_shared<const diag::SourceText>("b.yaml", "a: b\n", "/repo/x/b.yaml");
    auto d = diag::error(diag::code::bad_value, {s, 3, 4}, "m");
    d.notes.push_back({"n", {s, 0, 1}});
    CHECK_THAT(diag::print({d}, diag::Format::text, diag::Ink::plain, {"/repo"}),
               ContainsSubstring("x/b.yaml:1:4: error"));
    CHECK_THAT(diag::print({d}, diag::Format::text, diag::Ink::plain, {"/repo"}), ContainsSubstring("(x/b.yaml:1:1)"));
    CHECK_THAT(diag::print({d}, diag::Format::json, diag::Ink::plain, {"/repo"}), ContainsSubstring("\"x/b.yaml\""));
    CHECK_THAT(diag::print({d}, diag::Format::github, diag::Ink::plain, {"/repo"}),
               ContainsSubstring("file=x/b.yaml,"));
}

TEST_CASE("bytes of a binary file are not shown as a line", "[diag]") {
    for (const auto& bytes : {std::string("PK\x03\x04 and more"), std::string("\xFF\xFE"
                                                                              "a\0b\0",
                                                                              6)}) {
        const auto s = source(bytes);
        CHECK(text({diag::error(diag::code::not_utf8, {s, 0, 1}, "m")}) == "a/b.yaml:1:1: error: m [not_utf8]\n");
    }
}

TEST_CASE("of more than five findings alike, five are shown and the others counted", "[diag]") {
    const auto s = source("aaaaaaaaaaaa\n");
    diag::Diagnostics all;
    for (std::size_t i = 0; i < 8; ++i)
        all.push_back(diag::error(diag::code::bad_value, {s, i, i + 1}, "m" + std::to_string(i), "same"));
    all.push_back(diag::error(diag::code::bad_value, {s, 9, 10}, "other remedy", "other"));
    all.push_back(diag::warning(diag::code::bad_value, {s, 10, 11}, "a warning", "same"));
    const auto out = text(all);
    CHECK_THAT(out, ContainsSubstring("m4 [bad_value]"));
    CHECK_THAT(out, !ContainsSubstring("m5"));
    CHECK_THAT(out,
               ContainsSubstring("a/b.yaml:1:6: error: 3 more like these in this file; --message-format json lists all "
                                 "[bad_value]\n"));
    CHECK_THAT(out, ContainsSubstring("other remedy"));
    CHECK_THAT(out, ContainsSubstring("a warning"));
    CHECK_THAT(diag::print(all, diag::Format::github), ContainsSubstring("3 more like these"));
    const auto json = diag::print(all, diag::Format::json);
    CHECK(std::count(json.begin(), json.end(), '\n') == 10);
    CHECK(diag::summary(all) == "9 errors and 1 warning");
    all.resize(5);
    CHECK_THAT(text(all), !ContainsSubstring("more like"));
}

TEST_CASE("thousands of findings are printed in linear time, some hundred of them in full", "[diag]") {
    const auto s = source(std::string(60'000, 'a') + "\n");
    diag::Diagnostics all;
    for (std::size_t i = 0; i < 50'000; ++i)
        all.push_back(
            diag::error(diag::code::bad_value, {s, i, i + 1}, "m" + std::to_string(i), "r" + std::to_string(i)));
    const auto out = text(all);
    CHECK_THAT(out, ContainsSubstring("m499 [bad_value]"));
    CHECK_THAT(out, !ContainsSubstring("m500 "));
    CHECK_THAT(out, ContainsSubstring("precis: … and 49500 more; --message-format json lists all\n"));
    CHECK_THAT(diag::print(all, diag::Format::github), ContainsSubstring("::notice::… and 49500 more"));
    for (auto& one : all) one.remedy = "same";
    CHECK_THAT(text(all), ContainsSubstring("49995 more like these"));
}

TEST_CASE("a file's name cannot steer a terminal or a CI system", "[diag]") {
    CHECK(diag::shown_name("::error file=a::b.yaml") == "./::error file=a::b.yaml");
    CHECK(diag::shown_name("##[error]b.yaml") == "./##[error]b.yaml");
    CHECK(diag::shown_name("a\x1b[31m\n::b.yaml") == "a [31m ::b.yaml");
    CHECK(diag::shown_name("a/\xff.yaml") == "a/\xef\xbf\xbd.yaml");
    const auto s = std::make_shared<diag::SourceText>("::add-mask::x\n.yaml", "a\n");
    CHECK(
        text({diag::error(diag::code::bad_value, {s, 0, 1}, "m")}).starts_with("./::add-mask::x .yaml:1:1: error: m"));
}
