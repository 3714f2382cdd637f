// The lines of a text of 3,000 words beside those that TeX breaks it into, from the same boxes, glue, penalties and
// discretionaries. Letters and glyphs keep their widths, nothing hangs, and hyphens in a row have no limit.
// bench_lines TEXT FOLDER write: FOLDER/lines.tex, to be run by TeX in that folder.
// bench_lines TEXT FOLDER compare: reads FOLDER/lines.log, prints total demerits by a computation of its own; exit code
// 1 if those of precis are over 1.02 times TeX's at a measure.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <limits>
#include <string>
#include <vector>

#include "text/fit.h"
#include "text/fonts.h"
#include "text/measured.h"
#include "text/plan.h"
#include "text/setter.h"
#include "unit/text/rivers.h"

using namespace precis::text;

namespace {

constexpr double kSize = 9.8, kMost = 1.02;
constexpr double kMeasures[] = {184, 300, 420};  // points
constexpr double kEmergency = 0.02;              // of the measure, in the pass that both make last
constexpr double kNever = std::numeric_limits<double>::infinity();

/// A paragraph at a measure, as the fit sees it.
struct Case {
    double measure = 0;
    Widths sums;
    std::vector<Candidate> candidates;
    std::vector<std::uint32_t> ours;
    bool emergency = false;  // no lines within the limits
};

JustifyLimits limits() {
    JustifyLimits only_spaces;
    only_spaces.letter_least = only_spaces.letter_most = 0;
    return only_spaces;
}

/// The demerits of lines by Knuth and Plass, 1981, with the numbers of plain TeX; infinite if a line cannot be set.
double demerits(const Case& of, const std::vector<std::uint32_t>& ends, bool emergency) {
    double total = 0, carried = 0;
    std::uint32_t begin = 0;
    int fitness = 1;
    bool hyphen = false;
    for (const auto end : ends) {
        const auto& to = of.candidates[end];
        const bool last = end + 1 == of.candidates.size();
        const double width = of.sums.width[to.end] - of.sums.width[begin] + to.before + carried;
        const double spaces = of.sums.spaces[to.end] - of.sums.spaces[begin];
        const double slack = of.measure - width;
        const double extra = emergency ? kEmergency * of.measure : 0;
        const double room =
            slack < 0 ? spaces * (1 - limits().space_least) : spaces * (limits().space_most - 1) + extra;
        double ratio = slack >= 0 && last ? 0 : room > 0 ? std::abs(slack) / room : std::abs(slack) < 1e-3 ? 0 : 1e3;
        if (ratio > 1 + 1e-3 && (slack < 0 || !emergency)) return kNever;
        ratio = std::min(ratio, 10.0);
        const int now = slack < 0 ? (ratio > 0.5 ? 0 : 1) : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
        total += std::pow(10 + 100 * ratio * ratio * ratio, 2);
        if (!last) total += to.penalty * to.penalty;
        if (to.hyphen) total += 50 * 50 + (hyphen ? 10'000 : 0);
        if (last && hyphen) total += 5'000;
        if (std::abs(now - fitness) > 1) total += 10'000;
        fitness = now;
        hyphen = to.hyphen;
        begin = to.next;
        carried = to.after;
    }
    return total;
}

std::shared_ptr<Fonts> vollkorn() {
    const FontIndex index{
        {{"Vollkorn", "fonts-vollkorn", {{"/usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf"}}}}};
    return std::move(Fonts::load(index, {{"Vollkorn", {}}})).value();
}

Paragraph paragraph_of(const std::string& text) {
    Paragraph paragraph;
    paragraph.runs.emplace_back();
    paragraph.runs.front().text = text;
    paragraph.runs.front().face.family = "Vollkorn";
    paragraph.runs.front().size = kSize;
    paragraph.align = Align::justify;
    paragraph.hyphens = true;
    return paragraph;
}

std::vector<Case> cases_of(const std::string& path) {
    const auto fonts = vollkorn();
    Shaper shaper;
    Measured measured;
    Planner planner;
    std::vector<Case> cases;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        const auto paragraph = paragraph_of(line);
        precis::diag::Diagnostics out;
        if (!measure(paragraph.runs, paragraph.language, LineFeeds::break_lines, fonts->impl(), shaper, measured, out))
            continue;
        for (const double points : kMeasures) {
            (void)planner.plan(measured, paragraph, {{points}}, shaper);
            Case made;
            made.measure = points;
            made.sums = planner.sums();
            made.candidates.assign(planner.candidates().begin(), planner.candidates().end());
            FitRules rules;
            rules.justify = rules.hyphens_first = true;
            rules.limits = limits();
            rules.max_hyphens_in_a_row = 200;
            const std::vector<double> widths{points};
            rules.widths = widths;
            made.ours = fit(made.sums, made.candidates, 0, rules).ends;
            made.emergency = demerits(made, made.ours, false) == kNever;
            cases.push_back(std::move(made));
        }
    }
    return cases;
}

/// A paragraph in TeX's primitives. A \special before each place tells in the log where lines end.
void write(std::ostream& tex, const Case& of) {
    const auto extra = of.emergency
                           ? fmt::format("\\rightskip=0pt plus {:.5f}pt\\tolerance=10000", kEmergency * of.measure)
                           : std::string("\\rightskip=0pt\\tolerance=100");
    tex << fmt::format("{}\\hsize={:.5f}pt\\setbox0=\\vbox{{\\noindent%\n", extra, of.measure);
    const auto least = limits().space_least, most = limits().space_most;
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < of.candidates.size(); ++i) {
        const auto& c = of.candidates[i];
        tex << fmt::format("\\hbox to{:.5f}pt{{}}", of.sums.width[c.end] - of.sums.width[at]);
        const double inside = of.sums.spaces[c.end] - of.sums.spaces[at];
        if (inside > 0)
            tex << fmt::format("\\penalty10000\\hskip0pt plus{:.5f}pt minus{:.5f}pt", inside * (most - 1),
                               inside * (1 - least));
        tex << fmt::format("\\special{{{}}}", i);
        if (i + 1 == of.candidates.size()) break;
        const double space = of.sums.width[c.next] - of.sums.width[c.end];
        if (c.hyphen)
            tex << fmt::format("\\discretionary{{\\hbox to{:.5f}pt{{}}}}{{\\hbox to{:.5f}pt{{}}}}{{}}", c.before,
                               c.after);
        else if (c.penalty > 0 || space <= 0)
            tex << fmt::format("\\penalty{:.0f}", c.penalty);
        if (space > 0)
            tex << fmt::format("\\hskip{:.5f}pt plus{:.5f}pt minus{:.5f}pt", space, space * (most - 1),
                               space * (1 - least));
        tex << "%\n";
        at = c.next;
    }
    tex << "\\par}\\showbox0\n";
}

