// Names of files in a record, and hashes of what they hold.
#include "build/record/places.h"

#include <elf.h>
#include <link.h>
#include <sys/stat.h>

#include <algorithm>
#include <ctime>

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

FileSums::FileSums() {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME_COARSE, &now);  // that of the files' times
    begin_ = now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

const FileSums::Sum& FileSums::of(const fs::path& file) {
    const auto [at, is_new] = known_.try_emplace(file);
    if (!is_new) return at->second;
    auto& sum = at->second;
    struct stat look {};
    std::error_code failed;
    if (!fs::is_regular_file(file, failed)) return sum;
    if (const auto known = publish::manifest_file_at({}, file)) {
        sum.sha256 = known->sha256;
        sum.bytes = known->bytes;
    }
    if (::stat(file.c_str(), &look) == 0)
        sum.changing = look.st_ctim.tv_sec * 1'000'000'000LL + look.st_ctim.tv_nsec > begin_;
    return sum;
}

std::string program_id() {
    std::string id;
    const auto look = [](dl_phdr_info* info, std::size_t, void* out) {
        for (int i = 0; i < info->dlpi_phnum; ++i) {
            const auto& header = info->dlpi_phdr[i];
            if (header.p_type != PT_NOTE) continue;
            const auto* at = reinterpret_cast<const unsigned char*>(info->dlpi_addr + header.p_vaddr);
            const auto* const end = at + header.p_memsz;
            const auto padded = [](std::size_t size) { return (size + 3) / 4 * 4; };
            while (at + sizeof(ElfW(Nhdr)) <= end) {
                const auto* note = reinterpret_cast<const ElfW(Nhdr)*>(at);
                const auto* bytes = at + sizeof *note + padded(note->n_namesz);
                if (note->n_type == NT_GNU_BUILD_ID && bytes + note->n_descsz <= end) {
                    for (std::size_t b = 0; b < note->n_descsz; ++b) {
                        constexpr const char* kDigits = "0123456789abcdef";
                        *static_cast<std::string*>(out) += kDigits[bytes[b] >> 4];
                        *static_cast<std::string*>(out) += kDigits[bytes[b] & 15];
                    }
                    return 1;
                }
                at = bytes + padded(note->n_descsz);
            }
        }
        return 1;  // the first object is the program
    };
    ::dl_iterate_phdr(look, &id);
    return id;
}

}  // namespace precis::build
