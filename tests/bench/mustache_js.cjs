/*
 * mustache_js.cjs VIEW.json ROUNDS TEMPLATES TEMPLATE...: the same renderings as bench_template's by npm's mustache, which
 * keeps templates it has read, too; after as many unmeasured rounds as it takes to run compiled. A line a template:
 * microseconds of the fastest rendering, and bytes. From the root, with build/browser as tests/browser/run makes it:
 *   build/tests/bench/bench_template tests/golden/day.json - >view.json
 *   build/tests/bench/bench_template tests/golden/day.json 3000 mail-body.html entry.html mail.txt
 *   NODE_PATH=build/browser/node_modules node tests/bench/mustache_js.cjs view.json 3000 templates/plain mail-body.html ...
 */
const fs = require('fs');
const path = require('path');
const mustache = require('mustache');

const [view_path, rounds, folder, ...names] = process.argv.slice(2);
const view = JSON.parse(fs.readFileSync(view_path, 'utf8'));
const templates = {};
const read = name => templates[name] ??= fs.readFileSync(path.join(folder, name + '.mustache'), 'utf8');

for (const name of names) {
  let best = Infinity, bytes = 0;
  for (let i = -rounds / 2; i < rounds; i++) {
    const start = process.hrtime.bigint();
    const out = mustache.render(read(name), view, read);
    const took = Number(process.hrtime.bigint() - start) / 1e3;
    if (i >= 0) best = Math.min(best, took);
    bytes = Buffer.byteLength(out);
  }
  console.log(`${name}\t${best.toFixed(1)}\t${bytes}`);
}
