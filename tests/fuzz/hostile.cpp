#include "hostile.h"

#include <fstream>
#include <iterator>

#include "base/utf8.h"
#include "catch.h"
#include "diag/print.h"

namespace precis::fuzz {
namespace {

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

std::string flood(std::string begin, std::size_t length) {
    begin.append(length, 'x');
    return begin;
}

// Pieces that mean something to one of the readers, or that are no text at all.
const std::vector<std::string>& pieces() {
    static const std::vector<std::string> kPieces = {
        std::string(1, '\0'),
        "\xFF",
        "\xC3",
        "\xED\xA0\x80",
        "\xF4\x90\x80\x80",
        "\xEF\xBB\xBF",
        "\x1B[2J",
        "\r",
        "\r\n",
        "\t",
        "\v",
        "\u0085",
        "\u2028",
        "\u202E",
        "\u2066\u2069",
        "\u200B",
        "\U000F0000",
        "\U0010FFFF",
        "a\u0300\u0300\u0300",
        "\"",
        "\"\"",
        "'",
        ",",
        ";",
        "{{",
        "}}",
        "{{ x | ",
        "\\{{",
        "[@",
        "[^x]",
        "[^x]: ",
        "@fig:",
        "@page:fig:x",
        "**",
        "`",
        "```",
        "~~~",
        "<b>",
        "<!--",
        "![x](y)",
        "[x](",
        "](",
        "|-|-|",
        "\n# ",
        "\n> ",
        "\n- ",
        "\n1. ",
        "\n    ",
        "\n---\n",
        "\n...\n",
        "\n%YAML 9.9\n",
        "&a",
        "*a",
        "!!binary ",
        "!<tag:x>",
        "<<: ",
        "? ",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "#",
        " #",
        "|\n",
        ">-\n",
        "|9\n",
        "%",
        "~",
        "null",
        "&#0;",
        "&amp;",
        "1e999",
        "NaN",
        "-",
        "0x",
        "\\",
    };
    return kPieces;
}

}  // namespace

std::vector<std::string> hostile_texts() {
    std::string zeros(1000, '\0');
    std::string all_bytes;
    for (int i = 0; i < 256; ++i) all_bytes += static_cast<char>(i);
    std::vector<std::string> texts = {
        "",
        "\n",
        "\xEF\xBB\xBF",
        zeros,
        all_bytes,
        "a: " + zeros,
        repeated("[", 100'000),
        repeated("{a: ", 50'000),
        repeated("- ", 50'000),
        repeated("> ", 20'000),
        repeated("* ", 20'000),
        repeated("? ", 20'000),
        repeated("((", 20'000),
        repeated("**a ", 20'000),
        repeated("_a*", 20'000),
        repeated("![", 20'000),
        repeated("[a](", 20'000),
        repeated("`", 30'000),
        repeated("`a``b", 10'000),
        repeated("<", 30'000),
        repeated("{{", 20'000),
        repeated("{{ a }}", 20'000),
        repeated("[@a; ", 20'000),
        repeated("[^a]", 20'000),
        repeated("\"", 50'001),
        repeated("\"\"", 50'000) + ",",
        repeated(",", 200'000),
        repeated("\n", 200'000),
        repeated("a,b\n", 20'000) + "a\n",
        repeated("\u0300", 50'000),
        repeated("\u202E\u2066", 20'000),
        repeated("\U000F0000", 5'000),
        flood("key: ", 2'000'000),
        flood("key: \"", 1'000'000),
        "key: |\n" + repeated("  line\n", 50'000),
        repeated(" ", 1'000'000) + "a: b\n",
        "a: &a [x]\n" + repeated("b: *a\n", 1000),
        "a: &a [*a]\n",
        "a: &x1 [lol]\nb: &x2 [*x1,*x1,*x1,*x1]\nc: &x3 [*x2,*x2,*x2,*x2]\nd: &x4 [*x3,*x3,*x3,*x3]\n",
        "<<: {a: b}\n",
        "!!binary \"AAAA\"\n",
        "--- a\n--- b\n",
        "a: \"\\u0000\"\n",
        "a: \"\\uD800\"\n",
        "\"\\x\": 1\n",
    };
    for (int depth : {10, 63, 64, 65, 1000}) {
        std::string text;
        for (int i = 0; i < depth; ++i) text += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
        texts.push_back(text + std::string(static_cast<std::size_t>(depth), ' ') + "b\n");
    }
    for (const auto& piece : pieces()) texts.push_back(piece);
    return texts;
}

std::string damaged(std::string text, std::mt19937& random) {
    const auto below = [&](std::size_t most) { return most == 0 ? std::size_t{0} : random() % most; };
    for (auto left = 1 + below(8); left > 0; --left) {
        const auto at = below(text.size() + 1);
        const auto length = std::min(below(40), text.size() - at);
        switch (below(6)) {
            case 0:
                text.erase(at, length);
                break;
            case 1:
                text.insert(at, text.substr(at, length));
                break;
            case 2:
                text.insert(at, pieces()[below(pieces().size())]);
                break;
            case 3:
                if (at < text.size()) text[at] = static_cast<char>(below(256));
                break;
            case 4: {
                const auto taken = text.substr(at, length);
                text.erase(at, length);
                text.insert(below(text.size() + 1), taken);
                break;
            }
            default:
                text.insert(at, std::string(below(60), text.empty() ? ' ' : text[below(text.size())]));
        }
    }
    return text;
}

std::string repository_file(const std::string& path) {
    std::ifstream in(PRECIS_SOURCE_DIR "/" + path, std::ios::binary);
    REQUIRE(in);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

void check_diagnostics(const diag::Diagnostics& found) {
    for (const auto& d : found) {
        if (d.message.empty()) FAIL_CHECK("a diagnostic without words: " << to_string(d.code));
        if (!d.span) continue;
        if (d.span.begin > d.span.end || d.span.end > d.span.source->text().size()) {
            FAIL_CHECK(to_string(d.code) << ": its place is outside its file");
        }
    }
    // Printed line by line for people and as JSON for programs; the first ones are as good as all.
    const diag::Diagnostics some(found.begin(), found.begin() + std::min<std::ptrdiff_t>(20, std::ssize(found)));
    for (const auto format : {diag::Format::text, diag::Format::json, diag::Format::github}) {
        const auto printed = diag::print(some, format);
        if (base::first_invalid_utf8(printed)) FAIL_CHECK("what is printed is not UTF-8");
        if (printed.find('\x1B') != std::string::npos) FAIL_CHECK("what is printed commands the terminal");
    }
}

}  // namespace precis::fuzz
