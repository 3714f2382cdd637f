// The repository's Markdown pages as GitHub shows them: which headings a page has, where its links and words lead.
#pragma once
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace precis::arch {

/// A word ending in `.md`, or the target of a link, and the line (from 1) that holds it.
struct Mention {
    int line = 0;
    std::string path;    // as written, without the heading; empty: the page itself
    std::string anchor;  // without the `#`; empty: none
};

/// The anchors of a page's headings: lower case, blanks as hyphens, without punctuation; a repeated one gets -1, -2 …
/// Lines of fenced code are no headings.
std::set<std::string> anchors_of(const std::string& markdown);

/// Targets of links (`[x](target)`, `[x]: target`) that are relative to the page. Code and addresses are left out.
std::vector<Mention> links_in(const std::string& markdown);

/// Words ending in `.md` with or without a heading, but for addresses and patterns (`docs/*.md`).
std::vector<Mention> pages_named_in(const std::string& text);

/// The comments and strings of C++: everything else is blank, lines keep their numbers.
std::string words_of_code(const std::string& cpp);

}  // namespace precis::arch
