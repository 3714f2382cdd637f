// Lists of words, compared whole: "5 m" is a measure, "5 more" is none.
#include "bind/text/units.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace precis::bind {
namespace {

// Signs and symbols, then words: large numbers, percent, time, pages, money.
constexpr auto kUnits = std::to_array<std::string_view>({"%",
                                                         "‰",
                                                         "°C",
                                                         "°F",
                                                         "pp",
                                                         "pts",
                                                         "bn",
                                                         "mm",
                                                         "cm",
                                                         "m",
                                                         "km",
                                                         "µm",
                                                         "nm",
                                                         "m²",
                                                         "m³",
                                                         "km²",
                                                         "ha",
                                                         "mg",
                                                         "g",
                                                         "kg",
                                                         "t",
                                                         "kt",
                                                         "Mt",
                                                         "Gt",
                                                         "ml",
                                                         "l",
                                                         "hl",
                                                         "W",
                                                         "kW",
                                                         "MW",
                                                         "GW",
                                                         "TW",
                                                         "Wh",
                                                         "kWh",
                                                         "MWh",
                                                         "GWh",
                                                         "TWh",
                                                         "V",
                                                         "kV",
                                                         "Hz",
                                                         "kHz",
                                                         "MHz",
                                                         "GHz",
                                                         "B",
                                                         "kB",
                                                         "KB",
                                                         "MB",
                                                         "GB",
                                                         "TB",
                                                         "PB",
                                                         "bit",
                                                         "ms",
                                                         "s",
                                                         "min",
                                                         "h",
                                                         "dpi",
                                                         "px",
                                                         "pt",
                                                         "€",
                                                         "$",
                                                         "£",
                                                         "¥",
                                                         "EUR",
                                                         "USD",
                                                         "GBP",
                                                         "CHF",
                                                         "JPY",
                                                         "million",
                                                         "millions",
                                                         "billion",
                                                         "billions",
                                                         "trillion",
                                                         "trillions",
                                                         "thousand",
                                                         "hundred",
                                                         "percent",
                                                         "per cent",
                                                         "percentage",
                                                         "points",
                                                         "point",
                                                         "page",
                                                         "pages",
                                                         "year",
                                                         "years",
                                                         "month",
                                                         "months",
                                                         "week",
                                                         "weeks",
                                                         "day",
                                                         "days",
                                                         "hour",
                                                         "hours",
                                                         "minute",
                                                         "minutes",
                                                         "second",
                                                         "seconds",
                                                         "euros",
                                                         "dollars",
                                                         "pounds",
                                                         "Prozent",
                                                         "Prozentpunkte",
                                                         "Tsd",
                                                         "Tausend",
                                                         "Mio",
                                                         "Million",
                                                         "Millionen",
                                                         "Mrd",
                                                         "Milliarde",
                                                         "Milliarden",
                                                         "Billionen",
                                                         "Seite",
                                                         "Seiten",
                                                         "Jahr",
                                                         "Jahre",
                                                         "Jahren",
                                                         "Monat",
                                                         "Monate",
                                                         "Monaten",
                                                         "Woche",
                                                         "Wochen",
                                                         "Tag",
                                                         "Tage",
                                                         "Tagen",
                                                         "Stunde",
                                                         "Stunden",
                                                         "Minuten",
                                                         "Sekunden",
                                                         "Euro",
                                                         "Dollar",
                                                         "pour cent",
                                                         "mille",
                                                         "milliard",
                                                         "milliards",
                                                         "ans",
                                                         "an",
                                                         "mois",
                                                         "semaine",
                                                         "semaines",
                                                         "jour",
                                                         "jours",
                                                         "heure",
                                                         "heures",
                                                         "secondes",
                                                         "pour mille"});

constexpr auto kNames = std::to_array<std::string_view>(
    {"Exhibit", "Exhibits", "Figure",    "Figures", "Table", "Tables", "Chart",     "Section",
     "Chapter", "Appendix", "Page",      "page",    "Pages", "pages",  "p.",        "pp.",
     "No.",     "Nos.",     "no.",       "Fig.",    "Tab.",  "Vol.",   "Abbildung", "Abb.",
     "Tabelle", "Kapitel",  "Abschnitt", "Anhang",  "Seite", "Seiten", "S.",        "Nr.",
     "Bd.",     "Tableau",  "Chapitre",  "Annexe",  "n°",    "№",      "§",         "€",
     "$",       "£",        "¥",         "EUR",     "USD",   "GBP",    "CHF",       "JPY"});

bool goes_on(char c) {
    return base::is_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

bool begins_with_unit(std::string_view rest) {
    return std::any_of(kUnits.begin(), kUnits.end(), [&](std::string_view unit) {
        if (!rest.starts_with(unit)) return false;
        return rest.size() == unit.size() || !goes_on(rest[unit.size()]) || !goes_on(unit.back());
    });
}

bool ends_with_name_of_number(std::string_view text) {
    return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) {
        if (!text.ends_with(name)) return false;
        return text.size() == name.size() || !goes_on(text[text.size() - name.size() - 1]);
    });
}

}  // namespace precis::bind
