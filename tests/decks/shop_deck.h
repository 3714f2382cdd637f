// A briefing of a shop with a deck, the deck in the hands of a person, and what a refresh makes of it.
#pragma once
#include <map>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "program.h"

namespace precis::test {

/// A deck's parts, to be edited as PowerPoint would write them.
class EditedDeck {
  public:
    explicit EditedDeck(const std::filesystem::path& file);
    void save(const std::filesystem::path& file) const;

    std::map<std::string, std::string> parts;
    /// The paths of the slides in the order of the show.
    std::vector<std::string> slides() const;
    /// The slide that has a shape with these words, or of this name.
    std::string slide_saying(const std::string& words) const;
    /// Replaces the one place of `from`, which must be there, by `to`.
    void change(const std::string& part, const std::string& from, const std::string& to);
    /// The XML of the shape that says these words, or has this name, as it is in its slide; it must be one.
    std::string shape(const std::string& words) const;
    /// Its words, a line each paragraph.
    std::string words_of(const std::string& name_or_words) const;
    std::string name_of(const std::string& words) const;
    /// The part of the chart in the shape, and its workbook.
    std::string chart_in(const std::string& name) const;
    std::string book_of(const std::string& chart) const;
    /// The values of a chart's series, with its categories: "2026-03 40; 2026-04 44; …".
    std::string values(const std::string& chart, std::size_t series) const;
    /// The cells of a table, a line each row, divided by " | ".
    std::string cells(const std::string& name) const;
    std::string target(const std::string& part, const std::string& id) const;

    std::vector<std::string> order;
};

/// The project in a folder of its own.
class ShopDeck : public Folder {
  public:
    ShopDeck();
    /// Builds the output's deck and copies it to `name`.
    std::filesystem::path built(const std::string& name, const std::string& output = "deck") const;
    /// The next month: other numbers, a month more.
    void next_month() const;
    Ran precis(const std::vector<std::string>& words) const;
    /// Refreshes the deck into "new-NAME"; its report is `out`. The result must have no fault of PowerPoint decks that
    /// the deck itself had not, and none that the Open XML SDK finds, if that is there.
    Ran refresh(const std::filesystem::path& deck) const;
    /// The same of a deck that was refreshed just now: nothing must be left to do.
    void refresh_again(const std::filesystem::path& deck) const;
    std::filesystem::path refreshed(const std::filesystem::path& deck) const {
        return path() / ("new-" + deck.filename().string());
    }
};

/// The line of a report that holds these words; empty if there is none.
std::string line_with(const std::string& report, const std::string& words);

}  // namespace precis::test
