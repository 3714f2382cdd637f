// Destinations, links, outline and page labels.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "base/numbers.h"
#include "diag/codes.h"
#include "publish/pdf_parts.h"

namespace precis::publish {
namespace {

constexpr int kPrint = 4;  // annotation flag: printed with the page

QPDFObjectHandle find(const Destinations& destinations, std::string_view anchor) {
    const auto destination = destinations.find(anchor);
    return destination == destinations.end() ? QPDFObjectHandle::newNull() : destination->second;
}

diag::Diagnostic unknown(std::string_view what, std::string_view anchor) {
    return diag::warning(diag::code::unknown_reference, {},
                         fmt::format("{} leads to “{}”, which is on no page of this output", what, anchor),
                         "keep the target of the reference in this output, or remove the reference");
}

struct Node {
    const scene::OutlineEntry* entry = nullptr;
    QPDFObjectHandle destination;
    std::vector<Node> below;
};

// Makes a tree of the flat entries; the parent of an entry is the nearest one before it with a smaller level.
std::vector<Node> nested(const std::vector<Node>& flat, std::size_t& next, int above) {
    std::vector<Node> nodes;
    while (next < flat.size() && flat[next].entry->level > above) {
        auto node = flat[next++];
        node.below = nested(flat, next, node.entry->level);
        nodes.push_back(std::move(node));
    }
    return nodes;
}

// Adds the nodes below `parent`; returns the number of visible entries, all of them being open.
int hang(Draft& draft, QPDFObjectHandle parent, const std::vector<Node>& nodes) {
    int count = 0;
    QPDFObjectHandle before;
    for (const auto& node : nodes) {
        auto entry = draft.pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        entry.replaceKey("/Title", text(node.entry->title));
        entry.replaceKey("/Parent", parent);
        entry.replaceKey("/Dest", node.destination);
        if (count == 0) parent.replaceKey("/First", entry);
        if (before.isInitialized()) {
            entry.replaceKey("/Prev", before);
            before.replaceKey("/Next", entry);
        }
        const int below = hang(draft, entry, node.below);
        count += 1 + below;
        before = entry;
    }
    if (count == 0) return 0;
    parent.replaceKey("/Last", before);
    parent.replaceKey("/Count", QPDFObjectHandle::newInteger(count));
    return count;
}

}  // namespace

Destinations destinations_of(const Draft& draft) {
    Destinations destinations;
    for (std::size_t i = 0; i < draft.pages.size(); ++i) {
        const auto& page = draft.document.pages[i];
        for (const auto& anchor : page.anchors) {
            auto place = QPDFObjectHandle::newArray();
            place.appendItem(draft.pages[i]);
            place.appendItem(name("XYZ"));
            const auto at = flipped(anchor.at, page);
            place.appendItem(real(at.x));
            place.appendItem(real(at.y));
            place.appendItem(QPDFObjectHandle::newNull());
            destinations.emplace(anchor.name, place);
        }
    }
    return destinations;
}

std::vector<QPDFObjectHandle> write_links(Draft& draft, const Structure& structure, const Destinations& destinations) {
    std::vector<QPDFObjectHandle> annotations;
    annotations.reserve(structure.links.size());
    const auto no_border = QPDFObjectHandle::parse("[0 0 0]");
    for (const auto& placed : structure.links) {
        const auto& target = placed.link->target;
        auto action = QPDFObjectHandle::newDictionary();
        if (!target.empty() && target[0] == '#') {
            auto destination = find(destinations, std::string_view(target).substr(1));
            if (destination.isNull()) {
                draft.diagnostics.push_back(unknown("a link", target));
                annotations.push_back(QPDFObjectHandle::newNull());
                continue;
            }
            action.replaceKey("/S", name("GoTo"));
            action.replaceKey("/D", destination);
        } else {
            action.replaceKey("/S", name("URI"));
            action.replaceKey("/URI", QPDFObjectHandle::newString(target));
        }
        auto link = dictionary("/Annot");
        link.replaceKey("/Subtype", name("Link"));
        link.replaceKey("/Rect", flipped(placed.at, draft.document.pages[placed.page]));
        link.replaceKey("/Border", no_border);
        link.replaceKey("/F", QPDFObjectHandle::newInteger(kPrint));
        link.replaceKey("/Contents", text(placed.link->description.empty() ? target : placed.link->description));
        link.replaceKey("/A", action);
        link.replaceKey("/P", draft.pages[placed.page]);
        annotations.push_back(draft.pdf.makeIndirectObject(link));
        auto& page = draft.pages[placed.page];
        if (!page.hasKey("/Annots")) page.replaceKey("/Annots", QPDFObjectHandle::newArray());
        page.getKey("/Annots").appendItem(annotations.back());
    }
    return annotations;
}

void write_outline(Draft& draft, const Destinations& destinations) {
    std::vector<Node> flat;
    for (const auto& entry : draft.document.outline) {
        auto destination = find(destinations, entry.anchor);
        if (destination.isNull())
            draft.diagnostics.push_back(unknown(fmt::format("the outline's “{}”", entry.title), entry.anchor));
        else
            flat.push_back({&entry, destination, {}});
    }
    if (flat.empty()) return;
    std::size_t next = 0;
    auto outlines = draft.pdf.makeIndirectObject(dictionary("/Outlines"));
    hang(draft, outlines, nested(flat, next, std::numeric_limits<int>::min()));
    draft.pdf.getRoot().replaceKey("/Outlines", outlines);
    draft.pdf.getRoot().replaceKey("/PageMode", name("UseOutlines"));
}

// Consecutive numbers form one range; any other label is a range of one page, with the label as its prefix.
void write_page_labels(Draft& draft) {
    const auto& pages = draft.document.pages;
    if (std::all_of(pages.begin(), pages.end(), [](const auto& page) { return page.label.empty(); })) return;
    auto numbers = QPDFObjectHandle::newArray();
    long long expected = -1;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto number = base::parse_integer(pages[i].label);
        const bool counts = number && *number > 0;
        if (counts && *number == expected) {
            ++expected;
            continue;
        }
        auto range = QPDFObjectHandle::newDictionary();
        if (counts) {
            range.replaceKey("/S", name("D"));
            if (*number != 1) range.replaceKey("/St", QPDFObjectHandle::newInteger(*number));
        } else if (!pages[i].label.empty()) {
            range.replaceKey("/P", text(pages[i].label));
        }
        expected = counts ? *number + 1 : -1;
        numbers.appendItem(QPDFObjectHandle::newInteger(static_cast<long long>(i)));
        numbers.appendItem(range);
    }
    auto labels = QPDFObjectHandle::newDictionary();
    labels.replaceKey("/Nums", numbers);
    draft.pdf.getRoot().replaceKey("/PageLabels", labels);
}

}  // namespace precis::publish
