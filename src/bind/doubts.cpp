// An exhibit without a source, and one with more series than a reader can tell apart.
#include "bind/doubts.h"

#include <algorithm>

namespace precis::bind {
namespace {

std::string named(const spec::Exhibit& exhibit) {
    return "“" + exhibit.id.text + "”";
}

template <class T>
bool any_of(const T& list, std::string_view one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

void doubt_series(Context& context, const spec::Exhibit& exhibit, const doc::Chart& chart) {
    static const std::vector<std::string> kColoured{"bar", "column", "line", "step", "area"};
    const auto colours = context.layout.chart.palette.size();
    if (!any_of(kColoured, chart.type) || chart.facets || !exhibit.highlight.empty()) return;
    if (colours == 0 || chart.series.size() <= colours) return;
    warn(context,
         diag::warning(diag::Code::too_many_series, exhibit.id.span,
                       named(exhibit) + " has " + std::to_string(chart.series.size()) + " series, and the layout " +
                           std::to_string(colours) + " colours to tell them apart",
                       "`highlight` the few that matter, give each a panel with `facet`, or sum the small ones up"));
}

}  // namespace

void doubt_data(Context& context, const spec::Exhibit& exhibit, const Grid& grid) {
    if (!context.counting || !grid.sources.empty() || exhibit.source) return;
    context.found.push_back(diag::error(diag::Code::source_missing, exhibit.id.span,
                                        "nothing says where the data of " + named(exhibit) + " come from",
                                        "give its table or facts a source in the data model, or write `source:`"));
}

void doubt_chart(Context& context, const spec::Exhibit& exhibit, const doc::Chart& chart) {
    if (context.counting) doubt_series(context, exhibit, chart);
}

}  // namespace precis::bind
