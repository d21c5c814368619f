/** How a dossier looks, on screen and on paper. */
export const STYLE = `
body{font:16px/1.5 Georgia,"Times New Roman",serif;max-width:44em;margin:2em auto;padding:0 1em;color:#111}
h1,h2,th,.caption,code,li span{font-family:system-ui,sans-serif}
h1{font-size:1.4em;margin:0 0 .3em}h2{font-size:1em;margin:1.4em 0 .3em;border-bottom:1px solid #999}
.lead{font-size:1.15em}.caption{font-size:.85em;border:1px solid #111;padding:.4em .6em}
table{border-collapse:collapse}th,td{text-align:left;padding:.2em 1.2em .2em 0;vertical-align:top}
code{font-size:.8em;overflow-wrap:anywhere}li span,.notes{font-size:.85em;color:#333}sup{line-height:0}a{color:inherit}
@media print{body{max-width:none;margin:0;font-size:11pt}article{break-after:page}h2{break-after:avoid}li,tr{break-inside:avoid}}
@page{margin:2cm}`;

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const html = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
