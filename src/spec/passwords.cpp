// Masks passwords in a source, and reads where the real ones are kept.
#include "spec/passwords.h"

#include <fmt/format.h>

#include <algorithm>

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
    diag::Source masked(const std::string& name) {
        return changed_ ? std::make_shared<diag::SourceText>(name, std::move(text_)) : nullptr;
    }

  private:
    void all(const Node& node) {
        if (node.kind == Node::Kind::scalar) {
            for (auto i = node.span.begin; i < std::min(node.span.end, text_.size()); ++i) {
                if (text_[i] != '\n' && text_[i] != '\r' && text_[i] != ' ') text_[i] = '.';
            }
            changed_ = true;
        }
        for (const auto& item : node.items) all(item);
        for (const auto& entry : node.entries) all(entry.value);
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
    const auto* outputs = briefing.find("outputs");
    if (!outputs || !briefing.span.source) return nullptr;
    Mask mask(*briefing.span.source);
    for (const auto& output : outputs->entries) {
        if (const auto* encrypt = output.value.find("encrypt")) mask.value(*encrypt);
    }
    return mask.masked(briefing.span.source->name());
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
