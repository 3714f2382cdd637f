// Licences by name: those of Creative Commons name each condition with two letters (BY, NC, ND, SA).
#include "data/license.h"

#include <algorithm>

#include "base/ascii.h"

namespace precis::data {
namespace {

/// The name in capitals, with one space around each word: " CC BY SA 4.0 ".
std::string plain_name(const std::string& license) {
    std::string name;
    for (const char c : license) {
        if (base::is_letter_or_digit(c) || c == '.') {
            name += base::raised(c);
        } else if (!name.empty() && name.back() != ' ') {
            name += ' ';
        }
    }
    return " " + name + " ";
}

Terms by_name(const std::string& license) {
    const auto name = plain_name(license);
    const auto has = [&](const char* word) { return name.find(word) != std::string::npos; };
    Terms terms;
    if (has(" INTERNAL ") || has(" CONFIDENTIAL ")) terms.internal = true;
    const bool commons = has(" CC BY") || has(" CREATIVE COMMONS ATTRIBUTION");
    if (commons || has(" ODC BY ") || has(" ODBL ") || has(" OPEN GOVERNMENT ") || has(" OGL "))
        terms.attribution = true;
    if (commons) {
        terms.non_commercial = has(" NC ") || has(" NONCOMMERCIAL ") || has(" NON COMMERCIAL ");
        terms.share_alike = has(" SA ") || has(" SHAREALIKE ") || has(" SHARE ALIKE ");
        terms.no_derivatives = has(" ND ") || has(" NODERIVATIVES ") || has(" NO DERIVATIVES ");
    }
    return terms;
}

}  // namespace

const std::vector<std::string>& term_words() {
    static const std::vector<std::string> words{"internal", "non-commercial", "no-derivatives", "share-alike",
                                                "attribution"};
    return words;
}

Terms terms_of(const SourceRecord& source) {
    Terms terms;
    if (source.terms.empty()) {
        terms = by_name(source.license);
    } else {
        const auto says = [&](const char* word) {
            return std::find(source.terms.begin(), source.terms.end(), word) != source.terms.end();
        };
        terms = {says("internal"), says("non-commercial"), says("no-derivatives"), says("share-alike"),
                 says("attribution")};
    }
    if (!source.permission.empty()) terms = {.attribution = terms.attribution};
    return terms;
}

bool shared_alike(const SourceRecord& source, const std::string& rights) {
    const auto document = by_name(rights), origin = by_name(source.license);
    if (origin.share_alike) return document.share_alike && document.non_commercial == origin.non_commercial;
    return document.share_alike ||
           (!source.license.empty() && plain_name(rights).find(plain_name(source.license)) != std::string::npos);
}

}  // namespace precis::data
