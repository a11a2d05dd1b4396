/** Takes mail over SMTP and keeps it. https://www.rfc-editor.org/rfc/rfc5321 */
import { createServer, type Socket } from "node:net";

export interface Mail {
  readonly to: string;
  readonly subject: string;
}

export interface SmtpDouble {
  readonly url: string;
  readonly mails: Mail[];
  /** The next `count` mails are taken, but the connection breaks before the sender hears of it. */
  breakNext(count: number): void;
  stop(): Promise<void>;
}

export async function startSmtpDouble(): Promise<SmtpDouble> {
  const mails: Mail[] = [];
  const sockets = new Set<Socket>();
  let breaking = 0;

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.setEncoding("utf8");
    socket.write("220 double\r\n");
    let buffer = "";
    let inData = false;
    let to = "";
    socket.on("data", (chunk: string) => {
      buffer += chunk;
      for (;;) {
        const end = inData ? "\r\n.\r\n" : "\r\n";
        const at = buffer.indexOf(end);
        if (at < 0) return;
        const line = buffer.slice(0, at);
        buffer = buffer.slice(at + end.length);
        if (inData) {
          inData = false;
          mails.push({ to, subject: /^Subject: (.*)$/m.exec(line)?.[1]?.trim() ?? "" });
          if (breaking > 0) {
            breaking--;
            socket.destroy();
            return;
          }
          socket.write("250 taken\r\n");
        } else if (/^RCPT TO/i.test(line)) {
          to = /<([^>]*)>/.exec(line)?.[1] ?? "";
          socket.write("250 ok\r\n");
        } else if (/^DATA/i.test(line)) {
          inData = true;
          socket.write("354 go on\r\n");
        } else if (/^QUIT/i.test(line)) {
          socket.end("221 bye\r\n");
        } else {
          socket.write("250 ok\r\n");
        }
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    breakNext(count) {
      breaking = count;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
