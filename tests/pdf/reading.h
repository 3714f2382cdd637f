// A finished PDF as somebody gets it who cannot see its pages: the structure tree in order, with the texts that the
// content gives through the fonts' maps to Unicode, and what stands for pictures. Nothing of the page's places is used.
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
    std::string artifacts;              // text that nobody is told
    std::vector<std::string> attached;  // names of the files inside
    std::vector<std::string> faults;    // content that no element has, or that two have; texts without a map
};

/// Opens the file's bytes and reads all of it.
Reading read_aloud(const std::string& pdf);

/// Without soft hyphens, spaces of all kinds as one, none at the ends.
std::string plain(const std::string& text);

/// The tree as lines of plain text: a block a line, cells of a row parted by " | ", pictures by what stands for them.
std::string as_text(const Reading& reading);

}  // namespace precis::test
