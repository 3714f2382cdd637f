// vocabulary/key.h: how the keys of the language's YAML mappings are declared, once each.
//
// A Mapping is a kind of mapping that authors write ("a section"), with its keys in groups. The readers of spec, style
// and data read through yaml::Fields, which knows no other key; `precis schema` and docs/reference are made from the
// same rows, and the effect test takes each row and shows that the key does what its sentence says.
// Declared in: briefing_keys.h, exhibit_keys.h, layout_keys.h, model_keys.h, project_keys.h. All is constant data.
#pragma once
#include <array>
#include <span>
#include <string_view>

#include "vocabulary/closed_set.h"

namespace precis::vocabulary {

/// What a value may be; several may be or-ed.
enum Type : unsigned {
    kText = 1U << 0U,     // a word or a name
    kProse = 1U << 1U,    // running text: Markdown and bindings
    kWords = 1U << 2U,    // a title or label: emphasis and bindings
    kBoolean = 1U << 3U,  // true, false
    kNumber = 1U << 4U,
    kInteger = 1U << 5U,
    kLength = 1U << 6U,  // 12 mm
    kColor = 1U << 7U,   // "#0B5FA5", or a colour's name
    kDate = 1U << 8U,    // a date or a period
    kWord = 1U << 9U,    // a word of `set`
    kSql = 1U << 10U,
    kPath = 1U << 11U,
    kMapping = 1U << 12U,   // a mapping with the keys of `of`
    kList = 1U << 13U,      // or a list of the other types; one may stand alone
    kVersion = 1U << 15U,   // 1
    kNamed = 1U << 14U,     // a mapping from the author's names to the other types
    kOwnNames = 1U << 16U,  // beside kNamed: what stands under a name that begins with x- is ignored
    kPhrase = 1U << 17U,    // beside kText: words that readers see, which a translation gives anew
};

struct Mapping;

/// What a value looks like.
struct Shape {
    unsigned types = 0;              // of Type
    const Mapping* of = nullptr;     // for kMapping
    const ClosedSet* set = nullptr;  // for kWord
};

/// Where a change of a key's value is seen.
enum Effect : unsigned {
    kPages = 1U << 0U,     // of reports, one-pagers: PDF, PNG, SVG
    kSlides = 1U << 1U,    // of decks: PDF, PowerPoint
    kMetadata = 1U << 2U,  // of the files: titles, languages, keywords …
    kFiles = 1U << 3U,     // which files are written, and their names
    kFindings = 1U << 4U,  // what check and build report
    kData = 1U << 5U,      // the numbers
    kEither = 1U << 6U,    // one of the others suffices: which one depends on the value
    kProgram = 1U << 7U,   // the exit code, and what the program's other commands print
};

struct Key {
    std::string_view name;
    Shape shape;
    std::string_view sentence;       // what it does, as a whole sentence
    std::string_view example;        // its value as YAML, on one line
    std::string_view fallback = {};  // what holds without it, in words; empty: nothing
    unsigned effects = kPages | kSlides;
    enum class State {
        done,
        required,  // its absence is an error
        later,     // reserved for a later version: refused, and never offered
        elsewhere  // of other programs that read the same file (brand.yml): accepted, without effect here
    } state = State::done;
    Shape other = {};  // a second form of its value
};

/// A kind of mapping.
struct Mapping {
    std::string_view name;      // one word for schema and reference: "section"
    std::string_view what;      // in messages: "a section"
    std::string_view sentence;  // what it is
    std::array<std::span<const Key>, 8> groups;
    std::array<const Mapping*, 3> variants = {};  // instead of keys: it is one of these, told apart by their first key
    const Mapping* named = nullptr;               // what stands under other keys, which are names of the author's
    bool open = false;                            // other keys are those of other programs

    /// The key of that name, reserved ones included; nullptr if there is none.
    [[nodiscard]] const Key* find(std::string_view key) const;
};

}  // namespace precis::vocabulary
