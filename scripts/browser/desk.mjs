// Decides about claims in a browser as a person does, and knocks where nobody may: desk.mjs CHROMIUM ADDRESS [PICTURES]
// Leaves five decisions behind for each way in which the forms are used: accept, reject, correct, add, merge.
import { request } from "node:http";
import { end, expect, fault, launch, look, picture, tab, ways } from "./browser.mjs";

const [executablePath, address, pictures] = process.argv.slice(2);
const browser = await launch(executablePath);

/** Presses a button and waits for the page that comes of it, which is no error. */
async function press(page, button, told) {
  const [answer] = await Promise.all([page.waitForNavigation({ waitUntil: "load" }), button.click()]);
  expect(answer.status() === 200, `${told}: status ${answer.status()}: ${await page.locator("main").innerText()}`);
}

async function fromTheList(page, way, reviewer) {
  for (const [decision, note] of [["Accept", ""], ["Reject", "a film title, not an event"]]) {
    await page.goto(new URL("/review", address).href);
    await look(page, "/review", way);
    const claim = page.locator("ol.claims > li").first();
    await claim.getByLabel("Your name").fill(reviewer);
    await claim.getByLabel("Why").fill(note);
    const id = await claim.getAttribute("id");
    await press(page, claim.getByRole("button", { name: decision, exact: true }), decision);
    expect((await page.locator(`#${id}`).count()) === 0, `${decision}: the claim is still among those that nobody has looked at`);
  }
  if (way.script) await picture(page, pictures, `review-${way.width}`);
}

async function fromAnArticle(page, way, reviewer, article) {
  await page.goto(article);
  await press(page, page.locator("ol.claims > li:not(:has(.decided)):has(b:text('killed'))").first().getByRole("link", { name: "Decide about this claim" }), "a claim's form");
  await look(page, "/review/claim", way);
  if (way.script) await picture(page, pictures, `review-claim-${way.width}`);
  const form = page.locator("form.review-form").first();
  await form.getByLabel("Your name").fill(reviewer);
  await form.getByLabel("Why").fill("the list has more");
  await form.getByLabel("low", { exact: true }).fill("4711");
  await form.getByLabel("high", { exact: true }).fill("4711");
  await press(page, form.getByRole("button", { name: "Correct" }), "Correct");
  expect((await page.locator(".decided", { hasText: `${reviewer} (correct)` }).count()) > 0, "the article does not tell of the correction");
  expect((await page.locator("ol.claims", { hasText: "4,711" }).count()) > 0, "the article does not tell the corrected figure");
}

async function whatWasMissed(page, way, reviewer, article) {
  await page.goto(article);
  // As somebody selects and copies it: without the numbers of the claims.
  const words = await page.evaluate(() => {
    getSelection().selectAllChildren(document.querySelector(".text"));
    return getSelection().toString().trim().split("\n")[0].split(" ").slice(0, 3).join(" ");
  });
  await press(page, page.getByRole("link", { name: "Add a claim that was missed" }), "the form for what was missed");
  await look(page, "/review/add", way);
  const form = page.locator("form.review-form");
  await form.getByLabel("Your name").fill(reviewer);
  await form.getByLabel("The words that carry it").fill(words);
  await form.getByLabel("Characters before them").fill("0");
  await form.locator('[name="value-event"]').selectOption(way.script ? (way.width < 500 ? "strike" : "protest") : (way.width < 500 ? "arson" : "arrest"));
  await press(page, form.getByRole("button", { name: "Add", exact: true }), "Add");
  expect((await page.locator(".decided", { hasText: `${reviewer} (add)` }).count()) > 0, "the article does not tell of the added claim");
}

async function names(page, way, reviewer) {
  await page.goto(new URL("/names?kind=person", address).href);
  const [stays, goes] = await page.$$eval("tbody th a", (all) => all.map((one) => one.textContent.trim()));
  await press(page, page.getByRole("link", { name: stays, exact: true }), "a name");
  await look(page, "/name", way);
  const form = page.locator("form.review-form").first();
  await form.getByLabel("Your name").fill(reviewer);
  await form.getByLabel("The other name").fill(goes);
  await form.getByLabel("Why").fill("one person");
  await press(page, form.getByRole("button", { name: "They are one" }), "They are one");
  expect((await page.locator("main table").first().innerText()).includes(goes), `${goes} is not among the spellings of ${stays}`);
}

/** The status of an answer to a request that no browser would send. */
function status(path, { method = "GET", headers = {}, body = "" } = {}) {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const sent = request({ hostname, port, path, method, headers: { "Content-Length": Buffer.byteLength(body), ...headers } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

async function knock(page) {
  await page.goto(new URL("/review", address).href);
  const form = page.locator("form.review-form").first();
  const [target, token] = [await form.getAttribute("action"), await form.locator("[name=token]").getAttribute("value")];
  const body = `token=${token}&reviewer=Mallory&decision=accept`;
  const { host } = new URL(address);
  const own = { Origin: `http://${host}`, "Sec-Fetch-Site": "same-origin" };
  for (const [what, answer, expected] of [
    ["a foreign host", status("/", { headers: { Host: "archive.example" } }), 421],
    ["a form with a foreign host", status(target, { method: "POST", headers: { ...own, Host: "archive.example" }, body }), 421],
    ["a form without the token", status(target, { method: "POST", headers: own, body: "reviewer=Mallory&decision=accept" }), 403],
    ["a form with another token", status(target, { method: "POST", headers: own, body: body.replace("token=", "token=0") }), 403],
    ["a form of another site", status(target, { method: "POST", headers: { Origin: "http://archive.example", "Sec-Fetch-Site": "cross-site" }, body }), 403],
  ]) {
    expect((await answer) === expected, `${what}: status ${await answer}, not ${expected}`);
  }
}

const articles = await (async () => {
  const page = await tab(browser, ways[1]);
  await page.goto(new URL("/articles", address).href);
  return page.$$eval("tbody th a", (all) => all.map((one) => one.href));
})();
for (const [number, way] of ways.entries()) {
  const page = await tab(browser, way);
  const reviewer = `Reader ${number + 1}`;
  try {
    const article = articles[number % articles.length];
    await fromTheList(page, way, reviewer);
    await fromAnArticle(page, way, reviewer, article);
    await whatWasMissed(page, way, reviewer, article);
    await names(page, way, reviewer);
    await knock(page);
  } catch (error) {
    fault(`${page.url()} at ${way.width}${way.script ? "" : " without script"}: ${error.message}`);
  }
  await page.context().close();
}
await browser.close();
end("the forms for review");
