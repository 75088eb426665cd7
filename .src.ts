import { launch } from './test/e2e/support.js';
import { startSite } from './test/embed/support.js';
const site = await startSite(1200);
const browser = await launch();
for (const vp of [360,1200]) for (const body of process.argv.slice(2)) {
 const page = await browser.newPage({viewport:{width:vp,height:900}});
 await page.addInitScript(()=>{ (window as any).log=[]; new PerformanceObserver(l=>{for(const e of l.getEntries() as any[]) (window as any).log.push([e.value.toFixed(4), Math.round(e.startTime), ...e.sources.map((s:any)=>`${s.node?.nodeName}.${s.node?.className??''} ${s.node?.parentElement?.className??''} y${s.previousRect.y}->${s.currentRect.y} x${s.previousRect.x}->${s.currentRect.x} h${s.previousRect.height}->${s.currentRect.height}`)])}).observe({type:'layout-shift',buffered:true}); });
 await page.goto(site.page(body+'<p class=after>After</p>'.repeat(3),{}));
 await page.waitForTimeout(2500);
 console.log(vp, body, JSON.stringify(await page.evaluate(()=>(window as any).log),null,1));
 await page.close();
}
await browser.close(); site.close();
