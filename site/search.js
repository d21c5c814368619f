/* Looks for words in the claims of this site. Asks nothing of anybody else; without it every page is there all the same. */
const MOST = 200;
const box = document.querySelector('#search');
const list = document.querySelector('#found');
const told = document.querySelector('#told');
const parts = Number(list.dataset.parts);
/** All claims, part by part; each part's script adds its own. */
const claims = [];
window.reportedlyClaims = (more) => {
  for (const claim of more) claims.push({ ...claim, words: folded(Object.values(claim).join(' ')) });
};

const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const element = (name, text, attributes = {}) => {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

function show() {
  const words = folded(box.value).split(/\s+/).filter(Boolean);
  list.replaceChildren();
  if (words.length === 0) {
    told.textContent = '';
    return;
  }
  const found = claims.filter((claim) => words.every((word) => claim.words.includes(word)));
  told.textContent =
    found.length > MOST ? `${found.length} claims; the first ${MOST} are shown.` : `${found.length} claims.`;
  for (const claim of found.slice(0, MOST)) {
    const item = element('li', '');
    item.append(
      element('blockquote', claim.text),
      element(
        'p',
        `${claim.sources} — ${claim.certainty}; ${claim.review}${claim.place ? `; ${claim.place}` : ''}`,
      ),
      element('a', claim.title, { href: `documents/${claim.document}.html#${claim.id}` }),
    );
    list.append(item);
  }
}

function load(part) {
  if (part >= parts) return;
  const script = element('script', '', { src: `data/claims-${part}.js` });
  script.onload = () => {
    show();
    load(part + 1);
  };
  document.head.append(script);
}

box.hidden = false;
box.addEventListener('input', show);
load(0);
