/*
 * look.cjs PAGE...: each page in a headless Chromium at 320 and 1280 px, light and dark. Wants no finding of axe, nothing
 * wider than the window, no request to anywhere, no script that runs. With SHOTS=FOLDER it keeps a picture of each.
 */
const path = require('path');
const puppeteer = require('puppeteer-core');

const views = ['light', 'dark'].flatMap(scheme => [320, 1280].map(width => ({scheme, width})));

async function look(browser, page_path, view) {
  const page = await browser.newPage(), wrong = [];
  page.on('request', request => {
    if (request.url() !== 'file://' + page_path) wrong.push('request: ' + request.url());
  });
  page.on('dialog', async dialog => { wrong.push('dialog: ' + dialog.message()); await dialog.dismiss(); });
  await page.setViewport({width: view.width, height: 900});
  await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: view.scheme}]);
  await page.goto('file://' + page_path);
  if (await page.evaluate(() => document.scripts.length)) wrong.push('a script');
  if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) wrong.push('scrolls sideways');
  if (process.env.SHOTS) {
    const name = `${path.basename(page_path, '.html')}-${view.scheme}-${view.width}.png`;
    await page.screenshot({path: path.join(process.env.SHOTS, name), fullPage: true});
  }
  await page.addScriptTag({path: require.resolve('axe-core/axe.min.js')});
  const found = await page.evaluate(() => axe.run());
  for (const violation of found.violations) wrong.push(`axe: ${violation.id} (${violation.nodes.length}): ${violation.nodes[0].html.slice(0, 120)}`);
  await page.close();
  return wrong;
}

(async () => {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update'],
  });
  let failed = 0;
  for (const file of process.argv.slice(2))
    for (const view of views) {
      const wrong = await look(browser, path.resolve(file), view);
      failed += wrong.length;
      for (const what of wrong) console.log(`${file}, ${view.scheme}, ${view.width} px: ${what}`);
    }
  await browser.close();
  console.log(`${process.argv.length - 2} pages, ${views.length} views each: ${failed} findings`);
  process.exit(failed ? 1 : 0);
})();
