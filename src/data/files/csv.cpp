// A scanner that parses a row again from its beginning when the buffer ends inside it, so that no state is kept between
// buffers. Each byte is looked at once or, at a buffer's end, twice.
#include "data/files/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/utf8.h"
#include "base/xml_text.h"
#include "data/codes.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

constexpr std::size_t kPiece = 256u << 10;      // bytes of one read
constexpr std::size_t kFirstPiece = 64u << 10;  // most files are no larger
constexpr std::size_t kLongestRow = 16u << 20;  // bytes; a longer row is a quote that is not closed

bool has_high_bytes(const char* data, std::size_t size) {
    std::size_t i = 0;
    for (; i + 8 <= size; i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, data + i, 8);
        if ((word & 0x8080808080808080u) != 0) return true;
    }
    for (; i < size; ++i) {
        if ((static_cast<unsigned char>(data[i]) & 0x80) != 0) return true;
    }
    return false;
}

/// Line breaks of any kind.
std::size_t breaks_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool second = text[i] == '\n' && i > 0 && text[i - 1] == '\r';
        if ((text[i] == '\n' || text[i] == '\r') && !second) ++count;
    }
    return count;
}

}  // namespace

CsvReader::CsvReader(std::string_view text, char delimiter)
    : in_memory_(true), complete_(true), data_(text.data()), size_(text.size()) {
    set_up(delimiter);
}

CsvReader::CsvReader(const std::filesystem::path& file, char delimiter, std::string_view encoding)
    : bytes_(std::make_unique<TextBytes>(file, encoding)) {
    set_up(delimiter);
    if (bytes_->readable()) refill();
}

void CsvReader::set_up(char delimiter) {
    delimiter_ = delimiter;
    for (int c = 0; c < 0x20; ++c) {
        const bool fine = c == '\t' || c == '\n' || c == '\r';
        stops_[static_cast<std::size_t>(c)] = c != '\t';
        quoted_stops_[static_cast<std::size_t>(c)] = !fine;
    }
    stops_[static_cast<unsigned char>(delimiter)] = stops_['"'] = quoted_stops_['"'] = true;
}

bool CsvReader::refill() {
    const auto kept = size_ - row_;
    if (kept >= kLongestRow) return false;
    if (row_ > 0) std::memmove(buffer_.data(), buffer_.data() + row_, kept);
    offset_ += row_;
    row_ = 0;
    // A row longer than the buffer doubles it, so that parsing rows again stays linear.
    const auto wanted = std::clamp(kept * 2, size_ == 0 ? kFirstPiece : kPiece, kLongestRow);
    if (buffer_.size() < wanted) buffer_.resize(wanted);
    const auto read = bytes_->read(buffer_.data() + kept, buffer_.size() - kept);
    complete_ = read < buffer_.size() - kept;
    data_ = buffer_.data();
    size_ = kept + read;
    return true;
}

CsvReader::Step CsvReader::next() {
    if (!begun_) {
        begun_ = true;
        row_ = base::byte_order_mark({data_, size_});
    }
    for (;;) {
        const auto before = next_line_;
        switch (is_left_out() ? pass_over_line() : parse_row()) {
            case Parsed::row:
                line_ = before;
                return Step::row;
            case Parsed::blank:
                continue;
            case Parsed::end:
                if (bytes_ == nullptr || bytes_->fault() == nullptr) return Step::end;
                fail(bytes_->fault()->code, size_, size_, bytes_->fault()->message, bytes_->fault()->remedy);
                bytes_.reset();
                in_memory_ = true;
                return Step::fault;
            case Parsed::fault:
                return Step::fault;
            case Parsed::more:
                if (!refill()) {
                    fail(code::csv_syntax, row_, row_ + 1, "the row that begins here is longer than 16 MB",
                         "look for a quote that is never closed");
                    return Step::fault;
                }
        }
    }
}

bool CsvReader::is_left_out() const {
    return std::any_of(left_out_.begin(), left_out_.end(), [this](const LineRange& lines) {
        return next_line_ >= lines.first && next_line_ <= lines.last;
    });
}

CsvReader::Parsed CsvReader::pass_over_line() {
    if (row_ == size_) return complete_ ? Parsed::end : Parsed::more;
    auto at = row_;
    while (at < size_ && data_[at] != '\n' && data_[at] != '\r') ++at;
    const bool is_break = at < size_;
    if (is_break && data_[at] == '\r' && at + 1 < size_ && data_[at + 1] == '\n') ++at;
    if (!complete_ && at + 1 >= size_) return Parsed::more;
    row_ = is_break ? at + 1 : size_;
    ++next_line_;
    return Parsed::blank;
}

CsvReader::Parsed CsvReader::fail(diag::Code code, std::size_t begin, std::size_t end, std::string message,
                                  std::string remedy) {
    fault_ = {code, std::move(message), std::move(remedy), offset_ + begin, offset_ + end};
    row_ = size_;
    complete_ = true;
    return Parsed::fault;
}

