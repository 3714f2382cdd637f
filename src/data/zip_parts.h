// data/zip_parts.h: the parts of a ZIP file by name, for the reader of workbooks. For the files of this room only.
// libzip is loaded when the first workbook is read, never linked: most builds read none.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace precis::data {

class ZipParts {
  public:
    /// nullptr where the file is no ZIP archive, or libzip is not installed (`why` says which).
    static std::unique_ptr<ZipParts> open(const std::filesystem::path& file, std::string& why);
    virtual ~ZipParts() = default;
    /// Nothing where there is no such part, or it unpacks to more than 256 MB.
    virtual std::optional<std::string> part(const std::string& name) = 0;
};

}  // namespace precis::data
