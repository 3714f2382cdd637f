// audit/structure.h: the structure tree as it was read, and what its marked content turned out to be. Private to audit.
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
    std::string role, type;  // as written; as the role map has it
    std::size_t parent = 0;  // the first element's is itself
    std::vector<std::size_t> kids;
    std::vector<Content> contents;
    std::vector<QPDFObjGen> objects;            // annotations and XObjects
    std::string where;                          // "object 12 (Figure)"
    std::string language;                       // its own or the nearest above it; empty without one
    bool in_formula = false, replaced = false;  // it or one above is a Formula, has ActualText
};

struct Structure {
    std::vector<StructElement> elements;               // in reading order; the first stands for the tree's root
    std::map<Content, std::size_t> owners;             // the first element that claims it
    std::map<QPDFObjGen, std::size_t> holders;         // of annotations
    std::map<Content, std::string> found;              // in contents: where
    std::map<QPDFObjGen, std::string> page_of_stream;  // streams that hold MCIDs: where
    std::map<QPDFObjGen, QPDFObjectHandle> streams;    // the page or form
};

[[nodiscard]] bool is_standard_role(const std::string& role);

}  // namespace precis::audit
