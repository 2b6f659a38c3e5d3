/** The styles of the sandbox's pages: both colour schemes, from 320 px up. */
export const style = `
:root{color-scheme:light dark;
--accent:light-dark(oklch(.46 .1 182),oklch(.8 .115 180));--on-accent:light-dark(#fff,oklch(.2 .04 185));
--surface:light-dark(#fff,oklch(.215 .014 200));--canvas:light-dark(oklch(.975 .007 180),oklch(.17 .012 200));
--ink:light-dark(oklch(.25 .022 210),oklch(.955 .008 180));--danger:light-dark(oklch(.5 .17 27),oklch(.8 .11 25));
--muted:color-mix(in oklab,var(--ink) 68%,var(--surface));--edge:color-mix(in oklab,var(--ink) 48%,var(--surface));
--line:color-mix(in oklab,var(--ink) 13%,var(--surface));--soft:color-mix(in oklab,var(--accent) 10%,var(--surface))}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:var(--canvas);color:var(--ink);font:1rem/1.5 system-ui,'Segoe UI',Roboto,sans-serif;-webkit-text-size-adjust:100%}
h1,h2,p{margin:0}h1{font-size:1.5rem;line-height:1.25}h1:focus{outline:0!important}a{color:var(--accent)}
.test{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;justify-content:center;padding:.5rem 1rem;font-size:.875rem;background:color-mix(in oklab,oklch(.82 .15 80) 24%,var(--surface));border-bottom:1px solid color-mix(in oklab,oklch(.7 .15 80) 45%,var(--surface));text-align:center}
.test strong{padding:.05rem .5rem;border-radius:6px;background:light-dark(oklch(.42 .09 75),oklch(.85 .13 85));color:light-dark(#fff,oklch(.22 .03 80))}
main{max-width:62rem;margin:0 auto;padding:clamp(1rem,4vw,3rem) 1rem 4rem;display:grid;gap:clamp(1.5rem,5vw,4rem)}
@media(min-width:56rem){main.two{grid-template-columns:5fr 6fr;align-items:start}.summary{position:sticky;top:2rem}}
main.one{max-width:32rem}
.seller{display:flex;align-items:center;gap:.6rem;font-weight:600}
.seller svg{width:1.75rem;height:1.75rem;color:var(--accent)}
.back{display:inline-block;margin-bottom:1.25rem;font-size:.9375rem}
.what{margin-top:1.5rem;color:var(--muted);font-size:1.0625rem;font-weight:500}
.price{font-size:clamp(2rem,8vw,2.75rem);font-weight:650;letter-spacing:-.02em;line-height:1.15;font-variant-numeric:tabular-nums;margin:.15rem 0}
.price small{font-size:1rem;font-weight:450;color:var(--muted);letter-spacing:0}
.note{color:var(--muted);font-size:.9375rem}
.lines{list-style:none;margin:1.5rem 0 0;padding:0;font-variant-numeric:tabular-nums}
.lines li,.sums div{display:flex;justify-content:space-between;gap:1rem;padding:.6rem 0}
.lines li{border-bottom:1px solid var(--line)}.lines small{display:block;color:var(--muted)}
.lines span:last-child,.sums dd{white-space:nowrap;margin:0}
.sums{margin:0;font-variant-numeric:tabular-nums}.sums .due{font-weight:650;font-size:1.0625rem}
.card{background:var(--surface);border:1px solid var(--line);border-radius:16px;padding:clamp(1.1rem,4vw,2rem);box-shadow:0 1px 2px oklch(0 0 0/.04),0 12px 32px -16px oklch(0 0 0/.12)}
form{display:grid;gap:1.5rem}fieldset{border:0;margin:0;padding:0;min-width:0;display:grid;gap:1rem}
legend{padding:0;margin-bottom:.75rem;font-weight:650;font-size:1.0625rem}
.field{display:grid;gap:.3rem;min-width:0}.pair{display:grid;align-items:start;grid-template-columns:1fr 1fr;gap:1rem}
label{font-size:.9375rem;font-weight:500}label small,.hint{font-weight:400;color:var(--muted);font-size:.8125rem}
input:not([type=radio],[type=checkbox]),select{width:100%;min-height:2.875rem;padding:.55rem .75rem;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--edge);border-radius:8px}
input:focus-visible,select:focus-visible,button:focus-visible,a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid color-mix(in oklab,var(--accent) 55%,transparent);outline-offset:2px}
[aria-invalid=true]{border-color:var(--danger)!important;box-shadow:0 0 0 1px var(--danger)}
.error{color:var(--danger);font-size:.875rem}
.card>.alert{margin-bottom:1.5rem}::placeholder{color:var(--muted);opacity:1}
.alert{border:1px solid var(--danger);background:color-mix(in oklab,var(--danger) 8%,var(--surface));border-radius:10px;padding:.8rem 1rem}
.alert strong{color:var(--danger)}.alert ul{margin:.3rem 0 0;padding-left:1.2rem}
.choice{display:flex;gap:.6rem;align-items:center;padding:.7rem .8rem;border:1px solid var(--line);border-radius:10px;cursor:pointer}
.choice:has(:checked){border-color:var(--accent);background:var(--soft)}.choice input{width:1.15rem;height:1.15rem;accent-color:var(--accent);flex:none}
fieldset:has([value=saved]:checked) .new{display:none}.new{display:grid;gap:1rem}
button{font:inherit;font-weight:600;min-height:3rem;padding:.6rem 1.25rem;border-radius:10px;border:1px solid transparent;background:var(--accent);color:var(--on-accent);cursor:pointer}
button.quiet{background:transparent;color:var(--ink);border-color:var(--edge)}button[aria-disabled=true]{opacity:.65;cursor:progress}
details{border-top:1px solid var(--line);padding-top:1rem;font-size:.9375rem}summary{cursor:pointer;font-weight:600}
.cards{list-style:none;margin:.75rem 0 0;padding:0;display:grid;gap:.4rem}
.cards li{display:flex;flex-wrap:wrap;gap:.1rem .75rem;justify-content:space-between;align-items:center}
.cards button{min-height:0;padding:.15rem .5rem;border-radius:6px;background:var(--soft);color:inherit;font:500 .875rem/1.5 ui-monospace,monospace;text-align:left}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}td,th{padding:.6rem 0;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
td:last-child,th:last-child{text-align:right;white-space:nowrap;padding-left:1rem}tfoot td{border:0;padding:.3rem 0}
.status{display:inline-block;padding:.1rem .6rem;border-radius:99px;background:var(--soft);font-size:.875rem;font-weight:600}
.stack{display:grid;gap:1rem}.facts{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1.25rem;margin:0}.facts dt{color:var(--muted)}.facts dd{margin:0;overflow-wrap:anywhere}
@media(prefers-reduced-motion:no-preference){button{transition:filter .15s}button:hover{filter:brightness(1.07)}}
@media print{.test,.noprint{display:none}.card{border:0;box-shadow:none}}
`

