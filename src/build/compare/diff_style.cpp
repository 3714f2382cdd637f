#include "build/compare/diff_style.h"

namespace precis::build {

std::string_view diff_style() {
    return R"(
:root { --ground: #fff; --title: #0B1F2A; --ink: #22343E; --soft: #4A5B65; --quiet: #5D6D76; --rule: #D5DADC;
  --strong: #0B1F2A; --head: #F4F1EA; --source: #CC4A22; --source-text: #B53D17; --period: #0B5876;
  --period-text: #0B5876; --method: #C58A12; --method-text: #8A5A00; --revised: #12857A; --revised-text: #0A6F65;
  --set: #6B4E8A; --set-text: #6B4E8A; --data: #77848B; --data-text: #55646D; --old-mark: #8D989E; --accent: #D9481F; --dot: #0B1F2A; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ground: #0A2430; --title: #F6F1E8; --ink: #D5DFE3; --soft: #D5DFE3; --quiet: #A9BBC4; --rule: #3A5562;
    --strong: #A9BBC4; --head: #103140; --source: #FF8A63; --source-text: #FF9C7B; --period: #8FC1D1;
    --period-text: #8FC1D1; --method: #E0B050; --method-text: #E8BE6B; --revised: #5CC4B6; --revised-text: #6CCFC1;
    --set: #BFA4DC; --set-text: #BFA4DC; --data: #A9BBC4; --data-text: #B9C8CF; --old-mark: #6F8A96; --accent: #FF8A63; --dot: #F6F1E8; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/22px Lato, sans-serif;
  font-variant-numeric: lining-nums tabular-nums; }
.bar { height: 6px; background: #0B1F2A; }
main, header, footer { max-width: 1160px; margin: 0 auto; padding: 0 20px; }
header { display: flex; align-items: baseline; justify-content: space-between; gap: 24px; padding-top: 18px; }
header p { margin: 0; }
.mark { font: 800 30px/40px Vollkorn, Georgia, serif; color: var(--title); letter-spacing: -.01em; }
.mark span { color: var(--accent); }
.about { color: var(--quiet); font-size: 14.5px; text-align: end; }
.about strong { color: var(--ink); font-weight: 700; margin-inline-end: .5em; }
.line { border: 0; border-top: 1px solid var(--rule); margin: 10px 0 0; }
h1 { font: 700 44px/50px Vollkorn, Georgia, serif; letter-spacing: -.012em; color: var(--title); margin: 26px 0 0;
  max-width: 1010px; text-wrap: balance; overflow-wrap: break-word; }
.lead { font-size: 20px; line-height: 29px; color: var(--soft); margin: 12px 0 0; max-width: 1000px;
  text-wrap: pretty; }
.causes { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 24px; margin: 28px 0 0;
  padding: 0; list-style: none; }
.causes li { border-top: 4px solid; padding-top: 8px; }
.causes b { display: block; font: 700 40px/44px Vollkorn, Georgia, serif; }
.causes strong { display: block; color: var(--title); font-size: 16px; line-height: 22px; margin-top: 6px; }
.causes span { display: block; font-size: 14px; line-height: 19px; color: var(--quiet); overflow-wrap: anywhere; }
.causes .k0 { border-color: var(--source); } .causes .k1 { border-color: var(--period); }
.causes .k2 { border-color: var(--method); } .causes .k3 { border-color: var(--revised); }
.causes .k4 { border-color: var(--set); } .causes .k5 { border-color: var(--data); }
.k0 b, .t0 { color: var(--source-text); } .k1 b, .t1 { color: var(--period-text); }
.k2 b, .t2 { color: var(--method-text); } .k3 b, .t3 { color: var(--revised-text); }
.k4 b, .t4 { color: var(--set-text); } .k5 b, .t5 { color: var(--data-text); }
.causes .none { border-color: var(--rule); } .none b, .none strong { color: var(--quiet); }
.f0 { fill: var(--source); } .f1 { fill: var(--period); } .f2 { fill: var(--method); } .f3 { fill: var(--revised); }
.f4 { fill: var(--set); } .f5 { fill: var(--data); }
.s0 { stroke: var(--source); } .s1 { stroke: var(--period); } .s2 { stroke: var(--method); }
.s3 { stroke: var(--revised); } .s4 { stroke: var(--set); } .s5 { stroke: var(--data); }
section { border-top: 2px solid var(--strong); margin-top: 34px; }
.head { display: flex; justify-content: space-between; align-items: baseline; gap: 20px; padding: 8px 0; }
h2 { font: 700 13px/20px Lato, sans-serif; letter-spacing: .08em; text-transform: uppercase; color: var(--title);
  margin: 0; }
.head p { margin: 0; font-size: 14.5px; color: var(--quiet); text-align: end; }
table { border-collapse: collapse; width: 100%; }
thead th { background: var(--head); color: var(--title); font-size: 14.5px; line-height: 20px; padding: 8px;
  text-align: start; }
th.r, td.r { text-align: end; white-space: nowrap; }
tbody th { text-align: start; font-weight: 400; color: var(--ink); overflow-wrap: anywhere; }
tbody tr.top th { font-weight: 700; color: var(--title); }
tbody th, tbody td { padding: 6px 8px; border-bottom: 1px solid var(--rule); vertical-align: middle;
  line-height: 20px; }
tbody tr.last th, tbody tr.last td { border-bottom-color: var(--quiet); }
.old { color: var(--quiet); } .new, .change { color: var(--title); font-weight: 700; }
.pages { color: var(--soft); font-size: 14px; }
td.chart { width: 356px; }
td svg { display: block; width: 340px; max-width: 100%; height: auto; }
svg text { font: 700 13px Lato, sans-serif; paint-order: stroke; stroke: var(--ground); stroke-width: 4px; }
text.t0 { fill: var(--source-text); } text.t1 { fill: var(--period-text); } text.t2 { fill: var(--method-text); }
text.t3 { fill: var(--revised-text); } text.t4 { fill: var(--set-text); }
text.t5 { fill: var(--data-text); }
.zero { stroke: var(--quiet); stroke-width: 1; } .join { stroke: var(--quiet); stroke-dasharray: 1.5 2; }
.ring { fill: var(--ground); stroke: var(--dot); stroke-width: 2; } .disc { fill: var(--dot); }
.say { font-size: 14px; line-height: 19px; font-weight: 700; border-inline-start: 5px solid; padding-inline-start: 8px; }
.open { font-size: 13.5px; line-height: 18px; color: var(--quiet); }
.say.plain { font-weight: 400; color: var(--quiet); border-color: var(--rule); }
.two { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 0 36px; align-items: start; }
.two.one { grid-template-columns: minmax(0, 1fr); }
h3 { font: 700 14.5px/20px Lato, sans-serif; color: var(--title); margin: 12px 0 2px; }
h3 span { font-weight: 400; color: var(--quiet); }
.red { font: 400 19px/28px Vollkorn, Georgia, serif; color: var(--ink); margin: 0 0 14px; overflow-wrap: break-word; }
del { color: var(--source-text); text-decoration: line-through; text-decoration-thickness: 1px; }
ins { color: var(--period-text); font-weight: 600; text-decoration: underline; text-decoration-thickness: 2px;
  text-underline-offset: 5px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 20px; margin: 0; }
figure { margin: 0; }
figcaption { font-weight: 700; font-size: 14.5px; line-height: 20px; color: var(--title); padding-bottom: 6px; }
figcaption span { font-weight: 400; color: var(--quiet); }
.leaf { display: block; width: 100%; height: auto; border: 1px solid var(--rule); background: #fff; }
.leaf rect { fill: none; }
.leaf .was { stroke: #77848B; }
.leaf .s0 { stroke: #CC4A22; } .leaf .s1 { stroke: #0B5876; } .leaf .s2 { stroke: #C58A12; }
.leaf .s3 { stroke: #12857A; } .leaf .s4 { stroke: #6B4E8A; } .leaf .s5 { stroke: #55646D; }
.plain-list { margin: 6px 0 0; padding-inline-start: 1.2em; }
.text { margin: 6px 0 0; }
footer { margin-top: 34px; padding-bottom: 36px; font-size: 14px; line-height: 20px; color: var(--soft); }
footer div { border-top: 1px solid var(--rule); padding-top: 12px; display: grid;
  grid-template-columns: minmax(0, 7fr) minmax(0, 3fr); gap: 36px; }
footer p { margin: 0; }
h1, .causes b, .red { font-variant-numeric: lining-nums; }
h2, h3, svg text { font-variant-numeric: lining-nums tabular-nums; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media screen and (min-width: 1001px) { .two > section { position: sticky; top: 16px; } }
@media screen and (max-width: 1000px) { .two { grid-template-columns: minmax(0, 1fr); } }
@media screen and (max-width: 1000px) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody { display: block; }
  tbody tr { display: grid; grid-template-columns: auto auto 1fr; gap: 2px 12px; padding: 10px 0;
    border-bottom: 1px solid var(--rule); }
  tbody th, tbody td { display: block; padding: 0; border: 0; }
  tbody th, td.chart, td.pages { grid-column: 1 / -1; width: auto; }
  td.r { text-align: start; white-space: normal; } td.change { text-align: end; }
  td.old::after { content: " \2192"; }
  tbody tr.lone td.old::after { content: ""; }
  td.chart { padding: 4px 0 2px; }
}
@media (max-width: 700px) {
  header { display: block; } .about { text-align: start; padding-top: 2px; }
  h1 { font-size: 32px; line-height: 37px; margin-top: 20px; } .lead { font-size: 18px; line-height: 26px; }
  .causes { grid-template-columns: 1fr 1fr; gap: 20px 16px; }
  .head { display: block; } .head p { text-align: start; }
  .red { font-size: 18px; line-height: 27px; } .pair { gap: 12px; } footer div { grid-template-columns: 1fr; gap: 12px; }
}
@media print {
  @page { size: A4; margin: 12mm 13mm; }
  body { font-size: 9.5pt; line-height: 13pt; } main, header, footer { padding: 0; max-width: none; }
  h1 { font-size: 22pt; line-height: 25pt; } .lead { font-size: 11pt; line-height: 15pt; }
  .causes { grid-template-columns: repeat(4, 1fr); gap: 14px; } .causes b { font-size: 22pt; line-height: 25pt; }
  tbody tr, figure, .red { break-inside: avoid; } thead { display: table-header-group; }
  td.chart { width: 270px; } td svg { width: 262px; } .red { font-size: 10.5pt; line-height: 15pt; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)";
}

}  // namespace precis::build
