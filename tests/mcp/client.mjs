// A client of `precis mcp`, by the protocol's own SDK: node client.mjs MODULES PRECIS ROOT COMMAND [WORD]
//   calls FILE   the calls of a JSON file, [tool, arguments] each; a line of JSON for the tools, then one a call
//   memory N     N calls; the server's memory in KB after the first tenth, and at the end
//   cancel       a build that is cancelled, and what is answered after it
//   progress     what is told of a build that asks for it, and of a check that does not
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [modules, precis, root, command, word] = process.argv.slice(2);
const sdk = (file) => import(pathToFileURL(`${modules}/node_modules/@modelcontextprotocol/sdk/dist/esm/client/${file}`));
const { Client } = await sdk("index.js");
const { StdioClientTransport } = await sdk("stdio.js");

const transport = new StdioClientTransport({ command: precis, args: ["mcp", "--root", root], env: process.env });
const client = new Client({ name: "test", version: "1" });
client.onerror = (error) => console.log(JSON.stringify({ onerror: String(error) })); // a line that is no message
await client.connect(transport);
const call = async (name, args, options) => {
  try {
    return await client.callTool({ name, arguments: args }, undefined, options);
  } catch (error) {
    return { error: { code: error.code ?? 0, message: error.message } };
  }
};
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${transport.pid}/status`, "utf8"))[1]);

if (command === "calls") {
  const tools = await client.listTools(); // kept: results are checked against the output schemas
  console.log(JSON.stringify({ server: client.getServerVersion(), tools: tools.tools }));
  for (const [name, args] of JSON.parse(readFileSync(word, "utf8"))) console.log(JSON.stringify(await call(name, args)));
} else if (command === "memory") {
  let early = 0;
  let failed = 0;
  for (let i = 0; i < Number(word); ++i) {
    const result = await call(i % 10 ? "check" : "build", { briefings: ["monthly/briefing.yaml"], force: i % 10 ? undefined : true });
    if (result.isError || result.error) ++failed;
    if (i + 1 === Math.floor(Number(word) / 10)) early = memory();
  }
  console.log(JSON.stringify({ early, late: memory(), failed }));
} else if (command === "cancel") {
  const stop = new AbortController();
  const building = call("build", { briefings: ["monthly/briefing.yaml"], force: true }, { signal: stop.signal });
  await new Promise((done) => setTimeout(done, 30));
  stop.abort();
  const cancelled = await building;
  await client.ping();
  const after = await call("check", { briefings: ["monthly/briefing.yaml"] });
  console.log(JSON.stringify({ cancelled, after }));
} else if (command === "progress") {
  const told = [];
  const asked = await call("build", { briefings: ["monthly/briefing.yaml"], force: true }, { onprogress: (p) => told.push(p) });
  const heard = told.length;
  const silent = await call("check", { briefings: ["monthly/briefing.yaml"] });
  console.log(JSON.stringify({ told, ok: !asked.isError, silent: !silent.isError && told.length === heard }));
}
await client.close();
