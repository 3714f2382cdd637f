#include "zip/archive.h"
#include "zip/library.h"

namespace precis::zip {
namespace {

constexpr zip_uint64_t kLargest = 256u << 20;

class Opened : public Archive {
  public:
    explicit Opened(zip_t* archive) : archive_(archive) {}
    ~Opened() override { library().discard(archive_); }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;

    std::optional<std::string> part(const std::string& name) override {
        zip_stat_t stat{};
        if (library().stat(archive_, name.c_str(), 0, &stat) != 0 || stat.size > kLargest) return std::nullopt;
        auto* file = library().fopen(archive_, name.c_str(), 0);
        if (file == nullptr) return std::nullopt;
        std::string bytes(stat.size, '\0');
        const auto got = library().fread(file, bytes.data(), bytes.size());
        library().fclose(file);
        if (got != static_cast<zip_int64_t>(bytes.size())) return std::nullopt;
        return bytes;
    }

  private:
    zip_t* archive_;
};

}  // namespace

std::unique_ptr<Archive> Archive::open(const std::filesystem::path& file, std::string& why) {
    if (!installed()) {
        why = "libzip is not installed (package libzip4)";
        return nullptr;
    }
    int code = 0;
    auto* archive = library().open(file.c_str(), ZIP_RDONLY, &code);
    if (archive != nullptr) return std::make_unique<Opened>(archive);
    why = "it is no ZIP archive, as a workbook is";
    return nullptr;
}

}  // namespace precis::zip
