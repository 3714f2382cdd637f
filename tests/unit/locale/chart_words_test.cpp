// What languages say of charts: places are filled, numbers choose their plural, lists are joined.
#include "locale/chart_words.h"

#include <set>

#include "catch.h"
#include "locale/language.h"
#include "vocabulary/form.h"

using namespace precis;
using locale::chart_words;
using locale::Locale;

namespace {

std::string values(const char* tag, std::size_t count) {
    return chart_words(*Locale::find(tag), "values", {{"form", "X"}}, count);
}

}  // namespace

TEST_CASE("each form has a name in each language", "[locale]") {
    const auto forms = vocabulary::Rows<vocabulary::Form>::all();
    REQUIRE(forms.size() == locale::kChartForms.size());
    for (std::size_t i = 0; i < forms.size(); ++i) CHECK(forms[i].name == locale::kChartForms[i]);
    for (const auto& language : locale::built_in_languages()) {
        INFO(language.tag);
        std::set<std::string> names;
        for (const auto form : locale::kChartForms) {
            names.insert(locale::chart_form(*Locale::find(language.tag), form));
            CHECK(names.find(std::string(form)) == names.end());
        }
        CHECK(names.size() == locale::kChartForms.size());
    }
}

TEST_CASE("the texts of charts are whole", "[locale]") {
    for (const auto& language : locale::built_in_languages()) {
        INFO(language.tag);
        CHECK(language.chart_ends.back() == language.charts.size());
        for (std::size_t row = 0; row < locale::kChartRows.size(); ++row) {
            INFO(locale::kChartRows[row].key);
            const auto others = locale::kChartRows[row].counted ? locale::kPluralForms - 1 : 0;
            CHECK_FALSE(language.chart_text(locale::first_chart_text(row) + others).empty());
        }
    }
}

TEST_CASE("a number chooses the plural that its language has for it", "[locale]") {
    CHECK(values("en-GB", 1) == "X of 1 value");
    CHECK(values("en-GB", 3) == "X of 3 values");
    CHECK(values("pl", 1) == "X: 1 wartość");
    CHECK(values("pl", 3) == "X: 3 wartości");
    CHECK(values("ru", 1) == "X: 1 значение");
    CHECK(values("ru", 3) == "X: 3 значения");
    CHECK(values("ru", 5) == "X: 5 значений");
    CHECK(values("ru", 21) == "X: 21 значение");
    CHECK(values("cs", 1) == "X: 1 hodnota");
    CHECK(values("cs", 3) == "X: 3 hodnoty");
    CHECK(values("cs", 5) == "X: 5 hodnot");
    CHECK(values("ar", 2) == "X: قيمتان");
    CHECK(values("ar", 7) == "X: 7 قيم");
    CHECK(values("ja", 1) == "X、値1個");
    CHECK(chart_words(*Locale::find("pl"), "points", {{"form", "X"}}, 5) == "X: 5 punktów");
}

TEST_CASE("a place is filled once, whatever stands in what fills it", "[locale]") {
    const auto english = *Locale::find("en-GB");
    CHECK(chart_words(english, "item", {{"name", "{value}"}, {"value", "{name}"}}) == "{value} {name}");
    CHECK(chart_words(english, "named", {{"name", "A"}}) == "A: {text}");
}

TEST_CASE("parts with commas of their own are told apart by semicolons", "[locale]") {
    const auto list = [](const char* tag, std::vector<std::string> parts) {
        return locale::chart_list(*Locale::find(tag), parts);
    };
    CHECK(list("en-US", {"a", "b", "c"}) == "a, b and c");
    CHECK(list("en-GB", {"a, b", "c"}) == "a, b; c");
    CHECK(list("de", {"a 1,5", "b 2"}) == "a 1,5; b 2");
    CHECK(list("de", {"a 1", "b 2"}) == "a 1 und b 2");
    CHECK(list("el", {"a 1,5", "b 2"}) == "a 1,5· b 2");
    CHECK(list("ar", {"أ، ب", "ج"}) == "أ، ب؛ ج");
}

TEST_CASE("a qualifier stands where its language says it", "[locale]") {
    CHECK(locale::qualified(*Locale::find("fr"), "more-than", "600") == "plus de 600");
    CHECK(locale::qualified(*Locale::find("ja"), "at-least", "600") == "600以上");
    CHECK(locale::qualified(*Locale::find("zh"), "about", "600") == "约600");
}
