import { extract } from './src/2-extract/extract.ts';
import { rules } from './test/support/extract-rules.ts';
const enc=new TextEncoder();
const M=1_000_000;
const rep=(s:string,bytes:number)=>s.repeat(Math.floor(bytes/s.length));
const P='<p>The army said, on Monday, that two shells fell near the old bridge, killing nine people, in the town.</p>';
const cases:Record<string,string>={
 nested_div:rep('<div>',5*M)+'text', nested_b:rep('<b>',5*M)+'text', nest_close:rep('<div>',2.5*M)+rep('</span>',2.5*M),
 nest_p_div:rep('<p><div>',5*M), unclosed:rep('<p>a<li>b<td>c<tr><b><i>d<table>',5*M),
 attrs10k:'<div '+Array.from({length:10000},(_, i)=>`a${i}="x"`).join(' ')+'>'+P.repeat(20), attrs_many:'<div '+rep('class="x" ',5*M)+'>'+P, longattr:'<div class="'+rep('x',5*M)+'">'+P,
 table:'<table>'+rep('<tr><td>one</td><td>two words here</td></tr>',5*M)+'</table>',
 table28k:'<table>'+'<tr><td>one</td><td>two words here</td></tr>'.repeat(9500)+'</table>',
 paras5M:rep(P,5*M), paras29k:P.repeat(29000), lt:rep('<',5*M), comment:'<!--'+rep('x-',5*M), comments:rep('<!-- -->',5*M), ahref:rep('<a href=',5*M), entities:'<p>'+rep('&amp;&lt;',5*M),
 bigtext:'<p>'+rep('word, word. ',5*M), deepbig:'<div>'.repeat(190)+'<p>'+rep('word, word. ',5*M), deep_paras:'<div>'.repeat(190)+P.repeat(20000), deepspans:('<div>'.repeat(150)+P).repeat(180),
 brs:'<div>'+'text<br>'.repeat(29000), brs5:'<div>'+rep('text<br><br>',5*M), h1s:rep('<h1>Some title here</h1>',600000), metas:'<meta name="a" content="b">'.repeat(29000), links:'<a href="/x">link text here</a> '.repeat(29000), uls:('<ul>'+'<li><a href=x>link</a></li>'.repeat(10)+'</ul>').repeat(1300),
 jsonld:'<script type="application/ld+json">'+'['.repeat(400000)+'</script>'+P.repeat(10), jsonld2:'<script type="application/ld+json">'+'{"@graph":['.repeat(4000)+'</script>'+P.repeat(10),
 svg:'<svg>'+rep('<g><path d="M0 0"/>',5*M)+P, select:'<select>'+rep('<option>x',5*M)+P, title:'<title>'+rep('<title>x',5*M), spans:'<p>'+'<span>word, </span>'.repeat(29000), nested_spans:('<span>'.repeat(180)+'x'+'</span>'.repeat(180)).repeat(80), tables_nested:'<table><tr><td>'.repeat(5000)+P, forms:'<form>'.repeat(29000)+P, nuls:rep('\0<p>\0',M)+P, quotes:'<div a="'+rep('" a=\'',5*M), spaces:'<p>'+rep(' ',5*M)+'x', newlines:'<pre>'+rep('\n',5*M)+'x', imgs:'<p>'+'<img src=x>'.repeat(29000), divtext:'<div>text '.repeat(29000), commas:('<div><p>'+','.repeat(100)+'</p></div>').repeat(14000),
 section:'<section><h2>x</h2>'.repeat(14000)+P, classes:('<div class="comment article body sidebar">'+P+'</div>').repeat(14000),
};
const only=process.argv[2];
for(const [n,h] of Object.entries(cases)){ if(only&&n!==only)continue; const bytes=enc.encode(h); const t=performance.now(); const m0=process.memoryUsage().rss;
 const x=extract({sha256:'sha256:'+'0'.repeat(64),size:bytes.length,mediaType:'text/html',charset:null,provenance:{how:'file',location:'x',finalUrl:null,fetched:'2020-01-01T00:00:00Z',status:null,headers:{}},given:{},bytes},rules);
 const ms=performance.now()-t; console.log(n.padEnd(14),(bytes.length/M).toFixed(1)+'MB',Math.round(ms)+'ms',ms>2000?'SLOW':'',x.status,x.article.text.length,'rss',Math.round(process.memoryUsage().rss/1e6),x.notes.filter(n=>n.step==='page').map(n=>n.reason.slice(0,60)).join('; ')); }
