// Sources are compared by pointer first, then by name and text.
#include "cli/findings.h"

#include <algorithm>

#include "cli/codes.h"
#include "diag/codes.h"

namespace precis::cli {

void Findings::settle(diag::Span& span) {
    if (!span) return;
    for (const auto& known : sources_) {
        const bool same =
            known == span.source || (known->name() == span.source->name() && known->file() == span.source->file() &&
                                     known->text() == span.source->text());
        if (same) {
            span.source = known;
            return;
        }
    }
    sources_.push_back(span.source);
}

void Findings::add(diag::Diagnostics more) {
    for (auto& diagnostic : more) {
        settle(diagnostic.span);
        for (auto& note : diagnostic.notes) settle(note.span);
        const auto hash = diag::hash_of(diagnostic);
        const auto [begin, end] = places_.equal_range(hash);
        if (std::any_of(begin, end, [&](const auto& place) { return all_[place.second] == diagnostic; })) continue;
        places_.emplace(hash, all_.size());
        all_.push_back(std::move(diagnostic));
    }
}

void make_strict(diag::Diagnostics& diagnostics) {
    for (auto& diagnostic : diagnostics)
        if (diagnostic.code != diag::code::alert) diagnostic.severity = diag::Severity::error;  // an alert is no fault
}

int exit_code(const diag::Diagnostics& diagnostics) {
    bool wrong = false, stale = false, machine = false;
    for (const auto& d : diagnostics) {
        if (d.severity != diag::Severity::error) continue;
        if (d.code == diag::code::source_stale || d.code == code::out_of_date || d.code == code::output_left_over) {
            stale = true;
        } else if (d.code == diag::code::write_failed || d.code == diag::code::internal_error ||
                   d.code == diag::code::no_process) {
            machine = true;
        } else {
            wrong = true;
        }
    }
    return machine ? 4 : wrong ? 1 : stale ? 3 : 0;
}

}  // namespace precis::cli
