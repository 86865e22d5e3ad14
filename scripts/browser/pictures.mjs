// Takes the pictures that docs/ has: pictures.mjs CHROMIUM ADDRESS REPORT TERMINAL FOLDER
// TERMINAL is a file with what a command wrote to a terminal, colours and all.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";

const [executablePath, address, report, terminal, folder] = process.argv.slice(2);
const browser = await launch(executablePath);
const page = await (await browser.newContext({ viewport: { width: 1180, height: 860 }, colorScheme: "light" })).newPage();
const shoot = (name, options = {}) => page.screenshot({ path: `${folder}/${name}.png`, ...options });

await page.goto(new URL("/incident/zhanaozen-2011-12-16", address).href);
await shoot("web-incident");
await page.goto(new URL("/articles", address).href);
await page.locator("tbody th a", { hasText: "What lies behind" }).click();
await page.locator("a.claim", { hasText: "14 people" }).first().hover();
await shoot("web-article");
await page.goto(pathToFileURL(report).href);
await shoot("web-report");

/** Text with the colours of a terminal as HTML. */
function asHtml(text) {
  const styles = { 1: "font-weight:bold", 2: "opacity:.7", 31: "color:#a8101c", 32: "color:#1b6e2e", 33: "color:#7a5200", 34: "color:#1f5c99", 35: "color:#75349b", 36: "color:#0f6674" };
  const escaped = (piece) => piece.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  let open = [];
  return text.split(/(\x1b\[[0-9;]*m)/).map((piece) => {
    const codes = /^\x1b\[([0-9;]*)m$/.exec(piece);
    if (!codes) return open.length ? `<span style="${open.join(";")}">${escaped(piece)}</span>` : escaped(piece);
    for (const code of codes[1].split(";")) {
      if (code === "" || code === "0") open = [];
      else if (styles[code % 60]) open = [...open, styles[code % 60]];
    }
    return "";
  }).join("");
}
await page.setContent(`<pre style="font:15px/1.35 'DejaVu Sans Mono',monospace;margin:0;padding:16px;display:inline-block;background:#fff;color:#111">${asHtml(readFileSync(terminal, "utf8"))}</pre>`);
await page.locator("pre").screenshot({ path: `${folder}/terminal-compare.png` });
await browser.close();
