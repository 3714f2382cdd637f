// A stack of open brackets decides about commas and line breaks.
#include "json/writer.h"

#include <algorithm>
#include <cmath>

#include "base/numbers.h"
#include "base/utf8.h"

namespace precis::json {

void Writer::line() {
    if (form_ == Form::compact) return;
    out_ += '\n';
    out_.append(2 * filled_.size(), ' ');
}

void Writer::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (filled_.empty()) return;
    if (filled_.back()) out_ += ',';
    filled_.back() = true;
    line();
}

void Writer::open(char bracket) {
    before_value();
    out_ += bracket;
    filled_.push_back(false);
}

void Writer::close(char bracket) {
    const bool filled = filled_.back();
    filled_.pop_back();
    if (filled) line();
    out_ += bracket;
}

void Writer::quoted(std::string_view text) {
    constexpr std::string_view kHex = "0123456789abcdef";
    out_ += '"';
    const auto is_plain = [](char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; };
    for (std::size_t i = 0; i < text.size();) {
        const auto rest = text.substr(i);
        const auto plain = std::find_if_not(rest.begin(), rest.end(), is_plain) - rest.begin();
        out_ += rest.substr(0, static_cast<std::size_t>(plain));
        i += static_cast<std::size_t>(plain);
        if (i == text.size()) break;
        const auto point = base::code_point_at(text, i);
        if (point.value == '"' || point.value == '\\') {
            out_ += '\\';
            out_ += text[i];
        } else if (point.value == '\n') {
            out_ += "\\n";
        } else if (point.value == '\t') {
            out_ += "\\t";
        } else if (point.value < 0x20 || point.value == 0x7F) {
            out_ += "\\u00";
            out_ += kHex[point.value >> 4];
            out_ += kHex[point.value & 15U];
        } else {
            base::append_utf8(out_, point.value);
        }
        i += point.length;
    }
    out_ += '"';
}

Writer& Writer::begin_object() {
    open('{');
    return *this;
}
Writer& Writer::end_object() {
    close('}');
    return *this;
}
Writer& Writer::begin_array() {
    open('[');
    return *this;
}
Writer& Writer::end_array() {
    close(']');
    return *this;
}
Writer& Writer::key(std::string_view name) {
    before_value();
    quoted(name);
    out_ += form_ == Form::lines ? ": " : ":";
    after_key_ = true;
    return *this;
}
Writer& Writer::string(std::string_view text) {
    before_value();
    quoted(text);
    return *this;
}
Writer& Writer::number(double value) {
    before_value();
    out_ += std::isfinite(value) ? base::shortest(value) : "null";
    return *this;
}
Writer& Writer::integer(std::int64_t value) {
    before_value();
    out_ += std::to_string(value);
    return *this;
}
Writer& Writer::boolean(bool value) {
    before_value();
    out_ += value ? "true" : "false";
    return *this;
}
Writer& Writer::null() {
    before_value();
    out_ += "null";
    return *this;
}

std::string Writer::take() {
    if (form_ == Form::lines) out_ += '\n';
    return std::move(out_);
}

}  // namespace precis::json
