// build/printed_pages.h: the pages that print what a ledger recorded.
// Stage: scene::Document and a bind::Printing -> PAGES. Private to build.
#pragma once
#include <map>
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

  private:
    struct Marked;
    using Spans = std::map<std::pair<std::size_t, std::size_t>, std::vector<Marked>>;  // by begin and end
    void add(const std::vector<scene::Item>& items, std::size_t page);
    [[nodiscard]] std::vector<std::string> labels_of(const std::set<std::size_t>& pages) const;

    std::vector<std::string> labels_;  // of the pages
    std::map<std::string, std::set<std::size_t>> exhibits_, anchors_;
    std::map<const diag::SourceText*, Spans> marks_;
};

/// A run of text on a page.
struct PageText {
    std::string page, text;
};
/// The texts that pages print within the exhibit of that id, in order.
[[nodiscard]] std::vector<PageText> texts_of_exhibit(const scene::Document& pages, const std::string& id);

}  // namespace precis::build
