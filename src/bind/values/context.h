// bind/values/context.h: what every step of one bind shares: the inputs, the language, the values, and what has been
// found.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "bind/bind.h"
#include "bind/ledger.h"
#include "bind/values/values.h"

namespace precis::bind {

/// A section or exhibit of the briefing that texts may refer to.
struct Anchor {
    std::string id;
    bool visible = true;
    bool dropped = false;  // left out to meet the page budget
    const diag::Text* title = nullptr;
};

/// A number that stands in the document, and where it comes from.
struct Use {
    std::string source, fact;
    bool operator==(const Use&) const = default;
};

struct Context {
    const spec::Briefing& briefing;
    const spec::Project& project;
    const style::Layout& layout;
    const Target& target;
    const spec::Audience* audience;
    locale::Locale locale;
    diag::Diagnostics& found;
    Values values;
    bool short_wording = false;
    bool counting = true;  // false while a part is bound that this layout does not show
    bool dropping = true;  // false while a part is bound whose blocks take no room of their own in this layout
    std::vector<Anchor> anchors;
    std::vector<Use> uses;                           // in order of binding
    std::vector<std::vector<std::string>> analyses;  // what sentences' own numbers are made of: sets of source ids
    std::vector<doc::Accepted> accepted;             // warnings that their blocks answer
    std::vector<std::vector<doc::Block>> footnotes;
    const std::map<std::string, diag::Text>* because = nullptr;  // of the block being bound
    std::map<const spec::Conditions*, bool> seen;                // answers of `sees`
    std::map<std::string, diag::Span> to_name;  // sources that must be cited, and where they are first printed
    std::set<std::string> said_of_facts;        // what has been reported once is not again
    std::map<double, bool> named_numbers;       // whether a fact that the briefing names has it
    Ledger* ledger = nullptr;                   // told where numbers stand; mostly nobody asks
    std::string exhibit;                        // id of the one being bound

    Context(const spec::Briefing& b, const spec::Project& p, data::Database& d, const style::Layout& l, const Target& t,
            const spec::Audience* a, locale::Locale lang, diag::Diagnostics& f)
        : briefing(b),
          project(p),
          layout(l),
          target(t),
          audience(a),
          locale(std::move(lang)),
          found(f),
          values({&b, &p, a, &d, &t, &locale, l.brand.publisher}, f) {}
};

/// Whether this audience sees a block: `for`, then `when`.
[[nodiscard]] bool sees(Context& context, const spec::Conditions& conditions);

/// Whether a block goes because of its `optional:`.
[[nodiscard]] bool goes(const Context& context, const spec::Conditions& conditions);
/// Whether a block that is seen stays. One that goes is reported (block_dropped), unless its `because:` says why.
[[nodiscard]] bool stays(Context& context, const spec::Conditions& conditions, const diag::Span& where);

/// Whether all conditions hold. A claim that does not, and has no `otherwise`, is reported (claim_false).
[[nodiscard]] bool holds(Context& context, const spec::Claim& claim);

/// Tells the ledger, if there is one, that this stands at `where`.
void note_printing(Context& context, Printing::Kind kind, const Bound& bound, std::string text, diag::Span where);

/// 1-based position of a source in the model, as citations are held until they are numbered; 0: unknown.
[[nodiscard]] int source_index(const Context& context, const std::string& id);

/// The same for a number of our own that is made of these sources: behind the model's positions, each set of sources
/// once. Such a citation leads to an entry "own analysis of …" at the end of the list of sources.
[[nodiscard]] int analysis_index(Context& context, const std::vector<std::string>& sources);

/// While it lives, warnings of the block can be silenced by its `because:`.
class Because {
  public:
    Because(Context& context, const std::map<std::string, diag::Text>& reasons)
        : context_(context), before_(context.because) {
        if (!reasons.empty()) context.because = &reasons;
    }
    ~Because() { context_.because = before_; }
    Because(const Because&) = delete;
    Because& operator=(const Because&) = delete;

  private:
    Context& context_;
    const std::map<std::string, diag::Text>* before_;
};
/// While it lives, what is noted stands in this exhibit.
class Within {
  public:
    Within(Context& context, const std::string& exhibit) : context_(context) { context.exhibit = exhibit; }
    ~Within() { context_.exhibit.clear(); }
    Within(const Within&) = delete;
    Within& operator=(const Within&) = delete;

  private:
    Context& context_;
};

/// Reports a warning unless the block says why it is there; whether it did.
bool warn(Context& context, diag::Diagnostic warning);

}  // namespace precis::bind
