// json/writer.h: writing JSON, with keys in the caller's order and the same bytes on every machine.
// Stage: values -> WRITER -> bytes of manifests, reports for programs and packed series.
//
// In: a sequence of calls that mirrors the document: inside an object `key` before each value, an `end` for every
// `begin`. The order is not checked; a wrong one gives invalid JSON. Out: UTF-8 text, one value a line and two spaces
// a level, or without any white space.
// Escapes: only what RFC 8259, 7 requires, and U+007F. Bytes that are not UTF-8 become U+FFFD. Numbers are written in
// the shortest form that reads back; one that is not finite becomes null, because JSON has no form for it.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace precis::json {

class Writer {
  public:
    enum class Form { lines, compact };  // lines: indented; compact: no white space
    explicit Writer(Form form = Form::lines) : form_(form) {}

    Writer& begin_object();
    Writer& end_object();
    Writer& begin_array();
    Writer& end_array();
    Writer& key(std::string_view name);
    Writer& string(std::string_view text);
    Writer& number(double value);
    Writer& integer(std::int64_t value);
    Writer& boolean(bool value);
    Writer& null();

    Writer& member(std::string_view name, std::string_view text) { return key(name).string(text); }

    /// The document; Form::lines ends it with a line break. The last call on a writer.
    [[nodiscard]] std::string take();

  private:
    void before_value();
    void line();
    void open(char bracket);
    void close(char bracket);
    void quoted(std::string_view text);

    Form form_;
    std::string out_;
    std::vector<bool> filled_;  // for each open bracket: whether it has a value yet
    bool after_key_ = false;
};

}  // namespace precis::json
