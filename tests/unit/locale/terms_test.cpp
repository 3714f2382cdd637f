// Terms in running text: whole words, case, longest first, scripts without spaces; alphabetical order.
#include "locale/terms.h"

#include <algorithm>

#include "catch.h"
#include "locale/locale.h"

using namespace precis::locale;

namespace {

/// The matches as words of the text, with the index of the form: "0:GPU 1:agent".
std::string found(const std::vector<std::string>& forms, const std::string& text, std::string_view tag = "en-GB") {
    std::string out;
    for (const auto& match : TermFinder(forms, tag).find(text)) {
        out += (out.empty() ? "" : " ") + std::to_string(match.form) + ":" +
               text.substr(match.begin, match.end - match.begin);
    }
    return out;
}

}  // namespace

TEST_CASE("a term matches whole words", "[locale]") {
    CHECK(found({"agent"}, "An agent, agents, reagent; agent.") == "0:agent 0:agent");
    CHECK(found({"agent", "agents"}, "Agents and agent") == "1:Agents 0:agent");
    CHECK(found({"source"}, "open-source and source-code, a source") == "0:source");
    CHECK(found({"GPU"}, "GPU's, CPU/GPU, (GPU), GPU-hours, GPUs") == "0:GPU 0:GPU 0:GPU");
    CHECK(found({"é"}, "é, été") == "0:é");
    CHECK(found({""}, "anything").empty());
}

TEST_CASE("case counts where a term has a capital inside a word, or is one capital", "[locale]") {
    CHECK(found({"newcomer"}, "Newcomer NEWCOMER newcomer") == "0:Newcomer 0:NEWCOMER 0:newcomer");
    CHECK(found({"Newcomer"}, "a newcomer") == "0:newcomer");
    CHECK(found({"Large Model"}, "a large model") == "0:large model");
    CHECK(found({"IT"}, "It is IT").find("0:IT") == 0);
    CHECK(found({"IT"}, "It is it").empty());
    CHECK(found({"PyTorch"}, "pytorch PyTorch") == "0:PyTorch");
    CHECK(found({"R"}, "r and R") == "0:R");
}

TEST_CASE("the longer of two terms wins, and spaces and apostrophes are alike", "[locale]") {
    CHECK(found({"model", "large language model"}, "A large language model is a model.") ==
          "1:large language model 0:model");
    CHECK(found({"open source"}, "open\u00a0source") == "0:open\u00a0source");
    CHECK(found({"Moore's law"}, "Moore’s law") == "0:Moore’s law");
    CHECK(folded_term("Open\u00a0Source") == folded_term("open source"));
    CHECK(folded_term("GPU") == folded_term("gpu"));
}

TEST_CASE("Chinese terms begin and end at words, Latin ones between Chinese letters", "[locale]") {
    CHECK(found({"人工智能"}, "我们使用人工智能。", "zh") == "0:人工智能");
    CHECK(found({"GPU"}, "我们使用GPU训练", "zh") == "0:GPU");
    CHECK(found({"国人"}, "中国人民", "zh").empty());
}

TEST_CASE("Devanagari vowel signs belong to their word", "[locale]") {
    CHECK(found({"शब्द"}, "यह शब्द है", "hi") == "0:शब्द");
    CHECK(found({"शब्द"}, "शब्दावली", "hi").empty());
}

TEST_CASE("alphabetical order is the language's", "[locale]") {
    const auto sorted = [](const char* tag, std::vector<std::string> words) {
        const auto locale = Locale::find(tag);
        REQUIRE(locale);
        std::sort(words.begin(), words.end(), [&](const auto& a, const auto& b) { return locale->before(a, b); });
        std::string out;
        for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
        return out;
    };
    CHECK(sorted("de", {"Zelle", "Öl", "agent", "Ofen"}) == "agent Ofen Öl Zelle");
    CHECK(sorted("en-GB", {"b", "A", "a", "B"}) == "a A b B");
    CHECK(sorted("zh", {"中", "阿", "北"}) == "阿 北 中");
}
