// text/hyphenator.h: where words of a language may be divided, by its dictionary's patterns; private to the room.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/patterns.h"

typedef struct _HyphenDict HyphenDict;

namespace precis::text {

class Hyphenator {
  public:
    /// Byte offsets inside `word` (letters only) before which it may be divided; ascending.
    ///
    /// A dictionary is opened at its language's first word: hyph_en_GB.dic for en-GB, else that of the language alone.
    /// None: no division. Words of fewer than five letters stay whole; two letters stay before the hyphen, three
    /// behind.
    std::vector<std::size_t> points(std::string_view word, const std::string& language);

    Hyphenator();
    ~Hyphenator();

  private:
    struct Close {
        void operator()(HyphenDict* dictionary) const;
    };
    struct Dictionary {
        std::optional<Patterns> plain;
        std::unique_ptr<HyphenDict, Close> full;  // where the patterns are not plain
        bool utf8 = true;
    };
    static Dictionary load(const std::string& path);
    const Dictionary& dictionary(const std::string& language);
    std::map<std::string, Dictionary> dictionaries_;
};

}  // namespace precis::text
