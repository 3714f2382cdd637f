#include "doc/parts.h"

#include <algorithm>

#include "doc/exhibits.h"

namespace precis::doc {

bool has(const Document& d, vocabulary::Part part) {
    using vocabulary::Part;
    switch (part) {
        case Part::masthead:
        case Part::title:
        case Part::cover:
            return true;
        case Part::contents:
        case Part::sections:
            return !d.sections.empty();
        case Part::list_of_exhibits:
            return !every_exhibit(d).empty();
        case Part::notes:
            return !d.footnotes.empty();
        case Part::index:
            return !d.index.empty();
        case Part::foreword:
            return !d.foreword.empty();
        case Part::summary:
            return !d.summary.empty();
        case Part::key_figures:
            return !d.key_figures.empty();
        case Part::findings:
            return !d.findings.empty();
        case Part::recommendations:
            return !d.recommendations.empty();
        case Part::watch:
            return !d.watch.empty();
        case Part::appendix:
            return !d.appendix.empty();
        case Part::glossary:
            return !d.glossary.empty();
        case Part::exhibits:
            return !d.exhibits.empty();
        case Part::sources:
            return !d.sources.empty();
        case Part::method:
            return !d.method.empty();
        case Part::disclosure:
            return !d.disclosure.empty();
        case Part::related:
            return !d.related.empty();
        case Part::about:
            return !d.about.empty();
        case Part::authors:
            return std::any_of(d.authors.begin(), d.authors.end(), [](const Author& a) { return a.has_card(); });
        case Part::changes:
            return !d.changes.empty();
    }
    return false;
}

}  // namespace precis::doc
