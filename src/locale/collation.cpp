// The order of words in a language, by ICU's collator.
#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <numeric>

#include "locale/locale.h"

namespace precis::locale {

std::vector<std::size_t> Locale::sorted(const std::vector<std::string>& names) const {
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), 0);
    UErrorCode status = U_ZERO_ERROR;
    const auto language = icu::Locale::forLanguageTag(tag_, status);
    const std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(language, status));
    if (U_SUCCESS(status)) collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    std::vector<icu::UnicodeString> words;
    words.reserve(names.size());
    for (const auto& name : names) words.push_back(icu::UnicodeString::fromUTF8(name));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (U_FAILURE(status) || collator == nullptr) return names[a] < names[b];
        UErrorCode compared = U_ZERO_ERROR;
        return collator->compare(words[a], words[b], compared) == UCOL_LESS;
    });
    return order;
}

}  // namespace precis::locale
