// zip/archive.h: ZIP files, their parts by name: workbooks are read from them, PowerPoint files written as them.
// libzip is loaded when the first archive is read or written, never linked: most builds have none.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace precis::zip {

/// Whether libzip (package libzip4) is there.
[[nodiscard]] bool installed();

class Archive {
  public:
    /// nullptr where the file is no ZIP archive, or libzip is not installed (`why` says which).
    static std::unique_ptr<Archive> open(const std::filesystem::path& file, std::string& why);
    virtual ~Archive() = default;
    /// Nothing where there is no such part, or it unpacks to more than 256 MB.
    virtual std::optional<std::string> part(const std::string& name) = 0;
};

struct Entry {
    std::string path;
    const std::string* bytes;
};
/// An archive of these entries in this order, all dated 1 January 1980; empty where it cannot be made.
[[nodiscard]] std::string written(const std::vector<Entry>& entries);

}  // namespace precis::zip
