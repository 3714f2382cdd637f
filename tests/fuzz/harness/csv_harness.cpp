// Bytes as CSV. The first byte chooses the delimiter, the second the encoding: of UTF-8, what is read from memory and
// from a file is the same.
#include <sys/mman.h>
#include <unistd.h>

#include "data/files/csv.h"
#include "truths.h"

using namespace precis;
using precis::fuzz::require;

namespace {

// A file in memory, and its path.
class MemoryFile {
  public:
    explicit MemoryFile(std::string_view bytes) : handle_(::memfd_create("input", 0)) {
        require(::write(handle_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()), "it is written");
    }
    ~MemoryFile() { ::close(handle_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    std::string path() const { return "/proc/self/fd/" + std::to_string(handle_); }

  private:
    int handle_;
};

// All cells with their places, and the fault at the end. `size` is 0 where places are those of text that was decoded.
std::string read(data::CsvReader reader, std::size_t size) {
    std::string all;
    for (;;) {
        const auto step = reader.next();
        if (step == data::CsvReader::Step::end) return all + "end";
        if (step == data::CsvReader::Step::fault) {
            const auto& fault = reader.fault();
            require(!fault.message.empty() && !fault.remedy.empty(), "a fault has words");
            require(fault.begin <= fault.end && (size == 0 || fault.end <= size), "a fault is inside its file");
            return all + fault.message + "@" + std::to_string(fault.begin);
        }
        require(!reader.cells().empty(), "a row has cells");
        for (const auto& cell : reader.cells()) {
            require(cell.begin <= cell.end && (size == 0 || cell.end <= size), "a cell is inside its file");
            require(!base::first_invalid_utf8(cell.text), "a cell is UTF-8");
            all.append(cell.text).append("|" + std::to_string(cell.begin) + "|");
        }
        all += '\n';
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    constexpr std::string_view kDelimiters = ",;\t| :";
    const char delimiter = kDelimiters[data[0] % kDelimiters.size()];
    const auto& encodings = data::encoding_words();
    const auto choice = data[1] % (encodings.size() + 2);
    const auto text = fuzz::text_of(data + 2, size - 2);
    const MemoryFile file(text);
    const std::filesystem::path path = file.path();
    if (choice < encodings.size()) {
        (void)read(data::CsvReader(path, delimiter, encodings[choice]), 0);
    } else if (choice == encodings.size()) {
        (void)read(data::CsvReader(path, delimiter), 0);
    } else {
        const auto from_memory = read(data::CsvReader(text, delimiter), std::max<std::size_t>(1, text.size()));
        require(from_memory == read(data::CsvReader(path, delimiter, "utf-8"), 0), "pieces read as the whole");
    }
    return 0;
}
