// locale/made.h: ICU's objects of one Locale, each made at its first use: making one takes some 100 µs. Private.
#pragma once
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "locale/locale.h"

namespace precis::locale {

struct Locale::Made {
    explicit Made(const std::string& tag);

    const icu::number::LocalizedNumberFormatter& formatter(const NumberFormat& format);
    /// Month names as they stand in a date, January first.
    const std::string& month(int month, bool abbreviated);
    /// Short names as they stand alone; 0 is Monday.
    const std::string& weekday(int day);

  private:
    using Key = std::tuple<int, int, bool, bool, bool>;
    icu::Locale icu_;
    std::map<Key, icu::number::LocalizedNumberFormatter> formatters_;
    std::vector<std::string> wide_, abbreviated_, weekdays_;
};

}  // namespace precis::locale
