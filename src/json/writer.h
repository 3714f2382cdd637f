// json/writer.h: JSON out, keys in the order in which they are written, the same bytes everywhere.
// Stage: values -> bytes.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace precis::json {

/// Writes one document, indented by two spaces a level. Order is the caller's: inside an object `key` before each
/// value; every `begin` has its `end`.
class Writer {
  public:
    enum class Form { lines, compact };  // compact: no spaces
    explicit Writer(Form form = Form::lines) : form_(form) {}

    Writer& begin_object();
    Writer& end_object();
    Writer& begin_array();
    Writer& end_array();
    Writer& key(std::string_view name);
    /// Bytes that are no UTF-8 become U+FFFD.
    Writer& string(std::string_view text);
    /// The shortest form that reads back; a number that is not finite is written as null.
    Writer& number(double value);
    Writer& integer(std::int64_t value);
    Writer& boolean(bool value);
    Writer& null();

    Writer& member(std::string_view name, std::string_view text) { return key(name).string(text); }

    /// The document, with a line break at its end where it has lines.
    [[nodiscard]] std::string take();

  private:
    void before_value();
    void line();
    void open(char bracket);
    void close(char bracket);
    void quoted(std::string_view text);

    Form form_;
    std::string out_;
    std::vector<bool> filled_;  // for each open bracket: whether something stands in it
    bool after_key_ = false;
};

}  // namespace precis::json
