// Reading: libzip's archive behind the interface, a part unpacked in one read.
#include "base/limits.h"
#include "zip/archive.h"
#include "zip/library.h"

namespace precis::zip {
namespace {

class OpenArchive : public Archive {
  public:
    explicit OpenArchive(zip_t* archive) : archive_(archive) {}
    ~OpenArchive() override { library().discard(archive_); }
    OpenArchive(const OpenArchive&) = delete;
    OpenArchive& operator=(const OpenArchive&) = delete;

    std::vector<std::string> names() const override {
        std::vector<std::string> names;
        const auto count = library().get_num_entries(archive_, 0);
        for (zip_int64_t i = 0; i < count; ++i) {
            if (const char* name = library().get_name(archive_, static_cast<zip_uint64_t>(i), 0))
                names.emplace_back(name);
        }
        return names;
    }

    std::optional<std::string> part(const std::string& name) override {
        zip_stat_t stat{};
        if (library().stat(archive_, name.c_str(), 0, &stat) != 0) return std::nullopt;
        if (stat.size > static_cast<zip_uint64_t>(base::limit(base::Limit::part_bytes))) {
            exceeded_ = {base::Limit::part_bytes, static_cast<std::int64_t>(stat.size)};
            return std::nullopt;
        }
        auto* file = library().fopen(archive_, name.c_str(), 0);
        if (file == nullptr) return std::nullopt;
        std::string bytes(stat.size, '\0');
        const auto read = library().fread(file, bytes.data(), bytes.size());
        library().fclose(file);
        if (read != static_cast<zip_int64_t>(bytes.size())) return std::nullopt;
        return bytes;
    }

    std::optional<base::Exceeded> exceeded() const override { return exceeded_; }

  private:
    zip_t* archive_;
    std::optional<base::Exceeded> exceeded_;
};

}  // namespace

std::unique_ptr<Archive> Archive::open(const std::filesystem::path& file, std::string& why) {
    if (!installed()) {
        why = "libzip is not installed (package libzip4)";
        return nullptr;
    }
    int code = 0;
    auto* archive = library().open(file.c_str(), ZIP_RDONLY, &code);
    if (archive != nullptr) return std::make_unique<OpenArchive>(archive);
    why = "it is not a ZIP archive, as a workbook is";
    return nullptr;
}

std::unique_ptr<Archive> Archive::of_bytes(const std::string& bytes) {
    if (!installed()) return nullptr;
    zip_error_t error{};
    auto* source = library().source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return nullptr;
    if (auto* archive = library().open_from_source(source, ZIP_RDONLY, &error))
        return std::make_unique<OpenArchive>(archive);
    library().source_free(source);
    return nullptr;
}

}  // namespace precis::zip
