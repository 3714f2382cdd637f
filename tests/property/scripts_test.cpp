// Names in Chinese, Arabic and both with figures, of 1 to 200 letters: the same promises as for Latin ones.
#include <array>

#include "../unit/chart/forms.h"
#include "../unit/chart/words_apart.h"
#include "paint/paint.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

struct Script {
    const char* family;
    const char* path;
    std::array<const char*, 6> words;  // joined by `between` to the length asked for
    const char* between;
};

const Script kScripts[] = {
    {"Chinese",
     "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
     {"数据", "开源项目", "提交次数", "二〇二六年", "北京", "贡献者"},
     ""},
    {"Arabic",
     "/usr/share/fonts/opentype/fonts-hosny-amiri/Amiri-Regular.ttf",
     {"بيانات", "مشروع", "المساهمون", "عام", "القاهرة", "إصدار"},
     " "},
};

/// The house with one face for everything that charts set: no family has all scripts, and none stands in for another.
House house_in(const Script& script) {
    House made;
    made.layout = house().layout;
    for (auto& [name, style] : made.layout.styles) style.family = script.family;
    text::FontIndex index{{{script.family, "", {}}}};
    for (int weight = 100; weight <= 900; weight += 100)
        index.families[0].files.push_back({script.path, weight, false, 0});
    auto fonts = text::Fonts::load(index, {{script.family, {}}});
    REQUIRE(fonts.has_value());
    made.fonts = std::move(fonts).value();
    made.setter = std::make_unique<text::Setter>(made.fonts);
    return made;
}

std::size_t letters_in(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string name_of(const Script& script, std::size_t row, std::size_t letters) {
    std::string name = script.words[row % script.words.size()];
    for (std::size_t i = row + 1; letters_in(name) < letters; ++i)
        name += std::string(script.between) + (i % 4 == 3 ? "2026" : script.words[i % script.words.size()]);
    // Whole letters from the front.
    std::size_t end = 0, seen = 0;
    while (end < name.size() && seen < letters) {
        ++end;
        while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xc0) == 0x80) ++end;
        ++seen;
    }
    return name.substr(0, end);
}

}  // namespace

TEST_CASE("Chinese and Arabic names of 1 to 200 letters keep apart in every form", "[chart][property][scripts]") {
    for (const auto& script : kScripts) {
        House house = house_in(script);
        for (const auto& type : form_types()) {
            for (const std::size_t letters : {1u, 4u, 12u, 40u, 200u}) {
                for (const auto& [width, height] : {std::pair{120.0, 80.0}, {252.0, 140.0}, {510.0, 260.0}}) {
                    INFO(script.family << ", " << type << ", " << letters << " letters, " << width << " x " << height);
                    auto chart = sample_of(type);
                    const bool named = chart.periods.empty() || type == "timeline" || type == "gantt";
                    for (std::size_t c = 0; named && c < chart.categories.size(); ++c)
                        chart.categories[c] = name_of(script, c, letters);
                    for (std::size_t s = 0; chart.series.size() > 1 && s < chart.series.size(); ++s)
                        chart.series[s].name = name_of(script, s + 2, letters);
                    const auto got = draw(chart, width, height, house.context(), {});
                    REQUIRE(got.has_value());
                    check_words(got.value());

                    scene::Page page;
                    page.size = {got.value().size.width + 0.5, got.value().size.height + 1};
                    scene::Mark figure;
                    figure.role = scene::Role::figure;
                    figure.items = got.value().items;
                    page.items.emplace_back(std::move(figure));
                    for (const auto& one : paint::audit(page, *house.fonts, house.layout.chart.min_size)) {
                        INFO(one.message);
                        CHECK(false);
                    }
                }
            }
        }
    }
}
