// Runs the parts of the examination in order, and turns findings into diagnostics.
#include "audit/deck/deck.h"

#include "audit/codes.h"
#include "audit/deck/slide_rules.h"

namespace precis::audit {
namespace {

constexpr std::size_t kFindings = 200;  // a rule

std::string words_of(const DeckFinding& finding) {
    std::string place = finding.slide == 0 ? std::string() : fmt::format("slide {}", finding.slide);
    if (!finding.place.empty()) place += finding.slide == 0 ? finding.place : fmt::format(", “{}”", finding.place);
    if (place.empty()) place = "the file";
    return fmt::format("{}: {} (rule {})", place, finding.what, to_string(finding.rule));
}

}  // namespace

namespace {

/// The package's faults, put to the rules of decks.
class PackageRules : public ooxml::Faults {
  public:
    explicit PackageRules(Examination& at) : at_(at) {}

  private:
    void judged(ooxml::PackageRule rule, bool kept, const std::string& part, const std::string& what) override {
        at_.expect(rule_of(rule), kept, {0, part}, "{}", what);
    }
    static DeckRule rule_of(ooxml::PackageRule rule) {
        switch (rule) {
            case ooxml::PackageRule::part_repeated:
                return DeckRule::part_repeated;
            case ooxml::PackageRule::xml:
                return DeckRule::xml;
            case ooxml::PackageRule::content_type:
                return DeckRule::content_type;
            case ooxml::PackageRule::relationship_repeated:
                return DeckRule::relationship_repeated;
            case ooxml::PackageRule::part_missing:
                return DeckRule::part_missing;
            case ooxml::PackageRule::relationship_missing:
                return DeckRule::relationship_missing;
        }
        return DeckRule::xml;
    }
    Examination& at_;
};

}  // namespace

void Examination::add(DeckRule rule, const Place& place, std::string what) {
    const auto index = static_cast<std::size_t>(rule);
    if (++found_[index] > kFindings)
        ++report_.left_out[index];
    else
        report_.findings.push_back({rule, place.slide, place.name, std::move(what)});
}

DeckReport audit_deck(const std::filesystem::path& file, const text::FontIndex& fonts) {
    DeckReport report;
    Examination at(report);
    std::string why;
    PackageRules rules(at);
    const auto package = ooxml::Package::open(file, rules, why);
    const auto deck = package ? read_deck(*package, at, why) : std::nullopt;
    at.expect(DeckRule::deck_unreadable, deck.has_value(), {}, "{}", why);
    if (!deck) return report;
    package->examine(rules);
    examine_access(*deck, at);
    examine_overflow(*deck, fonts, at);
    examine_letters(*deck, at);
    return report;
}

diag::Diagnostics to_diagnostics(const DeckReport& report, const std::string& file) {
    const auto source = std::make_shared<diag::SourceText>(file, "");
    diag::Diagnostics diagnostics;
    for (const auto& finding : report.findings)
        diagnostics.push_back(
            diag::error(code::deck_faulty, {source, 0, 0}, words_of(finding), std::string(remedy(finding.rule))));
    for (std::size_t i = 0; i < kDeckRuleCount; ++i) {
        if (report.left_out[i] == 0) continue;
        const auto rule = static_cast<DeckRule>(i);
        diagnostics.push_back(
            diag::error(code::deck_faulty, {source, 0, 0},
                        fmt::format("{} places more break the rule {}", report.left_out[i], to_string(rule)),
                        std::string(remedy(rule))));
    }
    return diagnostics;
}

}  // namespace precis::audit
