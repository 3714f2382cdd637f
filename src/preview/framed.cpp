// The frame has no origin, so the page around it cannot read how far it is scrolled: messages go between both.
#include "preview/framed.h"

#include <fmt/format.h>

namespace precis::preview {
namespace {

// The place is the part nearest to the top of the window and how far it is from it, since parts above may have grown.
constexpr std::string_view kScript =
    R"js('use strict';(()=>{const parts=[...document.querySelectorAll('section[id],figure[id]')];let waiting=0;
const tell=()=>{waiting=0;let at=null,by=0;for(const e of parts){const top=e.getBoundingClientRect().top;if(!at||Math.abs(top)<Math.abs(by))at=e,by=top}
parent.postMessage({place:{id:at&&scrollY?at.id:'',by:-by,y:scrollY}},'*')};
addEventListener('scroll',()=>{if(!waiting)waiting=requestAnimationFrame(tell)},{passive:true});
addEventListener('message',e=>{const p=e.source===parent&&e.data&&e.data.go;if(!p)return;const at=p.id&&document.getElementById(p.id);
scrollTo({top:at?at.getBoundingClientRect().top+scrollY+p.by:p.y,behavior:'instant'})});
document.fonts.ready.then(()=>parent.postMessage({ready:true},'*'))})())js";

}  // namespace

std::string framed(std::string edition, std::string_view nonce) {
    constexpr std::string_view kScripts = "script-src ", kEnd = "</body>";
    const auto policy = edition.find(kScripts);
    const auto end = edition.rfind(kEnd);
    if (policy == std::string::npos || end == std::string::npos || policy > edition.find("<body")) return edition;
    edition.insert(end, fmt::format("<script nonce=\"{}\">{}</script>", nonce, kScript));
    edition.insert(policy + kScripts.size(), fmt::format("'nonce-{}' ", nonce));
    return edition;
}

}  // namespace precis::preview
