// A finished PDF as a screen reader gets it: the structure tree in order, with the texts of marked content by the
// fonts' ToUnicode, and alternative texts of pictures. Positions on the page are not used.
#pragma once
#include <string>
#include <vector>

namespace precis::test {

struct Node {
    std::string role;  // "P", "H1", "Table" …
    std::string id, alternative, scope;
    std::string text;  // of this element itself and of elements within its lines (Span, Link, Reference)
    std::vector<Node> kids;
    std::size_t files = 0;  // attached to this element
};

struct Reading {
    Node document;
    std::string artifacts;              // text of artifacts
    std::vector<std::string> attached;  // names of the files inside
    std::vector<std::string> faults;    // content without an element or with two; text without ToUnicode
};

/// Reads the whole file from its bytes.
Reading read_aloud(const std::string& pdf);

/// The text without soft hyphens, each run of spaces of any kind as one space, none at the ends.
std::string plain(const std::string& text);

/// The tree as plain text: a line for each block, cells of a row separated by " | ", pictures by their alternative
/// text.
std::string as_text(const Reading& reading);

}  // namespace precis::test
