// libzip at first use.
#include "data/zip_parts.h"

#include <dlfcn.h>
#include <zip.h>

namespace precis::data {
namespace {

constexpr zip_uint64_t kLargest = 256u << 20;

struct Zip {
    void* library = dlopen("libzip.so.4", RTLD_NOW);
    template <class F>
    F* find(F*, const char* name) const {
        return library ? reinterpret_cast<F*>(dlsym(library, name)) : nullptr;
    }
#define PRECIS_ZIP(name) \
    decltype(&::zip_##name) name = find(static_cast<decltype(&::zip_##name)>(nullptr), "zip_" #name)
    PRECIS_ZIP(open);
    PRECIS_ZIP(discard);
    PRECIS_ZIP(stat);
    PRECIS_ZIP(fopen);
    PRECIS_ZIP(fread);
    PRECIS_ZIP(fclose);
#undef PRECIS_ZIP
    bool usable() const {
        return open && discard && stat && fopen && fread && fclose;
    }
};

const Zip& zip() {
    static const Zip functions;
    return functions;
}

class Archive : public ZipParts {
  public:
    explicit Archive(zip_t* archive) : archive_(archive) {}
    ~Archive() override { zip().discard(archive_); }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    std::optional<std::string> part(const std::string& name) override {
        zip_stat_t stat{};
        if (zip().stat(archive_, name.c_str(), 0, &stat) != 0 || stat.size > kLargest) return std::nullopt;
        auto* file = zip().fopen(archive_, name.c_str(), 0);
        if (file == nullptr) return std::nullopt;
        std::string bytes(stat.size, '\0');
        const auto got = zip().fread(file, bytes.data(), bytes.size());
        zip().fclose(file);
        if (got != static_cast<zip_int64_t>(bytes.size())) return std::nullopt;
        return bytes;
    }

  private:
    zip_t* archive_;
};

}  // namespace

std::unique_ptr<ZipParts> ZipParts::open(const std::filesystem::path& file, std::string& why) {
    if (!zip().usable()) {
        why = "libzip is not installed (package libzip4)";
        return nullptr;
    }
    int code = 0;
    auto* archive = zip().open(file.c_str(), ZIP_RDONLY, &code);
    if (archive != nullptr) return std::make_unique<Archive>(archive);
    why = "it is no ZIP archive, as a workbook is";
    return nullptr;
}

}  // namespace precis::data
