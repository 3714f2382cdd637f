// audit/structure.h: the structure tree of a file, and the marked content found in its streams. Private to audit.
// Stage: examine_structure fills elements and owners; examine_pages fills the content that was found.
#pragma once
#include <optional>

#include "audit/file.h"

namespace precis::audit {

/// Marked content: a content stream (a page's, or a form's) and a number in it.
struct Content {
    QPDFObjGen stream;
    int mcid = 0;
    bool operator<(const Content& other) const { return std::pair(stream, mcid) < std::pair(other.stream, other.mcid); }
};

struct StructElement {
    QPDFObjectHandle object;
    std::string role, type;  // as written; after the role map
    std::size_t parent = 0;  // index; the first element is its own parent
    std::vector<std::size_t> kids;
    std::vector<Content> contents;
    std::vector<QPDFObjGen> objects;            // annotations and XObjects
    std::string where;                          // "object 12 (Figure)"
    std::string language;                       // its own or that of the nearest ancestor; empty: none
    bool in_formula = false, replaced = false;  // it or an ancestor is a Formula; has ActualText
};

struct Structure {
    std::vector<StructElement> elements;               // in reading order; the first is the tree's root
    std::map<Content, std::size_t> owners;             // content -> the first element that claims it
    std::map<QPDFObjGen, std::size_t> holders;         // annotation or XObject -> its element
    std::map<Content, std::string> contents_found;     // content found in streams -> place
    std::map<QPDFObjGen, std::string> page_of_stream;  // stream with MCIDs -> place
    std::map<QPDFObjGen, QPDFObjectHandle> streams;    // stream with MCIDs -> the page or form
};

[[nodiscard]] bool is_standard_role(const std::string& role);

}  // namespace precis::audit
