// locale/file_names.h: names of files and folders that every usual file system keeps apart and shows as they are.
// In: UTF-8. Out: values; no file system is asked. Pure.
// Source: Microsoft, Naming Files, Paths, and Namespaces; Unicode 5.18 (case folding) and UAX #15 (normal forms), by
// which APFS, HFS+ and NTFS take names as equal.
#pragma once
#include <string>
#include <string_view>

namespace precis::locale {

/// Why a folder should not have this name, to be put behind it: "is empty", "has the character “/”", "begins with a
/// dot". Empty if it may.
[[nodiscard]] std::string unfit_as_folder(std::string_view name);

/// Whether Windows keeps the name for a device, as con and nul, with or without an ending: it can make no such file.
[[nodiscard]] bool is_device(std::string_view name);

/// The name in the form in which equal names are equal where case and composition do not count.
[[nodiscard]] std::string folded_name(std::string_view name);

}  // namespace precis::locale
