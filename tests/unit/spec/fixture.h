// A project's folder for a test, removed afterwards; and short forms of what a reading found.
#pragma once
#include <string>

#include "../../folder.h"
#include "diag/print.h"
#include "spec/briefing.h"

class Folder : public precis::test::Folder {
  public:
    precis::diag::Result<precis::spec::Briefing> read(const std::string& text) const {
        precis::spec::Project project;
        project.root = path();
        return precis::spec::read(write("briefing.yaml", text), project);
    }
};

inline std::string seen(const precis::diag::Diagnostics& diagnostics) {
    std::string out;
    for (const auto& d : diagnostics) {
        const auto place = d.span ? d.span.source->place(d.span.begin) : precis::diag::SourceText::Place{0, 0};
        if (!out.empty()) out += "; ";
        out += std::string(to_string(d.code)) + " " + std::to_string(place.line) + ":" + std::to_string(place.column);
    }
    return out;
}

inline std::string printed(const precis::diag::Diagnostics& diagnostics) {
    return precis::diag::print(diagnostics, precis::diag::Format::text);
}

/// The least that a briefing needs; blocks follow.
inline const std::string kHead = "briefing: 1\ntitle: T\ndate: 2026-08-31\n";
