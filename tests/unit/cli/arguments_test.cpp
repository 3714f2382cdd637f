// The command line as values: options, help texts, wrong usage.
#include "cli/arguments.h"

#include "catch.h"

using precis::cli::Command;
using precis::cli::Parsed;

namespace {
Parsed parse(std::vector<const char*> words) {
    words.insert(words.begin(), "precis");
    return precis::cli::parse_arguments(static_cast<int>(words.size()), words.data());
}
}  // namespace

TEST_CASE("build takes briefings, folders and choices", "[cli]") {
    const auto got = parse({"build", "a.yaml", "b.yaml", "-o", "out", "--output", "report", "--audience", "buyers",
                            "--set", "quarter=2026-Q1", "-j", "3", "--strict", "--message-format", "json"});
    REQUIRE(got.arguments);
    CHECK(got.arguments->command == Command::build);
    CHECK(got.arguments->briefings == std::vector<std::filesystem::path>{"a.yaml", "b.yaml"});
    CHECK(got.arguments->out == std::filesystem::path("out"));
    CHECK(got.arguments->outputs == std::vector<std::string>{"report"});
    CHECK(got.arguments->audiences == std::vector<std::string>{"buyers"});
    CHECK(got.arguments->set.at("quarter") == "2026-Q1");
    CHECK(got.arguments->workers == 3);
    CHECK(got.arguments->strict);
    CHECK(got.arguments->message_format == precis::diag::Format::json);
}

TEST_CASE("a date is one that there is", "[cli]") {
    for (const auto* date : {"2026-08-31", "2026-08", "2026-08-31T14:00+02:00"}) {
        INFO(date);
        REQUIRE(parse({"build", "--date", date}).arguments);
        CHECK(parse({"build", "--date", date}).arguments->date == date);
    }
    for (const auto* date : {"yesterday", "2026-02-30", "31.8.2026", "2026-08-31T14:00", "2026-08-31 "}) {
        INFO(date);
        const auto got = parse({"build", "--date", date});
        CHECK_FALSE(got.arguments);
        CHECK(got.exit_code == 2);
        CHECK_THAT(got.text, ContainsSubstring("is not a date; write 2026-08-31"));
    }
}

TEST_CASE("check takes finished PDFs instead of briefings", "[cli]") {
    const auto got = parse({"check", "--pdf", "a.pdf", "b.pdf", "--rules"});
    REQUIRE(got.arguments);
    CHECK(got.arguments->command == Command::check);
    CHECK(got.arguments->pdfs == std::vector<std::filesystem::path>{"a.pdf", "b.pdf"});
    CHECK(got.arguments->rules);
    CHECK(parse({"check", "--rules"}).exit_code == 2);
    CHECK(parse({"check", "note.yaml", "--pdf", "a.pdf"}).exit_code == 2);
}

TEST_CASE("check takes finished decks instead of briefings", "[cli]") {
    const auto got = parse({"check", "--pptx", "a.pptx", "b.pptx", "--rules"});
    REQUIRE(got.arguments);
    CHECK(got.arguments->decks == std::vector<std::filesystem::path>{"a.pptx", "b.pptx"});
    CHECK(got.arguments->pdfs.empty());
    CHECK(got.arguments->rules);
    CHECK(parse({"check", "note.yaml", "--pptx", "a.pptx"}).exit_code == 2);
    CHECK(parse({"check", "--pdf", "a.pdf", "--pptx", "a.pptx"}).exit_code == 2);
    CHECK(parse({"check", "--leaks", "--pptx", "a.pptx"}).exit_code == 2);
}

TEST_CASE("a value that is set may hold an equals sign", "[cli]") {
    const auto got = parse({"build", "--set", "filter=a=b"});
    REQUIRE(got.arguments);
    CHECK(got.arguments->set.at("filter") == "a=b");
}

TEST_CASE("help and version are printed and leave with 0", "[cli]") {
    CHECK(parse({"--version"}).exit_code == 0);
    CHECK(parse({"--version"}).text.rfind("precis ", 0) == 0);
    const auto help = parse({"build", "--help"});
    CHECK_FALSE(help.arguments);
    CHECK(help.exit_code == 0);
    CHECK_THAT(help.text, ContainsSubstring("Examples:"));
    CHECK_THAT(help.text, ContainsSubstring("--check"));
}

