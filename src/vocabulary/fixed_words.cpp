#include "vocabulary/fixed_words.h"

namespace precis::vocabulary {
namespace {

constexpr FixedWordRow kWords[] = {
    {{"a-day", "After a number of things each day: 40 a day."}},
    {{"a-month", "After a number of things each month."}},
    {{"a-week", "After a number of things each week."}},
    {{"a-year", "After a number of things each year, and after rates of growth."}},
    {{"about", "Before a rounded number in running text."}},
    {{"about-the-authors", "Over the part `about`."}},
    {{"accessed", "Before the day on which a source was read, in citation styles."}},
    {{"analysis", "Beside the sections."}},
    {{"and", "Between the last two names of a list, in citation styles."}},
    {{"appendix", "Beside the appendix, and on its slides."}},
    {{"as-cited-in", "Before the number of the source that cites another one."}},
    {{"at-least", "Before a number that is this one or above."}},
    {{"at-most", "Before a number that is this one or below."}},
    {{"available-from", "Before a source's address, in citation styles."}},
    {{"base", "Before the base of an exhibit."}},
    {{"between", "A number between two others."}, "{low} {high}"},
    {{"cagr", "Before the years of a growth rate."}},
    {{"change", "Over the changes of a dumbbell chart."}},
    {{"contents", "Over the contents."}},
    {{"continued", "After the title of what goes on from the page or slide before."}},
    {{"data-as-of", "At a source that may be older than its `max-age`."}, "{date}"},
    {{"disclosure", "Beside the part `disclosure`."}},
    {{"estimate", "At an estimated number."}},
    {{"et-al", "After the first names of many authors."}},
    {{"exhibit", "Before an exhibit's number, if the layout numbers all exhibits together."}},
    {{"figure", "Before the number of a chart or image."}},
    {{"findings", "Beside the findings."}},
    {{"forecast", "At a number that is expected."}},
    {{"foreword", "Over the foreword."}},
    {{"from", "Between the day on which a source was read and its address, in citation styles."}},
    {{"glossary", "Over the glossary."}},
    {{"in", "Between an earlier number and its period."}},
    {{"issue", "Before the number of an issue, in citation styles."}},
    {{"key-figures", "On the slides of key figures."}},
    {{"kind-article", "For the kind `article`, in citation styles."}},
    {{"kind-book", "For the kind `book`, in citation styles."}},
    {{"kind-dataset", "For the kind `dataset`, in citation styles."}},
    {{"kind-report", "For the kind `report`, in citation styles."}},
    {{"kind-webpage", "For the kind `webpage`, in citation styles."}},
    {{"left-out", "The note of an exhibit whose query leaves out rows that its readers may not see."}},
    {{"less-than", "Before a number that is below this one."}},
    {{"license", "Before the name of a source's licence, in citation styles."}},
    {{"method", "Beside the part `method`."}},
    {{"more-than", "Before a number that is above this one."}},
    {{"no-data", "In a chart without data."}},
    {{"no-date", "In place of a source's year, in citation styles."}},
    {{"note", "Before an exhibit's note."}},
    {{"note-number", "Before the number of an earlier footnote."}},
    {{"own-analysis", "The source of the publisher's own numbers."}},
    {{"own-analysis-of", "The source of numbers that are computed from others."}, "{sources}"},
    {{"own-count", "The publisher of sources that are the publisher's own counts."}},
    {{"page", "Before the page of a reference."}},
    {{"pages", "Before the pages of a source, in citation styles."}},
    {{"partial", "At a number whose period is not over."}},
    {{"per", "Between a unit and what it is counted for."}},
    {{"plan", "At a planned number."}},
    {{"previous", "At a number of an earlier period."}},
    {{"recommendations", "Beside the recommendations."}},
    {{"related", "Over related documents."}},
    {{"retrieved", "Before the day on which a source was read, where “from” and its address follow."}},
    {{"rounding", "The note of an exhibit whose rounded parts do not add up."}},
    {{"rounding-shares", "The note of a chart whose rounded shares do not add up to 100%."}},
    {{"section", "Before the title of a section that a text refers to."}},
    {{"set-for-build", "At a number that `--set` gave or that such a number is made of."}},
    {{"so", "Between an earlier number and the change since."}},
    {{"so-what", "Over the points beside a slide's exhibit."}},
    {{"source", "Before the source of an exhibit."}},
    {{"sources", "Over the list of sources."}},
    {{"sources-lead", "Below the label of the list of sources."}},
    {{"sources-lead-by-author", "The same, where a citation style lists the sources by author."}},
    {{"summary", "Over the summary, and on slides without a section."}},
    {{"table", "Before the number of a table."}},
    {{"target", "At a target."}},
    {{"the-test", "Over the tests of what to watch."}},
    {{"thinned", "In a chart that leaves out points for lack of room."}},
    {{"to-cite", "Before the line that says how to cite the document."}},
    {{"total", "In the last row of a table with totals."}},
    {{"undated", "In place of a source's date."}},
    {{"volume", "Before the number of a volume, in citation styles."}},
    {{"watch", "Over what to watch."}},
    {{"what", "Over the words of what to watch."}},
    {{"when", "Over the dates of what to watch."}},
};

}  // namespace

std::span<const FixedWordRow> fixed_words() {
    return kWords;
}

const ClosedSet& fixed_word_set() {
    static constexpr ClosedSet kSet{"words", [] { return fixed_words().size(); },
                                    [](std::size_t row) -> const Word& { return fixed_words()[row]; }};
    return kSet;
}

}  // namespace precis::vocabulary
