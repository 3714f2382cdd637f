// ooxml/package.h: the parts of an Office package, with their relationships and content types.
// Stage: archive -> PACKAGE -> slides. XML is read whole; the elements and attributes of known namespaces have the
// customary prefixes after reading (a:, p:, r:, c:), whatever the file calls them.
// Source: ECMA-376 part 2, Open Packaging Conventions. Names of parts are compared without regard to case (6.2.2.3).
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/faults.h"

namespace precis::ooxml {

struct Relationship {
    std::string id, type;  // type: the last word of its address: "slideLayout"
    std::string target;    // the part's name; for an external one what the file says
    bool external = false;
};

class Package {
  public:
    /// What is kept of a part beside its tree.
    enum class Keep { trees, bytes };
    /// Reads the file. nullptr if it is no package; `why` then says so.
    static std::unique_ptr<Package> open(const std::filesystem::path& file, Faults& at, std::string& why,
                                         Keep keep = Keep::trees);

    const std::vector<std::string>& names() const { return names_; }  // each once
    bool has(const std::string& part) const;
    /// The part's first element; a null node if there is no such part or it is no XML.
    pugi::xml_node root(const std::string& part) const;
    const std::vector<Relationship>& relationships(const std::string& part) const;
    /// nullptr if the part has none of that id, or none of that type.
    const Relationship* by_id(const std::string& part, std::string_view id) const;
    const Relationship* by_type(const std::string& part, std::string_view type) const;
    std::string content_type(const std::string& part) const;  // empty: none
    /// The part as it is in the archive; empty if there is none, or the package was opened without bytes.
    const std::string& bytes(const std::string& part) const;

    /// Puts the rules about packages to all parts.
    void examine(Faults& at) const;

  private:
    void read_types(Faults& at);
    void read_relationships(const std::string& rels, Faults& at);

    std::vector<std::string> names_;
    std::map<std::string, std::string> folded_;  // by the name in lower case
    std::map<std::string, std::unique_ptr<pugi::xml_document>> xml_;
    std::map<std::string, std::string> bytes_;
    std::map<std::string, std::vector<Relationship>> relationships_;              // by the part that has them
    std::map<std::string, std::map<std::string, std::size_t, std::less<>>> ids_;  // likewise: where in that list
    std::map<std::string, std::string> types_, endings_;  // content types, by lower-case name or ending
};

/// The part's relationships of that type lead there; empty: it has none, or an external one.
[[nodiscard]] std::string target_of(const Package& package, const std::string& part, std::string_view type);
/// The part that holds the relationships of a part, which need not be there.
[[nodiscard]] std::string relationships_part(const std::string& part);
/// A part's name in lower case (ASCII).
[[nodiscard]] std::string folded(std::string_view name);
/// Whether a text says "1" or "true".
[[nodiscard]] bool is_on(std::string_view value);

}  // namespace precis::ooxml
