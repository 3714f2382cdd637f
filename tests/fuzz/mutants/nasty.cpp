#include "nasty.h"

#include <algorithm>
#include <cctype>

namespace precis::mutants {
namespace {

std::string repeated(const std::string& text, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += text;
    return out;
}

const std::vector<std::string>& texts() {
    static const std::vector<std::string> kTexts = {
        "",
        " ",
        "\t",
        "\n",
        "\r\n",
        std::string(1, '\0'),
        std::string("a\0b", 3),
        "\x1B[2J",
        "\x7F",
        "\u0085",
        "\u00A0",
        "\u00AD",
        "\u200B",
        "\u200D",
        "\u202E\u05D0b\u202C",
        "\u2066\u2066\u2066",
        "\u2028",
        "\uFEFF",
        "\uFFFD",
        "\uFFFF",
        "\U000F0000",
        "\U0010FFFF",
        "\U0001F469\u200D\U0001F469\u200D\U0001F467",
        "\u0645\u0631\u062D\u0628\u0627",
        "\u6F22\u5B57",
        "\xFF\xFE",
        "\xC3\x28",
        "\xED\xA0\x80",
        repeated("a", 5000),
        repeated("long word ", 2000),
        repeated("\u0300", 800),
        repeated("W", 300),
        repeated("9", 400),
        repeated("[", 300),
        repeated("{{ a ", 100),
        repeated("> ", 200),
        repeated("* ", 200),
        repeated("**a ", 200),
        repeated("(", 500),
        "~",
        "null",
        "true",
        "no",
        "[]",
        "{}",
        "- ",
        "? ",
        ": ",
        "# c",
        "a: b",
        "'",
        "\"",
        "\\",
        "%",
        "%n%s%d",
        "{{",
        "}}",
        "{{ x | y }}",
        "{{ x | 99dp }}",
        "{{ value('x') }}",
        "\\{{ x }}",
        "[@nosuch]",
        "[@a; @b; @c]",
        "[^x]",
        "[^x]: ",
        "@fig:nosuch",
        "@page:fig:x",
        "[a](javascript:alert(1))",
        "[a](file:///etc/passwd)",
        "[a](https://[::1]:99999999/)",
        "![x](y)",
        "<b>x</b>",
        "<!--",
        "&amp;&#0;&#xD800;&lt;",
        "`",
        "```\n",
        "|a|b|\n|-|-|\n",
        "/",
        "..",
        ".",
        "../../etc/passwd",
        "/etc/passwd",
        "/dev/zero",
        "/dev/stdin",
        "/proc/self/mem",
        "data",
        "data/",
        "data/model.yaml",
        "layouts/../layouts",
        "**/*",
        "[a-",
        "CON",
        "a\u0301/\u00E1",
        repeated("a/", 2000),
        "2026-13-45",
        "0000-00-00",
        "9999-12-31",
        "10000-01-01",
        "-1-01-01",
        "2026-02-29",
        "2026-W53",
        "2026-Q5",
        "2026-01-01/2025-01-01",
        "24:00:00",
        "2026-08-31T23:59:60+99:99",
        "1000000 months",
        "-1 days",
        "SELECT",
        "SELECT * FROM",
        "SELECT 1; DROP TABLE facts",
        "SELECT * FROM sqlite_master",
        "SELECT * FROM facts, facts AS b, facts AS c",
        "SELECT NULL",
        "SELECT 1e999 AS v, -1e999 AS w",
        "SELECT 'a' AS k, 9e307 AS v UNION ALL SELECT 'b', -9e307",
        "SELECT randomblob(9), x'00FF' AS b",
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r",
        "SELECT value('x')",
        "SELECT printf('%.9999f', 1.5)",
        "SELECT replace(hex(zeroblob(9999)), '0', 'abc')",
        "0 mm",
        "-5 mm",
        "1e9 mm",
        "1e308 em",
        "99999999999 %",
        "NaN pt",
        "#GGGGGG",
        "#12",
        "rgb(1,2,3)",
        "en-XX",
        "x-klingon",
        "zz",
        "fig:",
        "fig:a b",
        "tab:" + repeated("t", 300),
    };
    return kTexts;
}

const std::vector<std::string>& numbers() {
    static const std::vector<std::string> kNumbers = {
        "0",
        "-0",
        "-1",
        "1",
        "2",
        "3",
        "7",
        "60",
        "64",
        "65",
        "100",
        "255",
        "256",
        "1000",
        "16384",
        "16385",
        "65536",
        "1048576",
        "1048577",
        "2147483647",
        "2147483648",
        "-2147483648",
        "4294967295",
        "4294967296",
        "9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "18446744073709551616",
        "99999999999999999999",
        "0.1",
        "0.5",
        "1e-320",
        "5e-324",
        "1e15",
        "1e16",
        "1e100",
        "1e308",
        "-1e308",
        "1e309",
        "1e999999999",
        "NaN",
        "nan",
        "inf",
        "-inf",
        ".inf",
        "0x10",
        "0b1",
        "1_000",
        "1,5",
        "1.000,5",
        "1 000",
        "12:30",
        "+1",
        "--1",
        "1e",
        ".",
        "00012",
        "1.10",
        "-0.0000000000000001",
        "2958465",
        "2958466",
        "61",
        "59.999999",
    };
    return kNumbers;
}

}  // namespace

std::string nasty_text(Chance& chance) {
    return chance.of(texts());
}

std::string nasty_number(Chance& chance) {
    return chance.of(numbers());
}

const std::vector<std::string>& raw_yaml() {
    static const std::vector<std::string> kRaw = {
        "*a",
        "&a",
        "&a x",
        "&a [*a]",
        "&a {b: *a}",
        "[&b x, *b, *b]",
        "!!binary AAAA",
        "!!str 1",
        "!<tag:x> y",
        "{<<: {a: b}}",
        "|\n  a\n  b",
        ">-\n  a\n\n  b",
        "|9\n a",
        "|",
        "\"unclosed",
        "'unclosed",
        "[unclosed",
        "{a: b",
        "a: b: c",
        "x #y",
        "x\n---\ny: 1",
        "x\n...",
        "\t",
        "? a\n: b",
        "{? a : b}",
        "{a: , b: }",
        "[,]",
        "@x",
        "`x`",
        "%YAML 1.1",
        "\"\\uD800\"",
        "\"\\u0000\"",
        "\"\\x\"",
        std::string("\0", 1),
        "\xFF",
    };
    return kRaw;
}

std::string reference_to(const std::string& name, Chance& chance) {
    switch (chance.below(9)) {
        case 0:
            return "{{ " + name + " }}";
        case 1:
            return "{{ " + name + " | 0dp compact }}";
        case 2:
            return "[@" + name + "]";
        case 3:
            return "@fig:" + name;
        case 4:
            return "@page:tab:" + name;
        case 5:
            return "SELECT value('" + name + "')";
        case 6:
            return "SELECT * FROM \"" + name + "\"";
        case 7:
            return "[^" + name + "]";
        default:
            return name;
    }
}

std::string edited(std::string text, Chance& chance) {
    const auto at = chance.below(text.size() + 1);
    switch (chance.below(9)) {
        case 0:
            return text.substr(0, at);
        case 1:
            return text.substr(at);
        case 2:
            return text + text;
        case 3:
            return text.insert(at, nasty_text(chance));
        case 4:
            return text + nasty_text(chance);
        case 5:
            if (!text.empty()) text.erase(std::min(at, text.size() - 1), 1);
            return text;
        case 6:
            for (auto& c : text)
                c = static_cast<char>(std::islower(static_cast<unsigned char>(c)) != 0
                                          ? std::toupper(static_cast<unsigned char>(c))
                                          : std::tolower(static_cast<unsigned char>(c)));
            return text;
        case 7:  // each digit another one
            for (auto& c : text)
                if (std::isdigit(static_cast<unsigned char>(c)) != 0) c = static_cast<char>('0' + chance.below(10));
            return text;
        default:
            return repeated(text, std::min<std::size_t>(1 + chance.below(60), 1 + 200'000 / (text.size() + 1)));
    }
}

}  // namespace precis::mutants
