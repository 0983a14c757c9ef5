import { createServer, type Socket } from "node:net";

/** What a mail server was told by one client. */
export interface Received {
  login: string | null;
  from: string;
  to: string[];
  data: string;
}

/** A mail server that takes letters after AUTH PLAIN, or refuses every recipient. Speaks just enough of RFC 5321. */
export async function fakeMailServer({ refuses = false } = {}) {
  const received: Received[] = [];
  const server = createServer((socket) => converse(socket, received, refuses));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `smtp://portal:secret@127.0.0.1:${port}`,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function converse(socket: Socket, received: Received[], refuses: boolean): void {
  let mail: Received = { login: null, from: "", to: [], data: "" };
  let inData = false;
  let rest = "";
  const say = (line: string) => socket.write(`${line}\r\n`);
  say("220 fake");
  socket.on("error", () => undefined);
  socket.on("data", (chunk) => {
    rest += chunk.toString("utf8");
    for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (inData) {
        if (line === ".") {
          inData = false;
          received.push(mail);
          say("250 taken");
        } else mail.data += `${line.replace(/^\./, "")}\n`;
        continue;
      }
      const [verb = "", ...words] = line.split(" ");
      switch (verb.toUpperCase()) {
        case "EHLO":
          say("250-fake");
          say("250 AUTH PLAIN");
          break;
        case "AUTH":
          mail = { ...mail, login: Buffer.from(words[1] ?? "", "base64").toString("utf8") };
          say("235 in");
          break;
        case "MAIL":
          mail.from = line;
          say("250 ok");
          break;
        case "RCPT":
          if (refuses) say("550 nobody of that name");
          else {
            mail.to.push(line);
            say("250 ok");
          }
          break;
        case "DATA":
          inData = true;
          say("354 go on");
          break;
        case "QUIT":
          say("221 bye");
          socket.end();
          break;
        default:
          say("250 ok");
      }
    }
  });
}
