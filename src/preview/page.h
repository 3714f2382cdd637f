// preview/page.h: the page that shows the preview, with its style and script in it. Inside the room.
// In: the nonce of its policy. Out: HTML that asks nothing but the server that it came from.
#pragma once
#include <string>
#include <string_view>

namespace precis::preview {

[[nodiscard]] std::string page_html(std::string_view nonce);

[[nodiscard]] std::string_view page_style();
/// The state: events, pages and their pictures, keys of the keyboard.
[[nodiscard]] std::string_view page_script();
/// The panel: findings, the selection, the card of an error.
[[nodiscard]] std::string_view panel_script();

}  // namespace precis::preview
