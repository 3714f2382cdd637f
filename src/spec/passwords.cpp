// Masks passwords in a source, and reads where the real ones are kept.
#include "spec/passwords.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "diag/codes.h"
#include "spec/read.h"
#include "vocabulary/briefing_keys.h"

namespace precis::spec {
namespace {

constexpr const char* kRemedy =
    "write `encrypt: {password-env: NAME}` with the name of an environment variable, or `encrypt: {password-file: "
    "PATH}`; change the password, which others may have read here";

class Mask {
  public:
    explicit Mask(const diag::SourceText& source) : text_(source.text()) {}

    void value(const Node& encrypt) {
        if (encrypt.kind != Node::Kind::map) return all(encrypt);
        for (const auto& entry : encrypt.entries) {
            const bool variable = entry.key.text == "password-env" && entry.value.kind == Node::Kind::scalar;
            if (entry.key.text == "password-file") continue;
            if (!variable || !is_variable_name(entry.value.scalar.text)) all(entry.value);
        }
    }
    /// The values of `encrypt`, wherever it stands.
    void everywhere(const Node& node) {
        for (const auto& item : node.items) everywhere(item);
        for (const auto& entry : node.entries) entry.key.text == kKey ? value(entry.value) : everywhere(entry.value);
    }
    /// The same in a text that is no YAML: what follows the key on its line, and the lines below it that are indented
    /// more. Names of a variable and of a file stay.
    void lines() {
        for (auto at = text_.find(kKey); at != std::string::npos; at = text_.find(kKey, at + 1)) {
            const auto line = text_.rfind('\n', at) + 1;  // 0 on the first one
            auto end = std::min(text_.find('\n', at), text_.size());
            while (end < text_.size()) {
                const auto next = std::min(text_.find('\n', end + 1), text_.size());
                const auto first = text_.find_first_not_of(" -", end + 1);
                if (first >= next || first - end - 1 <= at - line) break;
                end = next;
            }
            const auto rest = std::string_view(text_).substr(at, end - at);
            if (rest.find("password-env") == std::string_view::npos &&
                rest.find("password-file") == std::string_view::npos)
                dots(at + kKey.size(), end);
        }
    }
    diag::Source masked(const diag::SourceText& source) {
        return changed_ ? std::make_shared<diag::SourceText>(source.name(), std::move(text_), source.file()) : nullptr;
    }

  private:
    static constexpr std::string_view kKey = "encrypt";

    void all(const Node& node) {
        if (node.kind == Node::Kind::scalar) dots(node.span.begin, std::min(node.span.end, text_.size()));
        for (const auto& item : node.items) all(item);
        for (const auto& entry : node.entries) all(entry.value);
    }
    void dots(std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i)
            if (text_[i] != '\n' && text_[i] != '\r' && text_[i] != ' ') text_[i] = '.';
        changed_ = true;
    }

    std::string text_;
    bool changed_ = false;
};

}  // namespace

bool is_variable_name(std::string_view text) {
    if (text.empty() || base::is_digit(text.front())) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return base::is_letter_or_digit(c) || c == '_'; });
}

diag::Source without_passwords(const yaml::Node& briefing) {
    if (!briefing.span.source) return nullptr;
    Mask mask(*briefing.span.source);
    mask.everywhere(briefing);
    return mask.masked(*briefing.span.source);
}

void hide_passwords(diag::Diagnostics& diagnostics) {
    std::map<const diag::SourceText*, diag::Source> masked;
    const auto hide = [&](diag::Span& span) {
        if (!span.source) return;
        auto [entry, is_new] = masked.try_emplace(span.source.get(), span.source);
        if (is_new) {
            Mask mask(*span.source);
            mask.lines();
            if (auto source = mask.masked(*span.source)) entry->second = std::move(source);
        }
        span.source = entry->second;
    };
    for (auto& diagnostic : diagnostics) {
        hide(diagnostic.span);
        for (auto& note : diagnostic.notes) hide(note.span);
    }
}

std::optional<Encryption> encryption(Fields& fields, diag::Diagnostics& diagnostics) {
    const auto* node = fields.node("encrypt");
    if (!node) return std::nullopt;
    if (node->kind != Node::Kind::map) {
        diagnostics.push_back(diag::error(diag::code::wrong_type, node->span,
                                          "a password must not stand in a briefing, where everybody can read it",
                                          kRemedy));
        return std::nullopt;
    }
    Encryption encryption;
    encryption.span = node->span;
    Fields keys(*node, vocabulary::keys::encryption, diagnostics);
    encryption.password_env = keys.text("password-env");
    encryption.password_file = keys.text("password-file");
    keys.finish();
    if (encryption.password_env && encryption.password_file) {
        diagnostics.push_back(diag::error(diag::code::key_conflict, node->find("password-file")->span,
                                          "the password is kept in two places",
                                          "keep one of “password-env” and “password-file”"));
        return std::nullopt;
    }
    if (!encryption.password_env && !encryption.password_file) {
        if (node->entries.empty())  // another key is reported as unknown
            diagnostics.push_back(diag::error(diag::code::missing_key, node->span,
                                              "`encrypt` does not say where the password is kept",
                                              "write “password-env: NAME” or “password-file: PATH”"));
        return std::nullopt;
    }
    if (encryption.password_env && !is_variable_name(encryption.password_env->text)) {
        diagnostics.push_back(diag::error(diag::code::bad_value, encryption.password_env->span,
                                          "this is not the name of an environment variable: letters, digits and _",
                                          "write the variable's name, as “password-env: REPORT_PASSWORD”"));
        return std::nullopt;
    }
    return encryption;
}

}  // namespace precis::spec
