// Licences by name: the Creative Commons ones say in two letters each what they ask.
#include "data/license.h"

#include <algorithm>

namespace precis::data {
namespace {

/// In capitals, with single spaces for whatever stands between the words.
std::string plain_name(const std::string& license) {
    std::string name;
    for (const char c : license) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
        if (letter) {
            name += static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
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
    const auto own = by_name(rights), its = by_name(source.license);
    if (its.share_alike) return own.share_alike && own.non_commercial == its.non_commercial;
    return own.share_alike ||
           (!source.license.empty() && plain_name(rights).find(plain_name(source.license)) != std::string::npos);
}

}  // namespace precis::data
