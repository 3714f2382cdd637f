// What an output asks for, and what it is refused.
#include "catch.h"
#include "fixture.h"

using namespace precis;

namespace {

diag::Result<spec::Briefing> with_output(const std::string& keys, const std::string& top = {}) {
    const Folder folder;
    return folder.read(kHead + top + "outputs:\n  report: {" + keys + "}\n");
}

spec::Output output_of(const std::string& keys) {
    auto read = with_output(keys);
    INFO(printed(read.diagnostics()));
    REQUIRE(read.ok());
    return read.value().outputs.front();
}

}  // namespace

TEST_CASE("an output's formats, pages, watermark and protection", "[spec]") {
    const auto output = output_of(
        "formats: [pdf, handout], linearize: true, first-page: 5, watermark: Draft, encrypt: "
        "{password-env: BOARD_PASSWORD}");
    REQUIRE(output.formats.size() == 2);
    CHECK(output.formats[1].format == vocabulary::Format::handout);
    CHECK(output.linearize);
    CHECK(output.first_page == 5);
    CHECK(output.watermark->text == "Draft");
    CHECK(output.encrypt->password_env->text == "BOARD_PASSWORD");
    CHECK(output_of("encrypt: {password-file: ../board.pass}").encrypt->password_file->text == "../board.pass");
    CHECK(output_of("layout: x").first_page == 1);
}

TEST_CASE("what an output cannot have is refused at its place", "[spec][diag]") {
    const auto found = [](const std::string& keys) { return seen(with_output(keys).diagnostics()); };
    CHECK(found("formats: [pdf, docx]") == "bad_value 5:27");
    CHECK(found("formats: [pdf, png], encrypt: {password-env: A}") == "key_conflict 5:27");
    CHECK(found("formats: [png], linearize: true") == "key_conflict 5:39");
    CHECK(found("first-page: 0") == "bad_value 5:24");
    CHECK(found("watermark: \" \"") == "empty_value 5:23");
    CHECK(found("watermark: A text that is much too long to be read across a page") == "bad_value 5:23");
    CHECK(found("encrypt: {}") == "missing_key 5:21");
    CHECK(found("encrypt: {password-env: A, password-file: b}") == "key_conflict 5:54");
    CHECK(found("encrypt: {password-env: not-a-name}") == "bad_value 5:36");
}

TEST_CASE("a password in a briefing is refused and never printed", "[spec][diag]") {
    for (const std::string keys : {"encrypt: hunter2secret, lyout: x", "encrypt: \"hunter2secret\"",
                                   "encrypt: {password: hunter2secret}", "encrypt: [hunter2secret]",
                                   "encrypt: {password-env: hunter2secret!}", "encrypt: {key: {of: hunter2secret}}"}) {
        const auto read = with_output(keys);
        INFO(keys);
        CHECK(diag::has_errors(read.diagnostics()));
        CHECK(printed(read.diagnostics()).find("hunter2") == std::string::npos);
        CHECK(printed(read.diagnostics()).find(".....") != std::string::npos);
    }
    for (const std::string text :
         {"encrypt: hunter2secret\n", "outputs:\n  report: {encrypt: hunter2secret, \"x: 1}\n",
          "outputs:\n  report:\n    encrypt:\n      password: hunter2secret: no\n",
          "outputs: {r: {encrypt: 'hunter2secret}}\n", "sections:\n  - {id: s, title: S, encrypt: hunter2secret}\n",
          "outputs:\n  r: {encrypt: *hunter2secret}\n"}) {
        const Folder folder;
        const auto read = folder.read(kHead + text);
        INFO(text);
        CHECK(diag::has_errors(read.diagnostics()));
        CHECK(printed(read.diagnostics()).find("hunter2") == std::string::npos);
    }
    CHECK(seen(with_output("encrypt: secret").diagnostics()) == "wrong_type 5:21");
}

TEST_CASE("a watermark stands on a briefing, too", "[spec]") {
    const auto read = with_output("layout: x", "watermark: Draft\n");
    REQUIRE(read.ok());
    CHECK(read.value().watermark->text == "Draft");
}
