import { launch } from './test/e2e/support.js';
import { startSite } from './test/embed/support.js';
import { transform } from 'esbuild';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
const css = (await transform(readFileSync('src/embed/reserve.css','utf8'),{loader:'css',minify:true,target:['chrome125','firefox128','safari17.4']})).code;
console.log('bytes', css.length, 'gz', gzipSync(css,{level:9}).length);
const site = await startSite(1200);
const browser = await launch();
const cases: [string,string][] = [
 ...['','layout=row','layout=overlay','layout=compact','layout=headline-only','layout=numbered','show="kicker date"'].flatMap(l=>['1001','1005','1012'].map(id=>[`card ${l} ${id}`,`<news-article-card ${l} story=${id} loading=eager></news-article-card>`] as [string,string])),
 ...['','layout=grid','layout=scroller','layout=numbered'].flatMap(l=>[1,2,3,4,6,8,12].map(n=>[`list ${l} ${n}`,`<news-related-stories ${l} limit=${n} from=latest loading=eager></news-related-stories>`] as [string,string])),
 ...['','variant=block','variant=portrait','variant=centred'].flatMap(l=>['1001','1011'].map(id=>[`quote ${l} ${id}`,`<news-pull-quote ${l} story=${id} loading=eager></news-pull-quote>`] as [string,string])),
 ['byline','<news-byline story=1001 loading=eager></news-byline>'],['box','<news-byline variant=box story=1011 loading=eager></news-byline>'],
 ['form','<news-comment-form story=1001 loading=eager></news-comment-form>'],
 ['comments','<news-comments story=1001 loading=eager></news-comments>'],
 ['count','<news-comment-count story=1001 loading=eager></news-comment-count> and more'],
 ['search','<news-search></news-search>'],['search e','<news-search mode=expand></news-search>'],['search d','<news-search mode=dialog></news-search>'],
 ['follow','<news-follow links="https://mastodon.social/@t https://x.com/t https://youtube.com/@t /feed.xml mailto:a@b.c"></news-follow>'],['follow2','<news-follow links="https://mastodon.example/@t /feed.xml"></news-follow>'],['share','<news-share></news-share>'],['copyright','<news-copyright holder="Holder" since=2021></news-copyright>'],
];
const only = process.argv[2];
for (const vp of [360,768,1200]) {
 const ctx = await browser.newContext({viewport:{width:vp,height:900}});
 await Promise.all(Array.from({length:4},async(_,lane)=>{
 const page = await ctx.newPage();
  await page.addInitScript(()=>{ (window as any).cls=0; new PerformanceObserver(l=>{for(const e of l.getEntries() as any[]) if(!e.hadRecentInput)(window as any).cls+=e.value}).observe({type:'layout-shift',buffered:true}); });
 for (const [i,[name,body]] of cases.entries()) {
  if (i%4!==lane || (only && !name.startsWith(only))) continue;
  const out=[];
  for (const reserve of only==='-c'?[true,false]:[true]) {
  await page.goto(site.page(body+'<p class=after>After</p>'.repeat(60),{reserve}));
  await page.waitForFunction(()=>{const s=(document.querySelector('body > *') as any).contentState;return s==='ready'||s===undefined||s==='idle'&&/SEARCH/.test(document.body.firstElementChild!.nodeName)},undefined,{timeout:15000}).catch(()=>{}); await page.waitForTimeout(600);
  const r = await page.evaluate(()=>{const e=document.querySelector('body > *') as any;const root=e.shadowRoot.querySelector('.root');return [(window as any).cls.toFixed(3), e.contentState, (e.getBoundingClientRect().height/16).toFixed(1), (root.getBoundingClientRect().height/16).toFixed(1)]});
  out.push(r.join(' '));}
  console.log(vp,name,'|',out.join(' | '));
 }
 await page.close();
 }));
 await ctx.close();
}
await browser.close(); site.close();
