// Clicks through the pages of a server, from link to link: pages.mjs CHROMIUM ADDRESS EACH REPORT [PICTURES]
// EACH is how many pages of one kind are opened: all incidents are one kind, all articles another.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pathToFileURL } from "node:url";
import { end, expect, fault, found, launch, look, picture, tab, ways } from "./browser.mjs";

const [executablePath, address, each, report, pictures] = process.argv.slice(2);
const browser = await launch(executablePath);

/** `/article/<hash>` and every other article are one kind; so are pages with the same parameters. */
function kind(link) {
  const { pathname, searchParams } = new URL(link, address);
  const path = pathname.replace(/^(\/[^/]+)\/.*?(\/original)?$/, "$1/…$2");
  return `${path} ${[...new Set(searchParams.keys())].sort()}`;
}

/** Follows a link as a reader does, and says where it led. */
async function click(page, link) {
  const anchor = page.locator(`a[href=${JSON.stringify(link)}]`).locator("visible=true").first();
  await anchor.scrollIntoViewIfNeeded();
  const [answer] = await Promise.all([page.waitForNavigation({ waitUntil: "load" }), anchor.click()]);
  return answer;
}

/** An original is a download with the bytes that its address names. */
async function download(page, link) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(`a[href="${link}"]`).first().click()]);
  const hash = createHash("sha256");
  for await (const piece of createReadStream(await file.path())) hash.update(piece);
  expect(hash.digest("hex") === link.split("/")[2], `${link} has other bytes`);
}

/** The links of a page that lead to pages of kinds of which not enough were opened, each once. */
async function ahead(page, seen, opened) {
  const links = await page.$$eval("a[href^='/']", (all) => all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute("href")));
  return [...new Set(links)].filter((link) => !seen.has(link.replace(/#.*/, "")) && (opened.get(kind(link)) ?? 0) < Number(each));
}

/** From link to link, and back to where another one was left. */
async function walk(page, way) {
  const [seen, opened, behind] = [new Set(["/"]), new Map(), []];
  const first = await page.goto(address);
  expect(first.status() === 200, `the first page: status ${first.status()}`);
  await look(page, "/", way);
  if (way.script) await picture(page, pictures, `overview-${way.width}`);
  let from = "/";
  for (;;) {
    const [link, ...others] = await ahead(page, seen, opened);
    if (link === undefined) {
      from = behind.pop();
      if (from === undefined) return opened;
      await page.goto(new URL(from, address).href);
      continue;
    }
    if (others.length > 0) behind.push(from);
    const plain = link.replace(/#.*/, "");
    const count = opened.get(kind(plain)) ?? 0;
    seen.add(plain);
    opened.set(kind(plain), count + 1);
    if (plain.endsWith("/original")) {
      await download(page, link);
      continue;
    }
    const answer = await click(page, link);
    expect(answer === null || answer.status() === 200, `${plain}: status ${answer?.status()}, from ${from}`);
    await look(page, `${plain}${way.script ? "" : " without script"}`, way);
    const section = kind(plain).split(/[/ ]/)[1] || "overview";
    if (way.script && count === 0) await picture(page, pictures, `${section}-${way.width}`);
    from = plain;
  }
}

/** What is not there is a page too, and a search is made in the field for it. */
async function askByHand(page, way) {
  const answer = await page.goto(new URL("/no-such-page", address).href);
  expect(answer.status() === 404, `/no-such-page: status ${answer.status()}`);
  await look(page, "/no-such-page", way);
  await page.fill("#words", "police OR workers");
  await Promise.all([page.waitForURL("**/search?*"), page.press("#words", "Enter")]);
  await look(page, "a search", way);
  expect(await page.locator("main li, main p").count(), "a search tells nothing");
  await page.goto(pathToFileURL(report).href);
  await look(page, "the report", way);
  if (way.script) await picture(page, pictures, `report-${way.width}`);
}

/** The keyboard reaches the content first, and a marked claim says what it is when it has the focus. */
async function keyboard(page, way) {
  await page.goto(new URL("/articles", address).href);
  await page.goto(new URL(await page.locator("main a[href^='/article/']").first().getAttribute("href"), address).href);
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.getAttribute("href"));
  expect(first === "#content", `the first stop of the keyboard is ${first}`);
  const claim = page.locator("a.claim").first();
  await claim.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  expect(await claim.locator(".tip").isVisible(), "a marked claim with the focus tells nothing");
  if (way.script) expect(await page.locator(".claims li.lit").count(), "a claim in the text does not light up in the list");
}

let kinds = new Map();
for (const way of ways) {
  const page = await tab(browser, way);
  try {
    kinds = await walk(page, way);
    await askByHand(page, way);
    await keyboard(page, way);
  } catch (error) {
    fault(`${page.url()} at ${way.width}${way.script ? "" : " without script"}: ${error.message}`);
  }
  await page.context().close();
}
for (const needed of ["/incident", "/article", "/timeline", "/names", "/name", "/sources", "/source", "/search", "/integrity", "/undated"]) {
  expect([...kinds.keys()].some((one) => one.split(/[/ ]/)[1] === needed.slice(1)) || needed === "/search", `no link led to ${needed}`);
}
await browser.close();
end(`${kinds.size} kinds of page, at the width of a phone and of a desk, in light and dark, with and without script`);
