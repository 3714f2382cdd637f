// The bytes of the file: header, end, cross-reference table, and the spacing of objects, strings and streams.
// Source: ISO 19005-3:2012, 6.1; ISO 32000-1:2008, 7.2 to 7.5.
#include <cctype>
#include <charconv>

#include "audit/content.h"
#include "base/ascii.h"

namespace precis::audit {
namespace {

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}
bool is_delimiter(char c) {
    return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}
bool is_eol(char c) {
    return c == '\n' || c == '\r';
}

struct Token {
    enum class Kind { end, word, name, string, hex, open, close } kind = Kind::end;
    std::size_t begin = 0, end = 0;
};

/// Reads the tokens of PDF syntax, one after another; comments are skipped.
class Tokenizer {
  public:
    explicit Tokenizer(std::string_view bytes) : bytes_(bytes) {}

    Token next() {
        skip_space();
        Token token{Token::Kind::end, at_, at_};
        if (at_ >= bytes_.size()) return token;
        const char c = bytes_[at_];
        if (c == '(') {
            token.kind = Token::Kind::string;
            skip_string();
        } else if (bytes_.substr(at_, 2) == "<<" || bytes_.substr(at_, 2) == ">>") {
            token.kind = c == '<' ? Token::Kind::open : Token::Kind::close;
            at_ += 2;
        } else if (c == '<') {
            token.kind = Token::Kind::hex;
            at_ = std::min(bytes_.find('>', at_), bytes_.size() - 1) + 1;
        } else if (c == '/') {
            token.kind = Token::Kind::name;
            ++at_;
            skip_regular();
        } else {
            token.kind = Token::Kind::word;
            if (is_delimiter(c))
                ++at_;
            else
                skip_regular();
        }
        token.end = at_;
        return token;
    }
    void go(std::size_t to) { at_ = to; }
    std::string_view text(const Token& token) const { return bytes_.substr(token.begin, token.end - token.begin); }

