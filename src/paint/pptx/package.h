// paint/pptx/package.h: a package of parts with their content types and relationships, zipped in memory; and the few
// functions that build XML. Private to paint/pptx. Knows nothing of slides.
// Errors: format_not_available (libzip), not_painted.
// Source: ECMA-376-2:2016, Open Packaging Conventions.
#pragma once
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"

namespace precis::paint::pptx_file {

using Attributes = std::initializer_list<std::pair<const char*, std::string>>;
/// A child element with its attributes, in that order.
pugi::xml_node add(pugi::xml_node parent, const char* name, Attributes attributes = {});
/// A document with one element that declares the prefixes a (drawing), r (relationships), p (presentation), c (chart).
pugi::xml_node root(pugi::xml_document& document, const char* name);
[[nodiscard]] std::string printed(const pugi::xml_document& document);

/// Relationship types are the last word of their URI: "slide" for …/officeDocument/2006/relationships/slide.
class Package {
  public:
    /// `path` has no leading slash; parts are zipped in the order of adding. One without a content type has that of its
    /// ending: relationships that come as they are.
    void add_part(const std::string& path, const std::string& content_type, std::string bytes);
    /// Adds a relationship from a part (empty: from the package itself) and returns its id; the same relationship added
    /// again has the same id.
    std::string relate(const std::string& from, const std::string& type, const std::string& to_part);
    std::string relate_outside(const std::string& from, const std::string& type, const std::string& address);

    /// The bytes of the part that a relationship leads to; empty if it is none.
    [[nodiscard]] std::string_view related_bytes(const std::string& from, const std::string& id) const;
    std::size_t count() const { return parts_.size(); }
    /// Replaces the bytes of all parts from number `first` on by what `change(path, bytes)` returns.
    template <class Change>
    void change_from(std::size_t first, const Change& change) {
        for (std::size_t i = first; i < parts_.size(); ++i)
            parts_[i].bytes = change(parts_[i].path, std::move(parts_[i].bytes));
    }

    /// Errors: format_not_available if libzip is not installed; not_painted if it fails.
    [[nodiscard]] diag::Result<std::string> zipped() const;

  private:
    struct Part {
        std::string path, content_type, bytes;
    };
    struct Relationship {
        std::string type, target;
        bool outside = false;
        auto operator<=>(const Relationship&) const = default;
    };
    /// The relationships of one part, numbered from 1 in the order of adding.
    struct Relationships {
        std::vector<Relationship> list;
        std::map<Relationship, std::size_t> numbers;
    };
    std::string relate(const std::string& from, Relationship relationship);
    std::string content_types() const;
    static std::string in_words(const std::vector<Relationship>& relationships);

    std::vector<Part> parts_;
    std::map<std::string, Relationships> relationships_;  // by the part they start from
};

}  // namespace precis::paint::pptx_file
