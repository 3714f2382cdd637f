// zip/archive.h: ZIP archives, read and written part by part.
// Stage: workbook file -> PARTS -> data; parts of a presentation -> ARCHIVE -> paint.
//
// In: a file, or names with their bytes. Out: a part's bytes, or a whole archive's. Written archives are the same
// bytes for the same entries: the order is the caller's and every entry is dated 1 January 1980. libzip is loaded with
// dlopen when the first archive is read or written and never linked, so that a build without workbooks and
// presentations starts faster and does not need the package.
// Errors: nullptr, nullopt or an empty string; the caller words the message.
// Limit: part_bytes of base/limits.h.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/limits.h"

namespace precis::zip {

/// Whether libzip (package libzip4) is installed.
[[nodiscard]] bool installed();

class Archive {
  public:
    /// nullptr if the file is not a ZIP archive or libzip is not installed; `why` then says which.
    static std::unique_ptr<Archive> open(const std::filesystem::path& file, std::string& why);
    /// The same of bytes, which must outlive it.
    static std::unique_ptr<Archive> of_bytes(const std::string& bytes);
    virtual ~Archive() = default;
    /// The names of its parts, in the order of the archive.
    virtual std::vector<std::string> names() const = 0;
    /// The part's bytes; nullopt if there is no part of that name, it is too large, or it is damaged.
    virtual std::optional<std::string> part(const std::string& name) = 0;
    /// The limit that a part exceeded, if one did.
    virtual std::optional<base::Exceeded> exceeded() const = 0;
};

struct Entry {
    std::string path;          // as the archive names it, with /
    const std::string* bytes;  // must live until `written` returns
};
/// An archive of these entries in this order; empty if libzip is missing or fails.
[[nodiscard]] std::string written(const std::vector<Entry>& entries);

}  // namespace precis::zip
