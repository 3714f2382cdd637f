// text/kept_lines.h: paragraphs as they were set, kept from one build of a process to its next.
// Stage: (4), beside text/setter.h; only `precis preview` keeps lines.
//
// In: a paragraph, its measure, and the fonts that it is set in. Out: the lines that the same paragraph had in the same
// fonts. Places in the author's files do not matter: lines hold none. Fonts are the same if their families have the
// same files, unchanged since, and words are divided by the same patterns. Errors: none. A paragraph whose setting was
// reported, or that needs faces of another family, is not kept. Cost: memory for each line that a build had;
// forget_unused() frees what the last build did not ask for.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>

#include "text/setter.h"

namespace precis::text {

class KeptLines {
  public:
    class Table {
      public:
        /// nullptr: they are not known.
        const Lines* find(const Paragraph& paragraph, const Measure& measure);
        void keep(const Paragraph& paragraph, const Measure& measure, const Lines& lines);

      private:
        friend class KeptLines;
        struct Entry {
            Paragraph paragraph;  // without its places
            std::vector<double> widths;
            Lines lines;
            bool used = true;  // since forget_unused()
        };
        std::unordered_multimap<std::uint64_t, Entry> entries_;  // by hash
    };

    /// For text in these fonts; `mirrored`: as Setter::mirror() has it. It stays until forget_unused().
    Table& in(const Fonts& fonts, bool mirrored);
    /// Between two builds.
    void forget_unused();
    [[nodiscard]] std::size_t size() const;

  private:
    std::map<std::string, Table> tables_;
};

}  // namespace precis::text
