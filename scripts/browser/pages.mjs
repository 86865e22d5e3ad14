// Opens every kind of page in Chromium and tells what is wrong: pages.mjs ADDRESS REPORT CHROMIUM [PICTURES]
import { readFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [address, report, executablePath, pictures] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", ...quiet] });
const faults = { count: 0, push(fault) { this.count += 1; console.error(fault); } };
if (pictures) mkdirSync(pictures, { recursive: true });

/** The first link of each kind that leads from page to page, so that each kind of page is opened once. */
async function kindsOfPages() {
  const context = await browser.newContext();
  const page = await context.newPage();
  const found = new Map();
  const waiting = ["/?order=claims", "/articles", "/timeline", "/names", "/sources", "/integrity", "/search", "/search?q=police", "/no-such-page"];
  for (const path of waiting) found.set(path, path);
  for (const path of waiting.slice(0, -1)) {
    await page.goto(new URL(path, address).href);
    for (const link of await page.$$eval("main a[href^='/']", (links) => links.map((link) => link.getAttribute("href")))) {
      const kind = link.replace(/#.*/, "").replace(/^(\/[a-z]+).*?(\/original)?$/, "$1$2");
      if (!kind.endsWith("/original") && !found.has(kind)) {
        found.set(kind, link);
        if (/^\/(incident|article|name)\b/.test(link)) waiting.splice(waiting.length - 1, 0, link);
      }
    }
  }
  await context.close();
  return [...found.values()];
}

async function look(page, url, name, { width, script, thoroughly }) {
  const answer = await page.goto(url);
  const told = `${name} at ${width}${script ? "" : " without script"}`;
  if (answer && answer.status() !== 200 && !name.includes("no-such")) faults.push(`${told}: status ${answer.status()}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) faults.push(`${told}: ${wide} pixels wider than the screen`);
  if (thoroughly) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
    for (const { id, help, nodes } of violations) faults.push(`${told}: ${id}, ${help}: ${nodes.slice(0, 2).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  }
}

/** The keyboard reaches the content first, and a marked claim says what it is when it has the focus. */
async function keyboard(page, article, script) {
  await page.goto(article);
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.getAttribute("href"));
  if (first !== "#content") faults.push(`the first stop of the keyboard is ${first}`);
  const claim = page.locator("a.claim").first();
  await claim.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  if (!(await claim.locator(".tip").isVisible())) faults.push("a marked claim with the focus tells nothing");
  if (script && (await page.locator(".claims li.lit").count()) === 0) faults.push("a claim in the text does not light up in the list");
}

const paths = await kindsOfPages();
for (const width of [390, 1280]) {
  for (const colorScheme of ["light", "dark"]) {
    for (const script of [true, false]) {
      // The checker looks at each page twice: on a phone in light, on a desk in dark.
      const thoroughly = script && (width < 500) === (colorScheme === "light");
      if (!script && colorScheme === "dark") continue;
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, javaScriptEnabled: true, isMobile: width < 500 });
      const page = await context.newPage();
      if (!script) await page.route("**/script.js", (route) => route.fulfill({ status: 200, contentType: "text/javascript", body: "" }));
      page.on("console", (message) => message.type() === "error" && !page.url().includes("no-such") && faults.push(`${page.url()}: ${message.text()}`));
      page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
      page.on("request", (request) => /^(http|file|data)/.test(request.url()) || faults.push(`asks for ${request.url()}`));
      for (const path of [...paths, null]) {
        const url = path === null ? pathToFileURL(report).href : new URL(path, address).href;
        await look(page, url, path ?? "the report", { width, script, thoroughly });
        if (pictures && script) await page.screenshot({ path: `${pictures}/${(path ?? "report").split(/[?#]/)[0].split("/")[1] || "overview"}-${width}-${colorScheme}.png` });
      }
      await keyboard(page, new URL(paths.find((path) => path.startsWith("/article/")), address).href, script);
      await context.close();
    }
  }
}
await browser.close();
console.log(`${paths.length + 1} pages at two widths, in light and dark, with and without script: ${faults.count} faults`);
process.exit(faults.count === 0 ? 0 : 1);
