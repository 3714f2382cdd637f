// A source on the briefing's date: too old, or not yet written.
#include "bind/checks/doubts.h"
#include "bind/codes.h"
#include "bind/values/age.h"
#include "diag/codes.h"

namespace precis::bind {

void doubt_source(Context& context, const data::SourceRecord& source) {
    if (!source.because.empty()) return;
    const auto today = locale::parse_period(context.target.date);
    const auto dated = locale::parse_period(source.date);
    if (!today || !dated) return;
    if (is_stale(source, context.target.date)) {
        warn(context, diag::warning(diag::code::source_stale, source.span,
                                    "the source “" + source.id + "” is of " + source.date + " and stays fresh for " +
                                        source.max_age + ", which have passed on " + context.target.date,
                                    "look for a newer one, or say why it still holds in its `because:`"));
    }
    if (dated->begin >= today->end) {
        warn(context, diag::warning(code::newer_than_briefing, source.span,
                                    "the source “" + source.id + "” is of " + source.date +
                                        ", later than the briefing (" + context.target.date + ")",
                                    "correct one of the dates"));
    }
}

}  // namespace precis::bind
