// Writing: entries go into an archive in memory, whose bytes are read when it is closed.
#include "zip/archive.h"
#include "zip/library.h"

namespace precis::zip {
namespace {

constexpr zip_uint16_t kFirstDay = 33;  // 1 January 1980 as MS-DOS writes dates: the earliest that ZIP has

// zlib's usual level. libzip's is the highest: a deck of 200 slides is half a hundredth smaller by it.
constexpr zip_uint32_t kLevel = 6;

/// Whether the part is compressed already. A second time takes a twentieth of such a deck's build, for a twentieth of
/// its bytes.
bool is_packed(const std::string& path) {
    for (const auto* ending : {".xlsx", ".png", ".jpg", ".jpeg"})
        if (path.ends_with(ending)) return true;
    return false;
}

std::string bytes_of(const Library& zip, zip_source_t* source) {
    zip_stat_t stat{};
    if (zip.source_stat(source, &stat) != 0 || zip.source_open(source) != 0) return {};
    std::string bytes(stat.size, '\0');
    const auto read = zip.source_read(source, bytes.data(), bytes.size());
    zip.source_close(source);
    return read == static_cast<zip_int64_t>(bytes.size()) ? bytes : std::string();
}

}  // namespace

std::string written(const std::vector<Entry>& entries) {
    const auto& zip = library();
    if (!installed()) return {};
    zip_source_t* source = zip.source_buffer_create(nullptr, 0, 0, nullptr);
    if (!source) return {};
    zip_t* archive = zip.open_from_source(source, ZIP_TRUNCATE, nullptr);
    if (!archive) {
        zip.source_free(source);
        return {};
    }
    zip.source_keep(source);  // closing the archive would free the source and its bytes
    bool good = true;
    for (const auto& entry : entries) {
        auto* part = zip.source_buffer(archive, entry.bytes->data(), entry.bytes->size(), 0);
        const auto index = part ? zip.file_add(archive, entry.path.c_str(), part, ZIP_FL_ENC_UTF_8) : -1;
        if (part && index < 0) zip.source_free(part);
        const auto at = static_cast<zip_uint64_t>(index);
        good = good && index >= 0 && zip.file_set_dostime(archive, at, 0, kFirstDay, 0) == 0 &&
               zip.set_file_compression(archive, at, is_packed(entry.path) ? ZIP_CM_STORE : ZIP_CM_DEFLATE, kLevel) == 0;
    }
    good = good && zip.close(archive) == 0;
    if (!good) zip.discard(archive);
    auto bytes = good ? bytes_of(zip, source) : std::string();
    zip.source_free(source);
    return bytes;
}

}  // namespace precis::zip
