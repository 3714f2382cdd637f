// publish/publish.h: painted PDFs become accessible and archival files, and files are written to disk.
// Stage: (6) a painter's bytes and the scene they come from -> PUBLISH -> bytes, files.
//
// In: the bytes of paint::pdf or paint::presenter_pdf with the same scene::Document, whose leaves are counted by the
// same walk (scene/marks.h). Out: finished bytes; the same input gives the same bytes, whatever the clock, locale or
// machine. An encrypted file alone has other bytes each time: AES begins with random numbers.
// Units: the scene's points with y down become PDF's with y up.
// Method: qpdf reads the painted file and writes a new one. The PDF conforms to PDF/UA-1 and PDF/A-3a; how each rule
// is kept is in publish/CONFORMANCE.md, and the room audit checks it.
// Errors: internal_error if the bytes are not what the painter writes; write_failed from write_files.
// Warnings: unknown_reference for a link or outline entry whose anchor is on no page.
// Cost: linear in the size of the file.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "diag/diagnostic.h"
#include "scene/scene.h"

namespace precis::publish {

/// What a colour is in process inks; shares 0 … 1.
struct Ink {
    base::Color color;
    double cyan = 0, magenta = 0, yellow = 0, black = 0;
};
/// Colours for a press: fills, strokes and text in inks; pictures stay in sRGB.
struct Print {
    std::string profile;    // ICC, of four inks; the output intent
    std::vector<Ink> inks;  // of these colours; others are converted
};

/// What a finished PDF gets besides its content.
struct Finish {
    bool linearize = false;  // its first page can be shown before the rest has been read
    std::string password;    // AES-256 by it; empty: not encrypted
    std::optional<Print> print = {};
};

/// Adds to Cairo's PDF: the structure tree of the marks, links, outline, page labels, attachments, language, XMP and
/// Info, the output intent (sRGB, or the press), and an identifier that is a hash of the content.
/// Source: ISO 32000-1:2008, ISO 14289-1:2014 (PDF/UA-1), ISO 19005-3:2012 (PDF/A-3).
[[nodiscard]] diag::Result<std::string> finish_pdf(std::string painted, const scene::Document& document,
                                                   const Finish& finish = {});

/// Adds to libharu's PDF: links, outline, page labels, notes, Info and XMP, transitions; it opens in full screen. It
/// has no structure tree and conforms to neither standard, as it is for presenting only.
[[nodiscard]] diag::Result<std::string> finish_presenter(std::string painted, const scene::Document& document,
                                                         const Finish& finish = {});

/// The same objects without encryption, as bytes that two encrypted files of one content share; nothing if the
/// password does not open the file.
[[nodiscard]] std::optional<std::string> decrypted(std::string_view file, const std::string& password);

/// A file to write: its path, relative or absolute, and its content.
struct File {
    std::filesystem::path path;
    std::string bytes;
    std::size_t pages = 0;   // that it shows
    bool encrypted = false;  // its bytes differ from build to build
    bool same = false;       // as the file on disk, though its bytes differ
};
/// Writes all files or none: each under a temporary name in the folder of its target, then all are renamed. Missing
/// folders are created. Signals that ask the process to end are held back until the files are complete or removed.
/// Errors: write_failed, with the system's message.
[[nodiscard]] diag::Diagnostics write_files(const std::vector<File>& files);

/// SHA-256 in hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace precis::publish
