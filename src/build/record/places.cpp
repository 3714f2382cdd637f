// Names of files in a record, and hashes of what they hold.
#include "build/record/places.h"

#include <algorithm>
#include <cstdint>
#include <fstream>

#include "build/looks.h"
#include "build/project_fonts.h"
#include "publish/manifest.h"

namespace precis::build {
namespace fs = std::filesystem;

Places::Places(const spec::Project& project, const Setting& setting)
    : folders_{project.root.lexically_normal(), setting.layouts.lexically_normal(),
               setting.installed.lexically_normal()} {
    std::erase_if(folders_, [](const auto& folder) { return folder.empty(); });
    diag::Diagnostics ignored;
    const auto known = project_fonts(project, setting, ignored);
    for (const auto& family : known.all.fonts.families) {
        const bool own = std::find(known.own.begin(), known.own.end(), family.name) != known.own.end();
        for (const auto& file : family.files) {
            others_.emplace(fs::path(file.path).filename().string(), file.path);
            if (own) own_fonts_ += shown(file.path) + "\n";
        }
    }
    for (const auto& [tag, patterns] : known.all.hyphenation)
        others_.emplace(fs::path(patterns.file).filename().string(), patterns.file);
    others_.emplace(fs::path(kUsualPress).filename().string(), kUsualPress);
}

std::string Places::shown(const fs::path& file) const {
    for (const auto& folder : folders_) {
        const auto relative = file.lexically_normal().lexically_relative(folder);
        if (!relative.empty() && *relative.begin() != "..") return relative.generic_string();
    }
    return file.filename().generic_string();
}

fs::path Places::real(const std::string& shown) const {
    std::error_code failed;
    for (const auto& folder : folders_)
        if (fs::exists(folder / shown, failed)) return folder / shown;
    const auto other = others_.find(shown);
    return other != others_.end() ? other->second : folders_.empty() ? fs::path(shown) : folders_.front() / shown;
}

FileSums::FileSums() : begin_(publish::time_of_files()) {}

const FileSums::Sum& FileSums::of(const fs::path& file) {
    const auto [at, is_new] = known_.try_emplace(file);
    if (!is_new) return at->second;
    auto& sum = at->second;
    std::error_code failed;
    if (!fs::is_regular_file(file, failed)) return sum;
    sum.quick = publish::quick_sum_of(file, sum.bytes).value_or("");
    sum.changing = publish::changed_at(file) > begin_;
    return sum;
}

std::string program_id() {
    // Source: System V ABI, "ELF Header", "Program Header", "Note Section"; of 64 bits, little-endian.
    std::ifstream file("/proc/self/exe", std::ios::binary);
    const auto bytes_at = [&](std::uint64_t offset, std::size_t count) {
        std::string bytes(count, '\0');
        file.seekg(static_cast<std::streamoff>(offset));
        if (!file.read(bytes.data(), static_cast<std::streamsize>(count))) bytes.clear();
        return bytes;
    };
    const auto number = [](const std::string& bytes, std::size_t at, std::size_t count) {
        std::uint64_t value = 0;
        for (std::size_t i = count; i-- > 0;)
            value = value << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        return value;
    };
    constexpr std::size_t kHead = 64, kMost = 1 << 16;
    constexpr std::uint64_t kNotes = 4, kBuildId = 3;
    const auto head = bytes_at(0, kHead);
    if (head.size() != kHead || head.compare(0, 6,
                                             "\x7f"
                                             "ELF\2\1") != 0)
        return {};
    const auto size = number(head, 54, 2), count = number(head, 56, 2);
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto row = bytes_at(number(head, 32, 8) + i * size, 56);
        if (number(row, 0, 4) != kNotes) continue;
        const auto notes = bytes_at(number(row, 8, 8), std::min<std::uint64_t>(number(row, 32, 8), kMost));
        for (std::size_t at = 0; at + 12 <= notes.size();) {
            const auto padded = [](std::uint64_t bytes) { return static_cast<std::size_t>((bytes + 3) / 4 * 4); };
            const auto content = at + 12 + padded(number(notes, at, 4));
            const auto length = static_cast<std::size_t>(number(notes, at + 4, 4));
            if (number(notes, at + 8, 4) == kBuildId && content + length <= notes.size()) {
                std::string id;
                for (std::size_t b = content; b < content + length; ++b) {
                    constexpr std::string_view kDigits = "0123456789abcdef";
                    id += kDigits[static_cast<unsigned char>(notes[b]) >> 4];
                    id += kDigits[static_cast<unsigned char>(notes[b]) & 15];
                }
                return id;
            }
            at = content + padded(length);
        }
    }
    return {};
}

}  // namespace precis::build
