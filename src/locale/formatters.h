// locale/formatters.h: ICU's objects for one Locale, each made at its first use, because making one takes about 100
// µs.
// Private to the room. Not safe for two threads: a look-up may add to the caches.
#pragma once
#include <unicode/coll.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "locale/locale.h"

namespace precis::locale {

struct Locale::Formatters {
    explicit Formatters(const std::string& tag);

    const icu::number::LocalizedNumberFormatter& formatter(const NumberFormat& format);
    /// The name of month 1 … 12 in the form that it takes inside a date.
    const std::string& month(int month, bool abbreviated);
    /// The same in the form that it takes without a day.
    const std::string& month_alone(int month);
    /// CLDR's class of a number, of things or, for ordinals, of places in an order.
    std::string plural(double value, bool ordinal);
    std::string list(const std::vector<std::string>& parts) const;
    /// The short name of a weekday in the form that it takes alone; 0 is Monday.
    const std::string& weekday(int day);
    /// True if `a` comes before `b`. By bytes, if ICU has no collation at all.
    bool before(std::string_view a, std::string_view b);

  private:
    using Key = std::tuple<int, int, bool, bool, bool>;
    icu::Locale icu_;
    std::map<Key, icu::number::LocalizedNumberFormatter> by_format_;
    std::vector<std::string> months_, short_months_, months_alone_, weekdays_;
    std::unique_ptr<icu::Collator> collator_;
    std::unique_ptr<icu::PluralRules> cardinals_, ordinals_;
};

}  // namespace precis::locale