/// The ends of each paragraph's lines, by the last \special of each.
std::vector<std::vector<std::uint32_t>> read_log(const std::string& path) {
    std::vector<std::vector<std::uint32_t>> all;
    std::ifstream in(path);
    std::uint32_t last = 0;
    bool open = false;
    const auto end_line = [&] {
        if (open) all.back().push_back(last);
        open = false;
    };
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("> \\box0=")) {
            end_line();
            all.emplace_back();
        }
        if (line.starts_with(".\\hbox(")) end_line();
        if (!line.starts_with("..\\special{")) continue;
        last = static_cast<std::uint32_t>(std::stoul(line.substr(11)));
        open = true;
    }
    end_line();
    return all;
}

struct Sum {
    std::size_t lines = 0, paragraphs = 0, same = 0, stretched = 0, hyphens = 0;
    double ours = 0, theirs = 0;
};

/// What the program's own limits and passes make of the text: hyphens, the most in a row, rivers.
void print_own(const std::string& path) {
    Setter setter(vollkorn());
    std::cout << "\nwith the defaults of styles\nmeasure pt  lines  hyphens  most in a row  rivers\n";
    for (const double measure : kMeasures) {
        std::size_t lines = 0, hyphens = 0, most = 0, rivers = 0;
        std::ifstream in(path);
        for (std::string line; std::getline(in, line);) {
            const auto set = setter.set(paragraph_of(line), measure).value();
            rivers += test::rivers(set);
            lines += set.lines.size();
            std::size_t row = 0;
            for (const auto& one : set.lines) {
                row = one.hyphenated ? row + 1 : 0;
                hyphens += one.hyphenated;
                most = std::max(most, row);
            }
        }
        std::cout << fmt::format("{:10.0f}  {:5}  {:7}  {:13}  {:6}\n", measure, lines, hyphens, most, rivers);
    }
}

int compare(const std::vector<Case>& cases, const std::vector<std::vector<std::uint32_t>>& tex) {
    if (tex.size() != cases.size()) {
        std::cerr << fmt::format("TeX has set {} paragraphs of {}\n", tex.size(), cases.size());
        return 2;
    }
    bool kept = true;
    std::cout << "measure pt  paragraphs  lines  hyphens  with more stretch  same lines  demerits   TeX's     ratio\n";
    for (const double measure : kMeasures) {
        Sum sum;
        for (std::size_t i = 0; i < cases.size(); ++i) {
            const auto& of = cases[i];
            if (of.measure != measure) continue;
            ++sum.paragraphs;
            sum.lines += of.ours.size();
            sum.same += of.ours == tex[i];
            sum.stretched += of.emergency;
            sum.ours += demerits(of, of.ours, of.emergency);
            sum.theirs += demerits(of, tex[i], of.emergency);
            for (const auto end : of.ours) sum.hyphens += of.candidates[end].hyphen;
        }
        const double ratio = sum.ours / sum.theirs;
        kept = kept && ratio <= kMost;
        std::cout << fmt::format("{:10.0f}  {:10}  {:5}  {:7}  {:17}  {:10}  {:8.0f}  {:8.0f}  {:8.4f}\n", measure,
                                 sum.paragraphs, sum.lines, sum.hyphens, sum.stretched, sum.same, sum.ours, sum.theirs,
                                 ratio);
    }
    return kept ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
    if (count != 4) {
        std::cerr << "bench_lines TEXT FOLDER write|compare\n";
        return 2;
    }
    const auto cases = cases_of(words[1]);
    const std::string folder = words[2];
    if (words[3] == std::string("compare")) {
        const int code = compare(cases, read_log(folder + "/lines.log"));
        print_own(words[1]);
        return code;
    }
    std::ofstream tex(folder + "/lines.tex");
    tex << "\\pretolerance=-1 \\linepenalty=10 \\hyphenpenalty=50 \\adjdemerits=10000 \\doublehyphendemerits=10000\n"
           "\\finalhyphendemerits=5000 \\parfillskip=0pt plus1fil \\hbadness=10000 \\hfuzz=\\maxdimen\n"
           "\\showboxdepth=2 \\showboxbreadth=\\maxdimen\n";
    for (const auto& of : cases) write(tex, of);
    tex << "\\end\n";
    return tex ? 0 : 2;
}
