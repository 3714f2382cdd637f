// Small workbooks, part by part, as other programs may write them.
#pragma once
#include <string>
#include <vector>

#include "zip/archive.h"

namespace precis::data::testing {

struct Part {
    std::string path, text;
};

inline std::string zipped(const std::vector<Part>& parts) {
    std::vector<zip::Entry> entries;
    entries.reserve(parts.size());
    for (const auto& part : parts) entries.push_back({part.path, &part.text});
    return zip::written(entries);
}

using CellRow = std::vector<std::string>;

/// The XML of rows, from row `first`. A cell is a text; `n:0.5` a number, `n2:0.5` one with the second format; `x:…`
/// the attributes and children of `<c r="B3"` as they stand; empty: no cell.
inline std::string rows_xml(const std::vector<CellRow>& rows, std::size_t first = 1) {
    std::string xml;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = std::to_string(first + i);
        xml += "<row r=\"" + row + "\">";
        for (std::size_t c = 0; c < rows[i].size(); ++c) {
            const auto& cell = rows[i][c];
            const auto begin = "<c r=\"" + std::string(1, static_cast<char>('A' + c)) + row + "\"";
            const auto colon = cell.find(':');
            if (cell.empty()) continue;
            if (cell.starts_with("x:")) {
                xml += begin + cell.substr(2) + "</c>";
            } else if (cell.front() == 'n' && colon != std::string::npos && colon <= 2) {
                xml += begin + (colon == 2 ? " s=\"" + cell.substr(1, 1) + "\"" : "") + "><v>" +
                       cell.substr(colon + 1) + "</v></c>";
            } else {
                xml += begin + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + cell + "</t></is></c>";
            }
        }
        xml += "</row>";
    }
    return xml;
}

struct XlsxSheetXml {
    std::string name, rows;  // the content of sheetData
    std::string before;      // elements before sheetData: cols
    std::string after;       // elements behind it: mergeCells
    std::string table;       // the XML of a table (ListObject) of the sheet; empty: none
};

struct Xlsx {
    std::vector<XlsxSheetXml> sheets;
    std::vector<std::string> formats;  // number formats, from style 1
    std::string names, properties;     // definedName elements; attributes of workbookPr
    std::vector<std::string> shared;   // the content of each si
};

inline std::string xlsx(const Xlsx& book) {
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string links = "http://schemas.openxmlformats.org/package/2006/relationships";
    const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    std::vector<Part> parts;
    std::string sheets, relations;
    for (std::size_t i = 0; i < book.sheets.size(); ++i) {
        const auto& sheet = book.sheets[i];
        const auto n = std::to_string(i + 1);
        sheets += "<sheet name=\"" + sheet.name + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>";
        relations += "<Relationship Id=\"rId" + n + "\" Type=\"" + types + "/worksheet\" Target=\"worksheets/sheet" +
                     n + ".xml\"/>";
        parts.push_back({"xl/worksheets/sheet" + n + ".xml", "<worksheet xmlns=\"" + main + "\">" + sheet.before +
                                                                 "<sheetData>" + sheet.rows + "</sheetData>" +
                                                                 sheet.after + "</worksheet>"});
        if (sheet.table.empty()) continue;
        parts.push_back({"xl/worksheets/_rels/sheet" + n + ".xml.rels",
                         "<Relationships xmlns=\"" + links + "\"><Relationship Id=\"rId1\" Type=\"" + types +
                             "/table\" Target=\"../tables/table" + n + ".xml\"/></Relationships>"});
        parts.push_back({"xl/tables/table" + n + ".xml", sheet.table});
    }
    relations += "<Relationship Id=\"rIdS\" Type=\"" + types + "/styles\" Target=\"styles.xml\"/>" +
                 "<Relationship Id=\"rIdT\" Type=\"" + types + "/sharedStrings\" Target=\"/xl/strings.xml\"/>";
    std::string formats, cells = "<xf numFmtId=\"0\"/>", strings;
    for (std::size_t i = 0; i < book.formats.size(); ++i) {
        const auto id = std::to_string(164 + i);
        formats += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + book.formats[i] + "\"/>";
        cells += "<xf numFmtId=\"" + id + "\"/>";
    }
    for (const auto& text : book.shared) strings += "<si>" + text + "</si>";
    parts.push_back({"xl/styles.xml", "<styleSheet xmlns=\"" + main + "\"><numFmts>" + formats + "</numFmts><cellXfs>" +
                                          cells + "</cellXfs></styleSheet>"});
    parts.push_back({"xl/strings.xml", "<sst xmlns=\"" + main + "\">" + strings + "</sst>"});
    parts.push_back(
        {"xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + links + "\">" + relations + "</Relationships>"});
    parts.push_back({"xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + types + "\"><workbookPr " +
                                            book.properties + "/>\n <sheets>\n  " + sheets +
                                            "\n </sheets>\n <definedNames>\n  " + book.names +
                                            "\n </definedNames>\n</workbook>"});
    return zipped(parts);
}

/// A workbook of one sheet.
inline std::string xlsx_of(const std::vector<CellRow>& rows, std::vector<std::string> formats = {},
                           const std::string& after = {}) {
    return xlsx({{{"Data", rows_xml(rows), {}, after, {}}}, std::move(formats), {}, {}, {}});
}

/// An OpenDocument spreadsheet: the XML of its tables, of its automatic styles, and of what follows the tables.
inline std::string ods(const std::string& tables, const std::string& styles = {}, const std::string& after = {}) {
    const std::string ns = "urn:oasis:names:tc:opendocument:xmlns:";
    return zipped(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
         {"content.xml", "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"" + ns +
                             "office:1.0\" xmlns:table=\"" + ns + "table:1.0\" xmlns:text=\"" + ns +
                             "text:1.0\" xmlns:style=\"" + ns + "style:1.0\" xmlns:number=\"" + ns +
                             "datastyle:1.0\" xmlns:calcext=\"urn:calcext\">" + "<office:automatic-styles>" + styles +
                             "</office:automatic-styles><office:body>" + "<office:spreadsheet>" + tables + after +
                             "</office:spreadsheet></office:body></office:document-content>"}});
}

}  // namespace precis::data::testing
