// The state: events from the server, pages and their pictures, the keyboard. A picture is decoded before it takes the
// place of the last one, so that pages never blink.
#include "preview/page.h"

namespace precis::preview {

std::string_view page_script() {
    return R"js(
const d=document,$=i=>d.getElementById(i),body=d.body,canvas=$('canvas'),sheets=$('sheets'),strip=$('strip'),web=$('web');
const el=(t,a={},...c)=>{const e=d.createElement(t);for(const k in a)if(a[k]!=null&&a[k]!==false){if(k.startsWith('on'))e.addEventListener(k.slice(2),a[k]);else e.setAttribute(k,a[k]===true?'':a[k])}e.append(...c.filter(x=>x!=null&&x!==false));return e};
const q=o=>Object.entries(o).map(([k,v])=>k+'='+encodeURIComponent(v)).join('&'),cap=s=>s?s[0].toUpperCase()+s.slice(1):s,many=(n,w)=>n+' '+w+(n===1?'':'s');
let key=decodeURIComponent(location.hash.slice(1)),S=null,G=null,opened=null,counts={},current=0,view='pages',source=null,busy=0,connected=false,busySince=0;
// ---- the state line
const stateLine=()=>{const s=$('state');let kind='off',b='Not connected',t='the program was stopped; this page tries again';
 if(connected&&busy){kind='busy';b='Building';t=''}
 else if(connected&&S){if(S.ok){kind='good';b='Up to date';t='saved '+S.time+', built in '+S.ms+' ms'}else{kind='bad';b=many(S.errors,'error');t=S.good?'pages of '+S.from:''}}
 else if(connected){kind='busy';b='Building';t=''}
 s.dataset.state=kind;s.children[1].textContent=b;s.children[2].textContent=t;$('line').classList.toggle('on',kind==='busy'&&performance.now()-busySince>150)};
let ticking=0;const tick=()=>{clearTimeout(ticking);stateLine();if(busy||!S&&connected){const ms=performance.now()-busySince;if(busy)$('state').children[1].textContent=ms>20?'Building, '+Math.round(ms/10)*10+' ms':'Building';ticking=setTimeout(tick,ms<150?155-ms:250)}};
const connect=()=>{if(source)source.close();const own=source=new EventSource('events?'+q({key}));
 const on=(name,f)=>own.addEventListener(name,e=>{if(own===source)f(JSON.parse(e.data))});
 own.onopen=()=>{if(own===source){connected=true;tick()}};
 own.onerror=()=>{if(own!==source)return;connected=false;busy=0;own.close();stateLine();setTimeout(()=>{if(own===source)connect()},1000)};
 on('opened',o=>{opened=o;switches()});on('counts',c=>{counts=c;switches()});
 on('building',b=>{if(b.on&&!busy)busySince=performance.now();busy=b.on?1:0;tick()});
 on('state',s=>{if(!key)key=s.key;if(s.key!==key)return;S=s;apply()})};
// ---- which target
const now=()=>opened&&(opened.targets.find(t=>t.key===key)||opened.targets[0]);
const choose=k=>{if(k===key)return;key=k;location.hash=encodeURIComponent(k);S=null;G=null;seen=0;body.dataset.shown=body.dataset.number='';chosen=-1;pick(null);busySince=performance.now();sheets.replaceChildren();strip.replaceChildren();web.removeAttribute('src');web.dataset.v='';webPlace=null;canvas.scrollTop=0;current=0;body.classList.remove('bad');clearCard();switches();connect()};
const switches=()=>{if(!opened)return;const at=now(),T=opened.targets;$('file').textContent=opened.briefing;$('file').title=opened.briefing;d.title=opened.title+' – preview';
 const fill=(id,field,label)=>{const names=[...new Map(T.map(t=>[t[field],t])).values()];const host=$(id);host.hidden=names.length<2;
  host.replaceChildren(...names.map(n=>{const want=t=>t[field]===n[field]&&['output','audience','language','edition'].every(f=>f===field||t[f]===at[f]);
   const to=T.find(want)||T.find(t=>t[field]===n[field]&&t.audience===at.audience)||T.find(t=>t[field]===n[field]&&t.output===at.output)||T.find(t=>t[field]===n[field]);
   const c=counts[to.key]||[0,0],all=c[0]+c[1];
   return el('button',{type:'button','aria-pressed':String(at[field]===n[field]),title:c[0]?many(c[0],'error'):c[1]?many(c[1],'warning'):null,onclick:()=>choose(to.key)},label(n),all?el('sup',{},String(all)):null)}))};
 fill('outputs','output',t=>cap(t.output));fill('readers','audience',t=>cap(t.audience));fill('languages','language',t=>t.language);
 const editions=[...new Set(T.map(t=>t.edition))],e=$('editions');e.hidden=editions.length<2;
 if(!e.hidden&&e.options.length!==editions.length)e.replaceChildren(...editions.map(x=>el('option',{},x)));if(!e.hidden)e.value=at.edition};
$('editions').onchange=()=>{const at=now(),to=opened.targets.find(t=>t.edition===$('editions').value&&t.output===at.output&&t.audience===at.audience)||opened.targets.find(t=>t.edition===$('editions').value);choose(to.key)};
const views=()=>{const v=$('views'),both=G&&G.web&&!G.pageless;if(!both)view=G&&G.pageless?'web':'pages';v.hidden=!both;
 if(both)v.replaceChildren(...[['pages',G.slides?'Slides':'Pages'],['web','Web']].map(([k,t])=>el('button',{type:'button','aria-pressed':String(view===k),onclick:()=>{view=k;views()}},t)));
 web.hidden=view!=='web';sheets.hidden=view==='web';if(view==='web'&&G&&web.dataset.v!==G.web){web.dataset.v=G.web;web.src='web?'+q({key,v:G.web})}};
// The frame tells its place, and goes back there when a new edition is in it.
let webPlace=null;addEventListener('message',e=>{if(e.source!==web.contentWindow||!e.data)return;if(e.data.place)webPlace=e.data.place;
 if(e.data.ready){if(webPlace)web.contentWindow.postMessage({go:webPlace},'*');web.dataset.shown=web.dataset.v}});
// ---- pages
const thumb=108,margin=()=>canvas.clientWidth<620?24:138;
const width=()=>Math.max(200,Math.min(1400,canvas.clientWidth-2*margin()));
const dots=w=>Math.min(4000,Math.round(w*Math.min(3,devicePixelRatio||1)));
const address=(i,w)=>'page?'+q({key,h:G.pages[i][0],w:dots(w)});
const P={};// what can be clicked, by page
const near=(e,by)=>{const r=e.getBoundingClientRect(),c=canvas.getBoundingClientRect();return r.bottom>c.top-by&&r.top<c.bottom+by};
const load=(host,i,w,then)=>{const a=address(i,w);if(host.dataset.src===a){if(then&&host.dataset.done===a)then();return}host.dataset.src=a;
 const img=new Image();img.alt='Page '+G.pages[i][3];img.decoding='async';img.draggable=false;img.src=a;
 img.decode().then(()=>{if(host.dataset.src!==a)return;for(const old of host.querySelectorAll(':scope>img'))old.remove();host.prepend(img);host.dataset.done=a;if(then)then()},()=>{if(host.dataset.src===a){host.dataset.src='';setTimeout(look,250)}})};
const places=async i=>{const h=S&&G&&S.number+'/'+G.pages[i][0];if(!G||P[i]&&P[i].of===h)return P[i]&&P[i].regions;const r=await fetch('places?'+q({key,i})).catch(()=>null);if(!r||!r.ok||!G)return null;const regions=await r.json();P[i]={of:h,regions};return regions};
let seen=0;
const shown=()=>{if(!G||view!=='pages')return;let all=true;[...sheets.children].forEach((e,i)=>{if(near(e,0)&&e.dataset.done!==address(i,width()))all=false});
 if(all&&S&&seen!==S.number){seen=S.number;requestAnimationFrame(()=>{body.dataset.shown=S?S.number:'';body.dataset.at=performance.timeOrigin+performance.now();follow()})}};
const look=()=>{if(!G)return;[...sheets.children].forEach((e,i)=>{if(near(e,0))load(e,i,width(),()=>{shown()})});
 [...sheets.children].forEach((e,i)=>{if(!near(e,0)&&near(e,700))load(e,i,width(),()=>shown())});
 const r=strip.getBoundingClientRect();[...strip.querySelectorAll('.thumb')].forEach((e,i)=>{const b=e.getBoundingClientRect();if(b.bottom>r.top-300&&b.top<r.bottom+300)load(e,i,thumb)})};
const follow=()=>{const pages=[...sheets.children];[...pages.keys()].filter(i=>near(pages[i],0)).forEach(i=>places(i).then(()=>{if(picked&&picked.page===i)again()}))};
const pages=()=>{const w=width(),list=G?G.pages:[];
 while(sheets.children.length>list.length)sheets.lastChild.remove();
 list.forEach((p,i)=>{let e=sheets.children[i];if(!e){e=el('div',{class:'sheet',tabindex:'-1'});e.addEventListener('mousemove',ev=>over(ev,e));e.addEventListener('mouseleave',()=>hover(null));e.addEventListener('click',ev=>click(ev,e));sheets.append(e)}
  e.dataset.page=i;e.style.width=w+'px';e.style.height=w*p[2]/p[1]+'px'});
 const there=[...strip.querySelectorAll('button')];there.slice(list.length).forEach(e=>e.remove());
 list.forEach((p,i)=>{let e=there[i];if(!e){e=el('button',{type:'button',onclick:()=>go(Number(e.dataset.page))},el('span',{class:'thumb'}),el('span',{class:'no'},el('span'),el('span')));const note=strip.querySelector('p');note?note.before(e):strip.append(e)}
  e.dataset.page=i;e.title=p[4]||'Page '+p[3];e.firstChild.style.height=thumb*p[2]/p[1]+'px';e.lastChild.firstChild.textContent=p[3]||String(i+1);
  const n=S?S.found.filter(f=>f.page===i&&!f.near).length:0,c=e.lastChild.lastChild;c.className=n?'n':'';c.textContent=n?String(n):'';c.title=n?many(n,'finding'):''});
 if(G){let note=strip.querySelector('p');if(!note)strip.append(note=el('p'));const n=list.length,word=G.slides?'slide':'page';
  note.textContent=many(n,word)+(G.most?n===G.most?', as many as allowed':n<G.most?', '+G.most+' allowed':', only '+G.most+' allowed':'')+(G.steps.length?'; '+G.steps.join(', '):'')}
 mark();look();shown()};
const mark=()=>{[...strip.querySelectorAll('button')].forEach((e,i)=>e.setAttribute('aria-current',String(i===current)))};
const go=(i,y)=>{const e=sheets.children[i];if(!e)return;current=i;if(view==='web'&&!G.pageless){view='pages';views()}canvas.scrollTop=y==null?e.offsetTop-27:Math.max(e.offsetTop-27,e.offsetTop+y-canvas.clientHeight/3);mark();strip.querySelectorAll('button')[i].scrollIntoView({block:'nearest'});look();follow()};
let waiting=0;canvas.addEventListener('scroll',()=>{if(!waiting)waiting=requestAnimationFrame(()=>{waiting=0;let at=0;[...sheets.children].forEach((e,i)=>{if(e.offsetTop-canvas.scrollTop<canvas.clientHeight*.4)at=i});
 if(at!==current){current=at;mark();strip.querySelectorAll('button')[at]?.scrollIntoView({block:'nearest'})}look();follow()})},{passive:true});
strip.addEventListener('scroll',()=>requestAnimationFrame(look),{passive:true});
new ResizeObserver(()=>{if(G){const top=canvas.scrollTop/Math.max(1,canvas.scrollHeight);pages();canvas.scrollTop=top*canvas.scrollHeight;draw()}}).observe(canvas);
const apply=()=>{if(S.good){G=S.good}body.classList.toggle('bad',!S.ok);body.dataset.number=S.number;body.dataset.cpu=S.cpu;views();pages();findings();card();stateLine();switches();draw();again()};
addEventListener('keydown',e=>{if(e.ctrlKey||e.metaKey||e.altKey||e.target.matches('select,input,textarea'))return;
 const f={j:()=>go(Math.min(current+1,sheets.children.length-1)),k:()=>go(Math.max(current-1,0)),ArrowRight:()=>f.j(),ArrowLeft:()=>f.k(),n:()=>step(1),N:()=>step(-1),o:()=>openIt(),Escape:()=>pick(null)}[e.key];if(f){e.preventDefault();f()}});
)js";
}

}  // namespace precis::preview