TEST_CASE("wrong usage leaves with 2 and says what is wrong", "[cli]") {
    for (const auto& words : std::vector<std::vector<const char*>>{{},
                                                                   {"bild"},
                                                                   {"build", "--no-such-option"},
                                                                   {"build", "-j", "0"},
                                                                   {"build", "--message-format", "xml"},
                                                                   {"build", "--set", "quarter"},
                                                                   {"build", "--set", "=x"}}) {
        const auto got = parse(words);
        CHECK_FALSE(got.arguments);
        CHECK(got.exit_code == 2);
        CHECK_FALSE(got.text.empty());
    }
}

TEST_CASE("one exhibit to one file", "[cli]") {
    const char* words[] = {"precis", "chart", "note.yaml", "fig:growth", "-o", "growth.png", "--dpi", "300"};
    const auto parsed = precis::cli::parse_arguments(8, words);
    REQUIRE(parsed.arguments.has_value());
    CHECK(parsed.arguments->command == precis::cli::Command::chart);
    CHECK(parsed.arguments->exhibit == "fig:growth");
    CHECK(parsed.arguments->picture == "growth.png");
    CHECK(parsed.arguments->dpi == 300);
    const char* short_of[] = {"precis", "chart", "note.yaml", "fig:growth"};
    CHECK(precis::cli::parse_arguments(4, short_of).exit_code == 2);
}

TEST_CASE("a check of labels is asked for", "[cli]") {
    const char* words[] = {"precis", "check", "note.yaml", "--labels"};
    const auto parsed = precis::cli::parse_arguments(4, words);
    REQUIRE(parsed.arguments.has_value());
    CHECK(parsed.arguments->labels);
}

TEST_CASE("a wrong command or option is told with the nearest", "[cli]") {
    const auto said = [](std::vector<const char*> words) {
        const auto got = parse(std::move(words));
        CHECK_FALSE(got.arguments);
        CHECK(got.exit_code == 2);
        return got.text;
    };
    CHECK(said({"bild"}) == "precis: there is no command “bild”; did you mean “build”?\n");
    CHECK_THAT(said({"sankey", "x"}), ContainsSubstring("there is no command “sankey”; there are: build, check, "));
    CHECK_THAT(said({}), ContainsSubstring("no command is given; there are: build, "));
    CHECK(said({"note.yaml"}) == "precis: “note.yaml” is no command; write precis build note.yaml\n");
    CHECK_THAT(said({"--strict", "check"}), ContainsSubstring("“--strict” stands before the command"));
    CHECK(said({"build", "--formt", "png"}) ==
          "precis build: there is no option “--formt”; did you mean “--format”?\n");
    CHECK(said({"check", "--audiance=a"}) ==
          "precis check: there is no option “--audiance”; did you mean “--audience”?\n");
    CHECK_THAT(said({"build", "--quux"}), ContainsSubstring("precis build --help lists the options"));
    CHECK_THAT(said({"chart", "a", "b", "c", "-o", "d.svg"}), ContainsSubstring("“c” is one word too many"));
    CHECK(parse({"--help"}).exit_code == 0);
    CHECK(parse({"--version"}).exit_code == 0);
    CHECK(parse({"build", "--draft", "--check"}).exit_code == 2);
}

TEST_CASE("translation takes keys to accept, or none", "[cli]") {
    const auto all = parse({"translation", "note.fr.yaml", "--accept"});
    REQUIRE(all.arguments);
    CHECK(all.arguments->command == Command::translation);
    CHECK(all.arguments->briefings == std::vector<std::filesystem::path>{"note.fr.yaml"});
    CHECK(all.arguments->accept);
    CHECK(all.arguments->names.empty());
    const auto some = parse({"translation", "note.fr.yaml", "--accept", "title", "findings.2"});
    REQUIRE(some.arguments);
    CHECK(some.arguments->names == std::vector<std::string>{"title", "findings.2"});
    CHECK_FALSE(parse({"translation", "note.fr.yaml"}).arguments->accept);
    CHECK(parse({"translation"}).exit_code == 2);
    CHECK(parse({"build", "--language", "fr", "--language", "de"}).arguments->languages_wanted ==
          std::vector<std::string>{"fr", "de"});
}
