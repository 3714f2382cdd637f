// Format: a node's span, flags and text, then its items and entries with their counts. Numbers are LEB128: seven bits a
// byte, the lowest first, the top bit set in all but the last byte.
#include "yaml/kept.h"

#include <cstdint>

namespace precis::yaml {
namespace {

// Flags of a text, above the two bits each of kind and style.
constexpr unsigned kOwnText = 16;  // the text and its pieces follow: it differs from the bytes of the source
constexpr unsigned kOwnSpan = 32;  // the text's span follows: it differs from the node's

class Packer {
  public:
    std::string bytes;

    void node(const Node& node) {
        place(node.span);
        text(node.scalar, node.span, static_cast<unsigned>(node.kind) | static_cast<unsigned>(node.style) << 2);
        number(node.items.size());
        for (const auto& item : node.items) this->node(item);
        number(node.entries.size());
        for (const auto& entry : node.entries) {
            place(entry.key.span);
            text(entry.key, entry.key.span, 0);
            this->node(entry.value);
        }
    }

  private:
    void number(std::size_t value) {
        for (; value >= 128; value >>= 7) bytes += static_cast<char>(value % 128 + 128);
        bytes += static_cast<char>(value);
    }
    void place(const diag::Span& span) {
        number(span.source ? 1 : 0);
        number(span.begin);
        number(span.end - span.begin);
    }
    void text(const diag::Text& text, const diag::Span& around, unsigned flags) {
        const bool from_source =
            text.pieces.empty() && text.span.source && text.text.size() == text.span.end - text.span.begin &&
            text.text == std::string_view(text.span.source->text()).substr(text.span.begin, text.text.size());
        if (!from_source) flags |= kOwnText;
        if (text.span != around) flags |= kOwnSpan;
        number(flags);
        if (flags & kOwnSpan) place(text.span);
        if (from_source) return;
        number(text.text.size());
        bytes += text.text;
        number(text.pieces.size());
        for (const auto& piece : text.pieces) {
            number(piece.text_begin);
            number(piece.source_begin);
        }
    }
};

class Unpacker {
  public:
    Unpacker(std::string_view bytes, const diag::Source& source) : bytes_(bytes), source_(source) {}

    bool whole() const { return fine_ && at_ == bytes_.size(); }

    void node(Node& node) {
        node.span = place();
        const auto flags = text(node.scalar, node.span);
        node.kind = static_cast<Node::Kind>(flags & 3);
        node.style = static_cast<Node::Style>(flags >> 2 & 3);
        node.items.resize(count());
        for (auto& item : node.items) this->node(item);
        node.entries.resize(count());
        for (auto& entry : node.entries) {
            text(entry.key, place());
            this->node(entry.value);
        }
    }

  private:
    std::size_t number() {
        std::size_t value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            if (at_ >= bytes_.size()) break;
            const auto byte = static_cast<unsigned char>(bytes_[at_++]);
            value |= static_cast<std::size_t>(byte % 128) << shift;
            if (byte < 128) return value;
        }
        fine_ = false;
        return 0;
    }
    // A number of things that take at least one byte each, so that a damaged count cannot ask for more than is left.
    std::size_t count() {
        const auto value = number();
        if (value <= bytes_.size() - at_) return value;
        fine_ = false;
        return 0;
    }
    diag::Span place() {
        const bool somewhere = number() != 0;
        const auto begin = number(), size = number();
        if (begin > source_->text().size() || size > source_->text().size() - begin) {
            fine_ = false;
            return {};
        }
        return {somewhere ? source_ : nullptr, begin, begin + size};
    }
    unsigned text(diag::Text& text, const diag::Span& around) {
        const auto flags = static_cast<unsigned>(number());
        text.span = flags & kOwnSpan ? place() : around;
        if (!(flags & kOwnText)) {
            text.text = source_->text().substr(text.span.begin, text.span.end - text.span.begin);
            return flags;
        }
        const auto size = count();
        text.text = bytes_.substr(at_, size);
        at_ += size;
        text.pieces.resize(count());
        for (auto& piece : text.pieces) piece = {number(), number()};
        return flags;
    }

    std::string_view bytes_;
    const diag::Source& source_;
    std::size_t at_ = 0;
    bool fine_ = true;
};

}  // namespace

std::string pack(const Node& root) {
    Packer packer;
    packer.node(root);
    return std::move(packer.bytes);
}

std::optional<Node> unpack(std::string_view tree, const diag::Source& source) {
    Node root;
    Unpacker unpacker(tree, source);
    unpacker.node(root);
    if (!unpacker.whole()) return std::nullopt;
    return root;
}

}  // namespace precis::yaml
