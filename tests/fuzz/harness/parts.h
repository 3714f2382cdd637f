// A workbook's parts as one text that libFuzzer can change: each begins with the byte 0x1E, its name and a line break.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zip/archive.h"

namespace precis::fuzz {

inline constexpr char kBeginOfPart = '\x1E';

class Parts : public zip::Archive {
  public:
    explicit Parts(std::string_view text) {
        for (auto at = text.find(kBeginOfPart); at != std::string_view::npos;) {
            const auto next = text.find(kBeginOfPart, at + 1);
            const auto part = text.substr(at + 1, next == std::string_view::npos ? next : next - at - 1);
            const auto line = part.find('\n');
            if (line != std::string_view::npos) {
                const std::string name(part.substr(0, line));
                if (parts_.emplace(name, part.substr(line + 1)).second) names_.push_back(name);
            }
            at = next;
        }
    }
    std::vector<std::string> names() const override { return names_; }
    std::optional<std::string> part(const std::string& name) override {
        const auto found = parts_.find(name);
        if (found == parts_.end()) return std::nullopt;
        return found->second;
    }

  private:
    std::vector<std::string> names_;
    std::map<std::string, std::string> parts_;
};

}  // namespace precis::fuzz
