// Each rule with its clause and its demand, in our words.
// Source: Matterhorn Protocol 1.1; ISO 14289-1:2014; ISO 19005-3:2012; ISO 32000-1:2008.
#include "audit/rules.h"

#include <array>

namespace precis::audit {
namespace {

struct Entry {
    Rule rule;
    std::string_view clause, demand;
};

using enum Rule;
// clang-format off
constexpr std::array<Entry, kRuleCount> kEntries = {{
    {unreadable, "PDF 7.5", "the file is a PDF without damage"},
    {header, "A 6.1.2, UA 6.1", "the first bytes are %PDF-1.n, n from 0 to 7, and the line's end"},
    {header_comment, "A 6.1.2", "the second line is a comment that begins with four bytes above 127"},
    {file_id, "A 6.1.3", "the trailer has an ID of two strings"},
    {encrypted, "A 6.1.3", "the file is not encrypted"},
    {encryption_permissions, "MH 26-001, UA 7.16", "an encryption dictionary has the permissions P"},
    {encryption_bars_access, "MH 26-002, UA 7.16", "encryption leaves the text to screen readers"},
    {data_after_end, "A 6.1.3", "nothing but a line's end follows the last %%EOF"},
    {xref_table, "A 6.1.4", "the cross-reference table has entries of 20 bytes and no blank lines"},
    {object_spacing, "A 6.1.9", "objects begin and end on lines of their own, their numbers one space apart"},
    {hex_string, "A 6.1.6", "hexadecimal strings hold an even number of hexadecimal digits"},
    {stream_length, "A 6.1.7.1", "a stream's Length is the number of its bytes"},
    {stream_spacing, "A 6.1.7.1", "`stream` ends its line with LF or CR LF, and `endstream` begins a line"},
    {external_stream, "A 6.1.7.1", "a stream's bytes are in the file: no F, FFilter or FDecodeParms"},
    {filter, "A 6.1.7.2, A 6.1.10", "streams use the filters of ISO 32000-1 but LZW and encryption"},
    {name_not_utf8, "A 6.1.8", "names are UTF-8"},
    {name_length, "A 6.1.13", "names have at most 127 bytes"},
    {string_length, "A 6.1.13", "strings have at most 32767 bytes"},
    {integer_range, "A 6.1.13", "integers fit into 32 bits"},
    {real_range, "A 6.1.13", "reals are zero or between 1.175e-38 and 3.403e+38 in size"},
    {page_size, "A 6.1.13", "a page's boxes are 3 to 14400 units wide and high"},
    {rendering_intent, "A 6.2.6", "a rendering intent is one of the four"},
    {permissions, "A 6.1.12", "a permissions dictionary has no entries but UR3 and DocMDP"},
    {requirements, "A 6.11", "the catalog has no Requirements"},
    {alternate_presentations, "A 6.10", "the name dictionary has no AlternatePresentations"},
    {presentation_steps, "A 6.10", "pages have no PresSteps"},
    {mark_info, "A 6.7.2.2, UA 6.2", "MarkInfo has Marked true"},
    {suspects, "MH 01-007, UA 7.1", "MarkInfo does not have Suspects true"},
    {display_title_missing, "MH 07-001, UA 7.1", "the viewer preferences have DisplayDocTitle"},
    {display_title_off, "MH 07-002, UA 7.1", "DisplayDocTitle is true"},
    {additional_actions, "A 6.5.2", "neither the catalog nor a page has additional actions"},
    {action, "A 6.5.1", "actions only lead somewhere: GoTo, GoToR, GoToE, Thread, URI, Named, SubmitForm"},
    {named_action, "A 6.5.1", "a named action turns to the next, previous, first or last page"},
    {destination, "PDF 12.3.2", "a destination is a page of the file or a name that leads to one"},
    {outline, "PDF 12.3.3", "an outline entry has a title, and its neighbours and parent name it"},
    {xmp_missing, "MH 06-001, A 6.6.2.1, UA 7.1", "the catalog has XMP metadata"},
    {xmp_malformed, "A 6.6.2.1", "the XMP is well-formed RDF in UTF-8"},
    {xmp_packet, "A 6.6.2.1", "the XMP packet's header has neither bytes nor encoding"},
    {xmp_title, "MH 06-003, UA 7.1", "the XMP has dc:title, and it is not empty"},
    {xmp_pdfua, "MH 06-002, UA 5", "the XMP states PDF/UA part 1"},
    {xmp_pdfua_prefix, "UA 5", "the PDF/UA identification has the prefix pdfuaid"},
    {xmp_pdfa, "A 6.6.4", "the XMP has a PDF/A identification"},
    {xmp_pdfa_part, "A 6.6.4", "pdfaid:part is 3"},
    {xmp_pdfa_level, "A 6.6.4", "pdfaid:conformance is A"},
    {xmp_pdfa_prefix, "A 6.6.4", "the PDF/A identification has the prefix pdfaid"},
    {xmp_property_unknown, "A 6.6.2.3.1", "an XMP property is of a known schema or of one that the file describes"},
    {xmp_value_type, "A 6.6.2.3.1", "an XMP property's value has its property's type"},
    {xmp_extension, "A 6.6.2.3.3", "an extension schema has its fields, each of its type and prefix"},
    {info_differs, "PDF 14.3.3", "the information dictionary and the XMP agree"},
    {language_tag, "A 6.7.4, UA 7.2", "a Lang is a language tag"},
    {language_text, "MH 11-001, UA 7.2", "text has a language"},
    {language_alternative, "MH 11-002, UA 7.2", "alternative and replacement text and expansions have a language"},
    {language_outline, "MH 11-003, UA 7.2", "outline entries have a language"},
    {language_annotation, "MH 11-004, UA 7.2", "descriptions of annotations have a language"},
    {language_field, "MH 11-005, UA 7.2", "names of form fields have a language"},
    {language_metadata, "MH 11-006, UA 7.2", "metadata have a language"},
    {output_intents_differ, "A 6.2.3", "all output intents have one and the same profile"},
    {output_profile, "A 6.2.3", "the output profile is an ICC profile below version 5 for a monitor or printer"},
    {output_profile_reference, "A 6.2.3", "no output intent refers to a profile outside the file"},
    {device_colour, "A 6.2.4.3", "device colours are those of the output intent's profile"},
    {icc_profile, "A 6.2.4.2", "an ICC colour space has a profile below version 5 with as many components as N says"},
    {colorant_count, "A 6.1.13", "a DeviceN colour space has at most 32 colorants"},
    {colorants_undefined, "A 6.2.4.4", "each spot colorant of a DeviceN colour space is defined in its Colorants"},
    {operator_unknown, "A 6.2.2", "contents use the operators of ISO 32000-1 alone"},
    {resource_missing, "A 6.2.2", "contents name resources of their own dictionary"},
    {state_depth, "A 6.1.13", "q is nested at most 28 deep"},
    {state_unbalanced, "PDF 8.4.2, PDF 9.4.1", "each q has its Q and each BT its ET"},
    {transfer_function, "A 6.2.5", "graphics states have no transfer function"},
    {halftone, "A 6.2.5", "halftones are of type 1 or 5, without a name, and no origin is set"},
    {blend_mode, "A 6.2.10", "blend modes are those of ISO 32000-1"},
    {transparency_space, "A 6.2.10", "a page with transparency has an output intent or a group with a colour space"},
    {image_alternates, "A 6.2.8", "images have no alternates"},
    {opi, "A 6.2.8, A 6.2.9", "images and forms have no OPI"},
    {image_interpolated, "A 6.2.8", "images are not interpolated"},
    {image_bits, "A 6.2.8", "images have 1, 2, 4, 8 or 16 bits a component"},
    {mask_bits, "A 6.2.8", "image masks have 1 bit a component"},
    {postscript_xobject, "A 6.2.9", "there is no PostScript"},
    {reference_xobject, "MH 30-001, A 6.2.9, UA 7.20", "no form refers to another file"},
    {shared_form_marks, "MH 30-002, UA 7.20", "a form with marked content of the structure is drawn once"},
    {font_dictionary, "A 6.2.11.2", "a font dictionary has its type, a known subtype and a name"},
    {font_widths, "A 6.2.11.2", "a simple font has FirstChar, LastChar and a width for each between"},
    {font_file_type, "A 6.2.11.2", "a font program in FontFile3 is Type1C, CIDFontType0C or OpenType"},
    {font_program, "A 6.2.11.4.1", "an embedded font program can be read"},
    {font_not_embedded, "MH 31-009, A 6.2.11.4.1, UA 7.21.4.1", "fonts that are shown are embedded"},
    {cmap_registry, "MH 31-001, A 6.2.11.3.1", "font and CMap have one Registry"},
    {cmap_ordering, "MH 31-002, A 6.2.11.3.1", "font and CMap have one Ordering"},
    {cmap_supplement, "MH 31-003, A 6.2.11.3.1", "the font's Supplement is not below the CMap's"},
    {cid_map_missing, "MH 31-005, A 6.2.11.3.2", "an embedded CIDFontType2 has a CIDToGIDMap"},
    {cid_map, "MH 31-004, A 6.2.11.3.2", "a CIDToGIDMap is a stream or Identity"},
    {cmap_not_embedded, "MH 31-006, A 6.2.11.3.3", "a CMap is predefined or embedded"},
    {cmap_writing_mode, "MH 31-007, A 6.2.11.3.3", "a CMap's dictionary and its stream have one writing mode"},
    {cmap_reference, "MH 31-008, A 6.2.11.3.3", "a CMap refers to predefined ones only"},
    {cid_range, "A 6.1.13", "CIDs end at 65535"},
    {glyph_missing, "MH 31-011, A 6.2.11.4.1", "the font program has each glyph that is shown"},
    {charset_incomplete, "MH 31-012, A 6.2.11.4.2", "CharSet lists each glyph of the font program"},
    {charset_excess, "MH 31-013, A 6.2.11.4.2", "CharSet lists only glyphs of the font program"},
    {cidset_incomplete, "MH 31-014, A 6.2.11.4.2", "CIDSet lists each glyph of the font program"},
    {cidset_excess, "MH 31-015, A 6.2.11.4.2", "CIDSet lists only glyphs of the font program"},
    {width_differs, "MH 31-016, A 6.2.11.5", "widths in the font's dictionary and program differ by 1/1000 at most"},
    {truetype_no_cmap, "MH 31-017, A 6.2.11.6", "a non-symbolic TrueType program has a cmap that is not symbolic"},
    {truetype_not_in_cmap, "MH 31-018, UA 7.21.6", "a non-symbolic cmap has each character that is shown"},
    {truetype_encoding_missing, "MH 31-019, A 6.2.11.6", "a non-symbolic TrueType font has an Encoding"},
    {truetype_base_missing, "MH 31-020, A 6.2.11.6", "its Encoding dictionary has a BaseEncoding"},
    {truetype_encoding, "MH 31-021, A 6.2.11.6", "its encoding is MacRomanEncoding or WinAnsiEncoding"},
    {differences_name, "MH 31-022, A 6.2.11.6", "its Differences are names of the Adobe Glyph List"},
    {differences_no_unicode_cmap, "MH 31-023, A 6.2.11.6", "with Differences, the program has a (3,1) cmap"},
    {symbolic_encoding, "MH 31-024, A 6.2.11.6", "a symbolic TrueType font has no Encoding"},
    {symbolic_no_cmap, "MH 31-025, A 6.2.11.6", "a symbolic TrueType program has a cmap"},
    {symbolic_cmaps, "MH 31-026, A 6.2.11.6", "where it has several, one of them is (3,0)"},
    {to_unicode_missing, "MH 31-027, UA 7.21.7", "a font gives its characters in Unicode"},
    {to_unicode_zero, "MH 31-028, A 6.2.11.7.2", "ToUnicode gives no U+0000"},
    {to_unicode_mark, "MH 31-029, A 6.2.11.7.2", "ToUnicode gives neither U+FEFF nor U+FFFE"},
    {character_unmapped, "MH 10-001, A 6.2.11.7.2", "each character that is shown has a Unicode value"},
    {formula_unmapped, "MH 17-003, UA 7.7", "each character of a formula has a Unicode value"},
    {private_use, "A 6.2.11.7.3", "characters of the private use areas have an ActualText"},
    {notdef, "MH 31-030, A 6.2.11.8", "the glyph .notdef is not shown"},
    {marks_unbalanced, "PDF 14.6.1", "each BMC and BDC has its EMC, within one text object or outside of any"},
    {artifact_in_tagged, "MH 01-003, UA 7.1", "no artifact is inside tagged content"},
    {tagged_in_artifact, "MH 01-004, UA 7.1", "no tagged content is inside an artifact"},
    {content_unmarked, "MH 01-005, UA 7.1", "everything drawn is tagged or an artifact"},
    {mcid_repeated, "PDF 14.7.4.2", "an MCID occurs once in its content stream"},
    {mcid_unclaimed, "MH 01-005, UA 7.1", "each MCID belongs to a structure element"},
    {mcid_absent, "PDF 14.7.4.2", "an element's MCIDs occur in the contents of its page"},
    {mcid_claimed_twice, "PDF 14.7.4.2", "an MCID belongs to one element"},
    {parent_tree, "PDF 14.7.4.4", "the parent tree names the element of each MCID"},
    {struct_parents, "PDF 14.7.4.4", "a page with MCIDs has a StructParents of its own"},
    {annotation_parent, "PDF 14.7.4.4", "an annotation's StructParent leads to the element that has it"},
    {structure_missing, "A 6.7.3.3, UA 7.1", "the catalog has a structure tree"},
    {role_unmapped, "MH 02-001, A 6.7.3.4", "a role that is not standard is mapped to one that is"},
    {role_circular, "MH 02-003, A 6.7.3.4", "the role map has no cycle"},
    {role_standard_remapped, "MH 02-004, A 6.7.3.4", "standard roles are not mapped to others"},
    {element_parent, "PDF 14.7.2, UA 7.1", "an element names its parent"},
    {element_kid, "PDF 14.7.2", "an element's kid is an element, marked content of a page or an object"},
    {element_empty, "PDF 14.7.2", "an element holds something, cells aside"},
    {id_tree, "PDF 14.7.2", "the ID tree leads to each element with an ID"},
    {id_repeated, "PDF 14.7.2", "an element's ID is its own"},
    {table_syntax, "MH 09-004, UA 7.2", "tables, their sections, rows and cells are nested as ISO 32000-1 says"},
    {table_grid, "UA 7.2", "a table's cells cover its grid, each place once"},
    {header_scope, "MH 15-003, UA 7.5", "a header cell has a Scope unless cells name their headers"},
    {cell_without_header, "UA 7.5", "each data cell has a header cell"},
    {list_syntax, "MH 09-005, UA 7.2", "lists, items, labels and bodies are nested as ISO 32000-1 says"},
    {list_numbering, "PDF 14.8.5.5, UA 7.6", "a list with labels has a ListNumbering"},
    {contents_syntax, "MH 09-006, UA 7.2", "a table of contents and its entries are nested as ISO 32000-1 says"},
    {ruby_syntax, "MH 09-007, UA 7.2", "ruby and its parts are nested as ISO 32000-1 says"},
    {warichu_syntax, "MH 09-008, UA 7.2", "warichu and its parts are nested as ISO 32000-1 says"},
    {figure_alternative, "MH 13-004, UA 7.3, A 6.7.5", "a figure has alternative or replacement text"},
    {figure_box, "PDF 14.8.5.4.3", "a figure has a bounding box on its page"},
    {formula_alternative, "MH 17-002, UA 7.7", "a formula has alternative text"},
    {heading_first, "MH 14-002, UA 7.4.2", "the first heading is of level 1"},
    {heading_skipped, "MH 14-003, UA 7.4.2", "headings skip no level on the way down"},
    {heading_several, "MH 14-006, UA 7.4.4", "an element holds one H at most"},
    {heading_mixed, "MH 14-007, UA 7.4.4", "headings are all H, or all H1 to H6"},
    {note_id, "MH 19-003, UA 7.9", "a note has an ID"},
    {note_id_repeated, "MH 19-004, UA 7.9", "a note's ID is its own"},
    {annotation_type, "A 6.3.1", "annotations are of the types that ISO 19005-3 allows"},
    {annotation_type_unknown, "MH 28-006, UA 7.18.2", "annotations are of the types of ISO 32000-1"},
    {annotation_trapnet, "MH 28-007, UA 7.18.2", "there are no trap networks"},
    {annotation_element, "MH 28-002, UA 7.18.1", "an annotation belongs to an Annot element"},
    {annotation_description, "MH 28-004, UA 7.18.1", "an annotation has Contents, or its element alternative text"},
    {annotation_flags_missing, "A 6.3.2", "an annotation has flags"},
    {annotation_flags, "A 6.3.2", "an annotation is printed and never hidden"},
    {appearance_missing, "A 6.3.3", "an annotation that shows has an appearance"},
    {appearance, "A 6.3.3", "an appearance is the normal one alone, a stream, or states of a button"},
    {tab_order_missing, "MH 28-008, UA 7.18.3", "a page with annotations has Tabs"},
    {tab_order, "MH 28-009, UA 7.18.3", "Tabs is S"},
    {link_element, "MH 28-011, UA 7.18.5", "a link belongs to a Link element"},
    {link_description, "MH 28-012, UA 7.18.5", "a link has Contents that tell where it leads"},
    {widget_element, "MH 28-010, UA 7.18.4", "a form field belongs to a Form element"},
    {widget_action, "A 6.4.1", "a form field has no actions"},
    {field_description, "MH 28-005, UA 7.18.1", "a form field has a name for people, or its element alternative text"},
    {field_actions, "A 6.4.1", "a field has no additional actions"},
    {need_appearances, "A 6.4.1", "the form does not ask for appearances to be made"},
    {xfa, "A 6.4.2", "there is no XFA form"},
    {dynamic_xfa, "MH 25-001, UA 7.15", "no XFA form asks for dynamic rendering"},
    {needs_rendering, "A 6.4.2", "the catalog does not ask for rendering"},
    {media_type, "MH 28-014, UA 7.18.6.2", "a media clip has a type"},
    {media_alternative, "MH 28-015, UA 7.18.6.2", "a media clip has alternative text"},
    {file_annotation, "MH 28-016, UA 7.18.7", "a file annotation's file has its names"},
    {printer_mark_tagged, "MH 28-017, UA 7.18.8", "printer's marks are not in the structure"},
    {printer_mark_appearance, "MH 28-018, UA 7.18.8", "the appearance of a printer's mark is an artifact"},
    {file_names, "MH 21-001, A 6.8, UA 7.11", "an embedded file has F and UF"},
    {file_mime, "A 6.8", "an embedded file has a MIME type"},
    {file_relationship, "A 6.8", "an embedded file has an AFRelationship"},
    {file_unassociated, "A 6.8", "an embedded file is associated with the document or a part of it"},
    {file_description, "A 6.8", "an embedded file has a description"},
    {layer_name, "MH 20-001, A 6.9, UA 7.10", "each optional-content configuration has a name"},
    {layer_default_name, "MH 20-002, A 6.9, UA 7.10", "the default optional-content configuration has a name"},
    {layer_name_repeated, "A 6.9", "names of optional-content configurations differ"},
    {layer_order, "A 6.9", "an order of layers, where there is one, has all of them"},
    {layer_automatic, "MH 20-003, A 6.9, UA 7.10", "no optional-content configuration has AS"},
}};
// clang-format on

constexpr std::array kWords = {
#define PRECIS_RULE(name) std::string_view(#name),
    PRECIS_AUDIT_RULES(PRECIS_RULE)
#undef PRECIS_RULE
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < kRuleCount; ++i)
        if (static_cast<std::size_t>(kEntries[i].rule) != i || kEntries[i].demand.empty()) return false;
    return true;
}
static_assert(in_order(), "an entry for each rule, in the order of the enum");

}  // namespace

std::string_view to_string(Rule rule) {
    return kWords[static_cast<std::size_t>(rule)];
}
std::optional<Rule> parse_rule(std::string_view word) {
    for (std::size_t i = 0; i < kRuleCount; ++i)
        if (kWords[i] == word) return static_cast<Rule>(i);
    return std::nullopt;
}
std::string_view clause(Rule rule) {
    return kEntries[static_cast<std::size_t>(rule)].clause;
}
std::string_view demand(Rule rule) {
    return kEntries[static_cast<std::size_t>(rule)].demand;
}

}  // namespace precis::audit
