// The order of words in a language, by ICU's collator.
#include <unicode/alphaindex.h>
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

std::vector<std::string> Locale::letters(const std::vector<std::string>& names) const {
    std::vector<std::string> out(names.size());
    UErrorCode status = U_ZERO_ERROR;
    icu::AlphabeticIndex index(icu::Locale::forLanguageTag(tag_, status), status);
    index.addLabels(icu::Locale::getEnglish(), status);
    const std::unique_ptr<icu::AlphabeticIndex::ImmutableIndex> buckets(index.buildImmutableIndex(status));
    if (U_FAILURE(status) || buckets == nullptr) return out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        UErrorCode found = U_ZERO_ERROR;
        const auto at = buckets->getBucketIndex(icu::UnicodeString::fromUTF8(names[i]), found);
        const auto* bucket = U_SUCCESS(found) ? buckets->getBucket(at) : nullptr;
        if (bucket != nullptr && bucket->getLabelType() == U_ALPHAINDEX_NORMAL) bucket->getLabel().toUTF8String(out[i]);
    }
    return out;
}

}  // namespace precis::locale
