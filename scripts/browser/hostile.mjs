// Opens every page of an archive of hostile articles and looks for anything in it that is more than text: hostile.mjs CHROMIUM ADDRESS
import { end, expect, fault, launch, look, tab, ways } from "./browser.mjs";

const [executablePath, address] = process.argv.slice(2);
const browser = await launch(executablePath);

/** What the program's own pages have none of. */
async function onlyText(page, told, way) {
  const strange = await page.evaluate(() => {
    const own = (one, name, value) => one.getAttribute(name) === value;
    // Where an article was found may be followed, and is told nothing.
    const isAddress = (one) => /^https?:/.test(one.getAttribute("href")) && /\bnoreferrer\b/.test(one.rel);
    const wrong = [...document.querySelectorAll("*")].filter((one) =>
      ["IFRAME", "OBJECT", "EMBED", "IMG", "BASE", "STYLE"].includes(one.tagName.toUpperCase())
      || (one.tagName.toUpperCase() === "SCRIPT" && !own(one, "src", "/script.js"))
      || (one.tagName === "META" && one.httpEquiv)
      || (one.tagName === "FORM" && !one.getAttribute("action").startsWith("/"))
      || (one.tagName === "A" && !/^[/#]/.test(one.getAttribute("href") ?? "#") && !isAddress(one))
      || [...one.attributes].some((attribute) => attribute.name.startsWith("on")));
    const hidden = document.documentElement.outerHTML.match(/[\u0000\u001b\u202a-\u202e\u2066-\u2069\ufeff]/u);
    return { wrong: wrong.map((one) => one.outerHTML.slice(0, 200)), ran: globalThis.hostile, hidden: hidden?.[0].codePointAt(0).toString(16) };
  });
  expect(strange.wrong.length === 0, `${told}: ${strange.wrong.join(" | ")}`);
  expect(strange.ran === undefined, `${told}: script of an article ran: ${strange.ran}`);
  expect(strange.hidden === undefined, `${told}: holds U+${strange.hidden}`);
  expect(new URL(page.url()).host === new URL(address).host, `${told}: led to ${page.url()}`);
  await look(page, told.slice(0, 120), way);
}

let shown = 0;
for (const way of ways) {
  const page = await tab(browser, way);
  const [seen, waiting] = [new Set(["/"]), ["/", "/search?q=script", "/search?q=hostile", "/search?q=%3Cscript%3Ehostile%3C%2Fscript%3E", "/no%3Cscript%3Ehostile=9"]];
  try {
    while (waiting.length > 0) {
      const path = waiting.shift();
      await page.goto(new URL(path, address).href);
      await onlyText(page, path, way);
      const text = await page.evaluate(() => document.querySelector("main").textContent);
      shown += text.includes("<script>hostile = 1</script>") ? 1 : 0;
      const links = await page.$$eval("a[href^='/']", (all) => all.map((one) => one.getAttribute("href").replace(/#.*/, "")));
      for (const link of links) {
        if (!seen.has(link) && !link.endsWith("/original")) {
          seen.add(link);
          waiting.push(link);
        }
      }
    }
    expect(seen.size > 20, `only ${seen.size} pages were found`);
  } catch (error) {
    fault(`${page.url()}: ${error.message}`);
  }
  await page.context().close();
}
expect(shown >= 4, "no page shows the markup as the text that it is");
await browser.close();
end("hostile articles");
