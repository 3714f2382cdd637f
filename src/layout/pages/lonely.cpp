// The rules of columns.h keep lines together; what they cannot keep, in columns of a few lines, is said.
#include "layout/pages/lonely.h"

#include "layout/codes.h"

namespace precis::layout {
namespace {

bool same_paragraph(const Pieces& flow, std::size_t a, std::size_t b) {
    if (a >= flow.size() || b >= flow.size() || flow[a].path.empty() || flow[b].path.empty()) return false;
    const auto& one = flow[a].path.back();
    const auto& other = flow[b].path.back();
    return one.role == scene::Role::paragraph && one.element != 0 && one.element == other.element;
}

void report(Setting& s, const Piece& piece, const char* message) {
    s.out.push_back(diag::warning(code::line_alone, piece.path.back().span, message,
                                  "lengthen or shorten the text before it, or the paragraph itself, by a line"));
}

}  // namespace

void report_lonely(Setting& s, const Pieces& flow, const std::vector<std::size_t>& column) {
    if (column.empty()) return;
    const auto first = column.front(), last = column.back();
    if (first > 0 && same_paragraph(flow, first - 1, first) && !same_paragraph(flow, first, first + 1))
        report(s, flow[first], "the last line of this paragraph stands alone at the top of a column");
    if (same_paragraph(flow, last, last + 1) && !(last > 0 && same_paragraph(flow, last - 1, last)))
        report(s, flow[last], "the first line of this paragraph stands alone at the foot of a column");
    const auto& path = flow[last].path;
    if (!path.empty() && path.back().role == scene::Role::heading && last + 1 < flow.size() && !flow[last + 1].floats &&
        !flow[last + 1].spans)
        report(s, flow[last], "this heading stands alone at the foot of a column");
}

}  // namespace precis::layout
