// Each block is seen by those that see the block around it and that its own `for:` and `only-in:` name.
#include "bind/checks/seers.h"

#include <algorithm>

#include "base/nearest.h"
#include "bind/codes.h"
#include "bind/values/id_list.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

using Seers = std::vector<Seer>;

/// `in_file`: where a further name is defined.
diag::Diagnostic unknown(diag::Code code, const std::string& kind, const diag::Text& name,
                         const std::vector<std::string>& known, const std::string& in_file) {
    const auto nearest = base::nearest(name.text, known);
    return diag::error(code, name.span, "no " + kind + " is called “" + name.text + "”",
                       nearest ? "did you mean “" + *nearest + "”?" : "define it under `" + in_file + ":`");
}

bool names_one(const std::vector<diag::Text>& wanted, const std::string& name) {
    return std::any_of(wanted.begin(), wanted.end(), [&](const diag::Text& text) { return text.text == name; });
}

class SeerCheck {
  public:
    SeerCheck(const SeerNames& names, diag::Diagnostics& diagnostics) : names_(names), diagnostics_(diagnostics) {}

    /// True if each name is known and one of them is an audience of this briefing, or it has none.
    bool audiences(const std::vector<diag::Text>& wanted, const std::string& block) {
        bool anyone = wanted.empty();
        for (const auto& name : wanted) {
            anyone = anyone || contains(names_.audiences, name.text);
            if (contains(names_.known_audiences, name.text)) continue;
            diagnostics_.push_back(
                unknown(code::unknown_audience, "audience", name, names_.known_audiences, "audiences"));
            return false;
        }
        if (anyone || names_.audiences.empty()) return true;
        diagnostics_.push_back(
            diag::error(code::seen_by_nobody, wanted.front().span,
                        "nobody sees this " + block + ": the briefing is not built for “" + wanted.front().text + "”",
                        "add the audience under `audiences:`, or remove `for:`"));
        return false;
    }

    void briefing(const spec::Briefing& b, const Seers& all) {
        for (const auto* list : {&b.summary, &b.findings, &b.recommendations, &b.watch, &b.foreword, &b.method,
                                 &b.disclosure, &b.related, &b.about}) {
            items(*list, all);
        }
        figures(b.key_figures, all);
        for (const auto& alert : b.alerts) audiences(alert.audiences, "alert");
        for (const auto& entry : b.glossary) seers(entry.conditions, "glossary entry", all);
        sections(b.sections, all);
        sections(b.appendix, all);
    }

  private:
    /// Those of `around` that see the block. After a fault it returns `around`, so that one fault is reported once.
    Seers seers(const spec::Conditions& conditions, const std::string& block, const Seers& around) {
        if (conditions.audiences.empty() && conditions.outputs.empty()) return around;
        bool good = audiences(conditions.audiences, block);
        for (const auto& name : conditions.outputs) {
            if (contains(names_.outputs, name.text)) continue;
            diagnostics_.push_back(unknown(diag::code::unknown_name, "output", name, names_.outputs, "outputs"));
            good = false;
        }
        if (!good || around.empty()) return around;
        Seers left;
        std::copy_if(around.begin(), around.end(), std::back_inserter(left), [&](const Seer& seer) {
            const bool meant =
                conditions.audiences.empty() || seer.audience.empty() || names_one(conditions.audiences, seer.audience);
            return meant && (conditions.outputs.empty() || names_one(conditions.outputs, seer.output));
        });
        if (!left.empty()) return left;
        const auto& names = conditions.outputs.empty() ? conditions.audiences : conditions.outputs;
        const std::string key = conditions.outputs.empty() ? "for" : "only-in";
        diagnostics_.push_back(
            diag::error(code::seen_by_nobody, names.front().span,
                        "nobody sees this " + block + ": its `for:` and `only-in:`, with those of the blocks around " +
                            "it and the `for:` of the outputs, leave no reader",
                        "name an output and an audience that see the block around it, or remove `" + key + ":`"));
        return around;
    }

    void items(const std::vector<spec::TextItem>& list, const Seers& around) {
        for (const auto& item : list) seers(item.conditions, "text", around);
    }

    void figures(const std::vector<spec::KeyFigure>& list, const Seers& around) {
        for (const auto& figure : list) seers(figure.conditions, "key figure", around);
    }

    void slides(const std::vector<spec::SlideChoice>& list, const Seers& around) {
        for (const auto& slide : list) {
            const auto here = seers(slide.conditions, "slide", around);
            items(slide.points, here);
            figures(slide.key_figures, here);
            for (const auto& column : slide.columns) items(column.points, here);
        }
    }

    void sections(const std::vector<spec::Section>& list, const Seers& around) {
        for (const auto& section : list) {
            const auto here = seers(section.conditions, "section", around);
            items(section.body, here);
            items(section.points, here);
            slides(section.slides, here);
            for (const auto& exhibit : section.exhibits) seers(exhibit.conditions, "exhibit", here);
            for (const auto& aside : section.asides) items(aside.body, seers(aside.conditions, "aside", here));
            sections(section.sections, here);
        }
    }

    const SeerNames& names_;
    diag::Diagnostics& diagnostics_;
};

}  // namespace

void check_output(const spec::Output& output, const SeerNames& names, diag::Diagnostics& diagnostics) {
    SeerCheck(names, diagnostics).audiences(output.audiences, "output");
}

void check_seers(const spec::Briefing& briefing, const std::vector<Seer>& all, const SeerNames& names,
                 diag::Diagnostics& diagnostics) {
    SeerCheck(names, diagnostics).briefing(briefing, all);
}

}  // namespace precis::bind
