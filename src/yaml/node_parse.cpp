// Parsing: the bytes are checked, then yaml-cpp's events go to the builder. After a fault that a few overwritten bytes
// can hide (a mending), the file is parsed again over the mended bytes, to find further faults.
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <fstream>
#include <istream>
#include <streambuf>
#include <system_error>

#include "base/limits.h"
#include "base/phrases.h"
#include "base/utf8.h"
#include "diag/codes.h"
#include "yaml/builder.h"
#include "yaml/bytes.h"
#include "yaml/codes.h"
#include "yaml/kept.h"
#include "yaml/traps.h"

namespace precis::yaml {
namespace {

// Bounds on the work for faulty files: mendings in one run, and bytes that all of its passes may read together.
constexpr std::size_t kMostMendings = 40;
constexpr std::size_t kMostMendedBytes = 4u << 20;

class Memory : public std::streambuf {
  public:
    explicit Memory(std::string_view bytes) {
        auto* begin = const_cast<char*>(bytes.data());  // streambuf's type asks for it; a get area is only read
        setg(begin, begin, begin + bytes.size());
    }
};

diag::Diagnostic second_document(const diag::Source& source, std::string_view bytes, std::size_t read_to) {
    const auto marker = bytes.find("\n---", read_to > 0 ? read_to - 1 : 0);
    if (marker != std::string_view::npos) {
        return diag::error(code::second_document, {source, marker + 1, marker + 4},
                           "a second YAML document begins here", "put it in a file of its own");
    }
    const auto at = std::min(bytes.find_first_not_of(" \r\n", read_to), bytes.size());
    return diag::error(code::yaml_syntax, {source, at, std::min(at + 1, bytes.size())},
                       "the document was complete before this", "check that the line is indented like its neighbours");
}

// Throws at the first event of a second document.
class Refusal : public YAML::EventHandler {
  public:
    struct Seen {};
    void OnDocumentStart(const YAML::Mark&) override { throw Seen{}; }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override { throw Seen{}; }
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override { throw Seen{}; }
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override { throw Seen{}; }
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
        throw Seen{};
    }
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
        throw Seen{};
    }
    void OnMapEnd() override {}
};

struct Attempt {
    std::optional<Node> root;
    std::optional<Stop> stop;
};

Attempt attempt(const diag::Source& source, std::string_view bytes, const std::vector<Mending>& mendings,
                const Limits& limits, diag::Diagnostics& out) {
    const auto offset = base::byte_order_mark(bytes);
    Memory memory(bytes.substr(offset));
    std::istream in(&memory);
    Builder builder({source, bytes, offset, mendings}, limits, out);
    Attempt result;
    try {
        YAML::Parser parser(in);
        if (!parser.HandleNextDocument(builder)) return result;
        result.root = builder.take_root();
        Refusal refusal;
        parser.HandleNextDocument(refusal);
    } catch (const Refusal::Seen&) {
        out.push_back(second_document(source, bytes, builder.read_to()));
    } catch (const Stop& stop) {
        result.stop = stop;
    } catch (const YAML::Exception& e) {
        const auto at = e.mark.is_null() ? bytes.size() : offset + static_cast<std::size_t>(std::max(e.mark.pos, 0));
        result.stop = explain(source, bytes, builder.resume(), {std::min(at, bytes.size()), e.msg});
    }
    return result;
}

}  // namespace

diag::Result<Node> parse(diag::Source source, const Limits& limits) {
    auto diagnostics = check_bytes(source, limits.bytes);
    if (diag::has_errors(diagnostics)) return diagnostics;
    std::string bytes = source->text();
    std::vector<Mending> mendings;
    while (true) {
        diag::Diagnostics silent_faults;  // of this pass; a further pass finds them again
        auto result = attempt(source, bytes, mendings, limits, silent_faults);
        const bool again = result.stop && result.stop->mending && mendings.size() < kMostMendings &&
                           bytes.size() * (mendings.size() + 1) < kMostMendedBytes;
        if (result.stop) diagnostics.push_back(std::move(result.stop->fault));
        if (again) {
            const auto mending = *result.stop->mending;
            for (auto i = mending.begin; i < mending.end; ++i) bytes[i] = 'x';
            mendings.push_back(mending);
            continue;
        }
        diag::append(diagnostics, std::move(silent_faults));
        if (result.root && !result.stop) return {std::move(*result.root), std::move(diagnostics)};
        if (diagnostics.empty()) {
            diagnostics.push_back(
                diag::error(diag::code::empty_file, {source, 0, 0}, "the file is empty", "write its first key"));
        }
        return diagnostics;
    }
}

diag::Result<Node> parse_file(const std::filesystem::path& path, std::string shown_name, diag::Span wanted_by,
                              const Limits& limits, std::span<const Kept> kept) {
    std::error_code failed;
    const auto status = std::filesystem::status(path, failed);
    if (failed == std::errc::permission_denied) {
        return diag::error(diag::code::file_unreadable, std::move(wanted_by),
                           base::quoted(shown_name) + " cannot be read", "check the permissions of its folder");
    }
    if (!std::filesystem::exists(status)) {
        return diag::error(diag::code::file_not_found, std::move(wanted_by),
                           "there is no file " + base::quoted(shown_name),
                           "check its name; a path is relative to the file that names it");
    }
    if (!std::filesystem::is_regular_file(status)) {
        return diag::error(diag::code::file_unreadable, std::move(wanted_by),
                           base::quoted(shown_name) + " is not a file", "name a file, not a folder");
    }
    const auto size = std::filesystem::file_size(path, failed);
    if (!failed && size > limits.bytes) {
        return diag::error(diag::code::file_too_large, std::move(wanted_by),
                           base::quoted(shown_name) + " has " + std::to_string(size) +
                               " bytes, more than the limit of " + std::to_string(limits.bytes),
                           "keep large tables in CSV files that the data model names; else " +
                               base::how_to_raise(base::Limit::yaml_bytes, static_cast<std::int64_t>(size)));
    }
    std::ifstream in(path, std::ios::binary);
    std::string text(failed ? 0 : size, '\0');
    if (failed || !in.read(text.data(), static_cast<std::streamsize>(size))) {
        return diag::error(diag::code::file_unreadable, std::move(wanted_by),
                           base::quoted(shown_name) + " cannot be read", "check its permissions");
    }
    auto source = std::make_shared<const diag::SourceText>(std::move(shown_name), std::move(text),
                                                           std::filesystem::absolute(path).lexically_normal());
    for (const auto& file : kept) {
        if (file.text != source->text()) continue;
        if (auto root = unpack(file.tree, source)) return std::move(*root);
    }
    return parse(std::move(source), limits);
}

const Node* Node::find(std::string_view key) const {
    for (const auto& entry : entries) {
        if (entry.key.text == key) return &entry.value;
    }
    return nullptr;
}

}  // namespace precis::yaml
