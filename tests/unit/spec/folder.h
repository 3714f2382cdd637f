// A project's folder for a test, removed afterwards; and short forms of what a reading found.
#pragma once
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "diag/print.h"
#include "spec/briefing.h"

class Folder {
  public:
    Folder() {
        auto pattern = (std::filesystem::temp_directory_path() / "precis-spec-XXXXXX").string();
        path_ = mkdtemp(pattern.data());
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path write(const std::string& name, const std::string& text) const {
        const auto path = path_ / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    precis::diag::Result<precis::spec::Briefing> read(const std::string& text) const {
        precis::spec::Project project;
        project.root = path_;
        return precis::spec::read(write("briefing.yaml", text), project);
    }

  private:
    std::filesystem::path path_;
};

inline std::string seen(const precis::diag::Diagnostics& all) {
    std::string out;
    for (const auto& d : all) {
        const auto place = d.span ? d.span.source->place(d.span.begin) : precis::diag::SourceText::Place{0, 0};
        if (!out.empty()) out += "; ";
        out += std::string(to_string(d.code)) + " " + std::to_string(place.line) + ":" + std::to_string(place.column);
    }
    return out;
}

inline std::string printed(const precis::diag::Diagnostics& all) {
    return precis::diag::print(all, precis::diag::Format::text);
}

/// The least that a briefing needs; blocks follow.
inline const std::string kHead = "briefing: 1\ntitle: T\ndate: 2026-08-31\n";
