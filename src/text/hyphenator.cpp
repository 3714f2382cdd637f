// text/hyphenator.cpp: plain patterns are matched by patterns.h, others by libhyphen. A spelling is never changed:
// points that would replace letters (German "ck" before 1996) are skipped.
#include "text/hyphenator.h"

#include <glib.h>
#include <hyphen.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "base/file_bytes.h"
#include "base/utf8.h"
#include "text/face_data.h"

namespace precis::text {
namespace {

constexpr const char* kFolder = "/usr/share/hyphen/";
constexpr std::size_t kShortest = 5, kLongest = 100;  // letters; anything longer is not a word
constexpr int kBefore = 2, kBehind = 3;               // letters, as TeX's lefthyphenmin and righthyphenmin for English

/// hyph_en_GB.dic for `en-GB`, else hyph_en.dic; empty if there is neither.
std::string file_for(const std::string& language) {
    std::string name = language;
    std::replace(name.begin(), name.end(), '-', '_');
    std::error_code ignored;
    for (;;) {
        auto path = kFolder + ("hyph_" + name + ".dic");
        if (std::filesystem::exists(path, ignored)) return path;
        const auto cut = name.rfind('_');
        if (cut == std::string::npos) return {};
        name.resize(cut);
    }
}

struct Encoded {
    std::string text;
    std::vector<std::size_t> starts;  // bytes of the given word at which the letters of `text` begin
    bool complete = true;             // every letter exists in the dictionary's encoding
};

/// The word in small letters and in the encoding of the patterns: UTF-8 or, for German, Latin-1.
Encoded encoded(std::string_view word, bool utf8) {
    Encoded result;
    for (std::size_t i = 0; i < word.size();) {
        const auto c = base::code_point_at(word, i);
        const auto small = static_cast<char32_t>(g_unichar_tolower(c.value));
        result.starts.push_back(i);
        i += c.length;
        if (utf8)
            base::append_utf8(result.text, small);
        else
            result.text += static_cast<char>(small);
        result.complete = result.complete && (utf8 || small < 0x100);
    }
    return result;
}

/// A dictionary in an encoding that neither we nor our patterns know (Polish, Greek, Russian), as one in UTF-8.
std::string in_utf8(std::string file) {
    const auto line = file.find('\n');
    if (line == std::string::npos) return file;
    auto encoding = file.substr(0, line);
    while (!encoding.empty() && (encoding.back() == '\r' || encoding.back() == ' ')) encoding.pop_back();
    if (encoding == "UTF-8" || encoding == "ISO8859-1") return file;
    gsize length = 0;
    auto* converted = g_convert(file.data() + line, static_cast<gssize>(file.size() - line), "UTF-8", encoding.c_str(),
                                nullptr, &length, nullptr);
    if (converted == nullptr) return file;
    file = "UTF-8" + std::string(converted, length);
    g_free(converted);
    return file;
}

std::vector<std::size_t> by_libhyphen(HyphenDict* patterns, const Encoded& low) {
    std::vector<char> marks(low.text.size() + 5);
    char** replaced = nullptr;
    int *places = nullptr, *cuts = nullptr;
    const int failed = hnj_hyphen_hyphenate3(patterns, low.text.data(), static_cast<int>(low.text.size()), marks.data(),
                                             nullptr, &replaced, &places, &cuts, kBefore, kBehind, kBefore, kBehind);
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; !failed && i + 1 < low.starts.size(); ++i)
        if ((marks[i] & 1) && !(replaced && replaced[i])) offsets.push_back(low.starts[i + 1]);
    if (replaced)
        for (std::size_t i = 0; i < low.text.size(); ++i) std::free(replaced[i]);
    std::free(replaced);
    std::free(places);
    std::free(cuts);
    return offsets;
}

}  // namespace

void use_patterns(Fonts& fonts, PatternFiles files) {
    fonts.impl().patterns = std::move(files);
}

PatternFiles::const_iterator find_patterns(const PatternFiles& files, std::string language) {
    auto found = files.find(language);
    while (found == files.end() && language.find('-') != std::string::npos) {
        language.resize(language.rfind('-'));
        found = files.find(language);
    }
    return found;
}

Hyphenator::Hyphenator() = default;
Hyphenator::~Hyphenator() = default;

void Hyphenator::Close::operator()(HyphenDict* dictionary) const {
    hnj_hyphen_free(dictionary);
}

Hyphenator::Dictionary Hyphenator::load(const std::string& path) {
    Dictionary loaded;
    const auto bytes = in_utf8(base::file_bytes(path).value_or(""));
    loaded.plain = Patterns::read(bytes);
    if (loaded.plain) {
        loaded.utf8 = loaded.plain->utf8();
        return loaded;
    }
    loaded.full.reset(hnj_hyphen_load(path.c_str()));
    loaded.utf8 = loaded.full && loaded.full->utf8;
    if (loaded.full && !loaded.utf8 && std::string_view(loaded.full->cset) != "ISO8859-1") loaded.full.reset();
    return loaded;
}

const Hyphenator::Dictionary& Hyphenator::dictionary(const std::string& language) {
    const auto known = dictionaries_.find(language);
    if (known != dictionaries_.end()) return known->second;
    std::string path;
    if (files_.empty()) path = file_for(language);
    if (const auto row = find_patterns(files_, language); row != files_.end()) path = row->second;
    return dictionaries_.emplace(language, path.empty() ? Dictionary{} : load(path)).first->second;
}

std::vector<std::size_t> Hyphenator::points(std::string_view word, const std::string& language) {
    const auto& patterns = dictionary(language);
    if (!patterns.plain && !patterns.full) return {};
    const auto low = encoded(word, patterns.utf8);
    const auto letters = low.starts.size();
    if (letters < kShortest || letters > kLongest || !low.complete) return {};

    std::vector<std::size_t> offsets;
    if (patterns.plain) {
        const auto divides = patterns.plain->divisions(low.text);
        std::size_t byte = 0;
        for (std::size_t i = 0; i + 1 < letters; ++i) {
            byte += patterns.utf8 ? base::code_point_at(low.text, byte).length : 1;
            if (divides[byte - 1]) offsets.push_back(low.starts[i + 1]);
        }
    } else {
        offsets = by_libhyphen(patterns.full.get(), low);
    }
    std::erase_if(offsets, [&](std::size_t at) {
        const auto index = std::lower_bound(low.starts.begin(), low.starts.end(), at) - low.starts.begin();
        return index < kBefore || static_cast<std::ptrdiff_t>(letters) - index < kBehind;
    });
    return offsets;
}

}  // namespace precis::text
