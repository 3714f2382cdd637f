// build/record/places.h: how files are named in the record of an edition, and where those names lead on this machine.
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "build/stages.h"

namespace precis::build {

/// A file below the project, the folder of layouts or the installed data is named by its path there, any other (a font
/// of the system) by its bare name: a record never shows where a machine keeps its files.
class Places {
  public:
    Places(const spec::Project& project, const Setting& setting);

    [[nodiscard]] std::string shown(const std::filesystem::path& file) const;
    /// The file of that name; a path that does not exist if there is none.
    [[nodiscard]] std::filesystem::path real(const std::string& shown) const;

    /// The files of the project's own fonts, as shown: a folder without an index lists itself.
    [[nodiscard]] const std::string& own_fonts() const { return own_fonts_; }

  private:
    std::vector<std::filesystem::path> folders_;
    std::string own_fonts_;
    std::map<std::string, std::filesystem::path> others_;  // of fonts.yaml and of presses, by bare name
};

/// Hashes of files, each computed once.
class FileSums {
  public:
    FileSums();
    struct Sum {
        std::string quick;  // publish::quick_sum(); empty: there is no such file
        std::size_t bytes = 0;
        bool changing = false;  // it was changed after this object was made, so a build may have read it before
    };
    const Sum& of(const std::filesystem::path& file);
    /// Forgets what is known, as the files have been written since.
    void forget() { known_.clear(); }

  private:
    std::map<std::filesystem::path, Sum> known_;
    long long begin_ = 0;  // nanoseconds since 1970
};

/// An identifier of the running program's file, made by its linker; empty if it has none.
[[nodiscard]] std::string program_id();

}  // namespace precis::build
