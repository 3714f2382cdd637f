// The project's font families for tests, from the files of the packages that fonts/fonts.yaml names.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "catch.h"
#include "text/setter.h"

namespace precis::text::test {

inline FontIndex index() {
    const std::string folder = "/usr/share/fonts/truetype/";
    return {{{"Lato",
              "fonts-lato",
              {{folder + "lato/Lato-Regular.ttf", 400, false, 0},
               {folder + "lato/Lato-Italic.ttf", 400, true, 0},
               {folder + "lato/Lato-Bold.ttf", 700, false, 0}}},
             {"Vollkorn",
              "fonts-vollkorn",
              {{folder + "vollkorn/Vollkorn-Regular.ttf", 400, false, 0},
               {folder + "vollkorn/Vollkorn-Bold.ttf", 700, false, 0}}},
             {"DejaVu Sans", "fonts-dejavu-core", {{folder + "dejavu/DejaVuSans.ttf", 400, false, 0}}}}};
}

inline std::shared_ptr<Fonts> fonts(const std::vector<std::string>& families = {"Lato", "Vollkorn"}) {
    std::vector<FamilyRequest> wanted;
    for (const auto& family : families) wanted.push_back({family, {}});
    auto loaded = Fonts::load(index(), wanted);
    REQUIRE(loaded.ok());
    return std::move(loaded).value();
}

inline Run run(std::string text, double size = 10, std::string family = "Lato") {
    Run made;
    made.text = std::move(text);
    made.face.family = std::move(family);
    made.size = size;
    return made;
}

inline Paragraph paragraph(std::string text, Align align = Align::left, double size = 10) {
    Paragraph made;
    made.runs = {run(std::move(text), size)};
    made.align = align;
    return made;
}

/// The text that is copied from a line.
inline std::string copied(const Line& line) {
    std::string text;
    for (const auto& piece : line.runs) text += piece.text;
    return text;
}

/// The same without a space or soft hyphen at the end.
inline std::string text_of(const Line& line) {
    auto text = copied(line);
    if (line.spaced && text.ends_with(' ')) text.pop_back();
    if (line.hyphenated && text.ends_with("\u00AD")) text.erase(text.size() - 2);
    return text;
}

inline std::vector<std::string> texts_of(const Lines& lines) {
    std::vector<std::string> texts;
    for (const auto& line : lines.lines) texts.push_back(text_of(line));
    return texts;
}

}  // namespace precis::text::test
