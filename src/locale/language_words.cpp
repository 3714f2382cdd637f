// The table of fixed words, sorted by key for the binary search. Every language has every word.
#include <algorithm>
#include <array>

#include "locale/language.h"

namespace precis::locale {
namespace {

struct Word {
    std::string_view key;
    std::array<std::string_view, 5> by_column;  // en, fr, de, hi, zh
};

// clang-format off
constexpr Word kWords[] = {
    {"a-day", {"a day", "par jour", "am Tag", "प्रति दिन", "每天"}},
    {"a-month", {"a month", "par mois", "im Monat", "प्रति माह", "每月"}},
    {"a-week", {"a week", "par semaine", "in der Woche", "प्रति सप्ताह", "每周"}},
    {"a-year", {"a year", "par an", "im Jahr", "प्रति वर्ष", "每年"}},
    {"about", {"about", "environ", "rund", "लगभग", "约"}},
    {"about-the-authors", {"About the authors",
        "À propos des auteurs",
        "Über die Autoren",
        "लेखकों के बारे में",
        "关于作者"}},
    {"actual", {"Actual", "Réel", "Ist", "वास्तविक", "实际"}},
    {"analysis", {"Analysis", "Analyse", "Analyse", "विश्लेषण", "分析"}},
    {"and", {"and", "et", "und", "और", "和"}},
    {"anticipated", {"Anticipated", "Attendu", "Erwartet", "अपेक्षित", "预计"}},
    {"appendix", {"Appendix", "Annexe", "Anhang", "परिशिष्ट", "附录"}},
    {"as-cited-in", {"as cited in", "cité dans", "zitiert nach", "जैसा उद्धृत है", "转引自"}},
    {"as-of", {"as of", "au", "Stand", "को", "截至"}},
    {"at-least", {"at least", "au moins", "mindestens", "कम से कम", "至少"}},
    {"at-most", {"at most", "au plus", "höchstens", "अधिक से अधिक", "至多"}},
    {"base", {"Base", "Base", "Basis", "आधार", "样本"}},
    {"between", {"between {low} and {high}",
        "entre {low} et {high}",
        "zwischen {low} und {high}",
        "{low} और {high} के बीच",
        "{low}至{high}之间"}},
    {"cagr", {"CAGR", "TCAC", "CAGR", "CAGR", "年均增长"}},
    {"change", {"Change", "Évolution", "Veränderung", "बदलाव", "变化"}},
    {"changes", {"Changes", "Modifications", "Änderungen", "परिवर्तन", "变更"}},
    {"contents", {"Contents", "Sommaire", "Inhalt", "विषय-सूची", "目录"}},
    {"continued", {"continued", "suite", "Fortsetzung", "जारी", "续"}},
    {"disclosure", {"Disclosure", "Mentions", "Offenlegung", "प्रकटीकरण", "披露声明"}},
    {"estimate", {"Estimate", "Estimation", "Schätzung", "अनुमान", "估计"}},
    {"exactly", {"exactly", "exactement", "genau", "ठीक", "正好"}},
    {"exhibit", {"Exhibit", "Illustration", "Darstellung", "प्रदर्श", "图表"}},
    {"exhibits", {"Exhibits", "Illustrations", "Darstellungen", "प्रदर्श", "图表"}},
    {"figure", {"Figure", "Figure", "Abbildung", "चित्र", "图"}},
    {"findings", {"Key findings", "Points clés", "Kernaussagen", "मुख्य निष्कर्ष", "主要发现"}},
    {"footnotes", {"Notes", "Notes", "Fußnoten", "पाद टिप्पणियाँ", "脚注"}},
    {"forecast", {"Forecast", "Prévision", "Prognose", "पूर्वानुमान", "预测"}},
    {"foreword", {"Foreword", "Avant-propos", "Vorwort", "प्रस्तावना", "前言"}},
    {"held", {"Held", "Tenu", "Stattgefunden", "आयोजित", "已举办"}},
    {"in", {"in", "en", "in", "में", "于"}},
    {"key-figures", {"Key figures", "Chiffres clés", "Kennzahlen", "मुख्य आँकड़े", "关键数字"}},
    {"key-findings", {"Key findings", "Points clés", "Kernaussagen", "मुख्य निष्कर्ष", "主要发现"}},
    {"less-than", {"less than", "moins de", "weniger als", "से कम", "不到"}},
    {"mean", {"Mean", "Moyenne", "Mittelwert", "औसत", "平均值"}},
    {"median", {"Median", "Médiane", "Median", "माध्यिका", "中位数"}},
    {"method", {"Method and base", "Méthode et base", "Methode und Basis", "पद्धति और आधार", "方法与样本"}},
    {"method-and-base", {"Method and base", "Méthode et base", "Methode und Basis", "पद्धति और आधार", "方法与样本"}},
    {"month", {"Month", "Mois", "Monat", "माह", "月"}},
    {"more", {"more", "de plus", "weitere", "और", "其他"}},
    {"more-than", {"more than", "plus de", "mehr als", "से अधिक", "超过"}},
    {"no", {"no", "non", "nein", "नहीं", "否"}},
    {"no-data", {"no data", "aucune donnée", "keine Daten", "कोई डेटा नहीं", "无数据"}},
    {"not-published", {"not published", "non publié", "nicht veröffentlicht", "अप्रकाशित", "未公布"}},
    {"note", {"Note", "Note", "Anmerkung", "टिप्पणी", "注"}},
    {"note-number", {"note", "note", "Anm.", "टिप्पणी", "注"}},
    {"or", {"or", "ou", "oder", "या", "或"}},
    {"others", {"Others", "Autres", "Übrige", "अन्य", "其他"}},
    {"own-analysis", {"own analysis", "calculs de la rédaction", "eigene Auswertung", "स्वयं का विश्लेषण", "自行分析"}},
    {"own-analysis-of", {"own analysis of {sources}",
        "calculs de la rédaction d’après {sources}",
        "eigene Auswertung von {sources}",
        "{sources} पर आधारित स्वयं का विश्लेषण",
        "根据{sources}自行分析"}},
    {"own-count", {"own count", "comptage de la rédaction", "eigene Zählung", "स्वयं की गणना", "自行统计"}},
    {"page", {"page", "page", "Seite", "पृष्ठ", "第{page}页"}},
    {"page-of", {"{page} of {pages}",
        "{page} sur {pages}",
        "{page} von {pages}",
        "{pages} में से {page}",
        "第{page}页，共{pages}页"}},
    {"partial", {"Partial", "Partiel", "Teilweise", "आंशिक", "部分"}},
    {"per", {"per", "par", "je", "प्रति", "每"}},
    {"percent", {"percent", "pour cent", "Prozent", "प्रतिशत", "百分比"}},
    {"plan", {"Planned", "Prévu", "Geplant", "नियोजित", "计划"}},
    {"planned", {"Planned", "Prévu", "Geplant", "नियोजित", "计划"}},
    {"previous", {"Previous", "Précédent", "Vorperiode", "पिछला", "上期"}},
    {"quarter", {"Quarter", "Trimestre", "Quartal", "तिमाही", "季度"}},
    {"recommendations", {"What to do", "Que faire", "Was zu tun ist", "क्या करें", "建议"}},
    {"related", {"Related briefings", "Autres notes", "Verwandte Berichte", "संबंधित रिपोर्ट", "相关简报"}},
    {"respondents", {"respondents", "répondants", "Befragte", "उत्तरदाता", "受访者"}},
    {"rounding", {"Parts may not add up to totals because of rounding.",
        "En raison des arrondis, la somme des parties peut différer du total.",
        "Durch Rundung kann die Summe der Teile vom Ganzen abweichen.",
        "पूर्णांकन के कारण भागों का योग कुल से भिन्न हो सकता है।",
        "因四舍五入，各分项之和可能与总计不符。"}},
    {"section", {"section", "section", "Abschnitt", "खंड", "章节"}},
    {"sections", {"Analysis", "Analyse", "Analyse", "विश्लेषण", "分析"}},
    {"so", {"so", "soit", "also", "अतः", "即"}},
    {"so-what", {"So what", "Et alors", "Was folgt daraus", "निहितार्थ", "意义"}},
    {"source", {"Source", "Source", "Quelle", "स्रोत", "来源"}},
    {"sources", {"Sources", "Sources", "Quellen", "स्रोत", "来源"}},
    {"sources-lead", {"In order of appearance. Below each, the facts that rest on it.",
        "Par ordre d’apparition. Sous chacune, les faits qui s’appuient sur elle.",
        "In der Reihenfolge des Erscheinens. Darunter die Angaben, die darauf beruhen.",
        "उल्लेख के क्रम में। प्रत्येक के नीचे उस पर आधारित तथ्य।",
        "按出现顺序排列，其下为所依据的数据。"}},
    {"subtotal", {"Subtotal", "Sous-total", "Zwischensumme", "उप-योग", "小计"}},
    {"summary", {"Summary", "Résumé", "Zusammenfassung", "सारांश", "摘要"}},
    {"table", {"Table", "Tableau", "Tabelle", "तालिका", "表"}},
    {"target", {"Target", "Objectif", "Ziel", "लक्ष्य", "目标"}},
    {"the-test", {"The test", "Le test", "Die Probe", "कसौटी", "检验"}},
    {"thinned", {"thinned", "éclairci", "ausgedünnt", "विरल", "抽稀"}},
    {"to", {"to", "à", "bis", "से", "至"}},
    {"to-cite", {"To cite", "Pour citer", "Zitierweise", "उद्धरण", "引用"}},
    {"total", {"Total", "Total", "Summe", "कुल", "合计"}},
    {"undated", {"undated", "sans date", "ohne Datum", "तिथि रहित", "无日期"}},
    {"watch", {"What to watch", "À suivre", "Worauf zu achten ist", "किस पर नज़र रखें", "值得关注"}},
    {"what", {"What", "Quoi", "Was", "क्या", "内容"}},
    {"what-to-do", {"What to do", "Que faire", "Was zu tun ist", "क्या करें", "建议"}},
    {"what-to-watch", {"What to watch", "À suivre", "Worauf zu achten ist", "किस पर नज़र रखें", "值得关注"}},
    {"when", {"When", "Quand", "Wann", "कब", "时间"}},
    {"year", {"Year", "Année", "Jahr", "वर्ष", "年"}},
    {"yes", {"yes", "oui", "ja", "हाँ", "是"}},
};
// clang-format on

}  // namespace

std::string_view fixed_word(std::string_view key, int column) {
    const auto word = std::lower_bound(std::begin(kWords), std::end(kWords), key,
                                       [](const Word& row, std::string_view wanted) { return row.key < wanted; });
    if (word == std::end(kWords) || word->key != key) return {};
    return word->by_column[static_cast<std::size_t>(column)];
}

}  // namespace precis::locale
