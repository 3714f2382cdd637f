// yaml/builder.h: the parser's events to nodes with spans, under the limits.
// Private to the room. Faults that the parser passes in silence (duplicate keys, empty values, anchors, tags, text cut
// by a comment; docs/design/language.md#yaml) are found here, in the bytes around each event.
#pragma once
#include <yaml-cpp/eventhandler.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/node.h"
#include "yaml/traps.h"

namespace precis::yaml {

/// What the parser reads: the bytes of the source from `offset` on, except where `mendings` overwrote them.
struct Input {
    diag::Source source;
    std::string_view bytes;
    std::size_t offset = 0;
    const std::vector<Mending>& mendings;
};

class Builder : public YAML::EventHandler {
  public:
    /// Everything that is passed must outlive the builder.
    Builder(const Input& input, const Limits& limits, diag::Diagnostics& out);

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override;
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override;

    /// The parser has read every byte before this one.
    std::size_t read_to() const { return read_to_; }
    /// The first byte of the line from which to search for the fault: the line on which the last scalar, or the
    /// outermost `[` or `{` around it, begins.
    std::size_t resume() const;
    /// The finished tree; nullopt if the document was empty.
    std::optional<Node> take_root() { return std::move(root_); }

  private:
    struct Frame {
        Node node;
        bool flow = false;
        bool key_wanted = true;  // maps: the next node is a key
        Entry entry;
    };

    diag::Span span(std::size_t begin, std::size_t end) const { return {source_, begin, end}; }
    std::size_t offset_of(const YAML::Mark& mark) const;
    void count(std::size_t at);
    void start(const YAML::Mark& mark, Node::Kind kind, YAML::EmitterStyle::value style);
    void end();
    void add(Node node);
    void add_key(Node node);
    void refuse_properties(std::size_t at, bool collection);
    void report_empty(std::size_t mark);
    void find_cut_text(const Node& scalar);
    void find_comment_in_sql(const Node& scalar);
    void drop_duplicates(Node& map);
    void restore(Node& scalar) const;
    const Node* current_key() const;

    diag::Source source_;
    std::string_view bytes_;
    std::size_t offset_ = 0;
    const std::vector<Mending>& mendings_;
    Limits limits_;
    diag::Diagnostics& out_;
    std::vector<Frame> frames_;
    std::optional<Node> root_;
    Node key_;  // the key whose value comes next
    std::size_t nodes_ = 0;
    std::size_t read_to_ = 0;
    std::size_t last_ = 0;  // the first byte of the last scalar
};

}  // namespace precis::yaml
