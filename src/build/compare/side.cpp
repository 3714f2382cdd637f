// Binds and composes each target, as a build does, and keeps its record alone.
#include "build/compare/side.h"

#include "build/record/places.h"

namespace precis::build {

Setting for_pages(Setting setting) {
    setting.paint = true;  // or there is no record
    setting.draft = true;  // too many pages do not matter here
    setting.formats = {"png"};
    return setting;
}

diag::Result<Side> side_of(std::shared_ptr<const Prepared> prepared, std::string name, const Setting& given) {
    constexpr std::string_view kFile = "file:";
    const auto setting = for_pages(given);
    diag::Diagnostics diagnostics;
    Side side;
    side.name = std::move(name);
    side.record.title = prepared->briefing.title.text;
    side.record.briefing = prepared->briefing.path.lexically_relative(prepared->project.root).generic_string();
    if (!prepared->targets.empty()) side.record.date = prepared->targets.front().date;
    const Places places(prepared->project, setting);
    FileSums sums;
    for (const auto& target : prepared->targets) {
        diag::Diagnostics found;
        auto set = set_target(*prepared, target, setting).take(found);
        const bool failed = !set || diag::has_errors(found);
        diag::append(diagnostics, std::move(found));
        if (failed) continue;
        auto record = std::move(set->edition.record);
        record.pages = set->pages.pages.size();
        for (auto& [read, hash] : record.reads)
            if (read.starts_with(kFile)) hash = sums.of(places.real(read.substr(kFile.size()))).quick;
        side.record.targets.push_back(std::move(record));
    }
    side.prepared = std::move(prepared);
    return {std::move(side), std::move(diagnostics)};
}

}  // namespace precis::build
