// One table a language. A word's inflected forms are rows of their own: nothing here knows grammar.
#include "bind/values/number_words.h"

namespace precis::bind {
namespace {

using enum Saying;
using Words = std::string_view;

// clang-format off
constexpr NumberWord kEnglish[] = {
    {"two", 2, small}, {"three", 3, small}, {"four", 4, small}, {"five", 5, small}, {"six", 6, small},
    {"seven", 7, small}, {"eight", 8, small}, {"nine", 9, small}, {"ten", 10, small},
    {"eleven", 11, number}, {"twelve", 12, number}, {"thirteen", 13, number}, {"fourteen", 14, number},
    {"fifteen", 15, number}, {"sixteen", 16, number}, {"seventeen", 17, number}, {"eighteen", 18, number},
    {"nineteen", 19, number}, {"twenty", 20, number}, {"thirty", 30, number}, {"forty", 40, number},
    {"fifty", 50, number}, {"sixty", 60, number}, {"seventy", 70, number}, {"eighty", 80, number},
    {"ninety", 90, number}, {"hundred", 100, number}, {"thousand", 1000, number}, {"million", 1e6, number},
    {"billion", 1e9, number}, {"trillion", 1e12, number}, {"dozen", 12, number},
    {"two thirds", 200.0 / 3, share}, {"two-thirds", 200.0 / 3, share}, {"three quarters", 75, share},
    {"three-quarters", 75, share}, {"one third", 100.0 / 3, share}, {"one-third", 100.0 / 3, share},
    {"one quarter", 25, share}, {"one-quarter", 25, share}, {"one fifth", 20, share}, {"one-fifth", 20, share},
    {"two fifths", 40, share}, {"three fifths", 60, share}, {"four fifths", 80, share}, {"one tenth", 10, share},
    {"half", 50, part_of}, {"a third", 100.0 / 3, part_of}, {"a quarter", 25, part_of}, {"a fifth", 20, part_of},
    {"a tenth", 10, part_of},
    {"twice", 2, times}, {"thrice", 3, times}, {"doubled", 2, times}, {"doubling", 2, times}, {"tripled", 3, times},
    {"trebled", 3, times}, {"quadrupled", 4, times}, {"halved", 0.5, times}, {"twofold", 2, times},
    {"threefold", 3, times}, {"fourfold", 4, times}, {"fivefold", 5, times}, {"tenfold", 10, times},
    {"double", 2, times_of}, {"triple", 3, times_of}, {"two times", 2, times_of}, {"three times", 3, times_of},
    {"four times", 4, times_of}, {"five times", 5, times_of}, {"ten times", 10, times_of},
};
constexpr Words kEnglishPart[] = {"of", "the", "their", "its", "that", "what", "as", "more", "less", "fewer", "higher",
                                  "lower", "larger", "smaller", "longer", "shorter", "faster", "slower", "cheaper"};
constexpr Words kEnglishTimes[] = {"the", "their", "its", "that", "what", "as", "more", "by", "in", "since", "within",
                                   "higher", "larger", "longer", "faster", "cheaper", "last"};
constexpr Words kEnglishPeriod[] = {"middle", "first", "second", "other", "last", "this", "latter", "former", "next", "better"};
constexpr Words kEnglishBetween[] = {" in ", " out of "};
constexpr Words kEnglishPer[] = {"per", "for every"};

constexpr NumberWord kGerman[] = {
    {"zwei", 2, small}, {"drei", 3, small}, {"vier", 4, small}, {"fünf", 5, small}, {"sechs", 6, small},
    {"sieben", 7, small}, {"acht", 8, small}, {"neun", 9, small}, {"zehn", 10, small},
    {"elf", 11, number}, {"zwölf", 12, number}, {"dreizehn", 13, number}, {"vierzehn", 14, number},
    {"fünfzehn", 15, number}, {"sechzehn", 16, number}, {"siebzehn", 17, number}, {"achtzehn", 18, number},
    {"neunzehn", 19, number}, {"zwanzig", 20, number}, {"dreißig", 30, number}, {"vierzig", 40, number},
    {"fünfzig", 50, number}, {"sechzig", 60, number}, {"siebzig", 70, number}, {"achtzig", 80, number},
    {"neunzig", 90, number}, {"hundert", 100, number}, {"tausend", 1000, number}, {"million", 1e6, number},
    {"millionen", 1e6, number}, {"milliarde", 1e9, number}, {"milliarden", 1e9, number}, {"billion", 1e12, number},
    {"billionen", 1e12, number}, {"dutzend", 12, number},
    {"zwei drittel", 200.0 / 3, share}, {"zwei dritteln", 200.0 / 3, share}, {"drittel", 100.0 / 3, share},
    {"ein drittel", 100.0 / 3, share}, {"einem drittel", 100.0 / 3, share}, {"eines drittels", 100.0 / 3, share},
    {"drei viertel", 75, share}, {"drei vierteln", 75, share}, {"dreiviertel", 75, share}, {"ein viertel", 25, share},
    {"einem viertel", 25, share}, {"fünftel", 20, share}, {"ein fünftel", 20, share}, {"zwei fünftel", 40, share},
    {"drei fünftel", 60, share}, {"vier fünftel", 80, share}, {"ein zehntel", 10, share}, {"hälfte", 50, share},
    {"die hälfte", 50, share}, {"der hälfte", 50, share}, {"jeder zweite", 50, share}, {"jede zweite", 50, share},
    {"jedes zweite", 50, share}, {"jeder dritte", 100.0 / 3, share}, {"jede dritte", 100.0 / 3, share},
    {"jedes dritte", 100.0 / 3, share}, {"jeder vierte", 25, share}, {"jede vierte", 25, share},
    {"jedes vierte", 25, share}, {"jeder fünfte", 20, share}, {"jede fünfte", 20, share}, {"jedes fünfte", 20, share},
    {"jeder zehnte", 10, share}, {"jede zehnte", 10, share}, {"jedes zehnte", 10, share},
    {"doppelt so", 2, times}, {"das doppelte", 2, times}, {"dem doppelten", 2, times}, {"verdoppelt", 2, times},
    {"verdoppelte", 2, times}, {"verdoppelten", 2, times}, {"verdoppeln", 2, times}, {"verdreifacht", 3, times},
    {"verdreifachte", 3, times}, {"verdreifachten", 3, times}, {"das dreifache", 3, times}, {"halbiert", 0.5, times},
    {"halbierte", 0.5, times}, {"halbierten", 0.5, times}, {"halb so", 0.5, times}, {"zweimal so", 2, times},
    {"dreimal so", 3, times}, {"viermal so", 4, times}, {"fünfmal so", 5, times}, {"zehnmal so", 10, times},
    {"anderthalb", 1.5, times}, {"eineinhalb", 1.5, times},
};
constexpr Words kGermanPeriod[] = {"erste", "ersten", "zweite", "zweiten", "letzte", "letzten", "andere", "anderen"};
constexpr Words kGermanBetween[] = {" von "};
constexpr Words kGermanPer[] = {"je", "pro", "auf", "per"};

constexpr NumberWord kFrench[] = {
    {"deux", 2, small}, {"trois", 3, small}, {"quatre", 4, small}, {"cinq", 5, small}, {"six", 6, small},
    {"sept", 7, small}, {"huit", 8, small}, {"neuf", 9, small}, {"dix", 10, small},
    {"onze", 11, number}, {"douze", 12, number}, {"treize", 13, number}, {"quatorze", 14, number},
    {"quinze", 15, number}, {"seize", 16, number}, {"vingt", 20, number}, {"trente", 30, number},
    {"quarante", 40, number}, {"cinquante", 50, number}, {"soixante", 60, number}, {"quatre-vingt", 80, number},
    {"quatre-vingts", 80, number}, {"cent", 100, number}, {"cents", 100, number}, {"mille", 1000, number},
    {"million", 1e6, number}, {"millions", 1e6, number}, {"milliard", 1e9, number}, {"milliards", 1e9, number},
    {"douzaine", 12, number}, {"centaine", 100, number}, {"millier", 1000, number},
    {"deux tiers", 200.0 / 3, share}, {"trois quarts", 75, share}, {"la moitié", 50, share},
    {"moitié moins", 50, times}, {"moitié plus", 1.5, times},
    {"un tiers", 100.0 / 3, part_of}, {"le tiers", 100.0 / 3, part_of}, {"un quart", 25, part_of},
    {"le quart", 25, part_of}, {"un cinquième", 20, part_of}, {"un dixième", 10, part_of},
    {"le double", 2, times}, {"du double", 2, times}, {"au double", 2, times}, {"doublé", 2, times},
    {"doublée", 2, times}, {"doubler", 2, times}, {"doublera", 2, times}, {"le triple", 3, times},
    {"triplé", 3, times}, {"tripler", 3, times},
    {"deux fois", 2, times_of}, {"trois fois", 3, times_of}, {"quatre fois", 4, times_of}, {"cinq fois", 5, times_of},
    {"dix fois", 10, times_of},
};
constexpr Words kFrenchPart[] = {"des", "du", "de la", "de l", "de leurs", "de nos", "de ces", "de ses", "de plus",
                                 "de moins", "d'entre", "d’entre"};
constexpr Words kFrenchTimes[] = {"plus", "moins", "mieux", "le", "la", "l", "son", "leur", "supérieur", "supérieure"};
constexpr Words kFrenchBetween[] = {" sur "};
constexpr Words kFrenchPer[] = {"pour", "par"};
// clang-format on

constexpr NumberSpeech kSpeechOfEnglish{kEnglish,       kEnglishPart,    kEnglishTimes,
                                        kEnglishPeriod, kEnglishBetween, kEnglishPer};
constexpr NumberSpeech kSpeechOfGerman{kGerman, {}, {}, kGermanPeriod, kGermanBetween, kGermanPer};
constexpr NumberSpeech kSpeechOfFrench{kFrench, kFrenchPart, kFrenchTimes, {}, kFrenchBetween, kFrenchPer};

}  // namespace

const NumberSpeech& number_speech(std::string_view language) {
    const auto tongue = language.substr(0, 2);
    return tongue == "de" ? kSpeechOfGerman : tongue == "fr" ? kSpeechOfFrench : kSpeechOfEnglish;
}

}  // namespace precis::bind
