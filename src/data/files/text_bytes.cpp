// gzip is known by its first two bytes and passes through zlib; other files are read directly.
#include "data/files/text_bytes.h"

#include <iconv.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "base/ascii.h"
#include "base/phrases.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

constexpr std::size_t kPiece = 64u << 10;
constexpr std::size_t kLongestMark = 4;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
    void operator()(gzFile_s* file) const { gzclose(file); }
};

/// The encoding that a byte order mark names, and the mark's length; UTF-8 marks are left to CsvReader.
std::pair<std::string_view, std::size_t> by_mark(std::string_view begin) {
    using namespace std::string_view_literals;
    if (begin.starts_with("\xFF\xFE\0\0"sv)) return {"utf-32le", 4};
    if (begin.starts_with("\xFF\xFE"sv)) return {"utf-16le", 2};
    if (begin.starts_with("\xFE\xFF"sv)) return {"utf-16be", 2};
    return {{}, 0};
}

}  // namespace

struct TextBytes::Input {
    std::unique_ptr<std::FILE, CloseFile> plain;
    std::unique_ptr<gzFile_s, CloseFile> packed;
    std::string begin;  // bytes that were read to find the mark
};

struct TextBytes::Conversion {
    explicit Conversion(const std::string& from) : handle(iconv_open("UTF-8", base::raised(from).c_str())) {}
    ~Conversion() {
        if (known()) iconv_close(handle);
    }
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;
    bool known() const { return handle != reinterpret_cast<iconv_t>(-1); }

    iconv_t handle;
    std::array<char, kPiece> in{}, out{};
    std::size_t held = 0;          // bytes in `in`
    std::size_t at = 0, made = 0;  // of `out`: the first byte that was not passed on, and the end
    std::size_t passed = 0;        // bytes of the file before them
    bool complete = false;
};

TextBytes::TextBytes(const std::filesystem::path& file, std::string_view encoding) : input_(std::make_unique<Input>()) {
    input_->plain.reset(std::fopen(file.c_str(), "rb"));
    if (!input_->plain) return;
    std::setvbuf(input_->plain.get(), nullptr, _IONBF, 0);  // the readers have buffers of their own
    std::array<char, kLongestMark> begin{};
    auto got = std::fread(begin.data(), 1, begin.size(), input_->plain.get());
    if (got >= 2 && begin[0] == '\x1f' && begin[1] == '\x8b') {
        input_->plain.reset();
        input_->packed.reset(gzopen(file.c_str(), "rb"));
        if (!input_->packed) return;
        gzbuffer(input_->packed.get(), static_cast<unsigned>(kPiece));
        got = read_raw(begin.data(), begin.size());
    }
    input_->begin.assign(begin.data(), got);
    const auto [marked, length] = by_mark(input_->begin);
    if (!marked.empty() && (encoding.empty() || encoding.starts_with("utf-16"))) {
        encoding = marked;
        input_->begin.erase(0, length);
    }
    if (encoding.empty() || encoding == "utf-8") return;
    encoding_ = encoding == "utf-16" ? "utf-16le" : std::string(encoding);
    conversion_ = std::make_unique<Conversion>(encoding_);
    if (conversion_->known()) return;
    fault_ = std::make_unique<Fault>(Fault{diag::code::internal_error,
                                           "this system cannot convert the encoding " + base::quoted(encoding_),
                                           "save the file as UTF-8"});
}

TextBytes::~TextBytes() = default;

bool TextBytes::readable() const {
    return input_->plain || input_->packed;
}

std::size_t TextBytes::read_raw(char* to, std::size_t size) {
    if (!input_->begin.empty()) {
        const auto count = std::min(size, input_->begin.size());
        std::memcpy(to, input_->begin.data(), count);
        input_->begin.erase(0, count);
        return count + (count < size ? read_raw(to + count, size - count) : 0);
    }
    if (input_->plain) return std::fread(to, 1, size, input_->plain.get());
    std::size_t done = 0;
    while (done < size) {
        const auto got = gzread(input_->packed.get(), to + done, static_cast<unsigned>(std::min(size - done, kPiece)));
        int error = Z_OK;
        const char* reason = gzerror(input_->packed.get(), &error);
        if (got < 0 || error == Z_BUF_ERROR || error == Z_DATA_ERROR) {
            const bool cut = error == Z_BUF_ERROR;
            fault_ = std::make_unique<Fault>(Fault{diag::code::file_unreadable,
                                                   cut ? std::string("the gzip file ends before its data do")
                                                       : std::string("the gzip file is damaged: ") + reason,
                                                   "pack it again"});
            return done + static_cast<std::size_t>(std::max(got, 0));
        }
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

/// Converts the next piece; false at the end of the file and after a fault.
bool TextBytes::convert() {
    auto& state = *conversion_;
    state.at = state.made = 0;
    while (state.made == 0 && !fault_) {
        if (!state.complete && state.held < kPiece) {
            const auto got = read_raw(state.in.data() + state.held, kPiece - state.held);
            state.complete = got < kPiece - state.held;
            state.held += got;
        }
        if (state.held == 0) return false;
        char* in = state.in.data();
        char* out = state.out.data();
        auto left = state.held;
        auto room = state.out.size();
        const bool failed = iconv(state.handle, &in, &left, &out, &room) == static_cast<std::size_t>(-1);
        const int why = failed ? errno : 0;
        state.made = state.out.size() - room;
        state.passed += state.held - left;
        std::memmove(state.in.data(), in, left);
        state.held = left;
        if (state.made == 0 && (why == EILSEQ || (why == EINVAL && state.complete))) {
            fault_ = std::make_unique<Fault>(
                Fault{diag::code::not_utf8,
                      "byte " + std::to_string(state.passed + 1) + " of the file is not a character of " + encoding_,
                      "write the encoding that the file has, one of " + base::enumerated(encoding_words())});
        }
    }
    return state.made > 0;
}

std::size_t TextBytes::read(char* to, std::size_t size) {
    if (!readable() || (fault_ && !conversion_)) return 0;
    if (!conversion_) return read_raw(to, size);
    auto& state = *conversion_;
    std::size_t done = 0;
    while (done < size && (state.at < state.made || convert())) {
        const auto count = std::min(size - done, state.made - state.at);
        std::memcpy(to + done, state.out.data() + state.at, count);
        state.at += count;
        done += count;
    }
    return done;
}

const std::vector<std::string>& encoding_words() {
    static const std::vector<std::string> words{
        "utf-8",        "utf-16",       "utf-16le",   "utf-16be",  "windows-1252", "iso-8859-1", "iso-8859-15",
        "windows-1250", "windows-1251", "iso-8859-2", "macintosh", "shift_jis",    "gb18030"};
    return words;
}

std::string first_bytes(TextBytes& bytes, std::size_t most) {
    constexpr std::size_t kStep = 1 << 16;  // most files are small, and no memory is filled for nothing
    std::string text;
    for (bool more = true; more && text.size() < most;) {
        const auto had = text.size(), wanted = std::min(std::max(kStep, had), most - had);
        text.resize(had + wanted);
        const auto read = bytes.read(text.data() + had, wanted);
        text.resize(had + read);
        more = read == wanted;
    }
    return text;
}

}  // namespace precis::data
