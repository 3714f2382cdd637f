// text/hyphenator.h: where a word may be divided, by the patterns of its language's dictionary. Private to text.
// Dictionaries are those of the Debian packages hyphen-*, in /usr/share/hyphen.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/pattern_files.h"
#include "text/patterns.h"

typedef struct _HyphenDict HyphenDict;

namespace precis::text {

/// Keeps the dictionaries that it has opened.
class Hyphenator {
  public:
    /// The byte offsets in `word` (letters only) before which it may be divided, ascending.
    ///
    /// The dictionary is opened at the language's first word: hyph_en_GB.dic for en-GB, else hyph_en.dic; without one,
    /// no word is divided. Words of fewer than five or more than a hundred letters stay whole; at least two letters
    /// stay before the hyphen and three after it.
    std::vector<std::size_t> points(std::string_view word, const std::string& language);

    /// Where the dictionaries are; without a call, in /usr/share/hyphen under the names above.
    void use(PatternFiles files) { files_ = std::move(files); }

    Hyphenator();
    ~Hyphenator();

  private:
    struct Close {
        void operator()(HyphenDict* dictionary) const;
    };
    struct Dictionary {
        std::optional<Patterns> plain;
        std::unique_ptr<HyphenDict, Close> full;  // libhyphen's, if the patterns are not plain
        bool utf8 = true;
    };
    static Dictionary load(const std::string& path);
    const Dictionary& dictionary(const std::string& language);
    std::map<std::string, Dictionary> dictionaries_;
    PatternFiles files_;
};

}  // namespace precis::text
