// The look of docs/preview.md: bar 56, strip 160, canvas, panel 432; below 1200 the panel is a drawer.
#include "preview/page.h"

namespace precis::preview {

std::string_view page_style() {
    return R"css(
:root{--ink:#14202B;--ink5:#5A6773;--ink6:#46535F;--rule:#CDD4DA;--soft:#E8EBEE;--ground:#E3E7EA;--petrol:#055C76;--petrol6:#04566F;--red:#C8401C;--deep:#B53D17;--teal:#0F8378;--sand:#F4EFE7;
--sans:Lato,Carlito,"Helvetica Neue",Arial,sans-serif;--mono:"JetBrains Mono",ui-monospace,Menlo,Consolas,monospace;--serif:Vollkorn,Georgia,serif}
*{box-sizing:border-box}html,body{height:100%;margin:0}
body{font:15px/20px var(--sans);color:var(--ink);background:var(--ground);display:grid;grid:56px minmax(0,1fr)/160px minmax(0,1fr) 432px;grid-template-areas:"bar bar bar" "strip canvas panel";overflow:hidden}
[hidden]{display:none!important}
button,select{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;text-align:left}
:focus-visible{outline:2px solid var(--petrol);outline-offset:1px}
code,.mono{font-family:var(--mono);font-size:13.5px;letter-spacing:0}
.bar{grid-area:bar;position:relative;z-index:5;background:#fff;border-bottom:1px solid var(--rule);display:flex;align-items:center;gap:26px;padding:0 22px;white-space:nowrap;min-width:0}
.mark{font:800 27px/30px var(--serif);letter-spacing:-.01em;padding-bottom:2px}
.mark i{display:inline-block;width:7px;height:7px;background:var(--red);margin-left:2px}
#file{color:var(--ink6);overflow:hidden;text-overflow:ellipsis;min-width:60px;flex:0 1 auto}
.switch{display:flex;border:1px solid var(--rule);flex:none}
.switch button{height:30px;padding:0 13px;font-weight:700;color:var(--ink6);border-left:1px solid var(--rule)}
.switch button:first-child{border-left:0}
.switch button:hover{background:var(--sand)}
.switch button[aria-pressed=true]{background:var(--ink);color:#fff}
.switch sup{font-size:11px;line-height:0;color:var(--deep);margin-left:3px;vertical-align:5px}
.switch [aria-pressed=true] sup{color:#FF8A63}
#editions{border:1px solid var(--rule);height:32px;padding:0 8px}
.state{margin-left:auto;display:flex;align-items:center;gap:8px;min-width:0;flex:0 1 auto}.state span{color:var(--ink6);overflow:hidden;text-overflow:ellipsis}
.shape{flex:none;width:10px;height:10px}
[data-state=good] .shape{background:var(--teal);border-radius:50%}
[data-state=busy] .shape{border:2.5px solid var(--petrol);border-radius:50%}
[data-state=bad] .shape{background:var(--deep)}[data-state=bad] b{color:var(--deep)}
[data-state=off] .shape{height:4px;background:#8A949D}
#line{position:absolute;left:0;bottom:-1px;height:3px;width:0;background:var(--petrol);opacity:0}
#line.on{opacity:1;animation:run 1.4s ease-in-out infinite}@keyframes run{0%{left:0;width:0}50%{left:20%;width:50%}100%{left:100%;width:0}}
@media(prefers-reduced-motion:reduce){#line.on{animation:none;width:100%}}
#strip{grid-area:strip;background:#F4F6F8;border-right:1px solid var(--rule);overflow:auto;padding:14px 0 24px;scrollbar-width:thin}
#strip button{display:block;width:114px;margin:0 auto 12px 21px;position:relative}
#strip .thumb{display:block;border:1px solid #B9C2CA;background:#fff;padding:0;margin:2px;overflow:hidden}
#strip img{display:block;width:100%}
#strip [aria-current=true] .thumb{border:3px solid var(--petrol);margin:0}
#strip .no{display:flex;justify-content:space-between;align-items:center;height:24px;padding:0 3px;font-size:13px}
#strip [aria-current=true] .no{font-weight:700}
#strip .n{background:var(--deep);color:#fff;font-weight:700;font-size:12px;line-height:18px;min-width:19px;text-align:center}
#strip p{margin:14px 12px 0 23px;color:var(--ink5);font-size:13.5px;line-height:18px}
#canvas{grid-area:canvas;position:relative;overflow:auto;outline-offset:-2px}
#sheets{position:relative;padding:27px 0 40px}
.sheet{position:relative;margin:0 auto 22px;background:#fff;box-shadow:0 1px 4px rgba(20,32,43,.18)}
.sheet>img{position:absolute;inset:0;width:100%;height:100%;display:block}
.bad .sheet>img,.bad #strip img,body.bad iframe{filter:grayscale(1);opacity:.34}
#web{position:absolute;inset:0;width:100%;height:100%;border:0;background:#fff}
.sheet .box,.sheet .edge,.sheet .tag{position:absolute;pointer-events:none}
.box.pick{border:2px solid var(--red)}.box.hover{border:1.5px dashed var(--petrol)}.box.hint{background:rgba(200,64,28,.1);border-bottom:2px solid var(--red)}
.edge{width:4px}.edge.pick{background:var(--red)}.edge.hover{background:var(--petrol)}
.tag{color:#fff;font:12.5px/18px var(--mono);padding:6px 8px 7px;width:max-content;max-width:126px;overflow:hidden;overflow-wrap:anywhere}
.tag.pick{background:var(--deep)}.tag.hover{background:var(--petrol)}
#panel{grid-area:panel;background:#fff;border-left:1px solid var(--rule);display:flex;flex-direction:column;min-height:0;overflow:hidden}
#findings{flex:0 1 auto;overflow:auto;min-height:120px;scrollbar-width:thin}#rest{flex:1 1 auto;overflow:auto;min-height:0}
#selection{flex:0 1 auto;max-height:52%;overflow:auto;border-top:2px solid var(--ink);margin-top:auto;scrollbar-width:thin}
.head{display:flex;justify-content:space-between;gap:12px;padding:17px 22px 13px;align-items:baseline}
.head h2{margin:0;font:700 13.5px/18px var(--sans);letter-spacing:.075em;text-transform:uppercase}.head span{color:var(--ink5)}.head a{color:var(--petrol6)}
.find{display:block;width:100%;padding:12px 22px 13px;border-top:1px solid var(--soft);cursor:pointer}
.find:hover{background:#FAF8F4}.find[aria-current=true]{background:var(--sand)}
.find .t{display:flex;justify-content:space-between;gap:14px}.find .t b{color:var(--deep)}.find .t a{white-space:nowrap}
.find p{margin:3px 0 0;overflow-wrap:anywhere}.find .r{color:var(--ink6)}.find .notes{color:var(--ink5);font-size:13.5px}
a{color:var(--petrol6);text-decoration:none}a:hover{text-decoration:underline}a.mono{color:var(--petrol6)}
.acts{display:flex;flex-wrap:wrap;gap:8px;margin-top:10px}
.act{display:inline-block;border:1px solid var(--petrol);color:var(--petrol6);font-weight:700;font-size:13.5px;line-height:18px;padding:4px 10px}.act.main{background:var(--petrol);color:#fff}.act:hover{text-decoration:none;background:#E4F0F3}.act.main:hover{background:#044A5F}
.num{padding:8px 22px 9px;border-top:1px solid var(--soft)}.num .v{display:flex;justify-content:space-between;gap:14px;font-size:15.5px}.num .v b{color:var(--petrol6);font-size:18px;white-space:nowrap}
.num .w{font-size:13.5px;color:var(--ink6);overflow-wrap:anywhere}.num .w code{color:var(--ink);font-size:13px;margin-right:6px}
.num[aria-current=true]{background:var(--sand)}
#selection .acts{padding:6px 22px 18px;margin:0}#selection .none{padding:2px 22px 10px;color:var(--ink5)}
.block{padding:4px 22px 14px;border-bottom:1px solid var(--soft)}.block p{margin:0}
.log{margin:0;padding:0 22px 16px;list-style:none}.log li{display:flex;gap:10px;padding:2px 0}.log time{font-family:var(--mono);font-size:13.5px}.log b{color:var(--deep)}
#card{grid-area:canvas;z-index:3;align-self:start;justify-self:center;width:min(888px,calc(100% - 60px));max-height:calc(100% - 120px);overflow:auto;margin-top:44px;background:#fff;border-top:4px solid var(--red);padding:18px 28px 22px;box-shadow:0 6px 26px rgba(20,32,43,.24)}
#card h1{margin:2px 0 4px;font:700 21px/28px var(--sans);overflow-wrap:anywhere}
#card pre{margin:14px 0 12px;background:var(--sand);padding:11px 14px 12px;font:14px/22px var(--mono);overflow:hidden}
#card pre div{white-space:pre;overflow:hidden;text-overflow:ellipsis}#card pre i{display:inline-block;width:44px;text-align:right;font-style:normal;margin-right:20px}
#card mark{background:none;color:var(--deep);font-weight:700;border-bottom:2px solid var(--deep)}
#card p{margin:0;font-size:16px;line-height:22px;overflow-wrap:anywhere}#card .acts{margin-top:13px}#card .act{font-size:14.5px;padding:5px 12px}
#foot{grid-area:canvas;z-index:2;align-self:end;background:var(--ink);color:#E3E7EA;padding:9px 25px 10px}#foot b{color:#fff}
.small{border:1px solid var(--petrol);color:var(--petrol6);font-weight:700;padding:4px 10px;line-height:18px;flex:none}
.keys{padding:12px 22px 16px;color:var(--ink5);font-size:13.5px}kbd{font:12.5px/16px var(--mono);border:1px solid var(--rule);padding:0 4px;background:#F4F6F8;color:var(--ink6)}
@media(max-width:1199px){body{grid-template-columns:160px minmax(0,1fr) 0}.bar{gap:14px;padding:0 16px}#file{display:none}#drawer{display:block!important}
#panel{position:fixed;top:56px;right:0;bottom:0;width:min(432px,92vw);transform:translateX(101%);visibility:hidden;z-index:4;box-shadow:-4px 0 18px rgba(20,32,43,.2)}.drawn #panel{transform:none;visibility:visible}}
)css";
}

}  // namespace precis::preview
