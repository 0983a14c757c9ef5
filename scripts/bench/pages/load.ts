import { Agent, request } from "node:http";

export interface Page {
  url: string;
  /** as a browser that signed in sends it */
  cookie?: string;
  /** each request has an address of its own, so that no answer can be one that was given before */
  anew?: boolean;
}

export interface Load {
  requests: number;
  seconds: number;
  perSecond: number;
  /** bytes of one answer on the wire, without its head */
  bytes: number;
}

export interface LoadLimits {
  /** readers at a time, each with a connection that stays open */
  readers: number;
  seconds: number;
  /** at most so many requests, however fast they are answered */
  requests: number;
}

/**
 * Asks for a page again and again, as many readers do at a time. Only this machine is asked. Any other answer than 200 is an
 * error: a page that refuses is fast.
 */
export async function load(page: Page, limits: LoadLimits): Promise<Load> {
  const url = new URL(page.url);
  const path = () => `${url.pathname}${url.search}${page.anew ? `?time=${++times}` : ""}`;
  if (!["localhost", "127.0.0.1", "[::1]"].includes(url.hostname))
    throw new Error(`${url.hostname} is not this machine`);
  const agent = new Agent({ keepAlive: true, maxSockets: limits.readers });
  const started = performance.now();
  const until = started + limits.seconds * 1000;
  let [asked, answered, bytes] = [0, 0, 0];
  const reader = async () => {
    while (performance.now() < until && asked < limits.requests) {
      asked += 1;
      bytes = await once(agent, url, path(), page.cookie);
      answered += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: limits.readers }, reader));
  } finally {
    agent.destroy();
  }
  const seconds = (performance.now() - started) / 1000;
  return { requests: answered, seconds, perSecond: answered / seconds, bytes };
}

let times = 0;

function once(agent: Agent, url: URL, path: string, cookie: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { "Accept-Encoding": "gzip", Accept: "text/html", ...(cookie ? { Cookie: cookie } : {}) };
    const asking = request(url, { agent, path, headers, timeout: 30_000 }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on("error", reject);
      answer.on("end", () => {
        if (answer.statusCode === 200) resolve(bytes);
        else reject(new Error(`${url.pathname} answered ${answer.statusCode}`));
      });
    });
    asking.on("timeout", () => asking.destroy(new Error(`${url.pathname} did not answer within 30 seconds`)));
    asking.on("error", (error) => reject(new Error(`${url.href}: ${error.message}`)));
    asking.end();
  });
}