CsvReader::Parsed CsvReader::parse_row() {
    if (row_ == size_) return complete_ ? Parsed::end : Parsed::more;
    cells_.clear();
    escaped_.clear();
    std::size_t at = row_;
    bool quoted = false;  // a cell is, so that the row may have line breaks
    for (;;) {
        const auto begin = at;
        auto quote = at;
        while (quote < size_ && data_[quote] == ' ') ++quote;
        if (quote == size_ && !complete_) return Parsed::more;
        if (quote < size_ && data_[quote] == '"') {
            at = quote;
            quoted = true;
            if (const auto cell = parse_quoted(at); cell != Parsed::row) return cell;
        } else {
            while (at < size_ && !stops_[static_cast<unsigned char>(data_[at])]) ++at;
            cells_.push_back({{data_ + begin, at - begin}, offset_ + begin, offset_ + at});
        }
        if (at == size_ && !complete_) return Parsed::more;
        if (at < size_ && data_[at] == delimiter_) {
            ++at;
            continue;
        }
        const auto end = at;
        if (at < size_ && data_[at] == '\r') {
            if (++at == size_ && !complete_) return Parsed::more;
            if (at < size_ && data_[at] == '\n') ++at;
        } else if (at < size_ && data_[at] == '\n') {
            ++at;
        } else if (at < size_ && data_[at] == '"') {
            return fail(code::csv_syntax, at, at + 1, "a quote inside a cell that is not quoted",
                        "put the whole cell in quotes and double the quotes inside it");
        } else if (at < size_) {
            return fail(
                diag::code::control_character, at, at + 1,
                fmt::format("a control character (byte 0x{:02X}) in a cell", static_cast<unsigned char>(data_[at])),
                "remove it");
        }
        if (!row_is_text(row_, end)) return Parsed::fault;
        const bool blank = end == row_;
        if (quoted) next_line_ += breaks_in({data_ + row_, end - row_});
        if (at > end) ++next_line_;
        row_ = at;
        if (blank) return Parsed::blank;
        if (!escaped_.empty()) unescape();
        return Parsed::row;
    }
}

CsvReader::Parsed CsvReader::parse_quoted(std::size_t& at) {
    const auto begin = at++;
    bool doubled = false;
    for (;;) {
        while (at < size_ && !quoted_stops_[static_cast<unsigned char>(data_[at])]) ++at;
        if (at == size_ && !complete_) return Parsed::more;
        if (at == size_) {
            return fail(code::csv_syntax, begin, begin + 1, "a quote opens a cell here and is never closed",
                        "close it, or double it if it belongs to the text");
        }
        if (data_[at] != '"') {
            return fail(
                diag::code::control_character, at, at + 1,
                fmt::format("a control character (byte 0x{:02X}) in a cell", static_cast<unsigned char>(data_[at])),
                "remove it");
        }
        if (at + 1 == size_ && !complete_) return Parsed::more;
        if (at + 1 == size_ || data_[at + 1] != '"') break;
        doubled = true;
        at += 2;
    }
    if (doubled) escaped_.push_back(cells_.size());
    cells_.push_back({{data_ + begin + 1, at - begin - 1}, offset_ + begin, offset_ + at + 1});
    ++at;
    while (at < size_ && data_[at] == ' ') ++at;
    if (at < size_ && data_[at] != delimiter_ && data_[at] != '\n' && data_[at] != '\r') {
        return fail(code::csv_syntax, at, at + 1, "text follows a closing quote in the same cell",
                    "double the quotes that belong to the text");
    }
    return Parsed::row;
}

bool CsvReader::row_is_text(std::size_t begin, std::size_t end) {
    if (!has_high_bytes(data_ + begin, end - begin)) return true;
    const std::string_view row{data_ + begin, end - begin};
    const auto bad = base::first_invalid_utf8(row);
    if (!bad) {
        const auto other = base::first_not_xml(row);
        if (!other) return true;
        const auto point = base::code_point_at(row, *other);
        fail(diag::code::control_character, begin + *other, begin + *other + point.length,
             fmt::format("a cell has the character U+{:04X}, which is not text",
                         static_cast<std::uint32_t>(point.value)),
             "remove it; it may have come in with pasted text");
        return false;
    }
    fail(diag::code::not_utf8, begin + *bad, begin + *bad + 1, "these bytes are not UTF-8", "save the file as UTF-8");
    return false;
}

void CsvReader::unescape() {
    std::size_t total = 0;
    for (const auto index : escaped_) total += cells_[index].text.size();
    unescaped_.clear();
    unescaped_.reserve(total);  // views into it stay valid
    for (const auto index : escaped_) {
        const auto text = cells_[index].text;
        const auto begin = unescaped_.size();
        for (std::size_t i = 0; i < text.size(); ++i) {
            unescaped_.push_back(text[i]);
            if (text[i] == '"') ++i;
        }
        cells_[index].text = std::string_view(unescaped_).substr(begin);
    }
}

}  // namespace precis::data
