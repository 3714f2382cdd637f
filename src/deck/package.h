// deck/package.h: the parts of a deck that another program may have saved, changed in memory. Private to the room.
// Parts that nobody changes keep their bytes. Parts are parsed when they are asked for, and written anew only if they
// were marked as changed.
// Errors: deck_unreadable.
// Source: ECMA-376-2:2016, Open Packaging Conventions.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "zip/archive.h"

namespace precis::deck {

struct Relationship {
    std::string id, type, target;  // type: the last word of its URI; target: the part's path, or an address
    bool outside = false;
};

class Package {
  public:
    /// The deck of a file; its main part is a presentation.
    static diag::Result<std::unique_ptr<Package>> open(const std::filesystem::path& file);
    /// The same of bytes in memory.
    static diag::Result<std::unique_ptr<Package>> open(const std::string& bytes);

    [[nodiscard]] bool has(const std::string& path) const { return parts_.contains(path); }
    [[nodiscard]] std::string_view bytes(const std::string& path) const;
    [[nodiscard]] std::vector<std::string> paths_in(std::string_view folder) const;
    /// The parsed part; empty if it is none or no XML.
    pugi::xml_document& xml(const std::string& path);
    void mark_changed(const std::string& path) { changed_.insert(path); }
    /// Replaces the bytes of a part; nothing happens if they are the same.
    void put(const std::string& path, std::string bytes);
    void add(const std::string& path, const std::string& content_type, std::string bytes);
    [[nodiscard]] std::string content_type(const std::string& path);
    /// A path that is free, as ppt/charts/chart7.xml.
    [[nodiscard]] std::string free_path(const std::string& like) const;

    [[nodiscard]] std::vector<Relationship> relationships(const std::string& from);
    /// The path that a relationship leads to; empty if it is none of the part's.
    [[nodiscard]] std::string target(const std::string& from, const std::string& id);
    /// The first of that type.
    [[nodiscard]] std::string related(const std::string& from, std::string_view type);
    std::string relate(const std::string& from, const std::string& type, const std::string& to, bool outside = false);
    /// Removes all of that type.
    void unrelate(const std::string& from, std::string_view type);

    [[nodiscard]] const std::string& main() const { return main_; }
    /// The paths of the slides, in the order of the show.
    [[nodiscard]] std::vector<std::string> slides();

    /// Whether anything was changed since it was opened.
    [[nodiscard]] bool is_changed() const { return !changed_.empty(); }
    /// Errors: deck_unreadable if it cannot be zipped.
    [[nodiscard]] diag::Result<std::string> zipped();

  private:
    static diag::Result<std::unique_ptr<Package>> read(zip::Archive& archive);

    std::vector<std::string> order_;
    std::map<std::string, std::string> parts_;
    std::map<std::string, std::unique_ptr<pugi::xml_document>> parsed_;
    std::set<std::string> changed_;
    std::string main_;
};

/// Copies of a node of one deck in another: what it refers to by relationships comes along, links to slides do not.
class Adoption {
  public:
    Adoption(Package& from, std::string from_part, Package& into, std::string into_part)
        : from_(from), into_(into), from_part_(std::move(from_part)), into_part_(std::move(into_part)) {}
    /// Makes the relationships of a node that was copied from `from_part` those of `into_part`.
    void adopt(pugi::xml_node copy);

  private:
    std::string adopted(const std::string& id);
    std::string copy_part(const std::string& path);

    Package &from_, &into_;
    std::string from_part_, into_part_;
    std::map<std::string, std::string> known_;  // ids
};

}  // namespace precis::deck