/** Script enhancements: digits in groups, test cards at a tap, a single submission, focus on the first error. */
export const script = `
const form=document.querySelector('form[data-pay]');
document.querySelector('[data-focus]')?.focus();
if(form){
const at=(name)=>form.elements.namedItem(name);
at('number')?.addEventListener('input',(event)=>{const field=event.target;if(field.selectionStart!==field.value.length)return;
field.value=field.value.replace(/\\D/g,'').slice(0,19).replace(/(\\d{4})(?=\\d)/g,'$1 ')});
at('expiry')?.addEventListener('input',(event)=>{if(event.inputType?.startsWith('delete'))return;const field=event.target;
const digits=field.value.replace(/\\D/g,'').slice(0,4);field.value=digits.length>=2?digits.slice(0,2)+' / '+digits.slice(2):digits});
for(const button of document.querySelectorAll('[data-card]'))button.addEventListener('click',()=>{
const other=form.querySelector('[value=new]');if(other)other.checked=true;
at('number').value=button.dataset.card;at('expiry').value='12 / '+String(new Date().getFullYear()+4).slice(2);at('cvc').value='123';at('number').focus()});
let sent=false;form.addEventListener('submit',(event)=>{if(sent)return event.preventDefault();sent=true;form.querySelector('[type=submit]').setAttribute('aria-disabled','true')});
addEventListener('pageshow',()=>{sent=false;form.querySelector('[type=submit]').removeAttribute('aria-disabled')});
}
`
