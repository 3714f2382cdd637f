// The glossary: entries that this reader sees, each form once, in alphabetical order.
#include <algorithm>
#include <map>

#include "bind/parts/parts.h"
#include "bind/text/prose.h"
#include "diag/codes.h"
#include "locale/terms.h"

namespace precis::bind {
namespace {

/// Each form of a glossary may stand once: texts could not be linked otherwise.
class Forms {
  public:
    explicit Forms(Context& context) : context_(context) {}

    /// The form as texts have it; empty, with an error, if another one is equal to it.
    std::string add(const diag::Text& written) {
        auto form = bind_plain(context_, written, kTitleElsewhere);
        if (form.empty()) return form;
        const auto [first, fresh] = seen_.emplace(locale::folded_term(form), written.span);
        if (fresh) return form;
        auto fault = diag::error(diag::code::name_clash, written.span, "the glossary has “" + form + "” twice",
                                 "keep one of the two, or give them audiences of their own with `for:`");
        fault.notes.push_back({"the first one", first->second});
        report(context_, std::move(fault));
        return {};
    }

  private:
    Context& context_;
    std::map<std::string, diag::Span> seen_;
};

}  // namespace

std::vector<doc::GlossaryEntry> bind_glossary(Context& context, const std::vector<spec::GlossaryEntry>& entries) {
    std::vector<doc::GlossaryEntry> out;
    Forms forms(context);
    for (const auto& written : entries) {
        if (!sees(context, written.conditions) || !stays(context, written.conditions, written.span)) continue;
        const Because because(context, written.conditions.because);
        doc::GlossaryEntry entry;
        entry.term = forms.add(written.term);
        if (entry.term.empty()) continue;
        entry.forms = {entry.term};
        for (const auto& also : written.also) {
            if (auto form = forms.add(also); !form.empty()) entry.forms.push_back(std::move(form));
        }
        entry.definition = bind_line(context, written.definition, kProse);
        entry.span = written.span;
        out.push_back(std::move(entry));
    }
    const auto& locale = context.inputs.locale;
    std::stable_sort(out.begin(), out.end(),
                     [&](const auto& a, const auto& b) { return locale.before(a.term, b.term); });
    for (std::size_t i = 0; i < out.size(); ++i) out[i].anchor = "term-" + std::to_string(i + 1);
    return out;
}

}  // namespace precis::bind
