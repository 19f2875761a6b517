import { spawn } from 'node:child_process';

const LINK = /http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+\/\S*/;

/** `dealbox serve` on a free port, as a process of its own. */
export class Server {
  #child;
  #ended;
  log = '';

  /** Starts the program and waits for the link that it prints. */
  static start({ binary, args, env, cwd }) {
    const server = new Server();
    const child = spawn(binary, args, { env, cwd });
    server.#child = child;
    server.#ended = new Promise((done) => child.on('close', done));
    return new Promise((ready, failed) => {
      const late = setTimeout(() => {
        child.kill();
        failed(new Error(`no link after 60 s\n${server.log}`));
      }, 60_000);
      const hear = (bytes) => {
        server.log += bytes;
        const link = LINK.exec(server.log)?.[0];
        if (link && !server.link) {
          clearTimeout(late);
          server.link = link;
          server.origin = new URL(link).origin;
          ready(server);
        }
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.on('error', failed);
      child.on('close', (code) => {
        clearTimeout(late);
        failed(new Error(`the program ended with ${code} before it printed a link\n${server.log}`));
      });
    });
  }

  /** Ends the program as a user does with Ctrl+C, and waits until it has closed its file. */
  async stop() {
    this.#child.kill('SIGINT');
    const hard = setTimeout(() => this.#child.kill('SIGKILL'), 30_000);
    await this.#ended;
    clearTimeout(hard);
  }
}
