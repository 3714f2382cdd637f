// bind/values/context.h: the state of one bind, handed to every step of it.
//
// Four values and two services. `inputs` never change. `collected` only grows: what the document needs at its end.
// `current` says which part, block and exhibit is being bound; only the guards InPart, Because and Within change it,
// and each restores it when it ends. `memo` keeps answers that are asked for often. `values` answers names and queries;
// `diagnostics` takes faults (report) and warnings (warn).
// A context lives for one bind, on one thread, and is neither copied nor stored.
#pragma once
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "bind/bind.h"
#include "bind/ledger.h"
#include "bind/values/named_print.h"
#include "bind/values/values.h"

namespace precis::bind {

/// What a bind reads and never changes (but for the ledger, which it fills).
struct Inputs {
    const spec::Briefing& briefing;
    const spec::Project& project;
    data::Database& database;
    const style::Layout& layout;
    const Target& target;
    const locale::Locale& locale;
    const spec::Audience* audience = nullptr;  // nullptr: one reader
    bool short_wording = false;                // authors' short texts in place of the long ones
    Ledger* ledger = nullptr;                  // nullptr: nobody asks where numbers are printed
};

/// What keeps a block out of the document at hand.
enum class Hidden { no, by_audience, by_output, by_medium, by_condition, by_depth };

/// A section or exhibit of the briefing that texts may refer to.
struct Anchor {
    std::string id;
    Hidden hidden = Hidden::no;
    bool dropped = false;  // left out to meet the page budget
    const diag::Text* title = nullptr;
};

/// A fact that the document shows, and its source.
struct Use {
    std::string source, fact;
    bool operator==(const Use&) const = default;
};

/// What a number of our own is made of: ids of sources, and names of values set for this build.
struct OwnNumber {
    std::vector<std::string> sources, set;
    bool operator==(const OwnNumber&) const = default;
};

/// What a bind gathers on its way for the end of the document.
struct Collected {
    std::vector<Use> uses;                  // in order of binding
    std::vector<OwnNumber> analyses;        // of each number of our own, each set of sources once
    std::vector<doc::NamedNumber> numbers;  // of queries and `--set`, that are printed
    std::vector<NamedPrint> prints;         // in sentences and tiles that the document shows, in order
    std::vector<doc::Accepted> accepted;    // warnings silenced by a `because:`
    std::vector<std::vector<doc::Block>> footnotes;
    std::vector<doc::IndexEntry> index;  // of the marks in texts that the document shows, in order of binding
    int headings = 0, used_words = 0;    // anchors given so far to headings in texts, and to words that are looked up
    std::map<std::string, diag::Span> sources_to_name;  // sources that must be cited -> where they are first printed
};

/// How the layout shows the part that is being bound.
struct PartShown {
    bool counted = true;     // false: not shown; its sources are not listed and its doubts not raised
    bool takes_room = true;  // false: dropping its optional blocks would not shorten the document
};

/// Where the bind has got to.
struct Current {
    PartShown part;
    bool printed = true;                                         // false: the output shows no text of this kind
    const std::map<std::string, diag::Text>* reasons = nullptr;  // the block's `because:`; nullptr: none
    bool claimed = false;   // a `claim:` of the text tests the data, so that its figures in words are no mere words
    bool in_block = false;  // of the kind that can have a `because:`
    std::string exhibit;    // its id; empty: outside of exhibits
    std::vector<const diag::Text*> titles;  // being bound for references to them, outermost first
};

/// Answers kept because they are asked for again.
struct Memo {
    std::map<const spec::Conditions*, Hidden> hidden;  // answers of hidden_by()
    std::map<double, bool> numbers_named;              // number -> whether the briefing names a fact of that value
    std::map<std::string, std::size_t> index_entries;  // folded heading -> index in Collected::index
    std::map<std::string, std::shared_ptr<const data::Outline>> outlines;  // of maps, by file and key; nullptr: faulty
    std::set<std::string> doubted;  // keys of doubts about facts, each raised once
};

struct Context {
    const Inputs inputs;
    diag::Diagnostics& diagnostics;
    Values values;
    std::vector<Anchor> anchors{};  // all of the briefing's, known before any text is bound
    Collected collected{};
    Current current{};
    Memo memo{};

