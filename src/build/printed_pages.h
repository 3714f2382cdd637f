// build/printed_pages.h: the pages that print what a ledger recorded.
// Stage: scene::Document and a bind::Printing -> PAGES. Private to build.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "bind/ledger.h"
#include "scene/scene.h"

namespace precis::build {

/// Where a document's pages, which must outlive it, print what a ledger recorded.
/// Cost: linear in the pages to make; to ask, in the texts of the briefing.
class PrintedPages {
  public:
    explicit PrintedPages(const scene::Document& pages);
    ~PrintedPages();
    PrintedPages(const PrintedPages&) = delete;
    PrintedPages& operator=(const PrintedPages&) = delete;

    /// The labels of the pages that show the recorded text or exhibit; none if the layout leaves it out.
    [[nodiscard]] std::vector<std::string> of(const bind::Printing& printing) const;
    /// The label of the first page that shows a sentence of the text at that place; nothing if no page does.
    [[nodiscard]] std::optional<std::string> of_sentence(const std::string& sentence, const diag::Span& where) const;

  private:
    struct Marked;
    /// The begin and the end of a span; of two with one begin the wider comes first.
    struct WiderFirst {
        bool operator()(const std::pair<std::size_t, std::size_t>& a,
                        const std::pair<std::size_t, std::size_t>& b) const {
            return a.first != b.first ? a.first < b.first : a.second > b.second;
        }
    };
    using Spans = std::map<std::pair<std::size_t, std::size_t>, std::vector<Marked>, WiderFirst>;
    /// A span, and the last one before it that goes on behind its begin: with these, all that may be around a place.
    struct Nested {
        std::size_t begin = 0, end = 0;
        const Nested* around = nullptr;
        const std::vector<Marked>* marks = nullptr;
    };
    void add(const std::vector<scene::Item>& items, std::size_t page);
    /// The pages whose marks around the place, the narrowest that do, show one of the texts, which are dense.
    [[nodiscard]] std::set<std::size_t> showing(const std::vector<std::string>& texts, const diag::Span& where) const;
    [[nodiscard]] std::vector<std::string> labels_of(const std::set<std::size_t>& pages) const;

    std::vector<std::string> labels_;  // of the pages
    std::map<std::string, std::set<std::size_t>> exhibits_, anchors_;
    std::map<const diag::SourceText*, Spans> marks_;
    std::map<const diag::SourceText*, std::vector<Nested>> nested_;  // the same, by begin
};

/// A run of text on a page.
struct PageText {
    std::string page, text;
};
/// The texts that pages print within the exhibit of that id, in order.
[[nodiscard]] std::vector<PageText> texts_of_exhibit(const scene::Document& pages, const std::string& id);

}  // namespace precis::build
