#include "harbour.h"

namespace precis::test {

std::string harbour_model(const std::string& tables, const std::string& sources, const std::string& metrics) {
    return "model: 1\n"
           "sources:\n"
           "  count: {title: Count of boats, publisher: The harbour, date: 2026-04}\n"
           "  other: {title: Another count, publisher: The town, date: 2026-04}\n"
           "  gauge: {title: Rain gauge, publisher: The harbour, date: 2026-04}\n" +
           sources + "facts: facts.csv\n" + (metrics.empty() ? "" : "metrics:\n" + metrics) +
           "tables:\n"
           "  days: {file: days.csv, source: gauge, time: day, columns: {day: date, mm: number}}\n" +
           tables;
}

const char* const kHarbourFacts =
    "id,subject,measure,value,unit,period,source,qualifier,status\n"
    "boats,Harbour,boats,60,boats,2026,count,,\n"
    "share,Harbour,share of sails,19,percent,2025,count,,\n"
    "crews,Harbour,crews,40,crews,2026,count,,\n"
    "guests,Harbour,guests,3400,guests,2026,count,,\n"
    "piers,Harbour,piers,7,piers,2026,count,,\n"
    "masts,Harbour,masts,12,masts,2026,count,,\n";

std::string plain(std::string text) {
    for (std::size_t at = 0; (at = text.find("\u00a0", at)) != std::string::npos;) text.replace(at, 2, " ");
    return text;
}

}  // namespace precis::test
