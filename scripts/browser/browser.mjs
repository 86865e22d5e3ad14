// A browser that writes down what is wrong with the pages it sees.
import { readFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** What was wrong, and how much was seen. */
export const found = { faults: 0, pages: 0 };

export function fault(what) {
  found.faults += 1;
  console.error(what);
}

export function expect(holds, what) {
  if (!holds) fault(what);
}

export function launch(executablePath) {
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", ...quiet] });
}

/** The ways in which pages are looked at. The checker of accessibility sees both widths and both colours. */
export const ways = [
  { width: 390, colorScheme: "light", script: true, thoroughly: true },
  { width: 1280, colorScheme: "dark", script: true, thoroughly: true },
  { width: 390, colorScheme: "light", script: false, thoroughly: false },
  { width: 1280, colorScheme: "light", script: false, thoroughly: false },
];

/** An empty tab that takes every error and every request elsewhere for a fault. Without script, none runs: not ours either. */
export async function tab(browser, { width, colorScheme, script }) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    javaScriptEnabled: script,
    isMobile: width < 500,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  // Machines that test do other things too.
  page.setDefaultTimeout(120_000);
  // The browser itself tells of an answer that is meant to be an error.
  const isMeant = (message) => /status of (400|404|410)/.test(message.text());
  page.on("console", (message) => message.type() === "error" && !isMeant(message) && fault(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => fault(`${page.url()}: ${error.message}`));
  page.on("dialog", (dialog) => (fault(`${page.url()}: a dialog says ${dialog.message()}`), dialog.dismiss()));
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    expect(/^(file|data):$/.test(protocol) || hostname === "127.0.0.1", `${page.url()} asks for ${request.url()}`);
  });
  return page;
}

/** Looks at the page that is there: nothing wider than the screen, and where it is asked for nothing that axe-core finds. */
export async function look(page, told, { width, thoroughly }) {
  found.pages += 1;
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide <= 0, `${told} at ${width}: ${wide} pixels wider than the screen`);
  if (!thoroughly) return;
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
  for (const { id, help, nodes } of violations) {
    fault(`${told} at ${width}: ${id}, ${help}: ${nodes.slice(0, 2).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  }
}

export async function picture(page, folder, name) {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}

/** Says what came of it, and ends with 1 where anything was wrong. */
export function end(what) {
  console.log(`${what}: ${found.pages} pages looked at, ${found.faults} faults`);
  process.exit(found.faults === 0 ? 0 : 1);
}