  private:
    void skip_regular() {
        while (at_ < bytes_.size() && !is_space(bytes_[at_]) && !is_delimiter(bytes_[at_])) ++at_;
    }
    void skip_space() {
        while (at_ < bytes_.size()) {
            if (bytes_[at_] == '%')
                while (at_ < bytes_.size() && !is_eol(bytes_[at_])) ++at_;
            else if (is_space(bytes_[at_]))
                ++at_;
            else
                return;
        }
    }
    void skip_string() {
        int depth = 0;
        for (; at_ < bytes_.size(); ++at_) {
            if (bytes_[at_] == '\\')
                ++at_;
            else if (bytes_[at_] == '(')
                ++depth;
            else if (bytes_[at_] == ')' && --depth == 0)
                break;
        }
        at_ = std::min(at_ + 1, bytes_.size());
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
};

std::optional<long long> integer(std::string_view text) {
    long long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

void examine_hex(File& file, std::string_view token, std::string_view where) {
    std::size_t digits = 0;
    bool only = true;
    for (const char c : token.substr(1, token.size() - 2)) {
        if (is_space(c)) continue;
        ++digits;
        only = only && std::isxdigit(static_cast<unsigned char>(c)) != 0;
    }
    file.expect(Rule::hex_string, only && digits % 2 == 0, where, "a hexadecimal string of {} {}", digits,
                only ? "digits" : "characters, not all of them digits");
}

/// Walks over all objects of the file, in the order of its bytes.
class ByteWalk {
  public:
    ByteWalk(std::string_view bytes, QPDF& pdf, File& file) : bytes_(bytes), pdf_(pdf), file_(file), reader_(bytes) {}

    void run() {
        Token before_last, last;
        for (auto token = reader_.next(); token.kind != Token::Kind::end; token = reader_.next()) {
            const auto text = reader_.text(token);
            if (token.kind == Token::Kind::hex) examine_hex(file_, text, where_);
            if (token.kind == Token::Kind::open && depth_++ == 0) length_ = std::nullopt;
            if (token.kind == Token::Kind::close) --depth_;
            if (token.kind == Token::Kind::word) {
                if (text == "obj") begin_object(before_last, last, token);
                if (text == "endobj") examine_end(token);
                if (text == "stream") token = skip_stream(token);
            }
            if (depth_ == 1 && token.kind == Token::Kind::name && text == "/Length") take_length();
            before_last = last;
            last = token;
        }
    }

  private:
    void begin_object(const Token& number, const Token& generation, const Token& obj) {
        where_ = fmt::format("object {}", reader_.text(number));
        depth_ = 0;
        const bool starts_line = number.begin == 0 || is_eol(bytes_[number.begin - 1]);
        const bool spaced = generation.begin == number.end + 1 && obj.begin == generation.end + 1;
        const bool ends_line = obj.end < bytes_.size() && is_eol(bytes_[obj.end]);
        file_.expect(Rule::object_spacing, starts_line && spaced && ends_line, where_,
                     "its numbers and `obj` are spaced differently");
    }
    void examine_end(const Token& token) {
        file_.expect(Rule::object_spacing,
                     token.begin > 0 && is_eol(bytes_[token.begin - 1]) &&
                         (token.end == bytes_.size() || is_eol(bytes_[token.end])),
                     where_, "`endobj` is not on a line of its own");
    }
    /// Reads the value of /Length: an integer, or a reference to an object with one.
    void take_length() {
        const auto first = reader_.next();
        length_ = integer(reader_.text(first));
        const auto second = reader_.next(), third = reader_.next();
        if (length_ && reader_.text(third) == "R") {
            const auto object = pdf_.getObjectByID(static_cast<int>(*length_), 0);
            auto value = object;
            length_ = value.isInteger() ? std::optional(value.getIntValue()) : std::nullopt;
            return;
        }
        reader_.go(second.begin);
    }
    Token skip_stream(Token token) {
        auto begin = token.end;
        const bool line_feed = begin < bytes_.size() && bytes_[begin] == '\n';
        const bool both = bytes_.substr(begin, 2) == "\r\n";
        file_.expect(Rule::stream_spacing, line_feed || both, where_, "`stream` is followed by another character");
        if (line_feed || both) begin += both ? 2 : 1;
        const auto end = static_cast<std::size_t>(length_.value_or(0)) + begin;
        auto after = end;
        if (after < bytes_.size() && bytes_[after] == '\r') ++after;
        if (after < bytes_.size() && bytes_[after] == '\n') ++after;
        const bool right = length_ && *length_ >= 0 && end < bytes_.size() && bytes_.substr(after, 9) == "endstream";
        file_.expect(Rule::stream_length, right, where_, "Length is {}, and `endstream` does not follow the data there",
                     length_.value_or(-1));
        if (!right) after = std::min(bytes_.find("endstream", begin), bytes_.size() - 9);
        file_.expect(Rule::stream_spacing, !right || after > end, where_, "`endstream` does not begin a line");
        reader_.go(after + 9);
        token.end = after + 9;
        return token;
    }

    std::string_view bytes_;
    QPDF& pdf_;
    File& file_;
    Tokenizer reader_;
    std::string where_ = "the file";
    int depth_ = 0;
    std::optional<long long> length_;
};

bool has_good_table(std::string_view bytes, std::size_t at) {
    if (bytes.substr(at, 4) != "xref") return true;  // a stream
    at += 4;
    const auto skip_line_end = [&] {
        if (bytes.substr(at, 2) == "\r\n")
            at += 2;
        else if (at < bytes.size() && is_eol(bytes[at]))
            ++at;
        else
            return false;
        return true;
    };
    const auto skip_number = [&] {
        const auto from = at;
        while (at < bytes.size() && base::is_digit(bytes[at])) ++at;
        return integer(bytes.substr(from, at - from));
    };
    if (!skip_line_end()) return false;
    while (at < bytes.size() && base::is_digit(bytes[at])) {
        if (!skip_number() || bytes[at++] != ' ') return false;
        const auto count = skip_number();
        if (!count || !skip_line_end()) return false;
        for (long long i = 0; i < *count; ++i, at += 20) {
            const auto entry = bytes.substr(at, 20);
            const auto end = entry.size() == 20 ? entry.substr(18) : std::string_view();
            if (end != " \n" && end != " \r" && end != "\r\n") return false;
            if (entry[10] != ' ' || entry[16] != ' ' || (entry[17] != 'n' && entry[17] != 'f')) return false;
        }
    }
    return bytes.substr(at, 7) == "trailer";
}

}  // namespace

void examine_bytes(std::string_view bytes, QPDF& pdf, File& file) {
    const auto line = bytes.substr(0, std::min(bytes.find_first_of("\r\n"), bytes.size()));
    file.expect(Rule::header, line.size() == 8 && line.starts_with("%PDF-1.") && line[7] >= '0' && line[7] <= '7',
                "the file", "it begins with “{}”", line.substr(0, 20));
    auto second = line.size();
    while (second < bytes.size() && is_eol(bytes[second])) ++second;
    bool binary = bytes.size() > second + 5 && bytes[second] == '%';
    for (std::size_t i = 1; binary && i <= 4; ++i) binary = static_cast<unsigned char>(bytes[second + i]) > 127;
    file.expect(Rule::header_comment, binary, "the file", "its second line is not such a comment");

    const auto end = bytes.rfind("%%EOF");
    const auto rest = end == std::string_view::npos ? bytes : bytes.substr(end + 5);
    file.expect(Rule::data_after_end, rest.empty() || rest == "\n" || rest == "\r" || rest == "\r\n", "the file",
                "{} bytes follow its end", rest.size());

    const auto start = bytes.rfind("startxref");
    if (start != std::string_view::npos) {
        Tokenizer reader(bytes);
        reader.go(start + 9);
        const auto offset = integer(reader.text(reader.next()));
        file.expect(Rule::xref_table,
                    offset && *offset >= 0 && has_good_table(bytes, static_cast<std::size_t>(*offset)),
                    "the cross-reference table", "its entries or lines have another form");
    }

    auto trailer = pdf.getTrailer();
    auto id = items_of(trailer.getKey("/ID"));
    file.expect(Rule::file_id,
                id.size() == 2 && id[0].isString() && id[1].isString() && !id[1].getStringValue().empty(),
                "the trailer", "its ID is missing or not a pair of strings");
    file.expect(Rule::encrypted, !pdf.isEncrypted(), "the trailer", "it has Encrypt");
    if (pdf.isEncrypted()) {
        auto dictionary = trailer.getKey("/Encrypt");
        file.expect(Rule::encryption_permissions, dictionary.getKey("/P").isInteger(), "the encryption dictionary",
                    "it has no P");
        const auto permitted = dictionary.getKey("/P").isInteger() ? dictionary.getKey("/P").getIntValue() : 0;
        file.expect(Rule::encryption_bars_access, (permitted & 512) != 0, "the encryption dictionary",
                    "bit 10 of P is not set");
    }
    ByteWalk(bytes, pdf, file).run();
}

void examine_content_bytes(File& file, std::string_view bytes, const std::string& where) {
    Tokenizer reader(bytes);
    for (auto token = reader.next(); token.kind != Token::Kind::end; token = reader.next()) {
        if (token.kind == Token::Kind::hex) examine_hex(file, reader.text(token), where);
        if (token.kind != Token::Kind::word || reader.text(token) != "ID") continue;
        const auto end = bytes.find("EI", token.end);  // skip the bytes of an inline image, which are not tokens
        if (end == std::string_view::npos) return;
        reader.go(end + 2);
    }
}

}  // namespace precis::audit
