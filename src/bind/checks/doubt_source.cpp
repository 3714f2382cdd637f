// Doubts about a source on the briefing's date: past its max-age, undated though it has one, or dated later.
#include "bind/checks/codes.h"
#include "bind/checks/doubt.h"
#include "bind/codes.h"
#include "bind/values/age.h"
#include "diag/codes.h"

namespace precis::bind {

namespace {

/// Whom to ask for a newer source, or its date.
std::string ask(const data::SourceRecord& source, const std::string& what, const std::string& otherwise) {
    return source.owner.empty() ? otherwise : "ask " + source.owner + " for " + what;
}

}  // namespace

void doubt_source(Context& context, const data::SourceRecord& source) {
    if (!source.because.empty()) return;
    if (lacks_date(source)) {
        warn(context, diag::warning(code::source_undated, source.span,
                                    "the source “" + source.id + "” has the max-age " + source.max_age +
                                        " and no date, so nobody sees when it is too old",
                                    ask(source, "its date", "write its `date:`") +
                                        ", or say in its `because:` why it holds without one"));
    }
    const auto today = locale::parse_period(context.inputs.target.date);
    const auto dated = locale::parse_period(source.date);
    if (!today || !dated) return;
    if (is_stale(source, context.inputs.target.date)) {
        warn(context,
             diag::warning(
                 diag::code::source_stale, source.span,
                 "the source “" + source.id + "” dates from " + source.date + "; on " + context.inputs.target.date +
                     " its max-age of " + source.max_age + " has passed",
                 ask(source, "a newer one", "use a newer one") + ", or say in its `because:` why it still holds"));
    }
    if (dated->begin >= today->end) {
        warn(context, diag::warning(code::newer_than_briefing, source.span,
                                    "the source “" + source.id + "” dates from " + source.date +
                                        ", later than the briefing (" + context.inputs.target.date + ")",
                                    "correct one of the dates"));
    }
}

}  // namespace precis::bind