    Context(const Inputs& given, diag::Diagnostics& reported)
        : inputs(given),
          diagnostics(reported),
          values({.briefing = given.briefing,
                  .project = given.project,
                  .database = given.database,
                  .target = given.target,
                  .locale = given.locale,
                  .publisher = given.layout.brand.publisher},
                 reported) {}
};

/// Gives a variable another value while it lives, and its former value back at the end.
template <class T>
class Scoped {
  public:
    Scoped(T& variable, T value) : variable_(variable), before_(std::exchange(variable, std::move(value))) {}
    ~Scoped() { variable_ = std::move(before_); }
    Scoped(const Scoped&) = delete;
    Scoped& operator=(const Scoped&) = delete;

  private:
    T& variable_;
    T before_;
};

/// While it lives, a part that is shown so is being bound.
class InPart : Scoped<PartShown> {
  public:
    InPart(Context& context, PartShown shown) : Scoped(context.current.part, shown) {}
};
/// While it lives, texts are bound that the output shows, or does not show.
class AsPrinted : Scoped<bool> {
  public:
    AsPrinted(Context& context, bool printed) : Scoped(context.current.printed, printed) {}
};
/// While it lives, warnings can be silenced by these reasons; a block without any keeps those of the block around it.
class Because {
  public:
    Because(Context& context, const std::map<std::string, diag::Text>& reasons)
        : reasons_(context.current.reasons, reasons.empty() ? context.current.reasons : &reasons),
          in_block_(context.current.in_block, true) {}

  private:
    Scoped<const std::map<std::string, diag::Text>*> reasons_;
    Scoped<bool> in_block_;
};
/// While it lives, texts are bound that a `claim:` stands for.
class UnderClaim : Scoped<bool> {
  public:
    UnderClaim(Context& context, const spec::Claim& claim)
        : Scoped(context.current.claimed, !claim.conditions.empty()) {}
};
/// While it lives, numbers are noted as printed in this exhibit.
class Within : Scoped<std::string> {
  public:
    Within(Context& context, const std::string& exhibit) : Scoped(context.current.exhibit, exhibit) {}
};

/// Adds a fault that no `because:` can silence.
void report(Context& context, diag::Diagnostic fault);
/// Adds a warning, unless the block's `because:` answers it; true if it was added.
bool warn(Context& context, diag::Diagnostic warning);

/// Warns (piece_not_shown) that the layout's list `list` lacks `piece`, if it shows the part at hand.
void warn_not_shown(Context& context, const std::string& piece, const std::string& list, const diag::Span& where);

/// True if the layout's medium is slides.
[[nodiscard]] bool on_slides(const Context& context);
/// What hides a block from this target: `for`, `only-in` or `medium`, then `when`, whose query runs once a block.
[[nodiscard]] Hidden hidden_by(Context& context, const spec::Conditions& conditions);
/// True if nothing hides it.
[[nodiscard]] inline bool sees(Context& context, const spec::Conditions& conditions) {
    return hidden_by(context, conditions) == Hidden::no;
}
/// True if a block is dropped to meet the page budget (`optional:`).
[[nodiscard]] bool is_dropped(const Context& context, const spec::Conditions& conditions);
/// False if the block is dropped; that is reported as block_dropped, unless its `because:` answers it.
[[nodiscard]] bool stays(Context& context, const spec::Conditions& conditions, const diag::Span& where);
/// True if all conditions hold. A false one is reported (claim_false), unless there is an `otherwise:`.
[[nodiscard]] bool holds(Context& context, const spec::Claim& claim);

/// The source's position in the model, from 1, as citations hold it until they are numbered; 0: unknown.
[[nodiscard]] int source_index(const Context& context, const std::string& id);
/// The position that stands for a number of our own made of these sources: behind the model's positions, each set of
/// sources once. Such a citation leads to the entry "own analysis of …" at the end of the list of sources.
/// `set`: the values set for this build that the number rests on.
[[nodiscard]] int analysis_index(Context& context, const std::vector<std::string>& sources,
                                 const std::vector<std::string>& set);
/// The positions of a printed value's sources; of a number of our own, or one set for this build, of its own entry.
[[nodiscard]] std::vector<int> cited_for(Context& context, const Bound& bound);
/// Adds a number to those that the document prints; one of the same name gets the printed forms of both.
void note_number(Context& context, doc::NamedNumber number);

}  // namespace precis::bind
